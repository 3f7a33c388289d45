package invalid

import (
	"encoding"
	"encoding/json"
	"math"
	"reflect"
	"strconv"
	"strings"

	"github.com/shopspring/decimal"
)

// maxDigits bounds a decimal term, far beyond any price, rate or weight.
const maxDigits = 40

// scalar sets v to a string, number or bool token.
func (d *decoder) scalar(v reflect.Value, t json.Token) {
	if p, ok := v.Addr().Interface().(*decimal.Decimal); ok {
		d.decimal(p, t)
		return
	}
	if u, ok := v.Addr().Interface().(encoding.TextUnmarshaler); ok {
		s, isString := t.(string)
		if !isString {
			d.list.Add(ErrType, "a text", have(t))
			return
		}
		d.list.Take(u.UnmarshalText([]byte(s)))
		return
	}
	switch t := t.(type) {
	case string:
		if v.Kind() == reflect.String {
			v.SetString(t)
			return
		}
	case bool:
		if v.Kind() == reflect.Bool {
			v.SetBool(t)
			return
		}
	case json.Number:
		if d.number(v, t.String()) {
			return
		}
	}
	d.list.Add(ErrType, want(v), have(t))
}

func (d *decoder) number(v reflect.Value, text string) bool {
	switch {
	case v.CanInt():
		low, high := int64(math.MinInt64)>>(64-v.Type().Bits()), int64(math.MaxInt64)>>(64-v.Type().Bits())
		n, err := strconv.ParseInt(text, 10, v.Type().Bits())
		if err != nil {
			d.list.Add(ErrNumber, text, strconv.FormatInt(low, 10), strconv.FormatInt(high, 10))
			return true
		}
		v.SetInt(n)
	case v.CanUint():
		n, err := strconv.ParseUint(text, 10, v.Type().Bits())
		if err != nil {
			high := uint64(math.MaxUint64) >> (64 - v.Type().Bits())
			d.list.Add(ErrNumber, text, "0", strconv.FormatUint(high, 10))
			return true
		}
		v.SetUint(n)
	default:
		return false
	}
	return true
}

func (d *decoder) decimal(p *decimal.Decimal, t json.Token) {
	text := ""
	switch t := t.(type) {
	case string:
		text = t
	case json.Number:
		text = t.String()
	default:
		d.list.Add(ErrType, "a decimal number", have(t))
		return
	}
	n, err := ParseDecimal(text)
	if err != nil {
		d.list.Take(err)
		return
	}
	*p = n
}

// ParseDecimal reads a plain decimal number: an optional minus, digits, and
// after a point at least one digit. No exponent, no blanks, at most 40 digits.
//
// Errors: [ErrDecimal].
func ParseDecimal(text string) (decimal.Decimal, error) {
	digits := strings.TrimPrefix(text, "-")
	whole, fraction, pointed := strings.Cut(digits, ".")
	plain := whole != "" && isDigits(whole) && isDigits(fraction) &&
		(fraction != "") == pointed && len(digits) <= maxDigits
	if !plain {
		return decimal.Decimal{}, Value(ErrDecimal, Quote(text))
	}
	n, err := decimal.NewFromString(text)
	if err != nil {
		return decimal.Decimal{}, Value(ErrDecimal, Quote(text))
	}
	return n, nil
}

func isDigits(s string) bool {
	for _, c := range []byte(s) {
		if c < '0' || c > '9' {
			return false
		}
	}
	return true
}
