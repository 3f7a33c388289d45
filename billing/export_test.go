package billing

import (
	"math/big"
	"slices"

	"github.com/wuyekit/wuye/property/invalid"
	"github.com/wuyekit/wuye/property/money"
)

// ExactOf returns the exact amount hi × 2⁶⁴ + lo in 10⁻¹⁶.
func ExactOf(hi, lo uint64) Exact { return Exact{hi, lo} }

// Big returns the value in 10⁻¹⁶.
func (e Exact) Big() *big.Int { return e.big() }

// Plus is plus.
func (e Exact) Plus(f Exact) (Exact, bool) { return e.plus(f) }

// ProductOf is product.
func ProductOf(quantity, price, factor uint64, days uint32) (Exact, bool) {
	return product(quantity, price, factor, days)
}

// SimpleAmount is simpleAmount.
func SimpleAmount(quantity, price, scale uint64) (int64, bool) {
	return simpleAmount(quantity, price, scale)
}

// DivideHalfUp divides by a compiled divider.
func DivideHalfUp(n, by uint64) uint64 { return newDivider(by).halfUp(n) }

// LineRoundingOf is lineRounding.
func LineRoundingOf(r money.Rounder, c money.Currency) (LineRounding, bool) {
	return lineRounding(r, c)
}

// Rounder is rounder.
func (r LineRounding) Rounder(c money.Currency) (money.Rounder, bool) { return r.rounder(c) }

// Texts are the package's texts.
func Texts() []invalid.Translation { return slices.Concat(texts(), heatingTexts()) }

// BandsOf is parseBands: limits and rebates in millionths.
func BandsOf(text string) ([][2]int64, error) {
	bands, err := parseBands(text)
	var out [][2]int64
	for _, b := range bands {
		out = append(out, [2]int64{b.below, b.rebate})
	}
	return out, err
}
