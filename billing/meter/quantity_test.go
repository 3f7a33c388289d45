package meter_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/stretchr/testify/require"

	"github.com/wuyekit/wuye/billing/meter"
	"github.com/wuyekit/wuye/property/civil"
	"github.com/wuyekit/wuye/property/invalid"
	"github.com/wuyekit/wuye/property/measure"
)

// TestUsage: January's usage of one register that stood at from on the first morning and at to on the
// last evening.
func TestUsage(t *testing.T) {
	tests := []struct {
		name             string
		from, to         string
		digits           uint8
		multiplier       string
		said             bool
		want             string
		wantErr          error
		wantRange, wantX string // of the segment
	}{
		{name: "plain", from: "100", to: "180.5", digits: 5, want: "80.5 kWh", wantX: "1"},
		{name: "multiplier", from: "100", to: "102", digits: 5, multiplier: "40", want: "80 kWh", wantX: "40"},
		{name: "a transformer's fraction", from: "0", to: "0.5", multiplier: "0.0002", want: "0.0001 kWh", wantX: "0.0002"},
		{name: "nothing", from: "100", to: "100", digits: 5, want: "0 kWh", wantX: "1"},

		{name: "rollover", from: "99950", to: "30", digits: 5, want: "80 kWh", wantRange: "100000", wantX: "1"},
		{name: "rollover with multiplier", from: "99950", to: "30", digits: 5, multiplier: "40", want: "3200 kWh", wantRange: "100000", wantX: "40"},
		{name: "rollover of decimals", from: "99999.9", to: "0.1", digits: 5, want: "0.2 kWh", wantRange: "100000", wantX: "1"},
		{name: "last tenth, moved a tenth", from: "90000", to: "0", digits: 5, want: "10000 kWh", wantRange: "100000", wantX: "1"},
		{name: "14 digits", from: "99999999999999", to: "1", digits: 14, want: "2 kWh", wantRange: "100000000000000", wantX: "1"},
		{name: "said", from: "60000", to: "10", digits: 5, said: true, want: "40010 kWh", wantRange: "100000", wantX: "1"},

		{name: "a typo is no rollover", from: "5230", to: "5203", digits: 5, wantErr: meter.ErrNegative},
		{name: "a typo at the top moves too far", from: "99230", to: "99203", digits: 5, wantErr: meter.ErrNegative},
		{name: "below the last tenth", from: "89999.9999", to: "0", digits: 5, wantErr: meter.ErrNegative},
		{name: "moved more than a tenth", from: "90000", to: "0.0001", digits: 5, wantErr: meter.ErrNegative},
		{name: "digits not known", from: "99950", to: "30", wantErr: meter.ErrNegative},
		{name: "said, but shows more", from: "99950", to: "99960", digits: 5, said: true, wantErr: meter.ErrNotRolled},
		{name: "finer than a ten-thousandth", from: "0", to: "0.0001", multiplier: "0.5", wantErr: meter.ErrInexact},
		{name: "beyond 64 bits", from: "0", to: "900000000000000", multiplier: "2", wantErr: meter.ErrInexact},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			m := single(func(d *meter.Device) {
				d.Start, d.Digits = q(tt.from), tt.digits
				if tt.multiplier != "" {
					d.Multiplier = q(tt.multiplier)
				}
			})
			r := read("2026-01-31", tt.to)
			r.RolledOver = tt.said
			log := compile(t, m, r)
			january := civil.MustParseMonth("2026-01")

			got, err := log.Quantity(0, "", january, always())
			segments, segmentsErr := log.AppendSegments(nil, 0, "", january, always())
			require.ErrorIs(t, err, tt.wantErr)
			require.ErrorIs(t, segmentsErr, tt.wantErr)
			if tt.wantErr != nil {
				return
			}
			require.Equal(t, tt.want, got.String())
			want := meter.Segment{
				Serial: "A", Period: january, From: q(tt.from), To: q(tt.to), Multiplier: q(tt.wantX), Usage: q(tt.want), Source: meter.Manual,
			}
			if tt.wantRange != "" {
				want.Range = q(tt.wantRange)
			}
			require.Empty(t, cmp.Diff([]meter.Segment{want}, segments, cmp.Comparer(equalQuantities)))
		})
	}
}

func equalQuantities(a, b measure.Quantity) bool { return a == b }

