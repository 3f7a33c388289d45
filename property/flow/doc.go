// Package flow has transition tables as data and append-only logs of events (流转表、事件记录): a work order that is
// reported, accepted and dispatched, a goods pass that is used once, a tariff that bills only when it is in force.
//
// A [Table] is a document: states, events, the guards and reasons of each transition. [Compile] reports every problem
// of it at once and makes a [Machine], which says what is allowed next, takes events and replays logs:
//
//	m, err := flow.Compile(table)
//	log, err = m.Append(log, flow.Event{At: at, Name: "dispatched"}, guard)
//	where, err := m.Replay(log) // where.State is "dispatched"
//
// A log holds all there is to know: the state is never stored, it is replayed. So a transition is chosen by what the
// log keeps, the event's name and its reason. A guard (守卫条件) is a condition outside the log, "feePaid": the table
// names it, the caller answers it when the event is taken, and a replay never asks it again.
//
// The order of a log is that of its numbers, not of its instants: an event that is reported late stands where it was
// reported. [Log] is the port to where logs are kept; package flowtest tells whether an implementation keeps them.
package flow
