package stock_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/stretchr/testify/require"

	"github.com/wuyekit/wuye/property/civil"
	"github.com/wuyekit/wuye/property/explain"
	"github.com/wuyekit/wuye/property/invalid"
	"github.com/wuyekit/wuye/property/stock"
)

// derived checks that a derivation replays, to the figure.
func derived(t *testing.T, want string, s explain.Step) {
	t.Helper()
	require.NoError(t, s.Check())
	got := s.Value.Text
	if s.Value.Unit != "" {
		got += " " + s.Value.Unit
	}
	require.Equal(t, want, got)
}

// TestLevels: below the minimum is ordered, at the minimum is enough; out of date does not count.
func TestLevels(t *testing.T) {
	bulb := func(minimum, upTo, pack string) stock.Catalogue {
		k, i := stock.Keeping{Place: "store", Keeper: "周平"}, stock.Item{Code: "bulb", Unit: unit("pc")}
		if minimum != "" {
			k.Minimum = q(minimum)
		}
		if upTo != "" {
			k.UpTo = q(upTo)
		}
		if pack != "" {
			i.Pack = q(pack)
		}
		i.Kept = []stock.Keeping{k}
		return items(i)
	}
	tests := []struct {
		name, minimum, upTo, pack, have string
		want                            stock.LevelState
		order                           string
	}{
		{"nobody has said", "", "", "", "5 pc", stock.Unknown, ""},
		{"at the minimum", "20 pc", "", "", "20 pc", stock.Enough, ""},
		{"none needed", "0 pc", "", "", "0.0001 pc", stock.Enough, ""},
		{"one below", "20 pc", "", "", "19 pc", stock.Short, "1 pc"},
		{"filled up", "20 pc", "50 pc", "", "19 pc", stock.Short, "31 pc"},
		{"in whole packs", "20 pc", "50 pc", "10 pc", "19 pc", stock.Short, "40 pc"},
		{"a whole number of packs", "20 pc", "49 pc", "10 pc", "19 pc", stock.Short, "30 pc"},
		{"between minimum and target nothing is ordered", "20 pc", "50 pc", "10 pc", "21 pc", stock.Enough, ""},
		{"packs of a part", "2.5 pc", "", "0.75 pc", "1 pc", stock.Short, "1.5 pc"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			l, err := newStore(t, bulb(tt.minimum, tt.upTo, tt.pack)).Replay(numbered(received("03-01", "bulb", tt.have)), d("03-02"))
			require.NoError(t, err)
			v := l.Levels()[0]
			require.Equal(t, tt.want, v.State)
			order, short := v.WhyOrder()
			require.Equal(t, tt.want == stock.Short, short)
			if short {
				require.Equal(t, q(tt.order), v.Order)
				derived(t, tt.order, order)
				require.Len(t, l.Below(), 1)
			} else {
				require.True(t, v.Order.IsZero())
				require.Empty(t, l.Below())
			}
			word := map[stock.LevelState]string{stock.Unknown: "unknown", stock.Enough: "false", stock.Short: "true"}
			derived(t, word[tt.want], v.Why())
		})
	}
}

func TestBelowNeverReceived(t *testing.T) {
	below := replayed(t, nil, "03-01").Below()
	require.Len(t, below, 2)
	require.Equal(t, "sandbag", below[0].Item, "critical items come first")
	require.Equal(t, q("100 pc"), below[0].Order)
	require.Equal(t, "吴刚", below[0].Keeper)
	require.Equal(t, q("50 pc"), below[1].Order)
}

func TestExpiredDoesNotCount(t *testing.T) {
	c := items(stock.Item{Code: "bait", Unit: unit("kg"), Expires: true, Kept: []stock.Keeping{{Place: "store", Keeper: "周平", Minimum: q("2 kg")}}})
	l, err := newStore(t, c).Replay(numbered(baitLot("03-01", "3 kg", "A", "06-30")), d("07-01"))
	require.NoError(t, err)
	v := l.Below()[0]
	require.Equal(t, []string{"0 kg", "3 kg", "2 kg"}, []string{v.Usable.String(), v.Expired.String(), v.Order.String()})
	l, err = newStore(t, c).Replay(numbered(baitLot("03-01", "3 kg", "A", "06-30")), d("06-30"))
	require.NoError(t, err)
	require.Empty(t, l.Below(), "on its last day it may be used")
}