// TestBadUsageStaysAlone: a typo spoils the months it touches, and no other meter or month.
func TestBadUsageStaysAlone(t *testing.T) {
	other := single(nil)
	other.Code = "F"
	theirs := read("2026-02-28", "59")
	theirs.Meter = "F"
	log, err := meter.Compile([]meter.Meter{other, single(nil)}, []meter.Reading{
		theirs, read("2026-01-31", "5230"), read("2026-02-28", "5203"), read("2026-03-31", "5300"),
	})
	require.NoError(t, err)
	e, ok := log.Find("E")
	require.True(t, ok)
	for month, want := range map[string]string{"2026-01": "5230 kWh", "2026-02": "", "2026-03": "97 kWh"} {
		got, err := log.Quantity(e, "", civil.MustParseMonth(month), always())
		if want == "" {
			require.ErrorIs(t, err, meter.ErrNegative)
			require.ErrorContains(t, err, "meter E showed 5230 at the start of 2026-02-01, and 5203 at the start of 2026-03-01, which is less")
			continue
		}
		require.NoError(t, err)
		require.Equal(t, want, got.String())
	}
	f, _ := log.Find("F")
	got, err := log.Quantity(f, "", days("2026-01-01", "2026-03-01"), always())
	require.NoError(t, err)
	require.Equal(t, "59 kWh", got.String())
}

// TestReplacement: old 1000 → 1045, new 3 → 38 after it; 80 in all. On the day itself an opening
// reading is of the old device, one at its end of the new one.
func TestReplacement(t *testing.T) {
	m := single(func(d *meter.Device) {
		d.Start, d.Removed, d.Final = q("1000"), on("2026-01-16"), q("1045")
	})
	m.Devices = append(m.Devices, meter.Device{Serial: "B", Installed: on("2026-01-16"), Start: q("3"), Digits: 6})
	log := compile(t, m, read("2026-01-31", "38"), opening(read("2026-01-16", "1045")), read("2026-01-16", "5"))

	for _, tt := range []struct{ start, end, want string }{
		{"2026-01-01", "2026-02-01", "80 kWh"},
		{"2026-01-01", "2026-01-16", "45 kWh"},
		{"2026-01-16", "2026-01-17", "2 kWh"},
		{"2026-01-16", "2026-02-01", "35 kWh"},
		{"2026-01-15", "2026-01-17", "5 kWh"}, // 45 in 15 days, and 2
	} {
		got, err := log.Quantity(0, "", days(tt.start, tt.end), always())
		require.NoError(t, err)
		require.Equal(t, tt.want, got.String(), tt)
	}
	segments, err := log.AppendSegments(nil, 0, "", civil.MustParseMonth("2026-01"), always())
	require.NoError(t, err)
	var got []string
	for _, s := range segments {
		got = append(got, s.Serial+" "+s.Period.String()+" "+s.From.String()+" → "+s.To.String()+" = "+s.Usage.String())
	}
	require.Equal(t, []string{
		"A 2026-01-01/2026-01-16 1000 → 1045 = 45 kWh",
		"B 2026-01-16/2026-01-17 3 → 5 = 2 kWh",
		"B 2026-01-17/2026-02-01 5 → 38 = 33 kWh",
	}, got)
}

// TestReplacementRollsOver: the last value of a device says by a reading that it rolled over, and a
// final value of 0 is a reading.
func TestReplacementRollsOver(t *testing.T) {
	m := single(func(d *meter.Device) { d.Start, d.Removed, d.Final = q("70000"), on("2026-01-16"), q("10") })
	m.Devices = append(m.Devices, meter.Device{Serial: "B", Installed: on("2026-01-16"), Removed: on("2026-02-01")})
	rolled := opening(read("2026-01-16", "10"))
	rolled.RolledOver = true
	log := compile(t, m, rolled, read("2026-01-31", "0"))
	got, err := log.Quantity(0, "", civil.MustParseMonth("2026-01"), always())
	require.NoError(t, err)
	require.Equal(t, "30010 kWh", got.String())
}

