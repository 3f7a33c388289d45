package parking_test

import (
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/wuyekit/wuye/billing/parking"
)

// TestLengths: EX-230 and EX-231 of DOMAIN-CN 2.5.
func TestLengths(t *testing.T) {
	tests := []struct {
		name    string
		tariff  parking.Tariff
		minutes []int
		fees    []string
	}{
		{
			"EX-230 free hour once", tariffA(parking.Once),
			[]int{60, 61, 120, 121, 200, 360, 1440, 1500, 1560, 2880, 2881},
			[]string{"0.00", "2.00", "2.00", "4.00", "6.00", "10.00", "10.00", "12.00", "14.00", "20.00", "22.00"},
		},
		{
			"EX-230 free hour each 24 h", tariffA(parking.Daily),
			[]int{60, 61, 120, 121, 200, 360, 1440, 1500, 1560, 2880, 2881},
			[]string{"0.00", "2.00", "2.00", "4.00", "6.00", "10.00", "10.00", "10.00", "12.00", "20.00", "20.00"},
		},
		{
			"EX-231 threshold", tariffB(),
			[]int{0, 30, 31, 60, 61, 135, 300, 1440, 1470},
			[]string{"0.00", "0.00", "6.00", "6.00", "9.00", "15.00", "30.00", "30.00", "33.00"},
		},
		{
			"first two hours 5.00, then 1.00 a half hour, beyond 240 minutes 3.00 an hour",
			tariff(parking.Rate{First: block(120, "5.00"), Unit: block(30, "1.00"), Over: &parking.OverBlock{AfterMinutes: 240, Minutes: 60, Price: dec("3.00")}}),
			[]int{0, 1, 120, 121, 150, 151, 240, 241, 300, 301},
			[]string{"0.00", "5.00", "5.00", "6.00", "6.00", "7.00", "9.00", "12.00", "12.00", "15.00"},
		},
		{
			"5.00 a visit, however long", tariff(parking.Rate{PerVisit: &parking.Visit{Price: dec("5.00")}}),
			[]int{0, 1, 5000},
			[]string{"0.00", "5.00", "5.00"},
		},
		{
			"threshold anew each 24 h, no cap: 30 minutes of the second day are free, 31 are not",
			func() parking.Tariff {
				x := tariffB()
				x.Free.Renew, x.Cap = parking.Daily, nil
				return x
			}(),
			[]int{1440, 1470, 1471},
			[]string{"144.00", "144.00", "150.00"},
		},
		{
			"20.00 a stay at most",
			func() parking.Tariff {
				x := tariff(parking.Rate{Unit: block(60, "5.00")})
				x.Cap = capOf("20.00", parking.WholeStay)
				return x
			}(),
			[]int{180, 181, 241, 10000},
			[]string{"15.00", "20.00", "20.00", "20.00"},
		},
	}
	for _, tt := range tests {
		p := compile(t, tt.tariff)
		for i, n := range tt.minutes {
			f := sound(t, p, minutes(n))
			require.Equal(t, tt.fees[i]+" CNY", f.Amount.String(), "%s: %d minutes", tt.name, n)
			require.Equal(t, n, f.Minutes)
		}
	}
}

// TestDayAndNight: EX-232 of DOMAIN-CN 2.5.
func TestDayAndNight(t *testing.T) {
	type part struct {
		minutes int
		before  string
		amount  string
	}
	tests := []struct {
		from, to, fee string
		parts         []part
	}{
		{"2026-03-02 19:50", "2026-03-02 23:10", "10.00", []part{{70, "6.00", "6.00"}, {130, "4.00", "4.00"}}},
		{"2026-03-02 20:00", "2026-03-03 09:15", "20.00", []part{{60, "4.00", "4.00"}, {600, "10.00", "6.00"}, {135, "10.00", "10.00"}}},
		{"2026-03-02 06:30", "2026-03-02 07:20", "4.00", []part{{30, "2.00", "2.00"}, {20, "2.00", "2.00"}}},
		{"2026-03-02 07:00", "2026-03-02 21:00", "30.00", []part{{840, "56.00", "30.00"}}},
		// The minute from 20:59:30 on begins in the day.
		{"2026-03-02 20:29:30", "2026-03-02 21:00:00", "4.00", []part{{31, "4.00", "4.00"}}},
		{"2026-03-02 20:30:30", "2026-03-02 21:01:00", "4.00", []part{{30, "2.00", "2.00"}, {1, "2.00", "2.00"}}},
	}
	p := compile(t, tariffC())
	for _, tt := range tests {
		f := sound(t, p, stay(tt.from, tt.to))
		require.Equal(t, tt.fee+" CNY", f.Amount.String(), "%s to %s", tt.from, tt.to)
		var got []part
		for _, s := range f.Spans {
			for _, q := range s.Parts {
				got = append(got, part{q.Minutes, q.Before.Decimal().StringFixed(2), q.Amount.Decimal().StringFixed(2)})
			}
		}
		require.Equal(t, tt.parts, got, "%s to %s", tt.from, tt.to)
	}
}

