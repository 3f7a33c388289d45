package rating_test

import (
	"fmt"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/wuyekit/wuye/property/metric"
	"github.com/wuyekit/wuye/property/rating"
)

// stars is the scheme of 90, 85 and 80 on a sheet of a single figure.
func stars() rating.Rubric {
	r := pointsRubric("100", sectionOf("s", byPoints("i", "100", "0.01")))
	r.Bands = []rating.Band{{Code: "5", From: pts("90")}, {Code: "4", From: pts("85")}, {Code: "3", From: pts("80")}}
	return r
}

func scored(points string) rating.Sheet {
	return rating.Sheet{ID: "1", Project: "p", Marks: []rating.Mark{given("i", points)}}
}

// TestRateBands is W-02 and X-07: the bands are half-open, and look at the score before it is rounded.
func TestRateBands(t *testing.T) {
	rules := compileRubric(t, stars())
	for points, want := range map[string]string{
		"90": "5", "89.99": "4", "85": "4", "84.99": "3", "80": "3", "79.99": "", "0": "", "100": "5",
	} {
		out := rateSheet(t, rules, scored(points))
		require.Equal(t, want, out.Band, points)
		require.Equal(t, rating.Rated, out.State, points)
	}

	r := stars()
	r.Rounding = []metric.Rounding{halfUp("0.1")}
	require.Equal(t, "4", rateSheet(t, compileRubric(t, r), scored("89.96")).Band)
	r.BandsOn = rating.OnRounded
	out := rateSheet(t, compileRubric(t, r), scored("89.96"))
	require.Equal(t, "5", out.Band)
	require.Equal(t, pts("90"), out.Edge.From)
}

// TestRateBandEdges: for every score in hundredths the band is on the right side of its edge, included or not.
func TestRateBandEdges(t *testing.T) {
	from, above := stars(), stars()
	for i := range above.Bands {
		above.Bands[i].Above, above.Bands[i].From = above.Bands[i].From, metric.Figure{}
	}
	rules, strict := compileRubric(t, from), compileRubric(t, above)
	var out rating.Result
	for n := range 10001 {
		s := scored(fmt.Sprintf("%d.%02d", n/100, n%100))
		want, wantStrict := "", ""
		for _, edge := range []struct {
			at   int
			band string
		}{{8000, "3"}, {8500, "4"}, {9000, "5"}} {
			if n >= edge.at {
				want = edge.band
			}
			if n > edge.at {
				wantStrict = edge.band
			}
		}
		require.NoError(t, rules.RateInto(&out, &s))
		require.Equal(t, want, out.Band, n)
		require.NoError(t, strict.RateInto(&out, &s))
		require.Equal(t, wantStrict, out.Band, n)
	}
}

// credit is the credit scheme of Shandong, EX-910: B from 60, or below without a bad record, C with one.
func credit() rating.Rubric {
	r := stars()
	r.Bands = []rating.Band{
		{Code: "AAA", From: pts("85")},
		{Code: "AA", From: pts("80")},
		{Code: "A", From: pts("70")},
		{Code: "B", From: pts("60")},
		{Code: "B", Unless: []string{"badRecord"}},
		{Code: "C", When: []string{"badRecord"}},
	}
	return r
}

func TestRateFacts(t *testing.T) {
	tests := []struct {
		points, record string // "" is not stated
		want           string
		missing        []string
	}{
		{"80", "", "AA", nil},
		{"79.99", "", "A", nil},
		{"60", "true", "B", nil},
		{"59", "false", "B", nil},
		{"59", "true", "C", nil},
		{"59", "", "", []string{"badRecord"}},
	}
	rules := compileRubric(t, credit())
	for _, test := range tests {
		s := scored(test.points)
		if test.record != "" {
			s.Facts = []rating.Fact{{Name: "badRecord", Is: test.record == "true"}}
		}
		out := rateSheet(t, rules, s)
		require.Equal(t, rating.Rated, out.State)
		require.Equal(t, test.want, out.Band, test)
		require.Equal(t, test.missing, out.Missing, test)
		require.Equal(t, test.points, out.Score.String(), "the score is there whatever the band")
		require.NoError(t, out.WhyBand().Check())
	}
}

