package billing_test

import (
	"encoding/json"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/wuyekit/wuye/billing"
	"github.com/wuyekit/wuye/property/invalid"
)

// patched is a JSON object with fields of another put in; a field set to null is left out.
func patched(tb testing.TB, base, patch string) string {
	tb.Helper()
	doc := map[string]json.RawMessage{}
	require.NoError(tb, json.Unmarshal([]byte(base), &doc), base)
	over := map[string]json.RawMessage{}
	require.NoError(tb, json.Unmarshal([]byte(patch), &over), patch)
	for k, v := range over {
		if doc[k] = v; string(v) == "null" {
			delete(doc, k)
		}
	}
	return toJSON(tb, doc)
}

// plainTariff is a tariff without anything special.
const plainTariff = `{"code":"pm","state":"inForce","appliesTo":{"all":true},"basis":{"area":{}},"prices":[{"value":{"price":"2.80"}}]}`

// termCase is a snippet put into a good document and every problem it makes.
type termCase struct {
	name, patch string
	want        []string
}

// TestTermsOfTariffs changes the terms of one tariff; want is relative to it.
func TestTermsOfTariffs(t *testing.T) {
	floors := `"basis":{"floorTable":{}},`
	cases := []termCase{
		{"nothing wrong", `{}`, nil},

		// State and approval, rule BILL-04.
		{"an approver without a day", `{"approver":"发改委"}`, []string{"approvedOn invalid/required approvedOn"}},
		{"a draft needs no day", `{"approver":"发改委","state":"draft"}`, nil},
		{"submitted needs none", `{"approver":"发改委","state":"submitted"}`, nil},
		{"approved needs one", `{"approver":"发改委","state":"approved"}`, []string{"approvedOn invalid/required approvedOn"}},
		{"withdrawn needs none", `{"approver":"发改委","state":"withdrawn"}`, nil},

		// Bases.
		{
			"an area of no kind in a floor table", `{"basis":{"floorTable":{"area":{"of":"net"}}},"prices":[{"value":{"floors":[{"floors":{"from":1,"to":2},"price":1}]}}]}`,
			[]string{`basis.floorTable.area.of invalid/word "net" gross, internal`},
		},
		{"an agreed price per area of no kind", `{"basis":{"agreed":{"area":{"of":"net"}}},"prices":null}`, []string{`basis.agreed.area.of invalid/word "net" gross, internal`}},
		{"a percent of nothing", `{"basis":{"percent":{"of":[]}}}`, []string{"basis.percent.of invalid/required of"}},
		{
			"a percent of one twice", `{"basis":{"percent":{"of":["a","a"]}}}`,
			[]string{`basis.percent.of[1] billing/tariff-twice "a"`, "basis.percent.of[0] billing/no-tariff a", "basis.percent.of[1] billing/no-tariff a"},
		},
		{"a percent of itself", `{"basis":{"percent":{"of":["pm"]}}}`, []string{"basis.percent.of billing/percent-circle pm → pm"}},

		// What goes with which basis.
		{"prices of what is agreed", `{"basis":{"agreed":{}}}`, []string{"prices billing/not-with prices agreed"}},
		{"prices of what is quoted", `{"basis":{"quoted":{}}}`, []string{"prices billing/not-with prices quoted"}},
		{"a payer of what is agreed", `{"basis":{"agreed":{}},"prices":null,"payer":"owner"}`, []string{"payer billing/not-with payer agreed"}},
		{
			"terms of a quoted tariff", `{"basis":{"quoted":{}},"prices":null,"cycle":{},"claimedOnly":true,"proration":{"method":"thirty"},"reliefs":{"gift":{"months":1}}}`,
			[]string{"reliefs billing/not-with reliefs quoted", "proration billing/not-with proration quoted", "claimedOnly billing/not-with claimedOnly quoted", "cycle billing/not-with cycle quoted"},
		},
		{"a quoted tariff may have a payer", `{"basis":{"quoted":{}},"prices":null,"payer":"owner"}`, nil},
		{
			"terms of a percent tariff", `{"basis":{"percent":{"of":["lift"]}},"claimedOnly":true,"payer":"owner","proration":{"exitDayFree":true},"reliefs":{"vacancy":{"charge":0.5}}}`,
			[]string{
				"reliefs billing/not-with reliefs percent", "proration billing/not-with proration percent", "claimedOnly billing/not-with claimedOnly percent",
				"payer billing/not-with payer percent", "basis.percent.of[0] billing/no-tariff lift",
			},
		},
		{
			"an anchor where each tenancy has its own", `{"basis":{"agreed":{"fromStart":true}},"prices":null,"cycle":{"every":"quarter","anchor":"2026-01-15"}}`,
			[]string{"cycle.anchor billing/not-with anchor fromStart"},
		},
		{"a cycle where each tenancy has its own", `{"basis":{"agreed":{"fromStart":true}},"prices":null,"cycle":{"every":"quarter","timing":"advance"}}`, nil},
		{
			"paying an agreed price ahead", `{"basis":{"agreed":{}},"prices":null,"reliefs":{"prepayment":{"offers":[{"months":12,"factor":"0.95"}]}}}`,
			[]string{"reliefs.prepayment billing/not-with prepayment agreed"},
		},
		{"an agreed price in vain", `{"basis":{"agreed":{}},"prices":null,"reliefs":{"gift":{"months":3}}}`, nil},

		// Prices of floors.
		{"floors of an area", `{"prices":[{"value":{"floors":[{"floors":{"from":1,"to":2},"price":1}]}}]}`, []string{"prices[0].value.floors billing/floors"}},
		{"a floor table without floors", `{` + floors + `"prices":[{"value":{"price":1}}]}`, []string{"prices[0].value.floors billing/floors"}},
		{"a floor table with a price besides", `{` + floors + `"prices":[{"value":{"price":1,"floors":[{"floors":{"from":1,"to":2},"price":1}]}}]}`, []string{"prices[0].value billing/floors"}},
		{"a floor table that is free besides", `{` + floors + `"prices":[{"value":{"free":true,"floors":[{"floors":{"from":1,"to":2},"price":1}]}}]}`, []string{"prices[0].value billing/floors"}},
		{
			"EX-103: floors 1–2 free, then 20.00 and 1.00 more each",
			`{` + floors + `"prices":[{"value":{"floors":[{"floors":{"from":1,"to":2},"free":true},{"floors":{"from":3,"to":33},"price":"20.00","step":"1.00"}]}}]}`, nil,
		},
		{"ground and cellar", `{` + floors + `"prices":[{"value":{"floors":[{"floors":{"from":-2,"to":1},"price":5}]}}]}`, nil},
		{
			"no price, no floor, out of order", `{` + floors + `"prices":[{"value":{"floors":[{"floors":{"from":3,"to":5},"price":1},{"floors":{"from":5,"to":6},"price":1},{"floors":{"from":7,"to":0},"price":1},{"floors":{"from":8,"to":9}}]}}]}`,
			[]string{
				"prices[0].value.floors[1].floors billing/floor-order", "prices[0].value.floors[2].floors property/floors 7 0", "prices[0].value.floors[3] billing/no-price",
			},
		},
		{"free with a price", `{` + floors + `"prices":[{"value":{"floors":[{"floors":{"from":1,"to":2},"free":true,"price":1}]}}]}`, []string{"prices[0].value.floors[0] billing/free 1"}},
		{
			"a step of 7 decimals", `{` + floors + `"prices":[{"value":{"floors":[{"floors":{"from":1,"to":2},"price":1,"step":"0.0000001"}]}}]}`,
			[]string{"prices[0].value.floors[0].step money/price-scale 0.0000001", "prices[0].value.floors[0].step money/price-scale 1.0000001"},
		},
		{
			"a negative step", `{` + floors + `"prices":[{"value":{"floors":[{"floors":{"from":1,"to":9},"price":20,"step":-1}]}}]}`,
			[]string{"prices[0].value.floors[0].step money/price-negative -1.00"},
		},

		// Classes of charge, rule BILL-07.
		{"a low charge", `{"prices":[{"value":{"price":1,"class":"low"}}]}`, nil},
		{"a free class with a price", `{"prices":[{"value":{"price":1,"class":"free"}}]}`, []string{"prices[0].value.class billing/class free"}},
		{"a standard class for nothing", `{"prices":[{"value":{"free":true,"class":"standard"}}]}`, []string{"prices[0].value.class billing/class standard"}},
		{"a free class for nothing", `{"prices":[{"value":{"free":true,"class":"free"}}]}`, nil},
		{"no such class", `{"prices":[{"value":{"price":1,"class":"high"}}]}`, []string{`prices[0].value.class invalid/word "high" free, low, standard`}},

		// Special services, rule BILL-30.
		{"a special service without publication", `{"special":true}`, []string{"prices[0].value.publishedOn invalid/required publishedOn"}},
		{
			"published after it is charged", `{"special":true,"prices":[{"from":"2026-07-01","value":{"price":1,"publishedOn":"2026-07-02"}}]}`,
			[]string{"prices[0].value.publishedOn billing/unpublished 2026-07-02 2026-07-01"},
		},
		{"published the day it is charged", `{"special":true,"prices":[{"from":"2026-07-01","value":{"price":1,"publishedOn":"2026-07-01"}}]}`, nil},
		{"a special quotation without publication", `{"special":true,"basis":{"quoted":{}},"prices":null}`, []string{"basis.quoted.publishedOn invalid/required publishedOn"}},
		{"a special quotation", `{"special":true,"basis":{"quoted":{"publishedOn":"2026-01-01"}},"prices":null}`, nil},

		// Cycle.
		{"a cycle of no sense", `{"cycle":{"every":"week","timing":"now","dueDays":3661}}`, []string{
			`cycle.every invalid/word "week" month, quarter, halfYear, year`, `cycle.timing invalid/word "now" arrears, advance`,
			"cycle.dueDays billing/due-days 3661 3660",
		}},
		{"due too early", `{"cycle":{"dueDays":-3661}}`, []string{"cycle.dueDays billing/due-days -3661 3660"}},
		{"due ten years before", `{"cycle":{"dueDays":-3660,"anchor":"2024-02-29","timing":"advance"}}`, nil},
		{"due before it is billed", `{"cycle":{"dueDays":-1}}`, []string{"cycle.dueDays billing/due-first 1"}},
		{"due the day it is billed", `{"cycle":{"dueDays":0}}`, nil},

		// Proration.
		{"nextMonth for exits", `{"proration":{"exit":"nextMonth"}}`, []string{"proration.exit billing/exit-method"}},
		{"nextMonth for both", `{"proration":{"method":"nextMonth","exit":"nextMonth"}}`, []string{"proration.exit billing/exit-method"}},
		{"nextMonth for handovers only", `{"proration":{"handover":"nextMonth"}}`, nil},
		{"per day with an exit", `{"proration":{"method":"perDay","exit":"thirty"}}`, []string{"proration billing/per-day"}},
		{"per day with a policy", `{"proration":{"method":"perDay","handoverPolicy":"k"}}`, []string{"proration billing/per-day"}},
		{"per day for exits only", `{"proration":{"exit":"perDay"}}`, []string{"proration billing/per-day"}},
		{"per day for handovers only", `{"proration":{"handover":"perDay"}}`, []string{"proration billing/per-day"}},
		{"per day", `{"proration":{"method":"perDay","exitDayFree":true}}`, nil},

		// Reliefs.
		{"a vacancy without terms", `{"reliefs":{"vacancy":{}}}`, []string{"reliefs.vacancy.charge billing/no-part 0"}},
		{"a vacancy that charges more", `{"reliefs":{"vacancy":{"charge":"1.000001"}}}`, []string{"reliefs.vacancy.charge billing/no-part 1.000001"}},
		{"a vacancy of 70", `{"reliefs":{"vacancy":{"charge":70,"months":-1}}}`, []string{"reliefs.vacancy.months billing/months -1 0 1200", "reliefs.vacancy.charge billing/no-part 70"}},
		{"a part of 7 decimals", `{"reliefs":{"vacancy":{"charge":"0.7000001"}}}`, []string{"reliefs.vacancy.charge billing/no-part 0.7000001"}},
		{"a vacancy of 101 years", `{"reliefs":{"vacancy":{"charge":"0.7","months":1201}}}`, []string{"reliefs.vacancy.months billing/months 1201 0 1200"}},
		{"terms twice", `{"reliefs":{"vacancy":{"charge":"0.7","policy":"k"}}}`, []string{"reliefs.vacancy billing/vacancy-terms"}},
		{"months and policy", `{"reliefs":{"vacancy":{"months":6,"policy":"k"}}}`, []string{"reliefs.vacancy billing/vacancy-terms"}},
		{"a policy", `{"reliefs":{"vacancy":{"policy":"k","start":"retroactive"}}}`, nil},
		{"no registration to count from", `{"reliefs":{"vacancy":{"charge":"0.7","unregistered":true,"start":"registration"}}}`, []string{"reliefs.vacancy.start billing/unregistered"}},
		{"no such start", `{"reliefs":{"vacancy":{"charge":"0.7","start":"soon"}}}`, []string{`reliefs.vacancy.start invalid/word "soon" registration, reached, retroactive`}},
		{"a gift of nothing", `{"reliefs":{"gift":{"months":0}}}`, []string{"reliefs.gift.months billing/months 0 1 1200"}},
		{"a gift of 101 years", `{"reliefs":{"gift":{"months":1201}}}`, []string{"reliefs.gift.months billing/months 1201 1 1200"}},
		{
			"no offers", `{"reliefs":{"prepayment":{"offers":[],"maxMonths":-1}}}`,
			[]string{"reliefs.prepayment.offers invalid/required offers", "reliefs.prepayment.maxMonths billing/months -1 0 1200"},
		},
		{
			"every wrong offer",
			`{"reliefs":{"prepayment":{"maxMonths":12,"offers":[{"months":12},{"months":12,"factor":"0.95","gift":1},{"months":0,"factor":"0.95"},{"months":12,"factor":"1.05"},{"months":12,"gift":12},{"months":12,"gift":-1},{"months":24,"factor":"0.9"}]}}}`,
			[]string{
				"reliefs.prepayment.offers[0] billing/offer", "reliefs.prepayment.offers[1] billing/offer", "reliefs.prepayment.offers[2].months billing/months 0 1 1200",
				"reliefs.prepayment.offers[3].factor billing/no-part 1.05", "reliefs.prepayment.offers[4].gift billing/months 12 1 11",
				"reliefs.prepayment.offers[5].gift billing/months -1 1 11", "reliefs.prepayment.offers[6].months billing/prepaid-too-long 24 12",
			},
		},
		{"pay 11 get 1 free, and 5 % off", `{"reliefs":{"prepayment":{"maxMonths":12,"offers":[{"months":12,"gift":1},{"months":12,"factor":"0.95"}]}}}`, nil},

		// Ceiling, rule BILL-05 and EX-109.
		{"a ceiling without limits", `{"ceiling":{"limits":[]}}`, []string{"ceiling.limits invalid/required limits"}},
		{"a limit without figures", `{"ceiling":{"limits":[{"value":{}}]}}`, []string{"prices[0].value.price billing/over-ceiling 2.8 0", "ceiling.limits[0].value billing/limit"}},
		{"two limits in one", `{"ceiling":{"limits":[{"value":{"price":3,"benchmark":3}}]}}`, []string{"ceiling.limits[0].value billing/limit"}},
		{"a price that floats", `{"ceiling":{"limits":[{"value":{"price":3,"up":"0.2"}}]}}`, []string{"ceiling.limits[0].value billing/limit"}},
		{"floating by 20 for 20 %", `{"ceiling":{"limits":[{"value":{"benchmark":3,"up":20,"down":20}}]}}`, []string{"ceiling.limits[0].value billing/limit"}},
		{"a limit of 7 decimals", `{"ceiling":{"limits":[{"value":{"price":"3.0000001"}}]}}`, []string{"ceiling.limits[0].value money/price-scale 3.0000001"}},
		{"at the limit", `{"ceiling":{"limits":[{"value":{"price":"2.8"}}]}}`, nil},
		{"at a strict limit", `{"ceiling":{"strict":true,"limits":[{"value":{"price":"2.8","source":"批复"}}]}}`, []string{"prices[0].value.price billing/over-ceiling 2.8 2.8 批复"}},
		{"EX-109: 2.00 + 20 % is 2.40", `{"prices":[{"value":{"price":"2.40"}}],"ceiling":{"limits":[{"value":{"benchmark":"2.00","up":"0.2"}}]}}`, nil},
		{
			"a fen over EX-109", `{"prices":[{"value":{"price":"2.41"}}],"ceiling":{"limits":[{"value":{"benchmark":"2.00","up":"0.2","source":"指导价"}}]}}`,
			[]string{"prices[0].value.price billing/over-ceiling 2.41 2.4 指导价"},
		},
		{
			"over it on its last day", `{"prices":[{"to":"2026-06-30","value":{"price":3}},{"from":"2026-07-01","value":{"price":2}}],"ceiling":{"limits":[{"to":"2026-05-31","value":{"price":3}},{"from":"2026-06-30","value":{"price":2,"source":"x"}}]}}`,
			[]string{"prices[0].value.price billing/over-ceiling 3 2 x"},
		},
		{"over it the day before it begins", `{"prices":[{"to":"2026-06-30","value":{"price":3}},{"from":"2026-07-01","value":{"price":2}}],"ceiling":{"limits":[{"from":"2026-07-01","value":{"price":2}}]}}`, nil},
		{"limits out of order", `{"ceiling":{"limits":[{"from":"2026-07-01","value":{"price":3}},{"from":"2026-06-01","value":{"price":3}}]}}`, []string{"ceiling.limits[1].from civil/history-order 2026-06-01 2026-07-01"}},
		{
			"a ceiling of a percentage", `{"basis":{"percent":{"of":["x"]}},"ceiling":{"limits":[{"value":{"price":3}}]}}`,
			[]string{"ceiling billing/ceiling-basis percent", "basis.percent.of[0] billing/no-tariff x"},
		},
		{"a ceiling of a quotation", `{"basis":{"quoted":{}},"prices":null,"ceiling":{"limits":[{"value":{"price":3}}]}}`, []string{"ceiling billing/ceiling-basis quoted"}},
		{"a ceiling of what is agreed", `{"basis":{"agreed":{}},"prices":null,"ceiling":{"limits":[{"value":{"price":3}}]}}`, nil},

		// Charters, rule BILL-09.
		{"a charter the book has not", `{"charter":{"code":"c","version":"1"}}`, []string{"charter.code billing/no-charter c 1"}},
	}
	for _, tt := range cases {
		t.Run(tt.name, func(t *testing.T) {
			doc := `{"currency":"CNY","tariffs":[` + patched(t, plainTariff, tt.patch) + `]}`
			_, err := invalid.Decode[billing.Book]([]byte(doc), "book")
			var want []string
			for _, w := range tt.want {
				want = append(want, "tariffs[0]."+w)
			}
			require.Equal(t, want, problems(err))
		})
	}
}

