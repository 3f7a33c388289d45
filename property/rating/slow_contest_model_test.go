package rating_test

import (
	"cmp"
	"fmt"
	"math/big"
	"slices"

	"github.com/wuyekit/wuye/property/rating"
)

// slowTier is what a tier comes to for a project by the model; its rounds are written "1 reported counts owed".
type slowTier struct {
	Mean, Score, Group string
	Stages, Rounds     []string
	Of                 int
}

type slowStanding struct {
	Project            string
	State              rating.State
	Missing            []string
	Tiers              []slowTier
	Exact, Score, Band string
	Stages, Vetoes     []string
	Reward, Revocation string
}

// slowYear assesses a year by the words of the documents.
type slowYear struct {
	scheme *rating.Scheme
	year   *rating.Year
}

func slowAssess(scheme *rating.Scheme, year *rating.Year) []slowStanding {
	y := slowYear{scheme, year}
	var out []slowStanding
	for i := range year.Projects {
		out = append(out, y.stand(&year.Projects[i]))
	}
	slices.SortFunc(out, func(a, b slowStanding) int { return cmp.Compare(a.Project, b.Project) })
	return out
}

// score returns the score of a round; nothing if there is none.
func (y slowYear) score(project string, tier, nth int) *big.Rat {
	for _, r := range y.year.Rounds {
		if r.Project == project && r.Tier == y.scheme.Tiers[tier].Code && r.Nth == nth {
			return r.Score.Rat()
		}
	}
	return nil
}

func (y slowYear) rounds(tier int) int { return 12 / y.scheme.Tiers[tier].Every.Months() }

// reported reports whether a round reaches the gate of the tier above.
func (y slowYear) reported(project string, tier, nth int) bool {
	s := y.score(project, tier, nth)
	if s == nil || tier+1 >= len(y.scheme.Tiers) {
		return false
	}
	gate := y.scheme.Tiers[tier+1].Gate
	return gate != nil && s.Cmp(slowRat(gate.AtLeast)) >= 0
}

// leftOut reports whether a tier leaves out a round without a score that it should have.
func (y slowYear) leftOut(project string, tier, nth int) bool {
	return y.score(project, tier, nth) == nil && y.scheme.Tiers[tier].Missing == rating.Renormalise &&
		y.owed(project, tier, nth)
}

// owed reports whether a round should have a score.
func (y slowYear) owed(project string, tier, nth int) bool {
	t := y.scheme.Tiers[tier]
	if t.Gate == nil {
		return true
	}
	per := t.Every.Months() / y.scheme.Tiers[tier-1].Every.Months()
	some, all := false, true
	for below := (nth-1)*per + 1; below <= nth*per; below++ {
		switch {
		case y.reported(project, tier-1, below):
			some = true
		case !y.leftOut(project, tier-1, below):
			all = false
		}
	}
	return some && (all || t.Gate.Any)
}

// undecided reports whether the gate of a round waits for a score that is missing.
func (y slowYear) undecided(project string, tier, nth int) bool {
	t := y.scheme.Tiers[tier]
	if t.Gate == nil || y.owed(project, tier, nth) {
		return false
	}
	per := t.Every.Months() / y.scheme.Tiers[tier-1].Every.Months()
	waits := false
	for below := (nth-1)*per + 1; below <= nth*per; below++ {
		switch {
		case y.score(project, tier-1, below) != nil:
			if !y.reported(project, tier-1, below) && !t.Gate.Any {
				return false
			}
		case y.undecided(project, tier-1, below):
			waits = true
		case y.owed(project, tier-1, below) && y.scheme.Tiers[tier-1].Missing == 0:
			waits = true
		case !y.leftOut(project, tier-1, below) && !t.Gate.Any:
			return false
		}
	}
	return waits
}

// leaves reports whether the tier above leaves what was not reported out of the mean of this one.
func (y slowYear) leaves(tier int) bool {
	return tier+1 < len(y.scheme.Tiers) && y.scheme.Tiers[tier+1].Unreported == rating.UnreportedLeavesOut
}

