package stock

import (
	"cmp"
	"slices"

	"github.com/wuyekit/wuye/property/civil"
	"github.com/wuyekit/wuye/property/invalid"
	"github.com/wuyekit/wuye/property/measure"
)

// missingRest is what [Part.Missing] says of a position at which there was more before.
const missingRest = "rest"

// Reading is what the meter at a position shows on a day (运行小时读数): running hours, starts. It is a document.
type Reading struct {
	// Position is where the meter counts, as moves name it.
	Position string `json:"position"`
	// On is the day.
	On civil.Date `json:"on"`
	// Value is what it shows, "8120 h"; it never falls.
	Value measure.Quantity `json:"value"`
}

// Check reports every problem of the reading.
func (r Reading) Check(l *invalid.List) {
	if r.Position == "" {
		l.At("position").Add(invalid.ErrRequired, "position")
	}
	if r.On.IsZero() {
		l.At("on").Add(invalid.ErrRequired, "on")
	}
	if isUnset(r.Value) {
		l.At("value").Add(invalid.ErrRequired, "value")
	}
	if r.Value.Sign() < 0 {
		l.At("value").Add(ErrNegative, r.Value.String())
	}
}

// WearState says whether a fitted part has served its time (更换状态). Its zero is WearUnknown.
type WearState uint8

const (
	// WearUnknown means that its use is not known, and its time not over; the part names what is missing.
	WearUnknown WearState = iota
	// Serving means that neither its time nor its use is over.
	Serving
	// Due means that it is to be replaced (到期更换): its time or its use is over, whichever came first.
	Due
)

func wearWords() invalid.States {
	return invalid.States{"unknown", "serving", "due"}
}

// String returns the word, or "WearState(9)" for a number that is none.
func (s WearState) String() string { return wearWords().Of("WearState", uint8(s)) }

// MarshalText returns the word. Errors: [invalid.ErrWord].
func (s WearState) MarshalText() ([]byte, error) { return wearWords().Marshal(uint8(s)) }

// UnmarshalText reads a word. Errors: [invalid.ErrWord].
func (s *WearState) UnmarshalText(text []byte) error { return wearWords().Unmarshal(text, (*uint8)(s)) }

// Part is a wear part in service (在用易损件). It is a document; [Part.Why] derives its state from what it holds.
type Part struct {
	// Item is its code, Position where it is fitted.
	Item     string `json:"item"`
	Position string `json:"position"`
	// Seq is the number of the issue, Fitted its day, Quantity how much was fitted and not given back.
	Seq      int64            `json:"seq"`
	Fitted   civil.Date       `json:"fitted"`
	Quantity measure.Quantity `json:"quantity"`
	// AsOf is the day that is asked about.
	AsOf civil.Date `json:"asOf"`
	// State is whether it is to be replaced.
	State WearState `json:"state"`
	// Missing names the reading that is missing or wrong where its use is not known: "fitted", "now", "unit" or "fell";
	// or "rest": there was more at the position before it was fitted, and nobody said what became of the rest.
	Missing string `json:"missing,omitempty"`
	// Due is the day from which it is to be replaced, where its time is limited.
	Due civil.Date `json:"due,omitzero"`
	// Life is how long it serves.
	Life civil.Span `json:"life,omitzero"`
	// From and To are the readings when it was fitted and now, Use what is between, LifeUse what it stands.
	From    measure.Quantity `json:"from,omitzero"`
	To      measure.Quantity `json:"to,omitzero"`
	Use     measure.Quantity `json:"use,omitzero"`
	LifeUse measure.Quantity `json:"lifeUse,omitzero"`
	// Read is the day of the reading now: the use is that up to it.
	Read civil.Date `json:"read,omitzero"`
}

// Parts returns the wear parts in service on the day, by position and item. Of the issues of an item to a position the last
// day's are in service; the earlier ones were replaced by them. Where these were more, one rope of four, the rest may
// be in service still: the state is unknown, until as many are fitted or each has a position of its own.
//
// The use of a part is the last reading up to the day less the last one up to the day on which it was fitted: rather too
// much than too little. It is unknown without the one, or without any reading since.
//
// Errors: an [*invalid.Error] with every reading that is none.
//
// Source: rules MAINT-57 and MAINT-58, wear parts and the record of their replacement.
func (l *Ledger) Parts(readings []Reading) ([]Part, error) {
	var problems invalid.List
	problems.Enter("readings")
	for i := range readings {
		problems.EnterIndex(i)
		readings[i].Check(&problems)
		problems.Leave()
	}
	if err := problems.Err("readings"); err != nil {
		return nil, err
	}
	byDay := slices.SortedStableFunc(slices.Values(readings), func(a, b Reading) int {
		return cmp.Or(cmp.Compare(a.Position, b.Position), a.On.Compare(b.On), cmp.Compare(a.Value.Units(), b.Value.Units()))
	})
	parts := l.fitted()
	for i := range parts {
		item := &l.store.items[l.store.index[parts[i].Item]]
		parts[i].judge(item, byDay)
	}
	return parts, nil
}

