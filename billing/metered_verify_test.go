package billing_test

import (
	"encoding/json"
	"maps"
	"regexp"
	"slices"
	"strings"
	"testing"

	gocmp "github.com/google/go-cmp/cmp"
	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/require"

	"github.com/wuyekit/wuye/billing"
	"github.com/wuyekit/wuye/billing/meter"
	"github.com/wuyekit/wuye/property/civil"
	"github.com/wuyekit/wuye/property/invalid"
	"github.com/wuyekit/wuye/property/measure"
)

// waterTiers is Beijing's price for water (EX-215) with what it is made of.
func waterTiers() billing.Rate {
	r := tiersOf("180:5 260:7 9")
	for i, water := range []string{"2.07", "4.07", "6.07"} {
		r.Tiers[i].Components = []billing.Component{
			{Name: "水费", Price: decimal.RequireFromString(water)},
			{Name: "水资源费", Price: decimal.RequireFromString("1.57")},
			{Name: "污水处理费", Price: decimal.RequireFromString("1.36")},
		}
	}
	r.Source = "京发改〔2014〕865号"
	return r
}

// meteredBills are bills of metered lines of every kind.
func meteredBills(tb testing.TB) map[string][]billing.Bill {
	tb.Helper()
	february := civil.MustParseMonth("2026-02")
	out := map[string][]billing.Bill{}
	tiers := newMeterHome("2026-01-01", &billing.TierRule{Per: billing.PerYear, Reset: civil.MustParseMonthDay("02-11")}, entry("", "2026-02-19", waterTiers()), entry("2026-02-20", "", tiersOf("10:5 260:7 9")))
	tiers.estate.Tenancies = append(tiers.estate.Tenancies, lease("1-0803", "T", period("2026-02-15", ""), "u"))
	tiers.tariff.Tax = inclusive(entry("", "", decimal.RequireFromString("0.09")))
	tiers.meters[0].Opening = &meter.Opening{On: day("2026-01-01"), Used: measure.MustParseQuantity("80")}
	tiers = tiers.readMonths("70 150")
	out["tiers"] = bills(tb, tiers.run(tb, february))

	swap := newMeterHome("2026-01-01", byMonth, entry("", "", tiersOf(monthTiers)))
	swap.meters[0].Devices = []meter.Device{
		{Serial: "S1", Installed: day("2026-01-01"), Start: plainOf(99_000_0000), Digits: 5, Multiplier: plainOf(20_000), Removed: day("2026-02-11"), Final: plainOf(30_0000)},
		{Serial: "S2", Installed: day("2026-02-11"), Start: plainOf(7_5000)},
	}
	swap = swap.readMonths("99900 300.25")
	out["swap and rollover"] = bills(tb, swap.run(tb, february))

	bands := newMeterHome("2026-01-01", nil, entry("", "", billing.Rate{Bands: []billing.BandPrice{
		{Band: "peak", Price: decimal.RequireFromString("0.9")}, {Band: "valley", Price: decimal.RequireFromString("0.3")},
	}}))
	bands.meters[0].Devices[0].Registers = []meter.Register{{Band: "peak"}, {Band: "valley"}}
	for _, r := range []struct{ on, peak, valley string }{{"2026-01-31", "100", "40"}, {"2026-02-28", "160.5", "120"}} {
		bands = bands.read(r.on, r.peak).read(r.on, r.valley)
		bands.readings[len(bands.readings)-2].Band, bands.readings[len(bands.readings)-1].Band = "peak", "valley"
	}
	out["bands"] = bills(tb, bands.run(tb, february))

	guessed := newMeterHome("2026-01-01", nil, entry("", "2026-01-20", rate("0.50")), entry("2026-01-21", "", rate("0.8125"))).readMonths("100e 859.5")
	out["estimate taken off"] = bills(tb, guessed.run(tb, february))
	for name, bs := range out {
		require.NotEmpty(tb, bs, name)
		for _, b := range bs {
			require.Empty(tb, fieldTexts(b.Held), name)
		}
	}
	return out
}

// TestMeteredBillsFromJSONAlone verifies and derives what a store gives back.
func TestMeteredBillsFromJSONAlone(t *testing.T) {
	for name, bs := range meteredBills(t) {
		for _, b := range stored(t, bs) {
			require.NoError(t, billing.Verify(b), name)
			require.NoError(t, b.Why().Check(), name)
			for _, l := range b.Lines {
				usage := l.WhyUsage()
				require.NoError(t, usage.Check(), name)
				require.Equal(t, l.Facts.Metered.Usage.String(), usage.Value.Text+" "+usage.Value.Unit)
			}
		}
	}
}

// others are values near and far that a figure could have by mistake: of the same shape.
func others(have any) []any {
	text, isText := have.(string)
	if !isText {
		n, ok := have.(float64)
		if !ok {
			return nil
		}
		return []any{nil, n + 1, n - 1, n + 10}
	}
	out := []any{nil}
	number, unit, spaced := strings.Cut(text, " ")
	if on, err := civil.Parse(text); err == nil {
		for _, n := range []int{-40, -1, 1, 40} {
			out = append(out, on.AddDays(n).String())
		}
		return out
	}
	if d, err := decimal.NewFromString(number); err == nil {
		least := decimal.New(5, -1) // of a price: a fen of something
		if spaced {
			least = decimal.New(1, -4)
		}
		if unit == "CNY" {
			least = decimal.New(1, -2)
		}
		for _, v := range []decimal.Decimal{d.Add(least), d.Sub(least), d.Add(d), d.Add(decimal.New(1000, 0)), {}} {
			s := v.String()
			if unit == "CNY" {
				s = v.StringFixed(2)
			}
			if spaced {
				s += " " + unit
			}
			if s != text {
				out = append(out, s)
			}
		}
		if spaced && unit != "CNY" {
			out = append(out, number+" m3", number)
		}
		return out
	}
	return append(out, text+"x", "manual", "remote", "estimated", "peak", "valley", "inclusive", "exclusive", "halfUp 0.10", "down 0.01", "T", "H", "")
}

