package rating

import (
	"maps"
	"slices"
	"strings"

	"github.com/wuyekit/wuye/property/invalid"
	"github.com/wuyekit/wuye/property/worktime"
)

// Contest assesses years by a scheme (考评). It is made by [CompileScheme], never changes, and may be shared.
type Contest struct {
	doc     Scheme
	tiers   []tier
	tierOf  map[string]int
	vetoOf  map[string]int
	bandOf  map[string]int // the first row of a code
	rewards map[string]*Reward
	// calendar is that of the notice, nil if it names none.
	calendar *worktime.Calendar
}

// tier is a compiled [Tier].
type tier struct {
	*Tier
	rounds  int // a year
	rubrics map[string]bool
	// below is how many rounds of the tier below lie in a round, for a tier with a gate.
	below  int
	passes Score // what the gate above asks of a round; unset: there is no gate
	// leavesOut says that the gate above takes what it does not let through out of the mean.
	leavesOut bool
}

// CompileScheme makes a contest of a scheme, which it does not keep. Calendars are those that the notice may name, by
// their codes.
//
// Errors: an [*invalid.Error] with every problem of the scheme: [ErrCalendar], and what [Scheme.Check] reports.
func CompileScheme(s Scheme, calendars map[string]*worktime.Calendar) (*Contest, error) {
	var l invalid.List
	s.Check(&l)
	if n := s.Notice; n != nil && n.Calendar != "" && calendars[n.Calendar] == nil {
		l.At("notice", "calendar").Add(ErrCalendar, invalid.Quote(n.Calendar), strings.Join(slices.Sorted(maps.Keys(calendars)), ", "))
	}
	if err := l.Err("scheme " + s.Code); err != nil {
		return nil, err
	}
	c := &Contest{doc: s.clone(), tierOf: map[string]int{}, vetoOf: map[string]int{}, bandOf: map[string]int{}, rewards: map[string]*Reward{}}
	if n := s.Notice; n != nil {
		c.calendar = calendars[n.Calendar]
	}
	for i := range c.doc.Tiers {
		c.addTier(i)
	}
	for i, v := range c.doc.Vetoes {
		c.vetoOf[v.Code] = i
	}
	for i, b := range slices.Backward(c.doc.Bands) {
		c.bandOf[b.Code] = i
	}
	for i := range c.doc.Rewards {
		c.rewards[c.doc.Rewards[i].Band] = &c.doc.Rewards[i]
	}
	return c, nil
}

func (c *Contest) addTier(i int) {
	doc := &c.doc.Tiers[i]
	t := tier{Tier: doc, rounds: monthsOfYear / doc.Every.Months()}
	if len(doc.Rubrics) > 0 {
		t.rubrics = map[string]bool{}
		for _, code := range doc.Rubrics {
			t.rubrics[code] = true
		}
	}
	if g := doc.Gate; g != nil {
		lower := &c.tiers[i-1]
		t.below = lower.rounds / t.rounds
		lower.passes, lower.leavesOut = ScoreOf(g.AtLeast), doc.Unreported == UnreportedLeavesOut
	}
	c.tierOf[doc.Code] = i
	c.tiers = append(c.tiers, t)
}

const monthsOfYear = 12

// Scheme returns the document that the contest was made of; it belongs to the caller.
func (c *Contest) Scheme() Scheme { return c.doc.clone() }

func (s Scheme) clone() Scheme {
	s.Needs, s.Rounding = slices.Clone(s.Needs), slices.Clone(s.Rounding)
	s.Tiers, s.Vetoes, s.Bands, s.Rewards = slices.Clone(s.Tiers), slices.Clone(s.Vetoes), slices.Clone(s.Bands), slices.Clone(s.Rewards)
	for i := range s.Tiers {
		t := &s.Tiers[i]
		t.Rubrics, t.Rounding = slices.Clone(t.Rubrics), slices.Clone(t.Rounding)
		if t.Gate != nil {
			gate := *t.Gate
			t.Gate = &gate
		}
	}
	for i := range s.Vetoes {
		s.Vetoes[i].Needs = slices.Clone(s.Vetoes[i].Needs)
	}
	for i := range s.Bands {
		s.Bands[i] = s.Bands[i].clone()
	}
	for i := range s.Rewards {
		s.Rewards[i] = s.Rewards[i].clone()
	}
	if s.Notice != nil {
		notice := *s.Notice
		s.Notice = &notice
	}
	return s
}

func (b Band) clone() Band {
	b.Needs, b.When, b.Unless = slices.Clone(b.Needs), slices.Clone(b.When), slices.Clone(b.Unless)
	return b
}

func (r Reward) clone() Reward {
	r.Titles = slices.Clone(r.Titles)
	return r
}
