package parking_test

import (
	"encoding/json"
	"math"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/require"

	"github.com/wuyekit/wuye/billing/parking"
	"github.com/wuyekit/wuye/property/civil"
	"github.com/wuyekit/wuye/property/invalid"
	"github.com/wuyekit/wuye/property/money"
)

// paths returns the places and rules of an error's problems.
func paths(t *testing.T, err error) []string {
	t.Helper()
	var all *invalid.Error
	require.ErrorAs(t, err, &all)
	var out []string
	for _, f := range all.Fields {
		require.NotContains(t, f.Error(), "%!")
		out = append(out, f.Path+" "+f.Rule.ID())
	}
	return out
}

func TestTariffProblems(t *testing.T) {
	tests := []struct {
		name string
		doc  string
		want []string
	}{
		{"nothing", `{}`, []string{"code invalid/required", "currency invalid/required", "rates parking/rates"}},
		{
			"everything at once", `{"code": "t", "currency": "CNY", "graceMinutes": -1, "rounding": {"step": "0.001"},
			"free": {"minutes": 0}, "rates": [{"unit": {"minutes": 0, "price": "0"}, "free": true, "cap": "5"}],
			"cap": {"amount": "-1"}, "classes": [{"code": "a"}, {"code": "a", "factor": "101", "exempt": "x", "cap": {"amount": "1", "per": "stay"}}]}`,
			[]string{
				"graceMinutes parking/minutes", "free.kind invalid/required", "free.minutes parking/minutes",
				"rates[0] parking/rate-kind", "rates[0].unit.minutes parking/minutes", "rates[0].unit.price parking/no-price",
				"rates[0].cap parking/not-with", "cap.per invalid/required", "cap.amount parking/negative", "rounding.step money/step",
				"classes[0] parking/class-kind", "classes[1].code parking/class-twice", "classes[1] parking/class-kind",
				"classes[1].factor parking/no-factor", "classes[1].cap parking/not-with",
			},
		},
		{
			"a gap and an overlap", `{"code": "t", "currency": "CNY", "rates": [
			{"window": {"from": "07:00", "to": "20:00"}, "free": true}, {"window": {"from": "21:00", "to": "08:00"}, "free": true}]}`,
			[]string{"rates parking/windows", "rates parking/windows"},
		},
		{
			"one window alone", `{"code": "t", "currency": "CNY", "rates": [{"window": {"from": "07:00", "to": "20:00"}, "free": true}]}`,
			[]string{"rates parking/windows"},
		},
		{
			"windows that are none", `{"code": "t", "currency": "CNY", "rates": [
			{"free": true}, {"window": {"from": "07:00", "to": "07:00"}, "free": true}, {"window": {"from": "24:00", "to": "7:00"}, "free": true}]}`,
			[]string{"rates[2].window.from parking/time", "rates[2].window.to civil/time-of-day", "rates[0].window invalid/required", "rates[1].window.to parking/window-empty"},
		},
		{
			"midnight is not 24:00", `{"code": "t", "currency": "CNY", "rates": [
			{"window": {"from": "00:00", "to": "12:00"}, "free": true}, {"window": {"from": "12:00", "to": "24:00"}, "free": true}]}`,
			[]string{"rates[1].window.to parking/time"},
		},
		{
			"24:00 to 24:00", `{"code": "t", "currency": "CNY", "rates": [{"window": {"from": "24:00", "to": "24:00"}, "free": true}]}`,
			[]string{"rates[0].window.from parking/time", "rates[0].window.to parking/time"},
		},
		{
			"terms that go with unit only", `{"code": "t", "currency": "CNY", "rates": [
			{"perVisit": {"price": "5"}, "first": {"minutes": 1, "price": "1"}, "over": {"afterMinutes": 1, "minutes": 1, "price": "1"}}]}`,
			[]string{"rates[0].first parking/not-with", "rates[0].over parking/not-with"},
		},
		{
			"later than the first block", `{"code": "t", "currency": "CNY", "rates": [
			{"unit": {"minutes": 1, "price": "1"}, "first": {"minutes": 60, "price": "1"}, "over": {"afterMinutes": 59, "minutes": 1, "price": "1"}}]}`,
			[]string{"rates[0].over.afterMinutes parking/minutes"},
		},
		{
			"prices too fine and too high", `{"code": "t", "currency": "CNY", "rates": [
			{"unit": {"minutes": 1, "price": "1.005"}, "first": {"minutes": 60, "price": "1000001"}}]}`,
			[]string{"rates[0].first.price parking/too-high", "rates[0].unit.price money/amount-scale"},
		},
	}
	for _, tt := range tests {
		_, err := invalid.Decode[parking.Tariff]([]byte(tt.doc), "tariff")
		got := paths(t, err)
		require.ElementsMatch(t, tt.want, got, tt.name)
	}
	_, err := parking.Compile(tariffA(parking.Once), nil)
	require.ErrorIs(t, err, parking.ErrNoZone)
	x := tariff(parking.Rate{Unit: &parking.Block{Minutes: 1, Price: decimal.New(1, math.MaxInt32)}})
	_, err = parking.Compile(x, time.UTC)
	require.ErrorIs(t, err, money.ErrAmountRange)
	require.Less(t, len(err.Error()), 300)
}

