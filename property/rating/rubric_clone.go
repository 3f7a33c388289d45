package rating

import "slices"

// clone returns a copy that shares nothing.
func (r Rubric) clone() Rubric {
	r.Scales, r.Sections = slices.Clone(r.Scales), slices.Clone(r.Sections)
	for i := range r.Scales {
		r.Scales[i].Levels = slices.Clone(r.Scales[i].Levels)
	}
	for i := range r.Sections {
		s := &r.Sections[i]
		s.Items = slices.Clone(s.Items)
		for k := range s.Items {
			s.Items[k].Mark = s.Items[k].Mark.clone()
		}
	}
	r.Deductions, r.Rounding = slices.Clone(r.Deductions), slices.Clone(r.Rounding)
	r.Vetoes, r.Bands = slices.Clone(r.Vetoes), slices.Clone(r.Bands)
	for i := range r.Vetoes {
		r.Vetoes[i].Needs = slices.Clone(r.Vetoes[i].Needs)
	}
	for i := range r.Bands {
		r.Bands[i] = r.Bands[i].clone()
	}
	return r
}

func (m Marking) clone() Marking {
	m.Scale, m.Pass, m.Points = copied(m.Scale), copied(m.Pass), copied(m.Points)
	m.Steps, m.Deductions = copied(m.Steps), copied(m.Deductions)
	if m.Steps != nil {
		m.Steps.Steps = slices.Clone(m.Steps.Steps)
	}
	if m.Deductions != nil {
		m.Deductions.Kinds, m.Deductions.Shortfalls = slices.Clone(m.Deductions.Kinds), slices.Clone(m.Deductions.Shortfalls)
	}
	return m
}

// copied returns a pointer to a copy, nil for nil.
func copied[T any](p *T) *T {
	if p == nil {
		return nil
	}
	c := *p
	return &c
}
