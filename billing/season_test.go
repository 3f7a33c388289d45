package billing_test

import (
	"testing"
	"unsafe"

	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/require"

	"github.com/wuyekit/wuye/billing"
	"github.com/wuyekit/wuye/property"
	"github.com/wuyekit/wuye/property/civil"
	"github.com/wuyekit/wuye/property/money"
)

// heat is Beijing's heating charge: 24.00 yuan per m² and season from 15 November to 15 March.
func heat() billing.Tariff {
	t := byArea("heat", entry("", "", rate("24.00")))
	t.Cycle = &billing.Cycle{Timing: billing.Advance, Season: winter("")}
	return t
}

// winter is 15 November to 15 March, billed on a day.
func winter(bill string) *billing.Season {
	s := &billing.Season{From: civil.MustParseMonthDay("11-15"), To: civil.MustParseMonthDay("03-15")}
	if bill != "" {
		s.Bill = civil.MustParseMonthDay(bill)
	}
	return s
}

// inMonth bills the home for a month; every bill verifies and derives.
func inMonth(t *testing.T, e property.Estate, b billing.Book, f billing.Facts, month string) []billing.Bill {
	t.Helper()
	out := bills(t, prepare(t, e, b, f, civil.MustParseMonth(month)))
	for _, b := range out {
		require.NoError(t, billing.Verify(b))
		require.NoError(t, b.Why().Check())
	}
	return out
}

// TestSeasonBilled says in which month's run a season is billed, and until when it is to be paid.
func TestSeasonBilled(t *testing.T) {
	for _, tt := range []struct {
		name   string
		timing billing.PaymentTiming
		bill   string
		due    int
		month  string
		dueOn  string
	}{
		{"in advance", billing.Advance, "", 46, "2025-11", "2025-12-31"},
		{"in arrears", billing.Arrears, "", 0, "2026-03", "2026-03-15"},
		{"unset means arrears", 0, "", 10, "2026-03", "2026-03-25"},
		{"ahead in October", billing.Advance, "10-01", 91, "2025-10", "2025-12-31"},
		{"ahead on the first day", billing.Advance, "11-15", 0, "2025-11", "2025-11-15"},
		{"ahead in the year before", billing.Advance, "11-16", 0, "2024-11", "2024-11-16"},
		{"after it in April", billing.Arrears, "04-20", 0, "2026-04", "2026-04-20"},
		{"after it on the last day", billing.Arrears, "03-15", 0, "2026-03", "2026-03-15"},
		{"after it next year", billing.Arrears, "03-14", 0, "2027-03", "2027-03-14"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			tariff := heat()
			tariff.Cycle = &billing.Cycle{Timing: tt.timing, DueDays: tt.due, Season: winter(tt.bill)}
			tariff.Prices = history(entry("2025-11-15", "2026-03-15", rate("24.00"))) // this season and no other
			book := bookOf(tariff)
			for month := day("2024-09-01"); month < day("2027-06-01"); month = month.NextMonth() {
				text := month.String()[:len("2026-01")]
				got := inMonth(t, home(), book, billing.Facts{}, text)
				require.Equal(t, text == tt.month, len(got) == 1, text)
				if len(got) != 1 {
					continue
				}
				require.Equal(t, []string{
					"1-0803 H: 2148.72 CNY, net 2148.72, tax 0.00", // EX-220
					"  heat 2025-11-15 – 2026-03-15 121/121: 89.53 m2 × 24.00 = 2148.72",
				}, show(got))
				line := got[0].Lines[0]
				require.Equal(t, "heat/1-0803/H/2025-11-15", line.ID())
				require.Equal(t, "heat/1-0803/2025-11-15", line.ChargeID())
				require.Equal(t, civil.MustParseSeason("11-15/03-15"), line.Season)
				run := prepare(t, home(), book, billing.Facts{}, civil.MustParseMonth(text))
				require.Equal(t, tt.dueOn, run.DueOn(line).String())
				sum, err := run.Estimate(0, run.Len())
				require.NoError(t, err)
				require.Equal(t, "2148.72 CNY", sum.Total.String())
			}
			dues := book.Dues(period("2024-01-01", "2029-01-01"))
			require.Len(t, dues, 1)
			require.Equal(t, period("2025-11-15", "2026-03-16"), dues[0].Period)
			require.Equal(t, tt.dueOn, dues[0].On.String())
			require.Equal(t, tt.month, dues[0].BilledOn.String()[:len("2026-01")])
		})
	}
}

