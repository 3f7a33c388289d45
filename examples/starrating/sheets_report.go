package main

import (
	"cmp"
	"fmt"
	"slices"

	"github.com/wuyekit/wuye/adapters/csv"
	"github.com/wuyekit/wuye/examples/internal/cli"
	"github.com/wuyekit/wuye/property/rating"
)

// bulk writes what became of sheets of others.
func (r *report) bulk(b *bulk) {
	t := b.table
	r.Say(textBulk, cli.Count(len(b.scores)), r.name(b.rubric.Name, b.rubric.Code))
	r.Say(textRows, cli.Count(t.Rows), cli.Count(t.Good), cli.Count(t.BadRows), cli.Count(len(t.Ignored)), cli.Count(b.left))
	counts, states := b.counts()
	r.Section(textOutcomes)
	var out cli.Table
	out.Right = []bool{false, true, true}
	r.titles(&out, textOutcome, textSheets, textPercent)
	for _, band := range b.rubric.Bands {
		if n, ok := counts[band.Code]; ok {
			delete(counts, band.Code) // two rows may have one code
			out.Add(r.name(band.Name, band.Code), cli.Count(n), cli.Percent(n, len(b.scores)))
		}
	}
	for _, s := range states {
		out.Add(r.Fill(stateLabel(s.state)), cli.Count(s.n), cli.Percent(s.n, len(b.scores)))
	}
	r.table(&out)
	r.unrated(b)
	r.bad(b.bad)
}

// stateCount is how many sheets are in a state without an outcome.
type stateCount struct {
	state rating.State
	n     int
}

// counts counts the outcomes, and the sheets without one by their state.
func (b *bulk) counts() (map[string]int, []stateCount) {
	counts := map[string]int{}
	var states []stateCount
	for i := range b.scores {
		s := &b.scores[i]
		if s.outcome != "" {
			counts[s.outcome]++
			continue
		}
		k := slices.IndexFunc(states, func(c stateCount) bool { return c.state == s.state })
		if k < 0 {
			k = len(states)
			states = append(states, stateCount{state: s.state})
		}
		states[k].n++
	}
	slices.SortFunc(states, func(x, y stateCount) int { return cmp.Compare(x.state, y.state) })
	return counts, states
}

// most bounds each list of the report; the files have all.
const most = 40

// unrated lists the sheets that have no score, and why.
func (r *report) unrated(b *bulk) {
	without := slices.DeleteFunc(slices.Clone(b.scores), func(s scored) bool { return s.state == rating.Rated })
	if len(without) == 0 {
		return
	}
	r.Section(textUnrated, cli.Count(len(without)))
	var t cli.Table
	r.titles(&t, textSheet, textState, textMissing)
	for _, s := range without[:min(most, len(without))] {
		t.Add(s.sheet, r.Fill(stateLabel(s.state)), r.short(s.missing))
	}
	r.table(&t)
	r.more(len(without), "scores.csv")
}

// bad lists what was wrong with single cells.
func (r *report) bad(cells []csv.BadCell) {
	if len(cells) == 0 {
		return
	}
	r.Section(textBad, cli.Count(len(cells)))
	for _, c := range cells[:min(most, len(cells))] {
		fmt.Fprintln(r.Out, "  "+c.Text(r.P)+" «"+c.Value+"»")
	}
	r.more(len(cells), "bad.csv")
}
