package schedule

import (
	"cmp"
	"slices"
	"strconv"
	"time"

	"github.com/wuyekit/wuye/property/explain"
)

// The labels of derivations about plans.
const (
	labelPlanMet     explain.Label = "schedule/plan-met: %[1]s: done in time"
	labelPlanNotYet  explain.Label = "schedule/plan-not-late: %[1]s: its due has not passed"
	labelPlanDone    explain.Label = "schedule/plan-done: done"
	labelPlanAsked   explain.Label = "schedule/plan-asked: the instant that is asked about"
	labelPlanDay     explain.Label = "schedule/plan-day: the end of the due day %[1]s, which is %[2]s, %[3]s being %[4]s"
	labelPlanInstant explain.Label = "schedule/plan-instant: the due, %[1]s"
	labelPlanFrom    explain.Label = "schedule/plan-from: %[1]s"
	labelPlanSpan    explain.Label = "schedule/plan-length: the length %[1]s"
	labelPlanLate    explain.Label = "schedule/plan-late: the due, moved from %[1]s to %[2]s after it became known on %[3]s"
	labelPlanState   explain.Label = "schedule/plan-state: %[1]s: not judged, %[2]s (%[3]s)"
)

// Why returns how the row of a task came about: its due from T or from what it hangs on, and its comparison with when
// it was done, or with the instant that is asked about. It is worked out anew, and false where the event's level has
// no such task.
//
// The result of the derivation is "true" or "false": whether it is in time; for a task that is unknown or excused it
// is that word.
func (p *CountdownPlan) Why(code string, e *Evidence, level string, asOf time.Time) (explain.Step, bool) {
	i, ok := p.doc.task(code, level)
	if !ok || !slices.Contains(p.doc.levels(), level) {
		return explain.Step{}, false
	}
	c := newCountdown(p, e, level, asOf)
	c.run()
	row, s := c.row(i), &c.tasks[i]
	if row.State == Unknown || row.State == Excused {
		why := row.Reason.String()
		if row.Missing != "" {
			why += " " + row.Missing
		}
		return explain.Given(labelPlanState, explain.Value{Text: row.State.String()}, code, row.State.String(), why).From(p.source()), true
	}
	label, at := labelPlanNotYet, explain.Given(labelPlanAsked, explain.Instant(asOf.In(c.zone)))
	if s.record >= 0 {
		label, at = labelPlanMet, explain.Given(labelPlanDone, explain.Instant(row.At)).From(row.Record)
	}
	relation := "<="
	if s.due.isDay() {
		relation = "<"
	}
	return explain.Compare(label, at, relation, c.whyDue(i)).WithArgs(code).From(p.source()), true
}

func (p *CountdownPlan) source() string { return cmp.Or(p.doc.Source, p.doc.Code) }

// whyDue derives the due of a task.
func (c *countdown) whyDue(i int) explain.Step {
	t, s := &c.plan.doc.Tasks[i], &c.tasks[i]
	span := cmp.Or(t.LateStart, c.plan.doc.LateStart)
	from := c.from(i)
	switch {
	case s.moved && span.Seconds() == 0:
		return explain.Given(labelPlanLate, explain.Instant(s.due.at), c.shown(s.original), span.String(), c.fieldShown(c.known))
	case s.moved:
		known := explain.Given(labelPlanFrom, explain.Instant(c.known.instantOf(c.zone)), c.plan.doc.Known)
		length := explain.Given(labelPlanSpan, whole(span.Seconds()), span.String())
		return explain.Shift(labelPlanLate, known, length).WithArgs(c.shown(s.original), span.String(), c.fieldShown(c.known))
	case s.due.isDay():
		return explain.Given(labelPlanDay, explain.Instant(s.due.at), s.due.day.String(), t.offset(), from.Name, c.fieldShown(from))
	}
	start := explain.Given(labelPlanFrom, explain.Instant(from.At.In(c.zone)), from.Name)
	length := explain.Given(labelPlanSpan, whole(planSeconds(t)), t.offset())
	return explain.Shift(labelPlanInstant, start, length).WithArgs(t.offset())
}

// shown writes a due as people do: its day, or its instant.
func (c *countdown) shown(d planDue) string {
	if d.isDay() {
		return d.day.String()
	}
	return explain.Clock(d.at.In(c.zone))
}

func (c *countdown) fieldShown(f Field) string {
	if f.At.IsZero() {
		return f.On.String()
	}
	return explain.Clock(f.At.In(c.zone))
}

// whole returns whole seconds as a value.
func whole(seconds int) explain.Value {
	return explain.Value{Text: strconv.Itoa(seconds), Unit: "s"}
}
