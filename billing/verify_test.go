package billing_test

import (
	"encoding/json"
	"math/big"
	"slices"
	"strings"
	"testing"

	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/require"

	"github.com/wuyekit/wuye/billing"
	"github.com/wuyekit/wuye/property/civil"
	"github.com/wuyekit/wuye/property/invalid"
	"github.com/wuyekit/wuye/property/measure"
	"github.com/wuyekit/wuye/property/money"
)

// taxedBill is a good bill of six lines: two prices, two tariffs, taxes inside and on top.
func taxedBill(tb testing.TB) billing.Bill {
	tb.Helper()
	b := bookOf(
		byArea("pm", entry("", "2026-07-10", rate("2.80")), entry("2026-07-11", "2026-07-15", rate("2.95")), entry("2026-07-16", "", rate("3.10"))),
		byArea("lift", entry("", "2026-07-20", rate("0.35")), entry("2026-07-21", "", rate("0.40"))),
		fixed("waste", "8"),
	)
	b.Tariffs[0].Tax = inclusive(entry("", "", decimal.RequireFromString("0.06")))
	b.Tariffs[1].Tax = &billing.Tax{Exclusive: &billing.TaxRate{Rates: civil.Always(decimal.RequireFromString("0.06"))}}
	got := bills(tb, prepare(tb, home(), b, billing.Facts{}, civil.MustParseMonth("2026-07")))
	require.Len(tb, got, 1)
	return got[0]
}

// TestReplay takes a bill's JSON as a file of three years ago and needs nothing else.
func TestReplay(t *testing.T) {
	const stored = `{"unit":"1-0803","period":{"start":"2026-07-01","end":"2026-08-01"},"payer":"H",
		"payers":[{"party":"H","share":"1"}],"liable":["H"],"total":"264.55 CNY","net":"249.57 CNY","tax":"14.98 CNY","lines":[
		{"tariff":"pm","unit":"1-0803","payer":"H","period":{"start":"2026-07-01","end":"2026-07-16"},
		"facts":{"product":{"quantity":"89.53 m2","price":"2.80","days":15,"of":31,"factor":"1","source":"合同 3.1"}},
		"rounding":"halfUp 0.01","amount":"121.30 CNY","taxMode":"inclusive","taxRate":"0.06","net":"114.43 CNY","tax":"6.87 CNY"},
		{"tariff":"pm","unit":"1-0803","payer":"H","period":{"start":"2026-07-16","end":"2026-08-01"},
		"facts":{"product":{"quantity":"89.53 m2","price":"3.10","days":16,"of":31,"factor":"1","before":"3760.26"}},
		"rounding":"halfUp 0.01","amount":"143.25 CNY","taxMode":"inclusive","taxRate":"0.06","net":"135.14 CNY","tax":"8.11 CNY"}]}`
	b, err := invalid.Decode[billing.Bill]([]byte(stored), "bill")
	require.NoError(t, err)
	require.NoError(t, billing.Verify(b))
	require.NoError(t, b.Why().Check())
	require.Equal(t, "264.55", b.Why().Value.Text)
	require.JSONEq(t, stored, toJSON(t, b))
	e, book := home(), bookOf(byArea("pm", entry("", "2026-07-15", billing.Rate{Price: decimal.RequireFromString("2.80"), Source: "合同 3.1"}), entry("2026-07-16", "", rate("3.10"))))
	book.Tariffs[0].Tax = inclusive(entry("", "", decimal.RequireFromString("0.06")))
	fresh := bills(t, prepare(t, e, book, billing.Facts{}, civil.MustParseMonth("2026-07")))
	require.JSONEq(t, stored, toJSON(t, fresh[0]))
}

