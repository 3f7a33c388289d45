package rating_test

import (
	"strconv"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/wuyekit/wuye/property/metric"
	"github.com/wuyekit/wuye/property/rating"
)

// TestStageModes: a mean of 2.5, 3.5, 2.4 and 2.6 rounded to a whole number each way.
func TestStageModes(t *testing.T) {
	scores := []string{"2.5", "3.5", "2.4", "2.6", "8/3", "3"}
	tests := []struct {
		mode metric.Mode
		want []string
	}{
		{0, []string{"3", "4", "2", "3", "3", "3"}},
		{metric.ModeHalfUp, []string{"3", "4", "2", "3", "3", "3"}},
		{metric.ModeHalfEven, []string{"2", "4", "2", "3", "3", "3"}},
		{metric.ModeHalfDown, []string{"2", "3", "2", "3", "3", "3"}},
		{metric.ModeUp, []string{"3", "4", "3", "3", "3", "3"}},
		{metric.ModeDown, []string{"2", "3", "2", "2", "2", "3"}},
		{metric.ModeCeiling, []string{"3", "4", "3", "3", "3", "3"}},
		{metric.ModeFloor, []string{"2", "3", "2", "2", "2", "3"}},
	}
	for _, tt := range tests {
		p := rating.Panel{
			Code: "p", Sources: []rating.Source{{Code: "self", Weight: metric.MustParseFigure("1")}},
			Rounding: []metric.Rounding{{Mode: tt.mode, Step: metric.MustParseFigure("1")}},
		}
		for i, score := range scores {
			j, err := p.Join(votesOf("self", score))
			require.NoError(t, err)
			require.Equal(t, tt.want[i], j.Score.String(), "%v of %s", tt.mode, score)
			require.NoError(t, j.Why().Check())
		}
	}
}

// TestStageRange: what does not fit is said, wherever it happens, and never wrong.
func TestStageRange(t *testing.T) {
	fine := []metric.Rounding{{Step: metric.MustParseFigure("0.000001")}}
	p := rating.Panel{Code: "p", Rounding: fine, Sources: []rating.Source{{Code: "self", Weight: metric.MustParseFigure("0.7")}, {Code: "peer", Weight: metric.MustParseFigure("1")}}}
	_, err := p.Join(votes(votesOf("self", "9223372036854775806/7"), votesOf("peer", "9223372036854775806/7")))
	requireProblems(t, err, ": rating/score-range") // by the stage
	_, err = p.Join(votes(votesOf("self", "9223372036854775806/7"), votesOf("peer", "2")))
	requireProblems(t, err, ": rating/score-range") // by the weights
	var many []rating.Vote
	for n := range 100 {
		many = append(many, rating.Vote{Source: "self", Score: rating.MustParseScore("1/" + strconv.Itoa(1_000_000_007+2*n))})
	}
	_, err = p.Join(append(many, votesOf("peer", "1")...))
	requireProblems(t, err, "sources[0]: rating/score-range") // by the sum, long before it is thousands of digits

	scheme := kpiScheme()
	scheme.Tiers, scheme.Rounding = scheme.Tiers[:1], fine
	scheme.Tiers[0].Every = metric.Yearly
	s := kpiAssess(t, scheme, kpiYear([]string{"9223372036854775806/7"}, nil))
	require.Equal(t, rating.Unknown, s.State)
	require.Equal(t, []string{"score-range"}, s.Missing)
	require.Equal(t, "9223372036854775806/7", s.Exact.String())
	scheme = kpiScheme()
	scheme.Tiers[1].Gate = nil
	y := kpiYear(kpiQuarters("9223372036854775807", "9223372036854775807", "9223372036854775807", "9223372036854775807"), kpiQuarters("1/7", "1/7"))
	s = kpiAssess(t, scheme, y)
	require.Equal(t, []string{"score-range"}, s.Missing)
	require.False(t, s.Exact.IsSet())
}
