package schedule_test

import (
	"strconv"
	"testing"
	"time"

	"github.com/wuyekit/wuye/property/schedule"
)

// BenchmarkJudge judges a year of two slots a day with a record of each: 730 rows.
func BenchmarkJudge(b *testing.B) {
	s := scheduleOf(b, slots)
	from, to := clockAt(b, "2025-01-01"), clockAt(b, "2026-01-01")
	var e schedule.Evidence
	for i := range 730 {
		at := from.Add(time.Duration(8+i%2*8)*time.Hour + time.Duration(i/2*24)*time.Hour + time.Duration(i%70)*time.Minute)
		e.Records = append(e.Records, schedule.Record{ID: strconv.Itoa(i), Kind: "mop", At: at})
	}
	rows := make([]schedule.Row, 0, 1000)
	b.ReportAllocs()
	for b.Loop() {
		r, err := s.Judge(rows[:0], &e, from, to, to)
		if err != nil || r.Counts.Total != 730 {
			b.Fatal(r.Counts, err)
		}
	}
}
