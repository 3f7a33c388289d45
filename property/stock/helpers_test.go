package stock_test

import (
	"errors"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/wuyekit/wuye/property/civil"
	"github.com/wuyekit/wuye/property/invalid"
	"github.com/wuyekit/wuye/property/measure"
	"github.com/wuyekit/wuye/property/stock"
)

func d(s string) civil.Date                     { return civil.MustParse("2026-" + s) }
func q(s string) measure.Quantity               { return measure.MustParseQuantity(s) }
func unit(s string) measure.Unit                { return measure.MustParseUnit(s) }
func kept(p string) []stock.Keeping             { return []stock.Keeping{{Place: p, Keeper: "周平"}} }
func span(s string) civil.Span                  { return civil.MustParseSpan(s) }
func items(i ...stock.Item) (c stock.Catalogue) { c.Items = i; return c }

// estate is a small store: a part, a medicine at two places, a wear part, a tool and an emergency supply.
func estate() stock.Catalogue {
	return items(
		stock.Item{Code: "bulb", Name: "LED 灯泡", Unit: unit("pc"), Pack: q("10 pc"), Kept: []stock.Keeping{
			{Place: "store", Keeper: "周平", Minimum: q("20 pc"), UpTo: q("50 pc")},
		}},
		stock.Item{Code: "bait", Name: "灭鼠药", Class: "pesticide", Unit: unit("kg"), Expires: true, Kept: []stock.Keeping{
			{Place: "store", Keeper: "周平"}, {Place: "garden"},
		}},
		stock.Item{Code: "rope", Name: "电梯钢丝绳", Unit: unit("m"), Kept: kept("store"), Life: span("P24M"), LifeUse: q("2000 h")},
		stock.Item{Code: "drill", Name: "电钻", Unit: unit("pc"), Kept: kept("store"), Returnable: true},
		stock.Item{Code: "sandbag", Name: "防汛沙袋", Class: "emergency", Unit: unit("pc"), Critical: true, Kept: []stock.Keeping{
			{Place: "garage", Keeper: "吴刚", Minimum: q("100 pc")},
		}},
	)
}

func newStore(tb testing.TB, c stock.Catalogue) *stock.Store {
	tb.Helper()
	s, err := stock.New(c)
	require.NoError(tb, err)
	return s
}

// numbered gives moves the numbers 1, 2, 3.
func numbered(moves ...stock.Move) []stock.Move {
	for i := range moves {
		moves[i].Seq = int64(i + 1)
	}
	return moves
}

func replayed(tb testing.TB, moves []stock.Move, asOf string) *stock.Ledger {
	tb.Helper()
	l, err := newStore(tb, estate()).Replay(moves, d(asOf))
	require.NoError(tb, err)
	return l
}

func received(on, item, quantity string) stock.Move {
	return stock.Move{On: d(on), Kind: stock.Received, Item: item, Quantity: q(quantity)}
}

func baitLot(on, quantity, lot, until string) stock.Move {
	return stock.Move{On: d(on), Kind: stock.Received, Item: "bait", Place: "store", Quantity: q(quantity), Lot: lot, Expires: d(until)}
}

func issued(on, item, quantity string) stock.Move {
	m := stock.Move{On: d(on), Kind: stock.Issued, Item: item, Quantity: q(quantity), Person: "钱进", Ref: "WO-1"}
	if item == "bait" {
		m.Place = "store"
	}
	return m
}

func counted(on, item, quantity, reason string) stock.Move {
	return stock.Move{On: d(on), Kind: stock.Counted, Item: item, Quantity: q(quantity), Reason: reason}
}

func reversed(on, item string, of int64) stock.Move {
	return stock.Move{On: d(on), Kind: stock.Reversed, Item: item, Of: of, Reason: "记错"}
}

func returned(on, item, quantity string, of int64) stock.Move {
	return stock.Move{On: d(on), Kind: stock.Returned, Item: item, Quantity: q(quantity), Of: of}
}

// lines writes balances as a clerk would: "bulb store 12 pc", with the lot.
func lines(l *stock.Ledger) []string {
	out := []string{}
	for _, b := range l.Balances() {
		line := b.Item + " " + b.Place
		if b.Lot != "" {
			line += " " + b.Lot
		}
		out = append(out, line+" "+b.Quantity.String())
	}
	return out
}

// problems lists path and rule of every problem.
func problems(tb testing.TB, err error) []string {
	tb.Helper()
	var all *invalid.Error
	require.True(tb, errors.As(err, &all), "%v", err)
	var out []string
	for _, f := range all.Fields {
		out = append(out, f.Path+" "+f.Rule.ID())
	}
	return out
}
