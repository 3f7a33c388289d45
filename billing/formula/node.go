package formula

// op is what a node of a formula does.
type op uint8

const (
	opNumber op = iota + 1
	opVariable
	opNegate
	opSum
	opProduct
	opRatio
	opMin
	opMax
	opCeil
	opFloor
	opRound // to a multiple of the second, a number
)

// node is a part of a formula. Sums and products have two inputs or more, and none of their
// own kind; what is subtracted is negated and added. The levels are those of the derivation.
type node struct {
	op       op
	args     []*node
	pos, end int     // characters of the text, from 1, with parentheses around it
	variable int     // index in the formula's names
	number   *number // of opNumber
	unit     unit

	natural unit // the unit if no number without one is given one
	gives   bool // a number in it can be given a unit that changes its own
}

func negate(x *node, pos int) *node {
	return &node{op: opNegate, args: []*node{x}, pos: pos, end: x.end}
}

// add returns a + b.
func add(a, b *node) *node { return join(opSum, a, b) }

// multiply returns a × b.
func multiply(a, b *node) *node { return join(opProduct, a, b) }

// join makes one node of what is joined by one operation.
func join(o op, a, b *node) *node {
	out := &node{op: o, pos: a.pos, end: b.end}
	for _, x := range []*node{a, b} {
		if x.op == o {
			out.args = append(out.args, x.args...)
		} else {
			out.args = append(out.args, x)
		}
	}
	return out
}

func divide(a, b *node) *node {
	return &node{op: opRatio, args: []*node{a, b}, pos: a.pos, end: b.end}
}

// walk visits a node and everything below it, in the order of the text, with its level from 1.
func (n *node) walk(level int, visit func(n *node, level int)) {
	visit(n, level)
	for _, in := range n.args {
		in.walk(level+1, visit)
	}
}