// counts returns what a round counts in the mean of a tier; nothing if it does not.
func (y slowYear) counts(project string, tier, nth int) *big.Rat {
	s := y.score(project, tier, nth)
	if s == nil && y.owed(project, tier, nth) && y.scheme.Tiers[tier].Missing == rating.Zero {
		s = new(big.Rat)
	}
	if s != nil && y.leaves(tier) && !y.reported(project, tier, nth) {
		return nil
	}
	return s
}

func (y slowYear) tier(p *rating.Project, tier int) (out slowTier, score *big.Rat, missing []string, owes bool) {
	t := y.scheme.Tiers[tier]
	out = slowTier{Mean: "-", Score: "-"}
	sum, n, leaves, waits := new(big.Rat), int64(0), false, false
	for nth := 1; nth <= y.rounds(tier); nth++ {
		own := y.counts(p.Code, tier, nth)
		owed := y.owed(p.Code, tier, nth)
		open := y.undecided(p.Code, tier, nth)
		waits = waits || open
		owes = owes || owed || open
		if own != nil {
			sum, n = slowAdd(sum, own), n+1
		}
		if owed && y.score(p.Code, tier, nth) == nil && t.Missing == 0 {
			missing = append(missing, fmt.Sprintf("%s/%d", t.Code, nth))
		}
		leaves = leaves || y.leftOut(p.Code, tier, nth) || y.leaves(tier) && own == nil && (owed || y.score(p.Code, tier, nth) != nil)
		out.Rounds = append(out.Rounds, fmt.Sprintf("%d %s %t %t %t", nth,
			slowText(y.score(p.Code, tier, nth)), y.reported(p.Code, tier, nth), own != nil, owed))
	}
	if t.Mean == rating.GroupMean {
		out.Group = p.Group
		sum, n, out.Of = y.group(p.Group, tier)
		leaves = leaves || owes // nobody in the group has a score
	}
	if n == 0 {
		if len(missing) == 0 && leaves && !waits {
			missing = append(missing, t.Code)
		}
		return out, nil, missing, owes
	}
	score = slowQuo(sum, big.NewRat(n, 1))
	out.Mean = slowText(score)
	out.Stages = slowStages(score, t.Rounding)
	for _, r := range t.Rounding {
		score = slowRound(score, r)
	}
	out.Score = slowText(score)
	return out, score, missing, owes
}

// group sums what counts of all projects of a group, and says how many projects these are.
func (y slowYear) group(group string, tier int) (sum *big.Rat, n int64, of int) {
	sum = new(big.Rat)
	for _, p := range y.year.Projects {
		before := n
		for nth := 1; p.Group == group && nth <= y.rounds(tier); nth++ {
			if s := y.counts(p.Code, tier, nth); s != nil && y.score(p.Code, tier, nth) != nil {
				sum, n = slowAdd(sum, s), n+1
			}
		}
		if n > before {
			of++
		}
	}
	return sum, n, of
}

func (y slowYear) stand(p *rating.Project) slowStanding {
	out := slowStanding{Project: p.Code, Exact: "-", Score: "-"}
	var missing []string
	sum, weights, known, reported := new(big.Rat), new(big.Rat), true, true
	for i, t := range y.scheme.Tiers {
		tier, score, gone, owes := y.tier(p, i)
		out.Tiers = append(out.Tiers, tier)
		reported = reported && owes
		missing = append(missing, gone...)
		if score == nil || len(gone) > 0 {
			known = false
			continue
		}
		sum, weights = slowAdd(sum, slowMul(slowRat(t.Weight), score)), slowAdd(weights, slowRat(t.Weight))
	}
	var exact *big.Rat
	if known && reported {
		exact = slowQuo(sum, weights)
		out.Exact = slowText(exact)
	}
	hits, open := y.vetoes(p)
	y.state(&out, p, hits, open, missing, reported)
	if out.State == rating.Rated {
		y.award(&out, p, exact, hits)
	}
	return out
}

