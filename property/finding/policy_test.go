package finding_test

import (
	"encoding"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/wuyekit/wuye/property/civil"
	"github.com/wuyekit/wuye/property/finding"
	"github.com/wuyekit/wuye/property/flow"
	"github.com/wuyekit/wuye/property/invalid"
	"github.com/wuyekit/wuye/property/metric"
	"github.com/wuyekit/wuye/property/money"
)

// TestPolicyRefused: every problem of a policy at once, each at its place.
func TestPolicyRefused(t *testing.T) {
	p := finding.Policy{
		Calendar: "night",
		Limits:   []finding.Limit{{Within: civil.MustParseSpan("PT48H"), Kinds: []string{"a", "a", ""}, Calendar: "day"}},
		Penalties: []finding.Penalty{
			{},
			{On: finding.OnIssue, Amount: money.MustParse("1.00 CNY"), Points: figure("-1")},
			{On: 9, Amount: money.MustParse("-1.00 USD")},
		},
		Repeat:    finding.Repeat{Factor: figure("1"), Most: figure("0.5")},
		PointStep: figure("0"),
	}
	_, err := finding.Compile(p, office(t))
	require.EqualError(t, err, `policy : 15 problems
  code: code is missing
  limits[0].kinds[1]: "a" is named twice
  limits[0].kinds[2]: kinds is missing
  limits[0].within: PT48H is not a length of days and months or of working days alone, like P7D or 5wd
  penalties[0].on: on is missing
  penalties[0]: a penalty has points or an amount; this one has neither
  penalties[1].points: a penalty of -1 is below 0
  penalties[2].on: 9 is none of issued, overdue
  penalties[2].amount: a penalty of -1.00 USD is below 0
  penalties[2].amount: a penalty in USD cannot be added to those in CNY
  repeat.factor: the factor of what is found again is above 1, not 1
  repeat.most: the largest factor, 0.5, is below the factor 1
  pointStep: 0 is not above 0
  calendar: there is no calendar "night"; given: office
  limits[0].calendar: there is no calendar "day"; given: office`)

	p = policy()
	p.Repeat = finding.Repeat{EachTime: true}
	_, err = finding.Compile(p, office(t))
	require.EqualError(t, err, "policy quality: 1 problem\n  repeat.factor: factor is missing")
	p = policy()
	p.Rounding.Step = money.MustParse("1.00 CNY").Decimal().Shift(-3)
	_, err = finding.Compile(p, office(t))
	require.ErrorIs(t, err, money.ErrStep)
}

// TestPolicyIsKept: rules keep nothing that the caller could change, and give nothing away.
func TestPolicyIsKept(t *testing.T) {
	p := policy()
	rules := compile(t, p)
	p.Limits[0].Severities[0], p.Penalties[0].Points = "x", figure("99")
	rules.Policy().Limits[0].Severities[0] = "y"
	require.Equal(t, policy(), rules.Policy())
}

// TestPolicyReadsBack: the documents are what their JSON says.
func TestPolicyReadsBack(t *testing.T) {
	got, err := invalid.Decode[finding.Policy](marshal(t, policy()), "policy")
	require.NoError(t, err)
	require.Equal(t, policy(), got)
	c := finding.Case{ID: "F", Kind: "fire", Log: logOf(t, "03-02 issued"), Annexes: []finding.Annex{due(1, "2026-03-05")}}
	read, err := invalid.Decode[finding.Case](marshal(t, c), "case")
	require.NoError(t, err)
	require.Equal(t, marshal(t, c), marshal(t, read))
}

// TestTables: what is shipped compiles, and leads where people expect.
func TestTables(t *testing.T) {
	life, err := flow.Compile(finding.Lifecycle())
	require.NoError(t, err)
	require.Equal(t, []string{"issued", "corrected", "passed", "failed", "extended", "waived", "withdrawn", "noted"}, life.Events())
	loop, err := flow.Compile(finding.Improvement())
	require.NoError(t, err)
	states := loop.States()
	require.Equal(t, []string{"计划", "执行", "检查", "处理"}, []string{states[0].Name.ZH, states[1].Name.ZH, states[2].Name.ZH, states[3].Name.ZH}, "KPI-48")
}

