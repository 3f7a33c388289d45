package stock

import (
	"math"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/wuyekit/wuye/property/civil"
	"github.com/wuyekit/wuye/property/explain"
	"github.com/wuyekit/wuye/property/invalid"
	"github.com/wuyekit/wuye/property/measure"
)

// maxCode is how long a code or a name may be, in bytes.
const maxCode = 128

// Check reports every problem of the catalogue, as [New] does.
func (c Catalogue) Check(l *invalid.List) {
	if len(c.Items) == 0 {
		l.At("items").Add(invalid.ErrRequired, "items")
	}
	seen := make(map[string]bool, len(c.Items))
	l.Enter("items")
	for i := range c.Items {
		l.EnterIndex(i)
		item := &c.Items[i]
		if seen[item.Code] {
			l.At("code").Add(ErrTwice, invalid.Quote(item.Code))
		}
		seen[item.Code] = item.Code != ""
		item.check(l)
		l.Leave()
	}
	l.Leave()
}

func (i *Item) check(l *invalid.List) {
	checkCode(l, "code", i.Code, true)
	i.checkUnit(l)
	orderWords().Check(l, "order", uint8(i.Order))
	if i.Expires && i.Order == FirstIn {
		l.At("order").Add(ErrOrder)
	}
	i.checkQuantity(l, "pack", i.Pack)
	if i.Pack.IsZero() && !isUnset(i.Pack) {
		l.At("pack").Add(ErrZero)
	}
	i.checkLife(l)
	if len(i.Kept) == 0 {
		l.At("kept").Add(invalid.ErrRequired, "kept")
	}
	l.Enter("kept")
	for k := range i.Kept {
		l.EnterIndex(k)
		if slices.ContainsFunc(i.Kept[:k], func(o Keeping) bool { return o.Place == i.Kept[k].Place }) {
			l.At("place").Add(ErrTwice, invalid.Quote(i.Kept[k].Place))
		}
		i.checkKeeping(l, i.Kept[k])
		l.Leave()
	}
	l.Leave()
}

// checkUnit reports a unit that quantities and derivations cannot have.
func (i *Item) checkUnit(l *invalid.List) {
	word := i.Unit.String()
	if i.Unit.IsZero() {
		l.At("unit").Add(invalid.ErrRequired, "unit")
	} else if !isUnitWord(i.Unit) {
		l.At("unit").Add(ErrUnitWord, invalid.Quote(word))
	}
}

func isUnitWord(u measure.Unit) bool {
	_, bad := u.AppendText(nil)
	_, worse := explain.ParseUnit(u.String())
	return bad == nil && worse == nil && !strings.Contains(u.String(), "/")
}

func (i *Item) checkLife(l *invalid.List) {
	if !i.Life.IsZero() && !isCivil(i.Life) {
		l.At("life").Add(ErrSpan, i.Life.String())
	}
	switch {
	case isUnset(i.LifeUse):
	case i.LifeUse.Sign() <= 0:
		l.At("lifeUse").Add(ErrNotPositive, i.LifeUse.String())
	case !isUnitWord(i.LifeUse.Unit()) || i.LifeUse.Unit().IsZero():
		l.At("lifeUse").Add(ErrUnitWord, invalid.Quote(i.LifeUse.Unit().String()))
	}
}

// isCivil reports whether a length leads from a day to a day that documents can hold: at most 100 years.
func isCivil(s civil.Span) bool {
	const years = 100
	return s.IsCivil() && s.Months() <= 12*years && s.Days() <= 366*years
}

func (i *Item) checkKeeping(l *invalid.List, k Keeping) {
	checkCode(l, "place", k.Place, true)
	i.checkQuantity(l, "minimum", k.Minimum)
	i.checkQuantity(l, "upTo", k.UpTo)
	if i.Critical && k.Minimum.Sign() <= 0 {
		l.At("minimum").Add(ErrCritical)
	}
	checkCode(l, "keeper", k.Keeper, false)
	if i.Critical && k.Keeper == "" {
		l.At("keeper").Add(ErrKeeper)
	}
	if !isUnset(k.UpTo) {
		switch order, err := k.UpTo.Cmp(k.Minimum); {
		case isUnset(k.Minimum):
			l.At("upTo").Add(ErrUpToAlone, k.UpTo.String())
		case err == nil && order < 0:
			l.At("upTo").Add(ErrUpTo, k.UpTo.String(), k.Minimum.String())
		}
	}
	if max(k.UpTo.Units(), k.Minimum.Units()) > math.MaxInt64-max(0, i.Pack.Units()) {
		l.At("minimum").Add(ErrLarge, i.Code)
	}
}

// checkQuantity reports a quantity that is negative or in another unit; an unset one is none.
func (i *Item) checkQuantity(l *invalid.List, field string, q measure.Quantity) {
	if isUnset(q) {
		return
	}
	if q.Unit() != i.Unit {
		l.At(field).Add(ErrUnit, q.String(), invalid.Quote(i.Unit.String()))
	}
	if q.Sign() < 0 {
		l.At(field).Add(ErrNegative, q.String())
	}
}

// checkCode reports a name that cannot name anything: empty where one is needed, too long, with blanks at an end or with
// what nobody sees.
func checkCode(l *invalid.List, field, code string, needed bool) {
	visible := func(r rune) bool { return unicode.IsGraphic(r) && r != utf8.RuneError }
	switch {
	case code == "" && needed:
		l.At(field).Add(invalid.ErrRequired, field)
	case len(code) > maxCode, strings.TrimSpace(code) != code,
		strings.ContainsFunc(code, func(r rune) bool { return !visible(r) }):
		l.At(field).Add(ErrCode, invalid.Quote(code))
	}
}

// isUnset reports whether a quantity was not given; zero of a unit was.
func isUnset(q measure.Quantity) bool { return q == measure.Quantity{} }
