package standard

import (
	"slices"
	"strings"

	"github.com/wuyekit/wuye/property/civil"
	"github.com/wuyekit/wuye/property/invalid"
)

// conditions compiles a list of conditions on a record of a kind and on its subject; either may be nil.
func (c *compiler) conditions(field string, docs []Condition, kind, subject *Kind) conditions {
	var out conditions
	for i := range docs {
		c.within(field, i, func() { out = append(out, c.condition(&docs[i], kind, subject)) })
	}
	return out
}

func (c *compiler) condition(d *Condition, kind, subject *Kind) condition {
	out := condition{field: d.Field, is: d.Is}
	if d.Field == "" { // reported by Check
		return out
	}
	outer := c.unset
	c.unset = nil
	if d.Is == Inside || d.Is == Outside {
		if d.Field != "span" || kind == nil {
			c.list.At("field").Add(ErrSpanField, invalid.Quote(d.Field))
		}
		c.conditionSpan(&out, d, kind, subject)
	} else {
		c.comparison(&out, d, kind, subject)
	}
	own := c.unset
	c.unset = outer
	if d.Is == IsSet || d.Is == IsUnset { // it asks just that
		return out
	}
	for i, name := range own {
		if i == 0 {
			out.unset = name
		}
		c.unset = appendNew(c.unset, name)
	}
	return out
}

// comparison compiles a condition on a field or a parameter.
func (c *compiler) comparison(out *condition, d *Condition, kind, subject *Kind) {
	left, typ := "@"+d.Field, Text
	if strings.HasPrefix(d.Field, "$") {
		left = d.Field
		if d.Is.isOrdered() && d.Order == "" {
			typ = Number
		}
	}
	out.left = c.term("field", left, typ, kind, subject)
	if d.Order != "" {
		if out.order = c.orders[d.Order]; out.order == nil {
			c.list.At("order").Add(ErrOrder, invalid.Quote(d.Order))
		}
	}
	if d.Value != "" {
		c.conditionValue(out, "value", d.Value, kind, subject)
	}
	for i, v := range d.Values {
		c.within("values", i, func() { c.conditionValue(out, "", v, kind, subject) })
	}
	if out.left.known {
		c.checkComparison(out)
	}
	out.isWord = out.comparesWords()
}

// isOrdered reports whether it compares by size.
func (c Comparison) isOrdered() bool {
	return c == Less || c == AtMost || c == Greater || c == AtLeast
}

func (c *compiler) conditionValue(out *condition, place, v string, kind, subject *Kind) {
	typ := out.left.typ
	if typ == List {
		typ = Text
	}
	t := c.term(place, v, typ, kind, subject)
	switch {
	case t.from == fromLiteral && t.known && out.left.known:
		c.known(out, place, t.text)
	case t.from != fromLiteral && t.known && out.left.known && !alike(typ, t.typ):
		c.at(place).Add(ErrTypes, invalid.Quote(t.address()), t.typ.String(), invalid.Quote(out.field), typ.String())
	}
	out.right = append(out.right, t)
}

// alike reports whether values of two types can be compared.
func alike(a, b ValueType) bool {
	if a == Instant {
		a = Day
	}
	if b == Instant {
		b = Day
	}
	return a == b
}

// known reports a literal that is none of the words that the field may be, or of the grades of its order.
func (c *compiler) known(out *condition, place, text string) {
	f := out.left.declared
	if out.order != nil && !slices.Contains(out.order.Grades, text) {
		c.at(place).Add(ErrGrade, invalid.Quote(text), invalid.Quote(out.order.Name))
		return
	}
	if f == nil {
		return
	}
	if len(f.Values) > 0 && !slices.Contains(f.Values, text) {
		c.at(place).Add(ErrWordOf, invalid.Quote(text), invalid.Quote(f.Name), strings.Join(f.Values, ", "))
	}
	if o := c.orders[f.Order]; o != nil && out.order == nil && !slices.Contains(o.Grades, text) {
		c.at(place).Add(ErrGrade, invalid.Quote(text), invalid.Quote(o.Name))
	}
}

// checkComparison reports words that are compared by size without the name of their order, an order of what holds no words, has of what
// is no list, and a list that is compared in any other way.
func (c *compiler) checkComparison(out *condition) {
	t, by := out.left.typ, out.is
	if by.isOrdered() && out.order == nil && (t == Text || t == Boolean) {
		c.list.At("is").Add(ErrNeedsOrder, invalid.Quote(out.field))
	}
	if out.order != nil && (!by.isOrdered() || t != Text) {
		c.list.At("order").Add(ErrNoOrder, invalid.Quote(out.field))
	}
	if by == Has && t != List {
		c.list.At("is").Add(ErrNotList, invalid.Quote(out.field))
	}
	if t == List && by != Has && by != IsSet && by != IsUnset {
		c.list.At("is").Add(ErrIsList, invalid.Quote(out.field))
	}
}

// conditionSpan compiles what a span is compared with: windows of the clock, or a span of two ends.
func (c *compiler) conditionSpan(out *condition, d *Condition, kind, subject *Kind) {
	a, b, two := strings.Cut(d.Value, "/")
	if !two || !isEnd(a) || !isEnd(b) {
		text, ok := c.text("value", d.Value)
		if !ok {
			return
		}
		if a, b, two = strings.Cut(text, "/"); !two || !isEnd(a) || !isEnd(b) {
			c.conditionWindows(out, text)
			return
		}
	}
	for _, end := range []string{a, b} {
		t := c.term("value", end, Instant, kind, subject)
		if t.known && !alike(t.typ, Instant) {
			c.list.At("value").Add(ErrNotTime, invalid.Quote(t.address()))
		}
		out.span = append(out.span, t)
	}
}

// isEnd reports whether a text is the end of a span, not a time of day: a field, a parameter, a date or an instant.
func isEnd(text string) bool {
	return strings.HasPrefix(text, "@") || strings.HasPrefix(text, "$") || strings.Contains(text, "-")
}

func (c *compiler) conditionWindows(out *condition, text string) {
	for _, w := range c.windows("value", text) {
		open, end := w.Minutes()
		out.windows = append(out.windows, window{civil.Moment(open), civil.Moment(end)})
	}
}
