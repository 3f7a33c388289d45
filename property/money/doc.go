// Package money holds amounts of money, prices and rates as exact, small values,
// and the arithmetic that bills need: checked sums, rounding by a named mode and
// step, splits that add up, and value-added tax.
//
//	fee, err := money.Parse("2467.36 CNY")
//	if err != nil {
//		return err
//	}
//	net, tax, err := money.TaxWithin(fee, money.MustParseRate("6%")) // 2327.70 and 139.66
//
// Money is multiplied first, divided once and rounded once. Nothing here
// overflows, mixes currencies or divides by zero without an error, and nothing
// uses binary floating point.
package money
