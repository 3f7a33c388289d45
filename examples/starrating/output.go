package main

import (
	"errors"
	"strconv"
	"strings"

	"github.com/wuyekit/wuye/examples/internal/cli"
	"github.com/wuyekit/wuye/property/rating"
)

// The files of -out are UTF-8 with one row per line. Scores are plain decimals, rounded half up to 0.000001 where they do
// not end; empty is not 0. A text that a spreadsheet would take for a formula has an apostrophe before it.
const (
	// standingsHeader is that of standings.csv: a row a project, by code. rank is empty for what is not rated; score is that of
	// the year and exact the same as a fraction where no decimal is exact, also of what is not rated, for information.
	// means are those of the tiers, "community=89 district=92"; missing and vetoes are divided by blanks; posted_band is the
	// band before objections; next is the next better band and short what the year is short of it.
	standingsHeader = "project,name,group,enterprise,state,rank,score,exact,stars,posted_band,means,missing,vetoes,next,short"
	// scoresHeader is that of scores.csv: a row a sheet. outcome is the code of the band, applicable how many items were
	// judged, raw what they came to, simply added. missing names the items without a mark.
	scoresHeader = "id,score,outcome,applicable,raw,project,state,missing"
	// itemsHeader is that of items.csv: a row an item of a sheet, and below it one for every finding or shortfall that took
	// points off it, with finding or kind. points and of are those of the item, without weights; taken is what was taken
	// off in the end.
	itemsHeader = "sheet,section,item,absent,mark,points,of,finding,kind,count,taken"
	// badHeader is that of bad.csv: a row a problem of a cell, with the value as it was read. problem is in the language of the
	// report.
	badHeader = "line,column,header,value,rule,problem"
)

// number writes a score for a table.
func number(s rating.Score) string {
	if !s.IsSet() {
		return ""
	}
	const places = 6
	return s.Decimal(places).String()
}

// write writes the files of -out and returns their paths.
func (j *judgement) write(dir string) ([]string, error) {
	if dir == "" {
		return nil, nil
	}
	var names []string
	var problems []error
	for _, f := range []struct {
		name, header string
		rows         [][]string
	}{
		{"standings.csv", standingsHeader, j.standingRows()},
		{"scores.csv", scoresHeader, j.scoreRows()},
		{"items.csv", itemsHeader, j.itemRows()},
	} {
		name, err := cli.WriteTable(dir, f.name, f.header, f.rows)
		names, problems = append(names, name), append(problems, err)
	}
	return names, errors.Join(problems...)
}

func (j *judgement) standingRows() [][]string {
	out := make([][]string, len(j.standings))
	for i := range j.standings {
		s := &j.standings[i]
		var means []string
		for _, t := range s.Tiers {
			if t.Score.IsSet() {
				means = append(means, t.Tier+"="+number(t.Score))
			}
		}
		var vetoes []string
		for _, v := range s.Vetoes {
			vetoes = append(vetoes, v.Veto)
		}
		out[i] = []string{
			cli.Safe(s.Project), cli.Safe(j.project(s.Project).Name), cli.Safe(s.Group), cli.Safe(s.Enterprise), s.State.String(), j.rankOf(s.Project),
			number(s.Score), s.Exact.String(), cli.Safe(s.Band), cli.Safe(standing(j.posted, s.Project).Band), cli.Safe(strings.Join(means, " ")),
			cli.Safe(strings.Join(s.Missing, " ")), cli.Safe(strings.Join(vetoes, " ")),
		}
		out[i] = append(out[i], j.needCells(s.Project)...)
	}
	return out
}

// rankOf returns the rank of a project, "" for none.
func (j *judgement) rankOf(project string) string {
	for _, p := range j.places {
		if p.ID == project && p.Rank > 0 {
			return strconv.Itoa(p.Rank)
		}
	}
	return ""
}

// needCells are the next band and what is missing to it.
func (j *judgement) needCells(project string) []string {
	for i := range j.needs {
		if n := &j.needs[i]; n.project == project {
			return []string{cli.Safe(n.next), number(n.short)}
		}
	}
	return []string{"", ""}
}

func (j *judgement) scoreRows() [][]string {
	out := make([][]string, len(j.sheets))
	for i := range j.sheets {
		s := scoredOf(&j.sheets[i].result)
		out[i] = s.row()
	}
	return out
}

// row is that of scores.csv.
func (s *scored) row() []string {
	return []string{
		cli.Safe(s.sheet), number(s.score), cli.Safe(s.outcome), strconv.Itoa(s.applicable), number(s.raw), cli.Safe(s.project), s.state.String(),
		cli.Safe(strings.Join(s.missing, " ")),
	}
}

func (j *judgement) itemRows() [][]string {
	var out [][]string
	for i := range j.sheets {
		for _, item := range j.sheets[i].result.Items {
			row := []string{cli.Safe(j.sheets[i].sheet.ID), cli.Safe(item.Section), cli.Safe(item.Item)}
			out = append(out, append(row, item.Absent, cli.Safe(item.Mark+item.Figure.String()), number(item.Points), number(item.Of), "", "", "", ""))
			for _, d := range item.Deductions {
				out = append(out, append(row[:3:3], "", cli.Safe(d.Figure.String()), "", "", cli.Safe(d.Finding), cli.Safe(d.Kind), number(d.Count), number(d.Taken)))
			}
		}
	}
	return out
}
