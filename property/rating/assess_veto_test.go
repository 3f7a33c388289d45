package rating_test

import (
	"strconv"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/wuyekit/wuye/property/civil"
	"github.com/wuyekit/wuye/property/metric"
	"github.com/wuyekit/wuye/property/rating"
)

// kpiEvent is an event at project P with facts like "majorImpact" or "-verified", which is known not to be so.
func kpiEvent(id, veto string, facts ...string) rating.Event {
	e := rating.Event{ID: id, Veto: veto, Project: "P"}
	for _, f := range facts {
		if f[0] == '-' {
			e.Facts = append(e.Facts, rating.Fact{Name: f[1:]})
		} else {
			e.Facts = append(e.Facts, rating.Fact{Name: f, Is: true})
		}
	}
	return e
}

// kpiBest is a year in which the weighted score of P is 96.
func kpiBest(events ...rating.Event) rating.Year {
	y := kpiYear(kpiQuarters("96", "96", "96", "96"), kpiQuarters("96", "96"))
	y.Events = events
	return y
}

// TestAssessVeto: W-06, X-09. A listed event and a major impact exclude; one of them does not; what is not stated leaves it open.
func TestAssessVeto(t *testing.T) {
	tests := []struct {
		name    string
		events  []rating.Event
		state   rating.State
		missing []string
		hits    []string
	}{
		{"nothing", nil, rating.Rated, nil, nil},
		{"with major impact", []rating.Event{kpiEvent("e1", "lift", "majorImpact")}, rating.Excluded, nil, []string{"lift P [e1]"}},
		{"without", []rating.Event{kpiEvent("e1", "lift", "-majorImpact")}, rating.Rated, nil, nil},
		{"nobody says", []rating.Event{kpiEvent("e1", "lift")}, rating.Unknown, []string{"lift/majorImpact/e1"}, nil},
		{"media: all three", []rating.Event{kpiEvent("e1", "media", "majorImpact", "verified", "responsible")}, rating.Excluded, nil, []string{"media P [e1]"}},
		{"media: not responsible", []rating.Event{kpiEvent("e1", "media", "verified", "-responsible")}, rating.Rated, nil, nil},
		{
			"media: two not stated",
			[]rating.Event{kpiEvent("e1", "media", "verified")},
			rating.Unknown,
			[]string{"media/majorImpact/e1", "media/responsible/e1"},
			nil,
		},
		{
			"another event excludes whatever it was",
			[]rating.Event{kpiEvent("e1", "media"), kpiEvent("e2", "lift", "majorImpact")},
			rating.Excluded, nil,
			[]string{"lift P [e2]"},
		},
		{
			"one accident of two is enough",
			[]rating.Event{kpiEvent("e2", "lift"), kpiEvent("e1", "lift", "majorImpact")},
			rating.Excluded, nil,
			[]string{"lift P [e1]"},
		},
		{"KPI-10: many is open", []rating.Event{kpiEvent("e1", "complaints", "majorImpact")}, rating.Unknown, []string{"complaints/atLeast"}, nil},
		{"KPI-10: without impact", []rating.Event{kpiEvent("e1", "complaints", "-majorImpact")}, rating.Rated, nil, nil},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			s := kpiAssess(t, kpiScheme(), kpiBest(tt.events...))
			require.Equal(t, tt.state, s.State)
			require.Equal(t, tt.missing, s.Missing)
			require.Equal(t, tt.hits, hitsOf(s))
			require.Equal(t, "96", s.Exact.String())
			require.Equal(t, tt.state == rating.Rated, s.Score.IsSet())
			require.Equal(t, tt.state == rating.Rated, s.Band == "5")
		})
	}
}

func hitsOf(s rating.Standing) []string {
	var out []string
	for _, h := range s.Vetoes {
		text := h.Veto + " " + h.Project + " ["
		for i, e := range h.Events {
			if i > 0 {
				text += " "
			}
			text += e
		}
		out = append(out, text+"]")
	}
	return out
}

