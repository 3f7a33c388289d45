package billing_test

import (
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/require"

	"github.com/wuyekit/wuye/billing"
	"github.com/wuyekit/wuye/property"
	"github.com/wuyekit/wuye/property/civil"
	"github.com/wuyekit/wuye/property/invalid"
	"github.com/wuyekit/wuye/property/measure"
	"github.com/wuyekit/wuye/property/money"
)

// TestRules shows, for each rule that refs/CLAUSES.md places in this package, the behaviour that
// carries it.
func TestRules(t *testing.T) {
	for id, test := range map[string]func(*testing.T){
		"BILL-01": ruleAreaTimesPrice, "BILL-02": ruleSeparateLines, "BILL-03": ruleCommercialPrice,
		"BILL-04": ruleApprovedOnly, "BILL-05": ruleBelowApproved, "BILL-06": ruleServiceFirst,
		"BILL-07": ruleChargeClass, "BILL-08": ruleApprover, "BILL-09": ruleCharter,
		"BILL-29": rulePriceHistory, "BILL-30": rulePublishedFirst, "BILL-32": rulePublished,
		"BILL-37": ruleClaimedUnits, "BILL-47": ruleProduce,
	} {
		t.Run(id, test)
	}
}

// tower has a dwelling with a lift, a dwelling without, and a shop, of 100 m² each.
func tower() property.Estate {
	e := property.Estate{
		Community: property.Community{Code: "JY"},
		Parties:   []property.Party{{Code: "H"}},
		Buildings: []property.Building{{Code: "1"}, {Code: "2"}},
		Units: []property.Unit{
			{Code: "1-0101", Building: "1", Use: property.Dwelling},
			{Code: "2-0101", Building: "2", Use: property.Dwelling},
			{Code: "S-01", Building: "1", Use: property.Shop},
		},
	}
	for i := range e.Units {
		e.Units[i].Areas = civil.Always(gross("100.00"))
		e.Tenancies = append(e.Tenancies, owner(e.Units[i].Code, period("2020-01-01", ""), "H"))
	}
	return e
}

// totals are the units of bills with what they come to.
func totals(bs []billing.Bill) map[string]string {
	out := map[string]string{}
	for _, b := range bs {
		out[b.Unit] = number(b.Total)
	}
	return out
}

// refusals are the problems of preparing a run of July 2026 for the home.
func refusals(t *testing.T, b billing.Book, f billing.Facts) []string {
	t.Helper()
	reg, err := home().Build()
	require.NoError(t, err)
	_, err = billing.Prepare(reg, b, f, civil.MustParseMonth("2026-07"))
	return problems(err)
}

// The fee is area × price × months, for each kind of fee.
func ruleAreaTimesPrice(t *testing.T) {
	t.Helper()
	// 89.53 × 0.85 = 76.1005 and 89.53 × 0.10 = 8.953, three months each.
	book := bookOf(byArea("service", entry("", "", rate("0.85"))), byArea("water", entry("", "", rate("0.10"))))
	for i := range book.Tariffs {
		book.Tariffs[i].Cycle = &billing.Cycle{Every: billing.Quarterly}
	}
	got := bills(t, prepare(t, home(), book, billing.Facts{}, civil.MustParseMonth("2026-09")))
	require.Len(t, got, 1)
	require.Equal(t, "255.15 CNY", got[0].Total.String()) // 3 × (76.10 + 8.95)
	require.Len(t, got[0].Lines, 6)
	for i, l := range got[0].Lines {
		require.Equal(t, []string{"76.10", "8.95"}[i/3], number(l.Amount), l.ID())
		require.Equal(t, period("2026-07-01", "").Start.AddMonths(i%3), l.Period.Start)
	}
}

// The lift and the water are lines of their own; a unit without a lift has no such line.
func ruleSeparateLines(t *testing.T) {
	t.Helper()
	lift, water := byArea("lift", entry("", "", rate("0.35"))), byArea("water", entry("", "", rate("0.10")))
	lift.AppliesTo = property.Scope{Buildings: []string{"1"}, Uses: []property.Use{property.Dwelling}}
	got := bills(t, prepare(t, tower(), bookOf(lift, water), billing.Facts{}, civil.MustParseMonth("2026-07")))
	lines := map[string][]string{}
	for _, b := range got {
		for _, l := range b.Lines {
			lines[b.Unit] = append(lines[b.Unit], l.Tariff+" "+number(l.Amount))
		}
	}
	require.Equal(t, map[string][]string{
		"1-0101": {"lift 35.00", "water 10.00"}, "2-0101": {"water 10.00"}, "S-01": {"water 10.00"},
	}, lines)
}

