package billing

import (
	"cmp"
	"strconv"
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
	// Liable are the codes of everyone who answers for a line of the bill: the payers, and the
	// owner behind a tenant (连带责任). For a price that a tenancy agreed, its holders answer alone.
	Liable []string `json:"liable,omitempty"`
	// Lines are the lines by tariff and start.
	Lines []Line `json:"lines,omitempty"`
	// Correction is the number of the correction the bill is, 0 for the bill first issued.
	Correction uint16 `json:"correction,omitzero"`
	// Total is what is to be paid, or paid back if negative: Net plus Tax.
	Total money.Amount `json:"total,omitzero"`
	// Net is the sum of the lines before tax.
	Net money.Amount `json:"net,omitzero"`
	// Tax is the sum of the lines' tax.
	Tax money.Amount `json:"tax,omitzero"`
	// HeldCosts are the codes of shared costs that the run holds and the bill therefore does not
	// charge; see [Run.Statements].
	HeldCosts []string `json:"heldCosts,omitempty"`
	// Held says why the unit is not billed; such a bill has no lines and no total.
	Held []*invalid.FieldError `json:"held,omitempty"`
}

// IsHeld reports whether the unit is held back for its problems.
func (b Bill) IsHeld() bool { return len(b.Held) > 0 }

// ID returns the bill's readable key: unit/payer/start, and the number of a correction after that.
func (b Bill) ID() string {
	if b.Correction > 0 {
		return key(b.Unit, b.Payer, b.Period.Start.String(), strconv.Itoa(int(b.Correction)))
	}
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
	// Period is the stretch, half-open, inside one charge month or season; the day of a claim; the bill's
	// time for the rounding of its total.
	Period civil.Period `json:"period"`
	// Facts are what the amount was computed from.
	Facts LineFacts `json:"facts"`
	// Rounding is how the charge was rounded.
	Rounding LineRounding `json:"rounding"`
	// TaxMode is how the tax stands in Amount; unset: there is none.
	TaxMode TaxMode `json:"taxMode,omitzero"`
	// Proration is the method that the part of the month follows; unset: its days.
	Proration ProrationMethod `json:"proration,omitzero"`
	// Anchor is the day on which the tariff's months begin, 0 for the first.
	Anchor uint8 `json:"anchor,omitzero"`
	// Every and Timing are the tariff's cycle; unset: a calendar month billed in its own run.
	Every  CycleLength   `json:"every,omitzero"`
	Timing PaymentTiming `json:"timing,omitzero"`
	// Season is the season that the charge is for, first and last day; unset: it is for a month.
	Season civil.Season `json:"season,omitzero"`
	// Revision is 0 as first issued, n from 2 on when charged for the n-th time, and −n when
	// its n-th issue is taken back, with every amount negated (红字). See [Diff].
	Revision int16 `json:"revision,omitzero"`
	// TaxRate is the rate of the tax.
	TaxRate money.Rate `json:"taxRate,omitzero"`
	// Amount is the line's part of the rounded charge: with the tax if the price contains
	// it, else before tax.
	Amount money.Amount `json:"amount"`
	// Net is the amount before tax.
	Net money.Amount `json:"net"`
	// Tax is the tax.
	Tax money.Amount `json:"tax"`
}

// LineFacts are what a line was computed from; exactly one is set.
type LineFacts struct {
	// Product is quantity × price × part of the month × factor.
	Product Product `json:"product,omitzero"`
	// Percent is a part of other lines.
	Percent *Percent `json:"percent,omitempty"`
	// Instalment is a part of what was paid ahead.
	Instalment *Instalment `json:"instalment,omitempty"`
	// Quoted are the items of a claim.
	Quoted *Quoted `json:"quoted,omitempty"`
	// Metered is what a meter showed.
	Metered *Metered `json:"metered,omitempty"`
	// Share is a share of a cost.
	Share *Share `json:"share,omitempty"`
	// Formula is what a formula comes to.
	Formula *Formula `json:"formula,omitempty"`
	// Total is the rounding of a bill's total.
	Total *RoundedTotal `json:"total,omitempty"`
}

