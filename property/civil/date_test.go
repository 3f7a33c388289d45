package civil_test

import (
	"encoding"
	"encoding/json"
	"math"
	"math/rand/v2"
	"testing"
	"time"

	"github.com/rickb777/date/v2"
	"github.com/stretchr/testify/require"

	"github.com/wuyekit/wuye/property/civil"
	"github.com/wuyekit/wuye/property/invalid"
)

var (
	_ encoding.TextAppender    = civil.Date(0)
	_ encoding.TextMarshaler   = civil.Date(0)
	_ encoding.TextUnmarshaler = (*civil.Date)(nil)
)

func TestParse(t *testing.T) {
	tests := []struct {
		text    string
		year    int
		month   time.Month
		day     int
		wantErr error
	}{
		{text: "2026-03-31", year: 2026, month: time.March, day: 31},
		{text: "2024-02-29", year: 2024, month: time.February, day: 29},
		{text: "2000-02-29", year: 2000, month: time.February, day: 29},
		{text: "0001-01-02", year: 1, month: time.January, day: 2},
		{text: "9999-12-31", year: 9999, month: time.December, day: 31},
		{text: "2024-02-30", wantErr: civil.ErrNoSuchDay},
		{text: "2026-02-29", wantErr: civil.ErrNoSuchDay},
		{text: "1900-02-29", wantErr: civil.ErrNoSuchDay},
		{text: "2026-04-31", wantErr: civil.ErrNoSuchDay},
		{text: "2026-13-01", wantErr: civil.ErrNoSuchDay},
		{text: "2026-00-01", wantErr: civil.ErrNoSuchDay},
		{text: "2026-01-00", wantErr: civil.ErrNoSuchDay},
		{text: "0001-01-01", wantErr: civil.ErrDateRange},
		{text: "0000-05-01", wantErr: civil.ErrDateRange},
		{text: "", wantErr: civil.ErrDate},
		{text: "20240203", wantErr: civil.ErrDate},
		{text: "2024-2-3", wantErr: civil.ErrDate},
		{text: "2024/02/03", wantErr: civil.ErrDate},
		{text: " 2024-02-03", wantErr: civil.ErrDate},
		{text: "2024-02-03 ", wantErr: civil.ErrDate},
		{text: "2024-02-03T00:00:00Z", wantErr: civil.ErrDate},
		{text: "24-02-03", wantErr: civil.ErrDate},
		{text: "+024-02-03", wantErr: civil.ErrDate},
		{text: "-024-02-03", wantErr: civil.ErrDate},
		{text: "2024-+2-03", wantErr: civil.ErrDate},
		{text: "10000-01-01", wantErr: civil.ErrDate},
		{text: "２０２４-02-03", wantErr: civil.ErrDate},
	}
	for _, tt := range tests {
		t.Run(tt.text, func(t *testing.T) {
			got, err := civil.Parse(tt.text)
			if tt.wantErr != nil {
				require.ErrorIs(t, err, tt.wantErr)
				require.True(t, got.IsZero())
				return
			}
			require.NoError(t, err)
			y, m, d := got.Date()
			require.Equal(t, []int{tt.year, int(tt.month), tt.day}, []int{y, int(m), d})
			require.Equal(t, tt.text, got.String())
		})
	}
}

func TestNew(t *testing.T) {
	d, err := civil.New(2026, time.February, 28)
	require.NoError(t, err)
	require.Equal(t, "2026-02-28", d.String())

	tests := []struct {
		year    int
		month   time.Month
		day     int
		wantErr error
		want    string // the date in the message
	}{
		{2026, time.February, 29, civil.ErrNoSuchDay, "2026-02-29"},
		{2026, 13, 1, civil.ErrNoSuchDay, "2026-13-01"},
		{2026, -1, 1, civil.ErrNoSuchDay, "2026--1-01"},
		{2026, 1, 0, civil.ErrNoSuchDay, "2026-01-00"},
		{0, 1, 1, civil.ErrDateRange, "0-01-01"},
		{10000, 1, 1, civil.ErrDateRange, "10000-01-01"},
		{1, 1, 1, civil.ErrDateRange, "1-01-01"},
	}
	for _, tt := range tests {
		_, err := civil.New(tt.year, tt.month, tt.day)
		require.ErrorIs(t, err, tt.wantErr)
		require.ErrorContains(t, err, tt.want)
	}
	require.Panics(t, func() { civil.MustNew(2026, time.February, 29) })
	require.Panics(t, func() { civil.MustParse("2026-02-29") })
}