// TestSeasonDays divides a season by its days where something changes inside it.
func TestSeasonDays(t *testing.T) {
	sold := home()
	sold.Tenancies = []property.Tenancy{
		owner("1-0803", period("2020-01-01", "2026-01-01"), "H"), owner("1-0803", period("2026-01-01", ""), "N"),
	}
	leap := heat()
	leap.Prices = history(entry("", "2027-12-31", rate("24.00")), entry("2028-01-01", "", rate("25.00")))
	handed := home()
	handed.Units[0].DeliveredOn, handed.Units[0].SoldOn = day("2026-01-01"), day("2025-06-01")
	whole := heat()
	whole.ClaimedOnly, whole.Proration.Method = true, billing.WholeMonth
	byDays := heat()
	byDays.ClaimedOnly = true
	gift := heat()
	gift.Reliefs = &billing.Reliefs{Gift: &billing.GiftRelief{Months: 1}}
	for _, tt := range []struct {
		name   string
		estate property.Estate
		tariff billing.Tariff
		month  string
		want   []string
	}{
		// 16 days of November and 31 of December: 2148.72 × 47/121 = 834.626…
		{"sold on New Year's Day", sold, heat(), "2025-11", []string{
			"1-0803 H: 834.63 CNY, net 834.63, tax 0.00",
			"  heat 2025-11-15 – 2025-12-31 47/121: 89.53 m2 × 24.00 = 834.63",
			"1-0803 N: 1314.09 CNY, net 1314.09, tax 0.00",
			"  heat 2026-01-01 – 2026-03-15 74/121: 89.53 m2 × 24.00 = 1314.09",
		}},
		// 47 of 122 days at 24.00 and 75 at 25.00: 827.785… and 1375.973…, together 2203.759…
		{"a price from New Year's Day in a leap season", home(), leap, "2027-11", []string{
			"1-0803 H: 2203.76 CNY, net 2203.76, tax 0.00",
			"  heat 2027-11-15 – 2027-12-31 47/122: 89.53 m2 × 24.00 = 827.79",
			"  heat 2028-01-01 – 2028-03-15 75/122: 89.53 m2 × 25.00 = 1375.97",
		}},
		{"handed over on New Year's Day, the season begun is paid", handed, whole, "2025-11", []string{
			"1-0803 H: 2148.72 CNY, net 2148.72, tax 0.00",
			"  heat 2026-01-01 – 2026-03-15 1/1: 89.53 m2 × 24.00 = 2148.72",
		}},
		{"handed over on New Year's Day, by days", handed, byDays, "2025-11", []string{
			"1-0803 H: 1314.09 CNY, net 1314.09, tax 0.00", // 2148.72 × 74/121 = 1314.093…
			"  heat 2026-01-01 – 2026-03-15 74/121: 89.53 m2 × 24.00 = 1314.09",
		}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			require.Equal(t, tt.want, show(inMonth(t, tt.estate, bookOf(tt.tariff), billing.Facts{}, tt.month)))
		})
	}
	t.Run("a month given from the handover on", func(t *testing.T) {
		handed.Units[0].DefaultPayer = "D" // who pays until then: 47 days; H pays the 43 days from 1 February on
		got := inMonth(t, handed, bookOf(gift), billing.Facts{}, "2025-11")
		require.Equal(t, "834.63 CNY", got[0].Total.String())
		require.Equal(t, "763.59 CNY", got[1].Total.String()) // 2148.72 × 90/121 = 1598.221… less 834.63
	})
}

