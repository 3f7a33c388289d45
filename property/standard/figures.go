package standard

import (
	"cmp"
	"slices"
	"time"

	"github.com/wuyekit/wuye/property/metric"
)

// figureKey names a figure of a subject, of whatever period.
type figureKey struct{ figure, subject string }

func (a figureKey) compare(b figureKey) int {
	return cmp.Or(cmp.Compare(a.figure, b.figure), cmp.Compare(a.subject, b.subject))
}

// reading is a number and the period that it is of.
type reading struct {
	value metric.Figure
	stretch
}

func (s stretch) compare(o stretch) int { return cmp.Or(s.from.Compare(o.from), s.to.Compare(o.to)) }

func (s stretch) same(o stretch) bool { return s.compare(o) == 0 }

// plain returns the stretch in the one form in which equal ones are ==.
func (s stretch) plain() stretch { return stretch{s.from.Round(0).UTC(), s.to.Round(0).UTC()} }

// period is that of the evidence.
func (e *Evidence) period(zone *time.Location) stretch {
	return stretch{e.Start.In(zone), e.End.In(zone)}
}

// periodOf is that of a figure: its own, or where it has none that of the evidence.
func (e *Evidence) periodOf(f *Figure, zone *time.Location) stretch {
	if f.Start.IsZero() && f.End.IsZero() {
		return e.period(zone)
	}
	return stretch{f.Start.In(zone), f.End.In(zone)}
}

// indexFigures puts the readings of every figure in the order of their periods, into lists that are cut from one.
func (x *run) indexFigures() {
	type keyed struct {
		key figureKey
		of  reading
	}
	list := x.evidence.Figures
	all, room := make([]keyed, len(list)), make([]reading, len(list))
	for i := range list {
		f := &list[i]
		all[i] = keyed{figureKey{f.Figure, f.Subject}, reading{f.Value, x.evidence.periodOf(f, x.zone)}}
	}
	slices.SortFunc(all, func(a, b keyed) int {
		return cmp.Or(a.key.compare(b.key), a.of.compare(b.of.stretch))
	})
	x.figures = make(map[figureKey][]reading, len(all))
	for i := 0; i < len(all); {
		first := i
		for ; i < len(all) && all[i].key == all[first].key; i++ {
			room[i] = all[i].of
		}
		x.figures[all[first].key] = room[first:i:i]
	}
}
