package main

import (
	"cmp"
	"fmt"
	"strconv"
	"strings"

	"golang.org/x/text/message"

	"github.com/wuyekit/wuye/examples/internal/cli"
	"github.com/wuyekit/wuye/property/explain"
	"github.com/wuyekit/wuye/property/metric"
	"github.com/wuyekit/wuye/property/rating"
)

type printer = *message.Printer

// report writes a judgement, or what became of sheets of others.
type report struct {
	cli.Page
	*judgement
	lang string
}

// rateDistrict assesses a district's year and reports on it.
func (o options) rateDistrict(page cli.Page) error {
	d, err := o.load()
	if err != nil {
		return err
	}
	j, err := judge(d)
	if err != nil {
		return err
	}
	chosen, err := j.find(o.explain)
	if err != nil {
		return err
	}
	written, err := j.write(o.Out)
	if err != nil {
		return err
	}
	r := report{Page: page, judgement: j, lang: o.Lang}
	r.head()
	r.table(r.league())
	r.vetoes()
	r.public()
	r.next()
	r.creditFile()
	if err := r.explain(chosen); err != nil {
		return err
	}
	r.written(written)
	return nil
}

// written says which files were written.
func (r *report) written(names []string) {
	fmt.Fprintln(r.Out)
	if len(names) == 0 {
		r.Say(textUnwritten)
		return
	}
	r.Say(textWritten, strings.Join(names, ", "))
}

// titles adds the head of a table.
func (r *report) titles(t *cli.Table, labels ...explain.Label) {
	cells := make([]string, len(labels))
	for i, l := range labels {
		cells[i] = r.Fill(l)
	}
	t.Add(cells...)
}

func (r *report) table(t *cli.Table) { r.Out.WriteString(t.String()) }

// more says how many rows a list leaves out.
func (r *report) more(n int, file string) {
	if n > most {
		r.Say(textMore, cli.Count(n-most), file)
	}
}

// name returns a name in the language of the report, or the code.
func (r *report) name(n metric.Name, code string) string {
	if r.lang == "zh" {
		return cmp.Or(n.ZH, n.EN, code)
	}
	return cmp.Or(n.EN, n.ZH, code)
}

// short returns a list of names, cut after the third.
func (r *report) short(names []string) string {
	const some = 3
	if len(names) <= some {
		return strings.Join(names, ", ")
	}
	return strings.Join(names[:some], ", ") + " … " + r.Fill(textAndMore, cli.Count(len(names)-some))
}

// points writes a score: exactly where four decimals do, else rounded to them.
func points(s rating.Score) string {
	if !s.IsSet() {
		return "–"
	}
	text := s.String()
	_, decimals, _ := strings.Cut(text, ".")
	if strings.Contains(text, "/") || len(decimals) > shownPlaces {
		return "≈" + s.Decimal(shownPlaces).StringFixed(shownPlaces)
	}
	return text
}

const shownPlaces = 4

// signed writes a difference of scores.
func signed(s rating.Score) string {
	if s.Sign() > 0 {
		return "+" + points(s)
	}
	return points(s)
}

// bandName names a band, – for none.
func (r *report) bandName(code string) string {
	if code == "" {
		return "–"
	}
	b := r.band(code)
	return r.name(b.Name, b.Code)
}

// factName names a fact.
func (r *report) factName(code string) string {
	if l, ok := factLabel(code); ok {
		return r.Fill(l)
	}
	return code
}

// head says what is assessed, by what, and how many are in which state.
func (r *report) head() {
	r.Say(textTitle, r.name(r.scheme.Name, r.scheme.Code), strconv.Itoa(r.year.Year), r.asOf.String())
	var tiers []string
	for _, t := range r.scheme.Tiers {
		tiers = append(tiers, r.name(t.Name, t.Code)+" "+t.Weight.String())
	}
	r.Say(textScoredBy, strings.Join(tiers, " : "), r.name(r.rubric.Name, r.rubric.Code), cli.Count(len(r.sheets)))
	var states []string
	for state := rating.Unknown; state <= rating.Revoked; state++ {
		n := 0
		for i := range r.standings {
			if r.standings[i].State == state {
				n++
			}
		}
		if n > 0 {
			states = append(states, r.Fill(stateLabel(state))+" "+cli.Count(n))
		}
	}
	r.Say(textStates, cli.Count(len(r.standings)), strings.Join(states, ", "))
}

// league returns the league table: those with a rank first.
func (r *report) league() *cli.Table {
	r.Section(textLeague)
	t := &cli.Table{Right: []bool{true, false, false, false}}
	titles := []string{r.Fill(textRank), r.Fill(textProject), r.Fill(textGroup), r.Fill(textEnterprise)}
	for _, tier := range r.scheme.Tiers {
		t.Right = append(t.Right, true)
		titles = append(titles, r.name(tier.Name, tier.Code))
	}
	t.Right = append(t.Right, true)
	t.Add(append(titles, r.Fill(textScore), r.Fill(textStars), r.Fill(textState))...)
	for _, p := range r.places {
		r.leagueRow(t, p)
	}
	return t
}

func (r *report) leagueRow(t *cli.Table, p rating.Place) {
	s := standing(r.standings, p.ID)
	rank := "–"
	if p.Rank > 0 {
		rank = strconv.Itoa(p.Rank)
	}
	if p.Tied > 0 {
		rank += "="
	}
	row := []string{rank, r.projectName(p.ID), cmp.Or(s.Group, "–"), cmp.Or(s.Enterprise, "–")}
	for _, tier := range r.scheme.Tiers {
		row = append(row, points(tierScore(s, tier.Code)))
	}
	t.Add(append(row, points(s.Score), r.bandName(s.Band), r.stateOf(s))...)
}

// stateOf says in words how a project stands, and why it has no score.
func (r *report) stateOf(s *rating.Standing) string {
	state := r.Fill(stateLabel(s.State))
	var why []string
	switch {
	case s.State == rating.Excluded:
		for _, h := range s.Vetoes {
			veto := r.veto(h.Veto)
			why = append(why, r.name(veto.Name, veto.Code)+" ("+strings.Join(h.Events, ", ")+")")
		}
	case s.State == rating.Unknown:
		for _, m := range s.Missing {
			why = append(why, r.missing(m))
		}
	case s.Revocation != nil:
		why = append(why, s.Revocation.Reason)
	case s.State == rating.Ineligible:
		for _, f := range r.scheme.Needs {
			why = append(why, r.Fill(textNotSo, r.factName(f)))
		}
	}
	if len(why) == 0 {
		return state
	}
	return state + " – " + r.short(why)
}

// missing says what a standing misses: the fact of an event, "liftAccident/majorImpact/E7"; a round, "district/2".
func (r *report) missing(path string) string {
	parts := strings.Split(path, "/")
	switch {
	case len(parts) == 3:
		return r.Fill(textFactOpen, parts[2], r.factName(parts[1]))
	case len(parts) == 2:
		for _, t := range r.scheme.Tiers {
			if t.Code == parts[0] {
				return r.Fill(textNoRound, r.name(t.Name, t.Code), parts[1])
			}
		}
	}
	return r.factName(path)
}
