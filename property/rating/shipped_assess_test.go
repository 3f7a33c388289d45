package rating_test

import (
	"fmt"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/wuyekit/wuye/property/rating"
)

// shippedYear is a year of one project with the scores of its rounds.
func shippedYear(quarters, halves []string, events ...rating.Event) rating.Year {
	y := rating.Year{Scheme: "star-90-85-80", Year: 2025, Events: events, Projects: []rating.Project{
		{Code: "p1", Group: "c1", Enterprise: "e1", Facts: []rating.Fact{{Name: "propertyService", Is: true}}},
	}}
	for tier, scores := range map[string][]string{"community": quarters, "district": halves} {
		for i, s := range scores {
			y.Rounds = append(y.Rounds, rating.Round{Project: "p1", Tier: tier, Nth: i + 1, Score: rating.MustParseScore(s)})
		}
	}
	return y
}

// TestStarScheme holds the scheme against the worked examples W-01 to W-07 of its source.
func TestStarScheme(t *testing.T) {
	contest, err := rating.CompileScheme(rating.StarScheme(), nil)
	require.NoError(t, err)
	accident := func(major bool) rating.Event {
		return rating.Event{ID: "v", Veto: "facilityAccident", Project: "p1", Facts: []rating.Fact{{Name: "majorImpact", Is: major}}}
	}
	same := func(n int, score string) []string {
		list := make([]string, n)
		for i := range list {
			list[i] = score
		}
		return list
	}
	type test struct {
		name        string
		year        rating.Year
		state       rating.State
		score, band string
	}
	tests := []test{
		{"W-01", shippedYear([]string{"92", "88", "90", "86"}, []string{"93", "91"}), rating.Rated, "90.8", "5"},
		{"W-03", shippedYear([]string{"84.1", "84.8", "95.5", "89.4"}, []string{"80.8", "84.6"}), rating.Rated, "85", "4"},
		{"W-04", shippedYear(same(4, "89.9"), same(2, "90")), rating.Rated, "89.96", "4"},
		{"W-05", shippedYear(same(4, "95"), same(2, "84")), rating.Rated, "88.4", "4"},
		{"W-05 swapped", shippedYear(same(4, "84"), same(2, "95")), rating.Rated, "90.6", "5"},
		{"W-06", shippedYear(same(4, "96"), same(2, "96"), accident(true)), rating.Excluded, "", ""},
		{"W-06 without major impact", shippedYear(same(4, "96"), same(2, "96"), accident(false)), rating.Rated, "96", "5"},
		{"W-07: a quarter of 78 counts, and the half-year is reviewed for the other", shippedYear([]string{"78", "81", "84", "83"}, []string{"85", "85"}), rating.Rated, "83.6", "3"},
		{"X-08: a missing review is not 0", shippedYear([]string{"78", "81", "84", "83"}, []string{"85"}), rating.Unknown, "", ""},
		{"KPI-10: many is open", shippedYear(same(4, "96"), same(2, "96"), rating.Event{
			ID: "v", Veto: "complaints", Project: "p1",
			Facts: []rating.Fact{{Name: "majorImpact", Is: true}, {Name: "poorlyHandled", Is: true}},
		}), rating.Unknown, "", ""},
	}
	for score, band := range map[string]string{"90": "5", "89.99": "4", "85": "4", "84.99": "3", "80": "3"} {
		tests = append(tests, test{"W-02: " + score, shippedYear(same(4, score), same(2, score)), rating.Rated, score, band})
	}
	tests = append(tests, test{"W-02: 79.99", shippedYear([]string{"80", "80", "80", "79.96"}, same(2, "79.99")), rating.Rated, "79.99", "none"})
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			standings, err := contest.Assess(tt.year)
			require.NoError(t, err)
			require.Len(t, standings, 1)
			require.Equal(t, tt.state, standings[0].State, fmt.Sprint(standings[0].Missing))
			require.Equal(t, tt.score, standings[0].Score.String())
			require.Equal(t, tt.band, standings[0].Band)
		})
	}
}

// TestStarSchemeReward: a star is worth titles, and nothing below is.
func TestStarSchemeReward(t *testing.T) {
	contest, err := rating.CompileScheme(rating.StarScheme(), nil)
	require.NoError(t, err)
	standings, err := contest.Assess(shippedYear([]string{"92", "88", "90", "86"}, []string{"93", "91"}))
	require.NoError(t, err)
	require.Equal(t, []string{"cityRedFlag", "excellentEstate"}, standings[0].Reward.Titles)
	standings, err = contest.Assess(shippedYear([]string{"80", "70", "80", "70"}, []string{"70", "70"}))
	require.NoError(t, err)
	require.Equal(t, "none", standings[0].Band)
	require.Nil(t, standings[0].Reward)
}
