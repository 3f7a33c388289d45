package rating

import (
	"strconv"

	"github.com/wuyekit/wuye/property/civil"
	"github.com/wuyekit/wuye/property/invalid"
	"github.com/wuyekit/wuye/property/metric"
)

// full returns the most that an item comes to: its points, or 1 where it has none.
func (i Item) full() metric.Figure {
	if i.Points.IsSet() {
		return i.Points
	}
	return metric.MustParseFigure("1")
}

func (c *rubricCheck) checkItem(l *invalid.List, i Item, bonus bool) {
	unique(l, c.items, i.Code)
	checkAbove(l, "points", i.Points)
	if !i.Points.IsSet() && (bonus || c.Method == ByPoints) {
		l.At("points").Add(invalid.ErrRequired, "points")
	}
	c.checkWeight(l, i.Weight, bonus)
	if i.Floor.IsSet() {
		needWithin(l, "floor", i.Floor, metric.Figure{}, i.full())
	}
	l.Enter("mark")
	defer l.Leave()
	if invalid.OneOf(l, i.Mark) == "" {
		return
	}
	switch m := i.Mark; {
	case m.Scale != nil:
		c.outcomes += c.levels[m.Scale.Of]
		if !c.scales[m.Scale.Of] {
			l.Enter("scale")
			unknown(l, "of", m.Scale.Of)
			l.Leave()
		}
	case m.Steps != nil:
		l.Enter("steps")
		m.Steps.check(l, i)
		l.Leave()
	case m.Points != nil:
		l.Enter("points")
		checkAbove(l, "step", m.Points.Step)
		if below(i.full(), m.Points.Step) {
			l.At("step").Add(ErrWithin, m.Points.Step.String(), "0", i.full().String())
		}
		l.Leave()
	case m.Deductions != nil:
		l.Enter("deductions")
		m.Deductions.check(l, bonus)
		l.Leave()
	}
}

// checkBetter reports a direction that is missing or none.
func checkBetter(l *invalid.List, d metric.Direction) {
	if d == 0 {
		l.At("better").Add(invalid.ErrRequired, "better")
	}
	if d > metric.LowerIsBetter {
		l.At("better").Add(invalid.ErrWord, strconv.Itoa(int(d)), "higher, lower")
	}
}

func (s *Steps) check(l *invalid.List, i Item) {
	required(l, "figure", s.Figure)
	checkBetter(l, s.Better)
	if len(s.Steps) == 0 {
		l.At("steps").Add(invalid.ErrRequired, "steps")
	}
	var before Step
	eachItem(l, "steps", s.Steps, func(t Step) {
		if !t.At.IsSet() {
			l.At("at").Add(invalid.ErrRequired, "at")
		}
		needWithin(l, "points", t.Points, i.Floor, i.full())
		if before.At.IsSet() && t.At.IsSet() && !worse(s.Better, t.At, before.At) {
			l.At("at").Add(ErrSteps, t.At.String(), before.At.String())
		}
		if before.Points.IsSet() && below(before.Points, t.Points) {
			l.At("points").Add(ErrStepPoints, t.Points.String(), before.Points.String())
		}
		before = t
	})
}

// worse reports whether f is worse than g.
func worse(better metric.Direction, f, g metric.Figure) bool {
	if better == metric.LowerIsBetter {
		return below(g, f)
	}
	return below(f, g)
}

// maxShortfalls bounds the figures of one item.
const maxShortfalls = 64

func (d *Deductions) check(l *invalid.List, bonus bool) {
	if bonus {
		l.Add(ErrBonusDeductions)
	}
	if len(d.Kinds)+len(d.Shortfalls) == 0 {
		l.Add(ErrNoDeductions)
	}
	checkAbove(l, "cap", d.Cap)
	checkMost(l, "shortfalls", len(d.Shortfalls), maxShortfalls)
	codes := map[string]bool{}
	eachItem(l, "kinds", d.Kinds, func(k Deduction) {
		unique(l, codes, k.Code)
		k.check(l)
	})
	eachItem(l, "shortfalls", d.Shortfalls, func(s Shortfall) {
		unique(l, codes, s.Code)
		s.check(l)
	})
}

func (d Deduction) check(l *invalid.List) {
	if d.All == d.Take.IsSet() {
		l.At("take").Add(ErrTake)
	}
	checkAbove(l, "take", d.Take)
	checkAbove(l, "most", d.Most)
	checkLasts(l, d.Lasts)
}

// maxLasts is how many months a deduction lasts at most.
const maxLasts = 100 * 12

func checkLasts(l *invalid.List, s civil.Span) {
	const daysOfMonth = 31
	switch {
	case s.IsZero():
	case !s.IsCivil():
		l.At("lasts").Add(ErrCivilSpan, s.String())
	case s.Months() > maxLasts || s.Days() > maxLasts*daysOfMonth:
		l.At("lasts").Add(ErrLasts, s.String())
	}
}

func (s Shortfall) check(l *invalid.List) {
	required(l, "figure", s.Figure)
	if !s.Target.IsSet() {
		l.At("target").Add(invalid.ErrRequired, "target")
	}
	checkBetter(l, s.Better)
	needAbove(l, "each", s.Each)
	needAbove(l, "take", s.Take)
	partWords().Check(l, "part", uint8(s.Part))
	checkAbove(l, "most", s.Most)
}
