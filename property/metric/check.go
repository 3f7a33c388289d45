package metric

import (
	"strings"
	"unicode"

	"github.com/wuyekit/wuye/property/invalid"
)

// Check reports every problem of the catalogue.
func (c Catalogue) Check(l *invalid.List) {
	checkCode(l, "code", c.Code)
	if len(c.Metrics) == 0 {
		l.At("metrics").Add(invalid.ErrRequired, "metrics")
	}
	codes := map[string]bool{}
	l.Enter("metrics")
	for i := range c.Metrics {
		l.EnterIndex(i)
		unique(l, "code", codes, c.Metrics[i].Code)
		c.Metrics[i].check(l)
		l.Leave()
	}
	l.Leave()
}

func (d *Definition) check(l *invalid.List) {
	checkCode(l, "code", d.Code)
	d.Name.check(l)
	kindWords().Check(l, "kind", uint8(d.Kind))
	directionWords().Check(l, "better", uint8(d.Better))
	cycleWords().Check(l, "cycle", uint8(d.Cycle))
	for _, field := range [...]struct {
		name    string
		missing bool
	}{{"kind", d.Kind == 0}, {"better", d.Better == 0}, {"source", strings.TrimSpace(d.Source) == ""}} {
		if field.missing {
			l.At(field.name).Add(invalid.ErrRequired, field.name)
		}
	}
	d.checkUnit(l)
	l.Enter("counts")
	d.Counts.check(l)
	l.Leave()
	d.checkBases(l)
	d.checkTargets(l)
}

func (d *Definition) checkUnit(l *invalid.List) {
	checkUnit(l, d.Unit)
	switch {
	case d.Unit == "" && (d.Kind == KindMean || d.Kind == KindAmount):
		l.At("unit").Add(invalid.ErrRequired, "unit")
	case d.Unit != "" && d.Kind == KindShare:
		l.At("unit").Add(ErrUnitRefused, invalid.Quote(d.Unit))
	}
}

func (d *Definition) checkBases(l *invalid.List) {
	if d.Kind == 0 || d.Kind > KindAmount {
		return // reported already, and nobody can say whether it has bases
	}
	switch {
	case d.Kind.HasBase() && len(d.Bases) == 0:
		l.At("bases").Add(ErrNeedsBase, d.Kind.String())
	case !d.Kind.HasBase() && len(d.Bases) > 0:
		l.At("bases").Add(ErrHasBase, d.Kind.String())
	}
	codes := map[string]bool{}
	l.Enter("bases")
	for i, t := range d.Bases {
		l.EnterIndex(i)
		unique(l, "code", codes, t.Code)
		t.check(l)
		if d.Kind == KindShare && t.Unit != d.Counts.Unit {
			l.At("unit").Add(ErrUnits, invalid.Quote(d.Counts.Unit), invalid.Quote(t.Unit))
		}
		l.Leave()
	}
	l.Leave()
}

func (d *Definition) checkTargets(l *invalid.List) {
	scales := map[string]bool{}
	l.Enter("targets")
	for i, t := range d.Targets {
		l.EnterIndex(i)
		unique(l, "scale", scales, t.Scale)
		t.check(l)
		if t.Is.against(d.Better) {
			l.At("is").Add(ErrTargetSide, t.Is.String(), d.Better.String())
		}
		switch {
		case d.Kind == KindShare && (t.Value.n < 0 || t.Value.n > perUnit):
			l.At("value").Add(ErrTargetShare, t.Value.String())
		case !d.Kind.signed() && t.Value.n < 0:
			l.At("value").Add(ErrNegative, t.Value.String())
		}
		l.Leave()
	}
	l.Leave()
}

func (t Target) check(l *invalid.List) {
	relationWords().Check(l, "is", uint8(t.Is))
	if t.Is == 0 {
		l.At("is").Add(invalid.ErrRequired, "is")
	}
	if !t.Value.set {
		l.At("value").Add(invalid.ErrRequired, "value")
	}
}

func (t Term) check(l *invalid.List) {
	checkCode(l, "code", t.Code)
	t.Name.check(l)
	checkUnit(l, t.Unit)
}

func (n Name) check(l *invalid.List) {
	if strings.TrimSpace(n.ZH) == "" && strings.TrimSpace(n.EN) == "" {
		l.At("name").Add(ErrNoName)
	}
}

// checkCode reports a code that is missing or has a blank in it.
func checkCode(l *invalid.List, field, code string) {
	switch {
	case code == "":
		l.At(field).Add(invalid.ErrRequired, field)
	case strings.ContainsFunc(code, isBlank):
		l.At(field).Add(ErrCode, invalid.Quote(code))
	}
}

func checkUnit(l *invalid.List, unit string) {
	if strings.ContainsFunc(unit, isBlank) {
		l.At("unit").Add(ErrUnit, invalid.Quote(unit))
	}
}

func isBlank(r rune) bool { return unicode.IsSpace(r) || unicode.IsControl(r) }

// unique reports a code that was used before; a missing one is for the field's own check.
func unique(l *invalid.List, field string, used map[string]bool, code string) {
	if used[code] && (code != "" || field == "scale") {
		l.At(field).Add(ErrTwice, invalid.Quote(code))
	}
	used[code] = true
}
