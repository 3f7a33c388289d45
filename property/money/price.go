package money

import (
	"cmp"

	"github.com/shopspring/decimal"

	"github.com/wuyekit/wuye/property/invalid"
)

// micro is the number of decimals of prices and rates.
const micro = 6

// Price is a price for one unit of quantity (单价), in the currency of the book it
// stands in: 2.80 a square metre, 0.4883 a kilowatt-hour. The zero Price is free.
//
// Units: millionths of a currency unit; never negative.
type Price struct{ n int64 }

// NewPrice returns a price of n millionths of a currency unit.
//
// Errors: [ErrPriceNegative].
func NewPrice(n int64) (Price, error) {
	if n < 0 {
		return Price{}, invalid.Value(ErrPriceNegative, string(appendFixed(nil, n, micro, 2)))
	}
	return Price{n}, nil
}

// ParsePrice reads a plain decimal number of at most six decimals, "2.80".
//
// Errors: [ErrPrice], [ErrPriceScale], [ErrPriceRange], [ErrPriceNegative].
func ParsePrice(text string) (Price, error) {
	n, f := parseFixed(text, micro)
	if f != fits {
		return Price{}, priceProblem(f, text)
	}
	return NewPrice(n)
}

// MustParsePrice is [ParsePrice] for literals; it panics where ParsePrice fails.
func MustParsePrice(text string) Price { return must(ParsePrice(text)) }

// PriceOf returns the price of exactly d.
//
// Errors: [ErrPriceScale] beyond six decimals, [ErrPriceRange], [ErrPriceNegative].
func PriceOf(d decimal.Decimal) (Price, error) {
	n, f := exactly(d, micro)
	if f != fits {
		return Price{}, priceProblem(f, describe(d))
	}
	return NewPrice(n)
}

// priceProblem says why a text or number is no price.
func priceProblem(f fit, text string) error {
	switch f {
	case notPlain:
		return invalid.Value(ErrPrice, invalid.Quote(text))
	case tooFine:
		return invalid.Value(ErrPriceScale, text)
	case fits, tooLarge:
	}
	return invalid.Value(ErrPriceRange, text)
}

// Micro returns the price in millionths of a currency unit.
func (p Price) Micro() int64 { return p.n }

// IsZero reports whether the price is zero.
func (p Price) IsZero() bool { return p.n == 0 }

// Cmp returns -1, 0 or 1 as p is lower than, equal to or higher than b.
func (p Price) Cmp(b Price) int { return cmp.Compare(p.n, b.n) }

// Decimal returns the price in currency units, exactly.
func (p Price) Decimal() decimal.Decimal { return decimal.New(p.n, -micro) }

// AppendNumber appends the price with two to six decimals, "2.80", "0.4883".
func (p Price) AppendNumber(dst []byte) []byte { return appendFixed(dst, p.n, micro, 2) }

// String returns the price with two to six decimals, "2.80".
func (p Price) String() string { return string(p.AppendNumber(nil)) }

// AppendText appends what [Price.String] returns.
func (p Price) AppendText(dst []byte) ([]byte, error) { return p.AppendNumber(dst), nil }

// MarshalText returns what [Price.String] returns.
func (p Price) MarshalText() ([]byte, error) { return p.AppendText(nil) }

// UnmarshalText reads what [ParsePrice] reads.
func (p *Price) UnmarshalText(text []byte) error {
	parsed, err := ParsePrice(string(text))
	if err != nil {
		return err
	}
	*p = parsed
	return nil
}
