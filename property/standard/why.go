package standard

import (
	"strconv"
	"strings"
	"time"

	"github.com/wuyekit/wuye/property/explain"
	"github.com/wuyekit/wuye/property/metric"
)

// shown is how many of the rows that decide a part a derivation shows.
const shown = 20

// whyAll derives the verdict on what an address names.
func (x *run) whyAll(address string, targets []target) explain.Step {
	var steps []explain.Step
	var states []PartVerdict
	for _, t := range targets {
		x.judgeRead(t.clause)
		s, state := x.why(t)
		steps, states = append(steps, s), append(states, PartVerdict{State: state})
	}
	if _, isClause := x.rules.directory.find(x.rules.clauses, address); isClause {
		return steps[0]
	}
	return decided(address, steps, states)
}

// decided derives a verdict that is joined of others: the one that decides is picked.
func decided(name string, steps []explain.Step, parts []PartVerdict) explain.Step {
	state, _ := joinParts(parts)
	for i := range parts {
		if parts[i].State == state {
			return explain.Pick(labelVerdict, i, steps...).WithArgs(name)
		}
	}
	return explain.Step{}
}

// why derives the verdict on a clause, or on a part of it.
func (x *run) why(t target) (explain.Step, State) {
	k := &x.rules.clauses[t.clause]
	source := strings.TrimSpace(k.doc.Source.Doc + " " + k.doc.Source.Place)
	v := x.clause(k)
	if len(v.Parts) == 0 {
		return explain.Pick(labelVerdict, 0, x.because(v.State, v.Reason)).WithArgs(v.Clause).From(source), v.State
	}
	var steps []explain.Step
	for i := range v.Parts {
		name := strings.TrimSuffix(v.Clause+"/"+v.Parts[i].Part, "/")
		steps = append(steps, x.whyPart(&k.parts[i], &v.Parts[i], name))
	}
	switch {
	case t.part >= 0:
		return steps[t.part].From(source), v.Parts[t.part].State
	case len(steps) == 1:
		return steps[0].From(source), v.State
	}
	return decided(v.Clause, steps, v.Parts).From(source), v.State
}

// because is a state with its reason, from which nothing further follows.
func (x *run) because(s State, why Reason) explain.Step {
	label, args := why.Label()
	if label == "" {
		label = s.Label()
	}
	return explain.Given(label, explain.Value{Text: s.String()}, args...)
}

// whyPart derives the verdict on a part: its reason is picked, beside the counts and the rows that decide.
func (x *run) whyPart(p *part, v *PartVerdict, name string) explain.Step {
	inputs := []explain.Step{x.because(v.State, v.Reason)}
	if v.Counts.Total > 0 {
		inputs = append(inputs, v.Counts.why())
	}
	if v.Counts.Extra > 0 {
		inputs = append(inputs, counted(labelExtra, v.Counts.Extra))
	}
	if v.Counts.Total > 0 {
		inputs = append(inputs, x.whyShare(p, &v.Counts)...)
		inputs = append(inputs, x.whyRows(p, v.State)...)
	}
	return explain.Pick(labelVerdict, 0, inputs...).WithArgs(name)
}

func counted(label explain.Label, n int) explain.Step {
	return explain.Given(label, explain.Decimal(strconv.Itoa(n), ""))
}

// why adds up the rows of every state that there are.
func (c *Counts) why() explain.Step {
	var inputs []explain.Step
	for s := Unknown; s <= NotApplicable; s++ {
		if n := *c.of(s); n > 0 {
			inputs = append(inputs, counted(s.Label(), n))
		}
	}
	return explain.Sum(labelRows, inputs...)
}

// whyShare compares the share of the rows that are met with the one that is wanted.
func (x *run) whyShare(p *part, n *Counts) []explain.Step {
	j, ok := p.judge.(interface{ wanted() (metric.Figure, bool) })
	if !ok {
		return nil
	}
	share, ok := j.wanted()
	apply := n.Met + n.Breached + n.Pending + n.Unknown
	if !ok || apply == 0 {
		return nil
	}
	ratio := explain.Ratio(labelShareOf, counted(labelMet, n.Met), counted(labelApply, apply))
	want := explain.Given(labelWanted, explain.Decimal(share.String(), ""))
	return []explain.Step{explain.Compare(labelShare, ratio, ">=", want)}
}

// whyRows shows the first of the rows that decide.
func (x *run) whyRows(p *part, state State) []explain.Step {
	var out []explain.Step
	p.judge.rows(x, func(r *Row) bool {
		if r.State == state {
			out = append(out, x.whyRow(p, r))
		}
		return len(out) < shown
	})
	x.extra = 0
	return out
}

// whyRow shows a row: its reason is picked, beside when it was due and done and what its judge compared.
func (x *run) whyRow(p *part, r *Row) explain.Step {
	inputs := []explain.Step{x.because(r.State, r.Reason.clone())}
	for _, at := range []struct {
		label explain.Label
		at    time.Time
	}{{labelOriginal, r.OriginalDue}, {labelDue, r.Due}, {labelAt, r.At}} {
		if !at.at.IsZero() {
			inputs = append(inputs, explain.Given(at.label, explain.Instant(at.at.In(x.zone))))
		}
	}
	if j, ok := p.judge.(deriver); ok {
		inputs = append(inputs, j.why(x, r)...)
	}
	if what := strings.TrimSpace(r.Subject + " " + r.Record); what != "" {
		return explain.Pick(labelRow, 0, inputs...).WithArgs(what)
	}
	return explain.Pick(labelEstate, 0, inputs...)
}

// deriver is a judge that derives what it compared for a row.
type deriver interface {
	why(x *run, r *Row) []explain.Step
}