// TestExamMaterials: the materials list of an examination, rules EVENT-50 to EVENT-53, as minima; sheets are 2 to 5.
func TestExamMaterials(t *testing.T) {
	rows := []struct{ code, unit, minimum, upTo, have, order string }{
		{"thermometer", "pc", "2", "", "2", ""},
		{"barrierTape", "m", "100", "", "60", "40"},
		{"warningTape", "roll", "10", "", "10", ""},
		{"steelFork", "pc", "2", "", "1", "1"},
		{"baton", "pc", "5", "", "5", ""},
		{"torch", "pc", "3", "", "3", ""},
		{"batteryAA", "pc", "15", "", "8", "7"},
		{"sheet", "pc", "2", "5", "1", "4"},
		{"envelope", "pc", "30", "", "30", ""},
		{"cup", "pc", "500", "", "499", "1"},
		{"extinguisher", "pc", "10", "", "12", ""},
		{"penBox", "box", "2", "", "0", "2"},
		{"pencil2B", "pc", "20", "", "20", ""},
	}
	var c stock.Catalogue
	var moves []stock.Move
	want := map[string]string{}
	for _, r := range rows {
		k := stock.Keeping{Place: "goods store", Keeper: "周平", Minimum: q(r.minimum + " " + r.unit)}
		if r.upTo != "" {
			k.UpTo = q(r.upTo + " " + r.unit)
		}
		c.Items = append(c.Items, stock.Item{Code: r.code, Unit: unit(r.unit), Critical: true, Kept: []stock.Keeping{k}})
		if r.have != "0" {
			moves = append(moves, received("06-01", r.code, r.have+" "+r.unit))
		}
		if r.order != "" {
			want[r.code] = r.order + " " + r.unit
		}
	}
	l, err := newStore(t, c).Replay(numbered(moves...), d("06-05"))
	require.NoError(t, err)
	got := map[string]string{}
	for _, v := range l.Below() {
		got[v.Item] = v.Order.String()
	}
	require.Equal(t, want, got)
}

func TestExpiring(t *testing.T) {
	moves := numbered(
		baitLot("03-01", "1 kg", "C", "08-31"), baitLot("03-01", "1 kg", "A", "06-30"), baitLot("03-01", "1 kg", "B", "07-31"),
		baitLot("03-01", "1 kg", "D", "07-31"), received("03-01", "bulb", "1 pc"), stock.Move{On: d("03-02"), Kind: stock.Scrapped, Item: "bait", Place: "store", Lot: "D", Quantity: q("1 kg"), Reason: "受潮"},
	)
	l := replayed(t, moves, "07-01")
	tests := []struct {
		within string
		want   []string
	}{
		{"", []string{"A"}}, {"P29D", []string{"A"}}, {"P30D", []string{"A", "B"}}, {"P2M", []string{"A", "B", "C"}},
	}
	for _, tt := range tests {
		var within civil.Span
		if tt.within != "" {
			within = span(tt.within)
		}
		got, err := l.Expiring(within)
		require.NoError(t, err)
		var lots []string
		for _, e := range got {
			lots = append(lots, e.Lot)
			require.Equal(t, e.Lot == "A", e.Expired)
			derived(t, map[bool]string{true: "true", false: "false"}[e.Expired], e.Why())
		}
		require.Equal(t, tt.want, lots, tt.within)
	}
	require.Equal(t, []stock.Expiry{{
		Item: "bait", Place: "store", Lot: "A", Expires: d("06-30"), Quantity: q("1 kg"), AsOf: d("07-01"), Days: -1, Expired: true,
	}}, l.Expired())
	last, err := replayed(t, moves, "06-30").Expiring(civil.Span{})
	require.NoError(t, err)
	require.Equal(t, []stock.Expiry{{
		Item: "bait", Place: "store", Lot: "A", Expires: d("06-30"), Quantity: q("1 kg"), AsOf: d("06-30"),
	}}, last, "on its last day it is not out of date")
	require.Empty(t, replayed(t, moves, "06-30").Expired())
	for _, s := range []string{"5wd", "PT8H", "P200Y"} {
		_, err := l.Expiring(span(s))
		require.ErrorIs(t, err, stock.ErrSpan, s)
	}
}

func TestDifferences(t *testing.T) {
	moves := numbered(received("03-01", "bulb", "10 pc"), issued("03-10", "bulb", "3 pc"), counted("03-31", "bulb", "6 pc", "破损一只"), issued("03-20", "bulb", "1 pc"))
	got := replayed(t, moves[:3], "04-01").Differences()
	want := stock.Difference{Seq: 3, On: d("03-31"), Item: "bulb", Place: "store", Booked: q("7 pc"), Found: q("6 pc"), Difference: q("-1 pc"), Reason: "破损一只"}
	require.Equal(t, []stock.Difference{want}, got)
	derived(t, "-1 pc", got[0].Why())

	late := replayed(t, moves, "04-01").Differences()
	want.Booked, want.Difference = q("6 pc"), q("0 pc")
	require.Equal(t, []stock.Difference{want}, late, "the issue recorded late explains it")

	undone := replayed(t, append(moves[:3:3], stock.Move{Seq: 4, On: d("04-01"), Kind: stock.Reversed, Item: "bulb", Of: 3, Reason: "数错"}), "04-01")
	require.True(t, undone.Differences()[0].Reversed)
	require.Equal(t, []string{"bulb store 7 pc"}, lines(undone))
}

