package schedule

import (
	"github.com/shopspring/decimal"

	"github.com/wuyekit/wuye/property/civil"
	"github.com/wuyekit/wuye/property/worktime"
)

// Duty is what must be done, and how often or by when (职责, 周期任务): a patrol, an inspection, a drill. It
// is a document; [Compile] makes a [Schedule] of it.
type Duty struct {
	// Code names the duty.
	Code string `json:"code"`
	// Name is for people.
	Name string `json:"name,omitempty"`
	// Source is the contract, standard or rule it stands in.
	Source string `json:"source,omitempty"`
	// Calendar is the code of the calendar on whose clocks it goes and whose working days it means.
	Calendar string `json:"calendar"`
	// Acts are the kinds of records that fulfil it, those of longer checks that include it among
	// them; none: the duty's code.
	Acts []string `json:"acts,omitempty"`
	// From is the first day on which it is in force; series are anchored there.
	From civil.Date `json:"from"`
	// To is the last day; unset: without an end.
	To civil.Date `json:"to,omitzero"`
	// Demand is how often, or by when.
	Demand Demand `json:"demand"`
	// Early is how long before it is due it counts; unset: for a rule with times not at all, for a demand that is due
	// by an instant at any time before.
	Early civil.Span `json:"early,omitzero"`
	// Late is how long after it is due it is still in time; unset: not at all.
	Late civil.Span `json:"late,omitzero"`
	// Season is the part of the year in which it is in force; unset: all of it.
	Season civil.Season `json:"season,omitzero"`
	// Days are the days on which it is in force; unset: all.
	Days Days `json:"days,omitempty"`
}

// Demand is what a duty asks for: exactly one of its fields.
type Demand struct {
	// Rule is done when the clock says so.
	Rule *Rule `json:"rule,omitempty"`
	// Quota is done often enough in each period.
	Quota *Quota `json:"quota,omitempty"`
	// Gap is never left undone for too long.
	Gap *Gap `json:"gap,omitempty"`
	// By is done once, by a day or an instant that hangs on something else.
	By *By `json:"by,omitempty"`
	// Usage is done after so much use.
	Usage *Usage `json:"usage,omitempty"`
	// First is whichever of several comes first.
	First *First `json:"first,omitempty"`
}

// Rule is a demand of the clock: on some days, at some times of them, or in steps within a window.
type Rule struct {
	// Every is the unit of the series, and Interval how many of it lie between two; unset: 1. Rounds inside a span of
	// the subject have neither.
	Every    Unit `json:"every,omitempty"`
	Interval int  `json:"interval,omitempty"`
	// Anchor is a day of the first period of the series; unset: the duty's first day.
	Anchor civil.Date `json:"anchor,omitzero"`
	// Months are those of the year, 1 to 12; none: all. Without them the days of the month of a quarter, half-year or
	// year are those of the one month in it that the anchor has: every quarter from 31 March on is four days a year.
	Months []int `json:"months,omitempty"`
	// MonthDays are days of the month, −1 for its last; none: with weekdays every such day, else the anchor's day of the
	// month.
	MonthDays []int `json:"monthDays,omitempty"`
	// YearDays are days of the year, 1 to 366 and −1 for its last; a year that does not have one leaves it out.
	YearDays []int `json:"yearDays,omitempty"`
	// Weekdays are days of the week; with a number of the month, the second Tuesday, the last Friday, or of a longer
	// period without months and month days. A day must be of all the lists that are given.
	Weekdays []WeekdayOf `json:"weekdays,omitempty"`
	// Pick takes some of the days of each period by their number, −1 for the last. Where the duty is of working days, only
	// those are counted.
	Pick []int `json:"pick,omitempty"`
	// ShortMonth says what becomes of a day that a month does not have. Needed where one may be missing.
	ShortMonth ShortMonth `json:"shortMonth,omitempty"`
	// Times are when on its days it is due; none and no steps: some time on the day. A series of hours or minutes has at
	// most one, the time on the anchor's day at which it begins; unset: 00:00.
	Times []civil.TimeOfDay `json:"times,omitempty"`
	// Steps are rounds within a part of the day, instead of times.
	Steps *Steps `json:"steps,omitempty"`
	// Rest says where a day goes on which nobody works; unset: it stays. Several that come to the same day are one.
	Rest worktime.Rest `json:"rest,omitempty"`
}

