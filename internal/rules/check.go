package rules

import (
	"errors"
	"fmt"
	"regexp"
	"slices"
	"strings"
	"unicode"
)

// check returns what is wrong with a rule but for its references.
func (r Rule) check() []error {
	var out []error
	fail := func(bad bool, format string, args ...any) {
		if bad {
			out = append(out, fmt.Errorf(format, args...))
		}
	}
	fail(!regexp.MustCompile(ruleID).MatchString(r.ID), "%q is no ID of a rule", r.ID)
	fail(!r.Kind.IsKnown(), "kind %q: want one of %v", r.Kind, Kinds())
	fail(r.Kind.IsKnown() && !slices.Contains(r.Kind.Shapes(), r.Shape), "shape %q: of kind %s want one of %v", r.Shape, r.Kind, r.Kind.Shapes())
	fail(!regexp.MustCompile(`^`+folder+`$`).MatchString(r.Package), "package %q is no folder", r.Package)
	fail((r.Kind == Note) != (r.Package == "none"), "package %q of kind %s: only a note has none", r.Package, r.Kind)
	fail(!regexp.MustCompile(`^00[0-4](-[A-I]|-\d{1,2})?$`).MatchString(r.Profile), "profile %q is no part of the sources", r.Profile)
	fail(strings.TrimSpace(r.EN) == "", "no English text")
	fail(!hasHan(r.ZH), "no Chinese text")
	fail((r.NoteEN == "") != (r.NoteZH == ""), "a note in one language only")
	fail(r.NoteZH != "" && !hasHan(r.NoteZH), "the Chinese note is not Chinese")
	return out
}

func hasHan(text string) bool {
	return strings.ContainsFunc(text, func(c rune) bool { return unicode.Is(unicode.Han, c) })
}

// elsewhere reports whether the home is another rule.
func (r Rule) elsewhere() bool { return len(r.Home) > 0 && r.Home[0].To == ToRule }

// homes returns what is wrong with the references of home taken together.
func (r Rule) homes() []error {
	var out []error
	if r.Kind == Alias && !r.elsewhere() {
		out = append(out, errors.New("the home of an alias is the rules that it repeats"))
	}
	for _, h := range r.Home {
		switch {
		case (h.To == ToRule) != r.elsewhere():
			out = append(out, errors.New("a home is other rules or none of them"))
		case h.To == ToClause && (r.Kind != Clause || h.Name != r.ID):
			out = append(out, fmt.Errorf("%s is no home of this rule", h))
		case h.To == ToRule && h.Name == r.ID:
			out = append(out, errors.New("it is its own home"))
		}
	}
	return out
}

// lost returns the homes that are rules and are not there, or whose own home is yet another rule.
func (t *Table) lost() []error {
	var out []error
	for _, r := range t.rules {
		if !r.elsewhere() {
			continue
		}
		for _, h := range r.Home {
			other, ok := t.Rule(h.Name)
			switch {
			case !ok:
				out = append(out, fmt.Errorf("%s: its home %s is no rule", r.ID, h.Name))
			case other.elsewhere():
				out = append(out, fmt.Errorf("%s: its home %s has its home elsewhere", r.ID, h.Name))
			case other.Kind == Note:
				out = append(out, fmt.Errorf("%s: its home %s is a note", r.ID, h.Name))
			}
		}
	}
	return out
}
