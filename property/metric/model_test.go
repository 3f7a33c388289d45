package metric_test

import (
	"math/big"
	"slices"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/wuyekit/wuye/property/civil"
	"github.com/wuyekit/wuye/property/metric"
)

// rational reads the text of a figure, which is the only way into the model.
func rational(t *testing.T, text string) *big.Rat {
	t.Helper()
	r, ok := new(big.Rat).SetString(text)
	require.True(t, ok, "%q", text)
	return r
}

// millionths writes a figure of n millionths; the smallest int64 is none, and becomes its neighbour.
func millionths(n int64) string {
	return big.NewRat(max(n, -1<<63+1), 1_000_000).FloatString(6)
}

// slowRound finds the multiple of a step by trying the two around the number: the one below and the one above.
func slowRound(x, step *big.Rat, mode metric.Mode) *big.Rat {
	below := new(big.Int).Div(new(big.Rat).Quo(x, step).Num(), new(big.Rat).Quo(x, step).Denom()) // towards −∞
	low := new(big.Rat).Mul(new(big.Rat).SetInt(below), step)
	if low.Cmp(x) == 0 {
		return low
	}
	high := new(big.Rat).Add(low, step)
	inner, outer, outerIsEven := low, high, below.Bit(0) == 1
	if x.Sign() < 0 {
		inner, outer, outerIsEven = high, low, below.Bit(0) == 0
	}
	nearer := new(big.Rat).Abs(new(big.Rat).Sub(x, inner)).Cmp(new(big.Rat).Abs(new(big.Rat).Sub(x, outer)))
	takesOuter := map[metric.Mode]bool{
		0:                   nearer >= 0,
		metric.ModeHalfUp:   nearer >= 0,
		metric.ModeHalfEven: nearer > 0 || nearer == 0 && outerIsEven,
		metric.ModeHalfDown: nearer > 0,
		metric.ModeUp:       true,
		metric.ModeDown:     false,
		metric.ModeCeiling:  x.Sign() > 0,
		metric.ModeFloor:    x.Sign() < 0,
	}
	if takesOuter[mode] {
		return outer
	}
	return inner
}

// requireRounded compares a rounded figure with the slow way; beyond the range it has to be refused.
func requireRounded(t *testing.T, x, step *big.Rat, mode metric.Mode, got metric.Figure, err error) {
	t.Helper()
	want := slowRound(x, step, mode)
	if new(big.Rat).Abs(want).Cmp(rational(t, "9223372036854.775807")) > 0 {
		require.ErrorIs(t, err, metric.ErrFigureRange)
		return
	}
	require.NoError(t, err)
	require.Zero(t, want.Cmp(rational(t, got.String())), "%s by %s %s = %s, want %s", x, step, mode, got, want)
}

// FuzzValue: comparing is cross multiplication and rounding is what trying both neighbours finds.
func FuzzValue(f *testing.F) {
	f.Add(int64(1176_000000), int64(1200_000000), int64(980000), uint8(1), int64(10000))
	f.Add(int64(-5), int64(8), int64(-1), uint8(2), int64(1))
	f.Add(int64(1<<63-1), int64(1), int64(1<<63-1), uint8(4), int64(1<<62))
	f.Add(int64(1), int64(1<<63-1), int64(0), uint8(7), int64(500000))
	f.Fuzz(func(t *testing.T, num, den, target int64, mode uint8, step int64) {
		if den <= 0 || step <= 0 {
			return
		}
		m := metric.Mode(mode % 8)
		v := metric.Value{Metric: "m", Kind: metric.KindMean, State: metric.Known, Num: fig(millionths(num)), Den: fig(millionths(den))}
		n, d, goal := rational(t, v.Num.String()), rational(t, v.Den.String()), rational(t, millionths(target))

		order, ok := v.Cmp(fig(millionths(target)))
		require.True(t, ok)
		require.Equal(t, n.Cmp(new(big.Rat).Mul(goal, d)), order, "%s/%s against %s", n, d, goal)
		for is, want := range map[metric.Relation]bool{
			metric.AtLeast: order >= 0, metric.AtMost: order <= 0, metric.Exactly: order == 0, metric.Above: order > 0, metric.Below: order < 0,
		} {
			met := metric.Target{Is: is, Value: fig(millionths(target))}.Judge(v) == metric.Met
			require.Equal(t, want, met, is)
		}

		got, err := v.Rounded(metric.Rounding{Mode: m, Step: fig(millionths(step))})
		requireRounded(t, new(big.Rat).Quo(n, d), rational(t, millionths(step)), m, got, err)
		again, err := v.Rounded(metric.Rounding{Mode: m, Step: fig(millionths(step))})
		require.Equal(t, got, again, "rounding changes nothing: %v", err)
	})
}

