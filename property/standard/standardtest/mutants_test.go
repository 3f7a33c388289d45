package standardtest_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/stretchr/testify/require"

	"github.com/wuyekit/wuye/property/standard"
	"github.com/wuyekit/wuye/property/standard/standardtest"
)

// mutants lists what is changed of a clause with one measure.
func mutants(t *testing.T, measure string) []string {
	t.Helper()
	s := decode[standard.Standard](t, `{"id": "test", "version": "1", "calendar": "office", "params": [{"name": "open"}, {"name": "set", "value": "PT30M"}, {"name": "word", "value": "yes"}],
		"orders": [{"name": "grade", "grades": ["3", "2", "1"]}], "clauses": [
		{"id": "A", "profile": "p", "text": {"en": "a"}, "measures": [`+measure+`]}]}`)
	before := fmt.Sprintf("%+v", s)
	var out []string
	for what, m := range standardtest.Mutants(s, "A") {
		require.NotEqual(t, s, m, "%s changes nothing", what)
		out = append(out, what)
	}
	require.Equal(t, before, fmt.Sprintf("%+v", s), "the standard itself is not touched")
	return out
}

func TestMutants(t *testing.T) {
	tests := []struct {
		name, measure string
		want          []string
	}{
		{"duty", `{"duty": {"acts": ["a", "b"], "where": [{"field": "level", "is": "=", "value": "x"}], "plan": {"gap": {"max": "P6M"}}, "early": "PT0S", "late": "$set", "share": "98%"}}`, []string{
			"acts without a", "acts without b", "without where level", "where level: != instead of =", "gap P7M instead of P6M", "gap P5M instead of P6M",
			"early P1D instead of PT0S", "without early", "$set PT31M instead of PT30M", "$set PT29M instead of PT30M", "without late", "share 99% instead of 98%", "share 97% instead of 98%", "without share",
		}},
		{"quota", `{"duty": {"acts": ["a"], "plan": {"quota": {"atLeast": "2", "in": "month"}, "window": "06:00/22:00", "on": ["mon", "fri"]}}}`, []string{
			"atLeast 3 instead of 2", "atLeast 1 instead of 2", "in quarter instead of month", "in week instead of month",
			"window 06:01/22:00 instead of 06:00/22:00", "window 05:59/22:00 instead of 06:00/22:00", "window 06:00/22:01 instead of 06:00/22:00", "window 06:00/21:59 instead of 06:00/22:00", "without window",
			"not on mon", "not on fri",
		}},
		{"quota in a span", `{"duty": {"acts": ["a"], "plan": {"quota": {"atLeast": "5.5", "span": ["@subject.from", "@subject.from+P1M"], "slots": ["05:00/10:00", "$open"], "sum": "hours"}}}}`, []string{
			"atLeast 5.6 instead of 5.5", "atLeast 5.4 instead of 5.5", "start of span a day later", "start of span a day earlier",
			"end of span @subject.from+P2M instead of @subject.from+P1M", "end of span @subject.from instead of @subject.from+P1M", "slots without 05:00/10:00", "slots without $open",
			"slot 05:01/10:00 instead of 05:00/10:00", "slot 04:59/10:00 instead of 05:00/10:00", "slot 05:00/10:01 instead of 05:00/10:00", "slot 05:00/09:59 instead of 05:00/10:00", "without sum",
		}},
		{"by", `{"duty": {"acts": ["a"], "plan": {"by": {"due": "@subject.openOn-5wd", "known": "@subject.knownOn"}, "days": "working", "season": "11-15/03-15"}, "lateStart": "P1D"}}`, []string{
			"due @subject.openOn-6wd instead of @subject.openOn-5wd", "due @subject.openOn-4wd instead of @subject.openOn-5wd", "all days",
			"season from 11-16/03-15", "season from 11-14/03-15", "season to 11-15/03-16", "season to 11-15/03-14", "without season", "without known",
			"lateStart P2D instead of P1D", "lateStart P0D instead of P1D", "without lateStart",
		}},
		{"by a date", `{"duty": {"acts": ["a"], "plan": {"by": {"due": "2025-01-10"}}}}`, []string{"due 2025-01-11 instead of 2025-01-10", "due 2025-01-09 instead of 2025-01-10"}},
		{"every", `{"duty": {"acts": ["a"], "plan": {"every": {"step": "PT15M", "inside": ["@subject.a", "@subject.b"]}}}}`, []string{
			"step PT16M instead of PT15M", "step PT14M instead of PT15M", "start of inside a day later", "start of inside a day earlier", "end of inside a day later", "end of inside a day earlier",
		}},
		{"running", `{"duty": {"acts": ["a"], "plan": {"running": {"meter": "hours", "step": "2000"}}}}`, []string{"step 2001 instead of 2000", "step 1999 instead of 2000"}},
		{"rule", `{"duty": {"acts": ["a"], "plan": {"rule": {"every": "day", "interval": 2, "times": ["00:00", "13:30"]}}}}`, []string{
			"every week instead of day", "every hour instead of day", "a longer interval", "a shorter interval", "at 00:01", "at 13:31", "at 13:29",
		}},
		{"rule of days", `{"duty": {"acts": ["a"], "plan": {"rule": {"every": "year", "months": [3, 9], "monthDays": [15]}, "season": "03-01/12-31"}}}`, []string{
			"every halfYear instead of year", "a longer interval", "months without 3", "months without 9", "months 4 instead of 3", "months 2 instead of 3", "months 10 instead of 9", "months 8 instead of 9",
			"month days 16 instead of 15", "month days 14 instead of 15", "season from 03-02/12-31", "season from 02-29/12-31", "season to 03-01/01-01", "season to 03-01/12-30", "without season",
		}},
		{"promise", `{"promise": {"of": "r", "from": "a", "to": "b", "limit": "PT1H30M", "clock": "wall", "pauses": [{"code": "p", "from": "x", "until": ["y"]}], "cancelled": ["c"], "waived": ["w"]}}`, []string{
			"limit PT1H31M instead of PT1H30M", "limit PT1H29M instead of PT1H30M", "working time", "without pause p", "without end c", "without end w",
		}},
		{"promise by a calendar", `{"promise": {"of": "r", "from": "a", "to": "b", "limit": "3wd", "clock": "office"}}`, []string{"limit 4wd instead of 3wd", "limit 2wd instead of 3wd", "wall clock"}},
		{"promise by a field", `{"promise": {"of": "r", "from": "a", "to": "b", "due": "@deadline"}}`, []string{"due a day later", "due a day earlier"}},
		{"threshold", `{"threshold": {"over": "year", "limits": [{"figure": "a", "outOf": "b", "is": ">=", "value": "0.1%"}, {"figure": "c", "is": "<", "value": "@d"}]}}`, []string{
			"over any period", "limits without a", "limits without c", "a > instead of >=", "a >= 0.2% instead of 0.1%", "a >= 0.0% instead of 0.1%", "c <= instead of <",
		}},
		{"checklist", `{"checklist": {"sheet": "s", "use": "latest", "maxAge": "P30D", "items": [{"code": "a"}, {"code": "b"}]}}`, []string{
			"items without a", "items without b", "every sheet", "maxAge P31D instead of P30D", "maxAge P29D instead of P30D", "without maxAge",
		}},
		{"presence", `{"presence": {"documents": ["a", "b"], "valid": "period", "with": [{"field": "x", "is": "set"}]}}`, []string{
			"without with x", "with x: unset instead of set", "documents without a", "documents without b", "valid as of the day", "at least 2",
		}},
		{"presence of one", `{"presence": {"documents": ["a"], "valid": "asOf", "atLeast": "1", "atMost": "1"}}`, []string{
			"valid all through", "atLeast 2 instead of 1", "atLeast 0 instead of 1", "atMost 2 instead of 1", "atMost 0 instead of 1", "without atMost",
		}},
		{"ordering", `{"ordering": {"of": "r", "steps": [{"name": "a"}, {"any": ["b", "c"], "max": "P2M"}, {"name": "d", "after": ["a", "b"], "notBefore": "07:10", "optional": true}], "closed": "z"}}`, []string{
			"step a: optional true", "steps 1 and 2 swapped", "step 2: optional true", "step 2: any without b", "step 2: any without c", "step 2: max P3M instead of P2M", "step 2: max P1M instead of P2M", "step 2: without max",
			"steps 2 and 3 swapped", "step d: optional false", "step d: after without a", "step d: after without b", "step d: notBefore 07:11 instead of 07:10", "step d: notBefore 07:09 instead of 07:10", "step d: without notBefore",
			"without closed",
		}},
		{"cover", `{"cover": {"posts": [{"post": "a", "people": "2"}, {"post": "b", "people": "@subject.team"}], "span": ["@subject.x", "@subject.y+P15D"], "days": "working", "source": "shift"}}`, []string{
			"posts without a", "posts without b", "people at a 3 instead of 2", "people at a 1 instead of 2", "start of span a day later", "start of span a day earlier",
			"end of span @subject.y+P16D instead of @subject.y+P15D", "end of span @subject.y+P14D instead of @subject.y+P15D", "all days",
		}},
		{"record", `{"record": {"of": "r", "must": [{"field": "g", "is": ">=", "value": "2", "order": "grade"}, {"field": "s", "is": "has", "values": ["a", "b"]}, {"field": "p", "is": "in", "values": ["c"]},
			{"field": "$word", "is": "=", "value": "yes"}, {"field": "span", "is": "inside", "value": "@subject.x-P7D/@subject.y"}, {"field": "n", "is": "<", "value": "80"}], "waiver": "w"}}`, []string{
			"without must g", "must g: > instead of >=", "must g: grade 3", "must g: grade 1", "without must s", "must s: values without a", "must s: values without b", "without must p", "must p: notIn instead of in",
			"without must $word", "must $word: != instead of =", "without must span", "must span: outside instead of inside", "must span: from @subject.x-P8D", "must span: from @subject.x-P6D",
			"without must n", "must n: <= instead of <", "must n: < 81 instead of 80", "must n: < 79 instead of 80", "without waiver",
		}},
		{"when and part", `{"part": "x", "when": [{"field": "estate.e", "is": "=", "value": "true"}], "record": {"of": "r", "must": [{"field": "a", "is": ">", "value": "$open"}]}}`, []string{
			"part x: without when estate.e", "part x: when estate.e: != instead of =", "part x: must a: >= instead of >",
		}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if diff := cmp.Diff(tt.want, mutants(t, tt.measure)); diff != "" {
				t.Errorf("mutants mismatch (-want +got)\n%s", diff)
			}
		})
	}
}