// Shops pay a single price of their own.
func ruleCommercialPrice(t *testing.T) {
	t.Helper()
	home, shop := byArea("pm", entry("", "", rate("0.85"))), byArea("pm-shop", entry("", "", rate("2.40")))
	home.AppliesTo, shop.AppliesTo = property.Scope{All: true, ExceptUses: []property.Use{property.Shop}}, property.Scope{Uses: []property.Use{property.Shop}}
	got := bills(t, prepare(t, tower(), bookOf(home, shop), billing.Facts{}, civil.MustParseMonth("2026-07")))
	require.Equal(t, map[string]string{"1-0101": "85.00", "2-0101": "85.00", "S-01": "240.00"}, totals(got))
}

// A price that an authority approves is charged from its approval on, and by no other way.
func ruleApprovedOnly(t *testing.T) {
	t.Helper()
	t.Run("only one in force bills", func(t *testing.T) {
		for state, bill := range map[billing.TariffState]bool{
			billing.Draft: false, billing.Submitted: false, billing.Approved: false, billing.InForce: true, billing.Withdrawn: false,
		} {
			pm := byArea("pm", entry("", "", rate("2.80")))
			pm.State, pm.Approver, pm.ApprovedOn = state, "物价局", day("2026-01-10")
			got := bills(t, prepare(t, home(), bookOf(pm), billing.Facts{}, civil.MustParseMonth("2026-07")))
			require.Equal(t, bill, len(got) == 1, state)
			list := bookOf(pm).PriceList(day("2026-07-01"))
			require.Equal(t, bill, len(list) == 1, state)
			require.Equal(t, bill, len(bookOf(pm).Dues(civil.MustParseMonth("2026-07"))) == 1, state)
		}
		require.Contains(t, refusals(t, bookOf(billing.Tariff{
			Code: "pm", AppliesTo: property.Scope{All: true}, Basis: billing.Basis{Area: &billing.AreaBasis{}}, Prices: civil.Always(rate("2.80")),
		}), billing.Facts{}), "book.tariffs[0].state invalid/required state")
	})
	t.Run("the way into force", func(t *testing.T) {
		states := []billing.TariffState{billing.Draft, billing.Submitted, billing.Approved, billing.InForce, billing.Withdrawn}
		ways := map[billing.TariffState][]billing.TariffState{
			billing.Draft:     {billing.Submitted, billing.Withdrawn},
			billing.Submitted: {billing.Draft, billing.Approved, billing.Withdrawn},
			billing.Approved:  {billing.InForce, billing.Withdrawn},
			billing.InForce:   {billing.Withdrawn},
		}
		for _, from := range states {
			require.ElementsMatch(t, ways[from], from.Next(true), from)
			for _, to := range states {
				pm := byArea("pm", entry("", "", rate("2.80")))
				pm.State, pm.Approver, pm.ApprovedOn = from, "物价局", day("2026-01-10")
				next, err := pm.Become(to)
				if slices.Contains(ways[from], to) {
					require.NoError(t, err)
					require.Equal(t, to, next.State)
					continue
				}
				require.ErrorIs(t, err, billing.ErrTransition)
				require.Equal(t, from, next.State)
			}
		}
		require.Empty(t, billing.TariffState(0).Next(false))
		require.Empty(t, billing.TariffState(200).Next(true))
	})
	t.Run("one without an approver may come into force at once", func(t *testing.T) {
		pm := byArea("pm", entry("", "", rate("2.80")))
		pm.State = billing.Draft
		next, err := pm.Become(billing.InForce)
		require.NoError(t, err)
		require.Equal(t, billing.InForce, next.State)
		require.Equal(t, billing.Draft, pm.State, "the argument stays as it was")
	})
	t.Run("an approval has a day", func(t *testing.T) {
		pm := byArea("pm", entry("", "", rate("2.80")))
		pm.State, pm.Approver = billing.Submitted, "物价局"
		_, err := pm.Become(billing.Approved)
		require.ErrorIs(t, err, invalid.ErrRequired)
		pm.State = billing.InForce
		require.Equal(t, []string{"book.tariffs[0].approvedOn invalid/required approvedOn"}, refusals(t, bookOf(pm), billing.Facts{}))
	})
	t.Run("a refused step changes nothing", func(t *testing.T) {
		pm := byArea("pm", entry("", "", rate("2.80")))
		pm.State, pm.Approver = billing.Submitted, "物价局"
		next, err := pm.Become(billing.Approved)
		require.Error(t, err)
		require.Equal(t, billing.Submitted, next.State)
	})
}

