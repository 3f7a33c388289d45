package rating_test

import (
	"encoding/json"
	"strconv"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/wuyekit/wuye/property/civil"
	"github.com/wuyekit/wuye/property/invalid"
	"github.com/wuyekit/wuye/property/metric"
	"github.com/wuyekit/wuye/property/money"
	"github.com/wuyekit/wuye/property/rating"
	"github.com/wuyekit/wuye/property/worktime"
)

func TestSchemeCheck(t *testing.T) {
	figure := metric.MustParseFigure
	gate := func(of string) *rating.Gate { return &rating.Gate{Of: of, AtLeast: figure("80")} }
	tests := []struct {
		name   string
		change func(*rating.Scheme)
		want   []string
	}{
		{"nothing", func(s *rating.Scheme) { *s = rating.Scheme{} }, []string{"code: invalid/required", "tiers: invalid/required", "bands: invalid/required"}},
		{"needs", func(s *rating.Scheme) { s.Needs = []string{"a", "", "a"} }, []string{"needs[1]: invalid/required", "needs[2]: rating/twice"}},
		{
			"a tier of nothing",
			func(s *rating.Scheme) { s.Tiers[0] = rating.Tier{} },
			[]string{
				"tiers[0].code: invalid/required", "tiers[0].weight: invalid/required", "tiers[0].every: invalid/required",
				"tiers[1].gate.of: rating/gate",
			},
		},
		{
			"a tier of nonsense",
			func(s *rating.Scheme) {
				s.Tiers[0] = rating.Tier{
					Code: "district", Weight: figure("0"), Every: 9, Rubrics: []string{"a", "a"}, Mean: 9, Missing: rating.Award,
					Unreported: rating.UnreportedCounts, Gate: nil, Rounding: []metric.Rounding{{Mode: 99}},
				}
			},
			[]string{
				"tiers[0].weight: rating/not-above", "tiers[0].every: invalid/word", "tiers[0].rubrics[1]: rating/twice", "tiers[0].mean: invalid/word",
				"tiers[0].missing: rating/award", "tiers[0].rounding[0].mode: invalid/word", "tiers[0].unreported: rating/ungated",
				"tiers[1].code: rating/twice",
				"tiers[1].gate.of: rating/gate",
			},
		},
		{"a gate below everything", func(s *rating.Scheme) { s.Tiers[0].Gate = gate("community") }, []string{"tiers[0].gate: rating/gate-first"}},
		{"a gate of another tier", func(s *rating.Scheme) { s.Tiers[1].Gate.Of = "district" }, []string{"tiers[1].gate.of: rating/gate"}},
		{"a gate without a score", func(s *rating.Scheme) { s.Tiers[1].Gate.AtLeast = metric.Figure{} }, []string{"tiers[1].gate.atLeast: invalid/required"}},
		{"a gate below 0", func(s *rating.Scheme) { s.Tiers[1].Gate.AtLeast = figure("-1") }, []string{"tiers[1].gate.atLeast: rating/negative"}},
		{"a year does not lie in a quarter", func(s *rating.Scheme) { s.Tiers[0].Every = metric.Yearly }, []string{"tiers[1].gate: rating/gate-cycle"}},
		{
			"bands",
			func(s *rating.Scheme) {
				s.Vetoes = nil
				s.Bands = []rating.Band{
					{Code: "", From: figure("80"), Above: figure("80")}, {Code: "b", Needs: []rating.Need{{Item: "x"}}}, {Code: "c", From: figure("90")}, {Code: "d", When: []string{"", "x", "x"}, Unless: []string{"y", "y"}},
				}
				s.BandsOn = 9
			},
			[]string{
				"bands[0].code: invalid/required", "bands[0].above: rating/edges", "bands[2]: rating/hidden",
				"bands[3].when[0]: invalid/required", "bands[3].when[2]: rating/twice", "bands[3].unless[1]: rating/twice",
				"bands[1].needs: rating/band-needs", "bandsOn: invalid/word",
			},
		},
		{"the worst first", func(s *rating.Scheme) { s.Bands[0], s.Bands[2] = s.Bands[2], s.Bands[0] }, []string{"bands[1]: rating/hidden", "bands[2]: rating/hidden"}},
		{"above hides no equal", func(s *rating.Scheme) { s.Bands = []rating.Band{{Code: "a", Above: figure("80")}, kpiBand("b", "80")} }, nil},
		{"equal hides above", func(s *rating.Scheme) { s.Bands = []rating.Band{kpiBand("b", "80"), {Code: "a", Above: figure("80")}} }, []string{"bands[1]: rating/hidden"}},
		{
			"vetoes",
			func(s *rating.Scheme) {
				s.Vetoes = []rating.Veto{
					{Effect: 0},
					{Code: "a", Effect: 9, Scope: 9, AtLeast: -1, Needs: []string{""}},
					{Code: "a", Effect: rating.Limit},
					{Code: "b", Effect: rating.Exclude, Band: "4"},
					{Code: "c", Effect: rating.Limit, Band: "6"},
				}
			},
			[]string{
				"vetoes[0].code: invalid/required", "vetoes[0].effect: invalid/required", "vetoes[1].needs[0]: invalid/required",
				"vetoes[1].atLeast: rating/negative", "vetoes[1].effect: invalid/word", "vetoes[1].scope: invalid/word", "vetoes[2].code: rating/twice",
				"vetoes[2].band: rating/veto-band", "vetoes[3].band: rating/veto-band", "vetoes[4].band: rating/unknown",
			},
		},
		{
			"notice",
			func(s *rating.Scheme) { s.Notice = &rating.Notice{Answer: civil.MustParseSpan("PT1H"), Rest: 9} },
			[]string{"notice.days: invalid/required", "notice.answer: rating/notice-span", "notice.rest: invalid/word", "notice.calendar: rating/calendar-needed"},
		},
		{"notice of hours", func(s *rating.Scheme) { s.Notice = &rating.Notice{Days: civil.MustParseSpan("P1DT1H")} }, []string{"notice.days: rating/notice-span"}},
		{"notice of working days", func(s *rating.Scheme) { s.Notice = &rating.Notice{Days: civil.MustParseSpan("7wd")} }, []string{"notice.calendar: rating/calendar-needed"}},
		{
			"a calendar that is not there",
			func(s *rating.Scheme) {
				s.Notice = &rating.Notice{Days: civil.MustParseSpan("7wd"), Calendar: "office"}
			},
			[]string{"notice.calendar: rating/calendar"},
		},
		{"bars", func(s *rating.Scheme) { s.Bars = -1 }, []string{"bars: invalid/number"}},
		{"long bars", func(s *rating.Scheme) { s.Bars = 101 }, []string{"bars: invalid/number"}},
		{
			"rewards",
			func(s *rating.Scheme) {
				s.Rewards = []rating.Reward{{}, {Band: "6"}, {Band: "5", Amount: money.MustParse("-1.00 CNY"), Titles: []string{"a", "a"}}, {Band: "5"}}
			},
			[]string{
				"rewards[0].band: invalid/required", "rewards[1].band: rating/unknown", "rewards[2].amount: rating/negative", "rewards[2].titles[1]: rating/twice",
				"rewards[3].band: rating/twice",
			},
		},
		{"credit", func(s *rating.Scheme) { s.CreditLasts = civil.MustParseSpan("5wd") }, []string{"creditLasts: rating/civil-span"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			s := kpiScheme()
			tt.change(&s)
			c, err := rating.CompileScheme(s, nil)
			if tt.want == nil {
				require.NoError(t, err)
				return
			}
			require.Nil(t, c)
			requireProblems(t, err, tt.want...)
		})
	}
}

