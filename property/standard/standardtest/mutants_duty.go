package standardtest

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/wuyekit/wuye/property/civil"
	"github.com/wuyekit/wuye/property/schedule"
	"github.com/wuyekit/wuye/property/standard"
)

func (m *mutation) duty(d *standard.Duty) {
	leaveOut(m, "acts", &d.Acts, itself)
	m.conditions("where", &d.Where, 0)
	m.conditions("with", &d.With, 0)
	m.plan(&d.Plan)
	if d.Plan.By != nil && d.LateStart != "" {
		m.drop("known", &d.Plan.By.Known)
	}
	for _, l := range []struct {
		what string
		at   *string
	}{{"early", &d.Early}, {"late", &d.Late}, {"lateStart", &d.LateStart}} {
		m.limit(l.what, l.at)
		m.drop(l.what, l.at)
	}
	m.share(&d.Share)
}

func (m *mutation) plan(p *standard.Plan) {
	switch {
	case p.Quota != nil:
		m.quota(p.Quota)
	case p.Gap != nil:
		m.limit("gap", &p.Gap.Max)
	case p.Every != nil:
		m.limit("step", &p.Every.Step)
		m.ends("inside", p.Every.Inside)
	case p.By != nil:
		m.moment("due", &p.By.Due)
	case p.Running != nil:
		m.limit("step", &p.Running.Step)
	case p.Rule != nil:
		m.rule(p.Rule)
	}
	m.limit("window", &p.Window)
	m.drop("window", &p.Window)
	if p.Days != 0 {
		to(m, "all days", &p.Days, 0)
	}
	for i, day := range p.On {
		m.try("not on "+day.String(), func() { p.On = append(p.On[:i:i], p.On[i+1:]...) })
	}
	m.season(&p.Season)
	m.drop("season", &p.Season)
}

// season moves the first and the last day of a part of the year by a day.
func (m *mutation) season(at *string) {
	first, last, ok := strings.Cut(*at, "/")
	if !ok {
		return
	}
	for _, v := range dayOfYearSteps(first) {
		to(m, "season from "+v+"/"+last, at, v+"/"+last)
	}
	for _, v := range dayOfYearSteps(last) {
		to(m, "season to "+first+"/"+v, at, first+"/"+v)
	}
}

func (m *mutation) quota(q *standard.Quota) {
	m.limit("atLeast", &q.AtLeast)
	m.unit("in", &q.In)
	m.ends("span", q.Span)
	leaveOut(m, "slots", &q.Slots, itself)
	for i := range q.Slots {
		m.limit("slot", &q.Slots[i])
	}
	m.drop("sum", &q.Sum)
}

// unit turns a period into the next longer and the next shorter one.
func (m *mutation) unit(what string, u *schedule.Unit) {
	if *u == 0 {
		return
	}
	if *u < schedule.Year {
		to(m, fmt.Sprintf("%s %s instead of %s", what, *u+1, *u), u, *u+1)
	}
	if *u > schedule.Hour {
		to(m, fmt.Sprintf("%s %s instead of %s", what, *u-1, *u), u, *u-1)
	}
}

// rule changes how often a rule of the calendar comes round, and when.
func (m *mutation) rule(r *schedule.Rule) {
	m.unit("every", &r.Every)
	every := max(r.Interval, 1)
	to(m, "a longer interval", &r.Interval, every+1)
	if every > 1 {
		to(m, "a shorter interval", &r.Interval, every-1)
	}
	for _, list := range []struct {
		what string
		at   *[]int
	}{{"months", &r.Months}, {"month days", &r.MonthDays}, {"days of the year", &r.YearDays}, {"pick", &r.Pick}} {
		leaveOut(m, list.what, list.at, strconv.Itoa)
		for i, n := range *list.at {
			to(m, fmt.Sprintf("%s %d instead of %d", list.what, n+1, n), &(*list.at)[i], n+1)
			to(m, fmt.Sprintf("%s %d instead of %d", list.what, n-1, n), &(*list.at)[i], n-1)
		}
	}
	leaveOut(m, "weekdays", &r.Weekdays, func(d schedule.WeekdayOf) string { return fmt.Sprint(d) })
	if r.Steps != nil {
		m.span("step", &r.Steps.Step)
	}
	for i := range r.Times {
		for _, t := range clockSteps(r.Times[i].String()) {
			if at, err := civil.ParseTimeOfDay(t); err == nil {
				to(m, "at "+t, &r.Times[i], at)
			}
		}
	}
}

func (m *mutation) span(what string, at *civil.Span) {
	for _, text := range lengthSteps(at.String()) {
		if s, err := civil.ParseSpan(text); err == nil {
			to(m, what+" "+text, at, s)
		}
	}
}
