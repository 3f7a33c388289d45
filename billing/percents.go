package billing

import (
	"slices"
	"strings"

	"github.com/wuyekit/wuye/property/invalid"
)

// checkPercents reports percent tariffs that take a part of nothing, of what has other months,
// or of themselves.
func (b Book) checkPercents(l *invalid.List) {
	for i, t := range b.Tariffs {
		if t.Basis.Percent == nil {
			continue
		}
		l.EnterIndex(i)
		for k, code := range t.Basis.Percent.Of {
			j := b.find(code)
			switch {
			case j < 0:
				l.At("basis", "percent", "of", k).Add(ErrNoTariff, code)
			case !sameRhythm(t, b.Tariffs[j]):
				l.At("basis", "percent", "of", k).Add(ErrPercentCycle, code)
			}
		}
		if way := b.wayBack(t.Code, nil); way != nil {
			l.At("basis", "percent", "of").Add(ErrPercentCircle, strings.Join(way, " → "))
		}
		l.Leave()
	}
}

// sameRhythm reports whether two tariffs are charged by the same months and billed together.
// What tenancies and claims decide has none.
func sameRhythm(t, base Tariff) bool {
	own := !base.Basis.byMonth() || base.Basis.Agreed != nil && base.Basis.Agreed.FromStart
	a, b := t.Cycle.rhythm(), base.Cycle.rhythm()
	a.due, b.due = 0, 0
	return !own && a == b
}

// wayBack returns the codes from a tariff over what it takes parts of back to it, nil if no way
// leads there.
func (b Book) wayBack(code string, way []string) []string {
	way = append(slices.Clone(way), code)
	if len(way) > 1 && code == way[0] {
		return way
	}
	if slices.Contains(way[:len(way)-1], code) {
		return nil // a circle that others report
	}
	i := b.find(code)
	if i < 0 || b.Tariffs[i].Basis.Percent == nil {
		return nil
	}
	for _, next := range b.Tariffs[i].Basis.Percent.Of {
		if found := b.wayBack(next, way); found != nil {
			return found
		}
	}
	return nil
}

// inOrder returns the positions of the tariffs in force so that each comes after those it
// takes a part of, by code where that leaves a choice. The book has no circles.
func (b Book) inOrder() []int {
	forces := b.inForce()
	var out []int
	var add func(i int)
	add = func(i int) {
		if slices.Contains(out, i) {
			return
		}
		if p := b.Tariffs[i].Basis.Percent; p != nil {
			for _, code := range p.Of {
				if k := b.find(code); slices.Contains(forces, k) {
					add(k)
				}
			}
		}
		out = append(out, i)
	}
	for _, i := range forces {
		add(i)
	}
	return out
}
