package billing

import (
	"math/big"
	"slices"

	"github.com/wuyekit/wuye/property/explain"
	"github.com/wuyekit/wuye/property/invalid"
	"github.com/wuyekit/wuye/property/money"
)

// compileFormula compiles the formula of a tariff for each of its charge months.
func (run *Run) compileFormula(t Tariff, c *tariff) {
	parsed, err := t.Basis.Formula.parse(run.currency)
	if err != nil {
		return // said of the tariff
	}
	c.money = parsed.Unit() == run.currency.String()
	c.names = slices.Concat(parsed.Uses())
	for m := range c.months {
		if len(c.months[m].steps) > 0 {
			run.readUntil = max(run.readUntil, knownFor(run.months[m]))
			c.months[m].worker = run.newWorker(parsed, *t.Basis.Formula, t.Code, run.months[m], run.months[m].Start)
		}
	}
}

// workOut works the formula out for a piece; false if it cannot.
func (c *Cursor) workOut(ch *charge, p *piece) bool {
	if ch.t.names == nil {
		return true
	}
	done, err := ch.month.worker.work(ch.u, p.period.Start, p.price)
	if err != nil {
		c.take(err)
		return false
	}
	p.worked = done
	return true
}

// formulaPiece appends the line of one piece of a formula's charge.
func (c *Cursor) formulaPiece(dst []Line, ch *charge, p *piece, num, of uint64, chain *ratChain) []Line {
	w := ch.month.worker
	facts := &Formula{
		Working: w.workingOf(p.worked), Days: uint32(num), Of: uint32(of), Factor: p.factor, Source: p.source,
		Before: chain.value(c.run.currency),
	}
	facts.Working.Bindings = slices.Clone(facts.Working.Bindings)
	if !ch.t.money {
		facts.Price = p.price
	}
	exact := facts.times(p.worked.value, c.run.currency)
	minor, err := chain.add(exact, ch.t.rounder, c.run.currency)
	if err != nil {
		c.hold(ErrAmountTooLarge, ch.t.code, p.period.Start.String())
		return dst
	}
	dst = append(dst, p.step.line)
	line := &dst[len(dst)-1]
	line.Period, line.Proration, line.Facts = p.period, p.method, LineFacts{Formula: facts}
	c.payers = append(c.payers, p.payer)
	c.put(line, &p.step.taxed, c.run.reg.PayerKey(p.payer), minor)
	return dst
}

// ratChain shares the rounding of a charge between lines of any exact amount.
type ratChain struct {
	before  *big.Rat // nil: nothing
	charged int64
}

// value is what the earlier lines come to, unset for nothing.
func (r *ratChain) value(c money.Currency) explain.Value {
	if r.before == nil || r.before.Sign() == 0 {
		return explain.Value{}
	}
	return explain.Exact(r.before.Num(), r.before.Denom(), c.String())
}

// add returns the rounded part of the next amount, in least units.
func (r *ratChain) add(exact *big.Rat, rounder money.Rounder, c money.Currency) (int64, error) {
	sum := new(big.Rat).Set(exact)
	if r.before != nil {
		sum.Add(sum, r.before)
	}
	total, err := roundRat(sum, rounder, c)
	minor := total - r.charged
	r.before, r.charged = sum, total
	return minor, err
}

// roundRat rounds an amount of money, in least units.
func roundRat(x *big.Rat, rounder money.Rounder, c money.Currency) (int64, error) {
	scale := new(big.Rat).SetInt(new(big.Int).SetUint64(pow10(c.Digits())))
	return rounder.Rat(scale.Mul(scale, x))
}

// times returns result × price × days ÷ of × factor.
func (f *Formula) times(result *big.Rat, c money.Currency) *big.Rat {
	out := new(big.Rat).Mul(result, big.NewRat(f.Factor.Micro(), one))
	if f.Working.Unit != c.String() {
		out.Mul(out, big.NewRat(f.Price.Micro(), one))
	}
	return out.Mul(out, new(big.Rat).SetFrac(new(big.Int).SetUint64(uint64(f.Days)), new(big.Int).SetUint64(uint64(f.Of))))
}

// exact works the line's exact amount out again.
func (f *Formula) exact(c money.Currency) (*big.Rat, error) {
	result, err := f.Working.value()
	if err != nil {
		return nil, err
	}
	if f.Of == 0 || result.Sign() < 0 {
		return nil, invalid.Value(ErrFormulaNegative, f.Working.Text, result.RatString(), "")
	}
	return f.times(result, c), nil
}

// amount returns the line's part of the rounded charge, in least units.
func (f *Formula) amount(rounder money.Rounder, c money.Currency) (int64, error) {
	exact, err := f.exact(c)
	if err != nil {
		return 0, err
	}
	before := new(big.Rat)
	if f.Before != (explain.Value{}) {
		var ok bool
		if before, ok = explain.Number(f.Before.Text); !ok || f.Before.Unit != c.String() {
			return 0, invalid.Value(ErrLineChain, f.Before.Text, c.String())
		}
	}
	charged, err1 := roundRat(before, rounder, c)
	total, err2 := roundRat(exact.Add(exact, before), rounder, c)
	if err1 != nil {
		return 0, err1
	}
	return total - charged, err2
}