// TestAssessVetoAtLeast: with a number of three, two events do nothing, three exclude, and a third that lacks a fact leaves it open.
func TestAssessVetoAtLeast(t *testing.T) {
	scheme := kpiScheme()
	scheme.Vetoes[2].AtLeast = 3
	full := func(id string) rating.Event { return kpiEvent(id, "complaints", "majorImpact") }
	for _, tt := range []struct {
		events []rating.Event
		want   rating.State
	}{
		{[]rating.Event{full("a"), full("b")}, rating.Rated},
		{[]rating.Event{full("a"), full("b"), full("c")}, rating.Excluded},
		{[]rating.Event{full("a"), full("b"), kpiEvent("c", "complaints")}, rating.Unknown},
		{[]rating.Event{full("a"), kpiEvent("b", "complaints")}, rating.Rated},
		{[]rating.Event{full("a"), full("b"), kpiEvent("c", "complaints", "-majorImpact")}, rating.Rated},
	} {
		require.Equal(t, tt.want, kpiAssess(t, scheme, kpiBest(tt.events...)).State, tt.events)
	}
	// Events of two projects of the enterprise are not added up.
	y := kpiBest(full("a"), full("b"), full("c"))
	y.Projects = append(y.Projects, rating.Project{Code: "Q", Enterprise: "E"})
	y.Events[2].Project = "Q"
	scheme.Vetoes[2].Scope = rating.OfEnterprise
	require.Equal(t, rating.Rated, kpiAssess(t, scheme, y).State)
}

// TestAssessEnterprise: X-10. A veto of the enterprise hits each of its projects, one of the project that one alone.
func TestAssessEnterprise(t *testing.T) {
	scheme := kpiScheme()
	y := rating.Year{Scheme: "stars", Year: 2024, Projects: []rating.Project{
		{Code: "P", Enterprise: "E"}, {Code: "Q", Enterprise: "E"}, {Code: "R", Enterprise: "F"}, {Code: "S"}, {Code: "T"},
	}}
	for _, p := range y.Projects {
		y.Rounds = append(y.Rounds, kpiRounds(p.Code, "community", "96", "96", "96", "96")...)
		y.Rounds = append(y.Rounds, kpiRounds(p.Code, "district", "96", "96")...)
	}
	at := func(project string, e rating.Event) rating.Event {
		e.Project = project
		return e
	}
	y.Events = []rating.Event{kpiEvent("1", "lift", "majorImpact"), at("S", kpiEvent("2", "lift", "majorImpact"))}
	states := func() string {
		standings, err := kpiContest(t, scheme).Assess(y)
		require.NoError(t, err)
		text := ""
		for _, s := range standings {
			text += s.Project + ":" + s.State.String() + " "
		}
		return text
	}
	require.Equal(t, "P:excluded Q:excluded R:rated S:excluded T:rated ", states(), "no enterprise is nobody's")
	scheme.Vetoes[0].Scope = rating.OfProject
	require.Equal(t, "P:excluded Q:rated R:rated S:excluded T:rated ", states())
	scheme.Vetoes[0].Scope = 0
	require.Equal(t, "P:excluded Q:rated R:rated S:excluded T:rated ", states(), "unset is of the project")

	scheme.Vetoes[0].Scope = rating.OfEnterprise
	y.Events = []rating.Event{at("Q", kpiEvent("3", "lift")), at("Q", kpiEvent("4", "lift", "majorImpact")), kpiEvent("5", "lift", "majorImpact")}
	standings, err := kpiContest(t, scheme).Assess(y)
	require.NoError(t, err)
	require.Equal(t, []string{"lift P [5]", "lift Q [4]"}, hitsOf(standings[0]))
	require.Equal(t, []string{"lift Q [4]", "lift P [5]"}, hitsOf(standings[1]), "its own first")
	require.Empty(t, standings[1].Missing)

	y.Events = y.Events[:1]
	standings, err = kpiContest(t, scheme).Assess(y)
	require.NoError(t, err)
	require.Equal(t, rating.Unknown, standings[0].State, "what happened at Q is open for P too")
	require.Equal(t, []string{"lift/majorImpact/3"}, standings[0].Missing)
}

