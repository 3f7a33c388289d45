package schedule

import (
	"cmp"
	"slices"
	"sort"

	"github.com/shopspring/decimal"
)

// usageTerm returns when a counter had gone a step further than at the beginning of a link: at the instant of the
// first reading that shows it, and before it if that one shows more. Nothing is worked out between two readings.
//
// What it showed at a record is the record's figure of that name, or else the last reading until then; at the first day it is
// the last reading until then, or else the first one after.
func (j *judging) usageTerm(u *Usage, l *link) term {
	if u.Step.IsZero() {
		return term{reason: IntervalUnset, missing: "step"}
	}
	readings := j.readings(u.Meter)
	at := sort.Search(len(readings), func(i int) bool { return readings[i].At.After(l.start) })
	base, ok := j.base(u, l, readings, at)
	if !ok {
		return term{reason: NoReading, missing: u.Meter}
	}
	before := base
	for _, r := range readings[at:] {
		switch {
		case r.Value.LessThan(before):
			return term{reason: ReadingBack, missing: u.Meter}
		case r.Value.Sub(base).GreaterThanOrEqual(u.Step):
			over := r.Value.Sub(base).GreaterThan(u.Step)
			return term{due: deadline{at: r.At, end: over}, isDue: true}
		}
		before = r.Value
	}
	return term{}
}

// base returns what the counter showed at the beginning of a link; at is the first reading after it.
func (j *judging) base(u *Usage, l *link, readings []Reading, at int) (decimal.Decimal, bool) {
	if l.since != nil {
		if n, ok := (&Quota{Sum: u.Meter}).figure(l.since); ok {
			return n, true
		}
	}
	switch {
	case at > 0:
		return readings[at-1].Value, true
	case l.since == nil && len(readings) > 0:
		return readings[0].Value, true
	}
	return decimal.Decimal{}, false
}

// readings returns those of a counter until now, by time, of one instant the lower first.
func (j *judging) readings(meter string) []Reading {
	out, ok := j.meters[meter]
	if ok {
		return out
	}
	for _, r := range j.evidence.Readings {
		if r.Meter == meter && !r.At.After(j.asOf) {
			out = append(out, r)
		}
	}
	slices.SortFunc(out, func(a, b Reading) int { return cmp.Or(a.At.Compare(b.At), a.Value.Cmp(b.Value)) })
	if j.meters == nil {
		j.meters = map[string][]Reading{}
	}
	j.meters[meter] = out
	return out
}

// isEarlier reports whether a term is due before another.
func (t *term) isEarlier(than *term) bool {
	if !t.isDue || !than.isDue {
		return t.isDue
	}
	return cmp.Or(t.due.last().Compare(than.due.last()), t.due.at.Compare(than.due.at)) < 0
}
