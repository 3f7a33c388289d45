package billing

import (
	"cmp"
	"strconv"

	"github.com/wuyekit/wuye/property/explain"
	"github.com/wuyekit/wuye/property/invalid"
	"github.com/wuyekit/wuye/property/measure"
	"github.com/wuyekit/wuye/property/money"
)

// chained returns what the line counts of the charge's earlier lines, and with itself.
func (l *Line) chained() (before, after Exact, of uint32, ok bool) {
	switch {
	case l.Facts.Percent != nil:
		exact, fits := l.Facts.Percent.exact()
		sum, ok := l.Facts.Percent.Before.plus(exact)
		return l.Facts.Percent.Before, sum, 1, fits && ok
	case l.Facts.Metered != nil:
		exact, fits := l.Facts.Metered.exact()
		sum, ok := l.Facts.Metered.Before.plus(exact)
		return l.Facts.Metered.Before, sum, 1, fits && ok
	case !l.Facts.Product.IsZero():
		exact, fits := l.Facts.Product.exact()
		sum, ok := l.Facts.Product.Before.plus(exact)
		return l.Facts.Product.Before, sum, l.Facts.Product.Of, fits && ok
	default:
		return Exact{}, Exact{}, 0, false
	}
}

// verifyChain checks a line against the one before it in the bill: where it goes on with
// the same charge, it must count what that one came to; the first of a month counts nothing.
func (l Line) verifyChain(list *invalid.List, before Line) {
	if l.Facts.Formula != nil {
		l.verifyFormulaChain(list, before)
		return
	}
	have, _, of, _ := l.chained()
	if of == 0 {
		return
	}
	place := list.At("facts", l.Facts.Kind(), "before")
	if l.Period.Start == l.month().Start && !have.IsZero() && l.Facts.Percent == nil && l.Facts.Metered == nil {
		place.Add(ErrLineChain, have.String(), "0")
		return
	}
	if before.Tariff != l.Tariff || before.Period.End != l.Period.Start || before.Anchor != l.Anchor || before.Season != l.Season || before.ChargeID() != l.ChargeID() {
		return
	}
	_, sum, beforeOf, ok := before.chained()
	if beforeOf == 0 {
		return // prepaid days have no part in the sum
	}
	if l.Facts.Percent != nil && ok && !have.less(sum) {
		return // lines of other payers on the same days may stand between, in bills of their own
	}
	l.verifyUsed(list, before)
	if !ok || sum != have || beforeOf != of {
		place.Add(ErrLineChain, have.String(), sum.String())
	}
}

// verifyFormulaChain does so for a line by formula.
func (l Line) verifyFormulaChain(list *invalid.List, before Line) {
	have, want := l.Facts.Formula.Before, explain.Value{}
	goesOn := before.Facts.Formula != nil && before.Period.End == l.Period.Start && before.ChargeID() == l.ChargeID()
	switch {
	case goesOn:
		c := l.Amount.Currency()
		chain := ratChain{}
		if b := before.Facts.Formula.Before; b != (explain.Value{}) {
			chain.before, _ = explain.Number(b.Text)
		}
		exact, err := before.Facts.Formula.exact(c)
		if err != nil || chain.before == nil && before.Facts.Formula.Before != (explain.Value{}) {
			return // said of the line before
		}
		if chain.before != nil {
			exact.Add(exact, chain.before)
		}
		chain.before = exact
		want = chain.value(c)
	case l.Period.Start != l.month().Start:
		return // what stands before it is another payer's
	}
	if have != want {
		list.At("facts", "formula", "before").Add(ErrLineChain, cmp.Or(have.Text, "0"), cmp.Or(want.Text, "0"))
	}
}

// verifyUsed checks that the tiers had what they had before the line before it and what that one used, unless they
// began anew.
func (l Line) verifyUsed(list *invalid.List, before Line) {
	m, b := l.Facts.Metered, before.Facts.Metered
	if m == nil || b == nil || m.Used.Sign() == 0 {
		return
	}
	if used := b.Used.Units() + b.Usage.Units(); used != m.Used.Units() {
		list.At("facts", "metered", "used").Add(ErrUsage, m.Used.String(), measure.NewQuantity(used, m.Used.Unit()).String())
	}
}

