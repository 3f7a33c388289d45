package money_test

import (
	"encoding/binary"
	"fmt"
	"math"
	"math/big"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/stretchr/testify/require"

	"github.com/wuyekit/wuye/property/money"
)

func ExampleAllocate() {
	// EX-202: a lift repair over three flats, by area in 0.01 m².
	shares, err := money.Allocate(money.MustParse("1000.00 CNY"), []money.Part{
		{Key: "1-101", Weight: 8953},
		{Key: "1-102", Weight: 12010},
		{Key: "1-103", Weight: 6537},
	})
	fmt.Println(shares, err)
	// Output: [325.56 CNY 436.73 CNY 237.71 CNY] <nil>
}

// Examples of DOMAIN-CN 2.1, and ties.
func TestAllocate(t *testing.T) {
	tests := []struct {
		name    string
		total   string
		keys    string
		weights []int64
		want    string
	}{
		{"EX-201", "1234.56", "a b c d", []int64{8888, 10235, 7560, 13317}, "274.32 315.89 233.33 411.02"},
		{"EX-202", "1000.00", "a b c", []int64{8953, 12010, 6537}, "325.56 436.73 237.71"},
		{"EX-203", "100.00", "a b c", []int64{1, 1, 1}, "33.34 33.33 33.33"},
		{"EX-204", "0.02", "a b c", []int64{1, 1, 1}, "0.01 0.01 0.00"},
		{"EX-205", "97.66", "a b c d", []int64{150, 320, 90, 4440}, "2.93 6.25 1.76 86.72"},
		{"EX-206 area half", "617.28", "a b c d", []int64{8888, 10235, 7560, 13317}, "137.16 157.95 116.66 205.51"},
		{"EX-206 household half", "617.28", "a b c d", []int64{1, 1, 1, 1}, "154.32 154.32 154.32 154.32"},
		{"formance 4/5 2/25 3/25", "0.15", "a b c", []int64{20, 2, 3}, "0.12 0.01 0.02"},
		{"tie by key, not by order", "100.00", "c b a", []int64{1, 1, 1}, "33.33 33.33 33.34"},
		{"keys are bytes: 10 before 9", "0.01", "9 10", []int64{1, 1}, "0.00 0.01"},
		{"tie of keys by order", "100.00", "a a a", []int64{1, 1, 1}, "33.34 33.33 33.33"},
		{"zero weight stays", "100.00", "a b c", []int64{0, 1, 2}, "0.00 33.33 66.67"},
		{"nothing to share", "0.00", "a b", []int64{1, 2}, "0.00 0.00"},
		{"one part", "99.99", "a", []int64{7}, "99.99"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			var parts []money.Part
			for i, key := range strings.Fields(tt.keys) {
				parts = append(parts, money.Part{Key: key, Weight: tt.weights[i]})
			}
			for _, sign := range []string{"", "-"} {
				got, err := money.Allocate(money.MustParse(sign+tt.total+" CNY"), parts)
				require.NoError(t, err)
				var want []money.Amount
				for _, share := range strings.Fields(tt.want) {
					want = append(want, money.MustParse(sign+share+" CNY"))
				}
				if diff := cmp.Diff(want, got, cmp.Comparer(func(a, b money.Amount) bool { return a == b })); diff != "" {
					t.Errorf("Allocate mismatch (-want +got):\n%s", diff)
				}
			}
		})
	}
}

func TestAllocateRefuses(t *testing.T) {
	total := money.MustParse("1.00 CNY")
	_, err := money.Allocate(total, nil)
	require.ErrorIs(t, err, money.ErrNoParts)
	_, err = money.Allocate(total, []money.Part{{Key: "a"}, {Key: "b"}})
	require.ErrorIs(t, err, money.ErrNoWeight)
	_, err = money.Allocate(total, []money.Part{{Key: "a", Weight: 2}, {Key: "b", Weight: -1}})
	require.ErrorIs(t, err, money.ErrWeight)
	require.EqualError(t, err, `the weight of part "b" is negative: -1`)
	heavy := money.Part{Weight: math.MaxInt64}
	_, err = money.Allocate(total, []money.Part{heavy, heavy, heavy})
	require.ErrorIs(t, err, money.ErrOverflow)
}

func TestAllocateExtremes(t *testing.T) {
	least := money.New(math.MinInt64, money.MustParseCurrency("CNY"))
	got, err := money.Allocate(least, []money.Part{{Key: "a", Weight: math.MaxInt64}, {Key: "b", Weight: math.MaxInt64}, {Key: "c"}})
	require.NoError(t, err)
	require.Equal(t, []int64{-1 << 62, -1 << 62, 0}, []int64{got[0].Minor(), got[1].Minor(), got[2].Minor()})
	got, err = money.Allocate(least, []money.Part{{Key: "a", Weight: 3}})
	require.NoError(t, err)
	require.Equal(t, []money.Amount{least}, got)
}

