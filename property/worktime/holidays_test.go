package worktime_test

import (
	"encoding/json"
	"errors"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/stretchr/testify/require"

	"github.com/wuyekit/wuye/property/civil"
	"github.com/wuyekit/wuye/property/invalid"
	"github.com/wuyekit/wuye/property/worktime"
)

// holidayOf is an entry of one day, or of several up to the last.
func holidayOf(kind worktime.DayKind, from string, to ...string) worktime.HolidayDay {
	e := worktime.HolidayDay{From: civil.MustParse(from), Kind: kind}
	for _, last := range to {
		e.To = civil.MustParse(last)
	}
	return e
}

func noticeOf(year int, days ...worktime.HolidayDay) worktime.Notice {
	return worktime.Notice{Year: year, Days: days}
}

func amendmentOf(year int, days ...worktime.HolidayDay) worktime.Notice {
	return worktime.Notice{Year: year, Amends: true, Days: days}
}

func publishedOn(day string, n worktime.Notice) worktime.Notice {
	n.Published = civil.MustParse(day)
	return n
}

func tableOf(notices ...worktime.Notice) worktime.Holidays {
	return worktime.Holidays{Code: "own", Notices: notices}
}

// kindOn is the word of what a table says of a day, "-" if it says nothing.
func kindOn(h worktime.Holidays, day string) string {
	e, ok := h.Day(civil.MustParse(day))
	if !ok {
		return "-"
	}
	return e.Kind.String()
}

// holidayProblems are the paths and rules that the table's own check reports.
func holidayProblems(t *testing.T, h worktime.Holidays) []string {
	t.Helper()
	var l invalid.List
	h.Check(&l)
	err := l.Err("table")
	if err == nil {
		return nil
	}
	var all *invalid.Error
	require.True(t, errors.As(err, &all))
	var out []string
	for _, f := range all.Fields {
		out = append(out, f.Path+" "+f.Rule.ID())
	}
	return out
}

