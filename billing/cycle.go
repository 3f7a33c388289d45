package billing

import (
	"strconv"

	"github.com/wuyekit/wuye/property/civil"
	"github.com/wuyekit/wuye/property/invalid"
)

// Cycle is how often and when a tariff is billed (收费周期). A charge is always one month of
// it; a quarter is three charges billed together. With a season a charge is one season of it.
type Cycle struct {
	// Every is how many months are billed together. Unset: one.
	Every CycleLength `json:"every,omitzero"`
	// Anchor is the first day of a cycle. With another day than the first, the months of the
	// tariff run from that day to the day before it in the next month; a month without the day
	// begins on its last. Unset: 1 January.
	Anchor civil.Date `json:"anchor,omitzero"`
	// Season is the part of each year that is charged at once, instead of months. It goes with
	// neither Every nor Anchor.
	Season *Season `json:"season,omitempty"`
	// Timing says whether the cycle is billed after or before its time. Unset: after.
	Timing PaymentTiming `json:"timing,omitzero"`
	// DueDays is when the bill is to be paid: days after the cycle's first day if billed
	// before, else after its last, or after the season's day of billing. It may be negative where
	// the cycle is billed before.
	//
	// Source: rule BILL-06: the service comes first.
	DueDays int `json:"dueDays,omitempty"`
}

// CycleLength is how many months are billed together; zero means one.
type CycleLength uint8

// Lengths of a cycle.
const (
	Monthly    CycleLength = iota + 1 // 月
	Quarterly                         // 季
	HalfYearly                        // 半年
	Yearly                            // 年
)

func cycleLengthWords() invalid.Words { return invalid.Words{"month", "quarter", "halfYear", "year"} }

// String returns the word of the length.
func (c CycleLength) String() string { return cycleLengthWords().Of("CycleLength", uint8(c)) }

// MarshalText returns the word of the length.
func (c CycleLength) MarshalText() ([]byte, error) { return cycleLengthWords().Marshal(uint8(c)) }

// UnmarshalText reads the word of a length.
func (c *CycleLength) UnmarshalText(text []byte) error {
	return cycleLengthWords().Unmarshal(text, (*uint8)(c))
}

// Months returns the number of months.
func (c CycleLength) Months() int {
	switch c {
	case Quarterly:
		return 3
	case HalfYearly:
		return 6
	case Yearly:
		return 12
	case Monthly:
	}
	return 1
}

// PaymentTiming says whether a cycle is billed after or before its time; zero means after.
type PaymentTiming uint8

// Timings of payment.
const (
	// Arrears bills a cycle in the run that holds its last day (后付). Source: rule BILL-06.
	Arrears PaymentTiming = iota + 1
	// Advance bills a cycle in the run that holds its first day (预付).
	Advance
)

func paymentTimingWords() invalid.Words { return invalid.Words{"arrears", "advance"} }

// String returns the word of the timing.
func (t PaymentTiming) String() string { return paymentTimingWords().Of("PaymentTiming", uint8(t)) }

// MarshalText returns the word of the timing.
func (t PaymentTiming) MarshalText() ([]byte, error) { return paymentTimingWords().Marshal(uint8(t)) }

// UnmarshalText reads the word of a timing.
func (t *PaymentTiming) UnmarshalText(text []byte) error {
	return paymentTimingWords().Unmarshal(text, (*uint8)(t))
}

// maxDueDays bounds the time between a cycle and its payment.
const maxDueDays = 3660

func (c *Cycle) check(l *invalid.List) {
	if c == nil {
		return
	}
	l.Enter("cycle")
	defer l.Leave()
	cycleLengthWords().Check(l, "every", uint8(c.Every))
	paymentTimingWords().Check(l, "timing", uint8(c.Timing))
	c.Season.check(l)
	switch {
	case c.DueDays < -maxDueDays || c.DueDays > maxDueDays:
		l.At("dueDays").Add(ErrDueDays, strconv.Itoa(c.DueDays), strconv.Itoa(maxDueDays))
	case c.DueDays < 0 && c.Timing != Advance:
		l.At("dueDays").Add(ErrDueFirst, strconv.Itoa(-c.DueDays))
	}
}

