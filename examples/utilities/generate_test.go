package main

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"fmt"
	"hash/fnv"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/wuyekit/wuye/billing"
	"github.com/wuyekit/wuye/billing/meter"
	"github.com/wuyekit/wuye/examples/estate"
	"github.com/wuyekit/wuye/internal/golden"
	"github.com/wuyekit/wuye/property/civil"
	"github.com/wuyekit/wuye/property/measure"
	"github.com/wuyekit/wuye/property/money"
)

// TestGeneratedData: the meters, readings and costs of the estate are what this generator makes; with
// -update it writes them. terms.json, tariffs.json and planted.json are written by hand.
func TestGeneratedData(t *testing.T) {
	g := generator{}
	g.flats()
	g.shops()
	g.common()
	g.costs()
	const dir = "../estate/data/utilities/"
	golden.Check(t, dir+"meters.json", document(t, billing.Facts{Meters: g.meters}))
	golden.Check(t, dir+"costs.json", document(t, billing.Facts{Costs: g.shared}))
	golden.Check(t, dir+"readings.csv", readingsFile(t, g.readings))
}

func document(t *testing.T, facts billing.Facts) []byte {
	t.Helper()
	data, err := json.MarshalIndent(facts, "", "  ")
	require.NoError(t, err)
	return append(data, '\n')
}

func readingsFile(t *testing.T, readings []meter.Reading) []byte {
	t.Helper()
	var out bytes.Buffer
	w := csv.NewWriter(&out)
	require.NoError(t, w.Write(strings.Split(estate.ReadingsHeader, ",")))
	for _, r := range readings {
		require.NoError(t, w.Write([]string{
			r.Meter, r.On.String(), "", r.Band, r.Value.String(), r.Source.String(), "", r.Accepted, r.Reader, r.Photo,
		}))
	}
	w.Flush()
	require.NoError(t, w.Error())
	return out.Bytes()
}

// generator makes a year of an estate's meters.
type generator struct {
	meters   []meter.Meter
	readings []meter.Reading
	shared   []billing.Cost
}

// The days on which the records begin: the electricity meters of flats and shops are read by hand on
// the 25th, all others send what they show at the end of the month.
const (
	byHandFrom = "2025-12-26"
	remoteFrom = "2026-01-01"
)

// season is what a month uses of its share of a year, in hundredths: cooling in summer, lights and
// heaters in winter.
func season(m int) int64 {
	return []int64{115, 105, 90, 82, 86, 112, 150, 148, 104, 84, 92, 112}[m-1]
}

// dice returns a number from lo to hi that depends on the words alone.
func dice(lo, hi int64, words ...any) int64 {
	h := fnv.New64a()
	text := fmt.Sprint(words...)
	h.Write([]byte(text))
	return lo + int64(h.Sum64()%uint64(hi-lo+1))
}

func on(month, day int) civil.Date {
	return civil.MustNew(2026, 1, 1).AddMonths(month - 1).AddDays(day - 1)
}

func monthEnd(month int) civil.Date { return on(month, 1).MonthEnd() }

// plain is a bare number of hundredths, as registers show it.
func plain(hundredths int64) measure.Quantity {
	return measure.NewQuantity(hundredths*100, measure.Unit{})
}

func kilowattHours(n int64) *meter.Opening {
	return &meter.Opening{On: civil.MustParse(byHandFrom), Used: measure.NewQuantity(n*10_000, measure.MustParseUnit("kWh"))}
}

// household is what a flat uses: electricity a month, water a month in hundredths of a cubic metre.
type household struct {
	unit         string
	power, water int64
}

// households are those of floors 7 and 8; T1-0703 stands empty.
func households() []household {
	return []household{
		{"T1-0701", 176, 905},
		{"T1-0702", 148, 640},
		{"T1-0703", 0, 0},
		{"T1-0704", 232, 1130},
		{"T1-0705", 268, 1390},
		{"T1-0706", 437, 1720},
		{"T1-0707", 205, 980},
		{"T1-0708", 251, 1240},
		{"T1-0801", 163, 815},
		{"T1-0802", 139, 560},
		{"T1-0803", 312, 2510},
		{"T1-0804", 222, 1185},
		{"T1-0805", 289, 2235},
		{"T1-0806", 244, 1320},
		{"T1-0807", 198, 890},
		{"T1-0808", 259, 1275},
	}
}

func (g *generator) flats() {
	for _, h := range households() {
		g.power(h)
		g.water(h)
	}
}

