package billing

import (
	"cmp"
	"errors"
	"math/big"
	"slices"
	"strconv"

	"github.com/wuyekit/wuye/billing/formula"
	"github.com/wuyekit/wuye/property"
	"github.com/wuyekit/wuye/property/civil"
	"github.com/wuyekit/wuye/property/explain"
	"github.com/wuyekit/wuye/property/invalid"
	"github.com/wuyekit/wuye/property/measure"
	"github.com/wuyekit/wuye/property/money"
)

// worker works out a formula for units.
type worker struct {
	run     *Run
	parsed  *formula.Formula
	text    string
	of      AreaKind
	units   map[string]string // of the names
	sums    *areaSums
	month   civil.Period // whose usage T is
	areasOn civil.Date   // the day of F, U, C, L and D
	tariff  string
}

// worked is a formula worked out.
type worked struct {
	bindings []Binding
	value    *big.Rat // in money, a month's
}

// equal reports whether both came about in the same way.
func (w *worked) equal(o *worked) bool {
	if w == nil || o == nil {
		return w == o
	}
	return slices.Equal(w.bindings, o.bindings) && w.value.Cmp(o.value) == 0
}

// areaSums are the areas and units of buildings and entrances.
type areaSums struct {
	community areaSum
	buildings map[string]areaSum
	entrances map[[2]string]areaSum
}

// areaSum is the area of several units, in ten-thousandths, and how many they are.
type areaSum struct {
	area    uint64
	units   int
	missing string // a unit whose area is not known
}

// newWorker returns what works out a formula in a charge month.
func (run *Run) newWorker(parsed *formula.Formula, basis FormulaBasis, tariff string, month civil.Period, areasOn civil.Date) *worker {
	w := &worker{
		run: run, parsed: parsed, text: parsed.String(), of: max(basis.Of, GrossArea), units: map[string]string{}, month: month, tariff: tariff, areasOn: areasOn,
	}
	for _, v := range basis.variables(run.currency) {
		w.units[v.Name] = v.Unit
	}
	if slices.ContainsFunc(parsed.Uses(), func(name string) bool { return slices.Contains([]string{"F", "U", "C", "L", "D"}, name) }) {
		w.sums = run.areaSums(w.of, areasOn)
		run.readsOthers = true
	}
	return w
}

// areaSums adds up the areas of the whole register on a day.
func (run *Run) areaSums(of AreaKind, on civil.Date) *areaSums {
	out := &areaSums{buildings: map[string]areaSum{}, entrances: map[[2]string]areaSum{}}
	for u := range run.Len() {
		if use := run.reg.Use(u); use == property.Parking || use == property.Yard {
			continue
		}
		areas, known := run.reg.Areas(u, on)
		area := areas.Gross
		if of == InternalArea {
			area = areas.Internal
		}
		own := areaSum{area: uint64(area.Quantity().Units()), units: 1}
		if !known || area.IsZero() {
			own.missing = run.reg.Code(u)
		}
		building, entrance := run.reg.Building(u), [2]string{run.reg.Building(u), run.reg.Entrance(u)}
		out.community = out.community.plus(own)
		out.buildings[building] = out.buildings[building].plus(own)
		out.entrances[entrance] = out.entrances[entrance].plus(own)
	}
	return out
}

func (s areaSum) plus(o areaSum) areaSum {
	return areaSum{s.area + o.area, s.units + o.units, cmp.Or(s.missing, o.missing)}
}

// work works the formula out for a unit on a day, with the price in force; what is in the way is an
// error.
func (w *worker) work(u property.Ref, on civil.Date, price money.Price) (*worked, error) {
	out := &worked{}
	values := map[string]*big.Rat{}
	for _, name := range w.parsed.Uses() {
		v, source, err := w.value(u, name, on, price)
		if err != nil {
			return nil, err
		}
		r, ok := explain.Number(v.Text)
		if !ok {
			return nil, invalid.Value(ErrNoValue, w.run.reg.Code(u), name, on.String())
		}
		values[name] = r
		out.bindings = append(out.bindings, Binding{Name: name, Value: v, Source: source})
	}
	value, err := w.parsed.Value(func(name string) (*big.Rat, bool) { r, ok := values[name]; return r, ok })
	if err == nil && value.Sign() < 0 {
		err = invalid.Value(ErrFormulaNegative, w.text, explain.Exact(value.Num(), value.Denom(), "").Text, on.String())
	}
	if err != nil {
		return nil, w.placed(err, u, on)
	}
	out.value = value
	return out, nil
}

// placed returns an error that says of which tariff, unit and day it is, by its path.
func (w *worker) placed(err error, u property.Ref, on civil.Date) error {
	var l invalid.List
	l.At(w.tariff, w.run.reg.Code(u), on.String()).Take(err)
	return l.Err("formula " + w.text)
}

// value returns what a name stands for.
func (w *worker) value(u property.Ref, name string, on civil.Date, price money.Price) (v explain.Value, source string, err error) {
	reg := w.run.reg
	switch name {
	case "R":
		n, err := w.run.areaWeight(u, w.of, on, w.tariff)
		return areaValue(n), "", err
	case "F":
		return w.sumValue(w.sums.buildings[reg.Building(u)], name, u, on)
	case "U":
		return w.sumValue(w.sums.entrances[[2]string{reg.Building(u), reg.Entrance(u)}], name, u, on)
	case "C":
		return w.sumValue(w.sums.community, name, u, on)
	case "L":
		return explain.Decimal(strconv.Itoa(w.sums.buildings[reg.Building(u)].units), ""), "", nil
	case "D":
		return explain.Decimal(strconv.Itoa(w.sums.entrances[[2]string{reg.Building(u), reg.Entrance(u)}].units), ""), "", nil
	case "P":
		return explain.Decimal(price.String(), w.units["P"]), "", nil
	case "N":
		n, err := w.run.headcountWeight(u, on)
		return explain.Decimal(strconv.Itoa(int(n/weightOne)), ""), "", err
	}
	return w.factValue(u, name, on)
}

