package schedule_test

import (
	"math/rand/v2"
	"slices"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/stretchr/testify/require"

	"github.com/wuyekit/wuye/property/civil"
	"github.com/wuyekit/wuye/property/schedule"
	"github.com/wuyekit/wuye/property/worktime"
)

// randomDuty is a duty with a series of days or longer that may well be refused.
func randomDuty(rnd *rand.Rand, zones []string) schedule.Duty {
	chance := func(n int) bool { return rnd.IntN(n) == 0 }
	some := func(n, low, high int) (out []int) {
		for range 1 + rnd.IntN(n) {
			if v := low + rnd.IntN(high-low+1); v != 0 && !slices.Contains(out, v) {
				out = append(out, v)
			}
		}
		return out
	}
	r := &schedule.Rule{Every: schedule.Day + schedule.Unit(rnd.IntN(6)), ShortMonth: schedule.ShortMonth(rnd.IntN(4))}
	d := schedule.Duty{Code: "d", Calendar: zones[rnd.IntN(len(zones))], From: civil.MustParse("2020-01-01").AddDays(rnd.IntN(900)), Demand: schedule.Demand{Rule: r}}
	if chance(2) {
		r.Interval = 1 + rnd.IntN(5)
	}
	if chance(4) {
		r.Anchor = d.From.AddDays(rnd.IntN(200) - 150)
	}
	if chance(3) {
		r.Months = some(4, 1, 12)
	}
	if chance(2) {
		r.MonthDays = some(4, -28, 31)
	}
	if chance(3) {
		for _, w := range some(3, 1, 7) {
			r.Weekdays = append(r.Weekdays, schedule.WeekdayOf{Day: worktime.Weekday(w), N: max(rnd.IntN(12)-6, 0) - rnd.IntN(2)})
		}
	}
	if r.Every == schedule.Year && chance(3) {
		r.YearDays = some(5, -366, 366)
	}
	if r.Every > schedule.Day && chance(3) {
		r.Pick = some(2, -4, 6)
	}
	if r.Every < schedule.Month {
		r.ShortMonth = 0
	}
	randomTimes(rnd, r)
	randomForce(rnd, &d)
	return d
}

func randomTimes(rnd *rand.Rand, r *schedule.Rule) {
	switch rnd.IntN(3) {
	case 0:
		for range 1 + rnd.IntN(3) {
			if at := civil.TimeOfMinute(rnd.IntN(48) * 30); !slices.Contains(r.Times, at) {
				r.Times = append(r.Times, at)
			}
		}
	case 1:
		w, err := civil.NewWindow(civil.TimeOfMinute(rnd.IntN(24)*60), civil.TimeOfMinute(rnd.IntN(49)*30))
		if err == nil {
			r.Steps = &schedule.Steps{
				Step: civil.MustParseSpan([]string{"PT30M", "PT1H", "PT90M", "PT5H"}[rnd.IntN(4)]), Window: w, AtStart: rnd.IntN(2) == 0, AtEnd: rnd.IntN(2) == 0,
			}
		}
	}
}

func randomForce(rnd *rand.Rand, d *schedule.Duty) {
	if rnd.IntN(4) == 0 {
		d.To = d.From.AddDays(rnd.IntN(700))
	}
	if rnd.IntN(4) == 0 {
		d.Season = civil.MustParseSeason([]string{"11-15/03-15", "06-01/08-31", "02-29/10-01"}[rnd.IntN(3)])
	}
	if rnd.IntN(4) == 0 {
		d.Days = schedule.Days(1 + rnd.IntN(3))
	}
	if rnd.IntN(3) == 0 {
		d.Demand.Rule.Rest = worktime.Rest(1 + rnd.IntN(4))
	}
}

