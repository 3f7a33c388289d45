package billing

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"hash"
	"slices"

	"github.com/wuyekit/wuye/property"
	"github.com/wuyekit/wuye/property/policy"
)

// Inputs returns the SHA-256, in hexadecimal, of everything the run reads, as canonical
// JSON, one document a line: the period, the currency, the tariffs in force by code, the
// policies, the community's region, and the units that are charged, each with its zone,
// tenancies and hold. Two runs with equal inputs bill equally; the order in which documents were
// given does not matter. It reads the whole register, some microseconds a unit.
func (run *Run) Inputs() string {
	h := sha256.New()
	put(h, run.period)
	put(h, run.book.Currency)
	for _, i := range run.book.inForce() {
		put(h, run.book.Tariffs[i])
	}
	put(h, run.reg.Community().Region)
	for _, row := range sortedRows(run.facts.Policies) {
		put(h, row)
	}
	for u := range run.Len() {
		if !run.charges(u) {
			continue
		}
		put(h, struct {
			Unit      property.Unit      `json:"unit"`
			Zone      string             `json:"zone,omitempty"`
			Tenancies []property.Tenancy `json:"tenancies,omitempty"`
			Hold      string             `json:"hold,omitempty"`
		}{run.reg.Unit(u), run.reg.Zone(u), run.reg.Tenancies(u), run.holds[u]})
	}
	return hex.EncodeToString(h.Sum(nil))
}

// put writes a document and a line end. Documents that passed Prepare always marshal.
func put(h hash.Hash, doc any) {
	data, err := json.Marshal(doc)
	if err != nil {
		data = []byte(err.Error())
	}
	h.Write(data)
	h.Write([]byte{'\n'})
}

// sortedRows returns the policy rows by key, region and first day.
func sortedRows(rows []policy.Row) []policy.Row {
	out := slices.Clone(rows)
	slices.SortFunc(out, func(a, b policy.Row) int {
		return cmp.Or(cmp.Compare(a.Key, b.Key), cmp.Compare(a.Region, b.Region), a.From.Compare(b.From))
	})
	return out
}
