package billing_test

import (
	"math/big"
	"os"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/require"

	"github.com/wuyekit/wuye/billing"
	"github.com/wuyekit/wuye/property"
	"github.com/wuyekit/wuye/property/civil"
	"github.com/wuyekit/wuye/property/invalid"
	"github.com/wuyekit/wuye/property/money"
	"github.com/wuyekit/wuye/property/policy"
)

// TestTraps are the traps of DOMAIN-CN 0.4 that a bill can fall into, by the rows in
// testdata/policies-cn.json.
func TestTraps(t *testing.T) {
	rows := policiesCN(t)
	t.Run("TRAP-05", func(t *testing.T) { testVATOf2026(t, rows) })
	t.Run("TRAP-06", func(t *testing.T) { testOnePercentIsNotForLeasing(t, rows) })
	t.Run("TRAP-11", func(t *testing.T) { testMonthOfHandover(t, rows) })
	t.Run("TRAP-12", func(t *testing.T) { testVacancyByPlace(t, rows) })
	t.Run("TRAP-20", testAmortisation)
}

func policiesCN(t *testing.T) []policy.Row {
	t.Helper()
	data, err := os.ReadFile(filepath.Join("testdata", "policies-cn.json"))
	require.NoError(t, err)
	doc, err := invalid.Decode[policy.Document](data, "policies")
	require.NoError(t, err)
	return doc.Rows
}

// taxedBy is a fixed price per month that contains the tax of a policy row.
func taxedBy(code, price, key string) billing.Tariff {
	t := fixed(code, price)
	t.Tax = &billing.Tax{Inclusive: &billing.TaxRate{Policy: key}}
	return t
}

// taxCase is a price in one month and the tax in it.
type taxCase struct {
	name, price, policy, month string
	net, tax                   string // without them the run is refused
}

func runTaxCases(t *testing.T, rows []policy.Row, cases []taxCase) {
	t.Helper()
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			reg, err := home().Build()
			require.NoError(t, err)
			run, err := billing.Prepare(reg, bookOf(taxedBy("fee", c.price, c.policy)), billing.Facts{Policies: rows}, civil.MustParseMonth(c.month))
			if c.net == "" {
				require.ErrorIs(t, err, policy.ErrNoRow)
				return
			}
			require.NoError(t, err)
			all := bills(t, run)
			require.Len(t, all, 1)
			require.Equal(t, []string{c.net, c.tax}, []string{number(all[0].Net), number(all[0].Tax)})
		})
	}
}

// The levy rate is 3 % from 2026; 5 % for leasing is transitional; water is taxed in full.
// Figures: EX-116.
func testVATOf2026(t *testing.T, rows []policy.Row) {
	t.Helper()
	runTaxCases(t, rows, []taxCase{
		{"rent of a small-scale taxpayer in 2025: 5 %", "3500.00", "vat.leasing.smallScale", "2025-12", "3333.33", "166.67"},
		{"from 2026: 3 %", "3500.00", "vat.leasing.smallScale", "2026-01", "3398.06", "101.94"},
		{"rent of a general taxpayer: 9 %, before and after", "3500.00", "vat.leasing.general", "2025-12", "3211.01", "288.99"},
		{"and in 2026", "3500.00", "vat.leasing.general", "2026-01", "3211.01", "288.99"},
		{"an old project to the end of 2027: 5 %", "3500.00", "vat.leasing.oldProject", "2027-12", "3333.33", "166.67"},
		{"nobody knows the rate after the transition, so none is made up", "3500.00", "vat.leasing.oldProject", "2028-01", "", ""},
		{"water to 2025 was taxed on the difference, which is no rate of the price", "70.00", "vat.water.simplified", "2025-12", "", ""},
		{"water from 2026: 3 % in full", "70.00", "vat.water.simplified", "2026-01", "67.96", "2.04"},
	})
	t.Run("a month of rent over the turn of the year: each day has its own rate", func(t *testing.T) {
		e := home()
		e.Tenancies = append(e.Tenancies, property.Tenancy{
			Unit: "1-0803", Kind: property.Lease, Holders: []property.Holder{{Party: "T"}}, Term: period("2025-10-20", "2027-10-20"),
			Agreed: []property.Agreed{{Fee: "rent", Prices: civil.Always(property.AgreedPrice{Price: money.MustParsePrice("3500")})}},
		})
		rent := billing.Tariff{
			Code: "rent", State: billing.InForce, AppliesTo: property.Scope{All: true},
			Basis: billing.Basis{Agreed: &billing.AgreedBasis{FromStart: true}},
			Tax:   &billing.Tax{Inclusive: &billing.TaxRate{Policy: "vat.leasing.smallScale"}},
		}
		got := bills(t, prepare(t, e, bookOf(rent), billing.Facts{Policies: rows}, civil.MustParseMonth("2026-01")))
		require.Empty(t, cmp.Diff([]string{
			"1-0803 T: 3500.00 CNY, net 3373.00, tax 127.00",
			"  rent 2025-12-20 – 2025-12-31 12/31: 1 unit × 3500.00 = 1354.84, inclusive 0.05: 1290.32 + 64.52",
			"  rent 2026-01-01 – 2026-01-19 19/31: 1 unit × 3500.00 = 2145.16, inclusive 0.03: 2082.68 + 62.48",
		}, show(got)))
	})
}

