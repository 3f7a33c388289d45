package standard

import (
	"slices"
	"strconv"
	"strings"

	"github.com/wuyekit/wuye/property/civil"
	"github.com/wuyekit/wuye/property/invalid"
)

// orderingJudge judges the order and the distance of the steps of every case of a kind.
type orderingJudge struct {
	of      string
	subject string // the kind of subject whose fields conditions may read
	where   conditions
	steps   []step
	closed  string
}

// step is a compiled [Step].
type step struct {
	events   []string // any of which it is
	name     string   // in reasons
	before   []predecessor
	optional bool
	// min, max and apart are unset where there is no limit.
	min, max, apart civil.Span
	atMost          int             // 0: any number of times
	notBefore       civil.TimeOfDay // unset: at any time of the day
}

// predecessor is a step that another comes after.
type predecessor struct {
	step int
	// must says that the other cannot be without it; else it only comes later than it, where it is there.
	must bool
}

func (c *compiler) ordering(d *Ordering) *orderingJudge {
	kind := c.records("of", d.Of)
	subject := c.ofKind(kind)
	j := orderingJudge{of: d.Of, subject: kindCode(subject), closed: d.Closed}
	j.where = c.conditions("where", d.Where, kind, subject)
	if len(d.Steps) == 0 {
		c.at("steps").Add(ErrFew, "1")
	}
	for i := range d.Steps {
		c.within("steps", i, func() { j.steps = append(j.steps, c.orderingStep(&d.Steps[i], kind, j.steps)) })
	}
	c.someEvent("closed", kind, d.Closed)
	return &j
}

// orderingStep compiles a step; earlier are those that stand before it.
func (c *compiler) orderingStep(d *Step, kind *Kind, earlier []step) step {
	invalid.OneOf(c.list, struct {
		Name string   `json:"name"`
		Any  []string `json:"any"`
	}{d.Name, d.Any})
	s := step{events: d.Any, name: d.Name, optional: d.Optional}
	if d.Name != "" {
		s.events = []string{d.Name}
		c.stepEvent("name", kind, d.Name, earlier)
	} else {
		s.name = strings.Join(d.Any, "|")
	}
	for i, name := range d.Any {
		c.within("any", i, func() { c.stepEvent("", kind, name, earlier) })
	}
	c.predecessors(&s, d, earlier)
	s.min, s.max = c.distance("min", d.Min, &s), c.distance("max", d.Max, &s)
	if n, ok := compareSpans(s.min, s.max); !s.max.IsZero() && ok && n > 0 {
		c.at("max").Add(ErrReversed, s.min.String(), s.max.String())
	}
	s.apart = c.stepLength("apart", d.Apart)
	s.atMost = c.times("atMost", d.AtMost)
	s.notBefore = c.timeOfDay("notBefore", d.NotBefore)
	return s
}

// stepEvent reports an event that cases of the kind cannot have, and one that is a step already.
func (c *compiler) stepEvent(field string, kind *Kind, name string, earlier []step) {
	if name == "" {
		c.at(field).Add(invalid.ErrRequired, "any")
		return
	}
	c.event(field, kind, name)
	if stepOf(earlier, name) >= 0 {
		c.at(field).Add(ErrTwice, invalid.Quote(name))
	}
}

// stepOf returns the step that an event is, −1 if it is none.
func stepOf(steps []step, event string) int {
	return slices.IndexFunc(steps, func(s step) bool { return slices.Contains(s.events, event) })
}

// predecessors finds the steps that a step comes after: those that it names, all of which must have been; else the step before it,
// and where that is optional the one before that too, up to one that is not.
func (c *compiler) predecessors(s *step, d *Step, earlier []step) {
	if d.Free && len(d.After) > 0 {
		c.at("after").Add(ErrStepAfter)
	}
	for i, name := range d.After {
		at := stepOf(earlier, name)
		switch p := (predecessor{at, true}); {
		case at < 0:
			c.list.At("after", i).Add(ErrStep, invalid.Quote(name))
		case slices.Contains(s.before, p):
			c.list.At("after", i).Add(ErrTwice, invalid.Quote(name))
		default:
			s.before = append(s.before, p)
		}
	}
	if d.Free || len(d.After) > 0 {
		return
	}
	for i := len(earlier) - 1; i >= 0; i-- {
		s.before = append(s.before, predecessor{i, !earlier[i].optional})
		if !earlier[i].optional {
			return
		}
	}
}

// distance reads a distance from the step before.
func (c *compiler) distance(field, value string, s *step) civil.Span {
	if value != "" && len(s.before) == 0 {
		c.at(field).Add(ErrStepAlone, field)
	}
	return c.stepLength(field, value)
}

// stepLength reads a length of days and months, of hours and shorter, or of working days.
func (c *compiler) stepLength(field, value string) civil.Span {
	span := c.length(field, value)
	if span.Seconds() > 0 && (span.Days() > 0 || span.Months() > 0) {
		c.at(field).Add(ErrStepMixed, span.String())
	}
	return span
}

// times reads how often something may be.
func (c *compiler) times(field, value string) int {
	const most = 1_000_000
	n := c.number(field, value)
	if !n.IsSet() {
		return 0
	}
	times := n.Decimal().IntPart()
	if !n.IsWhole() || times < 1 || times > most {
		c.at(field).Add(ErrTimes, n.String(), strconv.Itoa(most))
	}
	return int(times)
}

// timeOfDay reads a time of the clock, before the end of the day.
func (c *compiler) timeOfDay(field, value string) civil.TimeOfDay {
	text, ok := c.text(field, value)
	if !ok {
		return civil.TimeOfDay{}
	}
	t, err := civil.ParseTimeOfDay(text)
	if err != nil {
		c.at(field).Take(err)
	}
	if t.IsEnd() {
		c.at(field).Add(ErrMidnight)
	}
	return t
}
