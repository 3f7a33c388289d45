package metric

import (
	"slices"
	"strings"

	"github.com/wuyekit/wuye/property/invalid"
)

// Catalogue is a list of metrics (指标库). It is a document; [Compile] makes it work.
type Catalogue struct {
	// Code identifies the catalogue: "cn".
	Code string `json:"code"`
	// Name is its name for people.
	Name Name `json:"name,omitzero"`
	// Metrics are the definitions, in the order in which people list them.
	Metrics []Definition `json:"metrics"`
}

// Definition says what a metric is: what is counted, of which base, in which unit and which way is better (指标定义).
type Definition struct {
	// Code identifies the metric: "repairTimeliness".
	Code string `json:"code"`
	// Name is its name for people: 维修及时率.
	Name Name `json:"name"`
	// Kind says how it is computed.
	Kind Kind `json:"kind"`
	// Unit is the unit of its value: "h"; a mean and an amount need one, a share has none.
	Unit string `json:"unit,omitempty"`
	// Counts is what is counted, the numerator (分子).
	Counts Term `json:"counts"`
	// Bases are what it may be divided by, the denominator (分母). Where there are several, nobody said which: each
	// measurement names its own, and those of different bases are never added or compared.
	Bases []Term `json:"bases,omitempty"`
	// Stock says that the figures are those of a day, as of the end of the period (时点指标): devices intact, flats let. They
	// add over scopes, never over periods.
	Stock bool `json:"stock,omitempty"`
	// Better is the direction in which it improves.
	Better Direction `json:"better"`
	// Cycle is the length of the periods that it is judged by; unset is any.
	Cycle Cycle `json:"cycle,omitzero"`
	// Targets are what it is held against, one by one.
	Targets []Target `json:"targets,omitempty"`
	// Source is the rule, contract or document that sets it (依据).
	Source string `json:"source"`
}

// Name is what people call something, in Chinese and in English; either may be left out.
type Name struct {
	// ZH is the Chinese name.
	ZH string `json:"zh,omitempty"`
	// EN is the English name.
	EN string `json:"en,omitempty"`
}

// Term is what a figure stands for (统计口径): "orders due, without those cancelled". A change of it makes another term
// with another code.
type Term struct {
	// Code identifies the term in its definition: "ordersDue".
	Code string `json:"code"`
	// Name says what belongs to it and what does not.
	Name Name `json:"name"`
	// Unit is the unit of the figures: "m2", "CNY". Without one they are counts, and whole.
	Unit string `json:"unit,omitempty"`
}

// base returns the term that a measurement divides by, by its code; "" is the only one.
func (d *Definition) base(code string) (Term, bool) {
	if code == "" && len(d.Bases) == 1 {
		return d.Bases[0], true
	}
	i := slices.IndexFunc(d.Bases, func(t Term) bool { return t.Code == code })
	if i < 0 {
		return Term{}, false
	}
	return d.Bases[i], true
}

// baseCodes lists the codes for messages.
func (d *Definition) baseCodes() string {
	codes := make([]string, len(d.Bases))
	for i, t := range d.Bases {
		codes[i] = invalid.Quote(t.Code)
	}
	return strings.Join(codes, ", ")
}

// clone returns a copy that shares nothing with d.
func (d *Definition) clone() Definition {
	out := *d
	out.Bases, out.Targets = slices.Clone(d.Bases), slices.Clone(d.Targets)
	return out
}