// FuzzTrend: points and growth are the exact differences, rounded once; the course is their sign.
func FuzzTrend(f *testing.F) {
	f.Add(uint32(97), uint32(100), uint32(197), uint32(200), uint8(1), uint32(10000))
	f.Add(uint32(9), uint32(1200), uint32(12), uint32(1200), uint8(6), uint32(1))
	f.Add(uint32(0), uint32(7), uint32(3), uint32(9), uint8(2), uint32(300))
	set, err := metric.Compile(metric.China())
	require.NoError(f, err)
	f.Fuzz(func(t *testing.T, n1, d1, n2, d2 uint32, mode uint8, step uint32) {
		if n1 > d1 || n2 > d2 || d1 == 0 || d2 == 0 || step == 0 {
			return
		}
		count := func(n uint32) string { return big.NewInt(int64(n)).String() }
		former := within(counted("rework", count(n1), count(d1)), "", "2026-01")
		current := within(counted("rework", count(n2), count(d2)), "", "2026-02")
		trend, err := set.Trend(former, current)
		require.NoError(t, err)
		before, after := big.NewRat(int64(n1), int64(d1)), big.NewRat(int64(n2), int64(d2))
		change := new(big.Rat).Sub(after, before)

		course, ok := trend.Course()
		require.True(t, ok)
		require.Equal(t, -change.Sign(), course, "less rework is better")

		m := metric.Mode(mode % 8)
		r := metric.Rounding{Mode: m, Step: fig(millionths(int64(step)))}
		by := rational(t, millionths(int64(step)))
		hundred := big.NewRat(100, 1)
		got, err := trend.Change(r)
		requireRounded(t, change, by, m, got, err)
		got, err = trend.Points(r)
		requireRounded(t, new(big.Rat).Mul(change, hundred), by, m, got, err)
		got, err = trend.Relative(r)
		if n1 == 0 {
			require.ErrorIs(t, err, metric.ErrFormerZero)
			return
		}
		growth := new(big.Rat).Mul(new(big.Rat).Quo(change, before), hundred)
		requireRounded(t, growth, by, m, got, err)
	})
}

// FuzzTotal: a year in pieces, by scope and by cuts that the bytes make, adds up to the same whatever the order and
// whether by scopes first; without any one of the pieces, or with one twice, there is no total.
func FuzzTotal(f *testing.F) {
	f.Add([]byte{1, 2, 3, 4, 5, 6, 7, 8}, uint8(2), uint8(3))
	f.Add([]byte{255, 0, 9}, uint8(1), uint8(0))
	f.Add([]byte{}, uint8(3), uint8(9))
	set, err := metric.Compile(metric.China())
	require.NoError(f, err)
	year := span("2026-01-01/2027-01-01")
	f.Fuzz(func(t *testing.T, cuts []byte, scopes, at uint8) {
		cuts = cuts[:min(len(cuts), 40)]
		var parts []metric.Measurement
		byScope := map[string][]metric.Measurement{}
		num, den := new(big.Int), new(big.Int)
		for s := range int(scopes%4) + 1 {
			scope := string(rune('a' + s))
			start := year.Start
			for i := 0; start < year.End; i++ {
				length := 400 // the rest of the year
				if i < len(cuts) {
					length = 1 + (int(cuts[i])+7*s)%90
				}
				end := min(start.AddDays(length), year.End)
				total := int64(length*(s+1)) % 50
				n := total * int64(i%3) / 2 % (total + 1)
				m := within(counted("rework", millionths(n*1_000_000), millionths(total*1_000_000)), scope, "2026-01")
				m.Period = civil.Period{Start: start, End: end}
				parts = append(parts, m)
				byScope[scope] = append(byScope[scope], m)
				num.Add(num, big.NewInt(n))
				den.Add(den, big.NewInt(total))
				start = end
			}
		}
		total, err := set.Total("", year, parts)
		require.NoError(t, err)
		require.Equal(t, []string{num.String(), den.String()}, []string{total.Num.String(), total.Den.String()})

		turned := slices.Clone(parts)
		slices.Reverse(turned)
		again, err := set.Total("", year, turned)
		require.NoError(t, err)
		require.Equal(t, total, again)

		var sums []metric.Measurement
		for scope, group := range byScope {
			sub, err := set.Total(scope, year, group)
			require.NoError(t, err)
			sums = append(sums, sub)
		}
		again, err = set.Total("", year, sums)
		require.NoError(t, err)
		require.Equal(t, total, again, "by scopes first")

		one := int(at) % len(parts)
		_, err = set.Total("", year, append(slices.Clone(parts), parts[one]))
		require.ErrorIs(t, err, metric.ErrOverlap)
		if alone := len(byScope[parts[one].Scope]) == 1; !alone {
			_, err = set.Total("", year, slices.Delete(slices.Clone(parts), one, one+1))
			require.ErrorIs(t, err, metric.ErrGap)
		}
	})
}
