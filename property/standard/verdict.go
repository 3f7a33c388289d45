package standard

import (
	"slices"
	"time"
)

// Report is the verdict on every clause (评价报告). It is a result of [Rules.Evaluate], in the order of the standard, aliases after the
// clauses.
type Report struct {
	// Standard and Version are the standard's; AsOf, Start and End the evidence's.
	Standard string    `json:"standard"`
	Version  string    `json:"version,omitempty"`
	AsOf     time.Time `json:"asOf"`
	Start    time.Time `json:"start"`
	End      time.Time `json:"end"`
	// Clauses are the verdicts.
	Clauses []Verdict `json:"clauses"`
}

// Verdict is how a clause stands (条款判定).
type Verdict struct {
	// Clause is its ID, Profile its part of the source; Of are the clauses and parts that an alias joins.
	Clause  string   `json:"clause"`
	Profile string   `json:"profile,omitempty"`
	Of      []string `json:"of,omitempty"`
	// State is the verdict of its parts joined, and Reason that of the part which decided.
	State  State  `json:"state"`
	Reason Reason `json:"reason,omitzero"`
	// Parts are the verdicts of its measures; of an alias there are none.
	Parts []PartVerdict `json:"parts,omitempty"`
}

// PartVerdict is how one measure of a clause stands.
type PartVerdict struct {
	// Part is its name, empty where the clause has only one.
	Part   string `json:"part,omitempty"`
	State  State  `json:"state"`
	Reason Reason `json:"reason,omitzero"`
	// Counts are how many rows there are of each state.
	Counts Counts `json:"counts"`
}

// Reason is why a verdict is as it is: a code with its operands, which [Messages] has words for.
type Reason struct {
	Code Code     `json:"code"`
	Args []string `json:"args,omitempty"`
}

func (r Reason) clone() Reason { return Reason{r.Code, slices.Clone(r.Args)} }

// Row is one thing that was judged: an occurrence, a case, a record, a subject.
type Row struct {
	// Subject and Record are IDs. The record of a gap, and of running hours, is the one that ended it, at At; one that has not ended has
	// none. Since when it lasted, the reason of a breach says.
	Subject string `json:"subject,omitempty"`
	Record  string `json:"record,omitempty"`
	// Due is when it is due, OriginalDue when it was before it moved; At when it was done. A figure of another period than that of the
	// evidence is due at the end of its own.
	Due         time.Time `json:"due,omitzero"`
	OriginalDue time.Time `json:"originalDue,omitzero"`
	At          time.Time `json:"at,omitzero"`
	State       State     `json:"state"`
	Reason      Reason    `json:"reason,omitzero"`
}

// Counts are how many rows there are of each state. Late are among the breached, LateStart among all; Extra are records beyond what
// was due, which change nothing.
type Counts struct {
	Total         int `json:"total"`
	Met           int `json:"met"`
	Breached      int `json:"breached"`
	Pending       int `json:"pending"`
	Waived        int `json:"waived"`
	NotApplicable int `json:"notApplicable"`
	Unknown       int `json:"unknown"`
	Late          int `json:"late"`
	LateStart     int `json:"lateStart"`
	Extra         int `json:"extra"`
}