// Kind returns the JSON name of the facts that are set.
func (f LineFacts) Kind() string { var l invalid.List; return invalid.OneOf(&l, f) }

// Product is quantity × price × days ÷ of × factor.
type Product struct {
	// Quantity is the area or the number of things charged for.
	Quantity measure.Quantity `json:"quantity"`
	// Price is the price per unit of the quantity and month, or season.
	Price money.Price `json:"price"`
	// Days ÷ Of is the part of the month or season charged: the days of the line and those of the
	// whole, or what the line's proration makes of them.
	Days uint32 `json:"days"`
	Of   uint32 `json:"of"`
	// Factor is what remains after reliefs, 1 for all.
	Factor money.Rate `json:"factor"`
	// Source is the document the price stands in, as the tariff or tenancy names it.
	Source string `json:"source,omitempty"`
	// Before is the exact sum of quantity × price × days × factor over the charge's earlier
	// lines, which share its Of.
	Before Exact `json:"before,omitzero"`
}

// IsZero reports whether the facts are unset; a product always has the days of its month.
func (p Product) IsZero() bool { return p == Product{} }

// compare orders lines by tariff, first day, claim and payer.
func (l *Line) compare(m *Line) int {
	return cmp.Or(
		strings.Compare(l.Tariff, m.Tariff),
		l.Period.Start.Compare(m.Period.Start),
		strings.Compare(l.claim(), m.claim()),
		strings.Compare(l.Payer, m.Payer),
	)
}

// claim returns what the line is for besides its tariff, if anything: the code of a claim or cost, the
// meter and the last day of its charge.
func (l *Line) claim() string {
	switch f := &l.Facts; {
	case f.Quoted != nil:
		return f.Quoted.Claim
	case f.Share != nil:
		return f.Share.Cost
	case f.Metered != nil:
		return f.Metered.Meter + "@" + last(f.Metered.Charge)
	}
	return ""
}

// month returns the charge month or season the line is in.
func (l *Line) month() civil.Period {
	if !l.Season.IsZero() {
		return l.season()
	}
	return chargeMonth(l.Anchor, l.Period.Start)
}

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

// ID returns the line's readable key: tariff/unit/payer/start, the code of the claim or cost or the
// meter and last day of its charge if there is one, and the revision unless the line is as first issued: "pm/1-0803/A/2026-11-01/-1" takes back
// what "pm/1-0803/A/2026-11-01" charged, "pm/1-0803/A/2026-11-01/2" charges it again. It names the
// line for good; a slash or percent sign inside a code is written %2F or %25.
func (l Line) ID() string {
	if l.Revision == 0 {
		return l.key()
	}
	return l.key() + "/" + strconv.Itoa(int(l.Revision))
}

// key is the ID of the line as first issued.
func (l *Line) key() string {
	if claim := l.claim(); claim != "" {
		return key(l.Tariff, l.Unit, l.Payer, l.Period.Start.String(), claim)
	}
	return key(l.Tariff, l.Unit, l.Payer, l.Period.Start.String())
}

// Corrects returns the ID of the line that this one takes back or takes the place of, "" if it
// was not charged before.
func (l Line) Corrects() string {
	n := int(l.Revision)
	switch {
	case n < -1:
		return l.key() + "/" + strconv.Itoa(-n)
	case n == -1, n == 2:
		return l.key()
	case n > 2:
		return l.key() + "/" + strconv.Itoa(n-1)
	default:
		return ""
	}
}

// ChargeID returns the key of the charge the line is a part of: tariff/unit/month, the month being
// that of the charge month's first day; for a season tariff/unit/first day, for a claim or a share of
// a cost tariff/unit/code, for a meter tariff/unit/meter@last day.
func (l Line) ChargeID() string {
	if claim := l.claim(); claim != "" {
		return key(l.Tariff, l.Unit, claim)
	}
	if !l.Season.IsZero() {
		return key(l.Tariff, l.Unit, l.season().Start.String())
	}
	start := l.Period.Start
	if l.Anchor > 1 {
		start = l.month().Start
	}
	month := start.String()
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
