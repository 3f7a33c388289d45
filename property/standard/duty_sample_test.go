package standard_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/wuyekit/wuye/property/standard"
)

// TestDutySepticTank is W-25: a planned emptying on 15 January, another after an abnormal finding on 12 March. Whether that one begins
// the half-year anew, a parameter says.
func TestDutySepticTank(t *testing.T) {
	const clause = `{"id": "CLEAN-13", "profile": "002", "text": {"zh": "化粪池每月检查1次,每半年清掏1次"}, "measures": [
		{"part": "inspect", "duty": {"acts": ["septicInspection"], "per": "septicTank", "plan": {"quota": {"atLeast": "1", "in": "month"}}}},
		{"part": "empty", "when": [{"field": "$septicReset", "is": "=", "value": "no"}], "duty": {"acts": ["septicEmptying"], "per": "septicTank",
		  "with": [{"field": "planned", "is": "=", "value": "true"}], "plan": {"gap": {"max": "P6M"}}}},
		{"part": "emptyReset", "when": [{"field": "$septicReset", "is": "=", "value": "yes"}], "duty": {"acts": ["septicEmptying"], "per": "septicTank",
		  "plan": {"gap": {"max": "P6M"}}}}]}`
	e := evidenceOf(t, "2025-08-20 09:00", "2025-01-01", "2025-10-01", about(
		[]string{one("septicTank", "ST-1", "")},
		[]string{
			acted(t, "septicInspection", "ST-1", "2025-01-14 09:00", "2025-02-13 09:00", "2025-03-12 09:00", "2025-04-15 09:00", "2025-05-15 09:00", "2025-06-13 09:00", "2025-07-15 09:00"),
			acted(t, "septicEmptying", "ST-1", "2025-01-15 10:00|planned=true", "2025-03-12 15:00|planned=false"),
		},
		complete("*", "2025-01-01", "2025-08-20T09:00:00+08:00"),
	))
	run := func(reset string) standard.Report {
		return mustEvaluate(t, clausesOf(t, `"params": [{"name": "septicReset", "value": "`+reset+`"}],`, clause), dutyWords(t), e)
	}
	r := run("no")
	require.Equal(t, "pending notDue 2025-08-31", verdictOf(t, r, "CLEAN-13/inspect"))
	require.Equal(t, "breached gap 2025-01-15T10:00:00+08:00 2025-08-20T09:00:00+08:00 2025-07-15", verdictOf(t, r, "CLEAN-13/empty"))
	require.Equal(t, "notApplicable when $septicReset", verdictOf(t, r, "CLEAN-13/emptyReset"))
	require.Equal(t, "breached", firstWord(verdictOf(t, r, "CLEAN-13")))
	v, _ := r.Clause("CLEAN-13")
	require.Equal(t, standard.Counts{Total: 9, Met: 7, Pending: 2}, v.Parts[0].Counts)

	r = run("yes")
	require.Equal(t, "met", verdictOf(t, r, "CLEAN-13/emptyReset"))
	require.Equal(t, "pending notDue 2025-08-31", verdictOf(t, r, "CLEAN-13"))
}

