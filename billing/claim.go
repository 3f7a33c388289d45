package billing

import (
	"strconv"

	"github.com/shopspring/decimal"

	"github.com/wuyekit/wuye/property"
	"github.com/wuyekit/wuye/property/civil"
	"github.com/wuyekit/wuye/property/invalid"
	"github.com/wuyekit/wuye/property/measure"
	"github.com/wuyekit/wuye/property/money"
)

// Claim is a one-off charge from outside the tariffs' prices (一次性收费): a quoted repair, an
// agreed service. The run that holds its day bills it as one line.
type Claim struct {
	// Code identifies the claim for good.
	Code string `json:"code"`
	// Tariff is the code its line has: a quoted tariff in force, whose tax, payer and
	// rounding hold, or one that no tariff of the book has.
	Tariff string `json:"tariff"`
	// Unit is the unit's code.
	Unit string `json:"unit"`
	// Payer is the code of the party that pays. Unset: who pays the tariff that day.
	Payer string `json:"payer,omitempty"`
	// On is the day of the service.
	On civil.Date `json:"on"`
	// Items are what is charged; their sum is rounded once.
	Items []Item `json:"items"`
	// Tax is the tax. Unset: the tariff's.
	Tax *Tax `json:"tax,omitempty"`
	// Source is the quotation or order.
	Source string `json:"source,omitempty"`
}

// Item is one row of a quotation.
type Item struct {
	// Text says what it is.
	Text string `json:"text"`
	// Quantity is how much of it. Unset: 1.
	Quantity measure.Quantity `json:"quantity,omitzero"`
	// Price is the price of one.
	Price decimal.Decimal `json:"price,omitzero"`
	// Free must be said where the price is zero.
	Free bool `json:"free,omitempty"`
}

func (c Claim) check(l *invalid.List) {
	checkUnit(l, c.Unit)
	if !property.IsCode(c.Code) {
		l.At("code").Add(ErrTariffCode, strconv.Quote(c.Code))
	}
	if !property.IsCode(c.Tariff) || c.Tariff == property.AllFees {
		l.At("tariff").Add(ErrTariffCode, strconv.Quote(c.Tariff))
	}
	if c.On.IsZero() {
		l.At("on").Add(invalid.ErrRequired, "on")
	}
	if len(c.Items) == 0 {
		l.At("items").Add(invalid.ErrRequired, "items")
	}
	checkEach(l, "items", c.Items, Item.check)
	if c.Tax != nil {
		l.Enter("tax")
		c.Tax.check(l)
		l.Leave()
	}
}

func (i Item) check(l *invalid.List) {
	if i.Text == "" {
		l.At("text").Add(invalid.ErrRequired, "text")
	}
	if i.Quantity.Sign() < 0 {
		l.At("quantity").Add(ErrNegative, i.Quantity.String())
	}
	checkPrice(l, i.Price, i.Free)
}

// quoted returns the facts of the claim's line.
func (c Claim) quoted() (*Quoted, error) {
	out := &Quoted{Claim: c.Code, Source: c.Source}
	for _, i := range c.Items {
		price, err := money.PriceOf(i.Price)
		if err != nil {
			return nil, err
		}
		q := i.Quantity
		if q == (measure.Quantity{}) {
			q = measure.MustParseQuantity("1")
		}
		out.Items = append(out.Items, QuotedItem{i.Text, q, price})
	}
	return out, nil
}

// Quoted is the sum of the items of a claim, quantity × price each.
type Quoted struct {
	// Claim is the code of the claim.
	Claim string `json:"claim"`
	// Items are the rows of the quotation.
	Items []QuotedItem `json:"items"`
	// Source is the quotation or order.
	Source string `json:"source,omitempty"`
}

// QuotedItem is a row of a quotation.
type QuotedItem struct {
	Text     string           `json:"text"`
	Quantity measure.Quantity `json:"quantity"`
	Price    money.Price      `json:"price"`
}

// exact returns the sum of quantity × price; false if it does not fit.
func (q Quoted) exact() (Exact, bool) {
	sum, fits := Exact{}, true
	for _, i := range q.Items {
		if i.Quantity.Sign() < 0 {
			return Exact{}, false
		}
		e, ok1 := product(uint64(i.Quantity.Units()), uint64(i.Price.Micro()), one, 1)
		next, ok2 := sum.plus(e)
		sum, fits = next, fits && ok1 && ok2
	}
	return sum, fits
}
