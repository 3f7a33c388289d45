package sla

import (
	"slices"
	"strconv"
	"time"

	"github.com/shopspring/decimal"

	"github.com/wuyekit/wuye/property/civil"
	"github.com/wuyekit/wuye/property/explain"
	"github.com/wuyekit/wuye/property/invalid"
)

// BonusMalus rewards what was done early and punishes what was late, in points or money (奖惩). It is a
// document.
//
// Each case has an index: how many units it was done before its deadline, rounded up, so that a part of
// a unit late costs nothing and a part of a unit early counts as one; never below Floor or above
// Cap. Its score is weight × (base + index × step).
type BonusMalus struct {
	// Code names the scheme.
	Code string `json:"code"`
	// Milestone is the code of the milestone that is assessed.
	Milestone string `json:"milestone"`
	// Unit is the step of time, of hours and shorter, counted as the limit is.
	Unit civil.Span `json:"unit"`
	// Floor and Cap bound the index; Floor is not above 0, Cap not below.
	Floor int `json:"floor"`
	Cap   int `json:"cap"`
	// Base and Step make the score of an index.
	Base decimal.Decimal `json:"base,omitzero"`
	Step decimal.Decimal `json:"step"`
	// In is the unit of scores: "point", "CNY".
	In string `json:"in"`
	// Weights are those of categories, the first that applies; a case without one, such as
	// planned work, is not assessed.
	Weights []Weight `json:"weights"`
}

// Weight is what the scores of some categories are multiplied by.
type Weight struct {
	// Categories are those it applies to; none: all.
	Categories []string `json:"categories,omitempty"`
	// Weight is the factor, not negative.
	Weight decimal.Decimal `json:"weight"`
}

// Check reports every problem of the scheme.
func (b BonusMalus) Check(l *invalid.List) {
	required(l, "code", b.Code)
	required(l, "milestone", b.Milestone)
	if b.Unit.IsZero() {
		l.At("unit").Add(invalid.ErrRequired, "unit")
	}
	checkHours(l, "unit", b.Unit)
	if b.Floor > 0 || b.Cap < 0 {
		l.At("floor").Add(ErrIndex, strconv.Itoa(b.Floor), strconv.Itoa(b.Cap))
	}
	if _, err := explain.ParseUnit(b.In); err != nil {
		l.At("in").Take(err)
	}
	if len(b.Weights) == 0 {
		l.At("weights").Add(invalid.ErrRequired, "weights")
	}
	for i, w := range b.Weights {
		if w.Weight.IsNegative() {
			l.At("weights", i, "weight").Add(ErrWeight, w.Weight.String())
		}
		l.Enter("weights")
		l.EnterIndex(i)
		checkNames(l, "categories", w.Categories)
		l.Leave()
		l.Leave()
	}
}

const (
	labelScore  explain.Label = "sla/score: bonus or malus, %[1]s"
	labelWeight explain.Label = "sla/weight: weight"
	labelBase   explain.Label = "sla/base: base"
	labelStep   explain.Label = "sla/step: step"
	labelIndex  explain.Label = "sla/index: units before the deadline, within the bounds"
	labelUnits  explain.Label = "sla/units: units before the deadline, rounded up"
	labelMargin explain.Label = "sla/margin: time before the deadline, counted as the limit is; negative after it"
	labelUnit   explain.Label = "sla/unit: unit"
	labelBound  explain.Label = "sla/bound: bound of the index"
)

// Assess returns the score of a case as an exact derivation, and false where it has none: the milestone is
// neither met nor breached, or no weight applies to its category. What is late and not done is assessed as if it were
// done at [Verdict.At], so that never doing it does not pay; its score falls from day to day, down to that of the floor.
//
// Errors: [ErrMilestone] if the clock has no such milestone; those of [BonusMalus.Check].
func (c *Clock) Assess(b BonusMalus, k *Case, now time.Time) (explain.Step, bool, error) {
	var l invalid.List
	b.Check(&l)
	i := slices.IndexFunc(c.milestones, func(m milestone) bool { return m.Code == b.Milestone })
	if i < 0 {
		l.At("milestone").Add(ErrMilestone, invalid.Quote(b.Milestone))
	}
	if err := l.Err("bonus-malus " + b.Code); err != nil {
		return explain.Step{}, false, err
	}
	m := &c.milestones[i]
	w := slices.IndexFunc(b.Weights, func(w Weight) bool { return applies(w.Categories, k.Category) })
	var buffer buffers
	r := c.play(&buffer, k.Log, now)
	var v Verdict
	c.judge(&v, m, k, &r, now)
	if w < 0 || v.State != Met && v.State != Breached {
		return explain.Step{}, false, nil
	}
	margin := v.Due.Sub(v.At)
	if v.Limit > 0 {
		var n counter
		if t := &m.limits[v.Limit-1]; t.hours > 0 {
			margin = t.hours - time.Duration(v.Counted) // without stops after the deadline
		} else {
			margin = n.between(t, tickOf(v.At), tickOf(v.Due))
		}
	}
	return b.score(k.ID, margin, b.Weights[w].Weight), true, nil
}

// score derives weight × (base + clamp(ceil(margin ÷ unit)) × step).
func (b BonusMalus) score(id string, margin time.Duration, weight decimal.Decimal) explain.Step {
	number := func(label explain.Label, d decimal.Decimal, unit string) explain.Step {
		return explain.Given(label, explain.Decimal(d.String(), unit))
	}
	units := explain.Ratio("", explain.Given(labelMargin, explain.Seconds(margin)), number(labelUnit, decimal.NewFromInt(int64(b.Unit.Seconds())), "s"))
	index := explain.Clamp(labelIndex, explain.Round(labelUnits, units, "ceiling", "1"),
		number(labelBound, decimal.NewFromInt(int64(b.Floor)), ""), number(labelBound, decimal.NewFromInt(int64(b.Cap)), ""))
	perCase := explain.Sum("", number(labelBase, b.Base, b.In), explain.Product("", index, number(labelStep, b.Step, b.In)))
	return explain.Product(labelScore, number(labelWeight, weight, ""), perCase).WithArgs(id)
}
