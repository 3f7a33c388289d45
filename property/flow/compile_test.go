package flow_test

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/stretchr/testify/require"

	"github.com/wuyekit/wuye/property/flow"
	"github.com/wuyekit/wuye/property/invalid"
)

func TestReadyTablesCompile(t *testing.T) {
	m := workOrder(t)
	require.Equal(t, "workOrder", m.Code())
	require.Equal(t, "new", m.Initial())
	require.Len(t, m.States(), 17)
	require.Len(t, m.Reasons(), 7)
	require.Equal(t, []string{
		"reported", "accepted", "rejected", "passedToBuilder", "appointed", "dispatched", "arrived", "quoted", "started", "paused", "resumed",
		"done", "confirmed", "revisited", "reopened", "closed", "cancelled", "noted",
	}, m.Events())
	machine(t, readTable(t, "repaircase.json"))
	machine(t, goodsPass())
	machine(t, lift())
}

// TestCompileReports: one change of a good table, and every problem that it makes.
func TestCompileReports(t *testing.T) {
	tests := []struct {
		name   string
		change func(*flow.Table)
		want   []string
	}{
		{"no code", func(t *flow.Table) { t.Code = "" }, []string{"code invalid/required"}},
		{"code with a blank", func(t *flow.Table) { t.Code = "pass " }, []string{"code flow/code"}},
		{"code with a line break", func(t *flow.Table) { t.Code = "a\nb" }, []string{"code flow/code"}},
		{"code that is not UTF-8", func(t *flow.Table) { t.Code = "a\xff" }, []string{"code flow/code"}},
		{"code of 129 bytes", func(t *flow.Table) { t.Code = strings.Repeat("x", 129) }, []string{"code flow/code"}},
		{"no initial state", func(t *flow.Table) { t.Initial = "" }, []string{"initial invalid/required"}},
		{"unknown initial state", func(t *flow.Table) { t.Initial = "Applied" }, []string{"initial flow/state"}},
		{"initial state is final", func(t *flow.Table) { t.Initial = "used" }, []string{
			"initial flow/initial-final", "states[0] flow/unreachable", "states[1] flow/unreachable", "states[2] flow/unreachable",
		}},
		{"nothing", func(t *flow.Table) { *t = flow.Table{Code: "x", Initial: "y"} }, []string{
			"states invalid/required", "initial flow/state", "transitions invalid/required",
		}},
		{"state without a code", func(t *flow.Table) { t.States = append(t.States, flow.State{}) }, []string{"states[4].code invalid/required"}},
		{"state twice", func(t *flow.Table) { t.States = append(t.States, flow.State{Code: "used"}) }, []string{"states[4].code flow/twice"}},
		{"reason twice", func(t *flow.Table) { t.Reasons = []flow.Reason{{Code: "a"}, {Code: "a"}, {}} }, []string{
			"reasons[1].code flow/twice", "reasons[2].code invalid/required",
		}},
		{"state that nothing leads to or out of", func(t *flow.Table) { t.States = append(t.States, flow.State{Code: "lost"}) }, []string{
			"states[4] flow/unreachable", "states[4] flow/dead-end",
		}},
		{"final state that nothing leads to", func(t *flow.Table) { t.States = append(t.States, flow.State{Code: "lost", Final: true}) }, []string{
			"states[4] flow/unreachable",
		}},
		{"the last state is not final", func(t *flow.Table) { t.States[3].Final = false }, []string{"states[3] flow/dead-end"}},
		{"a state with a way to itself alone", func(t *flow.Table) {
			t.States[3].Final = false
			t.Transitions = append(t.Transitions, flow.Transition{Event: "seen", From: []string{"used"}, To: "used"})
		}, []string{"states[3] flow/dead-end"}},
		{"two states that lead to each other alone", func(t *flow.Table) {
			t.States = append(t.States, flow.State{Code: "held"}, flow.State{Code: "asked"})
			t.Transitions = append(t.Transitions,
				flow.Transition{Event: "held", From: []string{"issued"}, To: "held"},
				flow.Transition{Event: "asked", From: []string{"held"}, To: "asked"},
				flow.Transition{Event: "answered", From: []string{"asked"}, To: "held"})
		}, []string{"states[4] flow/no-end", "states[5] flow/no-end"}},
		{"no event", func(t *flow.Table) { t.Transitions[0].Event = "" }, []string{"transitions[0].event invalid/required"}},
		{"no origin", func(t *flow.Table) { t.Transitions[2].From = nil }, []string{
			"transitions[2] flow/origin", "states[3] flow/unreachable", "states[2] flow/dead-end",
		}},
		{"two kinds of origin", func(t *flow.Table) { t.Transitions[0].FromAny = true }, []string{"transitions[0] flow/origin"}},
		{"unknown, empty and repeated origins", func(t *flow.Table) { t.Transitions[0].From = []string{"applied", "", "applied", "gone"} }, []string{
			"transitions[0].from[1] invalid/required", "transitions[0].from[2] flow/twice", "transitions[0].from[3] flow/state",
		}},
		{"from a final state", func(t *flow.Table) { t.Transitions[0].From = []string{"applied", "used"} }, []string{
			"transitions[0].from[1] flow/after-final",
		}},
		{"no target", func(t *flow.Table) { t.Transitions[2].To = "" }, []string{
			"transitions[2] flow/target", "states[3] flow/unreachable", "states[2] flow/dead-end",
		}},
		{"two targets", func(t *flow.Table) {
			t.Transitions = append(t.Transitions, flow.Transition{Event: "noted", FromAny: true, Stays: true, To: "issued"})
		}, []string{"transitions[3] flow/target"}},
		{"unknown target", func(t *flow.Table) { t.Transitions[2].To = "Used" }, []string{
			"transitions[2].to flow/state", "states[3] flow/unreachable", "states[2] flow/dead-end",
		}},
		{"empty and repeated guards", func(t *flow.Table) { t.Transitions[1].Guards = []string{"a", "", "a"} }, []string{
			"transitions[1].guards[1] invalid/required", "transitions[1].guards[2] flow/twice",
		}},
		{"reasons without a rule", func(t *flow.Table) {
			t.Reasons = []flow.Reason{{Code: "moving"}}
			t.Transitions[0].Reasons = []string{"moving"}
		}, []string{"transitions[0].reason invalid/required"}},
		{"a rule without reasons", func(t *flow.Table) { t.Transitions[0].Reason = flow.ReasonRequired }, []string{"transitions[0].reasons invalid/required"}},
		{"a rule that is none", func(t *flow.Table) {
			t.Reasons = []flow.Reason{{Code: "moving"}}
			t.Transitions[0].Reason = 3
		}, []string{"transitions[0].reason invalid/word"}},
		{"unknown and repeated reasons", func(t *flow.Table) {
			t.Reasons = []flow.Reason{{Code: "moving"}}
			t.Transitions[0].Reason, t.Transitions[0].Reasons = flow.ReasonOptional, []string{"moving", "moving", "sold"}
		}, []string{"transitions[0].reasons[1] flow/twice", "transitions[0].reasons[2] flow/no-reason"}},
		{"guards alone do not part", func(t *flow.Table) {
			t.Transitions = append(t.Transitions, flow.Transition{Event: "checked", From: []string{"issued"}, To: "applied", Guards: []string{"goodsDiffer"}})
		}, []string{"transitions[3] flow/ambiguous"}},
		{"from any meets from", func(t *flow.Table) {
			t.Transitions = append(t.Transitions, flow.Transition{Event: "left", FromAny: true, To: "used"})
		}, []string{"transitions[3] flow/ambiguous"}},
		{"too many of all", func(t *flow.Table) {
			for i := range 401 {
				code := fmt.Sprint("x", i)
				t.Transitions = append(t.Transitions, flow.Transition{Event: code, FromAny: true, Stays: true})
				if i < 201 {
					t.States = append(t.States, flow.State{Code: code})
					t.Reasons = append(t.Reasons, flow.Reason{Code: code})
				}
			}
		}, []string{"states flow/too-many", "transitions flow/too-many", "reasons flow/too-many"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			table := goodsPass()
			tt.change(&table)
			m, err := flow.Compile(table)
			require.Nil(t, m)
			require.Empty(t, cmp.Diff(tt.want, problems(t, err)))
			require.NotContains(t, err.Error(), "%!")
		})
	}
}

