package standard_test

import (
	"math/big"
	"slices"
	"strings"
	"time"

	"github.com/wuyekit/wuye/property/civil"
	"github.com/wuyekit/wuye/property/standard"
)

// slowTruth is true, false or unknown, with why it is unknown.
type slowTruth struct {
	is   string
	code standard.Code
}

func slowSaid(yes bool) slowTruth {
	if yes {
		return slowTruth{is: "true"}
	}
	return slowTruth{is: "false"}
}

func slowUnknown() slowTruth { return slowTruth{"unknown", standard.FieldMissing} }

// slowAll joins conditions: false beats unknown, unknown beats true.
func slowAll(of []slowTruth) slowTruth {
	out := slowSaid(true)
	for _, t := range of {
		if t.is == "false" {
			return t
		}
		if t.is == "unknown" && out.is == "true" {
			out = t
		}
	}
	return out
}

// slowFacts are what the conditions of a row can read.
type slowFacts struct {
	w       *slowWorld
	record  *standard.Record
	subject *standard.Subject
	// own is whose fields stand without a prefix where there is no record: those of a subject.
	own []standard.Field
}

// slowValue is a value of a field or a text.
type slowValue struct {
	text string
	list []string
	// at and day are of a date or an instant.
	at  time.Time
	day bool
	num *big.Rat
}

func (f slowFacts) fields(name string) ([]standard.Field, string) {
	if rest, ok := strings.CutPrefix(name, "subject."); ok {
		if f.subject == nil {
			return nil, rest
		}
		return f.subject.Fields, rest
	}
	if rest, ok := strings.CutPrefix(name, "estate."); ok {
		return f.w.e.Estate, rest
	}
	if f.record != nil {
		return f.record.Fields, name
	}
	return f.own, name
}

// get returns a field, and false where it is absent.
func (f slowFacts) get(name string) (slowValue, bool) {
	if p, ok := strings.CutPrefix(name, "$"); ok {
		text := f.w.params[p]
		return f.w.value(text), text != ""
	}
	fields, rest := f.fields(name)
	for _, x := range fields {
		if x.Name == rest {
			v := f.w.value(x.Value)
			v.list = x.Values
			return v, true
		}
	}
	return slowValue{}, false
}

// value reads a text as everything that it can be.
func (w *slowWorld) value(text string) slowValue {
	v := slowValue{text: text}
	if n, ok := new(big.Rat).SetString(strings.TrimSuffix(text, "%")); ok {
		v.num = n
		if strings.HasSuffix(text, "%") {
			v.num = n.Quo(n, big.NewRat(100, 1))
		}
	}
	if at, err := time.Parse(time.RFC3339, text); err == nil {
		v.at = at.In(w.zone)
	} else if at, err := time.ParseInLocation("2006-01-02", text, w.zone); err == nil {
		v.at, v.day = at, true
	}
	return v
}

// term reads a value of the standard: a text, a parameter, or a field that may be moved.
func (f slowFacts) term(text string) (slowValue, bool) {
	if p, ok := strings.CutPrefix(text, "$"); ok {
		return f.term(f.w.params[p])
	}
	name, ok := strings.CutPrefix(text, "@")
	if !ok {
		return f.w.value(text), true
	}
	sign, move := 1, ""
	if i := strings.IndexAny(name, "+-"); i >= 0 {
		if name[i] == '-' {
			sign = -1
		}
		name, move = name[:i], name[i+1:]
	}
	v, ok := f.get(name)
	if ok && move != "" {
		v.at = slowMove(v.at, sign, move)
	}
	return v, ok
}

// slowMove moves an instant by a length: days and months on the calendar, a month that is too short ends earlier.
func slowMove(at time.Time, sign int, length string) time.Time {
	if length == "PT0S" {
		return at
	}
	s := civil.MustParseSpan(length)
	y, m, d := at.Date()
	first := time.Date(y, m+time.Month(sign*s.Months()), 1, at.Hour(), at.Minute(), at.Second(), 0, at.Location())
	last := first.AddDate(0, 1, -1).Day()
	moved := first.AddDate(0, 0, min(d, last)-1+sign*s.Days())
	return moved.Add(time.Duration(sign*s.Seconds()) * time.Second)
}

