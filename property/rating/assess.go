package rating

import (
	"cmp"
	"slices"
	"strconv"

	"github.com/wuyekit/wuye/property/invalid"
)

// Assess returns how every project stands at the end of a year (年度评定), sorted by the codes of the projects. The order of
// the lists in the year does not matter.
//
// A round is reported if its score reaches the gate of the tier above, the edge included. A tier with a gate owes a score only
// where the gate lets the project through; a score where it does not is a problem of the year, for nobody can have asked for
// it. What is not reported lowers the mean of its own tier unless [Tier.Unreported] leaves it out. The year's score is
// Σ weight × mean ÷ Σ weight over all tiers, each of which is needed.
//
// The first of these that holds is the state: [Revoked] if the result of this year was cancelled; [Barred] for [Scheme.Bars] years
// after one that was; [Ineligible] without a fact that the scheme needs, and [Unknown] where it is not stated;
// [Excluded] by a veto; Unknown where a fact is not stated of a veto that could do more than those that took effect; [NotReported] where a tier owes no score; Unknown where scores
// are missing; [Rated]. Only Rated has a score and a band. The exact score stands wherever it can be worked out, for
// information.
//
// Events count for the project where they happened: so many of one project as the veto takes, for the enterprise too. A
// veto of an enterprise hits all of its projects of the year; one without an enterprise stands alone.
//
// Rounding: none, but for the stages of the scheme and its tiers. Bands look at the exact score unless the scheme says otherwise.
//
// Errors: an [*invalid.Error] with every problem of the year, "rounds[3].score": what [Year.Check] reports, [ErrOtherScheme],
// [ErrUnknown], [ErrNth], [ErrNotTaken], [ErrNotReported], [ErrNoGroup]. There are no standings then.
//
// Source: KPI-01 to KPI-17, KPI-56, KPI-58, KPI-60, KPI-65.
func (c *Contest) Assess(y Year) ([]Standing, error) {
	var l invalid.List
	y.Check(&l)
	c.check(&l, &y)
	what := "year " + strconv.Itoa(y.Year) + " of " + c.doc.Code
	if err := l.Err(what); err != nil {
		return nil, err
	}
	projects := c.candidates(&y)
	for i := range projects {
		c.checkReported(&l, y.Rounds, &projects[i])
	}
	if err := l.Err(what); err != nil {
		return nil, err
	}
	means := c.groupMeans(projects)
	verdicts := c.verdicts(&y, projects)
	out := make([]Standing, len(projects))
	for i := range projects {
		p := &projects[i]
		c.scoreTiers(p, means)
		out[i] = c.standing(&y, p, verdicts.of(p))
	}
	return out, nil
}

// candidate is a project while a year is assessed.
type candidate struct {
	*Project
	facts map[string]bool
	// given has the rounds of each tier by number: their places in the year's list from 1, 0 where there is no score.
	given   [][]int
	tallies []tally
	tiers   []TierScore
	exact   Score
	// revoked is the revocation that counts, this year's before an earlier one.
	revoked *Revocation
	missing []string
}

// candidates returns the projects of a year by code, with their rounds and revocations.
func (c *Contest) candidates(y *Year) []candidate {
	out := make([]candidate, len(y.Projects))
	for i := range y.Projects {
		p := &y.Projects[i]
		out[i] = candidate{Project: p, facts: factsOf(p.Facts), given: c.noRounds()}
	}
	slices.SortFunc(out, func(a, b candidate) int { return cmp.Compare(a.Code, b.Code) })
	index := make(map[string]*candidate, len(out))
	for i := range out {
		index[out[i].Code] = &out[i]
	}
	for i, r := range y.Rounds {
		index[r.Project].given[c.tierOf[r.Tier]][r.Nth-1] = i + 1
	}
	for i := range y.Revocations {
		r := &y.Revocations[i]
		p := index[r.Project]
		if y.Year-r.Year <= c.doc.Bars && (p.revoked == nil || p.revoked.Year < r.Year) {
			p.revoked = r
		}
	}
	for i := range out {
		c.tally(y.Rounds, &out[i])
	}
	return out
}

// noRounds returns the places of a project's rounds, all of them empty.
func (c *Contest) noRounds() [][]int {
	places := make([][]int, len(c.tiers))
	for i, t := range c.tiers {
		places[i] = make([]int, t.rounds)
	}
	return places
}

func (c *Contest) tally(all []Round, p *candidate) {
	p.tallies = make([]tally, len(c.tiers))
	var below []passage
	for i := range c.tiers {
		p.tallies[i] = c.tiers[i].tally(all, p.given[i], below)
		below = p.tallies[i].gate
	}
}

// standing returns how a project stands.
func (c *Contest) standing(y *Year, p *candidate, vetoes []verdict) Standing {
	s := Standing{
		Scheme: c.doc.Code, Version: c.doc.Version, Year: y.Year, Project: p.Code, Group: p.Group, Enterprise: p.Enterprise,
		Tiers: p.tiers, Exact: p.exact, BandsOn: c.doc.BandsOn,
	}
	if p.revoked != nil {
		revocation := *p.revoked
		s.Revocation = &revocation
	}
	for _, v := range vetoes {
		s.Vetoes = append(s.Vetoes, v.hits...)
	}
	r := rule(c.doc.Vetoes, c.bandOf, vetoes)
	s.State, s.Missing = c.state(y, p, r)
	if s.State == Rated {
		c.rate(&s, p, r.from)
	}
	return s
}

// state returns the state of a project and what is missing, if that is why.
func (c *Contest) state(y *Year, p *candidate, vetoes ruling) (State, []string) {
	ineligible, unstated := c.eligible(p)
	missing := slices.Concat(unstated, vetoes.open, p.missing)
	switch {
	case p.revoked != nil && p.revoked.Year == y.Year:
		return Revoked, nil
	case p.revoked != nil:
		return Barred, nil
	case ineligible:
		return Ineligible, nil
	case len(unstated) > 0:
		return Unknown, missing
	case vetoes.effect == Exclude:
		return Excluded, nil
	case len(vetoes.open) > 0:
		return Unknown, missing
	case slices.ContainsFunc(p.tallies, func(t tally) bool { return !t.reached }):
		return NotReported, nil
	case len(missing) > 0:
		return Unknown, missing
	}
	return Rated, nil
}

// eligible reports whether a fact that the scheme needs is not so, and names those that are not stated.
func (c *Contest) eligible(p *candidate) (ineligible bool, unstated []string) {
	for _, name := range c.doc.Needs {
		is, stated := p.facts[name]
		ineligible = ineligible || stated && !is
		if !stated {
			unstated = append(unstated, name)
		}
	}
	return ineligible, unstated
}
