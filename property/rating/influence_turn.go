package rating

import (
	"math/big"
	"slices"
)

// balance is what decides a band while the weight of one item changes.
type balance struct {
	aim
	res  *Result
	rows []balanceRow
}

// balanceRow is a row of bands with all that does not depend on a weight.
type balanceRow struct {
	Band

	edge edge // without a number: every score is enough
	// open says that a fact of it is not known, and never that it cannot hold.
	open, never bool
}

// newBalance settles what does not depend on a weight; nil where no weight changes the band.
func (p *planner) newBalance() (*balance, error) {
	a, err := p.rules.aim(&p.sheet, &p.res)
	if err != nil {
		return nil, err
	}
	b := &balance{aim: a, res: &p.res}
	if p.rubric.Method != ByWeights || p.res.State != Rated || p.res.Nullified {
		return b, nil
	}
	for i, band := range a.bands {
		row := balanceRow{Band: band}
		var possible bool
		row.edge, possible = a.edge(band)
		row.never = !possible
		for _, o := range slices.Concat(a.conditions(band), a.vetoed(i)) {
			row.open = row.open || o.Kind == HurdleMissing
			row.never = row.never || o.Kind != HurdleMissing
		}
		b.rows = append(b.rows, row)
	}
	return b, nil
}

// mean is a weighted mean in which one weight changes: (a + w × share) ÷ (b + w).
type mean struct{ a, b, share *big.Rat }

func (m mean) at(w *big.Rat) *big.Rat {
	sum := new(big.Rat).Mul(w, m.share)
	sum.Add(sum, m.a)
	return sum.Quo(sum, new(big.Rat).Add(m.b, w))
}

// weightFor returns the weight for which the mean is x; nil if there is none above 0.
func (m mean) weightFor(x *big.Rat) *big.Rat {
	under := new(big.Rat).Sub(m.share, x)
	if under.Sign() == 0 {
		return nil
	}
	w := new(big.Rat).Mul(x, m.b)
	w.Sub(w, m.a).Quo(w, under)
	if w.Sign() <= 0 {
		return nil
	}
	return w
}

// lever is what the weight of one item moves.
type lever struct {
	score   mean     // that the score depends on
	per     *big.Rat // what 1 of it is in the score
	fixed   *big.Rat // what the score is without it
	section mean     // of the item's section, for minimum standards
	code    string
}

// turns fills in the weights of an item at which the band changes.
func (b *balance) turns(in *Influence, n int) {
	item := b.res.Items[n]
	if len(b.rows) == 0 || item.Bonus {
		return
	}
	in.Weight = item.Weight
	now := weightOf(item)
	l := b.lever(item, now)
	weights := b.edges(l, now)
	at, _ := slices.BinarySearchFunc(weights, now, (*big.Rat).Cmp)
	in.Grow = b.first(l, weights[at:], nil)
	low := slices.Clone(weights[:at+1])
	slices.Reverse(low)
	in.Fall = b.first(l, low, new(big.Rat))
}

// lever takes an item out of the sums that it stands in.
func (b *balance) lever(item ItemResult, weight *big.Rat) lever {
	i := slices.IndexFunc(b.res.Sections, func(s SectionResult) bool { return s.Section == item.Section })
	s := b.res.Sections[i]
	share := shareRat(item)
	without := func(raw, of Score) mean {
		a := new(big.Rat).Mul(weight, share)
		return mean{a.Sub(raw.Rat(), a), new(big.Rat).Sub(of.Rat(), weight), share}
	}
	l := lever{section: without(s.Raw, s.RawOf), code: item.Section, per: b.res.OutOf.Decimal().Rat()}
	if s.Weight.IsSet() {
		l.score = l.section
		l.per.Mul(l.per, s.Weight.Decimal().Rat()).Quo(l.per, b.res.RawOf.Rat())
	} else {
		l.score = without(b.res.Raw, b.res.RawOf)
	}
	l.fixed = new(big.Rat).Mul(l.per, l.score.at(weight))
	l.fixed.Sub(b.exact.Rat(), l.fixed)
	return l
}

func shareRat(item ItemResult) *big.Rat {
	return new(big.Rat).Quo(item.Points.Rat(), item.Of.Rat())
}

// edges returns the weights at which a row may begin or cease to hold, and the weight that is, in order.
func (b *balance) edges(l lever, now *big.Rat) []*big.Rat {
	weights := []*big.Rat{now}
	add := func(w *big.Rat) {
		if w != nil {
			weights = append(weights, w)
		}
	}
	for _, row := range b.rows {
		if row.edge.at != nil {
			x := new(big.Rat).Sub(row.edge.at, l.fixed)
			add(l.score.weightFor(x.Quo(x, l.per)))
		}
		for _, n := range row.Needs {
			if n.Section == l.code {
				add(l.section.weightFor(ScoreOf(n.AtLeast).Rat()))
			}
		}
	}
	slices.SortFunc(weights, (*big.Rat).Cmp)
	return slices.CompactFunc(weights, func(x, y *big.Rat) bool { return x.Cmp(y) == 0 })
}

// first walks through weights away from the one that is, and returns where the band is first another; the way ends at end, nil: nowhere.
func (b *balance) first(l lever, weights []*big.Rat, end *big.Rat) *Turn {
	have := b.bandAt(l, weights[0])
	for i, w := range weights {
		if band := b.bandAt(l, w); band != have {
			return turnOf(w, false, band)
		}
		next := end
		if i+1 < len(weights) {
			next = weights[i+1]
		}
		if band := b.bandAt(l, between(w, next)); band != have {
			return turnOf(w, true, band)
		}
	}
	return nil
}

// between returns a weight between two; beyond the first if there is no second.
func between(w, next *big.Rat) *big.Rat {
	if next == nil {
		return new(big.Rat).Add(w, one())
	}
	sum := new(big.Rat).Add(w, next)
	return sum.Quo(sum, big.NewRat(2, 1))
}

// turnOf returns a turn; nil for a weight that cannot be written, which is finer or larger than any weight of a rubric.
func turnOf(w *big.Rat, beyond bool, band string) *Turn {
	s, err := ScoreOfRat(w)
	if err != nil {
		return nil
	}
	return &Turn{s, beyond, band}
}

// bandAt returns the band for a weight; "" if none holds, or if it is not known.
func (b *balance) bandAt(l lever, w *big.Rat) string {
	score := l.score.at(w)
	score.Mul(score, l.per).Add(score, l.fixed)
	for _, row := range b.rows {
		if row.never || row.edge.at != nil && !row.edge.reached(score) || !b.meets(row.Needs, l, w) {
			continue
		}
		if row.open {
			return ""
		}
		return row.Code
	}
	return ""
}

// meets reports whether minimum standards are met.
func (b *balance) meets(needs []Need, l lever, w *big.Rat) bool {
	for _, n := range needs {
		share := b.share(n)
		if !share.IsSet() {
			continue
		}
		x := share.Rat()
		if n.Section == l.code {
			x = l.section.at(w)
		}
		if x.Cmp(ScoreOf(n.AtLeast).Rat()) < 0 {
			return false
		}
	}
	return true
}
