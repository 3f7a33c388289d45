package billing

import (
	"strconv"
	"strings"
	"unicode"

	"github.com/wuyekit/wuye/property"
	"github.com/wuyekit/wuye/property/civil"
	"github.com/wuyekit/wuye/property/invalid"
	"github.com/wuyekit/wuye/property/measure"
)

// Value is a figure that formulas and shares read by name: the coefficient X of a unit, the total
// usage T of a building, the height of a storey.
type Value struct {
	// Name is the name, as the formula writes it: X, T, H, one of their other names, or one the tariff
	// declares. What the register, the prices or the headcounts say has no value.
	Name string `json:"name"`
	// Unit is the code of the unit it is of; else Scope are the units. Exactly one is set. That
	// of a unit itself holds before that of a scope, and of several scopes the one given first.
	Unit  string          `json:"unit,omitempty"`
	Scope *property.Scope `json:"scope,omitempty"`
	// Number is the figure with its unit, "1.2", "5200 kWh"; else Meter is the code of a common
	// meter, whose usage in the charge's month it is. Exactly one is set.
	Number *measure.Quantity `json:"number,omitempty"`
	Meter  string            `json:"meter,omitempty"`
	// Period is when it holds, half-open; unset: always.
	Period civil.Period `json:"period,omitzero"`
	// Source is the document it stands in.
	Source string `json:"source,omitempty"`
}

// maxName bounds the name of a value, in bytes.
const maxName = 60

// isValueName reports whether a text can be the name of a value in a formula.
func isValueName(name string) bool {
	first := true
	for _, r := range name {
		if !unicode.IsLetter(r) && (first || !unicode.IsDigit(r) && r != '_') {
			return false
		}
		first = false
	}
	return name != "" && len(name) <= maxName
}

func (v Value) check(l *invalid.List) {
	if !isValueName(v.Name) {
		l.At("name").Add(ErrValueName, strconv.Quote(v.Name))
	}
	if (v.Unit != "") == (v.Scope != nil) {
		l.Add(ErrEither, "unit", "scope")
	}
	if (v.Number != nil) == (v.Meter != "") {
		l.Add(ErrEither, "number", "meter")
	}
	if v.Unit != "" {
		checkUnit(l, v.Unit)
	}
	if v.Scope != nil {
		l.Enter("scope")
		v.Scope.Check(l)
		l.Leave()
	}
	if v.Period != (civil.Period{}) {
		l.Enter("period")
		v.Period.Check(l)
		l.Leave()
	}
}

// sameName reports whether two names of values are one: Latin letters are read in either case.
func sameName(a, b string) bool { return strings.EqualFold(a, b) }
