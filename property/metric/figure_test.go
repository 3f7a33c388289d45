package metric_test

import (
	"encoding/json"
	"math/big"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/wuyekit/wuye/property/civil"
	"github.com/wuyekit/wuye/property/invalid"
	"github.com/wuyekit/wuye/property/metric"
)

func TestParseFigure(t *testing.T) {
	tests := []struct{ text, want string }{
		{"0", "0"},
		{"-0", "0"},
		{"1176", "1176"},
		{"007", "7"},
		{"48500.250", "48500.25"},
		{"0.000001", "0.000001"},
		{"1.2000000000", "1.2"},
		{"-12.5", "-12.5"},
		{"9223372036854.775807", "9223372036854.775807"},
		{"-9223372036854.775807", "-9223372036854.775807"},
	}
	for _, tt := range tests {
		f, err := metric.ParseFigure(tt.text)
		require.NoError(t, err, tt.text)
		require.Equal(t, tt.want, f.String())
		require.True(t, f.IsSet(), "0 is a figure")
	}
}

func TestParseFigureRefuses(t *testing.T) {
	tests := []struct {
		text string
		want invalid.RuleError
	}{
		{"", invalid.ErrDecimal},
		{"98%", invalid.ErrDecimal},
		{"1e3", invalid.ErrDecimal},
		{"1,176", invalid.ErrDecimal},
		{"12.", invalid.ErrDecimal},
		{"+1", invalid.ErrDecimal},
		{"0.0000001", metric.ErrFigureScale},
		{"9223372036854.775808", metric.ErrFigureRange},
		{"-9223372036854.775808", metric.ErrFigureRange},
		{"10000000000000", metric.ErrFigureRange},
	}
	for _, tt := range tests {
		f, err := metric.ParseFigure(tt.text)
		require.ErrorIs(t, err, tt.want, tt.text)
		require.Zero(t, f)
	}
	require.Panics(t, func() { metric.MustParseFigure("98%") })
}

func TestFigureIsAValue(t *testing.T) {
	require.True(t, fig("2.80") == fig("2.8"), "one form only")
	require.False(t, fig("0") == metric.Figure{}, "0 is not unset")
	require.Empty(t, metric.Figure{}.String())
	require.Equal(t, "2.8", fig("2.80").Decimal().String())
	require.Equal(t, []int{-1, 0, 0, 1}, []int{fig("-0.1").Sign(), fig("0").Sign(), fig("").Sign(), fig("3").Sign()})
	require.True(t, fig("3").IsWhole())
	require.False(t, fig("3.5").IsWhole())
	require.False(t, fig("").IsWhole())
}

func TestCount(t *testing.T) {
	for n, want := range map[int64]string{0: "0", 118: "118", -3: "-3", 9223372036854: "9223372036854", -9223372036854: "-9223372036854"} {
		f, err := metric.Count(n)
		require.NoError(t, err)
		require.Equal(t, want, f.String())
	}
	for _, n := range []int64{9223372036855, -9223372036855, 1 << 62} {
		_, err := metric.Count(n)
		require.ErrorIs(t, err, metric.ErrFigureRange)
	}
}

func TestFigureAdd(t *testing.T) {
	tests := []struct{ a, b, want string }{
		{"0.1", "0.2", "0.3"},
		{"5", "-7", "-2"},
		{"", "7", ""},
		{"7", "", ""},
		{"9223372036854.775806", "0.000001", "9223372036854.775807"},
		{"0", "0", "0"},
	}
	for _, tt := range tests {
		got, err := fig(tt.a).Add(fig(tt.b))
		require.NoError(t, err)
		require.Equal(t, fig(tt.want), got, "%q + %q", tt.a, tt.b)
	}
	for _, pair := range [][2]string{
		{"9223372036854.775807", "0.000001"},
		{"-9223372036854.775807", "-0.000001"},
		{"-9000000000000", "-9000000000000"},
	} {
		_, err := fig(pair[0]).Add(fig(pair[1]))
		require.ErrorIs(t, err, metric.ErrFigureRange)
	}
}

func TestFigureInDocuments(t *testing.T) {
	m, err := invalid.Decode[metric.Measurement]([]byte(`{"metric": "rework", "period": {"start": "2026-01-01", "end": "2027-01-01"}, "num": "0"}`), "m")
	require.NoError(t, err)
	require.Equal(t, fig("0"), m.Num)
	require.Equal(t, metric.Figure{}, m.Den, "what is left out is unset")
	text, err := json.Marshal(m)
	require.NoError(t, err)
	require.JSONEq(t, `{"metric": "rework", "period": {"start": "2026-01-01", "end": "2027-01-01"}, "num": "0"}`, string(text))

	_, err = metric.Figure{}.MarshalText()
	require.ErrorIs(t, err, civil.ErrUnset)
	f := fig("5")
	require.ErrorIs(t, f.UnmarshalText([]byte("five")), invalid.ErrDecimal)
	require.Equal(t, fig("5"), f)
}

// FuzzFigure: a figure is the number that big rationals read, its text reads back, and sums are exact or refused.
func FuzzFigure(f *testing.F) {
	f.Add("0.1", "-0")
	f.Add("9223372036854.775807", "0.000001")
	f.Add("1e3", "98%")
	f.Add("-9223372036854.775807", "-9223372036854.775807")
	limit, _ := new(big.Rat).SetString("9223372036854.775807")
	f.Fuzz(func(t *testing.T, a, b string) {
		x, err := metric.ParseFigure(a)
		if err != nil {
			require.Equal(t, metric.Figure{}, x)
			return
		}
		exact, ok := new(big.Rat).SetString(a)
		require.True(t, ok)
		own, ok := new(big.Rat).SetString(x.String())
		require.True(t, ok)
		require.Zero(t, exact.Cmp(own), "%q read as %s", a, x)
		var back metric.Figure
		require.NoError(t, back.UnmarshalText([]byte(x.String())))
		require.True(t, back == x)

		y, err := metric.ParseFigure(b)
		if err != nil {
			return
		}
		other, _ := new(big.Rat).SetString(b)
		want := new(big.Rat).Add(exact, other)
		sum, err := x.Add(y)
		swapped, swappedErr := y.Add(x)
		require.Equal(t, sum, swapped)
		require.Equal(t, err == nil, swappedErr == nil)
		if new(big.Rat).Abs(want).Cmp(limit) > 0 {
			require.ErrorIs(t, err, metric.ErrFigureRange)
			return
		}
		require.NoError(t, err)
		got, _ := new(big.Rat).SetString(sum.String())
		require.Zero(t, want.Cmp(got), "%s + %s = %s", x, y, sum)
	})
}
