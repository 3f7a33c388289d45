package finding

import (
	"github.com/wuyekit/wuye/property/civil"
	"github.com/wuyekit/wuye/property/metric"
	"github.com/wuyekit/wuye/property/money"
)

// Status is where a case stands on a day (整改情况). It is a value that can be stored and explains itself.
type Status struct {
	// Case is its ID, Policy the code of the policy, and AsOf the day: what happened on it counts.
	Case   string     `json:"case"`
	Policy string     `json:"policy"`
	AsOf   civil.Date `json:"asOf"`
	// State says where it stands, and Missing names what is not known: "due/1", the deadline that event 1 sets, "holidays/2027",
	// "repeat/factor".
	State   State    `json:"state"`
	Missing []string `json:"missing,omitempty"`
	// Timing says how its deadlines were kept: late if one of them was not.
	Timing Timing `json:"timing"`
	// Issued is the day it was first issued, OriginalDue its first deadline, and Due the present one; unset while not known.
	Issued      civil.Date `json:"issued,omitzero"`
	OriginalDue civil.Date `json:"originalDue,omitzero"`
	Due         civil.Date `json:"due,omitzero"`
	// Corrected is the day of the last correction that was not refused, and Ended the day it was closed, waived or withdrawn.
	Corrected civil.Date `json:"corrected,omitzero"`
	Ended     civil.Date `json:"ended,omitzero"`
	// Rounds are its deadlines, one each time it was issued.
	Rounds []Round `json:"rounds,omitempty"`
	// Extensions is how often a deadline was moved, Repeats how often it was found again, and OverdueDays how many days were late, all
	// of all rounds.
	Extensions  int `json:"extensions,omitempty"`
	Repeats     int `json:"repeats,omitempty"`
	OverdueDays int `json:"overdueDays,omitempty"`
	// Charges are what it costs so far, and Points and Amount their sums; unset where no penalty of the policy is in points or in
	// money, and where a part of the sum is not known.
	Charges []Charge      `json:"charges,omitempty"`
	Points  metric.Figure `json:"points,omitzero"`
	Amount  money.Amount  `json:"amount,omitzero"`
	// Ahead is how many events of the log had not happened by that day, or stand behind one that had not.
	Ahead int `json:"ahead,omitempty"`
}

// Round is one deadline of a case, from when it was issued until it was corrected or issued again.
type Round struct {
	// Seq is the number of the event that issued it, and Repeats how often it had been found before.
	Seq     int64 `json:"seq"`
	Repeats int   `json:"repeats,omitempty"`
	// Issued is the day it runs from.
	Issued civil.Date `json:"issued"`
	// Limit is the number of the policy's limit that set the deadline, from 1, and Within its length; unset where an event
	// set it.
	Limit  int        `json:"limit,omitempty"`
	Within civil.Span `json:"within,omitzero"`
	// OriginalDue is the last day as it was set, and Due after extensions; unset while not known.
	OriginalDue civil.Date `json:"originalDue,omitzero"`
	Due         civil.Date `json:"due,omitzero"`
	Extensions  int        `json:"extensions,omitempty"`
	// Corrected is the day of the correction, and Ended the day on which the round ended: the finding was corrected, found again, waived
	// or withdrawn.
	Corrected civil.Date `json:"corrected,omitzero"`
	Ended     civil.Date `json:"ended,omitzero"`
	// Asked is the day that the deadline is compared with: that of Ended, or the day that is asked about.
	Asked civil.Date `json:"asked"`
	// Timing says how the deadline was kept, and OverdueDays by how many days it was not.
	Timing      Timing `json:"timing"`
	OverdueDays int    `json:"overdueDays,omitempty"`
}

// Charge is what one issue or one overdue deadline of a case costs.
type Charge struct {
	// Round is the number of the round, from 1, On the day, and For what it costs.
	Round int        `json:"round"`
	On    civil.Date `json:"on"`
	For   Trigger    `json:"for"`
	// Repeats is how often it had been found before. Times is how often it was multiplied by Factor for that; Most is set
	// where that is limited to it. Open says that the factor is not known.
	Repeats int           `json:"repeats,omitempty"`
	Times   int           `json:"times,omitempty"`
	Factor  metric.Figure `json:"factor,omitzero"`
	Most    metric.Figure `json:"most,omitzero"`
	Open    bool          `json:"open,omitempty"`
	// Take and Fine are what it costs before it grows, Points and Amount after, rounded once, half up to PointStep and as
	// Rounding says.
	Take      metric.Figure  `json:"take,omitzero"`
	PointStep metric.Figure  `json:"pointStep,omitzero"`
	Points    metric.Figure  `json:"points,omitzero"`
	Fine      money.Amount   `json:"fine,omitzero"`
	Rounding  money.Rounding `json:"rounding,omitzero"`
	Amount    money.Amount   `json:"amount,omitzero"`
}