// TestRateNeeds: a minimum in an item or a section lowers the band, it does not zero the score; what does not apply needs nothing.
func TestRateNeeds(t *testing.T) {
	r := pointsRubric("100", sectionOf("safety", byPoints("fire", "20", ""), byPoints("lifts", "10", "")), sectionOf("others", byPoints("others", "70", "")))
	r.NotApplicable = rating.Renormalise
	r.Bands = []rating.Band{
		{Code: "5", From: pts("80"), Needs: []rating.Need{{Item: "fire", AtLeast: pts("0.9")}, {Section: "safety", AtLeast: pts("0.8")}}},
		{Code: "4", From: pts("80"), Needs: []rating.Need{{Item: "fire", AtLeast: pts("0.5")}}},
		{Code: "3"},
	}
	tests := []struct {
		name  string
		marks []rating.Mark
		want  string
	}{
		{"both met, on the edge", []rating.Mark{given("fire", "18"), given("lifts", "6")}, "5"},
		{"the section is not", []rating.Mark{given("fire", "18"), given("lifts", "5.99")}, "4"},
		{"the item is not", []rating.Mark{given("fire", "17.99"), given("lifts", "10")}, "4"},
		{"nothing is met", []rating.Mark{given("fire", "9.99"), given("lifts", "10")}, "3"},
		{"the item does not apply", []rating.Mark{notApplicable("fire"), given("lifts", "8")}, "5"},
		{"the section does not apply", []rating.Mark{notApplicable("fire"), notApplicable("lifts")}, "5"},
	}
	rules := compileRubric(t, r)
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			out := rateSheet(t, rules, rating.Sheet{ID: "1", Marks: append(test.marks, given("others", "70"))})
			require.Equal(t, test.want, out.Band)
			step := out.WhyBand()
			require.NoError(t, step.Check())
			require.Equal(t, test.want, step.Value.Text)
		})
	}
}

// TestRateNeedsAbsent: what does not apply needs nothing where it counts as 0 too; what nobody marked is 0.
func TestRateNeedsAbsent(t *testing.T) {
	r := pointsRubric("100", sectionOf("safety", byPoints("fire", "20", "")), sectionOf("others", byPoints("others", "80", "")))
	r.NotApplicable, r.Unmarked = rating.Zero, rating.Zero
	r.Bands = []rating.Band{{Code: "5", Needs: []rating.Need{{Item: "fire", AtLeast: pts("0.5")}}}, {Code: "4", Needs: []rating.Need{{Section: "safety", AtLeast: pts("0.5")}}}, {Code: "3"}}
	rules := compileRubric(t, r)
	out := rateSheet(t, rules, rating.Sheet{ID: "1", Marks: []rating.Mark{notApplicable("fire"), given("others", "80")}})
	require.Equal(t, "80", out.Score.String())
	require.Equal(t, "5", out.Band)
	require.Equal(t, "5", out.WhyBand().Value.Text)
	require.NoError(t, out.WhyBand().Check())
	out = rateSheet(t, rules, rating.Sheet{ID: "1", Marks: []rating.Mark{given("others", "80")}})
	require.Equal(t, "80", out.Score.String())
	require.Equal(t, "3", out.Band, "the item and its section are there")
}

func event(veto string, facts ...rating.Fact) rating.Event {
	return rating.Event{Veto: veto, Facts: facts}
}

func so(name string) rating.Fact { return rating.Fact{Name: name, Is: true} }

func notSo(name string) rating.Fact { return rating.Fact{Name: name} }

