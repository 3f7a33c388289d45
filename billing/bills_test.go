package billing_test

import (
	"errors"
	"sync"
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
	"github.com/wuyekit/wuye/property/policy"
)

// billCase is a worked case: what changes against the home of 89.53 m² at 2.80 a month
// in July 2026 (250.684 → 250.68), and the bills a clerk writes.
type billCase struct {
	name   string
	estate func(*property.Estate)
	book   func(*billing.Book)
	facts  billing.Facts
	period civil.Period // unset: July 2026
	want   []string
}

func (c billCase) bills(t *testing.T) []billing.Bill {
	t.Helper()
	e, b, p := home(), bookOf(byArea("pm", entry("", "", rate("2.80")))), c.period
	if c.estate != nil {
		c.estate(&e)
	}
	if c.book != nil {
		c.book(&b)
	}
	if p == (civil.Period{}) {
		p = civil.MustParseMonth("2026-07")
	}
	return bills(t, prepare(t, e, b, c.facts, p))
}

func runCases(t *testing.T, cases []billCase) {
	t.Helper()
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			got := c.bills(t)
			if diff := cmp.Diff(c.want, show(got)); diff != "" {
				t.Errorf("mismatch (-want +got)\n%s", diff)
			}
			for _, b := range got {
				require.NoError(t, billing.Verify(b))
				if b.IsHeld() {
					continue
				}
				require.NoError(t, b.Why().Check())
				for _, l := range b.Lines {
					require.NoError(t, l.Verify())
					require.NoError(t, l.Why().Check())
					require.NoError(t, l.WhyTax().Check())
				}
			}
		})
	}
}

func TestWholeMonths(t *testing.T) {
	runCases(t, []billCase{
		{name: "EX-102: 89.53 × 2.80 = 250.684", want: []string{
			"1-0803 H: 250.68 CNY, net 250.68, tax 0.00",
			"  pm 2026-07-01 – 2026-07-31 31/31: 89.53 m2 × 2.80 = 250.68",
		}},
		{name: "EX-001: 100.50 × 1.25 = 125.625, a tie goes up", estate: func(e *property.Estate) {
			e.Units[0].Areas = civil.Always(gross("100.50"))
		}, book: func(b *billing.Book) { b.Tariffs[0].Prices = history(entry("", "", rate("1.25"))) }, want: []string{
			"1-0803 H: 125.63 CNY, net 125.63, tax 0.00",
			"  pm 2026-07-01 – 2026-07-31 31/31: 100.5 m2 × 1.25 = 125.63",
		}},
		{name: "several tariffs in the order of their codes", book: func(b *billing.Book) {
			b.Tariffs = append(b.Tariffs, fixed("waste", "8.00"), byArea("lift", entry("", "", rate("0.35"))), fixed("W", "1"))
		}, want: []string{
			"1-0803 H: 291.02 CNY, net 291.02, tax 0.00", // 1.00 + 31.34 + 250.68 + 8.00
			"  W 2026-07-01 – 2026-07-31 31/31: 1 home × 1.00 = 1.00",
			"  lift 2026-07-01 – 2026-07-31 31/31: 89.53 m2 × 0.35 = 31.34",
			"  pm 2026-07-01 – 2026-07-31 31/31: 89.53 m2 × 2.80 = 250.68",
			"  waste 2026-07-01 – 2026-07-31 31/31: 1 home × 8.00 = 8.00",
		}},
		{name: "a fixed basis without a unit counts units, and needs no area", estate: func(e *property.Estate) {
			e.Units[0].Areas = nil
		}, book: func(b *billing.Book) {
			b.Tariffs = []billing.Tariff{fixed("waste", "8.125")}
			b.Tariffs[0].Basis.Fixed.Unit = measure.Unit{}
		}, want: []string{
			"1-0803 H: 8.13 CNY, net 8.13, tax 0.00",
			"  waste 2026-07-01 – 2026-07-31 31/31: 1 unit × 8.125 = 8.13",
		}},
		{name: "the internal area: 75.20 × 2.80", estate: func(e *property.Estate) {
			e.Units[0].Areas[0].Value.Internal = measure.MustParseArea("75.20")
		}, book: func(b *billing.Book) { b.Tariffs[0].Basis.Area.Of = billing.InternalArea }, want: []string{
			"1-0803 H: 210.56 CNY, net 210.56, tax 0.00",
			"  pm 2026-07-01 – 2026-07-31 31/31: 75.2 m2 × 2.80 = 210.56",
		}},
		{name: "a free price gives a line of 0.00", book: func(b *billing.Book) {
			b.Tariffs[0].Prices = history(entry("", "", billing.Rate{Free: true}))
		}, want: []string{
			"1-0803 H: 0.00 CNY, net 0.00, tax 0.00",
			"  pm 2026-07-01 – 2026-07-31 31/31: 89.53 m2 × 0.00 = 0.00",
		}},
		{name: "joint owners get one bill", estate: func(e *property.Estate) {
			e.Tenancies[0] = owner("1-0803", period("2020-01-01", ""), "N", "H")
		}, want: []string{
			"1-0803 H+N: 250.68 CNY, net 250.68, tax 0.00",
			"  pm 2026-07-01 – 2026-07-31 31/31: 89.53 m2 × 2.80 = 250.68",
		}},
		{name: "drafts and withdrawn tariffs do not bill", book: func(b *billing.Book) {
			draft, old := fixed("a", "1"), fixed("b", "1")
			draft.State, old.State = billing.Draft, billing.Withdrawn
			b.Tariffs = append(b.Tariffs, draft, old)
		}, want: []string{
			"1-0803 H: 250.68 CNY, net 250.68, tax 0.00",
			"  pm 2026-07-01 – 2026-07-31 31/31: 89.53 m2 × 2.80 = 250.68",
		}},
		{name: "a tariff without a price this month charges nothing", book: func(b *billing.Book) {
			b.Tariffs[0].Prices = history(entry("2026-08-01", "", rate("2.80")))
		}},
		{name: "units out of scope", book: func(b *billing.Book) {
			b.Tariffs[0].AppliesTo = property.Scope{Uses: []property.Use{property.Shop}}
		}},
	})
}

