package billing

import (
	"slices"

	"github.com/wuyekit/wuye/billing/meter"
	"github.com/wuyekit/wuye/property"
)

// Unmatched are the likely slips of the pen in a run's documents: nothing is wrong with
// them, and still they do nothing.
type Unmatched struct {
	// Fees are codes that tenancies pay or agree a price for and no tariff in force charges, or charges
	// as agreed: whoever should pay them does not.
	Fees []string `json:"fees,omitempty"`
	// Tariffs are codes of tariffs in force that no unit is charged by.
	Tariffs []string `json:"tariffs,omitempty"`
	// Meters are codes of units' meters that no tariff in force charges or shares by, and no loss counts;
	// common meters are not looked at.
	Meters []string `json:"meters,omitempty"`
}

// Unmatched returns the fees that tenancies pay but no tariff charges, and the tariffs that
// charge nobody. It reads the whole register.
func (run *Run) Unmatched() Unmatched {
	var out Unmatched
	for _, fee := range run.reg.Fees() {
		if !run.hasTariff(fee, false) {
			out.Fees = append(out.Fees, fee)
		}
	}
	for _, fee := range run.reg.AgreedFees() {
		if !run.hasTariff(fee, true) {
			out.Fees = append(out.Fees, fee)
		}
	}
	slices.Sort(out.Fees)
	out.Fees = slices.Compact(out.Fees)
	for i := range run.tariffs {
		t := &run.tariffs[i]
		if i := slices.IndexFunc(run.metereds, func(m *metered) bool { return m.code == t.code }); i >= 0 {
			if len(run.metereds[i].windows) > 0 && !run.anyMeter(run.metereds[i].kind) {
				out.Tariffs = append(out.Tariffs, t.code)
			}
			continue
		}
		if slices.ContainsFunc(run.costs, func(c *sharedCost) bool { return c.Tariff == t.code }) {
			continue // what meters and costs there are says the rest
		}
		priced := t.quoted || slices.ContainsFunc(t.months, func(m month) bool { return len(m.steps) > 0 })
		outside := len(t.months) == 0 && !t.ofAgreed // its cycle is billed by another run
		if !run.anyIn(t.selected) || t.ofAgreed && !t.agreed.Any() || !priced && !outside {
			out.Tariffs = append(out.Tariffs, t.code)
		}
	}
	out.Meters = run.unmatchedMeters()
	slices.Sort(out.Tariffs)
	out.Tariffs = slices.Compact(out.Tariffs) // one with months of its own for each tenancy is several
	return out
}

// hasTariff reports whether a tariff in force charges the fee, as agreed or in any way.
func (run *Run) hasTariff(fee string, agreed bool) bool {
	i := run.book.find(fee)
	return i >= 0 && run.book.Tariffs[i].State == InForce && (!agreed || run.book.Tariffs[i].Basis.Agreed != nil)
}

func (run *Run) anyIn(s property.Selection) bool {
	for u := range run.Len() {
		if s.Has(u) {
			return true
		}
	}
	return false
}

// unmatchedMeters returns the codes of units' meters that nothing is charged or shared by.
func (run *Run) unmatchedMeters() []string {
	var out []string
	for _, m := range run.facts.Meters {
		u, ok := run.reg.Find(m.Unit)
		if !ok {
			continue // a common meter
		}
		used := slices.ContainsFunc(run.metereds, func(t *metered) bool { return t.kind == m.Kind && t.selected.Has(u) }) ||
			slices.ContainsFunc(run.book.Tariffs, func(t Tariff) bool { return t.State == InForce && t.Basis.sharesBy(m.Kind) })
		if !used && !run.inLoss(m.Code) {
			out = append(out, m.Code)
		}
	}
	slices.Sort(out)
	return out
}

// anyMeter reports whether some unit has a meter of a kind.
func (run *Run) anyMeter(kind string) bool {
	return slices.ContainsFunc(run.facts.Meters, func(m meter.Meter) bool { return m.Unit != "" && m.Kind == kind })
}

// inLoss reports whether a meter stands behind the master of a loss that the run shares.
func (run *Run) inLoss(code string) bool {
	for _, c := range run.costs {
		if c.Of.Loss == nil {
			continue
		}
		if r, ok := run.log.Find(c.Of.Loss.Master); ok {
			for child := range run.log.Children(r) {
				if run.log.Code(child) == code {
					return true
				}
			}
		}
	}
	return false
}

// sharesBy reports whether costs are shared by the usage of a kind of meters.
func (b Basis) sharesBy(kind string) bool {
	return b.Shared != nil && slices.ContainsFunc(b.Shared.Weights, func(w ShareWeight) bool {
		return w.By.Usage != nil && w.By.Usage.Meters == kind
	})
}
