package rating

import (
	"math/big"

	"github.com/wuyekit/wuye/property/invalid"
	"github.com/wuyekit/wuye/property/metric"
)

// Influence is what an item can do to the score of a sheet (影响).
type Influence struct {
	Item string `json:"item"`
	// Adds is what it adds to the exact score now, before the limits of its section; unset: it does not count.
	Adds Score `json:"adds,omitzero"`
	// Next is the next better mark, and NextGain what it would raise the score by; of an item marked by points one point more.
	// They are unset for the best mark and for deductions.
	Next     string `json:"next,omitempty"`
	NextGain Score  `json:"nextGain,omitzero"`
	// FullGain is what the score would rise by with all points and without findings, and LeftOut by what it would change if the item
	// did not apply; unset if nothing else does.
	FullGain Score `json:"fullGain,omitzero"`
	LeftOut  Score `json:"leftOut,omitzero"`
	// Weight is its weight, and Grow and Fall the next weights at which the band changes, all else as it is; unset: whatever the
	// weight, the band stays. By points, and in bonus sections, there are none: see [Rules.Reweigh].
	Weight metric.Figure `json:"weight,omitzero"`
	Grow   *Turn         `json:"grow,omitempty"`
	Fall   *Turn         `json:"fall,omitempty"`
}

// Turn is a weight at which the band of a sheet changes.
type Turn struct {
	// Weight is exact. Beyond says that the band is still the same at it and changes beyond.
	Weight Score `json:"weight"`
	Beyond bool  `json:"beyond,omitempty"`
	// Band is the band then, empty for none.
	Band string `json:"band,omitempty"`
}

// Influence returns what each item could do to a sheet's score and band, in the order of the rubric. Gains are of the score before
// its floor, ceiling and rounding; caps of sections are in them, so that a full section gains nothing.
//
// Errors: the problems of the sheet; [ErrNoScore]; [ErrTooMany] for more than 1,000 items and findings; [ErrScoreRange].
func (r *Rules) Influence(sheet *Sheet) ([]Influence, error) {
	p, err := newPlanner(r, sheet)
	if err != nil {
		return nil, err
	}
	if !p.res.Exact.IsSet() {
		return nil, invalid.Value(ErrNoScore, invalid.Quote(sheet.ID), p.res.State.String())
	}
	adds, err := p.res.contributions()
	if err != nil {
		return nil, err
	}
	lenient, err := p.lenient()
	if err != nil {
		return nil, err
	}
	balance, err := p.newBalance()
	if err != nil {
		return nil, err
	}
	var out []Influence
	n := 0
	for _, s := range p.rubric.Sections {
		for _, item := range s.Items {
			in := Influence{Item: item.Code, Adds: adds[item.Code]}
			if in.Adds.IsSet() {
				if err := p.influence(&in, item, p.res.Items[n], lenient); err != nil {
					return nil, err
				}
				balance.turns(&in, n)
			}
			out = append(out, in)
			n++
		}
	}
	return out, nil
}

// lenient returns the rules under which every item may be left out.
func (p *planner) lenient() (*Rules, error) {
	rubric := p.rules.Rubric()
	rubric.NotApplicable = Renormalise
	for i := range rubric.Sections {
		for j := range rubric.Sections[i].Items {
			rubric.Sections[i].Items[j].Required = false
		}
	}
	return Compile(rubric)
}

// influence fills in what other marks would do.
func (p *planner) influence(in *Influence, item Item, res ItemResult, lenient *Rules) error {
	var err error
	if next, ok := p.nextMark(item, res); ok {
		s := p.after([]*move{{mark: next}})
		in.Next = next.Level + next.Figure.String()
		if in.NextGain, err = p.gain(p.rules, &s); err != nil {
			return err
		}
	}
	if s, ok := p.perfect(item, res); ok {
		if in.FullGain, err = p.gain(p.rules, &s); err != nil {
			return err
		}
	}
	s := p.without(item.Code)
	in.LeftOut, err = p.leftOut(lenient, &s)
	return err
}

// leftOut returns by what the score changes if an item does not apply. In rules that award points to what does not apply it is asked
// what is without it.
func (p *planner) leftOut(lenient *Rules, s *Sheet) (Score, error) {
	if p.rubric.NotApplicable != 0 && p.rubric.NotApplicable != Renormalise {
		for _, i := range p.res.Items {
			if i.Absent == absentNotApplicable {
				return Score{}, nil // two rules for absence cannot hold on one sheet
			}
		}
	}
	return p.gain(lenient, s)
}

// gain returns what the score of a changed sheet is above that of the sheet; unset if it has none.
func (p *planner) gain(r *Rules, s *Sheet) (Score, error) {
	res, err := r.Rate(s)
	if err != nil {
		return Score{}, err
	}
	if !res.Exact.IsSet() {
		return Score{}, nil
	}
	before, err := p.rules.beforeLimits(&p.res)
	if err != nil {
		return Score{}, err
	}
	after, err := r.beforeLimits(&res)
	if err != nil {
		return Score{}, err
	}
	return ScoreOfRat(new(big.Rat).Sub(after.Rat(), before.Rat()))
}
