package billing

import (
	"strconv"

	"github.com/shopspring/decimal"

	"github.com/wuyekit/wuye/property"
	"github.com/wuyekit/wuye/property/invalid"
	"github.com/wuyekit/wuye/property/measure"
	"github.com/wuyekit/wuye/property/money"
)

// SharedBasis charges each unit its share of the run's costs that name the tariff (公摊): of
// every [Cost] for the units of its scope. Vacant and unsold units share; who pays for them is the
// tariff's payer, the developer for what is not handed over. The shares of a cost add up to it.
//
// Source: Civil Code art. 283: as agreed, else by area.
type SharedBasis struct {
	// Weights are by what costs are shared: one, or several whose parts add up to 1. Unset: by
	// gross floor area.
	Weights []ShareWeight `json:"weights,omitempty"`
	// Remainder is who takes what rounding leaves over. Unset: the largest remainders.
	Remainder RemainderRule `json:"remainder,omitzero"`
}

// ShareWeight is what a part of a cost is shared by.
type ShareWeight struct {
	// Part is the part of the cost, 0.5 for half. Unset: all of it.
	Part decimal.Decimal `json:"part,omitzero"`
	// By is the weight of a unit.
	By ShareBy `json:"by"`
}

// ShareBy is the weight of a unit in a shared cost (分摊依据), as on the last day of the cost's
// period; exactly one is set.
type ShareBy struct {
	Area        *AreaBasis        `json:"area,omitempty"`
	Household   *HouseholdShare   `json:"household,omitempty"`
	Usage       *UsageShare       `json:"usage,omitempty"`
	Headcount   *HeadcountShare   `json:"headcount,omitempty"`
	Floor       *FloorShare       `json:"floor,omitempty"`
	Coefficient *CoefficientShare `json:"coefficient,omitempty"`
	// Formula is in whatever unit: only the ratio of the weights counts.
	Formula *FormulaBasis `json:"formula,omitempty"`
}

// Kind returns the JSON name of the weight, "" unless exactly one is set.
func (b ShareBy) Kind() string { var l invalid.List; return invalid.OneOf(&l, b) }

// HouseholdShare gives every unit the weight 1 (按户).
type HouseholdShare struct{}

// UsageShare weighs a unit by the usage of its own meters in the cost's period (按用量); a unit
// without one has the weight 0.
type UsageShare struct {
	// Meters is the kind of the meters.
	Meters string `json:"meters"`
}

// HeadcountShare weighs a unit by its persons (按人数), from the [Headcount] facts; a vacant unit
// without one has the weight 0.
type HeadcountShare struct{}

// FloorShare weighs a unit by its floor (楼层系数), as lifts are.
type FloorShare struct {
	Floors []FloorWeight `json:"floors"`
}

// FloorWeight is the weight of a range of floors.
type FloorWeight struct {
	// Floors are the floors, both ends included.
	Floors property.FloorRange `json:"floors"`
	// Weight is the weight, at most four decimals; 0 for floors that do not share.
	Weight decimal.Decimal `json:"weight"`
}

// CoefficientShare weighs a unit by a number of its own (系数), from the [Value] facts.
type CoefficientShare struct {
	// Name is the name of the value. Unset: X.
	Name string `json:"name,omitempty"`
}

// RemainderRule says who takes what rounding the shares leaves over (尾差); zero means the largest
// remainders.
type RemainderRule uint8

// Remainder rules.
const (
	// LargestRemainder cuts every share to whole fen and gives the fen left over one each to the
	// largest remainders, the smaller unit code first (最大余数法).
	LargestRemainder RemainderRule = iota + 1
	// LastUnit rounds every share half up; the last unit that has a share takes the difference (尾差挂末户).
	LastUnit
	// LargestWeight rounds every share half up; the unit of the largest weight, the smaller code
	// first, takes the difference (尾差挂面积最大户).
	LargestWeight
	// Absorbed cuts every share to whole fen; what is left over is charged to nobody (公司承担尾差).
	Absorbed
)

