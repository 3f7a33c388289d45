package worktime_test

import (
	"errors"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"github.com/stretchr/testify/require"

	"github.com/wuyekit/wuye/property/civil"
	"github.com/wuyekit/wuye/property/invalid"
	"github.com/wuyekit/wuye/property/worktime"
)

// problemsOf are the paths and rules that New reports, one text each.
func problemsOf(t *testing.T, err error) []string {
	t.Helper()
	if err == nil {
		return nil
	}
	var all *invalid.Error
	require.True(t, errors.As(err, &all), "%v", err)
	var out []string
	for _, f := range all.Fields {
		out = append(out, f.Path+" "+f.Rule.ID())
	}
	return out
}

func TestCheck(t *testing.T) {
	shifts := []worktime.Shift{{Code: "early", Window: civil.MustParseWindow("06:00/14:00")}}
	closed := func(from, to string) worktime.Override {
		o := worktime.Override{From: civil.MustParse(from), Closed: true}
		if to != "" {
			o.To = civil.MustParse(to)
		}
		return o
	}
	for _, row := range []struct {
		name   string
		change func(d *worktime.Timetable)
		want   []string
	}{
		{"nothing wrong", func(*worktime.Timetable) {}, nil},
		{"no code", func(d *worktime.Timetable) { d.Code = "" }, []string{"code invalid/required"}},
		{"no zone", func(d *worktime.Timetable) { d.Zone = "" }, []string{"zone invalid/required"}},
		{"zone", func(d *worktime.Timetable) { d.Zone = "Asia/Xian" }, []string{"zone worktime/zone"}},
		{"table", func(d *worktime.Timetable) { d.Holidays, d.MakeUp = "hk", worktime.Monday }, []string{"holidays worktime/table"}},
		{"no make-up", func(d *worktime.Timetable) { d.Holidays = "cn" }, []string{"makeUp worktime/make-up"}},
		{"make-up", func(d *worktime.Timetable) { d.MakeUp = 9 }, []string{"makeUp invalid/word"}},
		{"no hours", func(d *worktime.Timetable) { d.Hours = nil }, []string{"hours worktime/never-opens"}},
		{"never opens", func(d *worktime.Timetable) {
			d.Overrides = []worktime.Override{closed("2026-11-23", "")}
			d.Hours[0].From, d.Hours[0].To = civil.MustParse("2026-11-23"), civil.MustParse("2026-11-23")
		}, []string{"hours worktime/never-opens"}},
		{"no days", func(d *worktime.Timetable) {
			d.Hours = append(d.Hours, worktime.Hours{Windows: windowsOf("08:00/09:00")})
		}, []string{"hours[1].days invalid/required"}},
		{"day", func(d *worktime.Timetable) { d.Hours[0].Days[2] = 8 }, []string{"hours[0].days[2] invalid/word"}},
		{"unset day", func(d *worktime.Timetable) { d.Hours[0].Days[0] = 0 }, []string{"hours[0].days[0] invalid/word"}},
		{"day twice", func(d *worktime.Timetable) { d.Hours[0].Days[4] = worktime.Monday }, []string{"hours[0].days[4] worktime/twice"}},
		{"no windows", func(d *worktime.Timetable) {
			d.Hours = append(d.Hours, worktime.Hours{Days: week()})
		}, []string{"hours[1].windows invalid/required"}},
		{"unset window", func(d *worktime.Timetable) {
			d.Hours[0].Windows = append(d.Hours[0].Windows, civil.Window{})
		}, []string{"hours[0].windows[1] invalid/required"}},
		{"windows", func(d *worktime.Timetable) {
			d.Hours[0].Windows = windowsOf("09:00/12:00", "13:00/18:00", "11:59/12:30", "12:30/13:00")
		}, []string{"hours[0].windows[2] worktime/windows"}},
		{"windows at night", func(d *worktime.Timetable) {
			d.Hours[0].Windows = windowsOf("22:00/06:00", "23:00/24:00")
		}, []string{"hours[0].windows[1] worktime/windows"}},
		{"shift", func(d *worktime.Timetable) { d.Hours[0].Shifts = []string{"late"} }, []string{"hours[0].shifts[0] worktime/shift"}},
		{"shift twice", func(d *worktime.Timetable) {
			d.Shifts, d.Hours[0].Shifts = shifts, []string{"early", "early"}
		}, []string{"hours[0].shifts[1] worktime/twice"}},
		{"shift defined twice", func(d *worktime.Timetable) {
			d.Shifts = append(d.Shifts, shifts[0], shifts[0])
		}, []string{"shifts[1].code worktime/twice"}},
		{"shift without window", func(d *worktime.Timetable) {
			d.Shifts = []worktime.Shift{{Code: "early"}}
		}, []string{"shifts[0].window invalid/required"}},
		{"shift without code", func(d *worktime.Timetable) {
			d.Shifts = []worktime.Shift{{Window: shifts[0].Window}}
		}, []string{"shifts[0].code invalid/required"}},
		{"hours reversed", func(d *worktime.Timetable) {
			d.Hours = append(d.Hours, d.Hours[0])
			d.Hours[1].From, d.Hours[1].To = civil.MustParse("2026-01-02"), civil.MustParse("2026-01-01")
		}, []string{"hours[1].to worktime/reversed"}},
		{"override reversed", func(d *worktime.Timetable) {
			d.Overrides = []worktime.Override{closed("2026-01-02", "2026-01-01")}
		}, []string{"overrides[0].to worktime/reversed"}},
		{"override without day", func(d *worktime.Timetable) {
			d.Overrides = []worktime.Override{{Closed: true}}
		}, []string{"overrides[0].from invalid/required"}},
		{"overlap", func(d *worktime.Timetable) {
			d.Overrides = []worktime.Override{closed("2026-05-05", ""), closed("2026-05-01", "2026-05-05"), closed("2026-05-06", "")}
		}, []string{"overrides[0].from worktime/overlap"}},
		{"same day", func(d *worktime.Timetable) {
			d.Overrides = []worktime.Override{closed("2026-05-05", ""), closed("2026-05-05", "")}
		}, []string{"overrides[1].from worktime/overlap"}},
		{"override says nothing", func(d *worktime.Timetable) {
			d.Overrides = []worktime.Override{{From: civil.MustParse("2026-05-05"), Note: "?"}}
		}, []string{"overrides[0] worktime/override"}},
		{"override says two things", func(d *worktime.Timetable) {
			o := closed("2026-05-05", "")
			o.As = worktime.Monday
			d.Overrides = []worktime.Override{o}
		}, []string{"overrides[0] worktime/override"}},
		{"override as no day", func(d *worktime.Timetable) {
			d.Overrides = []worktime.Override{{From: civil.MustParse("2026-05-05"), As: 9}}
		}, []string{"overrides[0].as invalid/word"}},
		{"override windows", func(d *worktime.Timetable) {
			d.Overrides = []worktime.Override{{From: civil.MustParse("2026-05-05"), Windows: windowsOf("08:00/10:00", "09:00/11:00")}}
		}, []string{"overrides[0].windows[1] worktime/windows"}},
		{"override shift", func(d *worktime.Timetable) {
			d.Overrides = []worktime.Override{{From: civil.MustParse("2026-05-05"), Shifts: []string{"early"}}}
		}, []string{"overrides[0].shifts[0] worktime/shift"}},
	} {
		t.Run(row.name, func(t *testing.T) {
			doc := timetableOf("Asia/Shanghai", week(), "09:00/18:00")
			row.change(&doc)
			c, err := worktime.New(doc, time.LoadLocation, worktime.China())
			if diff := cmp.Diff(row.want, problemsOf(t, err)); diff != "" {
				t.Errorf("mismatch (-want +got)\n%s", diff)
			}
			require.Equal(t, row.want == nil, c != nil)
		})
	}
}