// TestTurnover: BILL-41, bought less used less stock is the variance.
func TestTurnover(t *testing.T) {
	moves := numbered(
		baitLot("02-01", "10 kg", "A", "12-31"), issued("02-10", "bait", "2 kg"),
		baitLot("03-01", "5 kg", "B", "12-31"), issued("03-05", "bait", "4 kg"), returned("03-06", "bait", "1 kg", 4),
		stock.Move{On: d("03-07"), Kind: stock.Transferred, Item: "bait", Place: "store", To: "garden", Quantity: q("3 kg")},
		stock.Move{On: d("03-08"), Kind: stock.Scrapped, Item: "bait", Place: "store", Quantity: q("0.5 kg"), Reason: "受潮"},
		stock.Move{On: d("03-09"), Kind: stock.Counted, Item: "bait", Place: "store", Lot: "B", Quantity: q("4.5 kg"), Reason: "散失"},
		baitLot("03-10", "7 kg", "C", "12-31"), reversed("03-11", "bait", 9), reversed("03-12", "bait", 2),
	)
	l := replayed(t, moves, "03-31")
	all, err := l.Turnover(d("03-01"))
	require.NoError(t, err)
	store, garden := all[1], all[2]
	zero := q("0 kg")
	period := civil.Period{Start: d("03-01"), End: d("04-01")}
	if diff := cmp.Diff(stock.Turnover{
		Item: "bait", Place: "store", Period: period, Opening: q("8 kg"), Received: q("5 kg"), Returned: q("1 kg"), In: zero,
		Issued: q("2 kg"), Scrapped: q("0.5 kg"), Out: q("3 kg"), Variance: q("-0.5 kg"), Closing: q("8 kg"),
	}, store, cmp.Comparer(func(a, b stock.Turnover) bool { return a == b })); diff != "" {
		t.Errorf("store (-want +got)\n%s", diff)
	}
	require.Equal(t, stock.Turnover{
		Item: "bait", Place: "garden", Period: period, Opening: zero, Received: zero, Returned: zero, In: q("3 kg"),
		Issued: zero, Scrapped: zero, Out: zero, Variance: zero, Closing: q("3 kg"),
	}, garden)
	derived(t, "8 kg", store.Why())
	derived(t, "3 kg", garden.Why())

	undone, err := replayed(t, append(moves[:len(moves):len(moves)], stock.Move{Seq: 12, On: d("03-13"), Kind: stock.Reversed, Item: "bait", Of: 6, Reason: "记错"}), "03-31").Turnover(d("03-01"))
	require.NoError(t, err)
	require.Equal(t, []string{"0 kg", "0 kg"}, []string{undone[1].Out.String(), undone[2].In.String()}, "a transfer undone moved nothing")
	require.Equal(t, []string{"11 kg", "0 kg"}, []string{undone[1].Closing.String(), undone[2].Closing.String()})

	_, err = l.Turnover(d("04-01"))
	require.ErrorIs(t, err, civil.ErrPeriodReversed)
	_, err = l.Turnover(0)
	require.ErrorIs(t, err, invalid.ErrRequired)
}

func TestWhy(t *testing.T) {
	l := replayed(t, numbered(baitLot("03-01", "2.5 kg", "A", "12-31"), issued("03-02", "bait", "0.75 kg"), baitLot("03-03", "1 kg", "", "11-30")), "03-31")
	for _, b := range l.Balances() {
		s, ok := l.Why(b)
		require.True(t, ok)
		derived(t, b.Quantity.String(), s)
	}
	b := l.Balances()[1]
	require.Equal(t, "1.75 kg", b.Quantity.String())
	for name, change := range map[string]func(*stock.Balance){
		"quantity": func(b *stock.Balance) { b.Quantity = q("2 kg") }, "unit": func(b *stock.Balance) { b.Quantity = q("1.75 pc") },
		"item": func(b *stock.Balance) { b.Item = "lamp" }, "place": func(b *stock.Balance) { b.Place = "garden" },
		"lot": func(b *stock.Balance) { b.Lot = "B" }, "date": func(b *stock.Balance) { b.Expires = d("12-30") }, "no place": func(b *stock.Balance) { b.Place = "roof" },
	} {
		other := b
		change(&other)
		_, ok := l.Why(other)
		require.False(t, ok, name)
	}
}

// TestWhyBroughtForward: beyond 10,000 changes the earlier ones are one figure, and it still adds up.
func TestWhyBroughtForward(t *testing.T) {
	var moves []stock.Move
	for range 10_007 {
		moves = append(moves, received("03-01", "bulb", "2 pc"))
	}
	l := replayed(t, numbered(moves...), "03-02")
	s, ok := l.Why(l.Balances()[0])
	require.True(t, ok)
	derived(t, "20014 pc", s)
	require.Len(t, s.Inputs, 10_001)
	require.Equal(t, "14", s.Inputs[0].Value.Text)
	require.Equal(t, []string{"7", "2026-03-01"}, s.Inputs[0].Args)
}
