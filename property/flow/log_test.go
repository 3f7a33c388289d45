package flow_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/stretchr/testify/require"

	"github.com/wuyekit/wuye/property/flow"
)

// TestTwoWriters: the clerk and the fitter read one log; whoever writes second has to read again.
func TestTwoWriters(t *testing.T) {
	m, store, ctx := workOrder(t), new(flow.Memory), t.Context()
	_, err := store.Append(ctx, "WX-1", 0, named("reported", "accepted")...)
	require.NoError(t, err)
	seen, err := store.Read(ctx, "WX-1")
	require.NoError(t, err)
	clerk, err := m.Append(seen, flow.Event{At: at("08:10"), Name: "cancelled", Reason: "byOwner"}, yes)
	require.NoError(t, err)
	office, err := m.Append(seen, flow.Event{At: at("08:11"), Name: "appointed"}, yes)
	require.NoError(t, err)

	version, err := store.Append(ctx, "WX-1", 2, clerk[2:]...)
	require.NoError(t, err)
	require.Equal(t, int64(3), version)
	_, err = store.Append(ctx, "WX-1", 2, office[2:]...)
	require.ErrorIs(t, err, flow.ErrConflict)
	require.EqualError(t, err, `log "WX-1" is at version 3, the writer knows 2; read it again`)
	seen, err = store.Read(ctx, "WX-1")
	require.NoError(t, err)
	require.Empty(t, cmp.Diff(clerk, seen))
	_, err = m.Append(seen, flow.Event{At: at("08:11"), Name: "appointed"}, yes)
	require.ErrorIs(t, err, flow.ErrOver)
}

// FuzzMemory: whatever is appended at whatever version, each log is the list of what was accepted.
func FuzzMemory(f *testing.F) {
	f.Add([]byte{})
	f.Add([]byte{1, 0, 2, 0, 0, 0, 1, 2, 2, 0, 3, 1, 0, 1, 0, 0, 0})
	f.Fuzz(func(t *testing.T, data []byte) {
		c := &choices{data}
		store, ctx := new(flow.Memory), t.Context()
		want := map[string][]flow.Event{}
		for step := 0; len(c.data) > 0 && step < 200; step++ {
			id := []string{"a", "b", ""}[c.of(3)]
			version := len(want[id]) + c.of(5) - 1
			if c.of(2) == 1 {
				version = len(want[id])
			}
			batch, fits := []flow.Event(nil), id != "" && version == len(want[id])
			for i := range c.of(4) {
				e := flow.Event{At: at("08:00"), Name: "e", Actor: string(rune('a' + step%26))}
				if c.of(3) == 1 {
					e.Seq = int64(version + 1 + c.of(4))
					fits = fits && e.Seq == int64(version+1+i)
				}
				batch = append(batch, e)
			}
			got, err := store.Append(ctx, id, int64(version), batch...)
			require.Equal(t, fits, err == nil, "%v", err)
			if fits {
				for i, e := range batch {
					e.Seq = int64(version + 1 + i)
					want[id] = append(want[id], e)
				}
				require.Equal(t, int64(len(want[id])), got)
			}
			for _, id := range []string{"a", "b"} {
				log, err := store.Read(ctx, id)
				require.NoError(t, err)
				require.Equal(t, want[id], log)
			}
		}
	})
}