// power makes a flat's electricity meter, with what is planted in it.
func (g *generator) power(h household) {
	code := "E-" + h.unit
	var used [13]int64 // by month, in kWh
	for m := 1; m <= 12; m++ {
		used[m] = h.power * season(m) * dice(94, 106, code, m) / 10_000
	}
	shows := dice(11_000, 16_000, code, "start")
	switch h.unit {
	case "T1-0706": // five digits, the last of which it passes in March
		shows = 100_000 - used[1] - used[2] - 150
	case "T1-0807":
		shows = 13_800
	}
	device := meter.Device{
		Serial: fmt.Sprintf("DDS%06d", dice(100_000, 999_999, code)), Installed: civil.MustParse(byHandFrom), Start: plain(shows * 100), Digits: 5,
	}
	one := meter.Meter{Code: code, Kind: "electricity", Unit: h.unit, Measures: measure.MustParseUnit("kWh"), Opening: kilowattHours(h.power * 118 / 10)}
	for m := 1; m <= 12; m++ {
		if h.unit == "T1-0803" && m == 5 { // its screen went dark
			before := used[m] * 22 / 30
			device.Removed, device.Final = on(5, 18), plain((shows+before)*100)
			one.Devices = append(one.Devices, device)
			device = meter.Device{Serial: "DDZY2605181", Installed: on(5, 18), Start: plain(200), Digits: 6}
			shows, used[m] = 2, used[m]-before
		}
		shows = (shows + used[m]) % 100_000
		g.readPower(h.unit, code, m, shows, used)
	}
	one.Devices = append(one.Devices, device)
	g.meters = append(g.meters, one)
}

// readPower adds the reading of one month as it was written down.
func (g *generator) readPower(unit, code string, m int, shows int64, used [13]int64) {
	r := meter.Reading{Meter: code, On: on(m, 25), Value: plain(shows * 100), Source: meter.Manual, Reader: []string{"张敏", "李伟"}[m%2]}
	switch {
	case unit == "T1-0702" && m == 10:
		return // nobody was at home, and nobody estimated
	case unit == "T1-0803" && m == 8: // nobody was at home: as in July, and it was less
		r.Value, r.Source, r.Reader = plain((shows-used[8]+used[7]+35)*100), meter.Estimated, ""
	case unit == "T1-0707" && m == 3: // the same, on the low side
		r.Value, r.Source, r.Reader = plain((shows-used[3]/4)*100), meter.Estimated, ""
	case unit == "T1-0807" && m == 12: // 1 and 6 the wrong way round
		r.Value = plain((shows%1000 + shows/1000%10*10_000 + shows/10_000*1000) * 100)
	}
	g.readings = append(g.readings, r)
}

// water makes a flat's water meter behind the zone's.
func (g *generator) water(h household) {
	code := "W-" + h.unit
	shows := dice(20_000, 90_000, code)
	device := meter.Device{
		Serial: fmt.Sprintf("LXS%06d", dice(100_000, 999_999, code)), Installed: civil.MustParse(remoteFrom), Start: plain(shows), Digits: 5,
		Verified: civil.MustParse("2022-04-18"), VerifyBy: civil.MustParse("2028-04-17"),
	}
	if h.unit == "T1-0704" { // two years older than the others
		device.Verified, device.VerifyBy = civil.MustParse("2020-09-11"), civil.MustParse("2026-09-10")
	}
	g.meters = append(g.meters, meter.Meter{
		Code: code, Kind: "water", Unit: h.unit, Measures: measure.MustParseUnit("m3"), Parent: "W-LOW", Devices: []meter.Device{device},
	})
	for m := 1; m <= 12; m++ {
		shows += h.water * dice(90, 110, code, m) / 100
		g.remote(code, m, plain(shows))
	}
}

func (g *generator) remote(code string, m int, value measure.Quantity) {
	g.readings = append(g.readings, meter.Reading{Meter: code, On: monthEnd(m), Value: value, Source: meter.Remote})
}

// shops makes the electricity meters of two shops, by time of use and through current transformers,
// and the water meter of one of them.
func (g *generator) shops() {
	for _, unit := range []string{"S1-002", "S1-003"} {
		code := "E-" + unit
		device := meter.Device{Serial: "DTZ" + unit[3:] + "6", Installed: civil.MustParse(byHandFrom), Multiplier: plain(3000)}
		for i, band := range []string{"peak", "flat", "valley"} {
			shows := dice(30_000, 60_000, code, band)
			device.Registers = append(device.Registers, meter.Register{Band: band, Start: plain(shows)})
			for m := 1; m <= 12; m++ {
				shows += []int64{2150, 1840, 610}[i] * season(m) * dice(95, 105, code, band, m) / 10_000
				g.readings = append(g.readings, meter.Reading{
					Meter: code, On: on(m, 25), Band: band, Value: plain(shows), Source: meter.Manual, Reader: "王强",
				})
			}
		}
		g.meters = append(g.meters, meter.Meter{
			Code: code, Kind: "electricity", Unit: unit, Measures: measure.MustParseUnit("kWh"), Devices: []meter.Device{device},
		})
	}
	shows := int64(41_200)
	device := meter.Device{
		Serial: "LXS700021", Installed: civil.MustParse(remoteFrom), Start: plain(shows), Digits: 5,
		Verified: civil.MustParse("2023-06-01"), VerifyBy: civil.MustParse("2029-05-31"),
	}
	g.meters = append(g.meters, meter.Meter{
		Code: "W-S1-002", Kind: "water", Unit: "S1-002", Measures: measure.MustParseUnit("m3"), Devices: []meter.Device{device},
	})
	for m := 1; m <= 12; m++ {
		shows += 2600 * dice(90, 110, "W-S1-002", m) / 100
		g.remote("W-S1-002", m, plain(shows))
	}
}