// The 1 % of small-scale taxpayers is for services; letting a parking space is leasing.
func testOnePercentIsNotForLeasing(t *testing.T, rows []policy.Row) {
	t.Helper()
	runTaxCases(t, rows, []taxCase{
		{"the property fee: 1 %", "250.68", "vat.service.smallScale", "2026-11", "248.20", "2.48"},
		{"a parking space let by the same company: 3 %, not 1.49", "150.00", "vat.leasing.smallScale", "2026-11", "145.63", "4.37"},
		{"the last month of the relief", "250.68", "vat.service.smallScale", "2027-12", "248.20", "2.48"},
		{"after it: 3 %", "250.68", "vat.service.smallScale", "2028-01", "243.38", "7.30"},
		{"a general taxpayer's space lease: 9 %", "150.00", "vat.leasing.general", "2026-11", "137.61", "12.39"},
		{"and its management of the space: 6 %", "150.00", "vat.service.general", "2026-11", "141.51", "8.49"},
	})
	t.Run("both on one bill", func(t *testing.T) {
		book := bookOf(taxedBy("pm", "250.68", "vat.service.smallScale"), taxedBy("space", "150.00", "vat.leasing.smallScale"))
		got := bills(t, prepare(t, home(), book, billing.Facts{Policies: rows}, civil.MustParseMonth("2026-11")))
		require.Equal(t, []string{
			"1-0803 H: 400.68 CNY, net 393.83, tax 6.85",
			"  pm 2026-11-01 – 2026-11-30 30/30: 1 home × 250.68 = 250.68, inclusive 0.01: 248.20 + 2.48",
			"  space 2026-11-01 – 2026-11-30 30/30: 1 home × 150.00 = 150.00, inclusive 0.03: 145.63 + 4.37",
		}, show(got))
	})
}

// handedOver is the home, sold by the developer D and handed over to H on a day.
func handedOver(region, on string) property.Estate {
	e := home()
	e.Community.Region = region
	u := &e.Units[0]
	u.SoldOn, u.DeliveredOn, u.DefaultPayer = day("2025-06-01"), day(on), "D"
	e.Tenancies = []property.Tenancy{owner("1-0803", period("2025-06-01", ""), "H")}
	return e
}