func TestHolidaysCheck(t *testing.T) {
	const off, work = worktime.DayOff, worktime.DayWork
	newYear := holidayOf(off, "2026-01-01", "2026-01-03")
	tests := []struct {
		name string
		give worktime.Holidays
		want []string
	}{
		{"a year and its amendments in the order of publication", tableOf(
			publishedOn("2025-11-04", noticeOf(2026, newYear)),
			publishedOn("2026-01-20", amendmentOf(2026, holidayOf(off, "2026-02-24"))),
			publishedOn("2026-01-20", amendmentOf(2026, holidayOf(worktime.DayOrdinary, "2026-02-24"))),
		), nil},
		{"a known year amended on a known day", tableOf(noticeOf(2026, newYear), publishedOn("2026-01-20", amendmentOf(2026, newYear))), nil},
		{"years in any order", tableOf(publishedOn("2025-11-04", noticeOf(2026, newYear)), noticeOf(2025, holidayOf(off, "2025-01-01"))), nil},
		{"no notices: every year is unknown", tableOf(), nil},
		{"60 days", tableOf(noticeOf(2026, holidayOf(off, "2026-01-01", "2026-03-01"))), nil},
		{"the years beside", tableOf(noticeOf(2026, holidayOf(off, "2025-01-01"), holidayOf(off, "2027-12-31"))), nil},
		{"no code", worktime.Holidays{Notices: []worktime.Notice{noticeOf(2026, newYear)}}, []string{"code invalid/required"}},
		{"a file not yet filled", tableOf(noticeOf(2027)), []string{"notices[0].days invalid/required"}},
		{"no year", tableOf(noticeOf(0, newYear)), []string{"notices[0].year worktime/notice-year"}},
		{"year 1 has no first day", tableOf(noticeOf(1, holidayOf(off, "0001-05-01"))), []string{"notices[0].year worktime/notice-year"}},
		{"year 10000", tableOf(noticeOf(10000, newYear)), []string{"notices[0].year worktime/notice-year"}},
		{"an entry without anything", tableOf(noticeOf(2026, worktime.HolidayDay{})), []string{
			"notices[0].days[0].kind invalid/required", "notices[0].days[0].from invalid/required",
		}},
		{"a kind without a word", tableOf(noticeOf(2026, holidayOf(4, "2026-01-01"))), []string{"notices[0].days[0].kind invalid/word"}},
		{"reversed", tableOf(noticeOf(2026, holidayOf(off, "2026-01-03", "2026-01-01"))), []string{"notices[0].days[0].to worktime/reversed"}},
		{"reversed by a day", tableOf(noticeOf(2026, holidayOf(off, "2026-01-02", "2026-01-01"))), []string{"notices[0].days[0].to worktime/reversed"}},
		{"61 days", tableOf(noticeOf(2026, holidayOf(off, "2026-01-01", "2026-03-02"))), []string{"notices[0].days[0].to worktime/holiday-long"}},
		{"a slip in the year of the last day", tableOf(noticeOf(2026, holidayOf(off, "2026-01-01", "9999-12-31"))), []string{"notices[0].days[0].to worktime/holiday-long"}},
		{"two years before", tableOf(noticeOf(2026, holidayOf(off, "2024-12-31", "2025-01-01"))), []string{"notices[0].days[0].from worktime/holiday-far"}},
		{"two years after", tableOf(noticeOf(2026, holidayOf(off, "2027-12-31", "2028-01-01"))), []string{"notices[0].days[0].to worktime/holiday-far"}},
		{"one day two years after", tableOf(noticeOf(2026, holidayOf(off, "2028-01-01"))), []string{"notices[0].days[0].from worktime/holiday-far"}},
		{
			"a day named twice",
			tableOf(noticeOf(2026, newYear, holidayOf(work, "2026-01-04"), holidayOf(off, "2026-01-03", "2026-01-05"))),
			[]string{"notices[0].days[2] worktime/holiday-twice"},
		},
		{
			"a year known twice", tableOf(noticeOf(2026, newYear), noticeOf(2026, newYear)),
			[]string{"notices[1].year worktime/notice-twice"},
		},
		{
			"amended before it is known", tableOf(amendmentOf(2026, newYear), noticeOf(2026, newYear)),
			[]string{"notices[0].amends worktime/notice-amends"},
		},
		{
			"another year's notice does not make it known", tableOf(noticeOf(2025, newYear), amendmentOf(2026, newYear)),
			[]string{"notices[1].amends worktime/notice-amends"},
		},
		{
			"amended before it was published",
			tableOf(publishedOn("2025-11-04", noticeOf(2026, newYear)), publishedOn("2025-11-03", amendmentOf(2026, newYear))),
			[]string{"notices[1].published worktime/notice-order"},
		},
		{
			"amended on no day", tableOf(publishedOn("2025-11-04", noticeOf(2026, newYear)), amendmentOf(2026, newYear)),
			[]string{"notices[1].published invalid/required"},
		},
		{
			"the latest of the year counts",
			tableOf(
				publishedOn("2025-11-04", noticeOf(2026, newYear)), publishedOn("2026-03-01", amendmentOf(2026, newYear)),
				publishedOn("2026-02-01", amendmentOf(2026, newYear)), publishedOn("2026-02-15", amendmentOf(2026, newYear)),
			),
			[]string{"notices[2].published worktime/notice-order", "notices[3].published worktime/notice-order"},
		},
		{
			"all at once",
			worktime.Holidays{Notices: []worktime.Notice{amendmentOf(2026), noticeOf(0, holidayOf(0, "2026-01-03", "2026-01-01"))}},
			[]string{
				"code invalid/required", "notices[0].amends worktime/notice-amends", "notices[0].days invalid/required",
				"notices[1].year worktime/notice-year", "notices[1].days[0].kind invalid/required", "notices[1].days[0].to worktime/reversed",
			},
		},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if diff := cmp.Diff(tt.want, holidayProblems(t, tt.give)); diff != "" {
				t.Errorf("problems (-want +got)\n%s", diff)
			}
		})
	}
}

