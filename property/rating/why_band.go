package rating

import (
	"cmp"
	"slices"
	"strings"

	"github.com/wuyekit/wuye/property/explain"
)

// WhyBand derives the outcome: the score against the edge of the row that gave it, its minimum standards, and the facts that it
// asks for. It needs the result alone. Why no better row holds, [Rules.Gap] says.
//
// The result of the derivation is [Result.Band]. Where there is none it is "none", or the word of the state where there is no score, or
// "unknown" where a fact is missing, which the label names.
func (r *Result) WhyBand() explain.Step {
	switch {
	case r.State != Rated:
		return r.whyNot()
	case r.Band == "" && len(r.Missing) > 0:
		return explain.Given(labelBandOpen, explain.Value{Text: Unknown.String()}, r.Sheet, strings.Join(r.Missing, ", "))
	case r.Band == "":
		return explain.Given(labelNoBand, explain.Value{Text: "none"}, r.Sheet, r.judged().String())
	}
	outcome := explain.Given(labelOutcome, explain.Value{Text: r.Edge.Code}, r.Edge.Code)
	conditions := []explain.Step{outcome}
	if len(r.Vetoes) > 0 {
		conditions = append(conditions, explain.Given(labelVetoes, explain.Value{Text: strings.Join(r.Vetoes, ", ")}))
	}
	conditions = append(conditions, r.whyEdge())
	d := r.derivation()
	for _, n := range r.Edge.Needs {
		conditions = append(conditions, d.need(n))
	}
	conditions = append(conditions, r.Edge.whyFacts()...)
	return explain.Pick(labelBand, 0, conditions...).WithArgs(r.Sheet).As(explain.Value{Text: r.Band})
}

// whyEdge compares the score with the edge of the band.
func (r *Result) whyEdge() explain.Step {
	score := r.derivation().exact()
	if r.BandsOn == OnRounded || r.Nullified {
		score = r.Why()
	}
	return r.Edge.whyEdge(score)
}

// need compares what an item or a section came to with its minimum.
func (r derivation) need(n Need) explain.Step {
	name := cmp.Or(n.Item, n.Section)
	points, of := r.needed(n)
	if !of.IsSet() {
		return explain.Given(labelNeedsNothing, explain.Value{Text: "true"}, name)
	}
	share := explain.Ratio(labelNeedShare, explain.Given("", scoreValue(points)), explain.Given("", scoreValue(of))).WithArgs(name)
	return explain.Compare(labelNeed, share, ">=", explain.Given(labelLeast, figureValue(n.AtLeast))).WithArgs(name)
}

// needed returns what a minimum is of, unset where that does not apply.
func (r derivation) needed(n Need) (points, of Score) {
	if it := r.byCode[n.Item]; it != nil && n.Item != "" && it.applies() {
		return it.Points, it.Of
	}
	if s := r.sections[n.Section]; s != nil && n.Section != "" && slices.ContainsFunc(r.items[n.Section], (*ItemResult).applies) {
		return s.Points, s.Of
	}
	return Score{}, Score{}
}

// whyFacts lists the facts that the band asks for.
func (b Band) whyFacts() []explain.Step {
	var out []explain.Step
	for _, name := range b.When {
		out = append(out, explain.Given(labelFactTrue, explain.Value{Text: "true"}, name))
	}
	for _, name := range b.Unless {
		out = append(out, explain.Given(labelFactFalse, explain.Value{Text: "false"}, name))
	}
	return out
}
