package flow

import "slices"

// Position is where a log has come to (所处状态). It is a small value, comparable with ==.
type Position struct {
	// State is the code of the state.
	State string `json:"state"`
	// Seq is the number of the last event, 0 for an empty log: the version of the log.
	Seq int64 `json:"seq"`
	// Final says that nothing follows.
	Final bool `json:"final,omitempty"`
}

// Replay returns where a log has come to; it reads the log and nothing else. Guards are not asked: they were answered
// when the events were taken, and may be answered otherwise today.
//
// Errors: of the first event that cannot be: a [*SeqError] where numbers are missing or repeated, [ErrNoInstant], a
// [*NotAllowedError] that names what would have been allowed, a [*ReasonError].
func (m *Machine) Replay(log []Event) (Position, error) {
	state := m.start
	for i := range log {
		way, err := m.follow(state, log, i)
		if err != nil {
			return Position{}, err
		}
		state = way.to
	}
	s := &m.table.States[state]
	return Position{State: s.Code, Seq: int64(len(log)), Final: s.Final}, nil
}

// follow returns the edge that entry i of a log takes.
func (m *Machine) follow(state int, log []Event, i int) (edge, error) {
	if want := int64(i) + 1; log[i].Seq != want {
		return edge{}, &SeqError{Event: log[i].Name, Have: log[i].Seq, Want: want}
	}
	return m.choose(state, log[i])
}

// Append returns the log with one more event, which gets the next number. It shares no memory with the log it was made
// from, so that a log is never changed by what is appended to it or to a copy. On an error it returns the log as it was.
//
// Errors: those of [Machine.Replay] for the log and of [Machine.Step] for the event; a [*SeqError] for an event that has a
// number already, and another one.
func (m *Machine) Append(log []Event, e Event, guard func(name string) bool) ([]Event, error) {
	at, err := m.Replay(log)
	if err != nil {
		return log, err
	}
	next := at.Seq + 1
	if e.Seq != 0 && e.Seq != next {
		return log, &SeqError{Event: e.Name, Have: e.Seq, Want: next}
	}
	e.Seq = next
	if _, err := m.Step(at.State, e, guard); err != nil {
		return log, err
	}
	return slices.Concat(log, []Event{e}), nil
}
