package billing_test

import (
	"testing"

	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/require"

	"github.com/wuyekit/wuye/billing"
	"github.com/wuyekit/wuye/property"
	"github.com/wuyekit/wuye/property/civil"
	"github.com/wuyekit/wuye/property/invalid"
	"github.com/wuyekit/wuye/property/money"
)

// smallEstate has a home with its space and floor, a shop let with a rising rent, an unsold home and a
// parking space.
func smallEstate() property.Estate {
	e := home()
	e.Units[0].Floor, e.Units[0].Spaces = 8, 2
	e.Units = append(e.Units,
		property.Unit{Code: "S-01", Use: property.Shop, Floor: 1, Areas: civil.Always(gross("156.40")), DefaultPayer: "D"},
		property.Unit{Code: "1-0101", Use: property.Dwelling, Floor: -1, Areas: civil.Always(gross("60")), DefaultPayer: "D", SoldOn: day("2026-05-01"), DeliveredOn: day("2026-07-11")},
		property.Unit{Code: "P-1", Use: property.Parking, DefaultPayer: "D"},
	)
	rent := lease("S-01", "T", period("2025-07-15", "2028-07-15"), "pm")
	rent.Agreed = []property.Agreed{{
		Fee: "rent", Prices: civil.Always(property.AgreedPrice{Price: money.MustParsePrice("3500"), Escalation: &property.Escalation{Rate: money.MustParseRate("0.05"), Every: 12}}),
		Free: []civil.Period{period("2025-07-15", "2025-09-15")},
	}}
	e.Tenancies = append(e.Tenancies, rent, owner("1-0101", period("2026-05-01", ""), "N"))
	return e
}

