package rating_test

import (
	"encoding/json"
	"os"
	"strings"
	"testing"
	"unicode"

	"github.com/google/go-cmp/cmp"
	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/require"

	"github.com/wuyekit/wuye/property/civil"
	"github.com/wuyekit/wuye/property/invalid"
	"github.com/wuyekit/wuye/property/metric"
	"github.com/wuyekit/wuye/property/money"
	"github.com/wuyekit/wuye/property/rating"
)

// readShipped reads a rubric of the examples as a user would.
func readShipped(t *testing.T, name string) rating.Rubric {
	t.Helper()
	data, err := os.ReadFile("../../examples/starrating/" + name)
	require.NoError(t, err)
	r, err := invalid.Decode[rating.Rubric](data, name)
	require.NoError(t, err)
	return r
}

// shippedRubrics are all rubrics that the project ships, by the code that each must have.
func shippedRubrics(t *testing.T) map[string]rating.Rubric {
	t.Helper()
	grades := rating.GradeRubrics()
	require.Len(t, grades, 3)
	return map[string]rating.Rubric{
		"demonstration-2000": rating.DemonstrationRubric(),
		"grade-1":            grades[0],
		"grade-2":            grades[1],
		"grade-3":            grades[2],
		"hunan-star":         rating.HunanRubric(),
		"shandong-credit":    rating.ShandongCreditRubric(),
		"toronto-pre2023":    readShipped(t, "toronto-pre2023.rubric.json"),
		"toronto-2023":       readShipped(t, "toronto-2023.rubric.json"),
	}
}

func shippedItems(r rating.Rubric) []rating.Item {
	var all []rating.Item
	for _, s := range r.Sections {
		all = append(all, s.Items...)
	}
	return all
}

func shippedHan(text string) bool {
	return strings.ContainsFunc(text, func(r rune) bool { return unicode.Is(unicode.Han, r) })
}

// TestShippedSections holds every document against the tables of DOMAIN-CN 9 and TIME-AND-RATING 4.1: items and points of
// each section, in order.
func TestShippedSections(t *testing.T) {
	type section struct {
		items  int
		points string
	}
	tests := map[string]struct {
		sections []section
		outOf    string
	}{
		"demonstration-2000": {[]section{{19, "32"}, {7, "14"}, {10, "15"}, {4, "4"}, {6, "10"}, {7, "10"}, {4, "7"}, {2, "3"}, {3, "5"}}, "100"},
		"grade-1":            {[]section{{12, "12"}, {6, "6"}, {10, "10"}, {5, "5"}, {12, "12"}, {5, "5"}}, "100"},
		"grade-2":            {[]section{{12, "12"}, {6, "6"}, {10, "10"}, {4, "4"}, {12, "12"}, {5, "5"}}, "100"},
		"grade-3":            {[]section{{11, "11"}, {6, "6"}, {9, "9"}, {4, "4"}, {10, "10"}, {4, "4"}}, "100"},
		"hunan-star":         {[]section{{1, "200"}, {1, "110"}, {1, "340"}, {1, "150"}, {1, "140"}, {1, "60"}, {1, "100"}}, "1000"},
		"shandong-credit":    {[]section{{1, "80"}, {1, "40"}}, "80"},
		"toronto-pre2023":    {[]section{{20, "100"}}, "100"},
		"toronto-2023":       {[]section{{17, "51"}, {23, "69"}, {10, "30"}}, "100"},
	}
	all := shippedRubrics(t)
	require.Len(t, tests, len(all))
	for code, tt := range tests {
		t.Run(code, func(t *testing.T) {
			r := all[code]
			require.Equal(t, code, r.Code)
			var got []section
			sum := decimal.Decimal{}
			for _, s := range r.Sections {
				points := decimal.Decimal{}
				for _, i := range s.Items {
					points = points.Add(i.Points.Decimal())
				}
				if s.Points.IsSet() {
					require.Equal(t, s.Points.String(), points.String(), s.Code)
				}
				if !s.Bonus {
					sum = sum.Add(points)
				}
				got = append(got, section{len(s.Items), points.String()})
			}
			require.Equal(t, tt.sections, got)
			require.Equal(t, tt.outOf, r.OutOf.String())
			if r.Method == rating.ByPoints {
				require.Equal(t, tt.outOf, sum.String())
			}
		})
	}
}

