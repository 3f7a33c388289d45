package standard

import (
	"github.com/wuyekit/wuye/property/civil"
	"github.com/wuyekit/wuye/property/metric"
	"github.com/wuyekit/wuye/property/schedule"
	"github.com/wuyekit/wuye/property/worktime"
)

// Publications says what must be made public, to whom, where and by when (公示公开事项). It is a document; [CompilePublications] makes a
// [PublicationRegister] of it.
type Publications struct {
	Code string      `json:"code"`
	Name metric.Name `json:"name,omitzero"`
	// Calendar is the code of the calendar on whose clocks its days begin and end, and whose working days it means.
	Calendar string `json:"calendar"`
	// From and To are the first and the last day on which it binds, as those of a contract; unset: as long as one can think.
	From civil.Date `json:"from,omitzero"`
	To   civil.Date `json:"to,omitzero"`
	// Items are what must be made public.
	Items []PublicationItem `json:"items"`
}

// PublicationItem is one thing that must be made public (公示事项): the price list, the accounts of a quarter.
type PublicationItem struct {
	Code string      `json:"code"`
	Name metric.Name `json:"name"`
	// To is for whom it is.
	To []Audience `json:"to"`
	// Where are the places at all of which it must be; none: any will do.
	Where []Medium `json:"where,omitempty"`
	// Due says how often, or by when.
	Due PublicationDue `json:"due"`
	// Rest says where a last day goes on which nobody works; unset: it stays.
	Rest worktime.Rest `json:"rest,omitempty"`
	// Shown is how long it must stay up; Standing says that it stays for as long as it holds.
	Shown    civil.Span `json:"shown,omitzero"`
	Standing bool       `json:"standing,omitempty"`
	// Source is the document and the place in it, Clause the ID of the rule if it is one of a standard.
	Source Source `json:"source,omitzero"`
	Clause string `json:"clause,omitempty"`
	// Evidence is the kind of record that a publication becomes for the clauses of a standard; empty: none.
	Evidence string      `json:"evidence,omitempty"`
	Note     metric.Name `json:"note,omitzero"`
}

// PublicationDue says how often, or by when: exactly one of its fields. What the source leaves open is left out, and the item is unknown.
type PublicationDue struct {
	// Every is once for each period.
	Every *PublicationEvery `json:"every,omitempty"`
	// By is once a year, by a day of it.
	By civil.MonthDay `json:"by,omitzero"`
	// Once is once for all.
	Once *PublicationOnce `json:"once,omitempty"`
	// Within is some time after each event of a sort.
	Within *PublicationWithin `json:"within,omitempty"`
}

// PublicationEvery is a statement for each period (定期公布).
type PublicationEvery struct {
	// In is the period: week, month, quarter, halfYear, year; unset: the source does not say.
	In schedule.Unit `json:"in,omitempty"`
	// After is how long after the last day of the period it is due, in months and days or in working days; unset: the source does not say. A
	// month from 30 June ends with 30 July (民法典 art. 202).
	After civil.Span `json:"after,omitzero"`
	// During makes it due in the period itself instead, by its last day.
	During bool `json:"during,omitempty"`
}

// PublicationOnce is a publication for all time (长期公示).
type PublicationOnce struct {
	// By is the last day; unset: it has to be there already.
	By civil.Date `json:"by,omitzero"`
}

// PublicationWithin is a publication after an event (事后公布): within 15 days of a payment.
type PublicationWithin struct {
	// After is the code of the event, and Span how long there is, the day of the event not counted; unset: the source does not say.
	After string     `json:"after"`
	Span  civil.Span `json:"span,omitzero"`
}
