package property_test

import (
	"math"
	"math/big"
	"testing"
	"time"

	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/require"

	"github.com/wuyekit/wuye/property"
	"github.com/wuyekit/wuye/property/civil"
	"github.com/wuyekit/wuye/property/money"
)

// price is an agreed price that stays.
func price(p string) property.AgreedPrice {
	return property.AgreedPrice{Price: money.MustParsePrice(p)}
}

// rising is an agreed price with the terms by which it rises; step may be empty.
func rising(p, rate string, every int, step string) property.AgreedPrice {
	out := price(p)
	out.Escalation = &property.Escalation{Rate: money.MustParseRate(rate), Every: every}
	if step != "" {
		out.Escalation.Step = decimal.RequireFromString(step)
	}
	return out
}

// rented is unit u, let to T at a rent.
func rented(over civil.Period, prices civil.History[property.AgreedPrice], free ...civil.Period) property.Estate {
	t := let("u", "2026-01-01", "", "T")
	t.Term, t.Agreed = over, []property.Agreed{{Fee: "rent", Prices: prices, Free: free}}
	return property.Estate{Units: []property.Unit{dwelling("u")}, Parties: parties("O", "T"), Tenancies: []property.Tenancy{t}}
}

func TestEscalation(t *testing.T) {
	simple := rising("3000", "5%", 12, "0.01")
	simple.Escalation.Simple = true
	fromEarlier := rising("1000", "10%", 24, "")
	fromEarlier.Escalation.From = on("2022-03-01")
	fromLater := rising("1000", "10%", 12, "")
	fromLater.Escalation.From = on("2025-06-01")
	type at struct{ day, want string }
	tests := []struct {
		name   string
		term   civil.Period
		prices civil.History[property.AgreedPrice]
		want   []at
	}{
		{"leap day, 5 % a year to the fen", term("2024-02-29", "2029-02-28"), civil.Always(rising("3000", "5%", 12, "0.01")), []at{
			{"2024-02-28", ""},
			{"2024-02-29", "3000.00"},
			{"2025-02-27", "3000.00"},
			{"2025-02-28", "3150.00"},
			{"2026-02-27", "3150.00"},
			{"2026-02-28", "3307.50"},
			{"2027-02-28", "3472.88"}, // 3472.875
			{"2028-02-28", "3472.88"},
			{"2028-02-29", "3646.52"}, // 3646.524
			{"2029-02-27", "3646.52"},
			{"2029-02-28", ""},
		}},
		{"to the millionth unless said", term("2024-02-29", ""), civil.Always(rising("3000", "5%", 12, "")), []at{
			{"2027-02-28", "3472.875"},
			{"2028-02-29", "3646.51875"},
			{"2029-02-28", "3828.844688"}, // 3828.8446875
		}},
		{"to the yuan, half away from zero", term("2026-01-01", ""), civil.Always(rising("50", "5%", 12, "1")), []at{
			{"2027-01-01", "53.00"}, // 52.5
			{"2028-01-01", "56.00"}, // 55.65
		}},
		{"simple", term("2024-02-29", ""), civil.Always(simple), []at{
			{"2025-02-28", "3150.00"},
			{"2026-02-28", "3300.00"},
			{"2027-02-28", "3450.00"},
			{"2028-02-29", "3600.00"},
		}},
		{"steps agreed in advance", term("2026-01-01", "2029-01-01"), civil.History[property.AgreedPrice]{
			{Value: price("28")},
			{From: on("2027-01-01"), To: on("2027-12-31"), Value: price("30")},
			{From: on("2028-03-01"), Value: price("32")},
		}, []at{
			{"2026-01-01", "28.00"},
			{"2026-12-31", "28.00"},
			{"2027-01-01", "30.00"},
			{"2027-12-31", "30.00"},
			{"2028-01-01", ""},
			{"2028-02-29", ""}, // a gap is a gap
			{"2028-03-01", "32.00"},
			{"2028-12-31", "32.00"},
			{"2029-01-01", ""},
		}},
		{"two years firm, then 3 % a year from the step", term("2026-01-01", ""), civil.History[property.AgreedPrice]{
			{Value: price("100")},
			{From: on("2028-01-01"), Value: rising("110", "3%", 12, "0.01")},
		}, []at{
			{"2027-12-31", "100.00"},
			{"2028-01-01", "110.00"},
			{"2029-01-01", "113.30"},
			{"2030-01-01", "116.70"}, // 116.699
		}},
		{"an anchor before the term has risen by then", term("2025-01-01", ""), civil.Always(fromEarlier), []at{
			{"2025-01-01", "1100.00"}, // 2024-03-01
			{"2026-02-28", "1100.00"},
			{"2026-03-01", "1210.00"},
		}},
		{"an anchor inside the term", term("2025-01-01", ""), civil.Always(fromLater), []at{
			{"2025-01-01", "1000.00"},
			{"2026-01-01", "1000.00"},
			{"2026-06-01", "1100.00"},
		}},
		{"month by month from the 31st", term("2026-01-31", ""), civil.Always(rising("100", "1%", 1, "0.01")), []at{
			{"2026-02-27", "100.00"},
			{"2026-02-28", "101.00"},
			{"2026-03-30", "101.00"},
			{"2026-03-31", "102.01"},
			{"2026-04-30", "103.03"}, // 103.0301
		}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			r := built(t, rented(tt.term, tt.prices))
			rent, u := r.AgreedPrices("rent"), ref(t, r, "u")
			require.True(t, rent.Any())
			for _, at := range tt.want {
				got, ok := rent.At(u, on(at.day))
				require.Equal(t, at.want != "", ok, at.day)
				require.NoError(t, rent.Err(u, on(at.day)))
				if ok {
					require.Equal(t, at.want, got.Price.String(), at.day)
					require.Equal(t, tt.term, got.Term)
				}
			}
		})
	}
}

