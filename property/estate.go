package property

import (
	"slices"

	"github.com/wuyekit/wuye/property/invalid"
)

// Estate is a whole estate as one document.
type Estate struct {
	Community Community         `json:"community"`
	Buildings []Building        `json:"buildings,omitempty"`
	Units     []Unit            `json:"units,omitempty"`
	Parties   []Party           `json:"parties,omitempty"`
	Tenancies []Tenancy         `json:"tenancies,omitempty"`
	Contracts []ServiceContract `json:"contracts,omitempty"`
}

// Check reports every problem of the documents by themselves; [Estate.Build] checks them
// against one another as well.
func (e Estate) Check(l *invalid.List) {
	l.Enter("community")
	e.Community.Check(l)
	l.Leave()
	checkAll(l, "buildings", e.Buildings)
	checkAll(l, "units", e.Units)
	checkAll(l, "parties", e.Parties)
	checkAll(l, "tenancies", e.Tenancies)
	checkAll(l, "contracts", e.Contracts)
}

func checkAll[T invalid.Checked](l *invalid.List, name string, docs []T) {
	l.Enter(name)
	for i, d := range docs {
		l.EnterIndex(i)
		d.Check(l)
		l.Leave()
	}
	l.Leave()
}

// Builder returns a builder that holds the whole document, to which more can be added.
func (e Estate) Builder() *Builder {
	b := NewBuilder(e.Community)
	for _, d := range e.Buildings {
		b.Building(d)
	}
	for _, d := range e.Contracts {
		b.Contract(d)
	}
	for _, d := range e.Parties {
		b.Party(d)
	}
	for _, d := range e.Units {
		b.Unit(d)
	}
	for _, d := range e.Tenancies {
		b.Tenancy(d)
	}
	return b
}

// Build makes the estate's register.
//
// Errors: an [*invalid.Error] with every problem, as [Builder.Build].
func (e Estate) Build() (*Register, error) { return e.Builder().Build() }

// Estate returns the whole register as one document.
func (r *Register) Estate() Estate {
	e := Estate{
		Community: r.Community(),
		Buildings: slices.Collect(r.Buildings()),
		Contracts: slices.Collect(r.Contracts()),
		Parties:   slices.Collect(r.Parties()),
	}
	for u, d := range r.Units() {
		e.Units = append(e.Units, d)
		e.Tenancies = append(e.Tenancies, r.Tenancies(u)...)
	}
	return e
}