// TestAssessManyHits: a standing names about twenty hits from elsewhere, of each veto one at least.
func TestAssessManyHits(t *testing.T) {
	scheme := kpiScheme()
	scheme.Vetoes[1].Scope = rating.OfEnterprise
	y := rating.Year{Scheme: "stars", Year: 2024}
	for i := range 1000 {
		code := strconv.Itoa(1000 + i)
		y.Projects = append(y.Projects, rating.Project{Code: code, Enterprise: "E"})
		e := kpiEvent("", "lift", "majorImpact")
		if i == 999 {
			e = kpiEvent("", "media", "majorImpact", "verified", "responsible")
		}
		e.Project, e.On = code, civil.MustParse("2024-05-01")
		y.Events = append(y.Events, e)
	}
	standings, err := kpiContest(t, scheme).Assess(y)
	require.NoError(t, err)
	first, last := hitsOf(standings[0]), hitsOf(standings[999])
	require.Equal(t, "lift 1000 [2024-05-01]", first[0])
	require.Equal(t, "media 1999 [2024-05-01]", first[len(first)-1])
	require.Equal(t, "media 1999 [2024-05-01]", last[len(last)-1])
	require.Less(t, len(first), 25)
	require.Less(t, len(last), 25)
}

// TestAssessEffects: a veto can make the score 0, or let no better band hold.
func TestAssessEffects(t *testing.T) {
	scheme := kpiScheme()
	scheme.Vetoes = []rating.Veto{
		{Code: "null", Effect: rating.Nullify},
		{Code: "three", Effect: rating.Limit, Band: "3"},
		{Code: "four", Effect: rating.Limit, Band: "4"},
	}
	scheme.BandsOn = rating.OnExact
	for _, tt := range []struct {
		vetoes      []string
		score, band string
	}{
		{nil, "96", "5"},
		{[]string{"four"}, "96", "4"},
		{[]string{"three"}, "96", "3"},
		{[]string{"three", "four"}, "96", "3"},
		{[]string{"four", "three"}, "96", "3"},
		{[]string{"null"}, "0", "none"},
		{[]string{"null", "four"}, "0", "none"},
	} {
		var events []rating.Event
		for _, v := range tt.vetoes {
			events = append(events, kpiEvent("", v))
		}
		s := kpiAssess(t, scheme, kpiBest(events...))
		require.Equal(t, rating.Rated, s.State)
		require.Equal(t, tt.score, s.Score.String(), tt.vetoes)
		require.Equal(t, tt.band, s.Band, tt.vetoes)
		require.Equal(t, "96", s.Exact.String())
		require.Len(t, s.Vetoes, len(tt.vetoes))
	}
	// A limit lets no better band hold and makes none worse.
	y := kpiYear(kpiQuarters("82", "82", "82", "82"), kpiQuarters("82", "82"))
	y.Events = []rating.Event{kpiEvent("", "four")}
	require.Equal(t, "3", kpiAssess(t, scheme, y).Band)
	// Nothing makes 0 of what is not rated.
	y = kpiYear(kpiQuarters("92", "92", "92", "92"), kpiQuarters("92"))
	y.Events = []rating.Event{kpiEvent("", "null")}
	s := kpiAssess(t, scheme, y)
	require.Equal(t, rating.Unknown, s.State)
	require.False(t, s.Score.IsSet())
}

