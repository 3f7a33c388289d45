package standard

import (
	"github.com/wuyekit/wuye/property/metric"
	"github.com/wuyekit/wuye/property/schedule"
	"github.com/wuyekit/wuye/property/sla"
	"github.com/wuyekit/wuye/property/worktime"
)

// Duty is work that comes back, or that is due once (周期职责): one series for every subject of a kind.
type Duty struct {
	// Acts are the kinds of records that fulfil it, those of longer checks that include it among them.
	Acts []string `json:"acts"`
	// Per is the kind of subjects, and Where which of them; empty: the estate.
	Per   string      `json:"per,omitempty"`
	Where []Condition `json:"where,omitempty"`
	// With are conditions that a record must satisfy to count.
	With []Condition `json:"with,omitempty"`
	Plan Plan        `json:"plan"`
	// Early and Late are how long before and after it is due it counts, LateStart by how much the due moves of what became known
	// after it; lengths.
	Early     string `json:"early,omitempty"`
	Late      string `json:"late,omitempty"`
	LateStart string `json:"lateStart,omitempty"`
	// Share is how many of the rows must be met, "98%"; empty: all.
	Share string `json:"share,omitempty"`
}

// Plan says how often, or by when: exactly one of Quota, Gap, Every, By, Running and Rule.
type Plan struct {
	Quota   *Quota         `json:"quota,omitempty"`
	Gap     *Gap           `json:"gap,omitempty"`
	Every   *Every         `json:"every,omitempty"`
	By      *By            `json:"by,omitempty"`
	Running *Running       `json:"running,omitempty"`
	Rule    *schedule.Rule `json:"rule,omitempty"`
	// Window is the part of the day in which records count, "06:00/22:00".
	Window string `json:"window,omitempty"`
	// Days are the days on which it is in force; working days and holidays are the calendar's.
	Days schedule.Days `json:"days,omitempty"`
	// On are the days of the week on which records count.
	On []worktime.Weekday `json:"on,omitempty"`
	// Season is the part of the year, "11-15/03-15".
	Season string `json:"season,omitempty"`
}

// Quota is at least so many in each period, or once in a span.
type Quota struct {
	AtLeast string `json:"atLeast"`
	// In is the period: hour, day, week, month, quarter, halfYear, year. Span is two values instead, its start and its end.
	In   schedule.Unit `json:"in,omitempty"`
	Span []string      `json:"span,omitempty"`
	// Slots are windows of the day, in each of which the quota holds.
	Slots []string `json:"slots,omitempty"`
	// Sum is a field that is added up instead of counting records.
	Sum string `json:"sum,omitempty"`
}

// Gap is the longest time between two.
type Gap struct {
	Max string `json:"max"`
}

// Every is ticks at start + k·step, k ≥ 1, strictly before the end of a span of the subject.
type Every struct {
	Step   string   `json:"step"`
	Inside []string `json:"inside"`
}

// By is once, by a day or an instant.
type By struct {
	Due string `json:"due"`
	// Known is when the due became known.
	Known string `json:"known,omitempty"`
}

// Running is so many units of a meter between two.
type Running struct {
	Meter string `json:"meter"`
	Step  string `json:"step"`
}

// Promise is a limit for every case of a kind (限时承诺). A period judges the cases whose clock started before its end and that were not
// done, cancelled or excused before its beginning; so a case that is open is judged until it is closed.
type Promise struct {
	Of    string      `json:"of"`
	Where []Condition `json:"where,omitempty"`
	// From and To are events. Limit is how much time there is; or Due a field with the deadline, "@agreedAt".
	From  string `json:"from,omitempty"`
	To    string `json:"to"`
	Limit string `json:"limit,omitempty"`
	Due   string `json:"due,omitempty"`
	// Clock is "wall", or the code of the calendar whose working time counts; empty: wall.
	Clock string `json:"clock,omitempty"`
	// Pauses are the reasons for which the clock may stand still.
	Pauses []sla.Stop `json:"pauses,omitempty"`
	// Cancelled and Waived are events that end a case, or excuse it.
	Cancelled []string `json:"cancelled,omitempty"`
	Waived    []string `json:"waived,omitempty"`
	Share     string   `json:"share,omitempty"`
}

// Threshold compares figures, or their ratio, with a value (指标阈值), by cross multiplication, never rounded first. The counts of a clause
// that rows are unknown of, or that is not complete, are unknown; judged are those that are met or breached.
type Threshold struct {
	Per   string      `json:"per,omitempty"`
	Where []Condition `json:"where,omitempty"`
	// Over is the length of the period that the figures must be of: month, quarter, halfYear, year; unset: that of the evidence. Of a
	// figure that stands for several such periods with time in common with the evidence's each is judged; none is added up of shorter ones.
	Over metric.Cycle `json:"over,omitempty"`
	// Limits must all be met; a range is two.
	Limits []Limit `json:"limits"`
}

