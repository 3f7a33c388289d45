package stock_test

import (
	"errors"
	"maps"
	"math/big"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/wuyekit/wuye/property/civil"
	"github.com/wuyekit/wuye/property/invalid"
	"github.com/wuyekit/wuye/property/measure"
	"github.com/wuyekit/wuye/property/stock"
)

// FuzzReplay: a log made of bytes, one move at a time, is refused where the slow model refuses it and comes to the same
// stock. Then everything that must hold of any log holds.
func FuzzReplay(f *testing.F) {
	f.Add([]byte{0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11})
	for seed := range uint64(10) {
		f.Add(randomBytes(seed, 90))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		store := newStore(t, estate())
		log, _ := grow(t, store, data[:min(len(data), 120)])
		agree(t, store, log, d("03-05"))
	})
}

// TestReplayAgainstModel is [FuzzReplay] at length, and makes sure that it tries what there is.
func TestReplayAgainstModel(t *testing.T) {
	store := newStore(t, estate())
	accepted, refused := map[stock.Kind]int{}, map[stock.Kind]int{}
	for seed := range uint64(150) {
		log, no := grow(t, store, randomBytes(seed, 240))
		for _, m := range log {
			accepted[m.Kind]++
		}
		for _, m := range no {
			refused[m.Kind]++
		}
		for _, asOf := range []string{"03-02", "03-05", "12-31"} {
			agree(t, store, log, d(asOf))
		}
	}
	for k := stock.Received; k <= stock.Reversed; k++ {
		if accepted[k] < 50 || refused[k] < 20 {
			t.Errorf("%s: %d accepted, %d refused", k, accepted[k], refused[k])
		}
	}
}

func randomBytes(seed uint64, n int) []byte {
	r, data := rand.New(rand.NewPCG(seed, 7)), make([]byte, n)
	for i := range data {
		data[i] = byte(r.Uint32())
	}
	return data
}

// grow takes six bytes a move, and keeps the moves that can be.
func grow(t *testing.T, store *stock.Store, data []byte) (log, refused []stock.Move) {
	t.Helper()
	for seq := int64(1); len(data) >= 6; seq++ {
		m := moveOf(data[:6], seq, log)
		data = data[6:]
		candidate := append(slices.Clone(log), m)
		_, can := play(candidate, d("12-31"))
		_, err := store.Replay(candidate, d("12-31"))
		if can != (err == nil) {
			t.Fatalf("the model says %t, Replay %v, of %+v after %+v", can, err, m, log)
		}
		if can {
			log = candidate
		} else {
			refused = append(refused, m)
		}
	}
	return log, refused
}

// moveOf makes a well-formed move of six bytes: two items, two places, a few lots and days; what it speaks of is mostly in
// the log.
func moveOf(b []byte, seq int64, log []stock.Move) stock.Move {
	kinds := []stock.Kind{
		stock.Received, stock.Received, stock.Received, stock.Issued, stock.Issued, stock.Issued, stock.Returned, stock.Returned,
		stock.Scrapped, stock.Transferred, stock.Counted, stock.Reversed,
	}
	m := stock.Move{
		Seq: seq, On: d("03-01").AddDays(int(b[0] % 9)), Kind: kinds[int(b[1])%len(kinds)], Item: []string{"bulb", "bait"}[b[2]%2],
		Quantity: measure.NewQuantity(10_000*int64(1+b[3]%6), unit("pc")),
	}
	bait := m.Item == "bait"
	if bait {
		m.Quantity = measure.NewQuantity(m.Quantity.Units(), unit("kg"))
		m.Place = []string{"store", "garden"}[b[2]/2%2]
	}
	lot := []string{"", "A", "B", "C"}[b[4]%4]
	until := d("03-04").AddDays(2 * int(b[4]/4%4))
	switch m.Kind {
	case stock.Received:
		m.Lot = lot
		if bait {
			m.Expires = until
		}
	case stock.Issued:
		m.Person = "钱进"
	case stock.Scrapped:
		m.Reason = "破损"
	case stock.Transferred:
		m.Item, m.Place, m.To, m.Quantity = "bait", "store", "garden", measure.NewQuantity(m.Quantity.Units(), unit("kg"))
	case stock.Counted:
		if m.Lot = lot; bait {
			m.Expires = until
		}
		m.Quantity = measure.NewQuantity(m.Quantity.Units()-10_000, m.Quantity.Unit())
	case stock.Returned:
		m = pointed(m, b[5], slices.DeleteFunc(slices.Clone(log), func(o stock.Move) bool { return o.Kind != stock.Issued }))
	case stock.Reversed:
		m = pointed(m, b[5], log)
		m.Reason, m.Quantity = "记错", measure.Quantity{}
	}
	if m.Kind != stock.Received && m.Kind != stock.Counted && m.Kind != stock.Reversed && b[4]/16%3 == 0 {
		m.Lot = lot
	}
	return m
}

