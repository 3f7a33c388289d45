package standard

import (
	"encoding/json"
	"slices"
	"strings"

	"github.com/wuyekit/wuye/property/invalid"
)

// Only returns the standard with some of its clauses alone (节选条款), in its order: those of the IDs, those that answer an alias among the IDs,
// and those whose counts they read. It keeps the parameters that they read, the aliases that are still answered in full, the relations of two
// or more of them, the chosen profiles that they belong to, and all orders, which fields of the vocabulary may name. ID and
// version stay those of the standard that it was cut from.
//
// Errors: an *[invalid.Error] with every ID that is neither of a clause nor of an alias, [ErrTarget]; [ErrFew] for none; [ErrProfile] where
// none of the clauses is of a profile that the standard chooses, so that nothing would be judged. The standard is then the zero one.
func (s Standard) Only(ids ...string) (Standard, error) {
	k := cutting{from: s.clone(), keep: make([]bool, len(s.Clauses))}
	if len(ids) == 0 {
		k.list.Add(ErrFew, "1")
	}
	for i, id := range ids {
		if !k.take(id) {
			k.list.At(i).Add(ErrTarget, invalid.Quote(id))
		}
	}
	out := k.cut()
	if err := k.list.Err("standard " + s.ID); err != nil {
		return Standard{}, err
	}
	return out, nil
}

// cutting is one call of [Standard.Only].
type cutting struct {
	from Standard
	keep []bool // of each clause
	list invalid.List
}

// take keeps what an ID names; it is false where that is nothing.
func (k *cutting) take(id string) bool {
	for i := range k.from.Aliases {
		if a := &k.from.Aliases[i]; a.ID == id {
			for _, of := range a.Of {
				k.clause(of)
			}
			return true
		}
	}
	if strings.Contains(id, "/") {
		return false
	}
	return k.clause(id)
}

// clause keeps the clause of an address, and those whose counts it reads.
func (k *cutting) clause(address string) bool {
	id, _, _ := strings.Cut(address, "/")
	i := slices.IndexFunc(k.from.Clauses, func(c Clause) bool { return c.ID == id })
	if i < 0 {
		return false
	}
	if k.keep[i] {
		return true
	}
	k.keep[i] = true
	for m := range k.from.Clauses[i].Measures {
		if t := k.from.Clauses[i].Measures[m].Threshold; t != nil {
			k.counts(t)
		}
	}
	return true
}

// counts keeps the clauses whose counts a threshold reads, by name or as the value of a parameter. Names that are none are figures.
func (k *cutting) counts(t *Threshold) {
	for _, l := range t.Limits {
		for _, text := range []string{l.Figure, l.OutOf, l.Value} {
			text = strings.TrimPrefix(k.resolve(text), "@")
			if at := strings.LastIndexByte(text, '.'); at > 0 && countOf(text[at+1:]) != 0 {
				k.clause(text[:at])
			}
		}
	}
}

// resolve returns a text, or the value of the parameter that it names.
func (k *cutting) resolve(text string) string {
	if p := k.param(text); p != nil {
		return p.Value
	}
	return text
}

// param returns the parameter that a text such as "$name" names, nil if it names none.
func (k *cutting) param(text string) *Param {
	name, is := strings.CutPrefix(text, "$")
	i := slices.IndexFunc(k.from.Params, func(p Param) bool { return is && p.Name == name })
	if i < 0 {
		return nil
	}
	return &k.from.Params[i]
}

// cut returns the standard of what is kept.
func (k *cutting) cut() Standard {
	out := k.from
	out.Clauses, out.Params, out.Aliases, out.Relations, out.Profiles = nil, nil, nil, nil, nil
	read := map[string]bool{}
	for i := range k.from.Clauses {
		if k.keep[i] {
			out.Clauses = append(out.Clauses, k.from.Clauses[i])
			k.list.At("clauses", i).Take(k.reads(&k.from.Clauses[i], read))
		}
	}
	for _, p := range k.from.Params {
		if read[p.Name] {
			out.Params = append(out.Params, p)
		}
	}
	for i := range out.Clauses {
		for j := range out.Clauses[i].Proofs {
			p := &out.Clauses[i].Proofs[j]
			p.Params = slices.DeleteFunc(p.Params, func(v Param) bool { return !read[v.Name] && k.param("$"+v.Name) != nil })
		}
	}
	out.Aliases = kept(k.from.Aliases, func(a *Alias) bool { return out.holds(a.Of) == len(a.Of) })
	out.Relations = kept(k.from.Relations, func(r *Relation) bool { return out.holds(r.Clauses) > 1 })
	k.profiles(&out)
	return out
}

// profiles chooses the profiles of the standard that still have clauses. To choose none would be to choose all.
func (k *cutting) profiles(out *Standard) {
	for _, p := range k.from.Profiles {
		if slices.ContainsFunc(out.Clauses, func(c Clause) bool { return c.Profile == p }) {
			out.Profiles = append(out.Profiles, p)
		}
	}
	if len(out.Clauses) > 0 && len(out.Profiles) == 0 && len(k.from.Profiles) > 0 {
		k.list.At("profiles").Add(ErrProfile, strings.Join(k.from.Profiles, ", "))
	}
}

// holds returns how many of some addresses are of clauses of the standard.
func (s *Standard) holds(addresses []string) int {
	n := 0
	for _, a := range addresses {
		id, _, _ := strings.Cut(a, "/")
		if slices.ContainsFunc(s.Clauses, func(c Clause) bool { return c.ID == id }) {
			n++
		}
	}
	return n
}

func kept[T any](list []T, keep func(*T) bool) []T {
	var out []T
	for i := range list {
		if keep(&list[i]) {
			out = append(out, list[i])
		}
	}
	return out
}

// reads notes the parameters that a clause reads, as its document has them, and those that the values of these name.
func (k *cutting) reads(c *Clause, read map[string]bool) error {
	text, err := json.Marshal([]any{c.When, c.Measures})
	if err != nil {
		return err
	}
	var doc any
	if err := json.Unmarshal(text, &doc); err != nil {
		return err
	}
	eachText(doc, func(text string) { k.readText(text, read) })
	return nil
}

// readText notes the parameters that a value names: itself, or the ends of a span.
func (k *cutting) readText(text string, read map[string]bool) {
	for name := range strings.SplitSeq(text, "/") {
		p := k.param(name)
		if p == nil || read[p.Name] {
			continue
		}
		read[p.Name] = true
		k.readText(p.Value, read)
	}
}

// eachText runs f on every text of a document but its names for people.
func eachText(doc any, f func(string)) {
	switch v := doc.(type) {
	case string:
		f(v)
	case []any:
		for _, e := range v {
			eachText(e, f)
		}
	case map[string]any:
		for key, e := range v {
			if key != "zh" && key != "en" {
				eachText(e, f)
			}
		}
	}
}