func TestStayProblems(t *testing.T) {
	p := compile(t, tariffA(parking.Once))
	march := civil.MustParseMonth("2026-03")
	base := stay("2026-03-02 08:00", "2026-03-02 10:00")
	tests := []struct {
		name   string
		change func(*parking.ShortStay)
		passes []parking.MonthlyPass
		want   []string
	}{
		{"exit before entry", func(s *parking.ShortStay) { s.ExitedAt = at("2026-03-02 07:59") }, nil, []string{"exitedAt parking/exit-first"}},
		{"no entry", func(s *parking.ShortStay) { s.EnteredAt = time.Time{} }, nil, []string{"enteredAt parking/instant"}},
		{"no exit, no class", func(s *parking.ShortStay) { s.ExitedAt, s.Class = time.Time{}, "lorry" }, nil, []string{"exitedAt parking/open", "class parking/no-class"}},
		{"times beyond all years", func(s *parking.ShortStay) { s.ExitedAt = time.Unix(math.MaxInt64, 0) }, nil, []string{"exitedAt parking/instant"}},
		{"payments", func(s *parking.ShortStay) {
			*s = paid(*s, "2026-03-02 07:00", "1.00", "2026-03-02 11:00", "1.00", "2026-03-02 09:00", "1.00", "2026-03-02 08:30", "-1.00")
			s.Payments = append(s.Payments, parking.Payment{At: at("2026-03-02 09:30"), Amount: money.MustParse("1.00 USD")}, parking.Payment{})
		}, nil, []string{
			"payments[0].at parking/paid-outside", "payments[1].at parking/paid-outside", "payments[2].at parking/paid-order",
			"payments[3].amount parking/paid-nothing", "payments[3].at parking/paid-order", "payments[5].amount parking/paid-nothing",
			"payments[5].at parking/instant", "payments[4].amount parking/currency",
		}},
		{"passes", func(*parking.ShortStay) {}, []parking.MonthlyPass{
			{Period: march}, {Plate: "沪A12345", Windows: []parking.Window{{}, *window("18:00", "24:00")}},
		}, []string{"passes[0].plate invalid/required", "passes[1].period.start invalid/required", "passes[1].windows[0].from invalid/required", "passes[1].windows[0].to invalid/required", "passes[1].windows[1].to parking/time"}},
		{"too many passes", func(*parking.ShortStay) {}, make([]parking.MonthlyPass, 0, 101), []string{"passes parking/too-many"}},
	}
	for _, tt := range tests {
		s := base
		tt.change(&s)
		for len(tt.passes) < cap(tt.passes) && cap(tt.passes) > 100 {
			tt.passes = append(tt.passes, parking.MonthlyPass{Plate: "沪A12345", Period: march})
		}
		_, err := p.Fee(s, tt.passes...)
		require.ElementsMatch(t, tt.want, paths(t, err), tt.name)
		_, again := p.Amount(s, tt.passes...)
		require.Equal(t, err.Error(), again.Error())
	}
	_, err := p.Fee(paid(base, "2026-03-02 09:00", "92233720368547758.07", "2026-03-02 09:00", "0.01"))
	require.ErrorIs(t, err, parking.ErrPaidTooMuch)
}

func TestPassPriceProblems(t *testing.T) {
	_, err := parking.PassPrice{}.Fee(civil.Period{})
	require.ElementsMatch(t, []string{
		"currency money/currency", "price parking/no-price", "proration invalid/required", "period.start invalid/required",
	}, paths(t, err))
	good := parking.PassPrice{Currency: cny(), Price: dec("1"), Proration: parking.WholeMonth}
	for _, p := range []civil.Period{{Start: civil.MustParse("2026-01-01")}, {Start: civil.MustParse("1900-01-01"), End: civil.MustParse("2000-01-02")}} {
		_, err = good.Fee(p)
		require.ErrorIs(t, err, parking.ErrPassPeriod)
	}
}

