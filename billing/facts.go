package billing

import (
	"github.com/wuyekit/wuye/property/invalid"
	"github.com/wuyekit/wuye/property/policy"
)

// Facts are what a run needs to know besides the estate and its tariffs.
type Facts struct {
	// Policies are the regional values that tariffs name, such as tax rates.
	Policies []policy.Row `json:"policies,omitempty"`
	// Holds are units that are not to be billed this time.
	Holds []Hold `json:"holds,omitempty"`
}

// Hold keeps a unit's bill back (暂缓出账).
type Hold struct {
	// Unit is the unit's code.
	Unit string `json:"unit"`
	// Reason is shown with the held bill.
	Reason string `json:"reason"`
}

// Check reports every problem of the facts by themselves.
func (f Facts) Check(l *invalid.List) {
	_, err := policy.Compile(f.Policies)
	l.At("policies").Take(err)
	seen := map[string]bool{}
	for i, h := range f.Holds {
		if seen[h.Unit] {
			l.At("holds", i, "unit").Add(ErrHoldTwice, h.Unit)
		}
		seen[h.Unit] = true
		if h.Unit == "" {
			l.At("holds", i, "unit").Add(invalid.ErrRequired, "unit")
		}
		if h.Reason == "" {
			l.At("holds", i, "reason").Add(invalid.ErrRequired, "reason")
		}
	}
}