func TestPartMonths(t *testing.T) {
	const first = "1-0803 H: "
	sold := func(e *property.Estate) {
		e.Tenancies = []property.Tenancy{owner("1-0803", period("2020-01-01", "2026-06-11"), "H"), owner("1-0803", period("2026-06-11", ""), "N")}
	}
	priceFrom := func(from, to string) func(*billing.Book) {
		return func(b *billing.Book) { b.Tariffs[0].Prices = history(entry(from, to, rate("2.80"))) }
	}
	june, quarter := civil.MustParseMonth("2026-06"), period("2026-04-01", "2026-07-01")
	runCases(t, []billCase{
		{name: "EX-106: 2.80 to 07-15, 3.10 from 07-16", book: func(b *billing.Book) {
			b.Tariffs[0].Prices = history(entry("", "2026-07-15", rate("2.80")), entry("2026-07-16", "", rate("3.10")))
		}, want: []string{
			first + "264.55 CNY, net 264.55, tax 0.00",
			"  pm 2026-07-01 – 2026-07-15 15/31: 89.53 m2 × 2.80 = 121.30",
			"  pm 2026-07-16 – 2026-07-31 16/31: 89.53 m2 × 3.10 = 143.25",
		}},
		{name: "DOMAIN-CN 1.4: from 11 March, 21/31", book: priceFrom("2026-03-11", ""), period: civil.MustParseMonth("2026-03"), want: []string{
			first + "169.82 CNY, net 169.82, tax 0.00",
			"  pm 2026-03-11 – 2026-03-31 21/31: 89.53 m2 × 2.80 = 169.82",
		}},
		{name: "DOMAIN-CN 1.4: ten days of February 2026", book: priceFrom("", "2026-02-10"), period: civil.MustParseMonth("2026-02"), want: []string{
			first + "89.53 CNY, net 89.53, tax 0.00",
			"  pm 2026-02-01 – 2026-02-10 10/28: 89.53 m2 × 2.80 = 89.53",
		}},
		{name: "DOMAIN-CN 1.4: the last ten days of February 2028", book: priceFrom("2028-02-20", ""), period: civil.MustParseMonth("2028-02"), want: []string{
			first + "86.44 CNY, net 86.44, tax 0.00",
			"  pm 2028-02-20 – 2028-02-29 10/29: 89.53 m2 × 2.80 = 86.44",
		}},
		{name: "a price of one day inside the month", book: priceFrom("2026-07-31", "2026-07-31"), want: []string{
			first + "8.09 CNY, net 8.09, tax 0.00",
			"  pm 2026-07-31 – 2026-07-31 1/31: 89.53 m2 × 2.80 = 8.09",
		}},
		{name: "the area changes on the 11th: 80.866 + 172.986 = 253.852", estate: func(e *property.Estate) {
			e.Units[0].Areas = history(entry("", "2026-07-10", gross("89.53")), entry("2026-07-11", "", gross("91.20")))
		}, want: []string{
			first + "253.85 CNY, net 253.85, tax 0.00",
			"  pm 2026-07-01 – 2026-07-10 10/31: 89.53 m2 × 2.80 = 80.87",
			"  pm 2026-07-11 – 2026-07-31 21/31: 91.2 m2 × 2.80 = 172.98", // 172.986 alone would be 172.99
		}},
		{name: "sold on 11 June: 10/30 and 20/30 of 250.684", estate: sold, period: june, want: []string{
			first + "83.56 CNY, net 83.56, tax 0.00",
			"  pm 2026-06-01 – 2026-06-10 10/30: 89.53 m2 × 2.80 = 83.56",
			"1-0803 N: 167.12 CNY, net 167.12, tax 0.00",
			"  pm 2026-06-11 – 2026-06-30 20/30: 89.53 m2 × 2.80 = 167.12",
		}},
		{name: "the same in a quarter: two bills, the seller's first", estate: sold, period: quarter, want: []string{
			first + "584.92 CNY, net 584.92, tax 0.00",
			"  pm 2026-04-01 – 2026-04-30 30/30: 89.53 m2 × 2.80 = 250.68",
			"  pm 2026-05-01 – 2026-05-31 31/31: 89.53 m2 × 2.80 = 250.68",
			"  pm 2026-06-01 – 2026-06-10 10/30: 89.53 m2 × 2.80 = 83.56",
			"1-0803 N: 167.12 CNY, net 167.12, tax 0.00",
			"  pm 2026-06-11 – 2026-06-30 20/30: 89.53 m2 × 2.80 = 167.12",
		}},
		{name: "a tenant moves in on the 16th and pays the fee, not the waste", estate: func(e *property.Estate) {
			e.Tenancies = append(e.Tenancies, lease("1-0803", "T", period("2026-06-16", "2027-06-16"), "pm"))
		}, book: func(b *billing.Book) { b.Tariffs = append(b.Tariffs, fixed("waste", "8.00")) }, period: june, want: []string{
			first + "133.34 CNY, net 133.34, tax 0.00",
			"  pm 2026-06-01 – 2026-06-15 15/30: 89.53 m2 × 2.80 = 125.34",
			"  waste 2026-06-01 – 2026-06-30 30/30: 1 home × 8.00 = 8.00",
			"1-0803 T: 125.34 CNY, net 125.34, tax 0.00",
			"  pm 2026-06-16 – 2026-06-30 15/30: 89.53 m2 × 2.80 = 125.34",
		}},
		{name: "a tenant moves out after the 10th", estate: func(e *property.Estate) {
			e.Tenancies = append(e.Tenancies, lease("1-0803", "T", period("2025-06-16", "2026-06-11"), property.AllFees))
		}, period: june, want: []string{
			"1-0803 T: 83.56 CNY, net 83.56, tax 0.00", // the first to pay comes first
			"  pm 2026-06-01 – 2026-06-10 10/30: 89.53 m2 × 2.80 = 83.56",
			first + "167.12 CNY, net 167.12, tax 0.00",
			"  pm 2026-06-11 – 2026-06-30 20/30: 89.53 m2 × 2.80 = 167.12",
		}},
		{name: "a tenant of the middle of the month: the owner's lines are one bill", estate: func(e *property.Estate) {
			e.Tenancies = append(e.Tenancies, lease("1-0803", "T", period("2026-06-11", "2026-06-21"), "pm"))
		}, period: june, want: []string{
			first + "167.12 CNY, net 167.12, tax 0.00",
			"  pm 2026-06-01 – 2026-06-10 10/30: 89.53 m2 × 2.80 = 83.56",
			"  pm 2026-06-21 – 2026-06-30 10/30: 89.53 m2 × 2.80 = 83.56", // 250.684 → 250.68, less 167.12
			"1-0803 T: 83.56 CNY, net 83.56, tax 0.00",
			"  pm 2026-06-11 – 2026-06-20 10/30: 89.53 m2 × 2.80 = 83.56",
		}},
		{name: "handed over on the 11th: the developer before, the owner after", estate: func(e *property.Estate) {
			e.Units[0].SoldOn, e.Units[0].DeliveredOn, e.Units[0].DefaultPayer = day("2026-01-20"), day("2026-06-11"), "D"
			e.Tenancies[0].Term.Start = day("2026-01-20")
		}, period: june, want: []string{
			"1-0803 D: 83.56 CNY, net 83.56, tax 0.00",
			"  pm 2026-06-01 – 2026-06-10 10/30: 89.53 m2 × 2.80 = 83.56",
			"1-0803 H: 167.12 CNY, net 167.12, tax 0.00",
			"  pm 2026-06-11 – 2026-06-30 20/30: 89.53 m2 × 2.80 = 167.12",
		}},
		{name: "price and payer change on different days", estate: sold, period: june, book: func(b *billing.Book) {
			b.Tariffs[0].Prices = history(entry("", "2026-06-15", rate("2.80")), entry("2026-06-16", "", rate("3.10")))
		}, want: []string{
			first + "83.56 CNY, net 83.56, tax 0.00",
			"  pm 2026-06-01 – 2026-06-10 10/30: 89.53 m2 × 2.80 = 83.56",
			"1-0803 N: 180.55 CNY, net 180.55, tax 0.00", // 125.342 + 138.7715 = 264.1135
			"  pm 2026-06-11 – 2026-06-15 5/30: 89.53 m2 × 2.80 = 41.78",
			"  pm 2026-06-16 – 2026-06-30 15/30: 89.53 m2 × 3.10 = 138.77",
		}},
		{name: "a year of free service ends: a zero line, then 16/31", book: func(b *billing.Book) {
			b.Tariffs[0].Prices = history(entry("", "2026-07-15", billing.Rate{Free: true}), entry("2026-07-16", "", rate("2.80")))
		}, want: []string{
			first + "129.39 CNY, net 129.39, tax 0.00",
			"  pm 2026-07-01 – 2026-07-15 15/31: 89.53 m2 × 0.00 = 0.00",
			"  pm 2026-07-16 – 2026-07-31 16/31: 89.53 m2 × 2.80 = 129.39",
		}},
	})
}

