package standard

import (
	"maps"
	"slices"
	"strings"

	"github.com/wuyekit/wuye/property/civil"
	"github.com/wuyekit/wuye/property/invalid"
	"github.com/wuyekit/wuye/property/schedule"
	"github.com/wuyekit/wuye/property/worktime"
)

// shape is what a plan asks for. Its zero is a plan that is none.
type shape uint8

const (
	quotaShape shape = iota + 1
	spanShape        // a quota in a span of the subject
	gapShape
	everyShape
	byShape
	runningShape
	ruleShape
)

// String returns the word of the plan in the document.
func (s shape) String() string {
	words := [...]string{"", "quota", "quota", "gap", "every", "by", "running", "rule"}
	return words[s]
}

// isChain reports whether each act begins the time anew.
func (s shape) isChain() bool { return s == gapShape || s == runningShape }

// dutyPlan is a compiled [Plan], beside the schedule that is made of it.
type dutyPlan struct {
	shape shape
	// due and known are the terms of a demand by a day, ends those of a span.
	due, known term
	ends       [2]term
	// unit is the period of a quota, figure the field that it adds up.
	unit   schedule.Unit
	figure string
	// max is the longest gap, and step the time between two ticks, in seconds.
	max  civil.Span
	step int
	// meters are the kinds of records that have readings of the meter, figure.
	meters []string
	// windows are the parts of the day, and on the days of the week, in which records count; none: all.
	windows []civil.Window
	on      []worktime.Weekday
	season  civil.Season
	// days are the days of the week on which a quota of the day is owed; none: all.
	days []worktime.Weekday
}

// The names of what a subject has in the evidence that a schedule is given.
const (
	dueField   = "due"
	knownField = "known"
	spanStart  = "start"
	spanEnd    = "end"
	insideSpan = "inside"
)

// planChoice is the one-of of a plan.
type planChoice struct {
	Quota   *Quota         `json:"quota"`
	Gap     *Gap           `json:"gap"`
	Every   *Every         `json:"every"`
	By      *By            `json:"by"`
	Running *Running       `json:"running"`
	Rule    *schedule.Rule `json:"rule"`
}

// plan compiles a plan into what is kept of it and the demand of a schedule.
func (c *compiler) plan(d *Duty, doc *schedule.Duty, subject *Kind) dutyPlan {
	of := &d.Plan
	p := dutyPlan{windows: c.windows("window", of.Window), on: of.On}
	c.checkWeekdays(p.on)
	doc.Days, doc.Season = of.Days, c.season("season", of.Season)
	p.season = doc.Season
	kind := invalid.OneOf(c.list, planChoice{of.Quota, of.Gap, of.Every, of.By, of.Running, of.Rule})
	if kind == "" {
		return p
	}
	c.within(kind, -1, func() {
		switch {
		case of.Quota != nil:
			c.quota(&p, d, doc, subject)
		case of.Gap != nil:
			p.shape, p.max = gapShape, c.interval("max", of.Gap.Max)
			doc.Demand.Gap = &schedule.Gap{Max: p.max}
		case of.Every != nil:
			c.every(&p, of.Every, doc, subject)
		case of.By != nil:
			c.by(&p, d, doc, subject)
		case of.Running != nil:
			c.running(&p, d, doc)
		case of.Rule != nil:
			p.shape, doc.Demand.Rule = ruleShape, of.Rule
			c.checkRule(of)
		}
	})
	return p
}

// every compiles ticks inside a span of the subject.
func (c *compiler) every(p *dutyPlan, d *Every, doc *schedule.Duty, subject *Kind) {
	p.shape, p.ends = everyShape, c.ends("inside", d.Inside, subject)
	step := c.interval("step", d.Step)
	p.step = max(step.Seconds(), 1)
	doc.Demand.Rule = &schedule.Rule{Steps: &schedule.Steps{Step: step, Inside: insideSpan}}
}

// by compiles a demand by a day or an instant. Its length is moved into the schedule, which counts it in whole days.
func (c *compiler) by(p *dutyPlan, d *Duty, doc *schedule.Duty, subject *Kind) {
	p.shape = byShape
	out := schedule.By{Anchor: dueField}
	value, workdays, back := c.workdays(d.Plan.By.Due)
	p.due = c.anchor("due", value, subject)
	if !workdays.IsZero() {
		p.due.shift, p.due.back = workdays, back
	}
	if p.due.back {
		out.Before = p.due.shift
	} else {
		out.After = p.due.shift
	}
	if p.due.typ == Day && p.due.shift.Seconds() > 0 {
		c.at("due").Add(ErrNoTime, invalid.Quote(d.Plan.By.Due))
	}
	p.due.shift = civil.Span{}
	if d.Plan.By.Known != "" {
		out.Known, p.known = knownField, c.anchor("known", d.Plan.By.Known, subject)
	}
	doc.Demand.By = &out
}

// workdays takes working days off the end of a value, "@subject.openOn-5wd", which only a day that something is due by may
// be moved by.
func (c *compiler) workdays(value string) (rest string, length civil.Span, back bool) {
	i := strings.LastIndexAny(value, "+-")
	if i < 0 || !strings.HasPrefix(value, "@") || !strings.HasSuffix(value, "wd") {
		return value, length, false
	}
	length, err := civil.ParseSpan(value[i+1:])
	if err != nil {
		c.at("due").Take(err)
	}
	return value[:i], length, value[i] == '-'
}

// running compiles so much use of a meter, whose readings are the records of all kinds that have a number of that name.
func (c *compiler) running(p *dutyPlan, d *Duty, doc *schedule.Duty) {
	r := d.Plan.Running
	p.shape, p.figure = runningShape, r.Meter
	doc.Demand.Usage = &schedule.Usage{Meter: r.Meter, Step: c.amount("step", r.Step)}
	for _, code := range slices.Sorted(maps.Keys(c.words.kinds)) {
		k := c.words.kinds[code]
		f := k.field(r.Meter)
		if k.Subject || f == nil || f.Type != Number || k.Of != "" && k.Of != d.Per {
			continue
		}
		p.meters = append(p.meters, code)
		c.records("meter", code)
		c.need.Fields = appendNew(c.need.Fields, code+"."+r.Meter)
	}
	if len(p.meters) == 0 {
		c.at("meter").Add(ErrMeter, invalid.Quote(r.Meter))
	}
}
