package standardtest

import (
	"errors"
	"fmt"
	"slices"
	"testing"

	"github.com/wuyekit/wuye/property/metric"
	"github.com/wuyekit/wuye/property/standard"
	"github.com/wuyekit/wuye/property/worktime"
)

// Prove fails the test by every problem that [Check] finds, one by one.
func Prove(
	tb testing.TB, s standard.Standard, v standard.Vocabulary, calendars map[string]*worktime.Calendar, sets ...*metric.Set,
) {
	tb.Helper()
	for _, err := range problems(s, v, calendars, sets) {
		tb.Error(err)
	}
}

// Check reports everything that keeps the proofs of a standard from proving it: a clause without a proof that is met, one that is breached
// and one that is unknown, the last two with their reason; a proof whose verdict is not the expected one; a limit that can be moved by one
// step without any proof noticing, which [Mutants] lists. A clause that is off needs one proof, which is not applicable.
//
// Each clause is judged alone, with those whose counts it reads.
func Check(s standard.Standard, v standard.Vocabulary, calendars map[string]*worktime.Calendar, sets ...*metric.Set) error {
	return errors.Join(problems(s, v, calendars, sets)...)
}

func problems(s standard.Standard, v standard.Vocabulary, calendars map[string]*worktime.Calendar, sets []*metric.Set) []error {
	p := prover{words: v, calendars: calendars, sets: sets}
	if _, err := p.compile(s); err != nil {
		return []error{err}
	}
	var out []error
	for i := range s.Clauses {
		c := &s.Clauses[i]
		for _, err := range states(c) {
			out = append(out, fmt.Errorf("%s: %w", c.ID, err))
		}
		if err := p.proofs(s, c.ID); err != nil {
			out = append(out, fmt.Errorf("%s: %w", c.ID, err))
			continue // what does not hold cannot notice anything
		}
		if c.Off {
			continue // what is not judged has no limit to be moved
		}
		for what, mutant := range Mutants(s, c.ID) {
			if p.notices(mutant, c.ID) == nil {
				out = append(out, fmt.Errorf("%s: no proof notices: %s", c.ID, what))
			}
		}
	}
	return out
}

// Run runs the proofs of a clause and reports those whose verdict is not the expected one.
func Run(
	s standard.Standard, clauseID string, v standard.Vocabulary, calendars map[string]*worktime.Calendar, sets ...*metric.Set,
) error {
	p := prover{words: v, calendars: calendars, sets: sets}
	return p.proofs(s, clauseID)
}

// states reports the states that no proof of a clause has, and reasons that are left out.
func states(c *standard.Clause) []error {
	var out []error
	have := map[standard.State]bool{}
	for _, p := range c.Proofs {
		have[p.State] = true
		if p.Code == 0 && p.State == standard.Unknown {
			out = append(out, fmt.Errorf("proof %q is unknown and does not say why", p.Name))
		}
	}
	need := []standard.State{standard.Met, standard.Breached, standard.Unknown}
	if c.Off {
		need = []standard.State{standard.NotApplicable}
	}
	for _, s := range need {
		if !have[s] {
			out = append(out, fmt.Errorf("no proof is %s", s))
		}
	}
	return out
}

// prover is what the clauses are compiled with.
type prover struct {
	words     standard.Vocabulary
	calendars map[string]*worktime.Calendar
	sets      []*metric.Set
	// changed says that the clause was changed. It may no longer read a parameter that a proof gives a value, which is no difference.
	changed bool
}

// notices runs the proofs of a clause that was changed.
func (p *prover) notices(mutant standard.Standard, id string) error {
	q := *p
	q.changed = true
	return q.proofs(mutant, id)
}

func (p *prover) compile(s standard.Standard) (*standard.Rules, error) {
	return standard.Compile(s, p.words, p.calendars, p.sets...)
}

// proofs runs the proofs of a clause.
func (p *prover) proofs(s standard.Standard, id string) error {
	c := find(s.Clauses, id)
	if c == nil {
		return errors.New("there is no such clause")
	}
	alone := narrowed(s, c)
	rules, err := p.compile(alone)
	if err != nil {
		return err
	}
	var out []error
	known := map[string]state{}
	for i := range c.Proofs {
		proof := &c.Proofs[i]
		known[proof.Name] = known[proof.Like].with(proof, p.words)
		if err := p.one(alone, rules, proof, known[proof.Name]); err != nil {
			out = append(out, fmt.Errorf("proof %q: %w", proof.Name, err))
		}
	}
	return errors.Join(out...)
}

// one runs a proof; rules are those of the standard as it is.
func (p *prover) one(s standard.Standard, rules *standard.Rules, proof *standard.Proof, given state) error {
	if p.changed {
		given.params = declared(given.params, s.Params)
	}
	if len(given.params) > 0 {
		with, err := s.With(given.params...)
		if err != nil {
			return err
		}
		if rules, err = p.compile(with); err != nil {
			return err
		}
	}
	report, err := rules.Evaluate(&given.evidence)
	if err != nil {
		return err
	}
	return compare(proof, report)
}

// declared leaves out the values of parameters that a standard does not have.
func declared(values, params []standard.Param) []standard.Param {
	return slices.DeleteFunc(slices.Clone(values), func(v standard.Param) bool {
		return !slices.ContainsFunc(params, func(p standard.Param) bool { return p.Name == v.Name })
	})
}
