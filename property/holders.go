package property

import (
	"cmp"
	"slices"
	"strings"
)

// groupColumns are the joint holdings.
type groupColumns struct {
	start   []int32
	holders []holderRow
	key     names
}

// groupBuilder numbers sets of holders: a single holder is its party, a joint
// holding is ^n of the n-th group.
type groupBuilder struct {
	keys    *interner
	start   []int32
	holders []holderRow
}

type holderRow struct {
	party int32
	share Share
}

// put returns the number of a set of holders; false if its key stands for another set
// already.
func (g *groupBuilder) put(parties *interner, holders []Holder) (int32, bool) {
	switch len(holders) {
	case 0:
		return -1, true
	case 1:
		return parties.intern(holders[0].Party), true
	}
	key, sorted := groupKey(holders)
	rows := make([]holderRow, len(sorted))
	for i, h := range sorted {
		rows[i] = holderRow{parties.intern(h.Party), h.Share}
	}
	n := g.keys.intern(key)
	if int(n) == len(g.start) {
		g.start = append(g.start, int32(len(g.holders)))
		g.holders = append(g.holders, rows...)
	}
	group := ^(n + 1)
	return group, slices.Equal(rows, groupRows(g.start, g.holders, group))
}

func groupRows(start []int32, holders []holderRow, group int32) []holderRow {
	if group >= -1 {
		if group < 0 {
			return nil
		}
		return []holderRow{{group, WholeShare()}}
	}
	i := ^group - 1
	end := int32(len(holders))
	if int(i)+1 < len(start) {
		end = start[i+1]
	}
	return holders[start[i]:end]
}

// HoldersKey returns the readable key of holders, as [Register.PayerKey] does: the code of one
// party, "A+B" for equal shares, "A:1/3+B:2/3" for others; "" for none.
func HoldersKey(holders []Holder) string {
	switch len(holders) {
	case 0:
		return ""
	case 1:
		return holders[0].Party
	}
	key, _ := groupKey(holders)
	return key
}

// groupKey returns the readable key of a joint holding, "A+B" for equal shares and
// "A:1/3+B:2/3" for others, and its holders in the order of their codes.
func groupKey(holders []Holder) (string, []Holder) {
	sorted := slices.Clone(holders)
	equal := true
	for i := range sorted {
		if sorted[i].Share.IsZero() {
			sorted[i].Share, _ = NewShare(1, len(holders)) //nolint:errcheck // unset only beyond maxShare holders
		}
		equal = equal && sorted[i].Share == sorted[0].Share
	}
	slices.SortFunc(sorted, func(a, b Holder) int { return cmp.Compare(a.Party, b.Party) })
	var key strings.Builder
	for i, h := range sorted {
		if i > 0 {
			key.WriteByte('+')
		}
		key.WriteString(h.Party)
		if !equal {
			key.WriteByte(':')
			key.WriteString(h.Share.String())
		}
	}
	return key.String(), sorted
}

// feeBuilder numbers the sets of fees that tenancies pay; -1 is none.
type feeBuilder struct {
	sets *interner
	fees [][]string
}

func (f *feeBuilder) put(fees []string) int32 {
	if len(fees) == 0 {
		return -1
	}
	sorted := slices.Sorted(slices.Values(fees))
	n := f.sets.intern(strings.Join(sorted, "\x00"))
	if int(n) == len(f.fees) {
		f.fees = append(f.fees, sorted)
	}
	return n
}
