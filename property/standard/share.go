package standard

import (
	"github.com/shopspring/decimal"

	"github.com/wuyekit/wuye/property/metric"
)

// quorum is the share of rows that must be met (比例); nil where all must.
type quorum struct{ share metric.Figure }

// quorum compiles a share of the rows, which lies above 0 and is at most 1.
func (c *compiler) quorum(field, value string) *quorum {
	share := c.share(field, value)
	if !share.IsSet() {
		return nil
	}
	if share.Sign() <= 0 || share.Decimal().GreaterThan(decimal.NewFromInt(1)) {
		c.at(field).Add(ErrShare, value)
	}
	return &quorum{share}
}

// join decides rows by a share of those that apply: met as soon as enough are, breached when no more can be, and else
// unknown or pending. It is false where there is no share, or no row that applies (比例达标).
func (q *quorum) join(n *Counts) (s State, byShare bool) {
	if q == nil {
		return Unknown, false
	}
	open := n.Pending + n.Unknown
	of := decimal.NewFromInt(int64(n.Met + n.Breached + open))
	if of.IsZero() {
		return Unknown, false
	}
	need := q.share.Decimal().Mul(of)
	switch {
	case !decimal.NewFromInt(int64(n.Met)).LessThan(need):
		return Met, true
	case decimal.NewFromInt(int64(n.Met + open)).LessThan(need):
		return Breached, true
	case n.Unknown > 0:
		return Unknown, true
	}
	return Pending, true
}

// isWhole reports whether all rows must be met.
func (q *quorum) isWhole() bool {
	return q == nil || !q.share.Decimal().LessThan(decimal.NewFromInt(1))
}

// wanted returns the share, and whether there is one.
func (q *quorum) wanted() (metric.Figure, bool) {
	if q == nil {
		return metric.Figure{}, false
	}
	return q.share, true
}
