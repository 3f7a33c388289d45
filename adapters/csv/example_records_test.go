package csv_test

import (
	"errors"
	"fmt"
	"time"

	"github.com/wuyekit/wuye/adapters/csv"
	"github.com/wuyekit/wuye/property/invalid"
	"github.com/wuyekit/wuye/property/standard"
	"github.com/wuyekit/wuye/property/worktime"
)

// From a log of patrols and a contract to verdicts. A row that cannot be read is an error; whoever goes on without it finds the completeness
// of its kind gone, so that nothing is judged missed that may stand in it.
func ExampleImport_AddEvidence() {
	log := "编号,点位,巡查时间,人员\n1,P1,2026-03-01 08:10,王\n2,P1,2026-03-01 09:15,王\n3,P2,2026-03-01 08:20,李\n"
	mapping, err1 := invalid.Decode[csv.Mapping]([]byte(`{"kind": "records", "format": {"zone": "Asia/Shanghai"}, "fields": {
		"record.id": {"column": "编号"}, "record.kind": {"constant": "patrol"}, "record.subject": {"column": "点位"},
		"record.at": {"column": "巡查时间"}, "record.actor": {"column": "人员"}}}`), "mapping")
	words, err2 := invalid.Decode[standard.Vocabulary]([]byte(`{"code": "patrols", "kinds": [
		{"code": "point", "name": {"zh": "巡查点"}, "subject": true}, {"code": "patrol", "name": {"zh": "巡查"}, "of": "point"}]}`), "vocabulary")
	contract, err3 := invalid.Decode[standard.Standard]([]byte(`{"id": "contract", "version": "2026", "calendar": "site",
		"params": [{"name": "longest", "value": "PT60M"}], "clauses": [{"id": "SEC-02", "profile": "002", "text": {"zh": "每1小时至少巡查1次"}, "measures": [
			{"part": "perHour", "duty": {"acts": ["patrol"], "per": "point", "plan": {"quota": {"atLeast": "1", "in": "hour"}}}},
			{"part": "gap", "duty": {"acts": ["patrol"], "per": "point", "plan": {"gap": {"max": "$longest"}}}}]}]}`), "contract")
	evidence, err4 := invalid.Decode[standard.Evidence]([]byte(`{"zone": "Asia/Shanghai", "asOf": "2026-03-01T10:00:00+08:00",
		"start": "2026-03-01T08:00:00+08:00", "end": "2026-03-01T10:00:00+08:00", "subjects": [{"kind": "point", "id": "P1"}, {"kind": "point", "id": "P2"}],
		"complete": [{"kind": "*", "from": "2026-03-01", "to": "2026-03-02"}]}`), "evidence")
	hours, err5 := invalid.Decode[worktime.Timetable]([]byte(`{"code": "site", "zone": "Asia/Shanghai",
		"hours": [{"days": ["mon", "tue", "wed", "thu", "fri", "sat", "sun"], "windows": ["00:00/24:00"]}]}`), "calendar")
	site, err6 := worktime.New(hours, time.LoadLocation)
	rules, err7 := standard.Compile(contract, words, map[string]*worktime.Calendar{"site": site})
	im, err8 := csv.Read([]byte(log), mapping, csv.Options{Vocabulary: &words})
	if err := errors.Join(err1, err2, err3, err4, err5, err6, err7, err8); err != nil {
		fmt.Println(err)
		return
	}
	im.AddEvidence(&evidence)
	report, err := rules.Evaluate(&evidence)
	for _, v := range report.Clauses {
		for _, p := range v.Parts {
			fmt.Printf("%s/%s %v: %d of %d rows breached: %v\n", v.Clause, p.Part, p.State, p.Counts.Breached, p.Counts.Total, p.Reason.Code)
		}
	}
	fmt.Println(err)
	// Output:
	// SEC-02/perHour breached: 1 of 4 rows breached: short
	// SEC-02/gap breached: 2 of 5 rows breached: gap
	// <nil>
}
