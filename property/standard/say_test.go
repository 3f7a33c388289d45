package standard_test

import (
	"testing"

	"github.com/stretchr/testify/require"
	"golang.org/x/text/language"

	"github.com/wuyekit/wuye/property/explain"
	"github.com/wuyekit/wuye/property/metric"
	"github.com/wuyekit/wuye/property/standard"
)

// sayWords declares codes with names, some of them with two.
func sayWords(tb testing.TB) standard.Vocabulary {
	tb.Helper()
	return decode[standard.Vocabulary](tb, `{"code": "say",
		"estate": [{"name": "tank", "title": {"zh": "二次供水", "en": "water tank"}, "type": "boolean"}],
		"figures": [{"code": "lit", "name": {"zh": "亮灯数", "en": "lamps lit"}}, {"code": "lamps", "name": {"zh": "路灯数", "en": "lamps"}}],
		"kinds": [
			{"code": "door", "name": {"zh": "门", "en": "door"}, "subject": true, "fields": [{"name": "level", "title": {"zh": "级别", "en": "level"}, "type": "text"}]},
			{"code": "patrol", "name": {"zh": "巡查", "en": "patrol"}, "of": "door", "fields": [{"name": "people", "title": {"zh": "人数", "en": "people"}, "type": "number"}, {"name": "note", "title": {"zh": "备注"}, "type": "text"}, {"name": "twice", "title": {"zh": "甲"}, "type": "text"}, {"name": "bare", "type": "text"}]},
			{"code": "sheet", "name": {"zh": "检查表", "en": "sheet"}, "of": "door", "fields": [{"name": "twice", "title": {"zh": "乙"}, "type": "text"}], "items": [{"code": "shut", "name": {"zh": "已关闭", "en": "shut"}}, {"code": "clean"}]},
			{"code": "repair", "name": {"zh": "报修", "en": "repair"}, "of": "door", "events": [{"code": "reported", "name": {"zh": "报修", "en": "reported"}}, {"code": "arrived", "name": {"zh": "到场", "en": "arrived"}}]}]}`)
}

func sayRules(tb testing.TB) *standard.Rules {
	tb.Helper()
	return mustCompile(tb, clausesOf(tb, `"params": [{"name": "least", "note": {"zh": "最少人数", "en": "least number"}}, {"name": "bare"}],`, `
		{"id": "T-1", "profile": "p", "text": {"en": "t"}, "measures": [{"part": "people", "record": {"of": "patrol", "must": [{"field": "people", "is": ">=", "value": "$least"}, {"field": "people", "is": "<", "value": "$bare"}]}},
			{"part": "sheet", "checklist": {"sheet": "sheet", "use": "latest", "items": [{"code": "shut"}, {"code": "clean", "text": {"zh": "洁净", "en": "clean"}}]}}]},
		{"id": "T-2", "profile": "p", "text": {"en": "t"}, "measures": [{"promise": {"of": "repair", "from": "reported", "to": "arrived", "limit": "PT30M"}}]},
		{"id": "T-3", "profile": "p", "text": {"en": "t"}, "measures": [{"threshold": {"limits": [{"figure": "lit", "outOf": "lamps", "is": ">=", "value": "98%"}]}}]}`), sayWords(tb))
}

