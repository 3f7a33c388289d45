package parking_test

import (
	"math/rand/v2"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/wuyekit/wuye/billing/parking"
)

// million are stays of up to two days.
func million() []parking.ShortStay {
	r := rand.New(rand.NewPCG(1, 2))
	out := make([]parking.ShortStay, 1_000_000)
	start := at("2026-03-01 00:00").Unix()
	for i := range out {
		s := start + r.Int64N(30*86400)
		out[i].EnteredAt = time.Unix(s, 0)
		out[i].ExitedAt = time.Unix(s+r.Int64N(2*86400), 0)
	}
	return out
}

// BenchmarkStays prices a million stays: the amount alone, and with its parts.
func BenchmarkStays(b *testing.B) {
	stays := million()
	zone, err := time.LoadLocation("Asia/Shanghai")
	require.NoError(b, err)
	for _, bench := range []struct {
		name   string
		tariff parking.Tariff
	}{{"blocks", tariffA(parking.Once)}, {"windows", tariffC()}} {
		p, err := parking.Compile(bench.tariff, zone)
		require.NoError(b, err)
		b.Run(bench.name+"/amount", func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				for i := range stays {
					if _, err := p.Amount(stays[i]); err != nil {
						b.Fatal(err)
					}
				}
			}
			b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/float64(len(stays)), "ns/stay")
		})
		b.Run(bench.name+"/fee", func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				for i := range stays {
					if _, err := p.Fee(stays[i]); err != nil {
						b.Fatal(err)
					}
				}
			}
			b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/float64(len(stays)), "ns/stay")
		})
	}
}

func TestAmountDoesNotAllocate(t *testing.T) {
	zone, err := time.LoadLocation("America/New_York")
	require.NoError(t, err)
	for _, x := range []parking.Tariff{tariffA(parking.Daily), tariffB(), tariffC()} {
		p, err := parking.Compile(x, zone)
		require.NoError(t, err)
		s := stay("2026-03-02 19:50", "2026-03-09 23:10")
		require.Zero(t, testing.AllocsPerRun(100, func() {
			if _, err := p.Amount(s); err != nil {
				t.Error(err)
			}
		}))
	}
}