// TestAssessNeeds: KPI-60. What the scheme is not for is not assessed, and nobody guesses.
func TestAssessNeeds(t *testing.T) {
	scheme := kpiScheme()
	scheme.Needs = []string{"propertyService", "housing"}
	fact := func(name string, is bool) rating.Fact { return rating.Fact{Name: name, Is: is} }
	for _, tt := range []struct {
		facts   []rating.Fact
		want    rating.State
		missing []string
	}{
		{[]rating.Fact{fact("housing", true), fact("propertyService", true), fact("resettlement", true)}, rating.Rated, nil},
		{[]rating.Fact{fact("propertyService", false)}, rating.Ineligible, nil},
		{[]rating.Fact{fact("propertyService", true)}, rating.Unknown, []string{"housing"}},
		{nil, rating.Unknown, []string{"propertyService", "housing"}},
	} {
		y := kpiBest()
		y.Projects[0].Facts = tt.facts
		s := kpiAssess(t, scheme, y)
		require.Equal(t, tt.want, s.State)
		require.Equal(t, tt.missing, s.Missing)
	}
}

// TestAssessBandFacts: a row may ask for facts; what is not stated leaves the band open, and what does not matter does not.
func TestAssessBandFacts(t *testing.T) {
	scheme := kpiScheme()
	scheme.Bands = []rating.Band{
		{Code: "A", From: metric.MustParseFigure("95"), When: []string{"green"}, Unless: []string{"badRecord"}},
		{Code: "B", From: metric.MustParseFigure("60")},
		{Code: "B", Unless: []string{"badRecord"}},
		{Code: "C"},
	}
	fact := func(name string, is bool) rating.Fact { return rating.Fact{Name: name, Is: is} }
	best, poor := kpiBest(), kpiYear(kpiQuarters("80", "80", "80", "80"), kpiQuarters("1", "1"))
	for _, tt := range []struct {
		name    string
		year    rating.Year
		facts   []rating.Fact
		band    string
		missing []string
	}{
		{"all as it should be", best, []rating.Fact{fact("green", true), fact("badRecord", false)}, "A", nil},
		{"nothing stated", best, nil, "", []string{"green", "badRecord"}},
		{"one of two", best, []rating.Fact{fact("green", true)}, "", []string{"badRecord"}},
		{"one against it is enough", best, []rating.Fact{fact("badRecord", true)}, "B", nil},
		{"not green", best, []rating.Fact{fact("green", false)}, "B", nil},
		{"poor without a bad record", poor, []rating.Fact{fact("badRecord", false)}, "B", nil},
		{"poor with one", poor, []rating.Fact{fact("badRecord", true)}, "C", nil},
		{"poor, nobody says", poor, nil, "", []string{"badRecord"}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			tt.year.Projects[0].Facts = tt.facts
			s := kpiAssess(t, scheme, tt.year)
			require.Equal(t, rating.Rated, s.State)
			require.Equal(t, tt.band, s.Band)
			require.Equal(t, tt.missing, s.Missing)
		})
	}
}

// TestAssessOrderOfStates: what comes first decides, and what comes later is not named.
func TestAssessOrderOfStates(t *testing.T) {
	scheme := kpiScheme()
	scheme.Needs = []string{"propertyService"}
	y := kpiYear(kpiQuarters("70", "70", "70", ""), nil)
	y.Projects[0].Facts = []rating.Fact{{Name: "propertyService"}}
	y.Events = []rating.Event{kpiEvent("e", "lift", "majorImpact"), kpiEvent("f", "media")}
	y.Revocations = []rating.Revocation{{Project: "P", Year: 2023, Reason: "x"}, {Project: "P", Year: 2024, Reason: "y"}}
	next := func(want rating.State, missing ...string) {
		t.Helper()
		s := kpiAssess(t, scheme, y)
		require.Equal(t, want, s.State)
		require.Equal(t, missing, s.Missing)
	}
	next(rating.Revoked)
	y.Revocations = y.Revocations[:1]
	next(rating.Barred)
	y.Revocations = nil
	next(rating.Ineligible)
	y.Projects[0].Facts = nil
	next(rating.Unknown, "propertyService", "community/4") // what else there was at the media does not matter beside the lift
	y.Projects[0].Facts = []rating.Fact{{Name: "propertyService", Is: true}}
	next(rating.Excluded)
	y.Events = y.Events[1:]
	next(rating.Unknown, "media/majorImpact/f", "media/responsible/f", "media/verified/f", "community/4")
	y.Events = nil
	next(rating.NotReported)
}
