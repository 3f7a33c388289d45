package schedule

import (
	"slices"
	"strconv"
	"time"

	"github.com/wuyekit/wuye/property/explain"
	"github.com/wuyekit/wuye/property/invalid"
)

// The labels of derivations.
const (
	labelInTime    explain.Label = "schedule/in-time: %[1]s: done before its window had passed"
	labelNotYet    explain.Label = "schedule/not-passed: %[1]s: its window has not passed"
	labelDone      explain.Label = "schedule/done: done"
	labelAsked     explain.Label = "schedule/asked-at: the instant that is asked about"
	labelDue       explain.Label = "schedule/due: due"
	labelWindow    explain.Label = "schedule/window: the end of the window"
	labelTolerance explain.Label = "schedule/tolerance: the time after the due that is still in time"
	labelReached   explain.Label = "schedule/reached: %[1]s: the quota is reached"
	labelHave      explain.Label = "schedule/have: done in the period"
	labelWant      explain.Label = "schedule/want: asked for in the period"
	labelNotDue    explain.Label = "schedule/not-due: %[1]s: nothing shows yet that it is due"
	labelShare     explain.Label = "schedule/share: share of what was done in time, %[1]s"
	labelOnTime    explain.Label = "schedule/on-time: on time"
	labelLate      explain.Label = "schedule/late: late"
	labelMissed    explain.Label = "schedule/missed: missed"
	labelJudged    explain.Label = "schedule/judged: on time, late and missed"

	labelIntervalUnset explain.Label = "schedule/interval-unset: %[1]s cannot be judged: the duty leaves %[2]s open"
	labelFieldMissing  explain.Label = "schedule/unknown-field: %[1]s cannot be judged: the subject lacks %[2]s"
	labelYearUnknown   explain.Label = "schedule/year-unknown: %[1]s cannot be judged: the holidays of %[2]s are not known"
	labelNoReading     explain.Label = "schedule/no-reading: %[1]s cannot be judged: there is no reading of %[2]s"
	labelReadingBack   explain.Label = "schedule/reading-back: %[1]s cannot be judged: %[2]s shows less than before"
	labelFigureMissing explain.Label = "schedule/figure-missing: %[1]s cannot be judged: the record %[2]s lacks the figure"
	labelOutOfRange    explain.Label = "schedule/out-of-range: %[1]s cannot be judged: its due is beyond what is counted"
	labelExcused       explain.Label = "schedule/excused: %[1]s is not judged: it lies in an excuse"
	labelCut           explain.Label = "schedule/cut: %[1]s is not judged: only a part of the period is asked about or in force"
)

func whyTexts() []invalid.Translation {
	return []invalid.Translation{
		{Text: labelInTime, ZH: "%[1]s：在时间窗结束前完成"},
		{Text: labelNotYet, ZH: "%[1]s：时间窗尚未结束"},
		{Text: labelDone, ZH: "完成时刻"},
		{Text: labelAsked, ZH: "查询时刻"},
		{Text: labelDue, ZH: "应完成时间"},
		{Text: labelWindow, ZH: "时间窗结束"},
		{Text: labelTolerance, ZH: "到期后仍算按时的宽限"},
		{Text: labelReached, ZH: "%[1]s：已达定额"},
		{Text: labelHave, ZH: "期间内完成"},
		{Text: labelWant, ZH: "期间内应完成"},
		{Text: labelNotDue, ZH: "%[1]s：尚无记录表明已到期"},
		{Text: labelShare, ZH: "按时率，%[1]s"},
		{Text: labelOnTime, ZH: "按时"},
		{Text: labelLate, ZH: "迟做"},
		{Text: labelMissed, ZH: "漏做"},
		{Text: labelJudged, ZH: "按时、迟做与漏做合计"},
		{Text: labelIntervalUnset, ZH: "%[1]s 无法评判：职责未写明 %[2]s"},
		{Text: labelFieldMissing, ZH: "%[1]s 无法评判：对象缺少 %[2]s"},
		{Text: labelYearUnknown, ZH: "%[1]s 无法评判：尚不知 %[2]s 年的节假日安排"},
		{Text: labelNoReading, ZH: "%[1]s 无法评判：没有 %[2]s 的读数"},
		{Text: labelReadingBack, ZH: "%[1]s 无法评判：%[2]s 的读数比之前小"},
		{Text: labelFigureMissing, ZH: "%[1]s 无法评判：记录 %[2]s 缺少所需数值"},
		{Text: labelOutOfRange, ZH: "%[1]s 无法评判：到期时间超出可计算的范围"},
		{Text: labelExcused, ZH: "%[1]s 不予评判：处于免责时段"},
		{Text: labelCut, ZH: "%[1]s 不予评判：查询的或有效的只是期间的一部分"},
	}
}