// TestMutantsMoveParameters: where only proofs give a parameter its value, it is moved there, in all of them alike.
func TestMutantsMoveParameters(t *testing.T) {
	s := decode[standard.Standard](t, `{"id": "test", "version": "1", "calendar": "office", "params": [{"name": "peak"}], "clauses": [
		{"id": "A", "profile": "p", "text": {"en": "a"}, "measures": [{"record": {"of": "task", "must": [{"field": "span", "is": "outside", "value": "$peak"}]}}], "proofs": [
			{"name": "one", "params": [{"name": "peak", "value": "07:00/09:00"}], "state": "met"}, {"name": "two", "params": [{"name": "peak", "value": "00:00/24:00"}], "state": "met"}, {"name": "open", "params": [{"name": "peak"}], "state": "unknown"}]}]}`)
	var got []string
	for what, m := range standardtest.Mutants(s, "A") {
		if !strings.Contains(what, "$peak") {
			continue
		}
		proofs := m.Clauses[0].Proofs
		got = append(got, proofs[0].Params[0].Value+" "+proofs[1].Params[0].Value+" "+proofs[2].Params[0].Value)
	}
	require.Equal(t, []string{"07:01/09:00 00:01/24:00 ", "06:59/09:00 00:00/24:00 ", "07:00/09:01 00:00/24:00 ", "07:00/08:59 00:00/23:59 "}, got)
	require.Equal(t, "07:00/09:00", s.Clauses[0].Proofs[0].Params[0].Value)
}