// TestAgreedAt: the lease of the sample, with everything that can be agreed.
func TestAgreedAt(t *testing.T) {
	r := built(t, sampleEstate())
	u, rent := ref(t, r, "T-0803"), r.AgreedPrices("rent")
	over := term("2026-04-01", "2026-09-01")
	for _, tt := range []struct {
		day, price, source string
		free               bool
	}{
		{"2026-04-01", "3000.00", "L-7 第四条", true},
		{"2026-04-30", "3000.00", "L-7 第四条", true},
		{"2026-05-01", "3000.00", "L-7 第四条", false},
		{"2026-06-29", "3000.00", "L-7 第四条", false},
		{"2026-06-30", "3150.00", "L-7 第四条", false},
		{"2026-08-01", "4000.00", "", false},
		{"2026-08-31", "4000.00", "", false},
	} {
		at, ok := rent.At(u, on(tt.day))
		require.True(t, ok, tt.day)
		require.Equal(t, tt.price, at.Price.String(), tt.day)
		require.Equal(t, tt.free, at.Free, tt.day)
		require.Equal(t, tt.source, at.Source, tt.day)
		require.Equal(t, over, at.Term)
		require.Equal(t, "T", r.PayerKey(at.Payer), "the tenant")
		require.Equal(t, []string{"T"}, r.AppendLiable(nil, at.Payer), "and no one else: the owner agreed nothing")
	}
	parking, ok := r.AgreedPrices("parking").At(u, on("2026-04-01"))
	require.True(t, ok)
	require.Equal(t, "300.50", parking.Price.String())
	require.False(t, parking.Free, "only the rent is free")

	for _, day := range []string{"2026-03-31", "2026-09-01"} {
		_, ok := rent.At(u, on(day))
		require.False(t, ok, day)
	}
	_, ok = rent.At(u, civil.Date(0))
	require.False(t, ok, "an unset date is no day")
	_, ok = rent.At(ref(t, r, "V1"), on("2026-05-01"))
	require.False(t, ok, "another unit")
}

func TestAgreedNothing(t *testing.T) {
	r := built(t, sampleEstate())
	for name, none := range map[string]property.AgreedPrices{
		"no tenancy agrees it": r.AgreedPrices("pm"), "every fee": r.AgreedPrices("*"), "no fee": r.AgreedPrices(""), "zero": {},
	} {
		require.False(t, none.Any(), name)
		_, ok := none.At(0, on("2026-05-01"))
		require.False(t, ok, name)
		require.NoError(t, none.Err(0, on("2026-05-01")), name)
		for range none.Starts(0) {
			t.Errorf("%s: Starts yields a day", name)
		}
	}
}

func TestAgreedFees(t *testing.T) {
	require.Equal(t, []string{"parking", "rent"}, built(t, sampleEstate()).AgreedFees())
	require.Empty(t, built(t, property.Estate{}).AgreedFees())
}

