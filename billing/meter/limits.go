package meter

import (
	"strconv"

	"github.com/wuyekit/wuye/property/invalid"
	"github.com/wuyekit/wuye/property/measure"
)

// Limits are what a plausible usage keeps to (合理性校验). Unset limits limit nothing.
type Limits struct {
	// PerDay is the most that is used in a day, on average between two readings; a plain number in the
	// meter's unit.
	PerDay measure.Quantity `json:"perDay,omitzero"`
	// Times is how many times the daily usage before is the most, a plain number: at most a million.
	// What was before is the usage by actual readings in the up to 365 days before; it is not judged
	// with fewer than 30.
	Times measure.Quantity `json:"times,omitzero"`
	// Zero says that no usage at all is implausible.
	Zero bool `json:"zero,omitempty"`
	// Verified says that the device's verification must be good on the last day (检定有效期).
	Verified bool `json:"verified,omitempty"`
}

const (
	maxTimes    = 1_000_000
	daysBefore  = 365 // that Times looks back
	leastBefore = 30  // that Times needs
)

// Check reports what is wrong with the limits.
func (m Limits) Check(l *invalid.List) {
	checkPlain(l, "perDay", m.PerDay)
	checkPlain(l, "times", m.Times)
	if m.Times.Units() > maxTimes*perOne {
		l.At("times").Add(ErrMaxTimes, m.Times.String(), strconv.Itoa(maxTimes))
	}
}
