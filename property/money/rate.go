package money

import (
	"cmp"
	"strings"

	"github.com/shopspring/decimal"

	"github.com/wuyekit/wuye/property/invalid"
)

// oneMicro is a rate of one in millionths.
const oneMicro = 1_000_000

// Rate is a number without a unit that money is multiplied by: a tax rate (税率), a
// percentage (比例), a relief factor (减免系数). 0.06 is six per cent. The zero Rate is
// nothing at all.
//
// Units: millionths; never negative.
type Rate struct{ n int64 }

// NewRate returns a rate of n millionths.
//
// Errors: [ErrRateNegative].
func NewRate(n int64) (Rate, error) {
	if n < 0 {
		return Rate{}, invalid.Value(ErrRateNegative, string(appendFixed(nil, n, micro, 0)))
	}
	return Rate{n}, nil
}

// One returns the rate of one, which changes nothing.
func One() Rate { return Rate{oneMicro} }

// ParseRate reads a plain decimal number of at most six decimals, "0.06", or a
// percentage of at most four, "6%".
//
// Errors: [ErrRate], [ErrRateScale], [ErrRateRange], [ErrRateNegative].
func ParseRate(text string) (Rate, error) {
	number, percent := strings.CutSuffix(text, "%")
	decimals := micro
	if percent {
		decimals -= 2
	}
	n, f := parseFixed(number, decimals)
	if f != fits {
		return Rate{}, rateProblem(f, text)
	}
	return NewRate(n)
}

// MustParseRate is [ParseRate] for literals; it panics where ParseRate fails.
func MustParseRate(text string) Rate { return must(ParseRate(text)) }

// RateOf returns the rate of exactly d; 0.06 is six per cent.
//
// Errors: [ErrRateScale] beyond six decimals, [ErrRateRange], [ErrRateNegative].
func RateOf(d decimal.Decimal) (Rate, error) {
	n, f := exactly(d, micro)
	if f != fits {
		return Rate{}, rateProblem(f, describe(d))
	}
	return NewRate(n)
}

// rateProblem says why a text or number is no rate.
func rateProblem(f fit, text string) error {
	switch f {
	case notPlain:
		return invalid.Value(ErrRate, invalid.Quote(text))
	case tooFine:
		return invalid.Value(ErrRateScale, text)
	case fits, tooLarge:
	}
	return invalid.Value(ErrRateRange, text)
}

// Micro returns the rate in millionths.
func (r Rate) Micro() int64 { return r.n }

// IsZero reports whether the rate is zero.
func (r Rate) IsZero() bool { return r.n == 0 }

// Cmp returns -1, 0 or 1 as r is lower than, equal to or higher than b.
func (r Rate) Cmp(b Rate) int { return cmp.Compare(r.n, b.n) }

// Decimal returns the rate, exactly.
func (r Rate) Decimal() decimal.Decimal { return decimal.New(r.n, -micro) }

// AppendNumber appends the rate with no more decimals than it has, "0.06", "1".
func (r Rate) AppendNumber(dst []byte) []byte { return appendFixed(dst, r.n, micro, 0) }

// String returns the rate with no more decimals than it has, "0.06".
func (r Rate) String() string { return string(r.AppendNumber(nil)) }

// AppendText appends what [Rate.String] returns.
func (r Rate) AppendText(dst []byte) ([]byte, error) { return r.AppendNumber(dst), nil }

// MarshalText returns what [Rate.String] returns.
func (r Rate) MarshalText() ([]byte, error) { return r.AppendText(nil) }

// UnmarshalText reads what [ParseRate] reads.
func (r *Rate) UnmarshalText(text []byte) error {
	parsed, err := ParseRate(string(text))
	if err != nil {
		return err
	}
	*r = parsed
	return nil
}
