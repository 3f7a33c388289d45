package civil_test

import (
	"encoding"
	"encoding/json"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/wuyekit/wuye/property/civil"
	"github.com/wuyekit/wuye/property/invalid"
)

var (
	_ encoding.TextAppender    = civil.Span{}
	_ encoding.TextMarshaler   = civil.Span{}
	_ encoding.TextUnmarshaler = (*civil.Span)(nil)
)

func TestParseSpan(t *testing.T) {
	tests := []struct {
		text                            string
		months, days, workdays, seconds int
		canonical                       string // "" if it is the text
	}{
		{text: "P1M", months: 1},
		{text: "P1Y", months: 12},
		{text: "P12M", months: 12, canonical: "P1Y"},
		{text: "P18M", months: 18, canonical: "P1Y6M"},
		{text: "P7D", days: 7},
		{text: "P2W", days: 14, canonical: "P14D"},
		{text: "P1W1D", days: 8, canonical: "P8D"},
		{text: "P1M15D", months: 1, days: 15},
		{text: "PT30M", seconds: 1800},
		{text: "PT90M", seconds: 5400, canonical: "PT1H30M"},
		{text: "PT24H", seconds: 86400},
		{text: "PT1S", seconds: 1},
		{text: "PT08H", seconds: 28800, canonical: "PT8H"},
		{text: "P1DT12H", days: 1, seconds: 43200},
		{text: "P1Y2M3DT4H5M6S", months: 14, days: 3, seconds: 14706},
		{text: "P0Y3D", days: 3, canonical: "P3D"},
		{text: "5wd", workdays: 5},
		{text: "2147483647wd", workdays: 2147483647},
		{text: "P2147483647D", days: 2147483647},
	}
	for _, tt := range tests {
		t.Run(tt.text, func(t *testing.T) {
			s, err := civil.ParseSpan(tt.text)
			require.NoError(t, err)
			require.Equal(t, []int{tt.months, tt.days, tt.workdays, tt.seconds},
				[]int{s.Months(), s.Days(), s.Workdays(), s.Seconds()})
			if tt.canonical == "" {
				tt.canonical = tt.text
			}
			require.Equal(t, tt.canonical, s.String())
			require.Equal(t, s, civil.MustParseSpan(tt.canonical))
		})
	}
}

func TestParseSpanRefuses(t *testing.T) {
	tests := map[string]error{
		"": civil.ErrSpan, "P": civil.ErrSpan, "PT": civil.ErrSpan, "P1DT": civil.ErrSpan,
		"T1H": civil.ErrSpan, "1D": civil.ErrSpan, "P1": civil.ErrSpan, "P1H": civil.ErrSpan,
		"p7d": civil.ErrSpan, "P1D1M": civil.ErrSpan, "P1M1M": civil.ErrSpan, "PT1S1M": civil.ErrSpan,
		"-P1D": civil.ErrSpan, "P-1D": civil.ErrSpan, "P+1D": civil.ErrSpan,
		"P1.5D": civil.ErrSpan, "P1,5D": civil.ErrSpan, " P1D": civil.ErrSpan, "P1D ": civil.ErrSpan,
		"wd": civil.ErrSpan, "-5wd": civil.ErrSpan, "+5wd": civil.ErrSpan, "P5wd": civil.ErrSpan, "5WD": civil.ErrSpan,
		"5 wd": civil.ErrSpan, "P1D5wd": civil.ErrSpan, "1800000000000": civil.ErrSpan, "30 minutes": civil.ErrSpan,
		"P0D": civil.ErrSpanZero, "PT0S": civil.ErrSpanZero, "0wd": civil.ErrSpanZero, "P0Y0M0DT0H": civil.ErrSpanZero,
		"P2147483648D": civil.ErrSpanRange, "P178956971Y": civil.ErrSpanRange, "PT596524H": civil.ErrSpanRange,
		"P99999999999999999999999D": civil.ErrSpanRange, "2147483648wd": civil.ErrSpanRange,
		"P18446744073709551617D":      civil.ErrSpanRange, // 2⁶⁴ + 1
		"P2147483647DT1H99999999999M": civil.ErrSpanRange,
	}
	for text, want := range tests {
		s, err := civil.ParseSpan(text)
		require.ErrorIs(t, err, want, text)
		require.True(t, s.IsZero(), text)
	}
	require.Panics(t, func() { civil.MustParseSpan("P") })
}

