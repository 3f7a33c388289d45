package main

import (
	"cmp"
	"fmt"
	"iter"
	"strings"

	"github.com/wuyekit/wuye/examples/internal/cli"
	"github.com/wuyekit/wuye/property/explain"
	"github.com/wuyekit/wuye/property/standard"
)

// missing lists what keeps clauses unknown, the parameters that the contract leaves open, and the kinds of which nothing is here.
func (r *report) missing() {
	lacks := r.report.Lacks()
	r.Section(textMissing, cli.Count(len(lacks)))
	t := cli.Table{}
	for _, l := range lacks {
		t.Add(r.why(l.Reason), r.calledAll(l.Clauses))
	}
	r.table(&t)
	if open := r.rules.Unset(); len(open) > 0 {
		r.Section(textOpen, cli.Count(len(open)))
		t := cli.Table{}
		for _, p := range open {
			t.Add(p.Name, nameIn(p.Note, r.lang))
		}
		r.table(&t)
	}
	if kinds := r.unseen(); len(kinds) > 0 {
		r.Section(textUnseen, cli.Count(len(kinds)))
		for _, kind := range kinds {
			fmt.Fprintln(r.Out, " ", r.kindName(kind))
		}
	}
	r.strays()
}

// strays lists the records about subjects that are not there: a slip of the pen, and what they say is judged as missing.
func (r *report) strays() {
	strays := r.rules.Strays(&r.evidence)
	if len(strays) == 0 {
		return
	}
	r.Section(textStrays, cli.Count(len(strays)))
	t := cli.Table{}
	for _, s := range strays[:min(len(strays), most)] {
		t.Add(r.kindName(s.Kind), s.Record, s.Subject)
	}
	r.table(&t)
	if len(strays) > most {
		r.Say(textMore, cli.Count(len(strays)-most))
	}
}

// worst shows what was breached of the three worst clauses.
func (r *report) worst() error {
	const three = 3
	worst := r.report.Worst(three)
	if len(worst) == 0 {
		return nil
	}
	r.Section(textWorst)
	for _, v := range worst {
		fmt.Fprintln(r.Out)
		r.Say(textWorstOf, r.called(v.Clause), cli.Count(v.Breaches()))
		if err := r.breaches(v); err != nil {
			return err
		}
	}
	return nil
}

// breaches lists the breached rows of a clause, those of each part under its name.
func (r *report) breaches(v standard.Verdict) error {
	for _, p := range v.Parts {
		if p.Counts.Breached == 0 {
			continue
		}
		if len(v.Parts) > 1 {
			fmt.Fprintln(r.Out, " ", r.partName(v.Clause, p.Part))
		}
		rows, err := r.rules.Rows(&r.evidence, address(v.Clause, p.Part))
		if err != nil {
			return err
		}
		r.breachedRows(rows, p.Counts.Breached)
	}
	return nil
}

func (r *report) breachedRows(rows iter.Seq[standard.Row], total int) {
	t := cli.Table{}
	shown := 0
	for row := range rows {
		if row.State != standard.Breached {
			continue
		}
		if shown == most {
			break
		}
		shown++
		t.Add("", cmp.Or(strings.TrimSpace(row.Subject+" "+row.Record), r.Fill(textEstate)), r.why(row.Reason))
	}
	r.table(&t)
	if total > shown {
		r.Say(textMore, cli.Count(total-shown))
	}
}

// explain derives the verdict on a clause, a part or an alias, as a derivation that is replayed.
func (r *report) explain(chosen string) error {
	why, err := r.rules.Why(&r.evidence, chosen)
	if err != nil {
		return err
	}
	if err := why.Check(); err != nil {
		return err
	}
	r.Section(textExplain, r.called(chosen))
	id, _, _ := strings.Cut(chosen, "/")
	if c := r.clauses[id]; c != nil {
		r.Say(textQuote, nameIn(c.Text, r.lang), strings.TrimSpace(c.Source.Doc+" "+c.Source.Place))
	}
	r.Out.WriteString(tight(explain.Text(r.P, r.rules.Told(r.P, why))))
	return nil
}
