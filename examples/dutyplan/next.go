package main

import (
	"time"

	"github.com/wuyekit/wuye/property/civil"
	"github.com/wuyekit/wuye/property/schedule"
)

// findNext finds what of a duty is due next for a subject, after the instant of the report or overdue by then, and keeps
// it if it is the earliest of the duty.
func (j *judgement) findNext(d *duty, s *subject) error {
	if d.plan != nil {
		return j.findNextTask(d, s)
	}
	for _, days := range []int{2, 40, 400} {
		from, to := j.ahead(d, days)
		report, err := d.schedule.Judge(nil, j.evidence(s), from, to, j.asOf)
		if err != nil {
			return err
		}
		found := false
		for i := range report.Rows {
			r := &report.Rows[i]
			overdue := r.State == schedule.Missed && r.Carried // and still owed, unlike a round that was missed
			if !r.Due.IsZero() && (overdue || r.State == schedule.Pending) {
				found = true
				d.keep(r, s)
			}
		}
		if found {
			return nil
		}
	}
	return nil
}

// ahead returns some days from the instant of the report on; a period of a quota in which it lies is whole.
func (j *judgement) ahead(d *duty, days int) (from, to time.Time) {
	from, to = j.asOf, j.asOf.AddDate(0, 0, days)
	for _, a := range j.program.Duties {
		if q := a.Duty.Demand.Quota; q != nil && a.Duty.Code == d.code && q.In > schedule.Hour {
			from = periodStart(q.In, civil.Of(j.local(from))).In(j.zone)
		}
	}
	return from, to
}

func (j *judgement) findNextTask(d *duty, s *subject) error {
	report, err := d.plan.Tasks(j.evidence(s), d.level, j.asOf)
	for _, t := range report.Rows {
		if t.State == schedule.Pending && !t.Due.IsZero() {
			d.keep(&schedule.Row{Key: t.Task, Due: t.Due, Day: t.Day}, s)
		}
	}
	return err
}

// keep notes a row that is not done if nothing is due earlier.
func (d *duty) keep(r *schedule.Row, s *subject) {
	if !d.next.at.IsZero() && !r.Due.Before(d.next.at) {
		return
	}
	d.next = due{at: r.Due, day: r.Day, overdue: r.State == schedule.Missed, subject: s}
	if r.Want.Sign() > 0 {
		d.next.have, d.next.want = r.Have.String(), r.Want.String()
	}
}
