package standard_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/wuyekit/wuye/property/standard"
)

// TestSlowGapAfterTheEnd: what is done after the period adds no row that is met to it. Two gaps of more than two days in three are broken: a
// third is met, and half was asked for.
func TestSlowGapAfterTheEnd(t *testing.T) {
	s := clausesOf(t, "", `{"id": "T-1", "profile": "p", "text": {"en": "x"}, "measures": [
		{"duty": {"acts": ["check"], "plan": {"gap": {"max": "PT48H"}}, "share": "50%"}}]}`)
	acts := []standard.Record{
		{ID: "a", Kind: "check", At: clockAt(t, "2025-01-06")},
		{ID: "b", Kind: "check", At: clockAt(t, "2025-01-16")},
		{ID: "c", Kind: "check", At: clockAt(t, "2025-01-25")},
	}
	e := evidenceOf(t, "2025-01-26", "2025-01-06", "2025-01-20", `"complete": [`+complete("*", "2025-01-01", "2025-02-01")+`]`)
	for n, name := range map[int]string{2: "none after it", 3: "one after it"} {
		t.Run(name, func(t *testing.T) {
			e.Records = acts[:n]
			got := mustEvaluate(t, s, slowWords(t), e).Clauses[0].Parts[0]
			require.Equal(t, 1, got.Counts.Met, "%+v", got.Counts)
			require.Equal(t, standard.Breached, got.State)
		})
	}
}
