package main

import (
	"cmp"
	"slices"
	"strings"

	"github.com/wuyekit/wuye/examples/internal/cli"
	"github.com/wuyekit/wuye/property/explain"
	"github.com/wuyekit/wuye/property/standard"
)

// tally counts the clauses of each department.
func (r *report) tally() {
	r.Section(textTally)
	t := cli.Table{Right: []bool{false, true, true, true, true, true, true, true}}
	r.titles(&t, textDepartment, textTotal, textMet, textBreached, textPending, textWaived, textNotApplicable, textUnknown)
	add := func(name string, n standard.Tally) {
		t.Add(name, cli.Count(n.Total), cli.Count(n.Met), cli.Count(n.Breached), cli.Count(n.Pending), cli.Count(n.Waived), cli.Count(n.NotApplicable), cli.Count(n.Unknown))
	}
	for _, n := range r.report.Departments() {
		add(r.department(n.Department), n)
	}
	add(r.Fill(textAll), r.report.Tally())
	r.table(&t)
}

// department names what the IDs of its clauses begin with.
func (r *report) department(code string) string {
	all := standard.Departments()
	i := slices.IndexFunc(all, func(d standard.Term) bool { return d.Code == code })
	if i < 0 {
		return code
	}
	return nameIn(all[i].Name, r.lang)
}

// verdicts lists the clauses of each department, and the parts of those that have several.
func (r *report) verdicts() {
	for _, d := range r.report.Departments() {
		r.Section(textVerdicts, r.department(d.Department))
		t := cli.Table{}
		for _, v := range r.of(d.Department) {
			switch {
			case len(v.Of) > 0:
				t.Add(v.Clause, v.State.Text(r.P), r.titleOf(v))
			case len(v.Parts) > 1:
				t.Add(v.Clause, v.State.Text(r.P), r.title(v.Clause))
				r.parts(&t, v)
			default:
				r.single(&t, v)
			}
		}
		r.table(&t)
	}
}

// single shows a clause that has no parts: in one line if it is met, else with the reason beneath.
func (r *report) single(t *cli.Table, v standard.Verdict) {
	var n standard.Counts
	if len(v.Parts) == 1 {
		n = v.Parts[0].Counts
	}
	if v.Reason.Code == 0 {
		t.Add(v.Clause, v.State.Text(r.P), r.title(v.Clause)+r.aside(v.State, n))
		return
	}
	t.Add(v.Clause, v.State.Text(r.P), r.title(v.Clause))
	t.Add("", "", r.why(v.Reason)+r.aside(v.State, n))
}

// parts shows each part with its reason.
func (r *report) parts(t *cli.Table, v standard.Verdict) {
	for _, p := range v.Parts {
		line := r.partName(v.Clause, p.Part)
		if why := r.why(p.Reason); why != "" {
			line = r.Fill(textBecause, line, why)
		}
		t.Add("", "· "+p.State.Text(r.P), line+r.aside(p.State, p.Counts))
	}
}

// aside says in brackets what was judged for a verdict, by its states; "" for nothing.
func (r *report) aside(verdict standard.State, n standard.Counts) string {
	if n.Total == 0 {
		return ""
	}
	if verdict == standard.Met && n.Met == n.Total {
		return r.Fill(textAside, r.Fill(textAllMet, cli.Count(n.Total)))
	}
	var states []string
	for _, s := range []struct {
		label explain.Label
		n     int
	}{
		{textMet, n.Met},
		{textBreached, n.Breached},
		{textPending, n.Pending},
		{textWaived, n.Waived},
		{textNotApplicable, n.NotApplicable},
		{textUnknown, n.Unknown},
	} {
		if s.n > 0 {
			states = append(states, r.Fill(s.label)+" "+cli.Count(s.n))
		}
	}
	return r.Fill(textAside, r.Fill(textCounts, cli.Count(n.Total), strings.Join(states, r.Fill(textComma))))
}

// title is what a clause is called: its title, or else its text.
func (r *report) title(clause string) string {
	c := r.clauses[clause]
	if c == nil {
		return clause
	}
	return cmp.Or(nameIn(c.Title, r.lang), nameIn(c.Text, r.lang))
}

// titleOf is what a clause or an alias is called.
func (r *report) titleOf(v standard.Verdict) string {
	if len(v.Of) > 0 {
		return r.Fill(textSame, r.calledAll(v.Of))
	}
	return r.title(v.Clause)
}

// partName is what a part of a clause is called: its name, or else its code.
func (r *report) partName(clause, part string) string {
	if c := r.clauses[clause]; c != nil {
		if i := slices.IndexFunc(c.Measures, func(m standard.Measure) bool { return m.Part == part }); i >= 0 {
			return cmp.Or(nameIn(c.Measures[i].Name, r.lang), part)
		}
	}
	return part
}

// called is what a clause or a part is called, with the ID of the clause: "SEC-53 涉密作业人员管理 · 不用临时工".
func (r *report) called(address string) string {
	id, part, has := strings.Cut(address, "/")
	if i := slices.IndexFunc(r.report.Clauses, func(v standard.Verdict) bool { return v.Clause == id && len(v.Of) > 0 }); i >= 0 {
		return r.Fill(textAlias, id, r.titleOf(r.report.Clauses[i]))
	}
	name := id + " " + r.title(id)
	if has {
		name += " · " + r.partName(id, part)
	}
	return name
}

func (r *report) calledAll(addresses []string) string {
	names := make([]string, len(addresses))
	for i, a := range addresses {
		names[i] = r.called(a)
	}
	return strings.Join(names, r.Fill(textComma))
}
