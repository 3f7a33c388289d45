package standard

import (
	"time"

	"github.com/wuyekit/wuye/property/flow"
	"github.com/wuyekit/wuye/property/metric"
)

// Evidence is what is known of a period (证据): facts only. It is a document.
type Evidence struct {
	// AsOf is the instant at which it is judged; what happened later has not happened.
	AsOf time.Time `json:"asOf,omitzero"`
	// Zone is the zone of its days: "Asia/Shanghai".
	Zone string `json:"zone,omitempty"`
	// Start and End are the period, half-open; each a day, from its beginning, or an instant.
	Start Point `json:"start,omitzero"`
	End   Point `json:"end,omitzero"`
	// Estate are fields of the estate itself.
	Estate []Field `json:"estate,omitempty"`
	// Subjects are the population: every lift, every lobby.
	Subjects []Subject `json:"subjects,omitempty"`
	// Records are what happened, in any order.
	Records []Record `json:"records,omitempty"`
	// Figures are what was counted.
	Figures []Figure `json:"figures,omitempty"`
	// Complete says what is all there.
	Complete []Complete `json:"complete,omitempty"`
}

// Field is a fact by its name: one value, or several of a list. The type of the value is the vocabulary's.
type Field struct {
	Name   string   `json:"name"`
	Value  string   `json:"value,omitempty"`
	Values []string `json:"values,omitempty"`
}

// Subject is one of a population (对象): a lift, a building, a visit.
type Subject struct {
	Kind   string  `json:"kind"`
	ID     string  `json:"id"`
	Fields []Field `json:"fields,omitempty"`
}

// Record is a fact about something that happened or exists (记录): an act has At; a document or a shift At and Until; a case has events; a sheet has items.
type Record struct {
	ID   string `json:"id"`
	Kind string `json:"kind"`
	// Subject is the ID of what it is about; empty: the estate.
	Subject string `json:"subject,omitempty"`
	// At is when it was, or began; unset for a case, whose events say so, and for a document without a day. Until is when it
	// ended, itself not included; unset: it has not.
	At    time.Time `json:"at,omitzero"`
	Until time.Time `json:"until,omitzero"`
	// Actor is who did it.
	Actor  string       `json:"actor,omitempty"`
	Fields []Field      `json:"fields,omitempty"`
	Events []flow.Event `json:"events,omitempty"`
	Items  []Mark       `json:"items,omitempty"`
}

// Mark is the result of an item of a sheet.
type Mark struct {
	Code   string  `json:"code"`
	Result Outcome `json:"result"`
	Note   string  `json:"note,omitempty"`
}

// Figure is a number that was counted (数值). A figure may stand once for each period: of every month, and of the year.
type Figure struct {
	Figure  string        `json:"figure"`
	Subject string        `json:"subject,omitempty"`
	Value   metric.Figure `json:"value"`
	// Start and End are the period it is of; unset: that of the evidence.
	Start Point `json:"start,omitzero"`
	End   Point `json:"end,omitzero"`
}

// Complete says that every record, or subject, of a kind that was in a span is here (完整性声明); "*" stands for every kind.
type Complete struct {
	Kind string `json:"kind"`
	// Except are kinds that "*" does not stand for here, whose completeness is not known or is said by themselves.
	Except []string `json:"except,omitempty"`
	From   Point    `json:"from"`
	To     Point    `json:"to"`
}
