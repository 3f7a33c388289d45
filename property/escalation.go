package property

import (
	"math"
	"math/bits"

	"github.com/shopspring/decimal"

	"github.com/wuyekit/wuye/property/civil"
	"github.com/wuyekit/wuye/property/money"
)

// maxAnniversaries bounds how often a price escalates: a hundred years of months.
const maxAnniversaries = 1200

// million is one in the millionths of prices and rates.
const million = 1_000_000

// escalation is a compiled [Escalation] without its anchor; every of zero means none.
type escalation struct {
	rate   int64 // millionths, up to maxEscalationRate
	step   int64 // millionths of a currency unit; 0 is unset and means 1
	every  int32
	simple bool
}

// terms returns the escalation in integers; false for one that its check refuses.
func (e Escalation) terms() (escalation, bool) {
	out := escalation{rate: e.Rate.Micro(), every: int32(max(0, min(maxEvery+1, e.Every))), simple: e.Simple}
	ok := out.rate > 0 && out.rate <= maxEscalationRate && 1 <= e.Every && e.Every <= maxEvery
	if !e.Step.IsZero() {
		step, err := money.PriceOf(e.Step)
		out.step = step.Micro()
		ok = ok && err == nil && out.step > 0 && out.step <= maxEscalationStep
	}
	return out, ok
}

// document returns the escalation as documents write it.
func (e escalation) document(anchor civil.Date) *Escalation {
	rate, _ := money.NewRate(e.rate) //nolint:errcheck // it came from a rate
	out := &Escalation{Rate: rate, Every: int(e.every), From: anchor, Simple: e.simple}
	if e.step != 0 {
		out.Step = plainDecimal(e.step)
	}
	return out
}

// plainDecimal returns n millionths with no more decimals than they have, as a document's text
// would be read.
func plainDecimal(n int64) decimal.Decimal {
	exponent := int32(-6)
	for exponent < 0 && n%10 == 0 {
		n /= 10
		exponent++
	}
	return decimal.New(n, exponent)
}

// anniversary returns the k-th anniversary.
func (e escalation) anniversary(anchor civil.Date, k int) civil.Date {
	return civil.MonthsFrom(anchor, k*int(e.every))
}

// anniversaries counts the anniversaries after the anchor, up to the day.
func (e escalation) anniversaries(anchor, on civil.Date) int {
	if on <= anchor {
		return 0
	}
	fromYear, fromMonth, _ := anchor.Date()
	year, month, _ := on.Date()
	k := ((year-fromYear)*12 + int(month-fromMonth)) / int(e.every)
	if k > 0 && e.anniversary(anchor, k) > on {
		k--
	}
	return k
}

// price returns the price after k anniversaries; false where that is beyond any price, or k
// beyond what prices escalate.
//
// Rounding: half away from zero to the step; compound each time, simple once.
func (e escalation) price(first money.Price, k int) (money.Price, bool) {
	switch {
	case k > maxAnniversaries:
		return money.Price{}, false
	case k <= 0:
		return first, true
	case e.simple:
		return e.raised(first, first, k)
	}
	p := first
	for i := range k {
		next, ok := e.raised(first, p, i+1)
		if !ok || next == p { // it stays as it is from here on
			return next, ok
		}
		p = next
	}
	return p, true
}

// raised returns the price from anniversary k ≥ 1 on, given that before it; false as in price.
func (e escalation) raised(first, before money.Price, k int) (money.Price, bool) {
	switch {
	case k > maxAnniversaries:
		return money.Price{}, false
	case e.simple:
		return e.times(first, million+uint64(k)*uint64(e.rate))
	default:
		return e.times(before, million+uint64(e.rate))
	}
}

// times returns price × factor ÷ a million, rounded to the step; false if that does not fit.
func (e escalation) times(p money.Price, factor uint64) (money.Price, bool) {
	step := uint64(max(1, e.step))
	den := million * step // at most 10¹⁸
	hi, lo := bits.Mul64(uint64(p.Micro()), factor)
	if hi >= den {
		return money.Price{}, false
	}
	q, left := bits.Div64(hi, lo, den)
	if q > math.MaxInt64 {
		return money.Price{}, false
	}
	if 2*left >= den {
		q++
	}
	over, n := bits.Mul64(q, step)
	if over != 0 || n > math.MaxInt64 {
		return money.Price{}, false
	}
	out, err := money.NewPrice(int64(n))
	return out, err == nil
}
