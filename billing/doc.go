// Package billing makes bills from an estate and its tariffs (物业收费): every amount
// exact, rounded once, explained and replayable.
//
// A [Book] of tariffs, a [property.Register] and the month's [Facts] are compiled once
// by [Prepare], which reports every problem of the configuration. The resulting [Run]
// is immutable and pure: it yields the bills of any range of units, and any cut into
// ranges, put together, is the same whole.
//
//	run, err := billing.Prepare(register, book, billing.Facts{}, civil.MustParseMonth("2026-11"))
//	if err != nil {
//		return err
//	}
//	for bill, err := range run.Bills(0, run.Len()) {
//		if err != nil {
//			… // one unit is held; bill names it and says why
//		}
//		…
//	}
//
// A charge is one unit × one tariff × one month of it, or one season of heating; its exact amount is rounded
// once. Its lines are the stretches of days in which nothing it depends on changes.
// They share the charge by cumulative rounding and so always add up to it. Every line
// keeps what it was computed from: [Line.Why] derives it, [Line.Verify] computes it again.
//
// A [Tariff] says by what is charged ([Basis]), how often ([Cycle]), how part months count
// ([Proration]), who pays, what lowers the charge ([Reliefs]) and what it may not exceed
// ([Ceiling]). The [Facts] of a run add what is known of single units: holds, vacancies, gifts,
// prepayments, claims, services stopped and heat that did not come.
//
// What is charged by a quantity comes with the facts: meters and their readings ([MeteredBasis],
// package meter), costs that units share ([SharedBasis], [Cost], [Statement]), and values that
// formulas name ([FormulaBasis], package formula). Heating is charged by the season ([Season]).
//
// What was issued is never changed. [Diff] compares it with a fresh run and gives the lines that
// correct it; [Correct] makes bills of them.
package billing
