package sla

import (
	"cmp"
	"slices"
	"strconv"

	"github.com/wuyekit/wuye/property/explain"
)

// Statistics counts verdicts by group and milestone, and drops none (统计). The zero value is ready. It is not
// safe for use by several goroutines.
type Statistics struct {
	groups map[groupKey]*Group
	order  map[string]int // of the milestones, as they came
}

type groupKey struct{ name, milestone string }

// Group is what the verdicts of a group on a milestone come to.
type Group struct {
	// Name is the group's, Milestone the milestone's code.
	Name      string `json:"group"`
	Milestone string `json:"milestone"`
	// Total is how many verdicts there are: the sum of the six states.
	Total    int `json:"total"`
	Met      int `json:"met"`
	Breached int `json:"breached"`
	Running  int `json:"running"`
	Paused   int `json:"paused"`
	Waived   int `json:"waived"`
	Unknown  int `json:"unknown"`
	// Bad is how many of the unknown are so because the row is wrong, such as one closed before it
	// was opened.
	Bad int `json:"bad"`
	// NotStarted is how many of the unknown are so because their clock has not started.
	NotStarted int `json:"notStarted"`
	// Open is how many of the breached are not done.
	Open int `json:"open"`
	// Guessed is how many verdicts, of whatever state, rest on guessed holidays.
	Guessed int `json:"guessed"`

	lengths []Length // that counted, of what was done
	sorted  bool
}

// Add counts a verdict.
func (s *Statistics) Add(group string, v Verdict) {
	if s.groups == nil {
		s.groups, s.order = map[groupKey]*Group{}, map[string]int{}
	}
	key := groupKey{group, v.Milestone}
	g := s.groups[key]
	if g == nil {
		g = &Group{Name: group, Milestone: v.Milestone}
		s.groups[key] = g
		if _, known := s.order[v.Milestone]; !known {
			s.order[v.Milestone] = len(s.order)
		}
	}
	g.add(v)
}

func (g *Group) add(v Verdict) {
	g.Total++
	switch v.State {
	case Met:
		g.Met++
	case Breached:
		g.Breached++
		if v.Done.IsZero() {
			g.Open++
		}
	case Running:
		g.Running++
	case Paused:
		g.Paused++
	case Waived:
		g.Waived++
	case Unknown:
		g.Unknown++
		if v.Reason.IsBad() {
			g.Bad++
		}
		if v.Reason == NotStarted {
			g.NotStarted++
		}
	}
	if v.Guessed {
		g.Guessed++
	}
	if !v.Start.IsZero() && !v.Done.IsZero() && (v.State == Met || v.State == Breached) {
		g.lengths, g.sorted = append(g.lengths, v.Counted), false
	}
}

// Groups returns what was counted, by the groups' names, then by milestones in the order in which they first
// came.
func (s *Statistics) Groups() []Group {
	out := make([]Group, 0, len(s.groups))
	for _, g := range s.groups {
		if !g.sorted {
			slices.Sort(g.lengths)
			g.sorted = true
		}
		copied := *g
		copied.lengths = slices.Clone(g.lengths)
		out = append(out, copied)
	}
	slices.SortFunc(out, func(a, b Group) int {
		return cmp.Or(cmp.Compare(a.Name, b.Name), cmp.Compare(s.order[a.Milestone], s.order[b.Milestone]))
	})
	return out
}

// Judged returns how many verdicts the share of kept promises is of: the met and the breached. The others
// are neither.
func (g Group) Judged() int { return g.Met + g.Breached }

// Percentile returns the time that counted within which p in 100 of what was done was done (分位数), in time or
// late: the smallest length that at least so many do not exceed (nearest rank). It returns false if
// nothing was done, or p is not from 1 to 100.
func (g Group) Percentile(p int) (Length, bool) {
	n := len(g.lengths)
	if n == 0 || p < 1 || p > maxPercent {
		return 0, false
	}
	rank := (n*p + maxPercent - 1) / maxPercent
	return g.lengths[rank-1], true
}

const (
	labelKept   explain.Label = "sla/kept: share of promises kept, %[1]s"
	labelMet    explain.Label = "sla/met: met"
	labelJudged explain.Label = "sla/judged: met and breached"
	labelBreach explain.Label = "sla/breached: breached"
)

// Kept returns the share of promises kept (及时率): the met of the met and breached, as an exact
// derivation. It returns false if there are none.
func (g Group) Kept() (explain.Step, bool) {
	if g.Judged() == 0 {
		return explain.Step{}, false
	}
	number := func(label explain.Label, n int) explain.Step {
		return explain.Given(label, explain.Decimal(strconv.Itoa(n), ""))
	}
	met := number(labelMet, g.Met)
	judged := explain.Sum(labelJudged, met, number(labelBreach, g.Breached))
	return explain.Ratio(labelKept, met, judged).WithArgs(g.Milestone), true
}
