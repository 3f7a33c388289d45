package invalid_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/wuyekit/wuye/property/invalid"
)

// TestStates: the zero of an enumeration of states has a word, so that every value reads back; other texts and numbers
// are refused and leave the value as it was.
func TestStates(t *testing.T) {
	states := invalid.States{"unknown", "met", "breached"}
	for want, word := range []string{"unknown", "met", "breached"} {
		text, err := states.Marshal(uint8(want))
		require.NoError(t, err)
		require.Equal(t, word, string(text))
		require.Equal(t, word, states.Of("State", uint8(want)))
		v := uint8(9)
		require.NoError(t, states.Unmarshal(text, &v))
		require.Equal(t, uint8(want), v)
	}
	require.Equal(t, "State(3)", states.Of("State", 3))
	_, err := states.Marshal(3)
	require.ErrorIs(t, err, invalid.ErrWord)
	v := uint8(1)
	for _, text := range []string{"", "Met", "kept"} {
		require.ErrorIs(t, states.Unmarshal([]byte(text), &v), invalid.ErrWord)
		require.Equal(t, uint8(1), v)
	}
}
