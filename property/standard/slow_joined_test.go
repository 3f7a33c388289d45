package standard_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/wuyekit/wuye/property/standard"
)

// TestSlowClauses holds clauses of several parts, with conditions, spans and aliases, against the model.
func TestSlowClauses(t *testing.T) {
	words := slowWords(t)
	seen := map[string]int{}
	for i := range 300 {
		c := slowJoined(t, i)
		r, err := standard.Compile(c.s, words, calendars(t))
		require.NoError(t, err, "case %d: %s", i, slowJSON(t, c.s))
		report, err := r.Evaluate(&c.e)
		require.NoError(t, err, "case %d", i)
		w := newSlowWorld(t, c.s, words, &c.e)
		want := w.clauses()
		if w.open {
			continue
		}
		for _, v := range report.Clauses {
			seen[v.State.String()]++
			seen[v.Reason.Code.String()]++
			if !slices.Contains(want[v.Clause].codes, v.Reason.Code) && v.State != standard.Met || v.State != want[v.Clause].state {
				t.Fatalf("case %d: %s is %s, the model says %s %v\n%s\n%s", i, v.Clause, said(v.State, v.Reason), want[v.Clause].state, want[v.Clause].codes, slowJSON(t, c.s), slowJSON(t, c.e))
			}
			for _, p := range v.Parts {
				if m := want[v.Clause+"/"+p.Part]; p.State != m.state || p.State != standard.Met && !slices.Contains(m.codes, p.Reason.Code) {
					t.Fatalf("case %d: %s/%s is %s, the model says %s %v\n%s\n%s", i, v.Clause, p.Part, said(p.State, p.Reason), m.state, m.codes, slowJSON(t, c.s), slowJSON(t, c.e))
				}
			}
		}
		require.Len(t, report.Clauses, len(want)-slowParts(want), "case %d", i)
	}
	for _, word := range []string{"met", "breached", "unknown", "notApplicable", "off", "when", "notInForce", "paramUnset"} {
		require.NotZero(t, seen[word], "%s was never seen", word)
	}
}

// slowParts counts the parts among verdicts by their address.
func slowParts(of map[string]slowPart) int {
	n := 0
	for address := range of {
		if strings.Contains(address, "/") {
			n++
		}
	}
	return n
}

// slowJoined rolls clauses about records, presence and thresholds with what decides before them.
func slowJoined(tb testing.TB, i int) slowCase {
	tb.Helper()
	d := slowSeed(uint64(i) + 77)
	g := slowRoll(tb, d, time.Hour, slowMonth, slowTwoWeek)
	c := slowCase{s: slowStandard(), e: g.evidence()}
	c.s.Clauses, c.s.Orders = nil, nil
	c.e.Subjects = g.lifts()
	if d.oneIn(3) {
		c.s.Profiles = []string{"p"}
	}
	if d.oneIn(8) {
		c.s.From = slowDay(d)
	}
	for k := range 2 + d.n(3) {
		clause := standard.Clause{ID: fmt.Sprintf("T-%d", k+1), Profile: slowPick(d, "p", "p", "q"), Text: slowStandard().Clauses[0].Text, Off: d.oneIn(8), When: g.when()}
		if k == 0 {
			clause.Profile = "p"
		}
		if d.oneIn(6) {
			clause.From = slowDay(d)
		}
		if d.oneIn(6) {
			clause.To = slowDay(d)
		}
		if !clause.From.IsZero() && !clause.To.IsZero() && clause.To.Before(clause.From) {
			clause.From, clause.To = clause.To, clause.From
		}
		for p := range 1 + d.n(3) {
			clause.Measures = append(clause.Measures, standard.Measure{Part: fmt.Sprintf("p%d", p), When: g.when(), Record: g.smallRule(), Presence: nil})
			if m := &clause.Measures[p]; d.oneIn(3) {
				m.Record, m.Presence = nil, &standard.Presence{Documents: []string{"permit"}, Per: "lift"}
			}
		}
		c.s.Clauses = append(c.s.Clauses, clause)
	}
	c.s.Aliases = []standard.Alias{{ID: "A-1", Of: slowPick(d, []string{"T-1"}, []string{"T-1/p0"})}}
	for range d.n(5) {
		r := g.record(slowPick(d, "entry", "permit"), 2)
		if r.Kind == "entry" {
			r.Fields = g.entryFields()
		}
		c.e.Records = append(c.e.Records, r)
	}
	c.e.Complete = g.complete("entry", "lift", "permit")
	text := slowJSON(tb, c.s.Clauses)
	for _, p := range []standard.Param{{Name: "policy", Value: slowPick(d, "a", "b", "")}, {Name: "two", Value: slowPick(d, "2", "3", "")}} {
		if strings.Contains(text, `"$`+p.Name+`"`) {
			c.s.Params = append(c.s.Params, p)
		}
	}
	return c
}
