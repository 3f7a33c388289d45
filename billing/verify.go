package billing

import (
	"slices"
	"strconv"

	"github.com/wuyekit/wuye/property"
	"github.com/wuyekit/wuye/property/civil"
	"github.com/wuyekit/wuye/property/invalid"
	"github.com/wuyekit/wuye/property/money"
)

// Verify computes a bill again from the facts its lines keep, and needs nothing else: no
// register, no tariff, no run. It returns nil if every figure follows.
//
// Errors: an [*invalid.Error] listing every figure that does not, by its place in the
// bill's JSON.
func Verify(b Bill) error {
	var l invalid.List
	if b.IsHeld() {
		if len(b.Lines) > 0 || b.Total != (money.Amount{}) || b.Net != (money.Amount{}) || b.Tax != (money.Amount{}) {
			l.Add(ErrHeldLines)
		}
		return l.Err("bill " + b.ID())
	}
	if len(b.Lines) == 0 {
		l.Add(ErrNoLines)
		return l.Err("bill " + b.ID())
	}
	b.verifyPayers(&l)
	charged := map[string]civil.Date{} // by charge: the day after the last one charged
	l.Enter("lines")
	for i, line := range b.Lines {
		l.EnterIndex(i)
		line.verify(&l)
		if charge := line.ChargeID(); line.Period.Start.Before(charged[charge]) {
			l.Add(ErrLineTwice, line.ID())
		} else {
			charged[charge] = line.Period.End
		}
		var before Line
		if i > 0 {
			before = b.Lines[i-1]
		}
		line.verifyChain(&l, before)
		inside := b.Period.Contains(line.Period.Start) && b.Period.Contains(line.Period.Last())
		if line.Unit != b.Unit || line.Payer != b.Payer || !inside {
			l.Add(ErrForeignLine, line.ID())
		}
		l.Leave()
	}
	l.Leave()
	sums := b
	if err := sums.add(); err != nil {
		l.Take(err)
	} else {
		checkAmount(&l, "net", ErrBillSum, b.Net, sums.Net)
		checkAmount(&l, "tax", ErrBillSum, b.Tax, sums.Tax)
		checkAmount(&l, "total", ErrBillSum, b.Total, sums.Total)
	}
	return l.Err("bill " + b.ID())
}

// verifyPayers checks that the key names the payers and that they answer for the bill.
func (b Bill) verifyPayers(l *invalid.List) {
	key := property.HoldersKey(b.Payers)
	for _, h := range b.Payers {
		if !slices.Contains(b.Liable, h.Party) {
			key = ""
		}
	}
	if key != b.Payer {
		l.At("payers").Add(ErrPayers, strconv.Quote(b.Payer), strconv.Quote(key))
	}
}

// verifyChain checks a line against the one before it in the bill: where it goes on with
// the same charge, it must count what that one came to; the first of a month counts nothing.
func (l Line) verifyChain(list *invalid.List, before Line) {
	if l.Period.Start.Day() == 1 && !l.Facts.Product.Before.IsZero() {
		list.At("facts", "product", "before").Add(ErrLineChain, l.Facts.Product.Before.String(), "0")
		return
	}
	if before.Tariff != l.Tariff || before.Period.End != l.Period.Start || before.ChargeID() != l.ChargeID() {
		return
	}
	exact, ok := before.Facts.Product.exact()
	if sum, fits := before.Facts.Product.Before.plus(exact); !ok || !fits || sum != l.Facts.Product.Before {
		list.At("facts", "product", "before").Add(ErrLineChain, l.Facts.Product.Before.String(), sum.String())
	}
}

// exact returns quantity × price × days × factor; false if it does not fit or the quantity
// is negative.
func (p Product) exact() (Exact, bool) {
	if p.Quantity.Sign() < 0 {
		return Exact{}, false
	}
	return product(uint64(p.Quantity.Units()), uint64(p.Price.Micro()), uint64(p.Factor.Micro()), uint32(p.Days))
}

// Verify computes the line again from the facts it keeps.
//
// Errors: an [*invalid.Error] listing every figure that does not follow.
func (l Line) Verify() error {
	var list invalid.List
	l.verify(&list)
	return list.Err("line " + l.ID())
}

func (l Line) verify(list *invalid.List) {
	p := l.Facts.Product
	start := l.Period.Start
	ofMonth := start.DaysInMonth()
	if l.Period.Days() != int(p.Days) || int(p.Of) != ofMonth || p.Days == 0 || l.Period.Last().MonthStart() != start.MonthStart() {
		list.At("facts", "product", "days").Add(ErrLineDays,
			strconv.Itoa(int(p.Days)), strconv.Itoa(int(p.Of)), l.Period.String())
		return
	}
	amount, err := l.recompute()
	if err != nil {
		list.At("facts").Take(err)
		return
	}
	checkAmount(list, "amount", ErrLineAmount, l.Amount, amount)
	if l.TaxMode > TaxExclusive {
		list.At("taxMode").Add(ErrTaxMode, l.TaxMode.String())
		return
	}
	net, tax, err := l.TaxMode.split(amount, l.TaxRate)
	if err != nil {
		list.At("tax").Take(err)
		return
	}
	checkAmount(list, "net", ErrLineAmount, l.Net, net)
	checkAmount(list, "tax", ErrLineAmount, l.Tax, tax)
	if l.TaxMode == 0 && !l.TaxRate.IsZero() {
		list.At("taxRate").Add(ErrLineAmount, l.TaxRate.String(), "0")
	}
}

// recompute returns the amount that the facts come to.
func (l Line) recompute() (money.Amount, error) {
	p := l.Facts.Product
	c := l.Amount.Currency()
	rounder, ok := l.Rounding.rounder(c)
	if !ok {
		return money.Amount{}, invalid.Value(ErrRounding, l.Rounding.String())
	}
	exact, ok := p.exact()
	if !ok {
		return money.Amount{}, invalid.Value(ErrTooLarge, p.Quantity.String())
	}
	sum, ok := p.Before.plus(exact)
	if !ok {
		return money.Amount{}, invalid.Value(ErrTooLarge, exact.String())
	}
	den := pow10(exactDigits-c.Digits()) * uint64(p.Of)
	total, err := rounder.Ratio(sum.hi, sum.lo, den, false)
	if err != nil {
		return money.Amount{}, err
	}
	charged, err := rounder.Ratio(p.Before.hi, p.Before.lo, den, false)
	return money.New(total-charged, c), err
}

func checkAmount(l *invalid.List, field string, rule invalid.RuleError, have, want money.Amount) {
	if have != want {
		l.At(field).Add(rule, have.String(), want.String())
	}
}
