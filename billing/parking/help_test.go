package parking_test

import (
	"testing"
	"time"
	_ "time/tzdata" // the zones of the tests

	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/require"

	"github.com/wuyekit/wuye/billing/parking"
	"github.com/wuyekit/wuye/property/civil"
	"github.com/wuyekit/wuye/property/money"
)

func shanghai() *time.Location { return time.FixedZone("CST", 8*60*60) }

func dec(text string) decimal.Decimal { return decimal.RequireFromString(text) }

func window(from, to string) *parking.Window {
	return &parking.Window{From: civil.MustParseTimeOfDay(from), To: civil.MustParseTimeOfDay(to)}
}

func block(minutes int, price string) *parking.Block {
	return &parking.Block{Minutes: minutes, Price: dec(price)}
}

func capOf(amount string, per parking.CapPer) *parking.Cap {
	return &parking.Cap{Amount: dec(amount), Per: per}
}

func cny() money.Currency { return money.MustParseCurrency("CNY") }

func tariff(rates ...parking.Rate) parking.Tariff {
	return parking.Tariff{Code: "t", Currency: cny(), Rates: rates}
}

// tariffA is that of DOMAIN-CN 2.5: the first hour free, 2.00 a started hour, 10.00 for 24 hours.
func tariffA(renew parking.Renewal) parking.Tariff {
	t := tariff(parking.Rate{Unit: block(60, "2.00")})
	t.Free = &parking.Free{Minutes: 60, Kind: parking.Deducted, Renew: renew}
	t.Cap = capOf("10.00", parking.FromEntry)
	return t
}

// tariffB is free for those who leave within 30 minutes.
func tariffB() parking.Tariff {
	t := tariff(parking.Rate{Unit: block(30, "3.00")})
	t.Free = &parking.Free{Minutes: 30, Kind: parking.Threshold}
	t.Cap = capOf("30.00", parking.FromEntry)
	return t
}

// tariffC has a day and a night.
func tariffC() parking.Tariff {
	return tariff(
		parking.Rate{Window: window("07:00", "21:00"), Unit: block(30, "2.00"), Cap: dec("30.00")},
		parking.Rate{Window: window("21:00", "07:00"), Unit: block(120, "2.00"), Cap: dec("6.00")},
	)
}

func compile(tb testing.TB, tariff parking.Tariff) *parking.Pricer {
	tb.Helper()
	p, err := parking.Compile(tariff, shanghai())
	require.NoError(tb, err)
	return p
}

// at reads a wall time in Shanghai.
func at(text string) time.Time {
	layout := "2006-01-02 15:04"
	if len(text) > len(layout) {
		layout += ":05"
	}
	t, err := time.ParseInLocation(layout, text, shanghai())
	if err != nil {
		panic(err)
	}
	return t
}

func stay(from, to string) parking.ShortStay {
	return parking.ShortStay{Card: "K1", Plate: "沪A12345", EnteredAt: at(from), ExitedAt: at(to)}
}

// minutes is a stay from 08:00 on.
func minutes(n int) parking.ShortStay {
	s := stay("2026-03-02 08:00", "2026-03-02 08:00")
	s.ExitedAt = s.EnteredAt.Add(time.Duration(n) * time.Minute)
	return s
}

func paid(s parking.ShortStay, rows ...string) parking.ShortStay {
	for i := 0; i < len(rows); i += 2 {
		s.Payments = append(s.Payments, parking.Payment{At: at(rows[i]), Amount: money.MustParse(rows[i+1] + " CNY")})
	}
	return s
}

// sound returns the fee of a stay after checking what holds for every fee.
func sound(tb testing.TB, p *parking.Pricer, s parking.ShortStay, passes ...parking.MonthlyPass) parking.Fee {
	tb.Helper()
	f, err := p.Fee(s, passes...)
	require.NoError(tb, err)
	require.NoError(tb, f.Verify())
	for _, why := range []struct {
		step   interface{ Check() error }
		value  string
		amount money.Amount
	}{{f.Why(), f.Why().Value.Text, f.Amount}, {f.WhyDue(), f.WhyDue().Value.Text, f.Due}} {
		require.NoError(tb, why.step.Check())
		require.True(tb, dec(why.value).Equal(why.amount.Decimal()), "%s derives %s", why.amount, why.value)
	}
	alone, err := p.Amount(s, passes...)
	require.NoError(tb, err)
	require.Equal(tb, f.Amount, alone)
	return f
}
