package standard

import (
	"bytes"
	"encoding/json"
	"slices"
	"strings"

	"github.com/wuyekit/wuye/property/civil"
	"github.com/wuyekit/wuye/property/invalid"
)

// Join puts standards together into one (合并标准): their profiles, parameters, orders, aliases, relations and clauses, in their order. Its
// ID and version are theirs joined by "+", its name and source those of the first. Profiles that one of them chooses are chosen; one
// that chooses none chooses all of its own. What several of them have in common stands in it once; a parameter takes the value
// that one of them gives it. The relations of [Relations] are added as far as they concern its clauses, unless the standards
// have one of the same clauses themselves.
//
// The relations returned are those of chosen clauses that are two grades of one duty, or alternatives: a warning that one contract
// hardly asks for both.
//
// Errors: an *[invalid.Error] with every problem: [ErrFew] for no standard; [ErrDiffers] for a clause, an order or an alias of one ID
// that are not the same; [ErrTwoValues] for a parameter with two values and for two calendars; [ErrTwice] for an ID that is both of a clause and of an
// alias; [ErrOpposed] for chosen clauses that contradict each other. The standard is then the zero one.
func Join(standards ...Standard) (Standard, []Relation, error) {
	var j joining
	for _, s := range standards {
		j.add(s.clone())
	}
	if len(standards) == 0 {
		j.list.Add(ErrFew, "1")
	}
	j.finish(standards)
	warnings := j.out.related(&j.list)
	if err := j.list.Err("standard " + j.out.ID); err != nil {
		return Standard{}, nil, err
	}
	return j.out, warnings, nil
}

// joining is one call of [Join].
type joining struct {
	out  Standard
	list invalid.List
}

func (j *joining) add(s Standard) {
	out := &j.out
	switch {
	case out.Calendar == "":
		out.Calendar = s.Calendar
	case s.Calendar != "" && s.Calendar != out.Calendar:
		j.list.At("calendar").Add(ErrTwoValues, "calendar", invalid.Quote(out.Calendar), invalid.Quote(s.Calendar))
	}
	if out.ID == "" {
		out.Name, out.Source = s.Name, s.Source
	}
	out.ID, out.Version = plus(out.ID, s.ID), plus(out.Version, s.Version)
	for _, p := range s.Params {
		j.param(p)
	}
	out.Orders = merge(&j.list, "orders", out.Orders, s.Orders, func(o *Order) string { return o.Name })
	out.Aliases = merge(&j.list, "aliases", out.Aliases, s.Aliases, func(a *Alias) string { return a.ID })
	out.Clauses = merge(&j.list, "clauses", out.Clauses, s.Clauses, func(c *Clause) string { return c.ID })
	for _, r := range s.Relations {
		if !slices.ContainsFunc(out.Relations, func(o Relation) bool { return same(&o, &r) }) {
			out.Relations = append(out.Relations, r)
		}
	}
}

func plus(a, b string) string {
	switch {
	case a == "":
		return b
	case b == "", slices.Contains(strings.Split(a, "+"), b):
		return a
	}
	return a + "+" + b
}

// param joins a parameter with the one of its name, if there is one.
func (j *joining) param(p Param) {
	i := slices.IndexFunc(j.out.Params, func(o Param) bool { return o.Name == p.Name })
	if i < 0 {
		j.out.Params = append(j.out.Params, p)
		return
	}
	o := &j.out.Params[i]
	if o.Value != "" && p.Value != "" && o.Value != p.Value {
		j.list.At("params", i, "value").Add(ErrTwoValues, p.Name, invalid.Quote(o.Value), invalid.Quote(p.Value))
	}
	for _, f := range []struct {
		to   *string
		from string
	}{{&o.Value, p.Value}, {&o.Suggest, p.Suggest}, {&o.Source, p.Source}, {&o.Note.ZH, p.Note.ZH}, {&o.Note.EN, p.Note.EN}} {
		if *f.to == "" {
			*f.to = f.from
		}
	}
}

// merge appends what a list has not yet, and reports what it has in another form.
func merge[T any](l *invalid.List, field string, list, more []T, key func(*T) string) []T {
	at := make(map[string]int, len(list))
	for i := range list {
		at[key(&list[i])] = i
	}
	for i := range more {
		id := key(&more[i])
		if k, ok := at[id]; !ok {
			at[id], list = len(list), append(list, more[i])
		} else if !same(&list[k], &more[i]) {
			l.At(field, k).Add(ErrDiffers, invalid.Quote(id))
		}
	}
	return list
}

// same reports whether two documents are written alike.
func same[T any](a, b *T) bool {
	x, errX := json.Marshal(a)
	y, errY := json.Marshal(b)
	return errX == nil && errY == nil && bytes.Equal(x, y)
}

// finish settles what depends on all of the standards.
func (j *joining) finish(standards []Standard) {
	for i, a := range j.out.Aliases {
		if slices.ContainsFunc(j.out.Clauses, func(c Clause) bool { return c.ID == a.ID }) {
			j.list.At("aliases", i, "id").Add(ErrTwice, invalid.Quote(a.ID))
		}
	}
	j.profiles(standards)
	j.from(standards)
	for _, r := range Relations() {
		if j.holds(r.Clauses) > 1 && !slices.ContainsFunc(j.out.Relations, func(o Relation) bool { return concerns(&o, &r) }) {
			j.out.Relations = append(j.out.Relations, r)
		}
	}
}

// holds returns how many of some clauses there are.
func (j *joining) holds(ids []string) int {
	n := 0
	for i := range j.out.Clauses {
		if slices.Contains(ids, j.out.Clauses[i].ID) {
			n++
		}
	}
	return n
}

// concerns reports whether two relations are of the same clauses.
func concerns(a, b *Relation) bool {
	return slices.Equal(slices.Sorted(slices.Values(a.Clauses)), slices.Sorted(slices.Values(b.Clauses)))
}

// profiles chooses what one of the standards chooses; if none does, all.
func (j *joining) profiles(standards []Standard) {
	if !slices.ContainsFunc(standards, func(s Standard) bool { return len(s.Profiles) > 0 }) {
		return
	}
	for _, s := range standards {
		for i := range s.Clauses {
			if len(s.Profiles) == 0 {
				j.out.Profiles = appendNew(j.out.Profiles, s.Clauses[i].Profile)
			}
		}
		for _, p := range s.Profiles {
			j.out.Profiles = appendNew(j.out.Profiles, p)
		}
	}
}

// from is the first day that the standards have in common; if they have none, it is that of their clauses.
func (j *joining) from(standards []Standard) {
	var first civil.Date
	common := true
	for i, s := range standards {
		if i == 0 {
			first = s.From
		}
		common = common && s.From == first
	}
	if common {
		j.out.From = first
		return
	}
	for _, s := range standards {
		for i := range s.Clauses {
			k := slices.IndexFunc(j.out.Clauses, func(c Clause) bool { return c.ID == s.Clauses[i].ID })
			j.out.Clauses[k].From = max(j.out.Clauses[k].From, s.From)
		}
	}
}
