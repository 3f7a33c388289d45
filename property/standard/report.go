package standard

import (
	"cmp"
	"slices"
	"strings"
)

// Clause returns the verdict on a clause or an alias, and whether there is one.
func (r Report) Clause(id string) (Verdict, bool) {
	i := slices.IndexFunc(r.Clauses, func(v Verdict) bool { return v.Clause == id })
	if i < 0 {
		return Verdict{}, false
	}
	return r.Clauses[i], true
}

// Part returns the verdict on a part of the clause, and whether there is one.
func (v Verdict) Part(name string) (PartVerdict, bool) {
	i := slices.IndexFunc(v.Parts, func(p PartVerdict) bool { return p.Part == name })
	if i < 0 {
		return PartVerdict{}, false
	}
	return v.Parts[i], true
}

// Breaches returns how many rows of all its parts are breached.
func (v Verdict) Breaches() int {
	n := 0
	for i := range v.Parts {
		n += v.Parts[i].Counts.Breached
	}
	return n
}

// Tally is how many clauses there are of each state (汇总).
type Tally struct {
	// Department is what the IDs of the clauses begin with, up to the first "-"; empty for all. [Departments] names those of the
	// shipped clauses.
	Department    string `json:"department,omitempty"`
	Total         int    `json:"total"`
	Met           int    `json:"met"`
	Breached      int    `json:"breached"`
	Pending       int    `json:"pending"`
	Waived        int    `json:"waived"`
	NotApplicable int    `json:"notApplicable"`
	Unknown       int    `json:"unknown"`
}

func (t *Tally) add(s State) {
	var n Counts
	n.count(s)
	t.Total++
	t.Met += n.Met
	t.Breached += n.Breached
	t.Pending += n.Pending
	t.Waived += n.Waived
	t.NotApplicable += n.NotApplicable
	t.Unknown += n.Unknown
}

// Tally counts the clauses and aliases of the report by their states.
func (r Report) Tally() Tally {
	var out Tally
	for i := range r.Clauses {
		out.add(r.Clauses[i].State)
	}
	return out
}

// Departments counts them for each department, in the order of its first clause: "MAINT" for MAINT-01 and MAINT-22.
func (r Report) Departments() []Tally {
	var out []Tally
	at := map[string]int{}
	for i := range r.Clauses {
		name, _, _ := strings.Cut(r.Clauses[i].Clause, "-")
		j, ok := at[name]
		if !ok {
			j = len(out)
			at[name], out = j, append(out, Tally{Department: name})
		}
		out[j].add(r.Clauses[i].State)
	}
	return out
}

// Worst returns the n breached clauses that were kept worst, the worst first: those with the largest share of breached rows among the
// judged ones, met and breached, so that a duty of every hour does not come before one of every year for its rows alone; of equal
// shares the one with more breached rows, and then in the order of the report. An alias is left out, for it repeats what it is answered by.
func (r Report) Worst(n int) []Verdict {
	var out []Verdict
	for _, v := range r.Clauses {
		if v.State == Breached && len(v.Of) == 0 {
			out = append(out, v)
		}
	}
	slices.SortStableFunc(out, func(a, b Verdict) int {
		return cmp.Or(compareShares(b.Breaches(), b.judged(), a.Breaches(), a.judged()), cmp.Compare(b.Breaches(), a.Breaches()))
	})
	return out[:min(max(n, 0), len(out))]
}

// judged returns how many rows of all its parts are met or breached.
func (v *Verdict) judged() int {
	n := 0
	for i := range v.Parts {
		n += v.Parts[i].Counts.Met + v.Parts[i].Counts.Breached
	}
	return n
}

// compareShares compares a/of with b/ofB, exactly; a share of nothing is 0.
func compareShares(a, ofA, b, ofB int) int {
	return compareProducts(int64(a), int64(max(ofB, 1)), int64(b), int64(max(ofA, 1)))
}

// Lack is something that keeps clauses from being judged (缺失): a parameter, a field, a figure, a kind that is not complete.
type Lack struct {
	Reason Reason `json:"reason"`
	// Clauses are the addresses of the parts that it keeps unknown.
	Clauses []string `json:"clauses"`
}

// Lacks lists what is missing, in the order in which it is first met with. What keeps a clause unknown that has several parts is that
// of each unknown part. A part names its first reason only: once that is there it may lack something else, so that an evaluation
// with what is listed here may list more.
func (r Report) Lacks() []Lack {
	var out []Lack
	at := map[string]int{}
	add := func(address string, reason Reason) {
		key := strings.Join(append([]string{reason.Code.String()}, reason.Args...), "\x00")
		i, ok := at[key]
		if !ok {
			i = len(out)
			at[key], out = i, append(out, Lack{Reason: reason.clone()})
		}
		out[i].Clauses = append(out[i].Clauses, address)
	}
	for i := range r.Clauses {
		v := &r.Clauses[i]
		if v.State == Unknown && len(v.Parts) == 0 && len(v.Of) == 0 {
			add(v.Clause, v.Reason)
		}
		for j := range v.Parts {
			if p := &v.Parts[j]; p.State == Unknown {
				add(strings.TrimSuffix(v.Clause+"/"+p.Part, "/"), p.Reason)
			}
		}
	}
	return out
}
