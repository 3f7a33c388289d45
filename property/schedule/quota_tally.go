package schedule

import (
	"math"

	"github.com/shopspring/decimal"
)

// tally is what a period has of what a quota asks for: records are counted, figures added up.
type tally struct {
	*Quota
	want int // of records
	n    int
	sum  decimal.Decimal
}

// wanted returns how many records a quota asks for, as many as there can be for more than that.
func (q *Quota) wanted() int {
	if q == nil || q.AtLeast.GreaterThan(decimal.NewFromInt(math.MaxInt32)) {
		return math.MaxInt
	}
	return int(q.AtLeast.IntPart())
}

// isReached reports whether the quota is.
func (t *tally) isReached() bool {
	if t.Sum == "" {
		return t.n >= t.want
	}
	return t.sum.GreaterThanOrEqual(t.AtLeast)
}

// add counts a record; it is false for one that does not say its figure.
func (t *tally) add(r *Record) bool {
	if t.Sum == "" {
		t.n++
		return true
	}
	n, ok := t.figure(r)
	if ok {
		t.sum = t.sum.Add(n)
	}
	return ok
}

// have returns what there is, beyond what was asked for too.
func (t *tally) have() decimal.Decimal {
	if t.Sum != "" || t.n == 0 {
		return t.sum
	}
	return decimal.NewFromInt(int64(t.n))
}