// TestDutyPatrol is W-26: visits at 00:05, 01:50, 02:10 and 03:00. Once in each hour of the clock they are enough; with at most an hour between
// two they are not.
func TestDutyPatrol(t *testing.T) {
	const clause = `{"id": "SEC-02", "profile": "002", "text": {"zh": "每1小时至少巡查1次"}, "measures": [
		{"part": "perHour", "when": [{"field": "$patrolPolicy", "is": "=", "value": "perHour"}], "duty": {"acts": ["patrol"], "per": "patrolPoint", "plan": {"quota": {"atLeast": "1", "in": "hour"}}}},
		{"part": "gap", "when": [{"field": "$patrolPolicy", "is": "=", "value": "gap"}], "duty": {"acts": ["patrol"], "per": "patrolPoint", "plan": {"gap": {"max": "PT60M"}}}}]}`
	const from, to = "2025-09-01T00:00:00+08:00", "2025-09-01T04:00:00+08:00"
	run := func(policy string, complete ...string) standard.Report {
		e := evidenceOf(t, "2025-09-01 04:00", from, to, about(
			[]string{one("patrolPoint", "P1", "")},
			[]string{acted(t, "patrol", "P1", "2025-09-01 00:05", "2025-09-01 01:50", "2025-09-01 02:10", "2025-09-01 03:00")}, complete...,
		))
		return mustEvaluate(t, clausesOf(t, `"params": [{"name": "patrolPolicy", "value": "`+policy+`"}],`, clause), dutyWords(t), e)
	}
	all := []string{complete("patrol", from, to), complete("patrolPoint", from, to)}

	r := run("perHour", all...)
	require.Equal(t, "met", verdictOf(t, r, "SEC-02"))
	require.Equal(t, "met", verdictOf(t, r, "SEC-02/perHour"))
	require.Equal(t, "notApplicable", firstWord(verdictOf(t, r, "SEC-02/gap")))
	v, _ := r.Clause("SEC-02")
	require.Equal(t, standard.Counts{Total: 4, Met: 4}, v.Parts[0].Counts)

	r = run("gap", all...)
	require.Equal(t, "breached gap 2025-09-01T00:05:00+08:00 2025-09-01T01:50:00+08:00 2025-09-01T01:05:00+08:00", verdictOf(t, r, "SEC-02/gap"))
	require.Equal(t, "breached", firstWord(verdictOf(t, r, "SEC-02")))
	v, _ = r.Clause("SEC-02")
	// To 00:05, to 02:10, to 03:00 and to 04:00 are in order.
	require.Equal(t, standard.Counts{Total: 5, Met: 4, Breached: 1}, v.Parts[1].Counts)

	for _, policy := range []string{"perHour", "gap"} {
		require.Equal(t, "unknown notComplete patrol", verdictOf(t, run(policy, all[1]), "SEC-02"))
		require.Equal(t, "unknown notComplete patrol patrolPoint", verdictOf(t, run(policy), "SEC-02"), policy)
	}
	require.Equal(t, "unknown notComplete patrolPoint", verdictOf(t, run("perHour", all[0]), "SEC-02"))
}

// TestDutyCountdown is W-31: a visit of level 1 on Thursday 2025-09-18, of which it was known on Friday the 12th, a day after the check was due.
func TestDutyCountdown(t *testing.T) {
	const eight = "power airCon fire lift lowVoltage sound barrier facade"
	const clause = `{"id": "EVENT-12", "profile": "000-I", "text": {"zh": "提前一周"}, "measures": [
		{"part": "bigCheck", "duty": {"acts": ["systemCheck"], "per": "reception", "where": [{"field": "level", "is": "=", "value": "1"}],
		  "with": [{"field": "systems", "is": "has", "values": ["power", "airCon", "fire", "lift", "lowVoltage", "sound", "barrier", "facade"]}],
		  "plan": {"by": {"due": "@subject.arrivalOn-P7D", "known": "@subject.knownOn"}}, "lateStart": "$lateStartGrace"}},
		{"part": "recheck", "duty": {"acts": ["systemRecheck"], "per": "reception", "where": [{"field": "level", "is": "=", "value": "1"}],
		  "plan": {"by": {"due": "@subject.arrivalOn-P1D", "known": "@subject.knownOn"}}, "early": "PT0S"}}]}`
	run := func(grace, check, recheck string) standard.Report {
		e := evidenceOf(t, "2025-09-19", "2025-09-01", "2025-10-01", about(
			[]string{one("reception", "V1", "level=1;knownOn=2025-09-12;arrivalOn=2025-09-18"), one("reception", "V2", "level=2;arrivalOn=2025-09-18")},
			[]string{acted(t, "systemCheck", "V1", check), acted(t, "systemRecheck", "V1", recheck)},
			complete("*", "2025-09-01", "2025-09-19"),
		))
		return mustEvaluate(t, clausesOf(t, `"params": [{"name": "lateStartGrace", "value": "`+grace+`"}],`, clause), dutyWords(t), e)
	}
	tests := []struct{ name, grace, check, recheck, bigCheck, again string }{
		{
			"the vector", "P1D", "2025-09-13 16:00|systems=" + eight, "2025-09-17 10:00",
			"met lateStart 2025-09-11 2025-09-13", "met",
		},
		{
			"to the last second of the day", "P1D", "2025-09-13 23:59:59|systems=" + eight, "2025-09-17 23:59:59",
			"met lateStart 2025-09-11 2025-09-13", "met",
		},
		{
			"a second later, and a day too early", "P1D", "2025-09-14|systems=" + eight, "2025-09-16 23:59:59",
			"breached late 2025-09-13 2025-09-14T00:00:00+08:00", "breached missed 2025-09-17",
		},
		{
			"seven systems are no big check", "P1D", "2025-09-13 16:00|systems=power airCon fire lift lowVoltage sound barrier", "2025-09-18 00:00",
			"breached missed 2025-09-13", "breached late 2025-09-17 2025-09-18T00:00:00+08:00",
		},
		{
			"which systems, nobody wrote down", "P1D", "2025-09-13 16:00", "2025-09-17 00:00",
			"unknown fieldMissing systems", "met",
		},
		{
			"the grace is open", "", "2025-09-13 16:00|systems=" + eight, "2025-09-17 10:00",
			"unknown paramUnset lateStartGrace", "met",
		},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			r := run(tt.grace, tt.check, tt.recheck)
			require.Equal(t, tt.bigCheck, verdictOf(t, r, "EVENT-12/bigCheck"))
			require.Equal(t, tt.again, verdictOf(t, r, "EVENT-12/recheck"))
		})
	}
}

