package property_test

import (
	"encoding/json"
	"math/big"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/wuyekit/wuye/property"
)

func TestParseShare(t *testing.T) {
	tests := []struct{ text, want string }{
		{"1", "1"},
		{"1/3", "1/3"},
		{"2/6", "1/3"},
		{"100%", "1"},
		{"50%", "1/2"},
		{"33.33%", "3333/10000"},
		{"33.3333%", "333333/1000000"},
		{"0.0001%", "1/1000000"},
		{"999999/1000000", "999999/1000000"},
		{"07/10", "7/10"},
	}
	for _, tt := range tests {
		got, err := property.ParseShare(tt.text)
		require.NoError(t, err, tt.text)
		require.Equal(t, tt.want, got.String(), tt.text)
		require.Equal(t, property.MustParseShare(tt.want), got, "%s in lowest terms", tt.text)
	}
	for _, bad := range []string{
		"", "0", "0/3", "1/0", "4/3", "-1/3", "+1/3", "1/+3", "1/3/5", "1/1000001", "2", "0%", "101%", "%",
		"33.33333%", "1e2%", "1e999999%", "33,33%", "１/３", " 1/3", "1 /3", "a/b", "99999999999/99999999999", "/", "1/", "/3",
	} {
		s, err := property.ParseShare(bad)
		require.True(t, rule(err, property.ErrShare), "%q: %v", bad, err)
		require.True(t, s.IsZero())
		require.Contains(t, err.Error(), bad)
	}
	require.Panics(t, func() { property.MustParseShare("2") })
}

func TestShareOf(t *testing.T) {
	s, err := property.NewShare(2, 6)
	require.NoError(t, err)
	num, den := s.Fraction()
	require.Equal(t, []int64{1, 3}, []int64{num, den})
	require.Equal(t, "1", property.WholeShare().String())
	for _, bad := range [][2]int{{0, 1}, {-1, 3}, {4, 3}, {1, 1_000_001}, {-3, -1}} {
		_, err := property.NewShare(bad[0], bad[1])
		require.True(t, rule(err, property.ErrShare), bad)
	}

	var unset property.Share
	num, den = unset.Fraction()
	require.Zero(t, num+den)
	require.Empty(t, unset.String())
	_, err = unset.MarshalText()
	require.True(t, rule(err, property.ErrShare))
	dst, err := unset.AppendText([]byte("x"))
	require.True(t, rule(err, property.ErrShare))
	require.Equal(t, "x", string(dst))

	kept := s
	require.Error(t, kept.UnmarshalText([]byte("3/2")))
	require.Equal(t, s, kept)
	text, err := json.Marshal(property.Holder{Party: "A"})
	require.NoError(t, err)
	require.JSONEq(t, `{"party":"A"}`, string(text))
}

func TestSharesAddUp(t *testing.T) {
	tests := []struct {
		name    string
		holders []property.Holder
		whole   bool
	}{
		{"three thirds", by("A:1/3", "B:1/3", "C:1/3"), true},
		{"percentages with the odd one", by("A:33.33%", "B:33.33%", "C:33.34%"), true},
		{"percentages without", by("A:33.33%", "B:33.33%", "C:33.33%"), false},
		{"seven sevenths", by("A:1/7", "B:1/7", "C:1/7", "D:1/7", "E:1/7", "F:1/7", "G:1/7"), true},
		{"six sevenths", by("A:1/7", "B:1/7", "C:1/7", "D:1/7", "E:1/7", "F:1/7"), false},
		{"husband and wife", by("A:1/2", "B:1/2"), true},
		{"too much", by("A:2/3", "B:1/2"), false},
		{"mixed ways of writing", by("A:50%", "B:1/4", "C:25%"), true},
		{"half, third, sixth", by("A:1/2", "B:1/3", "C:1/6"), true},
		{"one says nothing", by("A:1/2", "B"), false},
		{"nobody says anything", by("A", "B", "C"), true},
		{"alone, the whole", by("A:1"), true},
		{"alone, a part", by("A:1/2"), false},
		{"no deed has these", by("A:1/999983", "B:1/999979", "C:1/999961"), false},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			tenancy := owned("1-0101", "2026-01-01", "")
			tenancy.Holders = tt.holders
			var want []string
			if !tt.whole {
				want = []string{"holders property/shares"}
			}
			require.Equal(t, want, checked(t, tenancy))
		})
	}
}

// FuzzShare: what is read is a number in (0, 1], equals the exact fraction, and reads
// back from its own text.
func FuzzShare(f *testing.F) {
	for _, s := range []string{"1/3", "1", "33.33%", "100.0000%", "0/1", "1/1000000", "7/7", "%", "1e9%"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		s, err := property.ParseShare(text)
		if err != nil {
			require.True(t, s.IsZero())
			return
		}
		num, den := s.Fraction()
		got := big.NewRat(num, den)
		require.Positive(t, got.Sign())
		require.LessOrEqual(t, got.Cmp(big.NewRat(1, 1)), 0)
		want := exactly(t, text)
		require.Zero(t, want.Cmp(got), "%s = %s", text, s)
		data, err := s.MarshalText()
		require.NoError(t, err)
		require.Equal(t, s.String(), string(data))
		var back property.Share
		require.NoError(t, back.UnmarshalText(data))
		require.Equal(t, s, back)
	})
}

// exactly reads "1/3", "1" or "33.33%"; big.Rat alone would take 010 for eight.
func exactly(t *testing.T, text string) *big.Rat {
	t.Helper()
	percent, ok := strings.CutSuffix(text, "%")
	if ok {
		whole, fraction, _ := strings.Cut(percent, ".")
		text = whole + fraction + "/100" + strings.Repeat("0", len(fraction))
	}
	a, b, ok := strings.Cut(text, "/")
	if !ok {
		b = "1"
	}
	num, ok1 := new(big.Int).SetString(a, 10)
	den, ok2 := new(big.Int).SetString(b, 10)
	require.True(t, ok1 && ok2, text)
	return new(big.Rat).SetFrac(num, den)
}

// FuzzShareSums: parts of one whole, cut anywhere, add up; one part changed does not.
func FuzzShareSums(f *testing.F) {
	f.Add(uint16(3), uint16(1), uint16(1))
	f.Add(uint16(10000), uint16(3333), uint16(3333))
	f.Fuzz(func(t *testing.T, of, a, b uint16) {
		if a == 0 || b == 0 || int(a)+int(b) >= int(of) {
			return
		}
		share := func(n int) property.Share {
			s, err := property.NewShare(n, int(of))
			require.NoError(t, err)
			return s
		}
		tenancy := owned("u", "2026-01-01", "", "A", "B", "C")
		h := tenancy.Holders
		h[0].Share, h[1].Share, h[2].Share = share(int(a)), share(int(b)), share(int(of)-int(a)-int(b))
		require.Empty(t, checked(t, tenancy))
		h[2].Share = share(int(of) - int(a) - int(b) + 1)
		require.Equal(t, []string{"holders property/shares"}, checked(t, tenancy))
	})
}
