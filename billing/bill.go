package billing

import (
	"strings"

	"github.com/wuyekit/wuye/property"
	"github.com/wuyekit/wuye/property/civil"
	"github.com/wuyekit/wuye/property/invalid"
	"github.com/wuyekit/wuye/property/measure"
	"github.com/wuyekit/wuye/property/money"
)

// Bill is what one payer owes for one unit and one run (账单). A unit whose payer changes
// has a bill for each.
type Bill struct {
	// Unit is the unit's code.
	Unit string `json:"unit"`
	// Period is the time the run bills, half-open.
	Period civil.Period `json:"period"`
	// Payer is the payer's key: a party's code, or those of joint holders, "A+B".
	Payer string `json:"payer,omitempty"`
	// Payers are the parties who pay, with their shares.
	Payers []property.Holder `json:"payers,omitempty"`
	// Liable are the codes of everyone who answers for the bill: the payers, and the
	// owner behind a tenant (连带责任).
	Liable []string `json:"liable,omitempty"`
	// Lines are the lines by tariff and start.
	Lines []Line `json:"lines,omitempty"`
	// Total is what is to be paid: Net plus Tax.
	Total money.Amount `json:"total,omitzero"`
	// Net is the sum of the lines before tax.
	Net money.Amount `json:"net,omitzero"`
	// Tax is the sum of the lines' tax.
	Tax money.Amount `json:"tax,omitzero"`
	// Held says why the unit is not billed; such a bill has no lines and no total.
	Held []*invalid.FieldError `json:"held,omitempty"`
}

// IsHeld reports whether the unit is held back for its problems.
func (b Bill) IsHeld() bool { return len(b.Held) > 0 }

// ID returns the bill's readable key: unit/payer/start.
func (b Bill) ID() string {
	return key(b.Unit, b.Payer, b.Period.Start.String())
}

// Line is a stretch of days of one charge in which nothing the charge depends on changes.
type Line struct {
	// Tariff is the tariff's code.
	Tariff string `json:"tariff"`
	// Unit is the unit's code.
	Unit string `json:"unit"`
	// Payer is the payer's key, as in the bill.
	Payer string `json:"payer"`
	// Period is the stretch, half-open, inside one calendar month.
	Period civil.Period `json:"period"`
	// Facts are what the amount was computed from.
	Facts LineFacts `json:"facts"`
	// Rounding is how the charge was rounded.
	Rounding LineRounding `json:"rounding"`
	// Amount is the line's part of the rounded charge: with the tax if the price contains
	// it, else before tax.
	Amount money.Amount `json:"amount"`
	// TaxMode is how the tax stands in Amount; unset: there is none.
	TaxMode TaxMode `json:"taxMode,omitzero"`
	// TaxRate is the rate of the tax.
	TaxRate money.Rate `json:"taxRate,omitzero"`
	// Net is the amount before tax.
	Net money.Amount `json:"net"`
	// Tax is the tax.
	Tax money.Amount `json:"tax"`
}

// LineFacts are what a line was computed from; exactly one is set.
type LineFacts struct {
	Product Product `json:"product,omitzero"`
}

// Kind returns the JSON name of the facts that are set.
func (f LineFacts) Kind() string { var l invalid.List; return invalid.OneOf(&l, f) }

// Product is quantity × price × days ÷ of × factor.
type Product struct {
	// Quantity is the area or the number of things charged for.
	Quantity measure.Quantity `json:"quantity"`
	// Price is the price per unit of the quantity and month.
	Price money.Price `json:"price"`
	// Days are the days of the line.
	Days uint16 `json:"days"`
	// Of are the days of the whole month.
	Of uint16 `json:"of"`
	// Factor is what remains after reliefs, 1 for all.
	Factor money.Rate `json:"factor"`
	// Source is the document the price stands in, as the tariff names it.
	Source string `json:"source,omitempty"`
	// Before is the exact sum of quantity × price × days × factor over the charge's earlier
	// lines.
	Before Exact `json:"before,omitzero"`
}

// IsZero reports whether the facts are unset; a product always has the days of its month.
func (p Product) IsZero() bool { return p == Product{} }

// TaxMode is how tax stands in a line's amount; zero: no tax.
type TaxMode uint8

// Tax modes.
const (
	TaxInclusive TaxMode = iota + 1 // 含税
	TaxExclusive                    // 不含税
)

func taxModeWords() invalid.Words { return invalid.Words{"inclusive", "exclusive"} }

// String returns the word of the mode.
func (m TaxMode) String() string { return taxModeWords().Of("TaxMode", uint8(m)) }

// MarshalText returns the word of the mode.
func (m TaxMode) MarshalText() ([]byte, error) { return taxModeWords().Marshal(uint8(m)) }

// UnmarshalText reads the word of a mode.
func (m *TaxMode) UnmarshalText(text []byte) error {
	return taxModeWords().Unmarshal(text, (*uint8)(m))
}

// ID returns the line's readable key: tariff/unit/payer/start. It names the line for good;
// a slash or percent sign inside a code is written %2F or %25.
func (l Line) ID() string {
	return key(l.Tariff, l.Unit, l.Payer, l.Period.Start.String())
}

// ChargeID returns the key of the charge the line is a part of: tariff/unit/month.
func (l Line) ChargeID() string {
	month := l.Period.Start.String()
	return key(l.Tariff, l.Unit, month[:min(len(month), len("2006-01"))])
}

func key(parts ...string) string {
	for i, p := range parts {
		if strings.ContainsAny(p, "/%") {
			parts[i] = strings.ReplaceAll(strings.ReplaceAll(p, "%", "%25"), "/", "%2F")
		}
	}
	return strings.Join(parts, "/")
}