// common makes the meters of the house: corridor lights, lifts, pump, and the water of floors 7 and 8,
// which leaks in August.
func (g *generator) common() {
	for _, c := range []struct {
		code, serial     string
		monthly          int64 // what the register moves, in hundredths
		multiplier       int64 // in hundredths; 0: none
		summer           bool
		registerAtOutset int64
	}{
		{"E-LIFT", "DTSD900017", 16_540, 4000, true, 512_880},
		{"E-LIGHT", "DDS900012", 41_875, 0, false, 733_415},
		{"E-PUMP", "DTS900031", 63_120, 0, true, 208_900},
	} {
		device := meter.Device{Serial: c.serial, Installed: civil.MustParse(remoteFrom), Start: plain(c.registerAtOutset), Multiplier: plain(c.multiplier)}
		g.meters = append(g.meters, meter.Meter{
			Code: c.code, Kind: "electricity", Measures: measure.MustParseUnit("kWh"), Devices: []meter.Device{device},
		})
		shows := c.registerAtOutset
		for m := 1; m <= 12; m++ {
			moved := c.monthly * dice(95, 105, c.code, m) / 100
			if c.summer {
				moved = moved * (200 + season(m)) / 300
			}
			shows += moved
			g.remote(c.code, m, plain(shows))
		}
	}
	g.master()
}

// master makes the meter in front of the flats' water meters.
func (g *generator) master() {
	const code = "W-LOW"
	var behind [13]int64
	for _, h := range households() {
		for m := 1; m <= 12; m++ {
			behind[m] += h.water * dice(90, 110, "W-"+h.unit, m) / 100
		}
	}
	shows := int64(307_150)
	device := meter.Device{
		Serial: "LXLC800005", Installed: civil.MustParse(remoteFrom), Start: plain(shows), Digits: 6,
		Verified: civil.MustParse("2024-05-20"), VerifyBy: civil.MustParse("2027-05-19"),
	}
	g.meters = append(g.meters, meter.Meter{
		Code: code, Kind: "water", Measures: measure.MustParseUnit("m3"), Devices: []meter.Device{device},
	})
	for m := 1; m <= 12; m++ {
		lost := dice(22, 48, code, m) // in thousandths
		if m == 8 {
			lost = 236 // a joint under the riser
		}
		shows += behind[m] * (1000 + lost) / 1000
		g.remote(code, m, plain(shows))
	}
}

// costs makes what is shared: by meter every month, the tank's cleaning twice a year, and once, after its
// end, what the shops used together in the year: a base year is compared with a whole one.
func (g *generator) costs() {
	add := func(tariff, name string, days civil.Period, of billing.CostOf, source string) {
		g.shared = append(g.shared, billing.Cost{Code: tariff + "-" + name, Tariff: tariff, Period: days, Of: of, Source: source})
	}
	yuan := money.MustParseCurrency("CNY")
	shops := int64(0)
	for m := 1; m <= 12; m++ {
		days := civil.Period{Start: on(m, 1), End: on(m, 1).NextMonth()}
		name := days.Start.String()[:len("2026-01")]
		add("light", name, days, billing.CostOf{Meter: &billing.CommonMeter{Code: "E-LIGHT"}}, "")
		add("lift", name, days, billing.CostOf{Meter: &billing.CommonMeter{Code: "E-LIFT"}}, "")
		add("water-loss", name, days, billing.CostOf{Loss: &billing.LineLoss{Master: "W-LOW", Limit: plain(10).Decimal()}}, "")
		if m%6 == 3 {
			tank := money.New(48_650, yuan)
			add("tank", name, days, billing.CostOf{Amount: &tank}, "水箱清洗消毒及水质检测结算单 "+name)
		}
		shops += 215_000 * (100 + season(m)) / 200 * dice(97, 103, "shop", m) / 100
	}
	bill := money.New(shops, yuan)
	add("shop-energy", "2026", civil.Period{Start: on(1, 1), End: on(13, 1)}, billing.CostOf{Amount: &bill}, "商铺公共用能 2026 年度结算单")
}
