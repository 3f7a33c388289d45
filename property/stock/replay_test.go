package stock_test

import (
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"github.com/stretchr/testify/require"

	"github.com/wuyekit/wuye/property/invalid"
	"github.com/wuyekit/wuye/property/stock"
)

// TestBalances: what a storekeeper would find on the shelf.
func TestBalances(t *testing.T) {
	scrap := func(on, quantity, lot string) stock.Move {
		return stock.Move{On: d(on), Kind: stock.Scrapped, Item: "bait", Place: "store", Quantity: q(quantity), Lot: lot, Reason: "过期"}
	}
	toGarden := func(on, quantity, lot string) stock.Move {
		return stock.Move{On: d(on), Kind: stock.Transferred, Item: "bait", Place: "store", To: "garden", Quantity: q(quantity), Lot: lot}
	}
	lotOf := func(m stock.Move, lot string) stock.Move { m.Lot = lot; return m }
	tests := []struct {
		name  string
		moves []stock.Move
		asOf  string
		want  []string
	}{
		{"nothing happened", nil, "03-01", []string{}},
		{"the day itself counts, the next does not", []stock.Move{received("03-01", "bulb", "10 pc"), received("03-02", "bulb", "5 pc")}, "03-01", []string{"bulb store 10 pc"}},
		{"exact parts of a unit", []stock.Move{received("03-01", "rope", "0.1 m"), received("03-01", "rope", "0.2 m"), issued("03-02", "rope", "0.3 m")}, "03-02", []string{}},
		{
			"earliest expiry first, though it came last",
			[]stock.Move{baitLot("03-01", "2 kg", "A", "12-31"), baitLot("03-02", "2 kg", "B", "06-30"), issued("03-03", "bait", "3 kg")},
			"03-03",
			[]string{"bait store A 1 kg"},
		},
		{
			"equal dates: the one that came first",
			[]stock.Move{baitLot("03-01", "1 kg", "Z", "06-30"), baitLot("03-02", "1 kg", "A", "06-30"), issued("03-03", "bait", "1 kg")},
			"03-03",
			[]string{"bait store A 1 kg"},
		},
		{
			"what is out of date is passed over, on its last day it is not",
			[]stock.Move{baitLot("03-01", "2 kg", "A", "06-30"), baitLot("03-01", "2 kg", "B", "12-31"), issued("06-30", "bait", "0.5 kg"), issued("07-01", "bait", "0.5 kg")},
			"07-01",
			[]string{"bait store A 1.5 kg", "bait store B 1.5 kg"},
		},
		{
			"what is scrapped is what is out of date",
			[]stock.Move{baitLot("03-01", "2 kg", "A", "06-30"), baitLot("03-01", "2 kg", "B", "12-31"), scrap("07-01", "2 kg", "")},
			"07-01",
			[]string{"bait store B 2 kg"},
		},
		{
			"first in, first out, for lots without a date",
			[]stock.Move{lotOf(received("03-01", "bulb", "4 pc"), "Z"), lotOf(received("03-02", "bulb", "4 pc"), "A"), issued("03-03", "bulb", "5 pc")},
			"03-03",
			[]string{"bulb store A 3 pc"},
		},
		{
			"a lot by name",
			[]stock.Move{lotOf(received("03-01", "bulb", "4 pc"), "Z"), lotOf(received("03-02", "bulb", "4 pc"), "A"), lotOf(issued("03-03", "bulb", "3 pc"), "A")},
			"03-03",
			[]string{"bulb store Z 4 pc", "bulb store A 1 pc"},
		},
		{
			"a lot keeps its name and its turn at another place",
			[]stock.Move{baitLot("03-01", "2 kg", "A", "12-31"), baitLot("03-02", "2 kg", "B", "06-30"), toGarden("03-03", "3 kg", "")},
			"03-03",
			[]string{"bait store A 1 kg", "bait garden B 2 kg", "bait garden A 1 kg"},
		},
		{
			"a transfer leaves what is out of date, unless it is named",
			[]stock.Move{baitLot("03-01", "2 kg", "A", "06-30"), baitLot("03-01", "2 kg", "B", "12-31"), toGarden("07-01", "1 kg", ""), toGarden("07-01", "1 kg", "A")},
			"07-01",
			[]string{"bait store A 1 kg", "bait store B 1 kg", "bait garden A 1 kg", "bait garden B 1 kg"},
		},
		{
			"a count holds from then on",
			[]stock.Move{received("03-01", "bulb", "10 pc"), counted("03-31", "bulb", "8 pc", "破损"), issued("04-01", "bulb", "3 pc")},
			"04-01",
			[]string{"bulb store 5 pc"},
		},
		{
			"a count takes the loss from the lots in turn and gives a surplus to the last",
			[]stock.Move{
				lotOf(received("03-01", "bulb", "4 pc"), "Z"), lotOf(received("03-02", "bulb", "4 pc"), "A"),
				counted("03-03", "bulb", "3 pc", "?"), counted("03-04", "bulb", "6 pc", "?"),
			},
			"03-04",
			[]string{"bulb store A 6 pc"},
		},
		{
			"a surplus belongs to the lot that came last",
			[]stock.Move{lotOf(received("03-01", "bulb", "4 pc"), "Z"), lotOf(received("03-02", "bulb", "4 pc"), "A"), counted("03-03", "bulb", "9 pc", "?")},
			"03-03",
			[]string{"bulb store Z 4 pc", "bulb store A 5 pc"},
		},
		{
			"a count of one lot leaves the others",
			[]stock.Move{
				lotOf(received("03-01", "bulb", "4 pc"), "Z"), lotOf(received("03-02", "bulb", "4 pc"), "A"),
				lotOf(counted("03-03", "bulb", "1 pc", "?"), "A"), lotOf(counted("03-03", "bulb", "2 pc", "?"), "N"),
			},
			"03-03",
			[]string{"bulb store Z 4 pc", "bulb store A 1 pc", "bulb store N 2 pc"},
		},
		{"a surplus where there was nothing", []stock.Move{counted("03-03", "bulb", "2 pc", "?")}, "03-03", []string{"bulb store 2 pc"}},
		{
			"what comes back goes where it was taken from, the last taken first",
			[]stock.Move{baitLot("03-01", "2 kg", "A", "06-30"), baitLot("03-01", "2 kg", "B", "12-31"), issued("03-02", "bait", "3 kg"), returned("03-03", "bait", "1.5 kg", 3)},
			"03-03",
			[]string{"bait store A 0.5 kg", "bait store B 2 kg"},
		},
		{
			"a named lot comes back",
			[]stock.Move{baitLot("03-01", "2 kg", "A", "06-30"), baitLot("03-01", "2 kg", "B", "12-31"), issued("03-02", "bait", "3 kg"), lotOf(returned("03-03", "bait", "0.5 kg", 3), "A")},
			"03-03",
			[]string{"bait store A 0.5 kg", "bait store B 1 kg"},
		},
		{
			"a return undone can be made again, of what is out",
			[]stock.Move{
				lotOf(received("03-01", "bulb", "2 pc"), "A"), lotOf(received("03-01", "bulb", "2 pc"), "B"), issued("03-02", "bulb", "4 pc"),
				returned("03-03", "bulb", "1 pc", 3), returned("03-03", "bulb", "2 pc", 3), reversed("03-04", "bulb", 4), returned("03-05", "bulb", "2 pc", 3),
			},
			"03-05",
			[]string{"bulb store A 2 pc", "bulb store B 2 pc"},
		},
		{
			"an issue undone",
			[]stock.Move{baitLot("03-01", "2 kg", "A", "06-30"), baitLot("03-01", "2 kg", "B", "12-31"), issued("03-02", "bait", "3 kg"), reversed("03-03", "bait", 3)},
			"03-03",
			[]string{"bait store A 2 kg", "bait store B 2 kg"},
		},
		{
			"a reversal counts from its own day",
			[]stock.Move{received("03-01", "bulb", "10 pc"), reversed("03-05", "bulb", 1)},
			"03-04",
			[]string{"bulb store 10 pc"},
		},
		{
			"a transfer undone",
			[]stock.Move{baitLot("03-01", "2 kg", "A", "06-30"), toGarden("03-02", "2 kg", ""), reversed("03-03", "bait", 2)},
			"03-03",
			[]string{"bait store A 2 kg"},
		},
		{
			"reported late, it counts from its own day",
			[]stock.Move{received("03-10", "bulb", "10 pc"), issued("03-20", "bulb", "10 pc"), received("03-05", "bulb", "5 pc")},
			"03-20",
			[]string{"bulb store 5 pc"},
		},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got := lines(replayed(t, numbered(tt.moves...), tt.asOf))
			if diff := cmp.Diff(tt.want, got); diff != "" {
				t.Errorf("balances (-want +got)\n%s", diff)
			}
		})
	}
}