// TestMinutes: W-16 and W-17, and minutes begun.
func TestMinutes(t *testing.T) {
	p := compile(t, tariff(parking.Rate{Unit: block(60, "5.00")}))
	tests := []struct {
		from, to string
		minutes  int
		fee      string
	}{
		{"2026-03-02 08:10", "2026-03-02 10:45", 155, "15.00"},
		{"2025-03-01 23:50", "2025-03-02 00:20", 30, "5.00"},
		{"2026-03-02 08:00:00", "2026-03-02 09:00:00", 60, "5.00"},
		{"2026-03-02 08:00:00", "2026-03-02 09:00:01", 61, "10.00"},
		{"2026-03-02 08:00:30", "2026-03-02 09:00:30", 60, "5.00"},
		{"2026-03-02 08:00:30", "2026-03-02 08:00:31", 1, "5.00"},
		{"2024-02-28 12:00", "2024-03-01 12:00", 2880, "240.00"},
	}
	for _, tt := range tests {
		f := sound(t, p, stay(tt.from, tt.to))
		require.Equal(t, tt.minutes, f.Minutes, "%s to %s", tt.from, tt.to)
		require.Equal(t, tt.fee+" CNY", f.Amount.String(), "%s to %s", tt.from, tt.to)
	}
	s := stay("2026-03-02 08:00", "2026-03-02 09:00")
	s.ExitedAt = s.ExitedAt.Add(time.Nanosecond)
	require.Equal(t, 61, sound(t, p, s).Minutes)
}

// TestCalendarDay: at most 20.00 a day; each day rounds up alone.
func TestCalendarDay(t *testing.T) {
	x := tariff(parking.Rate{Unit: block(60, "5.00")})
	x.Cap = capOf("20.00", parking.CalendarDay)
	p := compile(t, x)
	tests := []struct{ from, to, fee string }{
		{"2026-03-02 23:30", "2026-03-03 00:30", "10.00"},
		{"2026-03-02 18:00", "2026-03-03 00:30", "25.00"},
		{"2026-03-02 08:00", "2026-03-04 08:00", "60.00"},
		{"2026-03-02 00:00", "2026-03-03 00:00", "20.00"},
	}
	for _, tt := range tests {
		require.Equal(t, tt.fee+" CNY", sound(t, p, stay(tt.from, tt.to)).Amount.String(), "%s to %s", tt.from, tt.to)
	}
}

// TestWindowAcrossTheCap: the 24 hours end in the middle of the night, the cap of the night is taken once.
func TestWindowAcrossTheCap(t *testing.T) {
	x := tariffC()
	x.Cap = capOf("100.00", parking.FromEntry)
	// Night 23:00–07:00 8 h → 6.00, day 30.00, night 21:00–23:00 2.00, then 23:00–07:00 8.00, of which 4.00 are left.
	f := sound(t, compile(t, x), stay("2026-03-02 23:00", "2026-03-04 07:00"))
	require.Equal(t, "42.00 CNY", f.Amount.String())
	require.Len(t, f.Spans, 2)
	require.Equal(t, "38.00 CNY", f.Spans[0].Amount.String())
	last := f.Spans[1].Parts[0]
	require.Equal(t, []string{"2.00 CNY", "8.00 CNY", "4.00 CNY"}, []string{last.Carried.String(), last.Before.String(), last.Amount.String()})
}

