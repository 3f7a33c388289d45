package billing

import (
	"strconv"

	"github.com/wuyekit/wuye/property"
	"github.com/wuyekit/wuye/property/civil"
	"github.com/wuyekit/wuye/property/invalid"
	"github.com/wuyekit/wuye/property/money"
)

// Tariff is one charge item with its price (收费项目).
type Tariff struct {
	// Code identifies the tariff; tenancies name it in what they pay.
	Code string `json:"code"`
	// Name is shown to people.
	Name string `json:"name,omitempty"`
	// State says whether the tariff bills; only one in force does.
	State TariffState `json:"state"`
	// Approver is the authority that approves the price (核准机关), where one does.
	Approver string `json:"approver,omitempty"`
	// ApprovedOn is the day of its approval; needed with an approver to be in force.
	ApprovedOn civil.Date `json:"approvedOn,omitzero"`
	// Charter is the version of the charter the tariff belongs to. It charges only while that
	// version is in force.
	Charter *CharterVersion `json:"charter,omitempty"`
	// Special says that the service is outside the property service contract (特约服务): its
	// prices must be published before they are charged.
	//
	// Source: rule BILL-30.
	Special bool `json:"special,omitempty"`
	// AppliesTo chooses the units.
	AppliesTo property.Scope `json:"appliesTo"`
	// ClaimedOnly says that a unit is charged only from the day it was handed over: the
	// billable units are the claimed ones.
	//
	// Source: rule BILL-37.
	ClaimedOnly bool `json:"claimedOnly,omitempty"`
	// Basis is what is charged by.
	Basis Basis `json:"basis"`
	// Prices are the prices over time, per unit of the basis and month, or season. Before the first
	// and after the last entry nothing is charged; a gap between two is refused. Agreed and
	// quoted tariffs have none.
	Prices civil.History[Rate] `json:"prices,omitempty"`
	// Cycle is how often and when the tariff is billed. Unset: each calendar month after it.
	Cycle *Cycle `json:"cycle,omitempty"`
	// Proration is how part months are counted. Unset: by actual days.
	Proration Proration `json:"proration,omitzero"`
	// Payer is who pays. Unset: as agreed in the unit's tenancies. Agreed tariffs have none.
	Payer property.PayerRule `json:"payer,omitzero"`
	// Reliefs are what lowers the charge for some units for some time.
	Reliefs *Reliefs `json:"reliefs,omitempty"`
	// Ceiling is the highest price allowed; a tariff over it is refused.
	Ceiling *Ceiling `json:"ceiling,omitempty"`
	// Tax is the value-added tax; without it lines carry none.
	Tax *Tax `json:"tax,omitempty"`
	// Rounding is how a charge is rounded; of a shared tariff, the cost of a usage, whose shares are in
	// least units. Unset: half away from zero to the least unit
	// of the currency.
	Rounding money.Rounding `json:"rounding,omitzero"`
}

// CharterVersion names a version of a charter.
type CharterVersion struct {
	Code    string `json:"code"`
	Version string `json:"version"`
}

func (t Tariff) check(l *invalid.List, c money.Currency) {
	if !property.IsCode(t.Code) || t.Code == property.AllFees {
		l.At("code").Add(ErrTariffCode, strconv.Quote(t.Code))
	}
	if t.State == 0 {
		l.At("state").Add(invalid.ErrRequired, "state")
	}
	tariffStateWords().Check(l, "state", uint8(t.State))
	t.checkApproval(l)
	t.Payer.Check(l, "payer")
	l.Enter("appliesTo")
	t.AppliesTo.Check(l)
	l.Leave()
	before := l.Len()
	t.Basis.check(l)
	if l.Len() == before {
		t.checkPrices(l, c)
		if l.Len() == before {
			t.checkCeiling(l, c) // of prices that are whole
		}
		t.checkFit(l, c)
		if !c.IsZero() {
			t.checkFormulas(l, c)
		}
	}
	t.Cycle.check(l)
	t.checkSeason(l)
	t.Proration.check(l)
	t.Reliefs.check(l)
	t.Ceiling.check(l)
	if t.Tax != nil {
		l.Enter("tax")
		t.Tax.check(l)
		l.Leave()
	}
	if !c.IsZero() {
		_, err := t.Rounding.Compile(c)
		l.At("rounding").Take(err)
	}
}

// checkFit reports terms that do not go with the basis.
func (t Tariff) checkFit(l *invalid.List, c money.Currency) {
	kind := t.Basis.Kind()
	refuse := func(set bool, field string) {
		if set {
			l.At(field).Add(ErrNotWith, field, kind)
		}
	}
	b := t.Basis
	refuse(!b.hasPrices(c) && len(t.Prices) > 0, "prices")
	refuse(b.Agreed != nil && t.Payer != 0, "payer")
	refuse((b.Agreed != nil || b.Formula != nil && !b.hasPrices(c) || b.Shared != nil && len(t.Prices) == 0) && t.Special, "special")
	refuse((b.Percent != nil || !b.byMonth()) && t.Reliefs != nil, "reliefs")
	refuse((b.Percent != nil || !b.byMonth()) && t.Proration != Proration{}, "proration")
	refuse((b.Percent != nil || !b.byMonth()) && t.ClaimedOnly, "claimedOnly")
	refuse(b.Percent != nil && t.Payer != 0, "payer")
	refuse((b.Quoted != nil || b.Shared != nil) && t.Cycle != nil, "cycle")
	refuse(b.Metered != nil && t.Cycle != nil && t.Cycle.Timing == Advance, "cycle.timing")
	refuse(b.Metered != nil && t.Charter != nil, "charter")
	if b.Agreed != nil && b.Agreed.FromStart && t.Cycle != nil && !t.Cycle.Anchor.IsZero() {
		l.At("cycle", "anchor").Add(ErrNotWith, "anchor", "fromStart")
	}
	if t.Reliefs != nil && t.Reliefs.Prepayment != nil && b.Agreed != nil {
		l.At("reliefs", "prepayment").Add(ErrNotWith, "prepayment", kind)
	}
}

func (t Tariff) checkPrices(l *invalid.List, c money.Currency) {
	if q := t.Basis.Quoted; q != nil && t.Special && q.PublishedOn.IsZero() {
		l.At("basis", "quoted", "publishedOn").Add(invalid.ErrRequired, "publishedOn")
	}
	if !t.Basis.hasPrices(c) {
		return
	}
	l.Enter("prices")
	defer l.Leave()
	if len(t.Prices) == 0 && !t.Basis.needsPrices(c) {
		return
	}
	if len(t.Prices) == 0 {
		l.Add(invalid.ErrRequired, "prices")
		return
	}
	t.Prices.Check(l, func(l *invalid.List, r Rate) {
		r.check(l, t.Basis)
		if t.Special && r.PublishedOn.IsZero() {
			l.At("publishedOn").Add(invalid.ErrRequired, "publishedOn")
		}
	})
	for i, e := range t.Prices {
		start, end := t.Prices.Period(i)
		if i+1 < len(t.Prices) {
			if next := t.Prices[i+1].From; end.Before(next) {
				l.At(i+1, "from").Add(ErrPriceGap, end.String(), next.AddDays(-1).String())
			}
		}
		if t.Special && start.Before(e.Value.PublishedOn) {
			l.At(i, "value", "publishedOn").Add(ErrUnpublished, e.Value.PublishedOn.String(), start.String())
		}
	}
}