// TestDutyTea is EVENT-62: every 15 minutes of a meeting, strictly before its end, two minutes early to five minutes late.
func TestDutyTea(t *testing.T) {
	clause := dutyClause("EVENT-62", `{"acts": ["tea"], "per": "meeting", "plan": {"every": {"step": "PT15M", "inside": ["@subject.startAt", "@subject.endAt"]}}, "early": "$teaEarly", "late": "$teaLate"}`)
	const params = `"params": [{"name": "teaEarly", "value": "PT2M"}, {"name": "teaLate", "value": "PT5M"}],`
	meeting := func(start, end string) string {
		return one("meeting", "M", "startAt="+clockAt(t, start).Format(rfc)+";endAt="+clockAt(t, end).Format(rfc))
	}
	tests := []struct {
		name, asOf, meeting string
		tea                 []string
		want                string
	}{
		{"an hour has three", "2025-09-02", meeting("2025-09-01 14:00", "2025-09-01 15:00"), []string{"2025-09-01 14:13", "2025-09-01 14:35", "2025-09-01 14:45"}, "met; 3 met"},
		{"a minute too early, a minute too late", "2025-09-02", meeting("2025-09-01 14:00", "2025-09-01 15:00"), []string{"2025-09-01 14:12", "2025-09-01 14:36", "2025-09-01 14:45"}, "breached missed 2025-09-01T14:15:00+08:00; 1 met 2 breached 1 late 1 extra"},
		{"61 minutes have four", "2025-09-02", meeting("2025-09-01 14:00", "2025-09-01 15:01"), []string{"2025-09-01 14:15", "2025-09-01 14:30", "2025-09-01 14:45"}, "breached missed 2025-09-01T15:00:00+08:00; 3 met 1 breached"},
		{"ten minutes have none", "2025-09-02", meeting("2025-09-01 14:00", "2025-09-01 14:10"), nil, "notApplicable noRows;"},
		{"it has just begun", "2025-09-01 14:36", meeting("2025-09-01 14:00", "2025-09-01 15:00"), []string{"2025-09-01 14:15"}, "breached missed 2025-09-01T14:30:00+08:00; 1 met 1 breached 1 pending"},
		{"on the instant it may still come", "2025-09-01 14:35", meeting("2025-09-01 14:00", "2025-09-01 15:00"), []string{"2025-09-01 14:15"}, "pending notDue 2025-09-01T14:30:00+08:00; 1 met 2 pending"},
		{"no end", "2025-09-02", one("meeting", "M", "startAt=2025-09-01T14:00:00+08:00"), nil, "unknown fieldMissing subject.endAt; 1 unknown"},
		{"the end before the start", "2025-09-02", meeting("2025-09-01 14:00", "2025-09-01 14:00"), nil, "unknown badRow M; 1 unknown"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			e := evidenceOf(t, tt.asOf, "2025-09-01", "2025-10-01", about([]string{tt.meeting}, nonEmpty(acted(t, "tea", "M", tt.tea...)), complete("*", "2025-09-01", "2025-10-01")))
			require.Equal(t, tt.want, shown(t, mustEvaluate(t, clausesOf(t, params, clause), dutyWords(t), e), "EVENT-62"))
		})
	}
}

