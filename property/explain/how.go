package explain

import (
	"slices"
	"strconv"
	"strings"
)

// maxInline is how many operands stand in one line.
const maxInline = 8

// how says how the result follows. Inline is true if it is the calculation
// itself, with every operand. It reads any step, right or wrong.
func (t *tree) how(s *Step) (text string, inline bool) {
	if s.Op == OpRound {
		return t.rounding(s), false
	}
	if s.Omitted > 0 {
		return t.unlessNamed(s, t.opWord(s.Op)), false
	}
	n := strconv.Itoa(len(s.Inputs))
	if allGiven(s.Inputs) && slices.Contains([]Op{OpSum, OpProduct, OpRatio, OpShift}, s.Op) {
		return t.calculation(s), true
	}
	if len(s.Inputs) == 1 && (s.Op == OpSum || s.Op == OpProduct) {
		return "", false // a bill of one line is that line
	}
	switch s.Op {
	case OpSum:
		return t.unlessNamed(s, phraseSum.in(t.p, n)), false
	case OpProduct:
		return t.unlessNamed(s, phraseProduct.in(t.p, n)), false
	case OpRatio:
		return phraseRatio.in(t.p), false
	case OpAllocate:
		return t.allocation(s), false
	case OpPick:
		return phrasePick.in(t.p, strconv.Itoa(s.Index+1), n), false
	case OpClamp:
		return t.limits(s), false
	case OpCompare:
		return t.comparison(s), false
	case OpCount:
		return phraseCount.in(t.p), false
	case OpShift:
		return t.unlessNamed(s, phraseShift.in(t.p)), false
	case OpGiven, OpRound:
	}
	return "", false
}

// unlessNamed leaves a phrase out where the operation stands for the label and
// says the same.
func (*tree) unlessNamed(s *Step, phrase string) string {
	if s.Label.ID() == "" {
		return ""
	}
	return phrase
}

func allGiven(steps []Step) bool {
	return len(steps) > 0 && len(steps) <= maxInline &&
		!slices.ContainsFunc(steps, func(s Step) bool { return s.Op != OpGiven })
}

// calculation writes operands with their signs: "89.53 m2 × 2.80 CNY/m2 × 15/31".
func (t *tree) calculation(s *Step) string {
	var b strings.Builder
	for i, in := range s.Inputs {
		v := in.Value
		sign := " × "
		switch s.Op { //nolint:exhaustive // only these four are written as calculations
		case OpSum, OpShift:
			sign = " + "
			if text, negative := strings.CutPrefix(v.Text, "-"); negative && i > 0 {
				v.Text, sign = text, " − "
			}
		case OpRatio:
			sign = " ÷ "
		}
		if i > 0 {
			b.WriteString(sign)
		}
		b.WriteString(t.operand(v, s.Op == OpRatio))
	}
	return b.String()
}

func (t *tree) rounding(s *Step) string {
	if s.Rounding == nil {
		return ""
	}
	var phrase Label
	switch s.Rounding.Mode {
	case "halfUp":
		phrase = phraseHalfUp
	case "halfEven":
		phrase = phraseHalfEven
	case "halfDown":
		phrase = phraseHalfDown
	case "up":
		phrase = phraseUp
	case "down":
		phrase = phraseDown
	case "ceiling":
		phrase = phraseCeiling
	case "floor":
		phrase = phraseFloor
	default:
		return s.Rounding.Mode
	}
	return phrase.in(t.p, t.multiple(s.Rounding.Step, s.Value.Unit))
}

func (t *tree) allocation(s *Step) string {
	a := s.Allocation
	if a == nil || a.Index < 0 || a.Index > len(s.Inputs)-2 {
		return ""
	}
	return phraseAllocate.in(t.p,
		strconv.Itoa(a.Index+1), strconv.Itoa(len(s.Inputs)-1),
		t.operand(s.Inputs[0].Value, false), t.operand(s.Inputs[a.Index+1].Value, false),
		t.multiple(a.Step, s.Value.Unit))
}

func (t *tree) limits(s *Step) string {
	if len(s.Inputs) != 3 {
		return ""
	}
	return phraseClamp.in(t.p, t.operand(s.Inputs[1].Value, false), t.operand(s.Inputs[2].Value, false))
}

func (t *tree) comparison(s *Step) string {
	if len(s.Inputs) != 2 {
		return s.Relation
	}
	sign := s.Relation
	switch sign {
	case "<=":
		sign = "≤"
	case ">=":
		sign = "≥"
	}
	return t.operand(s.Inputs[0].Value, false) + " " + sign + " " + t.operand(s.Inputs[1].Value, false)
}
