package meter

import (
	"cmp"
	"math/bits"
	"strconv"

	"github.com/wuyekit/wuye/property/civil"
	"github.com/wuyekit/wuye/property/invalid"
	"github.com/wuyekit/wuye/property/measure"
)

// Check judges whether what a meter shows is plausible (抄表合理性): each stretch that a reading
// closes after the start of some days and not after their end, by the readings known on a day. A
// reading that was accepted is not judged.
//
// Errors: an [*invalid.Error] with every problem: [ErrPerDay], [ErrTimes], [ErrZero],
// [ErrUnverified], and the errors of usages that cannot be computed; [ErrNoMeter], [ErrDays], and
// problems of the limits.
func (l *Log) Check(r Ref, days civil.Period, known civil.Date, limits Limits) error {
	if !l.has(r) {
		return invalid.Value(ErrNoMeter)
	}
	if days.Start.IsZero() || days.Days() < 1 {
		return invalid.Value(ErrDays, days.String())
	}
	var list invalid.List
	if limits.Check(&list); list.Len() > 0 {
		return list.Err("limits")
	}
	for n := range l.columnsOf(r) {
		g := register{l, r, n}
		v := g.view(known)
		for i := max(v.at(days.Start), 0); i < len(v.entries); {
			j := v.next(i)
			if j >= len(v.entries) || v.entries[j].at() > days.End {
				break
			}
			if v.entries[i].device == v.entries[j].device {
				g.judge(&list, v, i, j, limits)
			}
			i = j
		}
	}
	if list.Len() == 0 {
		return nil
	}
	return list.Err("meter " + l.meters[r].Code)
}

// judge reports what is implausible between two boundaries.
func (g register) judge(list *invalid.List, v view, i, j int, limits Limits) {
	from, to := &v.entries[i], &v.entries[j]
	used, _, err := g.usage(from, to)
	if err != nil {
		list.Take(err)
		return
	}
	if to.marks&saysAccepted != 0 {
		return
	}
	days := v.period(i, j)
	if limits.Zero && used == 0 {
		list.Add(ErrZero, g.name(), days.Start.String(), days.Last().String())
	}
	if most := limits.PerDay.Units(); most > 0 && exceeds(used, 1, most, int64(days.Days())) {
		list.Add(ErrPerDay, g.said(used, days, limits.PerDay)...)
	}
	if limits.Times.Sign() > 0 {
		before, n := g.before(v, i)
		if n >= leastBefore && exceeds(used, n*perOne, before, limits.Times.Units()*int64(days.Days())) {
			list.Add(ErrTimes, append(g.said(used, days, limits.Times), g.amount(before), strconv.FormatInt(n, 10))...)
		}
	}
	if d := g.device(from); limits.Verified && d.VerifyBy < days.Last() {
		list.Add(ErrUnverified, g.name(), invalid.Quote(d.Serial), days.Last().String())
	}
}

// said returns what a message says of a usage and its limit.
func (g register) said(used int64, days civil.Period, limit measure.Quantity) []string {
	return []string{g.name(), g.amount(used), days.Start.String(), days.Last().String(), limit.String()}
}

// amount writes a usage with its unit.
func (g register) amount(used int64) string {
	return measure.NewQuantity(used, g.log.meters[g.meter].Measures).String()
}

// exceeds reports whether a × x > b × y, of numbers that are not negative.
func exceeds(a, x, b, y int64) bool {
	aHi, aLo := bits.Mul64(uint64(a), uint64(x))
	bHi, bLo := bits.Mul64(uint64(b), uint64(y))
	return cmp.Or(cmp.Compare(aHi, bHi), cmp.Compare(aLo, bLo)) > 0
}

// before returns what was used between actual readings in the days up to the i-th boundary, and in
// how many days. It looks no further back than a usage that cannot be computed.
func (g register) before(v view, i int) (used, days int64) {
	i = min(i, v.actual)
	end := v.entries[i].at()
	window := civil.Period{Start: end.AddDays(-daysBefore), End: end}
	start := end
	for i > 0 && start > window.Start {
		h := v.previous(i)
		part, _, err := g.usage(&v.entries[h], &v.entries[i])
		sum := used + share(part, v.period(h, i), window)
		if err != nil || sum < used {
			break
		}
		used, start, i = sum, max(v.entries[h].at(), window.Start), h
	}
	return used, int64(end - start)
}
