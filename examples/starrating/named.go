package main

import (
	"slices"
	"strings"

	"github.com/wuyekit/wuye/property/explain"
	"github.com/wuyekit/wuye/property/metric"
	"github.com/wuyekit/wuye/property/rating"
)

// naming is what the codes in derivations are called, so that who challenges a point reads "缺一项" and not "gap". A code that stands
// for two things, and one that begins with a figure and so looks like one, stays as it is.
type naming struct {
	report *report
	names  map[string]string
	twice  map[string]bool
}

// naming returns the names of a rubric, and of the scheme if the report is of one.
func (r *report) naming(rubric *rating.Rubric) naming {
	n := naming{r, map[string]string{}, map[string]bool{}}
	for _, s := range rubric.Scales {
		for _, v := range s.Levels {
			n.add(v.Code, v.Name)
		}
	}
	for _, s := range rubric.Sections {
		n.add(s.Code, s.Name)
		for _, i := range s.Items {
			n.add(i.Code, i.Name)
			if d := i.Mark.Deductions; d != nil {
				n.deductions(d.Kinds)
			}
		}
	}
	n.deductions(rubric.Deductions)
	if r.judgement != nil {
		for _, t := range r.scheme.Tiers {
			n.add(t.Code, t.Name)
		}
	}
	return n
}

func (n naming) deductions(list []rating.Deduction) {
	for _, d := range list {
		n.add(d.Code, d.Name)
	}
}

func (n naming) add(code string, name metric.Name) {
	text := n.report.name(name, code)
	if have, known := n.names[code]; known && have != text || code != "" && code[0] >= '0' && code[0] <= '9' {
		n.twice[code] = true
	}
	n.names[code] = text
}

// of returns what a code is called; of "community/2" the part before the stroke.
func (n naming) of(arg string) string {
	code, rest, stroke := strings.Cut(arg, "/")
	name, known := n.names[code]
	switch {
	case !known || n.twice[code]:
		return arg
	case stroke:
		return name + "/" + rest
	}
	return name
}

// step returns a derivation with names for codes. What it derives stays the same.
func (n naming) step(s explain.Step) explain.Step {
	s.Args, s.Inputs = slices.Clone(s.Args), slices.Clone(s.Inputs)
	for i, arg := range s.Args {
		s.Args[i] = n.of(arg)
	}
	for i := range s.Inputs {
		s.Inputs[i] = n.step(s.Inputs[i])
	}
	return s
}
