package standard

import (
	"cmp"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/wuyekit/wuye/property/civil"
	"github.com/wuyekit/wuye/property/invalid"
	"github.com/wuyekit/wuye/property/metric"
)

// scalar is a value of some type.
type scalar struct {
	typ  ValueType
	text string
	list []string
	num  metric.Figure
	at   time.Time  // of a date its beginning
	day  civil.Date // of a date
	n    int        // minutes of a time of day
	span civil.Span
}

// parseScalar reads a value of a type. An empty text is an empty value of any.
func parseScalar(text string, typ ValueType, zone *time.Location) (scalar, error) {
	v, err := scalar{typ: typ, text: text}, error(nil)
	if text == "" {
		return v, nil
	}
	switch typ {
	case Number:
		v.num, err = parseNumber(text)
	case Boolean:
		if text != "true" && text != "false" {
			err = invalid.Value(ErrBoolean, invalid.Quote(text))
		}
	case Day:
		v.day, err = civil.Parse(text)
		v.at = v.day.In(zone)
	case Instant:
		var p Point
		p, err = ParsePoint(text)
		v.day, v.at = p.day, p.In(zone)
	case Clock:
		var t civil.TimeOfDay
		t, err = civil.ParseTimeOfDay(text)
		v.n = t.Minute()
	case Length:
		v.span, err = civil.ParseSpan(text)
	case List:
		v.list = strings.Split(text, ",")
	case Text:
	}
	return v, err
}

// parseNumber is [parseShare], without garbage for the whole numbers that most are.
func parseNumber(text string) (metric.Figure, error) {
	const short = 9
	if len(text) <= short && text[0] != '+' && text[0] != '-' {
		if n, err := strconv.ParseUint(text, 10, 32); err == nil && (text[0] != '0' || len(text) == 1) {
			return metric.Count(int64(n))
		}
	}
	return parseShare(text)
}

func (v scalar) isEmpty() bool { return v.text == "" && len(v.list) == 0 }

func (v scalar) has(word string) bool { return slices.Contains(v.list, word) }

// equal reports whether two values are the same, numbers, instants and lengths by what they are.
func (v scalar) equal(w scalar) bool {
	switch {
	case v.num.IsSet() && w.num.IsSet():
		return v.num == w.num
	case !v.at.IsZero() && !w.at.IsZero():
		return v.at.Equal(w.at)
	case !v.span.IsZero() && !w.span.IsZero():
		return v.span == w.span
	}
	return v.text == w.text
}

// compare orders two values; words by an order, in which both must be. It is false where they have none.
func (v scalar) compare(w scalar, o *Order) (int, bool) {
	switch {
	case o != nil:
		i, j := slices.Index(o.Grades, v.text), slices.Index(o.Grades, w.text)
		return cmp.Compare(i, j), i >= 0 && j >= 0
	case v.num.IsSet() && w.num.IsSet():
		return compareFigures(v.num, w.num), true
	case !v.at.IsZero() && !w.at.IsZero():
		return v.at.Compare(w.at), true
	case v.typ == Clock && w.typ == Clock:
		return cmp.Compare(v.n, w.n), true
	case !v.span.IsZero() && !w.span.IsZero():
		return compareSpans(v.span, w.span)
	}
	return 0, false
}

func compareFigures(a, b metric.Figure) int {
	if a == b {
		return 0
	}
	return a.Decimal().Cmp(b.Decimal())
}

// compareSpans orders two lengths; it is false where the one has more of one unit and the other of another, for a month is neither
// shorter nor longer than 30 days.
func compareSpans(a, b civil.Span) (int, bool) {
	less, more := false, false
	for _, c := range [...]int{
		cmp.Compare(a.Months(), b.Months()), cmp.Compare(a.Days(), b.Days()), cmp.Compare(a.Workdays(), b.Workdays()), cmp.Compare(a.Seconds(), b.Seconds()),
	} {
		less, more = less || c < 0, more || c > 0
	}
	switch {
	case less && more:
		return 0, false
	case less:
		return -1, true
	case more:
		return 1, true
	}
	return 0, true
}
