package parking

import (
	"strconv"
	"time"

	"github.com/wuyekit/wuye/property/invalid"
	"github.com/wuyekit/wuye/property/money"
)

// MaxDays is the longest stay that is priced, in days of 24 hours: ten years.
const MaxDays = 3660

// maxPasses is how many passes of one vehicle a stay may have.
const maxPasses = 100

// ShortStay is a vehicle's time inside (临停), from the timing card handed out at entry.
//
// Source: rules BILL-16 and BILL-17.
type ShortStay struct {
	// Card is the number of the timing card (记时卡) or session.
	Card string `json:"card,omitempty"`
	// Plate is the vehicle's number plate; passes are found by it.
	Plate string `json:"plate,omitempty"`
	// Class is the class of vehicle, by the tariff's code. Unset: the ordinary price.
	Class string `json:"class,omitempty"`
	// EnteredAt is the instant of entry.
	EnteredAt time.Time `json:"enteredAt"`
	// ExitedAt is the instant of exit; unset while the vehicle is inside.
	ExitedAt time.Time `json:"exitedAt,omitzero"`
	// Payments are what was paid for the stay, in the order of time.
	Payments []Payment `json:"payments,omitempty"`
}

// Payment is money paid during a stay, at the machine or at the barrier.
type Payment struct {
	// At is the instant, not before the entry and not after the exit.
	At time.Time `json:"at"`
	// Amount is what was paid, more than 0.
	Amount money.Amount `json:"amount"`
}

// Check reports every problem that the stay has by itself, whatever the tariff.
func (s ShortStay) Check(l *invalid.List) {
	if !usable(s.EnteredAt) {
		l.At("enteredAt").Add(ErrInstant)
		return
	}
	switch {
	case s.ExitedAt.IsZero():
	case !usable(s.ExitedAt):
		l.At("exitedAt").Add(ErrInstant)
	case s.ExitedAt.Before(s.EnteredAt):
		l.At("exitedAt").Add(ErrExitFirst, shown(s.ExitedAt), shown(s.EnteredAt))
	case seconds(s.EnteredAt, s.ExitedAt) > MaxDays*secondsPerDay:
		l.At("exitedAt").Add(ErrTooLong, strconv.Itoa(MaxDays))
	}
	for i := range s.Payments {
		s.checkPayment(l, i)
	}
}

func (s ShortStay) checkPayment(l *invalid.List, i int) {
	p := s.Payments[i]
	if p.Amount.Sign() <= 0 {
		l.At("payments", i, "amount").Add(ErrPaidNothing, p.Amount.String())
	}
	switch {
	case !usable(p.At):
		l.At("payments", i, "at").Add(ErrInstant)
	case p.At.Before(s.EnteredAt), !s.ExitedAt.IsZero() && p.At.After(s.ExitedAt):
		l.At("payments", i, "at").Add(ErrPaidOutside, shown(p.At))
	case i > 0 && p.At.Before(s.Payments[i-1].At):
		l.At("payments", i, "at").Add(ErrPaidOrder, shown(p.At), shown(s.Payments[i-1].At))
	}
}

// usable reports whether an instant is set, and in the years that documents write.
func usable(t time.Time) bool {
	return !t.IsZero() && t.UTC().Year() >= 1 && t.UTC().Year() <= 9999
}

// shown writes an instant as its own zone shows it.
func shown(t time.Time) string { return t.Format(time.RFC3339) }

// seconds returns the whole seconds between two usable instants.
func seconds(from, to time.Time) int64 { return to.Unix() - from.Unix() }

// minutesBetween returns the minutes between two usable instants, one begun counted in full.
func minutesBetween(from, to time.Time) int {
	s, n := seconds(from, to), to.Nanosecond()-from.Nanosecond()
	if n > 0 {
		s++
	}
	return int((s + 59) / 60)
}