// The calendar is proved day by day against date/v2 and package time.
func TestCalendarAgainstOthers(t *testing.T) {
	first := time.Date(1583, time.January, 1, 0, 0, 0, 0, time.UTC)
	last := time.Date(2400, time.December, 31, 0, 0, 0, 0, time.UTC)
	d := civil.MustNew(1583, time.January, 1)
	var buf [10]byte
	for day := first; !day.After(last); day, d = day.AddDate(0, 0, 1), d.AddDays(1) {
		agree(t, d, day, buf[:0])
	}
	require.Equal(t, "2401-01-01", d.String())
}

func agree(t *testing.T, d civil.Date, day time.Time, buf []byte) {
	t.Helper()
	wantYear, wantMonth, wantDay := day.Date()
	y, m, dd := d.Date()
	if y != wantYear || m != wantMonth || dd != wantDay {
		t.Fatalf("Date() = %d-%d-%d, time has %d-%d-%d", y, m, dd, wantYear, wantMonth, wantDay)
	}
	if d.Year() != wantYear || d.Month() != wantMonth || d.Day() != wantDay {
		t.Fatalf("%v: Year, Month, Day = %d, %d, %d", d, d.Year(), d.Month(), d.Day())
	}
	if got := civil.Of(day); got != d {
		t.Fatalf("Of(%v) = %v, want %v", day, got, d)
	}
	peer := date.New(wantYear, wantMonth, wantDay)
	if int64(peer) != int64(d) {
		t.Fatalf("%v is day %d, date/v2 has %d", d, int64(d), int64(peer))
	}
	if d.Weekday() != day.Weekday() {
		t.Fatalf("%v: Weekday() = %v, want %v", d, d.Weekday(), day.Weekday())
	}
	if got, want := string(d.Append(buf)), peer.String(); got != want {
		t.Fatalf("Append = %q, date/v2 has %q", got, want)
	}
	if got := d.DaysInMonth(); got != peer.LastDayOfMonth() {
		t.Fatalf("%v: DaysInMonth() = %d, date/v2 has %d", d, got, peer.LastDayOfMonth())
	}
	if got, want := d.MonthEnd(), time.Date(wantYear, wantMonth+1, 0, 0, 0, 0, 0, time.UTC); got != civil.Of(want) {
		t.Fatalf("%v: MonthEnd() = %v, want %v", d, got, want)
	}
	if got, want := d.NextMonth(), time.Date(wantYear, wantMonth+1, 1, 0, 0, 0, 0, time.UTC); got != civil.Of(want) {
		t.Fatalf("%v: NextMonth() = %v, want %v", d, got, want)
	}
	if got, want := d.MonthStart(), time.Date(wantYear, wantMonth, 1, 0, 0, 0, 0, time.UTC); got != civil.Of(want) {
		t.Fatalf("%v: MonthStart() = %v, want %v", d, got, want)
	}
}

func TestCalendarAgainstTimeFarOff(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	for range 200_000 {
		n := r.IntN(2_000_000_000) - 1_000_000_000 // 2.7 million years both ways
		want := time.Date(1, time.January, 1, 12, 0, 0, 0, time.UTC).AddDate(0, 0, n)
		y, m, d := civil.Date(n).Date()
		wantYear, wantMonth, wantDay := want.Date()
		if y != wantYear || m != wantMonth || d != wantDay {
			t.Fatalf("day %d is %d-%d-%d, time has %d-%d-%d", n, y, m, d, wantYear, wantMonth, wantDay)
		}
		if got := civil.Of(want); int(got) != n {
			t.Fatalf("Of(%v) is day %d, want %d", want, got, n)
		}
		if got := civil.Date(n).Weekday(); got != want.Weekday() {
			t.Fatalf("day %d: Weekday() = %v, want %v", n, got, want.Weekday())
		}
	}
}

func TestDateOrder(t *testing.T) {
	early, late := civil.MustParse("2026-02-28"), civil.MustParse("2026-03-01")
	require.True(t, early.Before(late))
	require.False(t, late.Before(early))
	require.False(t, early.Before(early))
	require.True(t, late.After(early))
	require.False(t, early.After(early))
	require.Equal(t, -1, early.Compare(late))
	require.Equal(t, 0, early.Compare(early))
	require.Equal(t, 1, late.Compare(early))
	require.Equal(t, 1, late.DaysSince(early))
	require.Equal(t, -1, early.DaysSince(late))
	require.Equal(t, late, early.AddDays(1))
	require.Equal(t, time.Sunday, late.Weekday())
	require.True(t, map[civil.Date]bool{early: true}[civil.MustParse("2026-02-28")])
}

func TestDateBeyondDocuments(t *testing.T) {
	beyond := civil.MustParse("9999-12-31").AddDays(1)
	require.Equal(t, "10000-01-01", beyond.String())
	_, err := beyond.MarshalText()
	require.ErrorIs(t, err, civil.ErrDateRange)

	before := civil.MustParse("0001-01-02").AddDays(-2)
	require.Equal(t, "0000-12-31", before.String())
	require.Equal(t, "-0001-12-31", before.AddDays(-366).String())
	require.Equal(t, "-0010-12-31", before.AddMonths(-120).String())
	require.Equal(t, "-12345-12-31", before.AddMonths(-12*12345).String())
	_, err = before.AppendText(nil)
	require.ErrorIs(t, err, civil.ErrDateRange)
}

