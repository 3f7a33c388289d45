package metric

import (
	"cmp"
	"math"

	"github.com/shopspring/decimal"

	"github.com/wuyekit/wuye/property/civil"
	"github.com/wuyekit/wuye/property/invalid"
)

const (
	scale   = 6         // decimals of a figure
	perUnit = 1_000_000 // 10^scale
)

// Figure is an exact number that was counted, measured or set as a target (数值): 1176 orders, 48500.25 m², 0.98.
//
// It is a value: comparable with ==, a map key, safe to share. The zero Figure is unset, which is not 0: what is unset
// is unknown. Its text is a plain decimal, "48500.25".
//
// Units: millionths; from −9223372036854.775807 to 9223372036854.775807.
type Figure struct {
	n   int64
	set bool
}

// ParseFigure reads a plain decimal number of at most six decimals.
//
// Errors: [invalid.ErrDecimal], [ErrFigureScale], [ErrFigureRange].
func ParseFigure(text string) (Figure, error) {
	d, err := invalid.ParseDecimal(text)
	if err != nil {
		return Figure{}, err
	}
	shifted := d.Shift(scale)
	if !shifted.IsInteger() {
		return Figure{}, invalid.Value(ErrFigureScale, text)
	}
	if n := shifted.BigInt(); n.IsInt64() && n.Int64() != math.MinInt64 {
		return Figure{n.Int64(), true}, nil
	}
	return Figure{}, invalid.Value(ErrFigureRange, text)
}

// MustParseFigure is [ParseFigure] for literals; it panics where ParseFigure returns an error.
func MustParseFigure(text string) Figure {
	f, err := ParseFigure(text)
	if err != nil {
		panic(err)
	}
	return f
}

// Count returns the figure of n counted things, 0 included.
//
// Errors: [ErrFigureRange] beyond 9223372036854.
func Count(n int64) (Figure, error) {
	if n > math.MaxInt64/perUnit || n < -math.MaxInt64/perUnit {
		return Figure{}, invalid.Value(ErrFigureRange, decimal.NewFromInt(n).String())
	}
	return Figure{n * perUnit, true}, nil
}

// IsSet reports whether there is a figure; 0 is one.
func (f Figure) IsSet() bool { return f.set }

// IsWhole reports whether the figure is set and a whole number.
func (f Figure) IsWhole() bool { return f.set && f.n%perUnit == 0 }

// Sign returns −1, 0 or 1 as the figure is negative, 0 or unset, or positive.
func (f Figure) Sign() int { return cmp.Compare(f.n, 0) }

// Decimal returns the figure as a decimal; an unset one as 0.
func (f Figure) Decimal() decimal.Decimal { return decimal.New(f.n, -scale) }

// String returns the figure without a zero too many, "" if it is unset.
func (f Figure) String() string {
	if !f.set {
		return ""
	}
	return f.Decimal().String()
}

// Add returns f + g; unset if one of them is, for a sum with an unknown part is unknown.
//
// Errors: [ErrFigureRange].
func (f Figure) Add(g Figure) (Figure, error) {
	if !f.set || !g.set {
		return Figure{}, nil
	}
	sum := f.n + g.n
	if (g.n > 0) != (sum > f.n) && g.n != 0 || sum == math.MinInt64 {
		return Figure{}, invalid.Value(ErrFigureRange, f.Decimal().Add(g.Decimal()).String())
	}
	return Figure{sum, true}, nil
}

// AppendText appends the figure as a document has it.
//
// Errors: [civil.ErrUnset] for an unset figure; a field that may be unset is tagged omitzero.
func (f Figure) AppendText(dst []byte) ([]byte, error) {
	if !f.set {
		return dst, invalid.Value(civil.ErrUnset)
	}
	return append(dst, f.String()...), nil
}

// MarshalText returns the figure as a document has it. Errors: as [Figure.AppendText].
func (f Figure) MarshalText() ([]byte, error) { return f.AppendText(nil) }

// UnmarshalText reads a figure as [ParseFigure] does. After an error the figure is as it was.
func (f *Figure) UnmarshalText(text []byte) error {
	read, err := ParseFigure(string(text))
	if err != nil {
		return err
	}
	*f = read
	return nil
}
