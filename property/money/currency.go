package money

import (
	"github.com/wuyekit/wuye/property/invalid"
)

// Currency is a currency code of ISO 4217 (币种), "CNY". The zero Currency is no
// currency. Any three letters A to Z are taken.
type Currency [3]byte

// ParseCurrency reads three letters A to Z.
//
// Errors: [ErrCurrency].
func ParseCurrency(text string) (Currency, error) {
	if len(text) != len(Currency{}) {
		return Currency{}, invalid.Value(ErrCurrency, invalid.Quote(text))
	}
	c := Currency{text[0], text[1], text[2]}
	if !c.valid() {
		return Currency{}, invalid.Value(ErrCurrency, invalid.Quote(text))
	}
	return c, nil
}

// MustParseCurrency is [ParseCurrency] for literals; it panics where
// ParseCurrency fails.
func MustParseCurrency(text string) Currency { return must(ParseCurrency(text)) }

func (c Currency) valid() bool {
	for _, letter := range c {
		if letter < 'A' || letter > 'Z' {
			return false
		}
	}
	return true
}

// IsZero reports whether c is no currency.
func (c Currency) IsZero() bool { return c == Currency{} }

// packed is a currency in one word: an array inside a struct keeps the compiler from
// holding it in registers.
type packed uint32

func pack(c Currency) packed {
	return packed(c[0])<<16 | packed(c[1])<<8 | packed(c[2])
}

func (p packed) currency() Currency { return Currency{byte(p >> 16), byte(p >> 8), byte(p)} }

// Digits returns how many decimals the currency's least unit has (最小货币单位): 2
// for CNY, whose least unit is the fen (分), and for every code not known better.
//
// Source: ISO 4217, list one, minor units other than 2.
func (c Currency) Digits() int { return pack(c).digits() }

func (p packed) digits() int {
	switch p {
	case 'B'<<16 | 'I'<<8 | 'F', 'C'<<16 | 'L'<<8 | 'P', 'D'<<16 | 'J'<<8 | 'F', 'G'<<16 | 'N'<<8 | 'F',
		'I'<<16 | 'S'<<8 | 'K', 'J'<<16 | 'P'<<8 | 'Y', 'K'<<16 | 'M'<<8 | 'F', 'K'<<16 | 'R'<<8 | 'W',
		'P'<<16 | 'Y'<<8 | 'G', 'R'<<16 | 'W'<<8 | 'F', 'U'<<16 | 'G'<<8 | 'X', 'V'<<16 | 'N'<<8 | 'D',
		'V'<<16 | 'U'<<8 | 'V', 'X'<<16 | 'A'<<8 | 'F', 'X'<<16 | 'O'<<8 | 'F', 'X'<<16 | 'P'<<8 | 'F':
		return 0
	case 'B'<<16 | 'H'<<8 | 'D', 'I'<<16 | 'Q'<<8 | 'D', 'J'<<16 | 'O'<<8 | 'D', 'K'<<16 | 'W'<<8 | 'D',
		'L'<<16 | 'Y'<<8 | 'D', 'O'<<16 | 'M'<<8 | 'R', 'T'<<16 | 'N'<<8 | 'D':
		return 3
	default:
		return 2
	}
}

// String returns the code, "" for no currency.
func (c Currency) String() string {
	if c.IsZero() {
		return ""
	}
	return string(c[:])
}

// AppendText appends the code, nothing for no currency.
//
// Errors: [ErrCurrency] for bytes that no parser made.
func (c Currency) AppendText(dst []byte) ([]byte, error) {
	switch {
	case c.IsZero():
		return dst, nil
	case !c.valid():
		return dst, invalid.Value(ErrCurrency, invalid.Quote(c.String()))
	}
	return append(dst, c[:]...), nil
}

// MarshalText returns the code, empty for no currency.
func (c Currency) MarshalText() ([]byte, error) { return c.AppendText(nil) }

// UnmarshalText reads a code; an empty text is no currency.
//
// Errors: [ErrCurrency].
func (c *Currency) UnmarshalText(text []byte) error {
	if len(text) == 0 {
		*c = Currency{}
		return nil
	}
	parsed, err := ParseCurrency(string(text))
	if err != nil {
		return err
	}
	*c = parsed
	return nil
}

func must[T any](v T, err error) T {
	if err != nil {
		panic(err)
	}
	return v
}
