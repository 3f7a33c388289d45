package meter_test

import (
	"slices"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/wuyekit/wuye/billing/meter"
	"github.com/wuyekit/wuye/property/civil"
)

// TestEstimate: January is estimated, February read. While only the estimate is known it counts;
// afterwards 118 kWh are spread over the 59 days, 2 a day.
func TestEstimate(t *testing.T) {
	for name, tt := range map[string]struct{ estimate, known string }{
		"too low":               {"31", "31 kWh"},
		"too high":              {"100", "100 kWh"},
		"higher than the truth": {"500", "500 kWh"},
	} {
		t.Run(name, func(t *testing.T) {
			log := compile(t, single(nil), guess("2026-01-31", tt.estimate), read("2026-02-28", "118"))
			january := civil.MustParseMonth("2026-01")
			for known, want := range map[string]string{"2026-02-01": tt.known, "2026-02-28": tt.known, "2026-03-01": "62 kWh"} {
				got, err := log.Quantity(0, "", january, on(known))
				require.NoError(t, err)
				require.Equal(t, want, got.String(), known)
			}
			february, err := log.Quantity(0, "", civil.MustParseMonth("2026-02"), always())
			require.NoError(t, err)
			require.Equal(t, "56 kWh", february.String())
			both, err := log.Quantity(0, "", days("2026-01-01", "2026-03-01"), always())
			require.NoError(t, err)
			require.Equal(t, "118 kWh", both.String())
			segments, err := log.AppendSegments(nil, 0, "", january, on("2026-02-01"))
			require.NoError(t, err)
			require.Equal(t, meter.Estimated, segments[0].Source)
			segments, err = log.AppendSegments(nil, 0, "", january, always())
			require.NoError(t, err)
			require.Equal(t, days("2026-01-01", "2026-03-01"), segments[0].Period)
			require.Equal(t, meter.Manual, segments[0].Source)
		})
	}
}

