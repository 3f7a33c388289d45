package schedule

import (
	"slices"

	"github.com/wuyekit/wuye/property/civil"
	"github.com/wuyekit/wuye/property/worktime"
)

// Plan is what must be done before, on and after a day or an instant T (倒计时计划): an exam, a visit, a meeting. It is
// a document; [CompilePlan] makes a [CountdownPlan] of it.
type Plan struct {
	// Code names the plan.
	Code string `json:"code"`
	// Name is for people.
	Name string `json:"name,omitempty"`
	// Source is the contract, standard or rule it stands in.
	Source string `json:"source,omitempty"`
	// Calendar is the code of the calendar on whose clocks it goes and whose working days it means.
	Calendar string `json:"calendar"`
	// Anchor is the field of the subject that is T: "examOn".
	Anchor string `json:"anchor"`
	// Known is the field that says when T became known; empty: in time.
	Known string `json:"known,omitempty"`
	// LateStart is how long after T became known a task is due that was due before; unset: it stays missed.
	LateStart civil.Span `json:"lateStart,omitzero"`
	// Levels are the levels of events that the plan tells apart; none: all events are alike.
	Levels []string `json:"levels,omitempty"`
	// Tasks are what must be done.
	Tasks []PlanTask `json:"tasks"`
}

// PlanTask is one thing to do (任务), due Before or After T, or at T itself.
//
// A due in days, months or working days is met through the whole of its day; one in hours and minutes by its instant,
// and needs a T with a time.
type PlanTask struct {
	// Code names the task. A task that is due at another time for another level stands there once for each, with one
	// code and levels that are not shared.
	Code string `json:"code"`
	// Name is for people.
	Name string `json:"name,omitempty"`
	// Before is how long before T it is due, After how long after it.
	Before civil.Span `json:"before,omitzero"`
	After  civil.Span `json:"after,omitzero"`
	// Of is the task from whose completion After counts instead of T. Until that is done the due is a forecast.
	Of string `json:"of,omitempty"`
	// Open names the time that the source leaves open, instead of Before and After: the task is unknown.
	Open string `json:"open,omitempty"`
	// Rest says where a day goes on which nobody works; unset: it stays.
	Rest worktime.Rest `json:"rest,omitempty"`
	// Duration is how long it takes: it must begin so long before its due, a task of one day on its due day.
	Duration civil.Span `json:"duration,omitzero"`
	// Early is how long before it is due it counts; unset: at any time before.
	Early civil.Span `json:"early,omitzero"`
	// OnDay counts only what is done from the beginning of the due day on, instead of Early: cleaned again the day before.
	OnDay bool `json:"onDay,omitempty"`
	// LateStart is that of this task; unset: that of the plan.
	LateStart civil.Span `json:"lateStart,omitzero"`
	// DependsOn are the tasks that must be done before.
	DependsOn []string `json:"dependsOn,omitempty"`
	// Levels are the levels of events that it is for; none: all.
	Levels []string `json:"levels,omitempty"`
	// Acts are the kinds of records that fulfil it; none: the task's code.
	Acts []string `json:"acts,omitempty"`
	// Group is the team that does it, Post the post, People how many do it; 0: it is not said.
	Group  string `json:"group,omitempty"`
	Post   string `json:"post,omitempty"`
	People int    `json:"people,omitempty"`
	// Materials are what it needs.
	Materials []Material `json:"materials,omitempty"`
}

// Material is something a task needs (物资).
type Material struct {
	// Item is its code.
	Item string `json:"item"`
	// Quantity is how much, as people write it: "100 m", "2-5".
	Quantity string `json:"quantity,omitempty"`
}

// isFor reports whether the task is for a level.
func (t *PlanTask) isFor(level string) bool {
	return len(t.Levels) == 0 || slices.Contains(t.Levels, level)
}

// needs returns the tasks that must be done before, each once.
func (t *PlanTask) needs() []string {
	if t.Of == "" || slices.Contains(t.DependsOn, t.Of) {
		return t.DependsOn
	}
	return append([]string{t.Of}, t.DependsOn...)
}

// counts reports whether a record is of a kind that fulfils the task.
func (t *PlanTask) counts(r *Record) bool {
	if len(t.Acts) == 0 {
		return r.Kind == t.Code
	}
	return slices.Contains(t.Acts, r.Kind)
}

func (p Plan) clone() Plan {
	p.Levels, p.Tasks = slices.Clone(p.Levels), slices.Clone(p.Tasks)
	for i := range p.Tasks {
		t := &p.Tasks[i]
		t.DependsOn, t.Levels, t.Acts = slices.Clone(t.DependsOn), slices.Clone(t.Levels), slices.Clone(t.Acts)
		t.Materials = slices.Clone(t.Materials)
	}
	return p
}
