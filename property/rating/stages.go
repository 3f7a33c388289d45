package rating

import (
	"math/big"

	"github.com/wuyekit/wuye/property/invalid"
	"github.com/wuyekit/wuye/property/metric"
)

// applyStages rounds an exact score stage by stage; without stages it stays as it is.
//
// Errors: [ErrScoreRange].
func applyStages(exact Score, rounding []metric.Rounding) ([]StageResult, Score, error) {
	var out []StageResult
	for _, r := range rounding {
		rounded, err := ScoreOfRat(roundRat(exact.Rat(), r))
		if err != nil {
			return nil, Score{}, err
		}
		exact = rounded
		out = append(out, StageResult{r, exact})
	}
	return out, exact, nil
}

// stepOf returns what the results of a stage are multiples of.
func stepOf(r metric.Rounding) Score {
	if !r.Step.IsSet() {
		return Score{1, 100}
	}
	return ScoreOf(r.Step)
}

// modeOf returns the way a stage rounds.
func modeOf(r metric.Rounding) metric.Mode {
	if r.Mode == 0 {
		return metric.ModeHalfUp
	}
	return r.Mode
}

// roundRat returns the multiple of the stage's step for a number.
func roundRat(x *big.Rat, r metric.Rounding) *big.Rat {
	step := stepOf(r).Rat()
	quotient := new(big.Rat).Quo(x, step)
	n, rest := new(big.Int).QuoRem(quotient.Num(), quotient.Denom(), new(big.Int)) // towards zero
	if roundsAway(r.Mode, n, rest, quotient.Denom()) {
		n.Add(n, big.NewInt(int64(rest.Sign())))
	}
	return quotient.Mul(quotient.SetInt(n), step)
}

// roundsAway reports whether n is one short, where rest is what is left of den, with the sign of the number.
func roundsAway(m metric.Mode, n, rest, den *big.Int) bool {
	twice := new(big.Int).Abs(rest)
	half := twice.Lsh(twice, 1).Cmp(den)
	switch m {
	case metric.ModeHalfEven:
		return half > 0 || half == 0 && n.Bit(0) == 1
	case metric.ModeHalfDown:
		return half > 0
	case metric.ModeUp:
		return rest.Sign() != 0
	case metric.ModeDown:
		return false
	case metric.ModeCeiling:
		return rest.Sign() > 0
	case metric.ModeFloor:
		return rest.Sign() < 0
	case metric.ModeHalfUp:
	}
	return half >= 0
}

// maxBits bounds what sums of fractions may grow to on the way, so that a derivation can show them.
const maxBits = 512

// sumOf adds scores in their order.
//
// Errors: [ErrScoreRange] if the sum needs more than 512 bits on the way.
func sumOf(scores []Score) (*big.Rat, error) {
	total := new(big.Rat)
	for _, s := range scores {
		if total.Add(total, s.Rat()); tooLong(total) {
			return nil, invalid.Value(ErrScoreRange, "the sum of the scores")
		}
	}
	return total, nil
}

func tooLong(x *big.Rat) bool { return x.Num().BitLen() > maxBits || x.Denom().BitLen() > maxBits }

// meanOf returns the mean of scores, of which there is one at least.
//
// Errors: [ErrScoreRange].
func meanOf(scores []Score) (Score, error) {
	total, err := sumOf(scores)
	if err != nil {
		return Score{}, err
	}
	return ScoreOfRat(total.Quo(total, new(big.Rat).SetInt64(int64(len(scores)))))
}

// weighted is a score with what it is worth.
type weighted struct {
	weight metric.Figure
	score  Score
}

// weightedMean returns Σ weight × score ÷ Σ weight, where the weights are above 0 and there is one at least.
//
// Errors: [ErrScoreRange].
func weightedMean(parts []weighted) (Score, error) {
	sum, weights := new(big.Rat), new(big.Rat)
	for _, p := range parts {
		w := p.weight.Decimal().Rat()
		weights.Add(weights, w)
		if sum.Add(sum, w.Mul(w, p.score.Rat())); tooLong(sum) {
			return Score{}, invalid.Value(ErrScoreRange, "the weighted sum of the scores")
		}
	}
	return ScoreOfRat(sum.Quo(sum, weights))
}