// TestRateVetoes: an event counts with all that must come with it; what is not stated leaves the outcome open unless something else
// decides already.
func TestRateVetoes(t *testing.T) {
	r := stars()
	r.Vetoes = []rating.Veto{
		{Code: "fire", Needs: []string{"majorImpact"}, Effect: rating.Exclude},
		{Code: "media", Needs: []string{"verified", "responsible"}, Effect: rating.Nullify},
		{Code: "complaints", AtLeast: 3, Effect: rating.Limit, Band: "4"},
		{Code: "named", Needs: []string{"majorImpact"}, Effect: rating.Limit, Band: "3"},
		{Code: "many", Open: true, Effect: rating.Exclude},
	}
	tests := []struct {
		name    string
		events  []rating.Event
		state   rating.State
		score   string
		band    string
		vetoes  []string
		missing []string
	}{
		{"none", nil, rating.Rated, "95", "5", nil, nil},
		{"an event without impact", []rating.Event{event("fire", notSo("majorImpact"))}, rating.Rated, "95", "5", nil, nil},
		{"with impact", []rating.Event{event("fire", so("majorImpact"))}, rating.Excluded, "", "", []string{"fire"}, nil},
		{"impact not stated", []rating.Event{event("fire")}, rating.Unknown, "", "", nil, []string{"fire/majorImpact"}},
		{
			"one not stated, one with impact",
			[]rating.Event{event("fire"), event("fire", so("majorImpact"))},
			rating.Excluded, "", "",
			[]string{"fire"},
			nil,
		},
		{
			"verified and responsible",
			[]rating.Event{event("media", so("verified"), so("responsible"))},
			rating.Rated, "0", "",
			[]string{"media"},
			nil,
		},
		{
			"verified, not responsible, whatever else is not stated",
			[]rating.Event{event("media", notSo("responsible"))},
			rating.Rated, "95", "5", nil, nil,
		},
		{
			"excluded decides over what may make it 0",
			[]rating.Event{event("fire", so("majorImpact")), event("media")},
			rating.Excluded, "", "",
			[]string{"fire"},
			nil,
		},
		{
			"0 does not decide over what may exclude",
			[]rating.Event{event("fire"), event("media", so("verified"), so("responsible"))},
			rating.Unknown, "", "",
			[]string{"media"},
			[]string{"fire/majorImpact"},
		},
		{"two complaints of three", []rating.Event{event("complaints"), event("complaints")}, rating.Rated, "95", "5", nil, nil},
		{
			"three complaints",
			[]rating.Event{event("complaints"), event("complaints"), event("complaints")},
			rating.Rated, "95", "4",
			[]string{"complaints"},
			nil,
		},
		{
			"three complaints, and perhaps worse",
			[]rating.Event{event("complaints"), event("complaints"), event("complaints"), event("named")},
			rating.Unknown, "", "",
			[]string{"complaints"},
			[]string{"named/majorImpact"},
		},
		{
			"the lower band decides over the higher",
			[]rating.Event{event("named", so("majorImpact"))},
			rating.Rated, "95", "3",
			[]string{"named"},
			nil,
		},
		{"how many is left open", []rating.Event{event("many")}, rating.Unknown, "", "", nil, []string{"many/atLeast"}},
	}
	rules := compileRubric(t, r)
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			s := scored("95")
			s.Events = test.events
			out := rateSheet(t, rules, s)
			require.Equal(t, test.state.String(), out.State.String())
			require.Equal(t, test.score, out.Score.String())
			require.Equal(t, test.band, out.Band)
			require.Equal(t, test.vetoes, out.Vetoes)
			require.Equal(t, test.missing, out.Missing)
			require.Equal(t, "95", out.Exact.String(), "what it would be stays to be seen")
			require.NoError(t, out.Why().Check())
			require.NoError(t, out.WhyBand().Check())
		})
	}
}

// TestRateNullified: a score of 0 is in the band of 0.
func TestRateNullified(t *testing.T) {
	r := stars()
	r.Bands = append(r.Bands, rating.Band{Code: "none"})
	r.Vetoes = []rating.Veto{{Code: "fraud", Effect: rating.Nullify}}
	s := scored("95")
	s.Events = []rating.Event{event("fraud")}
	out := rateSheet(t, compileRubric(t, r), s)
	require.True(t, out.Nullified)
	require.Equal(t, "none", out.Band)
	require.Equal(t, "0", out.Why().Value.Text)
	require.NoError(t, out.Why().Check())
	require.NoError(t, out.WhyBand().Check())
}