// approved is a strict ceiling of 0.90 yuan from a day on.
func approved(from string) *billing.Ceiling {
	return &billing.Ceiling{Strict: true, Limits: history(entry(from, "", billing.Limit{Price: decimal.RequireFromString("0.90"), Source: "核准"}))}
}

// The price is below the approved one; a tariff that is not is refused.
func ruleBelowApproved(t *testing.T) {
	t.Helper()
	over := func(price, limit string) []string {
		return []string{"book.tariffs[0].prices[0].value.price billing/over-ceiling " + price + " " + limit + " 核准"}
	}
	for price, want := range map[string][]string{
		"0.89": nil, "0.899999": nil, "0.90": over("0.9", "0.9"), "0.900000": over("0.9", "0.9"), "0.91": over("0.91", "0.9"),
	} {
		t.Run(price, func(t *testing.T) {
			pm := byArea("pm", entry("", "", rate(price)))
			pm.Ceiling = approved("")
			require.Equal(t, want, refusals(t, bookOf(pm), billing.Facts{}))
		})
	}
	t.Run("inclusive, the approved price itself may be charged", func(t *testing.T) {
		pm := byArea("pm", entry("", "", rate("0.90")))
		pm.Ceiling = approved("")
		pm.Ceiling.Strict = false
		require.Empty(t, refusals(t, bookOf(pm), billing.Facts{}))
	})
	t.Run("it holds on the days both hold", func(t *testing.T) {
		old := history(entry("", "2026-07-15", rate("1.20")), entry("2026-07-16", "", rate("0.89")))
		pm := byArea("pm", old...)
		pm.Ceiling = approved("2026-07-16")
		require.Empty(t, refusals(t, bookOf(pm), billing.Facts{}))
		pm.Ceiling = approved("2026-07-15")
		require.Len(t, refusals(t, bookOf(pm), billing.Facts{}), 1)
	})
	t.Run("a draft over it is refused too", func(t *testing.T) {
		pm := byArea("pm", entry("", "", rate("0.90")))
		pm.State, pm.Ceiling = billing.Draft, approved("")
		require.Len(t, refusals(t, bookOf(pm), billing.Facts{}), 1)
	})
	t.Run("every floor of a table keeps it", func(t *testing.T) {
		lift := byArea("lift", entry("", "", billing.Rate{Floors: []billing.FloorRate{
			{Floors: property.FloorRange{From: 1, To: 5}, Price: decimal.RequireFromString("0.86"), Step: decimal.RequireFromString("0.01")}, // 0.90 on floor 5
		}}))
		lift.Basis, lift.Ceiling = billing.Basis{FloorTable: &billing.FloorTableBasis{}}, approved("")
		require.Len(t, refusals(t, bookOf(lift), billing.Facts{}), 1)
		lift.Prices[0].Value.Floors[0].Floors.To = 4
		require.Empty(t, refusals(t, bookOf(lift), billing.Facts{}))
	})
	t.Run("a rent that rises to it is held from then on", func(t *testing.T) {
		e := home()
		// 0.86 × 1.05 = 0.903 from 2026-03-01.
		e.Tenancies = append(e.Tenancies, property.Tenancy{
			Unit: "1-0803", Kind: property.Lease, Holders: []property.Holder{{Party: "T"}}, Term: period("2025-03-01", "2028-03-01"),
			Agreed: []property.Agreed{{Fee: "rent", Prices: civil.Always(property.AgreedPrice{
				Price: money.MustParsePrice("0.86"), Escalation: &property.Escalation{Rate: money.MustParseRate("0.05"), Every: 12},
			})}},
		})
		rent := billing.Tariff{
			Code: "rent", State: billing.InForce, AppliesTo: property.Scope{All: true}, Basis: billing.Basis{Agreed: &billing.AgreedBasis{Area: &billing.AreaBasis{}}},
			Ceiling: approved(""),
		}
		before := bills(t, prepare(t, e, bookOf(rent), billing.Facts{}, civil.MustParseMonth("2026-02")))
		require.Equal(t, map[string]string{"1-0803": "77.00"}, totals(before)) // 89.53 × 0.86 = 76.9958
		after := bills(t, prepare(t, e, bookOf(rent), billing.Facts{}, civil.MustParseMonth("2026-03")))
		require.Equal(t, []string{"held 1-0803: billing/agreed-over-ceiling rent 0.903 0.9 2026-03-01"}, show(after))
	})
	t.Run("nobody is made to pay ahead", func(t *testing.T) { ruleVoluntaryPrepayment(t) })
}