// pointed makes a move speak of one of others or, now and then and where there are none, of any number.
func pointed(m stock.Move, b byte, others []stock.Move) stock.Move {
	m.Of, m.Place = 1+int64(b/8), ""
	if len(others) > 0 && b%8 > 0 {
		of := others[int(b/8)%len(others)]
		m.Of, m.Item, m.Quantity = of.Seq, of.Item, measure.NewQuantity(min(m.Quantity.Units(), 20_000), of.Quantity.Unit())
		m.On = max(m.On, of.On)
	}
	return m
}

func agree(t *testing.T, store *stock.Store, log []stock.Move, asOf civil.Date) {
	t.Helper()
	model, ok := play(log, asOf)
	ledger, err := store.Replay(log, asOf)
	if !ok || err != nil {
		t.Fatalf("what could be replayed to the end cannot be to %s: %t, %v", asOf, ok, err)
	}
	if diff := cmp.Diff(model.shelf(), shelf(ledger.Balances()), cmp.AllowUnexported(thing{})); diff != "" {
		t.Fatalf("as of %s (-model +ledger)\n%s", asOf, diff)
	}
	addUp(t, ledger)
	keepOrder(t, ledger)
	derive(t, ledger)

	backwards := slices.Clone(log)
	slices.Reverse(backwards)
	same(t, ledger, store, backwards)
	known := slices.DeleteFunc(slices.Clone(log), func(m stock.Move) bool { return m.On > asOf })
	same(t, ledger, store, known)
}

func shelf(balances []stock.Balance) map[thing]int64 {
	out := map[thing]int64{}
	for _, b := range balances {
		out[thing{b.Item, b.Place, b.Lot, b.Expires.String()}] = b.Quantity.Units() / 10_000
	}
	return out
}

// same: the order in which moves are given, and what happens later, change nothing.
func same(t *testing.T, want *stock.Ledger, store *stock.Store, log []stock.Move) {
	t.Helper()
	got, err := store.Replay(log, want.AsOf())
	if err != nil {
		t.Fatal(err)
	}
	if !slices.Equal(want.Balances(), got.Balances()) || !slices.Equal(want.Differences(), got.Differences()) ||
		!slices.Equal(want.Notices(), got.Notices()) {
		t.Fatalf("%+v\n%+v", want.Balances(), got.Balances())
	}
}

// addUp: the changes come to the balances, and no stock is ever below zero on the way.
func addUp(t *testing.T, l *stock.Ledger) {
	t.Helper()
	sums := map[thing]int64{}
	for c := range l.Changes() {
		k := thing{c.Item, c.Place, c.Lot, c.Expires.String()}
		if sums[k] += c.Quantity.Units() / 10_000; sums[k] < 0 {
			t.Fatalf("%+v leaves %d", c, sums[k])
		}
	}
	maps.DeleteFunc(sums, func(_ thing, n int64) bool { return n == 0 })
	if diff := cmp.Diff(sums, shelf(l.Balances()), cmp.AllowUnexported(thing{})); diff != "" {
		t.Fatalf("(-changes +balances)\n%s", diff)
	}
}

// keepOrder: nothing out of date is ever issued, and the lots of a place stand with the earliest date first.
func keepOrder(t *testing.T, l *stock.Ledger) {
	t.Helper()
	for c := range l.Changes() {
		if c.Kind == stock.Issued && !c.Expires.IsZero() && c.Expires < c.On {
			t.Fatalf("issued out of date: %+v", c)
		}
	}
	all := l.Balances()
	for i := 1; i < len(all); i++ {
		if a, b := all[i-1], all[i]; a.Item == b.Item && a.Place == b.Place && !b.Expires.IsZero() && a.Expires > b.Expires {
			t.Fatalf("%+v stands before %+v", a, b)
		}
	}
}

