package sla

import (
	"slices"
	"strconv"

	"github.com/wuyekit/wuye/property/civil"
	"github.com/wuyekit/wuye/property/invalid"
)

const (
	maxStops      = 64
	maxMilestones = 64
	maxPercent    = 100
)

// Check reports every problem of the promise by itself; whether the calendars it names exist, [Compile]
// reports.
func (p Promise) Check(l *invalid.List) {
	required(l, "code", p.Code)
	required(l, "calendar", p.Calendar)
	stops := p.checkStops(l)
	if len(p.Milestones) == 0 {
		l.At("milestones").Add(invalid.ErrRequired, "milestones")
	}
	if n := len(p.Milestones); n > maxMilestones {
		l.At("milestones").Add(ErrTooMany, strconv.Itoa(n), strconv.Itoa(maxMilestones))
	}
	codes := map[string]bool{}
	l.Enter("milestones")
	for i, m := range p.Milestones {
		l.EnterIndex(i)
		unique(l, codes, m.Code)
		m.check(l, stops)
		if len(p.Reopened) > 0 && m.Reopening == 0 {
			l.At("reopening").Add(invalid.ErrRequired, "reopening")
		}
		l.Leave()
	}
	l.Leave()
	for _, list := range []struct {
		field string
		names []string
	}{{"cancelled", p.Cancelled}, {"waived", p.Waived}, {"reopened", p.Reopened}} {
		checkNames(l, list.field, list.names)
	}
}

func required(l *invalid.List, field, text string) {
	if text == "" {
		l.At(field).Add(invalid.ErrRequired, field)
	}
}

// unique reports a code that is missing or was used before.
func unique(l *invalid.List, used map[string]bool, code string) {
	required(l, "code", code)
	if code != "" && used[code] {
		l.At("code").Add(ErrTwice, invalid.Quote(code))
	}
	used[code] = true
}

func checkNames(l *invalid.List, field string, names []string) {
	for i, name := range names {
		switch {
		case name == "":
			l.At(field, i).Add(invalid.ErrRequired, field)
		case slices.Contains(names[:i], name):
			l.At(field, i).Add(ErrTwice, invalid.Quote(name))
		}
	}
}

func (p Promise) checkStops(l *invalid.List) map[string]bool {
	codes := map[string]bool{}
	if n := len(p.Stops); n > maxStops {
		l.At("stops").Add(ErrTooMany, strconv.Itoa(n), strconv.Itoa(maxStops))
	}
	l.Enter("stops")
	for i, s := range p.Stops {
		l.EnterIndex(i)
		unique(l, codes, s.Code)
		required(l, "from", s.From)
		checkNames(l, "reasons", s.Reasons)
		checkNames(l, "until", s.Until)
		switch {
		case len(s.Until) == 0:
			l.At("until").Add(invalid.ErrRequired, "until")
		case slices.Contains(s.Until, s.From):
			l.At("until").Add(ErrTwice, invalid.Quote(s.From))
		}
		checkHours(l, "atMost", s.AtMost)
		l.Leave()
	}
	l.Leave()
	return codes
}

// checkHours reports a span that is set and not of hours, minutes and seconds alone.
func checkHours(l *invalid.List, field string, s civil.Span) {
	if !s.IsZero() && !isHours(s) {
		l.At(field).Add(ErrHours, s.String())
	}
}

func isHours(s civil.Span) bool { return s.Months() == 0 && s.Days() == 0 && s.Workdays() == 0 }

// isMixed reports whether a span has days or months and hours too.
func isMixed(s civil.Span) bool { return s.Seconds() != 0 && !isHours(s) }

func (m Milestone) check(l *invalid.List, stops map[string]bool) {
	required(l, "to", m.To)
	switch {
	case m.From == "" && (m.Due == nil || len(m.Limits) > 0):
		l.At("from").Add(invalid.ErrRequired, "from")
	case m.From != "" && m.From == m.To:
		l.At("to").Add(ErrTwice, invalid.Quote(m.To))
	}
	if m.Due == nil && len(m.Limits) == 0 {
		l.At("limits").Add(invalid.ErrRequired, "limits")
	}
	l.Enter("limits")
	for i, limit := range m.Limits {
		l.EnterIndex(i)
		limit.check(l)
		l.Leave()
	}
	l.Leave()
	if m.Due != nil {
		l.Enter("due")
		m.Due.check(l)
		l.Leave()
	}
	for i, code := range m.Stops {
		switch {
		case !stops[code]:
			l.At("stops", i).Add(ErrStop, invalid.Quote(code))
		case slices.Contains(m.Stops[:i], code):
			l.At("stops", i).Add(ErrTwice, invalid.Quote(code))
		}
	}
	reopeningWords().Check(l, "reopening", uint8(m.Reopening))
	m.checkLevels(l)
}

func (t Limit) check(l *invalid.List) {
	checkNames(l, "categories", t.Categories)
	checkNames(l, "priorities", t.Priorities)
	if t.In == 0 {
		l.At("in").Add(invalid.ErrRequired, "in")
	}
	countingWords().Check(l, "in", uint8(t.In))
	dayEndWords().Check(l, "ends", uint8(t.Ends))
	t.Rest.Check(l, "rest")
	if isMixed(t.Span) {
		l.At("span").Add(ErrMixed, t.Span.String())
	}
	if !t.Span.IsZero() && isHours(t.Span) && (t.Ends != 0 || t.Rest != 0 || t.FirstDay) {
		l.At("span").Add(ErrDays, t.Span.String())
	}
}

func (d Deadline) check(l *invalid.List) {
	required(l, "field", d.Field)
	dayEndWords().Check(l, "ends", uint8(d.Ends))
	d.Rest.Check(l, "rest")
	if !d.Before.IsZero() && !d.After.IsZero() {
		l.At("after").Add(ErrBeforeAfter)
	}
	for _, s := range []struct {
		field string
		span  civil.Span
	}{{"before", d.Before}, {"after", d.After}} {
		if isMixed(s.span) {
			l.At(s.field).Add(ErrMixed, s.span.String())
		}
	}
	if d.Exclusive && d.Ends != 0 {
		l.At("exclusive").Add(ErrExclusive)
	}
}

func (m Milestone) checkLevels(l *invalid.List) {
	codes := map[string]bool{}
	l.Enter("levels")
	for i, level := range m.Levels {
		l.EnterIndex(i)
		unique(l, codes, level.Code)
		choices := 0
		for _, chosen := range []bool{!level.Before.IsZero(), !level.After.IsZero(), level.Percent != 0} {
			if chosen {
				choices++
			}
		}
		if choices != 1 {
			l.Add(ErrLevel)
		}
		if level.Percent < 0 || level.Percent > maxPercent {
			l.At("percent").Add(ErrPercent, strconv.Itoa(level.Percent))
		}
		if level.Percent != 0 && !slices.ContainsFunc(m.Limits, func(t Limit) bool { return isHours(t.Span) }) {
			l.At("percent").Add(ErrPercentDays)
		}
		checkLevelSpan(l, "before", level.Before)
		checkLevelSpan(l, "after", level.After)
		l.Leave()
	}
	l.Leave()
}

func checkLevelSpan(l *invalid.List, field string, s civil.Span) {
	if isMixed(s) {
		l.At(field).Add(ErrMixed, s.String())
	}
}