func TestSeveralMonths(t *testing.T) {
	months := func(starts ...string) []string {
		var out []string
		for _, s := range starts {
			m := civil.MustParseMonth(s)
			out = append(out, "  pm "+m.Start.String()+" – "+m.Last().String()+" "+m.Last().String()[8:]+"/"+m.Last().String()[8:]+": 89.53 m2 × 2.80 = 250.68")
		}
		return out
	}
	year := months("2026-01", "2026-02", "2026-03", "2026-04", "2026-05", "2026-06", "2026-07", "2026-08", "2026-09", "2026-10", "2026-11", "2026-12")
	runCases(t, []billCase{
		{
			name: "EX-102: a quarter is three lines, 752.04 and not 752.05", period: period("2026-01-01", "2026-04-01"),
			want: append([]string{"1-0803 H: 752.04 CNY, net 752.04, tax 0.00"}, year[:3]...),
		},
		{
			name: "EX-102: a year is 3,008.16", period: period("2026-01-01", "2027-01-01"),
			want: append([]string{"1-0803 H: 3008.16 CNY, net 3008.16, tax 0.00"}, year...),
		},
		{
			name: "by tariff first, then by month", period: period("2026-01-01", "2026-03-01"), book: func(b *billing.Book) {
				b.Tariffs = append(b.Tariffs, fixed("waste", "8.00"), fixed("a", "1"))
			},
			want: []string{
				"1-0803 H: 519.36 CNY, net 519.36, tax 0.00", // 2 × (1.00 + 250.68 + 8.00)
				"  a 2026-01-01 – 2026-01-31 31/31: 1 home × 1.00 = 1.00",
				"  a 2026-02-01 – 2026-02-28 28/28: 1 home × 1.00 = 1.00",
				year[0], year[1],
				"  waste 2026-01-01 – 2026-01-31 31/31: 1 home × 8.00 = 8.00",
				"  waste 2026-02-01 – 2026-02-28 28/28: 1 home × 8.00 = 8.00",
			},
		},
	})
}

