package standard

import (
	"github.com/wuyekit/wuye/property/civil"
	"github.com/wuyekit/wuye/property/metric"
)

// Standard is a service standard (服务标准): what a contract asks for, clause by clause. It is a document; [Compile] makes [Rules] of
// it.
//
// Values in it are texts of their type: a decimal "0.5", a percentage "98%", a length "PT30M" or "P6M", a date, an instant, windows
// of the clock "22:00/06:00". "$name" reads a parameter, "@field" another field of the same record, "@subject.field" a field of its
// subject, and both may be moved by a length: "@subject.arrivalOn-P7D".
type Standard struct {
	ID      string      `json:"id"`
	Version string      `json:"version"`
	Name    metric.Name `json:"name,omitzero"`
	Source  string      `json:"source,omitempty"`
	// From is the first day on which it binds; unset: always.
	From civil.Date `json:"from,omitzero"`
	// Calendar is the code of the calendar on whose clocks its days begin and end, and whose working days it means.
	Calendar string `json:"calendar"`
	// Profiles are the parts of its sources that were agreed; none: all that its clauses belong to. Clauses of other
	// profiles are not judged.
	Profiles []string `json:"profiles,omitempty"`
	Params   []Param  `json:"params,omitempty"`
	Orders   []Order  `json:"orders,omitempty"`
	Aliases  []Alias  `json:"aliases,omitempty"`
	// Relations are pairs of clauses that no contract asks for together.
	Relations []Relation `json:"relations,omitempty"`
	Clauses   []Clause   `json:"clauses"`
}

// Param is a figure that the source leaves open (参数).
type Param struct {
	// Name is what values refer to, as "$name".
	Name string `json:"name"`
	// Value is what the contract says; empty: it is open, and what depends on it is unknown.
	Value string `json:"value,omitempty"`
	// Suggest is a value that a user may copy, from a law for example. It is never used by itself.
	Suggest string      `json:"suggest,omitempty"`
	Source  string      `json:"source,omitempty"`
	Note    metric.Name `json:"note,omitzero"`
}

// Order is a list of grades from the lowest to the highest (等级顺序): "3", "2", "1", where grade 1 is the best.
type Order struct {
	Name   string   `json:"name"`
	Grades []string `json:"grades"`
}

// Alias is a rule that other clauses or parts of the same profile answer (同义条款). Its verdict is theirs joined, computed once.
type Alias struct {
	ID string   `json:"id"`
	Of []string `json:"of"`
}

// Relation says how two clauses, or parts of clauses, of different profiles stand to each other.
type Relation struct {
	// Clauses are their IDs, two of them or more.
	Clauses []string `json:"clauses"`
	// Kind says what to do where a standard has more than one of them.
	Kind RelationKind `json:"kind"`
	// Parted says that their "when" or "where" keeps them apart, so that they are allowed together.
	Parted bool        `json:"parted,omitempty"`
	Source string      `json:"source,omitempty"`
	Note   metric.Name `json:"note,omitzero"`
}

// Clause is one rule of a standard (条款).
type Clause struct {
	// ID is that of the rule: "MAINT-01".
	ID string `json:"id"`
	// Profile is the part of the source that it belongs to.
	Profile string `json:"profile"`
	// Source is the document and the place in it.
	Source Source `json:"source,omitzero"`
	// Title is what is asked, in few words (短标题): 急修半小时到场. Reports show it; unset: they show Text.
	Title metric.Name `json:"title,omitzero"`
	// Text is the key phrase of its source, in Chinese as it stands there (原文).
	Text metric.Name `json:"text"`
	Note metric.Name `json:"note,omitzero"`
	// Off ships the clause without judging it, where it is in legal doubt; Note says why.
	Off bool `json:"off,omitempty"`
	// From and To are the first and the last day on which it binds; unset: as long as the standard.
	From civil.Date `json:"from,omitzero"`
	To   civil.Date `json:"to,omitzero"`
	// When are conditions on the estate or on parameters. Where one is false the clause is not applicable.
	When []Condition `json:"when,omitempty"`
	// Measures are what is measured; all must be met.
	Measures []Measure `json:"measures"`
	// Proofs are evidence with the verdict that is expected.
	Proofs []Proof `json:"proofs,omitempty"`
}

// Source is a document and the place in it.
type Source struct {
	Doc   string `json:"doc"`
	Place string `json:"place,omitempty"`
}

// Measure is one thing that a clause measures: exactly one of the eight (度量). Part is unique in the clause; "CLEAN-13/inspect" addresses it.
type Measure struct {
	Part string `json:"part,omitempty"`
	// Name is what people call the part (分项名称): 每月检查.
	Name metric.Name `json:"name,omitzero"`
	// When are conditions as those of the clause.
	When []Condition `json:"when,omitempty"`
	// Duty: was it done as often, or by the time, that it had to be?
	Duty *Duty `json:"duty,omitempty"`
	// Promise: was each case dealt with within its limit?
	Promise *Promise `json:"promise,omitempty"`
	// Threshold: does the figure or ratio reach the value?
	Threshold *Threshold `json:"threshold,omitempty"`
	// Checklist: are all items of the sheet in order, and was no ban broken?
	Checklist *Checklist `json:"checklist,omitempty"`
	// Presence: does the document, sign, certificate or appointment exist and hold?
	Presence *Presence `json:"presence,omitempty"`
	// Ordering: did the steps of each case come in the right order and distance?
	Ordering *Ordering `json:"ordering,omitempty"`
	// Cover: were enough people at the post, without a gap?
	Cover *Cover `json:"cover,omitempty"`
	// Record: does every record of this kind satisfy these conditions?
	Record *RecordRule `json:"record,omitempty"`
}

// Condition is a comparison (条件). Conditions in a list must all hold; a comparison with a field that is absent is unknown,
// and in a list false beats unknown, unknown beats true.
type Condition struct {
	// Field is a field of the record; "subject.level" one of its subject, "estate.secondaryWater" one of the estate, "$name" a
	// parameter, and "span" the record's own time from At to Until.
	Field string `json:"field"`
	// Is says how it compares. "set" and "unset" need no value, "in", "notIn" and "has" have Values, others Value.
	Is     Comparison `json:"is"`
	Value  string     `json:"value,omitempty"`
	Values []string   `json:"values,omitempty"`
	// Order is the name of the order by which grades compare.
	Order string `json:"order,omitempty"`
}