// TestTermsAgainstTheEstate prepares July 2026 of the small estate; problems are of book and facts
// against the register and one another.
func TestTermsAgainstTheEstate(t *testing.T) {
	for _, tt := range []struct {
		name, tariff, facts string
		want                []string
	}{
		{"nothing wrong", `{}`, `{}`, nil},
		{
			"a scope of nothing there", `{"appliesTo":{"buildings":["9"],"units":["9-1","1-0803"]}}`, `{}`,
			[]string{"book.tariffs[0].appliesTo billing/unknown-scope 9", "book.tariffs[0].appliesTo billing/unknown-scope 9-1"},
		},
		{"a day without a tax rate", `{"tax":{"exclusive":{"rates":[{"to":"2026-07-30","value":"0.06"}]}}}`, `{}`, []string{"book.tariffs[0].tax billing/no-tax-rate pm 2026-07-31"}},
		{"no policy for the tax", `{"tax":{"exclusive":{"policy":"vat"}}}`, `{}`, []string{"book.tariffs[0].tax policy/no-row \"vat\" \"330106\" 2026-07-01"}},
		{
			"a handover by weeks", `{"proration":{"handoverPolicy":"h"}}`, `{"policies":[{"key":"h","value":"byWeek","source":"x"}]}`,
			[]string{"book.tariffs[0].proration.handoverPolicy billing/handover-policy h byWeek"},
		},
		{
			"a handover per day", `{"proration":{"handoverPolicy":"h"}}`, `{"policies":[{"key":"h","value":"perDay","source":"x"}]}`,
			[]string{"book.tariffs[0].proration.handoverPolicy billing/handover-policy h perDay"},
		},
		{"a handover by a policy", `{"proration":{"handoverPolicy":"h"}}`, `{"policies":[{"key":"h","value":"nextMonth","source":"x"}]}`, nil},
		{
			"a vacancy of 70 by policy", `{"reliefs":{"vacancy":{"policy":"v"}}}`, `{"policies":[{"key":"v.charge","value":"70","source":"x"}]}`,
			[]string{"book.tariffs[0].reliefs.vacancy billing/vacancy-policy v.charge 70"},
		},
		{
			"half a month by policy", `{"reliefs":{"vacancy":{"policy":"v"}}}`, `{"policies":[{"key":"v.charge","value":"0.7","source":"x"},{"key":"v.months","value":"0.5","source":"x"}]}`,
			[]string{"book.tariffs[0].reliefs.vacancy billing/vacancy-policy v.months 0.5"},
		},
		{"a step of 100 million", `{"rounding":{"step":"100000000"}}`, `{}`, []string{"book.tariffs[0].rounding.step billing/step-too-large 100000000"}},
		{
			"facts of units that are not there", `{}`,
			`{"holds":[{"unit":"x","reason":"r"}],"vacancies":[{"unit":"x","period":{"start":"2026-07-01"},"registeredOn":"2026-07-01"}],"gifts":[{"unit":"x","period":{"start":"2026-07-01","end":"2026-08-01"}}],` +
				`"prepayments":[{"unit":"x","tariff":"pm","period":{"start":"2026-07-01","end":"2026-08-01"},"total":"1.00 CNY"}],"claims":[{"code":"c","tariff":"r","unit":"x","on":"2026-07-01","items":[{"text":"a","price":1}]}]}`,
			[]string{
				"facts.holds[0].unit billing/no-unit x", "facts.vacancies[0].unit billing/no-unit x", "facts.gifts[0].unit billing/no-unit x",
				"facts.prepayments[0].unit billing/no-unit x", "facts.claims[0].unit billing/no-unit x",
			},
		},
		{"a gift of a tariff that is not there", `{}`, `{"gifts":[{"unit":"S-01","tariffs":["pm","x"],"period":{"start":"2026-07-01","end":"2026-08-01"}}]}`, []string{"facts.gifts[0].tariffs[1] billing/no-tariff x"}},
		{
			"prepayments of what cannot be", `{"cycle":{"anchor":"2026-01-15"},"reliefs":{"prepayment":{"offers":[{"months":3,"factor":"0.99"}],"maxMonths":3}}}`,
			`{"prepayments":[{"unit":"S-01","tariff":"x","period":{"start":"2026-07-01","end":"2026-08-01"},"total":"1.00 CNY"},{"unit":"S-01","tariff":"pm","period":{"start":"2026-07-01","end":"2026-08-01"},"total":"1.00 USD"},{"unit":"S-01","tariff":"pm","period":{"start":"2026-07-15","end":"2026-11-15"},"total":"1.00 CNY"}]}`,
			[]string{
				"facts.prepayments[0].tariff billing/no-tariff x",
				"facts.prepayments[1].period billing/prepaid-period 2026-07-01/2026-08-01", "facts.prepayments[1].total billing/currency 1.00 USD CNY",
				"facts.prepayments[2].period billing/prepaid-too-long 4 3",
			},
		},
		{
			"a day paid ahead twice", `{}`, `{"prepayments":[{"unit":"S-01","tariff":"pm","period":{"start":"2026-06-01","end":"2026-08-01"},"total":"1.00 CNY"},{"unit":"S-01","tariff":"pm","period":{"start":"2026-07-01","end":"2026-09-01"},"total":"1.00 CNY"}]}`,
			[]string{"facts.prepayments[1].period billing/prepaid-twice pm S-01"},
		},
		{"one after the other, and of two units", `{}`, `{"prepayments":[{"unit":"S-01","tariff":"pm","period":{"start":"2026-06-01","end":"2026-07-01"},"total":"1.00 CNY"},{"unit":"S-01","tariff":"pm","period":{"start":"2026-07-01","end":"2026-09-01"},"total":"1.00 CNY"},{"unit":"1-0803","tariff":"pm","period":{"start":"2026-07-01","end":"2026-09-01"},"total":"1.00 CNY"}]}`, nil},
		{
			"a tax that changes while paid ahead", `{"tax":{"inclusive":{"rates":[{"to":"2026-12-31","value":"0.06"},{"from":"2027-01-01","value":"0.09"}]}}}`, `{"prepayments":[{"unit":"S-01","tariff":"pm","period":{"start":"2026-07-01","end":"2027-07-01"},"total":"1.00 CNY"}]}`,
			[]string{"facts.prepayments[0].period billing/prepaid-tax 2027-01-01 0.06 0.09"},
		},
		{
			"claims that do not fit", `{}`,
			`{"claims":[{"code":"1","tariff":"pm","unit":"S-01","on":"2026-07-01","items":[{"text":"a","price":1}]},{"code":"2","tariff":"repair","unit":"1-0803","on":"2026-07-01","items":[{"text":"a","price":1}]},` +
				`{"code":"3","tariff":"repair","unit":"S-01","on":"2026-06-30","items":[{"text":"a","price":1}]},{"code":"4","tariff":"else","unit":"S-01","payer":"X","on":"2026-07-01","items":[{"text":"a","price":1}]}]}`,
			[]string{
				"facts.claims[0].tariff billing/not-quoted pm", "facts.claims[1].unit billing/not-applied repair 1-0803",
				"facts.claims[2].on billing/unpublished 2026-07-01 2026-06-30", "facts.claims[3].payer billing/no-party X",
			},
		},
	} {
		t.Run(tt.name, func(t *testing.T) {
			book, err := invalid.Decode[billing.Book]([]byte(`{"currency":"CNY","tariffs":[`+patched(t, plainTariff, tt.tariff)+`,{"code":"rent","state":"inForce","appliesTo":{"all":true},"basis":{"agreed":{}}},`+
				`{"code":"repair","state":"inForce","special":true,"appliesTo":{"uses":["shop"]},"basis":{"quoted":{"publishedOn":"2026-07-01"}}}]}`), "book")
			require.NoError(t, err)
			book.Tariffs[0].AppliesTo.ExceptUses = append(book.Tariffs[0].AppliesTo.ExceptUses, property.Parking)
			facts, err := invalid.Decode[billing.Facts]([]byte(tt.facts), "facts")
			require.NoError(t, err)
			reg, err := smallEstate().Build()
			require.NoError(t, err)
			_, err = billing.Prepare(reg, book, facts, july)
			require.Equal(t, tt.want, problems(err))
		})
	}
}