// vetoes returns the vetoes that hit a project, and what is missing for others to do so.
func (y slowYear) vetoes(p *rating.Project) (hits []rating.Veto, open []slowOpen) {
	for _, v := range y.scheme.Vetoes {
		var unknown []string
		hit := false
		for _, q := range y.year.Projects {
			same := q.Code == p.Code
			if v.Scope == rating.OfEnterprise {
				same = same || q.Enterprise != "" && q.Enterprise == p.Enterprise
			}
			if !same {
				continue
			}
			h, o := slowVetoes([]rating.Veto{v}, y.of(q.Code))
			hit = hit || len(h) > 0
			for _, one := range o {
				unknown = append(unknown, one.names...)
			}
		}
		switch {
		case hit:
			hits = append(hits, v)
		case len(unknown) > 0:
			slices.Sort(unknown)
			open = append(open, slowOpen{v, slices.Compact(unknown)})
		}
	}
	return hits, open
}

// of returns the events of a project.
func (y slowYear) of(project string) []rating.Event {
	var out []rating.Event
	for _, e := range y.year.Events {
		if e.Project == project {
			out = append(out, e)
		}
	}
	return out
}

func (y slowYear) state(
	out *slowStanding, p *rating.Project, hits []rating.Veto, open []slowOpen, missing []string, reported bool,
) {
	does := func(e rating.Effect) bool {
		return slices.ContainsFunc(hits, func(v rating.Veto) bool { return v.Effect == e })
	}
	for _, v := range hits {
		out.Vetoes = append(out.Vetoes, v.Code)
	}
	var names []string
	for _, o := range open {
		if slowCould(o.veto, does, y.scheme.Bands, slowWorst(y.scheme.Bands, hits)) {
			names = append(names, o.names...)
		}
	}
	var unstated []string
	ineligible := false
	for _, need := range y.scheme.Needs {
		is, stated := slowFact(p.Facts, need)
		ineligible = ineligible || stated && !is
		if !stated {
			unstated = append(unstated, need)
		}
	}
	latest := 0
	for _, r := range y.year.Revocations {
		if r.Project == p.Code && y.year.Year-r.Year <= y.scheme.Bars {
			latest = max(latest, r.Year)
		}
		if r.Project == p.Code && r.Year == y.year.Year {
			latest = r.Year
		}
	}
	if latest > 0 {
		out.Revocation = fmt.Sprint(latest)
	}
	switch {
	case latest == y.year.Year:
		out.State = rating.Revoked
	case latest > 0:
		out.State = rating.Barred
	case ineligible:
		out.State = rating.Ineligible
	case len(unstated) > 0:
		out.State = rating.Unknown
	case does(rating.Exclude):
		out.State = rating.Excluded
	case len(names) > 0:
		out.State = rating.Unknown
	case !reported:
		out.State = rating.NotReported
	case len(missing) > 0:
		out.State = rating.Unknown
	default:
		out.State = rating.Rated
	}
	if out.State == rating.Unknown {
		out.Missing = slices.Concat(unstated, names, missing)
	}
}

func (y slowYear) award(out *slowStanding, p *rating.Project, exact *big.Rat, hits []rating.Veto) {
	score, on := exact, exact
	for _, r := range y.scheme.Rounding {
		score = slowRound(score, r)
	}
	out.Stages = slowStages(exact, y.scheme.Rounding)
	if y.scheme.BandsOn == rating.OnRounded {
		on = score
	}
	if slices.ContainsFunc(hits, func(v rating.Veto) bool { return v.Effect == rating.Nullify }) {
		score, on, out.Stages = new(big.Rat), new(big.Rat), nil
	}
	out.Score = slowText(score)
	out.Band, out.Missing = slowBandOf(y.scheme.Bands[max(slowWorst(y.scheme.Bands, hits), 0):], on, p.Facts, nil)
	for _, r := range y.scheme.Rewards {
		if r.Band == out.Band {
			out.Reward = r.Band
		}
	}
}
