package worktime_test

import (
	"errors"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/stretchr/testify/require"

	"github.com/wuyekit/wuye/property/civil"
	"github.com/wuyekit/wuye/property/worktime"
)

// checker compares a calendar with its model.
type checker struct {
	t     *testing.T
	c     *worktime.Calendar
	m     *model
	asked map[string]int // how many answers of each question were compared
}

// unknownYear returns the year that an error says is unknown, 0 if there is no error, −1 for any other error.
func unknownYear(err error) int {
	var unknown *worktime.UnknownYearError
	switch {
	case err == nil:
		return 0
	case errors.As(err, &unknown):
		return unknown.Year
	}
	return -1
}

func (k *checker) same(question string, got, want any, err error, year int) {
	k.t.Helper()
	name, _, _ := strings.Cut(question, "=")
	k.asked[name]++
	if diff := cmp.Diff(want, got); diff != "" || unknownYear(err) != year {
		k.t.Fatalf("%s: %v (error %v), want %v (unknown %d)\n%s\n%+v", question, got, err, want, year, diff, k.c.Timetable())
	}
}

// clock is an instant as the calendar gives it.
func (k *checker) clock(t time.Time) string {
	return t.Format("2006-01-02T15:04:05.999999999Z07:00:00")
}

func (k *checker) times(r random) {
	k.t.Helper()
	c, m := k.c, k.m
	a, b := r.instant(m), r.instant(m)
	ta, tb := m.at(a), m.at(b).UTC()

	d, err := c.Between(ta, tb)
	k.same("between="+k.clock(ta)+" "+k.clock(tb), d, m.between(a, b), err, m.unknownIn(min(a, b), max(a, b)))

	open, err := c.IsOpen(ta)
	k.same("open="+k.clock(ta), open, m.isOpen(a), err, m.unknownIn(a, a))

	length := r.length(m, a)
	if want, ok := m.add(a, length); ok {
		got, err := c.Add(ta, length)
		year := m.unknownIn(min(a, want), max(a, want))
		if length == 0 {
			year = 0
		}
		k.same("add="+k.clock(ta)+" "+length.String(), k.clock(got), k.clock(m.at(want)), err, year)
	}
	if from, to, ok := m.next(a); ok && to < m.midnights[len(m.midnights)-1] {
		got, err := c.NextOpen(ta)
		k.same("next open="+k.clock(ta), k.clock(got), k.clock(m.at(from)), err, m.unknownIn(a, from+1))
		if to-from < 300*24*time.Hour {
			got, err = c.NextClose(ta)
			k.same("next close="+k.clock(ta), k.clock(got), k.clock(m.at(to)), err, m.unknownIn(a, to+1))
		}
	}
	k.stretches(a, min(b, a+400*24*time.Hour))
}

func (k *checker) stretches(a, b time.Duration) {
	k.t.Helper()
	before := worktime.Stretch{Start: k.m.at(a - 1), End: k.m.at(a)}
	got, err := k.c.AppendStretches([]worktime.Stretch{before}, k.m.at(a), k.m.at(b))
	want := []worktime.Stretch{before}
	year := 0
	if a < b {
		year = k.m.unknownIn(a, b)
	}
	for _, s := range k.m.stretches(a, b) {
		want = append(want, worktime.Stretch{Start: k.m.at(s.from), End: k.m.at(s.to)})
	}
	k.same("stretches="+k.clock(k.m.at(a))+" "+k.clock(k.m.at(b)), got, want, err, year)
}

