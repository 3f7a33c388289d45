package explain

import "strconv"

// Walk calls visit for a step and, where visit returns true, for each of its
// inputs, in order, with the path as [Step.Check] writes it: "" for the step itself,
// then "inputs[0]", "inputs[0].inputs[2]". It stops 64 steps down.
func Walk(s Step, visit func(path string, s Step) bool) {
	walk("", s, visit, 1)
}

func walk(path string, s Step, visit func(path string, s Step) bool, depth int) {
	if depth > maxDepth || !visit(path, s) {
		return
	}
	if path != "" {
		path += "."
	}
	for i, in := range s.Inputs {
		walk(path+"inputs["+strconv.Itoa(i)+"]", in, visit, depth+1)
	}
}

// Filter returns the derivation cut down to the steps that keep asks for and
// those on the way to them, and reports whether there are any. Every step says
// in Omitted how many of its inputs were left out, and [Text] shows it;
// [Step.Check] is for whole derivations and refuses such a step. The derivation
// itself stays as it is. It looks 64 steps down.
func Filter(s Step, keep func(Step) bool) (Step, bool) {
	return filter(s, keep, 1)
}

func filter(s Step, keep func(Step) bool, depth int) (Step, bool) {
	if depth > maxDepth {
		return Step{}, false
	}
	kept := keep(s)
	var inputs []Step
	for _, in := range s.Inputs {
		if cut, ok := filter(in, keep, depth+1); ok {
			inputs = append(inputs, cut)
		}
	}
	s.Omitted += len(s.Inputs) - len(inputs)
	s.Inputs = inputs
	return s, kept || len(inputs) > 0
}
