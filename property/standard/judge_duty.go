package standard

import (
	"github.com/wuyekit/wuye/property/civil"
	"github.com/wuyekit/wuye/property/schedule"
)

// dutyJudge judges one series of acts for every subject of a kind, by a schedule that is the same for all.
type dutyJudge struct {
	per      string
	where    conditions
	acts     []askedKind
	plan     dutyPlan
	*quorum  // may be nil
	schedule *schedule.Schedule
}

func (c *compiler) duty(d *Duty) *dutyJudge {
	j := dutyJudge{per: d.Per}
	subject := c.subjects(d.Per)
	j.where = c.conditions("where", d.Where, nil, subject)
	j.acts = c.askedKinds("acts", d.Acts, d.With, d.Per, subject)
	c.need.complete = lastOf(c.need.complete, d.Per)
	doc := schedule.Duty{
		Code: dutyCode, Calendar: c.doc.Calendar, Acts: []string{dutyCode}, From: c.dutyFrom(),
	}
	c.within("plan", -1, func() { j.plan = c.plan(d, &doc, subject) })
	c.tolerances(d, &j.plan, &doc)
	j.quorum = c.quorum("share", d.Share)
	if len(c.unset) == 0 && c.calendar != nil && j.plan.shape != 0 {
		var err error
		j.schedule, err = schedule.Compile(doc, c.calendars)
		c.takeDuty(err, &j.plan)
	}
	return &j
}

// dutyCode is the code of every duty and of its acts in the schedule: which kinds of records count is decided here.
const dutyCode = "act"

// dutyFrom returns the first day of the standard, where series are anchored; if it binds as ever, a Monday that is long
// past.
func (c *compiler) dutyFrom() civil.Date {
	const year = 1900
	return max(c.doc.From, civil.MustNew(year, 1, 1))
}

// tolerances compiles how long before and after it is due something counts.
func (c *compiler) tolerances(d *Duty, p *dutyPlan, doc *schedule.Duty) {
	var onDay bool
	doc.Early, onDay = c.tolerance("early", d.Early)
	doc.Late, _ = c.tolerance("late", d.Late)
	lateStart, _ := c.tolerance("lateStart", d.LateStart)
	by := doc.Demand.By
	switch {
	case by != nil:
		by.OnDay, by.LateStart = onDay, lateStart
	case d.LateStart != "":
		c.at("lateStart").Add(ErrDutyFits, "lateStart", p.shape.String())
	}
}

// tolerance reads a length that may be none at all, which it then reports.
func (c *compiler) tolerance(field, value string) (length civil.Span, none bool) {
	text, ok := c.text(field, value)
	switch {
	case !ok:
		return civil.Span{}, false
	case text == "PT0S" || text == "P0D":
		return civil.Span{}, true
	}
	return c.length(field, value), false
}

func (j *dutyJudge) rows(x *run, yield func(*Row) bool) {
	s := newSeries(j, x, yield)
	x.population(j.per, s.judge)
}
