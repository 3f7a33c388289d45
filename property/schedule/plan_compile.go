package schedule

import (
	"slices"
	"strings"
	"time"

	"github.com/wuyekit/wuye/property/civil"
	"github.com/wuyekit/wuye/property/explain"
	"github.com/wuyekit/wuye/property/invalid"
	"github.com/wuyekit/wuye/property/worktime"
)

// CountdownPlan tells what of a [Plan] is due when for an event, and what became of it. It is made by [CompilePlan],
// never changes, and may be shared.
type CountdownPlan struct {
	doc      Plan
	calendar *worktime.Calendar
}

// PlanReport is what became of the tasks for one event.
type PlanReport struct {
	// Rows are the tasks of the event's level in the order of their dues, those without one last.
	Rows []PlanRow `json:"rows"`
	// Extra are the records of the plan's kinds that fulfil no task, Voluntary those beyond the plan; by their names,
	// in the order of time.
	Extra     []string `json:"extra,omitempty"`
	Voluntary []string `json:"voluntary,omitempty"`
}

// PlanRow is what became of a task.
type PlanRow struct {
	// Task is the code of the task, Group and Post who does it.
	Task  string `json:"task"`
	Group string `json:"group,omitempty"`
	Post  string `json:"post,omitempty"`
	// State is what became of it.
	State State `json:"state"`
	// Reason says why it is unknown or excused, or that T became known only after its due.
	Reason Reason `json:"reason,omitempty"`
	// Missing names what is not known: a field of the subject, a time that the plan leaves open, a year.
	Missing string `json:"missing,omitempty"`
	// Begin is when it must begin at the latest; unset where the plan does not say how long it takes.
	Begin time.Time `json:"begin,omitzero"`
	// Due is when it is due; where Day is true it is the end of the due day.
	Due time.Time `json:"due,omitzero"`
	Day bool      `json:"day,omitempty"`
	// Original is when it was due if T had been known in time; set where LateStart is true.
	Original time.Time `json:"original,omitzero"`
	// LateStart is true where T became known after the due, which moved (晚知顺延).
	LateStart bool `json:"lateStart,omitempty"`
	// PastAnchor is true where that moved the due beyond T: it comes too late for the event.
	PastAnchor bool `json:"pastAnchor,omitempty"`
	// Forecast is true where the due hangs on a task that is not done: it is when that is due, and the length after.
	Forecast bool `json:"forecast,omitempty"`
	// Record is the record that fulfils it, At when that was done, LateBy how long after the due in seconds.
	Record string        `json:"record,omitempty"`
	At     time.Time     `json:"at,omitzero"`
	LateBy explain.Value `json:"lateBy,omitzero"`
	// WaitsFor are the tasks it depends on that are not done, where it is not done itself.
	WaitsFor []string `json:"waitsFor,omitempty"`
	// Premature are those that were not done when it was.
	Premature []string `json:"premature,omitempty"`
	// DueBefore are those that are due after it.
	DueBefore []string `json:"dueBefore,omitempty"`
}

// CompilePlan makes a countdown of a plan. Calendars are those that the plan may name, by their codes.
//
// Errors: an *[invalid.Error] with every problem of the plan: [ErrCalendar], and what [Plan.Check] reports.
func CompilePlan(p Plan, calendars map[string]*worktime.Calendar) (*CountdownPlan, error) {
	var l invalid.List
	p.Check(&l)
	c := &CountdownPlan{doc: p.clone(), calendar: namedCalendar(&l, p.Calendar, calendars)}
	if err := l.Err("plan " + p.Code); err != nil {
		return nil, err
	}
	return c, nil
}

// Plan returns the document that the countdown was made of.
func (p *CountdownPlan) Plan() Plan { return p.doc.clone() }

// Task returns the task of a code for a level, false if there is none.
func (p *CountdownPlan) Task(code, level string) (PlanTask, bool) {
	doc := p.doc.clone()
	i, ok := doc.task(code, level)
	if !ok {
		return PlanTask{}, false
	}
	return doc.Tasks[i], true
}

// Tasks returns what is due when for an event of a level, and what became of it by an instant. Records after that
// instant are not looked at. Without records it is the list of dues.
//
// A record serves one task: one that it fulfils in time before one that it fulfils late, then the nearest, then the
// earlier record. The order of the records means nothing. A further record never makes the state of a task worse that
// hangs on T; the completion that another hangs on may change by it, and with that its due.
//
// Errors: [ErrPlanLevel] for a level that the plan does not have; an *[invalid.Error] with every problem of the
// evidence, as [Schedule.Judge] refuses it: two records of one name could serve twice. Facts that are missing are no
// error: the row is [Unknown] and names them.
func (p *CountdownPlan) Tasks(e *Evidence, level string, asOf time.Time) (PlanReport, error) {
	if !slices.Contains(p.doc.levels(), level) {
		return PlanReport{}, invalid.Value(ErrPlanLevel, invalid.Quote(level), strings.Join(p.doc.Levels, ", "))
	}
	var l invalid.List
	e.Check(&l)
	checkInstant(l.At("asOf"), "asOf", asOf)
	if err := l.Err("evidence " + e.Subject); err != nil {
		return PlanReport{}, err
	}
	c := newCountdown(p, e, level, asOf)
	c.run()
	return c.report(), nil
}

// planField returns a field of the evidence, false where it is missing or unset.
func (e *Evidence) planField(name string) (Field, bool) {
	i := slices.IndexFunc(e.Fields, func(f Field) bool { return f.Name == name })
	if i < 0 || e.Fields[i].At.IsZero() && e.Fields[i].On.IsZero() {
		return Field{}, false
	}
	return e.Fields[i], true
}

// instantOf returns when a field begins.
func (f Field) instantOf(zone *time.Location) time.Time {
	if f.At.IsZero() {
		return f.On.In(zone)
	}
	return f.At.In(zone)
}

// dayOf returns the day of a field.
func (f Field) dayOf(zone *time.Location) civil.Date {
	if f.At.IsZero() {
		return f.On
	}
	return civil.Of(f.At.In(zone))
}
