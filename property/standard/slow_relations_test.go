package standard_test

import (
	"encoding/json"
	"maps"
	"slices"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/wuyekit/wuye/property/metric"
	"github.com/wuyekit/wuye/property/standard"
)

// slowEach rolls some cases of every shape.
func slowEach(t *testing.T, n int, each func(t *testing.T, i int, c slowCase, r *standard.Rules)) {
	t.Helper()
	words := slowWords(t)
	for _, name := range slices.Sorted(maps.Keys(slowShapes())) {
		t.Run(name, func(t *testing.T) {
			for i := range n {
				c := slowRolled(t, name, slowShapes()[name], 50000+i)
				each(t, i, c, mustCompile(t, c.s, words))
			}
		})
	}
}

func slowReport(t *testing.T, r *standard.Rules, e standard.Evidence) standard.Report {
	t.Helper()
	report, err := r.Evaluate(&e)
	require.NoError(t, err, slowJSON(t, e))
	return report
}

// slowCopy copies evidence through its text.
func slowCopy(t *testing.T, e standard.Evidence) standard.Evidence {
	t.Helper()
	var out standard.Evidence
	require.NoError(t, json.Unmarshal([]byte(slowJSON(t, e)), &out))
	return out
}

// TestSlowOrder: the order of records, events, figures, fields and of what is complete means nothing; that of the subjects chooses which of
// several reasons is given first, and nothing else.
func TestSlowOrder(t *testing.T) {
	slowEach(t, 30, func(t *testing.T, i int, c slowCase, r *standard.Rules) {
		t.Helper()
		before := slowReport(t, r, c.e)
		shuffled := slowCopy(t, c.e)
		d := slowSeed(uint64(i))
		slowShuffle(d, shuffled.Records)
		slowShuffle(d, shuffled.Figures)
		slowShuffle(d, shuffled.Complete)
		slowShuffle(d, shuffled.Estate)
		for _, rec := range shuffled.Records {
			slowShuffle(d, rec.Events)
			slowShuffle(d, rec.Fields)
			slowShuffle(d, rec.Items)
		}
		for _, s := range shuffled.Subjects {
			slowShuffle(d, s.Fields)
		}
		require.Equal(t, slowJSON(t, before), slowJSON(t, slowReport(t, r, shuffled)), "case %d: %s\n%s", i, slowJSON(t, c.s.Clauses[0].Measures), slowJSON(t, c.e))
		slowShuffle(d, shuffled.Subjects)
		was, is := before.Clauses[0], slowReport(t, r, shuffled).Clauses[0]
		require.Equal(t, was.State, is.State, "case %d", i)
		require.Equal(t, was.Parts[0].Counts, is.Parts[0].Counts, "case %d", i)
	})
}

func slowShuffle[T any](d *slowDice, of []T) {
	d.rng.Shuffle(len(of), func(i, j int) { of[i], of[j] = of[j], of[i] })
}

// TestSlowTwice: a second time says the same, and the evidence is as it was.
func TestSlowTwice(t *testing.T) {
	slowEach(t, 20, func(t *testing.T, i int, c slowCase, r *standard.Rules) {
		t.Helper()
		was := slowJSON(t, c.e)
		first := slowJSON(t, slowReport(t, r, c.e))
		_, err := r.Why(&c.e, "T-1")
		require.NoError(t, err)
		for range slowRowsOf(t, r, &c.e) {
			break
		}
		require.Equal(t, first, slowJSON(t, slowReport(t, r, c.e)), "case %d", i)
		require.Equal(t, was, slowJSON(t, c.e), "case %d", i)
	})
}

func slowRowsOf(t *testing.T, r *standard.Rules, e *standard.Evidence) func(func(standard.Row) bool) {
	t.Helper()
	rows, err := r.Rows(e, "T-1")
	require.NoError(t, err)
	return rows
}

