package rules

// State says how far a rule is.
type State string

// The states, from the best.
const (
	// Proved has a home, and a test that would fail shows it.
	Proved State = "proved"
	// Built has a home, and no test of its own.
	Built State = "built"
	// Worked has no home; an example of it, or of a part of it, passes on an engine that will carry it.
	Worked State = "worked"
	// Missing has neither.
	Missing State = "notYet"
	// Noted is a note: there is nothing to prove.
	Noted State = "note"
)

// States returns the states in order.
func States() []State { return []State{Proved, Built, Worked, Missing, Noted} }

// State returns how far a rule is; of one whose home is other rules, the least far of them.
func (t *Table) State(r Rule) State {
	if r.Kind == Note {
		return Noted
	}
	if !r.elsewhere() {
		return r.own()
	}
	out := Proved
	for _, h := range r.Home {
		if other, ok := t.Rule(h.Name); ok {
			out = worse(out, other.own())
		}
	}
	return out
}

func (r Rule) own() State {
	switch home, proof := len(r.Home) > 0, len(r.Proof) > 0; {
	case home && proof:
		return Proved
	case home:
		return Built
	case proof:
		return Worked
	default:
		return Missing
	}
}

// worse returns the one that is less far.
func worse(a, b State) State {
	for _, s := range States() {
		if s == a {
			return b
		}
		if s == b {
			return a
		}
	}
	return a
}