// TestTermsOfBooks changes a book beyond its one tariff.
func TestTermsOfBooks(t *testing.T) {
	tariff := func(patch string) string { return patched(t, plainTariff, patch) }
	percent := func(code, of, cycle string) string {
		return tariff(`{"code":"` + code + `","basis":{"percent":{"of":["` + of + `"]}},"prices":[{"value":{"price":"0.05"}}]` + cycle + `}`)
	}
	charter := `"charters":[{"code":"ZC","versions":[{"to":"2026-06-30","value":"1"},{"from":"2026-07-01","value":"2"}]}]`
	for _, tt := range []termCase{
		{"nothing wrong", `{}`, nil},
		{"a currency of two letters", `{"currency":"RM"}`, []string{`currency money/currency "RM"`}},
		{"a charter in its second version", `{` + charter + `,"tariffs":[` + tariff(`{"charter":{"code":"ZC","version":"2"}}`) + `]}`, nil},
		{"a version it has not", `{` + charter + `,"tariffs":[` + tariff(`{"charter":{"code":"ZC","version":"3"}}`) + `]}`, []string{"tariffs[0].charter.version billing/no-charter ZC 3"}},
		{
			"charters without anything", `{"charters":[{"code":"","versions":[]},{"code":"A","versions":[{"value":""}]},{"code":"A","versions":[{"from":"2026-02-01","to":"2026-01-01","value":"1"}]}]}`,
			[]string{
				`charters[0].code billing/tariff-code ""`, "charters[0].versions invalid/required versions", "charters[1].versions[0].value invalid/required version",
				`charters[2].code billing/tariff-twice "A"`, "charters[2].versions[0].to civil/history-reversed 2026-02-01 2026-01-01",
			},
		},
		{"totals without rounding", `{"totals":{"rounding":{}}}`, nil},
		{"totals of no sense", `{"totals":{"code":"pm","of":"all","rounding":{"mode":"off","step":"0.001"}}}`, []string{
			`totals.of invalid/word "all" lines, exact`, `totals.rounding.mode invalid/word "off" halfUp, halfEven, halfDown, up, down, ceiling, floor`,
			`totals.code billing/tariff-twice "pm"`, "totals.rounding.step money/step 0.001 CNY 2",
		}},
		{"totals of a tenth of a fen", `{"totals":{"rounding":{"step":"0.001"}}}`, []string{"totals.rounding.step money/step 0.001 CNY 2"}},
		{"totals under the code of a tariff called rounding", `{"tariffs":[` + tariff(`{"code":"rounding"}`) + `],"totals":{"rounding":{"step":"1"}}}`, []string{`totals.code billing/tariff-twice "rounding"`}},
		{"a percentage of the same months", `{"tariffs":[` + tariff(`{"cycle":{"every":"quarter"}}`) + `,` + percent("x", "pm", `,"cycle":{"every":"quarter","dueDays":15}`) + `]}`, nil},
		{"of other months", `{"tariffs":[` + tariff(`{"cycle":{"every":"quarter"}}`) + `,` + percent("x", "pm", ``) + `]}`, []string{"tariffs[1].basis.percent.of[0] billing/percent-cycle pm"}},
		{"of another anchor", `{"tariffs":[` + tariff(`{"cycle":{"anchor":"2026-01-15"}}`) + `,` + percent("x", "pm", ``) + `]}`, []string{"tariffs[1].basis.percent.of[0] billing/percent-cycle pm"}},
		{"of another timing", `{"tariffs":[` + tariff(`{"cycle":{"timing":"advance"}}`) + `,` + percent("x", "pm", ``) + `]}`, []string{"tariffs[1].basis.percent.of[0] billing/percent-cycle pm"}},
		{"of a quotation", `{"tariffs":[` + tariff(`{"basis":{"quoted":{}},"prices":null}`) + `,` + percent("x", "pm", ``) + `]}`, []string{"tariffs[1].basis.percent.of[0] billing/percent-cycle pm"}},
		{"of months from each tenancy's start", `{"tariffs":[` + tariff(`{"basis":{"agreed":{"fromStart":true}},"prices":null}`) + `,` + percent("x", "pm", ``) + `]}`, []string{"tariffs[1].basis.percent.of[0] billing/percent-cycle pm"}},
		{"of a rent by calendar months", `{"tariffs":[` + tariff(`{"basis":{"agreed":{}},"prices":null}`) + `,` + percent("x", "pm", ``) + `]}`, nil},
		{
			"a circle of two", `{"tariffs":[` + percent("a", "b", ``) + `,` + percent("b", "a", ``) + `]}`,
			[]string{"tariffs[0].basis.percent.of billing/percent-circle a → b → a", "tariffs[1].basis.percent.of billing/percent-circle b → a → b"},
		},
		{
			"one that leads into a circle of others", `{"tariffs":[` + percent("a", "b", ``) + `,` + percent("b", "c", ``) + `,` + percent("c", "b", ``) + `]}`,
			[]string{"tariffs[1].basis.percent.of billing/percent-circle b → c → b", "tariffs[2].basis.percent.of billing/percent-circle c → b → c"},
		},
		{
			"two tariffs, all their problems at once", `{"currency":"cny","tariffs":[` + tariff(`{"code":"","state":null,"proration":{"method":"nextMonth"}}`) + `,` + tariff(`{"code":"x","cycle":{"dueDays":9999},"reliefs":{"gift":{"months":0}}}`) + `]}`,
			[]string{
				`currency money/currency "cny"`, `tariffs[0].code billing/tariff-code ""`, "tariffs[0].state invalid/required state", "tariffs[0].proration.exit invalid/required exit",
				"tariffs[1].cycle.dueDays billing/due-days 9999 3660", "tariffs[1].reliefs.gift.months billing/months 0 1 1200",
			},
		},
	} {
		t.Run(tt.name, func(t *testing.T) {
			_, err := invalid.Decode[billing.Book]([]byte(patched(t, `{"currency":"CNY","tariffs":[`+plainTariff+`]}`, tt.patch)), "book")
			require.Equal(t, tt.want, problems(err))
		})
	}
}

