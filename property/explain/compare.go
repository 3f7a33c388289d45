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
		// A number has one text, so that equal texts are equal numbers.
		return Value{Text: strconv.FormatBool(a.Text == b.Text)}, nil
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
	for _, layout := range []string{time.DateOnly, "2006-01", "15:04", time.TimeOnly, time.RFC3339} {
		t, errT := time.Parse(layout, a)
		u, errU := time.Parse(layout, b)
		if errT == nil && errU == nil {
			return t.Compare(u), true
		}
	}
	return 0, false
}
