package billing_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/wuyekit/wuye/billing"
	"github.com/wuyekit/wuye/property"
	"github.com/wuyekit/wuye/property/civil"
)

// TestReimportAndRunAgain: July is issued; on 16 July the ERP's export brings a measured area and the buyer of a
// sale; the merged register is billed again. 89.53 × 2.80 × 15/31 = 121.2987 → 121.30 stays with H; from the 16th N pays
// for 90.12 m²: (89.53 × 15 + 90.12 × 16) × 2.80 ÷ 31 = 251.5367 → 251.54, less 121.30. The same file again, and the
// same run again, change nothing.
func TestReimportAndRunAgain(t *testing.T) {
	build := func(e property.Estate) *property.Register {
		reg, err := e.Build()
		require.NoError(t, err)
		return reg
	}
	july := civil.MustParseMonth("2026-07")
	runOn := func(reg *property.Register) []billing.Bill {
		run, err := billing.Prepare(reg, bookOf(byArea("pm", entry("", "", rate("2.80")))), billing.Facts{}, july)
		require.NoError(t, err)
		return bills(t, run)
	}
	old := build(home())
	issued := runOn(old)
	require.Equal(t, "250.68 CNY", issued[0].Total.String())

	export := home() // an export of the present state: no history, owners without a first day own from the export's
	export.Units[0].Areas = civil.Always(gross("90.12"))
	export.Tenancies = []property.Tenancy{owner("1-0803", period("2026-07-16", ""), "N")}
	asOf := day("2026-07-16")
	merged, changes, err := property.Merge(old, build(export), asOf)
	require.NoError(t, err)
	require.NotEmpty(t, changes.List)

	fixes, err := billing.Correct(issued, runOn(merged))
	require.NoError(t, err)
	var got []string
	for _, b := range fixes {
		require.NoError(t, billing.Verify(b))
		for _, l := range b.Lines {
			got = append(got, l.ID()+" "+number(l.Amount))
		}
	}
	require.Equal(t, []string{
		"pm/1-0803/H/2026-07-01/-1 -250.68", "pm/1-0803/H/2026-07-01/2 121.30", "pm/1-0803/N/2026-07-16 130.24",
	}, got)

	again, changes, err := property.Merge(merged, build(export), asOf)
	require.NoError(t, err)
	require.Empty(t, changes.List)
	nothing, err := billing.Correct(append(issued, fixes...), runOn(again))
	require.NoError(t, err)
	require.Empty(t, nothing)
}
