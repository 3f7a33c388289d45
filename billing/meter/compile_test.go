package meter_test

import (
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/stretchr/testify/require"

	"github.com/wuyekit/wuye/billing/meter"
	"github.com/wuyekit/wuye/property/invalid"
	"github.com/wuyekit/wuye/property/measure"
)

// documents are meters with their readings, as a file has them.
type documents struct {
	Meters   []meter.Meter   `json:"meters"`
	Readings []meter.Reading `json:"readings"`
}

// TestProblems: every problem of the documents, with its place.
func TestProblems(t *testing.T) {
	device := func(d string) string {
		return `{"meters":[{"code":"E","kind":"el","measures":"kWh","devices":[` + d + `]}]}`
	}
	banded := `{"installed":"2026-01-01","digits":5,"registers":[{"band":"peak"},{"band":"valley"}]}`
	readings := func(rs string) string {
		return strings.TrimSuffix(device(`{"installed":"2026-01-01","digits":5,"removed":"2026-06-01","final":"900"},{"installed":"2026-06-01"}`), "}") + `,"readings":[` + rs + `]}`
	}
	meters := func(ms string) string { return `{"meters":[` + ms + `]}` }
	one := func(code, more string) string {
		return `{"code":"` + code + `","kind":"el","measures":"kWh"` + more + `,"devices":[{"installed":"2026-01-01"}]}`
	}
	tests := []struct {
		name, json string
		want       []string
	}{
		{"nothing", `{}`, nil},
		{"good", device(banded), nil},
		{"an empty meter", meters(`{}`), []string{
			"meters[0].code invalid/required code", "meters[0].kind invalid/required kind",
			"meters[0].measures invalid/required measures", "meters[0].devices invalid/required devices",
		}},
		{"no codes", meters(`{"code":" E","kind":"e\u0007","unit":"1 ","parent":"\u200b","measures":"kWh","devices":[{"serial":"\n","installed":"2026-01-01"}]}`), []string{
			`meters[0].code meter/code " E"`, `meters[0].kind meter/code "e\a"`, `meters[0].unit meter/code "1 "`,
			`meters[0].parent meter/code "\u200b"`, `meters[0].devices[0].serial meter/code "\n"`,
			`meters[0].parent meter/parent "\u200b"`,
		}},
		{"units", meters(strings.ReplaceAll(one("A", "")+","+one("B", ""), "kWh", "m/d")), []string{
			`meters[0].measures meter/measures "m/d"`, `meters[1].measures meter/measures "m/d"`,
		}},
		{"a unit that begins with a digit", meters(strings.ReplaceAll(one("A", ""), "kWh", "7x")), []string{`meters[0].measures meter/measures "7x"`}},
		{"twice", meters(one("A", "") + "," + one("B", "") + "," + one("A", "")), []string{`meters[2].code meter/meter-twice "A"`}},
		{"no parent", meters(one("A", `,"parent":"Z"`)), []string{`meters[0].parent meter/parent "Z"`}},
		{"its own parent", meters(one("A", `,"parent":"A"`)), []string{`meters[0].parent meter/parent-loop "A"`}},
		{
			"a loop, and one that hangs on it", meters(one("D", `,"parent":"A"`) + "," + one("A", `,"parent":"B"`) + "," + one("B", `,"parent":"C"`) + "," + one("C", `,"parent":"A"`)),
			[]string{`meters[1].parent meter/parent-loop "A"`},
		},
		{"a chain is no loop", meters(one("D", `,"parent":"A"`) + "," + one("A", `,"parent":"B"`) + "," + one("B", "")), nil},
		{
			"a parent of another unit", meters(one("A", `,"parent":"B"`) + "," + strings.ReplaceAll(one("B", ""), "kWh", "m3")),
			[]string{`meters[0].parent meter/parent-unit kWh "B" m3`},
		},

		{"installed", device(`{}`), []string{"meters[0].devices[0].installed invalid/required installed"}},
		{"the last day there is", device(`{"installed":"9999-12-31"}`), []string{"meters[0].devices[0].installed civil/date-range 9999-12-31"}},
		{"removed first", device(`{"installed":"2026-01-01","removed":"2026-01-01","final":"1"}`), []string{"meters[0].devices[0].removed meter/removed 2026-01-01 2026-01-01"}},
		{"verified", device(`{"installed":"2026-01-01","verified":"2026-01-01","verifyBy":"2025-12-31"}`), []string{"meters[0].devices[0].verifyBy meter/verify-by 2025-12-31 2026-01-01"}},
		{"digits", device(`{"installed":"2026-01-01","digits":15}`), []string{"meters[0].devices[0].digits meter/digits 15 14"}},
		{"multiplier", device(`{"installed":"2026-01-01","multiplier":"-40"}`), []string{"meters[0].devices[0].multiplier meter/negative-value -40"}},
		{"start", device(`{"installed":"2026-01-01","start":"100000","digits":5}`), []string{"meters[0].devices[0].start meter/value-digits 100000 5"}},
		{"the last start there is", device(`{"installed":"2026-01-01","start":"99999.9999","digits":5}`), nil},
		{"a start with a unit", device(`{"installed":"2026-01-01","start":"-3 kWh"}`), []string{"meters[0].devices[0].start meter/negative-value -3 kWh", "meters[0].devices[0].start meter/plain -3 kWh"}},
		{"in place with a final value", device(`{"installed":"2026-01-01","final":"3"}`), []string{"meters[0].devices[0].final meter/not-removed 3"}},
		{"no final value", device(`{"installed":"2026-01-01","removed":"2026-02-01"}`), []string{`meters[0].devices[0].final meter/final "E" 2026-02-01`}},
		{
			"no final value of a band", device(`{"installed":"2026-01-01","removed":"2026-02-01","registers":[{"band":"peak","final":"3"},{"band":"valley"}]}`),
			[]string{`meters[0].devices[0].registers[1].final meter/final "E" 2026-02-01`},
		},
		{"gap", device(`{"installed":"2026-01-01","removed":"2026-02-01","final":"3"},{"installed":"2026-02-02"}`), []string{"meters[0].devices[1].installed meter/device-gap 2026-02-01 2026-02-02"}},
		{"overlap", device(`{"installed":"2026-01-01","removed":"2026-02-01","final":"3"},{"installed":"2026-01-31"}`), []string{"meters[0].devices[1].installed meter/device-overlap 2026-01-31 2026-02-01"}},
		{"in place", device(`{"installed":"2026-01-01"},{"installed":"2026-01-31"}`), []string{"meters[0].devices[1].installed meter/still-in-place 2026-01-31"}},
		{"both kinds of registers", device(`{"installed":"2026-01-01","start":"3","registers":[{"band":"peak"}]}`), []string{"meters[0].devices[0].registers meter/registers"}},
		{"bands", device(`{"installed":"2026-01-01","registers":[{"band":"peak"},{},{"band":"peak"}]}`), []string{
			"meters[0].devices[0].registers[1].band invalid/required band", `meters[0].devices[0].registers[2].band meter/band-twice "peak"`,
		}},
		{"other bands", device(`{"installed":"2026-01-01","removed":"2026-02-01","final":"3"},` + strings.ReplaceAll(banded, "2026-01-01", "2026-02-01")), []string{"meters[0].devices[1].registers meter/other-bands"}},
		{"one other band", device(strings.Replace(banded, "{", `{"removed":"2026-02-01",`, 1) + "," + strings.NewReplacer("2026-01-01", "2026-02-01", "valley", "flat").Replace(banded)), []string{
			"meters[0].devices[1].registers meter/other-bands",
		}},
		{"the same bands in another order", device(strings.NewReplacer(`{"installed"`, `{"removed":"2026-02-01","installed"`, `}]`, `,"final":"2"}]`, `"peak"`, `"peak","final":"1"`).Replace(banded) + "," + `{"installed":"2026-02-01","registers":[{"band":"valley"},{"band":"peak"}]}`), nil},
		{"too many devices", device(strings.Repeat(`{},`, 1000) + `{}`), []string{"meters[0].devices meter/too-many 1001 1000"}},
		{"too many registers", device(`{"installed":"2026-01-01","registers":[` + strings.Repeat(`{},`, 100) + `{}]}`), []string{"meters[0].devices[0].registers meter/too-many 101 100"}},

		{"opening", meters(one("A", `,"opening":{"on":"2026-01-02","used":"-1 m3"}`)), []string{
			"meters[0].opening.on meter/opening 2026-01-02 2026-01-01", "meters[0].opening.used meter/negative-value -1 m3",
			"meters[0].opening.used meter/used-unit -1 m3 kWh",
		}},
		{"opening in the meter's unit", meters(one("A", `,"opening":{"on":"2026-01-01","used":"1 kWh"}`)), nil},

		{"an empty reading", readings(`{}`), []string{
			"readings[0].meter invalid/required meter", "readings[0].on invalid/required on", "readings[0].source invalid/required source",
		}},
		{"no meter", readings(`{"meter":"F","on":"2026-01-01","value":"3","source":"manual"}`), []string{`readings[0].meter meter/unknown-meter "F"`}},
		{"no band", readings(`{"meter":"E","on":"2026-01-01","band":"peak","value":"3","source":"manual"}`), []string{`readings[0].band meter/unknown-band E "peak"`}},
		{"value", readings(`{"meter":"E","on":"2026-01-02","value":"-3 kWh","source":"manual"},{"meter":"E","on":"2026-01-02","value":"100000","source":"manual"}`), []string{
			"readings[0].value meter/negative-value -3 kWh", "readings[0].value meter/plain -3 kWh",
			"readings[1].value meter/value-digits 100000 5",
		}},
		{"rolled over", readings(`{"meter":"E","on":"2026-07-01","value":"3","source":"manual","rolledOver":true}`), []string{"readings[0].rolledOver meter/rollover E"}},
		{"before the first", readings(`{"meter":"E","on":"2025-12-31","value":"3","opening":true,"source":"manual"}`), []string{"readings[0].on meter/outside E 2025-12-31"}},
		{"the evening before the first day shows its start", readings(`{"meter":"E","on":"2025-12-31","value":"0","source":"manual"}`), nil},
		{"twice a day", readings(`{"meter":"E","on":"2026-01-09","value":"3","source":"manual"},{"meter":"E","on":"2026-01-10","opening":true,"value":"3","source":"remote"}`), []string{`readings[1].value meter/reading-twice "E" 2026-01-10 3 3`}},
		{"not the final value", readings(`{"meter":"E","on":"2026-06-01","opening":true,"value":"901","source":"manual"}`), []string{`readings[0].value meter/reading-twice "E" 2026-06-01 900 901`}},
		{"the final value", readings(`{"meter":"E","on":"2026-05-31","value":"900","source":"manual"}`), nil},
		{"the final value twice", readings(`{"meter":"E","on":"2026-05-31","value":"900","source":"manual"},{"meter":"E","on":"2026-06-01","opening":true,"value":"900","source":"manual"}`), []string{`readings[1].value meter/reading-twice "E" 2026-06-01 900 900`}},
		{"an estimated final value", readings(`{"meter":"E","on":"2026-05-31","value":"900","source":"estimated"}`), []string{`readings[0].value meter/reading-twice "E" 2026-06-01 900 900`}},
		{"the digits of the device in place", readings(`{"meter":"E","on":"2026-06-01","value":"100000","source":"manual"}`), nil},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			docs, err := invalid.Decode[documents]([]byte(tt.json), "documents")
			require.NoError(t, err)
			log, err := meter.Compile(docs.Meters, docs.Readings)
			require.Empty(t, cmp.Diff(tt.want, problems(err)))
			require.Equal(t, len(tt.want) == 0, err == nil)
			require.Equal(t, err == nil, log != nil)
		})
	}
}

