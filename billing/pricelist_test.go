package billing_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/require"

	"github.com/wuyekit/wuye/billing"
	"github.com/wuyekit/wuye/property/civil"
	"github.com/wuyekit/wuye/property/invalid"
)

// noticeBook has what a notice shows: a residential fee under a guide price, with the next price known, a
// low charge of a charter version, a rent, a special service, a draft and a fee that begins next year.
func noticeBook(t *testing.T) billing.Book {
	t.Helper()
	b, err := invalid.Decode[billing.Book]([]byte(`{"currency":"CNY","charters":[{"code":"ZC","versions":[{"to":"2026-06-30","value":"1"},{"from":"2026-07-01","value":"2"}]}],"tariffs":[
		{"code":"pm","name":"物业服务费","state":"inForce","approver":"区发改局","approvedOn":"2025-12-01","appliesTo":{"all":true},"basis":{"area":{}},
			"cycle":{"every":"quarter","timing":"advance","dueDays":10},
			"ceiling":{"limits":[{"to":"2026-12-31","value":{"benchmark":"2.50","up":"0.2","down":"0.2","source":"指导价 2025"}},{"from":"2027-01-01","value":{"price":"3.30"}}]},
			"prices":[{"from":"2026-01-01","to":"2026-12-31","value":{"price":"2.80","source":"合同","publishedOn":"2025-12-15"}},{"from":"2027-01-01","value":{"price":"3.10","publishedOn":"2026-11-01"}}]},
		{"code":"lift","name":"电梯费","state":"inForce","charter":{"code":"ZC","version":"2"},"appliesTo":{"all":true},"basis":{"fixed":{}},"prices":[{"value":{"price":"5","class":"low"}}]},
		{"code":"old","state":"inForce","charter":{"code":"ZC","version":"1"},"appliesTo":{"all":true},"basis":{"fixed":{}},"prices":[{"value":{"price":"4"}}]},
		{"code":"rent","state":"inForce","appliesTo":{"all":true},"basis":{"agreed":{}}},
		{"code":"repair","name":"入户维修","state":"inForce","special":true,"appliesTo":{"all":true},"basis":{"quoted":{"publishedOn":"2026-07-02"}}},
		{"code":"z","state":"draft","appliesTo":{"all":true},"basis":{"fixed":{}},"prices":[{"value":{"price":"4"}}]},
		{"code":"waste","state":"inForce","appliesTo":{"all":true},"basis":{"fixed":{}},"prices":[{"from":"2027-01-01","value":{"free":true,"publishedOn":"2026-12-01"}}]}]}`), "book")
	require.NoError(t, err)
	return b
}

func TestPriceList(t *testing.T) {
	got := noticeBook(t).PriceList(day("2026-07-01"))
	next := entry("2027-01-01", "", billing.Rate{Price: decimal.RequireFromString("3.10"), PublishedOn: day("2026-11-01")})
	want := []billing.ListedPrice{
		{
			Tariff: "lift", Name: "电梯费", Basis: "fixed", Rate: billing.Rate{Price: decimal.NewFromInt(5), Class: billing.LowCharge}, Class: billing.LowCharge,
			Charter: &billing.CharterVersion{Code: "ZC", Version: "2"}, Every: billing.Monthly, Timing: billing.Arrears,
		},
		{
			Tariff: "pm", Name: "物业服务费", Basis: "area", From: day("2026-01-01"), Until: day("2026-12-31"), Next: &next,
			Rate:  billing.Rate{Price: decimal.RequireFromString("2.80"), Source: "合同", PublishedOn: day("2025-12-15")},
			Class: billing.StandardCharge, Approver: "区发改局", ApprovedOn: day("2025-12-01"),
			Limit: &billing.Limit{Benchmark: decimal.RequireFromString("2.50"), Up: decimal.RequireFromString("0.2"), Down: decimal.RequireFromString("0.2"), Source: "指导价 2025"},
			Every: billing.Quarterly, Timing: billing.Advance, DueDays: 10, Published: true, Since: day("2025-12-15"),
		},
		{Tariff: "rent", Basis: "agreed", Every: billing.Monthly, Timing: billing.Arrears},
		{Tariff: "repair", Name: "入户维修", Basis: "quoted", Special: true, Since: day("2026-07-02")},
	}
	if diff := cmp.Diff(want, got, cmp.Comparer(decimal.Decimal.Equal), cmp.Comparer(func(a, b civil.Date) bool { return a == b })); diff != "" {
		t.Errorf("price list (-want +got)\n%s", diff)
	}
	require.Equal(t, "3.00", got[1].Limit.Cap().StringFixed(2))   // 2.50 × 1.2
	require.Equal(t, "2.00", got[1].Limit.Floor().StringFixed(2)) // 2.50 × 0.8
}

// TestPriceListByDay says which tariffs stand in the list on a day, and which of them are published.
func TestPriceListByDay(t *testing.T) {
	b := noticeBook(t)
	for on, want := range map[string][]string{
		"2025-12-31": {"old", "rent", "repair"},
		"2026-01-01": {"old", "pm 2.8 published", "rent", "repair"},
		"2026-06-30": {"old", "pm 2.8 published", "rent", "repair"},
		"2026-07-02": {"lift", "pm 2.8 published", "rent", "repair published"},
		"2027-01-01": {"lift", "pm 3.1 published", "rent", "repair published", "waste free published"},
		"9999-12-31": {"lift", "pm 3.1 published", "rent", "repair published", "waste free published"},
	} {
		var got []string
		for _, p := range b.PriceList(day(on)) {
			row := p.Tariff
			if p.Tariff == "pm" {
				row += " " + p.Rate.Price.String()
			}
			if p.Class == billing.FreeCharge {
				row += " free"
			}
			if p.Published {
				row += " published"
			}
			got = append(got, row)
		}
		require.Equal(t, want, got, on)
	}
}

// What runs bill on a day is in the day's list, and nothing else is.
func TestPriceListIsWhatIsBilled(t *testing.T) {
	b := noticeBook(t)
	for _, month := range []string{"2025-12", "2026-06", "2026-07", "2027-01"} {
		p := civil.MustParseMonth(month)
		for i := range b.Tariffs {
			b.Tariffs[i].Cycle = nil
		}
		billed := map[string]bool{}
		for _, l := range billLines(bills(t, prepare(t, home(), b, billing.Facts{}, p))...) {
			billed[l.Tariff] = true
		}
		listed := map[string]bool{}
		for _, row := range b.PriceList(p.Start) {
			if row.Basis != "agreed" && row.Basis != "quoted" { // the home has neither
				listed[row.Tariff] = true
			}
		}
		require.Equal(t, listed, billed, month)
	}
}

// The list is the caller's: changing it changes no book.
func TestPriceListIsACopy(t *testing.T) {
	b := noticeBook(t)
	was := toJSON(t, b)
	for _, p := range b.PriceList(day("2026-07-01")) {
		p.Rate.Price = decimal.NewFromInt(9)
		if p.Next != nil {
			p.Next.Value.Source = "else"
		}
		if p.Limit != nil {
			p.Limit.Source = "else"
		}
		if p.Charter != nil {
			p.Charter.Version = "else"
		}
	}
	require.Equal(t, was, toJSON(t, b))
}
