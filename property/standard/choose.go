package standard

import (
	"slices"

	"github.com/wuyekit/wuye/property/invalid"
)

// Choose returns the standard with the profiles that were agreed (选用出处); none: all. Its clauses stay, and those of other profiles
// are not judged. A profile that no clause belongs to is refused by [Compile].
func (s Standard) Choose(profiles ...string) Standard {
	out := s.clone()
	out.Profiles = slices.Clone(profiles)
	return out
}

// With returns the standard with values of parameters, as the contract gives them (填写参数). A source and a note that are given replace
// those that were there; an empty value leaves the parameter open.
//
// Errors: an *[invalid.Error] with every name that is not declared, [ErrParam], or given twice, [ErrTwice]. The standard is then the zero
// one.
func (s Standard) With(params ...Param) (Standard, error) {
	var l invalid.List
	out := s.clone()
	for i, p := range params {
		at := slices.IndexFunc(out.Params, func(o Param) bool { return o.Name == p.Name })
		if at < 0 {
			l.At(i, "name").Add(ErrParam, invalid.Quote(p.Name))
			continue
		}
		if slices.ContainsFunc(params[:i], func(o Param) bool { return o.Name == p.Name }) {
			l.At(i, "name").Add(ErrTwice, invalid.Quote(p.Name))
		}
		out.Params[at].set(p)
	}
	if err := l.Err("standard " + s.ID); err != nil {
		return Standard{}, err
	}
	return out, nil
}

func (p *Param) set(v Param) {
	p.Value = v.Value
	if v.Source != "" {
		p.Source = v.Source
	}
	if v.Note.ZH != "" || v.Note.EN != "" {
		p.Note = v.Note
	}
}
