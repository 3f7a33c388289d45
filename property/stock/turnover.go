package stock

import (
	"github.com/wuyekit/wuye/property/civil"
	"github.com/wuyekit/wuye/property/invalid"
	"github.com/wuyekit/wuye/property/measure"
)

// Difference is what a count found against the books (盘点差异). It is a document; [Difference.Why] derives it.
type Difference struct {
	// Seq is the number of the count, On its day.
	Seq int64      `json:"seq"`
	On  civil.Date `json:"on"`
	// Item, Place, Lot and Expires say what was counted: one lot, those of one date, or all lots together.
	Item    string     `json:"item"`
	Place   string     `json:"place"`
	Lot     string     `json:"lot,omitempty"`
	Expires civil.Date `json:"expires,omitzero"`
	// Booked is what should have been there (账面), with all that is known now; Found what was (实盘).
	Booked measure.Quantity `json:"booked"`
	Found  measure.Quantity `json:"found"`
	// Difference is found less booked: below zero is a loss (盘亏), above a surplus (盘盈).
	Difference measure.Quantity `json:"difference"`
	// Reason is what the count says about it.
	Reason string `json:"reason,omitempty"`
	// Reversed says that the count was undone.
	Reversed bool `json:"reversed,omitempty"`
}

type difference struct {
	move   int32
	booked int64
}

// Differences returns what each count up to the day found, in the order in which they count; those that agree as well.
func (l *Ledger) Differences() []Difference {
	out := make([]Difference, 0, len(l.differences))
	for _, d := range l.differences {
		m, a := &l.moves[d.move], &l.acts[d.move]
		out = append(out, Difference{
			Seq: m.Seq, On: m.On, Item: m.Item, Place: l.store.kept(l.store.cells[a.cell]).Place, Lot: m.Lot, Expires: m.Expires,
			Booked: l.store.quantity(a.item, d.booked), Found: m.Quantity,
			Difference: l.store.quantity(a.item, m.Quantity.Units()-d.booked), Reason: m.Reason, Reversed: a.reversed,
		})
	}
	return out
}

// Turnover is what came and went of an item at a place over some days (收发存). It is a document; [Turnover.Why] shows that
// it adds up: bought less used less stock is the variance.
type Turnover struct {
	// Item is its code, Place where it is kept.
	Item  string `json:"item"`
	Place string `json:"place"`
	// Period are the days.
	Period civil.Period `json:"period"`
	// Opening is the stock before the first day (期初), Closing that at the end of the last (期末).
	Opening measure.Quantity `json:"opening"`
	Closing measure.Quantity `json:"closing"`
	// Received came in, Returned came back, In came from another place; each net of what was undone in the period, so that
	// it is below zero where more was undone than done.
	Received measure.Quantity `json:"received"`
	Returned measure.Quantity `json:"returned"`
	In       measure.Quantity `json:"in"`
	// Issued, Scrapped and Out went: used, destroyed, to another place; net as well, and above zero for what left.
	Issued   measure.Quantity `json:"issued"`
	Scrapped measure.Quantity `json:"scrapped"`
	Out      measure.Quantity `json:"out"`
	// Variance is what counts found (差异): above zero too much, below zero too little.
	Variance measure.Quantity `json:"variance"`
}

// sums are the columns of a turnover, signed as they change the stock.
type sums struct{ opening, received, returned, in, issued, scrapped, out, variance int64 }

// Turnover returns what came and went from a day to the ledger's day, both included: every item at every place, in the
// order of the catalogue.
//
// Errors: [civil.ErrPeriodReversed] if the day is after the ledger's, [invalid.ErrRequired] if it is unset.
//
// Source: rule BILL-41, purchase, stock and use with the variance.
func (l *Ledger) Turnover(from civil.Date) ([]Turnover, error) {
	if from.IsZero() {
		return nil, invalid.Value(invalid.ErrRequired, "from")
	}
	period, err := civil.NewPeriod(from, l.asOf.AddDays(1))
	if err != nil {
		return nil, err
	}
	all := make([]sums, len(l.store.cells))
	for i := range l.effects {
		e := &l.effects[i]
		all[e.cell].add(l, e, from)
	}
	out := make([]Turnover, len(all))
	for c := range all {
		out[c] = l.turnover(int32(c), &all[c], period)
	}
	return out, nil
}

// add adds a change to the column of its move; one that undoes a move to the column of that.
func (s *sums) add(l *Ledger, e *effect, from civil.Date) {
	i := e.move
	if l.moves[i].On < from {
		s.opening += e.n
		return
	}
	entered := e.n > 0
	if l.moves[i].Kind == Reversed {
		i, entered = l.acts[i].of, !entered
	}
	switch l.moves[i].Kind {
	case Received:
		s.received += e.n
	case Returned:
		s.returned += e.n
	case Issued:
		s.issued += e.n
	case Scrapped:
		s.scrapped += e.n
	case Counted:
		s.variance += e.n
	case Transferred:
		if entered {
			s.in += e.n
		} else {
			s.out += e.n
		}
	case Reversed: // never undone
	}
}

func (l *Ledger) turnover(c int32, s *sums, period civil.Period) Turnover {
	at := l.store.cells[c]
	q := func(n int64) measure.Quantity { return l.store.quantity(at.item, n) }
	closing := s.opening + s.received + s.returned + s.in + s.issued + s.scrapped + s.out + s.variance
	return Turnover{
		Item: l.store.items[at.item].Code, Place: l.store.kept(at).Place, Period: period,
		Opening: q(s.opening), Closing: q(closing), Received: q(s.received), Returned: q(s.returned), In: q(s.in),
		Issued: q(-s.issued), Scrapped: q(-s.scrapped), Out: q(-s.out), Variance: q(s.variance),
	}
}
