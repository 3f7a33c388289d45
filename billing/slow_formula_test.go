package billing_test

import (
	"fmt"
	"math/big"
	"slices"
	"strings"

	"github.com/wuyekit/wuye/billing"
	"github.com/wuyekit/wuye/property"
	"github.com/wuyekit/wuye/property/civil"
)

// slowFormula is a formula with what it comes to, worked out by hand.
type slowFormula struct {
	text  string // $ stands for the currency, # for the unit of usages
	money bool
	names []billing.FormulaName // beside the standard ones; $ as well
	value func(v func(name string) *big.Rat) *big.Rat
}

func (f slowFormula) in(s slow, usage string) string {
	return strings.NewReplacer("$", s.book.Currency.String(), "#", usage).Replace(f.text)
}

// priced reports whether the formula names the price.
func (f slowFormula) priced() bool { return strings.Contains(f.text, "*P") }

func mul(x, y *big.Rat) *big.Rat { return new(big.Rat).Mul(x, y) }
func add(x, y *big.Rat) *big.Rat { return new(big.Rat).Add(x, y) }
func sub(x, y *big.Rat) *big.Rat { return new(big.Rat).Sub(x, y) }

// quo divides.
func quo(x, y *big.Rat) *big.Rat {
	if y.Sign() == 0 {
		panic(noValue{})
	}
	return new(big.Rat).Quo(x, y)
}

// noValue is thrown where a formula cannot be worked out.
type noValue struct{}

func slowFormulas() []slowFormula {
	type vars = func(name string) *big.Rat
	surcharge := []billing.FormulaName{{Name: "附加费", Unit: "$"}}
	return []slowFormula{
		{text: "T/F*R*P", money: true, value: func(v vars) *big.Rat { return mul(mul(quo(v("T"), v("F")), v("R")), v("P")) }},
		{text: "T/F*R", value: func(v vars) *big.Rat { return mul(quo(v("T"), v("F")), v("R")) }},
		{text: "（总用量÷单元面积）×房屋面积", value: func(v vars) *big.Rat { return mul(quo(v("T"), v("U")), v("R")) }},
		{text: "R*2.6+100", money: true, value: func(v vars) *big.Rat { return add(mul(v("R"), big.NewRat(26, 10)), big.NewRat(100, 1)) }},
		{text: "max(T-100,0)/L", value: func(v vars) *big.Rat {
			x := sub(v("T"), big.NewRat(100, 1))
			if x.Sign() < 0 {
				x.SetInt64(0)
			}
			return quo(x, v("L"))
		}},
		{text: "t/d*x", value: func(v vars) *big.Rat { return mul(quo(v("T"), v("D")), v("X")) }},
		{text: "(T/(C/R))*X", value: func(v vars) *big.Rat { return mul(quo(v("T"), quo(v("C"), v("R"))), v("X")) }},
		{text: "T*1.05/F*R*P + 附加费", money: true, names: surcharge, value: func(v vars) *big.Rat {
			return add(mul(mul(quo(mul(v("T"), big.NewRat(105, 100)), v("F")), v("R")), v("P")), v("附加费"))
		}},
		{text: "N*per", money: true, names: []billing.FormulaName{{Name: "per", Unit: "$"}}, value: func(v vars) *big.Rat { return mul(v("N"), v("per")) }},
		{text: "T-100", value: func(v vars) *big.Rat { return sub(v("T"), big.NewRat(100, 1)) }},
		{text: "T/(N-1)", value: func(v vars) *big.Rat { return quo(v("T"), sub(v("N"), big.NewRat(1, 1))) }},
		{text: "H*R*1.5", money: true, value: func(v vars) *big.Rat { return mul(mul(v("H"), v("R")), big.NewRat(15, 10)) }},
		{text: "5%*T + min(X, 2)*3#", value: func(v vars) *big.Rat {
			x := v("X")
			if two := big.NewRat(2, 1); x.Cmp(two) > 0 {
				x = two
			}
			return add(mul(v("T"), big.NewRat(5, 100)), mul(x, big.NewRat(3, 1)))
		}},
	}
}

// formula works a formula out for a unit on a day; false where it cannot be.
func (s slowSharing) formula(basis billing.FormulaBasis, u property.Unit, on civil.Date, month civil.Period, areasOn civil.Date, price *big.Rat) (v *big.Rat, ok bool) {
	usage := "kWh"
	if !basis.Usage.IsZero() {
		usage = basis.Usage.String()
	}
	i := slices.IndexFunc(slowFormulas(), func(f slowFormula) bool { return f.in(s.slow, usage) == basis.Text })
	defer func() {
		if r := recover(); r != nil {
			if _, expected := r.(noValue); !expected {
				panic(r)
			}
			v, ok = nil, false
		}
	}()
	return slowFormulas()[i].value(func(name string) *big.Rat { return s.bound(basis, usage, name, u, on, month, areasOn, price) }), true
}

