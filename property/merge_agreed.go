package property

import (
	"cmp"
	"slices"

	"github.com/wuyekit/wuye/property/civil"
)

// mergeAgreed returns what the import agrees, and for the fees that it does not name what the
// register has, as far as it lies in the term.
func mergeAgreed(old, fresh []Agreed, term civil.Period) []Agreed {
	var out []Agreed
	for _, a := range old {
		if i := indexFee(fresh, a.Fee); i >= 0 {
			a = fresh[i].over(a)
		}
		out = append(out, a.within(term))
	}
	for _, a := range fresh {
		if indexFee(old, a.Fee) < 0 {
			out = append(out, a.within(term))
		}
	}
	return out
}

func indexFee(list []Agreed, fee string) int {
	return slices.IndexFunc(list, func(a Agreed) bool { return a.Fee == fee })
}

// over returns what the import agrees for a fee, with what it leaves unset as it was: the days
// without charge, and of a price that stayed the same how it rises and where it is agreed.
func (a Agreed) over(old Agreed) Agreed {
	if len(a.Free) == 0 {
		a.Free = old.Free
	}
	a.Prices = slices.Clone(a.Prices)
	for i := range a.Prices {
		p := &a.Prices[i]
		k := slices.IndexFunc(old.Prices, func(o civil.Entry[AgreedPrice]) bool {
			return o.From == p.From && o.Value.Price == p.Value.Price
		})
		if k < 0 {
			continue
		}
		p.Value.Escalation = cmp.Or(p.Value.Escalation, old.Prices[k].Value.Escalation)
		p.Value.Source = cmp.Or(p.Value.Source, old.Prices[k].Value.Source)
	}
	return a
}

// within returns what is agreed with the days without charge that lie in the term.
func (a Agreed) within(term civil.Period) Agreed {
	var free []civil.Period
	for _, p := range a.Free {
		if inside, ok := p.Intersect(term); ok {
			free = append(free, inside)
		}
	}
	a.Free = free
	return a
}
