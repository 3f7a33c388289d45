package rating_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/wuyekit/wuye/property/rating"
)

// TestGapOfAYear is W-03: exactly 85 is four stars, and five points are missing to five.
func TestGapOfAYear(t *testing.T) {
	contest := kpiContest(t, kpiScheme())
	s := kpiAssess(t, kpiScheme(), kpiYear(kpiQuarters("84.1", "84.8", "95.5", "89.4"), kpiQuarters("80.8", "84.6")))
	gap, err := contest.Gap(&s, nil, "")
	require.NoError(t, err)
	require.Equal(t, rating.Gap{
		Project: "P", Year: 2024, Scheme: "stars", Version: "1", Exact: rating.MustParseScore("85"), Band: "4", Wanted: "5",
		Ways: []rating.Way{{Row: 1, Band: "5", Edge: rating.MustParseScore("90"), Short: rating.MustParseScore("5")}},
	}, gap)
	gap, err = contest.Gap(&s, nil, "4")
	require.NoError(t, err)
	require.True(t, gap.Reached)
}

// TestGapOfAnExcludedYear: the points are there, and an accident with major impact stands in the way.
func TestGapOfAnExcludedYear(t *testing.T) {
	y := kpiYear(kpiQuarters("95", "95", "95", "95"), kpiQuarters("95", "95"))
	y.Events = []rating.Event{{ID: "E1", Veto: "lift", Project: "P", Facts: []rating.Fact{{Name: "majorImpact", Is: true}}}}
	s := kpiAssess(t, kpiScheme(), y)
	require.Equal(t, rating.Excluded, s.State)
	gap, err := kpiContest(t, kpiScheme()).Gap(&s, nil, "5")
	require.NoError(t, err)
	require.False(t, gap.Reached)
	require.Equal(t, "0", gap.Ways[0].Short.String())
	require.Equal(t, []rating.Obstacle{{Kind: rating.HurdleVeto, Name: "lift"}}, gap.Ways[0].Obstacles)
	require.False(t, gap.Ways[0].Enough())
}

func TestGapOfAYearWithoutAScore(t *testing.T) {
	s := kpiAssess(t, kpiScheme(), kpiYear(kpiQuarters("84.1"), nil))
	_, err := kpiContest(t, kpiScheme()).Gap(&s, nil, "")
	require.ErrorIs(t, err, rating.ErrNoScore)
}
