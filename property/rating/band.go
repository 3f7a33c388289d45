package rating

import (
	"github.com/wuyekit/wuye/property/civil"
	"github.com/wuyekit/wuye/property/metric"
)

// Band is an outcome and what it takes (等级, 星级). A list of bands is read from the best to the worst, and the first that
// holds is the outcome; one without an edge holds for every score. Two rows may have the same code: B from 60, or below it
// without a bad record.
type Band struct {
	// Code names the outcome: "5".
	Code string      `json:"code"`
	Name metric.Name `json:"name,omitzero"`
	// From is the lowest score, itself included; Above the same, itself not. At most one of them.
	From  metric.Figure `json:"from,omitzero"`
	Above metric.Figure `json:"above,omitzero"`
	// Needs are what else it takes: a minimum in an item or a section.
	Needs []Need `json:"needs,omitempty"`
	// When are facts that must be true, and Unless facts that must be false: "badRecord". A fact that the sheet does not
	// state leaves the outcome open, and the result names it.
	When   []string `json:"when,omitempty"`
	Unless []string `json:"unless,omitempty"`
}

// Need is a minimum standard (最低要求): exactly one of Item and Section, and at least that share of its points, 0 to 1. What does not
// apply needs nothing, nor does a section of which no item applies; what nobody marked and the rubric counts is held to it.
type Need struct {
	Item    string        `json:"item,omitempty"`
	Section string        `json:"section,omitempty"`
	AtLeast metric.Figure `json:"atLeast"`
}

// Veto is an event that counts whatever the points (一票否决): a listed one, and all that must come with it.
type Veto struct {
	// Code names what happened: "liftAccident".
	Code   string      `json:"code"`
	Name   metric.Name `json:"name,omitzero"`
	Source string      `json:"source,omitempty"`
	// Needs are the facts that the event must have too: "majorImpact", "verified". An event that does not state one of
	// them leaves the outcome open.
	Needs []string `json:"needs,omitempty"`
	// AtLeast is how many such events it takes; unset: 1. Open marks a number that the source leaves open: while AtLeast is unset, the
	// veto is unknown for whoever has such an event, and named.
	AtLeast int  `json:"atLeast,omitempty"`
	Open    bool `json:"open,omitempty"`
	// Effect is what it does, and Band the best band that [Limit] leaves.
	Effect Effect `json:"effect"`
	Band   string `json:"band,omitempty"`
	// Scope says whom it hits; a rubric knows only [OfProject].
	Scope Scope `json:"scope,omitempty"`
}

// Event is something that happened to a project and may be a veto.
type Event struct {
	// ID names it in its source, and Veto is the code of what it is.
	ID   string `json:"id,omitempty"`
	Veto string `json:"veto"`
	// Project is where it happened; of an event on a sheet it is the sheet's.
	Project string     `json:"project,omitempty"`
	On      civil.Date `json:"on,omitzero"`
	// Facts are what is known of it: whether it had a major impact, was verified.
	Facts []Fact `json:"facts,omitempty"`
	// Evidence are references to papers and pictures.
	Evidence []string `json:"evidence,omitempty"`
	Note     string   `json:"note,omitempty"`
}

// Fact is something that is so, or is known not to be so. One that is not stated is unknown.
type Fact struct {
	Name string `json:"name"`
	Is   bool   `json:"is"`
}
