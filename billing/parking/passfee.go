package parking

import (
	"strconv"

	"github.com/wuyekit/wuye/property/civil"
	"github.com/wuyekit/wuye/property/explain"
	"github.com/wuyekit/wuye/property/invalid"
	"github.com/wuyekit/wuye/property/money"
)

// PassFee is what a pass costs and how that comes about. It is a document to be stored.
type PassFee struct {
	// Period is when the pass holds.
	Period civil.Period `json:"period"`
	// Price is what was applied.
	Price PassPrice `json:"price"`
	// Months are the calendar months that the period touches, in order.
	Months []PassMonth `json:"months"`
	// Amount is the sum of the months.
	Amount money.Amount `json:"amount"`
}

// PassMonth is what a pass costs in one calendar month: the month's price × Charged ÷ Of.
type PassMonth struct {
	// Period is the days of the pass in the month.
	Period civil.Period `json:"period"`
	// Charged and Of are the part of the month that is charged, in days or halves.
	Charged int `json:"charged"`
	Of      int `json:"of"`
	// Amount is what it costs.
	Amount money.Amount `json:"amount"`
}

// Why derives the amount from the months.
func (f PassFee) Why() explain.Step {
	currency := f.Amount.Currency()
	mode, step := money.ModeHalfUp.String(), string(money.New(1, currency).AppendNumber(nil))
	if r, err := f.Price.Rounding.Compile(currency); err == nil {
		mode, step = r.Mode().String(), string(money.New(r.Step(), currency).AppendNumber(nil))
	}
	price := explain.Given(labelMonthPrice, explain.Decimal(plain(f.Price.Price), currency.String())).From(f.Price.Source)
	var rows []explain.Step
	for _, m := range f.Months {
		exact := price
		if m.Charged != m.Of {
			part := explain.Ratio(f.Price.Proration.label(), explain.Given(labelMonthPart, number(m.Charged)), explain.Given(labelMonthWhole, number(m.Of)))
			exact = explain.Product(labelMonthExact, price, part)
		}
		rows = append(rows, explain.Round(labelMonth, exact, mode, step).
			WithArgs(m.Period.Start.String(), m.Period.Last().String()).As(amountValue(m.Amount)))
	}
	if len(rows) == 0 {
		return explain.Given(labelPass, amountValue(f.Amount), f.Period.Start.String(), f.Period.Last().String())
	}
	return explain.Sum(labelPass, rows...).WithArgs(f.Period.Start.String(), f.Period.Last().String()).As(amountValue(f.Amount))
}

// label names the method in a derivation.
func (p PassProration) label() explain.Label {
	if p == HalfMonth {
		return labelHalves
	}
	return labelDays
}

func number(n int) explain.Value { return explain.Decimal(strconv.Itoa(n), "") }

// Verify computes the fee again from its price and period, and compares.
//
// Errors: an [*invalid.Error]; [ErrFigure] names what follows.
func (f PassFee) Verify() error {
	var l invalid.List
	f.Check(&l)
	return l.Err("pass")
}

// Check reports every figure that does not follow from price and period.
func (f PassFee) Check(l *invalid.List) {
	want, err := f.Price.Fee(f.Period)
	if err != nil {
		l.Take(err)
		return
	}
	if f.Amount != want.Amount {
		l.At("amount").Add(ErrFigure, f.Amount.String(), want.Amount.String())
	}
	if len(f.Months) != len(want.Months) {
		l.At("months").Add(ErrFigure, strconv.Itoa(len(f.Months)), strconv.Itoa(len(want.Months)))
		return
	}
	for i, m := range f.Months {
		if w := want.Months[i]; m != w {
			l.At("months", i).Add(ErrFigure, m.describe(), w.describe())
		}
	}
}

func (m PassMonth) describe() string {
	return m.Period.String() + " " + strconv.Itoa(m.Charged) + "/" + strconv.Itoa(m.Of) + " " + m.Amount.String()
}
