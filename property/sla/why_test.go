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
	"github.com/wuyekit/wuye/property/worktime"
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
	require.Equal(t, []string{"resolve", "reported"}, step.Args)
	require.Equal(t, "unknown", step.Value.Text)
}

// What a limit in days and a deadline of a field come from is said in words: the last day, the day of rest that gives
// way to it, the field and what it was moved by.
func TestWhyDays(t *testing.T) {
	en, err := explain.NewPrinter(language.English, sla.Messages)
	require.NoError(t, err)
	zh, err := explain.NewPrinter(language.SimplifiedChinese, sla.Messages)
	require.NoError(t, err)
	days := func(span string, rest worktime.Rest) sla.Promise {
		p := repair(span, sla.Wall, "office")
		p.Milestones[0].Limits[0].Rest = rest
		return p
	}
	field := func(before string, rest worktime.Rest) sla.Promise {
		p := repair("PT4H", sla.Wall, "office")
		p.Milestones[0].Due = &sla.Deadline{Field: "examOn", Rest: rest}
		if before != "" {
			p.Milestones[0].Due.Before = civil.MustParseSpan(before)
		}
		return p
	}
	stopped := caseOf(on("2026-11-02 10:00", "reported"), on("2026-11-03 10:00", "paused"), on("2026-11-05 10:00", "resumed"))
	exam := func(day string) *sla.Case {
		k := caseOf(on("2026-04-01 10:00", "reported"))
		k.Fields = []sla.Field{{Name: "examOn", On: civil.MustParse(day)}}
		return k
	}
	for _, c := range []struct {
		p      sla.Promise
		k      *sla.Case
		en, zh string
	}{
		{
			days("P7D", 0), caseOf(on("2026-09-24 10:00", "reported")),
			"the deadline: P7D from 2026-09-24 10:00 end on 2026-10-01: 2026-10-02 00:00", "自 2026-09-24 10:00 起 P7D，最后一日为 2026-10-01",
		},
		{
			days("P7D", worktime.RestHolidays), caseOf(on("2026-09-24 10:00", "reported")),
			"end on 2026-10-01, a day of rest that gives way to 2026-10-08: 2026-10-09 00:00", "最后一日 2026-10-01 为休息日，改为 2026-10-08",
		},
		{days("P7D", 0), stopped, "end on 2026-11-11, stops moving the end by 2 days", "因暂停顺延 2 日，最后一日为 2026-11-11"},
		{field("", 0), exam("2026-06-07"), "the case has as examOn, 2026-06-07: 2026-06-08 00:00", "工单字段 examOn（2026-06-07）约定的到期时间"},
		{field("P1M", 0), exam("2026-06-07"), "as examOn, 2026-06-07, moved by -P1M: 2026-05-08 00:00", "（2026-06-07）推移 -P1M"},
		{
			field("P1M", worktime.RestDaysBefore), exam("2026-06-03"),
			"moved by -P1M to 2026-04-30 for days of rest: 2026-05-01 00:00", "遇休息日改为 2026-04-30",
		},
		{repair("PT4H", sla.Working, "office"), caseOf(), "the event reported, which starts its clock, has not happened", "开始计时的事件 reported 尚未发生"},
		{repair("PT4H", sla.Working, "office"), caseOf(on("2027-01-04 10:00", "reported")), "the holidays of 2027 are not known", "2027 年的节假日安排未知"},
	} {
		step, ok := compile(t, c.p).Why(c.k, "resolve", at("2027-02-01 10:00"))
		require.True(t, ok)
		require.Contains(t, explain.Text(en, step), c.en)
		require.Contains(t, explain.Text(zh, step), c.zh)
	}
}