// The service comes first: a cycle is billed not before its last day, and due no earlier.
func ruleServiceFirst(t *testing.T) {
	t.Helper()
	for _, every := range []billing.CycleLength{billing.Monthly, billing.Quarterly, billing.HalfYearly, billing.Yearly} {
		for _, anchor := range []string{"", "2026-02-15", "2024-01-31"} {
			t.Run(every.String()+" from "+anchor, func(t *testing.T) {
				pm := byArea("pm", entry("", "", rate("2.80")))
				pm.Cycle = &billing.Cycle{Every: every, DueDays: 15}
				if anchor != "" {
					pm.Cycle.Anchor = day(anchor)
				}
				dues := bookOf(pm).Dues(period("2026-01-01", "2028-01-01"))
				require.Len(t, dues, 24/every.Months())
				for _, d := range dues {
					require.Equal(t, d.Period.Last(), d.BilledOn)
					require.Equal(t, d.BilledOn.AddDays(15), d.On)
				}
				run := prepare(t, home(), bookOf(pm), billing.Facts{}, period("2026-01-01", "2028-01-01"))
				for _, b := range bills(t, run) {
					for _, l := range b.Lines {
						require.True(t, l.Period.Last().Before(run.Period().End), l.ID()) // served inside the run
						require.False(t, run.DueOn(l).Before(l.Period.Last()), l.ID())
					}
				}
			})
		}
	}
	t.Run("unset is in arrears", func(t *testing.T) {
		run := prepare(t, home(), bookOf(byArea("pm", entry("", "", rate("2.80")))), billing.Facts{}, civil.MustParseMonth("2026-07"))
		require.Equal(t, day("2026-07-31"), run.DueOn(bills(t, run)[0].Lines[0]))
	})
	t.Run("due before the service is refused in arrears, and no matter in advance", func(t *testing.T) {
		pm := byArea("pm", entry("", "", rate("2.80")))
		pm.Cycle = &billing.Cycle{Timing: billing.Advance, DueDays: -10}
		require.Empty(t, refusals(t, bookOf(pm), billing.Facts{}))
		pm.Cycle.Timing = billing.Arrears
		require.NotEmpty(t, refusals(t, bookOf(pm), billing.Facts{}))
		pm.Cycle.Timing = 0
		require.NotEmpty(t, refusals(t, bookOf(pm), billing.Facts{}))
	})
	t.Run("paying ahead is voluntary", ruleVoluntaryPrepayment)
}

// Offers for paying ahead change nothing for who does not take them.
func ruleVoluntaryPrepayment(t *testing.T) {
	t.Helper()
	plain, offered := byArea("pm", entry("", "", rate("2.80"))), byArea("pm", entry("", "", rate("2.80")))
	offered.Reliefs = &billing.Reliefs{Prepayment: &billing.PrepaymentTerms{MaxMonths: 12, Offers: []billing.PrepaymentOffer{
		{Months: 12, Factor: decimal.RequireFromString("0.95")}, {Months: 12, Gift: 1},
	}}}
	july := civil.MustParseMonth("2026-07")
	got := bills(t, prepare(t, home(), bookOf(offered), billing.Facts{}, july))
	require.Empty(t, cmp.Diff(show(bills(t, prepare(t, home(), bookOf(plain), billing.Facts{}, july))), show(got)))
	require.Equal(t, map[string]string{"1-0803": "250.68"}, totals(got))
	// Who takes one pays it for no longer than the terms allow.
	paid := billing.Facts{Prepayments: []billing.Prepayment{{Unit: "1-0803", Tariff: "pm", Period: period("2026-07-01", "2027-08-01"), Total: money.MustParse("3000.00 CNY")}}}
	require.Equal(t, []string{"facts.prepayments[0].period billing/prepaid-too-long 13 12"}, refusals(t, bookOf(offered), paid))
}