func TestSpanAddTo(t *testing.T) {
	tests := []struct {
		span, from, after, before string
	}{
		{"P7D", "2026-02-25", "2026-03-04", "2026-02-18"},
		{"P1M", "2026-01-31", "2026-02-28", "2025-12-31"},
		{"P1M", "2026-03-31", "2026-04-30", "2026-02-28"},
		{"P1M1D", "2026-01-31", "2026-03-01", "2025-12-30"},
		{"P1Y", "2028-02-29", "2029-02-28", "2027-02-28"},
		{"P15D", "2026-06-16", "2026-07-01", "2026-06-01"},
	}
	for _, tt := range tests {
		s := civil.MustParseSpan(tt.span)
		got, ok := s.AddTo(on(tt.from))
		require.True(t, ok)
		require.Equal(t, tt.after, got.String(), "%s after %s", tt.span, tt.from)
		got, ok = s.SubtractFrom(on(tt.from))
		require.True(t, ok)
		require.Equal(t, tt.before, got.String(), "%s before %s", tt.span, tt.from)
	}
	for _, text := range []string{"5wd", "PT30M", "P1DT12H"} {
		s := civil.MustParseSpan(text)
		require.False(t, s.IsCivil())
		_, ok := s.AddTo(on("2026-01-01"))
		require.False(t, ok, text)
		_, ok = s.SubtractFrom(on("2026-01-01"))
		require.False(t, ok, text)
	}
}

func TestSpanText(t *testing.T) {
	type doc struct {
		Limit civil.Span `json:"limit,omitzero"`
	}
	text, err := json.Marshal([]doc{{civil.MustParseSpan("PT30M")}, {}})
	require.NoError(t, err)
	require.JSONEq(t, `[{"limit":"PT30M"},{}]`, string(text))

	_, err = civil.Span{}.MarshalText()
	require.ErrorIs(t, err, civil.ErrUnset)
	_, err = civil.Span{}.AppendText(nil)
	require.ErrorIs(t, err, civil.ErrUnset)
	require.Empty(t, civil.Span{}.String())

	_, err = invalid.Decode[doc]([]byte(`{"limit":1800000000000}`), "promise")
	require.ErrorIs(t, err, invalid.ErrType)
	_, err = invalid.Decode[doc]([]byte(`{"limit":"30m"}`), "promise")
	require.ErrorIs(t, err, civil.ErrSpan)

	kept := civil.MustParseSpan("P7D")
	require.Error(t, kept.UnmarshalText([]byte("x")))
	require.Equal(t, "P7D", kept.String())
}

func FuzzParseSpan(f *testing.F) {
	for _, seed := range []string{"P1Y2M3W4DT5H6M7S", "5wd", "PT30M", "P", "PT", "P0D", "P2147483647D", "PT99999999999H"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		s, err := civil.ParseSpan(text)
		if err != nil {
			require.True(t, s.IsZero())
			return
		}
		require.False(t, s.IsZero())
		require.True(t, s.Workdays() == 0 || s.Months()+s.Days()+s.Seconds() == 0)
		for _, n := range []int{s.Months(), s.Days(), s.Workdays(), s.Seconds()} {
			require.GreaterOrEqual(t, n, 0)
		}
		canonical, err := s.MarshalText()
		require.NoError(t, err)
		var back civil.Span
		require.NoError(t, back.UnmarshalText(canonical))
		require.Equal(t, s, back)
		require.Equal(t, string(canonical), back.String())

		start := civil.MustParse("2026-01-31")
		if after, ok := s.AddTo(start); ok {
			require.True(t, after.After(start))
			before, _ := s.SubtractFrom(start)
			require.True(t, before.Before(start))
		}
	})
}