var indices = regexp.MustCompile(`\[\d+\]`)

// TestVerifyEveryMeteredFigure changes each figure of metered bills, one at a time. Verify notices every one but those
// that only inform, and says so of no other.
func TestVerifyEveryMeteredFigure(t *testing.T) {
	informs := map[string]string{}
	for name, bs := range meteredBills(t) {
		for i := range bs {
			var doc any
			require.NoError(t, json.Unmarshal([]byte(toJSON(t, bs[i])), &doc))
			for _, f := range figuresOf(doc, "") {
				if !strings.Contains(f.path, ".facts.metered.") {
					continue // of lines of every kind
				}
				for _, v := range others(f.have) {
					if f.set(v); v == f.have {
						continue
					}
					data, err := json.Marshal(doc)
					require.NoError(t, err)
					b, err := invalid.Decode[billing.Bill](data, "bill")
					if err == nil && billing.Verify(b) == nil && textOf(b) != textOf(bs[i]) {
						place := strings.TrimPrefix(indices.ReplaceAllString(f.path, ""), "lines.facts.metered.")
						informs[place] += " " + name + ":" + textOf(f.have) + "→" + textOf(v)
					}
					f.set(f.have)
				}
			}
		}
	}
	// The meter, the tier and what its components are called, the device, how it was read and the document are names.
	// Where the charge began, how far its last tier would reach and what was used before its first line stand nowhere else
	// in the bill.
	want := []string{
		"charge.start", "meter", "parts.components.name", "parts.tier", "parts.upTo", "readings.serial", "readings.source", "source", "used",
	}
	got := slices.Sorted(maps.Keys(informs))
	if diff := gocmp.Diff(want, got); diff != "" {
		t.Errorf("mismatch (-want +got)\n%s", diff)
		for _, k := range got {
			t.Log(k, informs[k])
		}
	}
}

func textOf(v any) string {
	data, err := json.Marshal(v)
	if err != nil {
		return err.Error() // of a date that was taken away
	}
	return string(data)
}

// TestComponentsAddUp divides lines by what the price is made of, EX-215: the parts are those of the usage in each
// tier, and add up to the line to the fen.
func TestComponentsAddUp(t *testing.T) {
	d := newDice(31)
	for range 200 {
		h := newMeterHome("2026-01-01", &billing.TierRule{Per: billing.PerYear, Reset: civil.MustParseMonthDay("07-01")}, entry("", "", waterTiers()))
		h.meters[0].Measures = measure.MustParseUnit("m3")
		used, now := d.Int64N(300_0000), d.Int64N(of[int64](d, 3, 100_0000, 100_0000_0000))
		h.meters[0].Opening = &meter.Opening{On: day("2026-01-01"), Used: plainOf(used)}
		h = h.readMonths(plainOf(now).String())
		lines := h.months(t, "2026-01", 1)
		require.Len(t, lines, 1)
		parts, err := lines[0].Components()
		require.NoError(t, err)
		require.Len(t, parts, 3)
		sum := int64(0)
		bounds := []int64{180_0000, 260_0000}
		exact := map[string]decimal.Decimal{}
		for _, c := range []struct {
			name   string
			prices []int64
		}{{"水费", []int64{20700, 40700, 60700}}, {"水资源费", []int64{15700, 15700, 15700}}, {"污水处理费", []int64{13600, 13600, 13600}}} {
			n := tierCost(used+now, bounds, c.prices)
			n.Sub(n, tierCost(used, bounds, c.prices))
			exact[c.name] = decimal.NewFromBigInt(n, -8)
		}
		for _, p := range parts {
			sum += p.Amount.Minor()
			off := decimal.New(p.Amount.Minor(), -2).Sub(exact[p.Name]).Abs()
			require.True(t, off.LessThan(decimal.New(1, -2)), "%s is %s and not %s of %s after %s", p.Name, p.Amount, exact[p.Name], plainOf(now), plainOf(used))
		}
		require.Equal(t, lines[0].Amount.Minor(), sum)
	}
}

// TestComponentsOfWhatIsTakenBack are those of the charge, negated.
func TestComponentsOfWhatIsTakenBack(t *testing.T) {
	h := newMeterHome("2026-01-01", &billing.TierRule{Per: billing.PerYear, Reset: civil.MustParseMonthDay("07-01")}, entry("", "", waterTiers()))
	h.meters[0].Opening = &meter.Opening{On: day("2026-01-01"), Used: measure.MustParseQuantity("175")}
	lines := h.readMonths("20").months(t, "2026-01", 1)
	back, err := billing.Diff(lines, nil)
	require.NoError(t, err)
	require.Len(t, back, 1)
	parts, err := back[0].Components()
	require.NoError(t, err)
	require.Equal(t, `[{"name":"水费","amount":"-71.40 CNY"},{"name":"水资源费","amount":"-31.40 CNY"},{"name":"污水处理费","amount":"-27.20 CNY"}]`, toJSON(t, parts))
}
