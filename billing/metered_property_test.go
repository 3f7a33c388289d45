package billing_test

import (
	"encoding/json"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/wuyekit/wuye/billing"
	"github.com/wuyekit/wuye/billing/meter"
	"github.com/wuyekit/wuye/property/civil"
	"github.com/wuyekit/wuye/property/invalid"
	"github.com/wuyekit/wuye/property/measure"
)

// billed is what a month bills by payer, in fen; false if the unit is held. Every bill verifies from its
// JSON alone, and its derivations replay.
func (c *meterCase) billed(t *testing.T, month civil.Period) (map[string]int64, bool) {
	t.Helper()
	run := c.prepare(t, month)
	out := map[string]int64{}
	for b, err := range run.Bills(0, run.Len()) {
		if err != nil {
			require.ErrorIs(t, err, billing.ErrUnread)
			return nil, false
		}
		data, err := json.Marshal(b)
		require.NoError(t, err)
		again, err := invalid.Decode[billing.Bill](data, "bill")
		require.NoError(t, err)
		require.NoError(t, billing.Verify(again))
		require.NoError(t, again.Why().Check())
		for _, l := range again.Lines {
			require.NoError(t, l.WhyUsage().Check())
		}
		out[b.Payer] += b.Total.Minor()
	}
	return out, true
}

func checkMeter(t *testing.T, r *rand.Rand) {
	t.Helper()
	c := randomMeter(t, r)
	for _, month := range c.months {
		want, read := c.slow.month(month)
		got, billed := c.billed(t, month)
		require.Equal(t, read, billed, "%s", month)
		for _, payer := range []string{"A", "B"} {
			require.Equal(t, want[payer], got[payer], "%s %s: %+v", month, payer, c.slow.marks)
		}
	}
}

// TestRandomMeters compares every month of random meters with the slow model, to the fen.
func TestRandomMeters(t *testing.T) {
	n := 400
	if raceEnabled {
		n = 40
	}
	for seed := range n {
		checkMeter(t, rand.New(rand.NewPCG(uint64(seed), 4)))
	}
}

func FuzzMeters(f *testing.F) {
	for seed := range uint64(8) {
		f.Add(seed, seed*3)
	}
	f.Fuzz(func(t *testing.T, a, b uint64) { checkMeter(t, rand.New(rand.NewPCG(a, b))) })
}

// TestEstimatesEndAsIfTheyHadNotBeen: what is charged on estimates and by the actual reading after them
// is, together, what one charge without estimates comes to.
func TestEstimatesEndAsIfTheyHadNotBeen(t *testing.T) {
	compared := 0
	for seed := range 300 {
		c := randomMeter(t, rand.New(rand.NewPCG(uint64(seed), 9)))
		closings := c.slow.closings()
		for i, k := range closings {
			if k.estimated || i == 0 || !closings[i-1].estimated {
				continue
			}
			from := i
			for from > 0 && closings[from-1].estimated {
				from--
			}
			if from == i || slices.ContainsFunc(c.slow.marks[1:], func(m mark) bool {
				return !m.estimated && slices.ContainsFunc(closings[from:i], func(e mark) bool { return monthOf(e.at) == monthOf(m.at) })
			}) {
				continue // without its estimates the month closes with that reading
			}
			sum := map[string]int64{}
			for _, e := range closings[from : i+1] {
				got, ok := c.billed(t, monthOf(e.at))
				require.True(t, ok)
				for payer, fen := range got {
					sum[payer] += fen
				}
			}
			plain := c
			plain.facts.Readings = nil
			for _, r := range c.facts.Readings {
				if r.Source != meter.Estimated {
					plain.facts.Readings = append(plain.facts.Readings, r)
				}
			}
			want, ok := plain.billed(t, monthOf(k.at))
			require.True(t, ok)
			for _, payer := range []string{"A", "B"} {
				require.Equal(t, want[payer], sum[payer], "seed %d, %s", seed, k.at)
			}
			compared++
		}
	}
	require.Greater(t, compared, 100)
}

// TestReadingBetweenChangesNothing: a reading that shows what was assumed, on any day inside a charge,
// leaves every payer's amount as it was.
func TestReadingBetweenChangesNothing(t *testing.T) {
	inserted := 0
	for seed := range 200 {
		r := rand.New(rand.NewPCG(uint64(seed), 14))
		c := randomMeter(t, r)
		if len(c.facts.Meters[0].Devices) > 1 || slices.ContainsFunc(c.slow.marks, func(m mark) bool { return m.estimated }) {
			continue // an actual reading takes the place of the estimates before it
		}
		for _, month := range c.months {
			before, ok := c.billed(t, month)
			if !ok || len(before) == 0 {
				continue
			}
			run := c.prepare(t, month)
			var line billing.Line
			for b, err := range run.Bills(0, run.Len()) {
				require.NoError(t, err)
				line = b.Lines[0]
			}
			s := line.Facts.Metered.Readings[0]
			if s.Range.Units() != 0 || s.Period.Days() < 3 {
				continue
			}
			day := s.Period.Start.AddDays(1 + r.IntN(s.Period.Days()-2))
			part := s.In(civil.Period{Start: s.Period.Start, End: day}).Units()
			if s.Multiplier.Units() != 10_000 && !s.Multiplier.IsZero() || !day.After(month.Start) ||
				slices.ContainsFunc(c.slow.marks, func(m mark) bool { return m.at == day }) {
				continue // another month would close with it, or the register shows no such part
			}
			with := c
			with.facts.Readings = append([]meter.Reading{{
				Meter: "M", On: day, Opening: true, Source: meter.Manual, Value: measure.NewQuantity(s.From.Units()+part, measure.Unit{}),
			}}, c.facts.Readings...)
			after, ok := with.billed(t, month)
			require.True(t, ok)
			require.Equal(t, before, after, "seed %d %s on %s", seed, month, day)
			inserted++
		}
	}
	require.Greater(t, inserted, 40)
}

// TestMonthsAgain: the month of an estimate, run again when the next reading is known, bills what it
// billed: nothing is to be corrected.
func TestMonthsAgain(t *testing.T) {
	for seed := range 60 {
		c := randomMeter(t, rand.New(rand.NewPCG(uint64(seed), 21)))
		for _, month := range c.months {
			early := c
			early.facts.Readings = nil
			for _, r := range c.facts.Readings {
				if r.On < month.End {
					early.facts.Readings = append(early.facts.Readings, r)
				}
			}
			lines := func(c *meterCase) []billing.Line {
				var out []billing.Line
				run := c.prepare(t, month)
				for b, err := range run.Bills(0, run.Len()) {
					if err == nil {
						out = append(out, b.Lines...)
					}
				}
				return out
			}
			diff, err := billing.Diff(lines(&early), lines(&c))
			require.NoError(t, err)
			require.Empty(t, diff, "seed %d %s", seed, month)
			require.Equal(t, early.prepare(t, month).Inputs(), c.prepare(t, month).Inputs())
		}
	}
}
