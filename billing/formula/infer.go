package formula

import "strings"

// infer gives every part its unit under the best of the wanted units, and reports what does not fit
// under the first of them where none fits.
func (f *Formula) infer(words *vocabulary, p *problems) {
	f.root.study(f)
	var best unit
	rank := 0
	for _, want := range words.want {
		if r := f.rank(want); r > rank {
			best, rank = want, r
		}
	}
	if rank == 0 {
		best = words.want[0]
	}
	t := typer{problems: p, f: f}
	if have := t.assign(f.root, best); !have.equal(best) && !p.any() {
		p.add(1, ErrResultUnit, have.show(), wanted(words.want))
	}
}

// rank says how well the formula fits a wanted unit, 0 for not at all.
func (f *Formula) rank(want unit) int {
	var p problems
	t := typer{problems: &p, f: f}
	if have := t.assign(f.root, want); !have.equal(want) || p.any() {
		return 0
	}
	switch {
	case !f.root.given():
		return 4
	case f.measures(want):
		return 3
	case want.currency():
		return 2
	}
	return 1
}

// measures reports whether some name of the formula is measured in the unit.
func (f *Formula) measures(want unit) bool {
	for _, v := range f.names {
		if !want.plain() && v.unit.equal(want) {
			return true
		}
	}
	return false
}

func wanted(want []unit) string {
	out := make([]string, len(want))
	for i, u := range want {
		out[i] = u.show()
	}
	return strings.Join(out, ", ")
}

// given reports whether a number was given a unit. The step of a rounding has that of what it rounds.
func (n *node) given() bool {
	if n.op == opNumber {
		return !n.number.fixed && !n.unit.plain()
	}
	args := n.args
	if n.op == opRound {
		args = args[:1]
	}
	for _, in := range args {
		if in.given() {
			return true
		}
	}
	return false
}

// study finds for every part its unit if no number is given one, and whether one can be.
func (n *node) study(f *Formula) {
	for _, in := range n.args {
		in.study(f)
	}
	switch n.op {
	case opNumber:
		n.natural, n.gives = n.number.unit, !n.number.fixed
	case opVariable:
		n.natural = f.names[n.variable].unit
	case opNegate, opCeil, opFloor, opRound:
		n.natural, n.gives = n.args[0].natural, n.args[0].gives
	case opProduct:
		for _, in := range n.args {
			n.natural = n.natural.times(in.natural)
			n.gives = n.gives || in.gives
		}
	case opRatio:
		n.natural, n.gives = n.args[0].natural.per(n.args[1].natural), n.args[0].gives
	case opSum, opMin, opMax:
		n.studySum()
	}
}

// studySum: the first part that cannot change decides; else the first that has a unit at all.
func (n *node) studySum() {
	n.gives = true
	for _, in := range n.args {
		if !in.gives {
			n.natural, n.gives = in.natural, false
			return
		}
		if n.natural.plain() {
			n.natural = in.natural
		}
	}
}

// typer gives the parts of a formula their units.
type typer struct {
	*problems
	f *Formula
}

// assign gives a part the wanted unit if it can, and returns the one it has then.
func (t *typer) assign(n *node, want unit) unit {
	n.unit = t.unitOf(n, want)
	return n.unit
}

func (t *typer) unitOf(n *node, want unit) unit {
	switch n.op {
	case opNumber:
		if n.number.fixed {
			return n.number.unit
		}
		return want
	case opVariable:
		return n.natural
	case opNegate, opCeil, opFloor:
		return t.assign(n.args[0], want)
	case opRound:
		u := t.assign(n.args[0], want)
		t.alike(n.args[1], u)
		return u
	case opSum, opMin, opMax:
		return t.sum(n, want)
	case opProduct:
		return t.product(n, n.args, nil, want)
	case opRatio:
		return t.product(n, n.args[:1], n.args[1], want)
	}
	return want
}

// alike gives a part a unit and reports it if it has another.
func (t *typer) alike(n *node, want unit) {
	if have := t.assign(n, want); !have.equal(want) {
		t.add(n.pos, ErrUnits, want.show(), have.show())
	}
}

func (t *typer) sum(n *node, want unit) unit {
	if !n.gives {
		want = n.natural
	}
	for _, in := range n.args {
		t.alike(in, want)
	}
	return want
}

// product gives the one factor that can have it what the product lacks.
func (t *typer) product(n *node, factors []*node, divisor *node, want unit) unit {
	if divisor != nil {
		t.assign(divisor, divisor.natural)
	}
	var taker *node
	takers := 0
	for _, in := range factors {
		if in.gives {
			taker = in
			takers++
		}
	}
	lacks := !n.natural.equal(want)
	for _, in := range factors {
		if !lacks || takers != 1 || in != taker {
			t.assign(in, in.natural)
		}
	}
	switch {
	case !lacks || takers == 0:
		return n.natural
	case takers > 1:
		t.add(n.pos, ErrAmbiguous, t.f.typed(n), want.per(n.natural).show())
		return want
	}
	t.assign(taker, taker.natural.times(want.per(n.natural)))
	return want
}