// TestDutyTraining is STAFF-08: six hours of practical training in the first month, which is half-open: the same day of the next month is
// not in it.
func TestDutyTraining(t *testing.T) {
	clause := dutyClause("STAFF-08", `{"acts": ["training"], "per": "newHire", "with": [{"field": "practical", "is": "=", "value": "true"}],
		"plan": {"quota": {"atLeast": "6", "sum": "hours", "span": ["@subject.hiredOn", "@subject.hiredOn+P1M"]}}}`)
	tests := []struct {
		name, asOf, hired string
		training          []string
		want              string
	}{
		{"six hours", "2025-05-01", "2025-03-10", []string{"2025-03-10|practical=true;hours=2.5", "2025-04-09 23:59|practical=true;hours=3.5"}, "met; 1 met"},
		{"the tenth of April is too late", "2025-05-01", "2025-03-10", []string{"2025-03-12|practical=true;hours=2.5", "2025-04-10|practical=true;hours=3.5"}, "breached short 2.5 6 2025-03-10/2025-04-09; 1 breached 1 extra"},
		{"theory does not count", "2025-05-01", "2025-03-10", []string{"2025-03-12|practical=true;hours=5.9", "2025-03-13|practical=false;hours=2"}, "breached short 5.9 6 2025-03-10/2025-04-09; 1 breached"},
		{"how long, nobody wrote down", "2025-05-01", "2025-03-10", []string{"2025-03-12|practical=true;hours=5", "2025-03-13|practical=true"}, "unknown fieldMissing hours; 1 unknown"},
		{"whether it was practical, nobody wrote down", "2025-05-01", "2025-03-10", []string{"2025-03-12|practical=true;hours=5", "2025-03-13|hours=1"}, "unknown fieldMissing practical; 1 unknown"},
		{"nor would it matter", "2025-05-01", "2025-03-10", []string{"2025-03-12|practical=true;hours=5", "2025-03-13|hours=0.5"}, "breached short 5 6 2025-03-10/2025-04-09; 1 breached"},
		{"the month is not over", "2025-03-31", "2025-03-10", []string{"2025-03-12|practical=true;hours=5"}, "pending notDue 2025-04-09; 1 pending"},
		{"hired on the last of January: to the end of February", "2025-05-01", "2025-01-31", []string{"2025-02-27 23:00|practical=true;hours=6"}, "met; 1 met"},
		{"who was hired before has no row", "2025-05-01", "2024-10-01", nil, "notApplicable noRows;"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			e := evidenceOf(t, tt.asOf, "2025-01-01", "2025-05-01", about(
				[]string{one("newHire", "N", "hiredOn="+tt.hired)}, nonEmpty(acted(t, "training", "N", tt.training...)), complete("*", "2025-01-01", "2025-05-01"),
			))
			require.Equal(t, tt.want, shown(t, mustEvaluate(t, clausesOf(t, "", clause), dutyWords(t), e), "STAFF-08"))
		})
	}
}

