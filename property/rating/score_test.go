package rating_test

import (
	"encoding/json"
	"math"
	"math/big"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/wuyekit/wuye/property/rating"
)

func TestParseScore(t *testing.T) {
	for text, want := range map[string]string{
		"92.1875": "92.1875", "1258/15": "1258/15", "0": "0", "-0.50": "-0.5", "100.00": "100", "6/4": "1.5", "-1/3": "-1/3",
		"9223372036854775807": "9223372036854775807", "1/9223372036854775807": "1/9223372036854775807",
	} {
		s, err := rating.ParseScore(text)
		require.NoError(t, err, text)
		require.Equal(t, want, s.String())
		require.True(t, s.IsSet())
	}
	for text, want := range map[string]error{
		"": rating.ErrScore, "x": rating.ErrScore, "1/0": rating.ErrScore, "1/-2": rating.ErrScore, "+1/2": rating.ErrScore, "1/+2": rating.ErrScore,
		"1/": rating.ErrScore, "/2": rating.ErrScore, "1/2/3": rating.ErrScore, "1e3": rating.ErrScore, " 1": rating.ErrScore, "1.5/2": rating.ErrScore,
		"9223372036854775808": rating.ErrScoreRange, "-9223372036854775808/3": rating.ErrScoreRange,
		"0.00000000000000000001": rating.ErrScoreRange,
	} {
		s, err := rating.ParseScore(text)
		require.ErrorIs(t, err, want, text)
		require.Equal(t, rating.Score{}, s, text)
	}
	require.Panics(t, func() { rating.MustParseScore("x") })
	require.Equal(t, "83.867", rating.MustParseScore("1258/15").Decimal(3).String())
	require.Equal(t, "1258/15", rating.MustParseScore("1258/15").Rat().RatString())
}

func TestScoreUnset(t *testing.T) {
	var s rating.Score
	require.False(t, s.IsSet())
	require.Empty(t, s.String())
	_, err := json.Marshal(s)
	require.Error(t, err, "what is not there is left out, not 0")
	require.Negative(t, s.Compare(rating.MustParseScore("-100")), "unset comes before all others")
	require.Zero(t, s.Compare(rating.Score{}))
	require.Equal(t, rating.Score{}, rating.ScoreOf(pts("")))
	require.Equal(t, rating.MustParseScore("0"), rating.ScoreOf(pts("0")))
	require.Equal(t, "-9223372036854.775807", rating.ScoreOf(pts("-9223372036854.775807")).String())
}

func FuzzParseScore(f *testing.F) {
	for _, text := range []string{"92.1875", "1258/15", "-1/3", "0", "1/0", "0.000001", "9223372036854775807/2", "1/-1", "٣", "08/1", "010/012"} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		s, err := rating.ParseScore(text)
		if err != nil {
			require.Equal(t, rating.Score{}, s)
			return
		}
		above, below, _ := strings.Cut(text, "/") // big.Rat alone would take 010/1 as 8
		want, ok := new(big.Rat).SetString(above)
		require.True(t, ok, text)
		if below != "" {
			den, ok := new(big.Int).SetString(below, 10)
			require.True(t, ok, text)
			want.Quo(want, new(big.Rat).SetInt(den))
		}
		require.Zero(t, want.Cmp(s.Rat()), text)
		again, err := rating.ParseScore(s.String())
		require.NoError(t, err)
		require.Equal(t, s, again, "the text of a score is read as the same value")
	})
}

func FuzzScoreCompare(f *testing.F) {
	f.Add(int64(1), int64(3), int64(-1), int64(3))
	f.Add(int64(math.MaxInt64), int64(math.MaxInt64-1), int64(math.MaxInt64-1), int64(math.MaxInt64-2))
	f.Add(int64(0), int64(1), int64(0), int64(7))
	f.Fuzz(func(t *testing.T, a, b, c, d int64) {
		if b <= 0 || d <= 0 || a == math.MinInt64 || c == math.MinInt64 {
			return
		}
		x, y := big.NewRat(a, b), big.NewRat(c, d)
		s, err := rating.ScoreOfRat(x)
		require.NoError(t, err)
		r, err := rating.ScoreOfRat(y)
		require.NoError(t, err)
		require.Equal(t, x.Cmp(y), s.Compare(r))
		require.Equal(t, y.Cmp(x), r.Compare(s))
		require.Equal(t, x.Sign(), s.Sign())
		require.Equal(t, x.Cmp(y) == 0, s == r, "equal numbers are ==")
	})
}
