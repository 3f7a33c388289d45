package billing

import (
	"slices"

	"github.com/wuyekit/wuye/property"
)

// Unmatched are the likely slips of the pen in a run's documents: nothing is wrong with
// them, and still they do nothing.
type Unmatched struct {
	// Fees are codes that tenancies pay or agree a price for and no tariff of the book has: whoever
	// should pay them does not.
	Fees []string `json:"fees,omitempty"`
	// Tariffs are codes of tariffs in force that no unit is charged by.
	Tariffs []string `json:"tariffs,omitempty"`
}

// Unmatched returns the fees that tenancies pay but no tariff charges, and the tariffs that
// charge nobody. It reads the whole register.
func (run *Run) Unmatched() Unmatched {
	var out Unmatched
	fees := append(run.reg.Fees(), run.reg.AgreedFees()...)
	slices.Sort(fees)
	for _, fee := range slices.Compact(fees) {
		if run.book.find(fee) < 0 {
			out.Fees = append(out.Fees, fee)
		}
	}
	for i := range run.tariffs {
		t := &run.tariffs[i]
		if !run.anyIn(t.selected) || t.ofAgreed && !t.agreed.Any() {
			out.Tariffs = append(out.Tariffs, t.code)
		}
	}
	slices.Sort(out.Tariffs)
	out.Tariffs = slices.Compact(out.Tariffs) // one with months of its own for each tenancy is several
	return out
}

func (run *Run) anyIn(s property.Selection) bool {
	for u := range run.Len() {
		if s.Has(u) {
			return true
		}
	}
	return false
}
