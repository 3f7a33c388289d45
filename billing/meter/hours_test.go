package meter_test

import (
	"encoding/json"
	"maps"
	"math/big"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/stretchr/testify/require"

	"github.com/wuyekit/wuye/billing/meter"
	"github.com/wuyekit/wuye/property/civil"
	"github.com/wuyekit/wuye/property/invalid"
	"github.com/wuyekit/wuye/property/measure"
)

// band is a window of a band.
func band(name, from, to string) meter.BandHours {
	return meter.BandHours{Band: name, From: civil.MustParseTimeOfDay(from), To: civil.MustParseTimeOfDay(to)}
}

// shanghai is the residential time of use of Shanghai: peak from 6 to 22, valley over the night.
func shanghai() meter.TimeOfUse {
	return meter.TimeOfUse{Bands: []meter.BandHours{band("peak", "06:00", "22:00"), band("valley", "22:00", "06:00")}}
}

func TestClock(t *testing.T) {
	clock, err := shanghai().Compile()
	require.NoError(t, err)
	for minute, want := range map[int]string{
		0: "valley", 359: "valley", 360: "peak", 1319: "peak", 1320: "valley", 1439: "valley", -1: "", 1440: "",
	} {
		require.Equal(t, want, clock.Band(minute), minute)
	}
	whole, err := meter.TimeOfUse{Bands: []meter.BandHours{band("all", "00:00", "24:00")}}.Compile()
	require.NoError(t, err)
	require.Equal(t, "all", whole.Band(1439))
}

func TestHours(t *testing.T) {
	tests := []struct {
		name  string
		hours []meter.BandHours
		want  []string
	}{
		{"nothing", nil, []string{"bands meter/hours-gap 00:00 24:00"}},
		{"gaps", []meter.BandHours{band("a", "08:00", "12:30"), band("b", "13:00", "02:00")}, []string{"bands meter/hours-gap 02:00 08:00", "bands meter/hours-gap 12:30 13:00"}},
		{"overlap", []meter.BandHours{band("a", "00:00", "12:00"), band("b", "11:59", "24:00")}, []string{"bands[1] meter/hours-overlap 11:59 24:00 11:59"}},
		{"overlap over the night", []meter.BandHours{band("a", "00:00", "12:00"), band("b", "12:00", "00:01")}, []string{"bands[1] meter/hours-overlap 12:00 00:01 00:00"}},
		{"a minute short", []meter.BandHours{band("a", "00:00", "23:59")}, []string{"bands meter/hours-gap 23:59 24:00"}},
		{"no time", []meter.BandHours{band("a", "08:00", "08:00")}, []string{"bands[0].to meter/hours 08:00 08:00"}},
		{"no time told", []meter.BandHours{{}, {Band: "a", To: civil.MustParseTimeOfDay("24:00")}, {Band: "b", From: civil.MustParseTimeOfDay("00:00")}}, []string{
			"bands[0].band invalid/required band", "bands[0].from invalid/required from", "bands[0].to invalid/required to",
			"bands[1].from invalid/required from", "bands[2].to invalid/required to",
		}},
		{"nothing begins at 24:00", []meter.BandHours{band("a", "24:00", "08:00"), band("b", "24:00", "24:00")}, []string{
			`bands[0].from meter/clock "24:00"`, `bands[1].from meter/clock "24:00"`,
		}},
		{"too many", make([]meter.BandHours, 1441), []string{"bands meter/too-many 1441 1440"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			clock, err := meter.TimeOfUse{Bands: tt.hours}.Compile()
			require.Nil(t, clock)
			require.Empty(t, cmp.Diff(tt.want, problems(err)))
			var l invalid.List
			meter.TimeOfUse{Bands: tt.hours}.Check(&l)
			require.Equal(t, tt.want, problems(l.Err("time of use")))
		})
	}
}