// TestLotsWithoutNumber: stock of different dates is told apart without numbers, and chosen by its date.
func TestLotsWithoutNumber(t *testing.T) {
	byDate := func(m stock.Move, until string) stock.Move { m.Expires = d(until); return m }
	l := replayed(t, numbered(
		baitLot("03-01", "2 kg", "", "12-31"), baitLot("03-02", "3 kg", "", "06-30"), byDate(issued("03-03", "bait", "1 kg"), "12-31"),
	), "03-03")
	require.Equal(t, []stock.Balance{
		{Item: "bait", Place: "store", Expires: d("06-30"), Quantity: q("3 kg")},
		{Item: "bait", Place: "store", Expires: d("12-31"), Quantity: q("1 kg")},
	}, l.Balances())
	onHand, ok := l.OnHand("bait")
	require.True(t, ok)
	require.Equal(t, q("4 kg"), onHand)
	_, ok = l.OnHand("lamp")
	require.False(t, ok)
}

func TestChanges(t *testing.T) {
	l := replayed(t, numbered(baitLot("03-01", "2 kg", "A", "12-31"), baitLot("03-02", "2 kg", "B", "06-30"), issued("03-03", "bait", "3 kg")), "03-03")
	change := stock.Change{Seq: 3, On: d("03-03"), Kind: stock.Issued, Item: "bait", Place: "store"}
	b, a := change, change
	b.Lot, b.Expires, b.Quantity = "B", d("06-30"), q("-2 kg")
	a.Lot, a.Expires, a.Quantity = "A", d("12-31"), q("-1 kg")
	require.Equal(t, []stock.Change{b, a}, l.ChangesOf(3))
	require.Empty(t, l.ChangesOf(4))
	require.Len(t, slices.Collect(l.Changes()), 4)
	require.Equal(t, d("03-03"), l.AsOf())
	for c := range l.Changes() {
		require.Equal(t, int64(1), c.Seq)
		break
	}
}

