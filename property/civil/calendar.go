package civil

import "time"

// AddDays returns the date n days later, or earlier where n is negative.
func (d Date) AddDays(n int) Date { return d + Date(n) }

// DaysSince returns how many days d is later than e; negative if it is earlier.
func (d Date) DaysSince(e Date) int { return int(d - e) }

// AddMonths returns the corresponding day n months later, or earlier where n is
// negative; where that month is too short, its last day.
//
// Never step month by month from a result: 31 Jan → 28 Feb → 28 Mar. Count from
// the first date, as [MonthsFrom] does.
// Source: Civil Code art. 202, 期间的最后一日.
func (d Date) AddMonths(n int) Date {
	y, m, day := toCivil(d)
	total := y*12 + int(m) - 1 + n
	y = floorDiv(total, 12)
	m = time.Month(total - y*12 + 1)
	return fromCivil(y, m, min(day, daysIn(y, m)))
}

// MonthsFrom returns the k-th monthly date of a series that began at the anchor:
// 31 Jan, 28 Feb, 31 Mar, 30 Apr. The anchor itself is number 0.
func MonthsFrom(anchor Date, k int) Date { return anchor.AddMonths(k) }

// MonthStart returns the first day of the month.
func (d Date) MonthStart() Date { return d.AddDays(1 - d.Day()) }

// MonthEnd returns the last day of the month.
func (d Date) MonthEnd() Date { return d.NextMonth() - 1 }

// NextMonth returns the first day of the next month.
func (d Date) NextMonth() Date {
	y, m, day := toCivil(d)
	return d.AddDays(daysIn(y, m) - day + 1)
}

// DaysInMonth returns how many days the month of d has.
func (d Date) DaysInMonth() int {
	y, m, _ := toCivil(d)
	return daysIn(y, m)
}

// The calendar is counted from 0000-03-01, so that the leap day ends its year.
const (
	marchToZero = 306    // days from 0000-03-01 to 0001-01-01
	eraDays     = 146097 // days of 400 years
	eraYears    = 400
)

// toCivil is the reverse of fromCivil.
//
// Source: C. Neri, L. Schneider, "Euclidean affine functions and their
// application to calendar algorithms" (2022), proposition 6.3.
func toCivil(d Date) (year int, month time.Month, day int) {
	z := int64(d) + marchToZero
	era := floorDiv(z, eraDays)
	n := uint32(z - era*eraDays)

	century := 4*n + 3
	n = century % eraDays / 4
	century /= eraDays
	product := 2939745 * uint64(4*n+3)
	yearOfCentury := uint32(product >> 32)
	dayOfYear := uint32(product) / 2939745 / 4
	month32 := 2141*dayOfYear + 197913

	year = int(era)*eraYears + int(100*century+yearOfCentury)
	month = time.Month(month32 >> 16)
	day = int(month32&0xffff/2141) + 1
	if dayOfYear >= marchToZero {
		year++
		month -= 12
	}
	return year, month, day
}

// fromCivil returns the date of a month 1 to 12; the day is not checked.
func fromCivil(year int, month time.Month, day int) Date {
	y, m := int64(year), int64(month)
	if m <= 2 {
		y--
		m += 12
	}
	century := floorDiv(y, 100)
	days := 365*y + y>>2 - century + century>>2 // years before this one, from March
	days += (153*(m-3) + 2) / 5                 // months before this one, from March
	return Date(days + int64(day) - 1 - marchToZero)
}

func daysIn(year int, month time.Month) int {
	switch month {
	case time.February:
		if isLeap(year) {
			return 29
		}
		return 28
	case time.April, time.June, time.September, time.November:
		return 30
	case time.January, time.March, time.May, time.July, time.August, time.October, time.December:
		return 31
	}
	return 0
}

func isLeap(year int) bool { return year%4 == 0 && (year%100 != 0 || year%400 == 0) }

// floorDiv divides by a positive number, rounding down.
func floorDiv[N int | int64](a, b N) N {
	q := a / b
	if a%b < 0 {
		q--
	}
	return q
}