// TestLargestTable: a table at every limit compiles.
func TestLargestTable(t *testing.T) {
	table := flow.Table{Code: strings.Repeat("x", 128), Initial: "s0"}
	for i := range 400 {
		code := fmt.Sprint("s", i)
		if i < 100 {
			table.States = append(table.States, flow.State{Code: code})
		}
		if i < 200 {
			table.Reasons = append(table.Reasons, flow.Reason{Code: code})
		}
		table.Transitions = append(table.Transitions, flow.Transition{
			Event: code, FromAny: true, To: fmt.Sprint("s", i%100), Reason: flow.ReasonOptional,
		})
	}
	m := machine(t, table)
	e := flow.Event{At: at("08:00"), Name: "s399", Reason: "s199"}
	next, err := m.Step("s42", e, nil)
	require.NoError(t, err)
	require.Equal(t, "s99", next)
	table.Transitions[399].Event = "s398"
	_, err = flow.Compile(table)
	require.Equal(t, []string{"transitions[399] flow/ambiguous"}, problems(t, err))
}

// TestReasonsPart: two transitions of one event in one state, and whether a log tells which was taken.
func TestReasonsPart(t *testing.T) {
	const none, required, optional = flow.ReasonRule(0), flow.ReasonRequired, flow.ReasonOptional
	tests := []struct {
		name   string
		a, b   flow.ReasonRule
		as, bs []string
		parted bool
	}{
		{"neither takes a reason", none, none, nil, nil, false},
		{"one needs a reason", none, required, nil, []string{"x"}, true},
		{"one needs any reason", required, none, nil, nil, true},
		{"one may give a reason", none, optional, nil, []string{"x"}, false},
		{"different reasons", required, required, []string{"x"}, []string{"y", "z"}, true},
		{"one reason in common", required, required, []string{"x", "y"}, []string{"z", "y"}, false},
		{"any and one", required, required, nil, []string{"y"}, false},
		{"both may give none", optional, optional, []string{"x"}, []string{"y"}, false},
		{"one may give none", optional, required, []string{"x"}, []string{"y", "z"}, true},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			table := goodsPass()
			table.Reasons = []flow.Reason{{Code: "x"}, {Code: "y"}, {Code: "z"}}
			table.Transitions = append(table.Transitions,
				flow.Transition{Event: "e", From: []string{"issued", "checked"}, To: "used", Reason: tt.a, Reasons: tt.as},
				flow.Transition{Event: "e", From: []string{"applied", "checked"}, To: "issued", Reason: tt.b, Reasons: tt.bs})
			_, err := flow.Compile(table)
			if tt.parted {
				require.NoError(t, err)
				return
			}
			require.EqualError(t, err, "table \"goodsPass\": 1 problem\n  transitions[4]: "+
				`"e" begins in "checked" at transitions[3] as well, and the same reason fits both; a log could not tell which was taken`)
		})
	}
}

