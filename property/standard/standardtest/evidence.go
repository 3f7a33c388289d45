package standardtest

import (
	"slices"

	"github.com/wuyekit/wuye/property/standard"
)

// state is what a proof is judged with.
type state struct {
	params   []standard.Param
	evidence standard.Evidence
}

// with returns the state of a proof that begins with s: what it adds and replaces, then without what it takes away.
func (s state) with(p *standard.Proof, words standard.Vocabulary) state {
	more := p.Evidence
	out := state{params: merged(s.params, p.Params, func(v standard.Param) string { return v.Name }), evidence: s.evidence}
	e := &out.evidence
	if !more.AsOf.IsZero() {
		e.AsOf = more.AsOf
	}
	if more.Zone != "" {
		e.Zone = more.Zone
	}
	if !more.Start.IsZero() {
		e.Start = more.Start
	}
	if !more.End.IsZero() {
		e.End = more.End
	}
	e.Estate = merged(e.Estate, more.Estate, func(f standard.Field) string { return f.Name })
	e.Subjects = merged(e.Subjects, more.Subjects, func(v standard.Subject) key { return key{v.Kind, v.ID} })
	e.Records = merged(e.Records, more.Records, func(r standard.Record) key { return key{r.Kind, r.ID} })
	e.Figures = merged(e.Figures, more.Figures, func(f standard.Figure) figure { return figure{key{f.Figure, f.Subject}, f.Start, f.End} })
	e.Complete = slices.Concat(e.Complete, more.Complete)
	takeAway(e, p.Without)
	e.Complete = incomplete(e.Complete, p.Incomplete, words)
	return out
}

type key struct{ kind, id string }

// figure is a key with a period.
type figure struct {
	key
	start, end standard.Point
}

// merged returns a list with those of another, which replace those of the same name.
func merged[T any, K comparable](list, more []T, name func(T) K) []T {
	out := slices.Clone(list)
	for _, v := range more {
		i := slices.IndexFunc(out, func(o T) bool { return name(o) == name(v) })
		if i < 0 {
			out = append(out, v)
			continue
		}
		out[i] = v
	}
	return out
}

// takeAway takes away what has one of the names.
func takeAway(e *standard.Evidence, names []string) {
	gone := func(name string) bool { return slices.Contains(names, name) }
	e.Estate = slices.DeleteFunc(e.Estate, func(f standard.Field) bool { return gone(f.Name) })
	e.Subjects = slices.DeleteFunc(e.Subjects, func(s standard.Subject) bool { return gone(s.ID) })
	e.Records = slices.DeleteFunc(e.Records, func(r standard.Record) bool { return gone(r.ID) })
	e.Figures = slices.DeleteFunc(e.Figures, func(f standard.Figure) bool { return gone(f.Figure) })
}

// incomplete takes the completeness of kinds away, "*" of all. A statement on every kind becomes one on each of the others.
func incomplete(list []standard.Complete, kinds []string, words standard.Vocabulary) []standard.Complete {
	if len(kinds) == 0 {
		return list
	}
	gone := func(kind string) bool { return slices.Contains(kinds, kind) || slices.Contains(kinds, "*") }
	var out []standard.Complete
	for _, c := range list {
		if c.Kind != "*" {
			if !gone(c.Kind) {
				out = append(out, c)
			}
			continue
		}
		for i := range words.Kinds {
			if kind := words.Kinds[i].Code; !gone(kind) && !slices.Contains(c.Except, kind) {
				out = append(out, standard.Complete{Kind: kind, From: c.From, To: c.To})
			}
		}
	}
	return out
}
