package parking

import (
	"strconv"
	"time"

	"github.com/wuyekit/wuye/property/invalid"
	"github.com/wuyekit/wuye/property/money"
)

// Verify computes the fee again from the facts that it stores, and compares.
//
// Errors: an [*invalid.Error] with every figure that does not follow; [ErrFigure] names what does.
func (f Fee) Verify() error {
	var l invalid.List
	f.Check(&l)
	return l.Err("parking fee of " + ShortStay{Card: f.Card, Plate: f.Plate}.what())
}

// Check reports every figure that does not follow from the facts.
func (f Fee) Check(l *invalid.List) {
	before := l.Len()
	v := verifier{List: l, fee: f, currency: f.Amount.Currency()}
	v.times()
	v.compile()
	if l.Len() > before {
		return // nothing can be computed
	}
	v.parts()
	v.amounts()
}

// verifier compares a fee with what follows from its facts.
type verifier struct {
	*invalid.List
	fee      Fee
	currency money.Currency
	sheet    sheet
	until    time.Time // of what is charged
	minutes  int       // up to there
}

func (v *verifier) times() {
	f := v.fee
	v.until = f.Until
	if !usable(f.EnteredAt) || !usable(f.Until) || f.Until.Before(f.EnteredAt) ||
		seconds(f.EnteredAt, f.Until) > MaxDays*secondsPerDay {
		v.At("until").Add(ErrInstant)
		return
	}
	v.same("minutes", f.Minutes, minutesBetween(f.EnteredAt, f.Until))
	if !f.SettledAt.IsZero() {
		grace := time.Duration(f.Terms.GraceMinutes) * time.Minute
		if f.SettledAt.Before(f.EnteredAt) || f.SettledAt.After(f.Until) || f.Until.Sub(f.SettledAt) > grace {
			v.At("settledAt").Add(ErrInstant)
			return
		}
		v.until = f.SettledAt
	}
	v.minutes = minutesBetween(f.EnteredAt, v.until)
}

func (v *verifier) compile() {
	v.Enter("terms")
	defer v.Leave()
	t := v.fee.Terms
	c := compiler{v.List, v.currency}
	if _, err := money.ParseCurrency(v.currency.String()); err != nil {
		v.Take(err)
		return
	}
	c.minutes("graceMinutes", t.GraceMinutes, 0, minutesPerDay)
	v.sheet.free = c.free(t.Free)
	v.sheet.rates, _ = c.rates(t.Rates)
	v.sheet.cap, v.sheet.per = c.cap(t.Cap)
	c.factor("factor", t.Factor.Decimal())
	v.sheet.factor = uint64(t.Factor.Micro())
	r, err := t.Rounding.Compile(v.currency)
	v.At("rounding").Take(err)
	v.sheet.rounder = r
}

// parts follows the parts through the stay.
func (v *verifier) parts() {
	lo := 0
	t := tally{cap: v.sheet.cap}
	a := allowance{free: v.sheet.free}
	for i, s := range v.fee.Spans {
		sum := int64(0)
		for j, p := range s.Parts {
			v.Enter("spans")
			v.EnterIndex(i)
			v.Enter("parts")
			v.EnterIndex(j)
			if a.minutes > 0 && (lo == 0 || a.daily && lo%minutesPerDay == 0) {
				a.renew(v.outside(lo))
			}
			sum += v.part(p, lo, &t, &a, j == 0)
			lo += max(0, min(p.Minutes, v.minutes))
			for range 4 {
				v.Leave()
			}
		}
		v.amount(s.Before, sum, "spans", i, "before")
		v.amount(s.Amount, min(sum, v.sheet.cap), "spans", i, "amount")
	}
	if v.fee.Exempt == "" {
		v.same("minutes", lo, v.minutes)
	} else if len(v.fee.Spans) > 0 {
		v.At("spans").Add(ErrFigure, strconv.Itoa(len(v.fee.Spans)), "0")
	}
	v.sum(t.sum())
}

// part compares one part, the minutes of which begin at lo, and returns what it costs.
func (v *verifier) part(p Part, lo int, t *tally, a *allowance, first bool) int64 {
	if p.Rate < 0 || p.Rate >= len(v.sheet.rates) || p.Minutes < 1 || p.Passed < 0 || p.Passed > p.Minutes || p.Minutes > v.minutes-lo {
		v.Add(ErrPart)
		return 0
	}
	if begins := lo == 0 || v.sheet.per == FromEntry && lo%minutesPerDay == 0; v.sheet.per != CalendarDay && first != begins {
		v.Add(ErrPart)
	}
	v.same("minutes", p.Minutes, v.minutesUpTo(p.To)-lo)
	v.same("from", v.minutesUpTo(p.From), lo)
	v.same("free", p.Free, a.take(p.Minutes-p.Passed))
	v.same("charged", p.Charged, p.Minutes-p.Passed-p.Free)
	r := &v.sheet.rates[p.Rate]
	before := r.price(max(0, p.Minutes-p.Passed-max(0, p.Free)))
	v.amount(p.Before, before, "before")
	carried := p.Carried.Minor()
	if carried != 0 {
		v.amount(p.Carried, t.window, "carried")
	}
	amount := t.add(before, r.cap, carried == 0, first)
	v.amount(p.Amount, amount, "amount")
	return amount
}

// minutesUpTo returns the minutes of the stay up to an instant, -1 for one outside it.
func (v *verifier) minutesUpTo(at time.Time) int {
	if !usable(at) || at.Before(v.fee.EnteredAt) || at.After(v.until) {
		return -1
	}
	return minutesBetween(v.fee.EnteredAt, at)
}

// outside returns how many minutes outside passes the free minutes from lo on are judged by.
func (v *verifier) outside(lo int) int {
	n, at := 0, 0
	if !v.sheet.free.threshold {
		return 0
	}
	for _, s := range v.fee.Spans {
		for _, p := range s.Parts {
			if at >= lo && (!v.sheet.free.daily || at < lo+minutesPerDay) {
				n += p.Minutes - p.Passed
			}
			at += p.Minutes
		}
	}
	return n
}

// sum compares the amount with the sum of the spans.
func (v *verifier) sum(sum int64) {
	if v.fee.Exempt != "" {
		sum = 0
	}
	amount, err := rounded(sum, v.sheet.factor, v.sheet.rounder)
	v.At("amount").Take(err)
	v.amount(v.fee.Amount, amount, "amount")
}

// amounts compares what is due with what was paid.
func (v *verifier) amounts() {
	f := v.fee
	if f.Paid.Sign() < 0 {
		v.At("paid").Add(ErrNegative, f.Paid.String())
		return
	}
	v.amount(f.Paid, f.Paid.Minor(), "paid")
	v.amount(f.Due, max(0, f.Amount.Minor()-f.Paid.Minor()), "due")
	v.amount(f.Excess, max(0, f.Paid.Minor()-f.Amount.Minor()), "excess")
}

func (v *verifier) same(field string, have, want int) {
	if have != want {
		v.At(field).Add(ErrFigure, strconv.Itoa(have), strconv.Itoa(want))
	}
}

func (v *verifier) amount(have money.Amount, want int64, at ...any) {
	if w := money.New(want, v.currency); have != w {
		v.At(at...).Add(ErrFigure, have.String(), w.String())
	}
}
