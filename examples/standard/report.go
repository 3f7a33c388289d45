package main

import (
	"bytes"
	"cmp"
	"fmt"
	"strings"
	"time"

	"golang.org/x/text/message"

	"github.com/wuyekit/wuye/examples/internal/cli"
	"github.com/wuyekit/wuye/property/civil"
	"github.com/wuyekit/wuye/property/explain"
)

// report writes a judgement.
type report struct {
	*judgement
	cli.Page
	lang string
}

func newReport(j *judgement, p *message.Printer, lang string, out *bytes.Buffer) *report {
	return &report{judgement: j, Page: cli.Page{P: p, Out: out}, lang: lang}
}

func (r *report) write(chosen string, written []string) error {
	r.head()
	r.tally()
	if err := r.worst(); err != nil {
		return err
	}
	r.verdicts()
	r.missing()
	r.bad()
	if chosen != "" {
		if err := r.explain(chosen); err != nil {
			return err
		}
	}
	fmt.Fprintln(r.Out)
	if len(written) == 0 {
		r.Say(textUnwritten)
	} else {
		r.Say(textWritten, strings.Join(written, ", "))
	}
	return nil
}

func (r *report) titles(t *cli.Table, labels ...explain.Label) {
	cells := make([]string, len(labels))
	for i, l := range labels {
		cells[i] = r.Fill(l)
	}
	t.Add(cells...)
}

func (r *report) table(t *cli.Table) { r.Out.WriteString(t.String()) }

// clock writes an instant as the clock of the zone shows it.
func (r *report) clock(t time.Time) string { return t.In(r.zone).Format("2006-01-02 15:04") }

// head says what was judged by what.
func (r *report) head() {
	s := r.rules.Standard()
	r.Say(textTitle, cmp.Or(nameIn(s.Name, r.lang), s.ID), s.Version)
	if first, last, days := r.days(); days {
		r.Say(textDays, first, last, r.clock(r.report.AsOf), r.zone.String())
	} else {
		r.Say(textPeriod, r.clock(r.report.Start), r.clock(r.report.End), r.clock(r.report.AsOf), r.zone.String())
	}
	e := &r.evidence
	r.Say(textEvidence, cli.Count(len(e.Subjects)), cli.Count(len(e.Records)), cli.Count(len(e.Figures)))
	rows, good, bad, ignored := 0, 0, 0, 0
	for _, t := range r.tables {
		rows, good, bad, ignored = rows+t.Rows, good+t.Good, bad+t.BadRows, ignored+len(t.Ignored)
	}
	if len(r.tables) > 0 {
		r.Say(textRows, cli.Count(len(r.tables)), cli.Count(rows), cli.Count(good), cli.Count(bad), cli.Count(ignored))
	}
}

// days returns the first and the last day of a period of whole days.
func (r *report) days() (first, last string, whole bool) {
	start, end := civil.Of(r.report.Start.In(r.zone)), civil.Of(r.report.End.In(r.zone))
	whole = start.In(r.zone).Equal(r.report.Start) && end.In(r.zone).Equal(r.report.End)
	return start.String(), end.AddDays(-1).String(), whole
}

// most bounds the list of bad rows.
const most = 20

// bad lists the rows that could not be read, and whose completeness fell for them.
func (r *report) bad() {
	var lines []string
	for _, t := range r.tables {
		for _, b := range t.Bad {
			lines = append(lines, t.name+": "+b.Text(r.P))
		}
	}
	if len(lines) == 0 {
		return
	}
	r.Section(textBad, cli.Count(len(lines)))
	for _, line := range lines[:min(most, len(lines))] {
		fmt.Fprintln(r.Out, " ", line)
	}
	if n := len(lines) - most; n > 0 {
		r.Say(textMore, cli.Count(n))
	}
	for _, t := range r.tables {
		for _, kind := range t.Doubtful {
			r.Say(textDoubtful, t.name, r.kindName(kind))
		}
	}
}