// Communities of low income go from free over low to the standard charge.
func ruleChargeClass(t *testing.T) {
	t.Helper()
	free, low := billing.Rate{Free: true}, rate("0.20")
	low.Class = billing.LowCharge
	pm := byArea("pm", entry("", "2025-12-31", free), entry("2026-01-01", "2026-12-31", low), entry("2027-01-01", "", rate("0.85")))
	for on, want := range map[string]struct {
		class billing.ChargeClass
		total string
	}{
		"2025-07-01": {billing.FreeCharge, "0.00"}, "2026-07-01": {billing.LowCharge, "17.91"}, "2027-07-01": {billing.StandardCharge, "76.10"},
	} {
		list := bookOf(pm).PriceList(day(on))
		require.Len(t, list, 1)
		require.Equal(t, want.class, list[0].Class, on)
		got := bills(t, prepare(t, home(), bookOf(pm), billing.Facts{}, civil.MustParseMonth(on[:7])))
		require.Equal(t, map[string]string{"1-0803": want.total}, totals(got), on)
	}
	require.Negative(t, int(billing.FreeCharge)-int(billing.LowCharge), "in rising order")
	require.Negative(t, int(billing.LowCharge)-int(billing.StandardCharge))

	for name, r := range map[string]billing.Rate{
		"free with a price":    {Price: decimal.RequireFromString("0.20"), Class: billing.FreeCharge},
		"standard for nothing": {Free: true, Class: billing.StandardCharge},
		"low for nothing":      {Free: true, Class: billing.LowCharge},
		"no such class":        {Price: decimal.RequireFromString("0.20"), Class: 9},
	} {
		require.NotEmpty(t, refusals(t, bookOf(byArea("pm", entry("", "", r))), billing.Facts{}), name)
	}
	t.Run("of floors", func(t *testing.T) {
		lift := byArea("lift", entry("", "", billing.Rate{Floors: []billing.FloorRate{{Floors: property.FloorRange{From: 1, To: 33}, Free: true}}}))
		lift.Basis = billing.Basis{FloorTable: &billing.FloorTableBasis{}}
		list := bookOf(lift).PriceList(day("2026-07-01"))
		require.Len(t, list, 1)
		require.Equal(t, billing.FreeCharge, list[0].Class)
		lift.Prices[0].Value.Floors[0] = billing.FloorRate{Floors: property.FloorRange{From: 1, To: 33}, Price: decimal.RequireFromString("20")}
		lift.Prices[0].Value.Class = billing.FreeCharge
		require.NotEmpty(t, refusals(t, bookOf(lift), billing.Facts{}))
	})
	t.Run("floors said to be free", func(t *testing.T) {
		step := decimal.RequireFromString("1.00")
		lift := byArea("lift", entry("", "", billing.Rate{Floors: []billing.FloorRate{
			{Floors: property.FloorRange{From: 1, To: 33}, Price: decimal.RequireFromString("20"), Step: step, Free: true},
		}}))
		lift.Basis = billing.Basis{FloorTable: &billing.FloorTableBasis{}}
		require.NotEmpty(t, refusals(t, bookOf(lift), billing.Facts{}))
		lift.Prices[0].Value.Floors[0] = billing.FloorRate{Floors: property.FloorRange{From: 1, To: 33}, Step: step}
		require.Empty(t, refusals(t, bookOf(lift), billing.Facts{}))
	})
}

// A tariff names the authority that guides its price.
func ruleApprover(t *testing.T) {
	t.Helper()
	pm := byArea("pm", entry("", "", rate("2.80")))
	pm.Approver, pm.ApprovedOn = "区发展改革局", day("2024-03-01")
	back, err := invalid.Decode[billing.Book]([]byte(toJSON(t, bookOf(pm))), "book")
	require.NoError(t, err)
	list := back.PriceList(day("2026-07-01"))
	require.Len(t, list, 1)
	require.Equal(t, "区发展改革局", list[0].Approver)
	require.Equal(t, day("2024-03-01"), list[0].ApprovedOn)
}

