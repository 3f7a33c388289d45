package schedule

import (
	"cmp"
	"iter"
	"maps"
	"slices"
	"time"

	"github.com/wuyekit/wuye/property/civil"
	"github.com/wuyekit/wuye/property/invalid"
	"github.com/wuyekit/wuye/property/worktime"
)

// maxCoverYears bounds the span that is looked at, so that its length can be counted in nanoseconds.
const maxCoverYears = 100

// Coverage is what a sheet comes to at the posts of a [Manning] over a span of time. It never changes, and may be
// shared.
type Coverage struct {
	manning  *Manning
	from, to time.Time
	judged   time.Time // what is not before it is pending
	people   []string  // in order
	arrivals [][]arrival
	faults   []RosterFault
}

// Cover compares a sheet with the posts, from an instant to another.
//
// A row that cannot be used is no error: [Coverage.Faults] lists it.
//
// Errors: [ErrCoverSpan] where the span is empty, longer than 100 years or outside the years 1 to 9999. With a
// [worktime.UnknownYearError] the coverage is a guess by the hours of the week alone.
func (m *Manning) Cover(s Sheet, from, to time.Time) (*Coverage, error) {
	from, to = from.In(m.calendar.Location()), to.In(m.calendar.Location())
	if !from.Before(to) || from.Year() < 1 || to.Year() > 9999 || to.After(from.AddDate(maxCoverYears, 0, 0)) {
		return nil, invalid.Value(ErrCoverSpan, from.Format(time.RFC3339), to.Format(time.RFC3339))
	}
	c := &Coverage{manning: m, from: from, to: to, judged: to}
	if !s.AsOf.IsZero() && s.AsOf.Before(to) {
		c.judged = s.AsOf.In(m.calendar.Location())
	}
	c.take(s)
	return c, c.unknown()
}

// unknown returns what the calendar does not know of the days that matter.
func (c *Coverage) unknown() error {
	var first error
	for i := range c.manning.posts {
		c.watches(&c.manning.posts[i], func(err error) { first = cmp.Or(first, err) })(func(watch) bool { return true })
	}
	return first
}

// take reads the sheet.
func (c *Coverage) take(s Sheet) {
	posts := map[string]int{}
	for i := range c.manning.posts {
		posts[c.manning.posts[i].Code] = i
	}
	people := map[string]int{}
	for i := range s.Attendance {
		people[s.Attendance[i].Person] = 0
	}
	c.people = slices.Sorted(maps.Keys(people))
	for i, name := range c.people {
		people[name] = i
	}
	var at, of []presence
	for i := range s.Attendance {
		a := &s.Attendance[i]
		k, ok := posts[a.Post]
		var post *coverPost
		if ok {
			post = &c.manning.posts[k]
		}
		kind := a.fault(post, s.AsOf)
		if kind != 0 {
			c.addFault(a, kind)
		}
		if start, end, some := c.cut(a); some && (kind == 0 || kind == Unskilled) {
			of = append(of, presence{who: k, where: people[a.Person], start: start, end: end})
			if kind == 0 {
				at = append(at, presence{people[a.Person], k, start, end})
			}
		}
	}
	c.place(joinedPresences(at))
	c.addDoubles(joinedPresences(of))
	slices.SortFunc(c.faults, compareRosterFaults)
}

// cut returns the part of a row that lies in the span, and is no more pending.
func (c *Coverage) cut(a *Attendance) (start, end time.Time, some bool) {
	start, end = a.Start, a.End
	if start.Before(c.from) {
		start = c.from
	}
	if end.IsZero() || end.After(c.judged) {
		end = c.judged
	}
	return start.In(c.from.Location()), end.In(c.from.Location()), start.Before(end)
}

func (c *Coverage) addFault(a *Attendance, kind RosterFaultKind) {
	c.faults = append(c.faults, RosterFault{Kind: kind, Person: a.Person, Posts: []string{a.Post}, Start: a.Start, End: a.End})
}

// place keeps the comings and goings of each post.
func (c *Coverage) place(at []presence) {
	c.arrivals = make([][]arrival, len(c.manning.posts))
	for len(at) > 0 {
		n := samePlace(at)
		c.arrivals[at[0].where] = arrivalsOf(at[:n])
		at = at[n:]
	}
}

