package property

import (
	"cmp"
	"slices"

	"github.com/wuyekit/wuye/property/civil"
)

// agreedStretch is a stretch of days on which a tenancy has a price for a fee; end 0 is none.
type agreedStretch struct {
	fee, start, end int32
	tenancy         int32
	row             int32 // position of the fee in the tenancy's document
}

// checkAgreedTwice reports tenancies of one unit that agree a price for the same fee on the same
// day: nobody could say which holds.
func (b *Builder) checkAgreedTwice(of []int32) {
	var all []agreedStretch
	for _, i := range of {
		if g := get(b.tenancies.agreed, i, -1); g >= 0 {
			all = b.appendStretches(all, i, g)
		}
	}
	slices.SortFunc(all, func(x, y agreedStretch) int {
		return cmp.Or(cmp.Compare(x.fee, y.fee), cmp.Compare(x.start, y.start), cmp.Compare(x.tenancy, y.tenancy))
	})
	var reported [][3]int32
	last := 0 // the one that ends last
	for i := 1; i < len(all); i++ {
		x, y := all[last], all[i]
		together := x.fee == y.fee && (x.end == 0 || y.start < x.end)
		pair := [3]int32{x.fee, min(x.tenancy, y.tenancy), max(x.tenancy, y.tenancy)}
		if together && x.tenancy != y.tenancy && !slices.Contains(reported, pair) {
			reported = append(reported, pair)
			b.reportAgreedTwice(x, y)
		}
		if !together || x.end != 0 && (y.end == 0 || y.end > x.end) {
			last = i
		}
	}
}

// appendStretches appends the days of the term on which tenancy i has prices.
func (b *Builder) appendStretches(dst []agreedStretch, i, g int32) []agreedStretch {
	t, c := &b.tenancies, &b.agreed.columns
	term := civil.Period{Start: date(t.start[i]), End: date(get(t.end, i, 0))}
	for row := c.start[g]; row < c.start[g+1]; row++ {
		for k := c.rows[row].prices; k < c.rows[row+1].prices; k++ {
			held := civil.Period{Start: date(c.prices[k].from), End: date(c.end(row, k))}
			if p, ok := held.Intersect(term); ok && c.rows[row].fee >= 0 {
				dst = append(dst, agreedStretch{c.rows[row].fee, day(p.Start), day(p.End), i, row - c.start[g]})
			}
		}
	}
	return dst
}

// reportAgreedTwice reports two stretches with a day in common, at the document added last.
func (b *Builder) reportAgreedTwice(x, y agreedStretch) {
	later := x
	if x.tenancy < y.tenancy {
		later = y
	}
	b.list.At("tenancies", int(later.tenancy), "agreed", int(later.row)).Add(ErrAgreedTwice,
		b.tenancyKey(x.tenancy), b.tenancyKey(y.tenancy), b.agreed.fees.at(x.fee), date(y.start).String())
}

// tenancyKey names tenancy i to people, as [Tenancy.key] does.
func (b *Builder) tenancyKey(i int32) string {
	t := &b.tenancies
	return Tenancy{
		Code: b.tenancy.at(get(t.code, i, -1)), Unit: b.unit.at(b.sorted[t.unit[i]]), Kind: t.kind[i],
		Term: civil.Period{Start: date(t.start[i])},
	}.key()
}
