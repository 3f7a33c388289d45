package flow_test

import (
	"encoding/json"
	"os"
	"path/filepath"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/stretchr/testify/require"

	"github.com/wuyekit/wuye/property/flow"
	"github.com/wuyekit/wuye/property/invalid"
)

// TestTableRoundTrip: a table that is written and read again is the same, and so is its text.
func TestTableRoundTrip(t *testing.T) {
	for _, name := range []string{"workorder.json", "repaircase.json"} {
		data, err := os.ReadFile(filepath.Join("testdata", name))
		require.NoError(t, err)
		table := readTable(t, name)
		out, err := json.Marshal(table)
		require.NoError(t, err)
		require.JSONEq(t, string(data), string(out))
		again, err := invalid.Decode[flow.Table](out, name)
		require.NoError(t, err)
		require.Empty(t, cmp.Diff(table, again))
	}
}

// TestTableIsCheckedWhenRead: Decode reports what Compile would.
func TestTableIsCheckedWhenRead(t *testing.T) {
	_, err := invalid.Decode[flow.Table]([]byte(`{"code": "t", "initial": "a", "states": [{"code": "a"}, {"code": "b", "final": true}],
		"transitions": [{"event": "e", "from": ["a"], "to": "c", "reason": "needed"}]}`), "t.json")
	require.Equal(t, []string{"transitions[0].reason invalid/word", "transitions[0].to flow/state", "states[1] flow/unreachable", "states[0] flow/dead-end"}, problems(t, err))
	_, err = invalid.Decode[flow.Table]([]byte(`{"code": "t", "initial": "a", "start": "a"}`), "t.json")
	require.ErrorIs(t, err, invalid.ErrUnknown)
}

func TestEventRoundTrip(t *testing.T) {
	tests := []struct {
		name string
		text string
		want flow.Event
	}{
		{"all", `{"seq":3,"at":"2026-03-02T09:40:00.123456789+08:00","name":"paused","reason":"awaitingParts","actor":"王工","note":"缺 \"三角阀\""}`, flow.Event{
			Seq: 3, At: time.Date(2026, 3, 2, 1, 40, 0, 123456789, time.UTC), Name: "paused", Reason: "awaitingParts", Actor: "王工", Note: `缺 "三角阀"`,
		}},
		{"least", `{"seq":0,"at":"2026-03-02T01:40:00Z","name":"reported"}`, flow.Event{At: time.Date(2026, 3, 2, 1, 40, 0, 0, time.UTC), Name: "reported"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got, err := invalid.Decode[flow.Event]([]byte(tt.text), "event")
			require.NoError(t, err)
			require.True(t, tt.want.Equal(got), "%+v", got)
			out, err := json.Marshal(got)
			require.NoError(t, err)
			require.Equal(t, tt.text, string(out))
		})
	}
}

func TestEventCheck(t *testing.T) {
	_, err := invalid.Decode[flow.Event]([]byte(`{"seq": -1}`), "event")
	require.Equal(t, []string{"seq flow/seq", "at flow/no-instant", "name invalid/required"}, problems(t, err))
}

func TestEventEqual(t *testing.T) {
	e := flow.Event{Seq: 1, At: at("08:00"), Name: "paused", Reason: "awaitingParts", Actor: "王工", Note: "三角阀"}
	same := e
	same.At = e.At.UTC()
	require.True(t, e.Equal(same))
	for name, change := range map[string]func(*flow.Event){
		"seq": func(e *flow.Event) { e.Seq = 2 }, "at": func(e *flow.Event) { e.At = e.At.Add(1) }, "name": func(e *flow.Event) { e.Name = "x" },
		"reason": func(e *flow.Event) { e.Reason = "" }, "actor": func(e *flow.Event) { e.Actor = "" }, "note": func(e *flow.Event) { e.Note = "" },
	} {
		other := e
		change(&other)
		require.False(t, e.Equal(other), name)
	}
}

func TestReasonRuleText(t *testing.T) {
	require.Equal(t, "required", flow.ReasonRequired.String())
	require.Equal(t, "optional", flow.ReasonOptional.String())
	require.Equal(t, "ReasonRule(0)", flow.ReasonRule(0).String())
	_, err := flow.ReasonRule(3).MarshalText()
	require.ErrorIs(t, err, invalid.ErrWord)
	var r flow.ReasonRule
	require.ErrorIs(t, r.UnmarshalText([]byte("Required")), invalid.ErrWord)
	require.Zero(t, r)
}
