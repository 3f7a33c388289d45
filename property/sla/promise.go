package sla

import (
	"github.com/wuyekit/wuye/property/civil"
	"github.com/wuyekit/wuye/property/invalid"
	"github.com/wuyekit/wuye/property/worktime"
)

// Promise says by when what has to happen to a case (服务时限承诺): a repair, a complaint, a
// rectification. It is a document; [Compile] makes a [Clock] of it.
type Promise struct {
	// Code names the promise.
	Code string `json:"code"`
	// Name is for people.
	Name string `json:"name,omitempty"`
	// Source is the contract, standard or rule it stands in.
	Source string `json:"source,omitempty"`
	// Calendar is the code of the calendar that limits in working time are counted in; its clocks
	// are also those on which days begin and end.
	Calendar string `json:"calendar"`
	// Milestones are what has to happen.
	Milestones []Milestone `json:"milestones"`
	// Stops are the reasons for which a clock may stand still.
	Stops []Stop `json:"stops,omitempty"`
	// Cancelled are the events that end a case without its being done (撤单). What was not late by then
	// is waived.
	Cancelled []string `json:"cancelled,omitempty"`
	// Waived are the events that excuse a case altogether (免责).
	Waived []string `json:"waived,omitempty"`
	// Reopened are the events that open a case again (返修). Each milestone says what becomes of its
	// clock then.
	Reopened []string `json:"reopened,omitempty"`
	// Guess judges cases in years whose holidays are not known by the hours of the week, and
	// marks their verdicts. Otherwise those are unknown.
	Guess bool `json:"guess,omitempty"`
}

// Milestone is one thing that has to happen in time (时限节点): accepted, arrived, resolved.
type Milestone struct {
	// Code names the milestone: "arrive".
	Code string `json:"code"`
	// Name is for people.
	Name string `json:"name,omitempty"`
	// From is the event that starts the clock, the first of its name, after a reopening with [ReopenAwaits] the
	// next: "reported". It may be left out where
	// Due alone says by when.
	From string `json:"from,omitempty"`
	// FromField is a field of the case that starts the clock instead, where the case has it: the time of an
	// appointment.
	FromField string `json:"fromField,omitempty"`
	// To is the event that fulfils the promise: "arrived".
	To string `json:"to"`
	// Limits say how much time there is; the first that applies to the case holds.
	Limits []Limit `json:"limits,omitempty"`
	// Due takes the deadline from a field of the case, where it has it. Where it has not, or where [Deadline.Last]
	// puts the limits first, the limits hold, and if there are none the verdict is unknown.
	Due *Deadline `json:"due,omitempty"`
	// Stops are the codes of those stops that stop this clock. They move no deadline that is a field of
	// the case.
	Stops []string `json:"stops,omitempty"`
	// Reopening says what becomes of the clock of a case that is opened again. Needed where the
	// promise names events that do so.
	Reopening Reopening `json:"reopening,omitempty"`
	// Levels are warnings before the deadline and escalations after it.
	Levels []Level `json:"levels,omitempty"`
}

// Limit is how much time there is, for some categories and priorities (时限).
type Limit struct {
	// Categories and Priorities are those it applies to; none: all.
	Categories []string `json:"categories,omitempty"`
	Priorities []string `json:"priorities,omitempty"`
	// Span is the time: hours and shorter are counted on the clock, days and months on the calendar, working
	// days ("5wd") by the calendar's days. Unset: the contract leaves it open, and the
	// verdict is unknown until it is filled in.
	Span civil.Span `json:"span,omitzero"`
	// In says whether hours are counted around the clock or in working time.
	In Counting `json:"in"`
	// Calendar is the code of another calendar than the promise's.
	Calendar string `json:"calendar,omitempty"`
	// Ends says when on its last day a limit of days ends; unset: at its end, 24:00.
	Ends DayEnd `json:"ends,omitempty"`
	// Rest says where a last day goes that is a day of rest; unset: it stays.
	Rest worktime.Rest `json:"rest,omitempty"`
	// FirstDay counts the day on which the clock starts as the first. Otherwise the first is the
	// day after it. Source: Civil Code art. 201, 开始的当日不计入.
	FirstDay bool `json:"firstDay,omitempty"`
}

// Deadline takes a deadline from a field of the case (约定时间, 截止日期).
type Deadline struct {
	// Field is the name of the field: "agreedAt".
	Field string `json:"field"`
	// Last lets the limits go first: the field then holds only for a case to which none of them applies, so that an
	// urgent repair is due by its limit even where a time was agreed. Otherwise the field goes first.
	Last bool `json:"last,omitempty"`
	// Before and After move it: a check is due one month before an examination. At most one of them.
	Before civil.Span `json:"before,omitzero"`
	After  civil.Span `json:"after,omitzero"`
	// Exclusive ends a deadline that is a day before that day begins: "before 10 January". Otherwise the
	// day counts to its end: "by 10 January".
	Exclusive bool `json:"exclusive,omitempty"`
	// Ends says when on the day a deadline that is a day ends; unset: at its end, 24:00.
	Ends DayEnd `json:"ends,omitempty"`
	// Rest says where a deadline goes that is a day of rest; unset: it stays.
	Rest worktime.Rest `json:"rest,omitempty"`
}