// partsOf reads weights from fuzz bytes, with distinct keys.
func partsOf(data []byte) []money.Part {
	var parts []money.Part
	for i := 0; i+8 <= len(data) && len(parts) < 200; i += 8 {
		w := binary.LittleEndian.Uint64(data[i:])
		weight := int64(w & math.MaxInt64 >> (w >> 58))
		parts = append(parts, money.Part{Key: strconv.Itoa(len(parts)), Weight: weight})
	}
	return parts
}

func FuzzAllocate(f *testing.F) {
	equal := make([]byte, 80)
	for i := 0; i < len(equal); i += 8 {
		binary.LittleEndian.PutUint64(equal[i:], 7)
	}
	f.Add(int64(10000), equal)
	f.Add(int64(math.MinInt64), equal[:24])
	f.Add(int64(-1), []byte("abcdefghijklmnopqrstuvwxyz012345"))
	f.Fuzz(func(t *testing.T, minor int64, data []byte) {
		parts, cny := partsOf(data), money.MustParseCurrency("CNY")
		total, sum := money.New(minor, cny), new(big.Int)
		for _, p := range parts {
			sum.Add(sum, big.NewInt(p.Weight))
		}
		shares, err := money.Allocate(total, parts)
		require.Equal(t, sum.Sign() > 0 && sum.IsUint64(), err == nil, "%v", err)
		if err != nil {
			return
		}
		require.Len(t, shares, len(parts))

		added := new(big.Int)
		for i, share := range shares {
			added.Add(added, big.NewInt(share.Minor()))
			quota := new(big.Rat).SetFrac(new(big.Int).Mul(big.NewInt(minor), big.NewInt(parts[i].Weight)), sum)
			off := quota.Sub(quota, new(big.Rat).SetInt64(share.Minor()))
			require.Negative(t, off.Abs(off).Cmp(big.NewRat(1, 1)), "share %d is off by a unit or more", i)
			if parts[i].Weight == 0 {
				require.True(t, share.Sign() == 0)
			}
		}
		require.Equal(t, 0, added.Cmp(big.NewInt(minor)), "shares add up to %v, want %d", added, minor)
		require.NoError(t, largestRemaindersFirst(total, parts, shares, sum))

		reversed := slices.Clone(parts)
		slices.Reverse(reversed)
		again, err := money.Allocate(total, reversed)
		require.NoError(t, err)
		slices.Reverse(again)
		require.Equal(t, shares, again, "the order of the parts matters")

		if mirror, err := total.Neg(); err == nil {
			turned, err := money.Allocate(mirror, parts)
			require.NoError(t, err)
			for i := range turned {
				require.Equal(t, -shares[i].Minor(), turned[i].Minor())
			}
		}
	})
}

// largestRemaindersFirst reports a part that got an odd unit while another with a
// better claim did not.
func largestRemaindersFirst(total money.Amount, parts []money.Part, shares []money.Amount, sum *big.Int) error {
	type claim struct {
		remainder *big.Int
		key       string
		won       bool
	}
	var claims []claim
	for i, p := range parts {
		product := new(big.Int).Mul(big.NewInt(total.Minor()), big.NewInt(p.Weight))
		floor, remainder := new(big.Int).QuoRem(product.Abs(product), sum, new(big.Int))
		share := new(big.Int).Abs(big.NewInt(shares[i].Minor()))
		claims = append(claims, claim{remainder, p.Key, share.Cmp(floor) > 0})
	}
	slices.SortFunc(claims, func(a, b claim) int {
		if c := b.remainder.Cmp(a.remainder); c != 0 {
			return c
		}
		return strings.Compare(a.key, b.key)
	})
	for i := 1; i < len(claims); i++ {
		if claims[i].won && !claims[i-1].won {
			return fmt.Errorf("part %s won before part %s", claims[i].key, claims[i-1].key)
		}
	}
	return nil
}

func BenchmarkAllocate(b *testing.B) {
	const n = 100_000
	parts := make([]money.Part, n)
	weight := uint64(1)
	for i := range parts {
		weight = weight*6364136223846793005 + 1442695040888963407
		parts[i] = money.Part{Key: fmt.Sprintf("%06d", i), Weight: 200_000 + int64(weight>>44)}
	}
	total := money.MustParse("1234567.89 CNY")
	b.Run("parts=100000", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			if _, err := money.Allocate(total, parts); err != nil {
				b.Fatal(err)
			}
		}
	})
}