// TestShippedNames holds that whoever reads Chinese or English finds every name, and every document where it is from and
// what to know of it.
func TestShippedNames(t *testing.T) {
	check := func(t *testing.T, what string, n metric.Name) {
		t.Helper()
		if n.ZH == "" || n.EN == "" || shippedHan(n.EN) {
			t.Errorf("%s: zh %q, en %q", what, n.ZH, n.EN)
		}
	}
	for code, r := range shippedRubrics(t) {
		t.Run(code, func(t *testing.T) {
			require.NotEmpty(t, r.Source)
			check(t, "name", r.Name)
			check(t, "note", r.Note)
			require.True(t, shippedHan(r.Note.ZH))
			used := map[string]bool{}
			for _, s := range r.Sections {
				check(t, s.Code, s.Name)
			}
			for _, i := range shippedItems(r) {
				check(t, i.Code, i.Name)
				require.True(t, shippedHan(i.Name.ZH), i.Code)
				require.False(t, used[i.Name.EN], i.Name.EN)
				used[i.Name.EN] = true
				if i.Note != (metric.Name{}) {
					check(t, i.Code+" note", i.Note)
				}
				if i.Mark.Deductions != nil {
					for _, k := range i.Mark.Deductions.Kinds {
						check(t, i.Code+" "+k.Code, k.Name)
					}
				}
			}
			for _, b := range r.Bands {
				check(t, "band "+b.Code, b.Name)
			}
		})
	}
	s := rating.StarScheme()
	require.NotEmpty(t, s.Source)
	check(t, "star", s.Name)
	check(t, "star note", s.Note)
	for _, v := range s.Vetoes {
		check(t, v.Code, v.Name)
	}
}

// TestShippedRoundTrip: what a user writes out, changes and reads again is the same document.
func TestShippedRoundTrip(t *testing.T) {
	for code, r := range shippedRubrics(t) {
		data, err := json.Marshal(r)
		require.NoError(t, err, code)
		again, err := invalid.Decode[rating.Rubric](data, code)
		require.NoError(t, err, code)
		if diff := cmp.Diff(r, again, cmp.Comparer(func(a, b metric.Figure) bool { return a == b }),
			cmp.Comparer(func(a, b civil.Span) bool { return a == b }), cmp.Comparer(func(a, b civil.Date) bool { return a == b })); diff != "" {
			t.Errorf("%s mismatch (-want +got)\n%s", code, diff)
		}
	}
}

// TestDemonstrationSources counts where the items come from, by the column of DOMAIN-CN 9.2, and holds that what is not found
// says so in words.
func TestDemonstrationSources(t *testing.T) {
	words := map[string]string{"[F]": "", "[F*]": "大厦版", "[D]": "推得", "[K]": "未经查证", "[A]": "本库的分配"}
	got := map[string]int{}
	for _, i := range shippedItems(rating.DemonstrationRubric()) {
		mark := i.Source[strings.LastIndex(i.Source, "["):]
		got[mark]++
		require.Contains(t, words, mark, i.Code)
		require.Contains(t, i.Note.ZH, words[mark], i.Code)
		if i.Mark.Points != nil {
			require.Equal(t, "0.1", i.Mark.Points.Step.String(), i.Code)
			require.Contains(t, i.Note.EN, "no scoring rule", i.Code)
		}
		require.Equal(t, i.Code != "3.10", i.Required, i.Code)
	}
	require.Equal(t, map[string]int{"[F]": 21, "[F*]": 7, "[D]": 2, "[K]": 8, "[A]": 24}, got)
}

// TestGradeCells compares cells of the three grades, and the dashes of DOMAIN-CN 9.1.
func TestGradeCells(t *testing.T) {
	cells := func(r rating.Rubric) map[string]rating.Item {
		m := map[string]rating.Item{}
		for _, i := range shippedItems(r) {
			m[i.Code] = i
		}
		return m
	}
	grades := rating.GradeRubrics()
	one, two, three := cells(grades[0]), cells(grades[1]), cells(grades[2])
	for code := range one {
		_, in2 := two[code]
		_, in3 := three[code]
		require.Equal(t, code != "D4", in2, code)
		require.Equal(t, !strings.Contains(" A7 C7 D4 E2 E5 F4 ", " "+code+" "), in3, code)
	}
	tests := []struct{ code, one, two, three string }{
		{"A6", "24小时", "16小时", "8小时"},
		{"A6b", "半小时", "1小时", "约定时间"},
		{"B3", "每日", "每3日", "每周"},
		{"C5", "24小时", "早6点至晚12点", "早6点至晚12点"},
		{"D2", "每1小时", "每2小时", "每3小时"},
		{"E6", "每周", "每月", "每季度"},
		{"E10", "每半年清掏", "每年清掏", "每年清掏"},
	}
	for _, tt := range tests {
		require.Contains(t, one[tt.code].Name.ZH, tt.one)
		require.Contains(t, two[tt.code].Name.ZH, tt.two)
		require.Contains(t, three[tt.code].Name.ZH, tt.three)
	}
	figures := []struct {
		item rating.Item
		at   string
	}{
		{one["A10"], "80"},
		{two["A10"], "75"},
		{three["A10"], "70"},
		{one["C9"], "95"},
		{two["C9"], "90"},
		{three["C9"], "80"},
	}
	for _, tt := range figures {
		require.Len(t, tt.item.Mark.Steps.Steps, 1)
		require.Equal(t, tt.at, tt.item.Mark.Steps.Steps[0].At.String(), tt.item.Name.ZH)
		require.Contains(t, tt.item.Name.ZH, tt.at+"%")
	}
}

