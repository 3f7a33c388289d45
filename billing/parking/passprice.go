package parking

import (
	"math/bits"
	"strconv"

	"github.com/shopspring/decimal"

	"github.com/wuyekit/wuye/property/civil"
	"github.com/wuyekit/wuye/property/invalid"
	"github.com/wuyekit/wuye/property/money"
)

// maxPassMonths is the longest pass that is priced, in calendar months.
const maxPassMonths = 1200

// PassPrice is what a monthly pass or space costs (月租费). Months are calendar months.
type PassPrice struct {
	// Currency is the currency of the price.
	Currency money.Currency `json:"currency"`
	// Price is that of a whole month.
	Price decimal.Decimal `json:"price"`
	// Proration is how part months are charged.
	Proration PassProration `json:"proration"`
	// Rounding is how each month is rounded. Unset: half up to the least unit of the currency.
	Rounding money.Rounding `json:"rounding,omitzero"`
	// Source is the document that sets the price.
	Source string `json:"source,omitempty"`
}

// PassProration is how a part month of a pass is charged; zero is unset.
type PassProration uint8

// How part months are charged.
const (
	// ActualDays is by the days of the pass over the days of the month (按实际天数).
	ActualDays PassProration = iota + 1
	// HalfMonth is by halves begun, the 1st to the 15th and the 16th to the last day (半月): a pass
	// from the 15th costs the month, from the 16th half of it.
	HalfMonth
	// WholeMonth is the month for any day of it (不足月按整月).
	WholeMonth
)

func passProrationWords() invalid.Words {
	return invalid.Words{"actualDays", "halfMonth", "wholeMonth"}
}

// String returns the word.
func (p PassProration) String() string { return passProrationWords().Of("PassProration", uint8(p)) }

// MarshalText returns the word.
func (p PassProration) MarshalText() ([]byte, error) { return passProrationWords().Marshal(uint8(p)) }

// UnmarshalText reads the word.
func (p *PassProration) UnmarshalText(text []byte) error {
	return passProrationWords().Unmarshal(text, (*uint8)(p))
}

// Check reports every problem of the price.
func (p PassPrice) Check(l *invalid.List) { p.compile(l) }

// compile returns the price in least units and the rounding.
func (p PassPrice) compile(l *invalid.List) (uint64, money.Rounder) {
	c := compiler{l, p.Currency}
	var r money.Rounder
	if _, err := money.ParseCurrency(p.Currency.String()); err != nil {
		l.At("currency").Take(err)
		c.currency = money.Currency{}
	} else {
		r, err = p.Rounding.Compile(p.Currency)
		l.At("rounding").Take(err)
	}
	price := c.price("price", p.Price)
	if p.Proration == 0 {
		l.At("proration").Add(invalid.ErrRequired, "proration")
	}
	passProrationWords().Check(l, "proration", uint8(p.Proration))
	return uint64(price), r
}

// Fee returns what a pass for a period costs: each calendar month that it touches, whole or in part.
//
// Rounding: once a month, by the price's rounding; the amount is the sum of the months.
// Errors: an [*invalid.Error] with every problem of the price and the period; [ErrPassPeriod] for a period
// without an end or of more than 1200 months.
func (p PassPrice) Fee(period civil.Period) (PassFee, error) {
	var l invalid.List
	price, r := p.compile(&l)
	l.Enter("period")
	period.Check(&l)
	if l.Len() == 0 && (period.IsOpen() || months(period) > maxPassMonths) {
		l.Add(ErrPassPeriod, strconv.Itoa(maxPassMonths))
	}
	l.Leave()
	out := PassFee{Period: period, Price: p, Amount: money.New(0, p.Currency)}
	if l.Len() > 0 {
		return PassFee{}, l.Err("pass")
	}
	sum := int64(0)
	for first := period.Start; first.Before(period.End); first = first.NextMonth().MonthStart() {
		m := p.month(civil.Period{Start: first, End: min(period.End, first.MonthStart().NextMonth())})
		hi, lo := bits.Mul64(price, uint64(m.Charged))
		minor, err := r.Ratio(hi, lo, uint64(m.Of), false)
		if err != nil {
			return PassFee{}, err
		}
		m.Amount = out.Amount.With(minor)
		sum += minor
		out.Months = append(out.Months, m)
	}
	out.Amount = out.Amount.With(sum)
	return out, nil
}

// months returns how many calendar months a closed period touches.
func months(p civil.Period) int {
	last := p.Last()
	return (last.Year()-p.Start.Year())*12 + int(last.Month()) - int(p.Start.Month()) + 1
}

// month returns how much of a month is charged for the days of it.
func (p PassPrice) month(days civil.Period) PassMonth {
	m := PassMonth{Period: days, Charged: 1, Of: 1}
	switch p.Proration {
	case ActualDays:
		m.Charged, m.Of = days.Days(), days.Start.DaysInMonth()
	case HalfMonth:
		const half = 15
		m.Of = 2
		if days.Start.Day() <= half && days.Last().Day() > half {
			m.Charged = 2
		}
	case WholeMonth:
	}
	return m
}