func TestHolidaysCheckSaysWhich(t *testing.T) {
	h := tableOf(
		publishedOn("2025-11-04", noticeOf(
			2026, holidayOf(worktime.DayOff, "2026-01-01"), holidayOf(worktime.DayOff, "2026-01-02", "2026-01-04"),
			holidayOf(worktime.DayWork, "2026-01-04"),
		)),
		publishedOn("2025-11-03", amendmentOf(2026, holidayOf(worktime.DayOff, "2026-05-01", "2026-07-01"))),
	)
	var l invalid.List
	h.Check(&l)
	require.EqualError(t, l.Err("table own"), `table own: 3 problems
  notices[0].days[2]: 2026-01-04 is in entry 1 of the notice already
  notices[1].published: published on 2025-11-03, but the notice of 2026 before it on 2025-11-04
  notices[1].days[0].to: 2026-05-01 to 2026-07-01 are 62 days; one entry has at most 60`)
}

// TestHolidaysDayTakesTheLatest: overlays work day by day, in the order of the list.
func TestHolidaysDayTakesTheLatest(t *testing.T) {
	base := noticeOf(2026, holidayOf(worktime.DayOff, "2026-05-01", "2026-05-05"), holidayOf(worktime.DayWork, "2026-05-09"))
	shorter := amendmentOf(2026, holidayOf(worktime.DayOrdinary, "2026-05-04", "2026-05-05"), holidayOf(worktime.DayOrdinary, "2026-05-09"))
	longer := amendmentOf(2026, holidayOf(worktime.DayOff, "2026-05-05", "2026-05-06"))
	tests := []struct {
		name string
		give worktime.Holidays
		want map[string]string
	}{
		{"base", tableOf(base), map[string]string{
			"2026-04-30": "-", "2026-05-01": "off", "2026-05-05": "off", "2026-05-06": "-", "2026-05-08": "-", "2026-05-09": "work", "2026-05-10": "-",
		}},
		{"taken back", tableOf(base, shorter), map[string]string{
			"2026-05-03": "off", "2026-05-04": "ordinary", "2026-05-05": "ordinary", "2026-05-09": "ordinary",
		}},
		{"and given again", tableOf(base, shorter, longer), map[string]string{
			"2026-05-03": "off", "2026-05-04": "ordinary", "2026-05-05": "off", "2026-05-06": "off",
		}},
		{"the order is that of the list", tableOf(base, longer, shorter), map[string]string{
			"2026-05-05": "ordinary", "2026-05-06": "off",
		}},
		{"an entry without a first day holds never", tableOf(noticeOf(2026, worktime.HolidayDay{
			To: civil.MustParse("2026-12-31"), Kind: worktime.DayOff,
		})), map[string]string{"2026-05-01": "-"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			for day, want := range tt.want {
				require.Equal(t, want, kindOn(tt.give, day), day)
			}
			_, ok := tt.give.Day(0)
			require.False(t, ok, "the unset day has no entry")
		})
	}
}

func TestHolidaysAsOf(t *testing.T) {
	h := tableOf(
		noticeOf(2025, holidayOf(worktime.DayOff, "2025-01-01")),
		publishedOn("2025-11-04", noticeOf(2026, holidayOf(worktime.DayOff, "2026-01-01"))),
		publishedOn("2026-02-10", amendmentOf(2026, holidayOf(worktime.DayOff, "2026-02-24"))),
	)
	tests := []struct {
		asOf      string
		years     []int
		newYear   string
		extraDay  string
		noticeNum int
	}{
		{"2025-11-03", []int{2025}, "-", "-", 1},
		{"2025-11-04", []int{2025, 2026}, "off", "-", 2},
		{"2026-02-09", []int{2025, 2026}, "off", "-", 2},
		{"2026-02-10", []int{2025, 2026}, "off", "off", 3},
	}
	for _, tt := range tests {
		got := h.AsOf(civil.MustParse(tt.asOf))
		require.Equal(t, tt.years, got.Years(), tt.asOf)
		require.Equal(t, tt.newYear, kindOn(got, "2026-01-01"), tt.asOf)
		require.Equal(t, tt.extraDay, kindOn(got, "2026-02-24"), tt.asOf)
		require.Len(t, got.Notices, tt.noticeNum, tt.asOf)
		require.Equal(t, "own", got.Code)
	}
	require.Equal(t, []int{2025}, h.AsOf(0).Years(), "the unset day")
	require.Len(t, h.Notices, 3, "the table is as it was")
}