// A range of floors that is none is reported, whatever its size, before anybody counts through it.
func TestFloorsOfAnySize(t *testing.T) {
	_, err := invalid.Decode[billing.Book]([]byte(`{"currency":"CNY","tariffs":[`+patched(t, plainTariff,
		`{"basis":{"floorTable":{}},"prices":[{"value":{"floors":[{"floors":{"from":1,"to":9000000000000000000},"price":1}]}}],"ceiling":{"limits":[{"value":{"price":2}}]}}`)+`]}`), "book")
	require.Contains(t, problems(err), "tariffs[0].prices[0].value.floors[0].floors property/floors 1 9000000000000000000")
}

// The class of a floor table goes with its prices as that of any other rate.
func TestClassOfFloors(t *testing.T) {
	_, err := invalid.Decode[billing.Book]([]byte(`{"currency":"CNY","tariffs":[`+patched(t, plainTariff,
		`{"basis":{"floorTable":{}},"prices":[{"value":{"class":"free","floors":[{"floors":{"from":3,"to":33},"price":"20.00"}]}}]}`)+`]}`), "book")
	require.Equal(t, []string{"tariffs[0].prices[0].value.class billing/class free"}, problems(err))
}

// No tariff and no claim has the code of the line that rounds totals.
func TestClaimUnderTheCodeOfTotals(t *testing.T) {
	reg, err := smallEstate().Build()
	require.NoError(t, err)
	book := bookOf(fixed("waste", "8"))
	book.Totals = &billing.Totals{Rounding: money.Rounding{Step: decimal.NewFromInt(1)}}
	_, err = billing.Prepare(reg, book, billing.Facts{Claims: []billing.Claim{{
		Code: "c", Tariff: "rounding", Unit: "1-0803", On: day("2026-07-03"), Items: []billing.Item{{Text: "门锁", Price: decimal.RequireFromString("1.5")}},
	}}}, july)
	require.Equal(t, []string{`facts.claims[0].tariff billing/not-quoted rounding`}, problems(err))
}

// What cannot be paid ahead is told so, and not also that it has no price.
func TestPrepaidRent(t *testing.T) {
	reg, err := smallEstate().Build()
	require.NoError(t, err)
	book := bookOf(byArea("rent"))
	book.Tariffs[0].Basis = billing.Basis{Agreed: &billing.AgreedBasis{}}
	_, err = billing.Prepare(reg, book, billing.Facts{Prepayments: []billing.Prepayment{{
		Unit: "S-01", Tariff: "rent", Period: july, Total: money.MustParse("3500.00 CNY"),
	}}}, july)
	require.Equal(t, []string{"facts.prepayments[0].tariff billing/not-prepaid rent agreed"}, problems(err))
}
