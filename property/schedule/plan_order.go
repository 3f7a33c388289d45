package schedule

import (
	"slices"
	"strings"

	"github.com/wuyekit/wuye/property/invalid"
	"github.com/wuyekit/wuye/property/worktime"
)

// checkOrder reports, once each, tasks that wait for one another and those that are due before what they depend on.
func (p *Plan) checkOrder(l *invalid.List) {
	circles, early := map[int]bool{}, map[[2]int]bool{}
	for _, level := range p.levels() {
		index := p.index(level)
		_, circle := p.order(level)
		if len(circle) > 0 && !circles[circle[0]] {
			circles[circle[0]] = true
			l.At(circle[0], "dependsOn").Add(ErrPlanCircle, p.path(circle))
		}
		for i := range p.Tasks {
			t := &p.Tasks[i]
			for _, code := range t.DependsOn {
				k, ok := index[code]
				if ok && t.isFor(level) && !early[[2]int{i, k}] && isSurelyBefore(t, &p.Tasks[k]) {
					early[[2]int{i, k}] = true
					l.At(i, "dependsOn").Add(ErrPlanOrder, invalid.Quote(t.Code), t.offset(), invalid.Quote(code), p.Tasks[k].offset())
				}
			}
		}
	}
}

// path writes a circle of tasks: "a, b, a".
func (p *Plan) path(circle []int) string {
	var codes []string
	for _, i := range append(slices.Clone(circle), circle[0]) {
		codes = append(codes, p.Tasks[i].Code)
	}
	return strings.Join(codes, ", ")
}

// order returns the tasks of a level, each after those it depends on, otherwise in the order of the document; or a
// circle of tasks that wait for one another, from the first of them on.
func (p *Plan) order(level string) (order, circle []int) {
	const (
		unseen = iota
		open
		done
	)
	state := make([]int, len(p.Tasks))
	var path []int
	index := p.index(level)
	var visit func(i int) bool
	visit = func(i int) bool {
		switch state[i] {
		case done:
			return true
		case open:
			circle = slices.Clone(path[slices.Index(path, i):])
			return false
		}
		state[i], path = open, append(path, i)
		for _, code := range p.Tasks[i].needs() {
			if k, ok := index[code]; ok && !visit(k) {
				return false
			}
		}
		state[i], path = done, path[:len(path)-1]
		order = append(order, i)
		return true
	}
	for i := range p.Tasks {
		if p.Tasks[i].isFor(level) && !visit(i) {
			return nil, circle
		}
	}
	return order, nil
}

// offset writes when a task is due: "T−P7D".
func (t *PlanTask) offset() string {
	from := "T"
	if t.Of != "" {
		from = t.Of
	}
	switch {
	case t.Open != "":
		return t.Open
	case !t.Before.IsZero():
		return from + "−" + t.Before.String()
	case !t.After.IsZero():
		return from + "+" + t.After.String()
	}
	return from
}

// isSurelyBefore reports whether a task is due before another, whatever T is.
//
// A task of which that hangs on T, such as one a month before against one 30 days before, is not reported here but in
// its row. Nor is one whose day moves off days of rest, or counts from the completion of another.
func isSurelyBefore(t, other *PlanTask) bool {
	for _, each := range []*PlanTask{t, other} {
		if each.Of != "" || each.Open != "" || each.Rest != 0 && each.Rest != worktime.RestStays {
			return false
		}
	}
	if isInstant(t) && isInstant(other) {
		return planSeconds(t) < planSeconds(other)
	}
	if t.inWorkdays() && other.inWorkdays() {
		return t.After.Workdays()-t.Before.Workdays() < other.After.Workdays()-other.Before.Workdays()
	}
	_, last, bounded := t.days()
	first, _, known := other.days()
	return bounded.above && known.below && last < first
}

// isInstant reports whether a due is an instant wherever T has a time.
func isInstant(t *PlanTask) bool { return isHours(t.Before) && isHours(t.After) }

// planSeconds returns the exact part of an offset, below zero before T.
func planSeconds(t *PlanTask) int { return t.After.Seconds() - t.Before.Seconds() }

func (t *PlanTask) inWorkdays() bool { return t.Before.Workdays()+t.After.Workdays() > 0 }

// dayBounds says of which of two bounds anything is known.
type dayBounds struct{ below, above bool }

// days returns the first and the last day on which a task can be due, counted from that of T.
func (t *PlanTask) days() (first, last int, known dayBounds) {
	const daySeconds = 24 * 60 * 60
	switch {
	case t.inWorkdays():
		n := t.After.Workdays() - t.Before.Workdays()
		return n, n, dayBounds{below: n > 0, above: n < 0}
	case t.Before.IsZero() && t.After.IsZero():
		return 0, 0, dayBounds{true, true}
	case isInstant(t):
		n := planSeconds(t) / daySeconds
		return n - 2, n + 2, dayBounds{true, true} // the time of T, and the clocks set forward or back
	}
	least, most := spanDays(t.After.Months(), t.After.Days())
	if !t.Before.IsZero() {
		least, most = spanDays(t.Before.Months(), t.Before.Days())
		least, most = -most, -least
	}
	return least, most, dayBounds{true, true}
}

// spanDays returns how many days months and days have at least and at most.
func spanDays(months, days int) (least, most int) {
	const shortest, longest = 28, 31
	return shortest*months + days, longest*months + days
}
