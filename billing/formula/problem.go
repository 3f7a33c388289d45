package formula

import (
	"cmp"
	"slices"
	"strconv"

	"github.com/wuyekit/wuye/property/invalid"
)

// problems gathers what is wrong with a text, in any order.
type problems struct {
	all []problem
}

type problem struct {
	pos  int // the character, from 1
	rule invalid.RuleError
	args []string
}

func (p *problems) add(pos int, rule invalid.RuleError, args ...string) {
	p.all = append(p.all, problem{pos, rule, args})
}

func (p *problems) any() bool { return len(p.all) > 0 }

// err returns the problems as one error, in the order of the text; nil if there are none.
func (p *problems) err(text string) error {
	slices.SortStableFunc(p.all, func(a, b problem) int { return cmp.Compare(a.pos, b.pos) })
	var l invalid.List
	for _, one := range p.all {
		l.Add(one.rule, append([]string{strconv.Itoa(one.pos)}, one.args...)...)
	}
	return l.Err(what(text))
}

// what names a formula in errors.
func what(text string) string { return "formula " + invalid.Quote(text) }