// derive: every figure has a derivation that replays to it.
func derive(t *testing.T, l *stock.Ledger) {
	t.Helper()
	for _, b := range l.Balances() {
		if s, ok := l.Why(b); !ok || s.Check() != nil {
			t.Fatalf("%+v: %t %v", b, ok, s.Check())
		}
	}
	for _, v := range l.Levels() {
		order, short := v.WhyOrder()
		if err := errors.Join(v.Why().Check(), checkIf(short, order.Check)); err != nil {
			t.Fatalf("%+v: %v", v, err)
		}
	}
	for _, d := range l.Differences() {
		if err := d.Why().Check(); err != nil {
			t.Fatalf("%+v: %v", d, err)
		}
	}
	for _, e := range l.Expired() {
		if err := e.Why().Check(); err != nil || !e.Expired {
			t.Fatalf("%+v: %v", e, err)
		}
	}
	turned(t, l)
}

func checkIf(do bool, check func() error) error {
	if !do {
		return nil
	}
	return check()
}

// turned: turnovers add up, and end at what is on hand.
func turned(t *testing.T, l *stock.Ledger) {
	t.Helper()
	all, err := l.Turnover(d("03-02"))
	if l.AsOf() < d("03-02") {
		return
	}
	if err != nil {
		t.Fatal(err)
	}
	closing := map[string]int64{}
	for _, v := range all {
		if err := v.Why().Check(); err != nil {
			t.Fatalf("%+v: %v", v, err)
		}
		closing[v.Item] += v.Closing.Units()
	}
	for item, n := range closing {
		if have, ok := l.OnHand(item); !ok || have.Units() != n {
			t.Fatalf("%s: on hand %s, closing %d", item, have, n)
		}
	}
}

// FuzzLog: no text makes a replay panic, and what is accepted never leaves less than nothing.
func FuzzLog(f *testing.F) {
	f.Add(`{"moves":[{"seq":1,"on":"2026-03-01","kind":"received","item":"bulb","quantity":"10 pc"},{"seq":2,"on":"2026-03-02","kind":"issued","item":"bulb","quantity":"3.5 pc","ref":"WO-1"}]}`)
	f.Add(`{"moves":[{"seq":1,"on":"2026-03-01","kind":"received","item":"bait","place":"store","quantity":"900000000000000 kg","lot":"A","expires":"2026-03-01"}]}`)
	f.Add(`{"moves":[{"seq":1,"on":"2026-03-01","kind":"received","item":"drill","quantity":"1 pc"},{"seq":2,"on":"2026-03-01","kind":"issued","item":"drill","quantity":"1 pc","person":"x"},{"seq":3,"on":"2026-03-01","kind":"returned","item":"drill","quantity":"1 pc","of":2},{"seq":4,"on":"2026-03-01","kind":"reversed","item":"drill","of":3,"reason":"y"}]}`)
	f.Fuzz(func(t *testing.T, text string) {
		log, err := invalid.Decode[stock.Log]([]byte(text), "log")
		l, replayErr := newStore(t, estate()).Replay(log.Moves, civil.MustParse("9999-12-30"))
		if replayErr != nil {
			return
		}
		if err != nil && len(log.Moves) > 0 {
			var l invalid.List
			if log.Check(&l); l.Len() > 0 {
				t.Fatalf("replayed what Check refuses: %v", l.Err("log"))
			}
		}
		for _, b := range l.Balances() {
			if b.Quantity.Sign() <= 0 {
				t.Fatalf("%+v", b)
			}
		}
		if _, err := l.Parts(nil); err != nil {
			t.Fatal(err)
		}
	})
}

// FuzzCatalogue: no text makes a store panic, and any store answers for an empty log.
func FuzzCatalogue(f *testing.F) {
	f.Add(`{"items":[{"code":"a","unit":"pc","pack":"3 pc","kept":[{"place":"s","minimum":"5 pc","upTo":"9 pc","keeper":"李"}],"life":"P1Y","lifeUse":"5 h"}]}`)
	f.Add(`{"items":[{"code":"a","unit":"m.","expires":true,"critical":true,"kept":[{"place":"s","minimum":"922337203685477.5807 m.","keeper":"李"}]}]}`)
	f.Fuzz(func(t *testing.T, text string) {
		c, err := invalid.Decode[stock.Catalogue]([]byte(text), "catalogue")
		if err != nil {
			return
		}
		l, err := newStore(t, c).Replay(nil, d("03-01"))
		if err != nil {
			t.Fatal(err)
		}
		derive(t, l)
	})
}

