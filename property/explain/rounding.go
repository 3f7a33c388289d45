package explain

import (
	"math/big"

	"github.com/wuyekit/wuye/property/invalid"
)

func (s Step) round() (Value, error) {
	in := s.Inputs[0]
	n, err := in.number()
	if err != nil {
		return Value{}, err
	}
	u, err := ParseUnit(in.Value.Unit)
	if err != nil {
		return Value{}, err
	}
	step, err := positiveStep(s.Rounding.Step)
	if err != nil {
		return Value{}, err
	}
	multiple, ok := roundInt(new(big.Rat).Quo(n, step), s.Rounding.Mode)
	if !ok {
		return Value{}, invalid.Value(ErrMode, shorten(s.Rounding.Mode))
	}
	return result(step.Mul(step, new(big.Rat).SetInt(multiple)), u.String())
}

// positiveStep reads what rounded figures and shares are multiples of.
func positiveStep(text string) (*big.Rat, error) {
	step, ok := Number(text)
	if !ok || step.Sign() <= 0 {
		return nil, invalid.Value(ErrStep, shorten(text))
	}
	return step, nil
}

// roundInt rounds to a whole number; false if there is no such mode.
func roundInt(n *big.Rat, mode string) (*big.Int, bool) {
	// The nearest whole number towards zero, and what is cut off.
	whole, rest := new(big.Int).QuoRem(n.Num(), n.Denom(), new(big.Int))
	sign := rest.Sign()
	half := rest.Abs(rest).Lsh(rest, 1).Cmp(n.Denom())
	var away bool
	switch mode {
	case "halfUp":
		away = half >= 0
	case "halfEven":
		away = half > 0 || half == 0 && whole.Bit(0) == 1
	case "halfDown":
		away = half > 0
	case "up":
		away = true
	case "down":
		away = false
	case "ceiling":
		away = sign > 0
	case "floor":
		away = sign < 0
	default:
		return nil, false
	}
	if away {
		whole.Add(whole, big.NewInt(int64(sign)))
	}
	return whole, true
}
