package property

import "slices"

// AgreedFees returns the codes of fees that tenancies agree a price for, each once, in order.
func (r *Register) AgreedFees() []string {
	var out []string
	for i := range r.agreed.fees.len() {
		out = append(out, r.agreed.fees.at(i))
	}
	slices.Sort(out)
	return out
}
