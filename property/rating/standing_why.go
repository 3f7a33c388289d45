package rating

import (
	"strconv"
	"strings"

	"github.com/wuyekit/wuye/property/explain"
)

// The labels of a year's score.
const (
	labelYear      explain.Label = "rating/year: score of %[1]s in %[2]s"
	labelTier      explain.Label = "rating/tier: mean of the tier %[1]s"
	labelGroup     explain.Label = "rating/group-mean: mean of the group %[2]s at the tier %[1]s, of %[3]s projects"
	labelRound     explain.Label = "rating/round: score of the round %[1]s"
	labelRoundZero explain.Label = "rating/round-zero: the round %[1]s has no score and counts as 0"
	labelRounds    explain.Label = "rating/rounds: number of rounds"

	labelNullified explain.Label = "rating/nullified: score of %[1]s in %[2]s, 0 by the veto %[3]s"
	labelNull      explain.Label = "rating/null: 0, by the veto %[1]s in the project %[2]s"

	labelIsUnknown     explain.Label = "rating/is-unknown: %[1]s is not rated in %[2]s; missing: %[3]s"
	labelIsExcluded    explain.Label = "rating/is-excluded: %[1]s is not rated in %[2]s; veto: %[3]s"
	labelIsNotReported explain.Label = "rating/is-not-reported: %[1]s is not rated in %[2]s; it was not reported to a tier that is needed"
	labelIsIneligible  explain.Label = "rating/is-ineligible: %[1]s is not assessed in %[2]s; it does not belong to those that are"
	labelIsBarred      explain.Label = "rating/is-barred: %[1]s is not assessed in %[2]s; the result of %[3]s was cancelled: %[4]s"
	labelIsRevoked     explain.Label = "rating/is-revoked: the result of %[1]s in %[2]s was cancelled: %[3]s"
)

// Why returns how the year's score came about, of nothing but the stored value: the rounds, the means of the tiers, their
// weights and the stages of rounding. The result of the derivation is the score; without one it is the word of the state,
// beside the exact score if there is one.
func (s *Standing) Why() explain.Step {
	switch {
	case s.State != Rated && !s.Exact.IsSet():
		return s.unrated()
	case s.State != Rated:
		reason := s.unrated()
		return explain.Pick(reason.Label, 0, reason, s.exactStep()).WithArgs(reason.Args...)
	case s.nullified():
		return s.nullStep()
	}
	return same(stageSteps(s.exactStep(), s.Stages), s.Score)
}

// unrated says why there is no score.
func (s *Standing) unrated() explain.Step {
	label, args := labelIsUnknown, []string{s.Project, strconv.Itoa(s.Year), strings.Join(s.Missing, ", ")}
	switch s.State {
	case Excluded:
		label, args[2] = labelIsExcluded, s.vetoes(Exclude)
	case NotReported:
		label, args = labelIsNotReported, args[:2]
	case Ineligible, NothingApplies:
		label, args = labelIsIneligible, args[:2]
	case Barred, Revoked:
		var r Revocation
		if s.Revocation != nil {
			r = *s.Revocation
		}
		label, args = labelIsBarred, append(args[:2], strconv.Itoa(r.Year), r.Reason)
		if s.State == Revoked {
			label, args = labelIsRevoked, append(args[:2], r.Reason)
		}
	case Unknown, Rated:
	}
	return explain.Given(label, explain.Value{Text: s.State.String()}, args...)
}

// vetoes names the vetoes of an effect, each with its project and its events.
func (s *Standing) vetoes(effect Effect) string {
	var names []string
	for _, h := range s.Vetoes {
		if h.Effect == effect {
			names = append(names, strings.Join(append([]string{h.Veto, h.Project}, h.Events...), " "))
		}
	}
	return strings.Join(names, ", ")
}

// nullStep derives the 0 of a veto.
func (s *Standing) nullStep() explain.Step {
	var zero explain.Step
	for _, h := range s.Vetoes {
		if h.Effect == Nullify {
			zero = explain.Given(labelNull, scoreValue(whole(0)), h.Veto, h.Project)
			break
		}
	}
	return explain.Pick(labelNullified, 0, zero, s.exactStep()).
		WithArgs(s.Project, strconv.Itoa(s.Year), s.vetoes(Nullify)).As(scoreValue(s.Score))
}

// exactStep derives the score before it is rounded.
func (s *Standing) exactStep() explain.Step {
	var sum, weights []explain.Step
	for _, t := range s.Tiers {
		w := weightStep(t.Tier, t.Weight)
		sum, weights = append(sum, explain.Product("", w, t.why())), append(weights, w)
	}
	return explain.Ratio(labelYear, explain.Sum("", sum...), explain.Sum("", weights...)).
		WithArgs(s.Project, strconv.Itoa(s.Year)).As(scoreValue(s.Exact))
}

// why derives what a tier comes to.
func (t TierScore) why() explain.Step {
	if t.Group != "" {
		mean := explain.Given(labelGroup, scoreValue(t.Mean), t.Tier, t.Group, strconv.Itoa(t.Of))
		return same(stageSteps(mean, t.Stages), t.Score)
	}
	var rounds []explain.Step
	for _, r := range t.Rounds {
		if r.Counts {
			rounds = append(rounds, r.why(t.Tier))
		}
	}
	mean := meanStep(labelTier, rounds, labelRounds).WithArgs(t.Tier).As(scoreValue(t.Mean))
	return same(stageSteps(mean, t.Stages), t.Score)
}

func (r RoundScore) why(tier string) explain.Step {
	label := labelRound
	if !r.Score.IsSet() {
		label = labelRoundZero
	}
	return explain.Given(label, scoreValue(r.counted()), tier+"/"+strconv.Itoa(r.Nth)).From(r.Sheet)
}
