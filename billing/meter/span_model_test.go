package meter_test

import (
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/stretchr/testify/require"

	"github.com/wuyekit/wuye/billing/meter"
	"github.com/wuyekit/wuye/property/civil"
	"github.com/wuyekit/wuye/property/measure"
)

// closing is how a month ended in the slow model.
type closing struct {
	at        civil.Date
	estimated bool
}

// closings walks through the months from the meter's first day and notes the last boundary of each.
func closings(m meter.Meter, readings []meter.Reading, months []civil.Period) []closing {
	all := []closing{{m.Devices[0].Installed, false}}
	for _, r := range readings {
		all = append(all, closing{r.On.AddDays(1), r.Source == meter.Estimated})
	}
	out := make([]closing, len(months))
	for i, month := range months {
		for _, c := range all {
			if c.at > month.Start && c.at <= month.End && c.at > out[i].at {
				out[i] = c
			}
		}
	}
	return out
}

// FuzzSpan bills month by month and compares with what the rules say, and in the end with what the
// register shows: all charges less all that was taken off for estimates.
func FuzzSpan(f *testing.F) {
	for seed := range uint64(60) {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, seed uint64) {
		r := rand.New(rand.NewPCG(seed, 2))
		m := single(func(d *meter.Device) { d.Installed = on("2026-01-01").AddDays(r.IntN(40)) })
		var readings []meter.Reading
		value := int64(0)
		for at := m.Devices[0].Installed; len(readings) < 12; {
			at = at.AddDays(1 + r.IntN(60))
			value += r.Int64N(1_000_0000)
			rd := meter.Reading{Meter: "E", On: at.AddDays(-1), Value: measure.NewQuantity(value, measure.Unit{}), Source: meter.Source(1 + r.IntN(3))}
			readings = append(readings, rd)
		}
		log := compile(t, m, readings...)
		var months []civil.Period
		for start := on("2026-01-01"); start.Year() < 2028; start = start.NextMonth() {
			months = append(months, civil.Period{Start: start, End: start.NextMonth()})
		}
		ends := closings(m, readings, months)
		checkSpans(t, log, m.Devices[0].Installed, months, ends)
	})
}

func checkSpans(t *testing.T, log *meter.Log, first civil.Date, months []civil.Period, ends []closing) {
	t.Helper()
	billed := int64(0)
	quantity := func(p civil.Period) int64 {
		used, err := log.Quantity(0, "", p, p.End)
		require.NoError(t, err)
		return used.Units()
	}
	for i, month := range months {
		span, state := log.Span(0, month, monthly)
		end := ends[i]
		switch {
		case end.at.IsZero() && first > month.Start:
			require.Equal(t, meter.Absent, state)
			continue
		case end.at.IsZero():
			require.Equal(t, meter.Unread, state)
			continue
		case end.at == first:
			require.Equal(t, meter.Absent, state)
			continue
		}
		require.Equal(t, meter.Read, state)
		start, charged := first, []civil.Period(nil)
		for k := i - 1; k >= 0; k-- { // back to the last actual closing, or for an estimate the last one
			if ends[k].at.IsZero() {
				continue
			}
			if end.estimated || !ends[k].estimated {
				start = ends[k].at
				break
			}
			charged = append(charged, civil.Period{End: ends[k].at})
		}
		slices.Reverse(charged)
		next := start
		for k := range charged {
			charged[k].Start, next = next, charged[k].End
		}
		require.Equal(t, civil.Period{Start: start, End: end.at}, span.Period)
		require.Equal(t, end.estimated, span.Closing == meter.Estimated)
		require.Empty(t, cmp.Diff(charged, slices.Collect(log.Estimated(0, span, monthly))))

		billed += quantity(span.Period)
		for _, p := range charged {
			billed -= quantity(p)
		}
		if !end.estimated {
			require.Equal(t, quantity(civil.Period{Start: first, End: end.at}), billed)
		}
	}
}