func TestHolidaysWithChangesNothing(t *testing.T) {
	notices := make([]worktime.Notice, 1, 4) // room in which a careless append would write
	notices[0] = noticeOf(2026, holidayOf(worktime.DayOff, "2026-01-01"))
	h := worktime.Holidays{Code: "own", Notices: notices}
	first := h.With(noticeOf(2027, holidayOf(worktime.DayOff, "2027-01-01")))
	second := h.With(amendmentOf(2026, holidayOf(worktime.DayWork, "2026-01-04")))
	require.Equal(t, []int{2026}, h.Years())
	require.Equal(t, []int{2026, 2027}, first.Years())
	require.Equal(t, []int{2026}, second.Years(), "an amendment makes no year known")
	require.Equal(t, "work", kindOn(second, "2026-01-04"))
	require.Equal(t, "-", kindOn(first, "2026-01-04"))
	require.Empty(t, worktime.Holidays{}.Years())
}

func TestHolidaysYearsAreSorted(t *testing.T) {
	h := tableOf(noticeOf(2027), noticeOf(2025), amendmentOf(2030), noticeOf(2026), noticeOf(2025))
	require.Equal(t, []int{2025, 2026, 2027}, h.Years())
}

func TestDayKindWords(t *testing.T) {
	for kind, word := range map[worktime.DayKind]string{worktime.DayOff: "off", worktime.DayWork: "work", worktime.DayOrdinary: "ordinary"} {
		require.Equal(t, word, kind.String())
		text, err := kind.MarshalText()
		require.NoError(t, err)
		require.Equal(t, word, string(text))
		var back worktime.DayKind
		require.NoError(t, back.UnmarshalText(text))
		require.Equal(t, kind, back)
	}
	var k worktime.DayKind
	require.ErrorIs(t, k.UnmarshalText([]byte("holiday")), invalid.ErrWord)
	_, err := k.MarshalText()
	require.ErrorIs(t, err, invalid.ErrWord)
	require.Equal(t, "DayKind(4)", worktime.DayKind(4).String())
}

func TestHolidaysAreADocument(t *testing.T) {
	const text = `{"code":"own","name":"本小区","notices":[{"year":2026,"published":"2025-11-04","source":"国办发明电〔2025〕7号",` +
		`"days":[{"from":"2026-01-01","to":"2026-01-03","kind":"off","name":"元旦"},{"from":"2026-01-04","kind":"work","name":"元旦"}]},` +
		`{"year":2026,"published":"2026-01-02","amends":true,"days":[{"from":"2026-01-04","kind":"ordinary"}]}]}`
	h, err := invalid.Decode[worktime.Holidays]([]byte(text), "table")
	require.NoError(t, err)
	require.Equal(t, "ordinary", kindOn(h, "2026-01-04"))
	back, err := json.Marshal(h)
	require.NoError(t, err)
	require.Equal(t, text, string(back))

	early, err := json.Marshal(h.AsOf(civil.MustParse("2025-01-01")))
	require.NoError(t, err)
	require.Equal(t, `{"code":"own","name":"本小区","notices":[]}`, string(early), "nothing known is a list too")

	_, err = invalid.Decode[worktime.Holidays]([]byte(`{"code":"own","notices":[{"year":2027,"days":[]}]}`), "table")
	require.ErrorIs(t, err, invalid.ErrRequired, "Decode checks")
}
