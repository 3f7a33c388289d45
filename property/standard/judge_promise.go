package standard

import (
	"errors"
	"strings"

	"github.com/wuyekit/wuye/property/invalid"
	"github.com/wuyekit/wuye/property/sla"
)

// promiseJudge judges every case of a kind by the clock of a promise.
type promiseJudge struct {
	of      string
	subject string // the kind of subject whose fields conditions may read
	where   conditions
	due     *term // the deadline where it is a field; nil where there is a limit
	inDays  bool  // the limit is one of days, through the end of the last
	clock   *sla.Clock
	// ends are the events that end a case without its being done: those that cancel it, then from waived on those that excuse it.
	ends    []string
	waived  int
	from    string
	to      string
	*quorum // nil: every case
}

// promiseCode names the promise, its milestone and the field of its deadline; nobody sees it.
const promiseCode = "promise"

// wall is the clock that never stops.
const wall = "wall"

func (c *compiler) promise(d *Promise) *promiseJudge {
	kind := c.records("of", d.Of)
	subject := c.ofKind(kind)
	j := promiseJudge{of: d.Of, subject: kindCode(subject), from: d.From, to: d.To, waived: len(d.Cancelled)}
	j.ends = append(append(j.ends, d.Cancelled...), d.Waived...)
	j.where = c.conditions("where", d.Where, kind, subject)
	c.promiseEvents(d, kind)
	doc := sla.Promise{
		Code: promiseCode, Calendar: c.doc.Calendar, Stops: d.Pauses, Cancelled: d.Cancelled, Waived: d.Waived,
		Milestones: []sla.Milestone{{Code: promiseCode, From: d.From, To: d.To, Stops: stopCodes(d.Pauses)}},
	}
	j.due = c.promiseTime(d, &doc.Milestones[0], kind, subject)
	j.inDays = d.Due == "" && doc.Milestones[0].Limits[0].Span.Seconds() == 0
	j.quorum = c.quorum("share", d.Share)
	if c.calendar != nil {
		var err error
		j.clock, err = sla.Compile(doc, c.calendars)
		c.takePromise(err)
	}
	return &j
}

// promiseEvents reports events that cases of the kind cannot have.
func (c *compiler) promiseEvents(d *Promise, kind *Kind) {
	c.someEvent("from", kind, d.From)
	c.someEvent("to", kind, d.To)
	c.someEvents("cancelled", kind, d.Cancelled)
	c.someEvents("waived", kind, d.Waived)
	for i := range d.Pauses {
		c.within("pauses", i, func() {
			c.someEvent("from", kind, d.Pauses[i].From)
			c.someEvents("until", kind, d.Pauses[i].Until)
		})
	}
}

// someEvent is event for a field that may be empty, or of which another check says that it must not be.
func (c *compiler) someEvent(field string, kind *Kind, name string) {
	if name != "" {
		c.event(field, kind, name)
	}
}

func (c *compiler) someEvents(field string, kind *Kind, names []string) {
	for i, name := range names {
		c.within(field, i, func() { c.someEvent("", kind, name) })
	}
}

// stopCodes returns the codes of stops, each once.
func stopCodes(stops []sla.Stop) []string {
	var out []string
	for i := range stops {
		if stops[i].Code != "" {
			out = appendNew(out, stops[i].Code)
		}
	}
	return out
}

// promiseTime compiles how much time there is, into the limit of the milestone, or the field that is the deadline.
func (c *compiler) promiseTime(d *Promise, m *sla.Milestone, kind, subject *Kind) *term {
	invalid.OneOf(c.list, struct {
		Limit string `json:"limit"`
		Due   string `json:"due"`
	}{d.Limit, d.Due})
	if d.Due != "" {
		m.Due = &sla.Deadline{Field: promiseCode}
		return c.promiseDue(d, kind, subject)
	}
	limit := sla.Limit{Span: c.length("limit", d.Limit), In: sla.Wall}
	if d.Clock != "" && d.Clock != wall {
		limit.In, limit.Calendar = sla.Working, d.Clock
	}
	m.Limits = []sla.Limit{limit}
	return nil
}

// promiseDue compiles a deadline that is a field. It does not move, so that clocks and pauses mean nothing.
func (c *compiler) promiseDue(d *Promise, kind, subject *Kind) *term {
	if d.Clock != "" && d.Clock != wall {
		c.at("clock").Add(ErrDueFixed, "clock")
	}
	if len(d.Pauses) > 0 {
		c.at("pauses").Add(ErrDueFixed, "pauses")
	}
	t := c.term("due", d.Due, Instant, kind, subject)
	if t.known && t.typ != Day && t.typ != Instant {
		c.at("due").Add(ErrDueTime, invalid.Quote(t.address()))
	}
	return &t
}

// takePromise reports what is wrong with the promise at the fields of the measure.
func (c *compiler) takePromise(err error) {
	var many *invalid.Error
	if !errors.As(err, &many) {
		c.list.Take(err)
		return
	}
	for _, f := range many.Fields {
		c.list.Take(&invalid.FieldError{Path: promisePath(f.Path), Rule: f.Rule, Args: f.Args})
	}
}

// promisePath returns the place in the measure of a place in its promise.
func promisePath(path string) string {
	path = strings.TrimPrefix(path, "milestones[0].")
	switch rest, isStop := strings.CutPrefix(path, "stops"); {
	case isStop:
		return "pauses" + rest
	case path == "limits[0].span":
		return "limit"
	case path == "limits[0].calendar":
		return "clock"
	}
	return path
}
