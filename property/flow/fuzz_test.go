package flow_test

import (
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/stretchr/testify/require"

	"github.com/wuyekit/wuye/property/flow"
	"github.com/wuyekit/wuye/property/invalid"
)

// choices are the decisions that a fuzzer takes.
type choices struct{ data []byte }

// of returns a number below n; 0 when there are no more.
func (c *choices) of(n int) int {
	if len(c.data) == 0 {
		return 0
	}
	b := c.data[0]
	c.data = c.data[1:]
	return int(b) % n
}

func (c *choices) some(words []string) []string {
	var out []string
	for _, w := range words {
		if c.of(2) == 1 {
			out = append(out, w)
		}
	}
	return out
}

// transition draws any transition, most of them wrong in some way.
func (c *choices) transition(states, events []string) flow.Transition {
	t := flow.Transition{Event: events[c.of(len(events))], FromAny: c.of(4) == 1, Stays: c.of(4) == 1, Guards: c.some([]string{"g", "h"})}
	if !t.FromAny {
		t.From = c.some(states)
	}
	if !t.Stays {
		t.To = states[c.of(len(states))]
	}
	if t.Reason = flow.ReasonRule(c.of(3)); t.Reason != 0 {
		t.Reasons = c.some([]string{"x", "y"})
	}
	return t
}

// working draws a table that compiles: a chain of states, and what can be added to it.
func (c *choices) working() (flow.Table, *flow.Machine) {
	t := flow.Table{Code: "t", Initial: "s0", Reasons: []flow.Reason{{Code: "x"}, {Code: "y"}}}
	var states []string
	for i := range 2 + c.of(4) {
		states = append(states, "s"+strconv.Itoa(i))
		t.States = append(t.States, flow.State{Code: states[i]})
	}
	t.States[len(states)-1].Final = true
	for i := range len(states) - 1 {
		t.Transitions = append(t.Transitions, flow.Transition{Event: "next", From: states[i : i+1], To: states[i+1]})
	}
	m, err := flow.Compile(t)
	if err != nil {
		panic(err)
	}
	for range c.of(8) {
		more := t
		more.Transitions = append(slices.Clip(t.Transitions), c.transition(states, []string{"next", "e", "f"}))
		if better, err := flow.Compile(more); err == nil {
			t, m = more, better
		}
	}
	return t, m
}

// begins reports whether a transition begins in a state, as its documentation says.
func begins(t flow.Table, tr flow.Transition, state string) bool {
	i := slices.IndexFunc(t.States, func(s flow.State) bool { return s.Code == state })
	return slices.Contains(tr.From, state) || tr.FromAny && !t.States[i].Final
}

// takes reports whether a transition takes a reason, as its documentation says.
func takes(t flow.Table, tr flow.Transition, reason string) bool {
	switch {
	case reason == "":
		return tr.Reason != flow.ReasonRequired
	case tr.Reason == 0:
		return false
	case len(tr.Reasons) > 0:
		return slices.Contains(tr.Reasons, reason)
	default:
		return slices.ContainsFunc(t.Reasons, func(r flow.Reason) bool { return r.Code == reason })
	}
}

// ways lists all transitions that an event can take in a state: the obvious reading of a table.
func ways(t flow.Table, state string, e flow.Event) []flow.Transition {
	var out []flow.Transition
	for _, tr := range t.Transitions {
		if tr.Event == e.Name && begins(t, tr, state) && takes(t, tr, e.Reason) {
			if tr.Stays {
				tr.To = state
			}
			out = append(out, tr)
		}
	}
	return out
}

