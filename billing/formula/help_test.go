package formula_test

import (
	"errors"
	"math/big"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/wuyekit/wuye/billing/formula"
	"github.com/wuyekit/wuye/property/explain"
	"github.com/wuyekit/wuye/property/invalid"
)

// rat reads an exact number.
func rat(tb testing.TB, text string) *big.Rat {
	tb.Helper()
	r, ok := new(big.Rat).SetString(text)
	require.True(tb, ok, text)
	return r
}

// house is what the standard names stand for in the tests.
func house() map[string]string {
	return map[string]string{
		"T": "1000", "F": "5000", "U": "1200", "R": "89.53", "X": "1.2", "C": "20000", "L": "60", "D": "12", "P": "0.4883",
		"N": "3", "H": "2.9",
	}
}

// bound returns the values of a table.
func bound(tb testing.TB, values map[string]string) func(string) (*big.Rat, bool) {
	tb.Helper()
	return func(name string) (*big.Rat, bool) {
		text, ok := values[name]
		if !ok {
			return nil, false
		}
		return rat(tb, text), true
	}
}

// steps returns the same values as given figures in the units of the variables.
func steps(tb testing.TB, vars []formula.Variable, values func(string) (*big.Rat, bool)) func(string) (explain.Step, bool) {
	tb.Helper()
	return func(name string) (explain.Step, bool) {
		for _, v := range vars {
			if v.Name != name {
				continue
			}
			if r, ok := values(name); ok {
				return explain.Given(v.Label, explain.Exact(r.Num(), r.Denom(), v.Unit)), true
			}
		}
		return explain.Step{}, false
	}
}

func parse(tb testing.TB, text string, want ...string) *formula.Formula {
	tb.Helper()
	f, err := formula.Parse(text, formula.Standard("kWh", "CNY"), want...)
	require.NoError(tb, err)
	return f
}

// found writes each problem as its place and rule: "3 unknown-name G".
func found(tb testing.TB, err error) []string {
	tb.Helper()
	if err == nil {
		return nil
	}
	var all *invalid.Error
	require.ErrorAs(tb, err, &all)
	var out []string
	for _, f := range all.Fields {
		require.True(tb, errors.Is(err, f.Rule))
		line := []string{strings.TrimPrefix(f.Rule.ID(), "formula/")}
		if f.Path != "" {
			line = append(line, f.Path)
		}
		if f.Path == "" && len(f.Args) > 0 {
			line = append([]string{f.Args[0]}, append(line, f.Args[1:]...)...)
		} else {
			line = append(line, f.Args...)
		}
		out = append(out, strings.Join(line, " "))
	}
	return out
}