// TestVerify: whatever figure of a stored fee is changed, Verify says so.
func TestVerify(t *testing.T) {
	x := tariffC()
	x.Free = &parking.Free{Minutes: 20, Kind: parking.Deducted}
	x.Cap = capOf("100.00", parking.FromEntry)
	x.GraceMinutes = 15
	good := sound(t, compile(t, x), paid(stay("2026-03-02 22:00", "2026-03-04 07:10"), "2026-03-04 07:00", "42.00"))
	require.False(t, good.SettledAt.IsZero())
	one := money.MustParse("0.01 CNY")
	changes := map[string]func(*parking.Fee){
		"minutes":           func(f *parking.Fee) { f.Minutes++ },
		"until":             func(f *parking.Fee) { f.Until = f.EnteredAt.Add(-1) },
		"settled":           func(f *parking.Fee) { f.SettledAt = f.SettledAt.Add(-6 * time.Minute) },
		"amount":            func(f *parking.Fee) { f.Amount = one },
		"due":               func(f *parking.Fee) { f.Due = one },
		"paid":              func(f *parking.Fee) { f.Paid = one },
		"excess":            func(f *parking.Fee) { f.Excess = one },
		"exempt":            func(f *parking.Fee) { f.Exempt = "x" },
		"a span less":       func(f *parking.Fee) { f.Spans = f.Spans[:1] },
		"span before":       func(f *parking.Fee) { f.Spans[1].Before = one },
		"span amount":       func(f *parking.Fee) { f.Spans[1].Amount = one },
		"part from":         func(f *parking.Fee) { f.Spans[0].Parts[1].From = f.EnteredAt },
		"part to":           func(f *parking.Fee) { f.Spans[0].Parts[1].To = f.Until },
		"part rate":         func(f *parking.Fee) { f.Spans[0].Parts[1].Rate = 1 },
		"part rate outside": func(f *parking.Fee) { f.Spans[0].Parts[1].Rate = 2 },
		"part minutes":      func(f *parking.Fee) { f.Spans[0].Parts[1].Minutes = math.MinInt },
		"part free":         func(f *parking.Fee) { f.Spans[0].Parts[1].Free = 1 },
		"part passed":       func(f *parking.Fee) { f.Spans[0].Parts[1].Passed = math.MaxInt },
		"part charged":      func(f *parking.Fee) { f.Spans[0].Parts[1].Charged-- },
		"part before":       func(f *parking.Fee) { f.Spans[0].Parts[1].Before = one },
		"part amount":       func(f *parking.Fee) { f.Spans[0].Parts[1].Amount = one },
		"part carried":      func(f *parking.Fee) { f.Spans[1].Parts[0].Carried = money.Amount{} },
		"no terms":          func(f *parking.Fee) { f.Terms = parking.Terms{} },
		"another price":     func(f *parking.Fee) { f.Terms.Rates[0].Unit.Price = dec("2.01") },
		"another cap":       func(f *parking.Fee) { f.Terms.Cap.Amount = dec("10") },
		"another free time": func(f *parking.Fee) { f.Terms.Free.Minutes++ },
		"another factor":    func(f *parking.Fee) { f.Terms.Factor = money.MustParseRate("2") },
		"nothing":           func(f *parking.Fee) { *f = parking.Fee{} },
	}
	text, err := json.Marshal(good)
	require.NoError(t, err)
	for name, change := range changes {
		f, err := invalid.Decode[parking.Fee](text, "fee")
		require.NoError(t, err, name)
		change(&f)
		require.Error(t, f.Verify(), name)
		require.NotPanics(t, func() { require.NotNil(t, f.Why().Check) }, name)
	}
}

// TestStored: a fee that was written and read derives the same.
func TestStored(t *testing.T) {
	x := tariffA(parking.Daily)
	x.Classes = []parking.Class{{Code: "large", Factor: dec("1.5")}}
	x.Source = "沪价费〔2026〕1号"
	s := stay("2026-03-02 08:00", "2026-03-09 10:30")
	s.Class = "large"
	p := compile(t, x)
	f := sound(t, p, s)
	text, err := json.Marshal(f)
	require.NoError(t, err)
	back, err := invalid.Decode[parking.Fee](text, "fee")
	require.NoError(t, err)
	require.NoError(t, back.Verify())
	require.Empty(t, cmp.Diff(f.Why(), back.Why()))
	f.Terms.Rates[0].Unit.Price = dec("99")
	require.Equal(t, back.Amount, sound(t, p, s).Amount, "a fee shares nothing with its pricer")
}

func TestWords(t *testing.T) {
	for _, v := range []interface {
		String() string
		MarshalText() ([]byte, error)
	}{parking.Deducted, parking.Threshold, parking.Once, parking.Daily, parking.FromEntry, parking.CalendarDay, parking.WholeStay, parking.ActualDays, parking.HalfMonth, parking.WholeMonth} {
		text, err := v.MarshalText()
		require.NoError(t, err)
		require.Equal(t, v.String(), string(text))
	}
	for _, bad := range []interface{ MarshalText() ([]byte, error) }{parking.FreeKind(0), parking.Renewal(3), parking.CapPer(4), parking.PassProration(9)} {
		_, err := bad.MarshalText()
		require.Error(t, err)
	}
	require.Equal(t, "CapPer(7)", parking.CapPer(7).String())
}
