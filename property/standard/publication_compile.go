package standard

import (
	"slices"

	"github.com/wuyekit/wuye/property/invalid"
	"github.com/wuyekit/wuye/property/worktime"
)

// PublicationRegister tells what of [Publications] is due when, and what became of it (公示台账). It is made by [CompilePublications], never changes,
// and may be shared.
type PublicationRegister struct {
	doc      Publications
	calendar *worktime.Calendar
	byCode   map[string]int
}

// CompilePublications makes a register of a document. Calendars are by their codes.
//
// Errors: an *[invalid.Error] with every problem of the document: [ErrCalendar], and what [Publications.Check] reports.
func CompilePublications(p Publications, calendars map[string]*worktime.Calendar) (*PublicationRegister, error) {
	var l invalid.List
	p = p.clone()
	p.Check(&l)
	r := PublicationRegister{doc: p, calendar: calendars[p.Calendar], byCode: make(map[string]int, len(p.Items))}
	if r.calendar == nil && p.Calendar != "" {
		l.At("calendar").Add(ErrCalendar, invalid.Quote(p.Calendar))
	}
	for i := range p.Items {
		r.byCode[p.Items[i].Code] = i
	}
	if err := l.Err("publications " + p.Code); err != nil {
		return nil, err
	}
	return &r, nil
}

// Publications returns the document that the register was made of.
func (r *PublicationRegister) Publications() Publications { return r.doc.clone() }

// Open lists what the source leaves open, in the order of the items: "serviceFees.every.in". While it is, the item is unknown.
func (r *PublicationRegister) Open() []string {
	var out []string
	for i := range r.doc.Items {
		if open := r.doc.Items[i].open(); open != "" {
			out = append(out, open)
		}
	}
	return out
}

// open returns what is left open of an item, "" if nothing is.
func (i *PublicationItem) open() string {
	every, within := i.Due.Every, i.Due.Within
	switch {
	case every != nil && every.In == 0:
		return i.Code + ".every.in"
	case every != nil && !every.During && every.After.IsZero():
		return i.Code + ".every.after"
	case within != nil && within.Span.IsZero():
		return i.Code + ".within.span"
	}
	return ""
}

func (r *PublicationRegister) item(code string) *PublicationItem {
	i, ok := r.byCode[code]
	if !ok {
		return nil
	}
	return &r.doc.Items[i]
}

func (p Publications) clone() Publications {
	p.Items = each(p.Items, func(i *PublicationItem) {
		i.To, i.Where = slices.Clone(i.To), slices.Clone(i.Where)
		i.Due.Every, i.Due.Once, i.Due.Within = pointed(i.Due.Every, nil), pointed(i.Due.Once, nil), pointed(i.Due.Within, nil)
	})
	return p
}