func TestSay(t *testing.T) {
	rules := sayRules(t)
	en, zh := printers(t)
	reason := func(c standard.Code, args ...string) standard.Reason { return standard.Reason{Code: c, Args: args} }
	tests := []struct {
		why    standard.Reason
		en, zh []string // the operands in words
	}{
		{reason(standard.NoRows), nil, nil},
		{reason(standard.NotComplete, "patrol", "door"), []string{"patrol, door"}, []string{"巡查、门"}},
		{reason(standard.NotComplete, "smile"), []string{"smile"}, []string{"smile"}},
		{reason(standard.ParamUnset, "bare", "least"), []string{"bare, least number [least]"}, []string{"bare、最少人数 [least]"}},
		{reason(standard.WhenFalse, "$least"), []string{"least number [least]"}, []string{"最少人数 [least]"}},
		{reason(standard.WhenFalse, "estate.tank"), []string{"water tank"}, []string{"二次供水"}},
		{reason(standard.FieldMissing, "people"), []string{"people"}, []string{"人数"}},
		{reason(standard.FieldMissing, "subject.level"), []string{"level"}, []string{"级别"}},
		{reason(standard.FieldMissing, "note"), []string{"备注"}, []string{"备注"}},
		{reason(standard.FieldMissing, "twice"), []string{"twice"}, []string{"twice"}},
		{reason(standard.FieldMissing, "bare"), []string{"bare"}, []string{"bare"}},
		{reason(standard.FieldMissing, "shut", "clean"), []string{"shut, clean"}, []string{"已关闭、洁净"}},
		{reason(standard.FieldMissing, "at"), []string{"when it was"}, []string{"发生时间"}},
		{reason(standard.ConditionFalse, "span"), []string{"the time from its beginning to its end"}, []string{"起止时间"}},
		{reason(standard.ItemFailed, "clean", "shut"), []string{"clean, shut"}, []string{"洁净、已关闭"}},
		{reason(standard.FigureMissing, "lit"), []string{"lamps lit"}, []string{"亮灯数"}},
		{
			reason(standard.PartialPeriod, "lit", "2026-01-01T00:00:00+08:00", "2026-02-01T00:00:00+08:00"),
			[]string{"lamps lit", "2026-01-01 00:00", "2026-02-01 00:00"},
			[]string{"亮灯数", "2026-01-01 00:00", "2026-02-01 00:00"},
		},
		{reason(standard.FigureMissing, "MAINT-01.met"), []string{"MAINT-01.met"}, []string{"MAINT-01.met"}},
		{reason(standard.ValueOff, "lit", "293", "lamps", "300", ">=", "98%"), []string{"lamps lit", "293", "lamps", "300", ">=", "98%"}, []string{"亮灯数", "293", "路灯数", "300", ">=", "98%"}},
		{reason(standard.ValueOff, "lit", "293", "", "", ">=", "294"), []string{"lamps lit", "293", "", "", ">=", "294"}, []string{"亮灯数", "293", "", "", ">=", "294"}},
		{
			reason(standard.TooLate, "2026-03-12T15:00:00+08:00", "2026-03-12T07:30:05Z"),
			[]string{"2026-03-12 15:00", "2026-03-12 15:30:05"},
			[]string{"2026-03-12 15:00", "2026-03-12 15:30:05"},
		},
		{reason(standard.OverLimit, "2026-03-12T15:00:00+08:00"), []string{"2026-03-12 15:00"}, []string{"2026-03-12 15:00"}},
		{reason(standard.NotDue, "2026-03-12"), []string{"2026-03-12"}, []string{"2026-03-12"}},
		{reason(standard.Short, "1", "2", "2026-03-01/2026-03-31"), []string{"1", "2", "2026-03-01 – 2026-03-31"}, []string{"1", "2", "2026-03-01 – 2026-03-31"}},
		{
			reason(standard.Short, "1", "2", "2026-03-01T08:00:00+08:00/2026-03-01T09:00:00+08:00"),
			[]string{"1", "2", "2026-03-01 08:00 – 2026-03-01 09:00"},
			[]string{"1", "2", "2026-03-01 08:00 – 2026-03-01 09:00"},
		},
		{reason(standard.Short, "1", "2", "patrol"), []string{"1", "2", "patrol"}, []string{"1", "2", "巡查"}},
		{reason(standard.StepOrder, "arrived", "reported"), []string{"arrived", "reported"}, []string{"到场", "报修"}},
		{reason(standard.TooSoon, "arrived", "2026-03-12T15:00:00+08:00"), []string{"arrived", "2026-03-12 15:00"}, []string{"到场", "2026-03-12 15:00"}},
		{reason(standard.NotDue, "arrived"), []string{"arrived"}, []string{"到场"}},
		{
			reason(standard.OverLimit, "2026-03-12T15:00:00+08:00", "2026-03-12T16:00:00+08:00", "arrived"),
			[]string{"2026-03-12 15:00", "2026-03-12 16:00", "arrived"},
			[]string{"2026-03-12 15:00", "2026-03-12 16:00", "到场"},
		},
		{reason(standard.ExcusedBy, "note"), []string{"备注"}, []string{"备注"}},
		{reason(standard.OfClause, "SEC-53/contract"), []string{"SEC-53/contract"}, []string{"SEC-53/contract"}},
		{reason(99, "lit"), nil, nil},
	}
	for _, tt := range tests {
		require.Equal(t, reason(tt.why.Code, tt.en...).Text(en), rules.Say(en, tt.why))
		require.Equal(t, reason(tt.why.Code, tt.zh...).Text(zh), rules.Say(zh, tt.why))
	}
	require.Empty(t, rules.Say(zh, standard.Reason{}))
	bare, err := explain.NewPrinter(language.Chinese)
	require.NoError(t, err)
	require.Contains(t, rules.Say(bare, reason(standard.ValueOff, "lit", "1", "", "", "=", "2")), "lamps lit", "a printer without the messages speaks English")
}

