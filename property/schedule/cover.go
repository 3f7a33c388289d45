package schedule

import (
	"maps"
	"slices"
	"strings"
	"time"

	"github.com/wuyekit/wuye/property/civil"
	"github.com/wuyekit/wuye/property/invalid"
	"github.com/wuyekit/wuye/property/worktime"
)

// Posts says which posts must be manned, and when (岗位设置). It is a document; [CompilePosts] makes a [Manning]
// of it.
type Posts struct {
	// Code names the document.
	Code string `json:"code"`
	// Name is for people.
	Name string `json:"name,omitempty"`
	// Source is the contract, standard or rule it stands in.
	Source string `json:"source,omitempty"`
	// Calendar is the code of the calendar on whose clocks the posts go, and whose shifts and working days they mean.
	Calendar string `json:"calendar"`
	// Posts are the posts.
	Posts []Post `json:"posts"`
}

// Post is a place where people must be (岗位): the main entrance, the control room. One that has neither windows nor
// shifts is manned around the clock.
type Post struct {
	// Code names the post.
	Code string `json:"code"`
	// Name is for people.
	Name string `json:"name,omitempty"`
	// People is how many different persons must be there at the same time.
	People int `json:"people"`
	// Windows are the parts of the day; one that crosses midnight belongs to the day it opens on.
	Windows []civil.Window `json:"windows,omitempty"`
	// Shifts are the codes of shifts of the calendar instead of windows: on the days that have them.
	Shifts []string `json:"shifts,omitempty"`
	// Days are the days on which the windows open; unset: all.
	Days Days `json:"days,omitempty"`
	// Weekdays are the days of the week on which they open; none: all.
	Weekdays []worktime.Weekday `json:"weekdays,omitempty"`
	// Season is the part of the year; unset: all of it.
	Season civil.Season `json:"season,omitzero"`
	// From is the first day; unset: since ever.
	From civil.Date `json:"from,omitzero"`
	// To is the last day; unset: without an end.
	To civil.Date `json:"to,omitzero"`
	// Skills are what each of the persons must be able to do.
	Skills []string `json:"skills,omitempty"`
}

// Manning tells where people are missing at posts (在岗核查). It is made by [CompilePosts], never changes, and may
// be shared.
type Manning struct {
	doc      Posts
	calendar *worktime.Calendar
	posts    []coverPost
}

// coverPost is a compiled [Post].
type coverPost struct {
	*Post
	windows []coverWindow // in the order in which they open
}

// coverWindow is a part of the day, with the code of the shift that it is, if it is one.
type coverWindow struct {
	open, end civil.Moment // minutes since 00:00 of the day it opens on
	shift     string
}

// CompilePosts makes a [Manning] of posts. Calendars are those that the document may name, by their codes.
//
// Errors: an *[invalid.Error] with every problem: [ErrCalendar], [ErrCoverShift], and what [Posts.Check] reports.
func CompilePosts(p Posts, calendars map[string]*worktime.Calendar) (*Manning, error) {
	var l invalid.List
	p.Check(&l)
	m := &Manning{doc: p.clone(), calendar: namedCalendar(&l, p.Calendar, calendars)}
	shifts := coverShifts(m.calendar)
	for i := range m.doc.Posts {
		post := coverPost{Post: &m.doc.Posts[i]}
		post.addWindows()
		for k, code := range post.Shifts {
			shift, ok := shifts[code]
			if !ok && m.calendar != nil {
				l.At("posts", i, "shifts", k).Add(ErrCoverShift, invalid.Quote(p.Calendar), invalid.Quote(code))
			}
			post.add(shift, code)
		}
		slices.SortStableFunc(post.windows, func(a, b coverWindow) int { return a.open.Compare(b.open) })
		m.posts = append(m.posts, post)
	}
	if err := l.Err("posts " + p.Code); err != nil {
		return nil, err
	}
	return m, nil
}

// Posts returns the document that the manning was made of.
func (m *Manning) Posts() Posts { return m.doc.clone() }

// addWindows takes the windows of the document, and the whole day where it says nothing.
func (p *coverPost) addWindows() {
	for _, w := range p.Windows {
		p.add(w, "")
	}
	if len(p.Windows)+len(p.Shifts) == 0 {
		p.windows = []coverWindow{{end: civil.DayMinutes}}
	}
}

func (p *coverPost) add(w civil.Window, shift string) {
	open, end := w.Minutes()
	p.windows = append(p.windows, coverWindow{civil.Moment(open), civil.Moment(end), shift})
}

// namedCalendar finds the calendar that a document names, and reports one that was not given.
func namedCalendar(l *invalid.List, code string, calendars map[string]*worktime.Calendar) *worktime.Calendar {
	c := calendars[code]
	if c == nil && code != "" {
		l.At("calendar").Add(ErrCalendar, invalid.Quote(code), strings.Join(slices.Sorted(maps.Keys(calendars)), ", "))
	}
	return c
}

// coverShifts returns the windows of a calendar's shifts by their codes.
func coverShifts(c *worktime.Calendar) map[string]civil.Window {
	shifts := map[string]civil.Window{}
	if c != nil {
		for _, s := range c.Shifts() {
			shifts[s.Code] = s.Window
		}
	}
	return shifts
}

// instants returns when a window opens and closes that belongs to a day.
func (w coverWindow) instants(d civil.Date, zone *time.Location) (open, end time.Time) {
	return (d.Midnight() + w.open).In(zone), (d.Midnight() + w.end).In(zone)
}

func (p Posts) clone() Posts {
	p.Posts = slices.Clone(p.Posts)
	for i := range p.Posts {
		post := &p.Posts[i]
		post.Windows, post.Shifts = slices.Clone(post.Windows), slices.Clone(post.Shifts)
		post.Weekdays, post.Skills = slices.Clone(post.Weekdays), slices.Clone(post.Skills)
	}
	return p
}