// TestSeasonBases charges a season by everything it can be charged by.
func TestSeasonBases(t *testing.T) {
	e := home()
	e.Units[0].Spaces, e.Units[0].Building, e.Units[0].Floor = 2, "1", 8
	e.Buildings = []property.Building{{Code: "1", Floors: 30}}
	e.Tenancies[0].Agreed = []property.Agreed{{Fee: "heat", Prices: civil.Always(property.AgreedPrice{Price: money.MustParsePrice("20")})}}
	floors := billing.Rate{Floors: []billing.FloorRate{{Floors: property.FloorRange{From: 1, To: 30}, Price: decimal.RequireFromString("24")}}}
	for name, tt := range map[string]struct {
		basis billing.Basis
		rates civil.History[billing.Rate]
		want  string
	}{
		"area":       {billing.Basis{Area: &billing.AreaBasis{}}, civil.Always(rate("24")), "2148.72"},
		"fixed":      {billing.Basis{Fixed: &billing.FixedBasis{}}, civil.Always(rate("1200")), "1200.00"},
		"perSpace":   {billing.Basis{PerSpace: &billing.PerSpaceBasis{}}, civil.Always(rate("300")), "600.00"},
		"floorTable": {billing.Basis{FloorTable: &billing.FloorTableBasis{Area: &billing.AreaBasis{}}}, civil.Always(floors), "2148.72"},
		"agreed":     {billing.Basis{Agreed: &billing.AgreedBasis{Area: &billing.AreaBasis{}}}, nil, "1790.60"}, // 89.53 × 20
	} {
		t.Run(name, func(t *testing.T) {
			tariff := heat()
			tariff.Basis, tariff.Prices = tt.basis, tt.rates
			service := heat() // 3 % of it for collecting it
			service.Code, service.Prices = "collect", civil.Always(rate("0.03"))
			service.Basis = billing.Basis{Percent: &billing.PercentBasis{Of: []string{"heat"}}}
			got := inMonth(t, e, bookOf(tariff, service), billing.Facts{}, "2025-11")
			require.Len(t, got, 1)
			require.Equal(t, tt.want, number(got[0].Lines[1].Amount))
			base := decimal.RequireFromString(tt.want)
			require.Equal(t, base.Mul(decimal.RequireFromString("0.03")).Round(2).StringFixed(2), number(got[0].Lines[0].Amount))
			require.Equal(t, "collect/1-0803/2025-11-15", got[0].Lines[0].ChargeID())
		})
	}
}

// TestSeasonRefused lists what a season does not go with.
func TestSeasonRefused(t *testing.T) {
	at := func(change func(*billing.Tariff)) func() (billing.Book, billing.Facts) {
		return func() (billing.Book, billing.Facts) {
			tariff := heat()
			change(&tariff)
			return bookOf(tariff), billing.Facts{}
		}
	}
	for name, tt := range map[string]struct {
		documents func() (billing.Book, billing.Facts)
		want      []string
	}{
		"no days": {at(func(t *billing.Tariff) { t.Cycle.Season = &billing.Season{} }), []string{
			"book.tariffs[0].cycle.season.from invalid/required from", "book.tariffs[0].cycle.season.to invalid/required to",
		}},
		"it meets itself": {at(func(t *billing.Tariff) {
			t.Cycle.Season = &billing.Season{From: civil.MustParseMonthDay("02-29"), To: civil.MustParseMonthDay("02-28")}
		}), []string{"book.tariffs[0].cycle.season civil/season 02-29/02-28"}},
		"a quarter": {at(func(t *billing.Tariff) { t.Cycle.Every = billing.Quarterly }), []string{
			"book.tariffs[0].cycle.every billing/not-with every season",
		}},
		"an anchor": {at(func(t *billing.Tariff) { t.Cycle.Anchor = day("2025-11-15") }), []string{
			"book.tariffs[0].cycle.anchor billing/not-with anchor season",
		}},
		"methods of months": {at(func(t *billing.Tariff) {
			t.Proration = billing.Proration{Method: billing.Thirty, Exit: billing.HalfMonth, Handover: billing.NextMonth, HandoverPolicy: "x"}
		}), []string{
			"book.tariffs[0].proration.handoverPolicy billing/not-with handoverPolicy season",
			"book.tariffs[0].proration.method billing/season-proration thirty",
			"book.tariffs[0].proration.exit billing/season-proration halfMonth",
			"book.tariffs[0].proration.handover billing/season-proration nextMonth",
		}},
		"a price per day": {at(func(t *billing.Tariff) { t.Proration.Method = billing.PerDay }), []string{
			"book.tariffs[0].proration.method billing/season-proration perDay",
		}},
		"offers for months": {at(func(t *billing.Tariff) {
			t.Reliefs = &billing.Reliefs{Prepayment: &billing.PrepaymentTerms{Offers: []billing.PrepaymentOffer{{Months: 12, Gift: 1}}}}
		}), []string{"book.tariffs[0].reliefs.prepayment billing/not-with prepayment season"}},
		"months from each tenancy": {at(func(t *billing.Tariff) {
			t.Basis, t.Prices = billing.Basis{Agreed: &billing.AgreedBasis{FromStart: true}}, nil
		}), []string{"book.tariffs[0].cycle.season billing/not-with season agreed"}},
		"a percentage of months": {func() (billing.Book, billing.Facts) {
			service := heat()
			service.Code, service.Basis = "collect", billing.Basis{Percent: &billing.PercentBasis{Of: []string{"heat"}}}
			service.Prices = civil.Always(rate("0.03"))
			monthly := heat()
			monthly.Cycle = nil
			return bookOf(monthly, service), billing.Facts{}
		}, []string{"book.tariffs[1].basis.percent.of[0] billing/percent-cycle heat"}},
		"a percentage of another season": {func() (billing.Book, billing.Facts) {
			service := heat()
			service.Code, service.Basis = "collect", billing.Basis{Percent: &billing.PercentBasis{Of: []string{"heat"}}}
			service.Prices, service.Cycle = civil.Always(rate("0.03")), &billing.Cycle{Timing: billing.Advance, Season: winter("10-01")}
			return bookOf(heat(), service), billing.Facts{}
		}, []string{"book.tariffs[1].basis.percent.of[0] billing/percent-cycle heat"}},
		"what is paid ahead": {func() (billing.Book, billing.Facts) {
			return bookOf(heat()), billing.Facts{Prepayments: []billing.Prepayment{{
				Unit: "1-0803", Tariff: "heat", Period: period("2025-11-01", "2026-03-01"), Total: money.MustParse("2000.00 CNY"),
			}}}
		}, []string{"facts.prepayments[0].tariff billing/not-prepaid heat season"}},
	} {
		t.Run(name, func(t *testing.T) {
			book, facts := tt.documents()
			require.Equal(t, tt.want, refusals(t, book, facts))
		})
	}
}

