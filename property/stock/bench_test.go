package stock_test

import (
	"fmt"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/wuyekit/wuye/property/measure"
	"github.com/wuyekit/wuye/property/stock"
)

// manyMoves are some years of a large store: 500 items, of each a delivery and then four issues, over and over.
func manyMoves(n int) (stock.Catalogue, []stock.Move) {
	const kinds = 500
	var c stock.Catalogue
	for i := range kinds {
		c.Items = append(c.Items, stock.Item{Code: fmt.Sprintf("part-%03d", i), Unit: unit("pc"), Kept: kept("store")})
	}
	moves := make([]stock.Move, 0, n)
	for i := range n {
		round := i / kinds
		m := stock.Move{On: d("01-01").AddDays(round), Item: c.Items[i%kinds].Code, Kind: stock.Issued, Quantity: measure.NewQuantity(20_000, unit("pc")), Ref: "WO"}
		if round%5 == 0 {
			m.Kind, m.Quantity, m.Lot = stock.Received, measure.NewQuantity(90_000, unit("pc")), fmt.Sprintf("L%03d", round)
		}
		moves = append(moves, m)
	}
	return c, numbered(moves...)
}

func BenchmarkReplay(b *testing.B) {
	for _, n := range []int{1_000, 100_000} {
		b.Run(fmt.Sprintf("moves=%d", n), func(b *testing.B) {
			c, moves := manyMoves(n)
			s := newStore(b, c)
			b.ReportAllocs()
			for b.Loop() {
				l, err := s.Replay(moves, d("12-31"))
				if err != nil {
					b.Fatal(err)
				}
				if len(l.Balances()) == 0 {
					b.Fatal("nothing left")
				}
			}
		})
	}
}

// BenchmarkReplayLots has 20,000 lots of one item in stock at once.
func BenchmarkReplayLots(b *testing.B) {
	var moves []stock.Move
	for i := range 40_000 {
		m := received("01-01", "bulb", "1 pc")
		m.Lot = fmt.Sprintf("L%05d", i)
		if i >= 20_000 {
			m = issued("02-01", "bulb", "1 pc")
		}
		moves = append(moves, m)
	}
	s := newStore(b, estate())
	numbered(moves...)
	b.ReportAllocs()
	for b.Loop() {
		if _, err := s.Replay(moves, d("12-31")); err != nil {
			b.Fatal(err)
		}
	}
}

func TestReplayLarge(t *testing.T) {
	c, moves := manyMoves(100_000)
	l, err := newStore(t, c).Replay(moves, d("12-31"))
	require.NoError(t, err)
	onHand, ok := l.OnHand("part-007")
	require.True(t, ok)
	require.Equal(t, "40 pc", onHand.String(), "forty times nine came and four times two went")
}

// TestReplayAllocations: memory follows the log, not the work done on it.
func TestReplayAllocations(t *testing.T) {
	c, moves := manyMoves(10_000)
	s := newStore(t, c)
	allocs := testing.AllocsPerRun(3, func() {
		if _, err := s.Replay(moves, d("12-31")); err != nil {
			t.Error(err)
		}
	})
	require.Less(t, allocs, 8_000.0)
}
