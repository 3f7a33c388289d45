package standard_test

import (
	"encoding/json"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/wuyekit/wuye/property/standard"
)

func encode(tb testing.TB, doc any) string {
	tb.Helper()
	text, err := json.Marshal(doc)
	require.NoError(tb, err)
	return string(text)
}

// sampleWith is [standard.Sample] with values of parameters, by name.
func sampleWith(tb testing.TB, params ...string) standard.Standard {
	tb.Helper()
	var list []standard.Param
	for i := 0; i < len(params); i += 2 {
		list = append(list, standard.Param{Name: params[i], Value: params[i+1]})
	}
	s, err := standard.Sample().With(list...)
	require.NoError(tb, err)
	return s
}

// verdicts evaluates a standard, and returns the verdicts at some addresses.
func verdicts(tb testing.TB, s standard.Standard, e standard.Evidence, addresses ...string) []string {
	tb.Helper()
	report := mustEvaluate(tb, s, standard.SharedVocabulary(), e)
	out := make([]string, len(addresses))
	for i, a := range addresses {
		out[i] = verdictOf(tb, report, a)
	}
	return out
}

// TestSampleHourlyPatrol is W-26: visits at 00:05, 01:50, 02:10 and 03:00, seen at 04:00.
func TestSampleHourlyPatrol(t *testing.T) {
	const complete = `, "complete": [{"kind": "patrol", "from": "2025-09-01T00:00:00+08:00", "to": "2025-09-01T04:00:00+08:00"}, {"kind": "patrolPoint", "from": "2025-09-01T00:00:00+08:00", "to": "2025-09-01T04:00:00+08:00"}]`
	night := func(complete string) standard.Evidence {
		return decode[standard.Evidence](t, `{"asOf": "2025-09-01T04:00:00+08:00", "zone": "Asia/Shanghai", "start": "2025-09-01T00:00:00+08:00", "end": "2025-09-01T04:00:00+08:00",
			"subjects": [{"kind": "patrolPoint", "id": "P1"}], "records": [
			{"id": "r1", "kind": "patrol", "subject": "P1", "at": "2025-09-01T00:05:00+08:00"}, {"id": "r2", "kind": "patrol", "subject": "P1", "at": "2025-09-01T01:50:00+08:00"},
			{"id": "r3", "kind": "patrol", "subject": "P1", "at": "2025-09-01T02:10:00+08:00"}, {"id": "r4", "kind": "patrol", "subject": "P1", "at": "2025-09-01T03:00:00+08:00"}]`+complete+`}`)
	}
	tests := []struct {
		policy, complete string
		want             []string
	}{
		{"perHour", complete, []string{"met", "met", "notApplicable when $patrolPolicy"}},
		{"gap", complete, []string{
			"breached gap 2025-09-01T00:05:00+08:00 2025-09-01T01:50:00+08:00 2025-09-01T01:05:00+08:00", "notApplicable when $patrolPolicy",
			"breached gap 2025-09-01T00:05:00+08:00 2025-09-01T01:50:00+08:00 2025-09-01T01:05:00+08:00",
		}},
		{"perHour", "", []string{"unknown notComplete patrol patrolPoint", "unknown notComplete patrol patrolPoint", "notApplicable when $patrolPolicy"}},
		{"gap", "", []string{"unknown notComplete patrol patrolPoint", "notApplicable when $patrolPolicy", "unknown notComplete patrol patrolPoint"}},
	}
	for _, tt := range tests {
		require.Equal(t, tt.want, verdicts(t, sampleWith(t, "patrolPolicy", tt.policy), night(tt.complete), "SEC-02", "SEC-02/perHour", "SEC-02/gap"), tt.policy)
	}
}