// bound returns what a name stands for.
func (s slowSharing) bound(basis billing.FormulaBasis, usage, name string, u property.Unit, on civil.Date, month civil.Period, areasOn civil.Date, price *big.Rat) *big.Rat {
	sum := func(same func(o property.Unit) bool) (area, units *big.Rat) {
		missing := false
		area, units = new(big.Rat), new(big.Rat)
		for _, o := range s.estate.Units {
			if same(o) {
				if o.Use == property.Parking || o.Use == property.Yard {
					continue
				}
				own := s.areaOn(o, basis.Of, areasOn)
				if own.Sign() == 0 {
					missing = true
				}
				area.Add(area, own)
				units.Add(units, big.NewRat(1, 1))
			}
		}
		if missing {
			return new(big.Rat), units // an area that is not known is not nothing
		}
		return area, units
	}
	building := func(o property.Unit) bool { return o.Building == u.Building }
	entrance := func(o property.Unit) bool { return building(o) && o.Entrance == u.Entrance }
	known := func(x *big.Rat, ok bool) *big.Rat {
		if !ok {
			panic(noValue{})
		}
		return x
	}
	area := func(x, _ *big.Rat) *big.Rat { return known(x, x.Sign() > 0) }
	switch name {
	case "R":
		return area(s.areaOn(u, basis.Of, on), nil)
	case "F":
		return area(sum(building))
	case "U":
		return area(sum(entrance))
	case "C":
		return area(sum(func(property.Unit) bool { return true }))
	case "L":
		_, n := sum(building)
		return n
	case "D":
		_, n := sum(entrance)
		return n
	case "P":
		return price
	case "N":
		return known(s.persons(u, on))
	}
	unit := map[string]string{"T": usage, "H": "m", "X": ""}[name]
	for _, n := range basis.Names {
		if n.Name == name {
			unit = n.Unit
		}
	}
	v, ok := s.value(u, name, on)
	if ok && v.Meter != "" {
		i := slices.IndexFunc(s.used, func(m evenMeter) bool { return m.code == v.Meter })
		return known(big.NewRat(s.used[i].daily*int64(month.Days()), 10_000), unit == "kWh")
	}
	if !ok || v.Number.Unit().String() != unit {
		panic(noValue{})
	}
	return v.Number.Decimal().Rat()
}

// formulaLines returns the unit's lines of a tariff by formula; false where a day cannot be charged.
func (s slowSharing) formulaLines(w slowUnit, t billing.Tariff) ([]slowLine, bool) {
	if t.Basis.Formula == nil || !s.has(t.AppliesTo, w.unit) {
		return nil, true
	}
	inMoney := false
	for _, f := range slowFormulas() {
		usage := "kWh"
		if !t.Basis.Formula.Usage.IsZero() {
			usage = t.Basis.Formula.Usage.String()
		}
		inMoney = inMoney || f.money && f.in(s.slow, usage) == t.Basis.Formula.Text
	}
	plain := t
	plain.Basis = billing.Basis{Fixed: &billing.FixedBasis{}}
	if len(t.Prices) == 0 {
		plain.Prices = history(entry("", "", rate("1")))
	}
	var lines []slowLine
	for _, m := range w.months(plain) {
		charge, ok := s.formulaCharge(w, plain, *t.Basis.Formula, inMoney, m)
		if !ok {
			return nil, false
		}
		lines = append(lines, charge...)
	}
	return lines, true
}

// formulaCharge is the charge of one month: the formula of each day times its price.
func (s slowSharing) formulaCharge(w slowUnit, t billing.Tariff, basis billing.FormulaBasis, inMoney bool, m slowMonth) ([]slowLine, bool) {
	days := make([]slowDay, m.end-m.start)
	for i := range days {
		on := m.start.AddDays(i)
		d, ok := w.day(t, m, on)
		if ok && d.charged {
			var v *big.Rat
			if v, ok = s.formula(basis, w.unit, on, civil.Period{Start: m.start, End: m.end}, m.start, ratOf(d.price)); ok && v.Sign() < 0 {
				ok = false
			}
			if ok {
				d.quantity = v.RatString()
				d.steps += s.bindings(w, basis, on, civil.Period{Start: m.start, End: m.end}, d.price)
				if inMoney {
					d.steps += " at " + d.price
					d.price = "1"
				}
			}
		}
		if !ok {
			return nil, false
		}
		days[i] = d
	}
	var lines []slowLine
	sum, charged := new(big.Rat), new(big.Int)
	for _, p := range w.parts(t, m, days) {
		part := mul(mul(mul(ratOf(p.day.quantity), ratOf(p.day.price)), ratOf(p.day.factor)), p.part)
		sum.Add(sum, part)
		total := w.round(sum, t.Rounding)
		l := slowLine{
			tariff: t.Code, month: m, start: m.start.AddDays(p.first), last: m.start.AddDays(p.last), payer: p.day.payer,
			liable: p.day.liable, exact: w.inLeastUnits(part), amount: new(big.Int).Sub(total, charged),
		}
		charged = total
		l.taxed(t.Tax, ratOf(p.day.rate))
		lines = append(lines, l)
	}
	return lines, true
}

// bindings writes what the names of a formula stand for on a day: where one changes, a line begins.
func (s slowSharing) bindings(w slowUnit, basis billing.FormulaBasis, on civil.Date, month civil.Period, price string) string {
	usage := "kWh"
	if !basis.Usage.IsZero() {
		usage = basis.Usage.String()
	}
	i := slices.IndexFunc(slowFormulas(), func(f slowFormula) bool { return f.in(s.slow, usage) == basis.Text })
	var b strings.Builder
	slowFormulas()[i].value(func(name string) *big.Rat {
		x := s.bound(basis, usage, name, w.unit, on, month, month.Start, ratOf(price))
		fmt.Fprintf(&b, " %s=%s", name, x.RatString())
		return x
	})
	return b.String()
}
