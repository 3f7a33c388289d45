package metric_test

import (
	"encoding"
	"fmt"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/wuyekit/wuye/property/invalid"
	"github.com/wuyekit/wuye/property/metric"
)

// enum is what the enumerations of the package have in common.
type enum interface {
	~uint8
	fmt.Stringer
	encoding.TextMarshaler
}

// testWords compares the texts of an enumeration with its words, from value first on, and one beyond the last is none.
func testWords[E enum, P interface {
	*E
	encoding.TextUnmarshaler
}](t *testing.T, kind string, first E, words ...string,
) {
	t.Helper()
	for i, word := range words {
		v := first + E(i)
		require.Equal(t, word, v.String())
		text, err := v.MarshalText()
		require.NoError(t, err)
		require.Equal(t, word, string(text))
		var back E
		require.NoError(t, P(&back).UnmarshalText([]byte(word)))
		require.Equal(t, v, back)
	}
	beyond := first + E(len(words))
	require.Equal(t, fmt.Sprintf("%s(%d)", kind, beyond), beyond.String())
	_, err := beyond.MarshalText()
	require.ErrorIs(t, err, invalid.ErrWord)
	kept := first
	require.ErrorIs(t, P(&kept).UnmarshalText([]byte("No")), invalid.ErrWord)
	require.Equal(t, first, kept, "a refused word changes nothing")
}

func TestWords(t *testing.T) {
	testWords(t, "Kind", metric.KindShare, "share", "ratio", "mean", "count", "amount")
	testWords(t, "Direction", metric.HigherIsBetter, "higher", "lower")
	testWords(t, "Cycle", metric.Monthly, "month", "quarter", "halfYear", "year")
	testWords(t, "Relation", metric.AtLeast, "atLeast", "atMost", "exactly", "above", "below")
	testWords(t, "Mode", metric.ModeHalfUp, "halfUp", "halfEven", "halfDown", "up", "down", "ceiling", "floor")
	testWords(t, "State", metric.Unknown, "unknown", "known", "notApplicable")
	testWords(t, "Outcome", metric.OutcomeUnknown, "unknown", "met", "missed", "notApplicable")
}

func TestUnsetEnumsHaveNoText(t *testing.T) {
	for _, v := range []encoding.TextMarshaler{metric.Kind(0), metric.Direction(0), metric.Cycle(0), metric.Relation(0), metric.Mode(0)} {
		_, err := v.MarshalText()
		require.ErrorIs(t, err, invalid.ErrWord, "%T", v)
	}
}

func TestKinds(t *testing.T) {
	for kind, want := range map[metric.Kind][2]bool{
		metric.KindShare: {true, true}, metric.KindRatio: {true, true}, metric.KindMean: {true, false},
		metric.KindCount: {false, false}, metric.KindAmount: {false, false}, 0: {false, false},
	} {
		require.Equal(t, want, [2]bool{kind.HasBase(), kind.IsPercent()}, kind.String())
	}
	for cycle, want := range map[metric.Cycle]int{0: 0, metric.Monthly: 1, metric.Quarterly: 3, metric.HalfYearly: 6, metric.Yearly: 12, 9: 0} {
		require.Equal(t, want, cycle.Months())
	}
}
