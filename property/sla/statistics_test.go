package sla_test

import (
	"cmp"
	"slices"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/wuyekit/wuye/property/sla"
)

// TestStatisticsDropNothing counts random verdicts, and again by a slow count.
func TestStatisticsDropNothing(t *testing.T) {
	type row struct {
		group string
		v     sla.Verdict
	}
	var rows []row
	var s sla.Statistics
	require.Empty(t, s.Groups())
	scenes(t, 1000, func(sc *scene) {
		group := pick(sc.random, "b", "a", "丙")
		for _, v := range sc.judge() {
			s.Add(group, v)
			rows = append(rows, row{group, v})
		}
		if sc.maybe(1) {
			s.Groups() // in between
		}
	})
	sum := 0
	groups := s.Groups()
	require.True(t, slices.IsSortedFunc(groups, func(a, b sla.Group) int {
		return cmp.Or(cmp.Compare(a.Name, b.Name), cmp.Compare(a.Milestone, b.Milestone)) // m0 came first
	}))
	for _, g := range groups {
		of := func(is func(v sla.Verdict) bool) int {
			n := 0
			for _, r := range rows {
				if r.group == g.Name && r.v.Milestone == g.Milestone && is(r.v) {
					n++
				}
			}
			return n
		}
		in := func(state sla.State) int { return of(func(v sla.Verdict) bool { return v.State == state }) }
		require.Equal(t, of(func(sla.Verdict) bool { return true }), g.Total)
		require.Equal(t, g.Total, g.Met+g.Breached+g.Running+g.Paused+g.Waived+g.Unknown)
		require.Equal(t, []int{in(sla.Met), in(sla.Breached), in(sla.Running), in(sla.Paused), in(sla.Waived), in(sla.Unknown)},
			[]int{g.Met, g.Breached, g.Running, g.Paused, g.Waived, g.Unknown})
		require.Equal(t, of(func(v sla.Verdict) bool { return v.Reason == sla.Reversed || v.Reason == sla.OutOfRange }), g.Bad)
		require.Equal(t, of(func(v sla.Verdict) bool { return v.Reason == sla.NotStarted }), g.NotStarted)
		require.Equal(t, of(func(v sla.Verdict) bool { return v.State == sla.Breached && v.Done.IsZero() }), g.Open)
		require.Equal(t, of(func(v sla.Verdict) bool { return v.Guessed }), g.Guessed)
		require.Equal(t, g.Met+g.Breached, g.Judged())
		sum += g.Total

		kept, ok := g.Kept()
		require.Equal(t, g.Judged() > 0, ok)
		if ok {
			require.NoError(t, kept.Check())
		}
		var lengths []sla.Length
		for _, r := range rows {
			if r.group == g.Name && r.v.Milestone == g.Milestone && !r.v.Done.IsZero() && !r.v.Start.IsZero() &&
				(r.v.State == sla.Met || r.v.State == sla.Breached) {
				lengths = append(lengths, r.v.Counted)
			}
		}
		for _, p := range []int{1, 10, 50, 90, 99, 100} {
			got, ok := g.Percentile(p)
			require.Equal(t, len(lengths) > 0, ok)
			if !ok {
				continue
			}
			// The smallest length that at least p in 100 do not exceed.
			reach := func(n sla.Length) int {
				return 100 * len(slices.DeleteFunc(slices.Clone(lengths), func(m sla.Length) bool { return m > n }))
			}
			require.Contains(t, lengths, got)
			require.GreaterOrEqual(t, reach(got), p*len(lengths))
			require.Less(t, reach(got-1), p*len(lengths))
		}
	}
	require.Equal(t, len(rows), sum)
}

// TestPercentile: of ten repairs of 1 to 10 hours half were done within 5, nine in ten within 9.
func TestPercentile(t *testing.T) {
	var s sla.Statistics
	for _, hours := range []sla.Length{7, 3, 10, 1, 9, 2, 8, 4, 6, 5} {
		v := sla.Verdict{Milestone: "m", State: sla.Met, Start: at("2026-11-02 10:00"), Done: at("2026-11-02 10:00"), Counted: hours * sla.Length(time.Hour)}
		if hours > 8 {
			v.State = sla.Breached
		}
		s.Add("g", v)
	}
	g := s.Groups()[0]
	for p, want := range map[int]string{1: "PT1H", 10: "PT1H", 11: "PT2H", 50: "PT5H", 51: "PT6H", 90: "PT9H", 100: "PT10H"} {
		got, ok := g.Percentile(p)
		require.True(t, ok)
		require.Equal(t, want, got.String(), p)
	}
	for _, p := range []int{0, -1, 101} {
		_, ok := g.Percentile(p)
		require.False(t, ok)
	}
	kept, ok := g.Kept()
	require.True(t, ok)
	require.Equal(t, "0.8", kept.Value.Text)

	s.Add("g", sla.Verdict{Milestone: "m", State: sla.Met, Start: at("2026-11-02 10:00"), Done: at("2026-11-02 10:00")})
	median, _ := g.Percentile(50)
	require.Equal(t, "PT5H", median.String(), "what was given stays as it was")
	lowest, _ := s.Groups()[0].Percentile(1)
	require.Equal(t, "PT0S", lowest.String())
	_, ok = sla.Group{Unknown: 3, Running: 2}.Kept()
	require.False(t, ok)
	third, _ := sla.Group{Met: 1, Breached: 2}.Kept()
	require.Equal(t, "1/3", third.Value.Text)
}