// samePlace returns how many presences at the beginning are at the place of the first.
func samePlace(all []presence) int {
	n := slices.IndexFunc(all, func(p presence) bool { return p.where != all[0].where })
	if n < 0 {
		return len(all)
	}
	return n
}

// addDoubles finds who was at several posts at the same time. The place of a presence is here the person.
func (c *Coverage) addDoubles(of []presence) {
	for len(of) > 0 {
		n := samePlace(of)
		s := sweep{rest: arrivalsOf(of[:n])}
		for len(s.rest) > 0 {
			t := s.rest[0].at
			s.to(t)
			if len(s.there) > 1 {
				c.faults = append(c.faults, RosterFault{
					Kind: TwoPosts, Person: c.people[of[0].where], Posts: c.codes(s.there), Start: t, End: s.until(c.to),
				})
			}
		}
		of = of[n:]
	}
}

// codes returns the codes of posts, in their order.
func (c *Coverage) codes(posts []int) []string {
	out := make([]string, len(posts))
	for i, k := range posts {
		out[i] = c.manning.posts[k].Code
	}
	slices.Sort(out)
	return out
}

// Faults returns what cannot be so, or must not be, in the order of time: rows that count nowhere, whenever they are,
// and persons at several posts at once within the span.
func (c *Coverage) Faults() []RosterFault {
	out := slices.Clone(c.faults)
	for i := range out {
		out[i].Posts = slices.Clone(out[i].Posts)
	}
	return out
}

// watch is a stretch for which a post must be manned. It lies within the windows of one day; those that meet are one.
type watch struct {
	day        civil.Date
	start, end time.Time
}

// watches yields when a post must be manned, in order and without overlap: where windows overlap, the stretch belongs
// to the one that opened first. Errors of the calendar go to note.
func (c *Coverage) watches(p *coverPost, note func(error)) iter.Seq[watch] {
	zone := c.from.Location()
	return func(yield func(watch) bool) {
		free := c.from
		for d := civil.Of(c.from) - 1; d <= civil.Of(c.to); d++ {
			if !p.holds(d) || d.In(zone).Equal((d + 1).In(zone)) {
				continue // or a day that the zone left out
			}
			var last watch
			today := coverDay{manning: c.manning, day: d, note: note}
			for _, w := range p.windows {
				start, end := w.instants(d, zone)
				start, end = laterTime(start, free), earlierTime(end, c.to)
				switch {
				case !start.Before(end) || !today.opens(p, w):
					continue
				case last.end.Equal(start):
					last.end, free = end, end
					continue
				case !last.end.IsZero() && !yield(last):
					return
				}
				last, free = watch{d, start, end}, end
			}
			if !last.end.IsZero() && !yield(last) {
				return
			}
		}
	}
}

// coverDay is a day of the calendar, which is asked once, and only where a window hangs on it.
type coverDay struct {
	manning *Manning
	day     civil.Date
	note    func(error)
	asked   bool
	shifts  []worktime.Duty
}

// opens reports whether a window of a post opens on the day.
func (d *coverDay) opens(p *coverPost, w coverWindow) bool {
	if w.shift != "" && !slices.ContainsFunc(d.duties(), func(duty worktime.Duty) bool { return duty.Shift == w.shift }) {
		return false
	}
	if p.Days != WorkingDays && p.Days != RestDays {
		return true
	}
	working, err := d.manning.calendar.IsWorkingDay(d.day)
	d.note(err)
	return working == (p.Days == WorkingDays)
}

func (d *coverDay) duties() []worktime.Duty {
	if !d.asked {
		var err error
		d.asked = true
		d.shifts, err = d.manning.calendar.ShiftsOn(d.day)
		d.note(err)
	}
	return d.shifts
}

func laterTime(a, b time.Time) time.Time {
	if a.Before(b) {
		return b
	}
	return a
}

func earlierTime(a, b time.Time) time.Time {
	if a.Before(b) {
		return a
	}
	return b
}
