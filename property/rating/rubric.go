package rating

import (
	"github.com/wuyekit/wuye/property/civil"
	"github.com/wuyekit/wuye/property/metric"
)

// Rubric is a scoring sheet as data (评分细则): what is looked at, what it is worth, and how the points become a score and a
// band. It is a document; [Compile] makes [Rules] of it.
type Rubric struct {
	// Code names the rubric, and Version tells its editions apart.
	Code    string `json:"code"`
	Version string `json:"version,omitempty"`
	// Name is for people.
	Name metric.Name `json:"name,omitzero"`
	// Source is the law, standard or contract it stands in, and Note what a user must know of it: which points are an
	// allocation of ours.
	Source string      `json:"source,omitempty"`
	Note   metric.Name `json:"note,omitzero"`
	// From and To are the first and the last day of sheets it is for; unset: any.
	From civil.Date `json:"from,omitzero"`
	To   civil.Date `json:"to,omitzero"`
	// Method says what an item is worth: its points, or its weight.
	Method Method `json:"method"`
	// OutOf is the score of a sheet on which everything is perfect, without a bonus: 100. By points it is the sum of what the
	// sections come to at most, and [Rubric.Check] refuses parts that sum to 130.
	OutOf metric.Figure `json:"outOf"`
	// NotApplicable says what becomes of an item that does not apply. Needed where sheets may say so; without it they may not.
	NotApplicable Absence `json:"notApplicable,omitempty"`
	// Unmarked says what becomes of an item that nobody marked; unset: the sheet is not rated, and the result names the items.
	Unmarked Absence `json:"unmarked,omitempty"`
	// Scales are the lists of levels that items are marked by.
	Scales []Scale `json:"scales,omitempty"`
	// Main is the code of the item, or of the section, that it is mainly judged by (主要依据): every other item, or section, must
	// weigh less, or the rubric is refused. Unset: no matter.
	Main string `json:"main,omitempty"`
	// Sections are the parts of the sheet, in order.
	Sections []Section `json:"sections"`
	// Deductions are taken off the score of the whole sheet, at most DeductionCap of it together; unset: without a limit.
	Deductions   []Deduction   `json:"deductions,omitempty"`
	DeductionCap metric.Figure `json:"deductionCap,omitzero"`
	// Repeat makes what was found before and not corrected dearer; unset: it is not.
	Repeat Repeat `json:"repeat,omitzero"`
	// BonusCap is the most that all bonus sections add together; unset: without a limit.
	BonusCap metric.Figure `json:"bonusCap,omitzero"`
	// Floor and Ceiling are the lowest and the highest score; unset: 0, and none. The ceiling comes last: what a bonus adds above it,
	// deductions of the whole sheet take off first.
	Floor   metric.Figure `json:"floor,omitzero"`
	Ceiling metric.Figure `json:"ceiling,omitzero"`
	// Rounding are the stages by which the exact score becomes the score, one after the other; none: it stays exact. Two
	// stages are not one: 95.495 is 96 by 0.01 and then 1, and 95 by 1 alone.
	Rounding []metric.Rounding `json:"rounding,omitempty"`
	// Vetoes are events that count whatever the points.
	Vetoes []Veto `json:"vetoes,omitempty"`
	// BandsOn says which score the bands look at; unset: the exact one.
	BandsOn Basis `json:"bandsOn,omitempty"`
	// Bands are the outcomes, the best first; the first that holds is the sheet's.
	Bands []Band `json:"bands,omitempty"`
}

// Section is a part of a sheet (部分, 大项).
type Section struct {
	Code string      `json:"code"`
	Name metric.Name `json:"name,omitzero"`
	// Points is what its items come to, of points; it is only checked, against their sum. Unset: it is not.
	Points metric.Figure `json:"points,omitzero"`
	// Weight is what the section is worth, by weights, however many of its items apply; its items' weights then count within it.
	// Unset: the items of all sections without one are one pool. Weights may have any sum. Either all sections but bonus
	// sections have one, or none.
	Weight metric.Figure `json:"weight,omitzero"`
	// Bonus marks a section whose points are added on top of the score. Nothing in it can be missing: what nobody marked, or
	// does not apply, is 0. Items of a bonus section have points by either method, and none is marked by deductions.
	Bonus bool `json:"bonus,omitempty"`
	// Floor and Cap are the least and the most points that it comes to, by points; unset: 0, and the sum of its items.
	Floor metric.Figure `json:"floor,omitzero"`
	Cap   metric.Figure `json:"cap,omitzero"`
	// DeductionCap is the most points that findings and shortfalls take off in it together, by points; unset: without a
	// limit. Where it holds, the items before in the rubric are the first to lose.
	DeductionCap metric.Figure `json:"deductionCap,omitzero"`
	// Items are what is marked.
	Items []Item `json:"items"`
}

// Item is one thing that is marked (评分项).
type Item struct {
	// Code is unique in the rubric.
	Code string      `json:"code"`
	Name metric.Name `json:"name,omitzero"`
	// Source is where it stands, and Note what a user must know.
	Source string      `json:"source,omitempty"`
	Note   metric.Name `json:"note,omitzero"`
	// Points are the most it comes to. By weights it may be left out: it then comes to shares of 1, and so do its floor, its
	// steps and what deductions take.
	Points metric.Figure `json:"points,omitzero"`
	// Weight is what it is worth, by weights; unset: 1.
	Weight metric.Figure `json:"weight,omitzero"`
	// Floor is the least it comes to when it is judged; unset: 0.
	Floor metric.Figure `json:"floor,omitzero"`
	// Required marks an item that must apply: a sheet that leaves it out is refused.
	Required bool `json:"required,omitempty"`
	// Mark says how it is marked.
	Mark Marking `json:"mark"`
}

