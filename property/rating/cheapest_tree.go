package rating

import (
	"math/big"
	"slices"

	"github.com/wuyekit/wuye/property/metric"
)

// sheetTerm returns the exact score of the sheet before its floor and ceiling, as a sum of everything that can be changed.
func (p *planner) sheetTerm(needs []Need) *term {
	t := &term{}
	bonus := &term{high: ratOf(p.rubric.BonusCap, one())}
	n := 0
	for i, s := range p.rubric.Sections {
		part := p.sectionTerm(s, p.res.Sections[i], p.items[n:n+len(s.Items)], p.res.Items[n:n+len(s.Items)], needs)
		n += len(s.Items)
		if s.Bonus {
			bonus.parts = append(bonus.parts, part)
		} else {
			t.parts = append(t.parts, part)
		}
	}
	whole := takenTerm(p.taken, one())
	whole.low = negative(ratOf(p.rubric.DeductionCap, one()))
	t.parts = append(t.parts, bonus, whole)
	return t
}

// sectionTerm returns what a section adds to the score.
func (p *planner) sectionTerm(s Section, res SectionResult, items []planItem, results []ItemResult, needs []Need) *term {
	t := &term{base: new(big.Rat)}
	if !res.RawOf.IsSet() {
		return t // nothing in it counts
	}
	unit := p.res.unit(res)
	findings := &term{low: negative(ratOf(s.DeductionCap, unit))}
	for i, item := range items {
		if !results[i].Points.IsSet() {
			continue
		}
		each := p.res.itemUnit(unit, results[i])
		if item.item.Mark.Deductions == nil || results[i].Absent != "" {
			t.parts = append(t.parts, markTerm(item, results[i], each, needs))
			continue
		}
		t.base.Add(t.base, product(results[i].Of, each))
		findings.parts = append(findings.parts, itemTakenTerm(item, results[i], each, needs))
	}
	t.parts = append(t.parts, findings)
	if s.Floor.IsSet() || s.Cap.IsSet() {
		t.low, t.high = product(least(greatest(ScoreOf(s.Floor), whole(0)), res.Of), unit), product(res.Of, unit)
	}
	for _, n := range needs {
		if n.Section == s.Code {
			t.need = maxRat(t.need, new(big.Rat).Mul(ScoreOf(n.AtLeast).Rat(), p.sectionValue(res, res.Of, res.RawOf, unit)))
		}
	}
	if !slices.ContainsFunc(results, func(i ItemResult) bool { return i.applies() }) {
		t.still = p.sectionValue(res, res.Points, res.Raw, unit) // nothing in it applies: so it needs nothing
	}
	return t
}

// sectionValue returns in the score what a section comes to, or may come to: points within its limits, or weights.
func (p *planner) sectionValue(res SectionResult, points, weights Score, unit *big.Rat) *big.Rat {
	if p.rubric.Method == ByWeights && !res.Bonus {
		return product(weights, unit)
	}
	return product(points, unit)
}

// markTerm returns what a marked item adds to the score.
func markTerm(item planItem, res ItemResult, each *big.Rat, needs []Need) *term {
	t := &term{options: []option{{value: product(res.Points, each)}}}
	for _, o := range item.marks {
		t.options = append(t.options, option{product(o.comesTo, each), o.move.cost, o.move})
	}
	if atLeast := itemNeed(needs, res); atLeast != nil {
		t.need = atLeast.Mul(atLeast, product(res.Of, each))
	}
	return t
}

// itemTakenTerm returns what is taken off an item, as a number of at most 0.
func itemTakenTerm(item planItem, res ItemResult, each *big.Rat, needs []Need) *term {
	t := takenTerm(item.taken, each)
	limit := product(res.Of, each)
	limit.Sub(limit, product(ScoreOf(item.item.Floor), each))
	if most := ratOf(item.item.Mark.Deductions.Cap, each); most != nil && most.Cmp(limit) < 0 {
		limit = most
	}
	t.low = negative(limit)
	if atLeast := itemNeed(needs, res); atLeast != nil {
		atLeast.Sub(atLeast, one())
		t.need = atLeast.Mul(atLeast, product(res.Of, each))
	}
	return t
}

// takenTerm returns what findings take off, each kind within its limit.
func takenTerm(taken []planTake, each *big.Rat) *term {
	t := &term{}
	kinds := map[string]*term{}
	for _, f := range taken {
		kind := kinds[f.kind]
		if kind == nil {
			kind = &term{low: negative(ratOf(f.most, each))}
			kinds[f.kind] = kind
			t.parts = append(t.parts, kind)
		}
		single := &term{options: []option{{value: negative(product(f.asked, each))}}}
		for _, o := range f.offers {
			single.options = append(single.options, option{negative(product(o.comesTo, each)), o.move.cost, o.move})
		}
		kind.parts = append(kind.parts, single)
	}
	return t
}

// itemNeed returns the share that an item needs; nil if none is asked.
func itemNeed(needs []Need, res ItemResult) *big.Rat {
	var atLeast *big.Rat
	for _, n := range needs {
		if n.Item == res.Item && res.Absent != absentNotApplicable {
			atLeast = maxRat(atLeast, ScoreOf(n.AtLeast).Rat())
		}
	}
	return atLeast
}

func one() *big.Rat { return big.NewRat(1, 1) }

func product(s Score, unit *big.Rat) *big.Rat { return new(big.Rat).Mul(s.Rat(), unit) }

// ratOf returns a figure in a unit; nil for an unset one.
func ratOf(f metric.Figure, unit *big.Rat) *big.Rat {
	if !f.IsSet() {
		return nil
	}
	return product(ScoreOf(f), unit)
}

// negative returns −x; nil of nil.
func negative(x *big.Rat) *big.Rat {
	if x == nil {
		return nil
	}
	return new(big.Rat).Neg(x)
}

// maxRat returns the larger; x may be nil.
func maxRat(x, y *big.Rat) *big.Rat {
	if x == nil || x.Cmp(y) < 0 {
		return y
	}
	return x
}