// In Beijing and Shanghai the month of the handover is the developer's; by the day is what
// contracts say elsewhere.
func testMonthOfHandover(t *testing.T, rows []policy.Row) {
	t.Helper()
	const (
		developers = "1-0803 D: 250.68 CNY, net 250.68, tax 0.00"
		owners     = "1-0803 H: 250.68 CNY, net 250.68, tax 0.00"
		wholeMarch = "  pm 2026-03-01 – 2026-03-31 31/31: 89.53 m2 × 2.80 = 250.68"
		wholeApril = "  pm 2026-04-01 – 2026-04-30 30/30: 89.53 m2 × 2.80 = 250.68"
	)
	byDays := []string{
		"1-0803 D: 80.87 CNY, net 80.87, tax 0.00", // 250.684 × 10/31 = 80.8658
		"  pm 2026-03-01 – 2026-03-10 10/31: 89.53 m2 × 2.80 = 80.87",
		"1-0803 H: 169.81 CNY, net 169.81, tax 0.00", // the rest of the rounded 250.68
		"  pm 2026-03-11 – 2026-03-31 21/31: 89.53 m2 × 2.80 = 169.81",
	}
	contract := billing.Proration{HandoverPolicy: "fee.handover.month"}
	half := billing.Proration{Handover: billing.HalfMonth, HandoverPolicy: "fee.handover.month"}
	march, april := civil.MustParseMonth("2026-03"), civil.MustParseMonth("2026-04")
	for _, c := range []struct {
		name   string
		estate property.Estate
		rule   billing.Proration
		month  civil.Period
		want   []string
	}{
		{"Beijing, on 11 March: March is the developer's", handedOver("110105", "2026-03-11"), contract, march, []string{developers, wholeMarch}},
		{"and April the owner's", handedOver("110105", "2026-03-11"), contract, april, []string{owners, wholeApril}},
		{"Shanghai", handedOver("310115", "2026-03-11"), contract, march, []string{developers, wholeMarch}},
		{"Hangzhou has no such rule: by the day", handedOver("330106", "2026-03-11"), contract, march, byDays},
		{"no region", handedOver("", "2026-03-11"), contract, march, byDays},
		{"the law goes before the contract's own method", handedOver("110105", "2026-03-11"), half, march, []string{developers, wholeMarch}},
		{"which holds elsewhere: by the 15th the owner pays in full", handedOver("330106", "2026-03-11"), half, march, []string{
			owners, "  pm 2026-03-11 – 2026-03-31 1/1: 89.53 m2 × 2.80 = 250.68",
		}},
		{"a contract that names no policy", handedOver("110105", "2026-03-11"), billing.Proration{}, march, byDays},
		{"on the last day", handedOver("310115", "2026-03-31"), contract, march, []string{developers, wholeMarch}},
		{"on the first day it is the month of handover all the same", handedOver("310115", "2026-03-01"), contract, march, []string{developers, wholeMarch}},
		{"on the first of April: March is the developer's anyway", handedOver("310115", "2026-04-01"), contract, march, []string{developers, wholeMarch}},
	} {
		t.Run(c.name, func(t *testing.T) { checkHandover(t, c.estate, rows, c.rule, c.month, c.want) })
	}
	t.Run("a sale from owner to owner is no handover", func(t *testing.T) {
		e := handedOver("110105", "2025-08-11")
		e.Tenancies = []property.Tenancy{owner("1-0803", period("2025-06-01", "2026-03-11"), "H"), owner("1-0803", period("2026-03-11", ""), "N")}
		checkHandover(t, e, rows, contract, march, []string{
			"1-0803 H: 80.87 CNY, net 80.87, tax 0.00",
			"  pm 2026-03-01 – 2026-03-10 10/31: 89.53 m2 × 2.80 = 80.87",
			"1-0803 N: 169.81 CNY, net 169.81, tax 0.00",
			"  pm 2026-03-11 – 2026-03-31 21/31: 89.53 m2 × 2.80 = 169.81",
		})
	})
	t.Run("a tenant who moves in later that month pays from April", func(t *testing.T) {
		e := handedOver("110105", "2026-03-11")
		e.Tenancies = append(e.Tenancies, lease("1-0803", "T", period("2026-03-20", "2027-03-20"), "pm"))
		checkHandover(t, e, rows, contract, march, []string{developers, wholeMarch})
		checkHandover(t, e, rows, contract, april, []string{"1-0803 T: 250.68 CNY, net 250.68, tax 0.00", wholeApril})
	})
	t.Run("before the rule of Beijing, by the day", func(t *testing.T) {
		e := handedOver("110105", "2019-03-11")
		e.Units[0].SoldOn, e.Tenancies[0].Term.Start = day("2018-06-01"), day("2018-06-01")
		checkHandover(t, e, rows, contract, civil.MustParseMonth("2019-03"), []string{
			"1-0803 D: 80.87 CNY, net 80.87, tax 0.00",
			"  pm 2019-03-01 – 2019-03-10 10/31: 89.53 m2 × 2.80 = 80.87",
			"1-0803 H: 169.81 CNY, net 169.81, tax 0.00",
			"  pm 2019-03-11 – 2019-03-31 21/31: 89.53 m2 × 2.80 = 169.81",
		})
	})
	// A tariff for claimed units only has no developer to charge, and the owner begins in April all the same.
	for _, on := range []string{"2026-03-01", "2026-03-11", "2026-03-31"} {
		t.Run("claimed units only, handed over on "+on, func(t *testing.T) {
			claimed := byArea("pm", entry("", "", rate("2.80")))
			claimed.ClaimedOnly, claimed.Proration = true, contract
			facts := billing.Facts{Policies: rows}
			require.Equal(t, []string{owners, wholeApril}, show(bills(t, prepare(t, handedOver("110105", on), bookOf(claimed), facts, april))))
			require.Empty(t, show(bills(t, prepare(t, handedOver("110105", on), bookOf(claimed), facts, march))))
		})
	}
	// Rows are chosen by the business date (DOMAIN-CN 0.3), here the day of the handover.
	t.Run("a rule that begins inside the month holds from its day", func(t *testing.T) {
		begun := []policy.Row{{Region: "31", Key: "fee.handover.month", Value: "nextMonth", From: day("2026-03-11"), Source: "条例"}}
		checkHandover(t, handedOver("310115", "2026-03-11"), begun, contract, march, []string{developers, wholeMarch})
	})
	t.Run("a rule that ended before the handover does not hold", func(t *testing.T) {
		ended := []policy.Row{{Region: "31", Key: "fee.handover.month", Value: "nextMonth", To: day("2026-03-10"), Source: "条例"}}
		checkHandover(t, handedOver("310115", "2026-03-11"), ended, contract, march, byDays)
	})
}

