package civil_test

import (
	"encoding/json"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/wuyekit/wuye/property/civil"
	"github.com/wuyekit/wuye/property/invalid"
)

func TestNewPeriod(t *testing.T) {
	tests := []struct {
		name       string
		start, end civil.Date
		want       string
		wantErr    error
	}{
		{"a month", on("2026-03-01"), on("2026-04-01"), "2026-03-01/2026-04-01", nil},
		{"a day", on("2026-03-01"), on("2026-03-02"), "2026-03-01/2026-03-02", nil},
		{"open", on("2026-03-01"), 0, "2026-03-01/..", nil},
		{"empty", on("2026-03-01"), on("2026-03-01"), "", civil.ErrPeriodReversed},
		{"reversed", on("2026-03-02"), on("2026-03-01"), "", civil.ErrPeriodReversed},
		{"no start", 0, on("2026-03-01"), "", invalid.ErrRequired},
		{"nothing", 0, 0, "", invalid.ErrRequired},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			p, err := civil.NewPeriod(tt.start, tt.end)
			var l invalid.List
			civil.Period{Start: tt.start, End: tt.end}.Check(&l)
			if tt.wantErr != nil {
				require.ErrorIs(t, err, tt.wantErr)
				require.ErrorIs(t, l.Err("period"), tt.wantErr)
				require.Zero(t, p)
				return
			}
			require.NoError(t, err)
			require.NoError(t, l.Err("period"))
			require.Equal(t, tt.want, p.String())
		})
	}
}

func TestPeriodCheckNamesThePlace(t *testing.T) {
	type doc struct {
		Term civil.Period `json:"term"`
	}
	got, err := invalid.Decode[doc]([]byte(`{"term":{"start":"2026-03-01","end":"2026-03-01"}}`), "lease")
	require.NoError(t, err)
	var l invalid.List
	l.Enter("term")
	got.Term.Check(&l)
	require.EqualError(t, l.Err("lease"), "lease: 1 problem\n  term.end: "+
		"the end 2026-03-01 is not after the start 2026-03-01; the end is the day after the last")
}

func TestPeriodJSON(t *testing.T) {
	text, err := json.Marshal([]civil.Period{civil.MustParseMonth("2026-03"), {Start: on("2026-03-01")}})
	require.NoError(t, err)
	require.JSONEq(t, `[{"start":"2026-03-01","end":"2026-04-01"},{"start":"2026-03-01"}]`, string(text))
}

func TestMonth(t *testing.T) {
	require.Equal(t, "2026-02-01/2026-03-01", civil.Month(2026, time.February).String())
	require.Equal(t, "2026-12-01/2027-01-01", civil.Month(2026, time.December).String())
	require.Equal(t, "2027-01-01/2027-02-01", civil.Month(2026, 13).String())
	require.Equal(t, "2025-12-01/2026-01-01", civil.Month(2026, 0).String())

	p, err := civil.ParseMonth("2026-11")
	require.NoError(t, err)
	require.Equal(t, civil.Month(2026, time.November), p)
	for _, s := range []string{"", "2026", "2026-1", "2026-13", "2026-00", "202611", "2026-11-01", "0000-01", "0001-01", "9999-12"} {
		_, err := civil.ParseMonth(s)
		require.ErrorIs(t, err, civil.ErrMonth, s)
	}
	require.Panics(t, func() { civil.MustParseMonth("2026-13") })
}

func TestPeriodCounts(t *testing.T) {
	tests := []struct {
		name         string
		p            civil.Period
		days, months int
		last         string
	}{
		{"February", civil.MustParseMonth("2026-02"), 28, 1, "2026-02-28"},
		{"leap February", civil.MustParseMonth("2028-02"), 29, 1, "2028-02-29"},
		{"year", period("2026-01-01", "2027-01-01"), 365, 12, "2026-12-31"},
		{"heating season", period("2026-11-01", "2027-04-01"), 151, 5, "2027-03-31"},
		{"from mid-month", period("2026-03-11", "2026-04-01"), 21, 0, "2026-03-31"},
		{"month from the 15th", period("2026-03-15", "2026-04-15"), 31, 0, "2026-04-14"},
		{"until mid-month", period("2026-03-01", "2026-04-16"), 46, 0, "2026-04-15"},
		{"open", civil.Period{Start: on("2026-03-01")}, 0, 0, ""},
		{"reversed", period("2026-03-01", "2026-02-01"), 0, 0, "2026-01-31"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			require.Equal(t, tt.days, tt.p.Days())
			require.Equal(t, tt.months, tt.p.Months())
			require.Equal(t, tt.last, tt.p.Last().String())
		})
	}
}

