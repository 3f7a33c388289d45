package flow

import (
	"slices"

	"github.com/wuyekit/wuye/property/invalid"
)

// Step returns the state that an event leads to. Every guard of the transition is asked, once, by its name; a nil guard
// answers no to each.
//
// Errors: [ErrState] for a state that the table does not have, [ErrNoInstant] for an event without an instant, a
// [*NotAllowedError], a [*ReasonError], a [*GuardError].
func (m *Machine) Step(state string, e Event, guard func(name string) bool) (next string, err error) {
	s, err := m.place(state)
	if err != nil {
		return "", err
	}
	to, err := m.take(s, e, guard)
	if err != nil {
		return "", err
	}
	return m.table.States[to].Code, nil
}

// take is Step by place.
func (m *Machine) take(state int, e Event, guard func(name string) bool) (int, error) {
	way, err := m.choose(state, e)
	if err != nil {
		return 0, err
	}
	var unmet []string
	for _, name := range m.table.Transitions[way.way].Guards {
		if guard == nil || !guard(name) {
			unmet = append(unmet, name)
		}
	}
	if unmet != nil {
		return 0, &GuardError{Seq: e.Seq, Event: e.Name, State: m.table.States[state].Code, Unmet: unmet}
	}
	return way.to, nil
}

// choose returns the edge that an event takes by its name and reason; a compiled table has at most one.
func (m *Machine) choose(state int, e Event) (edge, error) {
	known := false
	for _, way := range m.of(state) {
		if way.event != e.Name {
			continue
		}
		known = true
		if m.table.Transitions[way.way].fits(e.Reason) {
			if e.At.IsZero() {
				return edge{}, invalid.Value(ErrNoInstant, e.label())
			}
			return way, nil
		}
	}
	if !known {
		return edge{}, m.notAllowed(state, e)
	}
	return edge{}, m.wrongReason(state, e)
}

// fits reports whether the transition takes an event with this reason; "" is none.
func (t *Transition) fits(reason string) bool {
	if reason == "" {
		return t.Reason != ReasonRequired
	}
	return slices.Contains(t.Reasons, reason)
}

func (m *Machine) notAllowed(state int, e Event) error {
	var allowed []string
	for _, way := range m.of(state) {
		if !slices.Contains(allowed, way.event) {
			allowed = append(allowed, way.event)
		}
	}
	return &NotAllowedError{Seq: e.Seq, Event: e.Name, State: m.table.States[state].Code, Allowed: allowed}
}

func (m *Machine) wrongReason(state int, e Event) error {
	var allowed []string
	for _, way := range m.of(state) {
		if way.event == e.Name {
			allowed = append(allowed, m.table.Transitions[way.way].Reasons...)
		}
	}
	return &ReasonError{Seq: e.Seq, Event: e.Name, State: m.table.States[state].Code, Reason: e.Reason, Allowed: allowed}
}