func checkHandover(t *testing.T, e property.Estate, rows []policy.Row, rule billing.Proration, month civil.Period, want []string) {
	t.Helper()
	pm := byArea("pm", entry("", "", rate("2.80")))
	pm.Proration = rule
	got := bills(t, prepare(t, e, bookOf(pm), billing.Facts{Policies: rows}, month))
	if diff := cmp.Diff(want, show(got)); diff != "" {
		t.Errorf("mismatch (-want +got)\n%s", diff)
	}
	for _, b := range got {
		require.NoError(t, billing.Verify(b))
		require.NoError(t, b.Why().Check())
	}
}

// Whether a vacant unit pays less is for the city to say.
func testVacancyByPlace(t *testing.T, rows []policy.Row) {
	t.Helper()
	for _, c := range []struct {
		name, region, since string
		want                string
	}{
		{"Binzhou, vacant for more than six months: 60 %", "371602", "2025-06-01", "150.41"},
		{"six months to the day before: 60 %", "371602", "2025-07-01", "150.41"},
		{"the six months are full on 16 January: 121.2987 + 129.3853 × 0.6 = 198.9299", "371602", "2025-07-16", "198.93"},
		{"full on 1 February", "371602", "2025-08-01", "250.68"},
		{"Jinan in the same province sets nothing", "370102", "2020-01-01", "250.68"},
		{"Liaocheng's ratio is not known here, and none is made up", "371502", "2020-01-01", "250.68"},
		{"Lishui: vacancy is no ground, whatever the province says", "331102", "2020-01-01", "250.68"},
		{"Shaoxing", "330602", "2020-01-01", "250.68"},
		{"Hangzhou follows the province", "330106", "2020-01-01", "175.48"},
		{"a padded code of the city is the city", "331100", "2020-01-01", "250.68"},
		{"nowhere", "", "2020-01-01", "250.68"},
	} {
		t.Run(c.name, func(t *testing.T) {
			e := home()
			e.Community.Region = c.region
			e.Tenancies[0].Term.Start = day("2010-01-01")
			pm := byArea("pm", entry("", "", rate("2.80")))
			pm.Reliefs = &billing.Reliefs{Vacancy: &billing.VacancyRelief{Policy: "fee.vacancy"}}
			facts := billing.Facts{Policies: rows, Vacancies: []billing.Vacancy{{Unit: "1-0803", Period: period(c.since, ""), RegisteredOn: day(c.since)}}}
			all := bills(t, prepare(t, e, bookOf(pm), facts, civil.MustParseMonth("2026-01")))
			require.Len(t, all, 1)
			require.Equal(t, c.want, number(all[0].Total))
			require.NoError(t, billing.Verify(all[0]))
		})
	}
}

