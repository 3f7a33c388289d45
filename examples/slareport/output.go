package main

import (
	"strconv"
	"time"

	"golang.org/x/text/message"

	"github.com/wuyekit/wuye/adapters/csv"
	"github.com/wuyekit/wuye/examples/internal/cli"
	"github.com/wuyekit/wuye/property/explain"
	"github.com/wuyekit/wuye/property/sla"
)

// The files of -out are UTF-8 with one row per line. Instants are RFC 3339 on the clock of the report's zone; lengths
// are seconds; empty is not 0. A text that a spreadsheet would take for a formula has an apostrophe before it.
const (
	// verdictsHeader is that of verdicts.csv: a row a case and milestone. line is where the case begins in the
	// log. limit is the number of the limit that held, from 1. at is what was compared with due: done, or when the case
	// was cancelled, or the instant of the report. counted is the time that counts towards the limit, paused that
	// for which the clock stood still; margin is from at to due around the clock, negative where it is late.
	// guessed is yes where holidays were not known. A case that nothing was promised for has one row without a promise.
	verdictsHeader = "case,line,group,category,priority,promise,milestone,state,reason,missing,limit,start,done,at," +
		"original_due,due,wall,counted,paused,margin,level,guessed"
	// groupsHeader is that of groups.csv: a row a group and milestone. total is the sum of met to unknown; bad and
	// not_started are parts of unknown, open is the part of breached that is not done. kept is the met of the met and
	// breached in per cent; median and p90 are the time counted of what was done.
	groupsHeader = "group,milestone,total,met,breached,running,paused,waived,unknown,bad,not_started,open,guessed,kept,median,p90"
	// badHeader is that of bad.csv: a row a problem of a cell (row), a case whose log is not whole for such a row
	// (incomplete), and a verdict that the log contradicts (verdict). problem is in the language of the report.
	badHeader = "what,line,column,header,value,case,milestone,rule,problem"
	// noticesHeader is that of notices.csv: a row a case, milestone and level. at is when the level is reached;
	// reached is yes where it was by the instant of the report and before the milestone was done.
	noticesHeader = "case,line,group,milestone,level,at,reached"
	// scoresHeader is that of scores.csv: a row a case that a scheme of bonus and malus gave a score.
	scoresHeader = "scheme,milestone,case,line,group,score,unit"
)

// writeFiles writes the files of -out and returns their paths.
func writeFiles(dir string, j *judgement, p *message.Printer) ([]string, error) {
	if dir == "" {
		return nil, nil
	}
	var names []string
	for _, f := range []struct {
		name, header string
		rows         [][]string
	}{
		{"verdicts.csv", verdictsHeader, j.verdictRows()},
		{"groups.csv", groupsHeader, j.groupRows()},
		{"bad.csv", badHeader, j.badRows(p)},
		{"notices.csv", noticesHeader, j.noticeRows()},
		{"scores.csv", scoresHeader, j.scoreRows()},
	} {
		name, err := cli.WriteTable(dir, f.name, f.header, f.rows)
		if err != nil {
			return nil, err
		}
		names = append(names, name)
	}
	return names, nil
}

// caseCells name a case.
func caseCells(c *csv.Case) []string {
	return []string{cli.Safe(c.ID), strconv.Itoa(c.Line), cli.Safe(c.Group)}
}

func (j *judgement) verdictRows() [][]string {
	var out [][]string
	for i := range j.cases {
		k := &j.cases[i]
		promise := ""
		if k.promise >= 0 {
			promise = j.service.Promises[k.promise].Promise.Code
		}
		for _, v := range k.verdicts {
			row := append(caseCells(k.Case), cli.Safe(k.Category), cli.Safe(k.Priority), cli.Safe(promise))
			out = append(out, append(row, j.verdictCells(v)...))
		}
	}
	return out
}

