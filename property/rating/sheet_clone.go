package rating

import (
	"slices"

	"github.com/wuyekit/wuye/property/civil"
)

// clone returns a copy of the sheet that shares nothing with it.
func (s Sheet) clone() Sheet {
	s.Marks, s.Findings = slices.Clone(s.Marks), slices.Clone(s.Findings)
	s.Events, s.Facts = slices.Clone(s.Events), slices.Clone(s.Facts)
	for i := range s.Marks {
		s.Marks[i].Evidence = slices.Clone(s.Marks[i].Evidence)
	}
	for i := range s.Findings {
		s.Findings[i].Evidence = slices.Clone(s.Findings[i].Evidence)
	}
	for i := range s.Events {
		e := &s.Events[i]
		e.Facts, e.Evidence = slices.Clone(e.Facts), slices.Clone(e.Evidence)
	}
	if s.Amendment != nil {
		a := *s.Amendment
		s.Amendment = &a
	}
	return s
}

// clone returns a copy whose evidence is nil if there is none, so that copies compare.
func (m Mark) clone() Mark {
	m.Evidence = slices.Concat(m.Evidence)
	return m
}

// clone returns a copy whose evidence is nil if there is none, so that copies compare.
func (f Finding) clone() Finding {
	f.Evidence = slices.Concat(f.Evidence)
	return f
}

// lastDay returns the day of the sheet or of its amendment.
func (s Sheet) lastDay() civil.Date {
	if s.Amendment != nil {
		return max(s.On, s.Amendment.On)
	}
	return s.On
}
