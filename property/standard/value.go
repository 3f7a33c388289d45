package standard

import (
	"strings"

	"github.com/wuyekit/wuye/property/civil"
	"github.com/wuyekit/wuye/property/invalid"
	"github.com/wuyekit/wuye/property/metric"
)

// at returns a field of the current place, or the place itself for an empty name.
func (c *compiler) at(field string) invalid.Place {
	if field == "" {
		return c.list.At()
	}
	return c.list.At(field)
}

// text returns the value of a text, reading a parameter if it begins with "$". It is false where there is nothing: the text is
// empty, or the parameter has no value, which is noted, or is not declared, which is reported.
func (c *compiler) text(field, value string) (string, bool) {
	name, isParam := strings.CutPrefix(value, "$")
	if !isParam {
		return value, value != ""
	}
	p := c.params[name]
	if p == nil {
		c.at(field).Add(ErrParam, invalid.Quote(name))
		return "", false
	}
	c.used[name] = true
	c.need.Params = appendNew(c.need.Params, name)
	if p.Value == "" {
		c.unset = appendNew(c.unset, name)
		return "", false
	}
	return p.Value, true
}

// length reads a length of time, which is above 0.
func (c *compiler) length(field, value string) civil.Span {
	text, ok := c.text(field, value)
	if !ok {
		return civil.Span{}
	}
	s, err := civil.ParseSpan(text)
	if err != nil {
		c.at(field).Take(err)
	}
	return s
}

// number reads a decimal number.
func (c *compiler) number(field, value string) metric.Figure {
	text, ok := c.text(field, value)
	if !ok {
		return metric.Figure{}
	}
	f, err := metric.ParseFigure(text)
	if err != nil {
		c.at(field).Take(err)
	}
	return f
}

// share reads a percentage, "98%", or a decimal, as a decimal: 0.98.
func (c *compiler) share(field, value string) metric.Figure {
	text, ok := c.text(field, value)
	if !ok {
		return metric.Figure{}
	}
	f, err := parseShare(text)
	if err != nil {
		c.at(field).Take(err)
	}
	return f
}

// parseShare reads a percentage or a decimal.
func parseShare(text string) (metric.Figure, error) {
	percent, isPercent := strings.CutSuffix(text, "%")
	if !isPercent {
		return metric.ParseFigure(text)
	}
	d, err := invalid.ParseDecimal(percent)
	if err != nil {
		return metric.Figure{}, err
	}
	return metric.ParseFigure(d.Shift(-2).String())
}

// windows reads parts of the day, separated by commas.
func (c *compiler) windows(field, value string) []civil.Window {
	text, ok := c.text(field, value)
	if !ok {
		return nil
	}
	var out []civil.Window
	for one := range strings.SplitSeq(text, ",") {
		w, err := civil.ParseWindow(one)
		if err != nil {
			c.at(field).Take(err)
			continue
		}
		out = append(out, w)
	}
	return out
}

func appendNew(list []string, s string) []string {
	for _, have := range list {
		if have == s {
			return list
		}
	}
	return append(list, s)
}

// unused reports parameters that nothing reads.
func (c *compiler) unused() {
	for i, p := range c.doc.Params {
		if !c.used[p.Name] {
			c.list.At("params", i).Add(ErrUnused, invalid.Quote(p.Name))
		}
	}
}
