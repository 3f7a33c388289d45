package formula

import (
	"strconv"

	"github.com/wuyekit/wuye/property/invalid"
)

// parser makes nodes of tokens. Its functions return nil once there is a problem.
type parser struct {
	*problems
	tokens []token
	typed  []rune
	at     int
	depth  int
}

func (p *parser) peek() token { return p.tokens[p.at] }

// accept takes the next token if it is of the kind.
func (p *parser) accept(kind tokenKind) bool {
	if p.peek().kind != kind {
		return false
	}
	p.at++
	return true
}

func (p *parser) fail(pos int, rule invalid.RuleError, args ...string) *node {
	p.add(pos, rule, args...)
	return nil
}

// formula reads the whole text.
func (p *parser) formula() *node {
	root := p.expression()
	if root != nil && p.peek().kind != tokenEnd {
		return p.unexpected()
	}
	return root
}

// unexpected reports what cannot follow a value.
func (p *parser) unexpected() *node {
	t := p.peek()
	if t.kind == ',' {
		return p.fail(t.pos, ErrComma)
	}
	return p.fail(t.pos, ErrMissingOperator, p.word(p.tokens[p.at-1]), p.word(t))
}

func (p *parser) word(t token) string { return show(p.typed[t.pos-1 : t.end-1]) }

// expression reads a sum.
func (p *parser) expression() *node {
	acc := p.signed(p.term)
	for acc != nil {
		minus := p.peek()
		if !p.accept('+') && !p.accept('-') {
			break
		}
		x := p.term()
		if x == nil {
			return nil
		}
		if minus.kind == '-' {
			x = negate(x, x.pos)
		}
		acc = add(acc, x)
	}
	return acc
}

// signed reads what may have a minus in front.
func (p *parser) signed(read func() *node) *node {
	t := p.peek()
	if !p.accept('-') {
		return read()
	}
	x := read()
	if x == nil {
		return nil
	}
	return negate(x, t.pos)
}

// term reads a chain of products and quotients.
func (p *parser) term() *node {
	acc := p.primary()
	for acc != nil {
		over := p.accept('*')
		if !over && !p.accept('/') {
			break
		}
		x := p.signed(p.primary)
		switch {
		case x == nil:
			return nil
		case over:
			acc = multiply(acc, x)
		default:
			acc = divide(acc, x)
		}
	}
	return acc
}

// primary reads a number, a name, a function or what stands in parentheses.
func (p *parser) primary() *node {
	t := p.peek()
	switch t.kind {
	case tokenNumber:
		p.at++
		return &node{op: opNumber, number: t.number, pos: t.pos, end: t.end}
	case tokenName:
		p.at++
		return &node{op: opVariable, variable: t.variable, pos: t.pos, end: t.end}
	case tokenFunction:
		p.at++
		return p.call(t)
	case '(':
		p.at++
		return p.group(t)
	case tokenEnd:
	}
	return p.fail(t.pos, ErrMissingOperand)
}

// group reads what stands behind an opening parenthesis.
func (p *parser) group(open token) *node {
	args := p.list(open)
	if args == nil {
		return nil
	}
	if len(args) > 1 {
		return p.fail(args[1].pos, ErrComma)
	}
	x := args[0]
	if len(x.args) > 0 {
		x.pos, x.end = open.pos, p.tokens[p.at-1].end
	}
	return x
}

// call reads the arguments of a function.
func (p *parser) call(name token) *node {
	open := p.peek()
	if !p.accept('(') {
		return p.fail(name.pos, ErrFunction, p.word(name))
	}
	args := p.list(open)
	if args == nil {
		return nil
	}
	n := &node{op: name.function, args: args, pos: name.pos, end: p.tokens[p.at-1].end}
	if least, most := n.op.arity(); len(args) < least || len(args) > most {
		return p.fail(name.pos, ErrArguments, p.word(name), strconv.Itoa(least), strconv.Itoa(len(args)))
	}
	if n.op == opRound && (args[1].op != opNumber || args[1].number.value.Sign() == 0) {
		return p.fail(args[1].pos, ErrStep)
	}
	return n
}

// arity returns how many arguments a function takes.
func (o op) arity() (least, most int) {
	switch o {
	case opMin, opMax:
		return 2, maxNodes
	case opRound:
		return 2, 2
	case opCeil, opFloor, opNumber, opVariable, opNegate, opSum, opProduct, opRatio:
	}
	return 1, 1
}

// list reads expressions up to the closing parenthesis.
func (p *parser) list(open token) []*node {
	if p.depth++; p.depth > maxDepth {
		p.fail(open.pos, ErrDeep, strconv.Itoa(maxDepth))
		return nil
	}
	defer func() { p.depth-- }()
	var out []*node
	for {
		x := p.expression()
		if x == nil {
			return nil
		}
		out = append(out, x)
		if p.accept(')') {
			return out
		}
		if !p.accept(',') {
			p.unexpected()
			return nil
		}
	}
}
