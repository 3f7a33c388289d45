package schedule_test

import (
	"strings"
	"testing"
	"unicode"

	"github.com/stretchr/testify/require"
	"golang.org/x/text/language"
	"golang.org/x/text/message"
	"golang.org/x/text/message/catalog"

	"github.com/wuyekit/wuye/property/civil"
	"github.com/wuyekit/wuye/property/explain"
	"github.com/wuyekit/wuye/property/invalid"
	"github.com/wuyekit/wuye/property/schedule"
)

func planPrinters(t *testing.T) (en, zh *message.Printer) {
	t.Helper()
	b := catalog.NewBuilder()
	require.NoError(t, schedule.Messages(b))
	require.NoError(t, explain.Messages(b))
	return message.NewPrinter(language.English, message.Catalog(b)), message.NewPrinter(language.SimplifiedChinese, message.Catalog(b))
}

func hasHan(s string) bool {
	return strings.ContainsFunc(s, func(r rune) bool { return unicode.Is(unicode.Han, r) })
}

func TestPlanMessages(t *testing.T) {
	en, zh := planPrinters(t)
	for _, rule := range []invalid.RuleError{
		schedule.ErrCoverTooMany, schedule.ErrCoverPeople, schedule.ErrCoverHours, schedule.ErrCoverShift, schedule.ErrCoverNoShift,
		schedule.ErrCoverEntry, schedule.ErrCoverSpan, schedule.ErrPlanTooMany, schedule.ErrPlanChain, schedule.ErrPlanOpen,
		schedule.ErrPlanLevel, schedule.ErrPlanKnown, schedule.ErrPlanTask, schedule.ErrPlanOf, schedule.ErrPlanCircle, schedule.ErrPlanOrder,
	} {
		args := []string{"«1»", "«2»", "«3»", "«4»", "«5»"}[:strings.Count(rule.English(), "%[")]
		problem := &invalid.FieldError{Rule: rule, Args: args}
		require.Equal(t, problem.Error(), problem.Text(en), rule.ID())
		chinese := problem.Text(zh)
		require.True(t, hasHan(chinese), chinese)
		for _, text := range []string{problem.Text(en), chinese} {
			require.NotContains(t, text, "%!")
			for _, arg := range args {
				require.Contains(t, text, arg)
			}
		}
	}
}

// planLabels are the labels of a derivation and all that it follows from.
func planLabels(s explain.Step, seen map[explain.Label][]string) {
	if s.Label != "" {
		seen[s.Label] = s.Args
	}
	for _, in := range s.Inputs {
		planLabels(in, seen)
	}
}

// TestPlanLabels: every label that a derivation of plans and posts can have reads in both languages.
func TestPlanLabels(t *testing.T) {
	seen := map[explain.Label][]string{}
	why := func(s explain.Step, ok bool) {
		require.True(t, ok)
		planLabels(s, seen)
	}
	e := visit("2025-09-18", "2025-09-12 15:00")
	e.Records = []schedule.Record{planRecord("1", "security", "2025-09-13 12:00")}
	hours := vipPlan()
	hours.LateStart = planSpan("PT36H")
	why(compilePlan(t, vipPlan()).Why("security", &e, "1", planAt("2025-09-13 13:00")))
	why(compilePlan(t, hours).Why("cleaning", &e, "1", planAt("2025-09-13 13:00")))
	why(compilePlan(t, hours).Why("reconfirm", &e, "1", planAt("2025-09-13 13:00")))
	why(compilePlan(t, hours).Why("reconfirm", &schedule.Evidence{}, "1", planAt("2025-09-13 13:00")))
	meeting := schedule.Evidence{Fields: []schedule.Field{{Name: "startsAt", At: planAt("2025-09-18 14:00")}}}
	why(compilePlan(t, meetingPlan(minutesBefore("doors", "PT30M"))).Why("doors", &meeting, "", planAt("2025-09-18 13:00")))
	m := compilePosts(t, "guards", schedule.Post{Code: "gate", People: 1, Windows: []civil.Window{civil.MustParseWindow("08:00/20:00")}})
	c, err := m.Cover(schedule.Sheet{Attendance: []schedule.Attendance{attended("Li", "gate", "2025-03-01", "2025-03-01 10:00")}, AsOf: planAt("2025-03-02 07:00")}, planAt("2025-03-01"), planAt("2025-03-03"))
	require.NoError(t, err)
	why(c.Why("gate", planDay("2025-03-01")))
	why(c.Why("gate", planDay("2025-03-02")))
	require.Len(t, seen, 17, "%v", seen)

	en, zh := planPrinters(t)
	for label, args := range seen {
		step := explain.Given(label, explain.Value{Text: "1"}, args...)
		for _, p := range []*message.Printer{en, zh} {
			text := explain.Text(p, step)
			require.NotContains(t, text, "%!")
			for _, arg := range args {
				require.Contains(t, text, arg, label)
			}
		}
		require.True(t, hasHan(zh.Sprintf(label.ID(), anyArgs(args)...)), label)
	}
}

func anyArgs(args []string) []any {
	out := make([]any, len(args))
	for i, a := range args {
		out[i] = a
	}
	return out
}

func TestCoverWords(t *testing.T) {
	for kind, word := range map[schedule.RosterFaultKind]string{
		schedule.TwoPosts: "twoPosts", schedule.UnknownPost: "unknownPost", schedule.NoPerson: "noPerson", schedule.NoTime: "noTime", schedule.Unskilled: "unskilled",
	} {
		text, err := kind.MarshalText()
		require.NoError(t, err)
		require.Equal(t, word, string(text))
		require.Equal(t, word, kind.String())
		var back schedule.RosterFaultKind
		require.NoError(t, back.UnmarshalText(text))
		require.Equal(t, kind, back)
	}
	_, err := schedule.RosterFaultKind(0).MarshalText()
	require.ErrorIs(t, err, invalid.ErrWord)
	require.Equal(t, "RosterFaultKind(9)", schedule.RosterFaultKind(9).String())
}
