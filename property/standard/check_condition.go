package standard

import "github.com/wuyekit/wuye/property/invalid"

// checkConditions reports conditions without a field or a comparison, and with too few or too many values.
func checkConditions(l *invalid.List, field string, list []Condition) {
	for i := range list {
		l.Enter(field)
		l.EnterIndex(i)
		list[i].check(l)
		l.Leave()
		l.Leave()
	}
}

func (c *Condition) check(l *invalid.List) {
	required(l, "field", c.Field)
	comparisonWords().Check(l, "is", uint8(c.Is))
	values, several := len(c.Values) > 0, false
	switch c.Is {
	case 0:
		l.At("is").Add(invalid.ErrRequired, "is")
		return
	case IsSet, IsUnset:
		if c.Value != "" || values {
			l.At("value").Add(ErrNoValue, c.Is.String())
		}
		return
	case In, NotIn, Has:
		several = true
	case Equal, NotEqual, Less, AtMost, Greater, AtLeast, Inside, Outside:
	}
	switch {
	case several && !values:
		l.At("values").Add(invalid.ErrRequired, "values")
	case several && c.Value != "", !several && values:
		l.Add(ErrValues, c.Is.String())
	case !several && c.Value == "":
		l.At("value").Add(invalid.ErrRequired, "value")
	}
}