// TestSeasonListed has the season in the price list, where a month would mislead.
func TestSeasonListed(t *testing.T) {
	got := bookOf(heat()).PriceList(day("2025-09-01"))
	require.Len(t, got, 1)
	require.Equal(t, winter(""), got[0].Season)
	require.Zero(t, got[0].Every)
	require.Equal(t, billing.Advance, got[0].Timing)
}

// TestLineSize keeps a line as small as it is: a month of a million units copies millions of them. A kind of facts is a
// pointer of 8 bytes; a season has none.
func TestLineSize(t *testing.T) {
	require.LessOrEqual(t, unsafe.Sizeof(billing.Line{}), uintptr(264))
}

// TestVerifySeasonLine changes what only months have, and where a season is billed.
func TestVerifySeasonLine(t *testing.T) {
	b := inMonth(t, home(), bookOf(heat()), billing.Facts{}, "2025-11")[0]
	for name, change := range map[string]func(*billing.Bill, *billing.Line){
		"another season":          func(_ *billing.Bill, l *billing.Line) { l.Season = civil.MustParseSeason("11-14/03-15") },
		"a month":                 func(_ *billing.Bill, l *billing.Line) { l.Season = civil.Season{} },
		"days outside the season": func(_ *billing.Bill, l *billing.Line) { l.Period = period("2026-03-10", "2026-03-20") },
		"days of no season":       func(_ *billing.Bill, l *billing.Line) { l.Period = period("2026-04-10", "2026-04-20") },
		"a quarter":               func(_ *billing.Bill, l *billing.Line) { l.Every = billing.Quarterly },
		"an anchor":               func(_ *billing.Bill, l *billing.Line) { l.Anchor = 15 },
		"no timing":               func(_ *billing.Bill, l *billing.Line) { l.Timing = 0 },
		"thirtieths":              func(_ *billing.Bill, l *billing.Line) { l.Proration = billing.Thirty },
		"after its first day":     func(b *billing.Bill, _ *billing.Line) { b.Period = civil.MustParseMonth("2025-12") },
		"more than a year before": func(b *billing.Bill, _ *billing.Line) { b.Period = civil.MustParseMonth("2024-10") },
		"in arrears, before it":   func(_ *billing.Bill, l *billing.Line) { l.Timing = billing.Arrears },
		"in arrears, a year too late": func(b *billing.Bill, l *billing.Line) {
			l.Timing, b.Period = billing.Arrears, civil.MustParseMonth("2027-04")
		},
		"an instalment": func(_ *billing.Bill, l *billing.Line) {
			l.Facts = billing.LineFacts{Instalment: &billing.Instalment{
				Total: l.Amount, Net: l.Amount, Month: 1, Months: 1, Days: 121, Of: 121,
			}}
		},
	} {
		t.Run(name, func(t *testing.T) {
			changed := copied(b)
			change(&changed, &changed.Lines[0])
			require.Error(t, billing.Verify(changed))
		})
	}
	for name, month := range map[string]string{"in the year before": "2024-12", "in October": "2025-10"} {
		t.Run(name, func(t *testing.T) {
			ahead := copied(b)
			ahead.Period = civil.MustParseMonth(month)
			require.NoError(t, billing.Verify(ahead)) // which day bills it, the line does not say
		})
	}
}
