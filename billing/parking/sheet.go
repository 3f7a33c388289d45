package parking

import (
	"cmp"
	"math"
	"slices"
	"strconv"

	"github.com/shopspring/decimal"

	"github.com/wuyekit/wuye/property/invalid"
	"github.com/wuyekit/wuye/property/money"
)

// Limits of what is compiled: with them no sum of ten years leaves 64 bits.
const (
	maxBlock  = 31 * minutesPerDay // minutes of a block
	maxRates  = 24
	maxPrice  = 1_000_000 // currency units
	maxFactor = 100
	uncapped  = math.MaxInt64
)

// sheet is a compiled price list: what vehicles of one class pay.
type sheet struct {
	terms   Terms
	exempt  string
	rates   []rate
	bounds  []bound // where windows begin, by time; none without windows
	free    free
	cap     int64 // least units
	per     CapPer
	factor  uint64 // millionths
	rounder money.Rounder
}

// bound is the beginning of a window, and the rate that holds from there.
type bound struct {
	minute int // of the day
	rate   int
}

// rate is a compiled [Rate]; prices in least units of the currency.
type rate struct {
	first, unit, over block
	after             int // charged minutes before over; never without it
	perVisit          int64
	cap               int64 // uncapped without one
}

type block struct {
	minutes int
	price   int64
}

// free is a compiled [Free].
type free struct {
	minutes          int
	threshold, daily bool
}

// compiler turns terms into figures and gathers what is wrong with them.
type compiler struct {
	*invalid.List
	currency money.Currency
}

// price returns a price in least units; it must be there and more than 0.
func (c compiler) price(field string, d decimal.Decimal) int64 {
	switch {
	case d.Sign() == 0:
		c.At(field).Add(ErrNoPrice)
		return 0
	case d.Sign() < 0:
		c.At(field).Add(ErrNegative, plain(d))
		return 0
	case c.currency.IsZero():
		return 0 // told elsewhere
	}
	a, err := money.FromDecimal(d, c.currency)
	if err != nil {
		c.At(field).Take(err)
		return 0
	}
	if most, err := money.FromDecimal(decimal.NewFromInt(maxPrice), c.currency); err != nil || a.Minor() > most.Minor() {
		c.At(field).Add(ErrTooHigh, plain(d), strconv.Itoa(maxPrice))
		return 0
	}
	return a.Minor()
}

// plain returns a decimal, or its size where that is too much to read.
func plain(d decimal.Decimal) string {
	const digits = 40
	if e := d.Exponent(); e > digits || e < -digits || d.Coefficient().BitLen() > 4*digits {
		return "a number of more than " + strconv.Itoa(digits) + " digits"
	}
	return d.String()
}

func (c compiler) minutes(field string, n, low, high int) int {
	if n < low || n > high {
		c.At(field).Add(ErrMinutes, strconv.Itoa(n), strconv.Itoa(low), strconv.Itoa(high))
		return low
	}
	return n
}

func (c compiler) block(field string, b *Block) block {
	if b == nil {
		return block{}
	}
	c.Enter(field)
	defer c.Leave()
	return block{c.minutes("minutes", b.Minutes, 1, maxBlock), c.price("price", b.Price)}
}

// rates compiles the prices of a class.
func (c compiler) rates(rates []Rate) ([]rate, []bound) {
	if len(rates) == 0 || len(rates) > maxRates {
		c.At("rates").Add(ErrRates, strconv.Itoa(len(rates)), strconv.Itoa(maxRates))
		return nil, nil
	}
	c.Enter("rates")
	defer c.Leave()
	out := make([]rate, len(rates))
	for i, r := range rates {
		c.EnterIndex(i)
		out[i] = c.rate(r)
		if len(rates) > 1 && r.Window == nil {
			c.At("window").Add(invalid.ErrRequired, "window")
		}
		c.Leave()
	}
	return out, c.bounds(rates)
}

func (c compiler) rate(r Rate) rate {
	c.oneKind(r)
	out := rate{after: never, cap: uncapped, first: c.block("first", r.First), unit: c.block("unit", r.Unit)}
	if r.Over != nil {
		c.Enter("over")
		out.after = c.minutes("afterMinutes", r.Over.AfterMinutes, max(out.first.minutes, 1), maxBlock)
		out.over = block{c.minutes("minutes", r.Over.Minutes, 1, maxBlock), c.price("price", r.Over.Price)}
		c.Leave()
	}
	if r.PerVisit != nil {
		c.Enter("perVisit")
		out.perVisit = c.price("price", r.PerVisit.Price)
		c.Leave()
	}
	if r.Window != nil {
		c.Enter("window")
		r.Window.Check(c.List)
		c.Leave()
	}
	if r.Cap.Sign() != 0 {
		out.cap = c.price("cap", r.Cap)
		if r.Window == nil {
			c.At("cap").Add(ErrNotWith, "cap", "a rate without a window")
		}
	}
	return out
}

// oneKind reports a rate that does not say in exactly one way what it costs.
func (c compiler) oneKind(r Rate) {
	if count(r.Unit != nil, r.PerVisit != nil, r.Free) != 1 {
		c.Add(ErrRateKind)
	}
	if r.Unit != nil {
		return
	}
	for _, f := range []struct {
		set  bool
		name string
	}{{r.First != nil, "first"}, {r.Over != nil, "over"}, {r.Cap.Sign() != 0, "cap"}} {
		if f.set {
			c.At(f.name).Add(ErrNotWith, f.name, "a rate without unit")
		}
	}
}

// bounds returns where the windows begin, and reports windows that leave time of the day out or
// count it twice.
func (c compiler) bounds(rates []Rate) []bound {
	var out []bound
	for i, r := range rates {
		if w := r.Window; w == nil || !isTime(w.From) || !isTime(w.To) || w.From == w.To {
			return nil // there is none, or it is told already
		}
		out = append(out, bound{r.Window.From.Minute(), i})
	}
	slices.SortFunc(out, func(a, b bound) int { return cmp.Compare(a.minute, b.minute) })
	for i, b := range out {
		next := rates[out[(i+1)%len(out)].rate].Window.From
		if end := rates[b.rate].Window.To; end != next {
			c.Add(ErrWindows, end.String(), next.String())
		}
	}
	return out
}

func (c compiler) cap(limit *Cap) (int64, CapPer) {
	if limit == nil {
		return uncapped, 0
	}
	c.Enter("cap")
	defer c.Leave()
	if limit.Per == 0 {
		c.At("per").Add(invalid.ErrRequired, "per")
	}
	capPerWords().Check(c.List, "per", uint8(limit.Per))
	return c.price("amount", limit.Amount), limit.Per
}

func (c compiler) free(f *Free) free {
	if f == nil {
		return free{}
	}
	c.Enter("free")
	defer c.Leave()
	if f.Kind == 0 {
		c.At("kind").Add(invalid.ErrRequired, "kind")
	}
	freeKindWords().Check(c.List, "kind", uint8(f.Kind))
	renewalWords().Check(c.List, "renew", uint8(f.Renew))
	return free{c.minutes("minutes", f.Minutes, 1, minutesPerDay-1), f.Kind == Threshold, f.Renew == Daily}
}

func (c compiler) factor(field string, d decimal.Decimal) money.Rate {
	r, err := money.RateOf(d)
	if err != nil {
		c.At(field).Take(err)
		return money.One()
	}
	if r.IsZero() || r.Micro() > maxFactor*money.One().Micro() {
		c.At(field).Add(ErrFactor, plain(d), strconv.Itoa(maxFactor))
		return money.One()
	}
	return r
}
