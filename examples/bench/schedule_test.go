package bench_test

import (
	"slices"
	"testing"
	"time"

	"github.com/teambition/rrule-go"

	"github.com/wuyekit/wuye/property/civil"
	"github.com/wuyekit/wuye/property/schedule"
	"github.com/wuyekit/wuye/property/worktime"
)

// The peer of schedule is teambition/rrule-go. Both read the same recurrence rule, in force from 2016 on, and are asked for
// all occurrences of ten years and for those of the last week. The peer walks from the first in both; of its ways the
// fastest is measured: an iterator for the ten years, Between for the week.

// schedulePeer is one way to expand a rule.
type schedulePeer struct {
	name   string
	ours   bool
	expand func(from, to time.Time, each func(time.Time))
}

// scheduleRule is a rule that is measured, and how often it comes in ten years and in their last week.
type scheduleRule struct {
	name, text string
	all, week  int
}

func scheduleRules() []scheduleRule {
	return []scheduleRule{
		{"daily-two-slots", "FREQ=DAILY;BYHOUR=8,18;BYMINUTE=0;BYSECOND=0", 7306, 14},
		{"month-end", "FREQ=MONTHLY;BYMONTHDAY=-1", 120, 1},
		{"last-Friday", "FREQ=MONTHLY;BYDAY=-1FR", 120, 1},
		{"hourly", "FREQ=HOURLY", 87672, 168},
	}
}

func scheduleWindow(tb testing.TB) (from, week, to time.Time) {
	tb.Helper()
	to = time.Date(2026, 1, 1, 0, 0, 0, 0, shanghai(tb))
	return to.AddDate(-10, 0, 0), to.AddDate(0, 0, -7), to
}

func schedulePeers(tb testing.TB, text string) (ours, theirs schedulePeer) {
	tb.Helper()
	start, _, _ := scheduleWindow(tb)
	return ourSeries(tb, start, text), theirSeries(tb, start, text)
}

func ourSeries(tb testing.TB, start time.Time, text string) schedulePeer {
	tb.Helper()
	calendar := ourCalendar(tb, "", "09:00/18:00")
	d, err := schedule.ParseRRule(schedule.RRule{Start: civil.MomentOf(start), Text: text}, start.Location())
	if err != nil {
		tb.Fatal(err)
	}
	d.Code, d.Calendar = "bench", calendar.Code()
	s, err := schedule.Compile(d, map[string]*worktime.Calendar{calendar.Code(): calendar})
	if err != nil {
		tb.Fatal(err)
	}
	return schedulePeer{"wuye", true, func(from, to time.Time, each func(time.Time)) {
		for o := range s.Occurrences(from, to) {
			each(o.Due)
		}
	}}
}

func theirSeries(tb testing.TB, start time.Time, text string) schedulePeer {
	tb.Helper()
	option, err := rrule.StrToROption(text)
	if err != nil {
		tb.Fatal(err)
	}
	option.Dtstart = start
	r, err := rrule.NewRRule(*option)
	if err != nil {
		tb.Fatal(err)
	}
	return schedulePeer{"rrule-go", false, func(from, to time.Time, each func(time.Time)) {
		if !from.Equal(start) {
			for _, t := range r.Between(from, to.Add(-time.Second), true) {
				each(t)
			}
			return
		}
		next := r.Iterator()
		for t, ok := next(); ok && t.Before(to); t, ok = next() {
			each(t)
		}
	}}
}

// scheduleAgree compares all that is measured.
func scheduleAgree(tb testing.TB, rule scheduleRule) {
	tb.Helper()
	ours, theirs := schedulePeers(tb, rule.text)
	from, week, to := scheduleWindow(tb)
	for start, want := range map[time.Time]int{from: rule.all, week: rule.week} {
		var a, b []time.Time
		ours.expand(start, to, func(t time.Time) { a = append(a, t) })
		theirs.expand(start, to, func(t time.Time) { b = append(b, t) })
		if len(a) != want || !slices.EqualFunc(a, b, time.Time.Equal) {
			tb.Fatalf("%s from %v: %d occurrences, want %d; the peer has %d", rule.name, start, len(a), want, len(b))
		}
		if n := testing.AllocsPerRun(3, func() { ours.expand(start, to, func(time.Time) {}) }); n != 0 {
			tb.Fatalf("%s: %v allocations", rule.name, n)
		}
	}
}

// TestScheduleAgree checks that the peers of the benchmarks do equal work, and that ours allocates nothing.
func TestScheduleAgree(t *testing.T) {
	for _, rule := range scheduleRules() {
		scheduleAgree(t, rule)
	}
}

// TestScheduleDiffers pins where the peer answers otherwise, so that nothing of it is in the measured work: where the clocks of New
// York jump from 02:00 to 03:00, a daily 02:30 is due at the jump, and every hour has its round once.
func TestScheduleDiffers(t *testing.T) {
	york, err := time.LoadLocation("America/New_York")
	if err != nil {
		t.Fatal(err)
	}
	start := time.Date(2026, 3, 8, 0, 0, 0, 0, york)
	theirs := func(text string, n int) (out []string) {
		option, err := rrule.StrToROption(text)
		if err != nil {
			t.Fatal(err)
		}
		option.Dtstart = start
		r, err := rrule.NewRRule(*option)
		if err != nil {
			t.Fatal(err)
		}
		next := r.Iterator()
		for range n {
			at, _ := next()
			out = append(out, at.Format("15:04-07"))
		}
		return out
	}
	if got := theirs("FREQ=DAILY;BYHOUR=2;BYMINUTE=30;BYSECOND=0", 1); !slices.Equal(got, []string{"01:30-05"}) {
		t.Errorf("daily at 02:30: it says %v", got)
	}
	if got := theirs("FREQ=HOURLY", 4); !slices.Equal(got, []string{"00:00-05", "01:00-05", "01:00-05", "03:00-04"}) {
		t.Errorf("hourly: it says %v", got)
	}
}

// BenchmarkSchedule expands ten years of a rule, and their last week.
func BenchmarkSchedule(b *testing.B) {
	from, week, to := scheduleWindow(b)
	for _, rule := range scheduleRules() {
		scheduleAgree(b, rule)
		for _, window := range []struct {
			name  string
			start time.Time
			want  int
		}{{"ten-years", from, rule.all}, {"last-week", week, rule.week}} {
			ours, theirs := schedulePeers(b, rule.text)
			for _, p := range []schedulePeer{ours, theirs} {
				b.Run(rule.name+"/"+window.name+"/"+p.name, func(b *testing.B) {
					b.ReportAllocs()
					n := 0
					count := func(time.Time) { n++ }
					for b.Loop() {
						n = 0
						if p.expand(window.start, to, count); n != window.want {
							b.Fatal(n)
						}
					}
					b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N*window.want), "ns/occurrence")
				})
			}
		}
	}
}
