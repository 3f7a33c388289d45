package rating_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/stretchr/testify/require"

	"github.com/wuyekit/wuye/property/metric"
	"github.com/wuyekit/wuye/property/rating"
)

// flags shows the rounds of a tier: r reported, c counts, o owed.
func flags(t rating.TierScore) []string {
	var out []string
	for _, r := range t.Rounds {
		text := ""
		for _, f := range []struct {
			is   bool
			word string
		}{{r.Reported, "r"}, {r.Counts, "c"}, {r.Owed, "o"}} {
			if f.is {
				text += f.word
			}
		}
		out = append(out, text)
	}
	return out
}

// TestAssessGate: W-07. A quarter of 78 is not reported, so that the district owes no first half-year, unless one reported quarter
// is enough.
func TestAssessGate(t *testing.T) {
	y := kpiYear(kpiQuarters("78", "81", "84", "83"), kpiQuarters("", "90"))
	s := kpiAssess(t, kpiScheme(), y)
	require.Equal(t, []string{"co", "rco", "rco", "rco"}, flags(s.Tiers[0]))
	require.Equal(t, []string{"", "co"}, flags(s.Tiers[1]))
	require.Equal(t, rating.Rated, s.State)
	require.Equal(t, "81.5", s.Tiers[0].Mean.String(), "326/4: a quarter of 78 pulls the mean down")
	require.Equal(t, "86.6", s.Score.String(), "0.4 × 81.5 + 0.6 × 90")

	either := kpiScheme()
	either.Tiers[1].Gate.Any = true
	s = kpiAssess(t, either, y)
	require.Equal(t, rating.Unknown, s.State)
	require.Equal(t, []string{"district/1"}, s.Missing)
	require.Equal(t, []string{"o", "co"}, flags(s.Tiers[1]))

	out := kpiScheme()
	out.Tiers[1].Unreported = rating.UnreportedLeavesOut
	s = kpiAssess(t, out, y)
	require.Equal(t, []string{"o", "rco", "rco", "rco"}, flags(s.Tiers[0]))
	require.Equal(t, "248/3", s.Tiers[0].Mean.String())
	require.Equal(t, "1306/15", s.Score.String(), "0.4 × 248/3 + 54")
}

// TestAssessGateEdge: the edge itself is reported.
func TestAssessGateEdge(t *testing.T) {
	s := kpiAssess(t, kpiScheme(), kpiYear(kpiQuarters("80", "79.999999", "80", "80"), kpiQuarters("", "80")))
	require.Equal(t, []string{"rco", "co", "rco", "rco"}, flags(s.Tiers[0]))
}

// TestAssessNotReported: X-08. What was reported to no round of the district is not rated, which is not 0.
func TestAssessNotReported(t *testing.T) {
	s := kpiAssess(t, kpiScheme(), kpiYear(kpiQuarters("78", "81", "84", "79"), nil))
	require.Equal(t, rating.NotReported, s.State)
	require.False(t, s.Exact.IsSet())
	require.False(t, s.Score.IsSet())
	require.Empty(t, s.Missing)
	require.Equal(t, "80.5", s.Tiers[0].Score.String())

	// All of it is left out of the community's mean, which is then none; nothing is missing.
	out := kpiScheme()
	out.Tiers[1].Unreported = rating.UnreportedLeavesOut
	s = kpiAssess(t, out, kpiYear(kpiQuarters("78", "71", "74", "79"), nil))
	require.Equal(t, rating.NotReported, s.State)
	require.False(t, s.Tiers[0].Mean.IsSet())
}

// TestAssessNobodyAsked: a district score for a half-year that the community did not report is a mistake in the data.
func TestAssessNobodyAsked(t *testing.T) {
	y := kpiYear(kpiQuarters("78", "81", "84", "83"), kpiQuarters("90", "90"))
	standings, err := kpiContest(t, kpiScheme()).Assess(y)
	require.ErrorIs(t, err, rating.ErrNotReported)
	require.ErrorContains(t, err, `rounds[4]: round 1 of the tier "district" has a score for "P"`)
	require.Nil(t, standings)
	// While a quarter is missing nobody can say so.
	s := kpiAssess(t, kpiScheme(), kpiYear(kpiQuarters("", "81", "84", "83"), kpiQuarters("90", "90")))
	require.Equal(t, []string{"community/1"}, s.Missing)
	require.Equal(t, []string{"c", "co"}, flags(s.Tiers[1]))
}

