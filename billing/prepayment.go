package billing

import (
	"math/big"
	"slices"
	"strconv"

	"github.com/wuyekit/wuye/property"
	"github.com/wuyekit/wuye/property/civil"
	"github.com/wuyekit/wuye/property/invalid"
	"github.com/wuyekit/wuye/property/money"
)

// Prepayment is a charge paid ahead for several months (预缴). Its months are billed as
// instalments of what was paid, whatever the price or the area has become meanwhile.
type Prepayment struct {
	// Unit is the unit's code.
	Unit string `json:"unit"`
	// Tariff is the code of the tariff paid for.
	Tariff string `json:"tariff"`
	// Period is the time paid for, half-open: whole months of the tariff.
	Period civil.Period `json:"period"`
	// Anchor is the day on which the tariff's months begin, to be said where the first month paid for
	// lacks it: 31 for a time from 28 February. Unset: the period's first day.
	Anchor uint8 `json:"anchor,omitzero"`
	// Total is what was paid, with the tax if the price contains it, else before tax.
	Total money.Amount `json:"total"`
	// TaxOn is the day whose tax rate holds for all of it: that of the receipt or invoice. Unset:
	// the rate must be the same all through the time paid for.
	TaxOn civil.Date `json:"taxOn,omitzero"`
	// Ended is the first day no longer served, if it ended early.
	Ended civil.Date `json:"ended,omitzero"`
	// Source is the agreement or receipt.
	Source string `json:"source,omitempty"`
}

func (p Prepayment) check(l *invalid.List) {
	checkUnit(l, p.Unit)
	if !property.IsCode(p.Tariff) {
		l.At("tariff").Add(ErrTariffCode, strconv.Quote(p.Tariff))
	}
	l.Enter("period")
	p.Period.Check(l)
	l.Leave()
	if p.Period.IsOpen() {
		l.At("period", "end").Add(invalid.ErrRequired, "end")
	} else if p.months() == 0 {
		l.At("period").Add(ErrPrepaidPeriod, p.Period.String())
	}
	if p.Total.Sign() < 0 || p.Total == (money.Amount{}) {
		l.At("total").Add(ErrNegative, p.Total.String())
	}
	if !p.Ended.IsZero() && (p.Ended.Before(p.Period.Start) || p.Ended.After(p.Period.End)) {
		l.At("ended").Add(ErrPrepaidEnd, p.Ended.String(), p.Period.String())
	}
}

// months returns the number of months paid for, counted from the first day; 0 if the period
// is not made of whole months.
func (p Prepayment) months() int {
	n := monthsBetween(p.Period.Start, p.Period.End)
	whole := p.Period.Start == p.monthStart(0) && p.Period.End == p.monthStart(n)
	if n < 1 || n > maxReliefMonths || p.Anchor > 31 || !whole {
		return 0
	}
	return n
}

// anchor is the day on which the months begin.
func (p Prepayment) anchor() uint8 {
	if p.Anchor > 0 {
		return p.Anchor
	}
	return uint8(p.Period.Start.Day())
}

// monthStart is the first day of month k, 0 being the first.
func (p Prepayment) monthStart(k int) civil.Date {
	return clampedDay(p.anchor(), p.Period.Start.MonthStart().AddMonths(k))
}

// Instalment is a stretch of a prepayment: its part of what was paid, by cumulative rounding over
// the time served, so that all stretches add up to it.
type Instalment struct {
	// Total is what was paid, and Net of it before tax.
	Total money.Amount `json:"total"`
	Net   money.Amount `json:"net"`
	// Month is the number of the month, from 1, and Months how many were paid.
	Month  uint16 `json:"month"`
	Months uint16 `json:"months"`
	// Before are the days of the month before the stretch, Days those of the stretch, and Of
	// those of the whole month.
	Before uint16 `json:"before,omitempty"`
	Days   uint16 `json:"days"`
	Of     uint16 `json:"of"`
	// Source is the agreement or receipt.
	Source string `json:"source,omitempty"`
}