// TestSchemeBounds: lists that no scheme has are refused before anybody multiplies them.
func TestSchemeBounds(t *testing.T) {
	s := kpiScheme()
	for i := range 200 {
		code := strconv.Itoa(i)
		s.Tiers = append(s.Tiers, rating.Tier{Code: code, Weight: metric.MustParseFigure("1"), Every: metric.Yearly})
		s.Vetoes = append(s.Vetoes, rating.Veto{Code: code, Effect: rating.Exclude})
		s.Bands = append(s.Bands, rating.Band{Code: code, When: []string{"x"}})
		s.Needs = append(s.Needs, code)
	}
	s.Vetoes[0].Needs, s.Bands = s.Needs, s.Bands[4:]
	s.Bands[0].When = s.Needs
	_, err := rating.CompileScheme(s, nil)
	requireProblems(t, err, "needs: rating/too-many", "tiers: rating/too-many", "bands: rating/too-many", "bands[0].when: rating/too-many",
		"vetoes: rating/too-many", "vetoes[0].needs: rating/too-many")
}

// TestCompileScheme: a calendar that the notice names is found, and what the caller does to the scheme afterwards does not matter.
func TestCompileScheme(t *testing.T) {
	timetable := worktime.Timetable{Code: "office", Zone: "UTC", Hours: []worktime.Hours{
		{Days: []worktime.Weekday{worktime.Monday}, Windows: []civil.Window{civil.MustParseWindow("09:00/17:00")}},
	}}
	office, err := worktime.New(timetable, time.LoadLocation)
	require.NoError(t, err)
	s := kpiScheme()
	s.Tiers[0].Rubrics = []string{"r1"}
	s.Needs = []string{"propertyService"}
	s.Notice = &rating.Notice{Days: civil.MustParseSpan("7wd"), Calendar: "office"}
	s.Rewards = []rating.Reward{{Band: "5", Titles: []string{"redFlag"}}}
	want, err := json.Marshal(s)
	require.NoError(t, err)
	c, err := rating.CompileScheme(s, map[string]*worktime.Calendar{"office": office})
	require.NoError(t, err)
	spoil := func(s rating.Scheme) {
		s.Tiers[0].Rubrics[0], s.Needs[0], s.Tiers[1].Gate.Of, s.Notice.Calendar, s.Rewards[0].Titles[0] = "", "", "", "", ""
		s.Vetoes[0].Needs[0], s.Bands[0].Code, s.Tiers[0].Code = "", "", ""
	}
	spoil(s)
	spoil(c.Scheme())
	got, err := json.Marshal(c.Scheme())
	require.NoError(t, err)
	require.JSONEq(t, string(want), string(got))
	read, err := invalid.Decode[rating.Scheme](got, "scheme")
	require.NoError(t, err)
	require.Equal(t, c.Scheme(), read)
}

