package standard_test

import (
	"testing"

	"github.com/stretchr/testify/require"
)

// TestDutyUnsureGap: an emptying of which nobody wrote down whether it was planned leaves a gap open, unless one is too long with it too.
func TestDutyUnsureGap(t *testing.T) {
	clause := dutyClause("D", `{"acts": ["septicEmptying"], "per": "septicTank", "with": [{"field": "planned", "is": "=", "value": "true"}], "plan": {"gap": {"max": "P30D"}}}`)
	tests := []struct {
		name, asOf string
		emptied    []string
		want       string
	}{
		{"it may have been in time", "2025-03-01", []string{"2025-01-10|planned=true", "2025-02-05", "2025-02-20|planned=true"}, "unknown fieldMissing planned; 2 met 1 unknown"},
		{"the second gap is too long with it too", "2025-04-01", []string{"2025-01-10|planned=true", "2025-02-05", "2025-03-20|planned=true"}, "breached gap 2025-01-10T00:00:00+08:00 2025-03-20T00:00:00+08:00 2025-02-09; 2 met 1 breached"},
		{"it may have been the last", "2025-03-01", []string{"2025-01-10|planned=true", "2025-02-05"}, "unknown fieldMissing planned; 1 met 1 unknown"},
		{"it does not matter", "2025-03-01", []string{"2025-01-10|planned=true", "2025-02-05", "2025-02-06|planned=true"}, "met; 3 met"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			e := evidenceOf(t, tt.asOf, "2025-01-01", "2025-04-01", about([]string{one("septicTank", "S", "")}, []string{acted(t, "septicEmptying", "S", tt.emptied...)}, complete("*", "2025-01-01", "2025-04-01")))
			require.Equal(t, tt.want, shown(t, mustEvaluate(t, clausesOf(t, "", clause), dutyWords(t), e), "D"))
		})
	}
}

// TestDutyPeriods: how many periods of each unit half a year has, and which are owed.
func TestDutyPeriods(t *testing.T) {
	tests := []struct{ name, plan, want string }{
		{"182 days of a series, in two parts of memory", `{"rule": {"every": "day"}}`, "breached missed 2025-01-02; 1 met 180 breached"},
		{"26 weeks, the first of which began in 2024", `{"quota": {"atLeast": "1", "in": "week"}}`, "breached short 0 1 2025-01-06/2025-01-12; 25 breached 1 pending 1 notApplicable"},
		{"months", `{"quota": {"atLeast": "1", "in": "month"}}`, "breached short 0 1 2025-02-01/2025-02-28; 1 met 5 breached"},
		{"quarters", `{"quota": {"atLeast": "1", "in": "quarter"}}`, "breached short 0 1 2025-04-01/2025-06-30; 1 met 1 breached"},
		{"half-years", `{"quota": {"atLeast": "1", "in": "halfYear"}}`, "met; 1 met"},
		{"a year, which is not over", `{"quota": {"atLeast": "2", "in": "year"}}`, "pending notDue 2025-12-31; 1 pending"},
		{"Wednesdays alone", `{"quota": {"atLeast": "1", "in": "day"}, "on": ["wed"]}`, "breached short 0 1 2025-01-08/2025-01-08; 1 met 25 breached"},
		{"hours from six to eight in the morning", `{"quota": {"atLeast": "1", "in": "hour"}, "window": "06:30/08:00"}`, "breached short 0 1 2025-01-01T06:00:00+08:00/2025-01-01T07:00:00+08:00; 1 met 361 breached"},
		{"nights belong to the day they begin on", `{"quota": {"atLeast": "1", "in": "day"}, "window": "22:00/06:00", "on": ["tue"]}`, "breached short 0 1 2025-01-07T22:00:00+08:00/2025-01-08T06:00:00+08:00; 25 breached 1 extra"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			clause := dutyClause("D", `{"acts": ["sweep"], "per": "road", "plan": `+tt.plan+`}`)
			e := evidenceOf(t, "2025-07-01", "2025-01-01", "2025-07-01", about([]string{one("road", "R", "")}, []string{acted(t, "sweep", "R", "2025-01-01 07:30")}, complete("*", "2025-01-01", "2025-07-01")))
			require.Equal(t, tt.want, shown(t, mustEvaluate(t, clausesOf(t, "", clause), dutyWords(t), e), "D"))
		})
	}
}

// TestDutyKnown: what became known when, and what was due before the period.
func TestDutyKnown(t *testing.T) {
	const by = `{"acts": ["systemRecheck"], "per": "reception", "plan": {"by": {"due": "@subject.arrivalOn-P7D", "known": "@subject.knownOn"}}`
	tests := []struct{ name, duty, visit, done, want string }{
		{"known in time", by + `, "lateStart": "P1D"}`, "arrivalOn=2025-03-20;knownOn=2025-03-01", "2025-03-13", "met; 1 met"},
		{"known late, and no grace", by + `}`, "arrivalOn=2025-03-20;knownOn=2025-03-15", "2025-03-16", "breached late 2025-03-13 2025-03-16T00:00:00+08:00; 1 breached 1 late"},
		{"done in time, whenever it was known", by + `, "lateStart": "P1D"}`, "arrivalOn=2025-03-20", "2025-03-13", "met; 1 met"},
		{"done later, and when it was known nobody wrote down", by + `, "lateStart": "P1D"}`, "arrivalOn=2025-03-20", "2025-03-14", "unknown fieldMissing subject.knownOn; 1 unknown"},
		{"no day of arrival", by + `}`, "knownOn=2025-03-15", "2025-03-14", "unknown fieldMissing subject.arrivalOn; 1 unknown"},
		{"due before the period", by + `}`, "arrivalOn=2025-03-07", "2025-03-14", "notApplicable noRows;"},
		{"due after the period", by + `}`, "arrivalOn=2025-04-08", "2025-03-14", "notApplicable noRows;"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			e := evidenceOf(t, "2025-04-01", "2025-03-01", "2025-04-01", about([]string{one("reception", "V", tt.visit)}, []string{acted(t, "systemRecheck", "V", tt.done)}, complete("*", "2025-03-01", "2025-04-01")))
			got := shown(t, mustEvaluate(t, clausesOf(t, "", dutyClause("D", tt.duty)), dutyWords(t), e), "D")
			require.Equal(t, tt.want, got)
		})
	}
}

// TestDutyBroken: what nobody can reckon with is unknown, not an error and not a row that is met.
func TestDutyBroken(t *testing.T) {
	const quota = `{"acts": ["sweep"], "per": "road", "plan": {"quota": {"atLeast": "10", "sum": "minutes", "in": "day"}}}`
	tests := []struct{ name, duty, from, to, records, want string }{
		{"a year that is not counted with", quota, "9999-03-03", "9999-03-04", "", "unknown badRow 9999-03-04T00:00:00+08:00; 1 unknown"},
		{"less than nothing", quota, "2025-03-03", "2025-03-04", acted(t, "sweep", "R", "2025-03-03|minutes=-5"), "unknown badRow sweep-R-0; 1 unknown"},
		{"an act without an instant", quota, "2025-03-03", "2025-03-04", `{"id": "x", "kind": "sweep", "subject": "R"}`, "unknown badRow x; 1 unknown"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			e := evidenceOf(t, tt.to, tt.from, tt.to, about([]string{one("road", "R", "")}, nonEmpty(tt.records), complete("*", tt.from, tt.to)))
			require.Equal(t, tt.want, shown(t, mustEvaluate(t, clausesOf(t, "", dutyClause("D", tt.duty)), dutyWords(t), e), "D"))
		})
	}
}
