package standard_test

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/wuyekit/wuye/property/standard"
)

// slowShape is a kind of cases, and the periods and the grain of time of which they are rolled.
type slowShape struct {
	roll  func(g *slowSetup) slowCase
	grain time.Duration
	spans []string
	// n is how many are rolled.
	n int
}

func slowShapes() map[string]slowShape {
	days := []string{slowMonth, slowTwoWeek, slowDays, slowOddDays}
	return map[string]slowShape{
		"quota":     {slowQuotaCase, time.Second, append([]string{slowHours}, days...), 400},
		"span":      {slowSpanCase, time.Second, days, 300},
		"gap":       {slowGapCase, time.Second, append([]string{slowHours}, days...), 400},
		"by":        {slowByCase, time.Second, days, 400},
		"every":     {slowEveryCase, time.Second, []string{slowDays, slowOddDays, slowHours}, 300},
		"promise":   {slowPromiseCase, time.Second, days, 400},
		"ordering":  {slowOrderingCase, time.Second, days, 400},
		"threshold": {slowThresholdCase, time.Second, days, 300},
		"checklist": {slowChecklistCase, time.Second, days, 300},
		"presence":  {slowPresenceCase, time.Hour, []string{slowMonth, slowTwoWeek, slowDays}, 300},
		"cover":     {slowCoverCase, time.Minute, []string{slowDays, slowOddDays}, 120},
		"record":    {slowRecordCase, time.Minute, days, 400},
	}
}

// slowRolled rolls a case, and gives the standard what it reads.
func slowRolled(tb testing.TB, name string, shape slowShape, i int) slowCase {
	tb.Helper()
	g := slowRoll(tb, slowSeed(uint64(i)*1000+uint64(len(name)*31+int(name[0]))), shape.grain, shape.spans...)
	c := shape.roll(g)
	text := slowJSON(tb, c.s.Clauses)
	for _, p := range []standard.Param{{Name: "two", Value: slowPick(g.slowDice, "2", "2", "")}, {Name: "peak", Value: "07:00/09:00,17:00/20:00"}} {
		if strings.Contains(text, `"$`+p.Name+`"`) {
			c.s.Params = append(c.s.Params, p)
		}
	}
	if !strings.Contains(text, `"grades"`) {
		c.s.Orders = nil
	}
	return c
}

// TestSlowMeasures holds every measure against the slow model.
func TestSlowMeasures(t *testing.T) {
	words := slowWords(t)
	for _, name := range slices.Sorted(maps.Keys(slowShapes())) {
		shape := slowShapes()[name]
		t.Run(name, func(t *testing.T) {
			seen, left := map[standard.State]int{}, 0
			for i := range shape.n {
				c := slowRolled(t, name, shape, i)
				r, err := standard.Compile(c.s, words, calendars(t))
				require.NoError(t, err, "case %d: %s", i, slowJSON(t, c.s))
				report, err := r.Evaluate(&c.e)
				require.NoError(t, err, "case %d: %s", i, slowJSON(t, c.e))
				got := report.Clauses[0].Parts[0]
				world := newSlowWorld(t, c.s, words, &c.e)
				want := world.judge(&c.s.Clauses[0].Measures[0])
				if world.open {
					left++
					continue
				}
				seen[got.State]++
				if diff := slowDiff(t, r, &c.e, got, want); diff != "" {
					t.Fatalf("case %d: %s\nclause %s\nevidence %s", i, diff, slowJSON(t, c.s.Clauses[0].Measures), slowJSON(t, c.e))
				}
			}
			for _, s := range []standard.State{standard.Met, standard.Breached, standard.Unknown} {
				require.NotZero(t, seen[s], "no case is %s", s)
			}
			require.Less(t, left, shape.n/3, "too few cases are compared")
		})
	}
}

// slowDiff says how a part differs from what the model makes of it.
func slowDiff(tb testing.TB, r *standard.Rules, e *standard.Evidence, got standard.PartVerdict, want slowPart) string {
	tb.Helper()
	var rows []string
	seq, err := r.Rows(e, "T-1")
	require.NoError(tb, err)
	for row := range seq {
		if want.estate {
			row.Subject = ""
		}
		if !want.loose || row.State != standard.Met {
			rows = append(rows, fmt.Sprintf("%s %s", row.Subject, row.State))
		}
	}
	var model []string
	moved := 0
	for _, row := range want.rows {
		if want.estate {
			row.subject = ""
		}
		if !want.loose || row.state != standard.Met {
			model = append(model, fmt.Sprintf("%s %s", row.subject, row.state))
		}
		if row.moved {
			moved++
		}
	}
	slices.Sort(rows)
	slices.Sort(model)
	switch {
	case got.State != want.state:
		return fmt.Sprintf("is %s, the model says %s\nrows %q\nmodel %q", said(got.State, got.Reason), want.state, rows, model)
	case !slices.Equal(rows, model):
		return fmt.Sprintf("%s\nrows %q\nmodel %q", said(got.State, got.Reason), rows, model)
	case !want.loose && got.Counts.Total != len(model) || got.Counts.LateStart != moved:
		return fmt.Sprintf("counts %+v, the model %d rows, %d moved", got.Counts, len(model), moved)
	case got.State != standard.Met && !slices.Contains(want.codes, got.Reason.Code):
		return fmt.Sprintf("the code is %s, the model says %v", got.Reason.Code, want.codes)
	}
	return ""
}
