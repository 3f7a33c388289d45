package main

import (
	"bytes"
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"

	"golang.org/x/text/message"

	"github.com/wuyekit/wuye/examples/internal/cli"
	"github.com/wuyekit/wuye/property/explain"
	"github.com/wuyekit/wuye/property/sla"
)

// report writes a judgement.
type report struct {
	*judgement
	cli.Page
	names map[string]string // of milestones, in the language of their document
}

func newReport(j *judgement, p *message.Printer, lang string, out *bytes.Buffer) *report {
	r := &report{judgement: j, Page: cli.Page{P: p, Out: out}, names: map[string]string{}}
	for _, m := range j.service.milestones() {
		r.names[m.Code] = m.Code
		if lang == "zh" {
			r.names[m.Code] = cmp.Or(m.Name, m.Code)
		}
	}
	return r
}

func (r *report) write(chosen *judged, written []string) error {
	r.head()
	r.groups()
	r.worst()
	r.warnings()
	if err := r.bonusMalus(); err != nil {
		return err
	}
	r.unknown()
	r.bad()
	if chosen != nil {
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

// titles adds the head of a table.
func (r *report) titles(t *cli.Table, labels ...explain.Label) {
	cells := make([]string, len(labels))
	for i, l := range labels {
		cells[i] = r.Fill(l)
	}
	t.Add(cells...)
}

func (r *report) table(t *cli.Table) { r.Out.WriteString(t.String()) }

// milestone names a milestone.
func (r *report) milestone(code string) string {
	if code == "" {
		return "–"
	}
	return cmp.Or(r.names[code], code)
}

// clock writes an instant as the clock of the zone showed it.
func (r *report) clock(t time.Time) string { return r.local(t).Format("2006-01-02 15:04") }

// hours writes a length in hours and minutes, cut to the minute.
func hours(n sla.Length) string {
	sign := ""
	if n < 0 {
		sign, n = "-", -n
	}
	minutes := int64(n.Duration() / time.Minute)
	return fmt.Sprintf("%s%d:%02d", sign, minutes/60, minutes%60)
}

// head says what was read and what it is judged by.
func (r *report) head() {
	switch {
	case r.latest:
		r.Say(textTitle, r.Fill(textLatest, r.clock(r.asOf)))
	case r.day.IsZero():
		r.Say(textTitle, r.Fill(textAsOf, r.clock(r.asOf)))
	default:
		r.Say(textTitle, r.Fill(textDay, r.day.String()))
	}
	r.Say(textBy, strconv.Itoa(len(r.service.Promises)), cmp.Or(r.calendar.Timetable().Name, r.calendar.Code()), r.zone.String())
	r.Say(textRows, cli.Count(r.log.Rows), cli.Count(r.log.Good), cli.Count(r.log.BadRows), cli.Count(len(r.log.Ignored)))
	r.Say(textCases, cli.Count(len(r.log.Cases)), cli.Count(len(r.cases)), cli.Count(len(r.incomplete)))
	if r.log.Unclear > 0 {
		r.Say(textUnclear, cli.Count(r.log.Unclear), r.zone.String())
	}
	r.byTheClock()
}

// byTheClock says when cases come in, so that a clock which is not that of the place shows.
func (r *report) byTheClock() {
	hours, total := r.byHour()
	if total == 0 {
		return
	}
	day, busiest, quietest := 0, 0, 0
	for h, n := range hours {
		if h >= 8 && h < 18 {
			day += n
		}
		if n > hours[busiest] {
			busiest = h
		}
		if n < hours[quietest] {
			quietest = h
		}
	}
	r.Say(textClock, r.zone.String(), cli.Percent(day, total), strconv.Itoa(busiest), strconv.Itoa(quietest))
}

// groups writes the table of groups and milestones, with a sum of each milestone.
func (r *report) groups() {
	r.Section(textGroups)
	t := cli.Table{Right: append([]bool{false, false}, slices.Repeat([]bool{true}, 11)...)}
	r.titles(&t, textGroup, textMilestone, textTotal, textMet, textBreached, textRunning, textPaused, textWaived, textUnknown,
		textBadShort, textKept, textMedian, textNinety)
	for _, g := range r.judgement.groups(true) {
		r.groupRow(&t, cmp.Or(g.Name, r.Fill(textNoGroup)), g)
	}
	for _, g := range r.judgement.groups(false) {
		r.groupRow(&t, r.Fill(textAll), g)
	}
	r.table(&t)
}

func (r *report) groupRow(t *cli.Table, name string, g sla.Group) {
	row := []string{name, r.milestone(g.Milestone)}
	for _, n := range []int{g.Total, g.Met, g.Breached, g.Running, g.Paused, g.Waived, g.Unknown, g.Bad} {
		row = append(row, cli.Count(n))
	}
	kept := "–"
	if g.Judged() > 0 {
		kept = cli.Percent(g.Met, g.Judged()) + "%"
	}
	row = append(row, kept)
	for _, p := range []int{50, 90} {
		cell := "–"
		if n, ok := g.Percentile(p); ok {
			cell = hours(n)
		}
		row = append(row, cell)
	}
	t.Add(row...)
}
