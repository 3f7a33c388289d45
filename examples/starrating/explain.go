package main

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/wuyekit/wuye/examples/internal/cli"
	"github.com/wuyekit/wuye/property/explain"
	"github.com/wuyekit/wuye/property/invalid"
	"github.com/wuyekit/wuye/property/rating"
)

// find returns how a project stands, nil for none.
func (j *judgement) find(project string) (*rating.Standing, error) {
	if project == "" {
		return nil, nil
	}
	s := standing(j.standings, project)
	if s == nil {
		return nil, invalid.Value(errNoProject, invalid.Quote(project))
	}
	return s, nil
}

// interesting returns the standing that the report derives unasked: the rated one that is closest above the edge of its
// band.
func (j *judgement) interesting() *rating.Standing {
	var best *rating.Standing
	var margin rating.Score
	for i := range j.standings {
		s := &j.standings[i]
		if s.State != rating.Rated || !s.Edge.From.IsSet() {
			continue
		}
		over, err := difference(s.Exact, rating.ScoreOf(s.Edge.From))
		if err == nil && (best == nil || over.Compare(margin) < 0) {
			best, margin = s, over
		}
	}
	return best
}

// explain derives a standing: the year's score and band, and each sheet down to its findings. Unasked it is the year of the
// one that is most interesting.
func (r *report) explain(s *rating.Standing) error {
	if s == nil {
		return r.explainYear(r.interesting())
	}
	if err := r.explainYear(s); err != nil {
		return err
	}
	for _, sheet := range r.sheetsOf(s.Project) {
		label := textExplainSheet
		if sheet.replaced {
			label = textExplainReplaced
		}
		r.Section(label, sheet.sheet.ID, r.roundName(sheet), sheet.sheet.On.String(), sheet.sheet.Rater, points(sheet.result.Score))
		if err := r.derivations(resultWhy(&sheet.result), &r.rubric); err != nil {
			return err
		}
		if err := r.findings(sheet); err != nil {
			return err
		}
	}
	return nil
}

// explainYear derives band and score of a standing, or why it has none.
func (r *report) explainYear(s *rating.Standing) error {
	if s == nil {
		return nil
	}
	r.Section(textExplain, r.projectName(s.Project), r.stateOf(s))
	step := s.Why()
	if s.Band != "" {
		step = s.WhyBand() // which has the score in it
	}
	return r.derivations([]explain.Step{step}, &r.rubric)
}

// derivations writes derivations by a rubric and replays them.
func (r *report) derivations(steps []explain.Step, rubric *rating.Rubric) error {
	names := r.naming(rubric)
	for _, s := range steps {
		fmt.Fprintln(r.Out)
		r.Out.WriteString(explain.Text(r.P, names.step(s)))
		if err := s.Check(); err != nil {
			return err
		}
	}
	return nil
}

// roundName names the round of a sheet in words: "district 2".
func (r *report) roundName(s *rated) string {
	for _, t := range r.scheme.Tiers {
		if t.Code == s.tier {
			return r.Fill(textRound, r.name(t.Name, t.Code), strconv.Itoa(s.nth))
		}
	}
	return s.round()
}

// findings writes what was found on a sheet, so that each point leads to a place and its evidence, and what the sheet would come to
// without it.
func (r *report) findings(s *rated) error {
	if len(s.sheet.Findings) == 0 {
		return nil
	}
	points, err := r.challenged(s)
	if err != nil {
		return err
	}
	t := cli.Table{Right: []bool{false, false, false, true, true, true}}
	r.titles(&t, textFinding, textItem, textKind, textCount, textTaken, textWithout, textPlace, textEvidence, textNote)
	for i, f := range s.sheet.Findings {
		item := r.item(f.Item)
		note := f.Note
		if f.Repeats > 0 {
			note += r.Fill(textRepeated, strconv.Itoa(f.Repeats))
		}
		t.Add(
			f.ID, r.name(item.Name, item.Code), r.kindName(item, f.Kind), strconv.Itoa(max(1, f.Count)), points[i].taken, points[i].without,
			f.Place, strings.Join(f.Evidence, ", "), note,
		)
	}
	r.table(&t)
	return nil
}

// challenged is what a finding takes, and the score of its sheet without it.
type challenged struct{ taken, without string }

func (r *report) challenged(s *rated) ([]challenged, error) {
	list, err := r.rules.Challenges(&s.sheet)
	if err != nil {
		return nil, err
	}
	out := make([]challenged, len(s.sheet.Findings))
	for i := range out {
		out[i] = challenged{points(list[i].Taken), points(list[i].After.Score)}
	}
	return out, nil
}

// kindName names a kind of finding.
func (r *report) kindName(item rating.Item, code string) string {
	if d := item.Mark.Deductions; d != nil {
		for _, k := range d.Kinds {
			if k.Code == code {
				return r.name(k.Name, k.Code)
			}
		}
	}
	return code
}