// Why derives the verdict on a row of a report that was made at the instant asOf (判定依据): the record, or that
// instant, is compared with the end of the window, what was done in a period with the quota.
//
// The result of the derivation is "true" or "false": whether it was in time, or still can be; where nothing was judged
// it is the state's word.
func (s *Schedule) Why(r Row, asOf time.Time) explain.Step {
	source := s.doc.Source
	if source == "" {
		source = s.doc.Code
	}
	isQuota := r.Want.Sign() > 0
	switch {
	case slices.Contains([]State{Unknown, Excused, Partial}, r.State) || r.Due.IsZero():
		return r.unjudged().From(source)
	case isQuota && r.State != Pending:
		have := explain.Given(labelHave, explain.Decimal(r.Have.String(), ""))
		want := explain.Given(labelWant, explain.Decimal(r.Want.String(), "")).From(source)
		return explain.Compare(labelReached, have, ">=", want).WithArgs(r.Key)
	}
	relation := "<="
	if r.Day {
		relation = "<"
	}
	label, at := labelInTime, explain.Given(labelDone, explain.Instant(r.At)).From(r.Record)
	if r.At.IsZero() {
		label, at = labelNotYet, explain.Given(labelAsked, explain.Instant(asOf))
	}
	return explain.Compare(label, at, relation, r.window().From(source)).WithArgs(r.Key)
}

// unjudged says why there is no comparison.
func (r *Row) unjudged() explain.Step {
	label, args := labelNotDue, []string{r.Key}
	switch r.Reason {
	case IntervalUnset:
		label, args = labelIntervalUnset, append(args, r.Missing)
	case FieldMissing:
		label, args = labelFieldMissing, append(args, r.Missing)
	case YearUnknown:
		label, args = labelYearUnknown, append(args, r.Missing)
	case NoReading:
		label, args = labelNoReading, append(args, r.Missing)
	case ReadingBack:
		label, args = labelReadingBack, append(args, r.Missing)
	case FigureMissing:
		label, args = labelFigureMissing, append(args, r.Missing)
	case OutOfRange:
		label = labelOutOfRange
	case InExcuse:
		label = labelExcused
	case Cut:
		label = labelCut
	case LateKnown:
	}
	return explain.Given(label, explain.Value{Text: r.State.String()}, args...)
}

// window derives the end of the window.
func (r *Row) window() explain.Step {
	due := explain.Given(labelDue, explain.Instant(r.Due))
	if r.End.Equal(r.Due) {
		return due
	}
	tolerance := explain.Given(labelTolerance, explain.Seconds(r.End.Sub(r.Due)))
	return explain.Shift(labelWindow, due, tolerance)
}

// Share returns the share of what was done in time (按时率): the on time of the judged, as an exact derivation. What
// is named stands in its label. It returns false if nothing was judged.
func (c Counts) Share(name string) (explain.Step, bool) {
	if c.Judged() == 0 {
		return explain.Step{}, false
	}
	count := func(label explain.Label, n int) explain.Step {
		return explain.Given(label, explain.Decimal(strconv.Itoa(n), ""))
	}
	onTime := count(labelOnTime, c.OnTime)
	judged := explain.Sum(labelJudged, onTime, count(labelLate, c.Late), count(labelMissed, c.Missed))
	return explain.Ratio(labelShare, onTime, judged).WithArgs(name), true
}
