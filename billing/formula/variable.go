package formula

import (
	"strconv"
	"unicode"

	"github.com/wuyekit/wuye/property/explain"
	"github.com/wuyekit/wuye/property/invalid"
)

// Variable is a name that a formula may use (变量).
type Variable struct {
	// Name is the name that normal forms write and values are asked for by: a letter, then letters,
	// digits and _. Latin letters are read in either case.
	Name string
	// Aliases are other names that mean the same: "总用量".
	Aliases []string
	// Unit is the unit of its value as package explain writes units, "CNY/kWh"; empty for a plain number.
	Unit string
	// Label says in words what it is. It may be empty.
	Label explain.Label
}

// Standard returns the names that formulas of shared costs use: T total usage (总用量), F, U, R and C the areas
// of building, entrance, unit and community, L and D the units of building and entrance, X the unit's
// coefficient, P the price, N the persons of the household, H the height of a storey.
//
// Units: usage is the unit of T, "kWh"; currency that of money, "CNY"; P is currency/usage, areas are
// in m2, H is in m, X, L, D and N are plain numbers.
func Standard(usage, currency string) []Variable {
	price := currency
	if usage != "" {
		price += "/" + usage
	}
	return []Variable{
		{Name: "T", Aliases: []string{"总用量", "总表用量", "用量"}, Unit: usage, Label: labelTotalUsage},
		{Name: "F", Aliases: []string{"楼栋面积", "楼面积"}, Unit: "m2", Label: labelBuildingArea},
		{Name: "U", Aliases: []string{"单元面积"}, Unit: "m2", Label: labelEntranceArea},
		{Name: "R", Aliases: []string{"房屋面积", "房间面积", "建筑面积", "面积"}, Unit: "m2", Label: labelOwnArea},
		{Name: "X", Aliases: []string{"系数", "房屋系数"}, Label: labelCoefficient},
		{Name: "C", Aliases: []string{"小区面积"}, Unit: "m2", Label: labelCommunityArea},
		{Name: "L", Aliases: []string{"楼栋户数", "房屋数"}, Label: labelBuildingUnits},
		{Name: "D", Aliases: []string{"单元户数"}, Label: labelEntranceUnits},
		{Name: "P", Aliases: []string{"单价", "价格"}, Unit: price, Label: labelPrice},
		{Name: "N", Aliases: []string{"人数"}, Label: labelPersons},
		{Name: "H", Aliases: []string{"层高"}, Unit: "m", Label: labelStoreyHeight},
	}
}

// maxName bounds a name, in bytes.
const maxName = 100

func isName(name string) bool {
	first := true
	for _, r := range name {
		if !unicode.IsLetter(r) && (first || !isNamePart(r)) {
			return false
		}
		first = false
	}
	return name != "" && len(name) <= maxName
}

func isNamePart(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) || r == '_' }

// declare makes the vocabulary of the names and wanted units, and reports those that cannot be.
func declare(l *invalid.List, vars []Variable, want []string) *vocabulary {
	v := newVocabulary(vars)
	l.Enter("variables")
	for i, one := range vars {
		l.EnterIndex(i)
		v.declareNames(l, i)
		u, ok := parseUnit(one.Unit)
		if !ok {
			l.At("unit").Add(ErrDeclaredUnit, strconv.Quote(one.Unit))
		}
		v.units[i] = u
		v.learn(u)
		l.Leave()
	}
	l.Leave()
	if len(want) == 0 {
		l.At("want").Add(ErrNoWant)
	}
	for i, text := range want {
		u, ok := parseUnit(text)
		if !ok {
			l.At("want", i).Add(ErrDeclaredUnit, strconv.Quote(text))
		}
		v.want = append(v.want, u)
		v.learn(u)
	}
	return v
}

// declareNames adds the name and the aliases of a variable.
func (v *vocabulary) declareNames(l *invalid.List, i int) {
	v.declareName(l.At("name"), v.vars[i].Name, i)
	for a, alias := range v.vars[i].Aliases {
		v.declareName(l.At("aliases", a), alias, i)
	}
}

func (v *vocabulary) declareName(at invalid.Place, name string, i int) {
	_, reserved := functionOf(fold(name))
	if !isName(halfWidths(name)) || reserved {
		at.Add(ErrVariable, strconv.Quote(name))
		return
	}
	if other, taken := v.folded[fold(name)]; taken {
		at.Add(ErrVariableTwice, name, v.vars[other].Name)
		return
	}
	v.exact[halfWidths(name)] = i
	v.folded[fold(name)] = i
}
