package schedule

import (
	"slices"
	"strconv"

	"github.com/wuyekit/wuye/property/civil"
	"github.com/wuyekit/wuye/property/invalid"
	"github.com/wuyekit/wuye/property/worktime"
)

// maxPosts bounds the posts of a document, and maxPeople the persons at one.
const (
	maxPosts  = 10_000
	maxPeople = 10_000
)

// Check reports every problem of the posts by themselves; whether the calendar and its shifts exist, [CompilePosts]
// reports.
func (p Posts) Check(l *invalid.List) {
	required(l, "code", p.Code)
	required(l, "calendar", p.Calendar)
	switch n := len(p.Posts); {
	case n == 0:
		l.At("posts").Add(invalid.ErrRequired, "posts")
	case n > maxPosts:
		l.At("posts").Add(ErrCoverTooMany, strconv.Itoa(n), strconv.Itoa(maxPosts))
	}
	used := map[string]bool{}
	l.Enter("posts")
	for i, post := range p.Posts {
		l.EnterIndex(i)
		unique(l, used, post.Code)
		post.check(l)
		l.Leave()
	}
	l.Leave()
}

func (p Post) check(l *invalid.List) {
	if p.People < 1 || p.People > maxPeople {
		l.At("people").Add(ErrCoverPeople, strconv.Itoa(p.People), strconv.Itoa(maxPeople))
	}
	if len(p.Windows) > 0 && len(p.Shifts) > 0 {
		l.At("shifts").Add(ErrCoverHours)
	}
	for i, w := range p.Windows {
		if w.IsZero() {
			l.At("windows", i).Add(invalid.ErrRequired, "window")
		}
	}
	checkNames(l, "shifts", p.Shifts)
	checkNames(l, "skills", p.Skills)
	daysWords().Check(l, "days", uint8(p.Days))
	coverWeekdays(l, p.Weekdays)
	if !p.To.IsZero() && p.To < p.From {
		l.At("to").Add(ErrReversed, p.From.String(), p.To.String())
	}
}

func coverWeekdays(l *invalid.List, days []worktime.Weekday) {
	for i, day := range days {
		_, err := day.MarshalText()
		l.At("weekdays", i).Take(err)
		if slices.Contains(days[:i], day) {
			l.At("weekdays", i).Add(ErrTwice, day.String())
		}
	}
}

// holds reports whether the windows of a post open on a day, by everything but the calendar.
func (p *Post) holds(d civil.Date) bool {
	if d < p.From || !p.To.IsZero() && d > p.To {
		return false
	}
	if len(p.Weekdays) > 0 && !slices.Contains(p.Weekdays, worktime.WeekdayOf(d)) {
		return false
	}
	if p.Season.IsZero() {
		return true
	}
	_, in := p.Season.Containing(d)
	return in
}
