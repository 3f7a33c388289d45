package meter

import (
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/wuyekit/wuye/property/civil"
	"github.com/wuyekit/wuye/property/invalid"
	"github.com/wuyekit/wuye/property/measure"
)

const (
	maxCode      = 128       // bytes
	maxDevices   = 1000      // of one meter
	maxRegisters = 100       // of one device
	lastDay      = 3_652_057 // 9999-12-30: the boundary after it is a date of a document
)

// check reports what is wrong with the meter by itself.
func (m *Meter) check(l *invalid.List) {
	checkCode(l, "code", m.Code, true)
	checkCode(l, "kind", m.Kind, true)
	checkCode(l, "unit", m.Unit, false)
	checkCode(l, "parent", m.Parent, false)
	m.checkMeasures(l)
	switch n := len(m.Devices); {
	case n == 0:
		l.At("devices").Add(invalid.ErrRequired, "devices")
		return
	case n > maxDevices:
		l.At("devices").Add(ErrTooMany, strconv.Itoa(n), strconv.Itoa(maxDevices))
		return
	}
	l.Enter("devices")
	for i := range m.Devices {
		l.EnterIndex(i)
		m.Devices[i].check(l)
		if i > 0 {
			m.Devices[i].checkAfter(l, &m.Devices[i-1], &m.Devices[0])
		}
		l.Leave()
	}
	l.Leave()
	if m.Opening != nil {
		m.checkOpening(l)
	}
}

// checkMeasures reports a unit in which no usage can be derived: "7x", "kWh/d".
func (m *Meter) checkMeasures(l *invalid.List) {
	word := m.Measures.String()
	_, err := measure.ParseUnit(word)
	switch {
	case m.Measures.IsZero():
		l.At("measures").Add(invalid.ErrRequired, "measures")
	case err != nil || strings.ContainsRune(word, '/') || '0' <= word[0] && word[0] <= '9':
		l.At("measures").Add(ErrMeasures, strconv.Quote(word))
	}
}

func (m *Meter) checkOpening(l *invalid.List) {
	l.Enter("opening")
	defer l.Leave()
	if first := m.Devices[0].Installed; m.Opening.On != first {
		l.At("on").Add(ErrOpening, m.Opening.On.String(), first.String())
	}
	used := m.Opening.Used
	if used.Sign() < 0 {
		l.At("used").Add(ErrNegativeValue, used.String())
	}
	if unit := used.Unit(); !unit.IsZero() && unit != m.Measures {
		l.At("used").Add(ErrUsedUnit, used.String(), m.Measures.String())
	}
}

// checkRegister reports a value that no register shows. A wrap of 0 is not known.
func checkRegister(l *invalid.List, field string, q measure.Quantity, wrap int64) {
	checkPlain(l, field, q)
	if wrap > 0 && q.Units() >= wrap {
		l.At(field).Add(ErrValueDigits, q.String(), strconv.Itoa(len(strconv.FormatInt(wrap/perOne, 10))-1))
	}
}

// checkPlain reports a number that is negative or has a unit.
func checkPlain(l *invalid.List, field string, q measure.Quantity) {
	if q.Sign() < 0 {
		l.At(field).Add(ErrNegativeValue, q.String())
	}
	if !q.Unit().IsZero() {
		l.At(field).Add(ErrPlain, q.String())
	}
}

// checkDate reports a date that no document holds.
func checkDate(l *invalid.List, field string, d civil.Date, required bool) {
	switch {
	case d.IsZero() && required:
		l.At(field).Add(invalid.ErrRequired, field)
	case d < 0 || d > lastDay:
		l.At(field).Add(civil.ErrDateRange, d.String())
	}
}

// checkCode reports a text that cannot identify anything.
func checkCode(l *invalid.List, field, code string, required bool) {
	switch {
	case code == "" && required:
		l.At(field).Add(invalid.ErrRequired, field)
	case !isCode(code):
		l.At(field).Add(ErrCode, invalid.Quote(code))
	}
}

func isCode(code string) bool {
	return len(code) <= maxCode && utf8.ValidString(code) && code == strings.TrimSpace(code) &&
		!strings.ContainsFunc(code, func(r rune) bool { return !unicode.IsPrint(r) })
}

// sameBands reports whether two devices have the same bands, in whatever order.
func sameBands(a, b *Device) bool {
	return len(a.Registers) == len(b.Registers) && !slices.ContainsFunc(a.Registers, func(r Register) bool {
		return !slices.ContainsFunc(b.Registers, func(s Register) bool { return r.Band == s.Band })
	})
}
