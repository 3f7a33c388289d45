package main

import (
	"math/big"
	"slices"

	"github.com/shopspring/decimal"

	"github.com/wuyekit/wuye/property/metric"
	"github.com/wuyekit/wuye/property/rating"
)

// need is what a project misses to the next star, and the cheapest items that would have brought it on its last sheet.
type need struct {
	project, band, next string
	short               rating.Score // of the year's score
	sheet               string       // the last one of the project
	goal                rating.Score // what that sheet would have needed
	plan                rating.Plan
}

// goalBand is the band of a rubric that asks whether a sheet reaches a goal.
const goalBand = "goal"

// nextStars returns what each rated project misses to the next band.
func (j *judgement) nextStars() ([]need, error) {
	var out []need
	for i := range j.standings {
		s := &j.standings[i]
		next, ok := j.better(s)
		if s.State != rating.Rated || !ok {
			continue
		}
		n, err := j.need(s, next)
		if err != nil {
			return nil, err
		}
		out = append(out, n)
	}
	return out, nil
}

// better returns the next better band than that of a standing.
func (j *judgement) better(s *rating.Standing) (rating.Band, bool) {
	bands := j.scheme.Bands
	i := slices.IndexFunc(bands, func(b rating.Band) bool { return b.Code == s.Band })
	if i <= 0 {
		return rating.Band{}, false
	}
	return bands[i-1], bands[i-1].From.IsSet()
}

// need works out what a project misses to a band: on the year's score, and on its last sheet if all else stays as it is.
func (j *judgement) need(s *rating.Standing, next rating.Band) (need, error) {
	n := need{project: s.Project, band: s.Band, next: next.Code}
	short := new(big.Rat).Sub(rating.ScoreOf(next.From).Rat(), s.Exact.Rat())
	var err error
	if n.short, err = rating.ScoreOfRat(short); err != nil {
		return n, err
	}
	last := j.lastSheet(s.Project)
	if last == nil {
		return n, nil
	}
	n.sheet = last.sheet.ID
	onSheet := new(big.Rat).Mul(short, j.leverage(s, last.tier))
	goal := onSheet.Add(onSheet, last.result.Exact.Rat())
	if n.goal, err = rating.ScoreOfRat(goal); err != nil {
		return n, err
	}
	n.plan, err = j.cheapest(last, goal)
	return n, err
}

// leverage returns how many points of a sheet are worth one of the year: Σ weights ÷ the tier's weight × the rounds in its
// mean.
func (j *judgement) leverage(s *rating.Standing, tier string) *big.Rat {
	all, own, rounds := new(big.Rat), new(big.Rat), int64(0)
	for _, t := range s.Tiers {
		weight := t.Weight.Decimal().Rat()
		all.Add(all, weight)
		if t.Tier != tier {
			continue
		}
		own.Set(weight)
		for _, r := range t.Rounds {
			if r.Counts {
				rounds++
			}
		}
	}
	if own.Sign() == 0 {
		return own
	}
	return all.Mul(all, big.NewRat(rounds, 1)).Quo(all, own)
}

// lastSheet returns the last sheet of a project that counts, nil for none.
func (j *judgement) lastSheet(project string) *rated {
	list := slices.DeleteFunc(j.sheetsOf(project), func(r *rated) bool { return r.replaced || r.result.State != rating.Rated })
	if len(list) == 0 {
		return nil
	}
	return list[len(list)-1]
}

// cheapest returns the fewest changes of a sheet that reach a goal: the rubric is asked with the goal as its only band.
func (j *judgement) cheapest(last *rated, goal *big.Rat) (rating.Plan, error) {
	from, err := roundedUp(goal)
	if err != nil {
		return rating.Plan{}, err
	}
	rubric := j.rules.Rubric()
	rubric.BandsOn, rubric.Bands = rating.OnExact, []rating.Band{{Code: goalBand, From: from}, {Code: "short of it"}}
	rules, err := rating.Compile(rubric)
	if err != nil {
		return rating.Plan{}, err
	}
	return rules.Cheapest(&last.sheet, goalBand, j.given())
}

// given are the items that no work brings: honours and the like.
func (d *district) given() []rating.Cost {
	var out []rating.Cost
	for _, s := range d.rubric.Sections {
		for _, i := range s.Items {
			if s.Bonus {
				out = append(out, rating.Cost{Item: i.Code, Cannot: true})
			}
		}
	}
	return out
}

// roundedUp returns the lowest figure that is not below a number.
func roundedUp(n *big.Rat) (metric.Figure, error) {
	const places = 6
	scaled := new(big.Rat).Mul(n, big.NewRat(1_000_000, 1))
	whole, rest := new(big.Int).DivMod(scaled.Num(), scaled.Denom(), new(big.Int))
	if rest.Sign() > 0 {
		whole.Add(whole, big.NewInt(1))
	}
	return metric.ParseFigure(decimal.NewFromBigInt(whole, -places).String())
}
