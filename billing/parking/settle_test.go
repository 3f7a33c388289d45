package parking_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/wuyekit/wuye/billing/parking"
	"github.com/wuyekit/wuye/property/civil"
	"github.com/wuyekit/wuye/property/money"
)

// TestPayments: 5.00 a started hour, 15 minutes to leave.
func TestPayments(t *testing.T) {
	x := tariff(parking.Rate{Unit: block(60, "5.00")})
	x.GraceMinutes = 15
	p := compile(t, x)
	tests := []struct {
		name, to                   string
		rows                       []string
		amount, due, over, settled string
	}{
		{"not paid", "10:10", nil, "15.00", "15.00", "0.00", ""},
		{"paid at 09:55, left at once", "10:10", []string{"09:55", "10.00"}, "10.00", "0.00", "0.00", "09:55"},
		{"the last moment", "10:10:00", []string{"09:55", "10.00"}, "10.00", "0.00", "0.00", "09:55"},
		{"a second too late", "10:10:01", []string{"09:55", "10.00"}, "15.00", "5.00", "0.00", ""},
		{"lingered, within the hour paid for", "09:58", []string{"09:10", "10.00"}, "10.00", "0.00", "0.00", ""},
		{"paid a part", "10:10", []string{"09:55", "9.99"}, "15.00", "5.01", "0.00", ""},
		{"paid in two parts", "10:10", []string{"09:30", "5.00", "09:58", "5.00"}, "10.00", "0.00", "0.00", "09:58"},
		{"paid too much", "10:10", []string{"09:55", "20.00"}, "10.00", "0.00", "10.00", "09:55"},
		{"lingered and paid the rest at the barrier", "10:30", []string{"09:55", "10.00", "10:30", "5.00"}, "15.00", "0.00", "0.00", "10:30"},
		{"the first that settled counts", "10:05", []string{"09:55", "10.00", "10:02", "5.00"}, "10.00", "0.00", "5.00", "09:55"},
	}
	for _, tt := range tests {
		rows := append([]string{}, tt.rows...)
		for i := 0; i < len(rows); i += 2 {
			rows[i] = "2026-03-02 " + rows[i]
		}
		f := sound(t, p, paid(stay("2026-03-02 08:00", "2026-03-02 "+tt.to), rows...))
		require.Equal(t, []string{tt.amount, tt.due, tt.over}, []string{
			f.Amount.Decimal().StringFixed(2), f.Due.Decimal().StringFixed(2), f.Excess.Decimal().StringFixed(2),
		}, tt.name)
		settled := ""
		if !f.SettledAt.IsZero() {
			settled = f.SettledAt.Format("15:04")
		}
		require.Equal(t, tt.settled, settled, tt.name)
	}
}

// TestPasses: 2.00 a started hour, the first hour free.
func TestPasses(t *testing.T) {
	march := civil.MustParseMonth("2026-03")
	nights := parking.MonthlyPass{Plate: "沪A12345", Period: march, Windows: []parking.Window{*window("20:00", "08:00")}}
	whole := parking.MonthlyPass{Plate: "沪A12345", Period: march}
	tests := []struct {
		name, from, to string
		passes         []parking.MonthlyPass
		charged        int
		fee            string
	}{
		{"none", "2026-03-02 08:00", "2026-03-02 10:00", nil, 60, "2.00"},
		{"all of it", "2026-03-02 08:00", "2026-03-05 10:00", []parking.MonthlyPass{whole}, 0, "0.00"},
		{"another car's", "2026-03-02 08:00", "2026-03-02 10:00", []parking.MonthlyPass{{Plate: "沪B1", Period: march}}, 60, "2.00"},
		{"another class's", "2026-03-02 08:00", "2026-03-02 10:00", []parking.MonthlyPass{{Plate: "沪A12345", Class: "large", Period: march}}, 60, "2.00"},
		{"two hours before the night, one after: 180 less the free hour", "2026-03-02 18:00", "2026-03-03 09:00", []parking.MonthlyPass{nights}, 120, "4.00"},
		{"the night alone", "2026-03-02 20:00", "2026-03-03 08:00", []parking.MonthlyPass{nights}, 0, "0.00"},
		{"the free hour is not spent inside the pass", "2026-03-02 21:00", "2026-03-03 09:00", []parking.MonthlyPass{nights}, 0, "0.00"},
		{"the pass ends at midnight: 120 minutes less the free hour", "2026-03-31 20:00", "2026-04-01 02:00", []parking.MonthlyPass{nights}, 60, "2.00"},
		{"two passes that overlap", "2026-03-02 19:00", "2026-03-03 09:30", []parking.MonthlyPass{nights, {Plate: "沪A12345", Period: march, Windows: []parking.Window{*window("06:00", "09:00")}}}, 30, "2.00"},
		{"without an end", "2026-03-02 08:00", "2028-03-05 10:00", []parking.MonthlyPass{{Plate: "沪A12345", Period: civil.Period{Start: civil.MustParse("2026-03-01")}}}, 0, "0.00"},
	}
	p := compile(t, func() parking.Tariff {
		x := tariffA(parking.Once)
		x.Cap, x.Classes = nil, []parking.Class{{Code: "large", Factor: dec("2")}}
		return x
	}())
	for _, tt := range tests {
		f := sound(t, p, stay(tt.from, tt.to), tt.passes...)
		charged := 0
		for _, s := range f.Spans {
			for _, q := range s.Parts {
				charged += q.Charged
			}
		}
		require.Equal(t, tt.charged, charged, tt.name)
		require.Equal(t, tt.fee+" CNY", f.Amount.String(), tt.name)
	}
}

