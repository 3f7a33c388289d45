package billing

import (
	"strconv"

	"github.com/wuyekit/wuye/billing/formula"
	"github.com/wuyekit/wuye/property/explain"
	"github.com/wuyekit/wuye/property/invalid"
	"github.com/wuyekit/wuye/property/measure"
	"github.com/wuyekit/wuye/property/money"
)

// FormulaBasis charges what a formula comes to for a unit and month (公式), such as "T/F*R*P". Its
// names are those of [formula.Standard] and its own:
//
//   - R the unit's area on each day; U, F and C the areas of its entrance, building and community, D
//     and L the units of its entrance and building, as on the first day of the month (of a weight on
//     the last day of the cost), parking spaces and yards left out; every other unit must have its
//     area;
//   - P the tariff's price; N the persons of the unit, from the [Headcount] facts;
//   - T the total usage, X a coefficient, H the height of a storey and the formula's own names, from the
//     [Value] facts.
//
// A formula that comes to a usage is multiplied with the tariff's price; one that comes to money
// without P has no prices. A result below zero holds the unit.
type FormulaBasis struct {
	// Text is the formula.
	Text string `json:"text"`
	// Usage is the unit of T. Unset: kWh.
	Usage measure.Unit `json:"usage,omitzero"`
	// Of is which areas count. Unset: the gross floor areas.
	Of AreaKind `json:"of,omitzero"`
	// Names are names of values beside the standard ones.
	Names []FormulaName `json:"names,omitempty"`
}

// FormulaName declares a name of a formula.
type FormulaName struct {
	// Name is the name.
	Name string `json:"name"`
	// Unit is the unit of its value, "CNY"; empty for a plain number.
	Unit string `json:"unit,omitempty"`
}

// usageUnit returns the unit of T.
func (f FormulaBasis) usageUnit() string {
	if f.Usage.IsZero() {
		return "kWh"
	}
	return f.Usage.String()
}

// variables returns what the formula may name.
func (f FormulaBasis) variables(c money.Currency) []formula.Variable {
	out := formula.Standard(f.usageUnit(), c.String())
	for _, n := range f.Names {
		out = append(out, formula.Variable{Name: n.Name, Unit: n.Unit})
	}
	return out
}

// parse reads the formula of a charge: it comes to a usage or to money.
func (f FormulaBasis) parse(c money.Currency) (*formula.Formula, error) {
	return formula.Parse(f.Text, f.variables(c), f.usageUnit(), c.String())
}

// parseWeight reads the formula of a weight: it comes to anything.
func (f FormulaBasis) parseWeight(c money.Currency) (*formula.Formula, error) {
	return formula.Parse(f.Text, f.variables(c), f.usageUnit(), "m2", "", c.String())
}

// hasPrices reports whether the tariff's price counts: in the formula, or as that of the usage it
// comes to.
func (f FormulaBasis) hasPrices(c money.Currency) bool {
	parsed, err := f.parse(c)
	return err != nil || parsed.Unit() != c.String() || uses(parsed, "P")
}

func uses(f *formula.Formula, name string) bool {
	for _, used := range f.Uses() {
		if used == name {
			return true
		}
	}
	return false
}

func (f FormulaBasis) check(l *invalid.List) {
	areaKindWords().Check(l, "of", uint8(f.Of))
	if f.Text == "" {
		l.At("text").Add(invalid.ErrRequired, "text")
	}
	for i, n := range f.Names {
		if !isValueName(n.Name) {
			l.At("names", i, "name").Add(ErrValueName, strconv.Quote(n.Name))
		}
	}
}

// checkFormulas reports formulas that cannot be read. They need the book's currency.
func (t Tariff) checkFormulas(l *invalid.List, c money.Currency) {
	if f := t.Basis.Formula; f != nil && f.Text != "" {
		_, err := f.parse(c)
		l.At("basis", "formula", "text").Take(err)
	}
	if t.Basis.Shared == nil {
		return
	}
	for i, w := range t.Basis.Shared.Weights {
		if f := w.By.Formula; f != nil && f.Text != "" {
			parsed, err := f.parseWeight(c)
			at := l.At("basis", "shared", "weights", i, "by", "formula", "text")
			if at.Take(err); err == nil && uses(parsed, "P") {
				at.Add(ErrWeightPrice)
			}
		}
	}
}

// Formula is what a formula comes to: result × price × days ÷ of × factor, the price where the result
// is a usage.
type Formula struct {
	// Working is the formula with what its names stood for.
	Working Working `json:"working"`
	// Price is the price of the usage the formula comes to; unset where it comes to money.
	Price money.Price `json:"price,omitzero"`
	// Days ÷ Of is the part of the month charged, as in a [Product].
	Days uint32 `json:"days"`
	Of   uint32 `json:"of"`
	// Factor is what remains after reliefs, 1 for all.
	Factor money.Rate `json:"factor"`
	// Source is the document the price stands in.
	Source string `json:"source,omitempty"`
	// Before is the exact sum of the charge's earlier lines.
	Before explain.Value `json:"before,omitzero"`
}

// Working is a formula with what its names stood for.
type Working struct {
	// Text is the formula in its normal form.
	Text string `json:"text"`
	// Unit is the unit of the result.
	Unit string `json:"unit,omitempty"`
	// Bindings are what its names stood for, in the order of the formula.
	Bindings []Binding `json:"bindings"`
}

// Binding is a name of a formula with its value.
type Binding struct {
	Name string `json:"name"`
	// Value is the value, with its unit.
	Value explain.Value `json:"value"`
	// Source is the document the value stands in.
	Source string `json:"source,omitempty"`
}
