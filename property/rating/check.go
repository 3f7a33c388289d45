package rating

import (
	"strconv"

	"github.com/wuyekit/wuye/property/invalid"
	"github.com/wuyekit/wuye/property/metric"
)

// The rules that all documents are checked by.
const (
	// ErrTwice is something that is given twice.
	ErrTwice invalid.RuleError = "rating/twice: %[1]s is given twice"
	// ErrTooMany is a list that is too long.
	ErrTooMany invalid.RuleError = "rating/too-many: there are %[1]s; %[2]s is the most"
	// ErrUnknown is a code that stands nowhere.
	ErrUnknown invalid.RuleError = "rating/unknown: there is no %[1]s"
	// ErrNegative is a number below 0 that cannot be.
	ErrNegative invalid.RuleError = "rating/negative: %[1]s is below 0"
	// ErrNotAbove is a number that has to be above 0.
	ErrNotAbove invalid.RuleError = "rating/not-above: %[1]s is not above 0"
)

// required reports a text that is missing.
func required(l *invalid.List, field, text string) {
	if text == "" {
		l.At(field).Add(invalid.ErrRequired, field)
	}
}

// unique reports a code that is missing or was used before.
func unique(l *invalid.List, used map[string]bool, code string) {
	required(l, "code", code)
	if code != "" && used[code] {
		l.At("code").Add(ErrTwice, invalid.Quote(code))
	}
	used[code] = true
}

// unknown reports a code that is missing or stands nowhere.
func unknown(l *invalid.List, field, code string) {
	required(l, field, code)
	if code != "" {
		l.At(field).Add(ErrUnknown, invalid.Quote(code))
	}
}

// checkNames reports a name in a list that is empty or stands there twice.
func checkNames(l *invalid.List, field string, names []string) {
	used := make(map[string]bool, len(names))
	for i, name := range names {
		switch {
		case name == "":
			l.At(field, i).Add(invalid.ErrRequired, field)
		case used[name]:
			l.At(field, i).Add(ErrTwice, invalid.Quote(name))
		}
		used[name] = true
	}
}

// checkMost reports a list that is longer than it may be.
func checkMost(l *invalid.List, field string, n, most int) {
	if n > most {
		l.At(field).Add(ErrTooMany, strconv.Itoa(n), strconv.Itoa(most))
	}
}

// checkFacts reports facts without a name and facts that are stated twice.
func checkFacts(l *invalid.List, facts []Fact) {
	used := make(map[string]bool, len(facts))
	for i, f := range facts {
		switch {
		case f.Name == "":
			l.At("facts", i, "name").Add(invalid.ErrRequired, "name")
		case used[f.Name]:
			l.At("facts", i, "name").Add(ErrTwice, invalid.Quote(f.Name))
		}
		used[f.Name] = true
	}
}

// checkRounding reports stages that cannot be.
func checkRounding(l *invalid.List, stages []metric.Rounding) {
	for i, r := range stages {
		l.Enter("rounding")
		l.EnterIndex(i)
		r.Check(l)
		l.Leave()
		l.Leave()
	}
}

// factsOf returns what is stated, to look up.
func factsOf(facts []Fact) map[string]bool {
	known := make(map[string]bool, len(facts))
	for _, f := range facts {
		known[f.Name] = f.Is
	}
	return known
}

// eachItem calls check for the elements of a list, each at its place.
func eachItem[T any](l *invalid.List, field string, list []T, check func(T)) {
	l.Enter(field)
	for i := range list {
		l.EnterIndex(i)
		check(list[i])
		l.Leave()
	}
	l.Leave()
}

// checkWeight reports a weight that is set and not above 0.
func checkWeight(l *invalid.List, weight metric.Figure) {
	if weight.IsSet() && weight.Sign() <= 0 {
		l.At("weight").Add(ErrNotAbove, weight.String())
	}
}

// checkScore reports a score that is missing or below 0.
func checkScore(l *invalid.List, s Score) {
	switch {
	case !s.IsSet():
		l.At("score").Add(invalid.ErrRequired, "score")
	case s.Sign() < 0:
		l.At("score").Add(ErrNegative, s.String())
	}
}
