package rating_test

import (
	"slices"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/wuyekit/wuye/property/metric"
	"github.com/wuyekit/wuye/property/rating"
)

// kpiScheme is the district's scheme: quarters of the community 40 %, half-years of the district 60 %, what reaches 80 is
// reported, stars at 90, 85 and 80.
func kpiScheme() rating.Scheme {
	return rating.Scheme{
		Code: "stars", Version: "1",
		Tiers: []rating.Tier{
			{Code: "community", Weight: metric.MustParseFigure("40"), Every: metric.Quarterly},
			{
				Code: "district", Weight: metric.MustParseFigure("60"), Every: metric.HalfYearly,
				Gate: &rating.Gate{Of: "community", AtLeast: metric.MustParseFigure("80")},
			},
		},
		Vetoes: []rating.Veto{
			{Code: "lift", Needs: []string{"majorImpact"}, Effect: rating.Exclude, Scope: rating.OfEnterprise},
			{Code: "media", Needs: []string{"majorImpact", "verified", "responsible"}, Effect: rating.Exclude},
			{Code: "complaints", Needs: []string{"majorImpact"}, Open: true, Effect: rating.Exclude},
		},
		Bands: []rating.Band{kpiBand("5", "90"), kpiBand("4", "85"), kpiBand("3", "80"), {Code: "none"}},
		Bars:  1,
	}
}

func kpiBand(code, from string) rating.Band {
	return rating.Band{Code: code, From: metric.MustParseFigure(from)}
}

// kpiRounds are the rounds of a project at a tier from the first; "" is one without a score.
func kpiRounds(project, tier string, scores ...string) []rating.Round {
	var out []rating.Round
	for i, text := range scores {
		if text != "" {
			out = append(out, rating.Round{Project: project, Tier: tier, Nth: i + 1, Score: rating.MustParseScore(text)})
		}
	}
	return out
}

// kpiYear is the year of one project P of the enterprise E.
func kpiYear(quarters, halves []string) rating.Year {
	return rating.Year{
		Scheme: "stars", Year: 2024,
		Projects: []rating.Project{{Code: "P", Enterprise: "E"}},
		Rounds:   slices.Concat(kpiRounds("P", "community", quarters...), kpiRounds("P", "district", halves...)),
	}
}

func kpiQuarters(scores ...string) []string { return scores }

func kpiContest(tb testing.TB, s rating.Scheme) *rating.Contest {
	tb.Helper()
	c, err := rating.CompileScheme(s, nil)
	require.NoError(tb, err)
	return c
}

// kpiAssess returns the standing of the year's first project by code.
func kpiAssess(t *testing.T, s rating.Scheme, y rating.Year) rating.Standing {
	t.Helper()
	standings, err := kpiContest(t, s).Assess(y)
	require.NoError(t, err)
	require.Len(t, standings, len(y.Projects))
	return standings[0]
}

// TestAssessWorked: W-01, W-03, W-04 and W-05, worked by hand.
func TestAssessWorked(t *testing.T) {
	tests := []struct {
		name             string
		quarters, halves []string
		community        string
		district         string
		score, band      string
	}{
		{"W-01", kpiQuarters("92", "88", "90", "86"), kpiQuarters("93", "91"), "89", "92", "90.8", "5"},
		{"W-03 exactly 85", kpiQuarters("84.1", "84.8", "95.5", "89.4"), kpiQuarters("80.8", "84.6"), "88.45", "82.7", "85", "4"},
		{"W-04 not rounded", kpiQuarters("89.9", "89.9", "89.9", "89.9"), kpiQuarters("90", "90"), "89.9", "90", "89.96", "4"},
		{"W-05", kpiQuarters("95", "95", "95", "95"), kpiQuarters("84", "84"), "95", "84", "88.4", "4"},
		{"W-05 swapped", kpiQuarters("84", "84", "84", "84"), kpiQuarters("95", "95"), "84", "95", "90.6", "5"},
		{"thirds", kpiQuarters("80", "80", "80", "81/1"), kpiQuarters("241/3", "80"), "80.25", "481/6", "80.2", "3"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			s := kpiAssess(t, kpiScheme(), kpiYear(tt.quarters, tt.halves))
			require.Equal(t, rating.Rated, s.State)
			require.Empty(t, s.Missing)
			require.Equal(t, tt.community, s.Tiers[0].Score.String())
			require.Equal(t, tt.district, s.Tiers[1].Score.String())
			require.Equal(t, tt.score, s.Exact.String())
			require.Equal(t, tt.score, s.Score.String())
			require.Equal(t, tt.band, s.Band)
			require.Equal(t, tt.band, s.Edge.Code)
		})
	}
}

// TestAssessBands: W-02, where every round has the same score.
func TestAssessBands(t *testing.T) {
	for score, band := range map[string]string{"90": "5", "89.99": "4", "85": "4", "84.99": "3", "80": "3", "100": "5"} {
		y := kpiYear(kpiQuarters(score, score, score, score), kpiQuarters(score, score))
		require.Equal(t, band, kpiAssess(t, kpiScheme(), y).Band, score)
	}
	// What the community scored below 80 is not reported: there is no such year, but by the means.
	y := kpiYear(kpiQuarters("80", "80", "80", "80"), kpiQuarters("79.98", "79.98"))
	s := kpiAssess(t, kpiScheme(), y)
	require.Equal(t, "79.988", s.Score.String())
	require.Equal(t, "none", s.Band)
	s.Edge.Code = ""
	require.Empty(t, s.Edge, "the last row has no edge")
}

