package finding_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/stretchr/testify/require"

	"github.com/wuyekit/wuye/property/finding"
)

// quarter are the items of a quarter: one solved, one that did not help, one not begun, one dropped.
func quarter(tb testing.TB) []finding.Item {
	tb.Helper()
	return []finding.Item{
		{ID: "Q-1", What: "lobby lights", Cycle: "2026-Q1", Log: logOf(tb, "01-05 started", "01-20 done", "02-01 checked", "02-02 solved")},
		{
			ID: "Q-2", What: "water leaks", Cycle: "2026-Q1", Level: finding.Team, Stage: finding.Implement, Findings: []string{"F-7"},
			Log: logOf(tb, "01-05 started", "02-20 done", "03-01 checked"),
		},
		{ID: "Q-3", Cycle: "2026-Q1"},
		{ID: "Q-4", Cycle: "2026-Q1", Log: logOf(tb, "01-05 dropped")},
		{ID: "Q-5", Cycle: "2026-Q1", Log: logOf(tb, "03-31 carried")},
	}
}

// TestCarry: KPI-48. What is not solved goes to the next cycle, and from there to the one after it, with its loop counted.
func TestCarry(t *testing.T) {
	first := quarter(t)
	second, err := finding.Carry(first, "2026-Q1", "2026-Q2")
	require.NoError(t, err)
	require.Empty(t, cmp.Diff([]finding.Item{
		{
			ID: "Q-2/2", From: "Q-2", Loop: 2, What: "water leaks", Cycle: "2026-Q2", Level: finding.Team, Stage: finding.Implement,
			Findings: []string{"F-7"},
		},
		{ID: "Q-3/2", From: "Q-3", Loop: 2, Cycle: "2026-Q2"},
		{ID: "Q-5/2", From: "Q-5", Loop: 2, Cycle: "2026-Q2"},
	}, second))
	require.Empty(t, cmp.Diff(quarter(t), first), "what was given stays as it was")

	second[0].Log = logOf(t, "04-02 started", "05-02 done", "06-01 checked", "06-02 solved")
	third, err := finding.Carry(append(first, second...), "2026-Q2", "2026-Q3")
	require.NoError(t, err)
	require.Len(t, third, 2)
	require.Equal(t, finding.Item{ID: "Q-3/3", From: "Q-3/2", Loop: 3, Cycle: "2026-Q3"}, third[0])
}

// TestCarryTwice: what was carried over already is not carried again.
func TestCarryTwice(t *testing.T) {
	items := quarter(t)
	next, err := finding.Carry(items, "2026-Q1", "2026-Q2")
	require.NoError(t, err)
	again, err := finding.Carry(append(items, next...), "2026-Q1", "2026-Q2")
	require.NoError(t, err)
	require.Empty(t, again)
}

// TestCarryRefused: every problem of the items at once.
func TestCarryRefused(t *testing.T) {
	_, err := finding.Carry([]finding.Item{
		{ID: "a", Cycle: "1", Log: logOf(t, "01-05 done")},
		{ID: "a", Loop: -1},
		{ID: "b", Cycle: "1", Loop: 2, Level: 9, Findings: []string{"F", "F"}},
	}, "1", "1")
	require.EqualError(t, err, `items: 8 problems
  to: cycle "1" cannot hand over to itself
  items[0].log: event 1 "done" is not allowed in state "plan"; allowed are "started", "carried", "dropped", "noted"
  items[1].cycle: cycle is missing
  items[1].loop: -1 is not the number of a loop from 1 to 9999
  items[1].id: "a" is named twice
  items[2].from: an item in loop 2 comes from "": only those from loop 2 on come from another
  items[2].level: 9 is none of personal, team, management, company
  items[2].findings[1]: "F" is named twice`)

	_, err = finding.Carry([]finding.Item{{ID: "a", Cycle: "1"}, {ID: "a/2", Cycle: "1"}}, "1", "2")
	require.EqualError(t, err, "items: 1 problem\n  items[0].id: carried over, item \"a\" would be \"a/2\", which is the ID of another")
	_, err = finding.Carry([]finding.Item{{ID: "a/9999", From: "a/9998", Loop: 9999, Cycle: "1"}}, "1", "2")
	require.ErrorIs(t, err, finding.ErrLoop)
	_, err = finding.Carry(nil, "", "")
	require.EqualError(t, err, "items: 2 problems\n  from: from is missing\n  to: to is missing")
}
