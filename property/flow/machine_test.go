package flow_test

import (
	"math"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/stretchr/testify/require"

	"github.com/wuyekit/wuye/property/flow"
)

func TestReplay(t *testing.T) {
	table := readTable(t, "workorder.json")
	tests := []struct {
		name string
		log  []flow.Event
		want flow.Position
	}{
		{"nothing yet", nil, flow.Position{State: "new"}},
		{"MAINT-09: registered, appointed, dispatched", named("reported", "accepted", "appointed", "dispatched"), flow.Position{State: "dispatched", Seq: 4}},
		{"a note changes nothing", named("reported", "noted", "accepted", "noted"), flow.Position{State: "accepted", Seq: 4}},
		{
			"free repair to the end", named("reported", "accepted", "appointed", "dispatched", "arrived", "started", "done", "confirmed", "revisited", "closed"),
			flow.Position{State: "closed", Seq: 10, Final: true},
		},
		{"paid repair, paused for parts, done again", log(
			flow.Event{At: at("08:00"), Name: "reported"}, flow.Event{At: at("08:05"), Name: "accepted"},
			flow.Event{At: at("08:06"), Name: "appointed"}, flow.Event{At: at("08:30"), Name: "dispatched"},
			flow.Event{At: at("09:00"), Name: "arrived"}, flow.Event{At: at("09:10"), Name: "quoted"},
			flow.Event{At: at("09:15"), Name: "started"}, flow.Event{At: at("09:40"), Name: "paused", Reason: "awaitingParts"},
			flow.Event{At: at("14:00"), Name: "resumed"}, flow.Event{At: at("15:00"), Name: "done"},
			flow.Event{At: at("16:00"), Name: "reopened"}, flow.Event{At: at("16:30"), Name: "dispatched"},
		), flow.Position{State: "dispatched", Seq: 12}},
		{
			"under warranty", log(flow.Event{At: at("08:00"), Name: "reported"}, flow.Event{At: at("08:05"), Name: "rejected", Reason: "unfounded"}),
			flow.Position{State: "rejected", Seq: 2, Final: true},
		},
		{"cancelled without a reason", named("reported", "cancelled"), flow.Position{State: "cancelled", Seq: 2, Final: true}},
		{"reported late", log(flow.Event{At: at("08:00"), Name: "reported"}, flow.Event{At: at("07:00"), Name: "accepted"}), flow.Position{State: "accepted", Seq: 2}},
	}
	m := machine(t, table)
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got, err := m.Replay(tt.log)
			require.NoError(t, err)
			require.Equal(t, tt.want, got)
		})
	}
}

// TestReasonChoosesTheWay is MAINT-24: a minor repair is done at once, any other waits for the owners.
func TestReasonChoosesTheWay(t *testing.T) {
	m := machine(t, readTable(t, "repaircase.json"))
	for grade, want := range map[string]string{"minor": "repairing", "medium": "planning", "major": "planning", "renewal": "planning"} {
		got, err := m.Replay(log(flow.Event{At: at("08:00"), Name: "graded", Reason: grade}))
		require.NoError(t, err)
		require.Equal(t, flow.Position{State: want, Seq: 1}, got)
	}
}

