package rating

import (
	"cmp"
	"slices"

	"github.com/wuyekit/wuye/property/invalid"
)

// ErrAward is a score that nobody gave and that is to count in full.
const ErrAward invalid.RuleError = "rating/award: what nobody scored cannot count in full; it is left out or counts as 0"

// Join returns what the scores of several raters come to together (多方评价汇总): of each source the mean, without the
// highest and the lowest where it is trimmed, and of these the weighted mean. The order of the votes does not matter;
// among equal scores those of the raters whose names come first or last are trimmed, which changes no mean.
//
// Rounding: none, but for the panel's own stages.
//
// Errors: an [*invalid.Error] with every problem of the panel and of the votes, "votes[3].score": [ErrUnknown] for a source that
// the panel does not have, [ErrTwice] for a rater who voted twice, [ErrTooMany] for more than 10,000 votes;
// [ErrScoreRange] if a mean cannot be written.
//
// Source: KPI-43.
func (p Panel) Join(votes []Vote) (Joined, error) {
	var l invalid.List
	p.Check(&l)
	by := p.checkVotes(&l, votes)
	if err := l.Err("panel " + p.Code); err != nil {
		return Joined{}, err
	}
	j := Joined{Panel: p.Code}
	var parts []weighted
	for i, s := range p.Sources {
		score, err := s.mean(by[s.Code])
		l.At("sources", i).Take(err)
		score.Counts = score.Mean.IsSet() || p.Missing == Zero
		j.Missing = append(j.Missing, s.missing(score, p.Missing)...)
		if score.Counts {
			parts = append(parts, weighted{s.Weight, score.counted()})
		}
		j.Sources = append(j.Sources, score)
	}
	if len(j.Missing) == 0 && len(parts) == 0 {
		j.Missing = p.codes()
	}
	if len(j.Missing) == 0 {
		l.Take(j.score(parts, p))
	}
	if err := l.Err("panel " + p.Code); err != nil {
		return Joined{}, err
	}
	return j, nil
}

// score fills in the joint score.
func (j *Joined) score(parts []weighted, p Panel) error {
	exact, err := weightedMean(parts)
	if err != nil {
		return err
	}
	j.State, j.Exact = Rated, exact
	j.Stages, j.Score, err = applyStages(exact, p.Rounding)
	return err
}

func (p Panel) codes() []string {
	codes := make([]string, len(p.Sources))
	for i, s := range p.Sources {
		codes[i] = s.Code
	}
	return codes
}

// mean returns what the votes of a source come to.
func (s Source) mean(votes []Vote) (SourceScore, error) {
	out := SourceScore{Source: s.Code, Weight: s.Weight}
	votes = slices.Clone(votes)
	slices.SortFunc(votes, func(a, b Vote) int {
		return cmp.Or(a.Score.Compare(b.Score), cmp.Compare(a.Rater, b.Rater))
	})
	kept := len(votes) - 2*s.Trim
	if kept < max(1, s.AtLeast) {
		out.Trimmed = votes
		return out, nil
	}
	out.Used = votes[s.Trim : s.Trim+kept : s.Trim+kept]
	if s.Trim > 0 {
		out.Trimmed = slices.Concat(votes[:s.Trim], votes[s.Trim+kept:])
	}
	var err error
	out.Mean, err = meanOf(scoresOf(out.Used))
	return out, err
}

func scoresOf(votes []Vote) []Score {
	scores := make([]Score, len(votes))
	for i, v := range votes {
		scores[i] = v.Score
	}
	return scores
}

// missing names what a source lacks.
func (s Source) missing(score SourceScore, rule Absence) []string {
	var names []string
	if !score.Mean.IsSet() && rule == 0 {
		names = append(names, s.Code)
	}
	if !s.Weight.IsSet() {
		names = append(names, s.Code+"/weight")
	}
	return names
}

// counted returns what a source that counts stands for.
func (s SourceScore) counted() Score {
	if !s.Mean.IsSet() {
		return whole(0)
	}
	return s.Mean
}