func TestYearCheck(t *testing.T) {
	score := rating.MustParseScore("90")
	y := rating.Year{
		Scheme: "other", Year: 2024,
		Projects: []rating.Project{{Code: "P"}, {}, {Code: "P", Facts: []rating.Fact{{}, {Name: "a"}, {Name: "a", Is: true}}}},
		Rounds: []rating.Round{
			{Project: "P", Tier: "community", Nth: 1, Score: score},
			{Project: "P", Tier: "community", Nth: 1, Score: score},
			{Project: "X", Tier: "city", Nth: 0, Score: score},
			{},
			{Project: "P", Tier: "district", Nth: 3, Score: rating.MustParseScore("-0.01")},
			{Project: "P", Tier: "district", Nth: 1_000_000_000, Score: score},
		},
		Events: []rating.Event{
			{ID: "e", Veto: "lift", Project: "P"},
			{ID: "e", Veto: "media", Project: "P"},
			{ID: "e", Veto: "lift", Project: "P"},
			{Veto: "typhoon", Project: "Q", On: civil.MustParse("2025-01-01"), Facts: []rating.Fact{{Name: ""}}},
			{},
		},
		Revocations: []rating.Revocation{
			{Project: "P", Year: 2023, Reason: "x"}, {Project: "P", Year: 2023, Reason: "x"}, {Project: "P", Year: 2025, Reason: "x"}, {Project: "R"},
		},
	}
	standings, err := kpiContest(t, kpiScheme()).Assess(y)
	require.Nil(t, standings)
	requireProblems(t, err,
		"projects[1].code: invalid/required", "projects[2].code: rating/twice", "projects[2].facts[0].name: invalid/required", "projects[2].facts[2].name: rating/twice",
		"rounds[1]: rating/twice", "rounds[2].project: rating/unknown", "rounds[2].nth: rating/nth",
		"rounds[3].project: invalid/required", "rounds[3].tier: invalid/required", "rounds[3].nth: rating/nth", "rounds[3].score: invalid/required",
		"rounds[4].score: rating/negative", "rounds[5].nth: rating/nth",
		"events[2].id: rating/twice", "events[3].project: rating/unknown", "events[3].facts[0].name: invalid/required", "events[3].on: rating/other-year",
		"events[4].project: invalid/required", "events[4].veto: invalid/required",
		"revocations[1]: rating/twice", "revocations[2].year: rating/later-year", "revocations[3].project: rating/unknown",
		"revocations[3].reason: invalid/required", "revocations[3].year: invalid/number",
		"scheme: rating/other-scheme", "rounds[2].tier: rating/unknown", "rounds[4].nth: rating/nth", "events[3].veto: rating/unknown")

	_, err = kpiContest(t, kpiScheme()).Assess(rating.Year{})
	requireProblems(t, err, "scheme: invalid/required", "year: invalid/number")
	standings, err = kpiContest(t, kpiScheme()).Assess(rating.Year{Scheme: "stars", Year: 2024})
	require.NoError(t, err)
	require.Empty(t, standings)
}

// TestYearRubrics: KPI-58. Each community may have its own rubric, but a tier with a list takes no other.
func TestYearRubrics(t *testing.T) {
	s := kpiScheme()
	s.Tiers[0].Rubrics = []string{"north", "south"}
	y := kpiYear(kpiQuarters("90", "90", "90", "90"), kpiQuarters("90", "90"))
	for i, rubric := range []string{"north", "south", "west", ""} {
		y.Rounds[i].Rubric = rubric
	}
	_, err := kpiContest(t, s).Assess(y)
	requireProblems(t, err, "rounds[2].rubric: rating/not-taken", "rounds[3].rubric: rating/not-taken")
	y.Rounds[2].Rubric, y.Rounds[3].Rubric = "north", "south"
	require.Equal(t, rating.Rated, kpiAssess(t, s, y).State)
}