func TestReplayErrors(t *testing.T) {
	m := workOrder(t)
	gap, again, zero := named("reported", "accepted"), named("reported", "accepted"), named("reported")
	gap[1].Seq, again[1].Seq, zero[0].Seq = 3, 1, 0
	timeless := named("reported", "accepted")
	timeless[1].At = time.Time{}
	tests := []struct {
		name string
		log  []flow.Event
		want string
	}{
		{
			"a state left out", named("reported", "dispatched"),
			`event 2 "dispatched" is not allowed in state "reported"; allowed are "accepted", "rejected", "passedToBuilder", "cancelled", "noted"`,
		},
		{
			"an event that the table does not have", named("reported", "accepted", "Appointed"),
			`event 3 "Appointed" is not allowed in state "accepted"; allowed are "appointed", "dispatched", "cancelled", "noted"`,
		},
		{"after the end", named("reported", "cancelled", "noted"), `event 3 "noted" comes after the final state "cancelled"`},
		{"no reason", named("reported", "rejected"), `event 2 "rejected" in state "reported" needs a reason: one of "notOurs", "unfounded"`},
		{
			"a reason of another event", log(flow.Event{At: at("08:00"), Name: "reported"}, flow.Event{At: at("08:00"), Name: "rejected", Reason: "byOwner"}),
			`event 2 "rejected" in state "reported" gives the reason "byOwner", which is none of "notOurs", "unfounded"`,
		},
		{
			"a reason too many", log(flow.Event{At: at("08:00"), Name: "reported", Reason: "unfounded"}),
			`event 1 "reported" in state "new" takes no reason, and gives "unfounded"`,
		},
		{"a number left out", gap, `event 3 "accepted" is out of order: its number has to be 2`},
		{"a number twice", again, `event 1 "accepted" is out of order: its number has to be 2`},
		{"no number", zero, `event "reported" is out of order: its number has to be 1`},
		{"no instant", timeless, `event 2 "accepted" does not say when it happened`},
		{"no name", log(flow.Event{At: at("08:00")}), `event 1 "" is not allowed in state "new"; allowed are "reported", "noted"`},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got, err := m.Replay(tt.log)
			require.EqualError(t, err, tt.want)
			require.Zero(t, got)
			_, err = m.History(tt.log)
			require.EqualError(t, err, tt.want)
		})
	}
}

// TestTypedErrors: each error carries what it speaks of and unwraps to its rule.
func TestTypedErrors(t *testing.T) {
	m := workOrder(t)
	_, err := m.Replay(named("reported", "paused"))
	var notAllowed *flow.NotAllowedError
	require.ErrorAs(t, err, &notAllowed)
	require.ErrorIs(t, err, flow.ErrNotAllowed)
	require.Equal(t, flow.NotAllowedError{Seq: 2, Event: "paused", State: "reported", Allowed: []string{"accepted", "rejected", "passedToBuilder", "cancelled", "noted"}}, *notAllowed)

	_, err = m.Replay(named("reported", "cancelled", "accepted"))
	require.ErrorIs(t, err, flow.ErrOver)
	_, err = machine(t, readTable(t, "repaircase.json")).Replay(named("executed"))
	require.ErrorAs(t, err, &notAllowed)
	require.Equal(t, []string{"graded"}, notAllowed.Allowed, "each event once, though two transitions have it")

	var reason *flow.ReasonError
	_, err = m.Step("inProgress", flow.Event{At: at("08:00"), Name: "paused", Reason: "lunch"}, yes)
	require.ErrorAs(t, err, &reason)
	require.ErrorIs(t, err, flow.ErrReason)
	require.Equal(t, flow.ReasonError{Event: "paused", State: "inProgress", Reason: "lunch", Allowed: []string{"awaitingOwner", "awaitingParts", "awaitingApproval"}}, *reason)
	_, err = m.Step("inProgress", flow.Event{At: at("08:00"), Name: "paused"}, yes)
	require.ErrorIs(t, err, flow.ErrReasonMissing)
	_, err = m.Step("paused", flow.Event{At: at("08:00"), Name: "resumed", Reason: "awaitingParts"}, yes)
	require.ErrorIs(t, err, flow.ErrReasonRefused)

	_, err = m.Step("gone", flow.Event{At: at("08:00"), Name: "resumed"}, yes)
	require.ErrorIs(t, err, flow.ErrState)
	_, err = m.Next("gone")
	require.ErrorIs(t, err, flow.ErrState)
	_, err = m.Step("paused", flow.Event{Name: "resumed"}, yes)
	require.ErrorIs(t, err, flow.ErrNoInstant)

	var seq *flow.SeqError
	_, err = m.Append(named("reported"), flow.Event{Seq: 7, At: at("08:00"), Name: "accepted"}, yes)
	require.ErrorAs(t, err, &seq)
	require.ErrorIs(t, err, flow.ErrSeq)
	require.Equal(t, flow.SeqError{Event: "accepted", Have: 7, Want: 2}, *seq)
}