func TestTaxes(t *testing.T) {
	six, three := decimal.RequireFromString("0.06"), decimal.RequireFromString("0.03")
	exclusive := &billing.Tax{Exclusive: &billing.TaxRate{Rates: civil.Always(six)}}
	vat := func(region, value, from, to string) policy.Row {
		e := entry(from, to, "")
		return policy.Row{Region: region, Key: "vat", Value: value, From: e.From, To: e.To, Source: "公告"}
	}
	byPolicy := func(b *billing.Book) { b.Tariffs[0].Tax = &billing.Tax{Inclusive: &billing.TaxRate{Policy: "vat"}} }
	whole := []string{
		"1-0803 H: 250.68 CNY, net 236.49, tax 14.19",
		"  pm 2026-07-01 – 2026-07-31 31/31: 89.53 m2 × 2.80 = 250.68, inclusive 0.06: 236.49 + 14.19",
	}
	runCases(t, []billCase{
		{name: "EX-116: 6 % inside 250.68", book: func(b *billing.Book) { b.Tariffs[0].Tax = inclusive(entry("", "", six)) }, want: whole},
		{name: "6 % on top: 15.0408", book: func(b *billing.Book) { b.Tariffs[0].Tax = exclusive }, want: []string{
			"1-0803 H: 265.72 CNY, net 250.68, tax 15.04",
			"  pm 2026-07-01 – 2026-07-31 31/31: 89.53 m2 × 2.80 = 250.68, exclusive 0.06: 250.68 + 15.04",
		}},
		{name: "a rate of 0 is a rate", book: func(b *billing.Book) { b.Tariffs[0].Tax = inclusive(entry("", "", decimal.Zero)) }, want: []string{
			"1-0803 H: 250.68 CNY, net 250.68, tax 0.00",
			"  pm 2026-07-01 – 2026-07-31 31/31: 89.53 m2 × 2.80 = 250.68, inclusive 0: 250.68 + 0.00",
		}},
		{name: "the rate changes on the 16th: 121.30 / 1.06 and 129.38 / 1.03", book: func(b *billing.Book) {
			b.Tariffs[0].Tax = inclusive(entry("", "2026-07-15", six), entry("2026-07-16", "", three))
		}, want: []string{
			"1-0803 H: 250.68 CNY, net 240.04, tax 10.64",
			"  pm 2026-07-01 – 2026-07-15 15/31: 89.53 m2 × 2.80 = 121.30, inclusive 0.06: 114.43 + 6.87",
			"  pm 2026-07-16 – 2026-07-31 16/31: 89.53 m2 × 2.80 = 129.38, inclusive 0.03: 125.61 + 3.77",
		}},
		{name: "an exclusive rate changes on the 16th", book: func(b *billing.Book) {
			b.Tariffs[0].Tax = &billing.Tax{Exclusive: &billing.TaxRate{Rates: history(entry("", "2026-07-15", six), entry("2026-07-16", "", three))}}
		}, want: []string{
			"1-0803 H: 261.84 CNY, net 250.68, tax 11.16", // 7.278 → 7.28, 3.8814 → 3.88
			"  pm 2026-07-01 – 2026-07-15 15/31: 89.53 m2 × 2.80 = 121.30, exclusive 0.06: 121.30 + 7.28",
			"  pm 2026-07-16 – 2026-07-31 16/31: 89.53 m2 × 2.80 = 129.38, exclusive 0.03: 129.38 + 3.88",
		}},
		{name: "the nation's rate", book: byPolicy, facts: billing.Facts{Policies: []policy.Row{vat("", "0.06", "", "")}}, want: whole},
		{name: "the longest prefix of 330106", book: byPolicy, facts: billing.Facts{Policies: []policy.Row{
			vat("", "0.01", "", ""), vat("33", "0.03", "", ""), vat("3301", "0.06", "", ""), vat("330108", "0.09", "", ""), vat("11", "0.13", "", ""),
		}}, want: whole},
		{name: "a nearer row comes into force on the 16th", book: byPolicy, facts: billing.Facts{Policies: []policy.Row{
			vat("3301", "0.03", "2026-07-16", ""), vat("", "0.06", "", ""),
		}}, want: []string{
			"1-0803 H: 250.68 CNY, net 240.04, tax 10.64",
			"  pm 2026-07-01 – 2026-07-15 15/31: 89.53 m2 × 2.80 = 121.30, inclusive 0.06: 114.43 + 6.87",
			"  pm 2026-07-16 – 2026-07-31 16/31: 89.53 m2 × 2.80 = 129.38, inclusive 0.03: 125.61 + 3.77",
		}},
		{name: "a nearer row of the same rate changes nothing", book: byPolicy, facts: billing.Facts{Policies: []policy.Row{
			vat("3301", "0.060", "2026-07-16", ""), vat("", "0.06", "", ""),
		}}, want: whole},
		{name: "two tariffs, one taxed", book: func(b *billing.Book) {
			b.Tariffs[0].Tax = inclusive(entry("", "", six))
			b.Tariffs = append(b.Tariffs, fixed("waste", "8.00"))
		}, want: []string{
			"1-0803 H: 258.68 CNY, net 244.49, tax 14.19",
			whole[1],
			"  waste 2026-07-01 – 2026-07-31 31/31: 1 home × 8.00 = 8.00",
		}},
	})
}

func TestMerging(t *testing.T) {
	want := []string{
		"1-0803 H: 250.68 CNY, net 250.68, tax 0.00",
		"  pm 2026-07-01 – 2026-07-31 31/31: 89.53 m2 × 2.80 = 250.68",
	}
	source := func(price, source string) billing.Rate {
		r := rate(price)
		r.Source = source
		return r
	}
	cases := []billCase{
		{name: "a price is restated", book: func(b *billing.Book) {
			b.Tariffs[0].Prices = history(entry("", "2026-07-15", rate("2.80")), entry("2026-07-16", "", rate("2.800")))
		}, want: want},
		{name: "a price is restated with another source", book: func(b *billing.Book) {
			b.Tariffs[0].Prices = history(entry("", "2026-07-15", source("2.80", "合同 2024")), entry("2026-07-16", "", source("2.80", "合同 2026")))
		}, want: want},
		{name: "an area is measured again, the same", estate: func(e *property.Estate) {
			e.Units[0].Areas = history(entry("", "2026-07-15", gross("89.53")), entry("2026-07-16", "", gross("89.5300")))
		}, want: want},
		{name: "the internal area changes, the gross area counts", estate: func(e *property.Estate) {
			with := gross("89.53")
			with.Internal = measure.MustParseArea("70")
			e.Units[0].Areas = history(entry("", "2026-07-15", gross("89.53")), entry("2026-07-16", "", with))
		}, want: want},
		{name: "the owner's title is renewed", estate: func(e *property.Estate) {
			e.Tenancies = []property.Tenancy{owner("1-0803", period("2020-01-01", "2026-07-16"), "H"), owner("1-0803", period("2026-07-16", ""), "H")}
		}, want: want},
		{name: "a tenant who pays another fee moves in", estate: func(e *property.Estate) {
			e.Tenancies = append(e.Tenancies, lease("1-0803", "T", period("2026-07-16", ""), "waste"))
		}, want: want},
		{name: "a rate is restated", book: func(b *billing.Book) {
			b.Tariffs[0].Tax = inclusive(entry("", "2026-07-15", decimal.Zero), entry("2026-07-16", "", decimal.RequireFromString("0.00")))
		}, want: []string{want[0], want[1] + ", inclusive 0: 250.68 + 0.00"}},
	}
	runCases(t, cases)
	t.Run("the first source stays", func(t *testing.T) {
		b := cases[1].bills(t)
		require.Equal(t, "合同 2024", b[0].Lines[0].Facts.Product.Source)
	})
}