// Limit is a figure, or a ratio of two, and what it is held against.
type Limit struct {
	// Figure and OutOf are codes of figures; "MAINT-01.met" and "MAINT-01.judged" are the counts of another clause. OutOf may be a
	// parameter that names the base.
	Figure string     `json:"figure"`
	OutOf  string     `json:"outOf,omitempty"`
	Is     Comparison `json:"is"`
	// Value is a decimal, a percentage of a ratio, a parameter, or "@figure" of the same subject.
	Value string `json:"value"`
}

// Checklist asks that all items of a sheet are in order (检查表), and that no finding breaks one.
type Checklist struct {
	// Sheet is the kind of record that holds the items.
	Sheet string      `json:"sheet"`
	Per   string      `json:"per,omitempty"`
	Where []Condition `json:"where,omitempty"`
	Items []Item      `json:"items"`
	// Use says which sheets count.
	Use Use `json:"use"`
	// MaxAge is how old the latest sheet may be, when one asks or at the end of the period before that; a length. Within it
	// a latest sheet counts though it is from before the period.
	MaxAge string `json:"maxAge,omitempty"`
}

// Item is an item of a checklist; its code is that of the rating rubrics, so that one sheet feeds both.
type Item struct {
	Code string      `json:"code"`
	Text metric.Name `json:"text,omitzero"`
}

// Presence asks that documents exist and hold (应有文件, 证照, 标识, 任命): of every kind for every subject.
type Presence struct {
	Documents []string    `json:"documents"`
	Per       string      `json:"per,omitempty"`
	Where     []Condition `json:"where,omitempty"`
	With      []Condition `json:"with,omitempty"`
	// Valid says when they must be in force; unset: they exist.
	Valid Validity `json:"valid,omitempty"`
	// AtLeast is how many of each kind, empty: 1; AtMost is none by default.
	AtLeast string `json:"atLeast,omitempty"`
	AtMost  string `json:"atMost,omitempty"`
}

// Ordering asks that the steps of every case came in order (步骤顺序). The first time of a step counts, and at one instant steps are in
// order. A period judges the cases that began before its end and were not over before its beginning: over is a case with its last
// step, once it is closed or has all that are not optional.
type Ordering struct {
	Of    string      `json:"of"`
	Where []Condition `json:"where,omitempty"`
	Steps []Step      `json:"steps"`
	// Closed is the event after which nothing follows: a step that is missing then is a breach.
	Closed string `json:"closed,omitempty"`
}

// Step is an event of a case, or one of several: exactly one of Name and Any.
type Step struct {
	Name string   `json:"name,omitempty"`
	Any  []string `json:"any,omitempty"`
	// After are the steps it comes after, which must all have been; none: the step before it, and where that is optional the one before
	// that too. Free sets it free of all.
	After    []string `json:"after,omitempty"`
	Free     bool     `json:"free,omitempty"`
	Optional bool     `json:"optional,omitempty"`
	// Min and Max are the distance from its predecessor, from a day to the beginning or the end of another where they are days, months
	// or working days; AtMost and Apart how often it may be repeated and how far apart; NotBefore a time of day.
	Min       string `json:"min,omitempty"`
	Max       string `json:"max,omitempty"`
	AtMost    string `json:"atMost,omitempty"`
	Apart     string `json:"apart,omitempty"`
	NotBefore string `json:"notBefore,omitempty"`
}

// Cover asks that posts are manned without a gap (在岗覆盖).
type Cover struct {
	Per   string      `json:"per,omitempty"`
	Where []Condition `json:"where,omitempty"`
	Posts []Post      `json:"posts"`
	// Span is two values, its start and its end; none: the period of the evidence.
	Span []string `json:"span,omitempty"`
	// Window is the part of the day; Days the days.
	Window string        `json:"window,omitempty"`
	Days   schedule.Days `json:"days,omitempty"`
	// Source is the kind of record: shifts that were attended, or roster entries that were planned; its field "post" names the post. One that
	// names no subject counts for the only one that must be manned at the time: the roster of a day does not know of the exam. Where there are
	// several, ten doors, it is not known for which it counts.
	Source string `json:"source"`
	// Planned says that the records are a plan, which is judged for the time to come too.
	Planned bool        `json:"planned,omitempty"`
	With    []Condition `json:"with,omitempty"`
}

// Post is a post and how many people it needs: a number, or a value such as "@subject.teamSize".
type Post struct {
	Post   string `json:"post"`
	People string `json:"people"`
}

// RecordRule asks that every record of a kind satisfies conditions (逐条要求, 许可).
type RecordRule struct {
	Of string `json:"of"`
	// Per pairs a record that names no subject of that kind with each of them: leave with a visit.
	Per   string      `json:"per,omitempty"`
	Where []Condition `json:"where,omitempty"`
	Must  []Condition `json:"must"`
	// Waiver is a field that, filled in, excuses.
	Waiver string `json:"waiver,omitempty"`
}
