package billing_test

import (
	"strconv"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/wuyekit/wuye/billing"
)

// TestRandomHeating holds seasons, stops and faults to the promises of every charge, and sees to it that each
// of them changes bills.
func TestRandomHeating(t *testing.T) {
	n := uint64(300)
	if testing.Short() {
		n = 100
	}
	var seasons, stops, faults int
	for seed := range n {
		t.Run(strconv.FormatUint(seed, 10), func(t *testing.T) {
			d := newDice(seed)
			s := d.heated()
			checkDocuments(t, d, s)
			bare := s
			bare.facts.Suspensions = nil
			stops += differ(t, s, bare)
			before := bare
			bare.facts.HeatFaults = nil
			faults += differ(t, before, bare)
			for _, b := range bills(t, prepare(t, s.estate, s.book, s.facts, s.period)) {
				for _, l := range b.Lines {
					if !l.Season.IsZero() {
						seasons++
					}
				}
			}
		})
	}
	require.Greater(t, seasons, int(n), "too few lines of seasons")
	require.Greater(t, stops, int(n)/15, "too few stops change a bill")
	require.Greater(t, faults, int(n)/15, "too few faults change a bill")
}

// differ returns 1 if documents make other bills.
func differ(t *testing.T, a, b slow) int {
	t.Helper()
	if toJSON(t, bills(t, prepare(t, a.estate, a.book, a.facts, a.period))) == toJSON(t, bills(t, prepare(t, b.estate, b.book, b.facts, b.period))) {
		return 0
	}
	return 1
}

func FuzzHeating(f *testing.F) {
	for seed := range uint64(10) {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, seed uint64) {
		d := newDice(seed)
		checkDocuments(t, d, d.heated())
	})
}

// FuzzHeatBands reads the bands of a policy: what is read is in order and gives back a part.
func FuzzHeatBands(f *testing.F) {
	for _, text := range []string{"14:1 16:0.5 18:0.2", "18:0.5", "-5:1 18:0.000001", "18:0.2 16:0.5", "18:", ":", "", "18:0.2  20:0.1", "1e2:0.5"} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		bands, err := billing.BandsOf(text)
		if err != nil {
			return
		}
		require.NotEmpty(t, bands)
		for i, b := range bands {
			require.True(t, 0 < b[1] && b[1] <= 1_000_000, text)
			require.True(t, -100_000_000 <= b[0] && b[0] <= 100_000_000, text)
			require.True(t, i == 0 || bands[i-1][0] < b[0] && bands[i-1][1] > b[1], text)
		}
	})
}
