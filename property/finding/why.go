package finding

import (
	"strconv"
	"strings"

	"github.com/wuyekit/wuye/property/explain"
	"github.com/wuyekit/wuye/property/invalid"
	"github.com/wuyekit/wuye/property/metric"
	"github.com/wuyekit/wuye/property/money"
)

// The labels of derivations.
const (
	labelPoints  explain.Label = "finding/points: points of case %[1]s up to %[2]s"
	labelAmount  explain.Label = "finding/amount: penalty of case %[1]s up to %[2]s"
	labelNone    explain.Label = "finding/none: no penalty of this sort"
	labelUnknown explain.Label = "finding/unknown: cannot be said while these are missing: %[1]s"
	labelIssue   explain.Label = "finding/for-issue: issued on %[1]s, found %[2]s times before"
	labelOverdue explain.Label = "finding/for-overdue: overdue on %[1]s, found %[2]s times before"
	labelBase    explain.Label = "finding/base: what it costs the first time"
	labelFactor  explain.Label = "finding/growth-factor: factor for what is found again"
	labelGrown   explain.Label = "finding/grown: multiplied so often"
	labelMost    explain.Label = "finding/largest: at most so many times"
	labelTimes   explain.Label = "finding/times: times"

	labelInTime  explain.Label = "finding/in-time: corrected by the deadline, the last day included"
	labelNotLate explain.Label = "finding/not-late: the deadline has not passed"
	labelStopped explain.Label = "finding/ended-by: ended by the deadline, without a correction"
	labelDone    explain.Label = "finding/done: corrected"
	labelAsked   explain.Label = "finding/asked: the day that is asked about"
	labelEnded   explain.Label = "finding/ended: found again, waived or withdrawn"
	labelDue     explain.Label = "finding/due: the deadline: %[1]s from %[2]s, by limit %[3]s of the policy"
	labelDueSet  explain.Label = "finding/due-set: the deadline that event %[1]s sets"
	labelMoved   explain.Label = "finding/due-moved: the deadline, moved %[1]s times from %[2]s"
	labelMovedTo explain.Label = "finding/due-moved-to: the deadline, moved %[1]s times; what it was first is not known"
	labelNoDue   explain.Label = "finding/no-deadline: the deadline that event %[1]s sets is not known"
)

func labelTexts() []invalid.Translation {
	return []invalid.Translation{
		{Text: labelPoints, ZH: "截至 %[2]s，%[1]s 的扣分"},
		{Text: labelAmount, ZH: "截至 %[2]s，%[1]s 的处罚金额"},
		{Text: labelNone, ZH: "无此类处罚"},
		{Text: labelUnknown, ZH: "缺少以下事实，无法判定：%[1]s"},
		{Text: labelIssue, ZH: "%[1]s 下发，此前已发现 %[2]s 次"},
		{Text: labelOverdue, ZH: "%[1]s 逾期，此前已发现 %[2]s 次"},
		{Text: labelBase, ZH: "首次的处罚"},
		{Text: labelFactor, ZH: "屡查屡犯的加重系数"},
		{Text: labelGrown, ZH: "累计加重倍数"},
		{Text: labelMost, ZH: "加重倍数以上限为准"},
		{Text: labelTimes, ZH: "倍数"},
		{Text: labelInTime, ZH: "在期限内整改（期限当日算按期）"},
		{Text: labelNotLate, ZH: "期限未过"},
		{Text: labelStopped, ZH: "在期限内结束，未经整改"},
		{Text: labelDone, ZH: "整改之日"},
		{Text: labelAsked, ZH: "所问之日"},
		{Text: labelEnded, ZH: "再次发现、免予整改或撤销之日"},
		{Text: labelDue, ZH: "期限：自 %[2]s 起 %[1]s，依办法第 %[3]s 条期限"},
		{Text: labelDueSet, ZH: "事件 %[1]s 设定的期限"},
		{Text: labelMoved, ZH: "期限，自 %[2]s 延期 %[1]s 次"},
		{Text: labelMovedTo, ZH: "期限，延期 %[1]s 次，原期限不详"},
		{Text: labelNoDue, ZH: "事件 %[1]s 设定的期限不详"},
	}
}

