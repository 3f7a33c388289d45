package rating

import "github.com/wuyekit/wuye/property/invalid"

// Method says what an item is worth. Its zero is unset.
type Method uint8

const (
	// ByPoints scores the sum of the points, of the points that apply (计分法).
	ByPoints Method = iota + 1
	// ByWeights scores the weighted mean of the shares that the items come to (加权法).
	ByWeights
)

func methodWords() invalid.Words { return invalid.Words{"points", "weights"} }

// String returns the word, or "Method(9)" for a number that is none.
func (m Method) String() string { return methodWords().Of("Method", uint8(m)) }

// MarshalText returns the word. Errors: [invalid.ErrWord].
func (m Method) MarshalText() ([]byte, error) { return methodWords().Marshal(uint8(m)) }

// UnmarshalText reads a word. Errors: [invalid.ErrWord].
func (m *Method) UnmarshalText(text []byte) error { return methodWords().Unmarshal(text, (*uint8)(m)) }

// Absence says what becomes of an item that does not apply, or that nobody marked. Its zero is unset.
type Absence uint8

const (
	// Renormalise leaves it out: the score is of what applies (不适用项剔除后折算).
	Renormalise Absence = iota + 1
	// Award gives all of its points (不适用项给满分).
	Award
	// Zero gives none.
	Zero
)

func absenceWords() invalid.Words { return invalid.Words{"renormalise", "award", "zero"} }

// String returns the word, or "Absence(9)" for a number that is none.
func (a Absence) String() string { return absenceWords().Of("Absence", uint8(a)) }

// MarshalText returns the word. Errors: [invalid.ErrWord].
func (a Absence) MarshalText() ([]byte, error) { return absenceWords().Marshal(uint8(a)) }

// UnmarshalText reads a word. Errors: [invalid.ErrWord].
func (a *Absence) UnmarshalText(text []byte) error {
	return absenceWords().Unmarshal(text, (*uint8)(a))
}

// Part says what a part of a unit counts. Its zero is unset, and means [Started].
type Part uint8

const (
	// Started counts it as a whole unit: 1.6 points under the target are 2.
	Started Part = iota + 1
	// Full does not count it: 1.6 points are 1.
	Full
	// Exact counts it as the part it is.
	Exact
)

func partWords() invalid.Words { return invalid.Words{"started", "full", "exact"} }

// String returns the word, or "Part(9)" for a number that is none.
func (p Part) String() string { return partWords().Of("Part", uint8(p)) }

// MarshalText returns the word. Errors: [invalid.ErrWord].
func (p Part) MarshalText() ([]byte, error) { return partWords().Marshal(uint8(p)) }

// UnmarshalText reads a word. Errors: [invalid.ErrWord].
func (p *Part) UnmarshalText(text []byte) error { return partWords().Unmarshal(text, (*uint8)(p)) }

// Basis says which score bands and needs look at. Its zero is unset, and means [OnExact].
type Basis uint8

const (
	// OnExact looks at the score before it is rounded: 89.96 is four stars.
	OnExact Basis = iota + 1
	// OnRounded looks at the score after the last stage of rounding.
	OnRounded
)

func basisWords() invalid.Words { return invalid.Words{"exact", "rounded"} }

// String returns the word, or "Basis(9)" for a number that is none.
func (b Basis) String() string { return basisWords().Of("Basis", uint8(b)) }

// MarshalText returns the word. Errors: [invalid.ErrWord].
func (b Basis) MarshalText() ([]byte, error) { return basisWords().Marshal(uint8(b)) }

// UnmarshalText reads a word. Errors: [invalid.ErrWord].
func (b *Basis) UnmarshalText(text []byte) error { return basisWords().Unmarshal(text, (*uint8)(b)) }

// Effect is what a veto does. Its zero is unset.
type Effect uint8

const (
	// Exclude takes out of the contest: not rated, which is not 0 (不列入考核).
	Exclude Effect = iota + 1
	// Nullify makes the score 0.
	Nullify
	// Limit lets the band be no better than [Veto.Band], whatever the score.
	Limit
)

func effectWords() invalid.Words { return invalid.Words{"exclude", "zero", "limit"} }

// String returns the word, or "Effect(9)" for a number that is none.
func (e Effect) String() string { return effectWords().Of("Effect", uint8(e)) }

// MarshalText returns the word. Errors: [invalid.ErrWord].
func (e Effect) MarshalText() ([]byte, error) { return effectWords().Marshal(uint8(e)) }

// UnmarshalText reads a word. Errors: [invalid.ErrWord].
func (e *Effect) UnmarshalText(text []byte) error { return effectWords().Unmarshal(text, (*uint8)(e)) }

// Scope says whom a veto hits. Its zero is unset, and means [OfProject].
type Scope uint8

const (
	// OfProject hits the project where it happened.
	OfProject Scope = iota + 1
	// OfEnterprise hits every project of the enterprise (所在物业服务企业).
	OfEnterprise
)

func scopeWords() invalid.Words { return invalid.Words{"project", "enterprise"} }

// String returns the word, or "Scope(9)" for a number that is none.
func (s Scope) String() string { return scopeWords().Of("Scope", uint8(s)) }

// MarshalText returns the word. Errors: [invalid.ErrWord].
func (s Scope) MarshalText() ([]byte, error) { return scopeWords().Marshal(uint8(s)) }

// UnmarshalText reads a word. Errors: [invalid.ErrWord].
func (s *Scope) UnmarshalText(text []byte) error { return scopeWords().Unmarshal(text, (*uint8)(s)) }

// Bound says what held a deduction back. Its zero is unset: nothing did.
type Bound uint8

const (
	// BoundKind is the most that its kind takes off.
	BoundKind Bound = iota + 1
	// BoundCap is the most that the item's deductions take off together.
	BoundCap
	// BoundFloor is the least that the item, or the score, comes to.
	BoundFloor
	// BoundSection is the most that findings take off in the section.
	BoundSection
	// BoundSheet is the most that is taken off the whole sheet.
	BoundSheet
)

func boundWords() invalid.Words { return invalid.Words{"kind", "cap", "floor", "section", "sheet"} }

// String returns the word, or "Bound(9)" for a number that is none.
func (b Bound) String() string { return boundWords().Of("Bound", uint8(b)) }

// MarshalText returns the word. Errors: [invalid.ErrWord].
func (b Bound) MarshalText() ([]byte, error) { return boundWords().Marshal(uint8(b)) }

// UnmarshalText reads a word. Errors: [invalid.ErrWord].
func (b *Bound) UnmarshalText(text []byte) error { return boundWords().Unmarshal(text, (*uint8)(b)) }
