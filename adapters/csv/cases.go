package csv

import (
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/wuyekit/wuye/property/flow"
	"github.com/wuyekit/wuye/property/invalid"
	"github.com/wuyekit/wuye/property/sla"
)

// Case is a case of a table of cases or events (工单), its log in order: by instant; at one instant in the order
// of the columns from left to right, or of the rows from top to bottom.
type Case struct {
	sla.Case
	// Group is what statistics count the case by; its category unless the table says another.
	Group string
	// Line is where its first row begins, from 1.
	Line int
	// Incomplete are the lines of bad rows that speak of the case: its log lacks their events, so
	// that nothing can be said of it. Bad rows whose cells are too many or too few, or that have no ID, belong to no
	// case; a row that is there twice is bad, but lacks nothing.
	Incomplete []int
}

// caseCells is a row of cases or events while it is read.
type caseCells struct {
	c       Case
	reasons []eventReason
	event   flow.Event // of a table of events
	unclear int        // instants that the clocks showed twice or never
}

// eventReason is the reason of the event of a name.
type eventReason struct{ event, reason string }

const (
	eventPrefix  = "event."
	fieldPrefix  = "field."
	reasonSuffix = ".reason"
)

// ownEvents are the events that are recognised without a mapping.
func ownEvents() []string {
	return []string{
		"reported", "accepted", "dispatched", "arrived", "paused", "resumed",
		"resolved", "verified", "calledBack", "closed", "reopened", "cancelled",
	}
}

// factFields are what both layouts say of a case.
func factFields() []field {
	return []field{
		codeField("case.id", func(d *draft) *string { return &d.kase.c.ID }).must(),
		codeField("case.category", func(d *draft) *string { return &d.kase.c.Category }),
		codeField("case.priority", func(d *draft) *string { return &d.kase.c.Priority }),
		nameField("case.group", func(d *draft) *string { return &d.kase.c.Group }),
	}
}

func caseFields() []field {
	out := factFields()
	for _, name := range ownEvents() {
		out = append(out, eventField(name))
	}
	return append(out, reasonField("paused"), timeField("agreedAt"))
}

func eventFields() []field {
	return append(factFields(),
		codeField("event.name", func(d *draft) *string { return &d.kase.event.Name }).must(),
		field{name: "event.at", width: foldAll, setInstant: func(d *draft, at time.Time) { d.kase.event.At = at }}.must(),
		codeField("event.reason", func(d *draft) *string { return &d.kase.event.Reason }),
		nameField("event.actor", func(d *draft) *string { return &d.kase.event.Actor }),
		nameField("event.note", func(d *draft) *string { return &d.kase.event.Note }),
		timeField("agreedAt"))
}

// eventField is an instant that becomes an event.
func eventField(event string) field {
	return field{name: eventPrefix + event, width: foldAll, setInstant: func(d *draft, at time.Time) {
		d.kase.c.Log = append(d.kase.c.Log, flow.Event{At: at, Name: event})
	}}
}

// reasonField is the reason of an event.
func reasonField(event string) field {
	return field{name: eventPrefix + event + reasonSuffix, width: foldCodes, set: func(d *draft, s string) error {
		d.kase.reasons = append(d.kase.reasons, eventReason{event, s})
		return nil
	}}
}

// timeField is an instant or a day that a case has.
func timeField(name string) field {
	return field{name: fieldPrefix + name, width: foldAll, setTime: func(d *draft, f sla.Field) {
		f.Name = name
		d.kase.c.Fields = append(d.kase.c.Fields, f)
	}}
}

// caseField returns the field of a name that only the mapping knows: event.NAME, event.NAME.reason, field.NAME.
func caseField(k Kind, name string) (field, bool) {
	if own, ok := strings.CutPrefix(name, fieldPrefix); ok && (k == Cases || k == Events) && isEventName(own) {
		return timeField(own), true
	}
	event, ok := strings.CutPrefix(name, eventPrefix)
	if !ok || k != Cases {
		return field{}, false
	}
	if of, reason := strings.CutSuffix(event, reasonSuffix); reason && isEventName(of) {
		return reasonField(of), true
	}
	return eventField(event), isEventName(event)
}

// isEventName reports whether a mapping may call an event or field so: without a point, and not as
// the fields of a table of events are called.
func isEventName(name string) bool {
	return name != "" && !strings.Contains(name, ".") && !slices.Contains([]string{"name", "at", "reason", "actor", "note"}, name)
}

// hasEvent reports whether one of the fields is an event.
func hasEvent(names []string) bool {
	return slices.ContainsFunc(names, func(name string) bool {
		event, ok := strings.CutPrefix(name, eventPrefix)
		return ok && isEventName(event)
	})
}

// takeCase takes a row of cases.
func (r *reader) takeCase() {
	d := &r.draft.kase
	if d.c.ID == "" {
		r.badField("case.id", invalid.ErrRequired, "case.id")
	} else if p, twice := r.cases[d.c.ID]; twice {
		r.badField("case.id", ErrTwice, "case", invalid.Quote(d.c.ID), strconv.Itoa(p.line))
	}
	r.giveReasons(d)
	if !r.failed() {
		r.keepCase(d)
	}
}

// giveReasons puts the reasons of a row to its events. One that every row has, whatever happened, may lack its
// event.
func (r *reader) giveReasons(d *caseCells) {
	for _, reason := range d.reasons {
		i := slices.IndexFunc(d.c.Log, func(e flow.Event) bool { return e.Name == reason.event })
		switch {
		case i >= 0:
			d.c.Log[i].Reason = reason.reason
		case !r.isGivenAnyway(eventPrefix + reason.event + reasonSuffix):
			r.badField(eventPrefix+reason.event+reasonSuffix, ErrReasonAlone, eventPrefix+reason.event)
		}
	}
}

// isGivenAnyway reports whether the mapping itself gives a field.
func (r *reader) isGivenAnyway(name string) bool {
	return slices.ContainsFunc(r.bindings, func(b binding) bool {
		return b.field.name == name && b.source.Constant+b.source.Default != ""
	})
}

func (r *reader) keepCase(d *caseCells) {
	d.c.Line = r.row.line
	r.cases[d.c.ID] = place{len(r.im.Cases), r.row.line}
	r.im.Cases = append(r.im.Cases, d.c)
	r.im.Unclear += d.unclear
}

// finishCases puts the logs in order, and says what is not whole.
func (r *reader) finishCases() {
	for i := range r.im.Cases {
		c := &r.im.Cases[i]
		slices.SortStableFunc(c.Log, func(a, b flow.Event) int { return a.At.Compare(b.At) })
		for k := range c.Log {
			c.Log[k].Seq = int64(k + 1)
		}
		if c.Group == "" {
			c.Group = c.Category
		}
		c.Incomplete = r.flawed[c.ID]
	}
}
