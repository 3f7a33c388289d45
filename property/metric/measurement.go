package metric

import (
	"time"

	"github.com/wuyekit/wuye/property/civil"
	"github.com/wuyekit/wuye/property/invalid"
)

// Sheet is a list of measurements (指标数据表). It is a document; [Set.Check] compares it with the definitions.
type Sheet struct {
	// Measurements are what was measured, in any order.
	Measurements []Measurement `json:"measurements"`
}

// Measurement is what was counted of a metric, in a scope and a period (指标数据): two figures, never their quotient.
type Measurement struct {
	// Metric is the code of the definition.
	Metric string `json:"metric"`
	// Base is the code of the base (分母口径); it may be left out where the definition has only one.
	Base string `json:"base,omitempty"`
	// Scope is what was measured (统计范围): a building, a team; "" is the whole. Two scopes that differ have nothing in
	// common.
	Scope string `json:"scope,omitempty"`
	// Period is when; for a [Definition.Stock] the figures are those of its last day.
	Period civil.Period `json:"period"`
	// Num is what was counted (分子); unset it is unknown, which is not 0.
	Num Figure `json:"num,omitzero"`
	// Den is the base (分母); unset it is unknown. A count and an amount have none.
	Den Figure `json:"den,omitzero"`
	// Source is where the figures come from: a survey, a list of work orders (数据来源).
	Source string `json:"source,omitempty"`
	// At is when they were taken (统计时间).
	At time.Time `json:"at,omitzero"`
}

// Check reports what is wrong with the sheet whatever the definitions.
func (s Sheet) Check(l *invalid.List) {
	s.check(l, func(m Measurement, l *invalid.List) { m.Check(l) })
}

// Check reports what is wrong with the measurement whatever its definition: no metric, no closed period, a base below 0.
func (m Measurement) Check(l *invalid.List) {
	if m.Metric == "" {
		l.At("metric").Add(invalid.ErrRequired, "metric")
	}
	l.Enter("period")
	m.Period.Check(l)
	l.Leave()
	if !m.Period.Start.IsZero() && m.Period.IsOpen() {
		l.At("period", "end").Add(ErrOpenPeriod)
	}
	if m.Den.n < 0 {
		l.At("den").Add(ErrNegative, m.Den.String())
	}
}

// key is what two measurements of one thing have in common.
type key struct {
	metric, base, scope string
	period              civil.Period
}

// check reports the problems of each measurement and those that are given twice.
func (s Sheet) check(l *invalid.List, each func(m Measurement, l *invalid.List)) {
	known := map[key]bool{}
	l.Enter("measurements")
	for i, m := range s.Measurements {
		l.EnterIndex(i)
		each(m, l)
		k := key{m.Metric, m.Base, m.Scope, m.Period}
		if known[k] {
			l.Add(ErrTwice, invalid.Quote(m.Metric))
		}
		known[k] = true
		l.Leave()
	}
	l.Leave()
}

// checkAgainst reports what is wrong with a measurement of a metric, beside [Measurement.Check].
func (d *Definition) checkAgainst(m Measurement, l *invalid.List) {
	if m.Num.n < 0 && !d.Kind.signed() {
		l.At("num").Add(ErrNegative, m.Num.String())
	}
	checkWhole(l, "num", d.Counts, m.Num)
	if !d.Kind.HasBase() {
		d.checkBaseless(m, l)
		return
	}
	base, ok := d.base(m.Base)
	switch {
	case ok:
		checkWhole(l, "den", base, m.Den)
	case m.Base == "":
		l.At("base").Add(ErrBaseOpen, invalid.Quote(d.Code), d.baseCodes())
	default:
		l.At("base").Add(ErrBase, invalid.Quote(m.Base), invalid.Quote(d.Code), d.baseCodes())
	}
	if d.Kind == KindShare && m.Num.set && m.Den.set && m.Den.n >= 0 && m.Num.n > m.Den.n {
		l.At("num").Add(ErrAbove, m.Num.String(), m.Den.String())
	}
}

func (d *Definition) checkBaseless(m Measurement, l *invalid.List) {
	if m.Base != "" {
		l.At("base").Add(ErrHasBase, d.Kind.String())
	}
	if m.Den.set {
		l.At("den").Add(ErrHasBase, d.Kind.String())
	}
}

// checkWhole reports a part of a thing that is counted.
func checkWhole(l *invalid.List, field string, t Term, f Figure) {
	if t.Unit == "" && f.set && !f.IsWhole() {
		l.At(field).Add(ErrWhole, invalid.Quote(t.Code), f.String())
	}
}
