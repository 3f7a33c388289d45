package standard_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/wuyekit/wuye/property/standard"
)

// TestDutyTimes: every plan on the instant and a unit past it, of complete and of incomplete evidence, and with nothing there at all.
func TestDutyTimes(t *testing.T) {
	quota := func(rest string) string {
		return `{"acts": ["sweep"], "per": "road", "plan": {"quota": {"atLeast": "2", "in": "week"}` + rest + `}}`
	}
	gap := func(most, rest string) string {
		return `{"acts": ["sweep"], "per": "road", "plan": {"gap": {"max": "` + most + `"}` + rest + `}}`
	}
	daily := `{"acts": ["sweep"], "per": "road", "plan": {"rule": {"every": "day", "times": ["08:00"]}}, "early": "PT30M", "late": "PT1H"}`
	// 3 to 16 March 2025 are two weeks, from Monday to Sunday.
	all := complete("*", "2025-03-03", "2025-03-17")
	tests := []struct {
		name, duty, asOf string
		sweeps           []string
		complete         []string
		want             string
	}{
		{"quota: the first and the last minute", quota(""), "2025-03-17", []string{"2025-03-03", "2025-03-09 23:59:59", "2025-03-10", "2025-03-16 23:59:59"}, []string{all}, "met; 2 met"},
		{"quota: a second too late for the week", quota(""), "2025-03-17", []string{"2025-03-03", "2025-03-10", "2025-03-10 00:00:01"}, []string{all}, "breached short 1 2 2025-03-03/2025-03-09; 1 met 1 breached"},
		{"quota: the week is not over", quota(""), "2025-03-16 23:59:59", []string{"2025-03-03", "2025-03-04", "2025-03-10"}, []string{all}, "pending notDue 2025-03-16; 1 met 1 pending"},
		{"quota: reached before it is over", quota(""), "2025-03-12", []string{"2025-03-03", "2025-03-04", "2025-03-10", "2025-03-11"}, []string{all}, "met; 2 met"},
		{"quota: more than asked for", quota(""), "2025-03-17", []string{"2025-03-03", "2025-03-04", "2025-03-05", "2025-03-10", "2025-03-11"}, []string{all}, "met; 2 met 1 extra"},
		{"quota: not all there", quota(""), "2025-03-17", []string{"2025-03-03", "2025-03-04", "2025-03-10"}, []string{complete("*", "2025-03-03", "2025-03-16")}, "unknown notComplete sweep road; 1 met 1 unknown"},
		{"quota: short where it is all there", quota(""), "2025-03-17", []string{"2025-03-03", "2025-03-10"}, []string{complete("*", "2025-03-03", "2025-03-10")}, "breached short 1 2 2025-03-03/2025-03-09; 1 breached 1 unknown"},
		{"quota: met, and the roads are not all there", quota(""), "2025-03-17", []string{"2025-03-03", "2025-03-04", "2025-03-10", "2025-03-11"}, []string{complete("sweep", "2025-03-03", "2025-03-17")}, "unknown notComplete road; 2 met"},
		{"quota: in the window alone", quota(`, "window": "06:00/22:00"`), "2025-03-17", []string{"2025-03-03 06:00", "2025-03-04 21:59", "2025-03-10 05:59", "2025-03-11 22:00", "2025-03-12 12:00"}, []string{all}, "breached short 1 2 2025-03-10/2025-03-16; 1 met 1 breached"},
		{"quota: on Fridays alone", quota(`, "on": ["fri"]`), "2025-03-17", []string{"2025-03-07 06:00", "2025-03-07 07:00", "2025-03-13 23:59", "2025-03-14"}, []string{all}, "breached short 1 2 2025-03-10/2025-03-16; 1 met 1 breached"},
		{"quota: on working days alone", quota(`, "days": "working"`), "2025-03-17", []string{"2025-03-03 06:00", "2025-03-07 07:00", "2025-03-14", "2025-03-15"}, []string{all}, "breached short 1 2 2025-03-10/2025-03-16; 1 met 1 breached 1 extra"},

		{"gap: to the end of the fifth day", gap("P5D", ""), "2025-03-17", []string{"2025-03-08 23:59:59", "2025-03-13 23:59:59"}, []string{all}, "met; 3 met"},
		{"gap: a second past it", gap("P5D", ""), "2025-03-17", []string{"2025-03-08 23:59:59", "2025-03-14"}, []string{all}, "breached gap 2025-03-08T23:59:59+08:00 2025-03-14T00:00:00+08:00 2025-03-13; 2 met 1 breached"},
		{"gap: to the second", gap("PT48H", ""), "2025-03-07", []string{"2025-03-05"}, []string{all}, "met; 2 met"},
		{"gap: a second past that", gap("PT48H", ""), "2025-03-07 00:00:01", []string{"2025-03-05"}, []string{all}, "breached gap 2025-03-05T00:00:00+08:00 2025-03-07T00:00:01+08:00 2025-03-07T00:00:00+08:00; 1 met 1 breached"},
		{"gap: nothing there yet", gap("P20D", ""), "2025-03-17", nil, []string{all}, "met; 1 met"},
		{"gap: the period has not begun", gap("P20D", ""), "2025-03-01", nil, []string{complete("*", "2025-03-01", "2025-03-17")}, "notApplicable noRows;"},
		{"gap: nothing there, and not all is", gap("P5D", ""), "2025-03-17", nil, nil, "unknown notComplete sweep road; 1 unknown"},
		{"gap: from the last one before the period", gap("P5D", ""), "2025-03-17", []string{"2025-02-28", "2025-03-06", "2025-03-11", "2025-03-14"}, []string{complete("*", "2025-02-01", "2025-03-17")}, "breached gap 2025-02-28T00:00:00+08:00 2025-03-06T00:00:00+08:00 2025-03-05; 3 met 1 breached"},
		{"gap: what was before the period is not all there", gap("P5D", ""), "2025-03-17", []string{"2025-02-28", "2025-03-06", "2025-03-11", "2025-03-14"}, []string{all}, "unknown notComplete sweep; 3 met 1 unknown"},
		{"gap: in the nights alone, each anew", gap("PT3H", `, "window": "22:00/06:00"`), "2025-03-05 12:00", []string{"2025-03-03 02:00", "2025-03-03 05:00", "2025-03-03 23:00", "2025-03-04 02:00", "2025-03-04 05:00", "2025-03-05 01:00", "2025-03-05 04:00", "2025-03-04 12:00"}, []string{all}, "met; 10 met"},
		{"gap: a round of the night was left out", gap("PT3H", `, "window": "22:00/06:00"`), "2025-03-04 12:00", []string{"2025-03-03 02:00", "2025-03-03 05:00", "2025-03-03 23:00", "2025-03-04 05:00"}, []string{all}, "breached gap 2025-03-03T23:00:00+08:00 2025-03-04T05:00:00+08:00 2025-03-04T02:00:00+08:00; 5 met 1 breached"},
		{"gap: out of season", gap("P5D", `, "season": "04-01/10-31"`), "2025-03-17", nil, []string{all}, "notApplicable noRows;"},

		{"rule: from half an hour before to an hour after", daily, "2025-03-05", []string{"2025-03-03 07:30", "2025-03-04 09:00"}, []string{all}, "pending notDue 2025-03-05T08:00:00+08:00; 2 met 12 pending"},
		{"rule: a second too early, a second too late", daily, "2025-03-05", []string{"2025-03-03 07:29:59", "2025-03-04 09:00:01"}, []string{all}, "breached missed 2025-03-03T08:00:00+08:00; 2 breached 12 pending 1 late"},
		{"rule: too late, where one in time would be here", daily, "2025-03-05", []string{"2025-03-03 08:00", "2025-03-04 10:00"}, []string{complete("*", "2025-03-04", "2025-03-05")}, "breached late 2025-03-04T08:00:00+08:00 2025-03-04T10:00:00+08:00; 1 met 1 breached 12 pending 1 late"},
		{"rule: too late, and one in time may be missing", daily, "2025-03-05", []string{"2025-03-03 08:00", "2025-03-04 10:00"}, nil, "unknown notComplete sweep road; 1 met 12 pending 1 unknown"},
		{"rule: left out, and not all is there", daily, "2025-03-05", []string{"2025-03-03 08:00"}, nil, "unknown notComplete sweep road; 1 met 12 pending 1 unknown"},
		{"rule: on the instant it may still come", daily, "2025-03-03 09:00", nil, []string{all}, "pending notDue 2025-03-03T08:00:00+08:00; 14 pending"},
		{"rule: a second later it may not", daily, "2025-03-03 09:00:01", nil, []string{all}, "breached missed 2025-03-03T08:00:00+08:00; 1 breached 13 pending"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			e := evidenceOf(t, tt.asOf, "2025-03-03", "2025-03-17", about([]string{one("road", "R", "")}, nonEmpty(acted(t, "sweep", "R", tt.sweeps...)), tt.complete...))
			require.Equal(t, tt.want, shown(t, mustEvaluate(t, clausesOf(t, "", dutyClause("D", tt.duty)), dutyWords(t), e), "D"))
		})
	}
}

