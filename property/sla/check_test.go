package sla_test

import (
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/require"

	"github.com/wuyekit/wuye/property/civil"
	"github.com/wuyekit/wuye/property/flow"
	"github.com/wuyekit/wuye/property/invalid"
	"github.com/wuyekit/wuye/property/sla"
	"github.com/wuyekit/wuye/property/worktime"
)

// problems returns what an error reports, each as "path rule".
func problems(t *testing.T, err error) []string {
	t.Helper()
	var e *invalid.Error
	require.ErrorAs(t, err, &e)
	var list []string
	for _, f := range e.Fields {
		list = append(list, f.Path+" "+f.Rule.ID())
		require.NotContains(t, f.Error(), "%!")
	}
	return list
}

// TestCompileProblems changes one thing in a good promise.
func TestCompileProblems(t *testing.T) {
	span, known := civil.MustParseSpan, calendars(t)
	for _, c := range []struct {
		name   string
		change func(p *sla.Promise, m *sla.Milestone)
		want   string
	}{
		{"no code", func(p *sla.Promise, _ *sla.Milestone) { p.Code = "" }, "code invalid/required"},
		{"no calendar", func(p *sla.Promise, _ *sla.Milestone) { p.Calendar = "" }, "calendar invalid/required"},
		{"an unknown calendar", func(p *sla.Promise, _ *sla.Milestone) { p.Calendar = "moon" }, "calendar sla/calendar"},
		{"an unknown calendar of a limit", func(_ *sla.Promise, m *sla.Milestone) { m.Limits[0].Calendar = "moon" }, "milestones[0].limits[0].calendar sla/calendar"},
		{"an unknown calendar of a level", func(_ *sla.Promise, m *sla.Milestone) {
			m.Levels = []sla.Level{{Code: "l", Percent: 1, Within: "moon"}}
		}, "milestones[0].levels[0].within sla/calendar"},
		{"no milestones", func(p *sla.Promise, _ *sla.Milestone) { p.Milestones = nil }, "milestones invalid/required"},
		{"a milestone without a code", func(_ *sla.Promise, m *sla.Milestone) { m.Code = "" }, "milestones[0].code invalid/required"},
		{"a milestone twice", func(p *sla.Promise, m *sla.Milestone) { p.Milestones = append(p.Milestones, *m) }, "milestones[1].code sla/twice"},
		{"no from", func(_ *sla.Promise, m *sla.Milestone) { m.From = "" }, "milestones[0].from invalid/required"},
		{"no from, though a deadline", func(_ *sla.Promise, m *sla.Milestone) { m.From, m.Due = "", &sla.Deadline{Field: "x"} }, "milestones[0].from invalid/required"},
		{"no to", func(_ *sla.Promise, m *sla.Milestone) { m.To = "" }, "milestones[0].to invalid/required"},
		{"to what it is from", func(_ *sla.Promise, m *sla.Milestone) { m.To = m.From }, "milestones[0].to sla/twice"},
		{"no limits", func(_ *sla.Promise, m *sla.Milestone) { m.Limits = nil }, "milestones[0].limits invalid/required"},
		{"no counting", func(_ *sla.Promise, m *sla.Milestone) { m.Limits[0].In = 0 }, "milestones[0].limits[0].in invalid/required"},
		{"a counting that is none", func(_ *sla.Promise, m *sla.Milestone) { m.Limits[0].In = 9 }, "milestones[0].limits[0].in invalid/word"},
		{"ends that are none", func(_ *sla.Promise, m *sla.Milestone) {
			m.Limits[0].Span, m.Limits[0].Ends = span("P1D"), 9
		}, "milestones[0].limits[0].ends invalid/word"},
		{"a rest that is none", func(_ *sla.Promise, m *sla.Milestone) {
			m.Limits[0].Span, m.Limits[0].Rest = span("P1D"), 9
		}, "milestones[0].limits[0].rest invalid/word"},
		{"days and hours", func(_ *sla.Promise, m *sla.Milestone) { m.Limits[0].Span = span("P1DT2H") }, "milestones[0].limits[0].span sla/mixed"},
		{"ends of hours", func(_ *sla.Promise, m *sla.Milestone) { m.Limits[0].Ends = sla.EndOfDay }, "milestones[0].limits[0].span sla/days"},
		{"rest of hours", func(_ *sla.Promise, m *sla.Milestone) { m.Limits[0].Rest = worktime.RestDays }, "milestones[0].limits[0].span sla/days"},
		{"first day of hours", func(_ *sla.Promise, m *sla.Milestone) { m.Limits[0].FirstDay = true }, "milestones[0].limits[0].span sla/days"},
		{"a category twice", func(_ *sla.Promise, m *sla.Milestone) { m.Limits[0].Categories = []string{"a", "b", "a"} }, "milestones[0].limits[0].categories[2] sla/twice"},
		{"an empty priority", func(_ *sla.Promise, m *sla.Milestone) { m.Limits[0].Priorities = []string{""} }, "milestones[0].limits[0].priorities[0] invalid/required"},
		{"a deadline of no field", func(_ *sla.Promise, m *sla.Milestone) { m.Due = &sla.Deadline{} }, "milestones[0].due.field invalid/required"},
		{"a deadline moved both ways", func(_ *sla.Promise, m *sla.Milestone) {
			m.Due = &sla.Deadline{Field: "x", Before: span("P1D"), After: span("P1D")}
		}, "milestones[0].due.after sla/before-after"},
		{"a deadline moved by days and hours", func(_ *sla.Promise, m *sla.Milestone) {
			m.Due = &sla.Deadline{Field: "x", Before: span("P1DT1H")}
		}, "milestones[0].due.before sla/mixed"},
		{"an exclusive deadline that ends", func(_ *sla.Promise, m *sla.Milestone) {
			m.Due = &sla.Deadline{Field: "x", Exclusive: true, Ends: sla.EndOfWork}
		}, "milestones[0].due.exclusive sla/exclusive"},
		{"a deadline whose ends are none", func(_ *sla.Promise, m *sla.Milestone) { m.Due = &sla.Deadline{Field: "x", Ends: 9} }, "milestones[0].due.ends invalid/word"},
		{"a deadline whose rest is none", func(_ *sla.Promise, m *sla.Milestone) { m.Due = &sla.Deadline{Field: "x", Rest: 9} }, "milestones[0].due.rest invalid/word"},
		{"an unknown stop", func(_ *sla.Promise, m *sla.Milestone) { m.Stops = []string{"parts"} }, "milestones[0].stops[0] sla/stop"},
		{"a stop twice in a milestone", func(_ *sla.Promise, m *sla.Milestone) { m.Stops = []string{"owner", "owner"} }, "milestones[0].stops[1] sla/twice"},
		{"a stop without a code", func(p *sla.Promise, _ *sla.Milestone) {
			p.Stops = append(p.Stops, sla.Stop{From: "a", Until: []string{"b"}})
		}, "stops[1].code invalid/required"},
		{"a stop twice", func(p *sla.Promise, _ *sla.Milestone) { p.Stops = append(p.Stops, p.Stops[0]) }, "stops[1].code sla/twice"},
		{"a stop from nothing", func(p *sla.Promise, _ *sla.Milestone) { p.Stops[0].From = "" }, "stops[0].from invalid/required"},
		{"a stop without an end", func(p *sla.Promise, _ *sla.Milestone) { p.Stops[0].Until = nil }, "stops[0].until invalid/required"},
		{"a stop that ends as it begins", func(p *sla.Promise, _ *sla.Milestone) { p.Stops[0].Until = []string{"paused"} }, "stops[0].until sla/twice"},
		{"a reason twice", func(p *sla.Promise, _ *sla.Milestone) { p.Stops[0].Reasons = []string{"r", "r"} }, "stops[0].reasons[1] sla/twice"},
		{"a stop of at most days", func(p *sla.Promise, _ *sla.Milestone) { p.Stops[0].AtMost = span("P2D") }, "stops[0].atMost sla/hours"},
		{"cancelled twice", func(p *sla.Promise, _ *sla.Milestone) { p.Cancelled = []string{"c", "c"} }, "cancelled[1] sla/twice"},
		{"waived by nothing", func(p *sla.Promise, _ *sla.Milestone) { p.Waived = []string{""} }, "waived[0] invalid/required"},
		{"reopened without a rule", func(p *sla.Promise, _ *sla.Milestone) { p.Reopened = []string{"r"} }, "milestones[0].reopening invalid/required"},
		{"a reopening that is none", func(_ *sla.Promise, m *sla.Milestone) { m.Reopening = 9 }, "milestones[0].reopening invalid/word"},
		{"a level without a code", func(_ *sla.Promise, m *sla.Milestone) { m.Levels = []sla.Level{{Percent: 1}} }, "milestones[0].levels[0].code invalid/required"},
		{"a level twice", func(_ *sla.Promise, m *sla.Milestone) {
			m.Levels = []sla.Level{{Code: "l", Percent: 1}, {Code: "l", Percent: 2}}
		}, "milestones[0].levels[1].code sla/twice"},
		{"a level of nothing", func(_ *sla.Promise, m *sla.Milestone) { m.Levels = []sla.Level{{Code: "l"}} }, "milestones[0].levels[0] sla/level"},
		{"a level of two things", func(_ *sla.Promise, m *sla.Milestone) {
			m.Levels = []sla.Level{{Code: "l", Percent: 1, After: span("PT1H")}}
		}, "milestones[0].levels[0] sla/level"},
		{"a level of 101 %", func(_ *sla.Promise, m *sla.Milestone) { m.Levels = []sla.Level{{Code: "l", Percent: 101}} }, "milestones[0].levels[0].percent sla/percent"},
		{"a level of −1 %", func(_ *sla.Promise, m *sla.Milestone) { m.Levels = []sla.Level{{Code: "l", Percent: -1}} }, "milestones[0].levels[0].percent sla/percent"},
		{"a percentage of days", func(_ *sla.Promise, m *sla.Milestone) {
			m.Limits[0].Span, m.Levels = span("P3D"), []sla.Level{{Code: "l", Percent: 50}}
		}, "milestones[0].levels[0].percent sla/percent-days"},
		{"a level of days and hours", func(_ *sla.Promise, m *sla.Milestone) {
			m.Levels = []sla.Level{{Code: "l", After: span("P1DT1H")}}
		}, "milestones[0].levels[0].after sla/mixed"},
		{"65 milestones", func(p *sla.Promise, m *sla.Milestone) {
			for i := range 64 {
				p.Milestones = append(p.Milestones, *m)
				p.Milestones[i+1].Code = fmt.Sprint(i)
			}
		}, "milestones sla/too-many"},
		{"65 stops", func(p *sla.Promise, _ *sla.Milestone) {
			for i := range 64 {
				p.Stops = append(p.Stops, sla.Stop{Code: fmt.Sprint(i), From: "a", Until: []string{"b"}})
			}
		}, "stops sla/too-many"},
	} {
		t.Run(c.name, func(t *testing.T) {
			p := repair("PT4H", sla.Wall, "hours")
			c.change(&p, &p.Milestones[0])
			clock, err := sla.Compile(p, known)
			require.Nil(t, clock)
			require.Equal(t, []string{c.want}, problems(t, err))
		})
	}
}

