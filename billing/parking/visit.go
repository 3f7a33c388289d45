package parking

// visit is a stay being priced.
type visit struct {
	sheet *sheet
	clock clock
	enter int64 // the instant, whole seconds
	cover cover
}

// sum returns what the first minutes of the visit cost, before factor and rounding, in least
// units; a ledger that is not nil is told every part.
func (v *visit) sum(minutes int, keep *ledger) int64 {
	parts := newCutter(v.sheet, v.clock, v.enter, minutes)
	t := tally{cap: v.sheet.cap}
	a := allowance{free: v.sheet.free}
	for {
		c, ok := parts.next()
		if !ok {
			return t.sum()
		}
		if a.minutes > 0 && (c.lo == 0 || a.daily && c.lo%minutesPerDay == 0) {
			a.renew(v.outside(c.lo, minutes))
		}
		passed := v.cover.within(c.lo, c.hi)
		free := a.take(c.hi - c.lo - passed)
		r := &v.sheet.rates[c.rate]
		before := r.price(c.hi - c.lo - passed - free)
		amount := t.add(before, r.cap, c.window, c.span)
		if keep != nil {
			carried := t.window - before
			if r.cap == uncapped {
				carried = 0 // nobody asks
			}
			keep.add(c, free, passed, carried, before, amount)
		}
	}
}

// outside returns how many minutes outside passes the free minutes from lo on are judged by.
func (v *visit) outside(lo, minutes int) int {
	if !v.sheet.free.threshold {
		return 0
	}
	hi := minutes
	if v.sheet.free.daily {
		hi = min(minutes, lo+minutesPerDay)
	}
	return hi - lo - v.cover.within(lo, hi)
}
