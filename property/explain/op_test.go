package explain_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/wuyekit/wuye/property/explain"
	"github.com/wuyekit/wuye/property/invalid"
)

func TestOpText(t *testing.T) {
	words := map[explain.Op]string{
		explain.OpGiven: "given", explain.OpSum: "sum", explain.OpProduct: "product",
		explain.OpRatio: "ratio", explain.OpRound: "round", explain.OpAllocate: "allocate",
		explain.OpPick: "pick", explain.OpClamp: "clamp", explain.OpCompare: "compare",
		explain.OpCount: "count", explain.OpShift: "shift",
	}
	require.Len(t, words, 11)
	for op, word := range words {
		text, err := op.MarshalText()
		require.NoError(t, err)
		require.Equal(t, word, string(text))
		require.Equal(t, word, op.String())
		var back explain.Op
		require.NoError(t, back.UnmarshalText(text))
		require.Equal(t, op, back)
	}
}

func TestOpUnset(t *testing.T) {
	for op, want := range map[explain.Op]string{0: "Op(0)", 12: "Op(12)", 255: "Op(255)"} {
		require.Equal(t, want, op.String())
		_, err := op.MarshalText()
		require.ErrorIs(t, err, invalid.ErrWord)
	}
}

func FuzzOpText(f *testing.F) {
	for _, s := range []string{"given", "count", "shift", "", "Sum", "sum "} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		var op explain.Op
		if err := op.UnmarshalText([]byte(text)); err != nil {
			require.ErrorIs(t, err, invalid.ErrWord)
			require.Zero(t, op)
			return
		}
		require.Equal(t, text, op.String())
	})
}

func TestLabel(t *testing.T) {
	require.Equal(t, "test/fee", labelFee.ID())
	require.Equal(t, "management fee %[1]s", labelFee.English())
	text, err := labelFee.MarshalText()
	require.NoError(t, err)
	require.Equal(t, "test/fee", string(text))
	var back explain.Label
	require.NoError(t, back.UnmarshalText(text))
	require.Equal(t, "test/fee", back.ID())
	require.Empty(t, back.English())
}

func FuzzLabelText(f *testing.F) {
	for _, s := range []string{"test/fee", "", "a: %[1]s", ": x"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		var l explain.Label
		require.NoError(t, l.UnmarshalText([]byte(text)))
		require.Empty(t, l.English(), "a label of a document brings no wording")
		out, err := l.MarshalText()
		require.NoError(t, err)
		require.Equal(t, l.ID(), string(out))
	})
}