// TestDutyCutPeriod: a month that the evaluated period cuts at its beginning is judged if all of it is here.
func TestDutyCutPeriod(t *testing.T) {
	duty := dutyClause("D", `{"acts": ["sweep"], "per": "road", "plan": {"quota": {"atLeast": "1", "in": "month"}}}`)
	run := func(from string, sweeps ...string) string {
		e := evidenceOf(t, "2025-04-15", "2025-03-10", "2025-04-01", about([]string{one("road", "R", "")}, nonEmpty(acted(t, "sweep", "R", sweeps...)), complete("*", from, "2025-04-15")))
		return shown(t, mustEvaluate(t, clausesOf(t, "", duty), dutyWords(t), e), "D")
	}
	require.Equal(t, "met; 1 met", run("2025-03-01", "2025-03-02"), "done before the period, in the month")
	require.Equal(t, "breached short 0 1 2025-03-01/2025-03-31; 1 breached", run("2025-03-01"))
	require.Equal(t, "notApplicable partialPeriod 2025-03-01/2025-03-31; 1 notApplicable", run("2025-03-02"))
}

// TestDutyEstate: a duty of the estate counts the records of its kind whatever they are about, and may hang on a day of the estate.
func TestDutyEstate(t *testing.T) {
	clause := dutyClause("EVENT-44", `{"acts": ["drill"], "plan": {"quota": {"atLeast": "2", "span": ["@planApprovedOn", "@estate.examOn"]}}}`)
	run := func(estate string, drills ...string) string {
		e := evidenceOf(t, "2025-07-01", "2025-01-01", "2025-07-01", about(
			[]string{one("building", "B1", ""), one("building", "B2", "")}, []string{acted(t, "drill", "B2", drills[:1]...), acted(t, "drill", "B1", drills[1:]...)}, complete("*", "2025-01-01", "2025-07-01"),
		)+`, "estate": [`+estate+`]`)
		return shown(t, mustEvaluate(t, clausesOf(t, "", clause), dutyWords(t), e), "EVENT-44")
	}
	const approved, exam = `{"name": "planApprovedOn", "value": "2025-04-01"}`, `{"name": "examOn", "value": "2025-06-07"}`
	require.Equal(t, "met; 1 met", run(approved+", "+exam, "2025-06-06", "2025-04-01"))
	require.Equal(t, "breached short 1 2 2025-04-01/2025-06-06; 1 breached 1 extra", run(approved+", "+exam, "2025-06-07", "2025-04-01"))
	require.Equal(t, "unknown fieldMissing estate.examOn; 1 unknown", run(approved, "2025-06-06", "2025-04-01"))
}

