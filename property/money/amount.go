package money

import (
	"cmp"
	"strings"

	"github.com/shopspring/decimal"

	"github.com/wuyekit/wuye/property/invalid"
)

// Amount is an amount of money (金额). The zero Amount is zero of no currency,
// which is not zero of any other currency: adding or comparing the two is a
// mismatch. [Sum] starts from nothing and takes the currency of what it is given.
//
// Units: least units of the currency, fen (分) for CNY.
type Amount struct {
	minor int64
	code  packed
}

// New returns an amount of minor least units of a currency: New(246736, cny) is
// 2467.36 CNY.
func New(minor int64, c Currency) Amount { return Amount{minor, pack(c)} }

// Parse reads a plain decimal number, one blank and a currency, "2467.36 CNY". The
// number may have a minus and at most the currency's decimals. "0" alone is the
// zero Amount.
//
// Errors: [ErrAmount], [ErrAmountScale], [ErrAmountRange], [ErrCurrency].
func Parse(text string) (Amount, error) {
	if text == "0" {
		return Amount{}, nil
	}
	number, code, spaced := strings.Cut(text, " ")
	if !spaced {
		return Amount{}, invalid.Value(ErrAmount, invalid.Quote(text))
	}
	c, err := ParseCurrency(code)
	if err != nil {
		return Amount{}, err
	}
	minor, f := parseFixed(number, c.Digits())
	if f != fits {
		return Amount{}, amountProblem(f, number, c)
	}
	return Amount{minor, pack(c)}, nil
}

// MustParse is [Parse] for literals; it panics where Parse fails.
func MustParse(text string) Amount { return must(Parse(text)) }

// FromDecimal returns the amount of exactly d units of a currency; 2467.36 is
// 2467.36 CNY. [Rounder.Decimal] rounds instead.
//
// Errors: [ErrAmountScale], [ErrAmountRange].
func FromDecimal(d decimal.Decimal, c Currency) (Amount, error) {
	minor, f := exactly(d, c.Digits())
	if f != fits {
		return Amount{}, amountProblem(f, describe(d), c)
	}
	return Amount{minor, pack(c)}, nil
}

// amountProblem says why a text or number is no amount of a currency.
func amountProblem(f fit, number string, c Currency) error {
	switch f {
	case notPlain:
		return invalid.Value(ErrAmount, invalid.Quote(number+" "+c.String()))
	case tooFine:
		return invalid.Value(ErrAmountScale, number, c.String(), digitText(c.Digits()))
	case fits, tooLarge:
	}
	return invalid.Value(ErrAmountRange, number, c.String())
}

// With returns the amount of minor least units of the same currency.
func (a Amount) With(minor int64) Amount { return Amount{minor, a.code} }

// Minor returns the amount in least units of its currency.
func (a Amount) Minor() int64 { return a.minor }

// Currency returns the currency, zero for the zero Amount.
func (a Amount) Currency() Currency { return a.code.currency() }

// Sign returns -1, 0 or 1.
func (a Amount) Sign() int { return cmp.Compare(a.minor, 0) }

// Cmp returns -1, 0 or 1 as a is less than, equal to or more than b.
//
// Errors: a [*MismatchError] if the currencies differ.
func (a Amount) Cmp(b Amount) (int, error) {
	if a.code != b.code {
		return 0, &MismatchError{A: a, B: b}
	}
	return cmp.Compare(a.minor, b.minor), nil
}

// Decimal returns the amount in units of its currency, exactly.
func (a Amount) Decimal() decimal.Decimal {
	return decimal.New(a.minor, -int32(a.code.digits()))
}

// AppendNumber appends the number without the currency, with exactly the
// currency's decimals: "2467.36". It allocates nothing if dst has room.
func (a Amount) AppendNumber(dst []byte) []byte {
	if digits := a.code.digits(); digits != 2 {
		return appendFixed(dst, a.minor, digits, digits)
	}
	return appendHundredths(dst, a.minor)
}

// String returns number and currency, "2467.36 CNY"; "0" for the zero Amount.
func (a Amount) String() string { return string(a.appendTo(make([]byte, 0, 28))) }

func (a Amount) appendTo(dst []byte) []byte {
	if a == (Amount{}) {
		return append(dst, '0')
	}
	dst = a.AppendNumber(dst)
	if a.code == 0 {
		return dst
	}
	return append(append(dst, ' '), a.Currency().String()...)
}

// AppendText appends what [Amount.String] returns.
//
// Errors: [ErrCurrency] for an amount without a proper currency, unless it is
// the zero Amount.
func (a Amount) AppendText(dst []byte) ([]byte, error) {
	if a != (Amount{}) && !a.Currency().valid() {
		return dst, invalid.Value(ErrCurrency, invalid.Quote(a.Currency().String()))
	}
	return a.appendTo(dst), nil
}

// MarshalText returns what [Amount.String] returns.
func (a Amount) MarshalText() ([]byte, error) { return a.AppendText(nil) }

// UnmarshalText reads what [Parse] reads.
func (a *Amount) UnmarshalText(text []byte) error {
	parsed, err := Parse(string(text))
	if err != nil {
		return err
	}
	*a = parsed
	return nil
}