// TestCompileReportsAll: a promise full of problems, and all of them at once.
func TestCompileReportsAll(t *testing.T) {
	clock, err := sla.Compile(sla.Promise{
		Stops:     []sla.Stop{{AtMost: civil.MustParseSpan("P1D")}},
		Cancelled: []string{""},
		Milestones: []sla.Milestone{
			{Limits: []sla.Limit{{Span: civil.MustParseSpan("P1DT1H")}}, Stops: []string{"s"}, Levels: []sla.Level{{Percent: 200, Within: "moon"}}},
			{Code: "m", To: "t"},
		},
	}, nil)
	require.Nil(t, clock)
	got := problems(t, err)
	slices.Sort(got)
	require.Equal(t, []string{
		"calendar invalid/required",
		"cancelled[0] invalid/required",
		"code invalid/required",
		"milestones[0].code invalid/required",
		"milestones[0].from invalid/required",
		"milestones[0].levels[0].code invalid/required",
		"milestones[0].levels[0].percent sla/percent",
		"milestones[0].levels[0].percent sla/percent-days",
		"milestones[0].levels[0].within sla/calendar",
		"milestones[0].limits[0].in invalid/required",
		"milestones[0].limits[0].span sla/mixed",
		"milestones[0].stops[0] sla/stop",
		"milestones[0].to invalid/required",
		"milestones[1].from invalid/required",
		"milestones[1].limits invalid/required",
		"stops[0].atMost sla/hours",
		"stops[0].code invalid/required",
		"stops[0].from invalid/required",
		"stops[0].until invalid/required",
	}, got)
	require.ErrorContains(t, err, "moon")
}

