package schedule_test

import (
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/wuyekit/wuye/property/schedule"
)

// seriesBenches are the windows that are measured: ten years of a series, and the last week of them.
func seriesBenches(tb testing.TB) []seriesBench {
	tb.Helper()
	daily := `{"every": "day", "times": ["08:00", "18:00"]}`
	return []seriesBench{
		newSeriesBench(tb, "daily/ten-years/UTC", "UTC", daily, "2016-01-01", 7306),
		newSeriesBench(tb, "daily/ten-years/Shanghai", china, daily, "2016-01-01", 7306),
		newSeriesBench(tb, "daily/ten-years/New-York", york, daily, "2016-01-01", 7306),
		newSeriesBench(tb, "daily/last-week/UTC", "UTC", daily, "2025-12-25", 14),
		newSeriesBench(tb, "daily/last-week/Shanghai", china, daily, "2025-12-25", 14),
		newSeriesBench(tb, "hourly/ten-years/Shanghai", china, `{"every": "hour"}`, "2016-01-01", 87672),
		newSeriesBench(tb, "hourly/last-week/Shanghai", china, `{"every": "hour"}`, "2025-12-25", 168),
		newSeriesBench(tb, "month-end/ten-years/Shanghai", china, `{"every": "month", "monthDays": [-1], "times": ["09:00"]}`, "2016-01-01", 120),
		newSeriesBench(tb, "last-Friday/ten-years/Shanghai", china, `{"every": "month", "weekdays": [{"day": "fri", "n": -1}], "times": ["09:00"]}`, "2016-01-01", 120),
		newSeriesBench(tb, "rest/ten-years/China", "cn", `{"every": "month", "monthDays": [15], "times": ["09:00"], "rest": "days"}`, "2016-01-01", 120),
	}
}

type seriesBench struct {
	name     string
	series   *schedule.Schedule
	from, to time.Time
	want     int
}

func newSeriesBench(tb testing.TB, name, zone, rule, from string, want int) seriesBench {
	tb.Helper()
	s := seriesOf(tb, zone, "2016-01-01", rule)
	if zone == "cn" {
		zone = china
	}
	return seriesBench{name, s, instantIn(tb, zone, from+"T00:00"), instantIn(tb, zone, "2026-01-01T00:00"), want}
}

func (b *seriesBench) count() (n int) {
	for range b.series.Occurrences(b.from, b.to) {
		n++
	}
	return n
}

// BenchmarkOccurrences reports the time of one occurrence and of the whole window.
func BenchmarkOccurrences(b *testing.B) {
	for _, bench := range seriesBenches(b) {
		b.Run(bench.name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if n := bench.count(); n != bench.want {
					b.Fatal(n)
				}
			}
			b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N*bench.want), "ns/occurrence")
		})
	}
}

// TestOccurrencesAllocateNothing: neither one occurrence nor a window costs memory.
func TestOccurrencesAllocateNothing(t *testing.T) {
	for _, bench := range seriesBenches(t) {
		n := bench.count()
		require.Equal(t, bench.want, n, bench.name)
		require.Zero(t, testing.AllocsPerRun(3, func() { bench.count() }), bench.name)
	}
	s := seriesOf(t, york, "2026-11-01", `{"every": "minute", "interval": 30}`)
	all := collected(s, instantIn(t, york, "2026-11-01T00:00"), instantIn(t, york, "2026-11-01T03:00"))
	key, kept := make([]byte, 0, 64), make([]schedule.Occurrence, 0, 64)
	require.Zero(t, testing.AllocsPerRun(10, func() {
		kept = s.Append(kept[:0], all[0].Due, all[7].Due)
		for _, o := range kept {
			key = s.AppendKey(key[:0], o)
		}
	}))
	require.Len(t, kept, 7)
}
