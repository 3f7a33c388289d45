package wuye_test

import (
	"testing"
	"time"
	_ "time/tzdata" // zones of the examples, on machines without their own

	"github.com/stretchr/testify/require"
	"golang.org/x/text/language"

	"github.com/wuyekit/wuye/billing/parking"
	"github.com/wuyekit/wuye/property/civil"
	"github.com/wuyekit/wuye/property/explain"
)

// parkingFeeVector prices a stay; the fee verifies and its derivation replays.
func parkingFeeVector(t *testing.T, c vectorCase) any {
	t.Helper()
	in := input[struct {
		Zone   string                `json:"zone"`
		Tariff parking.Tariff        `json:"tariff"`
		Stay   parking.ShortStay     `json:"stay"`
		Passes []parking.MonthlyPass `json:"passes,omitempty"`
	}](t, c)
	zone, err := time.LoadLocation(in.Zone)
	require.NoError(t, err)
	prices, err := parking.Compile(in.Tariff, zone)
	require.NoError(t, err)
	fee, err := prices.Fee(in.Stay, in.Passes...)
	require.NoError(t, err)
	require.NoError(t, fee.Verify())
	require.NoError(t, fee.Why().Check())
	alone, err := prices.Amount(in.Stay, in.Passes...)
	require.NoError(t, err)
	require.Equal(t, fee.Amount, alone)
	zh, err := explain.NewPrinter(language.Chinese, parking.Messages)
	require.NoError(t, err)
	return struct {
		parking.Fee
		Announced string `json:"announced"`
	}{fee, fee.Announce(zh)}
}

// parkingPassVector prices a monthly pass.
func parkingPassVector(t *testing.T, c vectorCase) any {
	t.Helper()
	in := input[struct {
		Price  parking.PassPrice `json:"price"`
		Period civil.Period      `json:"period"`
	}](t, c)
	fee, err := in.Price.Fee(in.Period)
	require.NoError(t, err)
	require.NoError(t, fee.Verify())
	require.NoError(t, fee.Why().Check())
	return fee
}
