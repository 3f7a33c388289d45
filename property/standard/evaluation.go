package standard

import (
	"iter"

	"github.com/wuyekit/wuye/property/explain"
	"github.com/wuyekit/wuye/property/invalid"
)

// Evaluation is evidence that was checked and put in order for a standard once, to be asked about more than once (已备评价): for the report,
// then for the rows and the derivation of what is breached in it. It is immutable, and safe to share as long as nobody changes the
// evidence, which it does not copy.
type Evaluation struct {
	run *run
}

// On checks evidence and puts it in order.
//
// Errors: an *[invalid.Error] with every problem of the evidence: kinds, fields, events and figures that are not declared, values that are
// not of their type, subjects and records twice, figures twice of one period, a zone other than that of the standard's calendar.
func (r *Rules) On(e *Evidence) (*Evaluation, error) {
	x, err := r.newRun(e)
	if err != nil {
		return nil, err
	}
	return &Evaluation{x}, nil
}

// fork returns the evidence in order with room of its own for verdicts.
func (v *Evaluation) fork() *run {
	x := *v.run
	x.verdicts = make([]Verdict, len(x.rules.clauses))
	return &x
}

// Report gives the verdict on every clause that is judged (评价). It keeps no row.
func (v *Evaluation) Report() Report { return v.fork().report() }

// Rows returns what was judged for the clause, the part of a clause or the alias at an address (逐行明细): "CLEAN-13", "CLEAN-13/inspect". It
// streams: a row is made when it is asked for and belongs to the caller, and nothing is kept. The sequence can be run through again,
// as long as the evidence is not changed. A clause that is off, not chosen, not in force or does not apply has no rows, nor has a part whose
// parameters are open.
//
// Errors: [ErrTarget].
func (v *Evaluation) Rows(address string) (iter.Seq[Row], error) {
	x, targets, err := v.at(address)
	if err != nil {
		return nil, err
	}
	for _, t := range targets {
		x.judgeRead(t.clause)
	}
	return func(yield func(Row) bool) {
		y := *x
		for _, t := range targets {
			if !y.yieldRows(t, yield) {
				return
			}
		}
	}, nil
}

// Why derives the verdict on the clause, the part of a clause or the alias at an address (判定依据), from the evidence that it was given of:
// the parts, how many rows of each there are of each state, the first of those that decide it, with when they were due and done, and
// for a share or a threshold the exact ratio that was compared. The result of the derivation is the word of the state, as in
// documents; [Rules.Told] tells it all in the words of people.
//
// Errors: [ErrTarget].
func (v *Evaluation) Why(address string) (explain.Step, error) {
	x, targets, err := v.at(address)
	if err != nil {
		return explain.Step{}, err
	}
	return x.whyAll(address, targets), nil
}

// at returns what an address names, and a run to judge it in.
func (v *Evaluation) at(address string) (*run, []target, error) {
	targets := v.run.rules.targets(address)
	if len(targets) == 0 {
		return nil, nil, invalid.Value(ErrTarget, invalid.Quote(address))
	}
	return v.fork(), targets, nil
}

// Evaluate gives the verdict on every clause that is judged, once: [Rules.On] and [Evaluation.Report]. It keeps nothing of the evidence.
//
// Errors: those of [Rules.On].
func (r *Rules) Evaluate(e *Evidence) (Report, error) {
	v, err := r.On(e)
	if err != nil {
		return Report{}, err
	}
	return v.Report(), nil
}

// Rows returns what was judged for an address, once: [Rules.On] and [Evaluation.Rows].
//
// Errors: [ErrTarget], and those of [Rules.On].
func (r *Rules) Rows(e *Evidence, address string) (iter.Seq[Row], error) {
	v, err := r.On(e)
	if err != nil {
		return nil, err
	}
	return v.Rows(address)
}

// Why derives the verdict on an address, once: [Rules.On] and [Evaluation.Why].
//
// Errors: [ErrTarget], and those of [Rules.On].
func (r *Rules) Why(e *Evidence, address string) (explain.Step, error) {
	v, err := r.On(e)
	if err != nil {
		return explain.Step{}, err
	}
	return v.Why(address)
}