// FuzzOrder: what is ordered is the least number of packs that fills up.
func FuzzOrder(f *testing.F) {
	f.Add(int64(200_000), int64(500_000), int64(100_000), int64(190_000))
	f.Add(int64(1<<62), int64(1<<62), int64(3), int64(0))
	f.Add(int64(7), int64(0), int64(0), int64(1))
	f.Fuzz(func(t *testing.T, minimum, upTo, pack, have int64) {
		pc := unit("pc")
		item := stock.Item{Code: "x", Unit: pc, Kept: []stock.Keeping{{Place: "s", Minimum: measure.NewQuantity(minimum, pc)}}}
		if upTo != 0 {
			item.Kept[0].UpTo = measure.NewQuantity(upTo, pc)
		}
		if pack != 0 {
			item.Pack = measure.NewQuantity(pack, pc)
		}
		s, err := stock.New(items(item))
		if err != nil {
			return
		}
		var log []stock.Move
		if have != 0 {
			log = numbered(stock.Move{On: d("03-01"), Kind: stock.Received, Item: "x", Quantity: measure.NewQuantity(have, pc)})
		}
		l, err := s.Replay(log, d("03-01"))
		if err != nil {
			return
		}
		want := new(big.Int)
		if have < minimum {
			want.Sub(big.NewInt(max(upTo, minimum)), big.NewInt(have))
			if pack > 0 {
				packs, rest := new(big.Int).QuoRem(want, big.NewInt(pack), new(big.Int))
				if rest.Sign() > 0 {
					packs.Add(packs, big.NewInt(1))
				}
				want.Mul(packs, big.NewInt(pack))
			}
		}
		if got := l.Levels()[0].Order.Units(); want.Cmp(big.NewInt(got)) != 0 {
			t.Fatalf("minimum %d, up to %d, pack %d, have %d: order %d, want %s", minimum, upTo, pack, have, got, want)
		}
		derive(t, l)
	})
}

// FuzzParts: the state of a part against a slow search through the readings, day by day.
func FuzzParts(f *testing.F) {
	f.Add(uint8(9), uint8(60), []byte{3, 10, 50, 200})
	f.Add(uint8(0), uint8(0), []byte{0, 0})
	f.Add(uint8(20), uint8(250), []byte{1, 9, 30, 20, 90, 220, 91, 10})
	f.Fuzz(func(t *testing.T, fitted, asked uint8, data []byte) {
		day := func(n uint8) civil.Date { return d("01-01").AddDays(int(n)) }
		if asked < fitted {
			return
		}
		var readings []stock.Reading
		for ; len(data) >= 2; data = data[2:] {
			readings = append(readings, reading(day(data[0]), measure.NewQuantity(int64(data[1])*100_000, unit("h")).String()))
		}
		m := stock.Move{On: day(fitted), Kind: stock.Issued, Item: "p", Quantity: q("1 pc"), Ref: "WO", Position: "lift-1"}
		c := items(stock.Item{Code: "p", Unit: unit("pc"), Kept: kept("s"), Life: span("P90D"), LifeUse: q("1000 h")})
		l, err := newStore(t, c).Replay(numbered(stock.Move{On: day(0), Kind: stock.Received, Item: "p", Quantity: q("1 pc")}, m), day(asked))
		if err != nil {
			t.Fatal(err)
		}
		parts, err := l.Parts(readings)
		if err != nil {
			t.Fatal(err)
		}
		if got, want := parts[0].State, slowly(readings, day(fitted), day(asked)); got != want {
			t.Fatalf("%s, want %s: %+v", got, want, parts[0])
		}
		if err := parts[0].Why().Check(); err != nil {
			t.Fatal(err)
		}
	})
}

// slowly judges a part of 90 days and 1,000 hours by walking through the days.
func slowly(readings []stock.Reading, fitted, asked civil.Date) stock.WearState {
	const none = -1
	from, now, fell, fresh := int64(none), int64(none), false, asked == fitted
	for day := d("01-01"); day <= asked; day++ {
		var today []int64
		for _, r := range readings {
			if r.On == day {
				today = append(today, r.Value.Units())
			}
		}
		if len(today) == 0 {
			continue
		}
		slices.Sort(today)
		if day <= fitted {
			from, now = today[len(today)-1], today[len(today)-1]
			continue
		}
		fresh = true
		fell = fell || from != none && today[0] < now
		now = today[len(today)-1]
	}
	known := from != none && fresh && !fell
	switch {
	case asked.DaysSince(fitted) >= 90, known && now-from >= 10_000_000:
		return stock.Due
	case known:
		return stock.Serving
	}
	return stock.WearUnknown
}