// TestSpan: what the window of a month charges, and what was charged on estimates before it.
func TestSpan(t *testing.T) {
	removed := func(day, final string) meter.Meter {
		return single(func(d *meter.Device) { d.Removed, d.Final = on(day), q(final) })
	}
	installed := func(day string) meter.Meter { return single(func(d *meter.Device) { d.Installed = on(day) }) }
	swapped := removed("2026-02-10", "50")
	swapped.Devices = append(swapped.Devices, meter.Device{Installed: on("2026-02-10")})
	inApril := removed("2026-04-10", "300")

	tests := []struct {
		name      string
		meter     meter.Meter
		readings  []meter.Reading
		month     string
		state     meter.SpanState
		want      civil.Period
		closing   meter.Source
		estimated []civil.Period
	}{
		{
			name: "month by month", meter: single(nil), month: "2026-02",
			readings: []meter.Reading{read("2026-01-31", "31"), read("2026-02-28", "59"), read("2026-03-31", "90")},
			state:    meter.Read, want: days("2026-02-01", "2026-03-01"), closing: meter.Manual,
		},
		{
			name: "the first month", meter: single(nil), month: "2026-01",
			readings: []meter.Reading{read("2026-01-31", "31")},
			state:    meter.Read, want: days("2026-01-01", "2026-02-01"), closing: meter.Manual,
		},
		{
			name: "in the middle of the month", meter: single(nil), month: "2026-02",
			readings: []meter.Reading{read("2026-01-20", "31"), read("2026-02-19", "59"), read("2026-03-31", "90")},
			state:    meter.Read, want: days("2026-01-21", "2026-02-20"), closing: meter.Manual,
		},
		{
			name: "two readings in a month: the last one closes", meter: single(nil), month: "2026-02",
			readings: []meter.Reading{read("2026-01-05", "5"), read("2026-01-31", "31"), read("2026-02-10", "40"), read("2026-02-20", "50")},
			state:    meter.Read, want: days("2026-02-01", "2026-02-21"), closing: meter.Manual,
		},
		{
			name: "an opening reading on the first closes the month before", meter: single(nil), month: "2026-01",
			readings: []meter.Reading{opening(read("2026-02-01", "31"))},
			state:    meter.Read, want: days("2026-01-01", "2026-02-01"), closing: meter.Manual,
		},
		{
			name: "a reading at the end of the first closes its own", meter: single(nil), month: "2026-01",
			readings: []meter.Reading{read("2026-02-01", "31")},
			state:    meter.Unread,
		},
		{
			name: "a month was left out", meter: single(nil), month: "2026-03",
			readings: []meter.Reading{read("2026-01-31", "31"), read("2026-03-31", "90")},
			state:    meter.Read, want: days("2026-02-01", "2026-04-01"), closing: meter.Manual,
		},
		{
			name: "estimate", meter: single(nil), month: "2026-02",
			readings: []meter.Reading{read("2026-01-31", "31"), guess("2026-02-28", "59")},
			state:    meter.Read, want: days("2026-02-01", "2026-03-01"), closing: meter.Estimated,
		},
		{
			name: "a second estimate goes on from the first", meter: single(nil), month: "2026-02",
			readings: []meter.Reading{guess("2026-01-31", "31"), guess("2026-02-28", "59")},
			state:    meter.Read, want: days("2026-02-01", "2026-03-01"), closing: meter.Estimated,
		},
		{
			name: "estimate then actual", meter: single(nil), month: "2026-02",
			readings: []meter.Reading{guess("2026-01-31", "31"), read("2026-02-28", "59")},
			state:    meter.Read, want: days("2026-01-01", "2026-03-01"), closing: meter.Manual,
			estimated: []civil.Period{days("2026-01-01", "2026-02-01")},
		},
		{
			name: "two estimates then actual", meter: single(nil), month: "2026-04",
			readings: []meter.Reading{read("2026-01-31", "31"), guess("2026-02-20", "50"), guess("2026-03-31", "90"), read("2026-04-30", "120")},
			state:    meter.Read, want: days("2026-02-01", "2026-05-01"), closing: meter.Manual,
			estimated: []civil.Period{days("2026-02-01", "2026-02-21"), days("2026-02-21", "2026-04-01")},
		},
		{
			name: "a month unread between the estimates", meter: single(nil), month: "2026-04",
			readings: []meter.Reading{guess("2026-01-31", "31"), guess("2026-03-31", "90"), read("2026-04-30", "120")},
			state:    meter.Read, want: days("2026-01-01", "2026-05-01"), closing: meter.Manual,
			estimated: []civil.Period{days("2026-01-01", "2026-02-01"), days("2026-02-01", "2026-04-01")},
		},
		{
			name: "an estimate that an actual reading of the same month follows was never charged", meter: single(nil), month: "2026-02",
			readings: []meter.Reading{guess("2026-01-20", "90"), read("2026-01-31", "31"), read("2026-02-28", "59")},
			state:    meter.Read, want: days("2026-02-01", "2026-03-01"), closing: meter.Manual,
		},
		{
			name: "an actual reading in a month that an estimate closed", meter: single(nil), month: "2026-02",
			readings: []meter.Reading{read("2026-01-20", "20"), guess("2026-01-31", "31"), read("2026-02-28", "59")},
			state:    meter.Read, want: days("2026-01-01", "2026-03-01"), closing: meter.Manual,
			estimated: []civil.Period{days("2026-01-01", "2026-02-01")},
		},
		{
			name: "what comes later is not known", meter: single(nil), month: "2026-01",
			readings: []meter.Reading{guess("2026-01-31", "31"), read("2026-02-28", "59")},
			state:    meter.Read, want: days("2026-01-01", "2026-02-01"), closing: meter.Estimated,
		},
		{name: "unread", meter: single(nil), month: "2026-01", state: meter.Unread},
		{
			name: "unread after a reading", meter: single(nil), month: "2026-02", readings: []meter.Reading{read("2026-01-31", "31")},
			state: meter.Unread,
		},
		{name: "before it was installed", meter: single(nil), month: "2025-12", state: meter.Absent},
		{name: "installed and not read", meter: installed("2026-01-10"), month: "2026-01", state: meter.Absent},
		{name: "installed at the start of the month and not read", meter: installed("2026-02-01"), month: "2026-02", state: meter.Unread},
		{name: "installed a month ago and never read", meter: installed("2026-01-10"), month: "2026-02", state: meter.Unread},
		{
			name: "installed and read", meter: installed("2026-01-10"), month: "2026-01", readings: []meter.Reading{read("2026-01-31", "22")},
			state: meter.Read, want: days("2026-01-10", "2026-02-01"), closing: meter.Manual,
		},
		{
			name: "installed, read a month later", meter: installed("2026-01-10"), month: "2026-02", readings: []meter.Reading{read("2026-02-28", "22")},
			state: meter.Read, want: days("2026-01-10", "2026-03-01"), closing: meter.Manual,
		},
		{
			name: "removed", meter: removed("2026-02-10", "40"), month: "2026-02", readings: []meter.Reading{read("2026-01-31", "31")},
			state: meter.Read, want: days("2026-02-01", "2026-02-10"), closing: meter.Manual,
		},
		{name: "after it was removed", meter: removed("2026-02-10", "40"), month: "2026-03", state: meter.Absent},
		{name: "removed at the start of the month", meter: removed("2026-02-01", "40"), month: "2026-02", state: meter.Absent},
		{name: "removed later, and not read", meter: inApril, month: "2026-03", state: meter.Unread},
		{
			name: "replaced and read", meter: swapped, month: "2026-02", readings: []meter.Reading{read("2026-01-31", "31"), read("2026-02-28", "9")},
			state: meter.Read, want: days("2026-02-01", "2026-03-01"), closing: meter.Manual,
		},
		{
			name: "replaced and not read: up to that day", meter: swapped, month: "2026-02",
			state: meter.Read, want: days("2026-01-01", "2026-02-10"), closing: meter.Manual,
		},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			log := compile(t, tt.meter, tt.readings...)
			span, state := log.Span(0, civil.MustParseMonth(tt.month), monthly)
			require.Equal(t, tt.state.String(), state.String())
			require.Equal(t, tt.want.String(), span.Period.String())
			require.Equal(t, tt.closing, span.Closing)
			require.Equal(t, tt.estimated, slices.Collect(log.Estimated(0, span, monthly)))
			if state == meter.Read {
				_, err := log.Quantity(0, "", span.Period, span.Period.End)
				require.NoError(t, err)
			}
		})
	}
}