// TestHoursRead: a text that is no time of day is told once, where it stands, beside the other problems.
func TestHoursRead(t *testing.T) {
	for text, want := range map[string][]string{
		`{"bands": [{"band": "peak", "from": "06:00", "to": "22:00"}, {"band": "valley", "from": "22:00", "to": "06:00"}]}`: nil,
		`{"bands": [{"band": "all", "from": "00:00", "to": "24:00"}]}`:                                                      nil,
		`{"bands": [{"band": "a", "from": "8:00", "to": "24:01"}, {"band": "b", "from": "12:60", "to": "1a:00"}, {"from": "", "to": "00:0"}, {"band": "c", "from": "24:00", "to": "01:00"}]}`: {
			`bands[0].from civil/time-of-day "8:00"`, `bands[0].to civil/time-of-day "24:01"`,
			`bands[1].from civil/time-of-day "12:60"`, `bands[1].to civil/time-of-day "1a:00"`,
			`bands[2].from civil/time-of-day ""`, `bands[2].to civil/time-of-day "00:0"`,
			"bands[2].band invalid/required band", `bands[3].from meter/clock "24:00"`,
		},
		`{"bands": [{"band": "a", "from": 480, "to": "08:00"}, {"band": "b"}]}`: {
			"bands[0].from invalid/type a text the number 480", "bands[1].from invalid/required from", "bands[1].to invalid/required to",
		},
	} {
		hours, err := invalid.Decode[meter.TimeOfUse]([]byte(text), "time of use")
		if want == nil {
			require.NoError(t, err)
			back, err := json.Marshal(hours)
			require.NoError(t, err)
			require.JSONEq(t, text, string(back))
			continue
		}
		require.Equal(t, want, problems(err))
	}
}

func TestSplit(t *testing.T) {
	clock, err := shanghai().Compile()
	require.NoError(t, err)
	got, err := clock.Split(maps.All(map[int]measure.Quantity{0: q("1 kWh"), 359: q("0.5 kWh"), 360: q("4 kWh"), 1319: q("0.25 kWh"), 1320: q("8 kWh")}))
	require.NoError(t, err)
	require.Equal(t, []meter.BandUsage{{"peak", q("4.25 kWh")}, {"valley", q("9.5 kWh")}}, got)

	got, err = clock.Split(maps.All(map[int]measure.Quantity{7: q("1 kWh")}))
	require.NoError(t, err)
	require.Equal(t, []meter.BandUsage{{"peak", q("0 kWh")}, {"valley", q("1 kWh")}}, got)
	got, err = clock.Split(maps.All(map[int]measure.Quantity{}))
	require.NoError(t, err)
	require.Equal(t, []meter.BandUsage{{"peak", q("0")}, {"valley", q("0")}}, got)

	for _, minute := range []int{-1, 1440} {
		_, err = clock.Split(maps.All(map[int]measure.Quantity{minute: q("1 kWh")}))
		require.ErrorIs(t, err, meter.ErrMinute)
	}
	_, err = clock.Split(maps.All(map[int]measure.Quantity{0: q("1 kWh"), 1: q("1 m3")}))
	require.ErrorIs(t, err, measure.ErrMismatch)
	_, err = clock.Split(maps.All(map[int]measure.Quantity{0: q("900000000000000 kWh"), 1: q("900000000000000 kWh")}))
	require.ErrorIs(t, err, measure.ErrOverflow)
}

// hour is an hour of the foreign file.
type hour struct {
	month, minute int
	load          measure.Quantity // rounded to 0.0001 kWh
}

// loads are the hourly loads of a house over a year, from the last hour of July 2016.
func loads(tb testing.TB) []hour {
	tb.Helper()
	lines := strings.Split(strings.TrimSpace(string(foreign(tb, "citylearn2022/Building_1.csv"))), "\n")
	require.Len(tb, lines, 8761)
	require.Equal(tb, "non_shiftable_load", strings.Split(lines[0], ",")[7])
	out := make([]hour, 0, len(lines))
	for _, line := range lines[1:] {
		fields := strings.Split(line, ",")
		month, err := strconv.Atoi(fields[0])
		require.NoError(tb, err)
		h, err := strconv.Atoi(fields[1])
		require.NoError(tb, err)
		load, ok := new(big.Rat).SetString(fields[7])
		require.True(tb, ok)
		rounded := ratRound(load)
		out = append(out, hour{month, (h - 1) * 60, q(rounded.FloatString(4) + " kWh")})
	}
	return out
}