// WeekdayOf is a day of the week, the n-th of its month or year; 0 for each, −1 for the last.
type WeekdayOf struct {
	Day worktime.Weekday `json:"day"`
	N   int              `json:"n,omitempty"`
}

// Steps are rounds in equal steps: every two hours of the night, every 15 minutes of a meeting.
type Steps struct {
	// Step is the time between two, of hours and shorter.
	Step civil.Span `json:"step"`
	// Window is the part of the day they lie in; it may cross midnight, and belongs to the day it opens on.
	Window civil.Window `json:"window,omitzero"`
	// Inside is the name of a span of the subject, such as a meeting, instead of a window.
	Inside string `json:"inside,omitempty"`
	// AtStart and AtEnd say whether the first round is at the beginning, and one at the end; otherwise the first is one
	// step after the beginning, and the last strictly before the end.
	AtStart bool `json:"atStart,omitempty"`
	AtEnd   bool `json:"atEnd,omitempty"`
}

// Quota is a demand for so many in each period.
type Quota struct {
	// AtLeast is how many, or how much of Sum.
	AtLeast decimal.Decimal `json:"atLeast"`
	// Sum is the name of a figure of the records that is added up; empty: records are counted.
	Sum string `json:"sum,omitempty"`
	// In is the period; or Span, one that begins with a field of the subject.
	In   Unit          `json:"in,omitempty"`
	Span *AnchoredSpan `json:"span,omitempty"`
	// Slots are parts of the day, in each of which the quota holds; by name.
	Slots []Slot `json:"slots,omitempty"`
}

// AnchoredSpan is the time from a field of the subject on, half-open. A length of days and longer ends where the day
// begins that is so much later, whatever the time of the field.
type AnchoredSpan struct {
	From   string     `json:"from"`
	Length civil.Span `json:"length,omitzero"`
	// To is the field that ends it, instead of a length.
	To string `json:"to,omitempty"`
}

// Slot is a part of the day with a name: morning, evening.
type Slot struct {
	Code   string       `json:"code"`
	Window civil.Window `json:"window"`
}

// Gap is a demand that no more than some time lies between two.
type Gap struct {
	// Max is the longest time between two, counted from the record before, at first from the duty's first day or from
	// [Evidence.Since].
	// Unset: the interval is not known, and nothing is judged.
	Max civil.Span `json:"max,omitzero"`
	// Planned counts only records that were planned: an extra act does not start the time anew.
	Planned bool `json:"planned,omitempty"`
}

// By is a demand to be met once, before or after an anchor.
type By struct {
	// Anchor is the field of the subject: "examOn". The due day or instant is Before or After it, or it itself: by days,
	// months and working days it is a whole day, whatever the time of the anchor; hours need an anchor with a time.
	Anchor string     `json:"anchor"`
	Before civil.Span `json:"before,omitzero"`
	After  civil.Span `json:"after,omitzero"`
	// Rest says where a day goes that is a day of rest; unset: it stays.
	Rest worktime.Rest `json:"rest,omitempty"`
	// Exclusive ends it before the due day begins.
	Exclusive bool `json:"exclusive,omitempty"`
	// OnDay counts only what is done from the beginning of the due day on; unset: as Early says.
	OnDay bool `json:"onDay,omitempty"`
	// Known is the field that says when the anchor became known. One that became known after the due moves it to
	// Known + LateStart, which is reported; without LateStart it stays missed.
	Known     string     `json:"known,omitempty"`
	LateStart civil.Span `json:"lateStart,omitzero"`
}

// Usage is a demand after so much use of a meter, counted from the record before.
type Usage struct {
	// Meter is the name of the counter: running hours, starts.
	Meter string `json:"meter"`
	// Step is how much use; unset: it is not known, and nothing is judged.
	Step decimal.Decimal `json:"step,omitzero"`
}

// First is several demands of which each record fulfils all, and whichever is due first holds: 500 running hours or
// half a year.
type First struct {
	// Of are gaps and usages.
	Of []Demand `json:"of"`
}
