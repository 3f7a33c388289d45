package measure

import (
	"cmp"

	"github.com/shopspring/decimal"

	"github.com/wuyekit/wuye/property/invalid"
)

// Area is a surface (面积): built-up area (建筑面积), indoor area (套内面积), land.
// The zero Area is 0.00 m².
//
// Units: ten-thousandths of a square metre; never negative.
type Area struct{ n int64 }

// NewArea returns an area of n ten-thousandths of a square metre.
//
// Errors: [ErrAreaNegative].
func NewArea(n int64) (Area, error) {
	if n < 0 {
		return Area{}, invalid.Value(ErrAreaNegative, string(appendFixed(nil, n, 2)))
	}
	return Area{n}, nil
}

// ParseArea reads square metres as a plain decimal number of at most four
// decimals, "89.53".
//
// Errors: [ErrArea], [ErrAreaScale], [ErrAreaRange], [ErrAreaNegative].
func ParseArea(text string) (Area, error) {
	n, f := parseFixed(text)
	if f != fits {
		return Area{}, areaProblem(f, text)
	}
	return NewArea(n)
}

// MustParseArea is [ParseArea] for literals; it panics where ParseArea fails.
func MustParseArea(text string) Area { return must(ParseArea(text)) }

// AreaOf returns the area of exactly d square metres.
//
// Errors: [ErrAreaScale] beyond four decimals, [ErrAreaRange], [ErrAreaNegative].
func AreaOf(d decimal.Decimal) (Area, error) {
	n, f := exactly(d)
	if f != fits {
		return Area{}, areaProblem(f, describe(d))
	}
	return NewArea(n)
}

// RoundArea returns the area of d square metres.
//
// Rounding: once, to 0.0001 m², half away from zero.
// Errors: [ErrAreaRange], [ErrAreaNegative] also for what would round to zero.
func RoundArea(d decimal.Decimal) (Area, error) {
	if d.Sign() < 0 {
		return Area{}, invalid.Value(ErrAreaNegative, describe(d))
	}
	n, f := rounded(d)
	if f != fits {
		return Area{}, areaProblem(f, describe(d))
	}
	return Area{n}, nil
}

// areaProblem says why a text or number is no area.
func areaProblem(f fit, text string) error {
	switch f {
	case notPlain:
		return invalid.Value(ErrArea, invalid.Quote(text))
	case tooFine:
		return invalid.Value(ErrAreaScale, text)
	case fits, tooLarge:
	}
	return invalid.Value(ErrAreaRange, text)
}

// Units returns the area in ten-thousandths of a square metre.
func (a Area) Units() int64 { return a.n }

// IsZero reports whether the area is 0.00 m².
func (a Area) IsZero() bool { return a.n == 0 }

// Cmp returns -1, 0 or 1 as a is smaller than, equal to or larger than b.
func (a Area) Cmp(b Area) int { return cmp.Compare(a.n, b.n) }

// Add returns a + b.
//
// Errors: an [*OverflowError].
func (a Area) Add(b Area) (Area, error) {
	sum := a.n + b.n
	if sum < 0 {
		return Area{}, &OverflowError{Op: "add", A: a.String(), B: b.String()}
	}
	return Area{sum}, nil
}

// Sub returns a − b.
//
// Errors: [ErrAreaSub] if b is larger than a.
func (a Area) Sub(b Area) (Area, error) {
	if b.n > a.n {
		return Area{}, invalid.Value(ErrAreaSub, a.String(), b.String())
	}
	return Area{a.n - b.n}, nil
}

// Decimal returns the area in square metres, exactly.
func (a Area) Decimal() decimal.Decimal { return decimal.New(a.n, -scale) }

// squareMetres is the unit "m2".
const squareMetres packed = 'm'<<56 | '2'<<48

// Quantity returns the area as a quantity of unit "m2".
func (a Area) Quantity() Quantity { return Quantity{a.n, squareMetres} }

// AppendNumber appends the square metres with two to four decimals, "90.00".
func (a Area) AppendNumber(dst []byte) []byte { return appendFixed(dst, a.n, 2) }

// String returns the area with its unit, "89.53 m2".
func (a Area) String() string { return string(append(a.AppendNumber(nil), " m2"...)) }

// AppendText appends what [Area.AppendNumber] does.
func (a Area) AppendText(dst []byte) ([]byte, error) { return a.AppendNumber(dst), nil }

// MarshalText returns the square metres without a unit, "89.53".
func (a Area) MarshalText() ([]byte, error) { return a.AppendText(nil) }

// UnmarshalText reads what [ParseArea] reads.
func (a *Area) UnmarshalText(text []byte) error {
	parsed, err := ParseArea(string(text))
	if err != nil {
		return err
	}
	*a = parsed
	return nil
}
