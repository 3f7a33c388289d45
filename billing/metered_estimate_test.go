package billing_test

import (
	"fmt"
	"strings"
	"testing"

	gocmp "github.com/google/go-cmp/cmp"
	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/require"

	"github.com/wuyekit/wuye/billing"
	"github.com/wuyekit/wuye/billing/meter"
	"github.com/wuyekit/wuye/property"
	"github.com/wuyekit/wuye/property/civil"
)

// showMetered writes lines as a clerk would check them.
func showMetered(lines []billing.Line) []string {
	var out []string
	for _, l := range lines {
		m := l.Facts.Metered
		row := fmt.Sprintf("%s %s – %s: %s", l.Payer, l.Period.Start, l.Period.Last(), m.Usage)
		if m.Estimated.Sign() != 0 {
			row += ", less " + number(m.Estimated)
		}
		out = append(out, row+" = "+number(l.Amount))
	}
	return out
}

// TestEstimateThenActual counts the actual reading from the last actual one and takes off what was estimated.
func TestEstimateThenActual(t *testing.T) {
	flat := []civil.Entry[billing.Rate]{entry("", "", rate("0.50"))}
	changes := []civil.Entry[billing.Rate]{entry("", "2026-02-09", rate("0.50")), entry("2026-02-10", "", rate("1.00"))}
	sold := func(h *meterHome) {
		h.estate.Tenancies = []property.Tenancy{owner("1-0803", period("2020-01-01", "2026-02-10"), "H"), owner("1-0803", period("2026-02-10", ""), "N")}
	}
	for _, tt := range []struct {
		name     string
		prices   []civil.Entry[billing.Rate]
		change   func(*meterHome)
		readings string // month by month, e for an estimate
		want     string // month by month
	}{
		{
			name: "too low", prices: flat, readings: "100 150e 240",
			want: "H 2026-01-01 – 2026-01-31: 100 kWh = 50.00 | H 2026-02-01 – 2026-02-28: 50 kWh = 25.00 | H 2026-02-01 – 2026-03-31: 140 kWh, less 25.00 = 45.00",
		},
		{
			name: "too high: paid back", prices: flat, readings: "100 300e 240",
			want: "H 2026-01-01 – 2026-01-31: 100 kWh = 50.00 | H 2026-02-01 – 2026-02-28: 200 kWh = 100.00 | H 2026-02-01 – 2026-03-31: 140 kWh, less 100.00 = -30.00",
		},
		{
			name: "right: nothing more", prices: flat, readings: "100 150e 150",
			want: "H 2026-01-01 – 2026-01-31: 100 kWh = 50.00 | H 2026-02-01 – 2026-02-28: 50 kWh = 25.00 | H 2026-02-01 – 2026-03-31: 50 kWh, less 25.00 = 0.00",
		},
		{
			name: "two in a row", prices: flat, readings: "100e 180e 300",
			want: "H 2026-01-01 – 2026-01-31: 100 kWh = 50.00 | H 2026-02-01 – 2026-02-28: 80 kWh = 40.00 | H 2026-01-01 – 2026-03-31: 300 kWh, less 90.00 = 60.00",
		},
		{ // 1 January to 31 March are 90 days: 180 kWh are 2 a day; 40 days at 0.50, 50 at 1.00. February's 56 kWh
			// are 2 a day: 9 days at 0.50, 19 at 1.00: 9.00 and 38.00.
			name: "the price changes between", prices: changes, readings: "62e 118e 180",
			want: "H 2026-01-01 – 2026-01-31: 62 kWh = 31.00 | H 2026-02-01 – 2026-02-09: 18 kWh = 9.00; H 2026-02-10 – 2026-02-28: 38 kWh = 38.00 | " +
				"H 2026-01-01 – 2026-02-09: 80 kWh, less 78.00 = -38.00; H 2026-02-10 – 2026-03-31: 100 kWh = 100.00",
		},
		{ // The new owner pays for her own days, and each gets back what each paid on estimates.
			name: "sold between", prices: flat, change: sold, readings: "62e 118e 180",
			want: "H 2026-01-01 – 2026-01-31: 62 kWh = 31.00 | H 2026-02-01 – 2026-02-09: 18 kWh = 9.00; N 2026-02-10 – 2026-02-28: 38 kWh = 19.00 | " +
				"H 2026-01-01 – 2026-02-09: 80 kWh, less 40.00 = 0.00; N 2026-02-10 – 2026-03-31: 100 kWh, less 19.00 = 31.00",
		},
	} {
		t.Run(tt.name, func(t *testing.T) {
			h := newMeterHome("2026-01-01", nil, tt.prices...)
			if tt.change != nil {
				tt.change(&h)
			}
			h = h.readMonths(tt.readings)
			var got []string
			for k := range 3 {
				got = append(got, strings.Join(showMetered(h.months(t, fmt.Sprintf("2026-%02d", k+1), 1)), "; "))
			}
			if diff := gocmp.Diff(strings.Split(tt.want, " | "), got); diff != "" {
				t.Errorf("mismatch (-want +got)\n%s", diff)
			}
		})
	}
}

// readMonths reads the ends of months from the installation on, "100 150e 240"; "-" is no reading.
func (h meterHome) readMonths(values string) meterHome {
	month := h.meters[0].Devices[0].Installed.MonthStart()
	for value := range strings.FieldsSeq(values) {
		source := meter.Manual
		if text, guessed := strings.CutSuffix(value, "e"); guessed {
			value, source = text, meter.Estimated
		}
		if value != "-" {
			h = h.readAs(month.MonthEnd().String(), value, source)
		}
		month = month.NextMonth()
	}
	return h
}