// TestAppend: a log grows at its end only, and only by what can be.
func TestAppend(t *testing.T) {
	s := newStore(t, estate())
	log, err := s.Append(nil, received("03-01", "bulb", "10 pc"), issued("03-05", "bulb", "10 pc"))
	require.NoError(t, err)
	require.Equal(t, []int64{1, 2}, []int64{log[0].Seq, log[1].Seq})

	_, err = s.Append(log, issued("03-03", "bulb", "1 pc"))
	require.Equal(t, []string{"moves[1].quantity stock/not-there"}, problems(t, err), "the late issue leaves too little for the other")

	before := slices.Clone(log)
	longer, err := s.Append(log, received("03-02", "bulb", "1 pc"))
	require.NoError(t, err)
	require.Equal(t, int64(3), longer[2].Seq)
	require.Empty(t, cmp.Diff(before, log, cmpopts.EquateComparable(stock.Move{})))

	gap, err := s.Append([]stock.Move{{Seq: 7, On: d("03-01"), Kind: stock.Received, Item: "bulb", Quantity: q("1 pc")}}, received("03-02", "bulb", "1 pc"))
	require.NoError(t, err)
	require.Equal(t, int64(8), gap[1].Seq)

	same, err := s.Append(log)
	require.NoError(t, err)
	require.Len(t, same, 2)
	_, err = s.Append(log, stock.Move{Seq: 2, On: d("03-06"), Kind: stock.Received, Item: "bulb", Quantity: q("1 pc")})
	require.Equal(t, []string{"moves[2].seq stock/seq-twice"}, problems(t, err))
}