// TestSlowComplete: what is met or not kept stays so when more is complete, and nothing that is not complete is met.
func TestSlowComplete(t *testing.T) {
	slowEach(t, 30, func(t *testing.T, i int, c slowCase, r *standard.Rules) {
		t.Helper()
		given := slowReport(t, r, c.e).Clauses[0]
		more := slowCopy(t, c.e)
		// From the beginning of the period on: what is complete before it brings in what the beginning cuts.
		more.Complete = append(more.Complete, standard.Complete{Kind: "*", From: c.e.Start, To: standard.MustParsePoint("2026-01-01")})
		all := slowReport(t, r, more).Clauses[0]
		if given.State == standard.Met || given.State == standard.Breached {
			require.Equal(t, given.State, all.State, "case %d: %s\n%s", i, slowJSON(t, c.s.Clauses[0].Measures), slowJSON(t, c.e))
		}
		less := slowCopy(t, c.e)
		less.Complete = nil
		none := slowReport(t, r, less).Clauses[0]
		// A figure is whole in itself: only a population can be incomplete.
		if th := c.s.Clauses[0].Measures[0].Threshold; th == nil || th.Per != "" {
			require.NotEqual(t, standard.Met, none.State, "case %d: %s\n%s", i, slowJSON(t, c.s.Clauses[0].Measures), slowJSON(t, less))
		}
		if none.State == standard.Breached {
			require.Equal(t, standard.Breached, all.State, "case %d: %s\n%s", i, slowJSON(t, c.s.Clauses[0].Measures), slowJSON(t, c.e))
		}
	})
}

// TestSlowLater: acts after what is asked about, and records of a kind that no clause reads, change nothing.
func TestSlowLater(t *testing.T) {
	slowEach(t, 25, func(t *testing.T, i int, c slowCase, r *standard.Rules) {
		t.Helper()
		before := slowReport(t, r, c.e)
		more := slowCopy(t, c.e)
		d := slowSeed(uint64(i) + 5)
		for k := range 4 {
			act := standard.Record{ID: "x" + string(rune('a'+k)), Kind: "noise", Subject: "L1", At: c.e.AsOf.Add(time.Duration(d.n(5)-2) * time.Hour)}
			more.Records = append(more.Records, act)
		}
		planned := c.s.Clauses[0].Measures[0].Cover != nil && c.s.Clauses[0].Measures[0].Cover.Planned
		for k, kind := range []string{"check", "bigCheck", "shift", "sheet", "finding", "permit", "test", "entry", "leave"} {
			late := standard.Record{ID: "y" + string(rune('a'+k)), Kind: kind, Subject: "L1", At: c.e.AsOf.Add(time.Duration(1+d.n(2)*7200) * time.Second)}
			if kind != "shift" || !planned {
				more.Records = append(more.Records, late)
			}
		}
		require.Equal(t, slowJSON(t, before), slowJSON(t, slowReport(t, r, more)), "case %d: %s\n%s", i, slowJSON(t, c.s.Clauses[0].Measures), slowJSON(t, more))
	})
}

// TestSlowRows: the rows add up to the counts, and the derivation can be replayed and says the state.
func TestSlowRows(t *testing.T) {
	slowEach(t, 30, func(t *testing.T, i int, c slowCase, r *standard.Rules) {
		t.Helper()
		v := slowReport(t, r, c.e).Clauses[0]
		var got standard.Counts
		for row := range slowRowsOf(t, r, &c.e) {
			got.Total++
			*map[standard.State]*int{
				standard.Unknown: &got.Unknown, standard.Met: &got.Met, standard.Breached: &got.Breached, standard.Pending: &got.Pending,
				standard.Waived: &got.Waived, standard.NotApplicable: &got.NotApplicable,
			}[row.State]++
			if row.Reason.Code == standard.TooLate {
				got.Late++
			}
			if !row.OriginalDue.IsZero() {
				got.LateStart++
			}
		}
		got.Extra = v.Parts[0].Counts.Extra // extra records have no row
		require.Equal(t, v.Parts[0].Counts, got, "case %d", i)
		why, err := r.Why(&c.e, "T-1")
		require.NoError(t, err)
		require.NoError(t, why.Check(), "case %d", i)
		require.Equal(t, v.State.String(), why.Value.Text, "case %d", i)
	})
}

