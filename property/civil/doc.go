// Package civil has the dates of contracts, bills and duties: days without a
// clock or a zone.
//
//   - [Date] is one day; its text is strictly YYYY-MM-DD.
//   - [Period] is a half-open stretch of days: start belongs to it, end does not.
//   - [History] is a value that changes on known days: a price, a payer, a use.
//   - [MonthDay] is a day of every year and [Season] a part of it: 11-15/03-15.
//   - [Moment] is a minute of a day on a wall clock, 2026-01-10T08:00.
//   - [TimeOfDay] is a time on that clock and [Window] a part of the day: 22:00/06:00.
//   - [Span] is a length as contracts write it: P1M, P7D, PT30M, 5wd.
//
// Two pairs of words keep ends apart everywhere in this module: start and end
// are half-open; from and to are inclusive, to being the last day.
//
//	march, err := civil.ParseMonth("2026-03")
//	due := march.Last().AddDays(15)                         // 2026-04-15
//	second := civil.MonthsFrom(civil.MustParse("2026-01-31"), 1) // 2026-02-28
package civil
