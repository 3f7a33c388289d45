package formula

import "strings"

// print writes a part where a whole formula can stand.
func (n *node) print(b *strings.Builder, f *Formula) {
	if n.op == opSum {
		n.printSum(b, f)
		return
	}
	if n.op == opNegate {
		b.WriteByte('-')
		n = n.args[0]
	}
	n.printTerm(b, f)
}

func (n *node) printSum(b *strings.Builder, f *Formula) {
	n.args[0].print(b, f)
	for _, in := range n.args[1:] {
		if in.op == opNegate {
			b.WriteString(" - ")
			in = in.args[0]
		} else {
			b.WriteString(" + ")
		}
		in.printTerm(b, f)
	}
}

// printTerm writes a part where a summand can stand.
func (n *node) printTerm(b *strings.Builder, f *Formula) {
	if n.op != opProduct && n.op != opRatio {
		n.printPrimary(b, f)
		return
	}
	sign := " * "
	if n.op == opRatio {
		sign = " / "
	}
	n.args[0].printTerm(b, f)
	for _, in := range n.args[1:] {
		b.WriteString(sign)
		if in.op == opNegate {
			b.WriteByte('-')
			in = in.args[0]
		}
		in.printPrimary(b, f)
	}
}

// printPrimary writes a part where a factor can stand, in parentheses if need be.
func (n *node) printPrimary(b *strings.Builder, f *Formula) {
	switch n.op {
	case opNumber:
		n.printNumber(b)
	case opVariable:
		b.WriteString(f.names[n.variable].name)
	case opNegate, opSum, opProduct, opRatio:
		b.WriteByte('(')
		n.print(b, f)
		b.WriteByte(')')
	case opMin, opMax, opCeil, opFloor, opRound:
		b.WriteString(n.op.function())
		for i, in := range n.args {
			b.WriteString([]string{"(", ", "}[min(i, 1)])
			in.print(b, f)
		}
		b.WriteByte(')')
	}
}

func (n *node) printNumber(b *strings.Builder) {
	b.WriteString(n.number.text)
	if !n.unit.plain() {
		b.WriteByte(' ')
		b.WriteString(n.unit.String())
	}
}

// function returns the name of a function.
func (o op) function() string {
	switch o {
	case opMin:
		return "min"
	case opMax:
		return "max"
	case opCeil:
		return "ceil"
	case opFloor:
		return "floor"
	case opRound:
		return "round"
	case opNumber, opVariable, opNegate, opSum, opProduct, opRatio:
	}
	return ""
}
