package rating

import (
	"cmp"

	"github.com/wuyekit/wuye/property/explain"
)

// section derives what a section adds to the score.
func (r derivation) section(s *SectionResult) explain.Step {
	var items []explain.Step
	for _, it := range r.items[s.Section] {
		items = append(items, it.why())
	}
	sum := explain.Sum(labelSection, items...).WithArgs(s.Section).As(scoreValue(s.Raw))
	switch {
	case s.Weight.IsSet():
		share := explain.Ratio(labelSectionShare, sum, r.itemsOf(s)).WithArgs(s.Section)
		weight := explain.Given(labelSectionWeight, figureValue(s.Weight), s.Section)
		return explain.Product(labelSectionWorth, share, weight).WithArgs(s.Section).As(scoreValue(s.Points))
	case s.Points != s.Raw:
		low := explain.Given(labelFloor, scoreValue(least(greatest(ScoreOf(s.Floor), whole(0)), s.Of)))
		return explain.Clamp(labelSectionWithin, sum, low, explain.Given(labelCap, scoreValue(s.Of))).
			WithArgs(s.Section).As(scoreValue(s.Points))
	}
	return sum
}

// itemsOf derives what the items of a section might come to.
func (r derivation) itemsOf(s *SectionResult) explain.Step {
	var of []explain.Step
	for _, it := range r.items[s.Section] {
		if it.Weight.IsSet() {
			of = append(of, explain.Given(labelItemWeight, figureValue(it.Weight), it.Item))
		} else {
			of = append(of, explain.Given(labelOf, scoreValue(it.Of), it.Item))
		}
	}
	return explain.Sum(labelSectionOf, of...).WithArgs(s.Section).As(scoreValue(s.RawOf))
}

// of derives what a section adds to what the score is of.
func (r derivation) of(s *SectionResult) explain.Step {
	if s.Weight.IsSet() {
		return explain.Given(labelSectionWeight, figureValue(s.Weight), s.Section)
	}
	sum := r.itemsOf(s)
	if s.Of == s.RawOf {
		return sum
	}
	return explain.Clamp(labelSectionWithin, sum, explain.Given("", scoreValue(whole(0))), explain.Given(labelCap, figureValue(s.Cap))).
		WithArgs(s.Section).As(scoreValue(s.Of))
}

// why derives what an item adds to its section.
func (i *ItemResult) why() explain.Step {
	points := i.whyPoints()
	if !i.Weight.IsSet() {
		return points
	}
	weight := explain.Given(labelItemWeight, figureValue(i.Weight), i.Item)
	if i.Of == whole(1) {
		return explain.Product(labelWorth, points, weight).WithArgs(i.Item)
	}
	share := explain.Ratio(labelItemShare, points, explain.Given(labelOf, scoreValue(i.Of), i.Item)).WithArgs(i.Item)
	return explain.Product(labelWorth, share, weight).WithArgs(i.Item)
}

// whyPoints derives what an item came to.
func (i *ItemResult) whyPoints() explain.Step {
	value := scoreValue(i.Points)
	switch {
	case i.Absent == absentNotApplicable:
		return explain.Given(labelNotApplicable, value, i.Item)
	case i.Absent != "":
		return explain.Given(labelUnmarked, value, i.Item)
	case len(i.Deductions) > 0:
		full := explain.Given(labelOf, scoreValue(i.Of), i.Item)
		return explain.Sum(labelLess, append([]explain.Step{full}, whyDeductions(i.Deductions)...)...).WithArgs(i.Item).As(value)
	case i.Mark != "":
		return explain.Given(labelMark, value, i.Item, i.Mark)
	case i.Figure.IsSet():
		return explain.Given(labelFigure, value, i.Item, i.Figure.String())
	}
	return explain.Given(labelNothingFound, value, i.Item)
}

// whyDeductions derives what was taken off, as numbers below 0.
func whyDeductions(list []DeductionResult) []explain.Step {
	out := make([]explain.Step, len(list))
	for i := range list {
		d := &list[i]
		name := cmp.Or(d.Finding, d.Kind)
		minus := explain.Given("", scoreValue(whole(-1)))
		out[i] = explain.Product(labelTaken, minus, d.why()).WithArgs(d.Kind, name)
	}
	return out
}

// why derives what a deduction took off.
func (d *DeductionResult) why() explain.Step {
	if !d.Expired.IsZero() {
		return explain.Given(labelExpired, scoreValue(d.Taken), d.Kind, d.Expired.String())
	}
	count := explain.Given(labelCount, scoreValue(d.Count))
	if d.Figure.IsSet() {
		count = explain.Given(labelUnits, scoreValue(d.Count), d.Figure.String(), d.Target.String())
	}
	factors := []explain.Step{count, explain.Given(labelTake, figureValue(d.Take))}
	if d.Factor.IsSet() {
		factors = append(factors, explain.Given(labelFactor, scoreValue(d.Factor)))
	}
	asked := explain.Product(labelAsked, factors...).WithArgs(d.Kind).From(d.Finding).As(scoreValue(d.Asked))
	if d.Bound == 0 && d.Taken == d.Asked {
		return asked
	}
	left := explain.Given(d.Bound.label(), scoreValue(d.Taken))
	return explain.Clamp(labelHeld, asked, explain.Given("", scoreValue(whole(0))), left).WithArgs(d.Kind).As(scoreValue(d.Taken))
}

// label says which limit left how much.
func (b Bound) label() explain.Label {
	switch b {
	case BoundKind:
		return labelLeftKind
	case BoundCap:
		return labelLeftCap
	case BoundFloor:
		return labelLeftFloor
	case BoundSection:
		return labelLeftSection
	case BoundSheet:
		return labelLeftSheet
	}
	return labelLeftSheet
}