// all says whether all conditions of a list hold.
func (f slowFacts) all(of []standard.Condition) slowTruth {
	var out []slowTruth
	for _, c := range of {
		out = append(out, f.holds(c))
	}
	return slowAll(out)
}

func (f slowFacts) holds(c standard.Condition) slowTruth {
	if c.Field == "span" {
		return f.spanHolds(c)
	}
	v, ok := f.get(c.Field)
	if c.Is == standard.IsSet || c.Is == standard.IsUnset {
		filled := ok && (v.text != "" || len(v.list) > 0)
		return slowSaid(filled == (c.Is == standard.IsSet))
	}
	if !ok {
		if strings.HasPrefix(c.Field, "$") {
			return slowTruth{"unknown", standard.ParamUnset}
		}
		return slowUnknown()
	}
	var against []slowValue
	for _, text := range append(slices.Clone(c.Values), c.Value) {
		if text == "" {
			continue
		}
		t, ok := f.term(text)
		if !ok {
			return slowUnknown()
		}
		against = append(against, t)
	}
	return slowSaid(f.compares(c, v, against))
}

func (f slowFacts) compares(c standard.Condition, v slowValue, against []slowValue) bool {
	same := func(b slowValue) bool { return f.w.size(c.Order, v, b) == 0 }
	if c.Is == standard.In {
		return slices.ContainsFunc(against, same)
	}
	if c.Is == standard.NotIn {
		return !slices.ContainsFunc(against, same)
	}
	if c.Is == standard.Has {
		return !slices.ContainsFunc(against, func(b slowValue) bool { return !slices.Contains(v.list, b.text) })
	}
	return slowHolds(c.Is, f.w.size(c.Order, v, against[0]))
}

// slowHolds says whether a comparison holds of a sign.
func slowHolds(is standard.Comparison, sign int) bool {
	return map[standard.Comparison]bool{
		standard.Equal: sign == 0, standard.NotEqual: sign != 0, standard.Less: sign < 0,
		standard.AtMost: sign <= 0, standard.Greater: sign > 0, standard.AtLeast: sign >= 0,
	}[is]
}

// size compares two values: grades by their place, numbers and times as such, all else as texts.
func (w *slowWorld) size(order string, a, b slowValue) int {
	if order != "" {
		return slices.Index(w.orders[order], a.text) - slices.Index(w.orders[order], b.text)
	}
	if a.num != nil && b.num != nil {
		return a.num.Cmp(b.num)
	}
	if !a.at.IsZero() && !b.at.IsZero() {
		return a.at.Compare(b.at)
	}
	return strings.Compare(a.text, b.text)
}

// spanHolds looks at every minute of the record's own time.
func (f slowFacts) spanHolds(c standard.Condition) slowTruth {
	r := f.record
	if r.At.IsZero() {
		return slowUnknown()
	}
	var within func(at time.Time) bool
	text := c.Value
	if p, ok := strings.CutPrefix(text, "$"); ok {
		text = f.w.params[p]
	}
	if strings.HasPrefix(text, "@") {
		from, to, _ := strings.Cut(text, "/")
		a, ok := f.term(from)
		b, ok2 := f.term(to)
		if !ok || !ok2 {
			return slowUnknown()
		}
		within = func(at time.Time) bool { return !at.Before(a.at) && at.Before(b.at) }
	} else {
		within = func(at time.Time) bool {
			return slices.ContainsFunc(strings.Split(text, ","), func(window string) bool { return slowInWindow(window, at.In(f.w.zone)) })
		}
	}
	some, all := false, true
	for at := r.At; at.Equal(r.At) || at.Before(r.Until); at = at.Add(time.Minute) {
		if within(at) {
			some = true
		} else {
			all = false
		}
	}
	if c.Is == standard.Inside {
		return slowSaid(all)
	}
	return slowSaid(!some)
}

// slowInWindow says whether an instant is within a window of the clock, which may cross midnight.
func slowInWindow(window string, at time.Time) bool {
	from, to, _ := strings.Cut(window, "/")
	now := at.Format("15:04")
	if from < to {
		return from <= now && now < to
	}
	return from <= now || now < to
}