// TestGuards is MAINT-24: neither paper may be missing before the plan counts.
func TestGuards(t *testing.T) {
	m := machine(t, readTable(t, "repaircase.json"))
	planned := flow.Event{At: at("08:00"), Name: "planned"}
	for _, tt := range []struct {
		name  string
		guard func(string) bool
		unmet []string
	}{
		{"both", yes, nil},
		{"one", func(name string) bool { return name == "repairPlan" }, []string{"fundUsePlan"}},
		{"none", func(string) bool { return false }, []string{"repairPlan", "fundUsePlan"}},
		{"nobody answers", nil, []string{"repairPlan", "fundUsePlan"}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			next, err := m.Step("planning", planned, tt.guard)
			if tt.unmet == nil {
				require.NoError(t, err)
				require.Equal(t, "planned", next)
				return
			}
			var guard *flow.GuardError
			require.ErrorAs(t, err, &guard)
			require.ErrorIs(t, err, flow.ErrGuard)
			require.Equal(t, flow.GuardError{Event: "planned", State: "planning", Unmet: tt.unmet}, *guard)
			require.Empty(t, next)
		})
	}
	_, err := m.Step("planning", planned, nil)
	require.EqualError(t, err, `event "planned" in state "planning" needs what does not hold: "repairPlan", "fundUsePlan"`)
	got, err := m.Replay(log(flow.Event{At: at("08:00"), Name: "graded", Reason: "major"}, planned))
	require.NoError(t, err, "a replay does not ask again")
	require.Equal(t, "planned", got.State)
}

// TestGuardsOfTheState is MAINT-13: without an appointment only the public area is served, and only with a slip.
func TestGuardsOfTheState(t *testing.T) {
	m := workOrder(t)
	dispatched := flow.Event{At: at("08:00"), Name: "dispatched"}
	slip := func(name string) bool { return name == "slipIssued" }
	_, err := m.Step("accepted", dispatched, slip)
	require.EqualError(t, err, `event "dispatched" in state "accepted" needs what does not hold: "publicArea"`)
	for state, guard := range map[string]func(string) bool{"appointed": slip, "accepted": yes, "reopened": nil} {
		next, err := m.Step(state, dispatched, guard)
		require.NoError(t, err)
		require.Equal(t, "dispatched", next)
	}
}

// TestGuardsAreAskedLast: a caller is not asked about an event that could not happen anyway.
func TestGuardsAreAskedLast(t *testing.T) {
	m := machine(t, goodsPass())
	var asked []string
	guard := func(name string) bool { asked = append(asked, name); return true }
	for _, e := range []flow.Event{
		{At: at("08:00"), Name: "left"}, {Name: "checked"}, {At: at("08:00"), Name: "checked", Reason: "x"},
	} {
		_, err := m.Step("issued", e, guard)
		require.Error(t, err)
	}
	require.Empty(t, asked)
	_, err := m.Step("issued", flow.Event{At: at("08:00"), Name: "checked"}, guard)
	require.NoError(t, err)
	require.Equal(t, []string{"goodsMatch"}, asked)
}

func TestNext(t *testing.T) {
	m := machine(t, lift())
	got, err := m.Next("inService")
	require.NoError(t, err)
	want := []flow.Transition{
		{Event: "stopped", From: []string{"inService"}, To: "stopped", Reason: flow.ReasonOptional, Reasons: []string{"passengerTrapped", "inspection"}},
		{Event: "inspected", From: []string{"inService"}, To: "inService"},
	}
	require.Empty(t, cmp.Diff(want, got))

	got, err = machine(t, goodsPass()).Next("issued")
	require.NoError(t, err)
	require.Empty(t, cmp.Diff([]flow.Transition{{Event: "checked", From: []string{"issued"}, To: "checked", Guards: []string{"goodsMatch"}}}, got))
	got, err = machine(t, goodsPass()).Next("used")
	require.NoError(t, err)
	require.Empty(t, got)
}

