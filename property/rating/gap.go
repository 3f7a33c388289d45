package rating

import (
	"slices"

	"github.com/wuyekit/wuye/property/invalid"
	"github.com/wuyekit/wuye/property/metric"
)

// The rules of questions about bands.
const (
	// ErrNoScore is a question about the score of what has none.
	ErrNoScore invalid.RuleError = "rating/no-score: %[1]s has no score: %[2]s"
	// ErrNoBetter is the question for a better band than the best, or where there are no bands.
	ErrNoBetter invalid.RuleError = "rating/no-better: there is no better band than %[1]s"
	// ErrNoBand is the name of a band that there is not.
	ErrNoBand invalid.RuleError = "rating/no-band: there is no band %[1]s; there are %[2]s"
)

// Gap is what is missing to a band (差距): how many points, and what else.
type Gap struct {
	// Sheet and Rubric name what was rated, of a year Project, Year and Scheme; Version is that of the rubric or scheme.
	Sheet   string `json:"sheet,omitempty"`
	Rubric  string `json:"rubric,omitempty"`
	Project string `json:"project,omitempty"`
	Year    int    `json:"year,omitempty"`
	Scheme  string `json:"scheme,omitempty"`
	Version string `json:"version,omitempty"`
	// Exact is the score before its floor and ceiling and before it is rounded: a sheet with more deductions than points is below
	// 0 here. Band is the band that it has.
	Exact Score  `json:"exact"`
	Band  string `json:"band,omitempty"`
	// Wanted is the band that is asked for, and Reached says that it, or a better one, is there already.
	Wanted  string `json:"wanted"`
	Reached bool   `json:"reached,omitempty"`
	// Ways are the rows of the band, any of which is enough.
	Ways []Way `json:"ways"`
}

// Way is one row of a band and what is missing to it.
type Way struct {
	// Row is the place of the row in the list of bands, from 1, and Band its code.
	Row  int    `json:"row"`
	Band string `json:"band"`
	// Edge is the lowest exact score from which the row is reached, after all stages of rounding if they count; unset: every
	// score is enough. Above says that Edge itself is not enough, but whatever is above it.
	Edge  Score `json:"edge,omitzero"`
	Above bool  `json:"above,omitempty"`
	// Short is how many points are missing to Edge, 0 if none are.
	Short Score `json:"short"`
	// Obstacles are what else stands in the way; with none, the points are enough.
	Obstacles []Obstacle `json:"obstacles,omitempty"`
}

// Obstacle is something that stands in the way of a band besides the score.
type Obstacle struct {
	Kind Hurdle `json:"kind"`
	// Name is the code of the item, the section or the veto, or the name of the fact.
	Name string `json:"name,omitempty"`
	// Share is what an item or a section comes to, and AtLeast what it needs.
	Share   Score         `json:"share,omitzero"`
	AtLeast metric.Figure `json:"atLeast,omitzero"`
}

// Enough reports whether the points are all that is missing.
func (w Way) Enough() bool { return len(w.Obstacles) == 0 }

// Best returns the way with the fewest points missing, one where they are enough before all others; false if there is none.
func (g Gap) Best() (Way, bool) {
	if len(g.Ways) == 0 {
		return Way{}, false
	}
	return slices.MinFunc(g.Ways, func(a, b Way) int {
		if a.Enough() != b.Enough() {
			return len(a.Obstacles) - len(b.Obstacles)
		}
		return a.Short.Compare(b.Short)
	}), true
}

// Gap returns what a sheet misses to a band: by its code, or "" for the next better one than it has (距上一星级还差多少).
//
// A stage of rounding can help: where bands look at the rounded score, 89.5 reaches a band from 90, and the gap of 89.2 is 0.3.
//
// Errors: the problems of the sheet; [ErrNoScore] if items are missing or none applies; [ErrNoBand]; [ErrNoBetter].
func (r *Rules) Gap(sheet *Sheet, band string) (Gap, error) {
	res, err := r.Rate(sheet)
	if err != nil {
		return Gap{}, err
	}
	g, _, err := r.gap(sheet, &res, band)
	return g, err
}

// gap returns the gap of a rated sheet, and the ways to the band or to a better one.
func (r *Rules) gap(sheet *Sheet, res *Result, band string) (Gap, []Way, error) {
	if !res.Exact.IsSet() {
		return Gap{}, nil, invalid.Value(ErrNoScore, invalid.Quote(res.Sheet), res.State.String())
	}
	a, err := r.aim(sheet, res)
	if err != nil {
		return Gap{}, nil, err
	}
	g := Gap{Sheet: res.Sheet, Rubric: res.Rubric, Version: res.Version, Exact: a.exact, Band: res.Band}
	ways, err := a.gap(&g, band)
	return g, ways, err
}

// aim returns what decides the band of a sheet that has an exact score.
func (r *Rules) aim(sheet *Sheet, res *Result) (aim, error) {
	exact, err := r.beforeLimits(res)
	if err != nil {
		return aim{}, err
	}
	doc := &r.doc
	a := aim{
		bands: doc.Bands, vetoes: doc.Vetoes, facts: factsOf(sheet.Facts), hits: res.Vetoes,
		exact: exact, floor: doc.Floor, ceiling: doc.Ceiling, share: res.share,
	}
	if res.State == Unknown {
		a.missing = res.Missing
	}
	if doc.BandsOn == OnRounded {
		a.rounding = doc.Rounding
	}
	return a, nil
}

// beforeLimits returns the exact score before its floor and ceiling.
//
// Errors: [ErrScoreRange].
func (r *Rules) beforeLimits(res *Result) (Score, error) {
	var e exact
	s := e.over(e.times(r.outOf, res.Raw), res.RawOf)
	s = e.minus(e.plus(s, res.Bonus), e.deducted(r, res))
	if e.tooLarge {
		return Score{}, invalid.Value(ErrScoreRange, "the score of "+invalid.Quote(res.Sheet))
	}
	return s, nil
}

// deducted returns what the deductions of the whole sheet take off within their own limits, if no floor holds them back.
func (e *exact) deducted(r *Rules, res *Result) Score {
	asked := map[string]Score{}
	for _, d := range res.Deductions {
		if d.Expired.IsZero() {
			asked[d.Kind] = e.plus(asked[d.Kind], d.Asked)
		}
	}
	total := whole(0)
	for _, k := range r.doc.Deductions {
		total = e.plus(total, within(asked[k.Code], whole(0), ScoreOf(k.Most)))
	}
	return within(total, whole(0), r.deductionCap)
}

// share returns what the item or section of a need comes to; unset if it needs nothing.
func (r *Result) share(n Need) Score {
	points, of := r.derivation().needed(n)
	return shareOf(points, of)
}

// shareOf returns a part of a whole; unset if there is no whole.
func shareOf(part, of Score) Score {
	if of.Sign() <= 0 || !part.IsSet() {
		return Score{}
	}
	var e exact
	share := e.over(part, of)
	if e.tooLarge {
		return Score{}
	}
	return share
}
