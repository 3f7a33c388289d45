package schedule

import (
	"cmp"
	"math/big"
	"slices"
	"strings"
	"time"

	"github.com/wuyekit/wuye/property/explain"
)

// report writes down what was found.
func (c *countdown) report() PlanReport {
	var out PlanReport
	for i := range c.tasks {
		if c.tasks[i].mine {
			out.Rows = append(out.Rows, c.row(i))
		}
	}
	slices.SortStableFunc(out.Rows, func(a, b PlanRow) int {
		if a.Due.IsZero() != b.Due.IsZero() {
			return b.Due.Compare(a.Due)
		}
		return a.Due.Compare(b.Due)
	})
	out.Extra = c.names(func(i int) bool { return !c.used[i] && c.isUsable(&c.evidence.Records[i]) })
	out.Voluntary = c.names(func(i int) bool {
		r := &c.evidence.Records[i]
		return r.Voluntary && !r.At.After(c.asOf)
	})
	return out
}

// names returns the names of some of the records of the plan's kinds, in the order of time.
func (c *countdown) names(some func(i int) bool) []string {
	var found []*Record
	for i := range c.evidence.Records {
		r := &c.evidence.Records[i]
		if some(i) && slices.ContainsFunc(c.order, func(k int) bool { return c.plan.doc.Tasks[k].counts(r) }) {
			found = append(found, r)
		}
	}
	slices.SortFunc(found, func(a, b *Record) int { return cmp.Or(a.At.Compare(b.At), strings.Compare(a.ID, b.ID)) })
	var out []string
	for _, r := range found {
		out = append(out, r.ID)
	}
	return out
}

// row writes down what became of a task.
func (c *countdown) row(i int) PlanRow {
	t, s := &c.plan.doc.Tasks[i], &c.tasks[i]
	row := PlanRow{
		Task: t.Code, Group: t.Group, Post: t.Post,
		Due: s.due.at, Day: s.due.isDay(), Forecast: s.forecast && s.due.isKnown(), Missing: s.due.missing,
	}
	row.State, row.Reason = c.state(t, s)
	if row.Reason == FieldMissing && row.Missing == "" {
		row.Missing = c.plan.doc.Known
	}
	if s.moved {
		row.LateStart, row.Original = true, s.original.at
		end := c.plan.dueFrom(c.anchor, offset{})
		row.PastAnchor = s.due.isKnown() && end.isBefore(s.due) && !end.isBefore(s.original)
	}
	if begin, ok := c.plan.back(s.due, t.Duration); ok && s.due.isKnown() && !t.Duration.IsZero() {
		row.Begin = begin
	}
	if s.record >= 0 {
		r := &c.evidence.Records[s.record]
		row.Record, row.At = r.ID, r.At.In(c.zone)
		if row.State == Late {
			row.LateBy = planLength(s.due.at, r.At)
		}
	}
	c.addNeeds(&row, t, s)
	return row
}

// state says what became of a task, and why where that must be said.
func (c *countdown) state(t *PlanTask, s *planState) (State, Reason) {
	late := Reason(0)
	if s.lateKnown {
		late = LateKnown
	}
	switch {
	case !s.due.isKnown():
		return Unknown, s.due.reason
	case s.record >= 0 && (s.forecast || s.due.meets(c.evidence.Records[s.record].At)):
		return OnTime, late
	case c.isExcused(&s.due):
		return Excused, InExcuse
	case s.record < 0 && (s.forecast || s.due.meets(c.asOf)):
		return Pending, late
	case t.Of == "" && c.plan.doc.Known != "" && !c.hasKnown && !cmp.Or(t.LateStart, c.plan.doc.LateStart).IsZero():
		return Unknown, FieldMissing // it may have moved
	case s.record >= 0:
		return Late, late
	}
	return Missed, late
}

// isExcused reports whether the due day, or the due instant, lies wholly in an excuse.
func (c *countdown) isExcused(d *planDue) bool {
	start := d.start(c.zone)
	return slices.ContainsFunc(c.evidence.Excuses, func(x Excuse) bool {
		if start.Before(x.Start) {
			return false
		}
		return d.isDay() && !x.End.Before(d.at) || !d.isDay() && d.at.Before(x.End)
	})
}

// addNeeds writes down the tasks that a task depends on and that are not in order.
func (c *countdown) addNeeds(row *PlanRow, t *PlanTask, s *planState) {
	for _, code := range t.needs() {
		k, ok := c.index[code]
		if !ok {
			continue // it is for another level
		}
		other := &c.tasks[k]
		switch {
		case s.record < 0 && other.record < 0:
			row.WaitsFor = append(row.WaitsFor, code)
		case s.record >= 0 && (other.record < 0 || c.evidence.Records[s.record].At.Before(c.evidence.Records[other.record].At)):
			row.Premature = append(row.Premature, code)
		}
		if s.due.isKnown() && other.due.isKnown() && s.due.isBefore(other.due) {
			row.DueBefore = append(row.DueBefore, code)
		}
	}
}

// planLength returns how much later an instant is than another, in seconds.
func planLength(from, to time.Time) explain.Value {
	nanos := new(big.Int).Mul(big.NewInt(to.Unix()-from.Unix()), big.NewInt(int64(time.Second)))
	nanos.Add(nanos, big.NewInt(int64(to.Nanosecond()-from.Nanosecond())))
	return explain.Exact(nanos, big.NewInt(int64(time.Second)), "s")
}
