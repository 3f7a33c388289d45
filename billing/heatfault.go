package billing

import (
	"github.com/shopspring/decimal"

	"github.com/wuyekit/wuye/property"
	"github.com/wuyekit/wuye/property/civil"
	"github.com/wuyekit/wuye/property/invalid"
)

// HeatFault is heat that a unit or a whole building did not get (供热质量问题). Of a time outside what the
// tariff charges it changes nothing.
type HeatFault struct {
	// Unit is the code of the unit it befell, or Scope says which units; one of the two.
	Unit  string          `json:"unit,omitempty"`
	Scope *property.Scope `json:"scope,omitempty"`
	// Tariff is the code of what is charged for the heat.
	Tariff string `json:"tariff"`
	// Fault is what was wrong.
	Fault HeatFaultKind `json:"fault"`
	// Source is the record of the measurement or the outage.
	Source string `json:"source,omitempty"`
}

// HeatFaultKind is what was wrong with the heat; exactly one is set.
type HeatFaultKind struct {
	Temperature *LowTemperature `json:"temperature,omitempty"`
	Outage      *HeatOutage     `json:"outage,omitempty"`
}

// Kind returns the JSON name of what was wrong, "" unless exactly one is set.
func (k HeatFaultKind) Kind() string { var l invalid.List; return invalid.OneOf(&l, k) }

// LowTemperature is a time in which it was not as warm as promised (室温不达标). Of several on a day, and of
// an outage on the same day, the one that gives most back counts, not their sum.
type LowTemperature struct {
	// Period is the time, half-open.
	Period civil.Period `json:"period"`
	// Celsius is the temperature that counts for each day of it, in °C.
	Celsius decimal.Decimal `json:"celsius"`
}

// HeatOutage is a time without heat (停热), by the wall clock. Outages that meet or overlap are one, and minutes
// that several have in common count once.
type HeatOutage struct {
	// From is when the heat went, To when it came back.
	From civil.Moment `json:"from"`
	To   civil.Moment `json:"to"`
}

func (f HeatFault) check(l *invalid.List) {
	switch {
	case (f.Unit == "") == (f.Scope == nil):
		l.Add(ErrFaultPlace)
	case f.Scope != nil:
		l.Enter("scope")
		f.Scope.Check(l)
		l.Leave()
	default:
		checkUnit(l, f.Unit)
	}
	checkTariffCode(l, f.Tariff)
	l.Enter("fault")
	defer l.Leave()
	if kind := invalid.OneOf(l, f.Fault); kind != "" {
		l.Enter(kind)
		f.Fault.check(l)
		l.Leave()
	}
}

func (k HeatFaultKind) check(l *invalid.List) {
	if t := k.Temperature; t != nil {
		l.Enter("period")
		t.Period.Check(l)
		if t.Period.IsOpen() {
			l.At("end").Add(invalid.ErrRequired, "end")
		}
		l.Leave()
		if _, ok := microCelsius(t.Celsius); !ok {
			l.At("celsius").Add(ErrCelsius, t.Celsius.String())
		}
	}
	if o := k.Outage; o != nil {
		if o.From.IsZero() {
			l.At("from").Add(invalid.ErrRequired, "from")
		}
		if o.To.IsZero() {
			l.At("to").Add(invalid.ErrRequired, "to")
		}
		if !o.From.IsZero() && !o.To.IsZero() && o.To <= o.From {
			l.At("to").Add(ErrOutageEnd, o.From.String(), o.To.String())
		}
	}
}

// heatFaults collects what units did not get and reports what does not fit the estate or the book.
func (run *Run) heatFaults(l *invalid.List) {
	l.Enter("heatFaults")
	defer l.Leave()
	for i, f := range run.facts.HeatFaults {
		l.EnterIndex(i)
		run.checkFaultTerms(l, f)
		for _, u := range run.faultUnits(l, f) {
			a := run.about[u]
			if a == nil {
				a = &about{}
				run.about[u] = a
			}
			a.addFault(f)
		}
		l.Leave()
	}
	for _, a := range run.about {
		a.outages = joinedOutages(a.outages)
	}
}

// checkFaultTerms reports a fault of a tariff that is not there or does not say what it gives back.
func (run *Run) checkFaultTerms(l *invalid.List, f HeatFault) {
	i := run.book.find(f.Tariff)
	if i < 0 {
		l.At("tariff").Add(ErrNoTariff, f.Tariff)
		return
	}
	kind := f.Fault.Kind()
	r := run.book.Tariffs[i].Reliefs
	known := r != nil && r.HeatFault != nil &&
		(r.HeatFault.Policy != "" || kind == "temperature" && len(r.HeatFault.Bands) > 0 || kind == "outage" && r.HeatFault.Outage != nil)
	if !known {
		l.At("tariff").Add(ErrNoTerms, f.Tariff, kind)
	}
}

// faultUnits returns the units that a fault befell and its tariff applies to.
func (run *Run) faultUnits(l *invalid.List, f HeatFault) []property.Ref {
	if f.Scope == nil {
		u, ok := run.reg.Find(f.Unit)
		if !ok {
			l.At("unit").Add(ErrNoUnit, f.Unit)
			return nil
		}
		return []property.Ref{u}
	}
	for _, name := range run.reg.UnknownIn(*f.Scope) {
		l.At("scope").Add(ErrUnknownScope, name)
	}
	i := run.book.find(f.Tariff)
	if i < 0 {
		return nil
	}
	applies := run.reg.Select(run.book.Tariffs[i].AppliesTo)
	var out []property.Ref
	for u := range run.reg.In(*f.Scope) {
		if applies.Has(u) {
			out = append(out, u)
		}
	}
	return out
}

func (a *about) addFault(f HeatFault) {
	if t := f.Fault.Temperature; t != nil {
		micro, _ := microCelsius(t.Celsius) // checked
		a.cold = append(a.cold, coldDays{f.Tariff, t.Period, micro})
	}
	if o := f.Fault.Outage; o != nil {
		a.outages = append(a.outages, outage{f.Tariff, o.From, o.To})
	}
}
