package billing

import (
	"strconv"

	"github.com/wuyekit/wuye/property"
	"github.com/wuyekit/wuye/property/civil"
	"github.com/wuyekit/wuye/property/invalid"
	"github.com/wuyekit/wuye/property/money"
	"github.com/wuyekit/wuye/property/policy"
)

// maxMonths bounds one run.
const maxMonths = 120

// Run is a prepared billing run: immutable, pure, safe to share between goroutines.
type Run struct {
	reg      *property.Register
	book     Book
	facts    Facts
	period   civil.Period
	months   []civil.Period
	tariffs  []tariff
	classes  int // of payers
	holds    map[property.Ref]string
	currency money.Currency
	nothing  money.Amount // 0 of the currency
}

// Prepare compiles a run over one or several whole calendar months.
//
// Errors: an [*invalid.Error] listing every problem of the book, the facts and of both
// against the register: names the estate does not have, prices that do not fit, days
// without a tax rate.
func Prepare(reg *property.Register, book Book, facts Facts, period civil.Period) (*Run, error) {
	var l invalid.List
	if reg == nil {
		l.At("register").Add(invalid.ErrRequired, "register")
	}
	book, facts = deepCopy(book), deepCopy(facts)
	l.Enter("book")
	book.Check(&l)
	l.Leave()
	l.Enter("facts")
	facts.Check(&l)
	l.Leave()
	months := monthsOf(&l, period)
	if err := l.Err("billing run"); err != nil {
		return nil, err // the rest builds on these
	}
	policies, err := policy.Compile(facts.Policies)
	l.Take(err)
	run := &Run{reg: reg, book: book, facts: facts, period: period, months: months, currency: book.Currency, nothing: money.New(0, book.Currency)}
	run.holds = run.heldUnits(&l)
	l.Enter("book")
	l.Enter("tariffs")
	for _, i := range book.inForce() {
		l.EnterIndex(i)
		run.tariffs = append(run.tariffs, run.compile(&l, book.Tariffs[i], policies))
		run.classify()
		l.Leave()
	}
	l.Leave()
	l.Leave()
	if err := l.Err("billing run"); err != nil {
		return nil, err
	}
	return run, nil
}

// monthsOf cuts the period into its calendar months.
func monthsOf(l *invalid.List, p civil.Period) []civil.Period {
	n := p.Months()
	if n < 1 || n > maxMonths {
		l.At("period").Add(ErrPeriod, p.String(), strconv.Itoa(maxMonths))
		return nil
	}
	out := make([]civil.Period, n)
	for i := range out {
		start := p.Start.AddMonths(i)
		out[i] = civil.Period{Start: start, End: start.NextMonth()}
	}
	return out
}

func (run *Run) heldUnits(l *invalid.List) map[property.Ref]string {
	out := map[property.Ref]string{}
	for i, h := range run.facts.Holds {
		u, ok := run.reg.Find(h.Unit)
		if !ok {
			l.At("facts", "holds", i, "unit").Add(ErrNoUnit, h.Unit)
			continue
		}
		out[u] = h.Reason
	}
	return out
}
