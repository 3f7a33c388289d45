package bench_test

import (
	"testing"
	"time"
)

// TestWorktimeAgree checks that the peers of the benchmarks do equal work, and that worktime's allocate nothing.
func TestWorktimeAgree(t *testing.T) {
	lunch, pairs := worktimePeers(t)
	starts := worktimeStarts(t)
	day := time.Date(2026, 2, 14, 0, 0, 0, 0, starts[0].Location()) // a Saturday that is worked, before nine days of Spring Festival
	for _, clock := range []time.Duration{
		0, 9*time.Hour - time.Second, 9 * time.Hour, 12 * time.Hour, 13*time.Hour + 30*time.Minute,
		18*time.Hour - time.Second, 18 * time.Hour, 18*time.Hour + time.Second, 24*time.Hour - time.Second,
	} {
		starts = append(starts, day.AddDate(0, 0, -1).Add(clock), day.Add(clock), day.AddDate(0, 0, 1).Add(clock))
	}
	worktimeAgree(t, starts, lunch, pairs)
	for _, p := range []worktimePeer{lunch, pairs[0][0], pairs[1][0]} {
		noAllocs(t, starts, func(at time.Time) {
			for _, d := range worktimeLasts() {
				p.between(at, at.Add(d))
			}
			for _, d := range worktimeWork() {
				p.add(at, d)
			}
		})
	}
}

// worktimeAgree compares the answers to everything that is measured. With one window both must say the same. The lunch
// break is checked by two calendars of the peer, one of the morning and one of the afternoon: their sum is the working
// time between two instants, and the end of some work is reached when the sum is the work, a second before not yet.
func worktimeAgree(tb testing.TB, starts []time.Time, lunch worktimePeer, pairs [][2]worktimePeer) {
	tb.Helper()
	days := chinaDays(tb)
	morning := calPeer("", calCalendar(days, 9*time.Hour, 12*time.Hour))
	afternoon := calPeer("", calCalendar(days, 13*time.Hour+30*time.Minute, 18*time.Hour))
	sum := func(a, b time.Time) time.Duration { return morning.between(a, b) + afternoon.between(a, b) }
	for _, t := range starts {
		for _, d := range worktimeLasts() {
			for _, pair := range pairs {
				if got, want := pair[0].between(t, t.Add(d)), pair[1].between(t, t.Add(d)); got != want {
					tb.Fatalf("%s: %v in %v from %v, %s says %v", pair[0].name, got, d, t, pair[1].name, want)
				}
			}
			if got, want := lunch.between(t, t.Add(d)), sum(t, t.Add(d)); got != want {
				tb.Fatalf("%s: %v in %v from %v, two calendars say %v", lunch.name, got, d, t, want)
			}
		}
		for _, d := range worktimeWork() {
			for _, pair := range pairs {
				if got, want := pair[0].add(t, d), pair[1].add(t, d); !got.Equal(want) {
					tb.Fatalf("%s: %v from %v end at %v, %s says %v", pair[0].name, d, t, got, pair[1].name, want)
				}
			}
			end := lunch.add(t, d)
			if at, before := sum(t, end), sum(t, end.Add(-time.Second)); at != d || before != d-time.Second {
				tb.Fatalf("%s: %v from %v end at %v, two calendars say after %v, and a second before after %v", lunch.name, d, t, end, at, before)
			}
		}
	}
}

// TestWorktimeCalDiffers pins where the peer answers otherwise, so that nothing of it is in the measured work.
func TestWorktimeCalDiffers(t *testing.T) {
	ours, theirs := ourCalendar(t, "", "09:00/18:00"), calCalendar(nil, 9*time.Hour, 18*time.Hour)
	at := func(clock time.Duration) time.Time { return time.Date(2026, 3, 2, 0, 0, 0, 0, shanghai(t)).Add(clock) } // a Monday
	const half, day = 500 * time.Millisecond, 24 * time.Hour
	if open, err := ours.IsOpen(at(18*time.Hour + half)); open || err != nil {
		t.Errorf("the second of the close: open %t, %v", open, err)
	}
	if !theirs.IsWorkTime(at(18*time.Hour + half)) {
		t.Error("the second of the close: it says closed")
	}
	us := ourPeer(t, "", ours)
	tests := []struct {
		name         string
		a, b         time.Time
		ours, theirs time.Duration
	}{
		{"a start within the second of the close is subtracted", at(18*time.Hour + half), at(day + 18*time.Hour), 9 * time.Hour, 9*time.Hour - half},
		{"a start at the close", at(18 * time.Hour), at(day + 18*time.Hour), 9 * time.Hour, 9 * time.Hour},
		{"the sign of a range that goes backwards is lost", at(day + 18*time.Hour), at(18 * time.Hour), -9 * time.Hour, 9 * time.Hour},
	}
	for _, test := range tests {
		if got := us.between(test.a, test.b); got != test.ours {
			t.Errorf("%s: we say %v, want %v", test.name, got, test.ours)
		}
		if got := theirs.WorkHoursInRange(test.a, test.b); got != test.theirs {
			t.Errorf("%s: it says %v, want %v", test.name, got, test.theirs)
		}
	}
	// Eight hours back from Monday 18:00 begin at 10:00; the peer adds no less than nothing.
	if got := us.add(at(18*time.Hour), -8*time.Hour); !got.Equal(at(10 * time.Hour)) {
		t.Errorf("eight hours back: %v", got)
	}
	if got := theirs.AddWorkHours(at(18*time.Hour), -8*time.Hour); !got.Equal(at(18 * time.Hour)) {
		t.Errorf("eight hours back: it says %v", got)
	}
}
