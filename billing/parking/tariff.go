package parking

import (
	"github.com/shopspring/decimal"

	"github.com/wuyekit/wuye/property/invalid"
	"github.com/wuyekit/wuye/property/money"
)

// Tariff is what short stays cost (临停收费标准).
//
// Units: every price is in Currency and not finer than its least unit.
// Rounding: the minutes of a stay are counted up; the fee is exact until the factor of a
// class is applied, and is then rounded once.
// Source: DOMAIN-CN 2.5; rules BILL-16 to BILL-18.
type Tariff struct {
	// Code identifies the tariff.
	Code string `json:"code"`
	// Name is shown to people.
	Name string `json:"name,omitempty"`
	// Currency is the currency of every price.
	Currency money.Currency `json:"currency"`
	// Free is the time that costs nothing. Unset: none.
	Free *Free `json:"free,omitempty"`
	// Rates are the prices: one without a window, or several whose windows together cover
	// the day exactly once.
	Rates []Rate `json:"rates"`
	// Cap is the most that is charged for some time. Unset: no cap.
	Cap *Cap `json:"cap,omitempty"`
	// Classes are the vehicles that pay otherwise. A stay without a class pays as above.
	Classes []Class `json:"classes,omitempty"`
	// GraceMinutes is the time to leave after paying, 15 in practice: who paid all that was
	// owed at that moment and leaves within it, owes nothing more. Unset: none.
	GraceMinutes int `json:"graceMinutes,omitempty"`
	// Rounding is how the fee is rounded. Unset: half up to the least unit of the currency.
	Rounding money.Rounding `json:"rounding,omitzero"`
	// Source is the document that sets the prices.
	Source string `json:"source,omitempty"`
}

// Class is a kind of vehicle that pays otherwise (车型): exactly one of exempt, factor and rates
// says how.
type Class struct {
	// Code is what stays name the class by.
	Code string `json:"code"`
	// Name is shown to people.
	Name string `json:"name,omitempty"`
	// Exempt is the reason why the class pays nothing: police, fire, rescue and sanitation
	// vehicles on duty.
	//
	// Source: 上海市住宅物业管理规定 §61; rule BILL-18.
	Exempt string `json:"exempt,omitempty"`
	// Factor multiplies the whole fee, caps included: 2 for large vehicles.
	Factor decimal.Decimal `json:"factor,omitzero"`
	// Rates are prices of the class's own. Neither the tariff's rates nor its cap apply then.
	Rates []Rate `json:"rates,omitempty"`
	// Cap goes with rates of its own.
	Cap *Cap `json:"cap,omitempty"`
}

// Free is the time that costs nothing (免费时长).
type Free struct {
	// Minutes is how long it is, counted among the minutes outside passes.
	Minutes int `json:"minutes"`
	// Kind says what happens when a stay is longer.
	Kind FreeKind `json:"kind"`
	// Renew says whether it comes again. Unset: once a stay.
	Renew Renewal `json:"renew,omitzero"`
}

// FreeKind says what happens when a stay is longer than the free time; zero is unset.
type FreeKind uint8

// Kinds of free time.
const (
	// Deducted is always free: only the minutes after it are charged.
	Deducted FreeKind = iota + 1
	// Threshold is free for those who leave within it: a longer stay is charged from entry.
	Threshold
)

func freeKindWords() invalid.Words { return invalid.Words{"deducted", "threshold"} }

// String returns the word of the kind.
func (k FreeKind) String() string { return freeKindWords().Of("FreeKind", uint8(k)) }

// MarshalText returns the word of the kind.
func (k FreeKind) MarshalText() ([]byte, error) { return freeKindWords().Marshal(uint8(k)) }

// UnmarshalText reads the word of a kind.
func (k *FreeKind) UnmarshalText(text []byte) error {
	return freeKindWords().Unmarshal(text, (*uint8)(k))
}

// Renewal says whether free time comes again; zero means once a stay.
type Renewal uint8

// Renewals of free time.
const (
	// Once is once a stay.
	Once Renewal = iota + 1
	// Daily is anew every 24 hours from entry; each 24 hours is judged for itself.
	Daily
)

func renewalWords() invalid.Words { return invalid.Words{"once", "daily"} }

// String returns the word of the renewal.
func (r Renewal) String() string { return renewalWords().Of("Renewal", uint8(r)) }

// MarshalText returns the word of the renewal.
func (r Renewal) MarshalText() ([]byte, error) { return renewalWords().Marshal(uint8(r)) }

// UnmarshalText reads the word of a renewal.
func (r *Renewal) UnmarshalText(text []byte) error {
	return renewalWords().Unmarshal(text, (*uint8)(r))
}
