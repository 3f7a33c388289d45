package main

import (
	"fmt"
	"path"
	"slices"
	"strings"

	"github.com/wuyekit/wuye/internal/rules"
)

// wanted says which rules are asked for; what is empty asks for all.
type wanted struct {
	prefix string
	pkg    string
	kind   string
	proved string
	search string
	id     string
}

// row is a rule of the list.
type row struct {
	rules.Rule
	State rules.State `json:"state"`
	// same are the rules that are its home.
	same []rules.Rule
}

// choose returns the rules asked for, in the order of the table.
//
// Errors: a flag that no rule can answer, which is rather a slip than a question.
func (w wanted) choose(table *rules.Table) ([]row, error) {
	all := table.Rules()
	if err := w.check(all); err != nil {
		return nil, err
	}
	var out []row
	for _, r := range all {
		line := row{Rule: r, State: table.State(r)}
		for _, h := range r.Home {
			if other, ok := table.Rule(h.Name); ok && h.To == rules.ToRule {
				line.same = append(line.same, other)
			}
		}
		if w.has(line) {
			out = append(out, line)
		}
	}
	return out, nil
}

// check refuses words that are none.
func (w wanted) check(all []rules.Rule) error {
	if w.proved != "" && w.proved != "yes" && w.proved != "no" {
		return fmt.Errorf("-proved %s: want yes or no", w.proved)
	}
	for _, f := range []struct {
		flag, value string
		of          func(rules.Rule) []string
	}{
		{"prefix", w.prefix, func(r rules.Rule) []string { return []string{r.Prefix()} }},
		{"package", w.pkg, func(r rules.Rule) []string { return []string{r.Package, path.Base(r.Package)} }},
		{"kind", w.kind, func(r rules.Rule) []string { return []string{string(r.Kind), r.Shape} }},
		{"id", w.id, func(r rules.Rule) []string { return []string{r.ID} }},
	} {
		known := func(r rules.Rule) bool { return slices.Contains(f.of(r), f.value) }
		if f.value != "" && !slices.ContainsFunc(all, known) {
			return fmt.Errorf("-%s %s: no rule has it%s", f.flag, f.value, hint(f.flag, all, f.of))
		}
	}
	return nil
}

// hint lists the words of a flag, where they are few.
func hint(flag string, all []rules.Rule, of func(rules.Rule) []string) string {
	if flag == "id" {
		return ""
	}
	var words []string
	for _, r := range all {
		words = append(words, of(r)...)
	}
	slices.Sort(words)
	return "; there are " + strings.Join(slices.Compact(words), ", ")
}

func (w wanted) has(r row) bool {
	return (w.prefix == "" || r.Prefix() == w.prefix) &&
		(w.pkg == "" || r.Package == w.pkg || path.Base(r.Package) == w.pkg) &&
		(w.kind == "" || string(r.Kind) == w.kind || r.Shape == w.kind) &&
		(w.id == "" || r.ID == w.id) &&
		(w.proved == "" || r.State != rules.Noted && (r.State == rules.Proved) == (w.proved == "yes")) &&
		(w.search == "" || r.says(w.search))
}

// says reports whether a text stands in the rule, in any case.
func (r row) says(text string) bool {
	all := strings.Join([]string{r.ID, r.EN, r.ZH, r.NoteEN, r.NoteZH, refs(r.Home), refs(r.Proof)}, "\n")
	return strings.Contains(strings.ToLower(all), strings.ToLower(text))
}

// refs writes references as the table does.
func refs(list []rules.Ref) string {
	texts := make([]string, len(list))
	for i, r := range list {
		texts[i] = r.String()
	}
	return strings.Join(texts, " ")
}