func TestHeld(t *testing.T) {
	moves := numbered(
		received("03-01", "drill", "3 pc"), received("03-01", "bulb", "10 pc"), issued("03-02", "bulb", "1 pc"),
		issued("03-05", "drill", "1 pc"), issued("03-03", "drill", "2 pc"), returned("03-06", "drill", "1 pc", 5), returned("03-07", "drill", "1 pc", 4),
	)
	require.Equal(t, []stock.Held{
		{Seq: 5, Since: d("03-03"), Item: "drill", Quantity: q("2 pc"), Person: "钱进", Ref: "WO-1"},
		{Seq: 4, Since: d("03-05"), Item: "drill", Quantity: q("1 pc"), Person: "钱进", Ref: "WO-1"},
	}, replayed(t, moves, "03-05").Held())
	require.Equal(t, []stock.Held{
		{Seq: 5, Since: d("03-03"), Item: "drill", Quantity: q("1 pc"), Person: "钱进", Ref: "WO-1"},
	}, replayed(t, moves, "03-07").Held())
	undone := append(moves[:5:5], reversed("03-08", "drill", 5), reversed("03-08", "drill", 4))
	require.Empty(t, replayed(t, numbered(undone...), "03-08").Held())
}

// TestUsed: what work orders and people took, less what they brought back.
func TestUsed(t *testing.T) {
	by := func(m stock.Move, ref, person string) stock.Move { m.Ref, m.Person = ref, person; return m }
	moves := numbered(
		received("03-01", "bulb", "50 pc"), received("03-01", "rope", "9 m"),
		by(issued("03-02", "bulb", "5 pc"), "WO-2", "钱进"), by(issued("03-03", "bulb", "4 pc"), "WO-1", "钱进"), by(issued("03-04", "bulb", "3 pc"), "WO-2", "吴刚"),
		by(issued("03-05", "bulb", "2 pc"), "", "吴刚"), by(issued("03-05", "rope", "2.5 m"), "WO-1", ""), by(issued("03-05", "bulb", "1 pc"), "WO-3", ""),
		returned("03-06", "bulb", "2 pc", 3), reversed("03-06", "bulb", 4), returned("03-07", "bulb", "1 pc", 8),
	)
	used, err := replayed(t, moves, "03-07").Used(d("03-01"))
	require.NoError(t, err)
	require.Equal(t, []stock.Use{
		{Item: "bulb", Person: "吴刚", Quantity: q("2 pc")}, {Item: "bulb", Ref: "WO-2", Quantity: q("6 pc")}, {Item: "rope", Ref: "WO-1", Quantity: q("2.5 m")},
	}, used)
	used, err = replayed(t, moves, "03-06").Used(d("03-05"))
	require.NoError(t, err)
	require.Equal(t, []stock.Use{
		{Item: "bulb", Person: "吴刚", Quantity: q("2 pc")}, {Item: "bulb", Ref: "WO-3", Quantity: q("1 pc")}, {Item: "rope", Ref: "WO-1", Quantity: q("2.5 m")},
	}, used)
	_, err = replayed(t, moves, "03-07").Used(0)
	require.ErrorIs(t, err, invalid.ErrRequired)
}