// TestTermsOfFacts has every rule of the facts by themselves.
func TestTermsOfFacts(t *testing.T) {
	for _, tt := range []termCase{
		{"nothing", `{}`, nil},
		{"a hold of nothing", `{"holds":[{}]}`, []string{"holds[0].unit invalid/required unit", "holds[0].reason invalid/required reason"}},
		{"one held twice", `{"holds":[{"unit":"1","reason":"a"},{"unit":"1","reason":"b"}]}`, []string{"holds[1].unit billing/hold-twice 1"}},
		{
			"a vacancy of nothing", `{"vacancies":[{}]}`,
			[]string{"vacancies[0].unit invalid/required unit", "vacancies[0].period.start invalid/required start", "vacancies[0].registeredOn invalid/required registeredOn"},
		},
		{
			"a vacancy of no day", `{"vacancies":[{"unit":"1","period":{"start":"2026-07-01","end":"2026-07-01"},"registeredOn":"2026-07-01"}]}`,
			[]string{"vacancies[0].period.end civil/period-reversed 2026-07-01 2026-07-01"},
		},
		{"a vacancy that goes on", `{"vacancies":[{"unit":"1","period":{"start":"2026-07-01"},"registeredOn":"2026-07-01"}]}`, nil},
		{
			"a gift without an end", `{"gifts":[{"unit":"1","period":{"start":"2026-07-01"},"tariffs":["a","b","a"]}]}`,
			[]string{"gifts[0].period.end invalid/required end", `gifts[0].tariffs[2] billing/tariff-twice "a"`},
		},
		{"a gift of nothing", `{"gifts":[{}]}`, []string{"gifts[0].unit invalid/required unit", "gifts[0].period.start invalid/required start", "gifts[0].period.end invalid/required end"}},
		{"a prepayment of nothing", `{"prepayments":[{}]}`, []string{
			"prepayments[0].unit invalid/required unit", `prepayments[0].tariff billing/tariff-code ""`, "prepayments[0].period.start invalid/required start",
			"prepayments[0].period.end invalid/required end", "prepayments[0].total billing/negative 0",
		}},
		{
			"a prepayment of a month and a day", `{"prepayments":[{"unit":"1","tariff":"a","period":{"start":"2026-07-01","end":"2026-08-02"},"total":"1.00 CNY"}]}`,
			[]string{"prepayments[0].period billing/prepaid-period 2026-07-01/2026-08-02"},
		},
		{
			"a prepayment of 1201 months", `{"prepayments":[{"unit":"1","tariff":"a","period":{"start":"2026-01-01","end":"2126-02-01"},"total":"1.00 CNY"}]}`,
			[]string{"prepayments[0].period billing/prepaid-period 2026-01-01/2126-02-01"},
		},
		{"a prepayment of 1200 months", `{"prepayments":[{"unit":"1","tariff":"a","period":{"start":"2026-01-01","end":"2126-01-01"},"total":"0.00 CNY"}]}`, nil},
		{"a prepayment from the 31st", `{"prepayments":[{"unit":"1","tariff":"a","period":{"start":"2026-01-31","end":"2026-02-28"},"total":"1.00 CNY"}]}`, nil},
		{
			"a negative prepayment ended before it begins", `{"prepayments":[{"unit":"1","tariff":"a","period":{"start":"2026-07-01","end":"2026-08-01"},"total":"-1.00 CNY","ended":"2026-06-30"}]}`,
			[]string{"prepayments[0].total billing/negative -1.00 CNY", "prepayments[0].ended billing/prepaid-end 2026-06-30 2026-07-01/2026-08-01"},
		},
		{
			"ended after its end", `{"prepayments":[{"unit":"1","tariff":"a","period":{"start":"2026-07-01","end":"2026-08-01"},"total":"1.00 CNY","ended":"2026-08-02"}]}`,
			[]string{"prepayments[0].ended billing/prepaid-end 2026-08-02 2026-07-01/2026-08-01"},
		},
		{"ended with its end", `{"prepayments":[{"unit":"1","tariff":"a","period":{"start":"2026-07-01","end":"2026-08-01"},"total":"1.00 CNY","ended":"2026-08-01"}]}`, nil},
		{"a claim of nothing", `{"claims":[{}]}`, []string{
			"claims[0].unit invalid/required unit", `claims[0].code billing/tariff-code ""`, `claims[0].tariff billing/tariff-code ""`,
			"claims[0].on invalid/required on", "claims[0].items invalid/required items",
		}},
		{
			"claims with every wrong row",
			`{"claims":[{"code":"C","tariff":"*","unit":"1","on":"2026-07-01","items":[{},{"text":"a","price":"-1","quantity":"-1 h"},{"text":"b","price":1,"free":true}],"tax":{}},{"code":"C","tariff":"r","unit":"1","on":"2026-07-01","items":[{"text":"c","free":true}]}]}`,
			[]string{
				`claims[0].tariff billing/tariff-code "*"`, "claims[0].items[0].text invalid/required text", "claims[0].items[0] billing/no-price",
				"claims[0].items[1].quantity billing/negative -1 h", "claims[0].items[1].price money/price-negative -1.00", "claims[0].items[2] billing/free 1",
				"claims[0].tax invalid/choice inclusive, exclusive nothing", `claims[1].code billing/claim-twice "C"`,
			},
		},
		{"a policy without a source", `{"policies":[{"key":"vat","value":"0.06"}]}`, []string{"policies[0].source invalid/required source"}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			_, err := invalid.Decode[billing.Facts]([]byte(tt.patch), "facts")
			require.Equal(t, tt.want, problems(err))
		})
	}
}