// TestAssessMissing: each rule for a missing score, at either tier.
func TestAssessMissing(t *testing.T) {
	tests := []struct {
		name                string
		community, district rating.Absence
		quarters, halves    []string
		state               rating.State
		missing             []string
		score               string
	}{
		{"named", 0, 0, kpiQuarters("90", "90", "90", ""), kpiQuarters("90", ""), rating.Unknown, []string{"community/4"}, ""},
		{"both named", 0, 0, kpiQuarters("90", "90", "", "70"), kpiQuarters("", ""), rating.Unknown, []string{"community/3", "district/1"}, ""},
		{"nothing known", 0, 0, nil, nil, rating.Unknown, []string{"community/1", "community/2", "community/3", "community/4"}, ""},
		{"below the gate already", 0, 0, kpiQuarters("90", "90", "", "70"), kpiQuarters("90"), rating.Unknown, []string{"community/3"}, ""},
		{"district named", 0, 0, kpiQuarters("90", "90", "90", "90"), kpiQuarters("90", ""), rating.Unknown, []string{"district/2"}, ""},
		{"district left out", 0, rating.Renormalise, kpiQuarters("90", "90", "90", "90"), kpiQuarters("95", ""), rating.Rated, nil, "93"},
		{"district 0", 0, rating.Zero, kpiQuarters("90", "90", "90", "90"), kpiQuarters("95", ""), rating.Rated, nil, "64.5"},
		{"no district at all", 0, rating.Renormalise, kpiQuarters("90", "90", "90", "90"), nil, rating.Unknown, []string{"district"}, ""},
		{"quarter left out", rating.Renormalise, 0, kpiQuarters("90", "90", "86", ""), kpiQuarters("95", "95"), rating.Rated, nil, "1387/15"},
		{"quarter 0", rating.Zero, 0, kpiQuarters("90", "90", "86", ""), kpiQuarters("95", ""), rating.Rated, nil, "83.6"},
		{"half without quarters", rating.Renormalise, 0, kpiQuarters("90", "90"), kpiQuarters("95"), rating.Rated, nil, "93"},
		{"all left out", rating.Renormalise, 0, nil, nil, rating.NotReported, nil, ""},
		{"all 0", rating.Zero, 0, nil, nil, rating.NotReported, nil, ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			scheme := kpiScheme()
			scheme.Tiers[0].Missing, scheme.Tiers[1].Missing = tt.community, tt.district
			s := kpiAssess(t, scheme, kpiYear(tt.quarters, tt.halves))
			require.Equal(t, tt.state, s.State)
			require.Equal(t, tt.missing, s.Missing)
			require.Equal(t, tt.score, s.Score.String())
		})
	}
}

// TestAssessUngated: without a gate the district assesses everybody, and both tiers are needed (KPI-65).
func TestAssessUngated(t *testing.T) {
	scheme := kpiScheme()
	scheme.Tiers[1].Gate = nil
	s := kpiAssess(t, scheme, kpiYear(kpiQuarters("70", "70", "70", "70"), nil))
	require.Equal(t, rating.Unknown, s.State)
	require.Equal(t, []string{"district/1", "district/2"}, s.Missing)
	s = kpiAssess(t, scheme, kpiYear(kpiQuarters("70", "70", "70", "70"), kpiQuarters("60", "80")))
	require.Equal(t, "70", s.Score.String())
	require.Equal(t, []string{"co", "co", "co", "co"}, flags(s.Tiers[0]), "nobody reports")
}