// TestSlowGate: what Check says of a record is what Evaluate says of it alone.
func TestSlowGate(t *testing.T) {
	words := slowWords(t)
	seen := map[standard.State]int{}
	for i := range 300 {
		c := slowRolled(t, "record", slowShapes()["record"], 70000+i)
		rule := c.s.Clauses[0].Measures[0].Record
		if len(c.e.Records) == 0 || rule.Per != "" {
			continue
		}
		rec := c.e.Records[0]
		alone := slowCopy(t, c.e)
		alone.Records = alone.Records[:1]
		zone := c.e.AsOf.Location()
		alone.Start, alone.End = standard.AtInstant(rec.At.In(zone)), standard.AtInstant(rec.At.In(zone).Add(time.Hour))
		alone.AsOf = rec.At.Add(2 * time.Hour)
		alone.Complete = []standard.Complete{{Kind: "*", From: alone.Start, To: alone.End}}
		r := mustCompile(t, c.s, words)
		want := slowReport(t, r, alone).Clauses[0]
		var subject *standard.Subject
		for k := range alone.Subjects {
			if alone.Subjects[k].ID == rec.Subject {
				subject = &alone.Subjects[k]
			}
		}
		got, err := r.Check("T-1", rec, subject, alone.Estate)
		require.NoError(t, err)
		require.Equal(t, want.State, got.State, "case %d: %s\n%s", i, slowJSON(t, c.s.Clauses[0].Measures), slowJSON(t, alone))
		if got.State != standard.Met && got.State != standard.NotApplicable {
			require.Equal(t, want.Reason, got.Reason, "case %d", i)
		}
		seen[got.State]++
	}
	for _, s := range []standard.State{standard.Met, standard.Breached, standard.Unknown, standard.NotApplicable, standard.Waived} {
		require.NotZero(t, seen[s], "no record is %s", s)
	}
}

// TestSlowCounts: a threshold on the counts of another clause reads what that clause counted.
func TestSlowCounts(t *testing.T) {
	words := slowWords(t)
	seen := map[standard.State]int{}
	for i := range 200 {
		c := slowRolled(t, "record", slowShapes()["record"], 90000+i)
		c.s.Clauses = append([]standard.Clause{{
			ID: "T-0", Profile: "p", Text: metric.Name{EN: "x"},
			Measures: []standard.Measure{{Threshold: &standard.Threshold{Limits: []standard.Limit{{Figure: "T-1.met", OutOf: "T-1.judged", Is: standard.AtLeast, Value: "50%"}}}}},
		}}, c.s.Clauses...)
		c.e.Complete = []standard.Complete{{Kind: "*", From: standard.MustParsePoint("2024-01-01"), To: standard.MustParsePoint("2026-01-01")}}
		report := slowReport(t, mustCompile(t, c.s, words), c.e)
		of := report.Clauses[1].Parts[0].Counts
		got := report.Clauses[0].State
		seen[got]++
		judged := of.Met + of.Breached
		switch {
		case report.Clauses[1].Reason.Code == standard.ParamUnset || of.Unknown > 0 || report.Clauses[1].State == standard.Unknown:
			require.Contains(t, []standard.State{standard.Unknown, standard.Met, standard.Breached, standard.NotApplicable}, got)
		case judged == 0:
			require.Equal(t, standard.NotApplicable, got, "case %d: %+v", i, of)
		case 2*of.Met >= judged:
			require.Equal(t, standard.Met, got, "case %d: %+v", i, of)
		default:
			require.Equal(t, standard.Breached, got, "case %d: %+v", i, of)
		}
	}
	require.NotZero(t, seen[standard.Met])
	require.NotZero(t, seen[standard.Breached])
}

// TestSlowHidden: what was kept is not said to be broken by evidence that lacks some of its records and does not say that it is complete.
func TestSlowHidden(t *testing.T) {
	met := 0
	slowEach(t, 60, func(t *testing.T, i int, c slowCase, r *standard.Rules) {
		t.Helper()
		if m := c.s.Clauses[0].Measures[0]; m.Duty != nil && (m.Duty.Plan.By != nil || m.Duty.Plan.Every != nil) || m.Checklist != nil && m.Checklist.Use == standard.UseLatest {
			return // who was late was late, and the latest sheet that is here is the latest: whatever else there may be
		}
		whole := slowCopy(t, c.e)
		whole.Complete = []standard.Complete{{Kind: "*", From: standard.MustParsePoint("2024-01-01"), To: standard.MustParsePoint("2026-01-01")}}
		if slowReport(t, r, whole).Clauses[0].State != standard.Met {
			return
		}
		met++
		d := slowSeed(uint64(i) + 9)
		whole.Complete = nil
		whole.Records = slices.DeleteFunc(whole.Records, func(standard.Record) bool { return d.oneIn(2) })
		require.NotEqual(t, standard.Breached, slowReport(t, r, whole).Clauses[0].State, "case %d: %s\n%s\n%s", i, slowJSON(t, c.s.Clauses[0].Measures), slowJSON(t, c.e), slowJSON(t, whole.Records))
	})
	require.NotZero(t, met)
}
