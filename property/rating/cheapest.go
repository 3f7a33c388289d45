package rating

import (
	"slices"

	"github.com/wuyekit/wuye/property/metric"
)

// Cost says what it costs to improve something, in whatever unit: money, days, or 1 each to count moves. It is for a finding by
// its ID; for an item, or one kind of its findings or one shortfall of it (Part); or, without an item, for a kind of deduction of
// the whole sheet. What is named more closely goes first: a finding, a kind, an item.
type Cost struct {
	Finding string `json:"finding,omitempty"`
	Item    string `json:"item,omitempty"`
	Kind    string `json:"kind,omitempty"`
	Part    string `json:"part,omitempty"`
	// To is the mark that the item is brought to: a level, a figure; unset: all points. An item may have several costs with a mark
	// each, and then has no other moves.
	To string `json:"to,omitempty"`
	// Cost is what it costs, 0 or more; Cannot says that nothing can be done about it. Exactly one of them.
	Cost   metric.Figure `json:"cost,omitzero"`
	Cannot bool          `json:"cannot,omitempty"`
}

// Plan is the cheapest way to a band (达标方案): the moves, and what the sheet would come to with them.
type Plan struct {
	// Gap is what is missing without the plan.
	Gap Gap `json:"gap"`
	// Reached says that the moves reach the band that is wanted, or a better one. If none do, there are no moves, and Obstacles
	// name what stands in the way of the best row besides points.
	Reached   bool       `json:"reached"`
	Obstacles []Obstacle `json:"obstacles,omitempty"`
	// Proved says that there is no cheaper plan of such moves, and none at all where none is given. It is not certain only
	// with costs of very many different sizes, and where a band needs an item of deductions in a section with a DeductionCap, which what is
	// found in other items can use up.
	Proved bool `json:"proved"`
	// Moves are what to do, in the order of the rubric, and Cost what they cost together.
	Moves []Move        `json:"moves,omitempty"`
	Cost  metric.Figure `json:"cost"`
	// Exact, Score and Band are those of the sheet with the moves made, rated as any other sheet.
	Exact Score  `json:"exact"`
	Score Score  `json:"score,omitzero"`
	Band  string `json:"band,omitempty"`
}

// Move is one thing to do: an item that is brought to a better mark, or a finding that is corrected.
type Move struct {
	// Item is the item, Part its shortfall, Kind the kind of the finding.
	Item string `json:"item,omitempty"`
	Part string `json:"part,omitempty"`
	Kind string `json:"kind,omitempty"`
	// Finding is the finding's ID, and Row its place among the findings of the sheet, from 1; 0: the move is a mark.
	Finding string `json:"finding,omitempty"`
	Row     int    `json:"row,omitempty"`
	// From and To are the marks before and after.
	From string        `json:"from,omitempty"`
	To   string        `json:"to,omitempty"`
	Cost metric.Figure `json:"cost"`
	// Gain is what the exact score rises by when this move is made after those before it. Where several findings share one cap,
	// the first may gain nothing and the last much.
	Gain Score `json:"gain"`
}

// Cheapest returns the cheapest moves that bring a sheet to a band, by its code, or "" for the next better one than it has
// (最省的达标办法). Of plans that cost the same it is one with the best row of bands, and of these with the
// highest score. A sheet that is there already has an empty plan.
//
// A move brings an item that was judged to a better mark, or takes a finding off the sheet, as an inspection would find it once it is
// corrected. Without costs each costs 1: the plan has the fewest moves. Caps, floors, the bonus and the minimum standards
// of the band are all taken into account, and the plan is rated again before it is returned.
//
// Errors: the problems of the sheet; of the costs, "costs[2].item"; those of [Rules.Gap]; [ErrTooMany] for more than 1,000
// items and findings, or more than 5,000 costs; [ErrScoreRange].
func (r *Rules) Cheapest(sheet *Sheet, band string, costs []Cost) (Plan, error) {
	p, err := newPlanner(r, sheet)
	if err != nil {
		return Plan{}, err
	}
	gap, ways, err := r.gap(sheet, &p.res, band)
	if err != nil {
		return Plan{}, err
	}
	if err := p.price(costs); err != nil {
		return Plan{}, err
	}
	plan := Plan{Gap: gap, Proved: true}
	var best *state
	if !gap.Reached {
		if best, plan.Proved, err = p.search(ways); err != nil {
			return Plan{}, err
		}
		if best == nil {
			plan.Obstacles = obstaclesOf(ways)
		}
	}
	return plan, p.complete(&plan, best.chosen(nil))
}

// obstaclesOf returns what stands in the way of the row with the fewest obstacles.
func obstaclesOf(ways []Way) []Obstacle {
	best, ok := Gap{Ways: ways}.Best()
	if !ok {
		return nil
	}
	return best.Obstacles
}

// search returns the cheapest moves to any of the rows, the best row first; nil if none reaches one.
func (p *planner) search(ways []Way) (best *state, proved bool, err error) {
	proved = true
	for _, w := range ways {
		if w.barred() {
			continue
		}
		var goal edge
		if w.Edge.IsSet() {
			goal = edge{w.Edge.Rat(), w.Above}
		}
		needs := p.rubric.Bands[w.Row-1].Needs
		found, sure, err := solve(p.sheetTerm(needs), goal)
		if err != nil {
			return nil, false, err
		}
		proved = proved && sure && !p.entangled(needs)
		if found != nil && (best == nil || found.cost < best.cost) {
			best = found
		}
	}
	return best, proved, nil
}

// entangled reports whether a minimum standard is of an item whose deductions depend on those of other items.
func (p *planner) entangled(needs []Need) bool {
	for _, n := range needs {
		for _, s := range p.rubric.Sections {
			if s.DeductionCap.IsSet() && slices.ContainsFunc(s.Items, func(i Item) bool { return i.Code == n.Item && i.Mark.Deductions != nil }) {
				return true
			}
		}
	}
	return false
}

// barred reports whether something stands in the way that no move changes.
func (w Way) barred() bool {
	for _, o := range w.Obstacles {
		if o.Kind != HurdleNeed {
			return true
		}
	}
	return false
}
