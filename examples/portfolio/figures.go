package main

import (
	"strconv"
	"strings"

	"github.com/wuyekit/wuye/property/money"
)

// count writes a number with thousands separators.
func count(n int) string { return group(strconv.Itoa(n)) }

// grouped writes an amount with thousands separators and its currency.
func grouped(a money.Amount) string {
	whole, fraction, pointed := strings.Cut(string(a.AppendNumber(nil)), ".")
	if pointed {
		fraction = "." + fraction
	}
	return group(whole) + fraction + " " + a.Currency().String()
}

// group separates the thousands of a number that is not negative.
func group(digits string) string {
	for i := len(digits) - 3; i > 0; i -= 3 {
		digits = digits[:i] + "," + digits[i:]
	}
	return digits
}