// TestCheckReportsEverything: one document with many faults, all of them reported, in its order.
func TestCheckReportsEverything(t *testing.T) {
	_, err := worktime.New(worktime.Timetable{
		Zone: "Asia/Xian", Holidays: "hk",
		Hours: []worktime.Hours{
			{Windows: windowsOf("09:00/12:00", "11:00/13:00"), Shifts: []string{"late"}},
			{Days: []worktime.Weekday{worktime.Monday, worktime.Monday}, From: civil.MustParse("2026-02-01"), To: civil.MustParse("2026-01-01")},
		},
		Shifts:    []worktime.Shift{{Code: "a"}, {Code: "a", Window: civil.MustParseWindow("06:00/14:00")}},
		Overrides: []worktime.Override{{}, {From: civil.MustParse("2026-01-01"), Closed: true, As: worktime.Friday}, {From: civil.MustParse("2026-01-01"), Closed: true}},
	}, findZone, worktime.China(), worktime.Holidays{Code: "tw"})
	want := []string{
		"code invalid/required",
		"shifts[0].window invalid/required", "shifts[1].code worktime/twice",
		"hours[0].days invalid/required", "hours[0].windows[1] worktime/windows", "hours[0].shifts[0] worktime/shift",
		"hours[1].days[1] worktime/twice", "hours[1].windows invalid/required", "hours[1].to worktime/reversed",
		"makeUp worktime/make-up",
		"overrides[0].from invalid/required", "overrides[0] worktime/override", "overrides[1] worktime/override",
		"overrides[2].from worktime/overlap",
		"zone worktime/zone", "holidays worktime/table",
	}
	if diff := cmp.Diff(want, problemsOf(t, err)); diff != "" {
		t.Errorf("mismatch (-want +got)\n%s", diff)
	}
	require.ErrorContains(t, err, `there is no table of holidays "hk"; given: cn, tw`)
}

