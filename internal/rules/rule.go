package rules

import "slices"

// Rule is one row of the table.
type Rule struct {
	// ID is for good: "KPI-29".
	ID string `json:"id"`
	// Kind is the form in which it is carried.
	Kind Kind `json:"kind"`
	// Shape is what it is, finer: of a clause its measure, "duty"; of a type "enum" or "fact"; else the kind's own word.
	Shape string `json:"shape"`
	// Package is the folder that owns it, or will; "none" of a note.
	Package string `json:"package"`
	// Profile is the part of the sources that it is from: "001-12".
	Profile string `json:"profile"`
	// Home is where it is carried; empty: not yet, or a note.
	Home []Ref `json:"home,omitempty"`
	// Proof is what shows it; empty: nothing yet, or as the rules that are its home.
	Proof []Ref `json:"proof,omitempty"`
	// EN and ZH say in one line what it asks.
	EN string `json:"en"`
	ZH string `json:"zh"`
	// NoteEN and NoteZH are what is odd about it; both or none.
	NoteEN string `json:"noteEn,omitempty"`
	NoteZH string `json:"noteZh,omitempty"`
}

// Prefix returns the letters of the ID: "KPI".
func (r Rule) Prefix() string { return r.ID[:max(len(r.ID)-len("-01"), 0)] }

// Kind is a form in which a rule is carried.
type Kind string

// The kinds.
const (
	Clause     Kind = "clause"
	Alias      Kind = "alias"
	Type       Kind = "type"
	Transition Kind = "transition"
	Formula    Kind = "formula"
	Scheme     Kind = "scheme"
	Catalogue  Kind = "catalogue"
	Note       Kind = "note"
)

// Kinds returns the kinds in order.
func Kinds() []Kind {
	return []Kind{Clause, Alias, Type, Transition, Formula, Scheme, Catalogue, Note}
}

// Shapes returns the shapes that rules of a kind have; none of a word that is no kind.
func (k Kind) Shapes() []string {
	switch k {
	case Clause, Alias:
		return []string{"duty", "promise", "threshold", "checklist", "presence", "ordering", "cover", "record", "permission", "composite"}
	case Type:
		return []string{"enum", "fact"}
	case Transition, Formula, Catalogue:
		return []string{string(k)}
	case Scheme:
		return []string{"rating"}
	case Note:
		return []string{"text"}
	default:
		return nil
	}
}

// IsKnown reports whether it is one of [Kinds].
func (k Kind) IsKnown() bool { return slices.Contains(Kinds(), k) }
