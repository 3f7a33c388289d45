package rating

import (
	"strconv"

	"github.com/wuyekit/wuye/property/invalid"
)

// Check reports what is wrong with the sheet whatever the rubric; [Rules.Rate] reports the rest too.
func (s Sheet) Check(l *invalid.List) {
	required(l, "id", s.ID)
	for i := range s.Marks {
		s.Marks[i].check(l, i)
	}
	if len(s.Findings) > 0 {
		s.checkFindings(l)
	}
	if len(s.Events) > 0 {
		s.checkEvents(l)
	}
	if len(s.Facts) > 0 {
		checkFacts(l, s.Facts)
	}
	if s.Amendment != nil {
		l.Enter("amendment")
		s.Amendment.Check(l)
		l.Leave()
	}
}

// isPlain reports whether the sheet has marks alone, of which Check has nothing to say: most have.
func (s *Sheet) isPlain() bool {
	for i := range s.Marks {
		if m := &s.Marks[i]; m.Item == "" || m.choices() != 1 {
			return false
		}
	}
	return s.ID != "" && len(s.Findings)+len(s.Events)+len(s.Facts) == 0 && s.Amendment == nil
}

func (m *Mark) check(l *invalid.List, i int) {
	if m.Item == "" {
		l.At("marks", i, "item").Add(invalid.ErrRequired, "item")
	}
	if n := m.choices(); n != 1 {
		l.At("marks", i).Add(ErrMark, strconv.Itoa(n))
	}
}

// choices returns how many things the mark says; it should be one.
func (m *Mark) choices() int {
	n := 0
	if m.Level != "" {
		n++
	}
	if m.Figure.IsSet() {
		n++
	}
	if m.NotApplicable {
		n++
	}
	return n
}

func (s Sheet) checkFindings(l *invalid.List) {
	used := map[string]bool{}
	eachItem(l, "findings", s.Findings, func(f Finding) {
		if f.ID != "" && used[f.ID] {
			l.At("id").Add(ErrTwice, invalid.Quote(f.ID))
		}
		used[f.ID] = true
		if f.Count < 0 {
			l.At("count").Add(ErrNegative, strconv.Itoa(f.Count))
		}
		if f.Repeats < 0 {
			l.At("repeats").Add(ErrNegative, strconv.Itoa(f.Repeats))
		}
		if !s.On.IsZero() && f.On.After(s.On) {
			l.At("on").Add(ErrLater, f.On.String(), s.On.String())
		}
		on := f.On
		if on.IsZero() {
			on = s.On
		}
		if !f.Corrected.IsZero() && f.Corrected.Before(on) {
			l.At("corrected").Add(ErrDays, on.String(), f.Corrected.String())
		}
	})
}

func (s Sheet) checkEvents(l *invalid.List) {
	used := map[string]bool{}
	eachItem(l, "events", s.Events, func(e Event) {
		required(l, "veto", e.Veto)
		if e.ID != "" && used[e.ID] {
			l.At("id").Add(ErrTwice, invalid.Quote(e.ID))
		}
		used[e.ID] = true
		if e.Project != "" && s.Project != "" && e.Project != s.Project {
			l.At("project").Add(ErrOther, invalid.Quote(s.Project), invalid.Quote(e.Project))
		}
		checkFacts(l, e.Facts)
	})
}
