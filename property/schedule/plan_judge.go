package schedule

import (
	"cmp"
	"slices"
	"strings"
	"time"

	"github.com/wuyekit/wuye/property/civil"
)

// countdown is one event under judgement. Tasks and records are numbers of theirs.
type countdown struct {
	plan      *CountdownPlan
	evidence  *Evidence
	asOf      time.Time
	zone      *time.Location
	index     map[string]int // of the tasks of the event's level
	order     []int          // each after what it depends on
	anchor    Field
	known     Field
	hasAnchor bool
	hasKnown  bool
	tasks     []planState // of all tasks of the plan
	used      []bool      // of the records
}

// planState is what is known of a task.
type planState struct {
	mine      bool    // of the event's level
	original  planDue // by T, before it moved
	due       planDue
	lateKnown bool // T became known after it had passed
	moved     bool
	forecast  bool // of a completion that is not there yet
	rank      int  // how many completions it hangs on
	record    int  // −1 for none
}

func newCountdown(p *CountdownPlan, e *Evidence, level string, asOf time.Time) *countdown {
	c := &countdown{plan: p, evidence: e, asOf: asOf, zone: p.calendar.Location(), index: p.doc.index(level)}
	c.order, _ = p.doc.order(level) // CompilePlan has refused circles
	c.anchor, c.hasAnchor = e.planField(p.doc.Anchor)
	c.known, c.hasKnown = e.planField(p.doc.Known)
	c.tasks = make([]planState, len(p.doc.Tasks))
	for i := range c.tasks {
		c.tasks[i].record = -1
	}
	for _, i := range c.order {
		c.tasks[i].mine = true
	}
	c.used = make([]bool, len(e.Records))
	return c
}

// run finds the dues and the records. What hangs on a completion comes after the records of what it hangs on are
// found.
func (c *countdown) run() {
	ranks := 0
	for _, i := range c.order {
		s := &c.tasks[i]
		if k, ok := c.before(i); ok {
			s.rank = c.tasks[k].rank + 1
		}
		ranks = max(ranks, s.rank)
	}
	for rank := range ranks + 1 {
		var now []int
		for _, i := range c.order {
			if c.tasks[i].rank == rank {
				c.find(i)
				now = append(now, i)
			}
		}
		c.match(now)
	}
}

// before returns the task on whose completion a task hangs.
func (c *countdown) before(i int) (int, bool) {
	of := c.plan.doc.Tasks[i].Of
	if of == "" {
		return 0, false
	}
	k, ok := c.index[of]
	return k, ok
}

// find works out when a task is due.
func (c *countdown) find(i int) {
	t, s := &c.plan.doc.Tasks[i], &c.tasks[i]
	o := offset{t.Before, t.After, t.Rest}
	k, chained := c.before(i)
	s.forecast = chained && c.tasks[k].record < 0
	switch {
	case t.Open != "":
		s.due = planDue{reason: IntervalUnset, missing: t.Open}
	case s.forecast && !c.tasks[k].due.isKnown():
		s.due = c.tasks[k].due
	case !chained && !c.hasAnchor:
		s.due = planDue{reason: FieldMissing, missing: c.plan.doc.Anchor}
	default:
		s.due = c.plan.dueFrom(c.from(i), o)
	}
	s.original = s.due
	if !chained {
		c.moveLateStart(t, s)
	}
}

// from returns what the due of a task counts from: T, the completion of another, or the due of that.
func (c *countdown) from(i int) Field {
	k, chained := c.before(i)
	name := c.plan.doc.Tasks[i].Of
	switch {
	case !chained:
		return c.anchor
	case c.tasks[k].record >= 0:
		return Field{Name: name, At: c.evidence.Records[c.tasks[k].record].At}
	case c.tasks[k].due.isDay() && !isHours(c.plan.doc.Tasks[i].After):
		return Field{Name: name, On: c.tasks[k].due.day}
	}
	return Field{Name: name, At: c.tasks[k].due.at}
}

