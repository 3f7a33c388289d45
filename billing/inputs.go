package billing

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"hash"
	"slices"

	"github.com/wuyekit/wuye/billing/meter"
	"github.com/wuyekit/wuye/property"
	"github.com/wuyekit/wuye/property/invalid"
	"github.com/wuyekit/wuye/property/policy"
)

// Inputs returns the SHA-256, in hexadecimal, of everything the run reads, as canonical
// JSON, one document a line: the period, the currency, the rounding of totals, the charters and the
// tariffs in force by code, the policies, the day the facts are known up to, the community's region,
// common meters with their readings, costs and values, and the units that are charged, each with its
// zone, tenancies, hold and facts, its own meters among them; of the other units their documents, where a
// formula or a loss reads them. Two runs with equal inputs bill equally; the order in which documents
// were given does not matter, but for values of scopes, of which the first holds. It reads the whole
// register, some microseconds a unit.
func (run *Run) Inputs() string {
	h := sha256.New()
	put(h, run.period)
	put(h, run.book.Currency)
	put(h, run.book.Totals)
	for _, c := range sortedBy(run.book.Charters, func(c Charter) string { return c.Code }) {
		put(h, c)
	}
	for _, i := range run.book.inForce() {
		put(h, run.book.Tariffs[i])
	}
	put(h, run.reg.Community().Region)
	put(h, run.knownUntil())
	run.putCommon(h)
	facts := run.factsByUnit()
	for _, row := range sortedRows(run.facts.Policies) {
		put(h, row)
	}
	for u := range run.Len() {
		if !run.charges(u) {
			if run.readsOthers {
				put(h, run.reg.Unit(u))
				put(h, facts[run.reg.Code(u)])
			}
			continue
		}
		put(h, struct {
			Unit      property.Unit      `json:"unit"`
			Zone      string             `json:"zone,omitempty"`
			Tenancies []property.Tenancy `json:"tenancies,omitempty"`
			Hold      string             `json:"hold,omitempty"`
			Facts     []string           `json:"facts,omitempty"`
		}{run.reg.Unit(u), run.reg.Zone(u), run.reg.Tenancies(u), run.holds[u], facts[run.reg.Code(u)]})
	}
	return hex.EncodeToString(h.Sum(nil))
}

// factsByUnit returns the vacancies, gifts, suspensions, heat faults, prepayments and claims of each unit as
// JSON, in order.
func (run *Run) factsByUnit() map[string][]string {
	out := map[string][]string{}
	add := func(unit, kind string, fact any) { out[unit] = append(out[unit], kind+" "+text(fact)) }
	for _, v := range run.facts.Vacancies {
		add(v.Unit, "vacancy", v)
	}
	for _, g := range run.facts.Gifts {
		g.Tariffs = slices.Sorted(slices.Values(g.Tariffs))
		add(g.Unit, "gift", g)
	}
	for _, s := range run.facts.Suspensions {
		add(s.Unit, "suspension", s)
	}
	for _, f := range run.facts.HeatFaults {
		for _, u := range run.faultUnits(&invalid.List{}, f) {
			f.Unit, f.Scope = run.reg.Code(u), nil
			add(f.Unit, "heatFault", f)
		}
	}
	for _, p := range run.facts.Prepayments {
		add(p.Unit, "prepayment", p)
	}
	for _, c := range run.facts.Claims {
		add(c.Unit, "claim", c)
	}
	run.quantityFacts(add)
	for _, list := range out {
		slices.Sort(list)
	}
	return out
}

// quantityFacts adds what is known of units' meters, persons, values and leases.
func (run *Run) quantityFacts(add func(unit, kind string, fact any)) {
	units := map[string]string{} // of meters
	for _, m := range run.facts.Meters {
		if m.Unit != "" {
			units[m.Code] = m.Unit
			add(m.Unit, "meter", m)
		}
	}
	for _, r := range run.facts.Readings {
		if unit := units[r.Meter]; unit != "" && run.reads(r) {
			add(unit, "reading", r)
		}
	}
	for _, h := range run.facts.Headcounts {
		add(h.Unit, "headcount", h)
	}
	for _, t := range run.facts.ShareTerms {
		add(t.Unit, "shareTerms", t)
	}
	for _, v := range run.facts.Values {
		if v.Unit != "" {
			add(v.Unit, "value", v)
		}
	}
}

// reads reports whether a reading lies in what the run knows: one at the opening of the day after it
// closes its last day.
func (run *Run) reads(r meter.Reading) bool {
	return r.On < run.readUntil || r.Opening && r.On == run.readUntil
}

// putCommon writes what is of no single unit: common meters, costs, and values of scopes in their order.
func (run *Run) putCommon(h hash.Hash) {
	var common []string
	own := map[string]bool{}
	for _, m := range run.facts.Meters {
		if own[m.Code] = m.Unit == ""; own[m.Code] {
			common = append(common, "meter "+text(m))
		}
	}
	for _, r := range run.facts.Readings {
		if own[r.Meter] && run.reads(r) {
			common = append(common, "reading "+text(r))
		}
	}
	for _, c := range run.facts.Costs {
		if run.period.Contains(c.Period.Last()) {
			common = append(common, "cost "+text(c))
		}
	}
	slices.Sort(common)
	for _, line := range common {
		put(h, line)
	}
	for _, v := range run.facts.Values {
		if v.Scope != nil {
			put(h, v)
		}
	}
}

// sortedBy returns a list in the order of its keys.
func sortedBy[T any](list []T, key func(T) string) []T {
	return slices.SortedFunc(slices.Values(list), func(a, b T) int { return cmp.Compare(key(a), key(b)) })
}

// put writes a document and a line end. Documents that passed Prepare always marshal.
func put(h hash.Hash, doc any) {
	h.Write([]byte(text(doc) + "\n"))
}

func text(doc any) string {
	data, err := json.Marshal(doc)
	if err != nil {
		return err.Error()
	}
	return string(data)
}

// sortedRows returns the policy rows by key, region and first day.
func sortedRows(rows []policy.Row) []policy.Row {
	out := slices.Clone(rows)
	slices.SortFunc(out, func(a, b policy.Row) int {
		return cmp.Or(cmp.Compare(a.Key, b.Key), cmp.Compare(a.Region, b.Region), a.From.Compare(b.From))
	})
	return out
}