// TestDutySlots is CLEAN-15: every morning and every evening, not any two times.
func TestDutySlots(t *testing.T) {
	clause := dutyClause("CLEAN-15", `{"acts": ["sweep"], "per": "road", "plan": {"quota": {"atLeast": "1", "in": "day", "slots": ["$morning", "$evening"]}}}`)
	const params = `"params": [{"name": "morning", "value": "05:00/10:00"}, {"name": "evening", "value": "17:00/22:00"}],`
	tests := []struct {
		name   string
		sweeps []string
		want   string
	}{
		{"one each", []string{"2025-03-01 05:00", "2025-03-01 21:59", "2025-03-02 06:00", "2025-03-02 17:00"}, "met; 4 met"},
		{"two in the morning are one", []string{"2025-03-01 06:00", "2025-03-01 09:59", "2025-03-02 06:00", "2025-03-02 17:00"}, "breached short 0 1 2025-03-01T17:00:00+08:00/2025-03-01T22:00:00+08:00; 3 met 1 breached 1 extra"},
		{"a minute early, and on the end", []string{"2025-03-01 04:59", "2025-03-01 22:00", "2025-03-02 06:00", "2025-03-02 17:00"}, "breached short 0 1 2025-03-01T05:00:00+08:00/2025-03-01T10:00:00+08:00; 2 met 2 breached 2 extra"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			e := evidenceOf(t, "2025-03-03", "2025-03-01", "2025-03-03", about(
				[]string{one("road", "R1", "")}, []string{acted(t, "sweep", "R1", tt.sweeps...)}, complete("*", "2025-03-01", "2025-03-03"),
			))
			require.Equal(t, tt.want, shown(t, mustEvaluate(t, clausesOf(t, params, clause), dutyWords(t), e), "CLEAN-15"))
		})
	}
}

// TestDutyOpenFigures are MAINT-22 and CLEAN-64: figures that the source leaves open are named, and the parts that have theirs are judged.
func TestDutyOpenFigures(t *testing.T) {
	const clause = `{"id": "MAINT-22", "profile": "002", "text": {"zh": "根据房屋实际使用年限"}, "measures": [
		{"part": "young", "duty": {"acts": ["structureCheck"], "per": "building", "where": [{"field": "ageYears", "is": "<", "value": "$oldFrom"}], "plan": {"gap": {"max": "$gapYoung"}}}},
		{"part": "old", "duty": {"acts": ["structureCheck"], "per": "building", "where": [{"field": "ageYears", "is": ">=", "value": "$oldFrom"}], "plan": {"gap": {"max": "$gapOld"}}}}]}`
	e := evidenceOf(t, "2026-01-01", "2025-01-01", "2026-01-01", about(
		[]string{one("building", "new", "ageYears=19.9"), one("building", "old", "ageYears=20"), one("building", "older", "ageYears=31")},
		[]string{acted(t, "structureCheck", "new", "2025-06-01"), acted(t, "structureCheck", "old", "2025-03-31", "2025-06-30 12:00", "2025-09-30"), acted(t, "structureCheck", "older", "2025-04-01", "2025-07-02", "2025-10-01", "2025-12-31")},
		complete("*", "2025-01-01", "2026-01-01"),
	))
	run := func(oldFrom, young, old string) standard.Report {
		params := `"params": [{"name": "oldFrom", "value": "` + oldFrom + `"}, {"name": "gapYoung", "value": "` + young + `"}, {"name": "gapOld", "value": "` + old + `"}],`
		return mustEvaluate(t, clausesOf(t, params, clause), dutyWords(t), e)
	}
	r := run("", "", "")
	require.Equal(t, "unknown paramUnset gapYoung oldFrom", verdictOf(t, r, "MAINT-22/young"))
	require.Equal(t, "unknown paramUnset gapOld oldFrom", verdictOf(t, r, "MAINT-22/old"))
	r = run("20", "P1Y", "")
	require.Equal(t, "met", verdictOf(t, r, "MAINT-22/young"))
	require.Equal(t, "unknown paramUnset gapOld", verdictOf(t, r, "MAINT-22"))
	r = run("20", "P1Y", "P3M")
	// 31 March and three months is 30 June; from 1 April to 2 July is a day more than three months; after 30 September comes 30 December.
	require.Equal(t, "breached gap 2025-09-30T00:00:00+08:00 2026-01-01T00:00:00+08:00 2025-12-30", verdictOf(t, r, "MAINT-22/old"))
	v, _ := r.Clause("MAINT-22")
	require.Equal(t, standard.Counts{Total: 9, Met: 7, Breached: 2}, v.Parts[1].Counts)
	require.Equal(t, standard.Counts{Total: 2, Met: 2}, v.Parts[0].Counts)
}

