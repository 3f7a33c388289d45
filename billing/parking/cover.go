package parking

import (
	"cmp"
	"slices"

	"github.com/wuyekit/wuye/property/civil"
)

// span is minutes of a stay, from lo until hi.
type span struct{ lo, hi int }

// cover is the minutes of a stay that lie inside passes: in order, apart from each other.
type cover []span

// within returns how many of the minutes from lo until hi are covered.
func (c cover) within(lo, hi int) int {
	if len(c) == 0 {
		return 0
	}
	first, _ := slices.BinarySearchFunc(c, lo, func(s span, lo int) int { return cmp.Compare(s.hi, lo) })
	n := 0
	for _, s := range c[first:] {
		if s.lo >= hi {
			break
		}
		n += max(0, min(hi, s.hi)-max(lo, s.lo))
	}
	return n
}

// newCover returns the minutes that passes cover.
func newCover(s ShortStay, passes []MonthlyPass, c clock, enter int64, minutes int) cover {
	var all []span
	for _, p := range passes {
		if p.fits(s) {
			all = p.appendSpans(all, c, enter, minutes)
		}
	}
	slices.SortFunc(all, func(a, b span) int { return cmp.Compare(a.lo, b.lo) })
	out := all[:0]
	for _, s := range all {
		if n := len(out); n > 0 && s.lo <= out[n-1].hi {
			out[n-1].hi = max(out[n-1].hi, s.hi)
		} else {
			out = append(out, s)
		}
	}
	return cover(out)
}

// appendSpans appends the minutes of a stay that the pass covers.
func (p MonthlyPass) appendSpans(dst []span, c clock, enter int64, minutes int) []span {
	whole := span{minuteOf(enter, c.at(p.Period.Start.Midnight())), minutes}
	if !p.Period.IsOpen() {
		whole.hi = min(minutes, minuteOf(enter, c.at(p.Period.End.Midnight())))
	}
	if len(p.Windows) == 0 {
		return appendSpan(dst, whole, whole)
	}
	for _, w := range p.Windows {
		from, to := civil.Moment(w.From.Minute()), civil.Moment(w.To.Minute())
		if to <= from {
			to += minutesPerDay
		}
		for midnight := c.day(enter).AddDays(-1).Midnight(); ; midnight += minutesPerDay {
			one := span{minuteOf(enter, c.at(midnight+from)), minuteOf(enter, c.at(midnight+to))}
			if one.lo >= whole.hi {
				break
			}
			dst = appendSpan(dst, one, whole)
		}
	}
	return dst
}

// appendSpan appends what two spans have in common.
func appendSpan(dst []span, a, b span) []span {
	if s := (span{max(a.lo, b.lo), min(a.hi, b.hi)}); s.lo < s.hi {
		return append(dst, s)
	}
	return dst
}
