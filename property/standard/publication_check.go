package standard

import (
	"slices"
	"strconv"
	"strings"

	"github.com/wuyekit/wuye/property/civil"
	"github.com/wuyekit/wuye/property/invalid"
	"github.com/wuyekit/wuye/property/schedule"
)

// Check reports every problem of the document by itself; whether there is the calendar it names, [CompilePublications] reports.
func (p Publications) Check(l *invalid.List) {
	required(l, "code", p.Code)
	required(l, "calendar", p.Calendar)
	if !p.To.IsZero() && p.To < p.From {
		l.At("to").Add(ErrReversed, p.From.String(), p.To.String())
	}
	if len(p.Items) == 0 {
		l.At("items").Add(ErrFew, "1")
	}
	unique(l, "items", len(p.Items), func(i int) (string, string) { return "code", p.Items[i].Code })
	for i := range p.Items {
		l.Enter("items")
		l.EnterIndex(i)
		p.Items[i].check(l)
		l.Leave()
		l.Leave()
	}
}

func (i *PublicationItem) check(l *invalid.List) {
	if i.Code == "*" {
		l.At("code").Add(ErrID, invalid.Quote(i.Code))
	}
	if i.Name.ZH == "" && i.Name.EN == "" {
		l.At("name").Add(invalid.ErrRequired, "name")
	}
	if len(i.To) == 0 {
		l.At("to").Add(ErrFew, "1")
	}
	checkEach(l, "to", i.To, audienceWords())
	checkEach(l, "where", i.Where, mediumWords())
	i.Rest.Check(l, "rest")
	if i.Standing && !i.Shown.IsZero() {
		l.At("shown").Add(ErrStanding)
	}
	checkSpanLimit(l, "shown", i.Shown)
	l.Enter("due")
	i.Due.check(l)
	l.Leave()
}

// checkEach reports entries of a list of words that are unset, none of them, or there before.
func checkEach[T ~uint8](l *invalid.List, field string, list []T, words invalid.Words) {
	for i, v := range list {
		switch {
		case v == 0:
			l.At(field, i).Add(invalid.ErrRequired, field)
		case int(v) > len(words):
			l.At(field, i).Add(invalid.ErrWord, strconv.Itoa(int(v)), strings.Join(words, ", "))
		case slices.Contains(list[:i], v):
			l.At(field, i).Add(ErrTwice, invalid.Quote(words.Of(field, uint8(v))))
		}
	}
}

func (d *PublicationDue) check(l *invalid.List) {
	switch invalid.OneOf(l, d) {
	case "every":
		l.Enter("every")
		d.Every.check(l)
		l.Leave()
	case "within":
		l.Enter("within")
		required(l, "after", d.Within.After)
		if d.Within.After == "*" {
			l.At("after").Add(ErrID, invalid.Quote(d.Within.After))
		}
		checkSpanLimit(l, "span", d.Within.Span)
		l.Leave()
	}
}

func (e *PublicationEvery) check(l *invalid.List) {
	switch e.In {
	case 0, schedule.Week, schedule.Month, schedule.Quarter, schedule.HalfYear, schedule.Year:
	case schedule.Minute, schedule.Hour, schedule.Day:
		l.At("in").Add(ErrPublicationIn, e.In.String())
	default:
		l.At("in").Add(ErrPublicationIn, e.In.String())
	}
	if e.During && !e.After.IsZero() {
		l.At("after").Add(ErrDuring)
	}
	if e.After.Seconds() > 0 {
		l.At("after").Add(ErrAfter, invalid.Quote(e.After.String()))
	}
	checkSpanLimit(l, "after", e.After)
}

// checkSpanLimit reports a length of more than ten years, in working days of more than about two.
func checkSpanLimit(l *invalid.List, field string, s civil.Span) {
	const years, workYears, hour = 10, 2, 3600
	if s.Months() > years*12 || s.Days() > years*366 || s.Seconds() > years*366*24*hour {
		l.At(field).Add(ErrFar, invalid.Quote(s.String()), strconv.Itoa(years))
	}
	if s.Workdays() > workYears*261 {
		l.At(field).Add(ErrFar, invalid.Quote(s.String()), strconv.Itoa(workYears))
	}
}
