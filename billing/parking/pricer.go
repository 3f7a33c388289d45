package parking

import (
	"strconv"
	"time"

	"github.com/wuyekit/wuye/property/invalid"
	"github.com/wuyekit/wuye/property/money"
)

// Fee returns what a stay that has ended costs. Passes of other vehicles are left aside.
//
// Units: minutes of the stay and its parts; amounts in the tariff's currency.
// Rounding: minutes up; the fee once, by the tariff's rounding.
// Errors: an [*invalid.Error] with every problem of the stay and the passes: [ErrOpen] while the vehicle
// is inside, [ErrExitFirst], [ErrTooLong], [ErrNoClass], [ErrCurrency] and more.
// Source: rules BILL-16 to BILL-18.
func (p *Pricer) Fee(s ShortStay, passes ...MonthlyPass) (Fee, error) {
	v, done, err := p.price(&s, passes)
	if err != nil {
		return Fee{}, err
	}
	return p.fee(&v, &s, done), nil
}

// FeeAt returns what a stay costs as of an instant: that of a vehicle still inside then is priced as if
// it left at that moment, without what was paid later. A stay that had ended is priced as by
// [Pricer.Fee].
//
// Errors: those of Fee; [ErrAsOf] for an instant before the entry.
func (p *Pricer) FeeAt(s ShortStay, asOf time.Time, passes ...MonthlyPass) (Fee, error) {
	var l invalid.List
	s.Check(&l)
	if err := l.Err(s.what()); err != nil {
		return Fee{}, err
	}
	inside := s.ExitedAt.IsZero() || asOf.Before(s.ExitedAt)
	if inside {
		if !usable(asOf) || asOf.Before(s.EnteredAt) {
			l.At("asOf").Add(ErrAsOf, shown(asOf))
			return Fee{}, l.Err(s.what())
		}
		s.ExitedAt = asOf
		for i, pay := range s.Payments {
			if pay.At.After(asOf) {
				s.Payments = s.Payments[:i]
				break
			}
		}
	}
	f, err := p.Fee(s, passes...)
	f.Open = inside && err == nil
	return f, err
}

// Amount returns the amount of [Pricer.Fee] without its parts. Without payments and passes it allocates nothing.
//
// Errors: those of Fee.
func (p *Pricer) Amount(s ShortStay, passes ...MonthlyPass) (money.Amount, error) {
	_, done, err := p.price(&s, passes)
	return money.New(done.amount, p.currency), err
}

// outcome is what pricing a stay comes to.
type outcome struct {
	minutes int           // of the whole stay
	charged int           // of the time up to the exit, or to the payment that settled it
	settled time.Duration // from the entry to that payment; -1 without one
	amount  int64
	paid    int64
}

// price prices a stay that has ended.
func (p *Pricer) price(s *ShortStay, passes []MonthlyPass) (visit, outcome, error) {
	sheet, ok := p.sheet(s.Class)
	if !ok || !p.accepts(s, passes) {
		return visit{}, outcome{}, p.problems(*s, passes)
	}
	enter := s.EnteredAt.Unix()
	out := outcome{minutes: minutesBetween(s.EnteredAt, s.ExitedAt), settled: -1}
	v := visit{sheet: sheet, enter: enter}
	if len(sheet.bounds) > 0 || sheet.per == CalendarDay || len(passes) > 0 {
		v.clock = newClock(p.zone, enter, s.ExitedAt.Unix())
	}
	if len(passes) > 0 {
		v.cover = newCover(*s, passes, v.clock, enter, out.minutes)
	}
	return v, out, p.settle(&v, s, &out)
}

// settle finds the amount: up to the exit, or up to the first payment after which nothing was owed and
// the time to leave was kept.
func (p *Pricer) settle(v *visit, s *ShortStay, out *outcome) error {
	for _, pay := range s.Payments {
		sum := out.paid + pay.Amount.Minor()
		if sum < out.paid {
			return invalid.Value(ErrPaidTooMuch)
		}
		out.paid = sum
		if out.settled >= 0 || s.ExitedAt.Sub(pay.At) > p.grace {
			continue
		}
		minutes := minutesBetween(s.EnteredAt, pay.At)
		owed, err := v.amount(minutes)
		if err != nil {
			return err
		}
		if owed <= sum {
			out.charged, out.amount, out.settled = minutes, owed, pay.At.Sub(s.EnteredAt)
		}
	}
	if out.settled >= 0 {
		return nil
	}
	var err error
	out.charged = out.minutes
	out.amount, err = v.amount(out.minutes)
	return err
}

// amount returns what the first minutes of the visit cost.
func (v *visit) amount(minutes int) (int64, error) {
	if v.sheet.exempt != "" {
		return 0, nil
	}
	return rounded(v.sum(minutes, nil), v.sheet.factor, v.sheet.rounder)
}

// accepts reports whether there is nothing wrong, without writing anything down.
func (p *Pricer) accepts(s *ShortStay, passes []MonthlyPass) bool {
	if len(s.Payments) > 0 || len(passes) > 0 {
		return p.problems(*s, passes) == nil
	}
	return usable(s.EnteredAt) && usable(s.ExitedAt) && !s.ExitedAt.Before(s.EnteredAt) &&
		seconds(s.EnteredAt, s.ExitedAt) <= MaxDays*secondsPerDay
}

// problems lists everything that is wrong with a stay and its passes.
func (p *Pricer) problems(s ShortStay, passes []MonthlyPass) error {
	var l invalid.List
	s.Check(&l)
	if s.ExitedAt.IsZero() {
		l.At("exitedAt").Add(ErrOpen)
	}
	if _, ok := p.sheet(s.Class); !ok {
		l.At("class").Add(ErrNoClass, p.tariff, strconv.Quote(s.Class))
	}
	for i, pay := range s.Payments {
		if pay.Amount.Sign() > 0 && pay.Amount.Currency() != p.currency {
			l.At("payments", i, "amount").Add(ErrCurrency, pay.Amount.String(), p.currency.String())
		}
	}
	l.Enter("passes")
	own := 0
	for i, pass := range passes {
		l.EnterIndex(i)
		pass.Check(&l)
		l.Leave()
		if pass.fits(s) {
			own++
		}
	}
	if own > maxPasses {
		l.Add(ErrTooMany, strconv.Itoa(own), strconv.Itoa(maxPasses))
	}
	return l.Err(s.what())
}

// what names the stay in errors.
func (s ShortStay) what() string {
	if s.Card == "" {
		return "stay of " + strconv.Quote(s.Plate)
	}
	return "stay " + s.Card
}
