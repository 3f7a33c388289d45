package main

import (
	"strconv"
	"strings"
	"time"

	"github.com/wuyekit/wuye/examples/internal/cli"
	"github.com/wuyekit/wuye/property/standard"
)

// The files of -out are UTF-8 with one row per line. Instants are RFC 3339 on the clock of the standard's calendar; empty is not 0. A text that a
// spreadsheet would take for a formula has an apostrophe before it.
const (
	// verdictsHeader is that of verdicts.csv: a row a clause or alias, without a part, and a row a part of it where it has several. title is
	// what the clause or the part is called, in the language of the report. of are the clauses that an alias joins. state, code and args are the verdict and its reason, why the reason in the language of the report. total is
	// the sum of met to unknown, which count rows; late are part of the breached, late_start of all, and extra are records beyond what was due.
	verdictsHeader = "department,clause,part,title,profile,of,state,code,args,why,total,met,breached,pending,waived,not_applicable,unknown,late,late_start,extra"
	// rowsHeader is that of rows.csv: a row a thing that was judged and is not met.
	rowsHeader = "clause,part,state,code,args,why,subject,record,original_due,due,at"
)

// writeFiles writes the files of -out and returns their paths.
func (r *report) writeFiles(dir string) ([]string, error) {
	if dir == "" {
		return nil, nil
	}
	rows, err := r.rowRows()
	if err != nil {
		return nil, err
	}
	var names []string
	for _, f := range []struct {
		name, header string
		rows         [][]string
	}{
		{"verdicts.csv", verdictsHeader, r.verdictRows()},
		{"rows.csv", rowsHeader, rows},
	} {
		name, err := cli.WriteTable(dir, f.name, f.header, f.rows)
		if err != nil {
			return nil, err
		}
		names = append(names, name)
	}
	return names, nil
}

func (r *report) verdictRows() [][]string {
	var out [][]string
	for _, v := range r.report.Clauses {
		department, _, _ := strings.Cut(v.Clause, "-")
		head := []string{cli.Safe(department), cli.Safe(v.Clause), "", cli.Safe(r.titleOf(v)), cli.Safe(v.Profile), cli.Safe(strings.Join(v.Of, " "))}
		row := append(head, r.reasonCells(v.State, v.Reason)...)
		var n standard.Counts
		for _, part := range v.Parts {
			n = sum(n, part.Counts)
		}
		out = append(out, append(row, countCells(n)...))
		for _, part := range v.Parts {
			if part.Part == "" {
				continue
			}
			row := append([]string{head[0], head[1], cli.Safe(part.Part), cli.Safe(r.partName(v.Clause, part.Part)), head[4], ""}, r.reasonCells(part.State, part.Reason)...)
			out = append(out, append(row, countCells(part.Counts)...))
		}
	}
	return out
}

func sum(a, b standard.Counts) standard.Counts {
	return standard.Counts{
		Total: a.Total + b.Total, Met: a.Met + b.Met, Breached: a.Breached + b.Breached, Pending: a.Pending + b.Pending, Waived: a.Waived + b.Waived,
		NotApplicable: a.NotApplicable + b.NotApplicable, Unknown: a.Unknown + b.Unknown,
		Late: a.Late + b.Late, LateStart: a.LateStart + b.LateStart, Extra: a.Extra + b.Extra,
	}
}

// reasonCells are the cells state, code, args and why.
func (r *report) reasonCells(s standard.State, why standard.Reason) []string {
	code := ""
	if why.Code != 0 {
		code = why.Code.String()
	}
	return []string{s.String(), code, cli.Safe(strings.Join(why.Args, "|")), cli.Safe(r.why(why))}
}

func countCells(n standard.Counts) []string {
	var out []string
	for _, n := range []int{n.Total, n.Met, n.Breached, n.Pending, n.Waived, n.NotApplicable, n.Unknown, n.Late, n.LateStart, n.Extra} {
		out = append(out, strconv.Itoa(n))
	}
	return out
}

func (r *report) rowRows() ([][]string, error) {
	var out [][]string
	err := r.notMet(func(clause, part string, n standard.Row) bool {
		row := append([]string{cli.Safe(clause), cli.Safe(part)}, r.reasonCells(n.State, n.Reason)...)
		out = append(out, append(row, cli.Safe(n.Subject), cli.Safe(n.Record), r.stamp(n.OriginalDue), r.stamp(n.Due), r.stamp(n.At)))
		return true
	})
	return out, err
}

// stamp returns an instant, "" for none.
func (j *judgement) stamp(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return t.In(j.zone).Format(time.RFC3339Nano)
}