func TestCurrenciesAndRoundings(t *testing.T) {
	currency := func(code, price string) func(*billing.Book) {
		return func(b *billing.Book) {
			b.Currency = money.MustParseCurrency(code)
			b.Tariffs[0].Prices = history(entry("", "", rate(price)))
		}
	}
	rounding := func(mode money.Mode, step string) func(*billing.Book) {
		return func(b *billing.Book) {
			b.Tariffs[0].Rounding = money.Rounding{Mode: mode, Step: decimal.RequireFromString(step)}
		}
	}
	tie := func(mode money.Mode) func(*billing.Book) { // 125.625
		return func(b *billing.Book) {
			rounding(mode, "0")(b)
			b.Tariffs[0].Prices = history(entry("", "", rate("1.25")))
		}
	}
	wide := func(e *property.Estate) { e.Units[0].Areas = civil.Always(gross("100.50")) }
	total := func(total, price string) []string {
		c := total[len(total)-3:]
		n := total[:len(total)-4]
		zero := map[string]string{"CNY": "0.00", "JPY": "0", "KWD": "0.000"}[c]
		return []string{
			"1-0803 H: " + total + ", net " + n + ", tax " + zero,
			"  pm 2026-07-01 – 2026-07-31 31/31: 89.53 m2 × " + price + " = " + n,
		}
	}
	tied := func(n string) []string {
		return []string{
			"1-0803 H: " + n + " CNY, net " + n + ", tax 0.00",
			"  pm 2026-07-01 – 2026-07-31 31/31: 100.5 m2 × 1.25 = " + n,
		}
	}
	runCases(t, []billCase{
		{name: "yen have no decimals: 25,068.4", book: currency("JPY", "280"), want: total("25068 JPY", "280.00")},
		{name: "dinars have three: 11.01219", book: currency("KWD", "0.123"), want: total("11.012 KWD", "0.123")},
		{name: "to the jiao", book: rounding(0, "0.10"), want: total("250.70 CNY", "2.80")},
		{name: "to the yuan", book: rounding(0, "1.00"), want: total("251.00 CNY", "2.80")},
		{name: "down to the jiao", book: rounding(money.ModeDown, "0.1"), want: total("250.60 CNY", "2.80")},
		{name: "down to the yuan", book: rounding(money.ModeFloor, "1"), want: total("250.00 CNY", "2.80")},
		{name: "up to the fen", book: rounding(money.ModeUp, "0.01"), want: total("250.69 CNY", "2.80")},
		{name: "ceiling to five yuan", book: rounding(money.ModeCeiling, "5"), want: total("255.00 CNY", "2.80")},
		{name: "a tie, half up", estate: wide, book: tie(money.ModeHalfUp), want: tied("125.63")},
		{name: "a tie, half even", estate: wide, book: tie(money.ModeHalfEven), want: tied("125.62")},
		{name: "a tie, half down", estate: wide, book: tie(money.ModeHalfDown), want: tied("125.62")},
		{name: "to the yuan, in parts: 121.299 → 121, 264.547 → 265", book: func(b *billing.Book) {
			rounding(0, "1")(b)
			b.Tariffs[0].Prices = history(entry("", "2026-07-15", rate("2.80")), entry("2026-07-16", "", rate("3.10")))
		}, want: []string{
			"1-0803 H: 265.00 CNY, net 265.00, tax 0.00",
			"  pm 2026-07-01 – 2026-07-15 15/31: 89.53 m2 × 2.80 = 121.00",
			"  pm 2026-07-16 – 2026-07-31 16/31: 89.53 m2 × 3.10 = 144.00",
		}},
		{name: "yen in parts with tax on top", book: func(b *billing.Book) {
			currency("JPY", "280")(b)
			b.Tariffs[0].Tax = &billing.Tax{Exclusive: &billing.TaxRate{Rates: civil.Always(decimal.RequireFromString("0.10"))}}
		}, estate: func(e *property.Estate) {
			e.Units[0].Areas = history(entry("", "2026-07-10", gross("89.53")), entry("2026-07-11", "", gross("91.20")))
		}, want: []string{
			"1-0803 H: 27924 JPY, net 25385, tax 2539", // 8,086.58; 25,385.16
			"  pm 2026-07-01 – 2026-07-10 10/31: 89.53 m2 × 280.00 = 8087, exclusive 0.1: 8087 + 809",
			"  pm 2026-07-11 – 2026-07-31 21/31: 91.2 m2 × 280.00 = 17298, exclusive 0.1: 17298 + 1730",
		}},
	})
}

