package main

import (
	"slices"

	"github.com/wuyekit/wuye/property/schedule"
)

// judgePlan judges the tasks of a plan that are due in the month, or were due before and not done when it began, unless
// the event was over.
func (j *judgement) judgePlan(i int, s *subject) error {
	d := &j.duties[i]
	report, err := d.plan.Tasks(j.evidence(s), d.level, j.asOf)
	if err != nil {
		return err
	}
	for _, t := range report.Rows {
		r := schedule.Row{
			Key: d.code + "/" + t.Task, State: t.State, Due: t.Due, Day: t.Day, OriginalDue: t.Original, Start: t.Begin,
			End: t.Due, Record: t.Record, At: t.At, LateStart: t.LateStart, Reason: t.Reason, Missing: t.Missing,
		}
		if !r.Due.IsZero() {
			last := r.Due
			if r.Day {
				last = last.Add(-1)
			}
			r.Carried = last.Before(j.from)
			if !last.Before(j.to) || r.Carried && !j.isCarried(d, s, &r) {
				continue
			}
		}
		j.verdicts = append(j.verdicts, verdict{i, s, r})
		d.counts = d.counts.Plus(countsOf(&r))
	}
	for _, id := range report.Extra {
		j.planAside(i, s, id, false)
	}
	for _, id := range report.Voluntary {
		j.planAside(i, s, id, true)
	}
	return nil
}

// isCarried reports whether a task that was due before the month was done in it, or is still owed before its event.
func (j *judgement) isCarried(d *duty, s *subject, r *schedule.Row) bool {
	if !r.At.IsZero() {
		return !r.At.Before(j.from)
	}
	anchor := d.plan.Plan().Anchor
	i := slices.IndexFunc(s.Fields, func(f schedule.Field) bool { return f.Name == anchor })
	if i < 0 || r.State != schedule.Missed {
		return false
	}
	over := s.Fields[i].At
	if over.IsZero() {
		over = s.Fields[i].On.AddDays(1).In(j.zone)
	}
	return over.After(j.from)
}

// planAside notes a record of the month that serves no task.
func (j *judgement) planAside(i int, s *subject, id string, voluntary bool) {
	at := j.log.records[id].At
	if at.Before(j.from) || !at.Before(j.to) {
		return
	}
	j.asides = append(j.asides, aside{i, s, schedule.Aside{Record: id, At: at, Voluntary: voluntary}})
	if voluntary {
		j.duties[i].counts.Voluntary++
	} else {
		j.duties[i].counts.Extra++
	}
}

// countsOf returns the counts of one row.
func countsOf(r *schedule.Row) schedule.Counts {
	one := func(is bool) int {
		if is {
			return 1
		}
		return 0
	}
	return schedule.Counts{
		Total: 1, OnTime: one(r.State == schedule.OnTime), Late: one(r.State == schedule.Late),
		Missed: one(r.State == schedule.Missed), Pending: one(r.State == schedule.Pending),
		Excused: one(r.State == schedule.Excused), Unknown: one(r.State == schedule.Unknown),
		Partial: one(r.State == schedule.Partial), LateStart: one(r.LateStart), Carried: one(r.Carried),
	}
}