// TestMutantsOfTerm: the days between which a clause binds are limits too.
func TestMutantsOfTerm(t *testing.T) {
	s := standardOf(t, strings.Replace(visits, `"measures"`, `"from": "2025-01-01", "to": "2025-12-31", "measures"`, 1))
	var got []string
	for what, m := range standardtest.Mutants(s, "A-1") {
		if strings.HasPrefix(what, "from ") || strings.HasPrefix(what, "to ") {
			got = append(got, what)
			require.NotEqual(t, s.Clauses[0], m.Clauses[0])
		}
	}
	require.Equal(t, []string{"from 2025-01-02 instead of 2025-01-01", "from 2024-12-31 instead of 2025-01-01", "to 2026-01-01 instead of 2025-12-31", "to 2025-12-30 instead of 2025-12-31"}, got)
}

func TestMutantsStop(t *testing.T) {
	s := standardOf(t, visits)
	for what := range standardtest.Mutants(s, "A-1") {
		require.NotEmpty(t, what)
		break
	}
	require.Empty(t, slices.Collect(func(yield func(string) bool) {
		for what := range standardtest.Mutants(s, "A-9") {
			if !yield(what) {
				return
			}
		}
	}))
}

// FuzzMutants: whatever a limit is, its mutants come to an end, each is another clause, and the standard stays as it was.
func FuzzMutants(f *testing.F) {
	for _, seed := range []string{
		"", "30", "-0.5", "98%", "0.1%", "PT30M", "P0D", "PT0S", "5wd", "P1M15D", "2025-02-28", "9999-12-31", "07:10", "24:00", "00:00/24:00", "07:00/09:00,17:00/20:00",
		"@subject.arrivalOn-P7D", "@field", "@+", "@a-P", "$set", "$", "yes", "1e99", "P99999999999999999999D", "/", ":", "%", "wd", "P", "a/b",
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, value string) {
		s := standard.Standard{ID: "test", Version: "1", Calendar: "office", Params: []standard.Param{{Name: "set", Value: value}}, Clauses: []standard.Clause{{
			ID: "A", Profile: "p", Measures: []standard.Measure{
				{Part: "gap", Duty: &standard.Duty{Acts: []string{"a"}, Plan: standard.Plan{Gap: &standard.Gap{Max: value}, Window: value}, Early: value, Share: value}},
				{Part: "by", Duty: &standard.Duty{Acts: []string{"a"}, Plan: standard.Plan{By: &standard.By{Due: value}}}},
				{Part: "must", Record: &standard.RecordRule{Of: "r", Must: []standard.Condition{{Field: "x", Is: standard.AtLeast, Value: value}, {Field: "y", Is: standard.Equal, Value: "$set"}}}},
			},
		}}}
		before := fmt.Sprintf("%+v", s)
		n := 0
		for what, m := range standardtest.Mutants(s, "A") {
			n++
			require.NotEmpty(t, what)
			require.NotEqual(t, s, m, what)
			require.Less(t, n, 1000+20*len(value))
		}
		require.Equal(t, before, fmt.Sprintf("%+v", s))
	})
}
