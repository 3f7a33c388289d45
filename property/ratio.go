package property

import (
	"math/bits"
	"strconv"
)

// Ratio is an exact part of a whole: an occupancy, a handover rate. Where Of is 0 the
// whole is empty and the ratio undefined.
type Ratio struct {
	Part int64 `json:"part"`
	Of   int64 `json:"of"`
}

// Percent returns the ratio as text, in percent with one decimal, half away from zero;
// "–" where it is undefined or no part of the whole.
func (r Ratio) Percent() string {
	if r.Of <= 0 || r.Part < 0 || r.Part > r.Of {
		return "–"
	}
	n := perMille(r.Part, r.Of)
	return strconv.FormatInt(n/10, 10) + "." + strconv.FormatInt(n%10, 10) + "%"
}

// perMille returns part/of in thousandths, half away from zero, for 0 ≤ part ≤ of.
func perMille(part, of int64) int64 {
	hi, lo := bits.Mul64(uint64(part), 2000)
	lo, carry := bits.Add64(lo, uint64(of), 0)
	q, _ := bits.Div64(hi+carry, lo, uint64(2*of))
	return int64(q)
}
