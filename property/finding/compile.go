package finding

import (
	"maps"
	"slices"
	"strings"

	"github.com/shopspring/decimal"

	"github.com/wuyekit/wuye/property/flow"
	"github.com/wuyekit/wuye/property/invalid"
	"github.com/wuyekit/wuye/property/money"
	"github.com/wuyekit/wuye/property/worktime"
)

// Rules follow cases up by a policy. They are made by [Compile], never change, and may be shared.
type Rules struct {
	doc      Policy
	calendar *worktime.Calendar
	limits   []*worktime.Calendar // of each limit
	machine  *flow.Machine
	growth   []decimal.Decimal // by how often it was found before: what it costs is multiplied by
	full     bool              // the last of growth is the most
	step     decimal.Decimal   // points are rounded to it
	currency money.Currency
	rounder  money.Rounder
}

// Compile makes rules of a policy. Calendars are those that the policy may name, by their codes.
//
// Errors: an *[invalid.Error] with every problem of the policy: [ErrCalendar], and what [Policy.Check] reports.
func Compile(p Policy, calendars map[string]*worktime.Calendar) (*Rules, error) {
	var l invalid.List
	p.Check(&l)
	r := &Rules{doc: p.clone(), currency: p.currency(), step: pointStep(p)}
	r.findCalendars(&l, calendars)
	if (r.currency != money.Currency{}) && l.Len() == 0 {
		rounder, err := p.Rounding.Compile(r.currency)
		l.At("rounding").Take(err)
		r.rounder = rounder
	}
	machine, err := flow.Compile(Lifecycle())
	l.Take(err)
	if err := l.Err("policy " + p.Code); err != nil {
		return nil, err
	}
	r.machine = machine
	r.growth, r.full = p.Repeat.growth()
	return r, nil
}

// Policy returns the document that the rules were made of.
func (r *Rules) Policy() Policy { return r.doc.clone() }

func (r *Rules) findCalendars(l *invalid.List, calendars map[string]*worktime.Calendar) {
	find := func(place invalid.Place, code string) *worktime.Calendar {
		c := calendars[code]
		if c == nil && code != "" {
			place.Add(ErrCalendar, invalid.Quote(code), strings.Join(slices.Sorted(maps.Keys(calendars)), ", "))
		}
		return c
	}
	r.calendar = find(l.At("calendar"), r.doc.Calendar)
	for i, t := range r.doc.Limits {
		c := r.calendar
		if t.Calendar != "" {
			c = find(l.At("limits", i, "calendar"), t.Calendar)
		}
		r.limits = append(r.limits, c)
	}
}

// pointStep is what points are rounded to: 0.01 unless the policy says.
func pointStep(p Policy) decimal.Decimal {
	if p.PointStep.IsSet() {
		return p.PointStep.Decimal()
	}
	return decimal.New(1, -2)
}
