package rating

import (
	"github.com/wuyekit/wuye/property/civil"
	"github.com/wuyekit/wuye/property/metric"
)

// Result is what a sheet comes to (评分结果). It is a value that can be stored and explains itself: [Result.Why] needs nothing
// else.
type Result struct {
	// Sheet, Project and On are the sheet's; Rubric and Version those of the rubric.
	Sheet   string     `json:"sheet"`
	Project string     `json:"project,omitempty"`
	On      civil.Date `json:"on,omitzero"`
	Rubric  string     `json:"rubric"`
	Version string     `json:"version,omitempty"`
	// State says whether there is a score.
	State State `json:"state"`
	// Missing names what is missing: items without a mark, facts that are not stated.
	Missing []string `json:"missing,omitempty"`
	// Method and OutOf are the rubric's.
	Method Method        `json:"method"`
	OutOf  metric.Figure `json:"outOf"`
	// Items are the rubric's items, in its order, also those that do not count; Sections are their sums. Bonus sections are
	// among both.
	Items    []ItemResult    `json:"items,omitempty"`
	Sections []SectionResult `json:"sections,omitempty"`
	// Applicable is how many items but those of bonus sections were judged; one that is absent is not, whatever it is awarded.
	Applicable int `json:"applicable"`
	// Points are what the items but those of bonus sections come to, simply added: their [ItemResult.Points].
	Points Score `json:"points,omitzero"`
	// Raw is what the sections but bonus sections come to together, and RawOf what they might: points, or weights.
	Raw   Score `json:"raw,omitzero"`
	RawOf Score `json:"rawOf,omitzero"`
	// Bonus is what the bonus sections add, at most BonusCap, and Deducted what Deductions take off the whole, after all
	// limits.
	Bonus      Score             `json:"bonus,omitzero"`
	BonusCap   metric.Figure     `json:"bonusCap,omitzero"`
	Deducted   Score             `json:"deducted,omitzero"`
	Deductions []DeductionResult `json:"deductions,omitempty"`
	// Floor and Ceiling are the rubric's limits of the score.
	Floor   metric.Figure `json:"floor,omitzero"`
	Ceiling metric.Figure `json:"ceiling,omitzero"`
	// Exact is the score before it is rounded, Stages what each stage of rounding left, and Score what the last one did. A
	// sheet whose items are all known has an Exact, whatever vetoes say; only one that is rated has a Score. Nullified says
	// that a veto made the Score 0 ([Nullify]).
	Exact     Score         `json:"exact,omitzero"`
	Stages    []StageResult `json:"stages,omitempty"`
	Score     Score         `json:"score,omitzero"`
	Nullified bool          `json:"nullified,omitempty"`
	// Vetoes are the codes of the vetoes that took effect.
	Vetoes []string `json:"vetoes,omitempty"`
	// Band is the outcome, empty if none holds or a fact is missing, and Edge the row that gave it. BandsOn says which score
	// it looked at. Of a Nullified result it is 0.
	Band    string `json:"band,omitempty"`
	Edge    Band   `json:"edge,omitzero"`
	BandsOn Basis  `json:"bandsOn,omitempty"`
}

// ItemResult is what one item comes to.
type ItemResult struct {
	// Section and Item are codes; Bonus marks an item of a bonus section.
	Section string `json:"section"`
	Item    string `json:"item"`
	Bonus   bool   `json:"bonus,omitempty"`
	// Absent says why it was not judged: "notApplicable" or "unmarked"; what became of it is in Points.
	Absent string `json:"absent,omitempty"`
	// Mark is the level that was marked, "pass" and "fail" too, and Figure what was measured or given; both are unset for
	// deductions, whose shortfalls have their figures in Deductions.
	Mark   string        `json:"mark,omitempty"`
	Figure metric.Figure `json:"figure,omitzero"`
	// Points are what it came to of Of, as points; unset if it does not count, of weights without points shares of 1.
	Points Score `json:"points,omitzero"`
	Of     Score `json:"of,omitzero"`
	// Weight is what it is worth, by weights.
	Weight metric.Figure `json:"weight,omitzero"`
	// Deductions are what took points off.
	Deductions []DeductionResult `json:"deductions,omitempty"`
}

// SectionResult is what a section comes to.
type SectionResult struct {
	Section string `json:"section"`
	Bonus   bool   `json:"bonus,omitempty"`
	// Raw is what its items come to, of RawOf: points, or weights.
	Raw   Score `json:"raw,omitzero"`
	RawOf Score `json:"rawOf,omitzero"`
	// Points are what it adds to [Result.Raw], or as a bonus, and Of what it adds to [Result.RawOf]: by points Raw and RawOf
	// within Floor and Cap; by weights Raw and RawOf, or with a weight of its own that weight's share Raw ÷ RawOf. All four
	// are unset if nothing in it counts.
	Points Score         `json:"points,omitzero"`
	Of     Score         `json:"of,omitzero"`
	Floor  metric.Figure `json:"floor,omitzero"`
	Cap    metric.Figure `json:"cap,omitzero"`
	// Weight is what it is worth, by weights.
	Weight metric.Figure `json:"weight,omitzero"`
	// Applicable is how many of its items were judged.
	Applicable int `json:"applicable"`
}

// DeductionResult is what a finding or a shortfall took off.
type DeductionResult struct {
	// Finding is the ID of the finding; empty for a shortfall.
	Finding string `json:"finding,omitempty"`
	// Kind is the code of the deduction or shortfall.
	Kind string `json:"kind"`
	// Count is how many, of a shortfall how many units; Take what each takes off, of [Deduction.All] what the item has; and
	// Factor what repetition multiplies it by, unset: 1.
	Count  Score         `json:"count"`
	Take   metric.Figure `json:"take"`
	Factor Score         `json:"factor,omitzero"`
	// Figure and Target are those of a shortfall.
	Figure metric.Figure `json:"figure,omitzero"`
	Target metric.Figure `json:"target,omitzero"`
	// Asked is the product of these, and Taken what was taken off in the end, after the limits of the kind, the item, the section and
	// the sheet. Bound is the last of them that held it back, unset if none did.
	Asked Score `json:"asked"`
	Taken Score `json:"taken"`
	Bound Bound `json:"bound,omitempty"`
	// Expired is the first day on which it no longer counts, if it has expired by the day of the sheet; then nothing is taken off.
	Expired civil.Date `json:"expired,omitzero"`
}

// StageResult is what a stage of rounding left.
type StageResult struct {
	Rounding metric.Rounding `json:"rounding"`
	Score    Score           `json:"score"`
}
