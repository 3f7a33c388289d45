package billing_test

import (
	"fmt"
	"math"
	"slices"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/wuyekit/wuye/billing"
	"github.com/wuyekit/wuye/property/money"
)

// revised is the home's July line as issued, charged again or taken back.
func revised(t *testing.T, revisions ...int16) []billing.Line {
	t.Helper()
	line := july2026(t, nil)[0].Lines[0]
	var out []billing.Line
	for _, r := range revisions {
		l := line
		if l.Revision = r; r < 0 {
			l.Amount, l.Net = money.MustParse("-250.68 CNY"), money.MustParse("-250.68 CNY")
		}
		out = append(out, l)
	}
	return out
}

// TestDiffRefuses has what makes no sense together.
func TestDiffRefuses(t *testing.T) {
	other := revised(t, 0)
	other[0].Unit = "1-0804"
	for _, tt := range []struct {
		name          string
		issued, fresh []billing.Line
		want          []string
	}{
		{"nothing at all", nil, nil, nil},
		{"two units", append(revised(t, 0), other...), nil, []string{"billing/units 1-0803 1-0804"}},
		{"a fresh run of another unit", revised(t, 0), other, []string{"billing/units 1-0803 1-0804"}},
		{"issued twice", revised(t, 0, 0), nil, []string{"issued[1] billing/line-twice pm/1-0803/H/2026-07-01"}},
		{"taken back twice", revised(t, 0, -1, -1), nil, []string{"issued[2] billing/line-twice pm/1-0803/H/2026-07-01/-1"}},
		{"twice in the fresh run", nil, revised(t, 0, 0), []string{"fresh[1] billing/line-twice pm/1-0803/H/2026-07-01"}},
		{"a fresh run of corrections", nil, revised(t, 2, -1), []string{
			"fresh[0] billing/line-twice pm/1-0803/H/2026-07-01/2", "fresh[1] billing/line-twice pm/1-0803/H/2026-07-01/-1",
		}},
		{"taken back without its issue", revised(t, -1), nil, []string{"issued[0] billing/not-issued pm/1-0803/H/2026-07-01/-1 pm/1-0803/H/2026-07-01"}},
		{"charged again without its issue", revised(t, 2), nil, []string{
			"issued[0] billing/not-issued pm/1-0803/H/2026-07-01/2 pm/1-0803/H/2026-07-01", "issued[0] billing/not-issued pm/1-0803/H/2026-07-01/2 pm/1-0803/H/2026-07-01/-1",
		}},
		{"charged again without taking back", revised(t, 0, 2), nil, []string{"issued[1] billing/not-issued pm/1-0803/H/2026-07-01/2 pm/1-0803/H/2026-07-01/-1"}},
		{"a second issue missing", revised(t, 0, -1, 3, -2), nil, []string{
			"issued[2] billing/not-issued pm/1-0803/H/2026-07-01/3 pm/1-0803/H/2026-07-01/2", "issued[3] billing/not-issued pm/1-0803/H/2026-07-01/-2 pm/1-0803/H/2026-07-01/2",
		}},
		{"a first issue by number", revised(t, 1), nil, []string{"issued[0] billing/line-twice pm/1-0803/H/2026-07-01/1"}},
		{"more issues than can be", revised(t, math.MaxInt16), nil, []string{
			"issued[0] billing/line-twice pm/1-0803/H/2026-07-01/32767", "issued[0] billing/not-issued pm/1-0803/H/2026-07-01/32767 pm/1-0803/H/2026-07-01/32766",
			"issued[0] billing/not-issued pm/1-0803/H/2026-07-01/32767 pm/1-0803/H/2026-07-01/-32766",
		}},
		{"the lowest number", revised(t, math.MinInt16), nil, []string{
			"issued[0] billing/line-twice pm/1-0803/H/2026-07-01/-32768", "issued[0] billing/not-issued pm/1-0803/H/2026-07-01/-32768 pm/1-0803/H/2026-07-01/32768",
		}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			out, err := billing.Diff(tt.issued, tt.fresh)
			require.Equal(t, tt.want, problems(err))
			require.Nil(t, out)
			if tt.fresh == nil {
				standing, err := billing.Standing(tt.issued)
				require.Equal(t, tt.want, problems(err))
				require.Nil(t, standing)
			}
		})
	}
}

// TestDiffOfAnyRevisions takes every set of up to three issues and what takes them back, in every order: it is refused, or
// what was billed and the result come to what the fresh run has, and nothing more is to be done.
func TestDiffOfAnyRevisions(t *testing.T) {
	all := []int16{0, -1, 2, -2, 3, -3}
	accepted := 0
	var wrong []string
	for set := range 1 << len(all) {
		var revisions []int16
		for i, r := range all {
			if set>>i&1 == 1 {
				revisions = append(revisions, r)
			}
		}
		issued := revised(t, revisions...)
		slices.Reverse(issued)
		for _, fresh := range [][]billing.Line{nil, revised(t, 0)} {
			out, err := billing.Diff(issued, fresh)
			if err != nil {
				continue
			}
			accepted++
			if amountOf(issued, out) != amountOf(fresh) {
				wrong = append(wrong, fmt.Sprint(revisions))
				continue
			}
			again, err := billing.Diff(append(slices.Clone(issued), out...), fresh)
			require.NoError(t, err, "%v", revisions)
			require.Empty(t, again, "%v", revisions)
		}
	}
	require.GreaterOrEqual(t, accepted, 14) // nothing, 0, 0 −1, 0 −1 2, … 0 −1 2 −2 3 −3, with and without a fresh line
	require.Empty(t, wrong)
}