func TestStarts(t *testing.T) {
	first := rented(term("2026-01-01", "2027-01-01"), civil.Always(price("100")))
	e := rented(term("2028-01-01", ""), civil.Always(price("120")))
	e.Tenancies = append(e.Tenancies, first.Tenancies[0], let("u", "2027-01-01", "2028-01-01", "T"))
	r := built(t, e)
	var got []string
	for d := range r.AgreedPrices("rent").Starts(ref(t, r, "u")) {
		got = append(got, d.String())
	}
	require.Equal(t, []string{"2026-01-01", "2028-01-01"}, got, "the lease of 2027 agrees no rent")
	for range r.AgreedPrices("rent").Starts(ref(t, r, "u")) {
		break // stopping early is fine
	}
}

// TestEscalatesTooFar: a term without end is checked for 50 years; what comes later and is no
// price is no answer, and is said.
func TestEscalatesTooFar(t *testing.T) {
	r := built(t, rented(term("2026-01-01", ""), civil.Always(rising("1", "0.0001%", 1, "0.01"))))
	u, rent := ref(t, r, "u"), r.AgreedPrices("rent")
	at, ok := rent.At(u, on("2126-01-31")) // 1200 months
	require.True(t, ok)
	require.Equal(t, "1.00", at.Price.String())
	_, ok = rent.At(u, on("2126-02-01"))
	require.False(t, ok)
	require.EqualError(t, rent.Err(u, on("2126-02-01")),
		"by 2126-02-01 the price agreed for fee rent has escalated beyond any price, or more than 1200 times")
	require.Equal(t, []civil.Date{on("2126-02-01")}, r.AppendChanges(nil, u, term("2026-01-01", "")), "it never rises to a fen")

	r = built(t, rented(term("2026-01-01", ""), civil.Always(rising("1", "100%", 24, "")))) // doubles: 2^43 is a price, 2^44 is not
	u, rent = ref(t, r, "u"), r.AgreedPrices("rent")
	at, ok = rent.At(u, on("2113-12-31"))
	require.True(t, ok)
	require.Equal(t, "8796093022208.00", at.Price.String())
	_, ok = rent.At(u, on("2114-01-01"))
	require.False(t, ok)
	require.True(t, rule(rent.Err(u, on("2114-01-01")), property.ErrAgreedTooLarge))
	changes := r.AppendChanges(nil, u, term("2026-01-01", ""))
	require.Len(t, changes, 44)
	require.Equal(t, on("2114-01-01"), changes[43])
}

func TestAgreedChanges(t *testing.T) {
	prices := civil.History[property.AgreedPrice]{
		{From: on("2026-02-01"), To: on("2026-12-31"), Value: rising("3000", "5%", 4, "0.01")},
		{From: on("2027-02-01"), Value: price("3500")},
	}
	r := built(t, rented(term("2026-01-15", "2028-01-15"), prices, term("2026-01-15", "2026-03-01"), term("2027-05-01", "2027-06-01")))
	for _, tt := range []struct {
		name string
		of   civil.Period
		want []string
	}{
		{"all of it", term("2026-01-01", "2029-01-01"), []string{
			"2026-01-15",               // term
			"2026-02-01",               // first price
			"2026-03-01",               // free no more
			"2026-06-01", "2026-10-01", // anniversaries
			"2027-01-01", "2027-02-01", // gap
			"2027-05-01", "2027-06-01", // free
			"2028-01-15", // end
		}},
		{"a month with an anniversary", term("2026-09-16", "2026-10-16"), []string{"2026-10-01"}},
		{"which is no change on the first day", term("2026-10-01", "2026-11-01"), nil},
		{"after the term", term("2028-02-01", ""), nil},
	} {
		var got []string
		for _, d := range r.AppendChanges(nil, ref(t, r, "u"), tt.of) {
			got = append(got, d.String())
		}
		require.Equal(t, tt.want, got, tt.name)
	}
}

// dayByDay is the price on a day in millionths, risen day after day from its anchor; start is
// the first day of the price, else of the term.
func dayByDay(p property.AgreedPrice, start, on civil.Date) string {
	now := big.NewInt(p.Price.Micro())
	e := p.Escalation
	if e == nil {
		return now.String()
	}
	if !e.From.IsZero() {
		start = e.From
	}
	rises := 0
	for d := start + 1; d <= on; d++ {
		if d == anniversary(start, (rises+1)*e.Every) {
			rises++
			now = risen(p, now, rises)
		}
	}
	return now.String()
}

// anniversary is the day some months later, as a calendar has it.
func anniversary(start civil.Date, months int) civil.Date {
	y, m, d := start.Date()
	last := time.Date(y, m+time.Month(months)+1, 0, 0, 0, 0, 0, time.UTC)
	return civil.MustNew(last.Year(), last.Month(), min(d, last.Day()))
}