func TestPeriodContains(t *testing.T) {
	march, open := civil.MustParseMonth("2026-03"), civil.Period{Start: on("2026-03-01")}
	require.False(t, march.Contains(on("2026-02-28")))
	require.True(t, march.Contains(on("2026-03-01")))
	require.True(t, march.Contains(on("2026-03-31")))
	require.False(t, march.Contains(on("2026-04-01")))
	require.False(t, open.Contains(on("2026-02-28")))
	require.True(t, open.Contains(on("2099-01-01")))
	require.True(t, open.IsOpen())
	require.False(t, march.IsOpen())
}

func TestPeriodIntersect(t *testing.T) {
	march := civil.MustParseMonth("2026-03")
	tests := []struct {
		name string
		q    civil.Period
		want string // "" if they have no day in common
	}{
		{"itself", march, "2026-03-01/2026-04-01"},
		{"inside", period("2026-03-10", "2026-03-12"), "2026-03-10/2026-03-12"},
		{"around", period("2026-01-01", "2027-01-01"), "2026-03-01/2026-04-01"},
		{"into it", period("2026-02-10", "2026-03-02"), "2026-03-01/2026-03-02"},
		{"out of it", period("2026-03-31", "2026-05-01"), "2026-03-31/2026-04-01"},
		{"just before", civil.MustParseMonth("2026-02"), ""},
		{"just after", civil.MustParseMonth("2026-04"), ""},
		{"open from inside", civil.Period{Start: on("2026-03-20")}, "2026-03-20/2026-04-01"},
		{"open from after", civil.Period{Start: on("2026-04-01")}, ""},
		{"empty", period("2026-03-10", "2026-03-10"), ""},
		{"reversed", period("2026-03-20", "2026-03-10"), ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got, ok := march.Intersect(tt.q)
			require.Equal(t, tt.want != "", ok)
			if ok {
				require.Equal(t, tt.want, got.String())
			}
			back, _ := tt.q.Intersect(march)
			require.Equal(t, got, back)
			require.Equal(t, ok, march.Overlaps(tt.q))
			require.Equal(t, ok, tt.q.Overlaps(march))
		})
	}
	got, ok := civil.Period{Start: on("2026-03-01")}.Intersect(civil.Period{Start: on("2026-01-01")})
	require.True(t, ok)
	require.Equal(t, "2026-03-01/..", got.String())
}

// A day is in the intersection exactly if it is in both.
func FuzzPeriodIntersect(f *testing.F) {
	f.Add(int16(1), int16(5), int16(3), int16(9), int16(4))
	f.Add(int16(1), int16(0), int16(3), int16(0), int16(7))
	f.Add(int16(9), int16(2), int16(1), int16(20), int16(5))
	f.Fuzz(func(t *testing.T, a, b, c, d, day int16) {
		p, q := civil.Period{Start: civil.Date(a), End: civil.Date(b)}, civil.Period{Start: civil.Date(c), End: civil.Date(d)}
		both, ok := p.Intersect(q)
		in := ok && both.Contains(civil.Date(day))
		if want := p.Contains(civil.Date(day)) && q.Contains(civil.Date(day)); in != want {
			t.Fatalf("day %d in %v ∩ %v = %v, %v: got %v, want %v", day, p, q, both, ok, in, want)
		}
		if ok && !both.Contains(both.Start) {
			t.Fatalf("%v ∩ %v = %v, which has no days", p, q, both)
		}
	})
}

func on(s string) civil.Date { return civil.MustParse(s) }

func period(start, end string) civil.Period {
	return civil.Period{Start: on(start), End: on(end)}
}

// FuzzParseMonth: a month read is the one package time reads, and is a whole calendar month.
func FuzzParseMonth(f *testing.F) {
	for _, s := range []string{"2026-11", "2024-02", "0001-01", "0001-02", "9999-12", "2026-13", "2026-1", "2026-11-01", ""} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		p, err := civil.ParseMonth(s)
		std, stdErr := time.Parse("2006-01", s)
		if err != nil {
			edge := s == "0001-01" || s == "9999-12" || stdErr == nil && std.Year() == 0
			require.True(t, stdErr != nil || edge, "%q: %v", s, err)
			require.Zero(t, p)
			return
		}
		require.NoError(t, stdErr, s)
		require.Equal(t, civil.Of(std), p.Start)
		require.Equal(t, 1, p.Months())
		require.Equal(t, s, p.Start.String()[:len("2006-01")])
		require.Equal(t, civil.Month(std.Year(), std.Month()), p)
	})
}
