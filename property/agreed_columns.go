package property

import (
	"github.com/wuyekit/wuye/property/civil"
	"github.com/wuyekit/wuye/property/money"
)

// agreedColumns are what tenancies agree, without pointers. A tenancy that agrees nothing has no
// row in them; one that does has the number of its first row in start.
type agreedColumns struct {
	fees   names
	start  []int32 // per agreeing tenancy: its first row; one more at the end
	rows   []agreedRow
	prices []agreedPriceRow
	free   []freeRow
	terms  []escalation // each once
}

// agreedRow is one fee that a tenancy agrees; its prices and free stretches end where those of
// the next row begin, and one more row stands at the end.
type agreedRow struct{ fee, prices, free int32 }

type agreedPriceRow struct {
	price    money.Price
	from, to int32 // as documents have them: to is the last day
	anchor   int32 // of the escalation, 0 if it does not say
	terms    int32 // position of the escalation, -1 none
	source   int32 // word, -1 none
}

// freeRow is a free stretch, half-open.
type freeRow struct{ start, end int32 }

// agreedBuilder gathers what tenancies agree.
type agreedBuilder struct {
	fees    *interner
	columns agreedColumns
	terms   map[escalation]int32
}

// put returns the number of what a tenancy agrees, -1 for nothing.
func (b *agreedBuilder) put(words *interner, list []Agreed) int32 {
	if len(list) == 0 {
		return -1
	}
	c := &b.columns
	c.start = append(c.start, int32(len(c.rows)))
	for _, a := range list {
		c.rows = append(c.rows, agreedRow{b.fees.intern(a.Fee), int32(len(c.prices)), int32(len(c.free))})
		for _, e := range a.Prices {
			c.prices = append(c.prices, b.price(words, e))
		}
		for _, p := range a.Free {
			c.free = append(c.free, freeRow{day(p.Start), day(p.End)})
		}
	}
	return int32(len(c.start) - 1)
}

func (b *agreedBuilder) price(words *interner, e civil.Entry[AgreedPrice]) agreedPriceRow {
	out := agreedPriceRow{
		price: e.Value.Price, from: day(e.From), to: day(e.To),
		terms: -1, source: words.intern(e.Value.Source),
	}
	if e.Value.Escalation != nil {
		terms, _ := e.Value.Escalation.terms()
		out.anchor, out.terms = day(e.Value.Escalation.From), b.term(terms)
	}
	return out
}

// term returns the position of an escalation, putting it there if it is new.
func (b *agreedBuilder) term(e escalation) int32 {
	i, ok := b.terms[e]
	if !ok {
		if b.terms == nil {
			b.terms = map[escalation]int32{}
		}
		i = int32(len(b.columns.terms))
		b.terms[e] = i
		b.columns.terms = append(b.columns.terms, e)
	}
	return i
}

// finish adds the last rows; nothing is put after it.
func (b *agreedBuilder) finish() {
	c := &b.columns
	if len(c.start) == 0 {
		return
	}
	c.start = append(c.start, int32(len(c.rows)))
	c.rows = append(c.rows, agreedRow{-1, int32(len(c.prices)), int32(len(c.free))})
}

// seal returns the columns of a finished builder.
func (b *agreedBuilder) seal() agreedColumns {
	c := b.columns
	c.fees = b.fees.seal()
	return c
}

// find returns the row of a fee in what a tenancy agrees, -1 if it is not there.
func (c *agreedColumns) find(g, fee int32) int32 {
	for i := c.start[g]; i < c.start[g+1]; i++ {
		if c.rows[i].fee == fee {
			return i
		}
	}
	return -1
}

// end returns the day after the last of price k, one of row i; 0 if it goes on.
func (c *agreedColumns) end(i, k int32) int32 {
	switch e := &c.prices[k]; {
	case e.to != 0:
		return e.to + 1
	case k+1 < c.rows[i+1].prices:
		return c.prices[k+1].from
	default:
		return 0
	}
}

// priceOn returns the price of row i that holds on the day, -1 if none does.
func (c *agreedColumns) priceOn(i, d int32) int32 {
	low, high := c.rows[i].prices, c.rows[i+1].prices
	first := low
	for low < high {
		middle := (low + high) / 2
		if c.prices[middle].from <= d {
			low = middle + 1
		} else {
			high = middle
		}
	}
	if low == first || c.prices[low-1].to != 0 && c.prices[low-1].to < d {
		return -1
	}
	return low - 1
}

// freeOn reports whether the day is in a free stretch of row i.
func (c *agreedColumns) freeOn(i, d int32) bool {
	for _, p := range c.free[c.rows[i].free:c.rows[i+1].free] {
		if p.start <= d && (p.end == 0 || d < p.end) {
			return true
		}
	}
	return false
}

// documents returns what a tenancy agrees as documents write it; nil for -1.
func (c *agreedColumns) documents(words *names, g int32) []Agreed {
	if g < 0 {
		return nil
	}
	var out []Agreed
	for i := c.start[g]; i < c.start[g+1]; i++ {
		a := Agreed{Fee: c.fees.at(c.rows[i].fee)}
		for k := c.rows[i].prices; k < c.rows[i+1].prices; k++ {
			e := &c.prices[k]
			v := AgreedPrice{Price: e.price, Source: words.at(e.source)}
			if e.terms >= 0 {
				v.Escalation = c.terms[e.terms].document(date(e.anchor))
			}
			to := e.to
			if k+1 < c.rows[i+1].prices && c.prices[k+1].from == to+1 {
				to = 0 // the next one says it
			}
			a.Prices = append(a.Prices, civil.Entry[AgreedPrice]{From: date(e.from), To: date(to), Value: v})
		}
		for _, p := range c.free[c.rows[i].free:c.rows[i+1].free] {
			a.Free = append(a.Free, civil.Period{Start: date(p.start), End: date(p.end)})
		}
		out = append(out, a)
	}
	return out
}