// TestFeeAt: what a car inside would pay, and the stored past of one that left.
func TestFeeAt(t *testing.T) {
	x := tariff(parking.Rate{Unit: block(60, "5.00")})
	x.GraceMinutes = 15
	p := compile(t, x)
	open := paid(stay("2026-03-02 08:00", "2026-03-02 09:00"), "2026-03-02 08:50", "5.00")
	left := open
	open.ExitedAt = parking.ShortStay{}.ExitedAt

	_, err := p.Fee(open)
	require.ErrorIs(t, err, parking.ErrOpen)
	tests := []struct {
		stay        parking.ShortStay
		at          string
		open        bool
		amount, due string
	}{
		{open, "2026-03-02 08:00", true, "0.00", "0.00"},
		{open, "2026-03-02 08:30", true, "5.00", "5.00"},
		{open, "2026-03-02 09:05", true, "5.00", "0.00"},
		{open, "2026-03-02 09:06", true, "10.00", "5.00"},
		{left, "2026-03-02 08:30", true, "5.00", "5.00"},
		{left, "2026-03-02 09:00", false, "5.00", "0.00"},
		{left, "2026-03-05 09:00", false, "5.00", "0.00"},
	}
	for _, tt := range tests {
		f, err := p.FeeAt(tt.stay, at(tt.at))
		require.NoError(t, err)
		require.NoError(t, f.Verify())
		require.Equal(t, tt.open, f.Open, tt.at)
		require.Equal(t, money.MustParse(tt.amount+" CNY"), f.Amount, tt.at)
		require.Equal(t, money.MustParse(tt.due+" CNY"), f.Due, tt.at)
	}
	require.Len(t, left.Payments, 1, "the caller's payments are his own")
	for _, s := range []parking.ShortStay{open, left} {
		_, err = p.FeeAt(s, at("2026-03-02 07:59"))
		require.ErrorIs(t, err, parking.ErrAsOf)
	}
	_, err = p.FeeAt(open, parking.ShortStay{}.ExitedAt)
	require.ErrorIs(t, err, parking.ErrAsOf)
}

// TestPassPrice: EX-233 of DOMAIN-CN 2.5, and what follows from it.
func TestPassPrice(t *testing.T) {
	tests := []struct {
		by         parking.PassProration
		start, end string
		months     int
		amount     string
	}{
		{parking.ActualDays, "2026-04-17", "2026-05-01", 1, "70.00"},
		{parking.HalfMonth, "2026-04-17", "2026-05-01", 1, "75.00"},
		{parking.HalfMonth, "2026-04-16", "2026-05-01", 1, "75.00"},
		{parking.HalfMonth, "2026-04-15", "2026-05-01", 1, "150.00"},
		{parking.HalfMonth, "2026-04-01", "2026-04-16", 1, "75.00"},
		{parking.HalfMonth, "2026-04-01", "2026-04-17", 1, "150.00"},
		{parking.WholeMonth, "2026-04-30", "2026-05-02", 2, "300.00"},
		{parking.ActualDays, "2026-04-17", "2026-07-01", 3, "370.00"},
		{parking.ActualDays, "2026-01-31", "2026-03-11", 3, "203.23"},  // 4.8387… → 4.84, 150.00, 48.387… → 48.39
		{parking.ActualDays, "2024-02-15", "2024-03-01", 1, "77.59"},   // 15/29
		{parking.HalfMonth, "2026-04-17", "2027-04-17", 13, "1875.00"}, // half, eleven whole, whole up to the 16th
	}
	for _, tt := range tests {
		price := parking.PassPrice{Currency: cny(), Price: dec("150.00"), Proration: tt.by}
		f, err := price.Fee(civil.Period{Start: civil.MustParse(tt.start), End: civil.MustParse(tt.end)})
		require.NoError(t, err)
		require.Equal(t, tt.amount+" CNY", f.Amount.String(), "%s %s", tt.by, tt.start)
		require.Len(t, f.Months, tt.months)
		require.NoError(t, f.Verify())
		require.NoError(t, f.Why().Check())
		require.True(t, dec(f.Why().Value.Text).Equal(f.Amount.Decimal()))
		f.Months[0].Amount = money.MustParse("0.01 CNY")
		require.ErrorIs(t, f.Verify(), parking.ErrFigure)
	}
}
