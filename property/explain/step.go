package explain

import "slices"

// Step is a result with what it follows from (步骤). It is a document: the
// constructors fill it in, a literal does as well, and [Step.Check] says whether it
// is right. The zero value is no derivation.
type Step struct {
	// Op is how the result follows from the inputs.
	Op Op `json:"op,omitempty"`
	// Label says what the result is; empty for a step in between.
	Label Label `json:"label,omitempty"`
	// Args fill the label.
	Args []string `json:"args,omitempty"`
	// Value is the result.
	Value Value `json:"result"`
	// Source says where a given figure was taken from, or which rule asks for the
	// step: a field path, a contract, a clause.
	Source string `json:"source,omitempty"`
	// Rounding belongs to round.
	Rounding *Rounding `json:"rounding,omitempty"`
	// Allocation belongs to allocate.
	Allocation *Allocation `json:"allocation,omitempty"`
	// Relation belongs to compare: "<", "<=", "=", ">=" or ">".
	Relation string `json:"relation,omitempty"`
	// Index belongs to pick: which input was picked, from 0.
	Index int `json:"index,omitempty"`
	// Omitted is how many inputs [Filter] left out; a whole derivation has none.
	Omitted int `json:"omitted,omitempty"`
	// Inputs are what the result follows from, in an order that the operation
	// gives a meaning.
	Inputs []Step `json:"inputs,omitempty"`
}

// Rounding is how a figure is rounded (舍入).
type Rounding struct {
	// Mode is halfUp (四舍五入, a tie goes away from zero), halfEven (a tie goes to
	// the even multiple), halfDown (a tie goes towards zero), up (away from zero),
	// down (towards zero), ceiling or floor.
	Mode string `json:"mode"`
	// Step is what the result is a multiple of, in the unit of the input: "0.01".
	Step string `json:"step"`
}

// Allocation says which share of a split a step is (分摊).
type Allocation struct {
	// Index is the weight the share belongs to, from 0: inputs[1] is weight 0.
	Index int `json:"index"`
	// Step is what every share is a multiple of, in the unit of the total: "0.01".
	Step string `json:"step"`
}

// WithArgs returns the step with the arguments of its label.
func (s Step) WithArgs(args ...string) Step {
	s.Args = slices.Clone(args)
	return s
}

// From returns the step with its source.
func (s Step) From(source string) Step {
	s.Source = source
	return s
}

// As returns the step with the result that the engine stored, which
// [Step.Check] then compares with what follows from the inputs.
func (s Step) As(v Value) Step {
	s.Value = v
	return s
}