// TestCovered: days before the first boundary and after the last known one are errors that name the
// day.
func TestCovered(t *testing.T) {
	log := compile(t, single(nil), read("2026-01-31", "31"), read("2026-02-28", "59"))
	tests := []struct {
		name  string
		days  civil.Period
		known string
		want  error
		text  string
	}{
		{"before", days("2025-12-31", "2026-02-01"), "2099-01-01", meter.ErrBeforeFirst, "meter E: nothing is known before 2026-01-01, but the days from 2025-12-31 on are asked for"},
		{"after", days("2026-01-01", "2026-03-02"), "2099-01-01", meter.ErrNoReading, "meter E: there is no reading from 2026-03-01 on, but the days up to 2026-03-01 are asked for"},
		{"not known yet", days("2026-01-01", "2026-03-01"), "2026-02-28", meter.ErrNoReading, "there is no reading from 2026-02-01 on"},
		{"nothing known yet", days("2026-01-01", "2026-03-01"), "2025-12-31", meter.ErrBeforeFirst, "nothing is known before 2026-01-01"},
		{"open", civil.Period{Start: on("2026-01-01")}, "2099-01-01", meter.ErrDays, "2026-01-01/.."},
		{"reversed", days("2026-02-01", "2026-01-01"), "2099-01-01", meter.ErrDays, "2026-02-01/2026-01-01"},
		{"no days", days("2026-02-01", "2026-02-01"), "2099-01-01", meter.ErrDays, ""},
		{"unset", civil.Period{}, "2099-01-01", meter.ErrDays, ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			_, err := log.Quantity(0, "", tt.days, on(tt.known))
			require.ErrorIs(t, err, tt.want)
			require.ErrorContains(t, err, tt.text)
			var one *invalid.FieldError
			require.ErrorAs(t, err, &one)
			_, err = log.AppendSegments(nil, 0, "", tt.days, on(tt.known))
			require.ErrorIs(t, err, tt.want)
		})
	}
	_, err := log.Quantity(0, "peak", civil.MustParseMonth("2026-01"), always())
	require.ErrorIs(t, err, meter.ErrUnknownBand)
	for _, r := range []meter.Ref{-1, 1} {
		_, err = log.Quantity(r, "", civil.MustParseMonth("2026-01"), always())
		require.ErrorIs(t, err, meter.ErrNoMeter)
		_, err = log.AppendSegments(nil, r, "", civil.MustParseMonth("2026-01"), always())
		require.ErrorIs(t, err, meter.ErrNoMeter)
	}
}

// TestDays: 100 kWh in 31 days; what was used up to a day is rounded, and the parts add up.
func TestDays(t *testing.T) {
	log := compile(t, single(nil), read("2026-01-31", "100"))
	for _, tt := range []struct{ start, end, want string }{
		{"2026-01-01", "2026-01-02", "3.2258 kWh"},  // 3.22580…
		{"2026-01-07", "2026-01-08", "3.2258 kWh"},  // up to 22.58064… → 22.5806, less 19.3548
		{"2026-01-08", "2026-01-09", "3.2259 kWh"},  // up to 25.80645… → 25.8065, less 22.5806
		{"2026-01-01", "2026-01-16", "48.3871 kWh"}, // 15 days
		{"2026-01-16", "2026-02-01", "51.6129 kWh"}, // the rest
	} {
		got, err := log.Quantity(0, "", days(tt.start, tt.end), always())
		require.NoError(t, err)
		require.Equal(t, tt.want, got.String(), tt)
	}
}

func TestBands(t *testing.T) {
	m := single(func(d *meter.Device) {
		d.Registers = []meter.Register{{Band: "peak", Start: q("100")}, {Band: "valley", Start: q("99990")}}
		d.Multiplier = q("2")
	})
	peak, valley := read("2026-01-31", "150"), read("2026-01-31", "5")
	peak.Band, valley.Band = "peak", "valley"
	log := compile(t, m, valley, peak)
	require.Equal(t, []string{"peak", "valley"}, log.Bands(0))
	for band, want := range map[string]string{"peak": "100 kWh", "valley": "30 kWh"} {
		got, err := log.Quantity(0, band, civil.MustParseMonth("2026-01"), always())
		require.NoError(t, err)
		require.Equal(t, want, got.String())
		segments, err := log.AppendSegments(nil, 0, band, civil.MustParseMonth("2026-01"), always())
		require.NoError(t, err)
		require.Len(t, segments, 1)
		require.Equal(t, band, segments[0].Band)
	}
	_, err := log.Quantity(0, "", civil.MustParseMonth("2026-01"), always())
	require.ErrorIs(t, err, meter.ErrUnknownBand)
	_, err = log.Quantity(0, "valley", civil.MustParseMonth("2026-02"), always())
	require.ErrorContains(t, err, "meter E valley: there is no reading from 2026-02-01 on")
}

// TestTooLarge: two usages that fit alone and not together.
func TestTooLarge(t *testing.T) {
	log := compile(t, single(func(d *meter.Device) { d.Digits, d.Multiplier = 0, q("1") }),
		read("2026-01-31", "900000000000000"), read("2026-02-28", "900000000000001"))
	_, err := log.Quantity(0, "", days("2026-01-01", "2026-03-01"), always())
	require.NoError(t, err)

	m := single(func(d *meter.Device) { d.Digits, d.Removed, d.Final = 0, on("2026-02-01"), q("900000000000000") })
	m.Devices = append(m.Devices, meter.Device{Installed: on("2026-02-01")})
	log = compile(t, m, read("2026-02-28", "900000000000000"))
	_, err = log.Quantity(0, "", days("2026-01-01", "2026-03-01"), always())
	require.ErrorIs(t, err, meter.ErrTooLarge)
	_, err = log.Quantity(0, "", civil.MustParseMonth("2026-01"), always())
	require.NoError(t, err)
}
