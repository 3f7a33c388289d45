package standard_test

import (
	"encoding"
	"fmt"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/wuyekit/wuye/property/invalid"
	"github.com/wuyekit/wuye/property/standard"
)

// word is an enumeration.
type word interface {
	fmt.Stringer
	encoding.TextMarshaler
	encoding.TextUnmarshaler
}

// wordOf makes an enumeration of a number.
//
//nolint:ireturn // a word of any of them
func wordOf[T ~uint8, P interface {
	*T
	word
}](n uint8) word {
	v := T(n)
	return P(&v)
}

// TestWords: every word of every enumeration is read as it is written; numbers without a word and words without a number are refused.
func TestWords(t *testing.T) {
	tests := map[string]struct {
		of    func(uint8) word
		first uint8
		words []string
	}{
		"Comparison":   {wordOf[standard.Comparison], 1, []string{"=", "!=", "<", "<=", ">", ">=", "in", "notIn", "has", "set", "unset", "inside", "outside"}},
		"ValueType":    {wordOf[standard.ValueType], 1, []string{"text", "number", "boolean", "date", "instant", "time", "span", "list"}},
		"RelationKind": {wordOf[standard.RelationKind], 1, []string{"grades", "opposed", "alternatives"}},
		"Use":          {wordOf[standard.Use], 1, []string{"latest", "every"}},
		"Validity":     {wordOf[standard.Validity], 1, []string{"asOf", "period"}},
		"Outcome":      {wordOf[standard.Outcome], 1, []string{"pass", "fail", "na"}},
		"State":        {wordOf[standard.State], 0, []string{"unknown", "met", "breached", "pending", "waived", "notApplicable"}},
		"Code": {wordOf[standard.Code], 1, []string{
			"paramUnset", "fieldMissing", "figureMissing", "notComplete", "noRows", "partialPeriod", "short", "gap", "missed", "late", "lateStart", "overLimit",
			"value", "baseZero", "itemFailed", "noSheet", "sheetStale", "absent", "expired", "tooMany", "stepOrder", "stepMissing", "tooSoon", "repeated", "uncovered",
			"condition", "notDue", "excused", "when", "off", "notInForce", "yearUnknown", "badRow", "ofClause",
		}},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			for i, text := range tt.words {
				w := tt.of(tt.first + uint8(i))
				require.Equal(t, text, w.String())
				out, err := w.MarshalText()
				require.NoError(t, err)
				require.Equal(t, text, string(out))
				read := tt.of(99)
				require.NoError(t, read.UnmarshalText([]byte(text)))
				require.Equal(t, w, read)
			}
			beyond := tt.of(tt.first + uint8(len(tt.words)))
			require.Equal(t, fmt.Sprintf("%s(%d)", name, int(tt.first)+len(tt.words)), beyond.String())
			_, err := beyond.MarshalText()
			require.ErrorIs(t, err, invalid.ErrWord)
			require.ErrorIs(t, beyond.UnmarshalText([]byte("nothing")), invalid.ErrWord)
			require.ErrorIs(t, beyond.UnmarshalText(nil), invalid.ErrWord)
		})
	}
}

// TestPoint: a day or an instant, each with its one text.
func TestPoint(t *testing.T) {
	zone := clockAt(t, "2025-01-01").Location()
	for text, at := range map[string]string{
		"2025-01-01": "2025-01-01", "2025-08-20T09:00:00+08:00": "2025-08-20 09:00", "2025-08-20T01:00:00Z": "2025-08-20 09:00",
	} {
		p, err := standard.ParsePoint(text)
		require.NoError(t, err)
		require.True(t, p.In(zone).Equal(clockAt(t, at)), text)
		require.Equal(t, text, p.String())
		out, err := p.MarshalText()
		require.NoError(t, err)
		require.Equal(t, text, string(out))
		require.Equal(t, p, standard.MustParsePoint(text))
	}
	for _, text := range []string{"", "2025-02-29", "2025-1-1", "2025-01-01T08:00", "2025-01-01 08:00:00+08:00", "yesterday", "0001-01-01T00:00:00Z", "2025-01-01x"} {
		_, err := standard.ParsePoint(text)
		require.ErrorIs(t, err, standard.ErrPoint, text)
		require.Panics(t, func() { standard.MustParsePoint(text) })
	}
	var zero standard.Point
	require.True(t, zero.IsZero())
	require.Empty(t, zero.String())
	_, err := zero.MarshalText()
	require.Error(t, err)
	kept := standard.MustParsePoint("2025-01-01")
	require.Error(t, kept.UnmarshalText([]byte("x")))
	require.Equal(t, "2025-01-01", kept.String(), "after an error it is as it was")
}

// FuzzParsePoint: no text panics, and what is read is written and read again as the same.
func FuzzParsePoint(f *testing.F) {
	for _, s := range []string{"2025-01-01", "2025-08-20T09:00:00+08:00", "9999-12-31", "2025-08-20T09:00:00.000000001-23:59", "2025-08-20T24:00:00Z", "２０２５-01-01"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		p, err := standard.ParsePoint(text)
		if err != nil {
			return
		}
		again, err := standard.ParsePoint(p.String())
		if err != nil || again.String() != p.String() || p.IsZero() {
			t.Fatalf("%q is read as %q, and that as %q, %v", text, p, again, err)
		}
	})
}