// TestSayMetrics: figures of metrics are called as the metrics call them.
func TestSayMetrics(t *testing.T) {
	set, err := metric.Compile(metric.China())
	require.NoError(t, err)
	var figure string
	var name metric.Name
	for d := range set.All() {
		figure, name = d.Code+"."+d.Counts.Code, d.Counts.Name
		break
	}
	s := clausesOf(t, "", `{"id": "T-1", "profile": "p", "text": {"en": "t"}, "measures": [{"threshold": {"limits": [{"figure": "`+figure+`", "is": "=", "value": "0"}]}}]}`)
	rules, err := standard.Compile(s, sayWords(t), calendars(t), set)
	require.NoError(t, err)
	_, zh := printers(t)
	require.NotEmpty(t, name.ZH)
	require.Contains(t, rules.Say(zh, standard.Reason{Code: standard.FigureMissing, Args: []string{figure}}), name.ZH)
}

// TestTold: a derivation in words follows from its inputs, and has neither codes nor the words of documents.
func TestTold(t *testing.T) {
	rules := sayRules(t)
	e := evidenceOf(t, "2025-02-01", "2025-01-01", "2025-02-01", `"records": [{"id": "r1", "kind": "repair", "subject": "D1", "events": [
		{"seq": 1, "name": "reported", "at": "2025-01-10T08:00:00+08:00"}, {"seq": 2, "name": "arrived", "at": "2025-01-10T08:31:00+08:00"}]}],
		"figures": [{"figure": "lit", "value": "293"}, {"figure": "lamps", "value": "300"}]`)
	en, zh := printers(t)
	tests := []struct {
		address, state string
		zh, en         []string
	}{
		{"T-1", "unknown", []string{"T-1 的判定：无法判定", "bare、最少人数 [least]", "检查表"}, []string{"verdict on T-1: unknown"}},
		{"T-2", "breached", []string{"T-2 的判定：未达标", "最迟应于 2025-01-10 08:30 完成，2025-01-10 08:31 才完成"}, []string{"verdict on T-2: breached", "2025-01-10 08:31"}},
		{"T-3", "breached", []string{"T-3 的判定：未达标", "亮灯数", "路灯数"}, []string{"lamps lit"}},
	}
	for _, tt := range tests {
		step, err := rules.Why(&e, tt.address)
		require.NoError(t, err)
		require.Equal(t, tt.state, step.Value.Text)
		told := rules.Told(zh, step)
		require.NoError(t, told.Check())
		text := explain.Text(zh, told)
		for _, want := range tt.zh {
			require.Contains(t, text, want)
		}
		require.NotContains(t, text, "breached")
		require.NotContains(t, text, "unknown")
		told = rules.Told(en, step)
		require.NoError(t, told.Check())
		for _, want := range tt.en {
			require.Contains(t, explain.Text(en, told), want)
		}
		require.Equal(t, tt.state, step.Value.Text, "the derivation itself is as it was")
		again, err := rules.Why(&e, tt.address)
		require.NoError(t, err)
		require.Equal(t, again, step)
	}
}
