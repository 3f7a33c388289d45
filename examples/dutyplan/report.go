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
	"github.com/wuyekit/wuye/property/schedule"
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

func (r *report) write(chosen choice, written []string) error {
	r.head()
	r.byDuty()
	r.misses()
	if err := r.manning(); err != nil {
		return err
	}
	r.unjudged()
	r.beside()
	r.nextDues()
	r.bad()
	if err := r.explain(chosen); err != nil {
		return err
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

// duty names a duty: by its name in Chinese, the language of its document, else by its code.
func (r *report) duty(i int) string { return r.named(r.duties[i].code, r.duties[i].name) }

func (r *report) named(code, name string) string {
	if r.lang == "zh" {
		return cmp.Or(name, code)
	}
	return code
}

// task names what a verdict is of: its duty, of a plan the task.
func (r *report) task(v *verdict) string {
	d := &r.duties[v.duty]
	if d.plan == nil {
		return r.duty(v.duty)
	}
	code := strings.TrimPrefix(v.Key, d.code+"/")
	t, _ := d.plan.Task(code, d.level)
	return r.named(v.Key, t.Name)
}

// where names a subject.
func (r *report) where(s *subject) string {
	switch {
	case s == nil:
		return "–"
	case s.Code == "":
		return r.Fill(textEstate)
	case r.lang == "zh" && s.Name != "":
		return s.Code + " " + s.Name
	}
	return s.Code
}

// clock writes an instant as the clock shows it, – for none.
func (r *report) clock(t time.Time) string {
	if t.IsZero() {
		return "–"
	}
	return r.local(t).Format("2006-01-02 15:04")
}

// due writes when something is due: on a day, or at an instant.
func (r *report) due(at time.Time, day bool) string {
	if day && !at.IsZero() {
		if last := r.local(at.Add(-1)); r.local(at).Format("15:04") == "00:00" {
			return last.Format(time.DateOnly)
		}
	}
	return r.clock(at)
}

// head says what was read and what it is judged by.
func (r *report) head() {
	r.Say(textTitle, r.month.Start.String()[:len("2026-11")], r.clock(r.asOf))
	r.Say(textBy, strconv.Itoa(len(r.program.Duties)), strconv.Itoa(len(r.program.Plans)), strconv.Itoa(len(r.program.Posts.Posts)),
		cli.Count(len(r.subjects)-1), r.zone.String())
	n := len(r.log.bad)
	r.Say(textRows, cli.Count(r.log.rows), cli.Count(r.log.rows-n), cli.Count(n))
	var all schedule.Counts
	for i := range r.duties {
		all = all.Plus(r.duties[i].counts)
	}
	r.Say(textAll, cli.Count(all.Total), cli.Count(all.OnTime), cli.Count(all.Late), cli.Count(all.Missed), cli.Count(all.Pending),
		cli.Count(all.Excused), cli.Count(all.Unknown), cli.Count(all.Partial))
}

// byDuty writes the table of duties and plans.
func (r *report) byDuty() {
	r.Section(textDuties)
	t := cli.Table{Right: append([]bool{false, false}, slices.Repeat([]bool{true}, 11)...)}
	r.titles(&t, textDuty, textSource, textSubjects, textTotal, textOnTime, textLate, textMissed, textPending, textExcused, textUnknown,
		textExtra, textVoluntary, textShare)
	for i := range r.duties {
		d := &r.duties[i]
		row := []string{r.duty(i), cmp.Or(d.source, "–"), strconv.Itoa(len(d.subjects))}
		c := &d.counts
		for _, n := range []int{c.Total, c.OnTime, c.Late, c.Missed, c.Pending, c.Excused, c.Unknown, c.Extra, c.Voluntary} {
			row = append(row, cli.Count(n))
		}
		share := "–"
		if c.Judged() > 0 {
			share = cli.Percent(c.OnTime, c.Judged()) + "%"
		}
		t.Add(append(row, share)...)
	}
	r.table(&t)
}

// hours writes a length in hours and minutes, cut to the minute.
func hours(d time.Duration) string {
	minutes := int64(d / time.Minute)
	return fmt.Sprintf("%d:%02d", minutes/60, minutes%60)
}
