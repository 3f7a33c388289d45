package main

import (
	"errors"
	"fmt"
	"slices"

	"github.com/wuyekit/wuye/property/invalid"
	"github.com/wuyekit/wuye/property/rating"
)

// judgement is a year, assessed: as it was posted, and with the objections that were upheld.
type judgement struct {
	*district
	sheets    []rated // in the order of the rounds; those that an amendment replaced too
	posted    []rating.Standing
	standings []rating.Standing
	places    []rating.Place
	notice    notice
	needs     []need
	credit    []rating.CreditEntry
}

// rated is a sheet with its result.
type rated struct {
	sheet    rating.Sheet
	result   rating.Result
	tier     string
	nth      int
	replaced bool // by an amended sheet
}

func (r *rated) round() string { return fmt.Sprintf("%s/%d", r.tier, r.nth) }

// judge assesses a year.
func judge(d *district) (*judgement, error) {
	j := &judgement{district: d}
	if err := j.rateSheets(); err != nil {
		return nil, err
	}
	var err error
	if j.posted, err = d.contest.Assess(j.assessed()); err != nil {
		return nil, err
	}
	if err = j.amend(); err != nil {
		return nil, err
	}
	if j.standings, err = d.contest.Assess(j.assessed()); err != nil {
		return nil, err
	}
	if j.places, err = rank(j.standings); err != nil {
		return nil, err
	}
	if j.needs, err = j.nextStars(); err != nil {
		return nil, err
	}
	for _, s := range j.standings {
		j.credit = append(j.credit, d.contest.Credit(s, j.notice.awarded()))
	}
	return j, nil
}

// rateSheets rates the sheets of every round, and tells the problems of all.
func (j *judgement) rateSheets() error {
	var problems []error
	for _, n := range j.inspections {
		for _, s := range n.Sheets {
			if have := j.sheet(s.ID); have != nil {
				problems = append(problems, invalid.Value(errSheetTwice, invalid.Quote(s.ID), have.round(), n.round()))
				continue
			}
			result, err := j.rules.Rate(&s)
			if err != nil {
				problems = append(problems, fmt.Errorf("%s: %w", n.round(), err))
				continue
			}
			j.sheets = append(j.sheets, rated{sheet: s, result: result, tier: n.Tier, nth: n.Nth})
		}
	}
	return errors.Join(problems...)
}

// sheet returns the sheet of an ID, nil for none.
func (j *judgement) sheet(id string) *rated {
	i := slices.IndexFunc(j.sheets, func(r rated) bool { return r.sheet.ID == id })
	if i < 0 {
		return nil
	}
	return &j.sheets[i]
}

// assessed returns the year with the scores of its sheets. A sheet without a score gives none.
func (j *judgement) assessed() rating.Year {
	y := j.year
	y.Rounds = slices.Clone(y.Rounds)
	for i := range j.sheets {
		r := &j.sheets[i]
		if r.replaced || r.result.State != rating.Rated {
			continue
		}
		y.Rounds = append(y.Rounds, rating.Round{
			Project: r.sheet.Project, Tier: r.tier, Nth: r.nth, Score: r.result.Score,
			Rubric: r.result.Rubric, Sheet: r.sheet.ID, On: r.sheet.On,
		})
	}
	return y
}

// rank gives ranks to the projects that are rated: 1, 2, 2, 4.
func rank(standings []rating.Standing) ([]rating.Place, error) {
	entries := make([]rating.Entry, len(standings))
	for i, s := range standings {
		entries[i] = rating.Entry{ID: s.Project, Score: s.Score}
	}
	return rating.Rank(entries, rating.Ranking{Ties: rating.CompetitionRank})
}

// standing returns how a project stands, nil for an unknown one.
func standing(list []rating.Standing, project string) *rating.Standing {
	i := slices.IndexFunc(list, func(s rating.Standing) bool { return s.Project == project })
	if i < 0 {
		return nil
	}
	return &list[i]
}

// tierScore returns the score of a tier of a standing, unset for none.
func tierScore(s *rating.Standing, tier string) rating.Score {
	for _, t := range s.Tiers {
		if t.Tier == tier {
			return t.Score
		}
	}
	return rating.Score{}
}

// sheetsOf returns the sheets of a project by round, those that were replaced among them.
func (j *judgement) sheetsOf(project string) []*rated {
	var out []*rated
	for i := range j.sheets {
		if r := &j.sheets[i]; r.sheet.Project == project {
			out = append(out, r)
		}
	}
	slices.SortStableFunc(out, func(a, b *rated) int { return a.nth - b.nth })
	return out
}
