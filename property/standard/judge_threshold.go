package standard

import (
	"strings"

	"github.com/wuyekit/wuye/property/invalid"
	"github.com/wuyekit/wuye/property/metric"
)

// thresholdJudge compares figures of every subject of a kind, or of the estate, with limits.
type thresholdJudge struct {
	per    string
	where  conditions
	over   metric.Cycle
	limits []limit
}

// limit is a compiled [Limit].
type limit struct {
	figure source
	outOf  source // unnamed where the figure is not divided
	is     Comparison
	value  metric.Figure
	text   string // of the value
	other  source // the figure that it is held against instead of a value
}

// source is where a number comes from: a figure, or a count of another clause.
type source struct {
	name  string
	count count
	of    string // the address of the clause or part that is counted
}

func (s *source) isNone() bool { return s.name == "" }

// count is which rows of a clause are counted. Its zero is none.
type count uint8

const (
	countTotal count = iota + 1
	countMet
	countBreached
	countJudged // met and breached
)

func countOf(word string) count {
	switch word {
	case "total":
		return countTotal
	case "met":
		return countMet
	case "breached":
		return countBreached
	case "judged":
		return countJudged
	}
	return 0
}

// in returns the count of some rows.
func (n count) in(c *Counts) int {
	switch n {
	case countTotal:
		return c.Total
	case countMet:
		return c.Met
	case countBreached:
		return c.Breached
	case countJudged:
	}
	return c.Met + c.Breached
}

func (c *compiler) threshold(d *Threshold) *thresholdJudge {
	j := thresholdJudge{per: d.Per, over: d.Over}
	subject := c.subjects(d.Per)
	j.where = c.conditions("where", d.Where, nil, subject)
	if _, err := d.Over.MarshalText(); d.Over != 0 {
		c.at("over").Take(err)
	}
	if len(d.Limits) == 0 {
		c.at("limits").Add(ErrFew, "1")
	}
	for i := range d.Limits {
		c.within("limits", i, func() { j.limits = append(j.limits, c.limit(&d.Limits[i], d.Per != "")) })
	}
	return &j
}

// limit compiles a limit; each says that it is held against each subject.
func (c *compiler) limit(d *Limit, each bool) limit {
	l := limit{is: d.Is}
	required(c.list, "figure", d.Figure)
	required(c.list, "value", d.Value)
	l.figure = c.source("figure", d.Figure, each)
	l.outOf = c.source("outOf", d.OutOf, each)
	c.limitIs(d.Is)
	text, ok := c.text("value", d.Value)
	if !ok {
		return l
	}
	if name, isFigure := strings.CutPrefix(text, "@"); isFigure {
		required(c.list, "value", name)
		l.other = c.source("value", name, each)
		return l
	}
	l.value, l.text = c.share("value", d.Value), text
	return l
}

// limitIs reports a comparison that numbers do not have.
func (c *compiler) limitIs(is Comparison) {
	comparisonWords().Check(c.list, "is", uint8(is))
	switch is {
	case 0:
		c.at("is").Add(invalid.ErrRequired, "is")
	case In, NotIn, Has, IsSet, IsUnset, Inside, Outside:
		c.at("is").Add(ErrLimitIs, is.String())
	case Equal, NotEqual, Less, AtMost, Greater, AtLeast:
	}
}

// source finds a figure that is declared, or a count of another clause, "MAINT-01.met" or "CLEAN-13/inspect.met". A declared figure goes
// before a count of the same name.
func (c *compiler) source(field, value string, each bool) source {
	text, ok := c.text(field, value)
	if !ok {
		return source{}
	}
	if c.words.figures[text] {
		c.need.Figures = appendNew(c.need.Figures, text)
		return source{name: text}
	}
	i := strings.LastIndexByte(text, '.')
	n := countOf(text[i+1:])
	switch {
	case i < 1 || n == 0:
		c.at(field).Add(ErrFigure, invalid.Quote(text))
		return source{}
	case each:
		c.at(field).Add(ErrCountPer, invalid.Quote(text))
	}
	c.need.counts = appendNew(c.need.counts, text[:i])
	return source{name: text, count: n, of: text[:i]}
}