// A tariff belongs to a version of the community's charter and charges while that is in force.
func ruleCharter(t *testing.T) {
	t.Helper()
	first, second := byArea("pm", entry("", "", rate("2.80"))), byArea("pm-2", entry("", "", rate("3.10")))
	first.Charter, second.Charter = &billing.CharterVersion{Code: "章程", Version: "1"}, &billing.CharterVersion{Code: "章程", Version: "2"}
	book := bookOf(first, second)
	book.Charters = []billing.Charter{{Code: "章程", Versions: history(entry("2020-01-01", "2026-07-15", "1"), entry("2026-07-16", "", "2"))}}
	lines := func(month string) []string {
		var out []string
		for _, b := range bills(t, prepare(t, home(), book, billing.Facts{}, civil.MustParseMonth(month))) {
			require.NoError(t, billing.Verify(b))
			for _, l := range b.Lines {
				out = append(out, l.Tariff+" "+number(l.Amount))
			}
		}
		return out
	}
	require.Nil(t, lines("2019-12"), "no charter yet")
	require.Equal(t, []string{"pm 250.68"}, lines("2026-06"))
	require.Equal(t, []string{"pm 121.30", "pm-2 143.25"}, lines("2026-07")) // EX-106
	require.Equal(t, []string{"pm-2 277.54"}, lines("2026-08"))
	for on, want := range map[string]string{"2026-07-15": "pm", "2026-07-16": "pm-2"} {
		list := book.PriceList(day(on))
		require.Len(t, list, 1)
		require.Equal(t, want, list[0].Tariff)
	}
	book.Tariffs[1].Charter.Version = "3"
	require.Equal(t, []string{"book.tariffs[1].charter.version billing/no-charter 章程 3"}, refusals(t, book, billing.Facts{}))
	book.Tariffs[1].Charter.Code = "公约"
	require.Equal(t, []string{"book.tariffs[1].charter.code billing/no-charter 公约 3"}, refusals(t, book, billing.Facts{}))
	t.Run("the calendar ends with the charter", func(t *testing.T) {
		book.Tariffs = book.Tariffs[:1]
		require.Len(t, book.Dues(civil.MustParseMonth("2026-07")), 1)
		require.Empty(t, book.Dues(civil.MustParseMonth("2026-08")))
	})
}

// The price list is dated; each day has the prices in force.
func rulePriceHistory(t *testing.T) {
	t.Helper()
	pm := byArea("pm", entry("2024-03-01", "2026-06-30", rate("2.80")), entry("2026-07-01", "", rate("3.10")))
	book := bookOf(pm)
	require.Empty(t, book.PriceList(day("2024-02-29")))
	for on, want := range map[string]string{"2024-03-01": "2.8", "2026-06-30": "2.8", "2026-07-01": "3.1", "2030-01-01": "3.1"} {
		list := book.PriceList(day(on))
		require.Len(t, list, 1)
		require.Equal(t, want, list[0].Rate.Price.String(), on)
	}
	old := book.PriceList(day("2026-06-30"))[0]
	require.Equal(t, []civil.Date{day("2024-03-01"), day("2026-06-30"), day("2026-07-01")}, []civil.Date{old.From, old.Until, old.Next.From})
	now := book.PriceList(day("2026-07-01"))[0]
	require.True(t, now.Until.IsZero())
	require.Nil(t, now.Next)
	book.Tariffs[0].Prices[1].From = day("2026-07-02")
	require.Equal(t, []string{"book.tariffs[0].prices[1].from billing/price-gap 2026-07-01 2026-07-01"}, refusals(t, book, billing.Facts{}))
}