// TestAssessHundredths: for every score in hundredths the band is the one on the right side of the edge.
func TestAssessHundredths(t *testing.T) {
	scheme := kpiScheme()
	scheme.Tiers = scheme.Tiers[:1]
	scheme.Tiers[0].Every = metric.Yearly
	scheme.Bands = []rating.Band{kpiBand("5", "90"), {Code: "4", Above: metric.MustParseFigure("85")}, kpiBand("3", "80")}
	c := kpiContest(t, scheme)
	y := rating.Year{Scheme: "stars", Year: 2024}
	for n := range 10001 {
		code := string([]byte{'0' + byte(n/10000), '0' + byte(n/1000%10), '0' + byte(n/100%10), '0' + byte(n/10%10), '0' + byte(n%10)})
		y.Projects = append(y.Projects, rating.Project{Code: code})
		y.Rounds = append(y.Rounds, rating.Round{Project: code, Tier: "community", Nth: 1, Score: rating.MustParseScore(code[:3] + "." + code[3:])})
	}
	standings, err := c.Assess(y)
	require.NoError(t, err)
	require.Len(t, standings, 10001)
	for n, s := range standings { // by code, which is by score
		want := ""
		switch {
		case n >= 9000:
			want = "5"
		case n > 8500:
			want = "4"
		case n >= 8000:
			want = "3"
		}
		if s.Band != want || s.State != rating.Rated {
			t.Fatalf("%s: band %q, want %q", s.Project, s.Band, want)
		}
	}
}

// TestAssessBandsOn: 89.96 is four stars before it is rounded to one decimal and five after, and the scheme says which.
func TestAssessBandsOn(t *testing.T) {
	scheme := kpiScheme()
	scheme.Rounding = []metric.Rounding{{Step: metric.MustParseFigure("0.1")}}
	y := kpiYear(kpiQuarters("89.9", "89.9", "89.9", "89.9"), kpiQuarters("90", "90"))
	s := kpiAssess(t, scheme, y)
	require.Equal(t, "89.96", s.Exact.String())
	require.Equal(t, "90", s.Score.String())
	require.Equal(t, "4", s.Band)
	scheme.BandsOn = rating.OnRounded
	require.Equal(t, "5", kpiAssess(t, scheme, y).Band)
	// Two stages are not one: 88.445 is 88.5 by 0.01 and then 0.1, and 88.4 by 0.1 alone.
	y = kpiYear(kpiQuarters("88.445", "88.445", "88.445", "88.445"), kpiQuarters("88.445", "88.445"))
	require.Equal(t, "88.4", kpiAssess(t, scheme, y).Score.String())
	scheme.Rounding = []metric.Rounding{{}, {Step: metric.MustParseFigure("0.1")}}
	s = kpiAssess(t, scheme, y)
	require.Equal(t, "88.5", s.Score.String())
	require.Equal(t, "88.45", s.Stages[0].Score.String())
}

// TestAssessTierRounding: the mean of a tier is rounded before it is weighed, where the scheme says so.
func TestAssessTierRounding(t *testing.T) {
	scheme := kpiScheme()
	scheme.Tiers[0].Rounding = []metric.Rounding{{Step: metric.MustParseFigure("1")}}
	s := kpiAssess(t, scheme, kpiYear(kpiQuarters("92", "88", "90", "85"), kpiQuarters("93", "91")))
	require.Equal(t, "88.75", s.Tiers[0].Mean.String())
	require.Equal(t, "89", s.Tiers[0].Score.String())
	require.Equal(t, "90.8", s.Score.String())
}

// TestAssessCheating: W-09. The result of 2024 is cancelled: 2024 is void, 2025 is barred, 2026 is assessed again.
func TestAssessCheating(t *testing.T) {
	for year, want := range map[int]rating.State{2024: rating.Revoked, 2025: rating.Barred, 2026: rating.Rated} {
		y := kpiYear(kpiQuarters("92", "88", "90", "86"), kpiQuarters("93", "91"))
		y.Year = year
		y.Revocations = []rating.Revocation{{Project: "P", Year: 2024, Reason: "scores were made up", Responsible: "Li"}}
		s := kpiAssess(t, kpiScheme(), y)
		require.Equal(t, want, s.State)
		require.Equal(t, "90.8", s.Exact.String(), "for information")
		if want == rating.Rated {
			require.Nil(t, s.Revocation)
			require.Equal(t, "5", s.Band)
			continue
		}
		require.Equal(t, "scores were made up", s.Revocation.Reason)
		require.False(t, s.Score.IsSet())
		require.Empty(t, s.Band)
	}
}

// TestAssessBars: a bar of two years holds for two, of none for none; this year's revocation comes before an earlier one.
func TestAssessBars(t *testing.T) {
	scheme := kpiScheme()
	y := kpiYear(kpiQuarters("92", "88", "90", "86"), kpiQuarters("93", "91"))
	y.Revocations = []rating.Revocation{{Project: "P", Year: 2022, Reason: "a"}}
	for bars, want := range map[int]rating.State{0: rating.Rated, 1: rating.Rated, 2: rating.Barred} {
		scheme.Bars = bars
		require.Equal(t, want, kpiAssess(t, scheme, y).State, bars)
	}
	y.Revocations = append(y.Revocations, rating.Revocation{Project: "P", Year: 2024, Reason: "b"}, rating.Revocation{Project: "P", Year: 2023, Reason: "c"})
	s := kpiAssess(t, scheme, y)
	require.Equal(t, rating.Revoked, s.State)
	require.Equal(t, "b", s.Revocation.Reason)
}
