package rating

import (
	"strconv"

	"github.com/wuyekit/wuye/property/invalid"
)

// passage says whether a gate lets something through. A round of a tier is assessed by the tier above where it does.
type passage uint8

const (
	// stopped does not pass: below the gate, or never assessed and so 0.
	stopped passage = iota
	passed
	// open is a round that is missing: nobody can say.
	open
	// skipped is a missing round that is left out of account.
	skipped
)

// tally is what the rounds of a project at a tier come to.
type tally struct {
	scores  []RoundScore
	gate    []passage // of each round, for the tier above
	missing []string
	// reached says that the project is assessed at the tier, or may be.
	reached bool
	// waits says that nobody knows whether one of them is owed.
	waits bool
}

// tally judges the rounds of a project at a tier. Given has the place of each in the list of all rounds, from 1, and 0 where there is no
// score; below says what of the tier below passes the gate.
func (t *tier) tally(all []Round, given []int, below []passage) tally {
	out := tally{scores: make([]RoundScore, t.rounds), gate: make([]passage, t.rounds)}
	for i, at := range given {
		owed := t.owes(i, below)
		out.reached = out.reached || owed != stopped || at > 0
		out.waits = out.waits || owed == open
		score := &out.scores[i]
		score.Nth, score.Owed = i+1, owed == passed
		if at > 0 {
			r := &all[at-1]
			out.gate[i] = t.lets(r.Score)
			score.Score, score.Sheet = r.Score, r.Sheet
			score.Reported = t.passes.IsSet() && out.gate[i] == passed
			score.Counts = !t.leavesOut || score.Reported
			continue
		}
		out.gate[i] = t.absent(owed)
		score.Counts = score.Owed && t.Missing == Zero && !t.leavesOut
		if score.Owed && t.Missing == 0 {
			out.missing = append(out.missing, t.Code+"/"+strconv.Itoa(i+1))
		}
	}
	return out
}

// owes says whether there should be a score of a round: of a tier with a gate where the rounds within it passed.
func (t *tier) owes(i int, below []passage) passage {
	if t.Gate == nil {
		return passed
	}
	var count [skipped + 1]int
	for _, p := range below[i*t.below : (i+1)*t.below] {
		count[p]++
	}
	enough, decisive := passed, stopped
	if t.Gate.Any {
		enough, decisive = stopped, passed
	}
	switch {
	case count[decisive] > 0:
		return decisive
	case count[open] > 0:
		return open
	case count[enough] > 0:
		return enough
	}
	return stopped
}

// lets says whether the gate above lets a score through.
func (t *tier) lets(s Score) passage {
	if t.passes.IsSet() && s.Compare(t.passes) < 0 {
		return stopped
	}
	return passed
}

// absent says the same of a round without a score.
func (t *tier) absent(owed passage) passage {
	switch {
	case owed != passed:
		return owed
	case t.Missing == Zero:
		return stopped
	case t.Missing == Renormalise:
		return skipped
	}
	return open
}

// counted returns the scores in the mean; one that is missing and counts is 0.
func (t *tally) counted() []Score {
	var out []Score
	for _, r := range t.scores {
		if r.Counts {
			out = append(out, r.counted())
		}
	}
	return out
}

func (r RoundScore) counted() Score {
	if !r.Score.IsSet() {
		return whole(0)
	}
	return r.Score
}

// checkReported reports the rounds of a project that have a score although the tier below did not report it.
func (c *Contest) checkReported(l *invalid.List, all []Round, p *candidate) {
	for i := 1; i < len(c.tiers); i++ {
		t := &c.tiers[i]
		for k, at := range p.given[i] {
			if at > 0 && t.owes(k, p.tallies[i-1].gate) == stopped {
				r := &all[at-1]
				l.At("rounds", at-1).Add(ErrNotReported, invalid.Quote(r.Project), invalid.Quote(r.Tier), strconv.Itoa(r.Nth))
			}
		}
	}
}