// TestAppendSharesNothing: a log that was appended to twice stays what it was, and so do both results.
func TestAppendSharesNothing(t *testing.T) {
	m := workOrder(t)
	base := make([]flow.Event, 0, 8)
	base = append(base, named("reported")...)
	one, err := m.Append(base, flow.Event{At: at("08:10"), Name: "accepted"}, yes)
	require.NoError(t, err)
	two, err := m.Append(base, flow.Event{At: at("08:11"), Name: "cancelled"}, yes)
	require.NoError(t, err)
	require.Equal(t, "accepted", one[1].Name)
	require.Equal(t, "cancelled", two[1].Name)
	require.Equal(t, flow.Event{}, base[:2][1], "nothing is written behind the log")
	one[0].Note = "changed"
	require.Empty(t, base[0].Note)
	require.Empty(t, two[0].Note)
	three, err := m.Append(one, flow.Event{Seq: 3, At: at("08:12"), Name: "noted"}, yes)
	require.NoError(t, err, "the right number may be given")
	require.Equal(t, int64(3), three[2].Seq)
}

// TestPassIsUsedOnce is SEC-46.
func TestPassIsUsedOnce(t *testing.T) {
	m := machine(t, goodsPass())
	pass := named("issued", "checked", "left")
	same, err := m.Append(pass, flow.Event{At: at("09:00"), Name: "left"}, yes)
	require.ErrorIs(t, err, flow.ErrOver)
	require.Equal(t, pass, same, "the log is as it was")
	bad := named("issued", "left")
	same, err = m.Append(bad, flow.Event{At: at("09:00"), Name: "checked"}, yes)
	require.ErrorIs(t, err, flow.ErrNotAllowed, "a log that cannot be is not appended to")
	require.Equal(t, bad, same)
}

func TestHistory(t *testing.T) {
	m := workOrder(t)
	got, err := m.History(log(
		flow.Event{At: at("08:00"), Name: "reported"}, flow.Event{At: at("08:01"), Name: "noted"},
		flow.Event{At: at("08:30"), Name: "accepted"}, flow.Event{At: at("08:20"), Name: "appointed"}, // reported late
		flow.Event{At: at("09:00"), Name: "dispatched"},
	))
	require.NoError(t, err)
	want := []flow.Stay{
		{State: "new", Left: 1, Until: at("08:00")},
		{State: "reported", Seq: 1, From: at("08:00"), Left: 3, Until: at("08:30")},
		{State: "accepted", Seq: 3, From: at("08:30"), Left: 4, Until: at("08:20")},
		{State: "appointed", Seq: 4, From: at("08:20"), Left: 5, Until: at("09:00")},
		{State: "dispatched", Seq: 5, From: at("09:00")},
	}
	require.Empty(t, cmp.Diff(want, got))
	var lasted []time.Duration
	for _, s := range got {
		if d, ok := s.Lasted(); ok {
			lasted = append(lasted, d)
		}
	}
	require.Equal(t, []time.Duration{30 * time.Minute, 40 * time.Minute}, lasted, "reported and appointed; the others cannot be said")
	for _, s := range []flow.Stay{
		{Seq: 1, Left: 2, From: at("08:00"), Until: at("08:00").AddDate(293, 0, 0)},
		{Left: 2, Until: at("08:00")},
	} {
		_, ok := s.Lasted()
		require.False(t, ok)
	}
	got, err = m.History(nil)
	require.NoError(t, err)
	require.Equal(t, []flow.Stay{{State: "new"}}, got)
}

func TestNumber(t *testing.T) {
	given := []flow.Event{{Name: "a"}, {Seq: 5, Name: "b"}}
	got, err := flow.Number(3, given)
	require.NoError(t, err)
	require.Equal(t, []flow.Event{{Seq: 4, Name: "a"}, {Seq: 5, Name: "b"}}, got)
	require.Zero(t, given[0].Seq, "the caller's slice is not written to")
	_, err = flow.Number(4, given)
	require.ErrorIs(t, err, flow.ErrSeq)
	for _, version := range []int64{math.MaxInt64, -1, math.MinInt64} {
		_, err = flow.Number(version, given[:1])
		require.ErrorIs(t, err, flow.ErrSeq, "there is no number after %d", version)
	}
}