func TestVerifyNamesThePlace(t *testing.T) {
	minor := func(n int64) money.Amount { return money.New(n, cny) }
	tests := []struct {
		name   string
		change func(*billing.Bill)
		want   []string
	}{
		{"nothing", func(*billing.Bill) {}, nil},
		{"the total", func(b *billing.Bill) { b.Total = minor(b.Total.Minor() + 1) }, []string{"total billing/bill-sum 309.61 CNY 309.60 CNY"}},
		{"the net", func(b *billing.Bill) { b.Net = minor(0) }, []string{"net billing/bill-sum 0.00 CNY 292.53 CNY"}},
		{"the tax", func(b *billing.Bill) { b.Tax = minor(-1) }, []string{"tax billing/bill-sum -0.01 CNY 17.07 CNY"}},
		{"another currency in all", func(b *billing.Bill) { b.Total = money.MustParse("309.60 USD") }, []string{"total billing/bill-sum 309.60 USD 309.60 CNY"}},
		{"an amount", func(b *billing.Bill) { b.Lines[2].Amount = minor(1) }, []string{"lines[2].amount billing/line-amount 0.01 CNY 80.87 CNY"}},
		{"a tax inside", func(b *billing.Bill) { b.Lines[2].Tax = minor(459) }, []string{
			"lines[2].tax billing/line-amount 4.59 CNY 4.58 CNY", "tax billing/bill-sum 17.07 CNY 17.08 CNY", "total billing/bill-sum 309.60 CNY 309.61 CNY",
		}},
		{"a line left out", func(b *billing.Bill) { b.Lines = b.Lines[:5] }, []string{
			"net billing/bill-sum 292.53 CNY 284.53 CNY", "total billing/bill-sum 309.60 CNY 301.60 CNY",
		}},
		{"a day more", func(b *billing.Bill) { b.Lines[0].Facts.Product.Days++ }, []string{
			"lines[0].facts.product.days billing/line-days 21 31 2026-07-01/2026-07-21",
			"lines[1].facts.product.before billing/line-chain 626.71 658.0455",
		}},
		{"a longer month", func(b *billing.Bill) { b.Lines[0].Facts.Product.Of = 30 }, []string{
			"lines[0].facts.product.days billing/line-days 20 30 2026-07-01/2026-07-21",
			"lines[1].facts.product.before billing/line-chain 626.71 626.71",
		}},
		{"a period in two months", func(b *billing.Bill) { b.Lines[0].Period = period("2026-07-22", "2026-08-11") }, []string{
			"lines[0].facts.product.days billing/line-days 20 31 2026-07-22/2026-08-11",
			"lines[0] billing/foreign-line lift/1-0803/H/2026-07-22", "lines[1] billing/line-twice lift/1-0803/H/2026-07-21",
		}},
		{"an open period", func(b *billing.Bill) { b.Lines[0].Period.End = 0 }, []string{
			"lines[0].facts.product.days billing/line-days 20 31 2026-07-01/..",
			"lines[0] billing/foreign-line lift/1-0803/H/2026-07-01",
		}},
		{"another unit's line", func(b *billing.Bill) { b.Lines[5].Unit = "1-0804" }, []string{"lines[5] billing/foreign-line waste/1-0804/H/2026-07-01"}},
		{"another payer's line", func(b *billing.Bill) { b.Lines[5].Payer = "N" }, []string{"lines[5] billing/foreign-line waste/1-0803/N/2026-07-01"}},
		{"another month's line", func(b *billing.Bill) { b.Period = civil.MustParseMonth("2026-08"); b.Lines = b.Lines[5:] }, []string{
			"lines[0] billing/foreign-line waste/1-0803/H/2026-07-01",
			"net billing/bill-sum 292.53 CNY 8.00 CNY", "tax billing/bill-sum 17.07 CNY 0.00 CNY", "total billing/bill-sum 309.60 CNY 8.00 CNY",
		}},
		{"no rounding", func(b *billing.Bill) { b.Lines[5].Rounding = billing.LineRounding{} }, []string{"lines[5].facts billing/rounding"}},
		{"the rounding of yen", func(b *billing.Bill) { require.NoError(t, b.Lines[5].Rounding.UnmarshalText([]byte("halfUp 1"))) }, []string{"lines[5].facts billing/rounding halfUp 1"}},
		{"a rate without tax", func(b *billing.Bill) { b.Lines[5].TaxRate = money.MustParseRate("0.06") }, []string{"lines[5].taxRate billing/line-amount 0.06 0"}},
		{"a tax mode of no sense", func(b *billing.Bill) { b.Lines[2].TaxMode = billing.TaxExclusive }, []string{
			"lines[2].net billing/line-amount 76.29 CNY 80.87 CNY", "lines[2].tax billing/line-amount 4.58 CNY 4.85 CNY",
		}},
		{"a negative quantity", func(b *billing.Bill) {
			b.Lines[5].Facts.Product.Quantity = measure.NewQuantity(-10_000, measure.MustParseUnit("home"))
		}, []string{"lines[5].facts billing/too-large -1 home"}},
		{"a quantity beyond 128 bits", func(b *billing.Bill) {
			p := &b.Lines[5].Facts.Product
			p.Quantity, p.Factor = measure.NewQuantity(1<<62, measure.MustParseUnit("home")), money.MustParseRate("9223372036854.775807")
			p.Price = money.MustParsePrice("9223372036854.775807")
		}, []string{"lines[5].facts billing/too-large 461168601842738.7904 home"}},
		{"no facts", func(b *billing.Bill) { b.Lines[5].Facts = billing.LineFacts{} }, []string{
			"lines[5].facts invalid/choice product, percent, instalment, quoted, metered, share, formula, total nothing",
			"lines[5].facts.product.days billing/line-days 0 0 2026-07-01/2026-08-01",
		}},
		{"a held bill with lines", func(b *billing.Bill) { b.Held = []*invalid.FieldError{{Rule: billing.ErrHeld}} }, []string{"billing/held-lines"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			b := taxedBill(t)
			tt.change(&b)
			require.Equal(t, tt.want, problems(billing.Verify(b)))
		})
	}
}