// TestAfterRemoval: a meter that was taken away has no readings after it.
func TestAfterRemoval(t *testing.T) {
	m := single(func(d *meter.Device) { d.Removed, d.Final = on("2026-02-01"), q("3") })
	_, err := meter.Compile([]meter.Meter{m}, []meter.Reading{read("2026-02-01", "4")})
	require.Equal(t, []string{"readings[0].on meter/outside E 2026-02-01"}, problems(err))
}

// TestFinalByReading: where the device has no final value a reading is it, but not an estimated one.
func TestFinalByReading(t *testing.T) {
	m := single(func(d *meter.Device) { d.Removed = on("2026-02-01") })
	compile(t, m, read("2026-01-31", "7"))
	_, err := meter.Compile([]meter.Meter{m}, []meter.Reading{guess("2026-01-31", "7")})
	require.Equal(t, []string{`meters[0].devices[0].final meter/final "E" 2026-02-01`}, problems(err))
}

// TestOrder: the order of the documents does not matter, and what the log holds is not theirs.
func TestOrder(t *testing.T) {
	var ms []meter.Meter
	var rs []meter.Reading
	for i := range 50 {
		m := single(nil)
		m.Code = "E" + strconv.Itoa(i*37%50)
		m.Opening = &meter.Opening{On: on("2026-01-01"), Used: q("7")}
		ms = append(ms, m)
		for _, day := range []string{"2026-03-31", "2026-01-31", "2026-02-28"} {
			r := read(day, "0")
			r.Meter, r.Value = "E"+strconv.Itoa(i), measure.NewQuantity(int64(r.On.DaysSince(on("2026-01-01")))*10_000*int64(i), measure.Unit{})
			rs = append(rs, r)
		}
	}
	log, err := meter.Compile(ms, rs)
	require.NoError(t, err)
	require.Equal(t, 50, log.Len())
	for i := range ms {
		ms[i].Devices[0].Multiplier, ms[i].Opening.Used = q("9"), q("9")
	}
	for r := range meter.Ref(50) {
		if r > 0 {
			require.Less(t, log.Code(r-1), log.Code(r))
		}
		found, ok := log.Find(log.Code(r))
		require.True(t, ok)
		require.Equal(t, r, found)
		i, err := strconv.Atoi(log.Code(r)[1:])
		require.NoError(t, err)
		got, err := log.Quantity(r, "", days("2026-02-01", "2026-03-01"), always())
		require.NoError(t, err)
		require.Equal(t, measure.NewQuantity(int64(28*10_000*i), measure.MustParseUnit("kWh")), got)
		o, ok := log.Opening(r)
		require.True(t, ok)
		require.Equal(t, "7", o.Used.String())
	}
}