// moveLateStart moves a due that had passed when T became known.
func (c *countdown) moveLateStart(t *PlanTask, s *planState) {
	span := cmp.Or(t.LateStart, c.plan.doc.LateStart)
	s.lateKnown = c.hasKnown && s.due.isKnown() && !s.due.meets(c.known.instantOf(c.zone))
	if !s.lateKnown || span.IsZero() {
		return
	}
	from := c.known
	if span.Seconds() != 0 {
		from.At = c.known.instantOf(c.zone)
	}
	s.due, s.moved = c.plan.dueFrom(from, offset{after: span}), true
}

// match gives each of the tasks at most one record, and each record to at most one task: pair by pair, the best first.
// As the order of the pairs is the same for tasks and records, there is one such matching, and a further record never
// takes a task's away without a better one in its place.
func (c *countdown) match(tasks []int) {
	var pairs []planPair
	for _, i := range tasks {
		for r := range c.evidence.Records {
			if pair, ok := c.pair(i, r); ok {
				pairs = append(pairs, pair)
			}
		}
	}
	slices.SortFunc(pairs, c.comparePairs)
	for _, pair := range pairs {
		if s := &c.tasks[pair.task]; s.record < 0 && !c.used[pair.record] {
			s.record, c.used[pair.record] = pair.record, true
		}
	}
}

// planPair is a record that may serve a task.
type planPair struct {
	task, record int
	late         bool
	apart        time.Duration
}

// pair reports whether a record may serve a task, and how well.
func (c *countdown) pair(i, r int) (planPair, bool) {
	t, s, record := &c.plan.doc.Tasks[i], &c.tasks[i], &c.evidence.Records[r]
	if c.used[r] || !s.due.isKnown() || !c.isUsable(record) || !t.counts(record) {
		return planPair{}, false
	}
	at, start := record.At, s.due.start(c.zone)
	if opens, ok := c.opens(t, s); (t.OnDay || !t.Early.IsZero()) && (!ok || at.Before(opens)) {
		return planPair{}, false
	}
	switch {
	case s.forecast:
		return planPair{i, r, false, at.Sub(start).Abs()}, true
	case !s.due.meets(at):
		return planPair{i, r, true, at.Sub(s.due.at)}, true
	case at.Before(start):
		return planPair{i, r, false, start.Sub(at)}, true
	}
	return planPair{i, r, false, 0}, true
}

// isUsable reports whether a record may serve anything.
func (c *countdown) isUsable(r *Record) bool {
	return !r.Voluntary && !r.At.IsZero() && !r.At.After(c.asOf)
}

// opens returns from when on a task may be done; of a due that moved, by when it was due before.
func (c *countdown) opens(t *PlanTask, s *planState) (time.Time, bool) {
	d := s.original
	if t.OnDay {
		return civil.Of(d.start(c.zone).In(c.zone)).In(c.zone), true
	}
	if d.isDay() && t.Early.Seconds() == 0 {
		day, err := c.plan.moved(d.day, offset{before: t.Early})
		return day.In(c.zone), err == nil
	}
	d.at, d.day = d.start(c.zone), 0
	return c.plan.back(d, t.Early)
}

// comparePairs orders pairs: in time before late, then the nearest, then by record and task.
func (c *countdown) comparePairs(a, b planPair) int {
	if a.late != b.late {
		if a.late {
			return 1
		}
		return -1
	}
	x, y := &c.evidence.Records[a.record], &c.evidence.Records[b.record]
	return cmp.Or(
		cmp.Compare(a.apart, b.apart), x.At.Compare(y.At), strings.Compare(x.ID, y.ID),
		c.tasks[a.task].due.at.Compare(c.tasks[b.task].due.at), cmp.Compare(a.task, b.task), cmp.Compare(a.record, b.record),
	)
}