// prepaidYear is a year of 3008.16 paid ahead, with 6 % tax in it.
func prepaidYear() (billing.Book, billing.Facts) {
	pm := byArea("pm", entry("", "", rate("2.80")))
	pm.Tax = inclusive(entry("", "", decimal.RequireFromString("0.06")))
	return bookOf(pm), billing.Facts{Prepayments: []billing.Prepayment{{
		Unit: "1-0803", Tariff: "pm", Period: period("2026-01-01", "2027-01-01"), Total: money.MustParse("3008.16 CNY"),
	}}}
}

// What is paid ahead is spread by cumulative rounding, and each month's tax is gross − net.
func testAmortisation(t *testing.T) {
	t.Helper()
	t.Run("EX-118: net 236.50 in June, and gross 250.68 every month", func(t *testing.T) {
		book, facts := prepaidYear()
		all := bills(t, prepare(t, home(), book, facts, period("2026-01-01", "2027-01-01")))
		require.Len(t, all, 1)
		require.Equal(t, []string{"3008.16", "2837.89", "170.27"}, []string{number(all[0].Total), number(all[0].Net), number(all[0].Tax)})
		require.Len(t, all[0].Lines, 12)
		for i, l := range all[0].Lines {
			want := []string{"250.68", "236.49", "14.19"}
			if i == 5 {
				want = []string{"250.68", "236.50", "14.18"}
			}
			require.Equal(t, want, []string{number(l.Amount), number(l.Net), number(l.Tax)}, l.ID())
		}
		require.NoError(t, billing.Verify(all[0]))
	})
	// Rounding each month by itself would give 12 × 238.15 = 2857.80.
	t.Run("EX-110: the months of 2857.75 add up to it, one run at a time", func(t *testing.T) {
		book, facts := prepaidYear()
		book.Tariffs[0].Tax, facts.Prepayments[0].Total = nil, money.MustParse("2857.75 CNY")
		var sum money.Sum
		for m := range 12 {
			start := day("2026-01-01").AddMonths(m)
			all := bills(t, prepare(t, home(), book, facts, civil.Period{Start: start, End: start.AddMonths(1)}))
			require.Len(t, all, 1)
			sum.Add(all[0].Total)
		}
		total, err := sum.Total()
		require.NoError(t, err)
		require.Equal(t, "2857.75 CNY", total.String())
	})
	t.Run("a home sold on 11 June: both bills together are the month", func(t *testing.T) {
		e := home()
		e.Tenancies = []property.Tenancy{owner("1-0803", period("2020-01-01", "2026-06-11"), "H"), owner("1-0803", period("2026-06-11", ""), "N")}
		book, facts := prepaidYear()
		all := bills(t, prepare(t, e, book, facts, civil.MustParseMonth("2026-06")))
		require.Len(t, all, 2)
		got := [][]string{}
		for _, b := range all {
			require.NoError(t, billing.Verify(b))
			got = append(got, []string{b.Payer, number(b.Total), number(b.Net), number(b.Tax)})
		}
		// Net: 2837.89 × (5 + 10/30) ÷ 12 = 1261.2844 less 5/12 = 1182.4542, and 6/12 = 1418.945 less 1261.28.
		require.Equal(t, [][]string{{"H", "83.56", "78.83", "4.73"}, {"N", "167.12", "157.67", "9.45"}}, got)
	})
	testNoInstalmentLost(t)
	t.Run("no instalment is lost: months from the 31st", func(t *testing.T) {
		testPrepaidFromThe31st(t)
	})
	t.Run("what was served when it ends is what the refund says", func(t *testing.T) {
		book, facts := prepaidYear()
		book.Tariffs[0].Tax, facts.Prepayments[0].Total = nil, money.MustParse("2857.75 CNY")
		facts.Prepayments[0].Ended = day("2026-06-11")
		all := bills(t, prepare(t, home(), book, facts, period("2026-01-01", "2026-07-01")))
		require.Len(t, all, 1)
		var served money.Sum
		rest := money.Amount{}
		for _, l := range all[0].Lines {
			if l.Facts.Instalment != nil {
				served.Add(l.Amount)
			} else {
				require.Equal(t, period("2026-06-11", "2026-07-01"), l.Period)
				rest = l.Amount
			}
		}
		total, err := served.Total()
		require.NoError(t, err)
		require.Equal(t, "1270.11 CNY", total.String()) // 2857.75 − 1587.64 of EX-111
		require.Equal(t, "167.12 CNY", rest.String())   // 250.684 × 20/30
	})
}

