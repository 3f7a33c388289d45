package billing

import (
	"cmp"
	"math/big"
	"math/bits"

	"github.com/wuyekit/wuye/property"
	"github.com/wuyekit/wuye/property/civil"
	"github.com/wuyekit/wuye/property/explain"
	"github.com/wuyekit/wuye/property/invalid"
	"github.com/wuyekit/wuye/property/measure"
	"github.com/wuyekit/wuye/property/money"
)

// weights are the weights of a cost's members in one part of it: whole ten-thousandths of the unit,
// or the results of a formula.
type weights struct {
	by     string
	part   money.Rate
	unit   string
	ints   []uint64
	sumInt uint64
	small  bool // the sum fits sumInt
	rats   []*big.Rat
	sum    *big.Rat
	of     explain.Value // the sum, for lines
	worked []*Working    // of a formula
}

// setWeights computes the weights of every member and reports those that have none.
func (run *Run) setWeights(l *invalid.List, c *sharedCost, basis *SharedBasis) {
	on, before := c.Period.Last(), l.Len()
	for _, w := range basis.weights() {
		part, err := money.RateOf(w.Part)
		l.Take(err)
		column := weights{by: w.By.Kind(), part: part}
		if f := w.By.Formula; f != nil {
			run.formulaWeights(l, c, *f, &column)
		} else {
			weigh, unit := run.weigher(c, w.By)
			column.unit = unit
			column.ints = make([]uint64, len(c.members))
			for i, u := range c.members {
				n, err := weigh(u, on)
				if column.ints[i] = n; err != nil && w.By.Usage != nil {
					c.hold(err, "usage", run.reg.Code(u))
				} else {
					l.Take(err)
				}
			}
		}
		if column.add(); column.sum.Sign() == 0 && c.held == nil && l.Len() == before {
			l.Add(ErrNoWeights, c.Code, column.by)
		}
		c.weights = append(c.weights, column)
	}
}

// weigher returns what weighs a unit, in ten-thousandths, and the unit of the weight.
func (run *Run) weigher(c *sharedCost, by ShareBy) (weigh func(u property.Ref, on civil.Date) (uint64, error), unit string) {
	switch {
	case by.Usage != nil:
		return func(u property.Ref, _ civil.Date) (uint64, error) {
			return run.usageWeight(u, by.Usage.Meters, c.Period)
		}, run.unitOfKind(by.Usage.Meters)
	case by.Headcount != nil:
		return run.headcountWeight, "person"
	case by.Floor != nil:
		return func(u property.Ref, _ civil.Date) (uint64, error) {
			n, ok := by.Floor.at(run.reg.Floor(u))
			if !ok {
				return 0, invalid.Value(ErrNoFloorWeight, run.reg.Code(u))
			}
			return n, nil
		}, ""
	case by.Coefficient != nil:
		return func(u property.Ref, on civil.Date) (uint64, error) {
			return run.coefficientWeight(u, by.Coefficient.name(), on)
		}, ""
	case by.Household != nil:
		return func(property.Ref, civil.Date) (uint64, error) { return weightOne, nil }, "unit"
	}
	of := GrossArea
	if by.Area != nil {
		of = max(by.Area.Of, GrossArea)
	}
	return func(u property.Ref, on civil.Date) (uint64, error) { return run.areaWeight(u, of, on, c.Tariff) }, "m2"
}

// weightOne is the weight 1.
const weightOne = 10_000

func (run *Run) areaWeight(u property.Ref, of AreaKind, on civil.Date, tariff string) (uint64, error) {
	areas, known := run.reg.Areas(u, on)
	area, rule := areas.Gross, ErrShareArea
	if of == InternalArea {
		area, rule = areas.Internal, ErrShareInternalArea
	}
	if !known || area.IsZero() {
		return 0, invalid.Value(rule, run.reg.Code(u), on.String(), tariff)
	}
	return uint64(area.Quantity().Units()), nil
}

func (run *Run) headcountWeight(u property.Ref, on civil.Date) (uint64, error) {
	persons, known := run.persons(u, on)
	if !known && !run.reg.Vacant(u, on) {
		return 0, invalid.Value(ErrNoHeadcount, run.reg.Code(u), on.String())
	}
	return uint64(persons) * weightOne, nil
}

func (run *Run) coefficientWeight(u property.Ref, name string, on civil.Date) (uint64, error) {
	v, ok := run.values.at(u, canonicalName(name), on)
	if !ok {
		return 0, invalid.Value(ErrNoValue, run.reg.Code(u), name, on.String())
	}
	if v.meter >= 0 {
		return 0, invalid.Value(ErrMeterValue, run.reg.Code(u), name)
	}
	if !v.number.Unit().IsZero() {
		return 0, invalid.Value(ErrValueUnit, name, v.number.String(), "1")
	}
	if v.number.Sign() < 0 {
		return 0, invalid.Value(ErrNegativeValue, run.reg.Code(u), name, v.number.String())
	}
	return uint64(v.number.Units()), nil
}

// add sums the weights.
func (w *weights) add() {
	if w.rats != nil {
		w.sum = new(big.Rat)
		for _, r := range w.rats {
			w.sum.Add(w.sum, r)
		}
		w.of = explain.Exact(w.sum.Num(), w.sum.Denom(), w.unit)
		return
	}
	high := uint64(0)
	for _, n := range w.ints {
		next, carry := bits.Add64(w.sumInt, n, 0)
		w.sumInt, high = next, high+carry
	}
	w.small = high == 0
	sum := new(big.Int).SetUint64(high)
	sum.Lsh(sum, 64).Add(sum, new(big.Int).SetUint64(w.sumInt))
	w.sum = new(big.Rat).SetFrac(sum, big.NewInt(weightOne))
	w.of = explain.Exact(w.sum.Num(), w.sum.Denom(), w.unit)
}

// rat returns the i-th weight.
func (w *weights) rat(i int) *big.Rat {
	if w.rats != nil {
		return w.rats[i]
	}
	return new(big.Rat).SetFrac(new(big.Int).SetUint64(w.ints[i]), big.NewInt(weightOne))
}

// compare orders two weights.
func (w *weights) compare(i, k int) int {
	if w.rats != nil {
		return w.rats[i].Cmp(w.rats[k])
	}
	return cmp.Compare(w.ints[i], w.ints[k])
}

// mixed returns the members' parts of the whole cost, which add up to 1.
func mixed(columns []weights, members int) ([]*big.Rat, *big.Rat) {
	out := make([]*big.Rat, members)
	for i := range out {
		out[i] = new(big.Rat)
		for k := range columns {
			w := &columns[k]
			part := new(big.Rat).Quo(w.rat(i), w.sum)
			out[i].Add(out[i], part.Mul(part, big.NewRat(w.part.Micro(), one)))
		}
	}
	return out, big.NewRat(1, 1)
}

// weighted returns what lines say of the i-th weight.
func (w *weights) weighted(i int) Weighted {
	out := Weighted{By: w.by, Part: w.part, Of: w.of}
	if w.rats == nil {
		number := measure.NewQuantity(int64(w.ints[i]), measure.Unit{})
		out.Weight = explain.Value{Text: string(number.AppendNumber(nil)), Unit: w.unit}
		return out
	}
	out.Weight = explain.Exact(w.rats[i].Num(), w.rats[i].Denom(), w.unit)
	out.Formula = w.worked[i].clone()
	return out
}