// TestDutyRunning is MAINT-47: the cycle of an overhaul is working hours between two, not days. Where nobody reads the meter it is unknown.
func TestDutyRunning(t *testing.T) {
	clause := dutyClause("MAINT-47", `{"acts": ["overhaul"], "per": "equipment", "where": [{"field": "method", "is": "=", "value": "periodic"}], "plan": {"running": {"meter": "hours", "step": "$overhaulHours"}}}`)
	readings := func(values ...string) string { return acted(t, "hourReading", "E1", values...) }
	tests := []struct {
		name, step string
		records    []string
		want       string
	}{
		{"open", "", nil, "unknown paramUnset overhaulHours;"},
		{"never read", "5000", nil, "unknown fieldMissing hours; 1 unknown"},
		{"4,999 hours since the beginning", "5000", []string{readings("2025-01-01|hours=1000", "2025-02-01|hours=5999")}, "met; 1 met"},
		{"5,000, read on the day", "5000", []string{readings("2025-01-01|hours=1000", "2025-02-28 12:00|hours=6000")}, "breached gap 2025-01-01T00:00:00+08:00 2025-03-01T00:00:00+08:00 2025-02-28T12:00:00+08:00; 1 breached"},
		{
			"overhauled on the instant, and then again after fewer", "5000",
			[]string{readings("2025-01-01|hours=1000", "2025-01-20 12:00|hours=6000", "2025-02-01|hours=10999"), acted(t, "overhaul", "E1", "2025-01-20 12:00", "2025-02-02")},
			"met; 3 met",
		},
		{
			"overhauled too late", "5000",
			[]string{readings("2025-01-01|hours=1000", "2025-01-20 12:00|hours=6000"), acted(t, "overhaul", "E1", "2025-01-20 12:01")},
			"breached gap 2025-01-01T00:00:00+08:00 2025-01-20T12:01:00+08:00 2025-01-20T12:00:00+08:00; 1 met 1 breached",
		},
		{"the meter went back", "5000", []string{readings("2025-01-01|hours=1000", "2025-01-20|hours=900")}, "unknown badRow hours; 1 unknown"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			e := evidenceOf(t, "2025-03-01", "2025-01-01", "2025-03-01", about(
				[]string{one("equipment", "E1", "method=periodic"), one("equipment", "E2", "method=byState")}, tt.records, complete("*", "2025-01-01", "2025-03-01"),
			))
			s := clausesOf(t, `"params": [{"name": "overhaulHours", "value": "`+tt.step+`"}],`, clause)
			require.Equal(t, tt.want, shown(t, mustEvaluate(t, s, dutyWords(t), e), "MAINT-47"))
		})
	}
}

// TestDutyRegular is CLEAN-64: twelve tasks that the source calls regular and gives no interval. Each is unknown by its own name until
// the contract says it, and the others stay so.
func TestDutyRegular(t *testing.T) {
	var params, parts []string
	for _, task := range []string{"road", "corridor", "lift", "disinfect", "binDisinfect", "water", "fertilise", "prune", "lawn", "garden", "collect", "facility"} {
		value := ""
		if task == "lawn" {
			value = "P30D"
		}
		params = append(params, `{"name": "i.`+task+`", "value": "`+value+`"}`)
		parts = append(parts, `{"part": "`+task+`", "duty": {"acts": ["sweep"], "per": "road", "plan": {"gap": {"max": "$i.`+task+`"}}}}`)
	}
	clause := `{"id": "CLEAN-64", "profile": "001-11", "text": {"zh": "定期修剪小区内的草坪"}, "measures": [` + strings.Join(parts, ", ") + `]}`
	e := evidenceOf(t, "2025-04-01", "2025-03-01", "2025-04-01", about(
		[]string{one("road", "R", "")}, []string{acted(t, "sweep", "R", "2025-03-15")}, complete("*", "2025-03-01", "2025-04-01"),
	))
	v, ok := mustEvaluate(t, clausesOf(t, `"params": [`+strings.Join(params, ", ")+`],`, clause), dutyWords(t), e).Clause("CLEAN-64")
	require.True(t, ok)
	require.Len(t, v.Parts, 12)
	require.Equal(t, standard.Unknown, v.State)
	for _, p := range v.Parts {
		want := "unknown paramUnset i." + p.Part
		if p.Part == "lawn" {
			want = "met"
		}
		require.Equal(t, want, said(p.State, p.Reason))
	}
}