// TestCaseProblems reports everything that is wrong with a case, and judges it all the same.
func TestCaseProblems(t *testing.T) {
	day := civil.MustParse("2026-11-02")
	k := sla.Case{
		Fields: []sla.Field{{Name: "a"}, {Name: "a", On: day}, {On: day}, {Name: "b", At: at("2026-11-02 10:00"), On: day}},
		Log:    []flow.Event{{}, {Name: "reported"}, {At: at("2026-11-02 10:00")}},
	}
	var l invalid.List
	k.Check(&l)
	got := problems(t, l.Err("case"))
	slices.Sort(got)
	require.Equal(t, []string{
		"fields[0] sla/field", "fields[1].name sla/twice", "fields[2].name invalid/required", "fields[3] sla/field",
		"id invalid/required",
		"log[0].at invalid/required", "log[0].name invalid/required", "log[1].at invalid/required", "log[2].name invalid/required",
	}, got)
	v := compile(t, repair("PT4H", sla.Wall, "hours")).Evaluate(nil, &k, at("2026-11-02 12:00"))[0]
	require.NotEqual(t, sla.Met, v.State)

	// A field that is neither an instant nor a day, or both, is none.
	p, _ := sla.Profile("plan-by-day")
	for _, f := range []sla.Field{{Name: "dueOn"}, {Name: "dueOn", At: at("2026-11-02 10:00"), On: day}} {
		v := judge(t, p, &sla.Case{ID: "1", Fields: []sla.Field{f}}, "2026-11-02 12:00")
		require.Equal(t, sla.FieldMissing, v.Reason)
	}
}