// TestNotices: what is allowed and odd.
func TestNotices(t *testing.T) {
	named := issued("03-04", "bait", "1 kg")
	named.Lot = "A"
	rope := issued("03-04", "rope", "1 m")
	fitted := rope
	fitted.Position = "lift-1"
	tests := []struct {
		name  string
		moves []stock.Move
		want  []stock.Notice
	}{
		{"nothing odd", []stock.Move{received("03-01", "rope", "5 m"), fitted, counted("03-05", "rope", "4 m", "")}, nil},
		{"recorded after a later count", []stock.Move{received("03-01", "bulb", "5 pc"), counted("03-05", "bulb", "5 pc", ""), issued("03-04", "bulb", "1 pc"), issued("03-05", "bulb", "1 pc")}, []stock.Notice{
			{Kind: stock.Unexplained, Seq: 2, On: d("03-05"), Item: "bulb"},
			{Kind: stock.Backdated, Seq: 3, On: d("03-04"), Item: "bulb", Count: 2},
		}},
		{"a count of another item", []stock.Move{received("03-01", "bulb", "5 pc"), counted("03-05", "drill", "0 pc", ""), issued("03-04", "bulb", "1 pc")}, nil},
		{"another lot was to go first", []stock.Move{baitLot("03-01", "2 kg", "A", "12-31"), baitLot("03-02", "2 kg", "B", "06-30"), named}, []stock.Notice{
			{Kind: stock.OutOfOrder, Seq: 3, On: d("03-04"), Item: "bait"},
		}},
		{"the first lot by name", []stock.Move{baitLot("03-01", "2 kg", "A", "06-30"), baitLot("03-02", "2 kg", "B", "12-31"), named}, nil},
		{"an expired lot is not to go first", []stock.Move{baitLot("03-01", "2 kg", "A", "12-31"), baitLot("03-02", "2 kg", "B", "03-03"), named}, nil},
		{"a wear part fitted nowhere", []stock.Move{received("03-01", "rope", "5 m"), rope}, []stock.Notice{{Kind: stock.NoPosition, Seq: 2, On: d("03-04"), Item: "rope"}}},
		{"a difference without a word", []stock.Move{counted("03-05", "bulb", "5 pc", "")}, []stock.Notice{{Kind: stock.Unexplained, Seq: 1, On: d("03-05"), Item: "bulb"}}},
		{"a loss without a word", []stock.Move{received("03-01", "bulb", "5 pc"), counted("03-05", "bulb", "4 pc", "")}, []stock.Notice{{Kind: stock.Unexplained, Seq: 2, On: d("03-05"), Item: "bulb"}}},
		{"undone after a count of another item", []stock.Move{received("03-01", "rope", "5 m"), counted("03-05", "bulb", "0 pc", ""), reversed("03-04", "rope", 1)}, nil},
		{
			"moved late to where was counted",
			[]stock.Move{
				baitLot("03-01", "2 kg", "A", "12-31"),
				{On: d("03-05"), Kind: stock.Counted, Item: "bait", Place: "garden", Lot: "A", Quantity: q("1 kg"), Reason: "?"},
				{On: d("03-04"), Kind: stock.Transferred, Item: "bait", Place: "store", To: "garden", Quantity: q("1 kg")},
			},
			[]stock.Notice{{Kind: stock.Backdated, Seq: 3, On: d("03-04"), Item: "bait", Count: 2}},
		},
		{"a difference with a reason", []stock.Move{counted("03-05", "bulb", "5 pc", "旧账漏记")}, nil},
		{"out of date when it came", []stock.Move{baitLot("03-05", "2 kg", "A", "03-04")}, []stock.Notice{{Kind: stock.ReceivedExpired, Seq: 1, On: d("03-05"), Item: "bait"}}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if diff := cmp.Diff(tt.want, replayed(t, numbered(tt.moves...), "03-31").Notices(), cmpopts.EquateEmpty()); diff != "" {
				t.Errorf("notices (-want +got)\n%s", diff)
			}
		})
	}
}
