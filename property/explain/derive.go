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
// (2026-03), times of day (17:30) and instants (RFC 3339, in any offset, to the
// nanosecond) by time; any other text can only be equal or not.
func Compare(label Label, a Step, relation string, b Step) Step {
	return derive(Step{Op: OpCompare, Label: label, Relation: relation, Inputs: []Step{a, b}})
}

// Count returns the number of inputs, which may be none.
func Count(label Label, inputs ...Step) Step {
	return derive(Step{Op: OpCount, Label: label, Inputs: slices.Clone(inputs)})
}

// Shift returns an instant moved by lengths of time, which may be negative or zero: a due time is
// the start, the time that counts and the time that does not.
//
// Units: from is an instant in RFC 3339, without a unit; a length is in seconds, "s". The result
// is in the offset that from is written in; [Step.Check] accepts it in any other, as does every
// step whose result is an instant.
//
// Rounding: none. A length has at most nine decimals, and lengths of any size are added up
// exactly.
//
// Errors: [ErrInstant], [ErrLength], [ErrNumber], and [ErrYears] where the result is not of the
// years 1 to 9999, as [Step.Check] reports them.
func Shift(label Label, from Step, lengths ...Step) Step {
	return derive(Step{Op: OpShift, Label: label, Inputs: slices.Concat([]Step{from}, lengths)})
}

// derive fills in the result if there is one.
func derive(s Step) Step {
	if v, err := s.follows(); err == nil {
		s.Value = v
	}
	return s
}