// TestCompileKeepsNothing: a machine does not change with the table that it was made from, nor with what it gives out.
func TestCompileKeepsNothing(t *testing.T) {
	table := readTable(t, "repaircase.json")
	m := machine(t, table)
	before, err := m.Next("found")
	require.NoError(t, err)

	table.States[0].Code, table.Reasons[0].Code, table.Transitions[0].Reasons[0] = "x", "x", "x"
	table.Transitions[0].From[0] = "x"
	m.States()[0].Code, m.Reasons()[0].Code = "x", "x"
	given, err := m.Next("found")
	require.NoError(t, err)
	given[0].From[0], given[0].Reasons[0], given[0].To = "x", "x", "x"
	given, err = m.Next("planning")
	require.NoError(t, err)
	given[0].Guards[0] = "x"

	after, err := m.Next("found")
	require.NoError(t, err)
	require.Empty(t, cmp.Diff(before, after))
	require.Equal(t, "found", m.States()[0].Code)
	require.Equal(t, "minor", m.Reasons()[0].Code)
	_, err = m.Step("planning", flow.Event{At: at("08:00"), Name: "planned"}, func(name string) bool { return name != "x" })
	require.NoError(t, err)
}

// problems lists what an error holds: place and rule.
func problems(t *testing.T, err error) []string {
	t.Helper()
	var all *invalid.Error
	require.True(t, errors.As(err, &all), "%v", err)
	var out []string
	for _, f := range all.Fields {
		out = append(out, strings.TrimSpace(f.Path+" "+f.Rule.ID()))
	}
	return out
}