// TestSampleSepticTank is W-25: emptied as planned on 15 January, abnormal and emptied on 12 March, seen on 20 August.
func TestSampleSepticTank(t *testing.T) {
	e := decode[standard.Evidence](t, `{"asOf": "2025-08-20T09:00:00+08:00", "zone": "Asia/Shanghai", "start": "2025-01-01", "end": "2025-10-01", "subjects": [{"kind": "septicTank", "id": "ST-1"}], "records": [
		{"id": "i1", "kind": "septicInspection", "subject": "ST-1", "at": "2025-01-14T09:00:00+08:00"}, {"id": "i2", "kind": "septicInspection", "subject": "ST-1", "at": "2025-02-13T09:00:00+08:00"},
		{"id": "i3", "kind": "septicInspection", "subject": "ST-1", "at": "2025-03-12T09:00:00+08:00"}, {"id": "i4", "kind": "septicInspection", "subject": "ST-1", "at": "2025-04-15T09:00:00+08:00"},
		{"id": "i5", "kind": "septicInspection", "subject": "ST-1", "at": "2025-05-15T09:00:00+08:00"}, {"id": "i6", "kind": "septicInspection", "subject": "ST-1", "at": "2025-06-13T09:00:00+08:00"},
		{"id": "i7", "kind": "septicInspection", "subject": "ST-1", "at": "2025-07-15T09:00:00+08:00"},
		{"id": "e1", "kind": "septicEmptying", "subject": "ST-1", "at": "2025-01-15T10:00:00+08:00", "fields": [{"name": "planned", "value": "true"}]},
		{"id": "e2", "kind": "septicEmptying", "subject": "ST-1", "at": "2025-03-12T15:00:00+08:00", "fields": [{"name": "planned", "value": "false"}]},
		{"id": "f1", "kind": "septicFinding", "subject": "ST-1", "events": [{"seq": 1, "name": "found", "at": "2025-03-12T09:00:00+08:00"}, {"seq": 2, "name": "emptied", "at": "2025-03-12T15:00:00+08:00"}]}],
		"complete": [{"kind": "septicInspection", "from": "2025-01-01", "to": "2025-08-20T09:00:00+08:00"}, {"kind": "septicEmptying", "from": "2025-01-01", "to": "2025-08-20T09:00:00+08:00"},
		{"kind": "septicFinding", "from": "2025-01-01", "to": "2025-08-20T09:00:00+08:00"}, {"kind": "septicTank", "from": "2025-01-01", "to": "2025-08-20T09:00:00+08:00"}]}`)
	const inspect = "pending notDue 2025-08-31"
	const late = "breached gap 2025-01-15T10:00:00+08:00 2025-08-20T09:00:00+08:00 2025-07-15"
	parts := []string{"CLEAN-13", "CLEAN-13/inspect", "CLEAN-13/empty", "CLEAN-13/emptyReset", "CLEAN-13/abnormal"}
	require.Equal(t, []string{late, inspect, late, "notApplicable when $septicReset", "met"}, verdicts(t, standard.Sample(), e, parts...))
	require.Equal(t, []string{inspect, inspect, "notApplicable when $septicReset", "met", "met"}, verdicts(t, sampleWith(t, "septicReset", "yes"), e, parts...))

	v, _ := mustEvaluate(t, standard.Sample(), standard.SharedVocabulary(), e).Clause("CLEAN-13")
	p, _ := v.Part("inspect")
	require.Equal(t, standard.Counts{Total: 9, Met: 7, Pending: 2}, p.Counts, "seven months inspected, August and September open")
}

// TestSampleVisit is W-31: a visit of level 1 on Thursday 18 September, known on Friday the 12th.
func TestSampleVisit(t *testing.T) {
	visit := func(group string) standard.Evidence {
		return decode[standard.Evidence](t, `{"asOf": "2025-09-19T00:00:00+08:00", "zone": "Asia/Shanghai", "start": "2025-09-01", "end": "2025-10-01",
			"subjects": [{"kind": "reception", "id": "V1", "fields": [{"name": "level", "value": "1"}, {"name": "knownOn", "value": "2025-09-12"}, {"name": "arrivalOn", "value": "2025-09-18"}]}], "records": [
			{"id": "c1", "kind": "systemCheck", "subject": "V1", "at": "2025-09-13T16:00:00+08:00", "fields": [{"name": "systems", "values": ["power", "airCon", "fire", "lift", "lowVoltage", "sound", "barrier", "facade"]}]},
			{"id": "c2", "kind": "systemRecheck", "subject": "V1", "at": "2025-09-17T10:00:00+08:00"},
			{"id": "l1", "kind": "leave", "subject": "staff-7", "at": "2025-09-10T00:00:00+08:00", "until": "2025-09-11T00:00:00+08:00", "fields": [{"name": "group", "value": "technician"}]},
			{"id": "l2", "kind": "leave", "subject": "staff-9", "at": "2025-09-15T00:00:00+08:00", "until": "2025-09-16T00:00:00+08:00"`+group+`}],
			"complete": [{"kind": "systemCheck", "from": "2025-09-01", "to": "2025-09-19"}, {"kind": "systemRecheck", "from": "2025-09-01", "to": "2025-09-19"}, {"kind": "leave", "from": "2025-09-01", "to": "2025-09-19"}, {"kind": "reception", "from": "2025-09-01", "to": "2025-09-19"}]}`)
	}
	group := func(name string) string { return `, "fields": [{"name": "group", "value": "` + name + `"}]` }
	const bigCheck = "met lateStart 2025-09-11 2025-09-13"
	tests := []struct {
		group string
		want  []string
	}{
		{"", []string{"unknown fieldMissing group", bigCheck, "met", "unknown fieldMissing group"}},
		{group("technician"), []string{"breached condition span", bigCheck, "met", "breached condition span"}},
		{group("cleaner"), []string{bigCheck, bigCheck, "met", "met"}},
	}
	for _, tt := range tests {
		require.Equal(t, tt.want, verdicts(t, standard.Sample(), visit(tt.group), "EVENT-12", "EVENT-12/bigCheck", "EVENT-12/recheck", "EVENT-12/leave"), tt.group)
	}
}

