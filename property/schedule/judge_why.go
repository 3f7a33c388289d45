package schedule

import (
	"slices"
	"strconv"
	"strings"
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
	labelUnjudged  explain.Label = "schedule/unjudged: %[1]s: not judged (%[2]s: %[3]s)"
	labelShare     explain.Label = "schedule/share: share of what was done in time, %[1]s"
	labelOnTime    explain.Label = "schedule/on-time: on time"
	labelLate      explain.Label = "schedule/late: late"
	labelMissed    explain.Label = "schedule/missed: missed"
	labelJudged    explain.Label = "schedule/judged: on time, late and missed"
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
		{Text: labelUnjudged, ZH: "%[1]s：不予评判（%[2]s：%[3]s）"},
		{Text: labelShare, ZH: "按时率，%[1]s"},
		{Text: labelOnTime, ZH: "按时"},
		{Text: labelLate, ZH: "迟做"},
		{Text: labelMissed, ZH: "漏做"},
		{Text: labelJudged, ZH: "按时、迟做与漏做合计"},
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
		reason := ""
		if r.Reason != 0 {
			reason = r.Reason.String()
		}
		return explain.Given(labelUnjudged, explain.Value{Text: r.State.String()}, r.Key, reason, r.Missing).From(source)
	case isQuota && r.State != Pending:
		have := explain.Given(labelHave, explain.Decimal(r.Have.String(), ""))
		want := explain.Given(labelWant, explain.Decimal(r.Want.String(), "")).From(source)
		return explain.Compare(labelReached, have, ">=", want).WithArgs(r.Key)
	}
	relation := "<="
	if r.Day {
		relation = "<"
	}
	label, at := labelInTime, explain.Given(labelDone, instant(r.At)).From(r.Record)
	if r.At.IsZero() {
		label, at = labelNotYet, explain.Given(labelAsked, instant(asOf))
	}
	return explain.Compare(label, at, relation, r.window().From(source)).WithArgs(r.Key)
}

// window derives the end of the window.
func (r *Row) window() explain.Step {
	due := explain.Given(labelDue, instant(r.Due))
	if r.End.Equal(r.Due) {
		return due
	}
	tolerance := explain.Given(labelTolerance, explain.Decimal(seconds(r.End.Sub(r.Due)), "s"))
	return explain.Shift(labelWindow, due, tolerance)
}

// instant returns an instant as a value; in UTC where the offset of its clock cannot be written.
func instant(t time.Time) explain.Value {
	if _, offset := t.Zone(); offset%60 != 0 {
		t = t.UTC()
	}
	return explain.Value{Text: t.Format(time.RFC3339Nano)}
}

// seconds writes a length in seconds.
func seconds(d time.Duration) string {
	text := strconv.FormatInt(int64(d/time.Second), 10)
	if part := d % time.Second; part != 0 {
		nanos := strconv.FormatInt(int64(time.Second+part), 10)
		text += "." + strings.TrimRight(nanos[1:], "0")
	}
	return text
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
