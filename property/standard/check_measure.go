package standard

import "github.com/wuyekit/wuye/property/invalid"

// namedConditions are those of a measure, by the name of their field.
type namedConditions struct {
	field string
	list  []Condition
}

// conditions returns the conditions of a measure, in the order of its document.
func (m *Measure) conditions() []namedConditions {
	switch {
	case m.Duty != nil:
		return []namedConditions{{"where", m.Duty.Where}, {"with", m.Duty.With}}
	case m.Promise != nil:
		return []namedConditions{{"where", m.Promise.Where}}
	case m.Threshold != nil:
		return []namedConditions{{"where", m.Threshold.Where}}
	case m.Checklist != nil:
		return []namedConditions{{"where", m.Checklist.Where}}
	case m.Presence != nil:
		return []namedConditions{{"where", m.Presence.Where}, {"with", m.Presence.With}}
	case m.Ordering != nil:
		return []namedConditions{{"where", m.Ordering.Where}}
	case m.Cover != nil:
		return []namedConditions{{"where", m.Cover.Where}, {"with", m.Cover.With}}
	case m.Record != nil:
		return []namedConditions{{"where", m.Record.Where}, {"must", m.Record.Must}}
	}
	return nil
}

// check reports an entry that is not exactly one measure, and its conditions that say nothing.
func (m *Measure) check(l *invalid.List, several bool) {
	if m.Part == "" && several {
		l.At("part").Add(invalid.ErrRequired, "part")
	}
	named(l, m.Part, "/. ", "part")
	checkConditions(l, "when", m.When)
	kind := invalid.OneOf(l, m.choice())
	if kind == "" {
		return
	}
	l.Enter(kind)
	for _, c := range m.conditions() {
		checkConditions(l, c.field, c.list)
	}
	l.Leave()
}
