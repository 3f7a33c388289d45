package main

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/wuyekit/wuye/examples/internal/cli"
	"github.com/wuyekit/wuye/property/rating"
)

// vetoes writes every event, whom it hit or why it hit nobody, and the revocations.
func (r *report) vetoes() {
	r.Section(textVetoes, cli.Count(len(r.year.Events)))
	var t cli.Table
	r.titles(&t, textEvent, textDay, textProject, textVeto, textEffect, textNote)
	for _, e := range r.year.Events {
		veto := r.veto(e.Veto)
		t.Add(e.ID, e.On.String(), r.projectName(e.Project), r.name(veto.Name, veto.Code), r.effect(e), e.Note)
	}
	r.table(&t)
	for _, v := range r.year.Revocations {
		r.Say(textRevoked, v.On.String(), r.projectName(v.Project), strconv.Itoa(v.Year), v.Reason, v.Responsible)
	}
}

// effect says whom an event hit: every standing that names it; else why it had none.
func (r *report) effect(e rating.Event) string {
	var hit, open []string
	for i := range r.standings {
		s := &r.standings[i]
		for _, v := range s.Vetoes {
			if slices.Contains(v.Events, e.ID) {
				hit = append(hit, s.Project)
			}
		}
		for _, m := range s.Missing {
			if strings.HasSuffix(m, "/"+e.ID) {
				open = append(open, r.missing(m))
			}
		}
	}
	switch {
	case len(hit) > 0:
		return r.Fill(textHit, strings.Join(hit, ", "))
	case len(open) > 0:
		return r.Fill(textOpen, strings.Join(open, ", "))
	}
	return r.noEffect(e)
}

// noEffect says why an event is no veto: a fact that it lacks, or too few of them.
func (r *report) noEffect(e rating.Event) string {
	veto := r.veto(e.Veto)
	var not []string
	for _, f := range e.Facts {
		if !f.Is && slices.Contains(veto.Needs, f.Name) {
			not = append(not, r.Fill(textNotSo, r.factName(f.Name)))
		}
	}
	if len(not) > 0 {
		return r.Fill(textNoVeto, strings.Join(not, ", "))
	}
	return r.Fill(textNoVeto, r.Fill(textTooFew, strconv.Itoa(least(veto))))
}

// next writes what each rated project misses to the next star.
func (r *report) next() {
	r.Section(textNext)
	t := cli.Table{Right: []bool{false, false, false, true, false, true, true}}
	r.titles(&t, textProject, textStars, textNextStar, textShort, textLastSheet, textHas, textNeeds)
	for i := range r.needs {
		n := &r.needs[i]
		t.Add(r.projectName(n.project), r.bandName(n.band), r.bandName(n.next), points(n.short), n.sheet,
			points(n.plan.Gap.Exact), points(n.goal))
	}
	r.table(&t)
	for i := range r.needs {
		n := &r.needs[i]
		switch {
		case n.sheet == "":
			r.Say(textNoSheet, n.project)
		case !n.plan.Reached:
			r.Say(textBeyond, n.project, n.sheet)
		default:
			r.Say(textPlan, n.project, n.sheet, strconv.Itoa(len(n.plan.Moves)), points(n.plan.Exact), r.moves(n.plan.Moves))
		}
	}
}

// moves writes the changes of a plan, each with what it brings.
func (r *report) moves(list []rating.Move) string {
	out := make([]string, len(list))
	for i, m := range list {
		item := r.item(m.Item)
		what := m.Finding
		if what == "" {
			what = strings.Trim(m.From+"→"+m.To, "→")
		}
		out[i] = fmt.Sprintf("%s %s %s", r.name(item.Name, item.Code), what, signed(m.Gain))
	}
	return strings.Join(out, "; ")
}

// creditFile writes the entries in the credit file of each enterprise.
func (r *report) creditFile() {
	r.Section(textCredit)
	if r.notice.awarded().IsZero() {
		r.Say(textNoCredit)
		return
	}
	var t cli.Table
	r.titles(&t, textEnterprise, textProject, textState, textStars, textFrom, textTo, textTitles)
	entries := slices.Clone(r.credit)
	slices.SortStableFunc(entries, func(a, b rating.CreditEntry) int { return strings.Compare(a.Enterprise, b.Enterprise) })
	for _, e := range entries {
		if e.Enterprise == "" || e.State == rating.Unknown {
			continue // nobody's, or nothing to enter yet
		}
		to := ""
		if !e.Period.End.IsZero() {
			to = e.Period.End.AddDays(-1).String()
		}
		titles := make([]string, len(e.Titles))
		for i, title := range e.Titles {
			titles[i] = r.factName(title)
		}
		t.Add(e.Enterprise, r.projectName(e.Project), r.Fill(stateLabel(e.State)), r.bandName(e.Band), e.Period.Start.String(), to, strings.Join(titles, ", "))
	}
	r.table(&t)
}