// TestAssessThreeTiers: months to quarters to the year; what the middle one does not let through does not reach the top.
func TestAssessThreeTiers(t *testing.T) {
	gate := func(of, from string) *rating.Gate {
		return &rating.Gate{Of: of, AtLeast: metric.MustParseFigure(from), Any: of == "street"}
	}
	weight := metric.MustParseFigure("1")
	scheme := rating.Scheme{
		Code: "stars", Bands: []rating.Band{{Code: "passed"}},
		Tiers: []rating.Tier{
			{Code: "street", Weight: weight, Every: metric.Monthly, Missing: rating.Renormalise},
			{Code: "district", Weight: weight, Every: metric.Quarterly, Gate: gate("street", "60")},
			{Code: "city", Weight: weight, Every: metric.Yearly, Gate: gate("district", "90")},
		},
	}
	year := func(months []string, quarters []string, city ...string) rating.Year {
		y := kpiYear(nil, quarters)
		y.Rounds = append(y.Rounds, kpiRounds("P", "street", months...)...)
		y.Rounds = append(y.Rounds, kpiRounds("P", "city", city...)...)
		return y
	}
	// January reports quarter 1 and August quarter 3; quarters 2 and 4 are not reported, so the year is not either.
	s := kpiAssess(t, scheme, year([]string{"60", "", "", "59", "", "", "", "61"}, kpiQuarters("90", "", "95")))
	require.Equal(t, rating.NotReported, s.State)
	require.Equal(t, []string{"rco", "", "rco", ""}, flags(s.Tiers[1]))
	require.Equal(t, []string{""}, flags(s.Tiers[2]))
	// Each quarter is, and the year too.
	s = kpiAssess(t, scheme, year([]string{"60", "", "", "60", "", "", "60", "", "", "60"}, kpiQuarters("90", "90", "95", "93"), "95"))
	require.Equal(t, "247/3", s.Score.String(), "(60 + 92 + 95) ÷ 3")
	require.Equal(t, []string{"co"}, flags(s.Tiers[2]))
}

// TestAssessGroupMean: X-08's other reading, the mean of the community over its projects.
func TestAssessGroupMean(t *testing.T) {
	scheme := kpiScheme()
	scheme.Tiers[0].Mean = rating.GroupMean
	y := rating.Year{Scheme: "stars", Year: 2024, Projects: []rating.Project{
		{Code: "P", Group: "north"}, {Code: "Q", Group: "north"}, {Code: "R", Group: "south"}, {Code: "S", Group: "north"},
	}}
	for project, scores := range map[string][]string{"P": {"92", "88", "90", "86"}, "Q": {"80", "80", "80", "82"}, "R": {"99", "99", "99", "99"}} {
		y.Rounds = append(y.Rounds, kpiRounds(project, "community", scores...)...)
		y.Rounds = append(y.Rounds, kpiRounds(project, "district", "90", "90")...)
	}
	standings, err := kpiContest(t, scheme).Assess(y)
	require.NoError(t, err)
	var got []string
	for _, s := range standings {
		got = append(got, s.Project+" "+s.Tiers[0].Mean.String()+" "+s.Score.String()+" "+s.State.String())
		require.Equal(t, map[string]int{"P": 2, "Q": 2, "R": 1, "S": 2}[s.Project], s.Tiers[0].Of)
		require.Equal(t, s.Group, s.Tiers[0].Group)
	}
	// (92 + 88 + 90 + 86 + 80 + 80 + 80 + 82) ÷ 8 = 678/8; 0.4 × 84.75 + 54 = 87.9.
	want := []string{"P 84.75 87.9 rated", "Q 84.75 87.9 rated", "R 99 93.6 rated", "S 84.75  unknown"}
	require.Empty(t, cmp.Diff(want, got))

	y.Projects[0].Group = ""
	_, err = kpiContest(t, scheme).Assess(y)
	require.ErrorIs(t, err, rating.ErrNoGroup)
	require.ErrorContains(t, err, "projects[0].group")
}

// TestAssessScoreRange: what cannot be written as a score is not rated, and the others are.
func TestAssessScoreRange(t *testing.T) {
	y := kpiYear(kpiQuarters("90/9223372036854775783", "80/3", "80/7", "80"), nil)
	y.Projects = append(y.Projects, rating.Project{Code: "Q"})
	y.Rounds = append(y.Rounds, kpiRounds("Q", "community", "90", "90", "90", "90")...)
	y.Rounds = append(y.Rounds, kpiRounds("Q", "district", "90", "90")...)
	scheme := kpiScheme()
	scheme.Tiers[1].Gate = nil
	scheme.Tiers[1].Missing = rating.Zero
	standings, err := kpiContest(t, scheme).Assess(y)
	require.NoError(t, err)
	require.Equal(t, rating.Unknown, standings[0].State)
	require.Equal(t, []string{"community/score-range"}, standings[0].Missing)
	require.Equal(t, "90", standings[1].Score.String())
}