// FuzzExpansion compares series with the slow version, and windows of them with the filter of the whole.
func FuzzExpansion(f *testing.F) {
	for seed := range uint64(250) {
		f.Add(seed)
	}
	zones := []string{"UTC", china, york, "Pacific/Apia", "cn"}
	calendars := seriesCalendars(f, zones...)
	f.Fuzz(func(t *testing.T, seed uint64) {
		rnd := rand.New(rand.NewPCG(seed, 6))
		d := randomDuty(rnd, zones)
		s, err := schedule.Compile(d, calendars)
		if err != nil {
			return
		}
		c := calendars[d.Calendar]
		last := civil.MustParse("2026-12-31")
		from, to := d.From.AddDays(-40).In(c.Location()), civil.MustParse("2026-10-01").In(c.Location())
		inWindow := func(o schedule.Occurrence, from, to time.Time) bool {
			at := o.Due
			if o.Day {
				at = civil.Of(o.Due.Add(-time.Minute)).In(c.Location())
			}
			return !at.Before(from) && at.Before(to)
		}
		all := modelOccurrences(d, c, last)
		filtered := func(from, to time.Time) []schedule.Occurrence {
			out := []schedule.Occurrence{}
			for _, o := range all {
				if inWindow(o, from, to) {
					out = append(out, o)
				}
			}
			return out
		}
		got := append([]schedule.Occurrence{}, collected(s, from, to)...)
		if diff := cmp.Diff(filtered(from, to), got); diff != "" {
			t.Fatalf("%+v %+v: mismatch (-model +got):\n%s", d, *d.Demand.Rule, diff)
		}
		require.True(t, slices.IsSortedFunc(got, func(a, b schedule.Occurrence) int { return a.Due.Compare(b.Due) }))
		for range 8 {
			a := from.Add(time.Duration(rnd.Int64N(int64(to.Sub(from)))))
			b := a.Add(time.Duration(rnd.Int64N(int64(90 * 24 * time.Hour))))
			if b.After(to) {
				b = to
			}
			if diff := cmp.Diff(filtered(a, b), append([]schedule.Occurrence{}, collected(s, a, b)...)); diff != "" {
				t.Fatalf("%+v %+v: from %v until %v: mismatch (-filtered +window):\n%s", d, *d.Demand.Rule, a, b, diff)
			}
		}
		keys := map[string]bool{}
		for _, o := range got {
			require.False(t, keys[s.Key(o)], "%s twice", s.Key(o))
			keys[s.Key(o)] = true
		}
	})
}

// FuzzExactSeries compares a series of minutes or hours with every minute that passes.
func FuzzExactSeries(f *testing.F) {
	for seed := range uint64(40) {
		f.Add(seed)
	}
	zones := []string{"UTC", china, york, "Pacific/Apia", "Australia/Lord_Howe", "cn"}
	calendars := seriesCalendars(f, zones...)
	f.Fuzz(func(t *testing.T, seed uint64) {
		rnd := rand.New(rand.NewPCG(seed, 7))
		unit := schedule.Minute + schedule.Unit(rnd.IntN(2))
		r := &schedule.Rule{Every: unit, Interval: 1 + rnd.IntN(50), Times: []civil.TimeOfDay{civil.TimeOfMinute(rnd.IntN(1440))}}
		d := schedule.Duty{Code: "d", Calendar: zones[rnd.IntN(len(zones))], From: civil.MustParse("2011-12-20").AddDays(rnd.IntN(400)), Demand: schedule.Demand{Rule: r}}
		if rnd.IntN(2) == 0 {
			r.Weekdays = []schedule.WeekdayOf{{Day: worktime.Weekday(1 + rnd.IntN(7))}, {Day: worktime.Weekday(1 + rnd.IntN(7))}}
		}
		if rnd.IntN(2) == 0 {
			r.MonthDays = []int{1 + rnd.IntN(28), -1 - rnd.IntN(4)}
		}
		if rnd.IntN(3) == 0 {
			d.Days = schedule.Days(1 + rnd.IntN(3))
		}
		s, err := schedule.Compile(d, calendars)
		if err != nil {
			return
		}
		c := calendars[d.Calendar]
		first := (d.From.Midnight() + civil.Moment(r.Times[0].Minute())).In(c.Location())
		step := time.Duration(r.Interval) * time.Minute
		if unit == schedule.Hour {
			step *= 60
		}
		from := first.Add(time.Duration(rnd.IntN(60*24)-24) * time.Hour)
		to := from.Add(8 * 24 * time.Hour)
		want := []schedule.Occurrence{}
		for at := from.Truncate(time.Minute); at.Before(to); at = at.Add(time.Minute) {
			on := civil.Of(at)
			due := !at.Before(from) && !at.Before(first) && at.Sub(first)%step == 0
			if due && modelMonthDay(r, d.From, on, on+1, on) && modelWeekday(r, d.From, on.MonthStart(), on.NextMonth(), on) && modelSort(d.Days, c, on) {
				want = append(want, schedule.Occurrence{On: on, At: civil.MomentOf(at), Due: at})
			}
		}
		if diff := cmp.Diff(want, append([]schedule.Occurrence{}, collected(s, from, to)...)); diff != "" {
			t.Fatalf("%+v %+v: mismatch (-model +got):\n%s", d, *r, diff)
		}
		keys := map[string]bool{}
		for _, o := range want {
			require.False(t, keys[s.Key(o)], "%s twice", s.Key(o))
			keys[s.Key(o)] = true
		}
	})
}
