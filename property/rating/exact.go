package rating

import (
	"math"
	"math/bits"

	"github.com/wuyekit/wuye/property/metric"
)

// exact computes with scores without an allocation. A result that does not fit is noted, and everything after it is 0; who
// computes looks at tooLarge in the end. An unset score counts as 0.
type exact struct {
	tooLarge bool
}

func whole(n int64) Score { return Score{n, 1} }

// parts returns the numerator and the denominator, 0/1 of an unset score.
func (s Score) parts() (num, den int64) { return s.num, max(s.den, 1) }

func (e *exact) plus(s, t Score) Score {
	a, b := s.parts()
	c, d := t.parts()
	if b == 1 && d == 1 {
		return Score{e.add(a, c), 1}
	}
	g := gcd(b, d)
	num := e.add(e.mul(a, d/g), e.mul(c, b/g))
	h := gcd(num, g)
	return e.result(num/h, e.mul(b/g, d/h))
}

func (e *exact) minus(s, t Score) Score {
	c, d := t.parts()
	return e.plus(s, Score{-c, d})
}

func (e *exact) times(s, t Score) Score {
	a, b := s.parts()
	c, d := t.parts()
	g, h := gcd(a, d), gcd(c, b)
	return e.result(e.mul(a/g, c/h), e.mul(b/h, d/g))
}

// over divides by a score above 0.
func (e *exact) over(s, t Score) Score {
	c, d := t.parts()
	if c <= 0 {
		e.tooLarge = true
		return whole(0)
	}
	return e.times(s, Score{d, c})
}

func (e *exact) result(num, den int64) Score {
	if e.tooLarge {
		return whole(0)
	}
	return Score{num, den}
}

func (e *exact) add(a, b int64) int64 {
	sum := a + b
	if (b > 0) != (sum > a) && b != 0 || sum == math.MinInt64 {
		e.tooLarge = true
		return 0
	}
	return sum
}

func (e *exact) mul(a, b int64) int64 {
	hi, lo := bits.Mul64(magnitude(a), magnitude(b))
	if hi != 0 || lo > math.MaxInt64 {
		e.tooLarge = true
		return 0
	}
	if (a < 0) != (b < 0) {
		return -int64(lo)
	}
	return int64(lo)
}

// gcd returns the greatest common divisor, at least 1.
func gcd(a, b int64) int64 {
	for b != 0 {
		a, b = b, a%b
	}
	if a < 0 {
		a = -a
	}
	return max(a, 1)
}

// common returns the least common multiple of two denominators.
func (e *exact) common(a, b int64) int64 { return max(e.mul(a/gcd(a, b), b), 1) }

func least(s, t Score) Score {
	if t.Compare(s) < 0 {
		return t
	}
	return s
}

func greatest(s, t Score) Score {
	if t.Compare(s) > 0 {
		return t
	}
	return s
}

// within keeps a score at or above low and, if there is a high, at or below it.
func within(s, low, high Score) Score {
	s = greatest(s, low)
	if high.IsSet() {
		s = least(s, high)
	}
	return s
}

// round rounds to a multiple of a stage's step.
func (e *exact) round(s Score, stage metric.Rounding) Score {
	step := stepOf(stage)
	var try exact
	steps := try.over(s, step)
	if try.tooLarge {
		rounded, err := ScoreOfRat(roundRat(s.Rat(), stage))
		e.tooLarge = e.tooLarge || err != nil
		return e.result(rounded.parts())
	}
	num, den := steps.parts()
	n, rest := num/den, num%den // towards zero
	if rest != 0 && roundsOn(stage.Mode, n, rest, den) {
		n += int64(steps.Sign())
	}
	return e.times(whole(n), step)
}

// roundsOn is roundsAway for small numbers with a rest.
func roundsOn(m metric.Mode, n, rest, den int64) bool {
	switch m {
	case metric.ModeUp:
		return true
	case metric.ModeDown:
		return false
	case metric.ModeCeiling:
		return rest > 0
	case metric.ModeFloor:
		return rest < 0
	case metric.ModeHalfUp, metric.ModeHalfEven, metric.ModeHalfDown:
	}
	over := magnitude(rest) * 2 // below 2⁶⁴
	switch half := uint64(den); {
	case over != half:
		return over > half
	case m == metric.ModeHalfEven:
		return n%2 != 0
	default:
		return m != metric.ModeHalfDown
	}
}