// FuzzAppend: in any table, any sequence of events comes to where the obvious reading of the table says; what is
// taken stands in the log unchanged, what is refused leaves no trace, and nothing follows a final state.
func FuzzAppend(f *testing.F) {
	f.Add([]byte{})
	f.Add([]byte{3, 2, 1, 0, 1, 1, 1, 0, 1, 0, 2, 0, 1, 0, 0, 1, 1, 0, 2, 1, 0, 1, 1, 0})
	f.Add([]byte("\x04\x07the office takes the call, the fitter comes, nobody pays for it twice"))
	f.Fuzz(func(t *testing.T, data []byte) {
		c := &choices{data}
		table, m := c.working()
		var events []flow.Event
		state := table.Initial
		for step := 0; len(c.data) > 0 && step < 100; step++ {
			e := flow.Event{
				At: at("08:00").Add(time.Duration(c.of(7)-3) * time.Hour), Name: []string{"next", "e", "f", "z", ""}[c.of(5)],
				Reason: []string{"", "x", "y", "z"}[c.of(4)], Actor: "a" + strconv.Itoa(step), Note: "n",
			}
			holds := map[string]bool{"g": c.of(2) == 1, "h": c.of(2) == 1}
			guard := func(name string) bool { return holds[name] }
			possible := ways(table, state, e)
			require.LessOrEqual(t, len(possible), 1, "a compiled table leaves no choice")
			accept := len(possible) == 1 && !slices.ContainsFunc(possible[0].Guards, func(g string) bool { return !holds[g] })

			before := slices.Clone(events)
			after, err := m.Append(events, e, guard)
			require.Equal(t, before, events, "the log that was given is never written to")
			if !accept {
				require.Error(t, err)
				require.Equal(t, before, after)
				continue
			}
			require.NoError(t, err)
			e.Seq = int64(len(before)) + 1
			require.Equal(t, append(before, e), after)
			next, err := m.Step(state, e, guard)
			require.NoError(t, err)
			require.Equal(t, possible[0].To, next)
			events, state = after, next
		}
		final := slices.ContainsFunc(table.States, func(s flow.State) bool { return s.Code == state && s.Final })
		got, err := m.Replay(events)
		require.NoError(t, err)
		require.Equal(t, flow.Position{State: state, Seq: int64(len(events)), Final: final}, got)
		checkHistory(t, m, events, got)
	})
}

// checkHistory: the stays are joined at their ends, change the state each time, and end where the log does.
func checkHistory(t *testing.T, m *flow.Machine, events []flow.Event, end flow.Position) {
	t.Helper()
	stays, err := m.History(events)
	require.NoError(t, err)
	require.Equal(t, m.Initial(), stays[0].State)
	require.Equal(t, end.State, stays[len(stays)-1].State)
	require.Zero(t, stays[len(stays)-1].Left)
	for i, s := range stays[1:] {
		require.NotEqual(t, stays[i].State, s.State)
		require.Equal(t, stays[i].Left, s.Seq)
		require.Equal(t, stays[i].Until, s.From)
		require.Equal(t, events[s.Seq-1].At, s.From)
		here, err := m.Replay(events[:s.Seq])
		require.NoError(t, err)
		require.Equal(t, s.State, here.State)
	}
}

// FuzzNext: what Next lists is what Step takes when every guard holds, no more and no less.
func FuzzNext(f *testing.F) {
	f.Add([]byte{})
	f.Add([]byte{3, 7, 1, 1, 0, 0, 1, 2, 1, 0, 2, 0, 1, 1, 1, 0, 0, 1, 2, 2, 0, 1})
	f.Fuzz(func(t *testing.T, data []byte) {
		c := &choices{data}
		table, m := c.working()
		for _, s := range table.States {
			offered, err := m.Next(s.Code)
			require.NoError(t, err)
			require.True(t, len(offered) > 0 || s.Final)
			for _, name := range []string{"next", "e", "f", "z", ""} {
				for _, reason := range []string{"", "x", "y", "z"} {
					want := ""
					for _, o := range offered {
						if o.Event == name && (reason == "" && o.Reason != flow.ReasonRequired || slices.Contains(o.Reasons, reason)) {
							require.Equal(t, []string{s.Code}, o.From)
							want = o.To
						}
					}
					got, err := m.Step(s.Code, flow.Event{At: at("08:00"), Name: name, Reason: reason}, yes)
					require.Equal(t, want, got)
					require.Equal(t, want == "", err != nil)
				}
			}
		}
	})
}

// FuzzCompile: of tables whose codes are in order, exactly those compile that an obvious check of every state and
// event finds nothing wrong with.
func FuzzCompile(f *testing.F) {
	f.Add([]byte{})
	f.Add([]byte{2, 0, 1, 2, 0, 0, 0, 1, 0, 0, 0, 1, 0})
	f.Add([]byte{3, 0, 0, 0, 1, 4, 0, 0, 0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 2, 0, 1, 0, 0, 0, 0, 1, 3})
	f.Fuzz(func(t *testing.T, data []byte) {
		c := &choices{data}
		table := flow.Table{Code: "t", Initial: "a", Reasons: []flow.Reason{{Code: "x"}, {Code: "y"}}}
		states := []string{"a", "b", "c", "d"}[:1+c.of(4)]
		for _, s := range states {
			table.States = append(table.States, flow.State{Code: s, Final: c.of(3) == 1})
		}
		for range 1 + c.of(6) {
			table.Transitions = append(table.Transitions, c.transition(states, []string{"e", "f"}))
		}
		_, err := flow.Compile(table)
		want := wrong(table)
		if err == nil {
			require.Empty(t, want)
			return
		}
		var got []string
		for _, p := range problems(t, err) {
			if !slices.Contains(got, p) {
				got = append(got, p)
			}
		}
		slices.Sort(got)
		require.Equal(t, want, got, "%v", err)
	})
}

