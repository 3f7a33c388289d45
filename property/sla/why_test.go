package sla_test

import (
	"strings"
	"testing"
	"time"
	"unicode"

	"github.com/stretchr/testify/require"
	"golang.org/x/text/language"

	"github.com/wuyekit/wuye/property/civil"
	"github.com/wuyekit/wuye/property/explain"
	"github.com/wuyekit/wuye/property/sla"
)

// TestWhyFollows: every derivation follows from its inputs, its root is the verdict, and it can be read in both
// languages.
func TestWhyFollows(t *testing.T) {
	en, err := explain.NewPrinter(language.English, sla.Messages)
	require.NoError(t, err)
	zh, err := explain.NewPrinter(language.SimplifiedChinese, sla.Messages)
	require.NoError(t, err)
	roots := map[string]int{}
	scenes(t, 1500, func(s *scene) {
		for _, v := range s.judge() {
			step, ok := s.clock.Why(&s.k, v.Milestone, s.now)
			require.True(t, ok)
			require.NoError(t, step.Check(), "%+v", v)
			want := v.State.String()
			if !v.Due.IsZero() {
				want = map[bool]string{true: "false", false: "true"}[v.State == sla.Breached]
				due := step.Inputs[1]
				at, err := time.Parse(time.RFC3339Nano, due.Value.Text)
				require.NoError(t, err)
				require.True(t, at.Equal(v.Due), "%s %v", due.Value.Text, v.Due)
				require.Equal(t, "random", due.Source)
			}
			require.Equal(t, want, step.Value.Text, "%+v", v)
			roots[want]++
			chinese := explain.Text(zh, step)
			require.True(t, strings.ContainsFunc(chinese, func(r rune) bool { return unicode.Is(unicode.Han, r) }), chinese)
			for _, text := range []string{explain.Text(en, step), chinese} {
				require.NotContains(t, text, "sla/")
				require.NotContains(t, text, "%!")
			}
		}
	})
	for _, root := range []string{"true", "false", "unknown", "waived"} {
		require.Greater(t, roots[root], 20, root)
	}
}

// TestStretchesAddUp: stretches go from the start to the later of the deadline and At without a gap; what counted in
// them by At is what the verdict says, and up to the deadline it is the limit.
func TestStretchesAddUp(t *testing.T) {
	seen := 0
	scenes(t, 1500, func(s *scene) {
		for i, v := range s.judge() {
			list, err := s.clock.AppendStretches(nil, &s.k, v.Milestone, s.now)
			require.NoError(t, err)
			if v.Start.IsZero() || v.Due.IsZero() {
				require.Empty(t, list)
				continue
			}
			to := v.Due
			if v.At.After(to) {
				to = v.At
			}
			cursor, limit := v.Start, sla.Length(0)
			lengths := map[sla.StretchKind]sla.Length{}
			for _, p := range list {
				require.True(t, p.Start.Equal(cursor), "a gap at %v: %v", cursor, list)
				require.True(t, p.Start.Before(p.End))
				lengths[p.Kind] += upTo(p, v.At)
				if p.Kind == sla.Counted {
					limit += upTo(p, v.Due)
				}
				cursor = p.End
			}
			if len(list) > 0 {
				require.True(t, cursor.Equal(to), "%v, not %v", cursor, to)
			}
			require.Equal(t, v.Paused, lengths[sla.Stopped], "%+v %v", v, list)
			require.Equal(t, v.Counted, lengths[sla.Counted], "%+v %v", v, list)
			if v.Limit > 0 {
				if want := s.promise.Milestones[i].Limits[v.Limit-1].Span.Seconds(); want > 0 {
					require.Equal(t, sla.Length(want)*sla.Length(time.Second), limit)
					seen++
				}
			}
		}
	})
	require.Greater(t, seen, 300)
}

// upTo is how much of a stretch lies before an instant.
func upTo(p sla.Stretch, at time.Time) sla.Length {
	if p.End.After(at) {
		p.End = at
	}
	return max(0, p.Length())
}

// TestStretches lists those of a repair with a lunch break, a stop and a night in it.
func TestStretches(t *testing.T) {
	c := compile(t, repair("PT6H", sla.Working, "office"))
	k := caseOf(on("2026-11-02 11:00", "reported"), on("2026-11-02 16:00", "paused"), on("2026-11-03 10:00", "resumed"))
	list, err := c.AppendStretches(nil, k, "resolve", at("2026-11-03 10:30"))
	require.NoError(t, err)
	want := []struct {
		kind     sla.StretchKind
		from, to string
	}{
		{sla.Counted, "2026-11-02 11:00", "2026-11-02 12:00"},
		{sla.Closed, "2026-11-02 12:00", "2026-11-02 13:30"},
		{sla.Counted, "2026-11-02 13:30", "2026-11-02 16:00"},
		{sla.Stopped, "2026-11-02 16:00", "2026-11-03 10:00"},
		{sla.Counted, "2026-11-03 10:00", "2026-11-03 12:00"},
		{sla.Closed, "2026-11-03 12:00", "2026-11-03 13:30"},
		{sla.Counted, "2026-11-03 13:30", "2026-11-03 14:00"},
	}
	require.Len(t, list, len(want))
	for i, w := range want {
		require.Equal(t, w.kind, list[i].Kind)
		requireAt(t, w.from, list[i].Start)
		requireAt(t, w.to, list[i].End)
	}
}

// TestWhySources: a derivation names the promise's source, what started the clock and the fact that is missing.
func TestWhySources(t *testing.T) {
	p := repair("PT4H", sla.Wall, "hours")
	p.Source, p.Milestones[0].FromField = "合同第五条", "agreedAt"
	c := compile(t, p)
	k := caseOf(on("2026-11-02 10:00", "reported"))
	step, ok := c.Why(k, "resolve", at("2026-11-02 11:00"))
	require.True(t, ok)
	require.Equal(t, "合同第五条", step.Inputs[1].Source)
	require.Equal(t, "reported", step.Inputs[1].Inputs[0].Source)
	k.Fields = []sla.Field{{Name: "agreedAt", On: civil.MustParse("2026-11-03")}}
	step, _ = c.Why(k, "resolve", at("2026-11-02 11:00"))
	require.Equal(t, "agreedAt", step.Inputs[1].Inputs[0].Source)
	require.Equal(t, "2026-11-03T00:00:00+08:00", step.Inputs[1].Inputs[0].Value.Text)
	step, _ = c.Why(caseOf(), "resolve", at("2026-11-02 11:00"))
	require.Equal(t, []string{"resolve", "notStarted", "reported"}, step.Args)
	require.Equal(t, "unknown", step.Value.Text)
}