// factValue returns a value of the facts.
func (w *worker) factValue(u property.Ref, name string, on civil.Date) (explain.Value, string, error) {
	v, ok := w.run.values.at(u, name, on)
	if !ok {
		return explain.Value{}, "", invalid.Value(ErrNoValue, w.run.reg.Code(u), name, on.String())
	}
	number := v.number
	if v.meter >= 0 {
		var err error
		if number, err = w.run.usage(v.meter, w.month, knownFor(w.month)); err != nil {
			return explain.Value{}, "", readingError{w.placed(err, u, on)}
		}
	}
	if unit := number.Unit().String(); unit != w.units[name] {
		return explain.Value{}, "", invalid.Value(ErrValueUnit, name, number.String(), w.units[name])
	}
	return quantityValue(number), v.source, nil
}

// readingError is an error of what a meter shows.
type readingError struct{ error }

// Unwrap returns the error itself.
func (r readingError) Unwrap() error { return r.error }

func quantityValue(q measure.Quantity) explain.Value {
	return explain.Decimal(string(q.AppendNumber(nil)), q.Unit().String())
}

// areaValue is an area of ten-thousandths of a square metre.
func areaValue(n uint64) explain.Value {
	return explain.Exact(new(big.Int).SetUint64(n), big.NewInt(weightOne), "m2")
}

// sumValue is the area of several units; one that has none is an error.
func (w *worker) sumValue(s areaSum, name string, u property.Ref, on civil.Date) (explain.Value, string, error) {
	if s.missing != "" {
		rule := ErrShareArea
		if w.of == InternalArea {
			rule = ErrShareInternalArea
		}
		return explain.Value{}, "", invalid.Value(rule, s.missing, w.areasOn.String(), w.tariff)
	}
	if s.area == 0 {
		return explain.Value{}, "", invalid.Value(ErrNoValue, w.run.reg.Code(u), name, on.String())
	}
	return areaValue(s.area), "", nil
}

// workingOf returns what lines say of a formula worked out.
func (w *worker) workingOf(done *worked) Working {
	return Working{Text: w.text, Unit: w.parsed.Unit(), Bindings: done.bindings}
}

// formulaWeights works out the weights of a cost's members.
func (run *Run) formulaWeights(l *invalid.List, c *sharedCost, basis FormulaBasis, column *weights) {
	parsed, err := basis.parseWeight(run.currency)
	if err != nil {
		return // said of the tariff
	}
	w := run.newWorker(parsed, basis, c.Tariff, c.Period, c.Period.Last())
	column.unit = parsed.Unit()
	column.rats = make([]*big.Rat, len(c.members))
	column.worked = make([]*Working, len(c.members))
	for i, u := range c.members {
		done, err := w.work(u, c.Period.Last(), money.Price{})
		if reading := (readingError{}); errors.As(err, &reading) {
			c.hold(err, "weights", run.reg.Code(u))
		} else {
			l.Take(err)
		}
		if err != nil {
			column.rats[i] = new(big.Rat)
			continue
		}
		working := w.workingOf(done)
		column.rats[i], column.worked[i] = done.value, &working
	}
}

// clone returns a copy that shares nothing.
func (w *Working) clone() *Working {
	out := *w
	out.Bindings = slices.Clone(out.Bindings)
	return &out
}

// parse reads the formula of stored facts again.
func (w Working) parse() (*formula.Formula, error) {
	vars := make([]formula.Variable, len(w.Bindings))
	for i, b := range w.Bindings {
		vars[i] = formula.Variable{Name: b.Name, Unit: b.Value.Unit}
	}
	return formula.Parse(w.Text, vars, w.Unit)
}

// value works the formula out again from what its names stood for.
func (w Working) value() (*big.Rat, error) {
	parsed, err := w.parse()
	if err != nil {
		return nil, err
	}
	return parsed.Value(func(name string) (*big.Rat, bool) {
		for _, b := range w.Bindings {
			if b.Name == name {
				return explain.Number(b.Value.Text)
			}
		}
		return nil, false
	})
}

// why derives the result from what the names stood for.
func (w Working) why(label explain.Label) explain.Step {
	parsed, err := w.parse()
	if err != nil {
		return explain.Given(label, explain.Value{})
	}
	return parsed.Why(label, func(name string) (explain.Step, bool) {
		for _, b := range w.Bindings {
			if b.Name == name {
				return explain.Given(labelBinding, b.Value, b.Name).From(b.Source), true
			}
		}
		return explain.Step{}, false
	})
}

// verify checks that a formula comes to a stored value.
func (w *Working) verify(l *invalid.List, field string, want explain.Value) {
	value, err := w.value()
	if err != nil {
		l.At(field, "text").Take(err)
		return
	}
	have, ok := explain.Number(want.Text)
	if !ok || have.Cmp(value) != 0 || want.Unit != w.Unit {
		l.At(field).Add(ErrWeightFormula, want.Text, value.RatString())
	}
}
