package meter

import (
	"github.com/wuyekit/wuye/property/civil"
	"github.com/wuyekit/wuye/property/invalid"
)

// view is a column as far as it was known on a day. An estimate counts in it only while no actual
// boundary after it is known: those up to the last actual one are passed over.
type view struct {
	entries []entry
	actual  int // the last actual boundary; −1 if nothing is known yet
}

// until returns the column's boundaries up to a day.
func viewUntil(column []entry, known civil.Date) view {
	v := view{entries: column[:countUntil(column, known)]}
	v.actual = len(v.entries) - 1
	for v.actual >= 0 && v.entries[v.actual].source == Estimated {
		v.actual--
	}
	return v
}

// countUntil returns how many boundaries are on a day or before it.
func countUntil(column []entry, day civil.Date) int {
	lo, hi := 0, len(column)
	for lo < hi {
		mid := int(uint(lo+hi) / 2)
		if column[mid].at() <= day {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	return lo
}

// at returns the last boundary on a day or before it; −1 if there is none.
func (v view) at(day civil.Date) int {
	i := countUntil(v.entries, day) - 1
	for i >= 0 && i < v.actual && v.entries[i].source == Estimated {
		i--
	}
	return i
}

// next returns the boundary after the i-th; len(v.entries) if there is none.
func (v view) next(i int) int {
	for i++; i < v.actual && v.entries[i].source == Estimated; i++ {
	}
	return i
}

// previous returns the actual boundary before the i-th, which is not the first.
func (v view) previous(i int) int {
	for i--; i > 0 && v.entries[i].source == Estimated; i-- {
	}
	return i
}

// period returns the days between two boundaries.
func (v view) period(i, j int) civil.Period {
	return civil.Period{Start: v.entries[i].at(), End: v.entries[j].at()}
}

// register is one band of a meter, for usages and the errors about them.
type register struct {
	log   *Log
	meter Ref
	band  int
}

// register finds the register of a band.
func (l *Log) register(r Ref, band string) (register, error) {
	if !l.has(r) {
		return register{}, invalid.Value(ErrNoMeter)
	}
	for n, b := range l.bands[l.bandsOf[r]] {
		if b == band {
			return register{l, r, n}, nil
		}
	}
	return register{}, invalid.Value(ErrUnknownBand, l.meters[r].Code, invalid.Quote(band))
}

// name returns the meter's code, with the band if it has bands.
func (g register) name() string {
	code, band := g.log.meters[g.meter].Code, g.bandName()
	if band == "" {
		return code
	}
	return code + " " + band
}

func (g register) bandName() string { return g.log.bands[g.log.bandsOf[g.meter]][g.band] }

func (g register) device(e *entry) *Device { return &g.log.meters[g.meter].Devices[e.device] }

// view returns what was known of the register.
func (g register) view(known civil.Date) view {
	return viewUntil(g.log.column(g.meter, g.band), known)
}

// covering returns what was known of the register if that covers some days.
func (g register) covering(days civil.Period, known civil.Date) (view, error) {
	if days.Start.IsZero() || days.Days() < 1 {
		return view{}, invalid.Value(ErrDays, days.String())
	}
	v := g.view(known)
	if first := g.log.First(g.meter); days.Start < first || len(v.entries) == 0 {
		return v, invalid.Value(ErrBeforeFirst, g.name(), first.String(), days.Start.String())
	}
	if last := v.entries[len(v.entries)-1].at(); last < days.End {
		return v, invalid.Value(ErrNoReading, g.name(), last.String(), days.Last().String())
	}
	return v, nil
}

// usage returns what was used between two boundaries that follow one another, in ten-thousandths of
// the meter's unit. It is nothing where a device replaces another.
func (g register) usage(from, to *entry) (int64, turn, error) {
	if from.device != to.device {
		return 0, onward, nil
	}
	d := g.device(from)
	moved := to.value - from.value
	how := turned(from.value, to.value, d.wrap(), to.marks&saysRolled != 0)
	switch how {
	case onward:
	case rolledOver:
		moved += d.wrap()
	case backward:
		return 0, how, g.problem(ErrNegative, from, to)
	case notRolled:
		return 0, how, g.problem(ErrNotRolled, from, to)
	}
	used, ok := times(moved, d.multiplier())
	if !ok {
		return 0, how, g.problem(ErrInexact, from, to)
	}
	return used, how, nil
}

// problem says what is wrong between two readings.
func (g register) problem(rule invalid.RuleError, from, to *entry) error {
	return invalid.Value(rule, g.name(), number(from.value), from.at().String(), number(to.value), to.at().String())
}
