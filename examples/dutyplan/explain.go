package main

import (
	"strings"

	"github.com/wuyekit/wuye/property/civil"
	"github.com/wuyekit/wuye/property/explain"
	"github.com/wuyekit/wuye/property/invalid"
)

// choice is what -explain names: verdicts, or a day at a post.
type choice struct {
	verdicts []*verdict
	post     string
}

// find returns the verdicts whose keys are a text or begin with it and a stroke, or the day at a post of that name;
// nothing for an empty text.
func (j *judgement) find(key string) (choice, error) {
	var out choice
	if key == "" {
		return out, nil
	}
	for i := range j.verdicts {
		if v := &j.verdicts[i]; v.Key == key || strings.HasPrefix(v.Key, key+"/") {
			out.verdicts = append(out.verdicts, v)
		}
	}
	if len(out.verdicts) > 0 {
		return out, nil
	}
	if _, ok := j.postWhy(key); !ok {
		return out, invalid.Value(errNoKey, invalid.Quote(key))
	}
	out.post = key
	return out, nil
}

// explain writes how the chosen verdicts came about, each as a derivation that is replayed: those of duties and plans,
// or the day at a post.
func (r *report) explain(chosen choice) error {
	for _, v := range chosen.verdicts {
		r.Section(textExplain, v.Key, r.where(v.subject), r.Fill(stateLabel(v.State)))
		if why := r.why(v); why != "" {
			r.Say(textBecause, why)
		}
		step, ok := r.derive(v)
		if !ok {
			continue
		}
		if err := r.derivation(step); err != nil {
			return err
		}
	}
	if chosen.post == "" {
		return nil
	}
	step, _ := r.postWhy(chosen.post)
	r.Section(textExplainPost, chosen.post)
	return r.derivation(step)
}

func (r *report) derivation(step explain.Step) error {
	r.Out.WriteString(explain.Text(r.P, step))
	return step.Check()
}

// derive returns the derivation of a verdict.
func (j *judgement) derive(v *verdict) (explain.Step, bool) {
	d := &j.duties[v.duty]
	if d.plan == nil {
		return d.schedule.Why(v.Row, j.asOf), true
	}
	return d.plan.Why(strings.TrimPrefix(v.Key, d.code+"/"), j.evidence(v.subject), d.level, j.asOf)
}

// postWhy derives a day at a post, named control/2026-11-07; it is false for what is none.
func (j *judgement) postWhy(key string) (explain.Step, bool) {
	post, text, _ := strings.Cut(key, "/")
	day, err := civil.Parse(text)
	if j.cover == nil || err != nil {
		return explain.Step{}, false
	}
	return j.cover.Why(post, day)
}
