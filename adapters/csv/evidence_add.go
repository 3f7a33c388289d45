package csv

import (
	"slices"

	"github.com/wuyekit/wuye/property/standard"
)

// AddEvidence adds the records, subjects and figures to evidence. What the file holds of the kinds in Doubtful is not all there was:
// their completeness is taken away, so that nothing is judged missing that stood in a bad row. Add the statements of
// completeness before. Without a vocabulary in the options a statement on every kind, "*", falls whole.
func (im *Import) AddEvidence(e *standard.Evidence) {
	e.Records = append(e.Records, im.Records...)
	e.Subjects = append(e.Subjects, im.Subjects...)
	e.Figures = append(e.Figures, im.Figures...)
	if len(im.Doubtful) == 0 {
		return
	}
	var left []standard.Complete
	for _, c := range e.Complete {
		for _, kind := range im.kindsOf(c.Kind) {
			if !im.doubts(kind) && !slices.Contains(c.Except, kind) {
				left = append(left, standard.Complete{Kind: kind, From: c.From, To: c.To})
			}
		}
	}
	e.Complete = left
}

// everyKind stands for every kind, in statements of completeness and in Doubtful.
const everyKind = "*"

// kindsOf lists the kinds that a statement of completeness speaks of, as far as they are known.
func (im *Import) kindsOf(kind string) []string {
	if kind != everyKind {
		return []string{kind}
	}
	var out []string
	if im.words != nil {
		for i := range im.words.Kinds {
			out = append(out, im.words.Kinds[i].Code)
		}
	}
	return out
}

func (im *Import) doubts(kind string) bool {
	return slices.Contains(im.Doubtful, kind) || slices.Contains(im.Doubtful, everyKind)
}

// noteDoubt remembers the kind of a bad row of records or subjects, unless it only is there twice. A row whose kind cannot be told, or is
// not declared, may be of any.
func (r *reader) noteDoubt() {
	if r.kind != Records && r.kind != Subjects {
		return
	}
	bad := r.im.Bad[r.from:]
	if !slices.ContainsFunc(bad, func(c BadCell) bool { return c.Problem.Rule != ErrTwice }) {
		return
	}
	kind, name := r.draft.evidence.record.Kind, "record.kind"
	if r.kind == Subjects {
		kind, name = r.draft.evidence.subject.Kind, "subject.kind"
	}
	if kind == "" {
		kind = r.constant(name)
	}
	if kind == "" || slices.ContainsFunc(bad, func(c BadCell) bool { return c.Problem.Path == name }) {
		kind = everyKind
	}
	if !slices.Contains(r.im.Doubtful, kind) {
		r.im.Doubtful = append(r.im.Doubtful, kind)
	}
}

// constant returns what the mapping itself says of a field, "" if the file does.
func (r *reader) constant(name string) string {
	for i := range r.bindings {
		if r.bindings[i].field.name == name {
			return r.bindings[i].source.Constant
		}
	}
	return ""
}
