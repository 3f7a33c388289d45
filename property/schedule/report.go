package schedule

import (
	"time"

	"github.com/shopspring/decimal"
)

// Row is what became of one thing that was due (评判结果). It is a result of [Schedule.Judge], not a document to be
// written by hand.
type Row struct {
	// Key names it for good: an occurrence by the duty's code and what the clock shows, a quota by its period, a
	// gap by the record that it follows.
	Key string `json:"key"`
	// State is what became of it.
	State State `json:"state"`
	// Due is when it is due; unset where that is not known, or not yet.
	Due time.Time `json:"due,omitzero"`
	// Day is true where Due is the end of a day or of a period: that instant itself is too late.
	Day bool `json:"day,omitempty"`
	// OriginalDue is when it was due before it moved; unset if it did not.
	OriginalDue time.Time `json:"originalDue,omitzero"`
	// Start is when its window begins; unset: at any time before. Of a gap it is where the gap begins.
	Start time.Time `json:"start,omitzero"`
	// End is when its window ends: Due and the tolerance after it.
	End time.Time `json:"end,omitzero"`
	// Record is the ID of the record that serves it, and At when that was done; of a quota the one by which it was reached.
	Record string    `json:"record,omitempty"`
	At     time.Time `json:"at,omitzero"`
	// Have and Want are what a quota has and asks for.
	Have decimal.Decimal `json:"have,omitzero"`
	Want decimal.Decimal `json:"want,omitzero"`
	// LateStart marks one whose anchor became known after it was due (启动过晚).
	LateStart bool `json:"lateStart,omitempty"`
	// Carried marks one that was due before the time asked about and not done when that began (结转).
	Carried bool `json:"carried,omitempty"`
	// Reason says why it is unknown or partial or its due moved, and Missing names what is missing.
	Reason  Reason `json:"reason,omitzero"`
	Missing string `json:"missing,omitempty"`
}

// LateBy returns how long after it was due something was done, 0 if it was not late.
func (r Row) LateBy() time.Duration {
	if r.State != Late || r.At.Before(r.Due) {
		return 0
	}
	return r.At.Sub(r.Due)
}

// Aside is a record within the time asked about that serves nothing that was due (计划外记录).
type Aside struct {
	// Record is its ID, and At when it was done.
	Record string    `json:"record"`
	At     time.Time `json:"at"`
	// Voluntary is true for one that was marked so; the others are extra.
	Voluntary bool `json:"voluntary,omitempty"`
}

// Report is what became of a duty of one subject in some time.
type Report struct {
	// Duty is the duty's code, and Subject the evidence's.
	Duty    string `json:"duty"`
	Subject string `json:"subject,omitempty"`
	// Rows are the things due, in the order of their dues, after those that were there before.
	Rows []Row `json:"rows,omitempty"`
	// Asides are the records that serve none, in the order of time.
	Asides []Aside `json:"asides,omitempty"`
	// Counts are how many there are of each state.
	Counts Counts `json:"counts"`
}

// Counts are how many rows there are of each state (统计). Their sum is that of the whole.
type Counts struct {
	// Total is the sum of the seven states.
	Total   int `json:"total"`
	OnTime  int `json:"onTime"`
	Late    int `json:"late"`
	Missed  int `json:"missed"`
	Pending int `json:"pending"`
	Excused int `json:"excused"`
	Unknown int `json:"unknown"`
	Partial int `json:"partial"`
	// LateStart and Carried are how many rows, of whatever state, are marked so.
	LateStart int `json:"lateStart"`
	Carried   int `json:"carried"`
	// Extra and Voluntary are records that serve nothing that was due.
	Extra     int `json:"extra"`
	Voluntary int `json:"voluntary"`
}

// Judged returns how many rows the share of those on time is of: on time, late and missed. What is pending, excused,
// unknown or partial is not judged.
func (c Counts) Judged() int { return c.OnTime + c.Late + c.Missed }

// Plus returns the counts of two reports together.
func (c Counts) Plus(d Counts) Counts {
	return Counts{
		Total: c.Total + d.Total, OnTime: c.OnTime + d.OnTime, Late: c.Late + d.Late, Missed: c.Missed + d.Missed,
		Pending: c.Pending + d.Pending, Excused: c.Excused + d.Excused, Unknown: c.Unknown + d.Unknown,
		Partial: c.Partial + d.Partial, LateStart: c.LateStart + d.LateStart, Carried: c.Carried + d.Carried,
		Extra: c.Extra + d.Extra, Voluntary: c.Voluntary + d.Voluntary,
	}
}

func (c *Counts) add(r *Row) {
	c.Total++
	switch r.State {
	case OnTime:
		c.OnTime++
	case Late:
		c.Late++
	case Missed:
		c.Missed++
	case Pending:
		c.Pending++
	case Excused:
		c.Excused++
	case Partial:
		c.Partial++
	case Unknown:
		c.Unknown++
	}
	if r.LateStart {
		c.LateStart++
	}
	if r.Carried {
		c.Carried++
	}
}