func remainderWords() invalid.Words {
	return invalid.Words{"largestRemainder", "lastUnit", "largestWeight", "absorbed"}
}

// String returns the word of the rule.
func (r RemainderRule) String() string { return remainderWords().Of("RemainderRule", uint8(r)) }

// MarshalText returns the word of the rule.
func (r RemainderRule) MarshalText() ([]byte, error) { return remainderWords().Marshal(uint8(r)) }

// UnmarshalText reads the word of a rule.
func (r *RemainderRule) UnmarshalText(text []byte) error {
	return remainderWords().Unmarshal(text, (*uint8)(r))
}

// weights returns the weights, said or not, each with its part.
func (s SharedBasis) weights() []ShareWeight {
	if len(s.Weights) == 0 {
		return []ShareWeight{{Part: decimal.NewFromInt(1), By: ShareBy{Area: &AreaBasis{}}}}
	}
	out := make([]ShareWeight, len(s.Weights))
	for i, w := range s.Weights {
		if out[i] = w; len(s.Weights) == 1 && w.Part.IsZero() {
			out[i].Part = decimal.NewFromInt(1)
		}
	}
	return out
}

func (s SharedBasis) check(l *invalid.List) {
	l.Enter("shared")
	defer l.Leave()
	remainderWords().Check(l, "remainder", uint8(s.Remainder))
	sum := int64(0)
	l.Enter("weights")
	for i, w := range s.weights() {
		l.EnterIndex(i)
		part, err := money.RateOf(w.Part)
		if err != nil || part.Micro() <= 0 {
			l.At("part").Add(ErrFactor, w.Part.String())
		}
		sum += part.Micro()
		l.Enter("by")
		w.By.check(l)
		l.Leave()
		l.Leave()
	}
	if sum != one {
		l.Add(ErrShareParts, decimal.New(sum, -6).String())
	}
	l.Leave()
}

func (b ShareBy) check(l *invalid.List) {
	kind := invalid.OneOf(l, b)
	if kind == "" {
		return
	}
	l.Enter(kind)
	defer l.Leave()
	switch {
	case b.Area != nil:
		areaKindWords().Check(l, "of", uint8(b.Area.Of))
	case b.Usage != nil && !property.IsCode(b.Usage.Meters):
		l.At("meters").Add(ErrMeterKind, strconv.Quote(b.Usage.Meters))
	case b.Floor != nil:
		b.Floor.check(l)
	case b.Coefficient != nil && !isValueName(b.Coefficient.name()):
		l.At("name").Add(ErrValueName, strconv.Quote(b.Coefficient.Name))
	case b.Formula != nil:
		b.Formula.check(l)
	}
}

// name returns the name of the value.
func (c CoefficientShare) name() string {
	if c.Name == "" {
		return "X"
	}
	return c.Name
}

func (f FloorShare) check(l *invalid.List) {
	if len(f.Floors) == 0 {
		l.At("floors").Add(invalid.ErrRequired, "floors")
	}
	l.Enter("floors")
	defer l.Leave()
	for i, w := range f.Floors {
		l.EnterIndex(i)
		l.Enter("floors")
		w.Floors.Check(l)
		l.Leave()
		if i > 0 && w.Floors.From <= f.Floors[i-1].Floors.To {
			l.At("floors").Add(ErrFloorOrder)
		}
		if _, ok := weightOf(w.Weight); !ok {
			l.At("weight").Add(ErrWeight, w.Weight.String())
		}
		l.Leave()
	}
}

// at returns the weight of a floor in ten-thousandths.
func (f FloorShare) at(floor int) (uint64, bool) {
	for _, w := range f.Floors {
		if w.Floors.Contains(floor) {
			n, ok := weightOf(w.Weight)
			return n, ok
		}
	}
	return 0, false
}

// weightOf returns a weight in ten-thousandths; false if it is negative, finer or too large.
func weightOf(d decimal.Decimal) (uint64, bool) {
	q, err := measure.QuantityOf(d, measure.Unit{})
	if err != nil || q.Units() < 0 || q.Units() > 1<<53 {
		return 0, false
	}
	return uint64(q.Units()), true
}
