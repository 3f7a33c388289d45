package rating

import (
	"strconv"
	"strings"

	"github.com/wuyekit/wuye/property/explain"
)

// The labels of a year's band, beside those of a sheet's.
const (
	labelAward     explain.Label = "rating/award-band: band of %[1]s in %[2]s, the first whose conditions hold"
	labelAwardNone explain.Label = "rating/award-none: %[1]s reaches no band in %[2]s"
	labelAwardOpen explain.Label = "rating/award-open: the band of %[1]s in %[2]s depends on %[3]s, which is not stated"
	labelAwardMost explain.Label = "rating/award-most: the best band that the veto %[1]s in the project %[2]s leaves"
)

// WhyBand returns how the band came about, of nothing but the stored value: how the score compares with the edge of the row
// that gave it, the facts that it asks for and the vetoes that let no better one hold. Why no better row holds, [Contest.Gap]
// says.
//
// The result of the derivation is [Standing.Band]. Where there is none it is "none", or the word of the state where there is no
// score, or "unknown" where a fact is missing, which the label names.
func (s *Standing) WhyBand() explain.Step {
	who := []string{s.Project, strconv.Itoa(s.Year)}
	switch {
	case s.State != Rated:
		return s.unrated()
	case s.Band == "" && len(s.Missing) > 0:
		return explain.Given(labelAwardOpen, explain.Value{Text: Unknown.String()}, append(who, strings.Join(s.Missing, ", "))...)
	}
	label, band := labelAward, explain.Value{Text: s.Band}
	grounds := []explain.Step{explain.Given(labelOutcome, explain.Value{Text: s.Edge.Code}, s.Edge.Code)}
	if s.Band == "" {
		label, band = labelAwardNone, explain.Value{Text: "none"}
		grounds = []explain.Step{explain.Given("", band)}
	}
	for _, h := range s.Vetoes {
		if h.Effect == Limit {
			grounds = append(grounds, explain.Given(labelAwardMost, explain.Value{Text: h.Band}, h.Veto, h.Project))
		}
	}
	if s.Band == "" {
		grounds = append(grounds, s.judgedStep())
	} else {
		grounds = append(grounds, s.Edge.whyEdge(s.judgedStep()))
		grounds = append(grounds, s.Edge.whyFacts()...)
	}
	return explain.Pick(label, 0, grounds...).WithArgs(who...).As(band)
}

// whyEdge compares a score with the edge of the band that it reached, if the band has one.
func (b Band) whyEdge(score explain.Step) explain.Step {
	reached := explain.Value{Text: "true"}
	switch {
	case b.From.IsSet():
		return explain.Compare(labelFrom, score, ">=", explain.Given(labelEdge, figureValue(b.From))).As(reached)
	case b.Above.IsSet():
		return explain.Compare(labelAbove, score, ">", explain.Given(labelEdge, figureValue(b.Above))).As(reached)
	}
	return explain.Given(labelAnyScore, reached)
}

// judgedStep derives the score that the bands looked at.
func (s *Standing) judgedStep() explain.Step {
	if s.BandsOn == OnRounded || s.nullified() {
		return s.Why()
	}
	return s.exactStep()
}
