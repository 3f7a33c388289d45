package rating

import "slices"

// scoreRange names in a standing what cannot be written as a score.
const scoreRange = "score-range"

// groupMean is the mean of a group at a tier.
type groupMean struct {
	mean     Score
	projects int
	err      error
}

type groupAt struct {
	tier  int
	group string
}

// groupMeans returns the means over groups at the tiers that ask for them: of the rounds with a score, however the projects stand.
func (c *Contest) groupMeans(projects []candidate) map[groupAt]groupMean {
	scores, count := map[groupAt][]Score{}, map[groupAt]int{}
	for i, t := range c.tiers {
		if t.Mean != GroupMean {
			continue
		}
		for k := range projects {
			at, found := groupAt{i, projects[k].Group}, false
			for _, r := range projects[k].tallies[i].scores {
				if r.Counts && r.Score.IsSet() {
					scores[at], found = append(scores[at], r.Score), true
				}
			}
			if found {
				count[at]++
			}
		}
	}
	means := make(map[groupAt]groupMean, len(scores))
	for at, list := range scores {
		mean, err := meanOf(list)
		means[at] = groupMean{mean, count[at], err}
	}
	return means
}

// scoreTiers fills in what each tier and the year come to, and what is missing.
func (c *Contest) scoreTiers(p *candidate, means map[groupAt]groupMean) {
	p.tiers = make([]TierScore, len(c.tiers))
	parts := make([]weighted, 0, len(c.tiers))
	for i := range c.tiers {
		t, tally := &c.tiers[i], &p.tallies[i]
		score, err := c.scoreTier(i, p, means)
		p.tiers[i] = score
		p.missing = append(p.missing, tally.missing...)
		switch {
		case err != nil:
			p.missing = append(p.missing, t.Code+"/"+scoreRange)
		case score.Score.IsSet() && tally.reached:
			parts = append(parts, weighted{t.Weight, score.Score})
		case tally.reached && !tally.waits && len(tally.missing) == 0:
			p.missing = append(p.missing, t.Code)
		}
	}
	if len(parts) < len(c.tiers) || len(p.missing) > 0 {
		return
	}
	exact, err := weightedMean(parts)
	if err != nil {
		p.missing = append(p.missing, scoreRange)
	}
	p.exact = exact
}

func (c *Contest) scoreTier(i int, p *candidate, means map[groupAt]groupMean) (TierScore, error) {
	t, tally := &c.tiers[i], &p.tallies[i]
	out := TierScore{Tier: t.Code, Weight: t.Weight, Rounds: tally.scores}
	var err error
	if t.Mean == GroupMean {
		m := means[groupAt{i, p.Group}]
		out.Group, out.Of, out.Mean, err = p.Group, m.projects, m.mean, m.err
	} else if scores := tally.counted(); len(scores) > 0 {
		out.Mean, err = meanOf(scores)
	}
	if err != nil || !out.Mean.IsSet() {
		return out, err
	}
	out.Stages, out.Score, err = applyStages(out.Mean, t.Rounding)
	return out, err
}

// rate fills in the score, the band and the reward of a project that is rated; from is the best row of the bands that the
// vetoes leave.
func (c *Contest) rate(s *Standing, p *candidate, from int) {
	var err error
	s.Stages, s.Score, err = applyStages(s.Exact, c.doc.Rounding)
	if err != nil {
		s.State, s.Missing = Unknown, []string{scoreRange}
		return
	}
	if s.nullified() {
		s.Stages, s.Score = nil, whole(0)
	}
	bands := c.doc.Bands[from:]
	row, missing := firstBand(bands, s.judged(), p.facts)
	s.Missing = missing
	if row < 0 || len(missing) > 0 {
		return
	}
	s.Edge = bands[row].clone()
	s.Band = s.Edge.Code
	if r := c.rewards[s.Band]; r != nil {
		reward := r.clone()
		s.Reward = &reward
	}
}

// judged returns the score that the bands look at: 0 where a veto says so.
func (s *Standing) judged() Score {
	if s.BandsOn == OnRounded || s.nullified() {
		return s.Score
	}
	return s.Exact
}

// nullified reports whether a veto made the score 0.
func (s *Standing) nullified() bool {
	return slices.ContainsFunc(s.Vetoes, func(h VetoHit) bool { return h.Effect == Nullify })
}

// firstBand returns the first of the bands without needs that holds for a score, −1 if none does. Where it depends on
// facts that are not stated, it names them.
func firstBand(bands []Band, s Score, facts map[string]bool) (row int, missing []string) {
	for i, b := range bands {
		if !b.threshold().holds(s) {
			continue
		}
		holds, missing := b.given(facts)
		if holds {
			return i, missing
		}
	}
	return -1, nil
}

// given reports whether the facts that a band asks for may be so, and names those that are not stated.
func (b Band) given(facts map[string]bool) (holds bool, missing []string) {
	for _, list := range []struct {
		names []string
		want  bool
	}{{b.When, true}, {b.Unless, false}} {
		for _, name := range list.names {
			is, stated := facts[name]
			if stated && is != list.want {
				return false, nil
			}
			if !stated {
				missing = append(missing, name)
			}
		}
	}
	return true, missing
}
