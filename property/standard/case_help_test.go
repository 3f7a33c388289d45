package standard_test

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/wuyekit/wuye/property/standard"
)

// caseWords are the names that the tests of promises, orderings and thresholds use.
func caseWords(tb testing.TB) standard.Vocabulary {
	tb.Helper()
	return decode[standard.Vocabulary](tb, `{"code": "cases", "estate": [{"name": "grade", "type": "text"}], "kinds": [
		{"code": "building", "name": {"en": "building"}, "subject": true, "fields": [{"name": "level", "type": "text"}, {"name": "inspectedOn", "type": "date"}]},
		{"code": "lift", "name": {"en": "lift"}, "subject": true, "fields": [{"name": "use", "type": "text"}]},
		{"code": "repair", "name": {"en": "repair"}, "of": "building", "fields": [{"name": "class", "type": "text"}, {"name": "agreedAt", "type": "instant"}, {"name": "cost", "type": "number"}],
		 "events": [{"code": "reported"}, {"code": "arrived"}, {"code": "done"}, {"code": "visited"}, {"code": "cancelled"}, {"code": "excused"}, {"code": "paused"}, {"code": "resumed"}]},
		{"code": "rectification", "name": {"en": "rectification"}, "fields": [{"name": "deadline", "type": "date"}], "events": [{"code": "issued"}, {"code": "rectified"}]},
		{"code": "septicFinding", "name": {"en": "finding"}, "events": [{"code": "found"}, {"code": "emptied"}]},
		{"code": "visit", "name": {"en": "visit"}, "of": "building", "fields": [{"name": "class", "type": "text"}],
		 "events": [{"code": "knocked"}, {"code": "rang"}, {"code": "identified"}, {"code": "consented"}, {"code": "entered"}, {"code": "left"}]},
		{"code": "onboarding", "name": {"en": "onboarding"}, "events": [{"code": "hired"}, {"code": "exam"}, {"code": "confirmed"}, {"code": "left"}]},
		{"code": "admission", "name": {"en": "admission"}, "events": [{"code": "ordered"}, {"code": "admitted"}]}],
		"figures": [{"code": "validComplaints"}, {"code": "households"}, {"code": "residents"}, {"code": "upMinutes"}, {"code": "requiredMinutes"},
			{"code": "satisfied"}, {"code": "surveyed"}, {"code": "collected"}, {"code": "billed"}, {"code": "attendance"}, {"code": "capacity"}, {"code": "MAINT-01.total"}]}`)
}

// caseOf writes a case of a kind, about a subject after a slash: caseOf("r1 repair/B1", "reported 2025-01-10 08:00", "class=urgent").
func caseOf(tb testing.TB, head string, lines ...string) string {
	tb.Helper()
	id, kind, _ := strings.Cut(head, " ")
	kind, subject, _ := strings.Cut(kind, "/")
	var events, fields []string
	for _, line := range lines {
		if name, value, isField := strings.Cut(line, "="); isField {
			fields = append(fields, fmt.Sprintf(`{"name": %q, "value": %q}`, name, value))
			continue
		}
		name, at, _ := strings.Cut(line, " ")
		events = append(events, fmt.Sprintf(`{"seq": %d, "name": %q, "at": %q}`, len(events)+1, name, clockAt(tb, at).Format(time.RFC3339)))
	}
	return fmt.Sprintf(`{"id": %q, "kind": %q, "subject": %q, "events": [%s], "fields": [%s]}`, id, kind, subject, strings.Join(events, ", "), strings.Join(fields, ", "))
}

// january is evidence of January 2025, asked about when it is over, with all cases there.
func january(tb testing.TB, cases ...string) standard.Evidence {
	tb.Helper()
	return judgedAt(tb, "2025-02-01", `"complete": [`+complete("*", "2024-01-01", "2025-03-01")+`]`, cases...)
}

// judgedAt is evidence of January 2025, asked about at an instant, with nothing said to be complete but what the rest says.
func judgedAt(tb testing.TB, asOf, rest string, cases ...string) standard.Evidence {
	tb.Helper()
	parts := []string{`"records": [` + strings.Join(cases, ", ") + `]`}
	if rest != "" {
		parts = append(parts, rest)
	}
	return evidenceOf(tb, asOf, "2025-01-01", "2025-02-01", strings.Join(parts, ", "))
}

// judged is how a clause of one measure stands, in one line.
func judged(tb testing.TB, measure string, e standard.Evidence) string {
	tb.Helper()
	return judgedWith(tb, "", measure, e)
}

// judgedWith is judged for a standard with parameters.
func judgedWith(tb testing.TB, head, measure string, e standard.Evidence) string {
	tb.Helper()
	s := clausesOf(tb, head, `{"id": "T-01", "profile": "p", "text": {"en": "t"}, "measures": [`+measure+`]}`)
	return verdictOf(tb, mustEvaluate(tb, s, caseWords(tb), e), "T-01")
}

// refused lists what is wrong with a measure, by its places in it.
func refused(tb testing.TB, measure string) []string {
	tb.Helper()
	s := clausesOf(tb, "", `{"id": "T-01", "profile": "p", "text": {"en": "t"}, "measures": [`+measure+`]}`)
	_, err := standard.Compile(s, caseWords(tb), calendars(tb))
	out := problems(tb, err)
	for i := range out {
		out[i] = strings.TrimPrefix(out[i], "clauses[0].measures[0].")
	}
	return out
}

// rowsOf are the rows of the clause T-01 of one measure, each in one line with its record.
func rowsOf(tb testing.TB, measure string, e standard.Evidence) []string {
	tb.Helper()
	s := clausesOf(tb, "", `{"id": "T-01", "profile": "p", "text": {"en": "t"}, "measures": [`+measure+`]}`)
	rows, err := mustCompile(tb, s, caseWords(tb)).Rows(&e, "T-01")
	require.NoError(tb, err)
	var out []string
	for r := range rows {
		out = append(out, strings.TrimSpace(cmp.Or(r.Record, r.Subject)+" "+said(r.State, r.Reason)))
	}
	return out
}

// shuffled is evidence with its records and figures, and the events of its cases, in another order.
func shuffled(e standard.Evidence, swap func(n int, swap func(i, j int))) standard.Evidence {
	e.Records, e.Figures = slices.Clone(e.Records), slices.Clone(e.Figures)
	for i := range e.Records {
		events := slices.Clone(e.Records[i].Events)
		swap(len(events), func(a, b int) { events[a], events[b] = events[b], events[a] })
		e.Records[i].Events = events
	}
	swap(len(e.Records), func(a, b int) { e.Records[a], e.Records[b] = e.Records[b], e.Records[a] })
	swap(len(e.Figures), func(a, b int) { e.Figures[a], e.Figures[b] = e.Figures[b], e.Figures[a] })
	return e
}