func TestVerifyLine(t *testing.T) {
	b := taxedBill(t)
	l := b.Lines[1]
	require.NoError(t, l.Verify())
	l.Amount = money.New(0, cny)
	err := l.Verify()
	require.ErrorIs(t, err, billing.ErrLineAmount)
	require.ErrorContains(t, err, "line lift/1-0803/H/2026-07-21: 1 problem\n  amount: the facts come to 12.70 CNY, the line says 0.00 CNY")
}

// figures are the places of a bill's JSON whose change Verify must notice.
func figures(b billing.Bill) []string {
	out := []string{"total", "net", "tax", "period.start", "period.end"}
	for i := range b.Lines {
		at := "lines." + string(rune('0'+i)) + "."
		for _, f := range []string{
			"amount", "net", "tax", "taxRate", "taxMode", "rounding", "period.start", "period.end", "facts.product.quantity",
			"facts.product.price", "facts.product.days", "facts.product.of", "facts.product.before", "facts.product.factor", "unit", "payer",
		} {
			out = append(out, at+f)
		}
	}
	return out
}

// replace sets one place of a JSON document.
func replace(doc any, path string, v any) {
	keys := strings.Split(path, ".")
	for i, k := range keys {
		if list, ok := doc.([]any); ok {
			doc = list[k[0]-'0']
			continue
		}
		m, ok := doc.(map[string]any)
		if !ok {
			panic(path)
		}
		if i == len(keys)-1 {
			m[k] = v
			return
		}
		doc = m[k]
	}
}

// follows says by big rationals whether every figure of a bill of money follows from the
// facts of its lines: what Verify must answer. Some changes are consistent in themselves, and a
// bill alone cannot tell: a price, a quantity, a factor or an earlier sum so near that the amount stays the same; a day
// of the bill's period that still has all lines inside; and a rounding or a tax that comes to the same.
func follows(b billing.Bill) bool {
	net, tax := new(big.Int), new(big.Int)
	for i, l := range b.Lines {
		p := l.Facts.Product
		start, end := l.Period.Start, l.Period.End
		if overlaps(b.Lines[:i], l) || start.Day() == 1 && !p.Before.IsZero() || i > 0 && !goesOn(b.Lines[i-1], l) {
			return false
		}
		inMonth := !start.IsZero() && start < end && end <= start.NextMonth()
		if !inMonth || int(p.Days) != end.DaysSince(start) || int(p.Of) != start.DaysInMonth() ||
			start < b.Period.Start || !b.Period.IsOpen() && b.Period.End < end || l.Unit != b.Unit || l.Payer != b.Payer {
			return false
		}
		amount, total, ok := slowAmount(l)
		_, step, _ := strings.Cut(l.Rounding.String(), ".")
		if !ok || !isMinor(l.Amount, amount, cny) || p.Quantity.Sign() < 0 || len(step) != cny.Digits() || !total.IsInt64() {
			return false
		}
		var t *billing.Tax
		switch {
		case l.TaxMode == billing.TaxInclusive:
			t = &billing.Tax{Inclusive: &billing.TaxRate{}}
		case l.TaxMode == billing.TaxExclusive:
			t = &billing.Tax{Exclusive: &billing.TaxRate{}}
		case !l.TaxRate.IsZero():
			return false
		}
		n, x := slowTax(t, amount, l.TaxRate.Decimal().Rat())
		if !isMinor(l.Net, n, cny) || !isMinor(l.Tax, x, cny) {
			return false
		}
		net.Add(net, n)
		tax.Add(tax, x)
	}
	return isMinor(b.Net, net, cny) && isMinor(b.Tax, tax, cny) && isMinor(b.Total, new(big.Int).Add(net, tax), cny)
}