// Stop is a reason for which clocks may stand still (暂停计时): waiting for the owner, for parts.
type Stop struct {
	// Code names the stop.
	Code string `json:"code"`
	// Name is for people.
	Name string `json:"name,omitempty"`
	// From is the event that stops the clock: "paused".
	From string `json:"from"`
	// Reasons are the reasons that the event must have one of; none: any.
	Reasons []string `json:"reasons,omitempty"`
	// Until are the events that let it go on: "resumed".
	Until []string `json:"until"`
	// AtMost is the longest that the clock stands still each time, around the clock; unset: without a limit.
	AtMost civil.Span `json:"atMost,omitzero"`
}

// Level is a warning or an escalation (预警, 升级): exactly one of Before, After and Percent.
type Level struct {
	// Code names the level.
	Code string `json:"code"`
	// Before is how long before the deadline it is reached: hours as a limit in hours counts them, else around
	// the clock; days by the calendar.
	Before civil.Span `json:"before,omitzero"`
	// After is how long after the deadline it is reached, counted likewise.
	After civil.Span `json:"after,omitzero"`
	// Percent of a limit in hours that have passed, 1 to 100.
	Percent int `json:"percent,omitempty"`
	// Within is the code of a calendar outside whose hours nobody is told; the notice then waits
	// until it opens.
	Within string `json:"within,omitempty"`
}

// Counting says how hours are counted. Its zero is unset.
type Counting uint8

const (
	// Wall counts around the clock (自然时间).
	Wall Counting = iota + 1
	// Working counts working time (工作时间).
	Working
)

func countingWords() invalid.Words { return invalid.Words{"wall", "working"} }

// String returns the word, or "Counting(9)" for a number that is none.
func (c Counting) String() string { return countingWords().Of("Counting", uint8(c)) }

// MarshalText returns the word. Errors: [invalid.ErrWord].
func (c Counting) MarshalText() ([]byte, error) { return countingWords().Marshal(uint8(c)) }

// UnmarshalText reads a word. Errors: [invalid.ErrWord].
func (c *Counting) UnmarshalText(text []byte) error {
	return countingWords().Unmarshal(text, (*uint8)(c))
}

// DayEnd says when on its last day a limit of days ends. Its zero is unset, and means [EndOfDay].
type DayEnd uint8

const (
	// EndOfDay is 24:00. Source: Civil Code art. 203.
	EndOfDay DayEnd = iota + 1
	// EndOfWork is when the calendar closes on that day. Source: Civil Code art. 203, 停止业务活动的时间.
	EndOfWork
	// SameTime is the time of day at which the clock started.
	SameTime
)

func dayEndWords() invalid.Words { return invalid.Words{"day", "work", "sameTime"} }

// String returns the word, or "DayEnd(9)" for a number that is none.
func (e DayEnd) String() string { return dayEndWords().Of("DayEnd", uint8(e)) }

// MarshalText returns the word. Errors: [invalid.ErrWord].
func (e DayEnd) MarshalText() ([]byte, error) { return dayEndWords().Marshal(uint8(e)) }

// UnmarshalText reads a word. Errors: [invalid.ErrWord].
func (e *DayEnd) UnmarshalText(text []byte) error {
	return dayEndWords().Unmarshal(text, (*uint8)(e))
}

// Reopening says what becomes of a milestone that was reached, or cancelled, when its case is opened again; one that
// was not goes on, but with [ReopenAwaits]. Its zero is unset.
type Reopening uint8

const (
	// ReopenIgnored keeps the first result.
	ReopenIgnored Reopening = iota + 1
	// ReopenRuns takes the result back: the clock has been running all the time.
	ReopenRuns
	// ReopenPaused takes the result back: the clock stood still while the case was closed.
	ReopenPaused
	// ReopenRestarts takes the result back and starts the clock anew, with the full limit, when the case is opened
	// again.
	ReopenRestarts
	// ReopenAwaits takes the result back, if there is one, and the start too: the clock starts anew with the next
	// [Milestone.From]. A call back after the repair counts from the last repair (回访).
	ReopenAwaits
)

func reopeningWords() invalid.Words {
	return invalid.Words{"ignored", "runs", "paused", "restarts", "awaits"}
}

// String returns the word, or "Reopening(9)" for a number that is none.
func (r Reopening) String() string { return reopeningWords().Of("Reopening", uint8(r)) }

// MarshalText returns the word. Errors: [invalid.ErrWord].
func (r Reopening) MarshalText() ([]byte, error) { return reopeningWords().Marshal(uint8(r)) }

// UnmarshalText reads a word. Errors: [invalid.ErrWord].
func (r *Reopening) UnmarshalText(text []byte) error {
	return reopeningWords().Unmarshal(text, (*uint8)(r))
}