// Whatever becomes of the months of a unit, its instalments add up to what was paid.
func testNoInstalmentLost(t *testing.T) {
	t.Helper()
	area := func(days ...string) func(*property.Estate) {
		return func(e *property.Estate) {
			for i, d := range days {
				e.Units[0].Areas = append(e.Units[0].Areas, entry(d, "", gross([]string{"91.20", "95.00"}[i])))
			}
		}
	}
	sold := func(on string) func(*property.Estate) {
		return func(e *property.Estate) {
			e.Tenancies = []property.Tenancy{owner("1-0803", period("2020-01-01", on), "H"), owner("1-0803", period(on, ""), "N")}
		}
	}
	arrived := func(e *property.Estate) { e.Tenancies[0].Term.Start = day("2026-01-01") }
	for _, c := range []struct {
		name   string
		estate func(*property.Estate)
		rule   billing.Proration
	}{
		{"the area changes on the 31st, by the day", area("2026-01-31"), billing.Proration{}},
		{"the area changes on the 31st, months of 30 days", area("2026-01-31"), billing.Proration{Method: billing.Thirty}},
		{"the area changes on the 30th and 31st, months of 30 days", area("2026-01-30", "2026-01-31"), billing.Proration{Method: billing.Thirty}},
		{"sold on the 31st, months of 30 days", sold("2026-01-31"), billing.Proration{Method: billing.Thirty}},
		{"sold, the day of entry is free", sold("2026-01-11"), billing.Proration{EntryDayFree: true}},
		{"sold, who enters pays from next month", sold("2026-01-11"), billing.Proration{Method: billing.NextMonth, Exit: billing.ActualDays}},
		{"sold, who enters pays the month", sold("2026-01-11"), billing.Proration{Method: billing.WholeMonth}},
		{"sold, half months", sold("2026-01-11"), billing.Proration{Method: billing.HalfMonth}},
		{"the first owner's first month, the day of entry is free", arrived, billing.Proration{EntryDayFree: true}},
		{"the first owner's first month", arrived, billing.Proration{Method: billing.NextMonth, Exit: billing.ActualDays}},
	} {
		t.Run("no instalment is lost: "+c.name, func(t *testing.T) {
			e := home()
			c.estate(&e)
			book, facts := prepaidYear()
			book.Tariffs[0].Proration = c.rule
			var sum, net money.Sum
			for _, b := range bills(t, prepare(t, e, book, facts, period("2026-01-01", "2027-01-01"))) {
				require.False(t, b.IsHeld(), b.Held)
				require.NoError(t, billing.Verify(b))
				sum.Add(b.Total)
				net.Add(b.Net)
			}
			total, err := sum.Total()
			require.NoError(t, err)
			before, err := net.Total()
			require.NoError(t, err)
			require.Equal(t, []string{"3008.16 CNY", "2837.89 CNY"}, []string{total.String(), before.String()})
		})
	}
}

