package billing

import (
	"slices"
	"strconv"
	"strings"

	"github.com/wuyekit/wuye/billing/meter"
	"github.com/wuyekit/wuye/property"
	"github.com/wuyekit/wuye/property/civil"
	"github.com/wuyekit/wuye/property/invalid"
	"github.com/wuyekit/wuye/property/measure"
	"github.com/wuyekit/wuye/property/money"
	"github.com/wuyekit/wuye/property/policy"
)

// maxMonths bounds one run.
const maxMonths = 120

// Run is a prepared billing run: immutable, pure, safe to share between goroutines.
type Run struct {
	reg     *property.Register
	book    Book
	facts   Facts
	period  civil.Period
	months  []civil.Period // every charge month of a tariff, each once
	tariffs []tariff       // each after those it takes a part of
	work    [][]work       // by month
	classes int            // of payers
	holds   map[property.Ref]string
	about   map[property.Ref]*about
	totals  *totals
	inOrder bool // lines come by tariff and start as they are made
	// unregistered: some tariff relieves vacancies that the register shows.
	unregistered bool
	log          *meter.Log
	kinds        map[string]measure.Unit // what meters of a kind measure in
	metereds     []*metered
	costs        []*sharedCost
	members      []memberOf // of units in costs
	memberAt     []int32    // where those of each unit begin; nil: nothing is shared
	headcounts   map[property.Ref]civil.History[int]
	terms        map[unitTariff][]leaseTerms
	values       valueTable
	readUntil    civil.Date           // readings from that day on are not read
	holdsCosts   bool                 // some cost is held
	readsOthers  bool                 // a bill depends on units that are not charged
	fromStart    []fromStart          // tariffs whose months begin with each tenancy
	monthNo      map[civil.Period]int // positions in months
	currency     money.Currency
	nothing      money.Amount // 0 of the currency
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
	book, facts = deepCopy(book), facts.clone()
	l.Enter("book")
	book.Check(&l)
	l.Leave()
	l.Enter("facts")
	facts.Check(&l)
	l.Leave()
	if n := period.Months(); n < 1 || n > maxMonths {
		l.At("period").Add(ErrPeriod, period.String(), strconv.Itoa(maxMonths))
	}
	if err := l.Err("billing run"); err != nil {
		return nil, err // the rest builds on these
	}
	policies, err := policy.Compile(facts.Policies)
	l.Take(err)
	run := &Run{reg: reg, book: book, facts: facts, period: period, readUntil: period.End, currency: book.Currency, nothing: money.New(0, book.Currency), monthNo: map[civil.Period]int{}}
	run.holds = run.heldUnits(&l)
	run.aboutUnits(&l, policies)
	if run.compileMeters(&l); run.log == nil {
		return nil, l.Err("billing run") // the rest reads them
	}
	run.compileQuantities(&l)
	l.Enter("book")
	run.totals = run.compileTotals(&l)
	l.Enter("tariffs")
	for _, i := range book.inOrder() {
		l.EnterIndex(i)
		for _, c := range run.compile(&l, book.Tariffs[i], policies) {
			run.tariffs = append(run.tariffs, c)
			run.unregistered = run.unregistered || c.vacancy != nil && c.vacancy.Unregistered
			run.classify()
		}
		l.Leave()
	}
	l.Leave()
	l.Leave()
	run.compileCosts(&l, policies)
	if err := l.Err("billing run"); err != nil {
		return nil, err
	}
	run.cutForPercents()
	run.setWork()
	run.inOrder = len(run.months) <= 1 && len(run.metereds)+len(run.costs) == 0 && slices.IsSortedFunc(run.tariffs, func(a, b tariff) int {
		return strings.Compare(a.code, b.code)
	})
	return run, nil
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
