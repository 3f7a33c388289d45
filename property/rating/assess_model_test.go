package rating_test

import (
	"math/big"
	"math/rand/v2"
	"reflect"
	"slices"
	"strconv"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/wuyekit/wuye/property/metric"
	"github.com/wuyekit/wuye/property/rating"
)

// randomScheme is the district's scheme with other rules.
func randomScheme(r *rand.Rand) rating.Scheme {
	s := kpiScheme()
	s.Needs = []string{"propertyService"}
	s.Vetoes[0].Scope, s.Vetoes[0].AtLeast = rating.Scope(r.IntN(3)), r.IntN(3)
	s.Vetoes[1].Effect = rating.Nullify
	s.Vetoes[2].Open, s.Vetoes[2].Effect, s.Vetoes[2].Band = false, rating.Limit, "3"
	for i := range s.Tiers {
		s.Tiers[i].Weight = metric.MustParseFigure(strconv.Itoa(1 + r.IntN(9)))
		s.Tiers[i].Missing = []rating.Absence{0, rating.Renormalise, rating.Zero}[r.IntN(3)]
	}
	s.Tiers[1].Gate.Any = r.IntN(2) == 0
	s.Tiers[1].Unreported = rating.Unreported(r.IntN(3))
	return s
}

// randomYear is a year of a few projects with holes, events and facts. The district's rounds are those that the community reported.
func randomYear(r *rand.Rand, s rating.Scheme) rating.Year {
	y := rating.Year{Scheme: "stars", Year: 2024}
	for i := range 1 + r.IntN(5) {
		p := rating.Project{Code: strconv.Itoa(i), Enterprise: []string{"", "E", "F"}[r.IntN(3)]}
		if r.IntN(10) > 0 {
			p.Facts = []rating.Fact{{Name: "propertyService", Is: r.IntN(10) > 0}}
		}
		y.Projects = append(y.Projects, p)
		var quarters [4]int
		for q := range quarters {
			if quarters[q] = -1; r.IntN(12) > 0 {
				quarters[q] = 74 + r.IntN(27)
				y.Rounds = append(y.Rounds, kpiRound(p.Code, "community", q+1, quarters[q]))
			}
		}
		for h := range 2 {
			if plainOwed(s, quarters[2*h], quarters[2*h+1]) != "no" && r.IntN(12) > 0 {
				y.Rounds = append(y.Rounds, kpiRound(p.Code, "district", h+1, 70+r.IntN(31)))
			}
		}
		if r.IntN(10) == 0 {
			y.Revocations = append(y.Revocations, rating.Revocation{Project: p.Code, Year: 2022 + r.IntN(3), Reason: "x"})
		}
		for e := range r.IntN(3) {
			event := rating.Event{ID: p.Code + "-" + strconv.Itoa(e), Project: p.Code, Veto: []string{"lift", "media", "complaints"}[r.IntN(3)]}
			for _, name := range []string{"majorImpact", "verified", "responsible"} {
				if r.IntN(5) > 0 {
					event.Facts = append(event.Facts, rating.Fact{Name: name, Is: r.IntN(4) > 0})
				}
			}
			y.Events = append(y.Events, event)
		}
	}
	return y
}

func kpiRound(project, tier string, nth, score int) rating.Round {
	return rating.Round{Project: project, Tier: tier, Nth: nth, Score: rating.MustParseScore(strconv.Itoa(score))}
}

// plainOwed says whether two quarters, −1 for one without a score, let a project through to the district: "yes", "no" or "?".
func plainOwed(s rating.Scheme, quarters ...int) string {
	yes, no, open := 0, 0, 0
	for _, q := range quarters {
		switch {
		case q >= 80:
			yes++
		case q >= 0 || s.Tiers[0].Missing == rating.Zero:
			no++
		case s.Tiers[0].Missing == 0:
			open++
		}
	}
	if s.Tiers[1].Gate.Any {
		switch {
		case yes > 0:
			return "yes"
		case open > 0:
			return "?"
		}
		return "no"
	}
	switch {
	case no > 0 || yes+open == 0:
		return "no"
	case open > 0:
		return "?"
	}
	return "yes"
}