func TestDateText(t *testing.T) {
	type doc struct {
		On  civil.Date            `json:"on"`
		Off civil.Date            `json:"off,omitzero"`
		By  map[civil.Date]string `json:"by,omitzero"`
	}
	in := doc{On: civil.MustParse("2026-03-01"), By: map[civil.Date]string{civil.MustParse("2026-05-01"): "劳动节"}}
	text, err := json.Marshal(in)
	require.NoError(t, err)
	require.JSONEq(t, `{"on":"2026-03-01","by":{"2026-05-01":"劳动节"}}`, string(text))

	_, err = json.Marshal(doc{})
	require.ErrorIs(t, err, civil.ErrUnset)
	require.Empty(t, civil.Date(0).String())
	require.Equal(t, "x", string(civil.Date(0).Append([]byte("x"))))

	got, err := invalid.Decode[doc]([]byte(`{"on":"2026-02-30","off":"2026-3-1"}`), "doc")
	require.ErrorIs(t, err, civil.ErrNoSuchDay)
	require.ErrorIs(t, err, civil.ErrDate)
	require.ErrorContains(t, err, "on: there is no day 2026-02-30")
	require.True(t, got.On.IsZero())

	kept := in.On
	require.Error(t, kept.UnmarshalText([]byte("x")))
	require.Equal(t, in.On, kept)
}

func TestDateErrorShowsNothingInvisible(t *testing.T) {
	_, err := civil.Parse("2026\u202e-\x0001")
	require.ErrorContains(t, err, `"2026\u202e-\x0001"`)
	_, err = civil.Parse("一二三四五六七八九十一二三四五六七八九十一二")
	require.ErrorContains(t, err, `"一二三四五六七八九十一二三四五六七八九十"…`)
}

func TestDateAppendAllocatesNothing(t *testing.T) {
	d, buf := civil.MustParse("2026-03-01"), make([]byte, 0, 10)
	require.Zero(t, testing.AllocsPerRun(100, func() { buf = d.Append(buf[:0]) }))
	require.Equal(t, "2026-03-01", string(buf))
}

func FuzzParse(f *testing.F) {
	for _, seed := range []string{"2026-03-01", "2024-02-29", "2024-02-30", "0001-01-01", "0000-00-00", "9999-12-31", "x"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, s string) {
		d, err := civil.Parse(s)
		std, stdErr := time.Parse(time.DateOnly, s)
		if err != nil {
			if stdErr == nil && std.Year() > 0 && !std.IsZero() {
				t.Fatalf("Parse(%q): %v, but package time reads %v", s, err, std)
			}
			return
		}
		if stdErr != nil || civil.Of(std) != d {
			t.Fatalf("Parse(%q) = %v, package time reads %v, %v", s, d, std, stdErr)
		}
		text, err := d.MarshalText()
		if err != nil || string(text) != s {
			t.Fatalf("Parse(%q) marshals as %q, %v", s, text, err)
		}
	})
}

func FuzzDateArithmetic(f *testing.F) {
	f.Add(int64(739_000), 31, 1)
	f.Add(int64(0), -1, -1)
	f.Add(int64(math.MinInt64), math.MinInt, math.MinInt)
	f.Add(int64(math.MaxInt64), math.MaxInt, math.MaxInt)
	f.Fuzz(func(t *testing.T, day int64, days, months int) {
		d := civil.Date(day)
		if got := d.AddDays(days).AddDays(-days); got != d && days != math.MinInt {
			t.Fatalf("%v + %d − %d days = %v", d, days, days, got)
		}
		stepped := d.AddMonths(months)
		for _, x := range []civil.Date{d, stepped, d.MonthEnd(), d.NextMonth()} {
			_, _ = x.String(), x.Weekday() // must not panic
		}
		const far = 1 << 29
		if day < -far || day > far || months < -far || months > far {
			return
		}
		y, m, dd := d.Date()
		first := time.Date(y, m+time.Month(months), 1, 0, 0, 0, 0, time.UTC)
		want := civil.Of(first).AddDays(min(dd, first.AddDate(0, 1, -1).Day()) - 1)
		if stepped != want {
			t.Fatalf("%v.AddMonths(%d) = %v, want %v", d, months, stepped, want)
		}
		if n := stepped.Compare(d); months > 0 && n <= 0 || months < 0 && n >= 0 {
			t.Fatalf("%v.AddMonths(%d) = %v is on the wrong side", d, months, stepped)
		}
	})
}
