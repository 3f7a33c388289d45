package explain

import (
	"strconv"
	"time"

	"github.com/wuyekit/wuye/property/invalid"
)

func (s Step) compare() (Value, error) {
	if _, err := sameUnit(s.Inputs); err != nil {
		return Value{}, err
	}
	a, b := s.Inputs[0].Value, s.Inputs[1].Value
	if a.Text == "" || b.Text == "" {
		return Value{}, invalid.Value(ErrEmpty)
	}
	if s.Relation == "=" {
		// An instant alone has more than one text, one in each offset.
		return Value{Text: strconv.FormatBool(a.Text == b.Text || sameInstant(a.Text, b.Text))}, nil
	}
	order, ok := compareTexts(a.Text, b.Text)
	if !ok {
		return Value{}, invalid.Value(ErrOrder, a.show(), b.show())
	}
	var holds bool
	switch s.Relation {
	case "<":
		holds = order < 0
	case "<=":
		holds = order <= 0
	case ">=":
		holds = order >= 0
	case ">":
		holds = order > 0
	default:
		return Value{}, invalid.Value(ErrRelation, shorten(s.Relation))
	}
	return Value{Text: strconv.FormatBool(holds)}, nil
}

// compareTexts orders two numbers, or two points in time written alike.
func compareTexts(a, b string) (int, bool) {
	x, isNumber := Number(a)
	y, isToo := Number(b)
	if isNumber && isToo {
		return x.Cmp(y), true
	}
	t, isInstant := parseInstant(a)
	u, isToo := parseInstant(b)
	if isInstant && isToo {
		return t.Compare(u), true
	}
	for _, layout := range []string{time.DateOnly, "2006-01", "15:04", time.TimeOnly} {
		t, isTime := parseTime(layout, a)
		u, isToo := parseTime(layout, b)
		if isTime && isToo {
			return t.Compare(u), true
		}
	}
	return 0, false
}

// parseTime reads a point in time in its one text, so that two texts are never the same point:
// "7:30" is not a time of day.
func parseTime(layout, text string) (time.Time, bool) {
	t, err := time.Parse(layout, text)
	return t, err == nil && t.Format(layout) == text
}