func TestHeld(t *testing.T) {
	huge := gross("922337203685477.5807")
	runCases(t, []billCase{
		{name: "held on purpose", facts: billing.Facts{Holds: []billing.Hold{{Unit: "1-0803", Reason: "质量诉讼"}}}, want: []string{
			"held 1-0803: billing/held 质量诉讼",
		}},
		{name: "no area", estate: func(e *property.Estate) { e.Units[0].Areas = nil }, want: []string{
			"held 1-0803: billing/unit-area 2026-07-01 pm",
		}},
		{name: "no area from the 11th", estate: func(e *property.Estate) {
			e.Units[0].Areas = history(entry("", "2026-07-10", gross("89.53")))
		}, want: []string{"held 1-0803: billing/unit-area 2026-07-11 pm"}},
		{name: "no internal area", book: func(b *billing.Book) { b.Tariffs[0].Basis.Area.Of = billing.InternalArea }, want: []string{
			"held 1-0803: billing/unit-internal-area 2026-07-01 pm",
		}},
		{name: "nobody pays", estate: func(e *property.Estate) { e.Tenancies = nil }, want: []string{
			"held 1-0803: billing/no-payer 2026-07-01 pm",
		}},
		{name: "nobody pays before the 11th", estate: func(e *property.Estate) { e.Tenancies[0].Term.Start = day("2026-07-11") }, want: []string{
			"held 1-0803: billing/no-payer 2026-07-01 pm",
		}},
		{name: "nobody pays after the 10th", estate: func(e *property.Estate) { e.Tenancies[0].Term.End = day("2026-07-11") }, want: []string{
			"held 1-0803: billing/no-payer 2026-07-11 pm",
		}},
		{name: "no default payer", book: func(b *billing.Book) { b.Tariffs[0].Payer = property.DefaultPays }, want: []string{
			"held 1-0803: billing/no-payer 2026-07-01 pm",
		}},
		{
			name: "everything, by month and tariff", estate: func(e *property.Estate) { e.Tenancies, e.Units[0].Areas = nil, nil },
			book:   func(b *billing.Book) { b.Tariffs = append(b.Tariffs, fixed("waste", "8")) },
			facts:  billing.Facts{Holds: []billing.Hold{{Unit: "1-0803", Reason: "诉讼"}}},
			period: period("2026-07-01", "2026-09-01"),
			want: []string{"held 1-0803: billing/held 诉讼; " +
				"billing/unit-area 2026-07-01 pm; billing/no-payer 2026-07-01 pm; billing/no-payer 2026-07-01 waste; " +
				"billing/unit-area 2026-08-01 pm; billing/no-payer 2026-08-01 pm; billing/no-payer 2026-08-01 waste"},
		},
		{
			name: "the largest area and price", estate: func(e *property.Estate) { e.Units[0].Areas = civil.Always(huge) },
			book: func(b *billing.Book) { b.Tariffs[0].Prices = history(entry("", "", rate("9223372036854.775807"))) },
			want: []string{"held 1-0803: billing/amount-too-large pm 2026-07-01"},
		},
		{
			name: "just too large: 922,337,203,685,477.5807 × 100 is 2⁶³ fen", estate: func(e *property.Estate) { e.Units[0].Areas = civil.Always(huge) },
			book: func(b *billing.Book) { b.Tariffs[0].Prices = history(entry("", "", rate("100.000001"))) },
			want: []string{"held 1-0803: billing/amount-too-large pm 2026-07-01"},
		},
		{
			name: "the largest amount that fits", estate: func(e *property.Estate) { e.Units[0].Areas = civil.Always(huge) },
			book: func(b *billing.Book) { b.Tariffs[0].Prices = history(entry("", "", rate("100"))) },
			want: []string{
				"1-0803 H: 92233720368547758.07 CNY, net 92233720368547758.07, tax 0.00",
				"  pm 2026-07-01 – 2026-07-31 31/31: 922337203685477.5807 m2 × 100.00 = 92233720368547758.07",
			},
		},
		{
			name: "the sum of two lines is too large", estate: func(e *property.Estate) { e.Units[0].Areas = civil.Always(huge) },
			book: func(b *billing.Book) {
				b.Tariffs[0].Prices = history(entry("", "", rate("100")))
				b.Tariffs = append(b.Tariffs, fixed("waste", "0.01"))
			},
			want: []string{"held 1-0803: billing/sum-too-large waste 2026-07-01"},
		},
		{
			name: "the tax makes it too large", estate: func(e *property.Estate) { e.Units[0].Areas = civil.Always(huge) },
			book: func(b *billing.Book) {
				b.Tariffs[0].Prices = history(entry("", "", rate("99")))
				b.Tariffs[0].Tax = &billing.Tax{Exclusive: &billing.TaxRate{Rates: civil.Always(decimal.RequireFromString("0.06"))}}
			},
			want: []string{"held 1-0803: billing/sum-too-large pm 2026-07-01"},
		},
		{
			name: "too large in parts", estate: func(e *property.Estate) {
				e.Units[0].Areas = history(entry("", "2026-07-10", gross("1")), entry("2026-07-11", "", huge))
			}, book: func(b *billing.Book) { b.Tariffs[0].Prices = history(entry("", "", rate("9223372036854.775807"))) },
			want: []string{"held 1-0803: billing/amount-too-large pm 2026-07-11"},
		},
		{
			name: "inclusive tax in the wide path: 92,233,720,368,547,758.07 / 1.06", estate: func(e *property.Estate) { e.Units[0].Areas = civil.Always(huge) },
			book: func(b *billing.Book) {
				b.Tariffs[0].Prices = history(entry("", "", rate("100")))
				b.Tariffs[0].Tax = inclusive(entry("", "", decimal.RequireFromString("0.06")))
			},
			want: []string{
				"1-0803 H: 92233720368547758.07 CNY, net 87012943743912979.31, tax 5220776624634778.76",
				"  pm 2026-07-01 – 2026-07-31 31/31: 922337203685477.5807 m2 × 100.00 = 92233720368547758.07, inclusive 0.06: 87012943743912979.31 + 5220776624634778.76",
			},
		},
	})
}

// TestHeldBillsShow says that ignoring the error still shows every unit.
func TestHeldBillsShow(t *testing.T) {
	e := home()
	for _, code := range []string{"1-0101", "1-0102", "P-01", "S-01"} {
		u := property.Unit{Code: code, Use: property.Dwelling, Areas: civil.Always(gross("50"))}
		switch code {
		case "1-0102":
			u.Areas = nil // held
		case "P-01":
			u.Use = property.Parking // out of scope
		}
		e.Units = append(e.Units, u)
		if code != "S-01" { // nobody pays: held
			e.Tenancies = append(e.Tenancies, owner(code, period("2020-01-01", ""), "N"))
		}
	}
	b := bookOf(byArea("pm", entry("", "", rate("2.80"))))
	b.Tariffs[0].AppliesTo = property.Scope{All: true, ExceptUses: []property.Use{property.Parking}}
	run := prepare(t, e, b, billing.Facts{}, civil.MustParseMonth("2026-07"))
	billed, held := map[string]bool{}, map[string]bool{}
	for _, bill := range bills(t, run) {
		if bill.IsHeld() {
			held[bill.Unit] = true
			require.Empty(t, bill.Lines)
			require.Empty(t, bill.Payer)
			require.Equal(t, money.Amount{}, bill.Total)
			require.NoError(t, billing.Verify(bill))
			require.Contains(t, toJSON(t, bill), `"held":[{`)
			continue
		}
		billed[bill.Unit] = true
	}
	require.Equal(t, map[string]bool{"1-0101": true, "1-0803": true}, billed)
	require.Equal(t, map[string]bool{"1-0102": true, "S-01": true}, held)
	outside := 1 // P-01
	require.Equal(t, int(run.Len()), len(billed)+len(held)+outside)

	var failed []string
	for bill, err := range run.Bills(0, run.Len()) {
		if err == nil {
			continue
		}
		var all *invalid.Error
		require.True(t, errors.As(err, &all))
		require.Equal(t, bill.Held, all.Fields)
		require.Equal(t, "unit "+bill.Unit, all.What)
		failed = append(failed, err.Error())
	}
	require.Equal(t, []string{
		"unit 1-0102: 1 problem\n  no gross floor area is known on 2026-07-01, by which tariff pm charges",
		"unit S-01: 1 problem\n  nobody pays on 2026-07-01 for tariff pm: no owner, tenant or default payer",
	}, failed)
}