// TestSampleAliases: a rule that is part of another has the verdict of that part alone.
func TestSampleAliases(t *testing.T) {
	e := evidenceOf(t, "2025-04-01", "2025-03-01", "2025-04-01", `"complete": [`+complete("assignment", "2025-03-01", "2025-04-01")+`], "records": [{"id": "a", "kind": "assignment", "at": "2025-03-04T09:00:00+08:00",
		"fields": [{"name": "confidential", "value": "true"}, {"name": "outsider", "value": "true"}, {"name": "contract", "value": "contractor"}, {"name": "escorts", "value": "0"}]}]`)
	require.Equal(t, []string{"breached condition escorts", "met", "breached condition escorts", "met"}, verdicts(t, standard.Sample(), e, "SEC-53", "SEC-53/contract", "SEC-53/escort", "STAFF-34"))
}

// TestAssessmentAliases: KPI-33 is answered by MAINT-16 and MAINT-17 together.
func TestAssessmentAliases(t *testing.T) {
	figures := func(visited string) string {
		return `"figures": [{"figure": "repairVisit.visited", "value": "` + visited + `"}, {"figure": "repairVisit.completed", "value": "100"},
			{"figure": "repairTimeliness.arrivedInTime", "value": "100"}, {"figure": "repairTimeliness.ordersDue", "value": "100"}, {"figure": "repairPass.passed", "value": "90"}, {"figure": "repairPass.inspected", "value": "90"},
			{"figure": "equipmentSoundness.soundDevices", "value": "50"}, {"figure": "equipmentSoundness.devices", "value": "50"}, {"figure": "repairSatisfaction.satisfied", "value": "99"}, {"figure": "repairSatisfaction.validAnswers", "value": "100"},
			{"figure": "collection.collected", "value": "97"}, {"figure": "collection.billed", "value": "100"}]`
	}
	s, err := standard.Assessment().With(standard.Param{Name: "repairPassBase", Value: "repairPass.inspected"})
	require.NoError(t, err)
	state := func(visited, id string) standard.State {
		v, ok := mustEvaluate(t, s, standard.SharedVocabulary(), evidenceOf(t, "2026-01-01", "2025-01-01", "2026-01-01", figures(visited))).Clause(id)
		require.True(t, ok)
		return v.State
	}
	require.Equal(t, standard.Met, state("100", "KPI-33"))
	require.Equal(t, standard.Breached, state("99", "KPI-33"))
	require.Equal(t, standard.Met, state("99", "MAINT-17"))
	require.Equal(t, standard.Breached, state("100", "KPI-30"), "as BILL-35")
	require.Equal(t, standard.Unknown, state("100", "KPI-32"), "as SEC-49")
}

// TestAcceptance is W-10: 170 of 200 pass, 169 do not, and then the note says what follows.
func TestAcceptance(t *testing.T) {
	door := func(satisfied string) standard.Evidence {
		return evidenceOf(t, "2026-01-01", "2025-01-01", "2026-01-01", `"complete": [`+complete("community", "2025-01-01", "2026-01-01")+`], "subjects": [{"kind": "community", "id": "C1"}],
			"figures": [{"figure": "doorSatisfaction.satisfied", "subject": "C1", "value": "`+satisfied+`"}, {"figure": "doorSatisfaction.surveyed", "subject": "C1", "value": "200"}]`)
	}
	s := standard.Assessment()
	state := func(satisfied string) standard.State {
		v, ok := mustEvaluate(t, s, standard.SharedVocabulary(), door(satisfied)).Clause("KPI-24")
		require.True(t, ok)
		return v.State
	}
	require.Equal(t, standard.Met, state("170"), "85 % exactly")
	require.Equal(t, standard.Breached, state("169"), "84.5 %")
	for _, c := range s.Clauses {
		if c.ID == "KPI-24" || c.ID == "KPI-25" {
			require.Contains(t, c.Note.ZH, "“补课”，不予验收", c.ID)
			require.Contains(t, c.Note.EN, "make up and is not accepted", c.ID)
		}
	}
}

// TestAssessmentOpen: without evidence, and with parameters open, nothing is met and nothing is breached.
func TestAssessmentOpen(t *testing.T) {
	report := mustEvaluate(t, standard.Assessment(), standard.SharedVocabulary(), evidenceOf(t, "2026-01-01", "2025-01-01", "2026-01-01", ""))
	tally := report.Tally()
	require.Equal(t, standard.Tally{Total: 27 + 7, Unknown: 27 + 7}, tally)
}