// overlaps says whether an earlier line of the same tariff charges a day of the line.
func overlaps(earlier []billing.Line, l billing.Line) bool {
	return slices.ContainsFunc(earlier, func(e billing.Line) bool {
		return e.Tariff == l.Tariff && e.Period.Start < l.Period.End && l.Period.Start < e.Period.End
	})
}

// goesOn says whether a line that continues the charge of the one before counts what that
// one came to; other lines go on in any case.
func goesOn(before, l billing.Line) bool {
	if before.Tariff != l.Tariff || before.Period.End != l.Period.Start || l.Period.Start.Day() == 1 {
		return true
	}
	p := before.Facts.Product
	sum := new(big.Rat).Mul(p.Quantity.Decimal().Rat(), p.Price.Decimal().Rat())
	sum.Mul(sum, p.Factor.Decimal().Rat()).Mul(sum, big.NewRat(int64(p.Days), 1))
	return sum.Add(sum, ratOf(p.Before.String())).Cmp(ratOf(l.Facts.Product.Before.String())) == 0
}

func isMinor(a money.Amount, n *big.Int, c money.Currency) bool {
	return n.IsInt64() && a == money.New(n.Int64(), c)
}

// slowAmount is round(C) − round(what was before), and round(C) itself.
func slowAmount(l billing.Line) (amount, total *big.Int, ok bool) {
	p := l.Facts.Product
	word, step, _ := strings.Cut(l.Rounding.String(), " ")
	var mode money.Mode
	d, err := decimal.NewFromString(step)
	if err != nil || mode.UnmarshalText([]byte(word)) != nil || p.Of == 0 {
		return nil, nil, false
	}
	s := slow{book: billing.Book{Currency: cny}}
	before := ratOf(p.Before.String())
	part := new(big.Rat).Mul(p.Quantity.Decimal().Rat(), p.Price.Decimal().Rat())
	part.Mul(part, p.Factor.Decimal().Rat()).Mul(part, big.NewRat(int64(p.Days), 1))
	of := big.NewRat(1, int64(p.Of))
	rounding := money.Rounding{Mode: mode, Step: d}
	charged := s.round(new(big.Rat).Mul(before, of), rounding)
	total = s.round(part.Add(part, before).Mul(part, of), rounding)
	return new(big.Int).Sub(total, charged), total, true
}

// derived says whether what Why shows follows: the amounts of the lines from their
// facts, the total from the amounts and the taxes on top. Nets, taxes inside and dates are not in it.
func derived(b billing.Bill) bool {
	total := new(big.Int)
	for _, l := range b.Lines {
		if p := &l.Facts.Product; p.Days == 0 && p.Of == 0 && p.Before.IsZero() {
			p.Days, p.Of = 1, 1 // no part of a month is shown
		}
		amount, _, ok := slowAmount(l)
		if !ok || !isMinor(l.Amount, amount, cny) {
			return false
		}
		total.Add(total, amount)
		if l.TaxMode == billing.TaxExclusive {
			tax := roundTo(new(big.Rat).Mul(new(big.Rat).SetInt(amount), l.TaxRate.Decimal().Rat()), money.ModeHalfUp)
			if !isMinor(l.Tax, tax, cny) {
				return false
			}
			total.Add(total, tax)
		}
	}
	return isMinor(b.Total, total, cny)
}

// changer changes one figure of a good bill.
type changer struct {
	good  string
	paths []string
}

func newChanger(tb testing.TB) changer {
	tb.Helper()
	b := taxedBill(tb)
	return changer{toJSON(tb, b), figures(b)}
}