// wrong lists the problems of a table whose codes are in order, slowly.
func wrong(t flow.Table) []string {
	var out []string
	add := func(list string, i int, rest string) {
		p := list + "[" + strconv.Itoa(i) + "]" + rest
		if !slices.Contains(out, p) {
			out = append(out, p)
		}
	}
	leads := map[[2]string]bool{} // closed below: whether a log gets from the first state to the second
	for i, tr := range t.Transitions {
		if !tr.FromAny && len(tr.From) == 0 {
			add("transitions", i, " flow/origin")
		}
		for k, from := range tr.From {
			if slices.ContainsFunc(t.States, func(s flow.State) bool { return s.Code == from && s.Final }) {
				add("transitions", i, ".from["+strconv.Itoa(k)+"] flow/after-final")
			}
		}
		for _, s := range t.States {
			if !tr.Stays && begins(t, tr, s.Code) && s.Code != tr.To {
				leads[[2]string{s.Code, tr.To}] = true
			}
			for _, reason := range []string{"", "x", "y"} {
				for _, other := range t.Transitions[:i] {
					if other.Event == tr.Event && begins(t, tr, s.Code) && begins(t, other, s.Code) && takes(t, tr, reason) && takes(t, other, reason) {
						add("transitions", i, " flow/ambiguous")
					}
				}
			}
		}
	}
	out = append(out, lost(t, leads)...)
	if t.States[0].Final {
		out = append(out, "initial flow/initial-final")
	}
	slices.Sort(out)
	return out
}

// lost lists the states that are not reached, not left, or lead to no end.
func lost(t flow.Table, leads map[[2]string]bool) []string {
	var out []string
	trapped := true
	for i, s := range t.States {
		left := slices.ContainsFunc(t.States, func(o flow.State) bool { return leads[[2]string{s.Code, o.Code}] })
		if !s.Final && !left {
			out = append(out, "states["+strconv.Itoa(i)+"] flow/dead-end")
			trapped = false
		}
	}
	for range t.States {
		for _, a := range t.States {
			for _, b := range t.States {
				for _, c := range t.States {
					if leads[[2]string{a.Code, b.Code}] && leads[[2]string{b.Code, c.Code}] {
						leads[[2]string{a.Code, c.Code}] = true
					}
				}
			}
		}
	}
	ends := slices.ContainsFunc(t.States, func(s flow.State) bool { return s.Final })
	for i, s := range t.States {
		if i > 0 && !leads[[2]string{"a", s.Code}] {
			out = append(out, "states["+strconv.Itoa(i)+"] flow/unreachable")
		}
		end := s.Final || slices.ContainsFunc(t.States, func(o flow.State) bool { return o.Final && leads[[2]string{s.Code, o.Code}] })
		if ends && trapped && !end {
			out = append(out, "states["+strconv.Itoa(i)+"] flow/no-end")
		}
	}
	return out
}

// FuzzDecode: a table that is read without a problem compiles, and is the same when it is written and read again.
func FuzzDecode(f *testing.F) {
	for _, name := range []string{"workorder.json", "repaircase.json"} {
		data, err := os.ReadFile(filepath.Join("testdata", name))
		require.NoError(f, err)
		f.Add(data)
	}
	f.Add([]byte(`{"code":"t","initial":"a","states":[{"code":"a"},{"code":"b","final":true}],"transitions":[{"event":"e","from":["a"],"to":"b"}]}`))
	f.Add([]byte(`{"code":"t","initial":"a","states":[{"code":"a"},{"code":"a"}],"transitions":[{"event":"","from":[""],"to":"","fromAny":true}]}`))
	f.Fuzz(func(t *testing.T, data []byte) {
		table, err := invalid.Decode[flow.Table](data, "t.json")
		if err != nil {
			return
		}
		m, err := flow.Compile(table)
		require.NoError(t, err)
		out, err := json.Marshal(table)
		require.NoError(t, err)
		again, err := invalid.Decode[flow.Table](out, "t.json")
		require.NoError(t, err)
		require.Empty(t, cmp.Diff(table, again, cmp.Transformer("empty", func(s []string) []string { return append([]string{}, s...) })))
		where, err := m.Replay(nil)
		require.NoError(t, err)
		require.Equal(t, flow.Position{State: table.Initial}, where)
	})
}
