package rating

import (
	"strconv"
	"strings"

	"github.com/wuyekit/wuye/property/explain"
	"github.com/wuyekit/wuye/property/metric"
)

// The labels of the scores of a panel.
const (
	labelJoint      explain.Label = "rating/joint: joint score of the panel %[1]s"
	labelJointOpen  explain.Label = "rating/joint-open: the panel %[1]s has no score; missing: %[2]s"
	labelSource     explain.Label = "rating/source: mean of the source %[1]s"
	labelSourceZero explain.Label = "rating/source-zero: the source %[1]s: too few scores, which count as 0"
	labelVote       explain.Label = "rating/vote: score of rater %[1]s"
	labelSome       explain.Label = "rating/some-vote: a score"
	labelVotes      explain.Label = "rating/votes: number of scores"
)

// Why returns how the joint score came about, of nothing but the stored value: the mean of each source, their weights, and
// the stages of rounding. The result of the derivation is the score; without one it is the word of the state.
func (j *Joined) Why() explain.Step {
	if j.State != Rated {
		return explain.Given(labelJointOpen, explain.Value{Text: j.State.String()}, j.Panel, strings.Join(j.Missing, ", "))
	}
	var sum, weights []explain.Step
	for _, s := range j.Sources {
		if s.Counts {
			w := weightStep(s.Source, s.Weight)
			sum, weights = append(sum, explain.Product("", w, s.why())), append(weights, w)
		}
	}
	mean := explain.Ratio(labelJoint, explain.Sum("", sum...), explain.Sum("", weights...)).WithArgs(j.Panel)
	return same(stageSteps(same(mean, j.Exact), j.Stages), j.Score)
}

// why derives the mean of a source.
func (s SourceScore) why() explain.Step {
	if !s.Mean.IsSet() {
		return explain.Given(labelSourceZero, scoreValue(s.counted()), s.Source)
	}
	votes := make([]explain.Step, len(s.Used))
	for i, v := range s.Used {
		votes[i] = explain.Given(labelSome, scoreValue(v.Score))
		if v.Rater != "" {
			votes[i] = explain.Given(labelVote, scoreValue(v.Score), v.Rater)
		}
	}
	return meanStep(labelSource, votes, labelVotes).WithArgs(s.Source).As(scoreValue(s.Mean))
}

func weightStep(of string, weight metric.Figure) explain.Step {
	return explain.Given(labelItemWeight, figureValue(weight), of)
}

// meanStep derives the mean of some scores, of which there is one at least.
func meanStep(label explain.Label, scores []explain.Step, count explain.Label) explain.Step {
	n := explain.Given(count, explain.Decimal(strconv.Itoa(len(scores)), ""))
	return explain.Ratio(label, explain.Sum("", scores...), n)
}

// stageSteps derives what stages of rounding left, each under the label of what it rounds.
func stageSteps(exact explain.Step, stages []StageResult) explain.Step {
	step := exact
	for _, s := range stages {
		step = explain.Round(exact.Label, step, modeOf(s.Rounding).String(), stepOf(s.Rounding).String()).
			WithArgs(exact.Args...).As(scoreValue(s.Score))
	}
	return step
}
