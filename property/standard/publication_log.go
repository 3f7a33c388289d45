package standard

import (
	"time"

	"github.com/wuyekit/wuye/property/civil"
	"github.com/wuyekit/wuye/property/invalid"
)

// PublicationLog is what was made public, and what happened that publications follow (公示记录). It is a document.
type PublicationLog struct {
	// Published are in any order.
	Published []Publication `json:"published,omitempty"`
	// Events are those that publications are due after, in any order.
	Events []PublicationEvent `json:"events,omitempty"`
	// Complete says for which items, or sorts of events, and which time everything is here; "*" stands for all. Outside of it nothing is overdue.
	Complete []Complete `json:"complete,omitempty"`
}

// Publication is one thing made public at one place (公示).
type Publication struct {
	ID string `json:"id"`
	// Item is the code of what was published.
	Item string `json:"item"`
	// Period is the period that it is for; Event the ID of the event that it follows.
	Period civil.Period `json:"period,omitzero"`
	Event  string       `json:"event,omitempty"`
	// At is when it was put up, Until when it was taken down; unset: it is still there.
	At    time.Time `json:"at"`
	Until time.Time `json:"until,omitzero"`
	// Place is where.
	Place Medium `json:"place,omitempty"`
	// Reference is where a copy or a picture is kept.
	Reference string `json:"reference,omitempty"`
}

// PublicationEvent is something that a publication is due after: a payment, a decision.
type PublicationEvent struct {
	ID string `json:"id"`
	// Event is its sort, by its code.
	Event string    `json:"event"`
	At    time.Time `json:"at"`
}

// check reports every problem of the log for the items of a register.
func (g *PublicationLog) check(l *invalid.List, r *PublicationRegister) {
	unique(l, "published", len(g.Published), func(i int) (string, string) { return "id", g.Published[i].ID })
	unique(l, "events", len(g.Events), func(i int) (string, string) { return "id", g.Events[i].ID })
	sorts, events := map[string]bool{"*": true}, make(map[string]string, len(g.Events))
	for i := range r.doc.Items {
		sorts[r.doc.Items[i].Code] = true
		if w := r.doc.Items[i].Due.Within; w != nil {
			sorts[w.After] = true
		}
	}
	for i, e := range g.Events {
		if e.Event == "" {
			l.At("events", i, "event").Add(invalid.ErrRequired, "event")
		}
		if e.At.IsZero() {
			l.At("events", i, "at").Add(invalid.ErrRequired, "at")
		}
		events[e.ID] = e.Event
	}
	for i := range g.Published {
		l.Enter("published")
		l.EnterIndex(i)
		g.Published[i].check(l, r, events)
		l.Leave()
		l.Leave()
	}
	for i := range g.Complete {
		c := &g.Complete[i]
		if !sorts[c.Kind] {
			l.At("complete", i, "kind").Add(ErrPublicationItem, invalid.Quote(c.Kind))
		}
		l.Enter("complete")
		l.EnterIndex(i)
		checkSpan(l, "to", c.From, c.To, r.calendar.Location())
		l.Leave()
		l.Leave()
	}
}

func (p *Publication) check(l *invalid.List, r *PublicationRegister, events map[string]string) {
	item := r.item(p.Item)
	if item == nil {
		l.At("item").Add(ErrPublicationItem, invalid.Quote(p.Item))
	}
	if p.At.IsZero() {
		l.At("at").Add(invalid.ErrRequired, "at")
	}
	if !p.Until.IsZero() && p.Until.Before(p.At) {
		l.At("until").Add(ErrReversed, p.At.Format(time.RFC3339), p.Until.Format(time.RFC3339))
	}
	if p.Period != (civil.Period{}) {
		l.Enter("period")
		p.Period.Check(l)
		l.Leave()
	}
	mediumWords().Check(l, "place", uint8(p.Place))
	if item == nil || p.Event == "" {
		return
	}
	if w := item.Due.Within; w == nil || events[p.Event] != w.After {
		l.At("event").Add(ErrPublicationEvent, invalid.Quote(p.Event), invalid.Quote(p.Item))
	}
}