func TestPayersAndLiable(t *testing.T) {
	third, rest := property.Holder{Party: "H", Share: share("1/3")}, property.Holder{Party: "N", Share: share("2/3")}
	half := share("1/2")
	joint := owner("1-0803", period("2020-01-01", ""))
	joint.Holders = []property.Holder{rest, third}
	tests := []struct {
		name      string
		tenancies []property.Tenancy
		rule      property.PayerRule
		payer     string
		payers    []property.Holder
		liable    []string
	}{
		{
			"one owner",
			[]property.Tenancy{owner("1-0803", period("2020-01-01", ""), "H")},
			0, "H",
			[]property.Holder{{Party: "H", Share: property.WholeShare()}},
			[]string{"H"},
		},
		{
			"joint owners with shares",
			[]property.Tenancy{joint},
			0, "H:1/3+N:2/3",
			[]property.Holder{third, rest},
			[]string{"H", "N"},
		},
		{
			"joint owners without",
			[]property.Tenancy{owner("1-0803", period("2020-01-01", ""), "N", "H")},
			0, "H+N",
			[]property.Holder{{Party: "H", Share: half}, {Party: "N", Share: half}},
			[]string{"H", "N"},
		},
		{
			"the tenant pays, the owners answer too",
			[]property.Tenancy{joint, lease("1-0803", "T", period("2020-01-01", ""), "pm")},
			0, "T",
			[]property.Holder{{Party: "T", Share: property.WholeShare()}},
			[]string{"T", "H", "N"},
		},
		{
			"an owner who is a tenant answers once",
			[]property.Tenancy{joint, lease("1-0803", "N", period("2020-01-01", ""), "*")},
			0, "N",
			[]property.Holder{{Party: "N", Share: property.WholeShare()}},
			[]string{"N", "H"},
		},
		{
			"the owner by rule",
			[]property.Tenancy{owner("1-0803", period("2020-01-01", ""), "H"), lease("1-0803", "T", period("2020-01-01", ""), "pm")},
			property.OwnerPays, "H",
			[]property.Holder{{Party: "H", Share: property.WholeShare()}},
			[]string{"H"},
		},
		{
			"the occupant by rule",
			[]property.Tenancy{owner("1-0803", period("2020-01-01", ""), "H"), lease("1-0803", "T", period("2020-01-01", ""))},
			property.OccupantPays, "T",
			[]property.Holder{{Party: "T", Share: property.WholeShare()}},
			[]string{"T", "H"},
		},
		{
			"the default payer by rule",
			[]property.Tenancy{owner("1-0803", period("2020-01-01", ""), "H")},
			property.DefaultPays, "D",
			[]property.Holder{{Party: "D", Share: property.WholeShare()}},
			[]string{"D"},
		},
		{
			"nobody but the default payer", nil, 0, "D",
			[]property.Holder{{Party: "D", Share: property.WholeShare()}},
			[]string{"D"},
		},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			e := home()
			e.Tenancies = tt.tenancies
			e.Units[0].DefaultPayer = "D"
			b := bookOf(byArea("pm", entry("", "", rate("2.80"))))
			b.Tariffs[0].Payer = tt.rule
			got := bills(t, prepare(t, e, b, billing.Facts{}, civil.MustParseMonth("2026-07")))
			require.Len(t, got, 1)
			require.Equal(t, tt.payer, got[0].Payer)
			require.Equal(t, tt.payer, got[0].Lines[0].Payer)
			require.Equal(t, tt.payers, got[0].Payers)
			require.Equal(t, tt.liable, got[0].Liable)
		})
	}
}

func TestIDs(t *testing.T) {
	e := home()
	e.Units[0].Code = "1/08 3%"
	e.Tenancies[0].Unit = e.Units[0].Code
	e.Tenancies[0].Holders = []property.Holder{{Party: "H", Share: share("1/3")}, {Party: "N", Share: share("2/3")}}
	b := bookOf(byArea("物业费", entry("2026-07-11", "", rate("2.80"))))
	got := bills(t, prepare(t, e, b, billing.Facts{}, civil.MustParseMonth("2026-07")))
	require.Equal(t, "1%2F08 3%25/H:1%2F3+N:2%2F3/2026-07-01", got[0].ID())
	require.Equal(t, "物业费/1%2F08 3%25/H:1%2F3+N:2%2F3/2026-07-11", got[0].Lines[0].ID())
	require.Equal(t, "物业费/1%2F08 3%25/2026-07", got[0].Lines[0].ChargeID())
	require.Equal(t, "1/08 3%", got[0].Unit)
	require.Equal(t, "//", billing.Line{}.ChargeID()) // nothing is known of it
	require.Equal(t, "///", billing.Line{}.ID())
	require.Equal(t, "//", billing.Bill{}.ID())
}

