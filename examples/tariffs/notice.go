package main

import (
	"cmp"
	"fmt"
	"strconv"
	"strings"

	"github.com/wuyekit/wuye/billing"
	"github.com/wuyekit/wuye/examples/internal/cli"
	"github.com/wuyekit/wuye/property/explain"
)

// notice writes the price list in force, as it is to be posted (收费公示).
func (r *report) notice(prices []billing.ListedPrice) {
	r.section(textNotice, r.asOf.String())
	var t cli.Table
	t.Add(r.fill(textFee), r.fill(textPrice), r.fill(textCycle), r.fill(textInForce), r.fill(textPublished), r.fill(textClass), r.fill(textSource))
	for _, row := range prices {
		published := r.fill(textNever)
		switch {
		case row.Published:
			published = row.Since.String()
		case row.Basis == "agreed":
			published = "" // between the parties of the lease
		}
		t.Add(r.fee(row.Tariff), r.price(row, row.Rate), r.cycle(row), r.inForce(row), published, r.class(row.Class), row.Rate.Source)
	}
	r.out.WriteString(t.String())
	for _, row := range prices {
		r.notes(row)
	}
	r.cautions(prices)
}

// notes writes what else is to be said of a price.
func (r *report) notes(row billing.ListedPrice) {
	note := func(l explain.Label, args ...any) {
		fmt.Fprintf(r.out, "  * %s\n", r.fill(textNote, r.fee(row.Tariff), r.fill(l, args...)))
	}
	if next := row.Next; next != nil {
		price := r.price(row, next.Value)
		if next.Value.PublishedOn.IsZero() {
			note(textNext, price, next.From.String(), cmp.Or(next.Value.Source, r.fill(textNoSource)))
		} else {
			note(textNextPublished, price, next.From.String(), cmp.Or(next.Value.Source, r.fill(textNoSource)), next.Value.PublishedOn.String())
		}
	}
	if row.Limit != nil {
		limit := textLimit
		if r.tariff(row.Tariff).Ceiling.Strict {
			limit = textBelow
		}
		note(limit, money2(row.Limit.Cap().String()), r.currency, cmp.Or(row.Limit.Source, r.fill(textNoSource)))
	}
	if row.Approver != "" {
		note(textApproved, row.Approver, row.ApprovedOn.String())
	}
	if row.Special {
		note(textSpecial)
	}
}

// cautions names the prices that nobody was told and the tariffs that do not charge yet or any more.
func (r *report) cautions(prices []billing.ListedPrice) {
	var secret, idle []string
	for _, row := range prices {
		if !row.Published && row.Class != billing.FreeCharge && row.Basis != "agreed" {
			secret = append(secret, r.fee(row.Tariff))
		}
	}
	for _, t := range r.in.Book.Tariffs {
		if t.State != billing.InForce {
			idle = append(idle, r.fill(textIn, r.fee(t.Code), r.fill(stateText(t.State))))
		}
	}
	if len(secret) > 0 {
		r.say(textSecret, r.list(secret))
	}
	if len(idle) > 0 {
		r.say(textIdle, r.list(idle))
	}
}

// price writes a rate as the basis charges it.
func (r *report) price(row billing.ListedPrice, rate billing.Rate) string {
	per := r.per(row)
	switch {
	case row.Basis == "agreed":
		return r.fill(textAgreed, per)
	case row.Basis == "quoted":
		return r.fill(textQuoted)
	case row.Basis == "percent":
		return r.fill(textPercent, rate.Price.Shift(2).String(), r.list(r.percentOf(row.Tariff)))
	case len(rate.Floors) > 0:
		return r.floors(rate.Floors, per)
	case rate.Free:
		return r.fill(textFree)
	default:
		return r.fill(textPer, money2(rate.Price.String()), r.currency, per)
	}
}

// floors writes a table of floors.
func (r *report) floors(table []billing.FloorRate, per string) string {
	var out []string
	for _, f := range table {
		from, to := strconv.Itoa(f.Floors.From), strconv.Itoa(f.Floors.To)
		switch {
		case f.Free && f.Step.IsZero():
			out = append(out, r.fill(textFloorsFree, from, to))
		case f.Step.IsZero():
			out = append(out, r.fill(textFloors, from, to, r.fill(textPer, money2(f.Price.String()), r.currency, per)))
		default:
			out = append(out, r.fill(textFloorsStep, from, to, r.fill(textPer, money2(f.Price.String()), r.currency, per), money2(f.Step.String())))
		}
	}
	return strings.Join(out, r.fill(textSemicolon))
}

// per names what a price is for: "m²/month".
func (r *report) per(row billing.ListedPrice) string {
	t := r.tariff(row.Tariff)
	time := textMonth
	if row.Season != nil {
		time = textSeason
	}
	if t.Proration.Method == billing.PerDay {
		time = textDay
	}
	what := r.fill(textUnitUnit)
	switch b := t.Basis; {
	case b.Area != nil:
		what = r.square(b.Area)
	case b.FloorTable != nil && b.FloorTable.Area != nil:
		what = r.square(b.FloorTable.Area)
	case b.Agreed != nil && b.Agreed.Area != nil:
		what = r.square(b.Agreed.Area)
	case b.PerSpace != nil:
		what = r.fill(textUnitSpace)
	case b.Fixed != nil:
		what = r.unitWord(cmp.Or(b.Fixed.Unit.String(), "unit"))
	}
	return r.fill(textPerTime, what, r.fill(time))
}

func (r *report) square(b *billing.AreaBasis) string {
	if b.Of == billing.InternalArea {
		return r.fill(textInternal)
	}
	return r.fill(textGross)
}

// unitWord returns what people call a unit of measurement that estates use.
func (r *report) unitWord(word string) string {
	switch word {
	case "home":
		return r.fill(textUnitHome)
	case "unit":
		return r.fill(textUnitUnit)
	case "space":
		return r.fill(textUnitSpace)
	case "shop":
		return r.fill(textUnitShop)
	case "yard":
		return r.fill(textUnitYard)
	default:
		return word
	}
}

// tariff returns a tariff of the book.
func (r *report) tariff(code string) billing.Tariff {
	for _, t := range r.in.Book.Tariffs {
		if t.Code == code {
			return t
		}
	}
	return billing.Tariff{}
}

// percentOf names the fees that a percentage is taken of.
func (r *report) percentOf(code string) []string {
	var out []string
	if b := r.tariff(code).Basis.Percent; b != nil {
		for _, of := range b.Of {
			out = append(out, r.fee(of))
		}
	}
	return out
}
