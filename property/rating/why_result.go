package rating

import (
	"math/big"
	"strings"

	"github.com/wuyekit/wuye/property/explain"
	"github.com/wuyekit/wuye/property/metric"
)

// derivation is a result with the items that count by section, and where to find what bands need.
type derivation struct {
	*Result
	items    map[string][]*ItemResult
	sections map[string]*SectionResult
	byCode   map[string]*ItemResult
}

func (r *Result) derivation() derivation {
	d := derivation{r, map[string][]*ItemResult{}, map[string]*SectionResult{}, map[string]*ItemResult{}}
	for i := range r.Sections {
		d.sections[r.Sections[i].Section] = &r.Sections[i]
	}
	for i := range r.Items {
		it := &r.Items[i]
		if it.Points.IsSet() {
			d.items[it.Section] = append(d.items[it.Section], it)
			d.byCode[it.Item] = it
		}
	}
	return d
}

// Why derives the score from the marks and findings of every item. It needs the result alone, a stored one too.
//
// The result of the derivation is [Result.Score]; where there is none it is the word of the state, and the label names what is
// missing or which veto took effect.
func (r *Result) Why() explain.Step {
	if r.State != Rated {
		return r.whyNot()
	}
	score := r.derivation().exact()
	switch {
	case r.Nullified:
		veto := explain.Given(labelVetoFactor, scoreValue(whole(0)), strings.Join(r.Vetoes, ", "))
		score = explain.Product("", score, veto)
	default:
		for _, s := range r.Stages {
			score = explain.Round("", score, modeOf(s.Rounding).String(), stepOf(s.Rounding).String()).As(scoreValue(s.Score))
		}
	}
	score.Label = labelScore
	return same(score, r.Score).WithArgs(r.Sheet, r.Rubric)
}

// whyNot says why there is no score.
func (r *Result) whyNot() explain.Step {
	label, args := labelUnrated, []string{r.Sheet, strings.Join(r.Missing, ", ")}
	switch r.State {
	case Excluded:
		label, args[1] = labelExcluded, strings.Join(r.Vetoes, ", ")
	case NothingApplies:
		label, args = labelNothingApplies, args[:1]
	case Unknown, Rated, NotReported, Ineligible, Barred, Revoked:
	}
	return explain.Given(label, explain.Value{Text: r.State.String()}, args...)
}

// exact derives the score before it is rounded.
func (r derivation) exact() explain.Step {
	score := r.base()
	if parts := r.around(); len(parts) > 0 {
		score = explain.Sum(labelTogether, append([]explain.Step{score}, parts...)...)
	}
	low, high := greatest(ScoreOf(r.Floor), whole(0)), ScoreOf(r.Ceiling)
	sum, ok := scoreOf(score.Value)
	if ok && sum == r.Exact {
		return score
	}
	upper := explain.Given(labelCeiling, scoreValue(high))
	if !high.IsSet() { // nothing but the floor can have moved it
		upper = explain.Given(labelNoCeiling, scoreValue(greatest(sum, low)))
	}
	return explain.Clamp(labelWithin, score, explain.Given(labelFloor, scoreValue(low)), upper).As(scoreValue(r.Exact))
}

// around derives the bonus and what is taken off the whole.
func (r derivation) around() []explain.Step {
	var out []explain.Step
	if r.Bonus.IsSet() {
		out = append(out, r.bonus())
	}
	if len(r.Deductions) > 0 {
		out = append(out, whyDeductions(r.Deductions)...)
	}
	return out
}

func (r derivation) bonus() explain.Step {
	var parts []explain.Step
	for i := range r.Sections {
		if s := &r.Sections[i]; s.Bonus && s.Points.IsSet() {
			parts = append(parts, r.section(s))
		}
	}
	sum := explain.Sum(labelBonus, parts...)
	if limit := ScoreOf(r.BonusCap); limit.IsSet() && sum.Value != scoreValue(r.Bonus) {
		sum = explain.Clamp(labelBonusCap, sum, explain.Given("", scoreValue(whole(0))), explain.Given(labelCap, scoreValue(limit)))
	}
	return sum.As(scoreValue(r.Bonus))
}

// base derives the score of the items: what they come to, of what they might, times the score of a perfect sheet.
func (r derivation) base() explain.Step {
	var raw, of []explain.Step
	for i := range r.Sections {
		if s := &r.Sections[i]; !s.Bonus && s.Points.IsSet() {
			raw, of = append(raw, r.section(s)), append(of, r.of(s))
		}
	}
	sum := explain.Sum(labelRaw, raw...).As(scoreValue(r.Raw))
	if r.RawOf == ScoreOf(r.OutOf) {
		return sum
	}
	share := explain.Ratio(labelShare, sum, explain.Sum(labelRawOf, of...).As(scoreValue(r.RawOf)))
	return explain.Product(labelBase, share, explain.Given(labelOutOf, figureValue(r.OutOf)))
}

// same returns a step whose result is a stored score. Where the step comes to another one, a replay finds that it does not follow.
func same(step explain.Step, stored Score) explain.Step {
	if step.Value == scoreValue(stored) {
		return step
	}
	return explain.Sum(step.Label, step).WithArgs(step.Args...).As(scoreValue(stored))
}

// scoreValue returns a score as a value of a derivation; 0 for an unset one.
func scoreValue(s Score) explain.Value {
	num, den := s.parts()
	return explain.Exact(big.NewInt(num), big.NewInt(den), "")
}

func figureValue(f metric.Figure) explain.Value { return scoreValue(ScoreOf(f)) }

// scoreOf reads a value of a derivation.
func scoreOf(v explain.Value) (Score, bool) {
	n, ok := explain.Number(v.Text)
	if !ok {
		return Score{}, false
	}
	s, err := ScoreOfRat(n)
	return s, err == nil
}