// crowd is an estate of n units in which every fifth is sold in the middle of July,
// every seventh let, every eleventh held and every thirteenth out of scope.
func crowd(n int) property.Estate {
	e := property.Estate{Community: property.Community{Code: "JY"}, Parties: home().Parties}
	for i := range n {
		code := "U" + string(rune('A'+i/26/26)) + string(rune('A'+i/26%26)) + string(rune('A'+i%26))
		u := property.Unit{Code: code, Use: property.Dwelling, Areas: civil.Always(gross("89.53"))}
		switch {
		case i%13 == 12:
			u.Use = property.Parking
		case i%11 == 10:
			u.Areas = nil
		}
		e.Units = append(e.Units, u)
		if i%5 == 4 {
			e.Tenancies = append(e.Tenancies, owner(code, period("2020-01-01", "2026-07-11"), "H"), owner(code, period("2026-07-11", ""), "N"))
		} else {
			e.Tenancies = append(e.Tenancies, owner(code, period("2020-01-01", ""), "N", "H"))
		}
		if i%7 == 6 {
			e.Tenancies = append(e.Tenancies, lease(code, "T", period("2026-07-21", ""), "pm"))
		}
	}
	return e
}

func crowdBook() billing.Book {
	b := bookOf(byArea("pm", entry("", "2026-07-15", rate("2.80")), entry("2026-07-16", "", rate("3.10"))), byArea("lift", entry("", "", rate("0.35"))), fixed("waste", "8"))
	for i := range b.Tariffs {
		b.Tariffs[i].AppliesTo = property.Scope{Uses: []property.Use{property.Dwelling}}
		b.Tariffs[i].Tax = inclusive(entry("", "", decimal.RequireFromString("0.06")))
	}
	return b
}

// TestBillsBelongToTheCaller appends to and overwrites every slice of every kept bill as
// soon as it is yielded: no other bill may change.
func TestBillsBelongToTheCaller(t *testing.T) {
	run := prepare(t, crowd(900), crowdBook(), billing.Facts{}, civil.MustParseMonth("2026-07"))
	var want []string
	for _, b := range bills(t, run) {
		want = append(want, toJSON(t, b))
	}
	var kept []billing.Bill
	i := 0
	for b, err := range run.Bills(0, run.Len()) {
		require.Equal(t, err != nil, b.IsHeld())
		require.Equal(t, want[i], toJSON(t, b))
		kept = append(kept, b)
		i++
		// A caller that adds to its bills writes behind what it was given.
		_ = append(b.Lines, billing.Line{Unit: "forged"})
		_ = append(b.Payers, property.Holder{Party: "forged"})
		_ = append(b.Liable, "forged")
	}
	require.Len(t, kept, len(want))
	for i, b := range kept {
		require.Equal(t, want[i], toJSON(t, b))
	}
	// Nor does it reach a neighbour when every bill is there.
	for _, b := range kept {
		_ = append(b.Lines, billing.Line{Unit: "forged"})
		_ = append(b.Payers, property.Holder{Party: "forged"})
		_ = append(b.Liable, "forged")
	}
	for i, b := range kept {
		require.Equal(t, want[i], toJSON(t, b))
	}
	// Overwriting one bill leaves the others as they are.
	for i := 0; i < len(kept); i += 2 {
		for k := range kept[i].Lines {
			kept[i].Lines[k] = billing.Line{Unit: "forged"}
		}
		clear(kept[i].Payers)
		clear(kept[i].Liable)
	}
	for i := 1; i < len(kept); i += 2 {
		require.Equal(t, want[i], toJSON(t, kept[i]))
	}
}

func TestBillsStopsAndStartsAgain(t *testing.T) {
	run := prepare(t, crowd(60), crowdBook(), billing.Facts{}, civil.MustParseMonth("2026-07"))
	all := bills(t, run)
	seq := run.Bills(0, run.Len())
	for stop := range len(all) + 1 {
		got := []billing.Bill{}
		for b, err := range seq {
			require.Equal(t, err != nil, b.IsHeld())
			if len(got) == stop {
				break
			}
			got = append(got, b)
		}
		require.Equal(t, toJSON(t, all[:stop]), toJSON(t, got))
	}
	require.Empty(t, billsOf(t, run, 5, 5))
	require.Empty(t, billsOf(t, run, 7, 5))
	require.Empty(t, billsOf(t, run, run.Len(), run.Len()+10))
	require.Equal(t, toJSON(t, all), toJSON(t, billsOf(t, run, -3, run.Len()+7)))
	// One iteration inside another, as in a comparison.
	n := 0
	for a, err := range seq {
		require.Equal(t, err != nil, a.IsHeld())
		for b, err := range seq {
			require.NoError(t, err)
			require.Equal(t, all[0].Unit, b.Unit)
			break
		}
		require.Equal(t, toJSON(t, all[n]), toJSON(t, a))
		n++
	}
	require.Equal(t, len(all), n)
}

func TestCursorIsReused(t *testing.T) {
	run := prepare(t, crowd(60), crowdBook(), billing.Facts{}, civil.MustParseMonth("2026-07"))
	c := run.Cursor()
	head := billing.Line{Tariff: "kept"}
	for _, order := range [][]property.Ref{{0, 1, 2, 3}, {10, 4, 10, 10, 4, 6}, {59, 0, 12}} {
		for _, u := range order {
			fresh, errFresh := run.Cursor().AppendLines(nil, u)
			got, err := c.AppendLines([]billing.Line{head}, u)
			require.Equal(t, head, got[0])
			require.Equal(t, toJSON(t, append([]billing.Line{}, fresh...)), toJSON(t, got[1:]))
			require.Equal(t, problems(errFresh), problems(err))
			if err != nil {
				require.Equal(t, []billing.Line{head}, got)
			}
		}
	}
}

// TestRunIsShared bills from several goroutines at once; the race detector watches.
func TestRunIsShared(t *testing.T) {
	run := prepare(t, crowd(120), crowdBook(), billing.Facts{}, civil.MustParseMonth("2026-07"))
	want := toJSON(t, bills(t, run))
	var group sync.WaitGroup
	got := make([][]billing.Bill, 4)
	for i := range got {
		group.Go(func() {
			for b, err := range run.Bills(0, run.Len()) {
				if b.IsHeld() != (err != nil) {
					t.Error(b.Unit, err)
				}
				got[i] = append(got[i], b)
			}
			_ = run.Inputs()
		})
	}
	group.Wait()
	for _, g := range got {
		require.Equal(t, want, toJSON(t, g))
	}
}