// risen is the price after its n-th anniversary.
func risen(p property.AgreedPrice, before *big.Int, n int) *big.Int {
	e := p.Escalation
	exact := new(big.Rat).SetFrac(before, big.NewInt(1))
	factor := new(big.Rat).SetFrac64(e.Rate.Micro(), 1_000_000)
	if e.Simple {
		exact.SetInt64(p.Price.Micro())
		factor.Mul(factor, new(big.Rat).SetInt64(int64(n)))
	}
	exact.Mul(exact, factor.Add(factor, big.NewRat(1, 1)))
	step := big.NewRat(1, 1) // a millionth
	if !e.Step.IsZero() {
		step = new(big.Rat).Mul(e.Step.Rat(), big.NewRat(1_000_000, 1))
	}
	exact.Quo(exact, step).Add(exact, big.NewRat(1, 2)) // whole steps, half up
	steps := new(big.Int).Div(exact.Num(), exact.Denom())
	return steps.Mul(steps, step.Num())
}

// FuzzAgreedAt: on every day the price is the one that a walk day by day in big numbers
// comes to; where that is no price the document is refused.
func FuzzAgreedAt(f *testing.F) {
	f.Add(int64(3_000_000_000), int64(50_000), uint8(12), int64(10_000), false, uint16(59), int16(0), uint16(1900))
	f.Add(int64(3_000_000_000), int64(50_000), uint8(12), int64(0), true, uint16(30), int16(-400), uint16(2500))
	f.Add(int64(math.MaxInt64/2), int64(1_000_000), uint8(1), int64(1), false, uint16(0), int16(0), uint16(31))
	f.Add(int64(math.MaxInt64/2+1), int64(1_000_000), uint8(1), int64(0), true, uint16(0), int16(0), uint16(40))
	f.Add(int64(5), int64(100_000), uint8(3), int64(5), false, uint16(90), int16(40), uint16(2000))
	f.Add(int64(1_000_000_000_000), int64(10_000_000), uint8(1), int64(1_000_000_000_000), false, uint16(90), int16(-900), uint16(500))
	f.Fuzz(func(t *testing.T, p, rate int64, every uint8, step int64, simple bool, start uint16, anchor int16, length uint16) {
		p, rate, step = max(1, p), 1+abs(rate)%10_000_000, abs(step)
		step = min(step, p, 1_000_000_000_000)
		begin := on("2020-01-01").AddDays(int(start) % 2000)
		over := civil.Period{Start: begin, End: begin.AddDays(1 + int(length)%3000)}
		first, err := money.NewPrice(p)
		require.NoError(t, err)
		risesBy, err := money.NewRate(rate)
		require.NoError(t, err)
		agreed := property.AgreedPrice{
			Price: first, Escalation: &property.Escalation{Rate: risesBy, Every: 1 + int(every)%120, Simple: simple},
		}
		if step > 0 {
			agreed.Escalation.Step = decimal.New(step, -6)
		}
		from := begin
		if anchor != 0 {
			from = begin.AddDays(int(anchor) % 1500)
			agreed.Escalation.From = from
		}

		r, err := rentedAt(over, agreed)
		if risen(agreed, big.NewInt(p), 1).Cmp(big.NewInt(p)) < 0 {
			require.True(t, rule(err, property.ErrEscalationRise), "%v", err)
			return
		}
		now, rises := big.NewInt(p), 0
		for d := min(from, begin); d < over.End; d++ {
			if d == anniversary(from, (rises+1)*agreed.Escalation.Every) {
				rises++
				now = risen(agreed, now, rises)
			}
			if !now.IsInt64() {
				require.True(t, rule(err, property.ErrAgreedTooLarge), "%v", err)
				return
			}
			if err == nil && d >= begin {
				at, ok := r.AgreedPrices("rent").At(0, d)
				require.True(t, ok)
				require.Equal(t, now.Int64(), at.Price.Micro(), "on %s", d)
			}
		}
		require.NoError(t, err)
	})
}

func abs(n int64) int64 { return max(n, -max(n, -math.MaxInt64)) }

func rentedAt(over civil.Period, p property.AgreedPrice) (*property.Register, error) {
	e := rented(over, civil.Always(p))
	e.Community.Code = "rose"
	return e.Build()
}

func BenchmarkAgreedAt(b *testing.B) {
	r := built(b, rented(term("2020-01-31", ""), civil.Always(rising("3000", "5%", 12, "0.01"))))
	rent, d := r.AgreedPrices("rent"), on("2026-05-16")
	b.ReportAllocs()
	for b.Loop() {
		rent.At(0, d)
	}
}
