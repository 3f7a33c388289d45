package schedule

import (
	"slices"
	"strconv"
	"strings"

	"github.com/wuyekit/wuye/property/invalid"
)

// maxTasks bounds the tasks of a plan, maxLevels its levels, and maxNeeds what a task depends on.
const (
	maxTasks  = 1000
	maxLevels = 64
	maxNeeds  = 100
)

// Check reports every problem of the plan but the calendar: what is missing or named twice, tasks and levels that do
// not exist, tasks that wait for one another, and those that are due before what they depend on.
func (p Plan) Check(l *invalid.List) {
	required(l, "code", p.Code)
	required(l, "calendar", p.Calendar)
	required(l, "anchor", p.Anchor)
	checkSpan(l, "lateStart", p.LateStart)
	if !p.LateStart.IsZero() && p.Known == "" {
		l.At("known").Add(invalid.ErrRequired, "known")
	}
	checkNames(l, "levels", p.Levels)
	if p.isTooLong(l) {
		return
	}
	if len(p.Tasks) == 0 {
		l.At("tasks").Add(invalid.ErrRequired, "tasks")
	}
	l.Enter("tasks")
	for i := range p.Tasks {
		l.EnterIndex(i)
		p.Tasks[i].check(l)
		p.checkTask(l, i)
		l.Leave()
	}
	p.checkOrder(l)
	l.Leave()
}

// isTooLong reports lists that are too long to look into.
func (p *Plan) isTooLong(l *invalid.List) bool {
	before := l.Len()
	atMost := func(place invalid.Place, n, most int) {
		if n > most {
			place.Add(ErrPlanTooMany, strconv.Itoa(n), strconv.Itoa(most))
		}
	}
	atMost(l.At("levels"), len(p.Levels), maxLevels)
	atMost(l.At("tasks"), len(p.Tasks), maxTasks)
	for i := range p.Tasks {
		if n := len(p.Tasks[i].DependsOn); n > maxNeeds {
			atMost(l.At("tasks", i, "dependsOn"), n, maxNeeds)
		}
	}
	return l.Len() > before
}

// check reports the problems of a task by itself.
func (t *PlanTask) check(l *invalid.List) {
	required(l, "code", t.Code)
	checkSpan(l, "before", t.Before)
	checkSpan(l, "after", t.After)
	checkSpan(l, "duration", t.Duration)
	checkSpan(l, "early", t.Early)
	checkSpan(l, "lateStart", t.LateStart)
	if !t.Before.IsZero() && !t.After.IsZero() {
		l.At("after").Add(ErrBeforeAfter)
	}
	if t.Of != "" && t.Open == "" && (t.After.IsZero() || !t.Before.IsZero()) {
		l.At("after").Add(ErrPlanChain, invalid.Quote(t.Of))
	}
	if t.OnDay && !t.Early.IsZero() {
		l.At("onDay").Add(ErrOnDay)
	}
	if t.Open != "" && (!t.Before.IsZero() || !t.After.IsZero()) {
		l.At("open").Add(ErrPlanOpen)
	}
	if t.People < 0 || t.People > maxPeople {
		l.At("people").Add(ErrCoverPeople, strconv.Itoa(t.People), strconv.Itoa(maxPeople))
	}
	_, err := t.Rest.MarshalText()
	if t.Rest != 0 {
		l.At("rest").Take(err)
	}
	checkNames(l, "levels", t.Levels)
	checkNames(l, "acts", t.Acts)
	checkNames(l, "dependsOn", t.DependsOn)
	for i, m := range t.Materials {
		if m.Item == "" {
			l.At("materials", i, "item").Add(invalid.ErrRequired, "item")
		}
	}
}

// checkTask reports the problems of a task among the others.
func (p *Plan) checkTask(l *invalid.List, i int) {
	t := &p.Tasks[i]
	for k, level := range t.Levels {
		if level != "" && !slices.Contains(p.Levels, level) {
			l.At("levels", k).Add(ErrPlanLevel, invalid.Quote(level), strings.Join(p.Levels, ", "))
		}
	}
	if !t.LateStart.IsZero() && p.Known == "" {
		l.At("lateStart").Add(ErrPlanKnown)
	}
	for _, other := range p.Tasks[:i] {
		if t.Code != "" && other.Code == t.Code && sharesLevel(&other, t) {
			l.At("code").Add(ErrTwice, invalid.Quote(t.Code))
			break
		}
	}
	for k, code := range t.DependsOn {
		if code != "" && !p.has(code) {
			l.At("dependsOn", k).Add(ErrPlanTask, invalid.Quote(code))
		}
	}
	switch {
	case t.Of == "":
	case !p.has(t.Of):
		l.At("of").Add(ErrPlanTask, invalid.Quote(t.Of))
	default:
		for _, level := range p.levels() {
			if _, ok := p.task(t.Of, level); !ok && t.isFor(level) {
				l.At("of").Add(ErrPlanOf, invalid.Quote(t.Of), invalid.Quote(level))
			}
		}
	}
}

func sharesLevel(a, b *PlanTask) bool {
	return len(a.Levels) == 0 || len(b.Levels) == 0 ||
		slices.ContainsFunc(a.Levels, func(level string) bool { return slices.Contains(b.Levels, level) })
}

// levels returns the levels of the plan; one without a name where it has none.
func (p *Plan) levels() []string {
	if len(p.Levels) == 0 {
		return []string{""}
	}
	return p.Levels
}

// has reports whether the plan has a task, for whatever level.
func (p *Plan) has(code string) bool {
	return slices.ContainsFunc(p.Tasks, func(t PlanTask) bool { return t.Code == code })
}

// task returns the number of a task for a level.
func (p *Plan) task(code, level string) (int, bool) {
	i := slices.IndexFunc(p.Tasks, func(t PlanTask) bool { return t.Code == code && t.isFor(level) })
	return i, i >= 0
}

// index returns the numbers of the tasks for a level by their codes.
func (p *Plan) index(level string) map[string]int {
	out := make(map[string]int, len(p.Tasks))
	for i := range p.Tasks {
		if _, twice := out[p.Tasks[i].Code]; !twice && p.Tasks[i].isFor(level) {
			out[p.Tasks[i].Code] = i
		}
	}
	return out
}
