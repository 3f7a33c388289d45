package rating_test

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
	"golang.org/x/text/language"

	"github.com/wuyekit/wuye/property/explain"
	"github.com/wuyekit/wuye/property/invalid"
	"github.com/wuyekit/wuye/property/metric"
	"github.com/wuyekit/wuye/property/rating"
)

func inChinese(t *testing.T, s explain.Step) string {
	t.Helper()
	p, err := explain.NewPrinter(language.SimplifiedChinese, rating.Messages)
	require.NoError(t, err)
	return explain.Text(p, s)
}

// TestStandingWhy: W-01 as a clerk reads it.
func TestStandingWhy(t *testing.T) {
	y := kpiYear(kpiQuarters("92", "88", "90", "86"), kpiQuarters("93", "91"))
	y.Rounds[0].Sheet = "P-2024-Q1"
	s := kpiAssess(t, kpiScheme(), y)
	why := s.Why()
	require.NoError(t, why.Check())
	require.Equal(t, "90.8", why.Value.Text)
	text := inChinese(t, why)
	for _, line := range []string{
		"P 的 2024 年度得分", "考核层级 community 的平均分", "考核层级 district 的平均分",
		"考核轮次 community/1 的得分", "P-2024-Q1", "计入平均的轮次数", "community 的权重", "90.8", "89", "92",
	} {
		require.Contains(t, text, line)
	}
	band := s.WhyBand()
	require.NoError(t, band.Check())
	require.Equal(t, "5", band.Value.Text)
	require.Contains(t, inChinese(t, band), "得分达到分界")
}

// TestStandingWhyStates: what is not rated says why, beside the exact score if there is one.
func TestStandingWhyStates(t *testing.T) {
	full := kpiQuarters("96", "96", "96", "96")
	revoked := func(year int) rating.Year {
		y := kpiBest()
		y.Revocations = []rating.Revocation{{Project: "P", Year: year, Reason: "弄虚作假"}}
		return y
	}
	unneeded := kpiBest()
	unneeded.Projects[0].Facts = []rating.Fact{{Name: "propertyService"}}
	tests := []struct {
		name  string
		year  rating.Year
		word  string
		needs []string
		text  string
		exact bool
	}{
		{"unknown", kpiYear(full, kpiQuarters("96")), "unknown", nil, "缺少：district/2", false},
		{"excluded", kpiBest(kpiEvent("e1", "lift", "majorImpact")), "excluded", nil, "否决事项：lift P e1", true},
		{"not reported", kpiYear(kpiQuarters("70", "70", "70", "70"), nil), "notReported", nil, "未上报", false},
		{"ineligible", unneeded, "ineligible", []string{"propertyService"}, "不在 2024 年度考核范围内", true},
		{"barred", revoked(2023), "barred", nil, "2023 年度的评定结果已取消：弄虚作假", true},
		{"revoked", revoked(2024), "revoked", nil, "2024 年度评定结果已取消：弄虚作假", true},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			scheme := kpiScheme()
			scheme.Needs = tt.needs
			s := kpiAssess(t, scheme, tt.year)
			for _, why := range []explain.Step{s.Why(), s.WhyBand()} {
				require.NoError(t, why.Check())
				require.Equal(t, tt.word, why.Value.Text)
				require.Contains(t, inChinese(t, why), tt.text)
			}
			require.Equal(t, tt.exact, strings.Contains(inChinese(t, s.Why()), "P 的 2024 年度得分"))
		})
	}
}

