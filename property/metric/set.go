package metric

import (
	"iter"

	"github.com/wuyekit/wuye/property/civil"
	"github.com/wuyekit/wuye/property/invalid"
)

// Set is a compiled catalogue. It never changes, so that any number of goroutines may share it; a nil set knows no
// metric.
type Set struct {
	metrics []Definition
	byCode  map[string]int
}

// Compile makes a set of a catalogue, which it does not keep.
//
// Errors: an [*invalid.Error] with every problem of the catalogue at its place, "metrics[3].targets[0].value".
func Compile(c Catalogue) (*Set, error) {
	var l invalid.List
	c.Check(&l)
	if err := l.Err("catalogue " + c.Code); err != nil {
		return nil, err
	}
	s := &Set{make([]Definition, len(c.Metrics)), make(map[string]int, len(c.Metrics))}
	for i := range c.Metrics {
		s.metrics[i] = c.Metrics[i].clone()
		s.byCode[c.Metrics[i].Code] = i
	}
	return s, nil
}

// All returns the definitions in the order of the catalogue; they belong to the caller.
func (s *Set) All() iter.Seq[Definition] {
	return func(yield func(Definition) bool) {
		if s == nil {
			return
		}
		for i := range s.metrics {
			if !yield(s.metrics[i].clone()) {
				return
			}
		}
	}
}

// Definition returns the definition of a metric, which belongs to the caller, and false if there is none.
func (s *Set) Definition(code string) (Definition, bool) {
	d := s.find(code)
	if d == nil {
		return Definition{}, false
	}
	return d.clone(), true
}

// find returns the set's own definition, nil if there is none.
func (s *Set) find(code string) *Definition {
	if s == nil {
		return nil
	}
	i, ok := s.byCode[code]
	if !ok {
		return nil
	}
	return &s.metrics[i]
}

// Check reports every measurement of a sheet that its definition does not allow.
//
// Errors: an [*invalid.Error] with all problems at their places, "measurements[3].num": [ErrMetric], [ErrBase],
// [ErrBaseOpen], [ErrHasBase], [ErrNegative], [ErrWhole], [ErrAbove], [ErrOpenPeriod], [ErrTwice], and those of a period.
func (s *Set) Check(sheet Sheet) error {
	var l invalid.List
	named := Sheet{make([]Measurement, len(sheet.Measurements))}
	for i, m := range sheet.Measurements {
		named.Measurements[i] = s.named(m)
	}
	named.check(&l, func(m Measurement, l *invalid.List) { s.check(m, l) })
	return l.Err("sheet")
}

// check reports every problem of a measurement and returns its definition, nil if there is none.
func (s *Set) check(m Measurement, l *invalid.List) *Definition {
	m.Check(l)
	d := s.find(m.Metric)
	switch {
	case d != nil:
		d.checkAgainst(m, l)
	case m.Metric != "":
		l.At("metric").Add(ErrMetric, invalid.Quote(m.Metric))
	}
	return d
}

// named returns the measurement with its base named, where the metric has only one.
func (s *Set) named(m Measurement) Measurement {
	if d := s.find(m.Metric); d != nil && m.Base == "" && len(d.Bases) == 1 {
		m.Base = d.Bases[0].Code
	}
	return m
}

// Value returns what a measurement comes to.
//
// Errors: an [*invalid.Error] if the definition does not allow it; a base of 0 and a figure that is not given are no
// errors, but states of the value.
func (s *Set) Value(m Measurement) (Value, error) {
	var l invalid.List
	d := s.check(m, &l)
	if err := l.Err(m.what()); err != nil {
		return Value{}, err
	}
	return d.value(m), nil
}

// Judge holds a measurement against each target of its metric, in the order of the definition; a metric without targets
// has no verdicts.
//
// Errors: as [Set.Value], and [ErrCycle] for a period of another length than the metric is judged by.
func (s *Set) Judge(m Measurement) ([]Verdict, error) {
	var l invalid.List
	d := s.check(m, &l)
	if d != nil && m.Period.Days() > 0 && !d.Cycle.fits(m.Period) {
		l.At("period").Add(ErrCycle, invalid.Quote(m.Metric), d.Cycle.String(), m.Period.String())
	}
	if err := l.Err(m.what()); err != nil {
		return nil, err
	}
	v := d.value(m)
	out := make([]Verdict, len(d.Targets))
	for i, t := range d.Targets {
		out[i] = Verdict{Value: v, Target: t, Outcome: t.Judge(v)}
	}
	return out, nil
}

// what names the measurement in an error.
func (m Measurement) what() string { return "measurement of " + invalid.Quote(m.Metric) }

// fits reports whether a period is one whole cycle, counted from its own first day: a contract's year may begin in May.
func (c Cycle) fits(p civil.Period) bool {
	return c == 0 || p.End == civil.MonthsFrom(p.Start, c.Months())
}
