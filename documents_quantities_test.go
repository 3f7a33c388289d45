package wuye_test

import (
	"encoding/json"
	"os"
	"path/filepath"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/wuyekit/wuye/billing"
	"github.com/wuyekit/wuye/billing/meter"
	"github.com/wuyekit/wuye/billing/parking"
	"github.com/wuyekit/wuye/property/civil"
	"github.com/wuyekit/wuye/property/invalid"
)

// vectorInput reads the input of a worked example's case.
func vectorInput[T any](t *testing.T, id string, i int) T {
	t.Helper()
	data, err := os.ReadFile(filepath.Join("testdata", "vectors", id+".json"))
	require.NoError(t, err)
	var v vector
	require.NoError(t, json.Unmarshal(data, &v))
	return input[T](t, v.Cases[i])
}

// TestQuantityDocuments keeps a bill of metered lines, one of shares and its statement, and one by
// formula, as the worked examples have them.
func TestQuantityDocuments(t *testing.T) {
	for name, id := range map[string]string{"bill-metered": "EX-215", "bill-shared": "EX-206", "bill-formula": "EX-223"} {
		bills := vectorInput[vectorRun](t, id, 0).bills(t)
		write(t, name, bills[0])
		require.NoError(t, billing.Verify(read[billing.Bill](t, name)), name)
	}
	run, err := vectorInput[vectorRun](t, "EX-205", 0).prepare(t)
	require.NoError(t, err)
	for s := range run.Statements() {
		write(t, "statement", s)
	}
	s := read[billing.Statement](t, "statement")
	require.NoError(t, s.Verify())
	require.Equal(t, "97.66 CNY", s.Amount.String(), "EX-205")

	hours := read[meter.TimeOfUse](t, "timeOfUse")
	clock, err := hours.Compile()
	require.NoError(t, err)
	require.Equal(t, "peak", clock.Band(18*60))
	require.Equal(t, "valley", clock.Band(3*60))
}

// TestParkingDocuments keeps a stay with its tariff and fee, and a pass with its price and fee.
func TestParkingDocuments(t *testing.T) {
	in := vectorInput[struct {
		Zone   string            `json:"zone"`
		Tariff parking.Tariff    `json:"tariff"`
		Stay   parking.ShortStay `json:"stay"`
	}](t, "EX-232", 1)
	write(t, "parkingTariff", in.Tariff)
	write(t, "parkingStay", in.Stay)
	prices, err := parking.Compile(read[parking.Tariff](t, "parkingTariff"), time.FixedZone("CST", 8*60*60))
	require.NoError(t, err)
	fee, err := prices.Fee(read[parking.ShortStay](t, "parkingStay"))
	require.NoError(t, err)
	write(t, "parkingFee", fee)
	fee = read[parking.Fee](t, "parkingFee")
	require.NoError(t, fee.Verify())
	require.Equal(t, "20.00 CNY", fee.Amount.String(), "EX-232")

	pass := vectorInput[struct {
		Price  parking.PassPrice `json:"price"`
		Period civil.Period      `json:"period"`
	}](t, "EX-233", 3)
	write(t, "parkingPassPrice", pass.Price)
	var l invalid.List
	monthly := read[parking.MonthlyPass](t, "parkingPass")
	monthly.Check(&l)
	require.NoError(t, l.Err("pass"))
	half, err := read[parking.PassPrice](t, "parkingPassPrice").Fee(monthly.Period)
	require.NoError(t, err)
	write(t, "parkingPassFee", half)
	require.Equal(t, "75.00 CNY", read[parking.PassFee](t, "parkingPassFee").Amount.String(), "EX-233")
}
