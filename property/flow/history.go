package flow

import "time"

// Stay is a stretch of time in one state (停留).
type Stay struct {
	// State is the code of the state.
	State string `json:"state"`
	// Seq is the number of the event that led to it, 0 for the initial state.
	Seq int64 `json:"seq"`
	// From is when that event happened; unset for the initial state, of whose beginning a log knows nothing.
	From time.Time `json:"from,omitzero"`
	// Left is the number of the event that led out of it, 0 while it lasts.
	Left int64 `json:"left,omitempty"`
	// Until is when that event happened, exclusive; unset while it lasts.
	Until time.Time `json:"until,omitzero"`
}

// Lasted returns how long the state lasted. It is false where that cannot be said: the beginning is not known, the
// state lasts, the event that led out of it is said to have happened before the one that led to it, or it is more than
// the 292 years that a duration holds.
func (s Stay) Lasted() (time.Duration, bool) {
	if s.Seq == 0 || s.Left == 0 || s.Until.Before(s.From) {
		return 0, false
	}
	d := s.Until.Sub(s.From)
	return d, s.From.Add(d).Equal(s.Until)
}

// History returns the states that a log went through, in its order, from the initial state to the present one. An event
// that leaves the state as it is begins no new stay. Instants are as the events tell them: an event that was reported
// late may end a stay before it began, which [Stay.Lasted] says.
//
// Errors: those of [Machine.Replay].
func (m *Machine) History(log []Event) ([]Stay, error) {
	state := m.start
	out := []Stay{{State: m.table.Initial}}
	for i, e := range log {
		way, err := m.follow(state, log, i)
		if err != nil {
			return nil, err
		}
		if way.to == state {
			continue
		}
		last := &out[len(out)-1]
		last.Left, last.Until = e.Seq, e.At
		state = way.to
		out = append(out, Stay{State: m.table.States[state].Code, Seq: e.Seq, From: e.At})
	}
	return out, nil
}
