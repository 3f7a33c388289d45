package standard

import (
	"errors"
	"slices"
	"strings"

	"github.com/shopspring/decimal"

	"github.com/wuyekit/wuye/property/civil"
	"github.com/wuyekit/wuye/property/invalid"
	"github.com/wuyekit/wuye/property/schedule"
	"github.com/wuyekit/wuye/property/worktime"
)

// interval reads a length that must be given. After a problem, which is reported, it is an hour, so that others are found.
func (c *compiler) interval(field, value string) civil.Span {
	if value == "" {
		c.at(field).Add(invalid.ErrRequired, field)
	}
	if s := c.length(field, value); !s.IsZero() {
		return s
	}
	return civil.MustParseSpan("PT1H")
}

// amount reads a number above 0 that must be given. After a problem, which is reported, it is 1.
func (c *compiler) amount(field, value string) decimal.Decimal {
	one := decimal.NewFromInt(1)
	if value == "" {
		c.at(field).Add(invalid.ErrRequired, field)
	}
	n := c.number(field, value)
	switch {
	case !n.IsSet():
		return one
	case n.Sign() <= 0:
		c.at(field).Add(ErrAboveZero, n.String())
		return one
	}
	return n.Decimal()
}

// anchor compiles a day or an instant: of the subject, or of the estate where there is none.
func (c *compiler) anchor(field, value string, subject *Kind) term {
	if value == "" {
		c.at(field).Add(invalid.ErrRequired, field)
		return term{}
	}
	if name, ok := strings.CutPrefix(value, "@"); ok && subject == nil && !strings.Contains(name, ".") {
		value = "@estate." + name
	}
	t := c.term(field, value, Instant, nil, subject)
	if t.known && t.typ != Day && t.typ != Instant {
		c.at(field).Add(ErrNoTime, invalid.Quote(value))
	}
	return t
}

// ends compiles a span, which is two values.
func (c *compiler) ends(field string, values []string, subject *Kind) (ends [2]term) {
	if len(values) != len(ends) {
		c.at(field).Add(ErrEnds)
		return ends
	}
	for i, v := range values {
		c.within(field, i, func() { ends[i] = c.anchor("", v, subject) })
	}
	return ends
}

// season reads a part of the year.
func (c *compiler) season(field, value string) civil.Season {
	text, ok := c.text(field, value)
	if !ok {
		return civil.Season{}
	}
	s, err := civil.ParseSeason(text)
	c.at(field).Take(err)
	return s
}

func (c *compiler) checkWeekdays(days []worktime.Weekday) {
	for i, day := range days {
		_, err := day.MarshalText()
		c.list.At("on", i).Take(err)
		if slices.Contains(days[:i], day) {
			c.list.At("on", i).Add(ErrTwice, day.String())
		}
	}
}

// checkRule reports a series whose days hang on the day on which it begins, where nobody says which that is, and days of the week
// beside those of the series.
func (c *compiler) checkRule(p *Plan) {
	if len(p.On) > 0 {
		c.at("weekdays").Add(ErrDutyFits, "on", "rule")
	}
	r := p.Rule
	if !c.doc.From.IsZero() || !r.Anchor.IsZero() {
		return
	}
	days := len(r.MonthDays) + len(r.YearDays) + len(r.Weekdays)
	long := r.Every == schedule.Quarter || r.Every == schedule.HalfYear || r.Every == schedule.Year
	if r.Interval > 1 || r.Every >= schedule.Week && days == 0 || long && len(r.Months) == 0 && len(r.MonthDays) > 0 {
		c.at("anchor").Add(ErrAnchor)
	}
}

// takeDuty reports the problems of a schedule where the duty has what they are about.
func (c *compiler) takeDuty(err error, p *dutyPlan) {
	var problems *invalid.Error
	if !errors.As(err, &problems) {
		c.list.Take(err)
		return
	}
	for _, f := range problems.Fields {
		c.at(p.place(f.Path)).Add(f.Rule, f.Args...)
	}
}

// place returns where the duty has what a schedule calls by a path.
func (p *dutyPlan) place(path string) string {
	rest, ok := strings.CutPrefix(path, "demand.")
	switch {
	case path == "days" || path == "season":
		return "plan." + path
	case !ok:
		return path
	case p.shape == everyShape:
		return "plan.every.step"
	case p.shape == runningShape:
		return "plan.running.step"
	case rest == "by.before" || rest == "by.after":
		return "plan.by.due"
	case rest == "by.lateStart":
		return "lateStart"
	}
	return "plan." + rest
}
