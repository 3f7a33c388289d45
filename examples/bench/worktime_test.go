package bench_test

import (
	"testing"
	"time"

	"github.com/rickar/cal/v2"

	"github.com/wuyekit/wuye/property/civil"
	"github.com/wuyekit/wuye/property/worktime"
)

// The peer of worktime is rickar/cal, whose day has one window. So one window is what both are measured and compared
// with, with the holidays of China and without; worktime is measured with a lunch break besides, which is more work.
//
// Both come to the same to the nanosecond for what is measured here: every start is a whole second, and every window lies
// within a day. The differences left out are those of TestWorktimeCalDiffers, and a window over midnight, with which
// WorkHoursInRange and AddWorkHours of v2.1.13 never return: it is called nowhere.

// worktimeLasts are how much time Between is asked about, worktimeWork how much working time Add adds.
func worktimeLasts() []time.Duration { return []time.Duration{24 * time.Hour, 90 * 24 * time.Hour} }
func worktimeWork() []time.Duration  { return []time.Duration{8 * time.Hour, 500 * time.Hour} }

// worktimePeer is one way to count working time.
type worktimePeer struct {
	name    string
	ours    bool
	between func(a, b time.Time) time.Duration
	add     func(t time.Time, d time.Duration) time.Time
}

// worktimePeers are the ways that are measured. The first has a lunch break; of the others two and two do equal work.
func worktimePeers(tb testing.TB) (lunch worktimePeer, pairs [][2]worktimePeer) {
	tb.Helper()
	off := chinaDays(tb)
	lunch = ourPeer(tb, "wuye-china-lunch", ourCalendar(tb, "cn", "09:00/12:00", "13:30/18:00"))
	return lunch, [][2]worktimePeer{
		{ourPeer(tb, "wuye-china", ourCalendar(tb, "cn", "09:00/18:00")), calPeer("cal-china", calCalendar(off, 9*time.Hour, 18*time.Hour))},
		{ourPeer(tb, "wuye-week", ourCalendar(tb, "", "09:00/18:00")), calPeer("cal-week", calCalendar(nil, 9*time.Hour, 18*time.Hour))},
	}
}

// ourCalendar is one of Monday to Friday in Shanghai.
func ourCalendar(tb testing.TB, holidays string, windows ...string) *worktime.Calendar {
	tb.Helper()
	t := worktime.Timetable{Code: "office", Zone: "Asia/Shanghai", Holidays: holidays, Hours: []worktime.Hours{{
		Days: []worktime.Weekday{worktime.Monday, worktime.Tuesday, worktime.Wednesday, worktime.Thursday, worktime.Friday},
	}}}
	if holidays != "" {
		t.MakeUp = worktime.Monday
	}
	for _, w := range windows {
		t.Hours[0].Windows = append(t.Hours[0].Windows, civil.MustParseWindow(w))
	}
	c, err := worktime.New(t, time.LoadLocation, worktime.China())
	if err != nil {
		tb.Fatal(err)
	}
	return c
}

func ourPeer(tb testing.TB, name string, c *worktime.Calendar) worktimePeer {
	tb.Helper()
	return worktimePeer{
		name: name, ours: true,
		between: func(a, b time.Time) time.Duration {
			d, err := c.Between(a, b)
			if err != nil {
				tb.Fatal(err)
			}
			return d
		},
		add: func(t time.Time, d time.Duration) time.Time {
			end, err := c.Add(t, d)
			if err != nil {
				tb.Fatal(err)
			}
			return end
		},
	}
}

// calCalendar is one of Monday to Friday and the given hours, on the clock of the instants it is given. Days that are
// otherwise stand in a map, as its holidays know no make-up days and are tried one by one.
func calCalendar(days map[int]bool, from, to time.Duration) *cal.BusinessCalendar {
	c := cal.NewBusinessCalendar()
	c.SetWorkHours(from, to)
	if days != nil {
		c.WorkdayFunc = func(t time.Time) bool {
			if works, ok := days[dayKey(t.Date())]; ok {
				return works
			}
			w := t.Weekday()
			return w != time.Saturday && w != time.Sunday
		}
	}
	return c
}

func calPeer(name string, c *cal.BusinessCalendar) worktimePeer {
	return worktimePeer{name: name, between: c.WorkHoursInRange, add: c.AddWorkHours}
}

func dayKey(year int, month time.Month, day int) int { return year*10_000 + int(month)*100 + day }

// chinaDays are the days of 2015 to 2026 that a notice closes or makes working days.
func chinaDays(tb testing.TB) map[int]bool {
	tb.Helper()
	table, days := worktime.China(), map[int]bool{}
	for d := civil.MustParse("2015-01-01"); d < civil.MustParse("2027-01-01"); d++ {
		entry, ok := table.Day(d)
		if ok && entry.Kind != worktime.DayOrdinary {
			days[dayKey(d.Year(), d.Month(), d.Day())] = entry.Kind == worktime.DayWork
		}
	}
	if len(days) < 300 {
		tb.Fatalf("%d days of twelve years", len(days))
	}
	return days
}

func shanghai(tb testing.TB) *time.Location {
	tb.Helper()
	loc, err := time.LoadLocation("Asia/Shanghai")
	if err != nil {
		tb.Fatal(err)
	}
	return loc
}

// worktimeStarts are 1,024 instants of January 2015 to July 2026, at all times of the day and on all days of the week. What
// is asked from the last of them still ends in 2026, the last year that the table knows.
func worktimeStarts(tb testing.TB) []time.Time {
	tb.Helper()
	starts := make([]time.Time, 1024)
	at := time.Date(2015, 1, 5, 10, 0, 0, 0, shanghai(tb))
	for i := range starts {
		starts[i] = at
		at = at.Add(98*time.Hour + 17*time.Minute)
	}
	return starts
}

// BenchmarkWorktimeBetween counts the working time of a day, and of 90.
func BenchmarkWorktimeBetween(b *testing.B) {
	worktimeBench(b, worktimeLasts(), func(p worktimePeer, t time.Time, d time.Duration) { p.between(t, t.Add(d)) })
}

// BenchmarkWorktimeAdd looks for the end of 8 hours of work, and of 500: 56 days of nine hours, 67 with a lunch break.
func BenchmarkWorktimeAdd(b *testing.B) {
	worktimeBench(b, worktimeWork(), func(p worktimePeer, t time.Time, d time.Duration) { p.add(t, d) })
}

func worktimeBench(b *testing.B, sizes []time.Duration, ask func(worktimePeer, time.Time, time.Duration)) {
	b.Helper()
	lunch, pairs := worktimePeers(b)
	starts := worktimeStarts(b)
	worktimeAgree(b, starts, lunch, pairs)
	peers := []worktimePeer{lunch}
	for _, pair := range pairs {
		peers = append(peers, pair[0], pair[1])
	}
	for _, size := range sizes {
		for _, p := range peers {
			b.Run(size.String()+"/"+p.name, func(b *testing.B) {
				if p.ours {
					noAllocs(b, starts, func(t time.Time) { ask(p, t, size) })
				}
				b.ReportAllocs()
				i := 0
				for b.Loop() {
					ask(p, starts[i&1023], size)
					i++
				}
			})
		}
	}
}

// noAllocs is the gate: to ask about all starts allocates nothing.
func noAllocs(tb testing.TB, starts []time.Time, ask func(time.Time)) {
	tb.Helper()
	if n := testing.AllocsPerRun(10, func() {
		for _, t := range starts {
			ask(t)
		}
	}); n != 0 {
		tb.Fatalf("%v allocations for %d starts", n, len(starts))
	}
}