// Months from the 31st begin on 30 April and 31 May; nobody pays ahead for a part of one.
func testPrepaidFromThe31st(t *testing.T) {
	t.Helper()
	pm := byArea("pm", entry("", "", rate("2.80")))
	pm.Cycle = &billing.Cycle{Anchor: day("2026-01-31")}
	reg, err := home().Build()
	require.NoError(t, err)
	for _, p := range []civil.Period{period("2026-04-30", "2026-05-30"), period("2026-04-30", "2026-05-31"), period("2026-03-31", "2026-05-31")} {
		run, err := billing.Prepare(reg, bookOf(pm), billing.Facts{Prepayments: []billing.Prepayment{
			{Unit: "1-0803", Tariff: "pm", Period: p, Total: money.MustParse("500.00 CNY")},
		}}, period("2026-04-01", "2026-07-01"))
		if err != nil {
			require.ErrorIs(t, err, billing.ErrPrepaidPeriod, p)
			continue
		}
		var paid money.Sum
		for _, b := range bills(t, run) {
			for _, l := range b.Lines {
				if l.Facts.Instalment != nil {
					paid.Add(l.Amount)
				}
			}
		}
		total, err := paid.Total()
		require.NoError(t, err)
		require.Equal(t, "500.00 CNY", total.String(), p)
	}
}

// FuzzSchedule holds that instalments add up to what was paid, gross and net, and that none is
// more than a fen from its exact part.
func FuzzSchedule(f *testing.F) {
	f.Add(int64(300816), int64(283789), 12)
	f.Add(int64(285775), int64(285775), 12)
	f.Add(int64(1), int64(0), 1200)
	f.Add(int64(-7), int64(-6), 3)
	f.Add(int64(1<<62), int64(1<<61), 7)
	f.Add(int64(-1<<63), int64(1<<63-1), 1)
	f.Fuzz(func(t *testing.T, gross, net int64, months int) {
		schedule, err := billing.Schedule(money.New(gross, cny), money.New(net, cny), months)
		if months < 1 || months > 1200 {
			require.ErrorIs(t, err, billing.ErrPrepaidPeriod)
			return
		}
		require.NoError(t, err)
		require.Len(t, schedule, months)
		sums := [2]*big.Int{new(big.Int), new(big.Int)}
		for k, i := range schedule {
			g, n, err := i.Amounts()
			require.NoError(t, err)
			for j, part := range []struct{ of, got int64 }{{gross, g.Minor()}, {net, n.Minor()}} {
				sums[j].Add(sums[j], big.NewInt(part.got))
				exact := big.NewRat(part.of, 1)
				exact.Mul(exact, big.NewRat(int64(k+1), int64(months)))
				off := exact.Sub(exact, new(big.Rat).SetInt(sums[j]))
				require.LessOrEqual(t, off.Abs(off).Cmp(big.NewRat(1, 2)), 0, "month %d", k+1)
			}
		}
		require.Zero(t, sums[0].Cmp(big.NewInt(gross)))
		require.Zero(t, sums[1].Cmp(big.NewInt(net)))
	})
}
