package standardtest

import (
	"fmt"
	"slices"
	"strings"

	"github.com/wuyekit/wuye/property/standard"
)

// conditions leaves each condition of a list out, as long as so many remain, and changes it.
func (m *mutation) conditions(what string, list *[]standard.Condition, remain int) {
	for i := range *list {
		c := &(*list)[i]
		if len(*list) > remain {
			m.try(fmt.Sprintf("without %s %s", what, c.Field), func() { *list = slices.Delete(slices.Clone(*list), i, i+1) })
		}
		m.in(what+" "+c.Field, func() { m.condition(c) })
	}
}

func (m *mutation) condition(c *standard.Condition) {
	if by, ok := neighbour(c.Is); ok {
		to(m, fmt.Sprintf("%s instead of %s", by, c.Is), &c.Is, by)
	}
	leaveOut(m, "values", &c.Values, itself)
	a, b, isSpan := strings.Cut(c.Value, "/")
	switch {
	case c.Order != "":
		m.grade(c)
	case isSpan && (strings.HasPrefix(a, "@") || strings.HasPrefix(b, "@")):
		m.between(c, a, b)
	default:
		m.limit(c.Is.String(), &c.Value)
	}
}

// between moves the ends of a span that a condition names.
func (m *mutation) between(c *standard.Condition, a, b string) {
	for _, v := range steps(a) {
		to(m, "from "+v, &c.Value, v+"/"+b)
	}
	for _, v := range steps(b) {
		to(m, "until "+v, &c.Value, a+"/"+v)
	}
}

// grade turns a grade into its neighbours in the order.
func (m *mutation) grade(c *standard.Condition) {
	i := slices.IndexFunc(m.standard.Orders, func(o standard.Order) bool { return o.Name == c.Order })
	if i < 0 {
		return
	}
	grades := m.standard.Orders[i].Grades
	at := slices.Index(grades, c.Value)
	for _, k := range []int{at - 1, at + 1} {
		if at >= 0 && k >= 0 && k < len(grades) {
			to(m, "grade "+grades[k], &c.Value, grades[k])
		}
	}
}

// neighbour returns the comparison beside another: with and without the value itself, and the contrary of those that compare no size.
func neighbour(c standard.Comparison) (standard.Comparison, bool) {
	pairs := [][2]standard.Comparison{
		{standard.Less, standard.AtMost},
		{standard.Greater, standard.AtLeast},
		{standard.Equal, standard.NotEqual},
		{standard.In, standard.NotIn},
		{standard.IsSet, standard.IsUnset},
		{standard.Inside, standard.Outside},
	}
	for _, p := range pairs {
		if c == p[0] {
			return p[1], true
		}
		if c == p[1] {
			return p[0], true
		}
	}
	return 0, false // has, whose contrary is none
}