// TestBonusMalusProblems reports everything that is wrong with a scheme.
func TestBonusMalusProblems(t *testing.T) {
	c := compile(t, repair("PT4H", sla.Wall, "hours"))
	_, ok, err := c.Assess(sla.BonusMalus{
		Milestone: "accept", Unit: civil.MustParseSpan("P1D"), Floor: 1, Cap: 2, In: "not a unit", Step: decimal.NewFromInt(1),
		Weights: []sla.Weight{{Categories: []string{"a", "a"}, Weight: decimal.NewFromInt(-1)}},
	}, caseOf(), at("2026-11-02 12:00"))
	require.False(t, ok)
	got := problems(t, err)
	slices.Sort(got)
	require.Equal(t, []string{
		"code invalid/required", "floor sla/bounds", "in explain/unit", "milestone sla/milestone", "unit sla/hours",
		"weights[0].categories[1] sla/twice", "weights[0].weight sla/negative-weight",
	}, got)
	_, _, err = c.Assess(sla.BonusMalus{Code: "b", Milestone: "resolve", Floor: -2, Cap: -1, In: "point"}, caseOf(), time.Time{})
	got = problems(t, err)
	slices.Sort(got)
	require.Equal(t, []string{"floor sla/bounds", "unit invalid/required", "weights invalid/required"}, got)

	_, err = c.AppendStretches(nil, caseOf(), "accept", time.Time{})
	require.ErrorIs(t, err, sla.ErrMilestone)
	_, ok = c.Why(caseOf(), "accept", time.Time{})
	require.False(t, ok)
}