// rhythm is a cycle compiled: whole cycles of months counted from an anchor, or seasons.
type rhythm struct {
	anchor civil.Date
	every  CycleLength
	timing PaymentTiming
	due    int
	season civil.Season
	bill   civil.MonthDay // of the season
}

// rhythm returns the compiled cycle; nil is one calendar month at a time, billed after it.
func (c *Cycle) rhythm() rhythm {
	out := rhythm{anchor: civil.MustNew(2000, 1, 1), every: Monthly, timing: Arrears}
	if c == nil {
		return out
	}
	if !c.Anchor.IsZero() {
		out.anchor = c.Anchor
	}
	out.every, out.timing, out.due = max(c.Every, Monthly), max(c.Timing, Arrears), c.DueDays
	if out.season = c.season(); !out.season.IsZero() {
		out.bill = c.Season.Bill
	}
	return out
}

// cycle returns the k-th cycle, 0 being the anchor's.
func (r rhythm) cycle(k int) civil.Period {
	n := r.every.Months()
	return civil.Period{Start: civil.MonthsFrom(r.anchor, k*n), End: civil.MonthsFrom(r.anchor, (k+1)*n)}
}

// billedOn is the day that decides which run bills a cycle.
func (r rhythm) billedOn(cycle civil.Period) civil.Date {
	if !r.season.IsZero() {
		return r.seasonBilledOn(cycle)
	}
	if r.timing == Advance {
		return cycle.Start
	}
	return cycle.Last()
}

// dueOn is the day a cycle is to be paid by.
func (r rhythm) dueOn(cycle civil.Period) civil.Date { return r.billedOn(cycle).AddDays(r.due) }

// cycles calls visit with the cycles for which pick gives a day inside the period, in order.
func (r rhythm) cycles(p civil.Period, pick func(civil.Period) civil.Date, visit func(civil.Period)) {
	if !r.season.IsZero() {
		r.seasons(p, pick, visit)
		return
	}
	n := r.every.Months()
	from, to := monthsBetween(r.anchor, p.Start)/n-2, monthsBetween(r.anchor, p.End)/n+2
	if shift := maxDueDays/28/n + 1; r.due != 0 {
		from, to = from-shift, to+shift
	}
	for k := from; k <= to; k++ {
		if c := r.cycle(k); p.Contains(pick(c)) {
			visit(c)
		}
	}
}

// monthsBetween counts calendar months from a to b, whatever their days.
func monthsBetween(a, b civil.Date) int {
	return (b.Year()-a.Year())*12 + int(b.Month()) - int(a.Month())
}

// chargeMonths returns the charge months or seasons that a run over the period bills, in order.
func (r rhythm) chargeMonths(p civil.Period) []civil.Period {
	var out []civil.Period
	r.cycles(p, r.billedOn, func(c civil.Period) {
		if !r.season.IsZero() {
			out = append(out, c)
			return
		}
		k := monthsBetween(r.anchor, c.Start)
		for i := range r.every.Months() {
			out = append(out, civil.Period{Start: civil.MonthsFrom(r.anchor, k+i), End: civil.MonthsFrom(r.anchor, k+i+1)})
		}
	})
	return out
}

// anchorDay is the day on which the charge months begin, 0 for the first.
func (r rhythm) anchorDay() uint8 {
	if day := r.anchor.Day(); day > 1 {
		return uint8(day)
	}
	return 0
}

// chargeMonth returns the month that holds a day where months begin on the anchor day, or
// on the last day of a calendar month that has none.
func chargeMonth(anchorDay uint8, on civil.Date) civil.Period {
	start := clampedDay(anchorDay, on.MonthStart())
	if on.Before(start) {
		previous := on.MonthStart().AddDays(-1).MonthStart()
		return civil.Period{Start: clampedDay(anchorDay, previous), End: start}
	}
	return civil.Period{Start: start, End: clampedDay(anchorDay, on.NextMonth())}
}

// clampedDay returns the day of the month that begins on first, or its last.
func clampedDay(day uint8, first civil.Date) civil.Date {
	return first.AddDays(min(max(int(day), 1), first.DaysInMonth()) - 1)
}