// plain is the scheme in so many words: the state and, if the project is rated, its score.
func plain(s rating.Scheme, y rating.Year, p rating.Project) (rating.State, *big.Rat) {
	for _, back := range []int{0, 1} {
		for _, v := range y.Revocations {
			if v.Project == p.Code && v.Year == 2024-back {
				return []rating.State{rating.Revoked, rating.Barred}[back], nil
			}
		}
	}
	if len(p.Facts) > 0 && !p.Facts[0].Is {
		return rating.Ineligible, nil
	}
	hit, open := plainVetoes(s, y, p)
	state, score := plainScore(s, y, p)
	switch {
	case len(p.Facts) == 0:
		return rating.Unknown, nil
	case hit["lift"]:
		return rating.Excluded, nil
	case open["lift"], open["media"] && !hit["media"], open["complaints"] && !hit["media"] && !hit["complaints"]:
		return rating.Unknown, nil
	case state != rating.Rated:
		return state, nil
	case hit["media"]:
		return rating.Rated, new(big.Rat)
	}
	return rating.Rated, score
}

func plainVetoes(s rating.Scheme, y rating.Year, p rating.Project) (hit, open map[string]bool) {
	hit, open = map[string]bool{}, map[string]bool{}
	for _, v := range s.Vetoes {
		for _, at := range y.Projects {
			same := v.Scope == rating.OfEnterprise && p.Enterprise != "" && at.Enterprise == p.Enterprise
			if at.Code != p.Code && !same {
				continue
			}
			full, maybe := 0, 0
			for _, e := range y.Events {
				if e.Veto != v.Code || e.Project != at.Code {
					continue
				}
				yes, no := 0, 0
				for _, need := range v.Needs {
					for _, f := range e.Facts {
						if f.Name == need && f.Is {
							yes++
						}
						if f.Name == need && !f.Is {
							no++
						}
					}
				}
				if yes == len(v.Needs) {
					full++
				} else if no == 0 {
					maybe++
				}
			}
			least := max(1, v.AtLeast)
			hit[v.Code] = hit[v.Code] || full >= least
			open[v.Code] = open[v.Code] || full < least && full+maybe >= least
		}
	}
	return hit, open
}

func plainScore(s rating.Scheme, y rating.Year, p rating.Project) (rating.State, *big.Rat) {
	given := map[string]int{}
	for _, r := range y.Rounds {
		if r.Project == p.Code {
			given[r.Tier+strconv.Itoa(r.Nth)] = int(r.Score.Rat().Num().Int64())
		}
	}
	at := func(name string) int {
		if v, ok := given[name]; ok {
			return v
		}
		return -1
	}
	out := s.Tiers[1].Unreported == rating.UnreportedLeavesOut
	missing, reached, waits := false, false, false
	var community, district []int
	for q := 1; q <= 4; q++ {
		switch score := at("community" + strconv.Itoa(q)); {
		case score >= 80 || score >= 0 && !out:
			community = append(community, score)
		case score < 0 && s.Tiers[0].Missing == 0:
			missing = true
		case score < 0 && s.Tiers[0].Missing == rating.Zero && !out:
			community = append(community, 0)
		}
	}
	for h := 1; h <= 2; h++ {
		owed := plainOwed(s, at("community"+strconv.Itoa(2*h-1)), at("community"+strconv.Itoa(2*h)))
		score := at("district" + strconv.Itoa(h))
		reached, waits = reached || owed == "yes" || score >= 0, waits || owed == "?"
		switch {
		case score >= 0:
			district = append(district, score)
		case owed == "yes" && s.Tiers[1].Missing == 0:
			missing = true
		case owed == "yes" && s.Tiers[1].Missing == rating.Zero:
			district = append(district, 0)
		}
	}
	switch {
	case !reached && !waits:
		return rating.NotReported, nil
	case missing || waits || len(community) == 0 || len(district) == 0:
		return rating.Unknown, nil
	}
	sum, weights := new(big.Rat), new(big.Rat)
	for i, scores := range [][]int{community, district} {
		total := int64(0)
		for _, v := range scores {
			total += int64(v)
		}
		w := s.Tiers[i].Weight.Decimal().Rat()
		weights.Add(weights, w)
		sum.Add(sum, w.Mul(w, big.NewRat(total, int64(len(scores)))))
	}
	return rating.Rated, sum.Quo(sum, weights)
}