// TestAccessors: what the log says of its meters, and of numbers that are none.
func TestAccessors(t *testing.T) {
	m := single(func(d *meter.Device) { d.Registers = []meter.Register{{Band: "peak"}} })
	m.Unit, m.Opening = "1-0803", &meter.Opening{On: on("2026-01-01"), Used: q("250")}
	log := compile(t, m)
	got := log.Meter(0)
	require.Empty(t, cmp.Diff(m, got, cmp.Comparer(equalQuantities)))
	got.Devices[0].Registers[0].Band, got.Opening.Used = "changed", q("1")
	require.Empty(t, cmp.Diff(m, log.Meter(0), cmp.Comparer(equalQuantities)))
	require.Equal(t, "E", log.Code(0))
	require.Equal(t, "electricity", log.Kind(0))
	require.Equal(t, "1-0803", log.Unit(0))
	require.Equal(t, "kWh", log.Measures(0).String())
	require.Equal(t, on("2026-01-01"), log.First(0))

	for _, r := range []meter.Ref{-1, 1} {
		require.Empty(t, cmp.Diff(meter.Meter{}, log.Meter(r), cmp.Comparer(equalQuantities)))
		require.Empty(t, log.Code(r)+log.Kind(r)+log.Unit(r)+log.Measures(r).String())
		require.Empty(t, log.Bands(r))
		require.True(t, log.First(r).IsZero())
		_, ok := log.Opening(r)
		require.False(t, ok)
		for range log.Children(r) {
			t.Error("no meter has no children")
		}
	}
	_, ok := log.Find("F")
	require.False(t, ok)
	plain := compile(t, single(nil))
	_, ok = plain.Opening(0)
	require.False(t, ok)
	require.Equal(t, []string{""}, plain.Bands(0))
}

