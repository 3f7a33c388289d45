package billing_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/wuyekit/wuye/billing"
	"github.com/wuyekit/wuye/property"
)

// BenchmarkShare100k prepares one cost over 100,000 units and makes every unit's line of it.
func BenchmarkShare100k(b *testing.B) {
	const units = 100_000
	reg := bigRegister(b, units)
	facts := billing.Facts{
		Costs:  []billing.Cost{costOf("K", "1234567.89 CNY", november())},
		Values: []billing.Value{valueOf("X", "", "1.2")},
	}
	for _, bb := range []struct {
		name   string
		tariff billing.Tariff
	}{
		{"area", sharedBy(0)},
		{"formula", sharedBy(0, billing.ShareWeight{By: billing.ShareBy{Formula: &billing.FormulaBasis{Text: "R*X"}}})},
		{"buildings", sharedBy(0, billing.ShareWeight{By: billing.ShareBy{Formula: &billing.FormulaBasis{Text: "R/F"}}})},
	} {
		b.Run(bb.name, func(b *testing.B) {
			buf := make([]billing.Line, 0, 16)
			lines := 0
			b.ReportAllocs()
			for b.Loop() {
				run, err := billing.Prepare(reg, bookOf(bb.tariff), facts, november())
				require.NoError(b, err)
				c := run.Cursor()
				sum := int64(0)
				for u := property.Ref(0); u < units; u++ {
					if buf, err = c.AppendLines(buf[:0], u); err != nil {
						b.Fatal(err)
					}
					for i := range buf {
						sum += buf[i].Amount.Minor()
					}
					lines += len(buf)
				}
				require.Equal(b, int64(123_456_789), sum)
			}
			b.ReportMetric(float64(lines)/b.Elapsed().Seconds()/1e6, "Mlines/s")
		})
	}
}
