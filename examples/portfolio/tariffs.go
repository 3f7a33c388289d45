package main

import (
	"github.com/wuyekit/wuye/billing"
	"github.com/wuyekit/wuye/property"
	"github.com/wuyekit/wuye/property/civil"
	"github.com/wuyekit/wuye/property/measure"
	"github.com/wuyekit/wuye/property/money"
)

// The codes of the tariffs. They stand three times in every row of lines.csv, so they
// are short.
const (
	homeFee    = "pm" // management of dwellings
	newHomeFee = "pn" // the same in the zone that is repriced
	liftFee    = "lf"
	wasteFee   = "ws"
	spaceFee   = "pk"
	tradeFee   = "bz" // management of shops and offices
)

// firstLiftFloor is the lowest floor that pays for the lift.
const firstLiftFloor = 3

// book returns the price list for the month. In one zone the management fee changes on
// the sixteenth.
func book(month civil.Period) billing.Book {
	change := repricedOn(month)
	var others []string
	for i := range zones() {
		if i != repriced {
			others = append(others, zoneCode(i))
		}
	}
	homes := property.Scope{Uses: []property.Use{property.Dwelling}}
	old, changed := homes, homes
	old.Zones, changed.Zones = others, []string{zoneCode(repriced)}
	lifted := homes
	lifted.Floors = &property.FloorRange{From: firstLiftFloor, To: 99}
	gross, inside := billing.Basis{Area: &billing.AreaBasis{}}, billing.Basis{Area: &billing.AreaBasis{Of: billing.InternalArea}}
	inclusive := &billing.Tax{Inclusive: sixPercent()}
	return billing.Book{Currency: money.MustParseCurrency("CNY"), Tariffs: []billing.Tariff{
		{
			Code: homeFee, Name: "物业服务费（住宅）", State: billing.InForce, AppliesTo: old, Basis: gross, Tax: inclusive,
			Prices: civil.Always(price("2.80", "前期物业服务合同")),
		},
		{
			Code: newHomeFee, Name: "物业服务费（住宅，" + zones()[repriced] + "）", State: billing.InForce, AppliesTo: changed, Basis: gross, Tax: inclusive,
			Prices: civil.History[billing.Rate]{
				{To: change.AddDays(-1), Value: price("2.60", "前期物业服务合同")},
				{From: change, Value: price("2.95", "业主大会决定")},
			},
		},
		{
			Code: liftFee, Name: "电梯及二次供水费", State: billing.InForce, AppliesTo: lifted, Basis: gross, Tax: inclusive,
			Prices: civil.Always(price("0.45", "前期物业服务合同")),
		},
		{
			Code: wasteFee, Name: "生活垃圾清运费", State: billing.InForce, AppliesTo: homes, Tax: inclusive,
			Basis:  billing.Basis{Fixed: &billing.FixedBasis{Unit: measure.MustParseUnit("home")}},
			Prices: civil.Always(price("8", "价格公示")),
		},
		{
			Code: spaceFee, Name: "车位管理费", State: billing.InForce, Tax: inclusive,
			AppliesTo: property.Scope{Uses: []property.Use{property.Parking}},
			Basis:     billing.Basis{Fixed: &billing.FixedBasis{Unit: measure.MustParseUnit("space")}},
			Prices:    civil.Always(price("80", "价格公示")),
		},
		{
			Code: tradeFee, Name: "物业服务费（商铺、办公）", State: billing.InForce, Basis: inside,
			AppliesTo: property.Scope{Uses: []property.Use{property.Shop, property.Office}},
			Tax:       &billing.Tax{Exclusive: sixPercent()},
			Prices:    civil.Always(price("12.50", "物业服务合同")),
		},
	}}
}

// repricedOn returns the day from which the new price holds.
func repricedOn(month civil.Period) civil.Date { return month.Start.AddDays(15) }

func price(text, source string) billing.Rate {
	return billing.Rate{Price: money.MustParsePrice(text).Decimal(), Source: source}
}

func sixPercent() *billing.TaxRate {
	return &billing.TaxRate{Rates: civil.Always(money.MustParseRate("0.06").Decimal())}
}
