package standard

import (
	"slices"
	"strings"

	"github.com/wuyekit/wuye/property/civil"
	"github.com/wuyekit/wuye/property/invalid"
	"github.com/wuyekit/wuye/property/schedule"
	"github.com/wuyekit/wuye/property/worktime"
)

// quota compiles at least so many in each period, or in a span of the subject.
func (c *compiler) quota(p *dutyPlan, d *Duty, doc *schedule.Duty, subject *Kind) {
	q := d.Plan.Quota
	p.shape, p.unit, p.figure = quotaShape, q.In, q.Sum
	out := schedule.Quota{AtLeast: c.amount("atLeast", q.AtLeast), Sum: q.Sum, In: q.In}
	if len(q.Span) > 0 {
		p.shape, p.ends = spanShape, c.ends("span", q.Span, subject)
		out.Span = &schedule.AnchoredSpan{From: spanStart, To: spanEnd}
	}
	for i, value := range q.Slots {
		c.within("slots", i, func() { out.Slots = append(out.Slots, c.slots(value)...) })
	}
	if q.Sum != "" {
		c.sum(d.Acts, q.Sum)
	}
	if q.In == schedule.Day {
		p.on, p.days = nil, p.on
	}
	if q.In == schedule.Day && len(out.Slots) == 0 && len(p.windows) == 1 {
		// A day's records are those of its window, which may end on the next.
		out.Slots, p.windows = []schedule.Slot{{Code: p.windows[0].String(), Window: p.windows[0]}}, nil
	}
	doc.Demand.Quota = &out
}

// slots compiles windows with the name of their parameter, or else themselves as names.
func (c *compiler) slots(value string) []schedule.Slot {
	var out []schedule.Slot
	windows := c.windows("", value)
	for _, w := range windows {
		name, isParam := strings.CutPrefix(value, "$")
		if !isParam || len(windows) > 1 {
			name = w.String()
		}
		out = append(out, schedule.Slot{Code: name, Window: w})
	}
	if value == "" {
		c.at("").Add(invalid.ErrRequired, "slots")
	}
	return out
}

// sum checks the field that is added up, of all kinds of acts.
func (c *compiler) sum(acts []string, name string) {
	for _, code := range acts {
		k := c.words.kinds[code]
		if k == nil {
			continue
		}
		switch f := k.field(name); {
		case f == nil:
			c.at("sum").Add(ErrField, invalid.Quote(name), invalid.Quote(code))
		case f.Type != Number:
			c.at("sum").Add(ErrNoNumber, invalid.Quote(name), invalid.Quote(code))
		default:
			c.need.Fields = appendNew(c.need.Fields, code+"."+name)
		}
	}
}

// isHours reports whether a length is one of hours and shorter.
func isHours(s civil.Span) bool { return s.Months() == 0 && s.Days() == 0 && s.Workdays() == 0 }

// counts reports whether records of a minute count: it lies in a window, or there is none, and that opened on one of the
// days of the week.
func (p *dutyPlan) counts(at civil.Moment) bool {
	if len(p.windows) == 0 {
		return p.onDay(at.Date())
	}
	minute := at.Minute()
	for _, w := range p.windows {
		open, end := w.Minutes()
		if open <= minute && minute < end && p.onDay(at.Date()) || minute+civil.DayMinutes < end && p.onDay(at.Date()-1) {
			return true
		}
	}
	return false
}

// onDay reports whether records of a day count.
func (p *dutyPlan) onDay(d civil.Date) bool {
	return len(p.on) == 0 || slices.Contains(p.on, worktime.WeekdayOf(d))
}

// owes reports whether a period of a quota is owed: a day is one of the week's, an hour has a part in a window.
func (p *dutyPlan) owes(start, end civil.Moment) bool {
	switch p.unit {
	case schedule.Day:
		return len(p.days) == 0 || slices.Contains(p.days, worktime.WeekdayOf(start.Date()))
	case schedule.Hour:
		for m := start; m < end; m++ {
			if p.counts(m) {
				return true
			}
		}
		return false
	case schedule.Minute, schedule.Week, schedule.Month, schedule.Quarter, schedule.HalfYear, schedule.Year:
	}
	return true
}

// beginOf returns when the period of a unit begins that a day lies in, and when the next does.
func beginOf(u schedule.Unit, d civil.Date) (first, next civil.Date) {
	const week = 7
	switch u {
	case schedule.Week:
		first = d - civil.Date((int(d.Weekday())+week-1)%week)
		return first, first + week
	case schedule.Month, schedule.Quarter, schedule.HalfYear, schedule.Year:
		n := monthsOf(u)
		first = d.MonthStart().AddMonths(-((int(d.Month()) - 1) % n))
		return first, first.AddMonths(n)
	case schedule.Minute, schedule.Hour, schedule.Day:
	}
	return d, d + 1
}

// monthsOf returns how many months a unit of months has.
func monthsOf(u schedule.Unit) int {
	switch u {
	case schedule.Quarter:
		return 3
	case schedule.HalfYear:
		return 6
	case schedule.Year:
		return 12
	case schedule.Minute, schedule.Hour, schedule.Day, schedule.Week, schedule.Month:
	}
	return 1
}
