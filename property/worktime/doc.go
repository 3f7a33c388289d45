// Package worktime answers what counts as working time (工作时间): how much of it lies between two
// instants, when some of it will have passed, which day is the fifth working day, and who is on
// duty at four in the morning.
//
//   - [Timetable] is the document: the hours of the week with as many windows a day as there are, also
//     over midnight; seasons; shifts; holidays; days that are otherwise.
//   - [New] makes a [Calendar] of it, which answers in a few dozen nanoseconds, whatever the distance.
//   - [Holidays] is a table of holidays and make-up days (调休); [China] is that of the State Council
//     from 2007 to 2026, with its amendments as dated overlays.
//
// Windows are half-open: at 09:00 the office is open, at 18:00 it is not. Times of day are those of
// the clock in the calendar's zone, whatever summer time does to it: where the clock jumps over a time, it
// is reached at the jump; where it shows it twice, at the first.
//
//	office, err := worktime.New(timetable, time.LoadLocation, worktime.China())
//	due, err := office.Add(reported, 8*time.Hour)     // over nights, weekends and holidays
//	spent, err := office.Between(reported, now)
//	day, err := office.AddDays(civil.MustParse("2026-09-30"), 2) // 2026-10-09
//
// A year that the table does not have is an [UnknownYearError]; the guess beside it is for those
// who say that it is one.
//
// Source: State Council notices on public holidays; Civil Code art. 200 to 204 for periods and
// their ends.
package worktime
