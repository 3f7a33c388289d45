package rating

import (
	"reflect"
	"slices"
	"strconv"
	"strings"

	"github.com/wuyekit/wuye/property/invalid"
)

// maxAmendments bounds the numbers that IDs of amended sheets are read with.
const maxAmendments = 1_000_000

// Change is one change of a sheet: exactly one of its fields.
type Change struct {
	// Mark is the mark that an item gets, in place of the one it has or as its first.
	Mark *Mark `json:"mark,omitempty"`
	// Finding changes a finding or takes it back.
	Finding *FindingChange `json:"finding,omitempty"`
}

// FindingChange changes one finding: exactly one of Set and Withdraw.
type FindingChange struct {
	// ID is that of the finding.
	ID string `json:"id"`
	// Set is what it becomes; its ID is the same, or left out.
	Set *Finding `json:"set,omitempty"`
	// Withdraw takes it back: it was no finding.
	Withdraw bool `json:"withdraw,omitempty"`
}

// Check reports every problem of the change by itself.
func (c Change) Check(l *invalid.List) {
	switch invalid.OneOf(l, c) {
	case "mark":
		l.Enter("mark")
		required(l, "item", c.Mark.Item)
		l.Leave()
	case "finding":
		l.Enter("finding")
		c.Finding.check(l)
		l.Leave()
	}
}

func (c FindingChange) check(l *invalid.List) {
	required(l, "id", c.ID)
	if (c.Set != nil) == c.Withdraw {
		l.Add(ErrSetOrWithdraw)
	}
	if c.Set != nil && c.Set.ID != "" && c.Set.ID != c.ID {
		l.At("set", "id").Add(ErrOtherFinding, invalid.Quote(c.Set.ID), invalid.Quote(c.ID))
	}
}

// Check reports what an amendment lacks.
func (a Amendment) Check(l *invalid.List) {
	required(l, "objection", a.Objection)
	required(l, "by", a.By)
	required(l, "reason", a.Reason)
	if a.On.IsZero() {
		l.At("on").Add(invalid.ErrRequired, "on")
	}
}

// Amend returns the sheet with one change, as a sheet of its own with a new ID, that of the old one as Replaces, and why and by
// whom (申诉更正). The old sheet stays as it is and shares nothing with the new one. The new ID is the amendment's, else the old one
// with a number: "S-7", "S-7/2", "S-7/3". Whether the rubric takes the change, [Rules.Rate] says.
//
// Errors: an *[invalid.Error] with every problem of the amendment and the change: [ErrUnknown] for a finding that the sheet does
// not have, [ErrTwice] for what it has twice, [ErrNoChange], [ErrAmendEarly] for an amendment before the sheet's day,
// [ErrSameID].
func (s Sheet) Amend(a Amendment, c Change) (Sheet, error) {
	var l invalid.List
	l.Enter("amendment")
	a.Check(&l)
	if last := s.lastDay(); !a.On.IsZero() && a.On < last {
		l.At("on").Add(ErrAmendEarly, a.On.String(), last.String())
	}
	if a.Sheet != "" && (a.Sheet == s.ID || a.Sheet == s.Replaces) {
		l.At("sheet").Add(ErrSameID, invalid.Quote(a.Sheet))
	}
	l.Leave()
	out := s.clone()
	l.Enter("change")
	before := l.Len()
	c.Check(&l)
	if l.Len() == before {
		out.apply(&l, c)
	}
	l.Leave()
	required(&l, "id", s.ID)
	if err := l.Err("sheet " + s.ID); err != nil {
		return Sheet{}, err
	}
	out.ID, out.Replaces = a.Sheet, s.ID
	if out.ID == "" {
		out.ID = s.nextID()
	}
	out.Amendment = &a
	return out, nil
}

// apply makes the change.
func (s *Sheet) apply(l *invalid.List, c Change) {
	if c.Mark != nil {
		s.setMark(l, *c.Mark)
		return
	}
	at := matching(s.Findings, func(f Finding) bool { return f.ID == c.Finding.ID })
	l.Enter("finding")
	defer l.Leave()
	switch {
	case len(at) == 0:
		l.At("id").Add(ErrUnknown, invalid.Quote(c.Finding.ID))
	case len(at) > 1:
		l.At("id").Add(ErrTwice, invalid.Quote(c.Finding.ID))
	case c.Finding.Withdraw:
		s.Findings = slices.Delete(s.Findings, at[0], at[0]+1)
	default:
		set := c.Finding.Set.clone()
		set.ID = c.Finding.ID
		if reflect.DeepEqual(set, s.Findings[at[0]].clone()) {
			l.At("set").Add(ErrNoChange)
		}
		s.Findings[at[0]] = set
	}
}

func (s *Sheet) setMark(l *invalid.List, m Mark) {
	m = m.clone()
	at := matching(s.Marks, func(o Mark) bool { return o.Item == m.Item && o.Part == m.Part })
	switch {
	case len(at) == 0:
		s.Marks = append(s.Marks, m)
	case len(at) > 1:
		l.At("mark", "item").Add(ErrTwice, invalid.Quote(m.Item))
	default:
		if reflect.DeepEqual(m, s.Marks[at[0]].clone()) {
			l.At("mark").Add(ErrNoChange)
		}
		s.Marks[at[0]] = m
	}
}

// matching returns where in a list something is.
func matching[T any](list []T, is func(T) bool) []int {
	var out []int
	for i := range list {
		if is(list[i]) {
			out = append(out, i)
		}
	}
	return out
}

// nextID returns the ID with the next number behind it.
func (s Sheet) nextID() string {
	base, n := s.ID, 1
	if i := strings.LastIndexByte(s.ID, '/'); i >= 0 {
		k, err := strconv.Atoi(s.ID[i+1:])
		before := s.ID[:i] + "/" + strconv.Itoa(k-1)
		if err == nil && k > 1 && k < maxAmendments && (s.Replaces == s.ID[:i] && k == 2 || s.Replaces == before) {
			base, n = s.ID[:i], k
		}
	}
	return base + "/" + strconv.Itoa(n+1)
}