// Marking is how an item is marked: exactly one of its fields.
type Marking struct {
	// Scale is marked by a level of the rubric's scale of that code.
	Scale *OnScale `json:"scale,omitempty"`
	// Pass is marked "pass" or "fail": all or nothing (符合/不符合).
	Pass *Pass `json:"pass,omitempty"`
	// Steps is marked by a figure, which comes to the points of a step.
	Steps *Steps `json:"steps,omitempty"`
	// Points is marked by the points themselves.
	Points *Points `json:"points,omitempty"`
	// Deductions begins with all points, and findings and shortfalls take them off. It needs no mark.
	Deductions *Deductions `json:"deductions,omitempty"`
}

// OnScale marks by a level.
type OnScale struct {
	// Of is the code of the scale.
	Of string `json:"of"`
}

// Pass marks with "pass" or "fail".
type Pass struct{}

// Steps marks by a figure (分档计分).
type Steps struct {
	// Figure names what it is of: "satisfaction, %".
	Figure string `json:"figure"`
	// Steps are from the best: the first whose edge the figure reaches holds; below the last it is the item's floor.
	Steps []Step `json:"steps"`
	// Better is the direction in which figures improve.
	Better metric.Direction `json:"better"`
}

// Step is an edge and what reaching it comes to. The edge itself reaches it.
type Step struct {
	At     metric.Figure `json:"at"`
	Points metric.Figure `json:"points"`
}

// Points marks by points of a multiple of Step; unset: 0.01.
type Points struct {
	Step metric.Figure `json:"step,omitzero"`
}

// Deductions takes points off (扣分制). Kinds are found in places; Shortfalls are figures that miss a target. At least one of
// them.
type Deductions struct {
	Kinds      []Deduction `json:"kinds,omitempty"`
	Shortfalls []Shortfall `json:"shortfalls,omitempty"`
	// Cap is the most points that they take off together; unset: down to the item's floor.
	Cap metric.Figure `json:"cap,omitzero"`
}

// Deduction is a kind of finding and what it takes off (扣分项).
type Deduction struct {
	// Code is unique in the item, or among those of the sheet.
	Code string      `json:"code"`
	Name metric.Name `json:"name,omitzero"`
	// Take is what each takes off, above 0; or All, everything the item has. One of the whole sheet cannot take all: that is
	// a veto.
	Take metric.Figure `json:"take,omitzero"`
	All  bool          `json:"all,omitempty"`
	// Most is the most that this kind takes off, however many are found; unset: without a limit.
	Most metric.Figure `json:"most,omitzero"`
	// Lasts is how long one counts from the day it was found; unset: for good, corrected or not. UntilCorrected lets it count
	// until it is corrected too, if that is later: "at least 30 days". UntilCorrected alone lets it count until it is corrected and no
	// longer. On the day on which it is corrected, or its time ends, it no longer counts.
	Lasts          civil.Span `json:"lasts,omitzero"`
	UntilCorrected bool       `json:"untilCorrected,omitempty"`
}

// Shortfall takes off for a figure that misses its target (每低1个百分点扣…分).
type Shortfall struct {
	// Code is unique in the item, kinds included; Figure names what it is of.
	Code   string `json:"code"`
	Figure string `json:"figure"`
	// Target is what it should reach, and Better the direction in which it improves.
	Target metric.Figure    `json:"target"`
	Better metric.Direction `json:"better"`
	// Each is the unit of what is missing, and Take what a unit takes off.
	Each metric.Figure `json:"each"`
	Take metric.Figure `json:"take"`
	// Part says what a part of a unit counts; unset: [Started].
	Part Part `json:"part,omitempty"`
	// Most is the most it takes off; unset: without a limit.
	Most metric.Figure `json:"most,omitzero"`
}

// Repeat makes a finding dearer that was found before and is not corrected (屡查屡犯加重扣分).
type Repeat struct {
	// Factor multiplies what the finding takes off, above 1.
	Factor metric.Figure `json:"factor,omitzero"`
	// EachTime multiplies by it again for every time it was found before; otherwise once.
	EachTime bool `json:"eachTime,omitempty"`
	// Most is the largest it is multiplied by; unset: without a limit.
	Most metric.Figure `json:"most,omitzero"`
}

// Scale is a list of levels (评分等级): 5 to 1; 符合, 基本符合, 不符合.
type Scale struct {
	Code string `json:"code"`
	// OutOf is the value that comes to all points of an item; every level comes to its value's share of it.
	OutOf metric.Figure `json:"outOf"`
	// Levels are in any order.
	Levels []Level `json:"levels"`
}

// Level is one level of a scale.
type Level struct {
	// Code is what a sheet says: "4".
	Code string      `json:"code"`
	Name metric.Name `json:"name,omitzero"`
	// Value is from 0 to the scale's OutOf.
	Value metric.Figure `json:"value"`
}
