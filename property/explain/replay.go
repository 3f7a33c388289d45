package explain

import (
	"math/big"
	"strconv"

	"github.com/wuyekit/wuye/property/invalid"
)

// follows returns the result that follows from the inputs as they are stored, or
// why none does. A given figure follows from itself.
func (s Step) follows() (Value, error) {
	if err := s.form(); err != nil {
		return Value{}, err
	}
	switch s.Op {
	case OpGiven:
		return s.given()
	case OpSum:
		return s.sum()
	case OpProduct:
		return s.product()
	case OpRatio:
		return s.ratio()
	case OpRound:
		return s.round()
	case OpAllocate:
		return s.allocate()
	case OpPick:
		return s.pick()
	case OpClamp:
		return s.clamp()
	case OpCompare:
		return s.compare()
	case OpCount:
		return Value{Text: strconv.Itoa(len(s.Inputs))}, nil
	case OpShift:
		return s.shift()
	default:
		return Value{}, invalid.Value(ErrOp, s.Op.String())
	}
}

// form checks what can be said without any figure: the number of inputs and
// fields that belong to another operation.
func (s Step) form() error {
	if s.Omitted != 0 {
		return invalid.Value(ErrFiltered, strconv.Itoa(s.Omitted))
	}
	if low, high := s.Op.arity(); len(s.Inputs) < low || high >= 0 && len(s.Inputs) > high {
		return invalid.Value(ErrArity, s.Op.String(), arityText(low, high), strconv.Itoa(len(s.Inputs)))
	}
	switch {
	case (s.Rounding != nil) != (s.Op == OpRound):
		return invalid.Value(ErrField, s.Op.String(), "rounding")
	case (s.Allocation != nil) != (s.Op == OpAllocate):
		return invalid.Value(ErrField, s.Op.String(), "allocation")
	case (s.Relation != "") != (s.Op == OpCompare):
		return invalid.Value(ErrField, s.Op.String(), "relation")
	case s.Index != 0 && s.Op != OpPick:
		return invalid.Value(ErrField, s.Op.String(), "index")
	}
	return nil
}

// arity returns the least and the greatest number of inputs; -1 is no limit.
func (o Op) arity() (low, high int) {
	switch o {
	case OpGiven:
		return 0, 0
	case OpSum, OpProduct, OpPick:
		return 1, -1
	case OpRatio, OpCompare:
		return 2, 2
	case OpRound:
		return 1, 1
	case OpAllocate, OpShift:
		return 2, -1
	case OpClamp:
		return 3, 3
	case OpCount:
		return 0, -1
	default:
		return 0, -1
	}
}

func arityText(low, high int) string {
	if high < 0 {
		return "≥ " + strconv.Itoa(low)
	}
	return strconv.Itoa(low)
}

func (s Step) given() (Value, error) {
	if s.Value.Text == "" {
		return Value{}, invalid.Value(ErrEmpty)
	}
	if digits(s.Value.Text) > maxDigits {
		return Value{}, errLarge()
	}
	_, err := ParseUnit(s.Value.Unit)
	return s.Value, err
}

func (s Step) sum() (Value, error) {
	u, err := sameUnit(s.Inputs)
	if err != nil {
		return Value{}, err
	}
	total := new(big.Rat)
	for _, in := range s.Inputs {
		n, err := in.number()
		if err != nil {
			return Value{}, err
		}
		if total.Add(total, n); tooLarge(total) {
			return Value{}, errLarge()
		}
	}
	return result(total, u)
}

func (s Step) product() (Value, error) {
	total, all := big.NewRat(1, 1), Unit{}
	for _, in := range s.Inputs {
		n, err := in.number()
		if err != nil {
			return Value{}, err
		}
		u, err := ParseUnit(in.Value.Unit)
		if err != nil {
			return Value{}, err
		}
		total.Mul(total, n)
		if all = all.Times(u); tooLarge(total) || all.size() > 2*maxUnit {
			return Value{}, errLarge()
		}
	}
	return result(total, all.String())
}

func (s Step) ratio() (Value, error) {
	ns, err := numbers(s.Inputs)
	if err != nil {
		return Value{}, err
	}
	over, err := ParseUnit(s.Inputs[0].Value.Unit)
	if err != nil {
		return Value{}, err
	}
	under, err := ParseUnit(s.Inputs[1].Value.Unit)
	if err != nil {
		return Value{}, err
	}
	if ns[1].Sign() == 0 {
		return Value{}, invalid.Value(ErrZero)
	}
	return result(new(big.Rat).Quo(ns[0], ns[1]), over.Per(under).String())
}

func (s Step) pick() (Value, error) {
	if s.Index < 0 || s.Index >= len(s.Inputs) {
		return Value{}, invalid.Value(ErrIndex, strconv.Itoa(s.Index), strconv.Itoa(len(s.Inputs)))
	}
	picked := s.Inputs[s.Index]
	return picked.given()
}

func (s Step) clamp() (Value, error) {
	u, err := sameUnit(s.Inputs)
	if err != nil {
		return Value{}, err
	}
	ns, err := numbers(s.Inputs)
	if err != nil {
		return Value{}, err
	}
	n, low, high := ns[0], ns[1], ns[2]
	switch {
	case low.Cmp(high) > 0:
		return Value{}, invalid.Value(ErrBounds, s.Inputs[1].Value.show(), s.Inputs[2].Value.show())
	case n.Cmp(low) < 0:
		n = low
	case n.Cmp(high) > 0:
		n = high
	}
	return result(n, u)
}

// number reads the result of a step.
func (s Step) number() (*big.Rat, error) {
	n, ok := Number(s.Value.Text)
	if !ok {
		return nil, invalid.Value(ErrNumber, s.Value.show())
	}
	return n, nil
}

func numbers(steps []Step) ([]*big.Rat, error) {
	out := make([]*big.Rat, len(steps))
	for i, s := range steps {
		n, err := s.number()
		if err != nil {
			return nil, err
		}
		out[i] = n
	}
	return out, nil
}

func result(n *big.Rat, unit string) (Value, error) {
	text, ok := canonical(n)
	if !ok || len(unit) > maxUnit {
		return Value{}, errLarge()
	}
	return Value{text, unit}, nil
}

func tooLarge(n *big.Rat) bool {
	return n.Num().BitLen() > maxBits || n.Denom().BitLen() > maxBits
}

func errLarge() error { return invalid.Value(ErrLarge, strconv.Itoa(maxDigits)) }
