package rating

// room is how much may still be taken off under a limit. One without an amount is no limit.
type room struct {
	left  Score
	bound Bound
}

// rooms are the limits that a deduction is under: of its kind, of what they take together, of the floor, and of the section.
type rooms [4]room

// take lets a deduction have what it asks for, as far as the limits leave it; each of them has so much less then.
func (e *exact) take(d *DeductionResult, under *rooms) {
	d.Taken = d.Asked
	if !d.Expired.IsZero() {
		d.Taken = whole(0)
	}
	for i := range under {
		r := &under[i]
		if r.left.IsSet() && d.Taken.Compare(r.left) > 0 {
			d.Taken, d.Bound = r.left, r.bound
		}
	}
	for i := range under {
		r := &under[i]
		if r.left.IsSet() && d.Taken.Sign() > 0 {
			r.left = e.minus(r.left, d.Taken)
		}
	}
}

// takeAll lets deductions take in their order, each kind up to its most and all together within the limits, and returns what
// they take. As every limit is of all that the one before it is of, the sum does not depend on the order.
func (e *exact) takeAll(list []DeductionResult, most func(kind string) Score, under *rooms) Score {
	total := whole(0)
	for i := range list {
		d := &list[i]
		if i == 0 || d.Kind != list[i-1].Kind {
			under[0] = room{most(d.Kind), BoundKind}
		}
		e.take(d, under)
		total = e.plus(total, d.Taken)
	}
	return total
}

// judgeDeductions gives an item what deductions leave of its points; section is what they may still take off in it.
func (w *rater) judgeDeductions(i int, section *room) {
	it, out := &w.rules.items[i], &w.dst.Items[i]
	w.judge(it, out, &it.full)
	if len(out.Deductions) == 0 {
		return
	}
	e := &w.exact
	under := rooms{{}, {it.cap, BoundCap}, {e.minus(it.full.points, it.floor.points), BoundFloor}, *section}
	total := e.takeAll(out.Deductions, it.most, &under)
	*section = under[3]
	if total.Sign() == 0 {
		return
	}
	out.Points = e.minus(out.Points, total)
	t := w.sum(it.section)
	t.lessWorth = e.plus(t.lessWorth, e.times(total, it.factor))
	t.lessValue = e.plus(t.lessValue, total)
}

// most returns the most that a kind of findings or a shortfall takes off, unset if it has no limit.
func (i *item) most(kind string) Score {
	if k := i.shortfall(kind); k >= 0 {
		return i.shortfalls[k].most
	}
	return i.kinds.limit(kind)
}

// limit returns the most that a kind takes off, unset if it has no limit.
func (k *kinds) limit(code string) Score { return k.most[k.byCode[code]] }