// TestStandingWhyKinds: group means, rounds that count as 0, stages, vetoes that make 0 or limit, facts, and no band at all.
func TestStandingWhyKinds(t *testing.T) {
	tenth := []metric.Rounding{{Mode: metric.ModeDown, Step: metric.MustParseFigure("0.1")}}
	tests := []struct {
		name   string
		change func(*rating.Scheme, *rating.Year)
		score  string
		band   string
		why    string
		about  string
	}{
		{"plain", func(*rating.Scheme, *rating.Year) {}, "96", "5", "96", "得分达到分界"},
		{"group", func(s *rating.Scheme, y *rating.Year) {
			s.Tiers[0].Mean = rating.GroupMean
			y.Projects[0].Group = "北社区"
		}, "96", "5", "北社区 共 1 个项目", "得分达到分界"},
		{"zero", func(s *rating.Scheme, y *rating.Year) {
			s.Tiers[0].Missing, s.Tiers[1].Gate = rating.Zero, nil
			y.Rounds = y.Rounds[1:]
		}, "86.4", "4", "计 0 分", "得分达到分界"},
		{"stages", func(s *rating.Scheme, y *rating.Year) {
			s.Rounding, s.Tiers[0].Rounding, s.BandsOn = tenth, tenth, rating.OnRounded
			y.Rounds[0].Score = rating.MustParseScore("96.7")
		}, "96", "5", "96.175", "得分达到分界"},
		{"zero by a veto", func(s *rating.Scheme, y *rating.Year) {
			s.Vetoes[0].Effect = rating.Nullify
			y.Events = []rating.Event{kpiEvent("e", "lift", "majorImpact")}
		}, "0", "none", "项目 P 发生否决事项 lift，计 0 分", "不论得分"},
		{"limited", func(s *rating.Scheme, y *rating.Year) {
			s.Vetoes[0].Effect, s.Vetoes[0].Band = rating.Limit, "3"
			y.Events = []rating.Event{kpiEvent("e", "lift", "majorImpact")}
		}, "96", "3", "96", "项目 P 发生否决事项 lift，等级最高为此"},
		{"facts", func(s *rating.Scheme, y *rating.Year) {
			s.Bands = []rating.Band{{Code: "A", Above: metric.MustParseFigure("95"), When: []string{"green"}, Unless: []string{"badRecord"}}}
			y.Projects[0].Facts = []rating.Fact{{Name: "green", Is: true}, {Name: "badRecord"}}
		}, "96", "A", "96", "badRecord 不属实"},
		{"facts not stated", func(s *rating.Scheme, _ *rating.Year) {
			s.Bands = []rating.Band{{Code: "A", When: []string{"green"}}}
		}, "96", "", "96", "取决于未说明的 green"},
		{"no band", func(s *rating.Scheme, _ *rating.Year) { s.Bands = []rating.Band{kpiBand("A", "97")} }, "96", "", "96", "未达到任何等级"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			scheme, y := kpiScheme(), kpiBest()
			tt.change(&scheme, &y)
			s := kpiAssess(t, scheme, y)
			require.Equal(t, tt.score, s.Score.String())
			require.Equal(t, tt.band, s.Band)
			why, band := s.Why(), s.WhyBand()
			require.NoError(t, why.Check())
			require.NoError(t, band.Check())
			require.Equal(t, tt.score, why.Value.Text)
			if tt.band != "" {
				require.Equal(t, tt.band, band.Value.Text)
			}
			require.Contains(t, inChinese(t, why), tt.why)
			require.Contains(t, inChinese(t, band), tt.about)
			requireStored(t, s)
		})
	}
}

// requireStored: a standing that was stored explains itself as before.
func requireStored(t *testing.T, s rating.Standing) {
	t.Helper()
	data, err := json.Marshal(s)
	require.NoError(t, err)
	stored, err := invalid.Decode[rating.Standing](data, "standing")
	require.NoError(t, err)
	require.Equal(t, s.Why(), stored.Why())
	require.Equal(t, s.WhyBand(), stored.WhyBand())
	again, err := json.Marshal(stored)
	require.NoError(t, err)
	require.JSONEq(t, string(data), string(again))
}

// TestStandingWhyTampered: a stored score that does not follow from its rounds is found.
func TestStandingWhyTampered(t *testing.T) {
	spoil := map[string]func(*rating.Standing){
		"score":  func(s *rating.Standing) { s.Score = rating.MustParseScore("91") },
		"exact":  func(s *rating.Standing) { s.Exact, s.Score = rating.MustParseScore("91"), rating.MustParseScore("91") },
		"round":  func(s *rating.Standing) { s.Tiers[0].Rounds[2].Score = rating.MustParseScore("99") },
		"counts": func(s *rating.Standing) { s.Tiers[1].Rounds[0].Counts = false },
		"weight": func(s *rating.Standing) { s.Tiers[1].Weight = metric.MustParseFigure("61") },
	}
	for name, change := range spoil {
		t.Run(name, func(t *testing.T) {
			s := kpiAssess(t, kpiScheme(), kpiYear(kpiQuarters("92", "88", "90", "86"), kpiQuarters("93", "91")))
			change(&s)
			require.ErrorIs(t, s.Why().Check(), explain.ErrResult)
		})
	}
	s := kpiAssess(t, kpiScheme(), kpiYear(kpiQuarters("92", "88", "90", "86"), kpiQuarters("93", "91")))
	s.Edge.From = metric.MustParseFigure("95")
	require.ErrorContains(t, s.WhyBand().Check(), "inputs[1]")
	for _, empty := range []rating.Standing{{State: rating.Rated}, {}, {State: 200}} {
		require.NotPanics(t, func() { empty.Why(); empty.WhyBand() })
	}
}
