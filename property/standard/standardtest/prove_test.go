package standardtest_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/wuyekit/wuye/property/civil"
	"github.com/wuyekit/wuye/property/invalid"
	"github.com/wuyekit/wuye/property/standard"
	"github.com/wuyekit/wuye/property/standard/standardtest"
	"github.com/wuyekit/wuye/property/worktime"
)

func calendars(tb testing.TB) map[string]*worktime.Calendar {
	tb.Helper()
	c, err := worktime.New(worktime.Timetable{
		Code: "office", Zone: "Asia/Shanghai",
		Hours: []worktime.Hours{{Days: []worktime.Weekday{worktime.Monday, worktime.Tuesday, worktime.Wednesday, worktime.Thursday, worktime.Friday}, Windows: []civil.Window{civil.MustParseWindow("09:00/17:00")}}},
	}, time.LoadLocation)
	require.NoError(tb, err)
	return map[string]*worktime.Calendar{"office": c}
}

func decode[T any](tb testing.TB, text string) T {
	tb.Helper()
	doc, err := invalid.Decode[T]([]byte(text), "test")
	require.NoError(tb, err)
	return doc
}

const words = `{"code": "test", "figures": [{"code": "intact"}, {"code": "lamps"}], "estate": [{"name": "lit", "type": "boolean"}], "kinds": [
	{"code": "tank", "name": {"en": "tank"}, "subject": true, "fields": [{"name": "age", "type": "number"}]},
	{"code": "visit", "name": {"en": "visit"}, "fields": [{"name": "staff", "type": "number"}, {"name": "reason", "type": "text"}]}]}`

// visits is a clause on visits by two, with proofs that notice every change of it.
const visits = `{"id": "A-1", "profile": "p", "text": {"en": "by two"}, "measures": [{"record": {"of": "visit", "must": [{"field": "staff", "is": ">=", "value": "$staff"}], "waiver": "reason"}}], "proofs": [
	{"name": "two", "evidence": {"asOf": "2025-02-01T00:00:00+08:00", "zone": "Asia/Shanghai", "start": "2025-01-01", "end": "2025-02-01", "complete": [{"kind": "*", "from": "2025-01-01", "to": "2025-02-01"}],
	  "records": [{"id": "v", "kind": "visit", "at": "2025-01-05T10:00:00+08:00", "fields": [{"name": "staff", "value": "2"}]}]}, "state": "met"},
	{"name": "one", "like": "two", "evidence": {"records": [{"id": "v", "kind": "visit", "at": "2025-01-05T10:00:00+08:00", "fields": [{"name": "staff", "value": "1"}]}]}, "state": "breached", "code": "condition"},
	{"name": "why", "like": "two", "evidence": {"records": [{"id": "v", "kind": "visit", "at": "2025-01-05T10:00:00+08:00", "fields": [{"name": "staff", "value": "1"}, {"name": "reason", "value": "leak"}]}]}, "state": "waived"},
	{"name": "some", "like": "two", "incomplete": ["visit"], "state": "unknown", "code": "notComplete"}]}`

func standardOf(tb testing.TB, clauses ...string) standard.Standard {
	tb.Helper()
	return decode[standard.Standard](tb, `{"id": "test", "version": "1", "calendar": "office", "params": [{"name": "staff", "value": "2"}], "clauses": [`+strings.Join(clauses, ",")+`]}`)
}

// recorder is a test that only notes what fails it.
type recorder struct {
	testing.TB

	errors []string
}

func (r *recorder) Helper() {}

func (r *recorder) Error(args ...any) { r.errors = append(r.errors, fmt.Sprint(args...)) }

func prove(t *testing.T, s standard.Standard) []string {
	t.Helper()
	r := recorder{TB: t}
	standardtest.Prove(&r, s, decode[standard.Vocabulary](t, words), calendars(t))
	return r.errors
}

func TestProve(t *testing.T) {
	require.Empty(t, prove(t, standardOf(t, visits)))
	require.NoError(t, standardtest.Check(standardOf(t, visits), decode[standard.Vocabulary](t, words), calendars(t)))
}