// Amounts returns the part of what was paid that the stretch comes to, and of it before tax.
//
// Rounding: cumulative, half away from zero to the least unit. Errors: [ErrInstalment] for an
// instalment that no stretch has.
func (i Instalment) Amounts() (gross, net money.Amount, err error) {
	if !i.valid() {
		return gross, net, invalid.Value(ErrInstalment)
	}
	from := (int64(i.Month)-1)*int64(i.Of) + int64(i.Before)
	to, of := from+int64(i.Days), int64(i.Months)*int64(i.Of)
	if gross, err = between(i.Total, from, to, of); err != nil {
		return gross, net, err
	}
	net, err = between(i.Net, from, to, of)
	return gross, net, err
}

func (i Instalment) valid() bool {
	return i.Month >= 1 && i.Month <= i.Months && i.Days >= 1 && int(i.Before)+int(i.Days) <= int(i.Of)
}

// between returns round(total × to ÷ of) − round(total × from ÷ of).
func between(total money.Amount, from, to, of int64) (money.Amount, error) {
	upto, err1 := served(total, to, of)
	before, err2 := served(total, from, of)
	if err1 != nil || err2 != nil {
		return money.Amount{}, invalid.Value(ErrTooLarge, total.String())
	}
	return upto.Sub(before)
}

// served returns total × time ÷ of, rounded half away from zero to the least unit.
func served(total money.Amount, time, of int64) (money.Amount, error) {
	n := new(big.Int).Mul(big.NewInt(total.Minor()), big.NewInt(time))
	minor, err := money.HalfUp().Rat(new(big.Rat).SetFrac(n, big.NewInt(of)))
	return money.New(minor, total.Currency()), err
}

// Schedule returns the instalments of a total over months, as EX-110 and EX-118 of the worked
// examples have them: gross and net each by cumulative rounding. Net of a total without
// tax is the total.
//
// Errors: [ErrPrepaidPeriod] for fewer than 1 or more than 1200 months.
func Schedule(total, net money.Amount, months int) ([]Instalment, error) {
	if months < 1 || months > maxReliefMonths {
		return nil, invalid.Value(ErrPrepaidPeriod, strconv.Itoa(months))
	}
	out := make([]Instalment, months)
	for k := range out {
		out[k] = Instalment{Total: total, Net: net, Month: uint16(k + 1), Months: uint16(months), Days: 1, Of: 1}
	}
	return out, nil
}

// Quote returns what an offer asks for the months that the lines charge: those of one unit and
// tariff without a prepayment, a line or more a month. Full is their sum.
//
// Rounding: once, half away from zero to the least unit. Errors: [ErrOfferMonths] if the lines
// do not charge the offer's months, [ErrOffer] for an offer that is none.
func (o PrepaymentOffer) Quote(lines []Line) (full, total money.Amount, err error) {
	if (o.Gift == 0) == o.Factor.IsZero() {
		return full, total, invalid.Value(ErrOffer)
	}
	lines = slices.SortedStableFunc(slices.Values(lines), func(a, b Line) int { return a.Period.Start.Compare(b.Period.Start) })
	var sum, paid money.Sum
	var months []string
	for _, l := range lines {
		if !slices.Contains(months, l.ChargeID()) {
			months = append(months, l.ChargeID())
		}
		sum.Add(l.Amount)
		if len(months) <= o.Months-o.Gift {
			paid.Add(l.Amount)
		}
	}
	if len(months) != o.Months {
		return full, total, invalid.Value(ErrOfferMonths, strconv.Itoa(o.Months), strconv.Itoa(len(months)))
	}
	if full, err = sum.Total(); err != nil {
		return full, total, err
	}
	if o.Gift > 0 {
		total, err = paid.Total()
		return full, total, err
	}
	minor, err := money.HalfUp().Rat(new(big.Rat).Mul(big.NewRat(full.Minor(), 1), o.Factor.Rat()))
	return full, money.New(minor, full.Currency()), err
}

// instalmentTax returns the tax of an instalment's line: amount − net where the total contains it,
// the rate on the amount where it does not.
func (l *Line) instalmentTax() (money.Amount, error) {
	if l.TaxMode == TaxExclusive {
		return money.TaxOn(l.Amount, l.TaxRate)
	}
	return l.Amount.Sub(l.Net)
}