// TestDutyLongerCheck: a deep clean includes the sweep, and each act serves once.
func TestDutyLongerCheck(t *testing.T) {
	clause := dutyClause("D", `{"acts": ["deepClean", "sweep"], "per": "road", "plan": {"quota": {"atLeast": "1", "in": "day"}}}`)
	e := evidenceOf(t, "2025-03-05", "2025-03-03", "2025-03-05", about(
		[]string{one("road", "R", "")}, []string{acted(t, "sweep", "R", "2025-03-04 08:00"), acted(t, "deepClean", "R", "2025-03-03 08:00", "2025-03-04 09:00")},
		complete("*", "2025-03-03", "2025-03-05"),
	))
	require.Equal(t, "met; 2 met 1 extra", shown(t, mustEvaluate(t, clausesOf(t, "", clause), dutyWords(t), e), "D"))
	e.Complete[0].Kind = "sweep"
	require.Equal(t, "unknown notComplete deepClean road; 2 met 1 extra", shown(t, mustEvaluate(t, clausesOf(t, "", clause), dutyWords(t), e), "D"))
}

// TestDutyWhere: subjects that are not meant have no row, those of which that is not known an unknown one.
func TestDutyWhere(t *testing.T) {
	clause := dutyClause("D", `{"acts": ["sweep"], "per": "road", "where": [{"field": "grade", "is": "=", "value": "1"}], "plan": {"quota": {"atLeast": "1", "in": "day"}}}`)
	run := func(roads ...string) string {
		e := evidenceOf(t, "2025-03-04", "2025-03-03", "2025-03-04", about(roads, []string{acted(t, "sweep", "R1", "2025-03-03 08:00")}, complete("*", "2025-03-03", "2025-03-04")))
		return shown(t, mustEvaluate(t, clausesOf(t, "", clause), dutyWords(t), e), "D")
	}
	require.Equal(t, "met; 1 met", run(one("road", "R1", "grade=1"), one("road", "R2", "grade=2")))
	require.Equal(t, "unknown fieldMissing grade; 1 met 1 unknown", run(one("road", "R1", "grade=1"), one("road", "R2", "")))
	require.Equal(t, "notApplicable noRows;", run(one("road", "R2", "grade=2")))
	require.Equal(t, "notApplicable noRows;", run())
}