// Why derives [Status.Points]; where they are unset, it says what is missing, or that there are none.
//
// Units: "point".
func (s *Status) Why() explain.Step {
	if !s.Points.IsSet() {
		return s.nothing()
	}
	var parts []explain.Step
	for i := range s.Charges {
		if c := &s.Charges[i]; c.Points.IsSet() {
			base := explain.Decimal(c.Take.String(), "point")
			parts = append(parts, c.why(base, metric.ModeHalfUp.String(), c.PointStep.String()))
		}
	}
	return s.sum(labelPoints, parts, explain.Decimal("0", "point"))
}

// WhyAmount derives [Status.Amount]; where it is unset, it says what is missing, or that there is none.
//
// Units: the currency.
func (s *Status) WhyAmount() explain.Step {
	if (s.Amount == money.Amount{}) {
		return s.nothing()
	}
	unit := s.Amount.Currency().String()
	var parts []explain.Step
	for i := range s.Charges {
		if c := &s.Charges[i]; (c.Amount != money.Amount{}) {
			base := explain.Decimal(c.Fine.Decimal().String(), unit)
			parts = append(parts, c.why(base, c.Rounding.Mode.String(), c.Rounding.Step.String()))
		}
	}
	return s.sum(labelAmount, parts, explain.Decimal("0", unit))
}

// sum adds charges up; without any it is zero.
func (s *Status) sum(label explain.Label, parts []explain.Step, zero explain.Value) explain.Step {
	if len(parts) == 0 {
		parts = []explain.Step{explain.Given(labelNone, zero)}
	}
	return explain.Sum(label, parts...).WithArgs(s.Case, s.AsOf.String()).From(s.Policy)
}

// nothing says why there is no sum.
func (s *Status) nothing() explain.Step {
	if len(s.Missing) > 0 {
		return explain.Given(labelUnknown, explain.Value{Text: Unknown.String()}, strings.Join(s.Missing, ", "))
	}
	return explain.Given(labelNone, explain.Value{Text: "none"})
}

// why derives one charge from what it costs the first time.
func (c *Charge) why(base explain.Value, mode, step string) explain.Step {
	label := labelIssue
	if c.For == OnOverdue {
		label = labelOverdue
	}
	cost := explain.Given(labelBase, base)
	if c.Times > 0 {
		cost = explain.Product("", cost, c.growth())
	}
	return explain.Round(label, cost, mode, step).WithArgs(c.On.String(), strconv.Itoa(c.Repeats))
}

// growth derives what a charge is multiplied by.
func (c *Charge) growth() explain.Step {
	factors := make([]explain.Step, c.Times)
	for i := range factors {
		factors[i] = explain.Given(labelFactor, explain.Decimal(c.Factor.String(), ""))
	}
	grown := explain.Product(labelGrown, factors...)
	if !c.Most.IsSet() {
		return grown
	}
	bound := func(text string) explain.Step { return explain.Given(labelTimes, explain.Decimal(text, "")) }
	return explain.Clamp(labelMost, grown, bound("1"), bound(c.Most.String()))
}

// Why derives whether the deadline of a round was kept: "true" or "false", or the word "undecided" where it is not known.
func (r *Round) Why() explain.Step {
	if r.Due.IsZero() {
		return explain.Given(labelNoDue, explain.Value{Text: Undecided.String()}, strconv.FormatInt(r.Seq, 10))
	}
	label, asked := labelInTime, labelDone
	switch {
	case r.Ended.IsZero():
		label, asked = labelNotLate, labelAsked
	case r.Corrected.IsZero():
		label, asked = labelStopped, labelEnded
	}
	day := explain.Given(asked, explain.Value{Text: r.Asked.String()})
	return explain.Compare(label, day, "<=", r.whyDue())
}

func (r *Round) whyDue() explain.Step {
	due := explain.Value{Text: r.Due.String()}
	switch {
	case r.Extensions > 0 && r.OriginalDue.IsZero():
		return explain.Given(labelMovedTo, due, strconv.Itoa(r.Extensions))
	case r.Extensions > 0:
		return explain.Given(labelMoved, due, strconv.Itoa(r.Extensions), r.OriginalDue.String())
	case r.Limit == 0:
		return explain.Given(labelDueSet, due, strconv.FormatInt(r.Seq, 10))
	}
	return explain.Given(labelDue, due, r.Within.String(), r.Issued.String(), strconv.Itoa(r.Limit))
}