// TestProveFails: what keeps proofs from proving is said, one by one.
func TestProveFails(t *testing.T) {
	tests := []struct {
		name, clause string
		want         []string
	}{
		{"wrong state", strings.Replace(visits, `"state": "met"`, `"state": "waived"`, 1), []string{"A-1: no proof is met", `A-1: proof "two": is met, want waived`}},
		{"wrong reason", strings.Replace(visits, `"code": "condition"`, `"code": "tooMany"`, 1), []string{`A-1: proof "one": is breached (condition staff), want breached (tooMany)`}},
		{"no reason", strings.Replace(visits, `, "code": "notComplete"`, ``, 1), []string{`A-1: proof "some" is unknown and does not say why`}},
		{"no waiver proved", without(visits, "why"), []string{"A-1: no proof notices: without waiver"}},
		{"nothing breached", without(without(visits, "one"), "why"), []string{"A-1: no proof is breached", "A-1: no proof notices: must staff: $staff 1 instead of 2", "A-1: no proof notices: without waiver"}},
		{"far from the limit", strings.ReplaceAll(visits, `"value": "1"`, `"value": "0"`), []string{"A-1: no proof notices: must staff: $staff 1 instead of 2"}},
		{"part that is not there", strings.Replace(visits, `"state": "met"`, `"state": "met", "parts": [{"part": "x", "state": "met"}]`, 1), []string{`A-1: proof "two": part x is not judged`}},
		{"wrong part", strings.Replace(strings.Replace(visits, `"state": "met"`, `"state": "met", "parts": [{"part": "x", "state": "waived"}]`, 1), `{"record"`, `{"part": "x", "record"`, 1), []string{`A-1: proof "two": part x is met, want waived`}},
		{"parameter that is not there", strings.Replace(visits, `{"name": "two",`, `{"name": "two", "params": [{"name": "people", "value": "1"}],`, 1), []string{"people"}},
		{"evidence that is none", strings.Replace(visits, `"zone": "Asia/Shanghai"`, `"zone": "UTC"`, 1), []string{"zone"}},
		{"no such kind", strings.Replace(visits, `"of": "visit"`, `"of": "visitor"`, 1), []string{"visitor"}},
		{"no proofs", visits[:strings.Index(visits, `, "proofs"`)] + "}", []string{
			"A-1: no proof is met", "A-1: no proof is breached", "A-1: no proof is unknown", "A-1: no proof notices: must staff: > instead of >=",
			"A-1: no proof notices: must staff: $staff 3 instead of 2", "A-1: no proof notices: must staff: $staff 1 instead of 2", "A-1: no proof notices: without waiver",
		}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got := prove(t, standardOf(t, tt.clause))
			require.Len(t, got, len(tt.want), "%q", got)
			for i := range got {
				require.Contains(t, got[i], tt.want[i])
			}
			require.Error(t, standardtest.Check(standardOf(t, tt.clause), decode[standard.Vocabulary](t, words), calendars(t)))
		})
	}
}

// TestProveParams: a condition that no proof notices is not noticed because a proof gives its parameter a value.
func TestProveParams(t *testing.T) {
	most := strings.Replace(visits, `"value": "$staff"}]`, `"value": "$staff"}, {"field": "staff", "is": "<=", "value": "$most"}]`, 1)
	most = strings.Replace(most, `{"name": "two",`, `{"name": "two", "params": [{"name": "most", "value": "9"}],`, 1)
	s := standardOf(t, most)
	s.Params = append(s.Params, standard.Param{Name: "most", Value: "9"})
	require.Equal(t, []string{
		"A-1: no proof notices: without must staff", "A-1: no proof notices: must staff: < instead of <=",
		"A-1: no proof notices: must staff: $most 10 instead of 9", "A-1: no proof notices: must staff: $most 8 instead of 9",
	}, prove(t, s))
}

// without leaves a proof of a clause out.
func without(clause, proof string) string {
	lines := strings.Split(clause, "\n")
	return strings.Join(slices.DeleteFunc(lines, func(l string) bool { return strings.HasPrefix(l, "\t{\"name\": \""+proof+`"`) }), "\n")
}

func TestProveOff(t *testing.T) {
	off := strings.Replace(visits, `"profile"`, `"off": true, "profile"`, 1)
	got := prove(t, standardOf(t, off))
	require.Contains(t, got[0], "no proof is notApplicable")
	proofs := `"proofs": [{"name": "off", "evidence": {"asOf": "2025-02-01T00:00:00+08:00", "zone": "Asia/Shanghai", "start": "2025-01-01", "end": "2025-02-01"}, "state": "notApplicable", "code": "off"}]}`
	require.Empty(t, prove(t, standardOf(t, off[:strings.Index(off, `"proofs"`)]+proofs)), "what is not judged has no limit that could be moved")
}

