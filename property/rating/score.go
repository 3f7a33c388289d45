package rating

import (
	"cmp"
	"math"
	"math/big"
	"math/bits"
	"strconv"
	"strings"

	"github.com/shopspring/decimal"

	"github.com/wuyekit/wuye/property/civil"
	"github.com/wuyekit/wuye/property/invalid"
	"github.com/wuyekit/wuye/property/metric"
)

// Score is an exact number of points (得分): 92.1875, or 1258/15.
//
// It is a value in lowest terms: comparable with ==, a map key, safe to share. The zero Score is unset, which is not 0. Its
// text is a plain decimal where it has one, and a fraction elsewhere.
type Score struct {
	num, den int64
}

// ScoreOf returns the score of a figure; unset for an unset one.
func ScoreOf(f metric.Figure) Score {
	if !f.IsSet() {
		return Score{}
	}
	return fraction(millionths(f), perUnit)
}

// perUnit is how many of its own units a figure has in 1.
const perUnit = 1_000_000

// millionths returns a figure in its own unit.
func millionths(f metric.Figure) int64 { return f.Decimal().CoefficientInt64() }

// ScoreOfRat returns the score of an exact number.
//
// Errors: [ErrScoreRange] for one whose numerator or denominator is beyond 63 bits.
func ScoreOfRat(r *big.Rat) (Score, error) {
	if !r.Num().IsInt64() || !r.Denom().IsInt64() || r.Num().Int64() == math.MinInt64 {
		return Score{}, invalid.Value(ErrScoreRange, r.RatString())
	}
	return Score{r.Num().Int64(), r.Denom().Int64()}, nil
}

// ParseScore reads a plain decimal or a fraction: "92.1875", "1258/15".
//
// Errors: [ErrScore], [ErrScoreRange].
func ParseScore(text string) (Score, error) {
	num, den, fraction := strings.Cut(text, "/")
	if !fraction {
		d, err := invalid.ParseDecimal(text)
		if err != nil {
			return Score{}, invalid.Value(ErrScore, invalid.Quote(text))
		}
		return ScoreOfRat(d.Rat())
	}
	n, errN := strconv.ParseInt(num, 10, 64)
	d, errD := strconv.ParseInt(den, 10, 64)
	if errN != nil || errD != nil || d <= 0 || num[0] == '+' || den[0] == '+' {
		return Score{}, invalid.Value(ErrScore, invalid.Quote(text))
	}
	return ScoreOfRat(big.NewRat(n, d))
}

// MustParseScore is [ParseScore] for literals; it panics where ParseScore returns an error.
func MustParseScore(text string) Score {
	s, err := ParseScore(text)
	if err != nil {
		panic(err)
	}
	return s
}

// fraction returns num/den in lowest terms; den is above 0, and num not the least integer.
func fraction(num, den int64) Score {
	g := gcd(num, den)
	return Score{num / g, den / g}
}

// IsSet reports whether there is a score; 0 is one.
func (s Score) IsSet() bool { return s.den != 0 }

// Sign returns −1, 0 or 1 as the score is negative, 0 or unset, or positive.
func (s Score) Sign() int { return cmp.Compare(s.num, 0) }

// Rat returns the score as an exact number; an unset one as 0.
func (s Score) Rat() *big.Rat {
	if s.den == 0 {
		return new(big.Rat)
	}
	return big.NewRat(s.num, s.den)
}

// Compare returns −1, 0 or 1 as s is less than, equal to or above t. An unset score comes before all others.
func (s Score) Compare(t Score) int {
	switch {
	case s.den == 0 || t.den == 0:
		return cmp.Compare(s.den, t.den)
	case s.Sign() != t.Sign():
		return cmp.Compare(s.Sign(), t.Sign())
	}
	hi1, lo1 := bits.Mul64(magnitude(s.num), uint64(t.den)) //nolint:gosec // denominators are above 0
	hi2, lo2 := bits.Mul64(magnitude(t.num), uint64(s.den)) //nolint:gosec // likewise
	return s.Sign() * cmp.Or(cmp.Compare(hi1, hi2), cmp.Compare(lo1, lo2))
}

func magnitude(n int64) uint64 {
	if n < 0 {
		return uint64(-n)
	}
	return uint64(n)
}

// Decimal returns the score rounded half away from zero to the given places, to be shown; an unset one as 0.
func (s Score) Decimal(places int32) decimal.Decimal {
	if s.den == 0 {
		return decimal.Decimal{}
	}
	return decimal.NewFromInt(s.num).DivRound(decimal.NewFromInt(s.den), places)
}

// terminates returns the number of decimals that the score needs, and whether it has an end.
func (s Score) terminates() (int32, bool) {
	den, twos, fives := s.den, int32(0), int32(0)
	for den%2 == 0 {
		den, twos = den/2, twos+1
	}
	for den%5 == 0 {
		den, fives = den/5, fives+1
	}
	return max(twos, fives), den == 1
}

// String returns "92.1875", or "1258/15" where no decimal is exact; "" for an unset score.
func (s Score) String() string {
	if s.den == 0 {
		return ""
	}
	if places, ends := s.terminates(); ends {
		return decimal.NewFromBigRat(s.Rat(), places).String()
	}
	return strconv.FormatInt(s.num, 10) + "/" + strconv.FormatInt(s.den, 10)
}

// AppendText appends the score as documents have it.
//
// Errors: [civil.ErrUnset] for an unset score; a field that may be unset is tagged omitzero.
func (s Score) AppendText(dst []byte) ([]byte, error) {
	if s.den == 0 {
		return dst, invalid.Value(civil.ErrUnset)
	}
	return append(dst, s.String()...), nil
}

// MarshalText returns the text. Errors: [civil.ErrUnset].
func (s Score) MarshalText() ([]byte, error) { return s.AppendText(nil) }

// UnmarshalText reads a score. Errors: those of [ParseScore].
func (s *Score) UnmarshalText(text []byte) error {
	v, err := ParseScore(string(text))
	if err == nil {
		*s = v
	}
	return err
}
