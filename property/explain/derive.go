package explain

import "slices"

// Given returns a leaf: a figure or text taken from outside, with the arguments
// of its label.
func Given(label Label, v Value, args ...string) Step {
	return Step{Op: OpGiven, Label: label, Value: v, Args: slices.Clone(args)}
}

// Sum returns the sum of inputs of one unit.
//
// Errors: the result is Value{} where none follows, and [Step.Check] says why. So
// it is in every function that derives a step.
func Sum(label Label, inputs ...Step) Step {
	return derive(Step{Op: OpSum, Label: label, Inputs: slices.Clone(inputs)})
}

// Product returns the product of the inputs and of their units.
func Product(label Label, inputs ...Step) Step {
	return derive(Step{Op: OpProduct, Label: label, Inputs: slices.Clone(inputs)})
}

// Ratio returns a divided by b, and its unit by that of b.
func Ratio(label Label, a, b Step) Step {
	return derive(Step{Op: OpRatio, Label: label, Inputs: []Step{a, b}})
}

// Round returns a figure rounded to a multiple of step.
//
// Rounding: mode is one of those of [Rounding].
func Round(label Label, in Step, mode, step string) Step {
	return derive(Step{
		Op: OpRound, Label: label, Inputs: []Step{in},
		Rounding: &Rounding{Mode: mode, Step: step},
	})
}

// Allocate returns the share of weights[index] when total is split in multiples
// of step by largest remainder, ties to the earlier weight. The shares of all
// weights add up to total, which is a multiple of step itself; those of a negative
// total are the shares of its opposite with the sign turned.
func Allocate(label Label, index int, step string, total Step, weights ...Step) Step {
	return derive(Step{
		Op: OpAllocate, Label: label, Inputs: slices.Concat([]Step{total}, weights),
		Allocation: &Allocation{Index: index, Step: step},
	})
}

// Pick returns candidates[index].
func Pick(label Label, index int, candidates ...Step) Step {
	return derive(Step{Op: OpPick, Label: label, Index: index, Inputs: slices.Clone(candidates)})
}

// Clamp returns v kept between low and high, both inclusive.
func Clamp(label Label, v, low, high Step) Step {
	return derive(Step{Op: OpClamp, Label: label, Inputs: []Step{v, low, high}})
}

// Compare returns "true" if the relation holds between a and b, else "false".
// Numbers are compared as numbers, of one unit; dates (2026-03-11), months
// (2026-03), times of day (17:30) and instants (RFC 3339) by time; any other text
// can only be equal or not.
func Compare(label Label, a Step, relation string, b Step) Step {
	return derive(Step{Op: OpCompare, Label: label, Relation: relation, Inputs: []Step{a, b}})
}

// Count returns the number of inputs, which may be none.
func Count(label Label, inputs ...Step) Step {
	return derive(Step{Op: OpCount, Label: label, Inputs: slices.Clone(inputs)})
}

// derive fills in the result if there is one.
func derive(s Step) Step {
	if v, err := s.follows(); err == nil {
		s.Value = v
	}
	return s
}
