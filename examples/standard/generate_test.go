package main

import (
	"bytes"
	"cmp"
	"encoding/csv"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/wuyekit/wuye/internal/golden"
)

// TestGeneratedData: the tables are what this generator makes, and the faults are those it planted; with -update it writes both. Its
// ordinary records keep every clause, by construction. It knows nothing of package standard.
func TestGeneratedData(t *testing.T) {
	g := &generator{t: t, seed: 20260301}
	g.subjects()
	g.figures()
	g.security()
	g.cleaning()
	g.upkeep()
	g.cases()
	g.people()
	g.guests()
	g.exam()
	g.documents()
	g.plant()
	for _, name := range g.tables() {
		golden.Check(t, "data/"+name+".csv", g.table(name))
	}
	golden.Check(t, "data/planted.csv", g.planted())
}

// fact is a row of a table; its cells are parted "name value".
type fact struct {
	table string
	cells [][2]string
}

func (f *fact) cell(name string) string {
	for _, c := range f.cells {
		if c[0] == name {
			return c[1]
		}
	}
	return ""
}

func (f *fact) set(name, value string) {
	for i := range f.cells {
		if f.cells[i][0] == name {
			f.cells[i][1] = value
			return
		}
	}
	f.cells = append(f.cells, [2]string{name, value})
}

type generator struct {
	t        *testing.T
	seed     uint64
	rows     []*fact
	findings []finding
	ids      map[string]int
}

// below returns a number from 0 to n-1, the next of a fixed sequence.
func (g *generator) below(n int) int {
	g.seed = g.seed*6364136223846793005 + 1442695040888963407
	return int((g.seed >> 33) % uint64(n))
}

// add adds a record: its kind, and "name value" in pairs, of which id, subject, at, on, until, last and actor are of the record itself.
func (g *generator) add(table, kind string, cells ...string) *fact {
	if g.ids == nil {
		g.ids = map[string]int{}
	}
	g.ids[kind]++
	f := &fact{table: table, cells: [][2]string{{"id", fmt.Sprintf("%s-%03d", kind, g.ids[kind])}, {"kind", kind}}}
	for i := 0; i < len(cells); i += 2 {
		f.set(cells[i], cells[i+1])
	}
	g.rows = append(g.rows, f)
	return f
}

// find returns the record of a kind with a subject, that begins with a text: "2026-03-05 03".
func (g *generator) find(kind, subject, at string) *fact {
	g.t.Helper()
	for _, f := range g.rows {
		if f.cell("kind") == kind && f.cell("subject") == subject && strings.HasPrefix(f.cell("at"), at) {
			return f
		}
	}
	g.t.Fatalf("no %s of %s at %s", kind, subject, at)
	return nil
}

func (g *generator) drop(kind, subject, at string) {
	f := g.find(kind, subject, at)
	g.rows = slices.DeleteFunc(g.rows, func(o *fact) bool { return o == f })
}

// days yields the days of March 2026, each as text.
func (g *generator) days(yield func(n int, day string) bool) {
	for n := range 31 {
		if !yield(n, fmt.Sprintf("2026-03-%02d", n+1)) {
			return
		}
	}
}

// tables are the names of the tables in the order of their first row.
func (g *generator) tables() []string {
	var out []string
	for _, f := range g.rows {
		if !slices.Contains(out, f.table) {
			out = append(out, f.table)
		}
	}
	return out
}

// patrolHeads are the headers of the guards' own table.
var patrolHeads = [][2]string{{"id", "编号"}, {"subject", "巡查点"}, {"at", "巡查时间"}, {"actor", "巡查员"}}

// table writes a table: the columns that any of its rows has.
func (g *generator) table(name string) []byte {
	order := []string{"kind", "id", "figure", "subject", "at", "on", "until", "last", "start", "value", "actor"}
	if !strings.HasPrefix(name, "subjects") {
		order[0], order[1] = order[1], order[0]
	}
	var rows []*fact
	var columns []string
	for _, f := range g.rows {
		if f.table != name {
			continue
		}
		rows = append(rows, f)
		for _, c := range f.cells {
			if !slices.Contains(columns, c[0]) && c[1] != "" {
				columns = append(columns, c[0])
			}
		}
	}
	place := func(c string) int {
		if i := slices.Index(order, c); i >= 0 {
			return i
		}
		return len(order)
	}
	slices.SortStableFunc(columns, func(a, b string) int { return cmp.Compare(place(a), place(b)) })
	heads := slices.Clone(columns)
	if name == "patrols" {
		columns, heads = nil, nil
		for _, h := range patrolHeads {
			columns, heads = append(columns, h[0]), append(heads, h[1])
		}
	}
	var out bytes.Buffer
	w := csv.NewWriter(&out)
	require.NoError(g.t, w.Write(heads))
	for _, f := range rows {
		line := make([]string, len(columns))
		for i, c := range columns {
			line[i] = f.cell(c)
		}
		require.NoError(g.t, w.Write(line))
	}
	w.Flush()
	return out.Bytes()
}

// plantedHeader is the first row of data/planted.csv: what is to be found that is not met. A verdict is of a clause or part, with how many of
// its rows are breached; a row is what of it is not met.
const plantedHeader = "finding,address,state,code,breached,subject,record,why"

type finding struct {
	what, address, state, code, breached, subject string
	record                                        *fact
	why                                           string
}

// verdict notes the verdict on a clause or part.
func (g *generator) verdict(address, state, code string, breached int, why string) {
	g.findings = append(g.findings, finding{what: "verdict", address: address, state: state, code: code, breached: fmt.Sprint(breached), why: why})
}

// row notes a row that is not met.
func (g *generator) row(address, state, code, subject string, record *fact, why string) {
	g.findings = append(g.findings, finding{what: "row", address: address, state: state, code: code, subject: subject, record: record, why: why})
}

func (g *generator) planted() []byte {
	var out bytes.Buffer
	w := csv.NewWriter(&out)
	require.NoError(g.t, w.Write(strings.Split(plantedHeader, ",")))
	for _, f := range g.findings {
		record := ""
		if f.record != nil {
			record = f.record.cell("id")
		}
		require.NoError(g.t, w.Write([]string{f.what, f.address, f.state, f.code, f.breached, f.subject, record, f.why}))
	}
	w.Flush()
	return out.Bytes()
}

// clock writes an instant of a day: minutes after midnight.
func clock(day string, minute int) string {
	at, err := time.Parse(time.DateOnly, day)
	if err != nil {
		panic(err)
	}
	return at.Add(time.Duration(minute) * time.Minute).Format("2006-01-02 15:04")
}

// between returns a minute of the day between two hours.
func (g *generator) between(from, to int) int { return from*60 + g.below((to-from)*60) }