func (k *checker) dates(r random) {
	k.t.Helper()
	c, m := k.c, k.m
	d := r.date(m)
	working, err := c.IsWorkingDay(d)
	k.same("working="+d.String(), working, m.isWorking(d), err, m.unknown(d, d))

	end := d + civil.Date(r.IntN(int(m.to-d)))
	n := 0
	for day := d; day < end; day++ {
		if m.isWorking(day) {
			n++
		}
	}
	got, err := c.WorkingDays(civil.Period{Start: d, End: end})
	k.same("working days="+d.String()+" "+end.String(), got, n, err, m.unknown(d, end-1))

	steps := r.IntN(300) - 150
	if want, ok := m.addDays(d, steps); ok {
		got, err := c.AddDays(d, steps)
		year := 0 // the day itself does not matter
		if want > d {
			year = m.unknown(d+1, want)
		} else if want < d {
			year = m.unknown(want, d-1)
		}
		k.same("add days="+d.String(), got.String(), want.String(), err, year)
	}
	rule := worktime.Rest(r.IntN(5))
	if want, ok := m.rest(d, rule); ok {
		got, err := c.Rest(d, rule)
		year := m.unknown(min(d, want), max(d, want))
		if rule == 0 || rule == worktime.RestStays {
			year = 0
		}
		k.same("rest="+rule.String()+" "+d.String(), got.String(), want.String(), err, year)
	}
	closing, err := c.Closing(d)
	k.same("closing="+d.String(), k.clock(closing), k.clock(m.at(m.closing(d))), err, m.unknown(d, d))

	duties, err := c.ShiftsOn(d)
	k.same("shifts on="+d.String(), duties, m.shifts(d), err, m.unknown(d, d))
	k.day(d)
}

func (k *checker) day(d civil.Date) {
	k.t.Helper()
	day, err := k.c.Day(d)
	want := map[civil.Window]bool{}
	for _, w := range k.m.windows(d) {
		want[w] = true
	}
	got := map[civil.Window]bool{}
	for i, w := range day.Windows {
		got[w] = true
		if i > 0 && day.Windows[i-1].Open().Minute() > w.Open().Minute() {
			k.t.Fatalf("%v: windows %v are not in order", d, day.Windows)
		}
	}
	k.same("day="+d.String(), got, want, err, k.m.unknown(d, d))
	if kind := k.m.named[d]; k.c.Timetable().Holidays == "" {
		require.Zero(k.t, day.Kind)
	} else if kind != worktime.DayOrdinary {
		require.Equal(k.t, kind, day.Kind)
	}
	require.Len(k.t, day.Windows, len(got))
	require.Equal(k.t, d, day.Date)
	require.Equal(k.t, k.m.isWorking(d), day.IsWorking())
}

func (k *checker) duties(r random) {
	k.t.Helper()
	at := r.instant(k.m)
	got, err := k.c.ShiftsAt(k.m.at(at))
	k.same("shifts at="+k.clock(k.m.at(at)), got, k.m.shiftsAt(at), err, k.m.unknownIn(at, at))
}

// compare makes a timetable up from a seed and compares its calendar with the model.
func compare(t *testing.T, seed uint64, rounds int, asked map[string]int) {
	t.Helper()
	r := newRandom(seed)
	year := pick(r, modelYears())
	doc := r.timetable(year)
	var tables []worktime.Holidays
	if doc.Holidays != "" {
		tables = []worktime.Holidays{r.table(year)}
	}
	c, err := worktime.New(doc, findZone, tables...)
	if err != nil {
		require.ErrorIs(t, err, worktime.ErrNeverOpens)
		return
	}
	zone, err := findZone(doc.Zone)
	require.NoError(t, err)
	table := append(tables, worktime.Holidays{})[0]
	m := newModel(doc, zone, table, civil.Month(year-1, time.January).Start, civil.Month(year+2, time.January).Start)
	k := &checker{t, c, m, asked}
	for range rounds {
		k.times(r)
		k.dates(r)
		k.duties(r)
	}
}

// TestModel compares some dozens of timetables; as many answers to each question must have been compared, so that
// the comparison cannot come to say nothing.
func TestModel(t *testing.T) {
	asked := map[string]int{}
	for seed := range uint64(40) {
		compare(t, seed, 50, asked)
	}
	require.Len(t, asked, 14)
	for question, n := range asked {
		require.Greater(t, n, 1300, question)
	}
}

// FuzzModel is TestModel from any seed.
func FuzzModel(f *testing.F) {
	f.Add(uint64(1000))
	f.Fuzz(func(t *testing.T, seed uint64) { compare(t, seed, 20, map[string]int{}) })
}