// A service outside the contract is charged only after its price was published.
func rulePublishedFirst(t *testing.T) {
	t.Helper()
	special := func(from, published string) billing.Tariff {
		r := rate("30.00")
		if published != "" {
			r.PublishedOn = day(published)
		}
		plants := fixed("plants", "1")
		plants.Special, plants.Prices = true, history(entry(from, "", r))
		return plants
	}
	for name, c := range map[string]struct {
		tariff billing.Tariff
		want   []string
	}{
		"published before":        {special("2026-07-01", "2026-06-20"), nil},
		"published that day":      {special("2026-07-01", "2026-07-01"), nil},
		"published the day after": {special("2026-07-01", "2026-07-02"), []string{"book.tariffs[0].prices[0].value.publishedOn billing/unpublished 2026-07-02 2026-07-01"}},
		"never published":         {special("2026-07-01", ""), []string{"book.tariffs[0].prices[0].value.publishedOn invalid/required publishedOn"}},
	} {
		require.Equal(t, c.want, refusals(t, bookOf(c.tariff), billing.Facts{}), name)
	}
	t.Run("a service of the contract need not be", func(t *testing.T) {
		ordinary := special("2026-07-01", "2026-07-02")
		ordinary.Special = false
		require.Empty(t, refusals(t, bookOf(ordinary), billing.Facts{}))
	})
	t.Run("each price of it", func(t *testing.T) {
		dearer := special("2026-07-01", "2026-06-20")
		dearer.Prices[0].To = day("2026-09-30")
		dearer.Prices = append(dearer.Prices, entry("2026-10-01", "", rate("35.00")))
		require.Equal(t, []string{"book.tariffs[0].prices[1].value.publishedOn invalid/required publishedOn"}, refusals(t, bookOf(dearer), billing.Facts{}))
	})
	quoted := billing.Tariff{
		Code: "repair", State: billing.InForce, Special: true, AppliesTo: property.Scope{All: true},
		Basis: billing.Basis{Quoted: &billing.QuotedBasis{PublishedOn: day("2026-07-10")}},
	}
	claim := func(on string) billing.Facts {
		return billing.Facts{Claims: []billing.Claim{{
			Code: "R-1", Tariff: "repair", Unit: "1-0803", On: day(on), Items: []billing.Item{{Text: "水龙头", Price: decimal.RequireFromString("35")}},
		}}}
	}
	t.Run("a quoted one", func(t *testing.T) {
		require.Equal(t, []string{"facts.claims[0].on billing/unpublished 2026-07-10 2026-07-09"}, refusals(t, bookOf(quoted), claim("2026-07-09")))
		got := bills(t, prepare(t, home(), bookOf(quoted), claim("2026-07-10"), civil.MustParseMonth("2026-07")))
		require.Equal(t, map[string]string{"1-0803": "35.00"}, totals(got))
		never := quoted
		never.Basis = billing.Basis{Quoted: &billing.QuotedBasis{}}
		require.Equal(t, []string{"book.tariffs[0].basis.quoted.publishedOn invalid/required publishedOn"}, refusals(t, bookOf(never), claim("2026-07-10")))
	})
	t.Run("one with an agreed price", func(t *testing.T) {
		agreed := quoted
		agreed.Basis = billing.Basis{Agreed: &billing.AgreedBasis{}}
		require.NotEmpty(t, refusals(t, bookOf(agreed), billing.Facts{}))
	})
}

// The price list says what is published and since when.
func rulePublished(t *testing.T) {
	t.Helper()
	published := rate("2.80")
	published.PublishedOn = day("2026-06-20")
	quoted := billing.Tariff{
		Code: "repair", Name: "入户维修", State: billing.InForce, AppliesTo: property.Scope{All: true},
		Basis: billing.Basis{Quoted: &billing.QuotedBasis{PublishedOn: day("2026-07-10")}},
	}
	book := bookOf(byArea("pm", entry("", "", published)), fixed("waste", "8.00"), quoted)
	type row struct {
		Tariff    string
		Published bool
		Since     string
	}
	for on, want := range map[string][]row{
		"2026-06-19": {{"pm", false, "2026-06-20"}, {"repair", false, "2026-07-10"}, {"waste", false, ""}},
		"2026-06-20": {{"pm", true, "2026-06-20"}, {"repair", false, "2026-07-10"}, {"waste", false, ""}},
		"2026-07-10": {{"pm", true, "2026-06-20"}, {"repair", true, "2026-07-10"}, {"waste", false, ""}},
	} {
		var got []row
		for _, p := range book.PriceList(day(on)) {
			r := row{p.Tariff, p.Published, ""}
			if !p.Since.IsZero() {
				r.Since = p.Since.String()
			}
			got = append(got, r)
		}
		require.Equal(t, want, got, on)
	}
}