// check sets a figure: Verify and Why().Check answer as the rational arithmetic above does.
func (c changer) check(t *testing.T, place int, value string) {
	t.Helper()
	var doc any
	require.NoError(t, json.Unmarshal([]byte(c.good), &doc))
	path := c.paths[place%len(c.paths)]
	var v any = value
	if strings.HasSuffix(path, ".days") || strings.HasSuffix(path, ".of") {
		v = json.RawMessage(value)
		if !json.Valid([]byte(value)) {
			return
		}
	}
	replace(doc, path, v)
	b, err := invalid.Decode[billing.Bill]([]byte(toJSON(t, doc)), "bill")
	if err != nil {
		return // not a bill at all
	}
	problem := billing.Verify(b)
	require.Equal(t, follows(b), problem == nil, "%s = %s: %v", path, value, problem)
	problem = b.Why().Check()
	require.Equal(t, derived(b), problem == nil, "%s = %s: %v", path, value, problem)
}

// TestVerifyEveryFigure sets every figure to values of every kind, near and far.
func TestVerifyEveryFigure(t *testing.T) {
	c := newChanger(t)
	for i := range c.paths {
		for _, v := range []string{
			"1.00 CNY", "80.87 CNY", "80.88 CNY", "-80.87 CNY", "309.60 JPY", "0", "2.81", "2.800001", "2.80", "89.54 m2", "89.530001 m2", "89.5301 m2", "-1 m2",
			"868.441", "868.4410000000000001", "11", "2026-07-11", "2026-07-12", "2026-08-02", "inclusive", "exclusive",
			"halfUp 0.01", "halfEven 0.01", "up 0.01", "halfUp 1", "1", "0.999999", "1-0804", "30", "31", "65535",
		} {
			c.check(t, i, v)
		}
	}
}

func FuzzVerify(f *testing.F) {
	c := newChanger(f)
	for i, v := range []string{"309.61 CNY", "2.81", "2026-07-12", "868.4410000000000001", "12", "exclusive", "up 0.01", "0.999999", "89.54 m2", "N"} {
		for place := range 11 {
			f.Add(uint8(place*10+i), v)
		}
	}
	f.Fuzz(func(t *testing.T, place uint8, value string) { c.check(t, int(place), value) })
}

// FuzzBillJSON reads any document as a bill: nothing panics, and what is read is written
// and read again the same.
func FuzzBillJSON(f *testing.F) {
	f.Add([]byte(toJSON(f, taxedBill(f))))
	f.Add([]byte(`{}`))
	f.Add([]byte(`{"lines":[{}]}`))
	f.Add([]byte(`{"period":{"start":"2026-07-01"},"lines":[{"period":{"start":"2026-07-01"},"facts":{"product":{"quantity":"-1","price":"0","of":0,"days":0,"before":"1"}},"rounding":"halfUp 1"}]}`))
	f.Add([]byte(`{"lines":[{"period":{"start":"9999-12-31","end":"9999-12-31"},"facts":{"product":{"quantity":"922337203685477.5807 m2","price":"9223372036854.775807","of":31,"days":65535,"factor":"9223372036854.775807","before":"34028236692093846346337.4607431768211455"}},"rounding":"up 21474836.47","amount":"-92233720368547758.08 CNY","taxMode":"exclusive","taxRate":"9223372036854.775807"}]}`))
	f.Add([]byte(`{"held":[{"path":"","rule":"billing/held","args":["x"]}],"total":"1.00 CNY"}`))
	f.Add([]byte(`{"total":"1.00 CNY","lines":[{"amount":"1 JPY","rounding":"halfUp 1","taxMode":"inclusive"},{"amount":"1.00 CNY"}]}`))
	f.Fuzz(func(t *testing.T, doc []byte) {
		b, err := invalid.Decode[billing.Bill](doc, "bill")
		useBill(b) // whatever was read, also in part
		if err != nil {
			return
		}
		text, err := json.Marshal(b)
		if err != nil {
			return // unset values have no text
		}
		back, err := invalid.Decode[billing.Bill](text, "bill")
		if err == nil {
			require.Equal(t, string(text), toJSON(t, back))
		}
	})
}

func useBill(b billing.Bill) {
	_ = b.ID()
	_ = b.IsHeld()
	_ = problems(billing.Verify(b))
	_ = problems(b.Why().Check())
	for _, l := range b.Lines {
		_ = l.ID()
		_ = l.ChargeID()
		_ = problems(l.Verify())
		_ = problems(l.Why().Check())
		_ = problems(l.WhyTax().Check())
	}
}