// TestRunNarrows: a clause is judged alone, but with those whose counts it reads.
func TestRunNarrows(t *testing.T) {
	counts := `{"id": "A-2", "profile": "p", "text": {"en": "all by two"}, "measures": [{"threshold": {"limits": [{"figure": "A-1.met", "outOf": "A-1.judged", "is": ">=", "value": "50%"}]}}], "proofs": [
		{"name": "half", "evidence": {"asOf": "2025-02-01T00:00:00+08:00", "zone": "Asia/Shanghai", "start": "2025-01-01", "end": "2025-02-01", "complete": [{"kind": "visit", "from": "2025-01-01", "to": "2025-02-01"}],
		  "records": [{"id": "v", "kind": "visit", "at": "2025-01-05T10:00:00+08:00", "fields": [{"name": "staff", "value": "2"}]}, {"id": "w", "kind": "visit", "at": "2025-01-06T10:00:00+08:00", "fields": [{"name": "staff", "value": "1"}]}]}, "state": "met"}]}`
	broken := strings.Replace(visits, "A-1", "A-0", 1)
	s := standardOf(t, strings.Replace(broken, `"state": "met"`, `"state": "waived"`, 1), visits, counts)
	v := decode[standard.Vocabulary](t, words)
	require.NoError(t, standardtest.Run(s, "A-2", v, calendars(t)))
	require.NoError(t, standardtest.Run(s, "A-1", v, calendars(t)))
	require.ErrorContains(t, standardtest.Run(s, "A-0", v, calendars(t)), "want waived")
	require.ErrorContains(t, standardtest.Run(s, "A-9", v, calendars(t)), "no such clause")
}

// TestLike: a proof begins with what another has, adds and replaces, and takes away.
func TestLike(t *testing.T) {
	clause := `{"id": "A-1", "profile": "p", "text": {"en": "lamps"}, "when": [{"field": "estate.lit", "is": "=", "value": "true"}], "measures": [{"threshold": {"per": "tank", "limits": [{"figure": "intact", "outOf": "lamps", "is": ">=", "value": "$staff"}]}}], "proofs": [
		{"name": "all", "params": [{"name": "staff", "value": "98%"}], "evidence": {"asOf": "2025-02-01T00:00:00+08:00", "zone": "Asia/Shanghai", "start": "2025-01-01", "end": "2025-02-01",
		  "estate": [{"name": "lit", "value": "true"}], "subjects": [{"kind": "tank", "id": "t"}], "figures": [{"figure": "intact", "subject": "t", "value": "98"}, {"figure": "lamps", "subject": "t", "value": "100"}],
		  "complete": [{"kind": "*", "from": "2025-01-01", "to": "2025-02-01"}]}, "state": "met"},
		{"name": "fewer", "like": "all", "evidence": {"figures": [{"figure": "intact", "subject": "t", "value": "97"}]}, "state": "breached", "code": "value"},
		{"name": "fewer, by another contract", "like": "fewer", "params": [{"name": "staff", "value": "97%"}], "state": "met"},
		{"name": "as before", "like": "fewer, by another contract", "evidence": {"subjects": [{"kind": "tank", "id": "t", "fields": [{"name": "age", "value": "3"}]}]}, "state": "met"},
		{"name": "uncounted", "like": "all", "without": ["lamps"], "state": "unknown", "code": "figureMissing"},
		{"name": "dark", "like": "all", "evidence": {"estate": [{"name": "lit", "value": "false"}]}, "state": "notApplicable", "code": "when"},
		{"name": "not said", "like": "all", "without": ["lit"], "state": "unknown", "code": "fieldMissing"},
		{"name": "no tank", "like": "all", "without": ["t"], "state": "notApplicable", "code": "noRows"},
		{"name": "some tanks", "like": "all", "incomplete": ["tank"], "state": "unknown", "code": "notComplete"},
		{"name": "some visits", "like": "all", "incomplete": ["visit"], "state": "met"},
		{"name": "some of everything", "like": "all", "incomplete": ["*"], "state": "unknown", "code": "notComplete"}]}`
	require.NoError(t, standardtest.Run(standardOf(t, clause), "A-1", decode[standard.Vocabulary](t, words), calendars(t)))
}
