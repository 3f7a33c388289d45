package main

import (
	"cmp"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/wuyekit/wuye/examples/internal/cli"
	"github.com/wuyekit/wuye/property/explain"
	"github.com/wuyekit/wuye/property/schedule"
)

// most bounds each list of the report; the files have all.
const most = 40

// more says how many rows a list leaves out.
func (r *report) more(n int, file string) {
	if n > most {
		r.Say(textMore, cli.Count(n-most), file)
	}
}

// misses writes what was late or missed, with when and where.
func (r *report) misses() {
	all := r.judgement.misses()
	r.Section(textMisses, cli.Count(len(all)))
	t := cli.Table{Right: []bool{false, false, false, false, false, true}}
	r.titles(&t, textDuty, textWhere, textState, textDue, textDone, textLateBy)
	for _, v := range all[:min(most, len(all))] {
		late := "–"
		if v.State == schedule.Late {
			late = hours(v.LateBy())
		}
		done := r.clock(v.At)
		if v.Want.Sign() > 0 {
			done = v.Have.String() + "/" + v.Want.String()
		}
		t.Add(r.task(v), r.where(v.subject), r.Fill(stateLabel(v.State)), r.dueOf(v), done, late)
	}
	r.table(&t)
	r.more(len(all), "verdicts.csv")
}

// dueOf writes when something is due, of a part of a day from when on.
func (r *report) dueOf(v *verdict) string {
	if v.Want.Sign() > 0 && v.Due.Sub(v.Start) < 24*time.Hour {
		return r.clock(v.Start) + "–" + r.local(v.Due).Format("15:04")
	}
	return r.due(v.Due, v.Day)
}

// unjudged writes what is excused, unknown, cut or moved, and why; what follows one another of a subject in one row.
func (r *report) unjudged() {
	all := r.inState(func(v *verdict) bool {
		return v.State == schedule.Excused || v.State == schedule.Unknown || v.State == schedule.Partial || v.Reason != 0 || v.LateStart || v.Carried
	})
	slices.SortStableFunc(all, func(a, b *verdict) int {
		return cmp.Or(cmp.Compare(a.duty, b.duty), strings.Compare(a.subject.Code, b.subject.Code))
	})
	r.Section(textUnjudged, cli.Count(len(all)))
	t := cli.Table{Right: []bool{false, false, false, false, true}}
	rows := 0
	for len(all) > 0 {
		v, n := all[0], 1
		for n < len(all) && r.alike(v, all[n]) {
			n++
		}
		due := r.dueOf(v)
		if n > 1 {
			due += " … " + r.dueOf(all[n-1])
		}
		if rows++; rows <= most {
			t.Add(r.task(v), r.where(v.subject), r.Fill(stateLabel(v.State)), due, cli.Count(n), r.why(v))
		}
		all = all[n:]
	}
	r.table(&t)
	r.more(rows, "verdicts.csv")
}

// alike reports whether two verdicts on a subject are told in one row.
func (r *report) alike(a, b *verdict) bool {
	return a.duty == b.duty && a.subject == b.subject && a.State == b.State && r.task(a) == r.task(b) && r.why(a) == r.why(b)
}

// why says why a verdict is not a plain one.
func (r *report) why(v *verdict) string {
	switch v.Reason {
	case schedule.IntervalUnset:
		return r.Fill(textIntervalUnset, v.Missing)
	case schedule.FieldMissing:
		return r.Fill(textFieldMissing, v.Missing)
	case schedule.YearUnknown:
		return r.Fill(textYearUnknown, v.Missing)
	case schedule.NoReading, schedule.ReadingBack:
		return r.Fill(textReading, v.Missing)
	case schedule.FigureMissing:
		return r.Fill(textFigureMissing, v.Missing)
	case schedule.LateKnown:
		return r.Fill(textLateKnown, r.due(v.OriginalDue, v.Day))
	case schedule.InExcuse:
		if !v.OriginalDue.IsZero() {
			return r.Fill(textMoved, r.due(v.OriginalDue, v.Day))
		}
		return r.Fill(textInExcuse)
	case schedule.Cut:
		return r.Fill(textCut)
	case schedule.OutOfRange:
		return r.Fill(textOutOfRange)
	}
	if v.Carried {
		return r.Fill(textCarried)
	}
	return ""
}

// beside writes how many records serve nothing or were written down later, and those that are extra.
func (r *report) beside() {
	extra, voluntary := 0, 0
	t := cli.Table{}
	for _, a := range r.asides {
		if a.Voluntary {
			voluntary++
			continue
		}
		if extra++; extra <= most {
			t.Add(r.duty(a.duty), r.where(a.subject), r.clock(a.At), a.Record)
		}
	}
	r.Section(textBeside, cli.Count(extra), cli.Count(voluntary), cli.Count(r.recordedLater()))
	r.table(&t)
	r.more(extra, "verdicts.csv")
}

// recordedLater counts the records of the month that were written down after they were done.
func (j *judgement) recordedLater() int {
	n := 0
	for _, r := range j.log.records {
		if r.Recorded.After(r.At) && !r.At.Before(j.from) && r.At.Before(j.to) {
			n++
		}
	}
	return n
}

// nextDues writes what is due next of each duty.
func (r *report) nextDues() {
	r.Section(textNext, r.clock(r.asOf))
	t := cli.Table{}
	for i := range r.duties {
		n := &r.duties[i].next
		if n.at.IsZero() {
			continue
		}
		have := ""
		switch {
		case n.overdue:
			have = r.Fill(textOverdue)
		case n.want != "":
			have = n.have + "/" + n.want
		}
		t.Add(r.duty(i), r.due(n.at, n.day), r.where(n.subject), have)
	}
	r.table(&t)
}

// bad writes the rows that could not be read.
func (r *report) bad() {
	r.Section(textBad, cli.Count(len(r.log.bad)))
	for _, b := range r.log.bad[:min(most, len(r.log.bad))] {
		r.Say(textBadRow, strconv.Itoa(b.line), b.problem.Text(r.P))
	}
	r.more(len(r.log.bad), "bad.csv")
}

func stateLabel(s schedule.State) explain.Label {
	switch s {
	case schedule.OnTime:
		return textOnTime
	case schedule.Late:
		return textLate
	case schedule.Missed:
		return textMissed
	case schedule.Pending:
		return textPending
	case schedule.Excused:
		return textExcused
	case schedule.Partial:
		return textPartial
	case schedule.Unknown:
	}
	return textUnknown
}
