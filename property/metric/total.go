package metric

import (
	"cmp"
	"slices"
	"strconv"

	"github.com/wuyekit/wuye/property/civil"
	"github.com/wuyekit/wuye/property/invalid"
)

// Total adds the measurements of parts to that of a whole (汇总): the months of a year, the buildings of an estate. It
// adds what was counted, and the bases, never rates: 9 of 10 and 10 of 90 are 19 of 100, not half.
//
// Every scope that the parts have must be measured for the whole period, each day once; parts of the figures of a day
// ([Definition.Stock]) have the whole period each. A part whose figure is unknown makes that figure of the total
// unknown. The result has the latest At and no Source. It does not depend on the order of the parts.
//
// Errors: an [*invalid.Error] with every problem at its place, "parts[2].period": as [Set.Check]; [ErrMixed] for another
// metric or base, [ErrOutside] for days outside the period, [ErrWholeScope] for the whole beside its scopes,
// [ErrOverlap], [ErrGap] and [ErrStock]; [ErrNoParts]; [ErrFigureRange], at
// "num" or "den", for a sum that is too large.
func (s *Set) Total(scope string, period civil.Period, parts []Measurement) (Measurement, error) {
	var l invalid.List
	d := s.checkParts(&l, period, parts)
	if l.Len() == 0 {
		checkCover(&l, period, parts)
	}
	if err := l.Err("total"); err != nil {
		return Measurement{}, err
	}
	total := sum(&l, d, parts)
	if err := l.Err("total"); err != nil {
		return Measurement{}, err
	}
	total.Scope, total.Period = scope, period
	return s.named(total), nil
}

// checkParts reports what is wrong with each part, and returns the definition of the first.
func (s *Set) checkParts(l *invalid.List, period civil.Period, parts []Measurement) *Definition {
	l.Enter("period")
	period.Check(l)
	l.Leave()
	if !period.Start.IsZero() && period.IsOpen() {
		l.At("period", "end").Add(ErrOpenPeriod)
	}
	if len(parts) == 0 {
		l.At("parts").Add(ErrNoParts)
		return nil
	}
	var first *Definition
	l.Enter("parts")
	for i, p := range parts {
		l.EnterIndex(i)
		d := s.check(p, l)
		if i == 0 {
			first = d
		}
		checkSame(l, s.named(parts[0]), s.named(p))
		checkWithin(l, d, period, p.Period)
		l.Leave()
	}
	l.Leave()
	return first
}

// checkSame reports a part that measures another thing than the first.
func checkSame(l *invalid.List, first, p Measurement) {
	for _, field := range [...]struct{ name, want, have string }{
		{"metric", first.Metric, p.Metric}, {"base", first.Base, p.Base},
	} {
		if field.want != field.have {
			l.At(field.name).Add(ErrMixed, invalid.Quote(field.have), invalid.Quote(field.want))
		}
	}
}

// checkWithin reports a part with days outside the period; d is nil for an unknown metric.
func checkWithin(l *invalid.List, d *Definition, period, p civil.Period) {
	switch {
	case p.Start.IsZero() || p.IsOpen() || period.IsOpen(): // reported already
	case p.Start < period.Start || p.End > period.End:
		l.At("period").Add(ErrOutside, p.String(), period.String())
	case d != nil && d.Stock && p != period:
		l.At("period").Add(ErrStock, invalid.Quote(d.Code), p.String(), period.String())
	}
}

// checkCover reports days of a scope that are measured twice or not at all.
func checkCover(l *invalid.List, period civil.Period, parts []Measurement) {
	order := make([]int, len(parts))
	for i := range parts {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int {
		return cmp.Or(cmp.Compare(parts[a].Scope, parts[b].Scope), parts[a].Period.Start.Compare(parts[b].Period.Start))
	})
	if first, last := parts[order[0]].Scope, parts[order[len(order)-1]].Scope; first == "" && last != "" {
		l.At("parts", order[0], "scope").Add(ErrWholeScope, invalid.Quote(last))
		return
	}
	for from := 0; from < len(order); {
		to := from
		for to < len(order) && parts[order[to]].Scope == parts[order[from]].Scope {
			to++
		}
		checkDays(l, period, parts, order[from:to])
		from = to
	}
}

// checkDays reports days of one scope that are measured twice or not at all; group are its parts by their first day.
func checkDays(l *invalid.List, period civil.Period, parts []Measurement, group []int) {
	covered, by := period.Start, group[0]
	for _, i := range group {
		p := parts[i].Period
		switch {
		case p.Start < covered:
			l.At("parts", i, "period").Add(ErrOverlap, p.String(), "parts["+strconv.Itoa(by)+"]")
		case p.Start > covered:
			addGap(l, parts[i].Scope, covered, p.Start)
		}
		if p.End > covered {
			covered, by = p.End, i
		}
	}
	if covered < period.End {
		addGap(l, parts[group[0]].Scope, covered, period.End)
	}
}

func addGap(l *invalid.List, scope string, start, end civil.Date) {
	l.At("parts").Add(ErrGap, invalid.Quote(scope), civil.Period{Start: start, End: end}.String())
}

// sum adds the figures of parts that were checked, and reports a sum that is too large at its field.
func sum(l *invalid.List, d *Definition, parts []Measurement) Measurement {
	out := Measurement{Metric: d.Code, Base: parts[0].Base}
	var err error
	out.Num, err = addUp(parts, func(m Measurement) Figure { return m.Num })
	l.At("num").Take(err)
	if d.Kind.HasBase() {
		out.Den, err = addUp(parts, func(m Measurement) Figure { return m.Den })
		l.At("den").Take(err)
	}
	for _, p := range parts {
		if p.At.After(out.At) {
			out.At = p.At
		}
	}
	return out
}

// addUp adds one figure of each part.
func addUp(parts []Measurement, of func(Measurement) Figure) (Figure, error) {
	total := Figure{set: true}
	for _, p := range parts {
		var err error
		if total, err = total.Add(of(p)); err != nil {
			return Figure{}, err
		}
	}
	return total, nil
}
