package rating

// score adds up the sections and makes the score of them, if there is one.
func (w *rater) score() {
	dst, e := w.dst, &w.exact
	for i := range w.rules.sections {
		w.sumSection(i)
	}
	if w.rules.bonus {
		dst.Bonus = within(dst.Bonus, whole(0), w.rules.bonusCap)
	}
	if !w.unjudged && dst.Applicable > 0 {
		base := e.times(e.over(dst.Raw, dst.RawOf), w.rules.outOf)
		dst.Exact = w.deduct(e.plus(base, dst.Bonus))
	}
}

// sumSection adds up the items of a section and adds it to the sheet.
func (w *rater) sumSection(i int) {
	t, s, dst, e := w.sum(i), &w.rules.sections[i], w.dst, &w.exact
	if t.of == 0 {
		return
	}
	out := &dst.Sections[i]
	out.Applicable = t.judged
	out.Raw, out.RawOf = fraction(t.worth, w.rules.unit), fraction(t.of, w.rules.unit)
	if t.lessWorth.IsSet() {
		out.Raw = e.minus(out.Raw, t.lessWorth)
	}
	out.Points, out.Of = out.Raw, out.RawOf
	switch {
	case s.weight.IsSet():
		out.Points, out.Of = e.times(s.weight, e.over(out.Raw, out.RawOf)), s.weight
	case s.floor.IsSet() || s.limit.IsSet():
		if s.limit.IsSet() {
			out.Of = least(out.RawOf, s.limit)
		}
		out.Points = within(out.Raw, s.floor, out.Of)
	}
	if s.Bonus {
		dst.Bonus = e.plus(dst.Bonus, out.Points)
		return
	}
	dst.Applicable += t.judged
	dst.Raw, dst.RawOf = e.plus(dst.Raw, out.Points), e.plus(dst.RawOf, out.Of)
	dst.Points = e.plus(dst.Points, fraction(t.value, w.rules.pointUnit))
	if t.lessValue.IsSet() {
		dst.Points = e.minus(dst.Points, t.lessValue)
	}
}

// deduct takes the deductions of the whole sheet off the score and keeps it within its limits.
func (w *rater) deduct(score Score) Score {
	r, dst, e := w.rules, w.dst, &w.exact
	if len(dst.Deductions) > 0 {
		floor := greatest(e.minus(score, r.floor), whole(0))
		dst.Deducted = e.takeAll(dst.Deductions, r.taken.limit, &rooms{{}, {r.deductionCap, BoundSheet}, {floor, BoundFloor}})
		score = e.minus(score, dst.Deducted)
	}
	return within(score, r.floor, r.ceiling)
}