// TestDocuments: a promise is written as it is read, and words are words.
func TestDocuments(t *testing.T) {
	for _, p := range sla.Profiles() {
		data, err := json.Marshal(p)
		require.NoError(t, err)
		read, err := invalid.Decode[sla.Promise](data, "promise")
		require.NoError(t, err, string(data))
		require.Equal(t, p, read)
		_, err = sla.Compile(p, calendars(t))
		require.NoError(t, err)
		require.NotEmpty(t, p.Source)
	}
	_, err := invalid.Decode[sla.Promise]([]byte(`{"code": "a", "calendar": "hours", "milestones": [
		{"code": "m", "from": "f", "to": "t", "limits": [{"span": "PT0S", "in": "sometimes"}]}]}`), "promise")
	require.ErrorIs(t, err, civil.ErrSpanZero)
	require.ErrorIs(t, err, invalid.ErrWord)

	for state, word := range map[sla.State]string{
		sla.Unknown: "unknown", sla.Met: "met", sla.Breached: "breached", sla.Running: "running", sla.Paused: "paused", sla.Waived: "waived",
	} {
		require.Equal(t, word, state.String())
		var read sla.State = 9
		require.NoError(t, read.UnmarshalText([]byte(word)))
		require.Equal(t, state, read)
		text, err := state.MarshalText()
		require.NoError(t, err)
		require.Equal(t, word, string(text))
	}
	_, err = sla.State(9).MarshalText()
	require.ErrorIs(t, err, invalid.ErrWord)
	for _, text := range []string{sla.State(9).String(), sla.Reason(99).String(), sla.Counting(9).String(), sla.DayEnd(9).String(), sla.Reopening(9).String(), sla.StretchKind(9).String()} {
		require.True(t, strings.HasSuffix(text, "9)"), text)
	}
	require.False(t, errors.Is(sla.ErrTwice, sla.ErrStop))
}

// TestPromiseIsCopied: changing a document later changes no clock made of it.
func TestPromiseIsCopied(t *testing.T) {
	p := repair("PT4H", sla.Wall, "hours")
	p.Cancelled, p.Waived, p.Reopened = []string{"a"}, []string{"b"}, []string{"c"}
	p.Stops[0].Reasons = []string{"owner"}
	m := &p.Milestones[0]
	m.Reopening, m.Due, m.Levels = sla.ReopenRuns, &sla.Deadline{Field: "agreedAt"}, []sla.Level{{Code: "l", Percent: 50}}
	m.Limits[0].Categories, m.Limits[0].Priorities = []string{"minor"}, []string{"low"}
	c := compile(t, p)
	text := func() string {
		data, err := json.Marshal(c.Promise())
		require.NoError(t, err)
		return string(data)
	}
	want := text()
	spoil := func(p sla.Promise) {
		m := &p.Milestones[0]
		for _, list := range [][]string{
			p.Cancelled, p.Waived, p.Reopened, p.Stops[0].Reasons, p.Stops[0].Until, m.Stops, m.Limits[0].Categories, m.Limits[0].Priorities,
		} {
			list[0] = "spoilt"
		}
		m.Code, m.Due.Field, m.Limits[0].Calendar, m.Levels[0].Code, p.Stops[0].Code = "spoilt", "spoilt", "spoilt", "spoilt", "spoilt"
	}
	spoil(p)
	require.Equal(t, want, text())
	spoil(c.Promise())
	require.Equal(t, want, text())
}
