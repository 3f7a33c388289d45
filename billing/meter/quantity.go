package meter

import (
	"math/bits"

	"github.com/wuyekit/wuye/property/civil"
	"github.com/wuyekit/wuye/property/invalid"
	"github.com/wuyekit/wuye/property/measure"
)

// Quantity returns what a register counted on some days, by the readings that were known on a day:
// those whose boundary is that day or earlier. Between two boundaries the usage is spread evenly over
// the days; an estimate counts only while no actual boundary after it is known.
//
// Units: the meter's. Rounding: inside a stretch between two boundaries what was used up to a day is
// rounded to ten-thousandths, half up, and the quantity is the difference; the quantities of any cut
// of the days add up.
//
// Errors: [ErrBeforeFirst] and [ErrNoReading] where the boundaries do not cover the days;
// [ErrNegative], [ErrNotRolled], [ErrInexact] of a stretch that the days touch; [ErrTooLarge];
// [ErrNoMeter], [ErrUnknownBand], [ErrDays].
func (l *Log) Quantity(r Ref, band string, days civil.Period, known civil.Date) (measure.Quantity, error) {
	g, err := l.register(r, band)
	if err != nil {
		return measure.Quantity{}, err
	}
	sum, err := g.quantity(days, known)
	return measure.NewQuantity(sum, l.meters[r].Measures), err
}

func (g register) quantity(days civil.Period, known civil.Date) (int64, error) {
	v, err := g.covering(days, known)
	if err != nil {
		return 0, err
	}
	sum := uint64(0)
	for i := v.at(days.Start); v.entries[i].at() < days.End; {
		j := v.next(i)
		used, _, err := g.usage(&v.entries[i], &v.entries[j])
		if err != nil {
			return 0, err
		}
		var carry uint64
		sum, carry = bits.Add64(sum, uint64(share(used, v.period(i, j), days)), 0)
		if carry > 0 || sum > 1<<63-1 {
			return 0, invalid.Value(ErrTooLarge, g.name(), days.Start.String(), days.Last().String())
		}
		i = j
	}
	return int64(sum), nil
}

// total returns what all registers of a meter counted on some days.
func (l *Log) total(r Ref, days civil.Period, known civil.Date) (measure.Quantity, error) {
	sum := measure.NewQuantity(0, l.Measures(r))
	for n := range l.columnsOf(r) {
		used, err := register{l, r, n}.quantity(days, known)
		if err != nil {
			return sum, err
		}
		if sum, err = sum.Add(measure.NewQuantity(used, sum.Unit())); err != nil {
			return sum, err
		}
	}
	return sum, nil
}

// AppendSegments appends the stretches between two boundaries that [Log.Quantity] counts for the same
// arguments, in order of time. What [Segment.In] returns of them for the days adds up to it.
//
// Errors: those of [Log.Quantity], but for [ErrTooLarge].
func (l *Log) AppendSegments(dst []Segment, r Ref, band string, days civil.Period, known civil.Date) ([]Segment, error) {
	g, err := l.register(r, band)
	if err != nil {
		return dst, err
	}
	v, err := g.covering(days, known)
	if err != nil {
		return dst, err
	}
	for i := v.at(days.Start); v.entries[i].at() < days.End; {
		j := v.next(i)
		if from, to := &v.entries[i], &v.entries[j]; from.device == to.device {
			used, how, err := g.usage(from, to)
			if err != nil {
				return dst, err
			}
			dst = append(dst, g.segment(from, to, used, how))
		}
		i = j
	}
	return dst, nil
}

// segment returns a stretch as a document.
func (g register) segment(from, to *entry, used int64, how turn) Segment {
	d := g.device(from)
	s := Segment{
		Band: g.bandName(), Serial: d.Serial, Period: civil.Period{Start: from.at(), End: to.at()},
		From: plain(from.value), To: plain(to.value), Multiplier: plain(d.multiplier()),
		Usage: measure.NewQuantity(used, g.log.meters[g.meter].Measures), Source: to.source,
	}
	if how == rolledOver {
		s.Range = plain(d.wrap())
	}
	return s
}

// plain returns a bare number of ten-thousandths.
func plain(n int64) measure.Quantity { return measure.NewQuantity(n, measure.Unit{}) }
