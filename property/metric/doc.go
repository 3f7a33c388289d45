// Package metric has the rates and figures that property management is judged by (指标): what each counts, of what
// base, in which unit, and what was measured.
//
// A [Definition] names what is counted and the base it is divided by: repair orders arrived in time, of the orders due
// without those cancelled. A [Measurement] is the two figures, never their quotient: 1176 of 1200. [Compile] reports
// every problem of a [Catalogue] at once and makes a [Set], which judges measurements by their definitions:
//
//	set, err := metric.Compile(metric.China())
//	value, err := set.Value(m)          // 1176/1200, exact
//	verdicts, err := set.Judge(m)       // against each target of the definition
//	year, err := set.Total("", p, ms)   // sums numerators and bases, never averages rates
//	trend, err := set.Trend(may, june)  // in percentage points and relative
//
// A value is compared by cross multiplication and rounded only to be shown, by a [Rounding] that says how. A base of 0
// is not applicable, a figure that was not given is unknown; neither is ever 0.
//
// Figures have at most six decimals; an unset [Figure] is not 0. China returns the metrics of the field.
package metric
