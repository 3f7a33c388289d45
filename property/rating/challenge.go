package rating

import (
	"math/big"
	"slices"
)

// Challenge is what a sheet would come to if one point of it fell (逐点申诉): a finding that is withdrawn, or an event that did not
// happen.
type Challenge struct {
	// Item and Kind are what the finding was counted as, an empty Item being the whole sheet; Finding is its ID, and Row its place among
	// the findings of the sheet, from 1. Of an event they are empty and 0.
	Item    string `json:"item,omitempty"`
	Kind    string `json:"kind,omitempty"`
	Finding string `json:"finding,omitempty"`
	Row     int    `json:"row,omitempty"`
	// Veto is what the event may be, Event its ID, and EventRow its place among the events of the sheet, from 1.
	Veto     string `json:"veto,omitempty"`
	Event    string `json:"event,omitempty"`
	EventRow int    `json:"eventRow,omitempty"`
	// Taken is what the finding takes off, as in [DeductionResult.Taken].
	Taken Score `json:"taken,omitzero"`
	// Gain is what the exact score would rise by. Under a limit it is less than Taken, or 0: other findings take what this one
	// leaves. Unset if the sheet has no exact score.
	Gain Score `json:"gain,omitzero"`
	// After is what the sheet would come to.
	After Outcome `json:"after"`
}

// Challenges returns what a sheet would come to without each of its findings, in the order of the sheet, and then without each of
// its events: the answer to whoever doubts a single point. What was upheld in the end, [Sheet.Amend] writes down.
//
// Errors: the problems of the sheet; [ErrTooMany] for more than 1,000 items, findings and events; [ErrScoreRange].
func (r *Rules) Challenges(sheet *Sheet) ([]Challenge, error) {
	if err := mostOf(len(r.items)+len(sheet.Findings)+len(sheet.Events), "items, findings and events"); err != nil {
		return nil, err
	}
	res, found, err := r.rateFound(sheet)
	if err != nil {
		return nil, err
	}
	out := make([]Challenge, 0, len(sheet.Findings)+len(sheet.Events))
	var after Result
	for i := range sheet.Findings {
		s := *sheet
		s.Findings = slices.Delete(slices.Clone(s.Findings), i, i+1)
		c := found[i]
		if err := r.without(&c, &res, &after, &s); err != nil {
			return nil, err
		}
		out = append(out, c)
	}
	for i, e := range sheet.Events {
		s := *sheet
		s.Events = slices.Delete(slices.Clone(s.Events), i, i+1)
		c := Challenge{Veto: e.Veto, Event: e.ID, EventRow: i + 1}
		if err := r.without(&c, &res, &after, &s); err != nil {
			return nil, err
		}
		out = append(out, c)
	}
	return out, nil
}

// rateFound rates a sheet, and says of each of its findings what it is of and what it takes.
func (r *Rules) rateFound(sheet *Sheet) (Result, []Challenge, error) {
	res, err := r.Rate(sheet)
	if err != nil {
		return Result{}, nil, err
	}
	var again Result
	w := rater{rules: r, sheet: sheet, dst: &again}
	w.begin()
	w.readMarks()
	w.readFindings() // in the order in which the result lists them
	out := make([]Challenge, len(sheet.Findings))
	next := 0
	for i := range w.found {
		f := &w.found[i]
		list, item := res.Deductions, ""
		if f.item >= 0 {
			list, item = res.Items[f.item].Deductions, res.Items[f.item].Item
		}
		if i == 0 || f.item != w.found[i-1].item {
			next = measuredIn(list)
		}
		out[f.at] = Challenge{Item: item, Kind: f.kinds.list[f.kind].Code, Finding: f.ID, Row: f.at + 1, Taken: list[next].Taken}
		next++
	}
	return res, out, nil
}

// measuredIn returns how many shortfalls stand before the findings of a list.
func measuredIn(list []DeductionResult) int {
	return measured(&ItemResult{Deductions: list})
}

// without fills in what becomes of the result on another sheet.
//
// Errors: those of [Rules.Rate]; [ErrScoreRange].
func (r *Rules) without(c *Challenge, before, after *Result, s *Sheet) error {
	if err := r.RateInto(after, s); err != nil {
		return err
	}
	c.After = outcomeOf(after)
	if !before.Exact.IsSet() || !after.Exact.IsSet() {
		return nil
	}
	var err error
	c.Gain, err = ScoreOfRat(new(big.Rat).Sub(after.Exact.Rat(), before.Exact.Rat()))
	return err
}
