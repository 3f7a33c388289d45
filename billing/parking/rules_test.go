package parking_test

import (
	"testing"
	"time"

	"github.com/stretchr/testify/require"
	"golang.org/x/text/language"

	"github.com/wuyekit/wuye/billing/parking"
	"github.com/wuyekit/wuye/property/explain"
	"github.com/wuyekit/wuye/property/invalid"
)

// TestRules shows the rules of the field that this package carries.
func TestRules(t *testing.T) {
	zh, err := explain.NewPrinter(language.Chinese, parking.Messages)
	require.NoError(t, err)
	hourly := tariff(parking.Rate{Unit: block(60, "5.00")})
	hourly.Classes = []parking.Class{{Code: "police", Name: "警车", Exempt: "执行公务"}}
	prices, err := parking.Compile(hourly, shanghai())
	require.NoError(t, err)
	in := time.Date(2026, 3, 2, 8, 10, 0, 0, shanghai())
	stay := parking.ShortStay{Card: "K0107", EnteredAt: in, ExitedAt: in.Add(155 * time.Minute)}

	t.Run("BILL-16", func(t *testing.T) { // a stay begins with a card and the time on it
		var l invalid.List
		parking.ShortStay{Card: "K0107"}.Check(&l)
		require.ErrorIs(t, l.Err("stay"), parking.ErrInstant)
		open := stay
		open.ExitedAt = time.Time{}
		_, err := prices.Fee(open)
		require.ErrorIs(t, err, parking.ErrOpen)
		fee, err := prices.FeeAt(open, in.Add(61*time.Minute))
		require.NoError(t, err)
		require.Equal(t, "K0107", fee.Card)
		require.Equal(t, 61, fee.Minutes)
		require.Equal(t, "10.00 CNY", fee.Amount.String())
	})
	t.Run("BILL-17", func(t *testing.T) { // minutes = exit − entry, and the sentence that says them and the amount
		fee, err := prices.Fee(stay)
		require.NoError(t, err)
		require.Equal(t, 155, fee.Minutes)
		require.Equal(t, "您的车计费停车155分钟,请交停车费15.00元", fee.Announce(zh))
	})
	t.Run("BILL-18", func(t *testing.T) { // who needs no card passes with courtesy and pays nothing
		duty := stay
		duty.Class = "police"
		fee, err := prices.Fee(duty)
		require.NoError(t, err)
		require.Equal(t, int64(0), fee.Amount.Minor())
		require.Equal(t, "执行公务", fee.Exempt)
		require.NotContains(t, fee.Announce(zh), "请交")
		require.NoError(t, fee.Verify())
	})
}