func amountOf(lists ...[]billing.Line) int64 {
	sum := int64(0)
	for _, lines := range lists {
		for _, l := range lines {
			sum += l.Amount.Minor()
		}
	}
	return sum
}

// The last issue a number is there for cannot be corrected: nobody may be left with a line that is refused
// for good.
func TestDiffAtTheLastRevision(t *testing.T) {
	revisions := []int16{0}
	for n := int16(2); n <= math.MaxInt16-1; n++ {
		revisions = append(revisions, -(n - 1), n)
	}
	issued, fresh := revised(t, revisions...), revised(t, 0)
	fresh[0].Rounding = lineRounding("up 0.01")
	out, err := billing.Diff(issued, fresh)
	if err != nil {
		return // refused at once
	}
	_, err = billing.Diff(append(issued, out...), fresh)
	require.NoError(t, err)
}

// TestCorrectRefuses has bills that are not of one unit and time.
func TestCorrectRefuses(t *testing.T) {
	issued := july2026(t, nil)
	august := issued[0]
	august.Period = period("2026-08-01", "2026-09-01")
	_, err := billing.Correct(issued, []billing.Bill{august})
	require.Equal(t, []string{"fresh[0] billing/units 1-0803/H/2026-07-01 1-0803/H/2026-08-01"}, problems(err))
	other := issued[0]
	other.Unit, other.Lines = "1-0804", nil
	_, err = billing.Correct(append(slices.Clone(issued), other), issued)
	require.Equal(t, []string{"issued[1] billing/units 1-0803/H/2026-07-01 1-0804/H/2026-07-01"}, problems(err))
	_, err = billing.Correct(append(slices.Clone(issued), issued...), issued)
	require.ErrorIs(t, err, billing.ErrLineTwice)
	out, err := billing.Correct(nil, nil)
	require.NoError(t, err)
	require.Empty(t, out)
	out, err = billing.Correct(issued, nil)
	require.NoError(t, err)
	require.Equal(t, "-250.68 CNY", out[0].Total.String())
	require.NoError(t, billing.Verify(out[0]))
	out, err = billing.Correct(nil, issued)
	require.NoError(t, err)
	require.Equal(t, "250.68 CNY", out[0].Total.String())
	require.Equal(t, "1-0803/H/2026-07-01", out[0].ID()) // nothing was issued: it is the first bill
}

// A correction after the last number is refused, and is never numbered as the bill first issued.
func TestCorrectAfterTheLastNumber(t *testing.T) {
	issued := july2026(t, nil)
	issued[0].Correction = math.MaxUint16
	out, err := billing.Correct(issued, nil)
	require.Error(t, err)
	require.Empty(t, out)
}

// TestVerifyCorrections: what cannot stand in a correction, or in a bill first issued, is noticed.
func TestVerifyCorrections(t *testing.T) {
	sold := corrected(t, july2026(t, nil), soldOn11(t))
	for _, tt := range []struct {
		name   string
		change func(*billing.Bill)
		want   []string
	}{
		{"nothing", func(*billing.Bill) {}, nil},
		{"as if first issued", func(b *billing.Bill) { b.Correction = 0 }, []string{
			"lines[0] billing/foreign-line pm/1-0803/H/2026-07-01/-1", "lines[1] billing/foreign-line pm/1-0803/H/2026-07-01/2",
		}},
		{"taken back twice", func(b *billing.Bill) { b.Lines = append(b.Lines, b.Lines[0]) }, []string{
			"lines[2] billing/line-twice pm/1-0803/H/2026-07-01/-1", "net billing/bill-sum -169.81 CNY -420.49 CNY", "total billing/bill-sum -169.81 CNY -420.49 CNY",
		}},
		{"taken back for more", func(b *billing.Bill) { b.Lines[0].Amount = money.MustParse("-250.69 CNY") }, []string{"lines[0].amount billing/line-amount 250.69 CNY 250.68 CNY"}},
		{"taken back with a plus", func(b *billing.Bill) {
			b.Lines[0].Amount, b.Lines[0].Net = money.MustParse("250.68 CNY"), money.MustParse("250.68 CNY")
		}, []string{
			"lines[0].amount billing/line-amount -250.68 CNY 250.68 CNY", "lines[0].net billing/line-amount -250.68 CNY 250.68 CNY",
			"net billing/bill-sum -169.81 CNY 331.55 CNY", "total billing/bill-sum -169.81 CNY 331.55 CNY",
		}},
		{"charged with a minus", func(b *billing.Bill) { b.Lines[1].Revision = -2 }, []string{
			"lines[1].amount billing/line-amount -80.87 CNY 80.87 CNY", "lines[1].net billing/line-amount -80.87 CNY 80.87 CNY",
		}},
		{"charged twice", func(b *billing.Bill) { b.Lines[0] = b.Lines[1]; b.Lines[0].Revision = 3 }, []string{
			"lines[1] billing/line-twice pm/1-0803/H/2026-07-01/2", "net billing/bill-sum -169.81 CNY 161.74 CNY", "total billing/bill-sum -169.81 CNY 161.74 CNY",
		}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			b := stored(t, sold)[0]
			tt.change(&b)
			require.Equal(t, tt.want, problems(billing.Verify(b)))
		})
	}
}

// There is no first issue by number.
func TestVerifyRevisionOne(t *testing.T) {
	b := stored(t, corrected(t, july2026(t, nil), soldOn11(t)))[0]
	b.Lines[1].Revision = 1
	require.Error(t, billing.Verify(b))
}
