package meter

import (
	"strconv"

	"github.com/wuyekit/wuye/property/explain"
	"github.com/wuyekit/wuye/property/measure"
)

// figure returns a number of a unit for a derivation.
func figure(q measure.Quantity, unit string) explain.Value {
	return explain.Decimal(string(q.AppendNumber(nil)), unit)
}

// minus returns a bare number to be taken off.
func minus(q measure.Quantity) explain.Value {
	if q.Sign() == 0 {
		return figure(q, "")
	}
	return explain.Decimal("-"+string(q.AppendNumber(nil)), "")
}

// dayCount is a number of days.
func dayCount(n int) explain.Step {
	return explain.Given(labelDays, explain.Decimal(strconv.Itoa(n), "d"))
}
