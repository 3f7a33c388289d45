package property

import (
	"slices"
)

// tenancies merges the tenancies of one unit.
func (m *merger) tenancies(old, fresh []Tenancy) {
	was := m.recognise(old, fresh)
	var out []Tenancy
	for i, t := range fresh {
		if was[i] < 0 {
			m.note(Added, "tenancy", t.key(), nil)
			out = append(out, t)
			continue
		}
		o := old[was[i]]
		out = append(out, mergeOne(m, "tenancy", o.key(), o, t, m.keep))
	}
	for i, o := range old {
		if !slices.Contains(was, i) {
			out = append(out, m.leave(o, fresh))
		}
	}
	for _, t := range out {
		m.b.Tenancy(t)
	}
}

// recognise returns, for each fresh tenancy, which old one it restates, -1 for none. The
// surest sign goes first: the code, then the same start, then being in force on asOf.
func (m *merger) recognise(old, fresh []Tenancy) []int {
	was := slices.Repeat([]int{-1}, len(fresh))
	for _, same := range []func(o, t Tenancy) bool{
		func(o, t Tenancy) bool { return o.Code != "" && o.Code == t.Code },
		func(o, t Tenancy) bool { return sameHolding(o, t) && o.Term.Start == t.Term.Start },
		func(o, t Tenancy) bool {
			return sameHolding(o, t) && o.Term.Contains(m.asOf) && t.Term.Contains(m.asOf)
		},
	} {
		for i, t := range fresh {
			for k, o := range old {
				if was[i] < 0 && !slices.Contains(was, k) && same(o, t) {
					was[i] = k
				}
			}
		}
	}
	return was
}

// sameHolding reports whether two tenancies can be one: two codes say that they are not.
func sameHolding(o, t Tenancy) bool {
	return (o.Code == "" || t.Code == "") && o.Kind == t.Kind && slices.Equal(o.Holders, t.Holders)
}

// keep keeps of a tenancy what an import of the present state does not say anew.
func (m *merger) keep(old, fresh *Tenancy) {
	m.keepTerm(old, fresh)
	fresh.Agreed = mergeAgreed(old.Agreed, fresh.Agreed, fresh.Term)
}

// keepTerm keeps the start of a tenancy that an import of the present state restates
// with asOf, or an earlier restatement's date, as its start; one with a code says its own.
func (m *merger) keepTerm(old, fresh *Tenancy) {
	if fresh.Code == "" && old.Term.Start.Before(fresh.Term.Start) {
		fresh.Term.Start = old.Term.Start
	}
	if fresh.Term.IsOpen() && !old.Term.IsOpen() && old.Term.Contains(m.asOf) {
		fresh.Term.End = old.Term.End
	}
}

// leave returns an old tenancy that the import does not have: ended by its successor,
// or kept. Tenancies that ended before asOf are history and not worth a word.
func (m *merger) leave(o Tenancy, fresh []Tenancy) Tenancy {
	for _, t := range fresh {
		succeeds := (t.Kind == Ownership) == (o.Kind == Ownership) && o.Term.Contains(t.Term.Start) &&
			o.Term.Start.Before(t.Term.Start)
		if succeeds {
			ended := o
			ended.Term.End = t.Term.Start
			if ended.MovedOut.After(ended.Term.End) {
				ended.MovedOut = ended.Term.End
			}
			ended.Agreed = mergeAgreed(o.Agreed, nil, ended.Term)
			return mergeOne(m, "tenancy", o.key(), o, ended, nil)
		}
	}
	if o.Term.Contains(m.asOf) {
		m.note(Vanished, "tenancy", o.key(), nil)
	} else {
		m.changes.Unchanged++
	}
	return o
}

// key names a tenancy to people.
func (t Tenancy) key() string {
	if t.Code != "" {
		return t.Code
	}
	return t.Unit + "/" + t.Kind.String() + "/" + t.Term.Start.String()
}
