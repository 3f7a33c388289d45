package flow

import (
	"slices"

	"github.com/wuyekit/wuye/property/invalid"
)

// Machine is a table that works. It never changes, so that any number of goroutines may share it.
type Machine struct {
	table  Table          // its own copy, with every reason that fits named in each transition
	states map[string]int // by code
	start  int            // the initial state
	first  []int          // by state: its first edge; one more than there are states
	edges  []edge         // of each state in the order of the table
}

// edge is a transition in one of the states it begins in.
type edge struct {
	event string
	way   int // the transition
	to    int // the state it leads to
}

// Compile makes a table work. It keeps nothing of the table that the caller could change.
//
// Errors: every problem at once: codes that are missing, cannot be codes, or are declared twice; [ErrState] and
// [ErrNoReason] for codes that are not declared; [ErrOrigin] and [ErrTarget] for transitions that begin or lead nowhere;
// [ErrInitialFinal] and [ErrAfterFinal]; [ErrUnreachable], [ErrDeadEnd] and [ErrNoEnd] for states that nothing leads to or out of;
// [ErrAmbiguous] for transitions that a replay could not tell apart; [ErrTooMany].
func Compile(t Table) (*Machine, error) {
	var l invalid.List
	t.Check(&l)
	if err := l.Err("table " + invalid.Quote(t.Code)); err != nil {
		return nil, err
	}
	m := &Machine{table: own(t), states: make(map[string]int, len(t.States))}
	for i, s := range t.States {
		m.states[s.Code] = i
	}
	m.start = m.states[t.Initial]
	m.lay()
	return m, nil
}

// own copies a table and names in each transition every reason that fits.
func own(t Table) Table {
	t.States, t.Reasons = slices.Clone(t.States), slices.Clone(t.Reasons)
	t.Transitions = slices.Clone(t.Transitions)
	for i, tr := range t.Transitions {
		tr = tr.clone()
		if tr.Reason != 0 && len(tr.Reasons) == 0 {
			for _, r := range t.Reasons {
				tr.Reasons = append(tr.Reasons, r.Code)
			}
		}
		t.Transitions[i] = tr
	}
	return t
}

func (t Transition) clone() Transition {
	t.From, t.Guards, t.Reasons = slices.Clone(t.From), slices.Clone(t.Guards), slices.Clone(t.Reasons)
	return t
}

// lay puts the edges of each state beside each other.
func (m *Machine) lay() {
	byState := make([][]edge, len(m.table.States))
	for i, tr := range m.table.Transitions {
		for s := range m.table.origins(tr, m.states).all() {
			to := s
			if !tr.Stays {
				to = m.states[tr.To]
			}
			byState[s] = append(byState[s], edge{event: tr.Event, way: i, to: to})
		}
	}
	m.first = make([]int, 1, len(byState)+1)
	for _, edges := range byState {
		m.edges = append(m.edges, edges...)
		m.first = append(m.first, len(m.edges))
	}
}

// of returns the edges that leave a state.
func (m *Machine) of(state int) []edge { return m.edges[m.first[state]:m.first[state+1]] }

// Code returns the code of the table.
func (m *Machine) Code() string { return m.table.Code }

// Initial returns the code of the state of an empty log.
func (m *Machine) Initial() string { return m.table.Initial }

// States returns the states in the order of the table. The slice is the caller's.
func (m *Machine) States() []State { return slices.Clone(m.table.States) }

// Reasons returns the reasons in the order of the table. The slice is the caller's.
func (m *Machine) Reasons() []Reason { return slices.Clone(m.table.Reasons) }

// Events returns the names of the events, each once, in the order of the table.
func (m *Machine) Events() []string {
	var out []string
	for _, t := range m.table.Transitions {
		if !slices.Contains(out, t.Event) {
			out = append(out, t.Event)
		}
	}
	return out
}

// Next returns what is allowed in a state, in the order of the table: each transition as if it were written for that
// state alone, with From the state, To where it leads and Reasons every code that fits. After a final state that is
// nothing. The transitions are the caller's.
//
// Errors: [ErrState] for a state that the table does not have.
func (m *Machine) Next(state string) ([]Transition, error) {
	s, err := m.place(state)
	if err != nil {
		return nil, err
	}
	var out []Transition
	for _, e := range m.of(s) {
		t := m.table.Transitions[e.way].clone()
		t.From, t.FromAny = []string{state}, false
		t.To, t.Stays = m.table.States[e.to].Code, false
		out = append(out, t)
	}
	return out, nil
}

// place finds a state.
func (m *Machine) place(state string) (int, error) {
	s, ok := m.states[state]
	if !ok {
		return 0, invalid.Value(ErrState, invalid.Quote(state))
	}
	return s, nil
}
