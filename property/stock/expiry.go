package stock

import (
	"cmp"
	"slices"

	"github.com/wuyekit/wuye/property/civil"
	"github.com/wuyekit/wuye/property/invalid"
	"github.com/wuyekit/wuye/property/measure"
)

// Expiry is stock that is out of date or soon will be (临期与过期). It is a document.
type Expiry struct {
	// Item is its code, Place where it is, Lot the batch if it has a number.
	Item  string `json:"item"`
	Place string `json:"place"`
	Lot   string `json:"lot,omitempty"`
	// Expires is the last day on which it may be used.
	Expires civil.Date `json:"expires"`
	// Quantity is how much of it there is.
	Quantity measure.Quantity `json:"quantity"`
	// AsOf is the day that is asked about, Days how many days from it to the last one: 0 on that day, below 0 after it.
	AsOf civil.Date `json:"asOf"`
	Days int        `json:"days"`
	// Expired says that it may not be used any more.
	Expired bool `json:"expired,omitempty"`
}

// Expiring returns the stock that is out of date or will be in use for the last time within a length of time from the day,
// the end included; an unset length means today. What expires first comes first.
//
// Errors: [ErrSpan] for a length that has working days or hours, or is beyond 100 years.
func (l *Ledger) Expiring(within civil.Span) ([]Expiry, error) {
	until := l.asOf
	if !within.IsZero() {
		if !isCivil(within) {
			return nil, invalid.Value(ErrSpan, within.String())
		}
		until, _ = within.AddTo(until)
	}
	var out []Expiry
	for c := range l.layers {
		for _, layer := range l.layers[c] {
			if e := l.lots.all[layer.lot].expires; !e.IsZero() && e <= until {
				out = append(out, l.expiry(int32(c), layer))
			}
		}
	}
	slices.SortStableFunc(out, func(a, b Expiry) int { return cmp.Compare(a.Expires, b.Expires) })
	return out, nil
}

// Expired returns the stock that may not be used any more and waits to be scrapped.
func (l *Ledger) Expired() []Expiry {
	var out []Expiry
	for c := range l.layers {
		for _, layer := range l.layers[c] {
			if !l.lots.all[layer.lot].inDate(l.asOf) {
				out = append(out, l.expiry(int32(c), layer))
			}
		}
	}
	slices.SortStableFunc(out, func(a, b Expiry) int { return cmp.Compare(a.Expires, b.Expires) })
	return out
}

func (l *Ledger) expiry(c int32, layer layer) Expiry {
	b := l.balance(c, layer)
	return Expiry{
		Item: b.Item, Place: b.Place, Lot: b.Lot, Expires: b.Expires, Quantity: b.Quantity, AsOf: l.asOf,
		Days: b.Expires.DaysSince(l.asOf), Expired: l.asOf > b.Expires,
	}
}
