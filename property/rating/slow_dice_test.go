package rating_test

import (
	"encoding/json"
	"fmt"
	"math/big"
	"math/rand/v2"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/wuyekit/wuye/property/metric"
	"github.com/wuyekit/wuye/property/rating"
)

// slowDice decides what is generated: by a seed, or by the bytes of a fuzz target, of which it makes zeros when they end.
type slowDice struct {
	rng   *rand.Rand
	bytes []byte
}

func slowSeed(seed uint64) *slowDice { return &slowDice{rng: rand.New(rand.NewPCG(seed, 7))} }

// n returns a number from 0 to below k.
func (d *slowDice) n(k int) int {
	if d.rng != nil {
		return d.rng.IntN(k)
	}
	if len(d.bytes) == 0 {
		return 0
	}
	b := d.bytes[0]
	d.bytes = d.bytes[1:]
	return int(b) % k
}

// oneIn reports whether something happens that happens once in k times.
func (d *slowDice) oneIn(k int) bool { return d.n(k) == k-1 }

func slowPick[T any](d *slowDice, of ...T) T { return of[d.n(len(of))] }

// cents returns a figure of hundredths.
func slowCents(n int) metric.Figure {
	sign := ""
	if n < 0 {
		sign, n = "-", -n
	}
	return metric.MustParseFigure(fmt.Sprintf("%s%d.%02d", sign, n/100, n%100))
}

func slowFigure(d *slowDice, of ...string) metric.Figure {
	if text := slowPick(d, of...); text != "" {
		return metric.MustParseFigure(text)
	}
	return metric.Figure{}
}

// slowRat returns a figure as a fraction; an unset one as nothing.
func slowRat(f metric.Figure) *big.Rat {
	if !f.IsSet() {
		return nil
	}
	return f.Decimal().Rat()
}

// slowOr returns the figure, or another number if it is unset.
func slowOr(f metric.Figure, or int64) *big.Rat {
	if r := slowRat(f); r != nil {
		return r
	}
	return big.NewRat(or, 1)
}

func slowAdd(a, b *big.Rat) *big.Rat { return new(big.Rat).Add(a, b) }
func slowSub(a, b *big.Rat) *big.Rat { return new(big.Rat).Sub(a, b) }
func slowMul(a, b *big.Rat) *big.Rat { return new(big.Rat).Mul(a, b) }
func slowQuo(a, b *big.Rat) *big.Rat { return new(big.Rat).Quo(a, b) }

// slowMin returns the lesser of two; nothing is no limit.
func slowMin(a, b *big.Rat) *big.Rat {
	if b == nil || a.Cmp(b) <= 0 {
		return a
	}
	return b
}

func slowMax(a, b *big.Rat) *big.Rat {
	if b == nil || a.Cmp(b) >= 0 {
		return a
	}
	return b
}

func slowFloor(x *big.Rat) *big.Rat {
	q := new(big.Int)
	q.Div(x.Num(), x.Denom()) // Euclidean: the denominator is above 0, so it is the floor
	return new(big.Rat).SetInt(q)
}

func slowCeil(x *big.Rat) *big.Rat {
	return new(big.Rat).Neg(slowFloor(new(big.Rat).Neg(x)))
}

// slowRound rounds a number that is not below 0.
func slowRound(x *big.Rat, r metric.Rounding) *big.Rat {
	step := big.NewRat(1, 100)
	if r.Step.IsSet() {
		step = slowRat(r.Step)
	}
	q := slowQuo(x, step)
	low := slowFloor(q)
	half := slowSub(q, low).Cmp(big.NewRat(1, 2))
	odd := new(big.Int).Rem(low.Num(), big.NewInt(2)).Sign() != 0
	up := false
	switch r.Mode {
	case 0, metric.ModeHalfUp:
		up = half >= 0
	case metric.ModeHalfEven:
		up = half > 0 || half == 0 && odd
	case metric.ModeHalfDown:
		up = half > 0
	case metric.ModeUp, metric.ModeCeiling:
		up = low.Cmp(q) != 0
	case metric.ModeDown, metric.ModeFloor:
	}
	if up {
		low = slowAdd(low, big.NewRat(1, 1))
	}
	return slowMul(low, step)
}

// slowStages rounds by all stages and returns what each left.
func slowStages(x *big.Rat, stages []metric.Rounding) []string {
	var out []string
	for _, r := range stages {
		x = slowRound(x, r)
		out = append(out, x.RatString())
	}
	return out
}

// slowText is a number as both sides are compared by; nothing is "-".
func slowText(x *big.Rat) string {
	if x == nil {
		return "-"
	}
	return x.RatString()
}

func slowScore(s rating.Score) string {
	if !s.IsSet() {
		return "-"
	}
	return s.Rat().RatString()
}

func slowStageTexts(stages []rating.StageResult) []string {
	var out []string
	for _, s := range stages {
		out = append(out, slowScore(s.Score))
	}
	return out
}

func slowRounding(d *slowDice) []metric.Rounding {
	var out []metric.Rounding
	for range slowPick(d, 0, 0, 1, 2) {
		out = append(out, metric.Rounding{
			Mode: metric.Mode(d.n(int(metric.ModeFloor) + 1)),
			Step: slowFigure(d, "", "0.01", "0.1", "0.5", "1", "0.03"),
		})
	}
	return out
}

func slowJSON(t *testing.T, v any) string {
	t.Helper()
	text, err := json.Marshal(v)
	require.NoError(t, err)
	return string(text)
}

func slowShuffle[T any](d *slowDice, list []T) {
	for i := range list {
		k := i + d.n(len(list)-i)
		list[i], list[k] = list[k], list[i]
	}
}