// The units billed are the claimed ones, as many as the handover rate counts.
func ruleClaimedUnits(t *testing.T) {
	t.Helper()
	e := property.Estate{Community: property.Community{Code: "JY"}, Parties: []property.Party{{Code: "D", Developer: true}, {Code: "H"}}}
	for _, u := range []struct{ code, sold, delivered string }{
		{"a-unsold", "", ""},
		{"b-unclaimed", "2026-01-10", ""},
		{"c-march", "2026-01-10", "2026-03-11"},
		{"d-first", "2026-01-10", "2026-04-01"},
		{"e-last", "2026-01-10", "2026-04-30"},
		{"f-long", "2025-01-10", "2025-06-01"},
	} {
		unit := property.Unit{Code: u.code, Use: property.Dwelling, Areas: civil.Always(gross("100.00")), DefaultPayer: "D"}
		if u.sold != "" {
			unit.SoldOn = day(u.sold)
			e.Tenancies = append(e.Tenancies, owner(u.code, period(u.sold, ""), "H"))
		}
		if u.delivered != "" {
			unit.DeliveredOn = day(u.delivered)
		}
		e.Units = append(e.Units, unit)
	}
	pm := byArea("pm", entry("", "", rate("3.00")))
	pm.ClaimedOnly = true
	for month, want := range map[string]map[string]string{
		"2025-05": {},
		"2026-02": {"f-long": "300.00"},
		"2026-03": {"c-march": "203.23", "f-long": "300.00"}, // 300 × 21/31
		"2026-04": {"c-march": "300.00", "d-first": "300.00", "e-last": "10.00", "f-long": "300.00"},
	} {
		t.Run(month, func(t *testing.T) {
			p := civil.MustParseMonth(month)
			run := prepare(t, e, bookOf(pm), billing.Facts{}, p)
			got := bills(t, run)
			require.Equal(t, want, totals(got))
			rate := run.Register().HandoverRate(pm.AppliesTo, p.Last())
			require.EqualValues(t, len(want), rate.Part)
			for _, b := range got {
				require.Equal(t, "H", b.Payer)
				require.NoError(t, billing.Verify(b))
			}
			sum, err := run.Estimate(0, run.Len())
			require.NoError(t, err)
			require.Equal(t, []int{len(want), 6 - len(want)}, []int{sum.Billed, sum.OutOfScope})
		})
	}
	t.Run("without the rule the developer pays for the others", func(t *testing.T) {
		pm.ClaimedOnly = false
		require.Len(t, totals(bills(t, prepare(t, e, bookOf(pm), billing.Facts{}, civil.MustParseMonth("2026-02")))), 6)
	})
}

// What grows in vacant yards is one of nine kinds, and is sold as a claim.
func ruleProduce(t *testing.T) {
	t.Helper()
	words := []string{"cucumber", "tomato", "chilliPepper", "aubergine", "greenBean", "springOnion", "chive", "grape", "strawberry"}
	var got []string
	for _, p := range billing.AllProduce() {
		got = append(got, p.String())
	}
	require.Equal(t, words, got)
	facts := billing.Facts{Claims: []billing.Claim{{
		Code: "Y-1", Tariff: "produce", Unit: "1-0803", On: day("2026-07-12"), Items: []billing.Item{
			{Text: billing.Tomato.String(), Quantity: measure.MustParseQuantity("2.5 kg"), Price: decimal.RequireFromString("4.50")}, // 11.25
			{Text: billing.Chive.String(), Quantity: measure.MustParseQuantity("0.3 kg"), Price: decimal.RequireFromString("6.15")},  // 1.845
		},
	}}}
	all := bills(t, prepare(t, home(), bookOf(fixed("waste", "8.00")), facts, civil.MustParseMonth("2026-07")))
	require.Len(t, all, 1)
	require.Len(t, all[0].Lines, 2)
	sale := all[0].Lines[0]
	require.Equal(t, "produce 13.10", sale.Tariff+" "+number(sale.Amount)) // 13.095, rounded once
	require.Equal(t, "tomato", sale.Facts.Quoted.Items[0].Text)
	require.NoError(t, billing.Verify(all[0]))
}
