package metric

import "github.com/wuyekit/wuye/property/invalid"

// chinaJSON is the table of [China], a document like any other. A term that changes gets a new code, and what was
// published keeps its meaning.
const chinaJSON = `{
  "code": "cn",
  "name": {"zh": "物业管理指标", "en": "Metrics of property management"},
  "metrics": [
` + chinaOperations + ",\n" + chinaCustomers + `
  ]
}`

// China returns the metrics that property management in China is judged by (物业管理常用指标), under the code "cn", with
// the targets of the sources that set one. It is read anew at every call and belongs to the caller, who adds, replaces
// and removes as the contract says.
//
// Repairs in time (维修及时率) are those at which the technician arrived in time; repairCompletion counts those that were
// completed in time. Cancelled orders leave the base of both. Satisfaction counts the basically satisfied;
// strictSatisfaction does not. Where a source leaves the base open, the metric has several and each measurement says
// which: complaintRate, generalAccidents, serviceSatisfaction, repairPass. Targets that the sources mask are not set.
//
// The Scale of a target is the part of the sources that asks for it; "001-12" has 17 (KPI-36).
//
// Source: the rules named with each metric and target. Terms say what the sources mean as we read them; greenSoundness
// and trainingPass are trade usage.
func China() Catalogue {
	c, err := invalid.Decode[Catalogue]([]byte(chinaJSON), "china")
	if err != nil {
		return Catalogue{Code: "cn"} // has no metric, so whatever needs one says so
	}
	return c
}