func (j *judgement) verdictCells(v sla.Verdict) []string {
	reason, limit, guessed := "", "", ""
	if v.Reason != 0 {
		reason = v.Reason.String()
	}
	if v.Limit > 0 {
		limit = strconv.Itoa(v.Limit)
	}
	if v.Guessed {
		guessed = "yes"
	}
	row := []string{
		cli.Safe(v.Milestone), v.State.String(), reason, cli.Safe(v.Missing), limit,
		j.stamp(v.Start), j.stamp(v.Done), j.stamp(v.At), j.stamp(v.OriginalDue), j.stamp(v.Due),
	}
	lengths := []string{"", "", "", ""}
	if !v.Due.IsZero() {
		lengths[3] = seconds(v.Margin())
		if !v.Start.IsZero() {
			lengths[0], lengths[1], lengths[2] = seconds(v.Wall), seconds(v.Counted), seconds(v.Paused)
		}
	}
	return append(append(row, lengths...), cli.Safe(v.Level), guessed)
}

// stamp returns an instant, "" for none.
func (j *judgement) stamp(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return j.local(t).Format(time.RFC3339Nano)
}

// seconds returns a length in seconds.
func seconds(n sla.Length) string {
	whole, nanos := n.Duration()/time.Second, n.Duration()%time.Second
	if nanos == 0 {
		return strconv.FormatInt(int64(whole), 10)
	}
	return explain.Decimal(decimalSeconds(n.Duration()), "").Text
}

// decimalSeconds returns a length in seconds with nine decimals.
func decimalSeconds(d time.Duration) string {
	sign := ""
	if d < 0 {
		sign, d = "-", -d
	}
	nanos := strconv.FormatInt(int64(time.Second+d%time.Second), 10)
	return sign + strconv.FormatInt(int64(d/time.Second), 10) + "." + nanos[1:]
}

func (j *judgement) groupRows() [][]string {
	var out [][]string
	for _, g := range j.groups(true) {
		row := []string{cli.Safe(g.Name), cli.Safe(g.Milestone)}
		for _, n := range []int{g.Total, g.Met, g.Breached, g.Running, g.Paused, g.Waived, g.Unknown, g.Bad, g.NotStarted, g.Open, g.Guessed} {
			row = append(row, strconv.Itoa(n))
		}
		row = append(row, cli.Percent(g.Met, g.Judged()))
		for _, p := range []int{50, 90} {
			cell := ""
			if n, ok := g.Percentile(p); ok {
				cell = seconds(n)
			}
			row = append(row, cell)
		}
		out = append(out, row)
	}
	return out
}

func (j *judgement) badRows(p *message.Printer) [][]string {
	var out [][]string
	for _, b := range j.log.Bad {
		column := ""
		if b.Column > 0 {
			column = strconv.Itoa(b.Column)
		}
		out = append(out, []string{
			"row", strconv.Itoa(b.Line), column, cli.Safe(b.Header), cli.Safe(b.Value), "", "",
			b.Problem.Rule.ID(), cli.Safe(b.Problem.Text(p)),
		})
	}
	for _, c := range j.incomplete {
		out = append(out, []string{
			"incomplete", strconv.Itoa(c.Line), "", "", "", cli.Safe(c.ID), "",
			errIncomplete.ID(), cli.Safe(incompleteText(c, p)),
		})
	}
	for i := range j.cases {
		k := &j.cases[i]
		for _, v := range k.verdicts {
			if v.Reason.IsBad() {
				out = append(out, []string{
					"verdict", strconv.Itoa(k.Line), "", "", "", cli.Safe(k.ID), cli.Safe(v.Milestone),
					v.Reason.String(), cli.Safe(reasonText(v, p)),
				})
			}
		}
	}
	return out
}

func (j *judgement) noticeRows() [][]string {
	var out [][]string
	for i := range j.cases {
		k := &j.cases[i]
		for _, n := range k.notices {
			reached := ""
			if n.Reached {
				reached = "yes"
			}
			out = append(out, append(caseCells(k.Case), cli.Safe(n.Milestone), cli.Safe(n.Level), j.stamp(n.At), reached))
		}
	}
	return out
}

func (j *judgement) scoreRows() [][]string {
	var out [][]string
	for _, s := range j.scores {
		b := &j.service.BonusMalus[s.scheme]
		row := append([]string{cli.Safe(b.Code), cli.Safe(b.Milestone)}, caseCells(s.of)...)
		out = append(out, append(row, s.step.Value.Text, s.step.Value.Unit))
	}
	return out
}