// TestDutyShare: 98 % of fifty roads are 49.
func TestDutyShare(t *testing.T) {
	duty := func(share string) string {
		return dutyClause("D", `{"acts": ["sweep"], "per": "road", "plan": {"quota": {"atLeast": "1", "in": "day"}}, "share": "`+share+`"}`)
	}
	run := func(share, asOf string, met int, complete ...string) standard.State {
		var roads, sweeps []string
		for i := range 50 {
			id := "R" + string(rune('A'+i/10)) + string(rune('0'+i%10))
			roads = append(roads, one("road", id, ""))
			if i < met {
				sweeps = append(sweeps, acted(t, "sweep", id, "2025-03-03 08:00"))
			}
		}
		e := evidenceOf(t, asOf, "2025-03-03", "2025-03-04", about(roads, sweeps, complete...))
		v, _ := mustEvaluate(t, clausesOf(t, "", duty(share)), dutyWords(t), e).Clause("D")
		return v.State
	}
	all := complete("*", "2025-03-03", "2025-03-04")
	require.Equal(t, standard.Met, run("98%", "2025-03-04", 49, all))
	require.Equal(t, standard.Breached, run("98%", "2025-03-04", 48, all))
	require.Equal(t, standard.Breached, run("100%", "2025-03-04", 49, all))
	require.Equal(t, standard.Met, run("0.98", "2025-03-03 12:00", 49, all), "the last may do what it likes")
	require.Equal(t, standard.Pending, run("98%", "2025-03-03 12:00", 48, all))
	require.Equal(t, standard.Unknown, run("98%", "2025-03-04", 48), "two are not known")
	require.Equal(t, standard.Unknown, run("98%", "2025-03-04", 49), "there may be more roads")
}

// TestDutyHolidays: which days of a year work is done on that nobody knows is not guessed.
func TestDutyHolidays(t *testing.T) {
	clause := dutyClause("D", `{"acts": ["sweep"], "per": "road", "plan": {"quota": {"atLeast": "1", "in": "day"}, "days": "working"}}`)
	e := evidenceOf(t, "2031-03-04", "2031-03-03", "2031-03-04", about([]string{one("road", "R", "")}, nil, complete("*", "2031-03-03", "2031-03-04")))
	require.Equal(t, "unknown yearUnknown 2031; 1 unknown", shown(t, mustEvaluate(t, clausesOf(t, "", clause), dutyWords(t), e), "D"))
}

// TestDutyDayBefore: minutes, working days and days before an instant.
func TestDutyDayBefore(t *testing.T) {
	tests := []struct {
		name, due, done, want string
	}{
		{"twenty minutes before, on the instant", "@subject.startAt-PT20M", "2025-03-10 08:40", "met; 1 met"},
		{"a second too late", "@subject.startAt-PT20M", "2025-03-10 08:40:01", "breached late 2025-03-10T08:40:00+08:00 2025-03-10T08:40:01+08:00; 1 breached 1 late"},
		{"a day before an instant is all of that day", "@subject.startAt-P1D", "2025-03-09 23:59:59", "met; 1 met"},
		{"a working day before a Monday is the Friday", "@subject.startAt-1wd", "2025-03-07 23:59:59", "met; 1 met"},
		{"so Saturday is too late", "@subject.startAt-1wd", "2025-03-08 08:00", "breached late 2025-03-07 2025-03-08T08:00:00+08:00; 1 breached 1 late"},
		{"by a date that the contract names", "2025-03-10", "2025-03-10 23:59:59", "met; 1 met"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			clause := dutyClause("D", `{"acts": ["staffOnSite"], "per": "reception", "plan": {"by": {"due": "`+tt.due+`"}}}`)
			e := evidenceOf(t, "2025-03-20", "2025-03-01", "2025-04-01", about(
				[]string{one("reception", "V", "startAt=2025-03-10T09:00:00+08:00")}, []string{acted(t, "staffOnSite", "V", tt.done)}, complete("*", "2025-03-01", "2025-03-20"),
			))
			require.Equal(t, tt.want, shown(t, mustEvaluate(t, clausesOf(t, "", clause), dutyWords(t), e), "D"))
		})
	}
}
