package meter_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/stretchr/testify/require"

	"github.com/wuyekit/wuye/billing/meter"
	"github.com/wuyekit/wuye/property/civil"
	"github.com/wuyekit/wuye/property/invalid"
)

// TestCheck: January and February with 2 a day, then March with 310, April with nothing.
func TestCheck(t *testing.T) {
	accepted := read("2026-03-31", "428")
	accepted.Accepted = "the heating was on"
	readings := []meter.Reading{read("2026-01-31", "62"), read("2026-02-28", "118"), read("2026-03-31", "428"), read("2026-04-30", "428")}
	cleared := []meter.Reading{readings[0], readings[1], accepted, readings[3]}
	march, april := civil.MustParseMonth("2026-03"), civil.MustParseMonth("2026-04")
	verified := func(day string) meter.Meter { return single(func(d *meter.Device) { d.VerifyBy = on(day) }) }
	meterE := single(nil)

	tests := []struct {
		name     string
		meter    meter.Meter
		readings []meter.Reading
		days     civil.Period
		limits   meter.Limits
		want     []string
	}{
		{"no limits", meterE, readings, days("2026-01-01", "2026-05-01"), meter.Limits{}, nil},
		{"10 a day", meterE, readings, march, meter.Limits{PerDay: q("10")}, nil},
		{"less than 10 a day", meterE, readings, march, meter.Limits{PerDay: q("9.9999")}, []string{"meter/per-day E 310 kWh 2026-03-01 2026-03-31 9.9999"}},
		{"not about another month", meterE, readings, april, meter.Limits{PerDay: q("9")}, nil},
		{"a part of the month closes nothing", meterE, readings, days("2026-03-01", "2026-03-31"), meter.Limits{PerDay: q("9")}, nil},
		{"accepted", meterE, cleared, march, meter.Limits{PerDay: q("9"), Times: q("1"), Verified: true}, nil},
		{"five times", meterE, readings, march, meter.Limits{Times: q("5")}, nil},
		{"less than five times", meterE, readings, march, meter.Limits{Times: q("4.9999")}, []string{"meter/times E 310 kWh 2026-03-01 2026-03-31 4.9999 118 kWh 59"}},
		{"31 days before are enough", meterE, readings, civil.MustParseMonth("2026-02"), meter.Limits{Times: q("0.5")}, []string{"meter/times E 56 kWh 2026-02-01 2026-02-28 0.5 62 kWh 31"}},
		{"nothing before", meterE, readings, civil.MustParseMonth("2026-01"), meter.Limits{Times: q("0.5")}, nil},
		{
			"29 days before are not enough", meterE,
			[]meter.Reading{read("2026-01-29", "1"), read("2026-02-28", "900")},
			civil.MustParseMonth("2026-02"),
			meter.Limits{Times: q("1")},
			nil,
		},
		{
			"30 days before are enough", meterE,
			[]meter.Reading{read("2026-01-30", "1"), read("2026-02-28", "900")},
			civil.MustParseMonth("2026-02"),
			meter.Limits{Times: q("1")},
			[]string{"meter/times E 899 kWh 2026-01-31 2026-02-28 1 1 kWh 30"},
		},
		{
			"365 days back, a part of what lies before them", meterE,
			[]meter.Reading{opening(read("2027-01-31", "790")), read("2027-02-28", "900")},
			civil.MustParseMonth("2027-02"),
			meter.Limits{Times: q("1")},
			[]string{"meter/times E 110 kWh 2027-01-31 2027-02-28 1 730 kWh 365"},
		},
		{
			"estimates are not what was before", meterE,
			[]meter.Reading{read("2026-01-31", "62"), guess("2026-02-28", "900"), guess("2026-03-31", "993")},
			march,
			meter.Limits{Times: q("1")},
			[]string{"meter/times E 93 kWh 2026-03-01 2026-03-31 1 62 kWh 31"},
		},
		{
			"an estimate that an actual reading follows does not count", meterE,
			[]meter.Reading{guess("2026-01-31", "900"), readings[1], readings[2]},
			march,
			meter.Limits{Times: q("4.9999")},
			[]string{"meter/times E 310 kWh 2026-03-01 2026-03-31 4.9999 118 kWh 59"},
		},
		{
			"no further back than a typo", meterE,
			[]meter.Reading{read("2026-01-20", "900"), read("2026-01-31", "62"), read("2026-02-28", "118"), read("2026-03-31", "428")},
			march,
			meter.Limits{Times: q("1")},
			nil,
		},
		{"after nothing", meterE, []meter.Reading{read("2026-01-31", "0"), read("2026-02-28", "1")}, civil.MustParseMonth("2026-02"), meter.Limits{Times: q("9")}, []string{"meter/times E 1 kWh 2026-02-01 2026-02-28 9 0 kWh 31"}},
		{"zero", meterE, readings, april, meter.Limits{Zero: true}, []string{"meter/zero E 2026-04-01 2026-04-30"}},
		{"not zero", meterE, readings, march, meter.Limits{Zero: true}, nil},
		{"verified to the last day", verified("2026-03-31"), readings, march, meter.Limits{Verified: true}, nil},
		{"verified to the day before", verified("2026-03-30"), readings, march, meter.Limits{Verified: true}, []string{`meter/unverified E "A" 2026-03-31`}},
		{"no verification given", meterE, readings, march, meter.Limits{Verified: true}, []string{`meter/unverified E "A" 2026-03-31`}},
		{
			"everything at once", meterE, readings, days("2026-03-01", "2026-05-01"),
			meter.Limits{PerDay: q("9"), Times: q("2"), Zero: true, Verified: true},
			[]string{
				"meter/per-day E 310 kWh 2026-03-01 2026-03-31 9", "meter/times E 310 kWh 2026-03-01 2026-03-31 2 118 kWh 59", `meter/unverified E "A" 2026-03-31`,
				"meter/zero E 2026-04-01 2026-04-30", `meter/unverified E "A" 2026-04-30`,
			},
		},
		{
			"a typo, accepted or not", meterE,
			[]meter.Reading{read("2026-01-31", "99"), {Meter: "E", On: on("2026-02-28"), Value: q("88"), Source: meter.Manual, Accepted: "ok"}},
			civil.MustParseMonth("2026-02"),
			meter.Limits{},
			[]string{"meter/negative E 99 2026-02-01 88 2026-03-01"},
		},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			err := compile(t, tt.meter, tt.readings...).Check(0, tt.days, always(), tt.limits)
			require.Empty(t, cmp.Diff(tt.want, problems(err)))
			require.Equal(t, len(tt.want) == 0, err == nil)
		})
	}
}