// Worn returns the parts that are to be replaced, and those of which nobody can tell.
//
// Errors: as [Ledger.Parts].
func (l *Ledger) Worn(readings []Reading) ([]Part, error) {
	parts, err := l.Parts(readings)
	if err != nil {
		return nil, err
	}
	return slices.DeleteFunc(parts, func(p Part) bool { return p.State == Serving }), nil
}

// fitted returns what is in service, not judged yet.
func (l *Ledger) fitted() []Part {
	var out []Part
	for _, i := range l.order {
		m, a := &l.moves[i], &l.acts[i]
		if m.Kind != Issued || m.Position == "" || a.reversed || !l.store.items[a.item].wears() {
			continue
		}
		if n := l.out(a); n > 0 {
			out = append(out, Part{
				Item: m.Item, Position: m.Position, Seq: m.Seq, Fitted: m.On, Quantity: l.store.quantity(a.item, n), AsOf: l.asOf,
			})
		}
	}
	slices.SortStableFunc(out, func(a, b Part) int {
		return cmp.Or(cmp.Compare(a.Position, b.Position), cmp.Compare(a.Item, b.Item), b.Fitted.Compare(a.Fitted))
	})
	kept := out[:0]
	for len(out) > 0 {
		now := sameFitting(out)
		earlier := out[len(now):]
		before := sameFitting(earlier)
		if len(before) > 0 && !before[0].isAt(&now[0]) {
			before = nil
		}
		less := total(now) < total(before)
		for i := range now {
			if less {
				now[i].Missing = missingRest
			}
			kept = append(kept, now[i])
		}
		rest := slices.IndexFunc(earlier, func(p Part) bool { return !p.isAt(&kept[len(kept)-1]) })
		if rest < 0 {
			break
		}
		out = earlier[rest:]
	}
	return kept
}

// isAt reports whether two parts are of one item and at one position.
func (p *Part) isAt(other *Part) bool { return p.Position == other.Position && p.Item == other.Item }

// sameFitting returns the parts at the beginning that were fitted together.
func sameFitting(parts []Part) []Part {
	n := slices.IndexFunc(parts, func(p Part) bool { return !p.isAt(&parts[0]) || p.Fitted != parts[0].Fitted })
	if n < 0 {
		return parts
	}
	return parts[:n]
}

func total(parts []Part) (n int64) {
	for i := range parts {
		n += parts[i].Quantity.Units()
	}
	return n
}

// judge says whether the part is to be replaced.
func (p *Part) judge(item *Item, readings []Reading) {
	rest := p.Missing
	p.State, p.Missing, p.Life, p.LifeUse = Serving, "", item.Life, item.LifeUse
	if !isUnset(p.LifeUse) {
		p.measure(readings)
	}
	if due, ok := p.Life.AddTo(p.Fitted); ok && !p.Life.IsZero() {
		p.Due = due
	}
	switch {
	case p.isOld(), p.isUsedUp():
		p.State = Due
	case p.Missing != "":
		p.State = WearUnknown
	case rest != "":
		p.State, p.Missing = WearUnknown, rest
	}
}

// isOld reports whether its time is over.
func (p *Part) isOld() bool { return !p.Due.IsZero() && p.Due <= p.AsOf }

// isUsedUp reports whether its use is known and over.
func (p *Part) isUsedUp() bool {
	return !isUnset(p.LifeUse) && p.Missing == "" && p.Use.Units() >= p.LifeUse.Units()
}

// measure works out the use of the part, or says what is missing.
func (p *Part) measure(readings []Reading) {
	after := func(day civil.Date) int { // the first reading of the position after a day
		i, _ := slices.BinarySearchFunc(readings, day, func(r Reading, day civil.Date) int {
			if c := cmp.Compare(r.Position, p.Position); c != 0 {
				return c
			}
			if r.On <= day {
				return -1
			}
			return 1
		})
		return i
	}
	from, to := after(p.Fitted)-1, after(p.AsOf)-1
	switch {
	case from < 0 || readings[from].Position != p.Position:
		p.Missing = "fitted"
		return
	case to == from && p.AsOf > p.Fitted:
		p.Missing = "now"
		return
	}
	p.From, p.To, p.Read = readings[from].Value, readings[to].Value, readings[to].On
	for i := from; i <= to; i++ {
		if readings[i].Value.Unit() != p.LifeUse.Unit() {
			p.Missing = "unit"
			return
		}
		if i > from && readings[i].Value.Units() < readings[i-1].Value.Units() {
			p.Missing = "fell"
			return
		}
	}
	p.Use = measure.NewQuantity(p.To.Units()-p.From.Units(), p.LifeUse.Unit())
}
