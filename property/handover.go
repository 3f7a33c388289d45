package property

import (
	"github.com/wuyekit/wuye/property/civil"
	"github.com/wuyekit/wuye/property/invalid"
)

// Handover is how far the handover of a unit is.
type Handover uint8

// States of handover.
const (
	Unsold    Handover = iota + 1 // 未售
	Unclaimed                     // 已售未交付
	Claimed                       // 已交付
)

func handoverWords() invalid.Words { return invalid.Words{"unsold", "unclaimed", "claimed"} }

// String returns the word of the state.
func (h Handover) String() string { return handoverWords().Of("Handover", uint8(h)) }

// MarshalText returns the word of the state.
func (h Handover) MarshalText() ([]byte, error) { return handoverWords().Marshal(uint8(h)) }

// UnmarshalText reads the word of a state.
func (h *Handover) UnmarshalText(text []byte) error {
	return handoverWords().Unmarshal(text, (*uint8)(h))
}

// Handover returns the state of the unit's handover on the day.
func (r *Register) Handover(u Ref, on civil.Date) Handover {
	d := day(on)
	sold, delivered := get(r.units.sold, int32(u), 0), get(r.units.delivered, int32(u), 0)
	switch {
	case delivered != 0 && delivered <= d:
		return Claimed
	case sold != 0 && sold <= d:
		return Unclaimed
	default:
		return Unsold
	}
}

// DeliveredOn returns the day of the unit's handover or deemed delivery (交付日), zero if none
// is recorded. It does not allocate.
func (r *Register) DeliveredOn(u Ref) civil.Date {
	return date(get(r.units.delivered, int32(u), 0))
}

// HandoverRate returns claimed ÷ sold units of the scope on the day.
//
// Source: rule PROP-47.
func (r *Register) HandoverRate(s Scope, on civil.Date) Ratio {
	var out Ratio
	for u := range r.In(s) {
		switch r.Handover(u, on) {
		case Claimed:
			out.Part++
			out.Of++
		case Unclaimed:
			out.Of++
		case Unsold:
		}
	}
	return out
}
