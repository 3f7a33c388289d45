package property

import (
	"cmp"
	"iter"

	"github.com/wuyekit/wuye/property/civil"
	"github.com/wuyekit/wuye/property/invalid"
	"github.com/wuyekit/wuye/property/money"
)

// AgreedPrices answers what tenancies agree for one fee. It is made by [Register.AgreedPrices]
// once and then asked for many units; it is immutable. The zero value has no answers.
type AgreedPrices struct {
	r   *Register
	fee int32 // -1: no tenancy agrees it
}

// AgreedAt is what a tenancy agrees for a fee on one day. It is a value, comparable with ==.
type AgreedAt struct {
	// Price is the price of the day, with its escalations.
	Price money.Price
	// Free says that nothing is charged on the day (免租期).
	Free bool
	// Source is where the price is agreed.
	Source string
	// Payer are the holders of the tenancy; no one else answers for the payment.
	Payer Payer
	// Term is the term of the tenancy.
	Term civil.Period
}

// AgreedPrices returns what tenancies agree for the fee with the code.
func (r *Register) AgreedPrices(fee string) AgreedPrices {
	for i := range r.agreed.fees.len() {
		if r.agreed.fees.at(i) == fee {
			return AgreedPrices{r, i}
		}
	}
	return AgreedPrices{r, -1}
}

// Any reports whether any tenancy agrees a price for the fee.
func (a AgreedPrices) Any() bool { return a.r != nil && a.fee >= 0 }

// At returns what is agreed for the unit on a day; false where nothing is. It does not allocate.
//
// A price escalates at most 1200 times; beyond that, and where it would leave the range of
// prices, the answer is false as well, and [AgreedPrices.Err] says so. A register has no such
// day in a term with an end, nor in the first 50 years of another.
func (a AgreedPrices) At(u Ref, on civil.Date) (AgreedAt, bool) {
	k, i, n, ok := a.on(u, day(on))
	if !ok {
		return AgreedAt{}, false
	}
	t, c := &a.r.tenancies, &a.r.agreed
	price, ok := c.price(n, t.start[k], on)
	if !ok {
		return AgreedAt{}, false
	}
	return AgreedAt{
		Price: price, Free: c.freeOn(i, day(on)), Source: a.r.word.at(c.prices[n].source),
		Payer: Payer{t.group[k], -1},
		Term:  civil.Period{Start: date(t.start[k]), End: date(get(t.end, k, 0))},
	}, true
}

// Err says why a price that is agreed for the unit on a day is no answer: it escalates too far
// by then. It is nil on every other day, also on one without a price.
//
// Errors: [ErrAgreedTooLarge].
func (a AgreedPrices) Err(u Ref, on civil.Date) error {
	k, _, n, ok := a.on(u, day(on))
	if !ok {
		return nil
	}
	c := &a.r.agreed
	if _, ok := c.price(n, a.r.tenancies.start[k], on); ok {
		return nil
	}
	return invalid.Value(ErrAgreedTooLarge, c.fees.at(a.fee), on.String())
}

// Starts yields the first day of every tenancy of the unit that agrees a price for the fee, in
// order.
func (a AgreedPrices) Starts(u Ref) iter.Seq[civil.Date] {
	return func(yield func(civil.Date) bool) {
		if !a.Any() {
			return
		}
		for k := a.r.tenancyAt[u]; k < a.r.tenancyAt[u+1]; k++ {
			g := get(a.r.tenancies.agreed, k, -1)
			if g >= 0 && a.r.agreed.find(g, a.fee) >= 0 && !yield(date(a.r.tenancies.start[k])) {
				return
			}
		}
	}
}

// on returns the tenancy in force on the day that has a price for it, its row and the price;
// false if none has.
func (a AgreedPrices) on(u Ref, d int32) (tenancy, row, price int32, ok bool) {
	if !a.Any() {
		return 0, 0, 0, false
	}
	t := &a.r.tenancies
	for k := a.r.tenancyAt[u]; k < a.r.tenancyAt[u+1] && t.start[k] <= d; k++ {
		g := get(t.agreed, k, -1)
		if g < 0 || !a.r.inForce(k, d) {
			continue
		}
		if i := a.r.agreed.find(g, a.fee); i >= 0 {
			if n := a.r.agreed.priceOn(i, d); n >= 0 {
				return k, i, n, true
			}
		}
	}
	return 0, 0, 0, false
}

// price returns price n of a tenancy on a day on which it holds.
func (c *agreedColumns) price(n, termStart int32, on civil.Date) (money.Price, bool) {
	e := &c.prices[n]
	if e.terms < 0 {
		return e.price, true
	}
	terms := c.terms[e.terms]
	return terms.price(e.price, terms.anniversaries(e.anchorIn(termStart), on))
}

// anchorIn returns the anchor of the anniversaries in a tenancy that starts on the day.
func (e *agreedPriceRow) anchorIn(termStart int32) civil.Date {
	return date(cmp.Or(e.anchor, e.from, termStart))
}

// appendAgreed appends the days inside the period, after its first, on which what tenancy k
// agrees changes; in no order, some more than once. It does not allocate beyond dst.
func (r *Register) appendAgreed(dst []civil.Date, k, g int32, p civil.Period) []civil.Date {
	c := &r.agreed
	term := civil.Period{Start: date(r.tenancies.start[k]), End: date(get(r.tenancies.end, k, 0))}
	p, ok := p.Intersect(term)
	if !ok {
		return dst
	}
	for i := c.start[g]; i < c.start[g+1]; i++ {
		for _, f := range c.free[c.rows[i].free:c.rows[i+1].free] {
			dst = appendInside(appendInside(dst, date(f.start), p), date(f.end), p)
		}
		for n := c.rows[i].prices; n < c.rows[i+1].prices; n++ {
			start, end := date(c.prices[n].from), date(c.end(i, n))
			dst = appendInside(appendInside(dst, start, p), end, p)
			if held, ok := p.Intersect(civil.Period{Start: start, End: end}); ok && c.prices[n].terms >= 0 {
				dst = c.appendAnniversaries(dst, n, day(term.Start), held)
			}
		}
	}
	return dst
}

// appendInside appends a day that lies in the period, after its first.
func appendInside(dst []civil.Date, d civil.Date, p civil.Period) []civil.Date {
	if d.After(p.Start) && p.Contains(d) {
		return append(dst, d)
	}
	return dst
}

// appendAnniversaries appends the anniversaries in the period, after its first day, on which
// price n changes or ends.
func (c *agreedColumns) appendAnniversaries(dst []civil.Date, n, termStart int32, p civil.Period) []civil.Date {
	e := &c.prices[n]
	terms, anchor := c.terms[e.terms], e.anchorIn(termStart)
	k := terms.anniversaries(anchor, p.Start)
	price, ok := terms.price(e.price, k)
	for k++; ok; k++ {
		on := terms.anniversary(anchor, k)
		if !p.Contains(on) {
			break
		}
		before := price
		if price, ok = terms.raised(e.price, before, k); price != before {
			dst = appendInside(dst, on, p)
		}
	}
	return dst
}