// exact returns quantity × price × days × factor; false if it does not fit or the quantity
// is negative.
func (p Product) exact() (Exact, bool) {
	if p.Quantity.Sign() < 0 {
		return Exact{}, false
	}
	return product(uint64(p.Quantity.Units()), uint64(p.Price.Micro()), uint64(p.Factor.Micro()), p.Days)
}

// Verify computes the line again from the facts it keeps. What only the other lines of its bill
// can tell, such as what a percentage was taken of, [Verify] checks.
//
// Errors: an [*invalid.Error] listing every figure that does not follow.
func (l Line) Verify() error {
	var list invalid.List
	l.verify(&list)
	return list.Err("line " + l.ID())
}

func (l Line) verify(list *invalid.List) {
	if l.Revision < 0 {
		l = l.negated()
	}
	before := list.Len()
	l.verifyWords(list)
	l.verifyKind(list)
	l.verifySeason(list)
	l.verifyDays(list)
	if list.Len() > before {
		return
	}
	amount, net, err := l.recompute()
	if err != nil {
		list.At("facts").Take(err)
		return
	}
	checkAmount(list, "amount", ErrLineAmount, l.Amount, amount)
	var tax money.Amount
	switch {
	case l.Facts.Instalment != nil && l.TaxMode != TaxExclusive:
		tax, err = amount.Sub(net)
	case l.Facts.Total != nil:
		tax = amount.With(0)
	default:
		net, tax, err = l.TaxMode.split(amount, l.TaxRate)
	}
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

// verifyWords checks the figures that choose how to compute.
func (l Line) verifyWords(list *invalid.List) {
	list.Enter("facts")
	invalid.OneOf(list, l.Facts)
	list.Leave()
	if l.TaxMode > TaxExclusive {
		list.At("taxMode").Add(ErrTaxMode, l.TaxMode.String())
	}
	if l.Proration != 0 {
		_, err := l.Proration.MarshalText()
		list.At("proration").Take(err)
	}
	if l.Revision == 1 {
		list.At("revision").Add(ErrLineTwice, l.ID())
	}
	if l.Anchor > 31 || l.Every > Yearly || l.Timing > Advance || (l.Every == 0 && l.Season.IsZero()) != (l.Timing == 0) {
		list.At("anchor").Add(ErrLineCycle)
	}
}

// verifyKind checks that the line has nothing that lines of its kind have not.
func (l Line) verifyKind(list *invalid.List) {
	f := l.Facts
	if l.Proration != 0 && f.Product.IsZero() && f.Formula == nil {
		list.At("proration").Add(ErrNotWith, l.Proration.String(), f.Kind())
	}
	if (f.Quoted != nil || f.Total != nil || f.Share != nil) && (l.Anchor != 0 || l.Every != 0) || f.Metered != nil && l.Timing == Advance {
		list.At("anchor").Add(ErrLineCycle)
	}
	if f.Total != nil {
		whole := !l.Period.IsOpen() && l.Period.Months() > 0
		if l.TaxMode != 0 || f.Total.Of < OfLines || f.Total.Of > OfExact || !whole {
			list.At("facts", "total").Add(ErrTotalLine)
		}
	}
	if f.Instalment != nil {
		l.verifyInstalment(list)
	}
}

// verifyInstalment checks what all instalments of a prepayment share.
func (l Line) verifyInstalment(list *invalid.List) {
	i := l.Facts.Instalment
	if r, _ := lineRounding(money.HalfUp(), l.Amount.Currency()); l.Rounding != r {
		list.At("rounding").Add(ErrRounding, l.Rounding.String())
	}
	net := i.Total
	if l.TaxMode == TaxInclusive {
		var err error
		net, _, err = money.TaxWithin(i.Total, l.TaxRate)
		list.At("facts", "instalment", "total").Take(err)
	}
	checkAmount(list, "facts.instalment.net", ErrLineAmount, i.Net, net)
}

// verifyDays checks that the line lies in one charge month and charges a part that its days
// can come to.
func (l Line) verifyDays(list *invalid.List) {
	month, days := l.month(), l.Period.Days()
	var ok bool
	switch f := l.Facts; {
	case f.Total != nil:
		return
	case f.Metered != nil:
		l.verifyMetered(list)
		return
	case f.Share != nil:
		l.verifyShare(list)
		return
	case f.Quoted != nil:
		if days != 1 {
			list.At("period").Add(ErrLineDays, "1", "1", l.Period.String())
		}
		return
	case f.Percent != nil:
		if days < 1 || l.Period.Last() >= month.End {
			list.At("period").Add(ErrLineDays, strconv.Itoa(days), strconv.Itoa(month.Days()), l.Period.String())
		}
		return
	case f.Instalment != nil:
		i := f.Instalment
		ok = int(i.Days) == days && int(i.Of) == month.Days() && int(i.Before) == l.Period.Start.DaysSince(month.Start)
		if !ok {
			list.At("facts", "instalment", "days").Add(ErrLineDays, strconv.Itoa(int(i.Days)), strconv.Itoa(int(i.Of)), l.Period.String())
		}
		return
	}
	p, kind := l.Facts.Product, "product"
	if f := l.Facts.Formula; f != nil {
		p, kind = Product{Days: f.Days, Of: f.Of}, "formula"
	}
	if days < 1 || p.Days == 0 || l.Period.Last() >= month.End || !l.Proration.couldBe(p.Days, p.Of, uint64(days), uint64(month.Days())) {
		list.At("facts", kind, "days").Add(ErrLineDays,
			strconv.Itoa(int(p.Days)), strconv.Itoa(int(p.Of)), l.Period.String())
	}
}

// couldBe reports whether days of a month of n can be charged num ÷ of of it by the method. What
// the neighbouring payers decide, it cannot know: there it says what is possible.
func (m ProrationMethod) couldBe(num, of uint32, days, n uint64) bool {
	p := part{uint64(num), uint64(of)}
	if p.den == 0 {
		return false
	}
	switch m {
	case 0, ActualDays:
		return p.num*n == days*p.den && (p.den%n == 0 || m == ActualDays)
	case PerDay:
		return p.num == days*p.den
	case Year365:
		return p.num <= p.den || p.num*365 <= 12*days*p.den
	case Thirty, HalfMonth, WholeMonth, NextMonth:
	}
	return p.num <= p.den
}

// recompute returns the amount that the facts come to; of an instalment also before tax.
func (l Line) recompute() (amount, net money.Amount, err error) {
	c := l.Amount.Currency()
	rounder, ok := l.Rounding.rounder(c)
	if !ok {
		return amount, net, invalid.Value(ErrRounding, l.Rounding.String())
	}
	switch f := l.Facts; {
	case f.Instalment != nil:
		return f.Instalment.Amounts()
	case f.Total != nil:
		amount, err = f.Total.Rounded.Sub(f.Total.Sum)
		return amount, amount, err
	case f.Share != nil:
		minor, err := f.Share.amount()
		return money.New(minor, c), net, err
	case f.Formula != nil:
		minor, err := f.Formula.amount(rounder, c)
		return money.New(minor, c), net, err
	case f.Quoted != nil:
		exact, fits := f.Quoted.exact()
		if !fits {
			return amount, net, invalid.Value(ErrTooLarge, f.Quoted.Claim)
		}
		minor, err := exact.round(rounder, pow10(exactDigits-c.Digits()), 1)
		return money.New(minor, c), net, err
	}
	before, after, of, ok := l.chained()
	if !ok || of == 0 {
		return amount, net, invalid.Value(ErrTooLarge, l.exactText())
	}
	scale := pow10(exactDigits - c.Digits())
	total, err1 := after.round(rounder, scale, uint64(of))
	charged, err2 := before.round(rounder, scale, uint64(of))
	if err1 != nil {
		return amount, net, err1
	}
	if err2 == nil && l.Facts.Metered != nil {
		amount, err2 = l.lessEstimated(money.New(total-charged, c))
		return amount, net, err2
	}
	return money.New(total-charged, c), net, err2
}

// lessEstimated takes off an amount what was charged on estimates.
func (l *Line) lessEstimated(amount money.Amount) (money.Amount, error) {
	if taken := l.Facts.Metered.Estimated; taken != (money.Amount{}) {
		return amount.Sub(taken)
	}
	return amount, nil
}

// exactText is the figure to name where an exact amount does not fit.
func (l *Line) exactText() string {
	switch {
	case l.Facts.Percent != nil:
		return l.Facts.Percent.Base.String()
	case l.Facts.Metered != nil:
		return l.Facts.Metered.Usage.String()
	}
	return l.Facts.Product.Quantity.String()
}

func checkAmount(l *invalid.List, field string, rule invalid.RuleError, have, want money.Amount) {
	if have != want {
		l.At(field).Add(rule, have.String(), want.String())
	}
}
