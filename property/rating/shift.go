package rating

import (
	"math/big"

	"github.com/wuyekit/wuye/property/civil"
	"github.com/wuyekit/wuye/property/invalid"
)

// Shift is what a sheet comes to by two rubrics (变动).
type Shift struct {
	// Sheet is its ID, and Row its place in the list, from 1.
	Sheet string `json:"sheet"`
	Row   int    `json:"row"`
	// Before and After are what it comes to.
	Before Outcome `json:"before"`
	After  Outcome `json:"after"`
	// Change is what the exact score rises by; unset if one of them has none.
	Change Score `json:"change,omitzero"`
	// Items are the items that stand in both rubrics and add another number of points to the score than before, and Rest is
	// what remains of the change: other items, limits of sections, the bonus, deductions of the whole sheet.
	Items []ItemShift `json:"items,omitempty"`
	Rest  Score       `json:"rest,omitzero"`
}

// Outcome is what a sheet comes to in short.
type Outcome struct {
	State State  `json:"state"`
	Exact Score  `json:"exact,omitzero"`
	Score Score  `json:"score,omitzero"`
	Band  string `json:"band,omitempty"`
}

// ItemShift is what an item adds to the exact score before and after; unset where it does not count.
type ItemShift struct {
	Item   string `json:"item"`
	Before Score  `json:"before,omitzero"`
	After  Score  `json:"after,omitzero"`
}

func outcomeOf(res *Result) Outcome { return Outcome{res.State, res.Exact, res.Score, res.Band} }

// Moved reports whether the state, the score or the band is another.
func (s Shift) Moved() bool { return s.Before != s.After }

// shiftOf compares two results of one sheet.
//
// Errors: [ErrScoreRange].
func shiftOf(row int, before, after *Result) (Shift, error) {
	s := Shift{Sheet: before.Sheet, Row: row, Before: outcomeOf(before), After: outcomeOf(after)}
	if !before.Exact.IsSet() || !after.Exact.IsSet() {
		return s, nil
	}
	had, err := before.contributions()
	if err != nil {
		return Shift{}, err
	}
	has, err := after.contributions()
	if err != nil {
		return Shift{}, err
	}
	known := make(map[string]bool, len(after.Items))
	for _, i := range after.Items {
		known[i.Item] = true
	}
	change := new(big.Rat).Sub(after.Exact.Rat(), before.Exact.Rat())
	rest := new(big.Rat).Set(change)
	for _, i := range before.Items {
		if known[i.Item] && had[i.Item] != has[i.Item] {
			s.Items = append(s.Items, ItemShift{i.Item, had[i.Item], has[i.Item]})
			rest.Sub(rest, has[i.Item].Rat()).Add(rest, had[i.Item].Rat())
		}
	}
	var errChange, errRest error
	s.Change, errChange = ScoreOfRat(change)
	s.Rest, errRest = ScoreOfRat(rest)
	if errChange != nil || errRest != nil {
		return Shift{}, invalid.Value(ErrScoreRange, "the change of "+invalid.Quote(before.Sheet))
	}
	return s, nil
}

// anyDay returns the rules of a rubric for sheets of any day.
func anyDay(rubric Rubric) (*Rules, error) {
	rubric.From, rubric.To = civil.Date(0), civil.Date(0)
	return Compile(rubric)
}

// unnamed returns the sheet for any rubric.
func unnamed(sheet Sheet) Sheet {
	sheet.Rubric, sheet.Version = "", ""
	return sheet
}
