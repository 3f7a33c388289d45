package formula

import (
	"strconv"
	"strings"

	"github.com/wuyekit/wuye/property/invalid"
)

const (
	maxBytes = 1000
	maxNodes = 200
	maxDepth = 32
)

// Parse reads a formula whose names are vars and whose result has one of the wanted units, in order of
// preference. The package's documentation states the language and how numbers without units
// come by theirs.
//
// Errors: an [*invalid.Error] with every wrong character, word, number and parenthesis; where there is
// none, with the first thing that is missing or out of place; where there is none, with every unit
// that does not fit. The first argument of each problem is the place: the character of the text as
// typed, from 1. Names and units that cannot be declared have a path instead, "variables[2].name".
func Parse(text string, vars []Variable, want ...string) (*Formula, error) {
	var l invalid.List
	words := declare(&l, vars, want)
	if err := l.Err(what(text)); err != nil {
		return nil, err
	}
	var p problems
	f := read(text, words, &p)
	if p.any() {
		return nil, p.err(text)
	}
	return f, nil
}

// read reads a formula and reports what is wrong.
func read(text string, words *vocabulary, p *problems) *Formula {
	if len(text) > maxBytes {
		p.add(1, ErrLong, strconv.Itoa(maxBytes))
		return nil
	}
	tokens := scan(text, words, p)
	if len(tokens) == 1 && !p.any() {
		p.add(1, ErrEmpty)
	}
	if p.any() {
		return nil
	}
	r := parser{problems: p, tokens: tokens, typed: []rune(text)}
	root := r.formula()
	if root == nil {
		return nil
	}
	f := &Formula{text: text, root: root}
	f.take(words)
	f.checkSize(p)
	if !p.any() {
		f.infer(words, p)
	}
	if !p.any() {
		f.finish(words, p)
	}
	return f
}

// take lists the variables that the formula uses.
func (f *Formula) take(words *vocabulary) {
	index := map[int]int{}
	f.root.walk(1, func(n *node, _ int) {
		if n.op != opVariable {
			return
		}
		i, seen := index[n.variable]
		if !seen {
			i = len(f.names)
			index[n.variable] = i
			v := words.vars[n.variable]
			f.names = append(f.names, name{name: v.Name, unit: words.units[n.variable], pos: n.pos})
		}
		n.variable = i
	})
}

// checkSize reports a formula that is too large, or that has no variable.
func (f *Formula) checkSize(p *problems) {
	nodes, deepest := 0, f.root
	depth := 0
	f.root.walk(1, func(n *node, level int) {
		nodes++
		if level > depth {
			depth, deepest = level, n
		}
	})
	if nodes > maxNodes {
		p.add(1, ErrMany, strconv.Itoa(maxNodes))
	}
	if depth > maxDepth {
		p.add(deepest.pos, ErrDeep, strconv.Itoa(maxDepth))
	}
	if len(f.names) == 0 {
		p.add(1, ErrConstant)
	}
}

// finish writes the normal form and checks that it can be read again.
func (f *Formula) finish(words *vocabulary, p *problems) {
	f.unit = f.root.unit.String()
	f.checkWords(words, p)
	f.checkUnits(p)
	var b strings.Builder
	f.root.print(&b, f)
	f.normal = b.String()
	if len(f.normal) > maxBytes {
		p.add(1, ErrLong, strconv.Itoa(maxBytes))
	}
}

// checkWords reports units of numbers that the normal form could not be read with: a word that is a
// name as well, and one of neither the formula's names nor its result.
func (f *Formula) checkWords(words *vocabulary, p *problems) {
	known := map[string]bool{}
	for _, v := range f.names {
		for _, word := range v.unit.words() {
			known[word] = true
		}
	}
	for _, word := range f.root.unit.words() {
		known[word] = true
	}
	f.root.walk(1, func(n *node, _ int) {
		if n.op != opNumber {
			return
		}
		for _, word := range n.unit.words() {
			if _, isName := words.exact[word]; isName {
				p.add(n.pos, ErrUnitName, word)
			} else if !known[word] && !isStandardUnit(word) {
				p.add(n.pos, ErrForeignUnit, word)
			}
		}
	})
}

// checkUnits reports units too long to be written, also on the way to a product.
func (f *Formula) checkUnits(p *problems) {
	f.root.walk(1, func(n *node, _ int) {
		long := len(n.unit.String()) > maxUnit
		if n.op == opProduct {
			var u unit
			for _, in := range n.args {
				u = u.times(in.unit)
				long = long || len(u.String()) > maxUnit
			}
		}
		if long {
			p.add(n.pos, ErrUnitLong, strconv.Itoa(maxUnit))
		}
	})
}
