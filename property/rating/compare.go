package rating

import (
	"cmp"
	"errors"
	"slices"

	"github.com/wuyekit/wuye/property/invalid"
)

// ErrOutOf is a comparison of scores that are out of different sums.
const ErrOutOf invalid.RuleError = "rating/out-of: scores out of %[1]s and out of %[2]s cannot be compared"

// Comparison is what the same sheets come to by two rubrics, or by two versions of one (两版细则对照). Every sheet is counted once: it is in
// Refused, or in Shifts and one of Up, Down, Same and Unscored.
type Comparison struct {
	// Before and After are the rubrics.
	Before Edition `json:"before"`
	After  Edition `json:"after"`
	// Shifts are the sheets that both can rate, in the order of the list.
	Shifts []Shift `json:"shifts,omitempty"`
	// Up, Down and Same count the sheets whose score is higher, lower and the same after; Unscored those without a score by one
	// of them.
	Up       int `json:"up"`
	Down     int `json:"down"`
	Same     int `json:"same"`
	Unscored int `json:"unscored"`
	// Bands counts the shifts by their bands before and after.
	Bands []BandMove `json:"bands,omitempty"`
	// Refused are the sheets that one of them or both refuse, with the problems.
	Refused []Refusal `json:"refused,omitempty"`
}

// Edition names a rubric and its version.
type Edition struct {
	Rubric  string `json:"rubric"`
	Version string `json:"version,omitempty"`
}

// BandMove is how many sheets go from one band to another or stay; empty: without a band.
type BandMove struct {
	Before string `json:"before,omitempty"`
	After  string `json:"after,omitempty"`
	Count  int    `json:"count"`
}

// Refusal is a sheet that a rubric refuses, and why.
type Refusal struct {
	Sheet  string                `json:"sheet"`
	Row    int                   `json:"row"`
	Before []*invalid.FieldError `json:"before,omitempty"`
	After  []*invalid.FieldError `json:"after,omitempty"`
}

// CompareRules returns what sheets come to by two rubrics. The rubric, version and days that sheets and rubrics name do not matter
// here: it is asked what a sheet would have come to.
//
// Errors: [ErrOutOf]; [ErrScoreRange] for a change that cannot be written. A sheet that a rubric refuses is no error, it is in
// [Comparison.Refused].
func CompareRules(before, after *Rules, sheets []Sheet) (Comparison, error) {
	a, b := before.Rubric(), after.Rubric()
	if a.OutOf != b.OutOf {
		return Comparison{}, invalid.Value(ErrOutOf, a.OutOf.String(), b.OutOf.String())
	}
	old, errOld := anyDay(a)
	fresh, errNew := anyDay(b)
	if err := errors.Join(errOld, errNew); err != nil {
		return Comparison{}, err
	}
	c := Comparison{Before: Edition{a.Code, a.Version}, After: Edition{b.Code, b.Version}}
	for i := range sheets {
		sheet := unnamed(sheets[i])
		x, errX := old.Rate(&sheet)
		y, errY := fresh.Rate(&sheet)
		if errX != nil || errY != nil {
			c.Refused = append(c.Refused, Refusal{sheet.ID, i + 1, problemsOf(errX), problemsOf(errY)})
			continue
		}
		s, err := shiftOf(i+1, &x, &y)
		if err != nil {
			return Comparison{}, err
		}
		c.add(s)
	}
	c.countBands(aim{bands: a.Bands}, aim{bands: b.Bands})
	return c, nil
}

// add counts a shift.
func (c *Comparison) add(s Shift) {
	c.Shifts = append(c.Shifts, s)
	switch {
	case !s.Before.Score.IsSet() || !s.After.Score.IsSet():
		c.Unscored++
	case s.After.Score == s.Before.Score:
		c.Same++
	case s.After.Score.Compare(s.Before.Score) > 0:
		c.Up++
	default:
		c.Down++
	}
}

// countBands counts the shifts by their bands, ordered by the bands before and then after, the best first and none last.
func (c *Comparison) countBands(before, after aim) {
	counts := map[BandMove]int{}
	for _, s := range c.Shifts {
		counts[BandMove{Before: s.Before.Band, After: s.After.Band}]++
	}
	for m, n := range counts {
		m.Count = n
		c.Bands = append(c.Bands, m)
	}
	slices.SortFunc(c.Bands, func(x, y BandMove) int {
		return cmp.Or(cmp.Compare(before.rank(x.Before), before.rank(y.Before)), cmp.Compare(after.rank(x.After), after.rank(y.After)))
	})
}

// rank returns the best row of a band, and for none one after the last.
func (a aim) rank(code string) int {
	if i := a.first(code); i >= 0 {
		return i
	}
	return len(a.bands)
}

// problemsOf returns the problems of an error; nil if there is none.
func problemsOf(err error) []*invalid.FieldError {
	var many *invalid.Error
	var one *invalid.FieldError
	switch {
	case err == nil:
		return nil
	case errors.As(err, &many):
		return many.Fields
	case errors.As(err, &one):
		return []*invalid.FieldError{one}
	default:
		return []*invalid.FieldError{{Rule: invalid.ErrValue, Args: []string{err.Error()}}}
	}
}
