package stock

import (
	"cmp"
	"slices"

	"github.com/wuyekit/wuye/property/civil"
	"github.com/wuyekit/wuye/property/invalid"
	"github.com/wuyekit/wuye/property/measure"
)

// Held is what a person or a work order has and is to give back (在借).
type Held struct {
	// Seq is the number of the issue, Since its day.
	Seq   int64      `json:"seq"`
	Since civil.Date `json:"since"`
	// Item is its code, Quantity how much was not given back yet.
	Item     string           `json:"item"`
	Quantity measure.Quantity `json:"quantity"`
	// Person and Ref are who has it and for what.
	Person string `json:"person,omitempty"`
	Ref    string `json:"ref,omitempty"`
}

// Held returns what was issued of returnable items, and is neither returned nor undone; the longest out first.
func (l *Ledger) Held() []Held {
	var out []Held
	for _, i := range l.order {
		m, a := &l.moves[i], &l.acts[i]
		if m.Kind != Issued || a.reversed || !l.store.items[a.item].Returnable {
			continue
		}
		if n := l.out(a); n > 0 {
			out = append(out, Held{m.Seq, m.On, m.Item, l.store.quantity(a.item, n), m.Person, m.Ref})
		}
	}
	slices.SortStableFunc(out, func(a, b Held) int { return cmp.Compare(a.Since, b.Since) })
	return out
}

// out returns how much of an issue was not given back.
func (l *Ledger) out(a *act) int64 {
	n := int64(0)
	for _, e := range l.effects[a.first:a.end] {
		n += -e.n - e.given
	}
	return n
}

// Use is how much of an item something took (耗用). It is a document.
type Use struct {
	// Item is its code.
	Item string `json:"item"`
	// Ref is what it was for, a work order; Person who took it, where nothing is said about what for.
	Ref    string `json:"ref,omitempty"`
	Person string `json:"person,omitempty"`
	// Quantity is how much was issued and not given back; never zero.
	Quantity measure.Quantity `json:"quantity"`
}

// Used returns what was issued from a day to the ledger's day, both included, less what came back of it until then: by item
// in the order of the catalogue, then by reference and person. What was undone is not used.
//
// Errors: [invalid.ErrRequired] if the day is unset.
//
// Source: rules MAINT-58, the parts that a work order used, and BILL-43, the parts of a season.
func (l *Ledger) Used(from civil.Date) ([]Use, error) {
	if from.IsZero() {
		return nil, invalid.Value(invalid.ErrRequired, "from")
	}
	type key struct {
		item        int32
		ref, person string
	}
	sums := map[key]int64{}
	for _, i := range l.order {
		m, a := &l.moves[i], &l.acts[i]
		if m.Kind != Issued || a.reversed || m.On < from {
			continue
		}
		k := key{a.item, m.Ref, ""}
		if m.Ref == "" {
			k.person = m.Person
		}
		if n := l.out(a); n > 0 {
			sums[k] += n
		}
	}
	out := make([]Use, 0, len(sums))
	for k, n := range sums {
		out = append(out, Use{l.store.items[k.item].Code, k.ref, k.person, l.store.quantity(k.item, n)})
	}
	slices.SortFunc(out, func(a, b Use) int {
		return cmp.Or(cmp.Compare(l.store.index[a.Item], l.store.index[b.Item]), cmp.Compare(a.Ref, b.Ref), cmp.Compare(a.Person, b.Person))
	})
	return out, nil
}
