package csv

import (
	"slices"
	"strconv"
	"time"

	"github.com/wuyekit/wuye/property/flow"
	"github.com/wuyekit/wuye/property/invalid"
	"github.com/wuyekit/wuye/property/sla"
)

// fact names what a row of events says of its case.
type fact struct{ id, name string }

// eventKey names an event: one that is there twice, to the letter, was exported twice.
type eventKey struct {
	id, name, reason, actor string
	at                      int64
	nanos                   int
}

// takeEvent takes a row of events. Rows of one case are its log.
func (r *reader) takeEvent() {
	d := &r.draft.kase
	e := d.event
	for _, f := range []struct {
		name string
		have bool
	}{{"case.id", d.c.ID != ""}, {"event.name", e.Name != ""}, {"event.at", !e.At.IsZero()}} {
		if !f.have {
			r.badField(f.name, invalid.ErrRequired, f.name)
		}
	}
	p, again := r.cases[d.c.ID]
	if again {
		r.checkSameCase(&r.im.Cases[p.index], &d.c)
	}
	key := eventKey{d.c.ID, e.Name, e.Reason, e.Actor, e.At.Unix(), e.At.Nanosecond()}
	if line, twice := r.events[key]; twice {
		r.badField("event.at", ErrTwice, invalid.Quote(e.Name), e.At.Format(time.RFC3339), strconv.Itoa(line))
	}
	if r.failed() {
		return
	}
	r.events[key] = r.row.line
	d.c.Log = []flow.Event{e}
	r.noteFacts(&d.c)
	if !again {
		r.keepCase(d)
		return
	}
	have := &r.im.Cases[p.index]
	have.Log = append(have.Log, e)
	have.merge(&d.c)
	r.im.Unclear += d.unclear
}

// texts are the facts of a case that rows may repeat.
func (c *Case) texts() []struct{ name, text string } {
	return []struct{ name, text string }{
		{"case.category", c.Category}, {"case.priority", c.Priority}, {"case.group", c.Group},
	}
}

// checkSameCase reports facts of a case that an earlier row says otherwise.
func (r *reader) checkSameCase(have, d *Case) {
	now := d.texts()
	for i, f := range have.texts() {
		if f.text != "" && now[i].text != "" && f.text != now[i].text {
			r.differs(d.ID, f.name, now[i].text, f.text)
		}
	}
	for _, f := range d.Fields {
		for _, g := range have.Fields {
			if f.Name == g.Name && (!f.At.Equal(g.At) || f.On != g.On) {
				r.differs(d.ID, fieldPrefix+f.Name, timeText(f), timeText(g))
			}
		}
	}
}

func (r *reader) differs(id, name, now, before string) {
	r.badField(name, ErrConflict, name, invalid.Quote(id), invalid.Quote(now), invalid.Quote(before), strconv.Itoa(r.facts[fact{id, name}]))
}

func timeText(f sla.Field) string {
	if f.At.IsZero() {
		return f.On.String()
	}
	return f.At.Format(time.RFC3339)
}

// noteFacts remembers the line of each fact that the row is the first to say.
func (r *reader) noteFacts(d *Case) {
	note := func(name string) {
		if _, known := r.facts[fact{d.ID, name}]; !known {
			r.facts[fact{d.ID, name}] = r.row.line
		}
	}
	for _, f := range d.texts() {
		if f.text != "" {
			note(f.name)
		}
	}
	for _, f := range d.Fields {
		note(fieldPrefix + f.Name)
	}
}

// merge takes over the facts that a further row is the first to say.
func (c *Case) merge(d *Case) {
	for _, p := range []struct {
		have *string
		now  string
	}{{&c.Category, d.Category}, {&c.Priority, d.Priority}, {&c.Group, d.Group}} {
		if *p.have == "" {
			*p.have = p.now
		}
	}
	for _, f := range d.Fields {
		if !slices.ContainsFunc(c.Fields, func(g sla.Field) bool { return g.Name == f.Name }) {
			c.Fields = append(c.Fields, f)
		}
	}
}