// TestCheckFinal: a final value is judged unless a reading at its boundary was accepted.
func TestCheckFinal(t *testing.T) {
	m := single(func(d *meter.Device) { d.Removed, d.Final = on("2026-02-01"), q("3100") })
	limits := meter.Limits{PerDay: q("99")}
	err := compile(t, m).Check(0, civil.MustParseMonth("2026-01"), always(), limits)
	require.ErrorIs(t, err, meter.ErrPerDay)
	accepted := read("2026-01-31", "3100")
	accepted.Accepted = "the landlord was told"
	require.NoError(t, compile(t, m, accepted).Check(0, civil.MustParseMonth("2026-01"), always(), limits))
}

func TestLimits(t *testing.T) {
	log := compile(t, single(nil))
	month := civil.MustParseMonth("2026-01")
	err := log.Check(0, month, always(), meter.Limits{PerDay: q("-1"), Times: q("1000000.0001 kWh")})
	require.Equal(t, []string{
		"perDay meter/negative-value -1", "times meter/plain 1000000.0001 kWh", "times meter/max-times 1000000.0001 kWh 1000000",
	}, problems(err))
	var l invalid.List
	meter.Limits{PerDay: q("1"), Times: q("1000000"), Zero: true, Verified: true}.Check(&l)
	require.NoError(t, l.Err("limits"))
	require.ErrorIs(t, log.Check(1, month, always(), meter.Limits{}), meter.ErrNoMeter)
	require.ErrorIs(t, log.Check(0, civil.Period{Start: on("2026-01-01")}, always(), meter.Limits{}), meter.ErrDays)
}
