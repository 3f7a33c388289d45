package parking

import (
	"time"

	"github.com/wuyekit/wuye/property/money"
)

// Fee is what a stay costs and how that comes about (停车费). It is a document to be stored: [Fee.Why]
// derives the amount, [Fee.Verify] computes it again, [Fee.Announce] says it at the barrier, and none of
// them needs anything else.
type Fee struct {
	// Tariff is the code of the tariff.
	Tariff string `json:"tariff"`
	// Card, Plate and Class are those of the stay.
	Card  string `json:"card,omitempty"`
	Plate string `json:"plate,omitempty"`
	Class string `json:"class,omitempty"`
	// EnteredAt is the entry, on the wall clock of the tariff's zone.
	EnteredAt time.Time `json:"enteredAt"`
	// Until is the exit, or the instant that the fee is as of.
	Until time.Time `json:"until"`
	// Open says that the vehicle was still inside.
	Open bool `json:"open,omitempty"`
	// Minutes is how long the stay is, a minute begun counted in full.
	Minutes int `json:"minutes"`
	// Exempt is the reason why nothing is charged.
	Exempt string `json:"exempt,omitempty"`
	// Terms are the prices that were applied.
	Terms Terms `json:"terms"`
	// Spans are the stay, in the order of time: up to Until, or up to SettledAt.
	Spans []Span `json:"spans,omitempty"`
	// SettledAt is the payment after which nothing was owed, and after which the vehicle left within the
	// time to leave; what came after it is not charged.
	SettledAt time.Time `json:"settledAt,omitzero"`
	// Amount is what the stay costs.
	Amount money.Amount `json:"amount"`
	// Paid is what was paid.
	Paid money.Amount `json:"paid"`
	// Due is what is still to be paid, never negative.
	Due money.Amount `json:"due"`
	// Excess is what was paid too much.
	Excess money.Amount `json:"excess"`
}

// Terms are the prices that a fee was computed by.
type Terms struct {
	// Free is the free time.
	Free *Free `json:"free,omitempty"`
	// Rates are the prices; parts name them by index.
	Rates []Rate `json:"rates,omitempty"`
	// Cap is the most for each span.
	Cap *Cap `json:"cap,omitempty"`
	// Factor multiplies the sum of the spans; 1 for ordinary vehicles.
	Factor money.Rate `json:"factor"`
	// Rounding is how the product is rounded.
	Rounding money.Rounding `json:"rounding,omitzero"`
	// GraceMinutes is the time to leave after paying.
	GraceMinutes int `json:"graceMinutes,omitempty"`
	// Source is the document that sets the prices.
	Source string `json:"source,omitempty"`
}

// Span is the time that one cap counts for: 24 hours from entry, a calendar day, or the whole stay.
type Span struct {
	// Parts are its parts in the order of time.
	Parts []Part `json:"parts"`
	// Before is the sum of the parts.
	Before money.Amount `json:"before"`
	// Amount is what is charged of it: at most the cap.
	Amount money.Amount `json:"amount"`
}

// Part is a stretch of a stay that counts its blocks from its start.
type Part struct {
	// From is when the part begins, To when it ends, on the wall clock of the tariff's zone.
	From time.Time `json:"from"`
	To   time.Time `json:"to"`
	// Rate is the index of its price in the terms.
	Rate int `json:"rate"`
	// Minutes is how many minutes of the stay begin in it: Free + Passed + Charged.
	Minutes int `json:"minutes"`
	// Free is how many of them are free.
	Free int `json:"free,omitempty"`
	// Passed is how many of them lie inside a pass.
	Passed int `json:"passed,omitempty"`
	// Charged is how many are charged.
	Charged int `json:"charged"`
	// Carried is what the same coming of the window cost in the parts before, where a cap cut it.
	Carried money.Amount `json:"carried,omitzero"`
	// Before is what the charged minutes cost.
	Before money.Amount `json:"before"`
	// Amount is Before under the cap of the window.
	Amount money.Amount `json:"amount"`
}

// ledger writes parts into a fee.
type ledger struct {
	fee   *Fee
	money money.Amount // any amount of the tariff's currency
	until time.Time    // the end of what is charged
	limit int64        // the cap of a span
}

func (k *ledger) add(c cut, free, passed int, carried, before, amount int64) {
	f := k.fee
	if c.span {
		f.Spans = append(f.Spans, Span{})
	}
	p := Part{
		From: f.EnteredAt.Add(time.Duration(c.lo) * time.Minute), To: f.EnteredAt.Add(time.Duration(c.hi) * time.Minute),
		Rate: c.rate, Minutes: c.hi - c.lo, Free: free, Passed: passed, Charged: c.hi - c.lo - free - passed,
		Before: k.money.With(before), Amount: k.money.With(amount),
	}
	if carried != 0 {
		p.Carried = k.money.With(carried)
	}
	if p.To.After(k.until) {
		p.To = k.until
	}
	s := &f.Spans[len(f.Spans)-1]
	s.Parts = append(s.Parts, p)
	s.Before = k.money.With(s.Before.Minor() + amount)
	s.Amount = k.money.With(min(s.Before.Minor(), k.limit))
}

// fee writes down what a priced stay comes to.
func (p *Pricer) fee(v *visit, s *ShortStay, done outcome) Fee {
	zero := money.New(0, p.currency)
	f := Fee{
		Tariff: p.tariff, Card: s.Card, Plate: s.Plate, Class: s.Class,
		EnteredAt: s.EnteredAt.Round(0).In(p.zone), Until: s.ExitedAt.Round(0).In(p.zone), Minutes: done.minutes,
		Exempt: v.sheet.exempt, Terms: v.sheet.terms.clone(), Amount: zero.With(done.amount), Paid: zero.With(done.paid),
		Due: zero.With(max(0, done.amount-done.paid)), Excess: zero.With(max(0, done.paid-done.amount)),
	}
	until := f.Until
	if done.settled >= 0 {
		until = f.EnteredAt.Add(done.settled)
		f.SettledAt = until
	}
	if f.Exempt == "" {
		v.sum(done.charged, &ledger{fee: &f, money: zero, until: until, limit: v.sheet.cap})
	}
	return f
}

// clone returns a copy that shares nothing.
func (t Terms) clone() Terms {
	t.Free, t.Rates, t.Cap = copied(t.Free), cloned(t.Rates), copied(t.Cap)
	return t
}