// TestClasses: large vehicles pay double, coaches a price of their own, the police on duty nothing.
func TestClasses(t *testing.T) {
	x := tariffA(parking.Once)
	x.Classes = []parking.Class{
		{Code: "large", Factor: dec("2")},
		{Code: "small", Factor: dec("0.333333")},
		{Code: "police", Exempt: "执行任务的警车"},
		{Code: "coach", Rates: []parking.Rate{{PerVisit: &parking.Visit{Price: dec("30.00")}}}},
	}
	p := compile(t, x)
	for class, fee := range map[string]string{"": "10.00", "large": "20.00", "small": "3.33", "police": "0.00", "coach": "30.00"} {
		s := minutes(1440)
		s.Class = class
		f := sound(t, p, s)
		require.Equal(t, fee+" CNY", f.Amount.String(), class)
		require.Equal(t, 1440, f.Minutes)
	}
	s := minutes(1440)
	s.Class = "police"
	f := sound(t, p, s)
	require.Equal(t, "执行任务的警车", f.Exempt)
	require.Empty(t, f.Spans)
}

// TestFreeRate: a night that costs nothing.
func TestFreeRate(t *testing.T) {
	x := tariff(
		parking.Rate{Window: window("08:00", "20:00"), Unit: block(60, "4.00")},
		parking.Rate{Window: window("20:00", "08:00"), Free: true},
	)
	f := sound(t, compile(t, x), stay("2026-03-02 18:30", "2026-03-03 09:00"))
	require.Equal(t, "12.00 CNY", f.Amount.String()) // 90 minutes and 60
}

// TestClocks: New York, 2026-03-08 02:00 → 03:00 and 2026-11-01 02:00 → 01:00.
func TestClocks(t *testing.T) {
	zone, err := time.LoadLocation("America/New_York")
	require.NoError(t, err)
	day := tariff(
		parking.Rate{Window: window("02:30", "22:00"), Unit: block(60, "10.00")},
		parking.Rate{Window: window("22:00", "02:30"), Unit: block(60, "1.00")},
	)
	calendar := tariff(parking.Rate{Unit: block(60, "1.00")})
	calendar.Cap = capOf("100.00", parking.CalendarDay)
	tests := []struct {
		name     string
		tariff   parking.Tariff
		from, to string // with their offsets
		minutes  int
		fee      string
	}{
		{"the clock jumps over 02:30: the day begins at 03:00", day, "2026-03-08T01:00:00-05:00", "2026-03-08T04:00:00-04:00", 120, "11.00"},
		{"the hour from 01:00 comes twice and is night twice", day, "2026-11-01T00:30:00-04:00", "2026-11-01T03:30:00-05:00", 240, "13.00"},
		{"a day of 23 hours", calendar, "2026-03-08T00:00:00-05:00", "2026-03-09T00:00:00-04:00", 1380, "23.00"},
		{"a day of 25 hours", calendar, "2026-11-01T00:00:00-04:00", "2026-11-02T00:00:00-05:00", 1500, "25.00"},
	}
	for _, tt := range tests {
		p, err := parking.Compile(tt.tariff, zone)
		require.NoError(t, err)
		var s parking.ShortStay
		s.EnteredAt, err = time.Parse(time.RFC3339, tt.from)
		require.NoError(t, err)
		s.ExitedAt, err = time.Parse(time.RFC3339, tt.to)
		require.NoError(t, err)
		f := sound(t, p, s)
		require.Equal(t, tt.minutes, f.Minutes, tt.name)
		require.Equal(t, tt.fee+" CNY", f.Amount.String(), tt.name)
	}
}

// TestYears: an abandoned car is priced too, and its derivation stays short.
func TestYears(t *testing.T) {
	p := compile(t, tariffA(parking.Once))
	f := sound(t, p, minutes(parking.MaxDays*1440))
	require.Equal(t, "36600.00 CNY", f.Amount.String())
	f = sound(t, compile(t, tariffC()), stay("2016-03-02 07:00", "2026-03-02 07:00"))
	require.Equal(t, "131472.00 CNY", f.Amount.String()) // 3652 × 36.00
	_, err := p.Fee(minutes(parking.MaxDays*1440 + 1))
	require.ErrorIs(t, err, parking.ErrTooLong)
}