// TestEstimatesChangeNothingInTheEnd bills months with and without estimates, in random histories with sales, prices
// and tiers: when the actual reading is in, every payer was charged exactly what one charge without estimates comes
// to; and an estimated month billed again with all readings known is what it was.
func TestEstimatesChangeNothingInTheEnd(t *testing.T) {
	d := newDice(23)
	for range 150 {
		tiers := of(d, nil, byMonth, byYear, &billing.TierRule{Per: billing.PerYear, Reset: civil.MustParseMonthDay("02-20")})
		price := func() billing.Rate {
			if tiers == nil {
				return billing.Rate{Price: d.usagePrice()}
			}
			return tiersOf(of(d, monthTiers, "30:0.1234 90:0.7 1.2345", "500:0.5 2"))
		}
		change := day("2026-01-02").AddDays(d.IntN(150))
		h := newMeterHome("2026-01-01", tiers, entry("", change.AddDays(-1).String(), price()), civil.Entry[billing.Rate]{From: change, Value: price()})
		if cut := day("2026-01-02").AddDays(d.IntN(150)); d.one(2) {
			h.estate.Tenancies = []property.Tenancy{
				owner("1-0803", civil.Period{Start: day("2020-01-01"), End: cut}, "H"), owner("1-0803", civil.Period{Start: cut}, "N"),
			}
		}
		bare := h
		actual, shown := int64(0), int64(0)
		var now []meterHome // what was known when each month was billed
		for k := range 6 {
			last := day("2026-01-01").AddMonths(k + 1).AddDays(-1 - d.IntN(4))
			actual += d.Int64N(300_0000)
			if k < 5 && d.one(2) {
				shown = max(shown, actual+d.Int64N(400_0000)-200_0000)
				h = h.readAs(last.String(), plainOf(shown).String(), meter.Estimated)
			} else {
				shown = actual
				h, bare = h.read(last.String(), plainOf(actual).String()), bare.read(last.String(), plainOf(actual).String())
			}
			now = append(now, h)
		}
		with, without := map[string]int64{}, map[string]int64{}
		for k := range 6 {
			month := civil.Period{Start: day("2026-01-01").AddMonths(k), End: day("2026-01-01").AddMonths(k + 1)}
			then := now[k].lines(t, month)
			again := h.lines(t, month)
			require.Equal(t, toJSON(t, then), toJSON(t, again), "billed again")
			same, err := billing.Diff(then, again)
			require.NoError(t, err)
			require.Empty(t, same)
			require.Equal(t, now[k].run(t, month).Inputs(), h.run(t, month).Inputs())
			for _, l := range then {
				with[l.Payer] += l.Amount.Minor()
			}
			for _, b := range bills(t, bare.run(t, month)) {
				require.Equal(t, h.readings[k].Source == meter.Estimated, b.IsHeld())
				for _, l := range b.Lines {
					without[l.Payer] += l.Amount.Minor()
				}
			}
		}
		require.Equal(t, without, with)
	}
}

// TestCreditIsTakenFromWhoPaid has a line for every payer of an estimate: nobody's is taken off another's.
func TestCreditIsTakenFromWhoPaid(t *testing.T) {
	h := newMeterHome("2026-01-01", nil, entry("", "", rate("1")))
	h.estate.Tenancies = append(h.estate.Tenancies,
		lease("1-0803", "T", period("2026-01-11", "2026-01-21"), "u"))
	h = h.readMonths("310e 0")
	require.Equal(t, []string{
		"H 2026-01-01 – 2026-01-10: 100 kWh = 100.00", "T 2026-01-11 – 2026-01-20: 100 kWh = 100.00", "H 2026-01-21 – 2026-01-31: 110 kWh = 110.00",
	}, sortedRows(showMetered(h.months(t, "2026-01", 1))))
	require.Equal(t, []string{
		"H 2026-01-01 – 2026-01-10: 0 kWh, less 210.00 = -210.00", "T 2026-01-11 – 2026-01-20: 0 kWh, less 100.00 = -100.00", "H 2026-01-21 – 2026-02-28: 0 kWh = 0.00",
	}, sortedRows(showMetered(h.months(t, "2026-02", 1))))
}

// sortedRows sorts rows by the day behind the payer.
func sortedRows(rows []string) []string {
	for i := range rows {
		for k := i; k > 0 && rows[k][2:] < rows[k-1][2:]; k-- {
			rows[k], rows[k-1] = rows[k-1], rows[k]
		}
	}
	return rows
}

// TestEstimateWithTax takes off at the rate that was charged: each line's tax follows from its own amount.
func TestEstimateWithTax(t *testing.T) {
	h := newMeterHome("2026-01-01", nil, entry("", "", rate("1.13")))
	tax13, tax9 := entry("", "2026-01-31", decimal.RequireFromString("0.13")), entry("2026-02-01", "", decimal.RequireFromString("0.09"))
	h.tariff.Tax = inclusive(tax13, tax9)
	h = h.readMonths("200e 59")
	require.Equal(t, []string{"226.00 = 200.00 + 26.00"}, taxRows(h.months(t, "2026-01", 1)))
	// 59 kWh in 59 days: 31 × 1.13 = 35.03 less 226.00 at 13 %; 28 × 1.13 = 31.64 at 9 %.
	require.Equal(t, []string{"-190.97 = -169.00 + -21.97", "31.64 = 29.03 + 2.61"}, taxRows(h.months(t, "2026-02", 1)))
}

func taxRows(lines []billing.Line) []string {
	var out []string
	for _, l := range lines {
		out = append(out, fmt.Sprintf("%s = %s + %s", number(l.Amount), number(l.Net), number(l.Tax)))
	}
	return out
}