// TestSpanOfBands: a boundary is estimated if that of any band is.
func TestSpanOfBands(t *testing.T) {
	m := single(func(d *meter.Device) { d.Registers = []meter.Register{{Band: "peak"}, {Band: "valley"}} })
	of := func(band string, r meter.Reading) meter.Reading {
		r.Band = band
		return r
	}
	log := compile(
		t, m,
		of("peak", read("2026-01-31", "31")), of("valley", guess("2026-01-31", "31")),
		of("peak", read("2026-02-28", "59")), of("valley", read("2026-02-28", "59")),
		of("valley", read("2026-03-31", "60")),
	)
	span, state := log.Span(0, civil.MustParseMonth("2026-01"), monthly)
	require.Equal(t, meter.Read, state)
	require.Equal(t, meter.Span{Period: days("2026-01-01", "2026-02-01"), Closing: meter.Estimated}, span)
	span, _ = log.Span(0, civil.MustParseMonth("2026-02"), monthly)
	require.Equal(t, meter.Span{Period: days("2026-01-01", "2026-03-01"), Closing: meter.Manual}, span)
	require.Equal(t, []civil.Period{days("2026-01-01", "2026-02-01")}, slices.Collect(log.Estimated(0, span, monthly)))

	span, _ = log.Span(0, civil.MustParseMonth("2026-03"), monthly)
	_, err := log.Quantity(0, "peak", span.Period, span.Period.End)
	require.ErrorIs(t, err, meter.ErrNoReading, "the peak register was not read")
}

// TestSpanEnds: whatever the windows are, the search ends.
func TestSpanEnds(t *testing.T) {
	log := compile(t, single(nil), guess("2026-01-31", "31"), guess("2026-02-10", "59"), read("2026-03-31", "90"))
	same := func(civil.Date) civil.Period { return days("2026-03-01", "2026-04-01") }
	unset := func(civil.Date) civil.Period { return civil.Period{} }
	for _, window := range []func(civil.Date) civil.Period{same, unset} {
		span, state := log.Span(0, civil.MustParseMonth("2026-03"), window)
		require.Equal(t, meter.Read, state)
		require.Equal(t, days("2026-01-01", "2026-04-01"), span.Period)
		for p := range log.Estimated(0, span, window) {
			require.Positive(t, p.Days())
		}
	}
	_, state := log.Span(0, civil.Period{Start: on("2026-01-01")}, monthly)
	require.Equal(t, meter.Absent, state)
	for _, r := range []meter.Ref{-1, 1} {
		_, state = log.Span(r, civil.MustParseMonth("2026-01"), monthly)
		require.Equal(t, meter.Absent, state)
		require.Empty(t, slices.Collect(log.Estimated(r, meter.Span{}, monthly)))
	}
}