// TestAssessModel: random years against the scheme in so many words; the order of the lists does not matter, and every
// derivation replays to the score and to the band.
func TestAssessModel(t *testing.T) {
	r := rand.New(rand.NewPCG(20, 26))
	seen := map[rating.State]int{}
	for range 500 {
		scheme := randomScheme(r)
		y := randomYear(r, scheme)
		c := kpiContest(t, scheme)
		standings, err := c.Assess(y)
		require.NoError(t, err)
		for i := range standings {
			s := &standings[i]
			state, score := plain(scheme, y, y.Projects[i])
			seen[s.State]++
			if state != s.State {
				t.Fatalf("%s: state %v, want %v\n%+v\n%+v", s.Project, s.State, state, scheme, y)
			}
			if score != nil && score.Cmp(s.Score.Rat()) != 0 {
				t.Fatalf("%s: score %v, want %v", s.Project, s.Score, score)
			}
			require.Equal(t, s.State == rating.Unknown, len(s.Missing) > 0)
			require.Equal(t, s.State == rating.Rated, s.Score.IsSet())
			requireExplained(t, s)
		}
		for _, shuffle := range []func(){
			func() {
				r.Shuffle(len(y.Rounds), func(a, b int) { y.Rounds[a], y.Rounds[b] = y.Rounds[b], y.Rounds[a] })
			},
			func() {
				r.Shuffle(len(y.Events), func(a, b int) { y.Events[a], y.Events[b] = y.Events[b], y.Events[a] })
			},
			func() { slices.Reverse(y.Projects) },
			func() { slices.Reverse(y.Revocations) },
		} {
			shuffle()
		}
		again, err := c.Assess(y)
		require.NoError(t, err)
		if !reflect.DeepEqual(standings, again) {
			t.Fatal("the order of the lists matters")
		}
	}
	for _, state := range []rating.State{rating.Unknown, rating.Rated, rating.Excluded, rating.NotReported, rating.Ineligible, rating.Barred, rating.Revoked} {
		require.Greater(t, seen[state], 20, state)
	}
}

// requireExplained: both derivations replay, to the score and the band.
func requireExplained(t *testing.T, s *rating.Standing) {
	t.Helper()
	why, band := s.Why(), s.WhyBand()
	if err := why.Check(); err != nil {
		t.Fatal(err)
	}
	if err := band.Check(); err != nil {
		t.Fatal(err)
	}
	wantScore, wantBand := s.State.String(), s.State.String()
	if s.State == rating.Rated {
		wantScore, wantBand = s.Score.String(), s.Band
		switch {
		case s.Band == "" && len(s.Missing) > 0:
			wantBand = "unknown"
		case s.Band == "":
			wantBand = "none"
		}
	}
	if why.Value.Text != wantScore || band.Value.Text != wantBand {
		t.Fatalf("the derivations say %q and %q, the standing %q and %q", why.Value.Text, band.Value.Text, wantScore, wantBand)
	}
}

// TestAssessKeeps: a year is only read.
func TestAssessKeeps(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	scheme := randomScheme(r)
	y := randomYear(r, scheme)
	slices.Reverse(y.Rounds)
	before := rating.Year{
		Scheme: y.Scheme, Year: y.Year, Projects: slices.Clone(y.Projects), Rounds: slices.Clone(y.Rounds),
		Events: slices.Clone(y.Events), Revocations: slices.Clone(y.Revocations),
	}
	_, err := kpiContest(t, scheme).Assess(y)
	require.NoError(t, err)
	require.Equal(t, before, y)
}
