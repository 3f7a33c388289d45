package main

import (
	"slices"
	"strings"

	"github.com/wuyekit/wuye/property/standard"
)

// judgement is the verdict on every clause.
type judgement struct {
	*input
	report  standard.Report
	clauses map[string]*standard.Clause // by ID
}

func judge(in *input) (*judgement, error) {
	j := &judgement{input: in, clauses: map[string]*standard.Clause{}}
	s := in.rules.Standard()
	for i := range s.Clauses {
		j.clauses[s.Clauses[i].ID] = &s.Clauses[i]
	}
	var err error
	j.report, err = in.rules.Evaluate(&in.evidence)
	return j, err
}

// address names a part of a clause.
func address(clause, part string) string { return strings.TrimSuffix(clause+"/"+part, "/") }

// notMet yields the rows of the clauses that are not met, with the clause and the part that they are of; false stops it.
func (j *judgement) notMet(yield func(clause, part string, r standard.Row) bool) error {
	for _, v := range j.report.Clauses {
		for _, p := range v.Parts {
			rows, err := j.rules.Rows(&j.evidence, address(v.Clause, p.Part))
			if err != nil {
				return err
			}
			for r := range rows {
				if r.State != standard.Met && !yield(v.Clause, p.Part, r) {
					return nil
				}
			}
		}
	}
	return nil
}

// departments are the letters that the IDs of the clauses begin with, in the order of their first clause.
func (j *judgement) of(department string) []standard.Verdict {
	var out []standard.Verdict
	for _, v := range j.report.Clauses {
		if name, _, _ := strings.Cut(v.Clause, "-"); name == department {
			out = append(out, v)
		}
	}
	return out
}

// unseen lists the kinds that clauses read and of which the evidence has neither a record nor a subject nor a statement that it is complete.
func (j *judgement) unseen() []string {
	have := map[string]bool{}
	for i := range j.evidence.Records {
		have[j.evidence.Records[i].Kind] = true
	}
	for i := range j.evidence.Subjects {
		have[j.evidence.Subjects[i].Kind] = true
	}
	for _, c := range j.evidence.Complete {
		have[c.Kind] = true
	}
	var out []string
	for _, n := range j.rules.Needs() {
		for _, kind := range slices.Concat(n.Subjects, n.Records) {
			if !have[kind] && !have["*"] && !slices.Contains(out, kind) {
				out = append(out, kind)
			}
		}
	}
	return out
}
