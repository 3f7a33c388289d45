package billing

import (
	"slices"

	"github.com/wuyekit/wuye/property/invalid"
)

// TariffState says how far a tariff is on its way into force; zero is unset. Only a
// tariff in force bills.
//
// Source: rule BILL-04.
type TariffState uint8

// States of a tariff.
const (
	Draft     TariffState = iota + 1 // 草拟
	Submitted                        // 已报批
	Approved                         // 已批准
	InForce                          // 执行
	Withdrawn                        // 停用
)

func tariffStateWords() invalid.Words {
	return invalid.Words{"draft", "submitted", "approved", "inForce", "withdrawn"}
}

// String returns the word of the state.
func (s TariffState) String() string { return tariffStateWords().Of("TariffState", uint8(s)) }

// MarshalText returns the word of the state.
func (s TariffState) MarshalText() ([]byte, error) {
	return tariffStateWords().Marshal(uint8(s))
}

// UnmarshalText reads the word of a state.
func (s *TariffState) UnmarshalText(text []byte) error {
	return tariffStateWords().Unmarshal(text, (*uint8)(s))
}

// Next returns the states a tariff may go to from this one. One with an approver takes
// every step; one without may come into force from the draft.
func (s TariffState) Next(hasApprover bool) []TariffState {
	switch {
	case s == Draft && !hasApprover:
		return []TariffState{Submitted, InForce, Withdrawn}
	case s == Draft:
		return []TariffState{Submitted, Withdrawn}
	case s == Submitted:
		return []TariffState{Draft, Approved, Withdrawn}
	case s == Approved:
		return []TariffState{InForce, Withdrawn}
	case s == InForce:
		return []TariffState{Withdrawn}
	default:
		return nil
	}
}

// Become returns the tariff in its next state.
//
// Errors: [ErrTransition] where the tariff cannot go there from its state, and
// [invalid.ErrRequired] where it has an approver and is to be approved or come into force
// without the day of the approval.
func (t Tariff) Become(next TariffState) (Tariff, error) {
	if !slices.Contains(t.State.Next(t.Approver != ""), next) {
		return t, invalid.Value(ErrTransition, t.Code, t.State.String(), next.String())
	}
	out := t
	out.State = next
	var l invalid.List
	out.checkApproval(&l)
	if err := l.Err("tariff " + t.Code); err != nil {
		return t, err
	}
	return out, nil
}

// checkApproval reports an approval that has no day.
func (t Tariff) checkApproval(l *invalid.List) {
	needed := t.State == Approved || t.State == InForce
	if needed && t.Approver != "" && t.ApprovedOn.IsZero() {
		l.At("approvedOn").Add(invalid.ErrRequired, "approvedOn")
	}
}

// ChargeClass is how far a price covers the service; zero is unset.
//
// Source: rule BILL-07: communities of low income begin with free or low-charge service and
// go on to the standard charge.
type ChargeClass uint8

// Classes of charge, in rising order.
const (
	FreeCharge     ChargeClass = iota + 1 // 无偿
	LowCharge                             // 低偿
	StandardCharge                        // 正常收费
)

func chargeClassWords() invalid.Words { return invalid.Words{"free", "low", "standard"} }

// String returns the word of the class.
func (c ChargeClass) String() string { return chargeClassWords().Of("ChargeClass", uint8(c)) }

// MarshalText returns the word of the class.
func (c ChargeClass) MarshalText() ([]byte, error) { return chargeClassWords().Marshal(uint8(c)) }

// UnmarshalText reads the word of a class.
func (c *ChargeClass) UnmarshalText(text []byte) error {
	return chargeClassWords().Unmarshal(text, (*uint8)(c))
}
