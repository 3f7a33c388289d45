package formula

import (
	"math/big"
	"strconv"

	"github.com/wuyekit/wuye/property/explain"
	"github.com/wuyekit/wuye/property/invalid"
)

const (
	// maxBits bounds what stands on the way to a sum or product, as package explain does.
	maxBits = 2048
	// maxResult bounds every figure, in digits, as package explain does.
	maxResult = 200
)

// Value works the formula out. Bind returns what a declared name stands for, in the name's unit, and is
// asked once for each name; it may be nil. The result is new and belongs to the caller. It may
// be below zero: what that means is for the caller to say.
//
// Units: the result is in [Formula.Unit].
// Rounding: none but that of ceil, floor and round.
// Errors: an [*invalid.Error]: [ErrUnbound] for every name without a value; [ErrZero] for a division by
// zero; [ErrTooLarge] for a figure that [Formula.Why] could not write, of more than 200 digits;
// [ErrEmpty] for a formula that was not read.
func (f *Formula) Value(bind func(name string) (*big.Rat, bool)) (*big.Rat, error) {
	var p problems
	if f == nil || f.root == nil {
		p.add(1, ErrEmpty)
		return nil, p.err(f.Text())
	}
	e := evaluation{problems: &p, f: f, values: make([]*big.Rat, len(f.names))}
	e.bind(bind)
	if !p.any() {
		if v := e.value(f.root); !p.any() {
			return new(big.Rat).Set(v), nil
		}
	}
	return nil, p.err(f.text)
}

// evaluation works out one formula once. Its functions return nil once there is a problem, and change no
// number that they were given.
type evaluation struct {
	*problems
	f      *Formula
	values []*big.Rat // of the names
}

func (e *evaluation) bind(bind func(name string) (*big.Rat, bool)) {
	for i, v := range e.f.names {
		var r *big.Rat
		if bind != nil {
			if bound, ok := bind(v.name); ok {
				r = bound
			}
		}
		switch {
		case r == nil:
			e.add(v.pos, ErrUnbound, v.name)
		case !fits(r):
			e.fail(v.pos, ErrTooLarge, strconv.Itoa(maxResult))
		}
		e.values[i] = r
	}
}

func (e *evaluation) fail(pos int, rule invalid.RuleError, args ...string) *big.Rat {
	e.add(pos, rule, args...)
	return nil
}

func (e *evaluation) value(n *node) *big.Rat {
	switch n.op {
	case opNumber:
		return n.number.value
	case opVariable:
		return e.values[n.variable]
	case opNegate, opSum, opProduct, opRatio, opMin, opMax, opCeil, opFloor, opRound:
	}
	in := make([]*big.Rat, len(n.args))
	for i, arg := range n.args {
		if in[i] = e.value(arg); in[i] == nil {
			return nil
		}
	}
	if n.op == opRatio && in[1].Sign() == 0 {
		return e.fail(n.args[1].pos, ErrZero, e.f.typed(n.args[1]))
	}
	v := n.op.apply(in)
	if v == nil || !fits(v) {
		return e.fail(n.pos, ErrTooLarge, strconv.Itoa(maxResult))
	}
	return v
}

// apply returns the result of an operation, nil if it is too large on the way.
func (o op) apply(in []*big.Rat) *big.Rat {
	switch o {
	case opNegate:
		return new(big.Rat).Neg(in[0])
	case opSum:
		return accumulate(in, (*big.Rat).Add)
	case opProduct:
		return accumulate(in, (*big.Rat).Mul)
	case opRatio:
		return new(big.Rat).Quo(in[0], in[1])
	case opMin, opMax:
		return in[o.pick(in)]
	case opCeil:
		return roundTo(in[0], big.NewRat(1, 1), ceiling)
	case opFloor:
		return roundTo(in[0], big.NewRat(1, 1), floor)
	case opRound:
		return roundTo(in[0], in[1], halfUp)
	case opNumber, opVariable:
	}
	return nil
}

func accumulate(in []*big.Rat, combine func(z, x, y *big.Rat) *big.Rat) *big.Rat {
	total := new(big.Rat).Set(in[0])
	for _, x := range in[1:] {
		if combine(total, total, x); total.Num().BitLen() > maxBits || total.Denom().BitLen() > maxBits {
			return nil
		}
	}
	return total
}

// pick returns which of several is the least or the greatest; of equal ones, the first.
func (o op) pick(in []*big.Rat) int {
	want := -1
	if o == opMax {
		want = 1
	}
	best := 0
	for i, x := range in {
		if x.Cmp(in[best]) == want {
			best = i
		}
	}
	return best
}

// roundTo returns x rounded to a multiple of step.
func roundTo(x, step *big.Rat, whole func(*big.Rat) *big.Int) *big.Rat {
	multiple := whole(new(big.Rat).Quo(x, step))
	return new(big.Rat).Mul(step, new(big.Rat).SetInt(multiple))
}

// floor returns the greatest whole number that is not above x; the divisor is above zero, for which
// Euclid's division is that.
func floor(x *big.Rat) *big.Int { return new(big.Int).Div(x.Num(), x.Denom()) }

func ceiling(x *big.Rat) *big.Int {
	down := floor(new(big.Rat).Neg(x))
	return down.Neg(down)
}

// halfUp returns the nearest whole number, of two the one away from zero.
func halfUp(x *big.Rat) *big.Int {
	half := big.NewRat(1, 2)
	if x.Sign() < 0 {
		return ceiling(half.Sub(x, half))
	}
	return floor(half.Add(x, half))
}

// fits reports whether package explain can write a figure.
func fits(r *big.Rat) bool {
	// A decimal that ends has at most as many places as its divisor has bits.
	if r.Num().BitLen()/3+r.Denom().BitLen() <= maxResult-5 {
		return true
	}
	return explain.Exact(r.Num(), r.Denom(), "") != explain.Value{}
}