// TestStarSchemeRules reads the scheme rule by rule.
func TestStarSchemeRules(t *testing.T) {
	s := rating.StarScheme()
	require.Equal(t, []string{"propertyService"}, s.Needs, "KPI-60")
	require.Len(t, s.Tiers, 2)
	community, district := s.Tiers[0], s.Tiers[1]
	require.Equal(t, "40", community.Weight.String(), "KPI-05")
	require.Equal(t, "60", district.Weight.String(), "KPI-05")
	require.Equal(t, metric.Quarterly, community.Every, "KPI-06")
	require.Equal(t, metric.HalfYearly, district.Every, "KPI-07")
	require.Equal(t, &rating.Gate{Of: "community", AtLeast: metric.MustParseFigure("80"), Any: true}, district.Gate, "KPI-07")
	require.Empty(t, append(community.Rubrics, district.Rubrics...), "KPI-58: each community has its own")
	require.Zero(t, community.Mean, "X-08: of the project's own quarters")
	require.Zero(t, community.Unreported, "X-08: those below 80 count")
	require.Zero(t, district.Missing, "X-08: a missing review is not 0")
	require.Zero(t, s.BandsOn, "X-07")
	require.Empty(t, s.Rounding, "X-07")

	edges := ""
	for _, b := range s.Bands {
		edges += b.Code + ":" + b.From.String() + " "
	}
	require.Equal(t, "5:90 4:85 3:80 none: ", edges, "KPI-01 to KPI-04")

	require.Equal(t, &rating.Notice{Days: civil.MustParseSpan("P7D")}, s.Notice, "KPI-08, X-11")
	require.Equal(t, 1, s.Bars, "KPI-17")
	for _, r := range s.Rewards {
		require.Equal(t, money.Amount{}, r.Amount, "KPI-19")
		require.Len(t, r.Titles, 2, "KPI-20")
	}

	sources := map[string]rating.Veto{}
	for _, v := range s.Vetoes {
		sources[v.Source] = v
		require.Contains(t, v.Needs, "majorImpact", "KPI-09")
		require.Equal(t, rating.Exclude, v.Effect)
		require.Equal(t, rating.OfEnterprise, v.Scope, "X-10")
		require.Equal(t, v.Source == "KPI-10", v.Open)
		require.Zero(t, v.AtLeast)
	}
	require.Len(t, sources, 7)
	require.Equal(t, []string{"majorImpact", "poorlyHandled"}, sources["KPI-10"].Needs)
	require.Equal(t, []string{"majorImpact", "verified", "responsible"}, sources["KPI-15"].Needs)
}

// TestTorontoColumns holds the items of the sheet to 2022 against the columns of the published file.
func TestTorontoColumns(t *testing.T) {
	header := strings.Split("ENTRANCE_LOBBY,ENTRANCE_DOORS_WINDOWS,SECURITY,STAIRWELLS,LAUNDRY_ROOMS,INTERNAL_GUARDS_HANDRAILS,"+
		"GARBAGE_CHUTE_ROOMS,GARBAGE_BIN_STORAGE_AREA,ELEVATORS,STORAGE_AREAS_LOCKERS,INTERIOR_WALL_CEILING_FLOOR,"+
		"INTERIOR_LIGHTING_LEVELS,GRAFFITI,EXTERIOR_CLADDING,EXTERIOR_GROUNDS,EXTERIOR_WALKWAYS,BALCONY_GUARDS,"+
		"WATER_PEN_EXT_BLDG_ELEMENTS,PARKING_AREA,OTHER_FACILITIES", ",")
	var got []string
	for _, i := range shippedItems(readShipped(t, "toronto-pre2023.rubric.json")) {
		got = append(got, i.Code)
	}
	require.Equal(t, header, got)
}

// TestTorontoWeights: 17 items of 3 %, 23 of 2 % and 10 of 0.5 % are 102 %, as 6 : 4 : 1 is.
func TestTorontoWeights(t *testing.T) {
	r := readShipped(t, "toronto-2023.rubric.json")
	share := map[string]string{"6": "3", "4": "2", "1": "0.5"}
	sum := decimal.Decimal{}
	for _, i := range shippedItems(r) {
		percent, err := decimal.NewFromString(share[i.Weight.String()])
		require.NoError(t, err, i.Code)
		sum = sum.Add(percent)
	}
	require.Equal(t, "102", sum.String())
}
