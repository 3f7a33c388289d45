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
	r.Section(textNotice, r.asOf.String())
	var t cli.Table
	t.Add(r.Fill(textFee), r.Fill(textPrice), r.Fill(textCycle), r.Fill(textInForce), r.Fill(textPublished), r.Fill(textClass), r.Fill(textSource))
	for _, row := range prices {
		published := r.Fill(textNever)
		switch {
		case row.Published:
			published = row.Since.String()
		case row.Basis == "agreed":
			published = "" // between the parties of the lease
		}
		t.Add(r.fee(row.Tariff), r.price(row, row.Rate), r.cycle(row), r.inForce(row), published, r.class(row.Class), row.Rate.Source)
	}
	r.Out.WriteString(t.String())
	for _, row := range prices {
		r.notes(row)
	}
	r.cautions(prices)
}

// notes writes what else is to be said of a price.
func (r *report) notes(row billing.ListedPrice) {
	note := func(l explain.Label, args ...any) {
		fmt.Fprintf(r.Out, "  * %s\n", r.Fill(textNote, r.fee(row.Tariff), r.Fill(l, args...)))
	}
	if next := row.Next; next != nil {
		price := r.price(row, next.Value)
		if next.Value.PublishedOn.IsZero() {
			note(textNext, price, next.From.String(), cmp.Or(next.Value.Source, r.Fill(textNoSource)))
		} else {
			note(textNextPublished, price, next.From.String(), cmp.Or(next.Value.Source, r.Fill(textNoSource)), next.Value.PublishedOn.String())
		}
	}
	if row.Limit != nil {
		limit := textLimit
		if r.tariff(row.Tariff).Ceiling.Strict {
			limit = textBelow
		}
		note(limit, money2(row.Limit.Cap().String()), r.currency, cmp.Or(row.Limit.Source, r.Fill(textNoSource)))
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
			idle = append(idle, r.Fill(textIn, r.fee(t.Code), r.Fill(stateText(t.State))))
		}
	}
	if len(secret) > 0 {
		r.Say(textSecret, r.list(secret))
	}
	if len(idle) > 0 {
		r.Say(textIdle, r.list(idle))
	}
}

// price writes a rate as the basis charges it.
func (r *report) price(row billing.ListedPrice, rate billing.Rate) string {
	per := r.per(row)
	switch {
	case row.Basis == "agreed":
		return r.Fill(textAgreed, per)
	case row.Basis == "quoted":
		return r.Fill(textQuoted)
	case row.Basis == "percent":
		return r.Fill(textPercent, rate.Price.Shift(2).String(), r.list(r.percentOf(row.Tariff)))
	case len(rate.Floors) > 0:
		return r.floors(rate.Floors, per)
	case rate.Free:
		return r.Fill(textFree)
	default:
		return r.Fill(textPer, money2(rate.Price.String()), r.currency, per)
	}
}

// floors writes a table of floors.
func (r *report) floors(table []billing.FloorRate, per string) string {
	var out []string
	for _, f := range table {
		from, to := strconv.Itoa(f.Floors.From), strconv.Itoa(f.Floors.To)
		switch {
		case f.Free && f.Step.IsZero():
			out = append(out, r.Fill(textFloorsFree, from, to))
		case f.Step.IsZero():
			out = append(out, r.Fill(textFloors, from, to, r.Fill(textPer, money2(f.Price.String()), r.currency, per)))
		default:
			out = append(out, r.Fill(textFloorsStep, from, to, r.Fill(textPer, money2(f.Price.String()), r.currency, per), money2(f.Step.String())))
		}
	}
	return strings.Join(out, r.Fill(textSemicolon))
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
	what := r.Fill(textUnitUnit)
	switch b := t.Basis; {
	case b.Area != nil:
		what = r.square(b.Area)
	case b.FloorTable != nil && b.FloorTable.Area != nil:
		what = r.square(b.FloorTable.Area)
	case b.Agreed != nil && b.Agreed.Area != nil:
		what = r.square(b.Agreed.Area)
	case b.PerSpace != nil:
		what = r.Fill(textUnitSpace)
	case b.Fixed != nil:
		what = r.unitWord(cmp.Or(b.Fixed.Unit.String(), "unit"))
	}
	return r.Fill(textPerTime, what, r.Fill(time))
}

func (r *report) square(b *billing.AreaBasis) string {
	if b.Of == billing.InternalArea {
		return r.Fill(textInternal)
	}
	return r.Fill(textGross)
}

// unitWord returns what people call a unit of measurement that estates use.
func (r *report) unitWord(word string) string {
	switch word {
	case "home":
		return r.Fill(textUnitHome)
	case "unit":
		return r.Fill(textUnitUnit)
	case "space":
		return r.Fill(textUnitSpace)
	case "shop":
		return r.Fill(textUnitShop)
	case "yard":
		return r.Fill(textUnitYard)
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
