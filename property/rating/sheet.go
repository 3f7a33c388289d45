package rating

import (
	"github.com/wuyekit/wuye/property/civil"
	"github.com/wuyekit/wuye/property/metric"
)

// Sheet is a filled-in scoring sheet (评分表). It is a document.
type Sheet struct {
	// ID names the sheet.
	ID string `json:"id"`
	// Rubric is the code of the rubric, and Version its edition; unset: not checked.
	Rubric  string `json:"rubric,omitempty"`
	Version string `json:"version,omitempty"`
	// Project is what was judged, and On the day of it. Deductions that expire and rubrics with days need it.
	Project string     `json:"project,omitempty"`
	On      civil.Date `json:"on,omitzero"`
	// Rater is who judged, and Source in which role: "self", "superior", "peer".
	Rater  string `json:"rater,omitempty"`
	Source string `json:"source,omitempty"`
	// Marks are what was marked, in any order; the rubric's own is the fastest.
	Marks []Mark `json:"marks,omitempty"`
	// Findings are what was found, in any order.
	Findings []Finding `json:"findings,omitempty"`
	// Events are those that may be vetoes.
	Events []Event `json:"events,omitempty"`
	// Facts are what bands ask for.
	Facts []Fact `json:"facts,omitempty"`
	// Replaces is the ID of the sheet that this one amends, and Amendment why and by whom.
	Replaces  string     `json:"replaces,omitempty"`
	Amendment *Amendment `json:"amendment,omitempty"`
}

// Mark is what was marked of an item: exactly one of Level, Figure and NotApplicable.
type Mark struct {
	// Item is its code; Part is the code of a shortfall where the item has several.
	Item string `json:"item"`
	Part string `json:"part,omitempty"`
	// Level is a level of the item's scale, or "pass" or "fail".
	Level string `json:"level,omitempty"`
	// Figure is what was measured, or the points given.
	Figure metric.Figure `json:"figure,omitzero"`
	// NotApplicable says that the item does not apply (不适用).
	NotApplicable bool `json:"notApplicable,omitempty"`
	// Note is a reason, and Evidence are references to papers and pictures.
	Note     string   `json:"note,omitempty"`
	Evidence []string `json:"evidence,omitempty"`
}

// Finding is something that was found and takes points off (检查发现).
type Finding struct {
	// ID names it in its source; on one sheet once. Only one with an ID can be changed by [Sheet.Amend].
	ID string `json:"id,omitempty"`
	// Item is the code of the item; empty: a deduction of the whole sheet. Kind is the code of the deduction, which may be left
	// out where there is only one.
	Item string `json:"item,omitempty"`
	Kind string `json:"kind,omitempty"`
	// Count is how many were found; unset: 1.
	Count int `json:"count,omitempty"`
	// Repeats is how often it was found before without being corrected.
	Repeats int `json:"repeats,omitempty"`
	// On is the day it was found, unset: the sheet's; Corrected the day it was put right.
	On        civil.Date `json:"on,omitzero"`
	Corrected civil.Date `json:"corrected,omitzero"`
	// Place says where, Note what, and Evidence are references to papers and pictures.
	Place    string   `json:"place,omitempty"`
	Note     string   `json:"note,omitempty"`
	Evidence []string `json:"evidence,omitempty"`
}

// Amendment says why and by whom a sheet was amended (申诉更正).
type Amendment struct {
	Objection string     `json:"objection"`
	By        string     `json:"by"`
	On        civil.Date `json:"on"`
	Reason    string     `json:"reason"`
	// Sheet is the ID of the amended sheet; unset: that of the one before, with the next number.
	Sheet string `json:"sheet,omitempty"`
}