// TestNewReadsItsTable: what is wrong with the table that a timetable names is its problem too; other tables are
// not looked at.
func TestNewReadsItsTable(t *testing.T) {
	doc := cn(timetableOf("Asia/Shanghai", week(), "09:00/18:00"))
	broken := worktime.Holidays{Code: "cn", Notices: []worktime.Notice{{Year: 2026}}}
	_, err := worktime.New(doc, time.LoadLocation, broken)
	require.Equal(t, []string{"holidays.notices[0].days invalid/required"}, problemsOf(t, err))
	broken.Code = "other"
	_, err = worktime.New(doc, time.LoadLocation, broken, worktime.China())
	require.NoError(t, err)
}

func TestNewZones(t *testing.T) {
	doc := timetableOf("Asia/Shanghai", week(), "09:00/18:00")
	for name, zones := range map[string]func(string) (*time.Location, error){
		"no zones are given": nil,
		"no such zone":       func(string) (*time.Location, error) { return nil, nil },
		"out of order":       func(string) (*time.Location, error) { return nil, errors.New("out of order") },
	} {
		_, err := worktime.New(doc, zones)
		require.ErrorIs(t, err, worktime.ErrZone)
		require.ErrorContains(t, err, name)
	}
}

// TestRangeErrors: instants beyond the years 1 to 9999 are refused by every question.
func TestRangeErrors(t *testing.T) {
	c := calendarOf(t, timetableOf("UTC", everyDay(), "00:00/24:00"))
	good := time.Date(2026, 1, 1, 0, 0, 0, 0, time.UTC)
	for _, bad := range []time.Time{{}, time.Date(0, 1, 1, 0, 0, 0, 0, time.UTC), time.Date(10000, 1, 1, 0, 0, 0, 0, time.UTC), time.Unix(1<<60, 0), time.Unix(-1<<60, 0)} {
		var errs [9]error
		_, errs[0] = c.Between(bad, good)
		_, errs[1] = c.Between(good, bad)
		_, errs[2] = c.Add(bad, time.Hour)
		_, errs[3] = c.Add(bad, -time.Hour)
		_, errs[4] = c.IsOpen(bad)
		_, errs[5] = c.NextOpen(bad)
		_, errs[6] = c.NextClose(bad)
		_, errs[7] = c.AppendStretches(nil, bad, good)
		_, errs[8] = c.ShiftsAt(bad)
		for i, err := range errs {
			require.ErrorIs(t, err, worktime.ErrRange, "%d %v", i, bad)
		}
	}
	_, err := c.Between(time.Date(1, 6, 1, 0, 0, 0, 0, time.UTC), good)
	require.ErrorIs(t, err, worktime.ErrRange) // more than 292 years of working time
	require.True(t, strings.Contains(err.Error(), "0001-06-01"), err)
	end := time.Date(9999, 12, 1, 0, 0, 0, 0, time.UTC)
	_, err = c.Add(end, 40*24*time.Hour)
	require.ErrorIs(t, err, worktime.ErrRange)
	_, err = c.Add(time.Date(1, 2, 1, 0, 0, 0, 0, time.UTC), -40*24*time.Hour)
	require.ErrorIs(t, err, worktime.ErrRange)
}

// sameValues lets go-cmp compare the values of documents with ==.
func sameValues() cmp.Options {
	return cmp.Options{cmpopts.EquateComparable(civil.Window{}, civil.Season{})}
}

// TestCalendarIsItsOwn: nothing that is done to a document afterwards reaches the calendar.
func TestCalendarIsItsOwn(t *testing.T) {
	made := func() worktime.Timetable {
		doc := timetableOf("Asia/Shanghai", week(), "09:00/18:00")
		doc.Shifts = []worktime.Shift{{Code: "z", Window: civil.MustParseWindow("09:00/10:00")}, {Code: "a", Window: civil.MustParseWindow("10:00/11:00")}}
		doc.Hours[0].Shifts = []string{"z"}
		doc.Overrides = []worktime.Override{{From: civil.MustParse("2026-11-14"), Windows: windowsOf("08:00/12:00"), Shifts: []string{"a"}}}
		return doc
	}
	spoil := func(doc worktime.Timetable) {
		doc.Hours[0].Days[0], doc.Hours[0].Windows[0], doc.Hours[0].Shifts[0] = worktime.Sunday, civil.MustParseWindow("00:00/01:00"), "?"
		doc.Overrides[0].Windows[0], doc.Overrides[0].Shifts[0] = civil.MustParseWindow("00:00/01:00"), "?"
		doc.Shifts[0].Code = "?"
		doc.Overrides[0].From = civil.MustParse("2026-11-15")
	}
	doc := made()
	c := calendarOf(t, doc)
	spoil(doc)
	spoil(c.Timetable())
	if diff := cmp.Diff(made(), c.Timetable(), sameValues()); diff != "" {
		t.Errorf("mismatch (-want +got)\n%s", diff)
	}
	wantNext(t, c, "2026-11-13 18:00", "2026-11-14 08:00 +08:00", "2026-11-14 12:00 +08:00")
	require.Equal(t, "test", c.Code())
	require.Equal(t, "Asia/Shanghai", c.Location().String())
	require.Equal(t, []worktime.Shift{doc.Shifts[1], {Code: "z", Window: doc.Shifts[0].Window}}, c.Shifts())
}