// FuzzCompile: no document makes it panic, nor what it makes of it.
func FuzzCompile(f *testing.F) {
	f.Add([]byte(`{"meters":[{"code":"E","kind":"el","measures":"kWh","devices":[{"installed":"2026-01-01","start":"99950","digits":5,"removed":"2026-01-20","final":"10"},{"installed":"2026-01-20","multiplier":"40"}]},{"code":"F","kind":"el","unit":"1","measures":"kWh","parent":"E","devices":[{"installed":"2026-01-10","registers":[{"band":"peak"},{"band":"valley","start":"3"}]}]}],"readings":[{"meter":"E","on":"2026-01-31","value":"3","source":"manual"},{"meter":"F","on":"2026-01-31","band":"peak","value":"3","source":"estimated"},{"meter":"F","on":"2026-01-31","band":"valley","value":"5","source":"remote","accepted":"seen"}]}`), uint16(3), uint16(20))
	f.Add([]byte(`{"meters":[{"code":"E","kind":"w","measures":"m3","parent":"E","devices":[{}]},{"code":"E"}],"readings":[{"meter":"E"},{"meter":"E","on":"9999-12-31"}]}`), uint16(0), uint16(0))
	f.Fuzz(func(t *testing.T, data []byte, from, length uint16) {
		docs, err := invalid.Decode[documents](data, "documents")
		if err != nil && len(docs.Meters) == 0 {
			return // else what could be read is compiled all the same
		}
		log, err := meter.Compile(docs.Meters, docs.Readings)
		if err != nil {
			require.Nil(t, log)
			require.NotEmpty(t, problems(err))
			require.NotContains(t, err.Error(), "%!")
			return
		}
		start := on("2025-12-20").AddDays(int(from % 400))
		p := days("2026-01-01", "2026-02-01")
		p.Start, p.End = start, start.AddDays(1+int(length%200))
		limits := meter.Limits{PerDay: q("1"), Times: q("2"), Zero: true, Verified: true}
		for r := range meter.Ref(log.Len()) {
			span, _ := log.Span(r, p, monthly)
			for e := range log.Estimated(r, span, monthly) {
				require.Positive(t, e.Days())
			}
			if err := log.Check(r, p, always(), limits); err != nil {
				require.NotContains(t, err.Error(), "%!")
			}
			if loss, err := log.Loss(r, p, always()); err == nil {
				require.NoError(t, loss.Why().Check())
			}
			for _, band := range log.Bands(r) {
				whole, err := log.Quantity(r, band, p, always())
				if err != nil {
					require.NotContains(t, err.Error(), "%!")
					continue
				}
				segments, err := log.AppendSegments(nil, r, band, p, always())
				require.NoError(t, err)
				sum := measure.NewQuantity(0, whole.Unit())
				for _, s := range segments {
					sum, err = sum.Add(s.In(p))
					require.NoError(t, err)
				}
				require.Equal(t, whole, sum)
			}
		}
	})
}