// TestWords: every word reads back as what wrote it, and no other is taken.
func TestWords(t *testing.T) {
	checkWords(t, []finding.State{finding.Unknown, finding.NotIssued, finding.Open, finding.Overdue, finding.Corrected, finding.Closed, finding.Waived, finding.Withdrawn},
		func(v *finding.State, text []byte) error { return v.UnmarshalText(text) })
	checkWords(t, []finding.Timing{finding.Undecided, finding.Pending, finding.InTime, finding.Late, finding.NotJudged},
		func(v *finding.Timing, text []byte) error { return v.UnmarshalText(text) })
	checkWords(t, []finding.Trigger{finding.OnIssue, finding.OnOverdue}, func(v *finding.Trigger, text []byte) error { return v.UnmarshalText(text) })
	checkWords(t, []finding.RateOf{finding.OfIssued, finding.OfDue}, func(v *finding.RateOf, text []byte) error { return v.UnmarshalText(text) })
	checkWords(t, []finding.Level{finding.Personal, finding.Team, finding.Management, finding.Company}, func(v *finding.Level, text []byte) error { return v.UnmarshalText(text) })
	checkWords(t, []finding.Stage{finding.Produce, finding.Form, finding.Implement, finding.Verify}, func(v *finding.Stage, text []byte) error { return v.UnmarshalText(text) })
	require.Equal(t, "produce form implement verify", finding.Produce.String()+" "+finding.Form.String()+" "+finding.Implement.String()+" "+finding.Verify.String(), "KPI-49")
	require.True(t, finding.Company.IsLarge(), "KPI-50")
	require.False(t, finding.Management.IsLarge())
}

func checkWords[T interface {
	comparable
	encoding.TextMarshaler
	String() string
}](t *testing.T, all []T, read func(*T, []byte) error,
) {
	t.Helper()
	for _, v := range all {
		text, err := v.MarshalText()
		require.NoError(t, err)
		require.Equal(t, v.String(), string(text))
		var got T
		require.NoError(t, read(&got, text))
		require.Equal(t, v, got)
	}
	var got T
	require.ErrorIs(t, read(&got, []byte("Closed")), invalid.ErrWord)
}

// TestCounts: 20 findings of a month, by hand.
func TestCounts(t *testing.T) {
	var all []finding.Status
	add := func(n int, state finding.State, timing finding.Timing) {
		for range n {
			all = append(all, finding.Status{State: state, Timing: timing})
		}
	}
	add(1, finding.NotIssued, finding.Pending)
	add(2, finding.Open, finding.Pending)
	add(3, finding.Overdue, finding.Late)
	add(1, finding.Corrected, finding.InTime)
	add(8, finding.Closed, finding.InTime)
	add(2, finding.Closed, finding.Late)
	add(2, finding.Waived, finding.NotJudged)
	add(1, finding.Withdrawn, finding.NotJudged)
	all[3].Repeats, all[19].Repeats = 2, 1 // one overdue, one withdrawn
	c := finding.Count(all)
	require.Equal(t, finding.Counts{
		Total: 20, NotIssued: 1, Open: 2, Overdue: 3, Corrected: 1, Closed: 10, Waived: 2, Withdrawn: 1, InTime: 8, Late: 2, Repeated: 1,
	}, c)

	rates := []struct {
		name string
		v    metric.Value
		want string
	}{
		{"of all issued", c.CorrectionRate(finding.OfIssued), "10/16 issued 62.50%"},
		{"of those due", c.CorrectionRate(finding.OfDue), "10/14 due 71.43%"},
		{"in time, of all issued", c.TimelyRate(finding.OfIssued), "8/16 issued 50.00%"},
		{"in time, of those due", c.TimelyRate(finding.OfDue), "8/14 due 57.14%"},
	}
	for _, r := range rates {
		percent, err := r.v.Percent(metric.Rounding{})
		require.NoError(t, err)
		require.Equal(t, r.want, r.v.Num.String()+"/"+r.v.Den.String()+" "+r.v.Base+" "+percent, r.name)
	}

	require.Equal(t, metric.NotApplicable, finding.Counts{}.CorrectionRate(finding.OfIssued).State, "nothing was issued")
	open := finding.Counts{Total: 3, Unknown: 1, Closed: 2, InTime: 1, Undecided: 1}
	require.Equal(t, "3", open.CorrectionRate(finding.OfIssued).Den.String())
	require.Equal(t, "den", open.CorrectionRate(finding.OfDue).Missing)
	require.Equal(t, "num", open.TimelyRate(finding.OfIssued).Missing)
	require.Equal(t, "num, den", open.TimelyRate(finding.OfDue).Missing)
	require.Equal(t, metric.Unknown, open.TimelyRate(0).State, "without a base there is no rate")
}
