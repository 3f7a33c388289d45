package rules

import (
	"fmt"
	"regexp"
	"strings"
)

// Ref is a reference to what carries or proves a rule. Its text is that of the cell.
type Ref struct {
	// To says what kind of thing it is.
	To Target
	// Name is its name without the word before the colon: "billing.Tariff", "W-15", "billing.TestRules/BILL-05".
	Name string
}

// Target says what a [Ref] refers to.
type Target string

// What carries a rule, and what proves one.
const (
	ToSymbol  Target = "symbol"
	ToMetric  Target = "metric"
	ToPromise Target = "promise"
	ToClause  Target = "clause"
	ToRule    Target = "rule"

	ToVector   Target = "vector"
	ToTest     Target = "test"
	ToStandard Target = "standard"
)

// String returns the text of the cell.
func (r Ref) String() string {
	if r.To == ToSymbol || r.To == ToVector {
		return r.Name
	}
	return string(r.To) + ":" + r.Name
}

// MarshalText returns the text of the cell.
func (r Ref) MarshalText() ([]byte, error) { return []byte(r.String()), nil }

// Symbol returns the folder of a name of Go, or of a test, and the rest: "billing" and "Tariff.State". The root is ".".
func (r Ref) Symbol() (dir, name string) {
	dir, name, _ = strings.Cut(r.Name, ".")
	if dir == "" {
		dir = "."
	}
	return dir, name
}

const (
	folder = `(?:[a-z][a-z0-9]*(?:/[a-z][a-z0-9]*)*)`
	symbol = `^` + folder + `\.[A-Z]\w*(?:\.[A-Z]\w*)?$`
	test   = `^` + folder + `?\.Test[A-Z]\w*(?:/[^\s/]+)?$`
	code   = `^[a-z][a-zA-Z0-9-]*$`
	ruleID = `^[A-Z]+-\d\d$`
	vector = `^(?:EX|TRAP|W|X)-\d+$`
)

// parseHome reads a reference of the column home.
func parseHome(text string) (Ref, error) {
	to, name, found := strings.Cut(text, ":")
	if !found {
		return checked(ToSymbol, text, symbol)
	}
	switch to {
	case string(ToMetric), string(ToPromise):
		return checked(Target(to), name, code)
	case string(ToClause), string(ToRule):
		return checked(Target(to), name, ruleID)
	default:
		return Ref{}, fmt.Errorf("home %q is neither a name of Go nor a metric, promise, clause or rule", text)
	}
}

// parseProof reads a reference of the column proof.
func parseProof(text string) (Ref, error) {
	to, name, found := strings.Cut(text, ":")
	if !found {
		return checked(ToVector, text, vector)
	}
	switch to {
	case string(ToTest):
		return checked(ToTest, name, test)
	case string(ToStandard):
		return checked(ToStandard, name, ruleID)
	default:
		return Ref{}, fmt.Errorf("proof %q is neither an example nor a test nor that of a standard", text)
	}
}

func checked(to Target, name, pattern string) (Ref, error) {
	if !regexp.MustCompile(pattern).MatchString(name) {
		return Ref{}, fmt.Errorf("%q is no name of a %s", name, to)
	}
	return Ref{to, name}, nil
}