// TestRealLoads: a real year, read at the end of every month, comes to the sums of its hours.
func TestRealLoads(t *testing.T) {
	hours := loads(t)
	month := on("2016-07-31")
	m := single(func(d *meter.Device) { d.Installed = month })
	var readings []meter.Reading
	sums := map[string]*big.Rat{}
	register := new(big.Rat)
	for i, h := range hours {
		if i > 0 && h.month != hours[i-1].month {
			readings = append(readings, read(month.MonthEnd().String(), register.FloatString(4)))
			month = month.NextMonth()
		}
		key := month.String()[:7]
		if sums[key] == nil {
			sums[key] = new(big.Rat)
		}
		sums[key].Add(sums[key], rat(h.load))
		register.Add(register, rat(h.load))
	}
	readings = append(readings, read(month.MonthEnd().String(), register.FloatString(4)))
	require.Len(t, readings, 13)
	log := compile(t, m, readings...)
	for _, r := range readings {
		span, state := log.Span(0, monthly(r.On.AddDays(1)), monthly)
		require.Equal(t, meter.Read, state)
		got, err := log.Quantity(0, "", span.Period, span.Period.End)
		require.NoError(t, err)
		require.Zero(t, sums[r.On.String()[:7]].Cmp(rat(got)), "%s: %v", r.On, got)
	}
	year, err := log.Quantity(0, "", days("2016-07-31", "2017-08-01"), always())
	require.NoError(t, err)
	require.Zero(t, register.Cmp(rat(year)))
	require.Greater(t, register.Cmp(big.NewRat(1000, 1)), 0, "a house uses more than 1000 kWh a year")
}

// TestRealSplit: the bands of a real year add up to the whole, each being its own hours.
func TestRealSplit(t *testing.T) {
	hours := loads(t)
	clock, err := shanghai().Compile()
	require.NoError(t, err)
	got, err := clock.Split(func(yield func(int, measure.Quantity) bool) {
		for _, h := range hours {
			if !yield(h.minute, h.load) {
				return
			}
		}
	})
	require.NoError(t, err)
	peak, all := new(big.Rat), new(big.Rat)
	for _, h := range hours {
		all.Add(all, rat(h.load))
		if h.minute/60 >= 6 && h.minute/60 < 22 {
			peak.Add(peak, rat(h.load))
		}
	}
	require.Equal(t, []string{"peak", "valley"}, []string{got[0].Band, got[1].Band})
	require.Zero(t, peak.Cmp(rat(got[0].Usage)))
	require.Zero(t, all.Cmp(new(big.Rat).Add(rat(got[0].Usage), rat(got[1].Usage))))
}

// FuzzTimeOfUse: a clock knows every minute, and a minute's band is that of a window it lies in.
func FuzzTimeOfUse(f *testing.F) {
	f.Add([]byte(`{"bands":[{"band":"a","from":"08:00","to":"20:00"},{"band":"b","from":"20:00","to":"08:00"}]}`))
	f.Add([]byte(`{"bands":[{"band":"a","from":"00:00","to":"24:00"},{"band":"b","from":"24:00","to":"99:99"}]}`))
	f.Fuzz(func(t *testing.T, data []byte) {
		var hours meter.TimeOfUse
		if json.Unmarshal(data, &hours) != nil {
			return
		}
		clock, err := hours.Compile()
		if err != nil {
			require.NotEmpty(t, problems(err))
			return
		}
		for minute := range 24 * 60 {
			inside := slices.DeleteFunc(slices.Clone(hours.Bands), func(b meter.BandHours) bool {
				from, to := b.From.Minute(), b.To.Minute()
				if from < to {
					return minute < from || minute >= to
				}
				return minute < from && minute >= to
			})
			require.Len(t, inside, 1, minute)
			require.Equal(t, inside[0].Band, clock.Band(minute))
		}
	})
}
