package billing

import (
	"github.com/wuyekit/wuye/property/civil"
)

// ListedPrice is a row of the price list (收费公示): a tariff in force and its rate on a day.
type ListedPrice struct {
	Tariff string `json:"tariff"`
	Name   string `json:"name,omitempty"`
	// Basis is the JSON name of what is charged by.
	Basis string `json:"basis"`
	// Rate is the price, with its source, class and day of publication; unset for what is agreed
	// or quoted.
	Rate Rate `json:"rate,omitzero"`
	// From is the first day of the price; Until the last, where one is set.
	From  civil.Date `json:"from,omitzero"`
	Until civil.Date `json:"until,omitzero"`
	// Next is the price that follows, where one is set already.
	Next *civil.Entry[Rate] `json:"next,omitempty"`
	// Class is the class of charge.
	Class ChargeClass `json:"class,omitzero"`
	// Approver and ApprovedOn are who approved the price and when.
	Approver   string     `json:"approver,omitempty"`
	ApprovedOn civil.Date `json:"approvedOn,omitzero"`
	// Charter is the charter the tariff belongs to.
	Charter *CharterVersion `json:"charter,omitempty"`
	// Limit is the highest price allowed that day.
	Limit *Limit `json:"limit,omitempty"`
	// Every, Timing and DueDays are the cycle; what is quoted or shared has none.
	Every CycleLength `json:"every,omitzero"`
	// Season is what the rate is for, in place of Every.
	Season  *Season       `json:"season,omitempty"`
	Timing  PaymentTiming `json:"timing,omitzero"`
	DueDays int           `json:"dueDays,omitempty"`
	// Special says that the service is outside the service contract.
	Special bool `json:"special,omitempty"`
	// Published says that the price was made public by the day; Since is when.
	Published bool       `json:"published"`
	Since     civil.Date `json:"since,omitzero"`
}

// PriceList returns what must be made public on a day: every tariff in force with its price, by code.
//
// Source: Civil Code art. 943; 明码标价规定 art. 8; rules BILL-29, BILL-30, BILL-32.
func (b Book) PriceList(on civil.Date) []ListedPrice {
	var out []ListedPrice
	for _, i := range b.inForce() {
		t := deepCopy(b.Tariffs[i])
		if version, ok := b.versionsOf(t.Charter).At(on); t.Charter != nil && (!ok || version != t.Charter.Version) {
			continue
		}
		r := t.Cycle.rhythm()
		row := ListedPrice{
			Tariff: t.Code, Name: t.Name, Basis: t.Basis.Kind(), Approver: t.Approver, ApprovedOn: t.ApprovedOn,
			Charter: t.Charter, Every: r.every, Timing: r.timing, DueDays: r.due, Special: t.Special,
		}
		if t.Basis.Shared != nil {
			row.Every, row.Timing = 0, 0
		}
		if q := t.Basis.Quoted; q != nil {
			row.Since, row.Every, row.Timing = q.PublishedOn, 0, 0
		}
		if t.Cycle != nil && t.Cycle.Season != nil {
			row.Every, row.Season = 0, t.Cycle.Season
		}
		if t.Basis.hasPrices(b.Currency) && !row.setRate(t, on) && t.Basis.Shared == nil {
			continue
		}
		if limit, ok := t.Ceiling.capOn(on); ok {
			row.Limit = &limit
		}
		row.Published = !row.Since.IsZero() && row.Since <= on
		out = append(out, row)
	}
	return out
}

// setRate sets what the price of the day says; false if there is none.
func (p *ListedPrice) setRate(t Tariff, on civil.Date) bool {
	for i, e := range t.Prices {
		from, end := t.Prices.Period(i)
		if on < from || !end.IsZero() && end <= on {
			continue
		}
		p.Rate, p.Class, p.Since, p.From = e.Value, e.Value.class(), e.Value.PublishedOn, from
		if !end.IsZero() {
			p.Until = end.AddDays(-1)
		}
		if i+1 < len(t.Prices) {
			p.Next = &t.Prices[i+1]
		}
		return true
	}
	return false
}
