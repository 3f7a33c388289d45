package standard

import (
	"time"

	"github.com/wuyekit/wuye/property/flow"
	"github.com/wuyekit/wuye/property/sla"
)

// rows yields a row for every case that belongs to the period: its clock started before the end of the period, and it was
// neither done nor cancelled nor excused before the beginning. So a case that runs from one month into the next is
// judged in both, and one that is open is judged until it is closed.
func (j *promiseJudge) rows(x *run, yield func(*Row) bool) {
	p := promiseRun{promiseJudge: j, x: x}
	for _, e := range x.all(j.of) {
		if p.one(e.record) && !yield(&p.row) {
			return
		}
	}
}

// promiseRun is one call of rows, with what is used again from case to case.
type promiseRun struct {
	*promiseJudge
	x        *run
	row      Row
	kase     sla.Case
	field    [1]sla.Field
	verdicts []sla.Verdict
}

// one judges a case; it is false for one that is not meant.
func (p *promiseRun) one(r *Record) bool {
	began := r.when()
	if began.After(p.x.asOf) || !began.Before(p.x.end) {
		return false
	}
	s := p.x.named(p.subject, r.Subject)
	means, field := p.where.hold(p.x, r, s)
	if means == no {
		return false
	}
	v := p.judge(r, s)
	if !v.Start.IsZero() {
		began = v.Start
	}
	ended, how := p.ended(v, r.Events)
	if !began.Before(p.x.end) || !ended.IsZero() && ended.Before(p.x.start) {
		return false
	}
	p.row = Row{Subject: r.Subject, Record: r.ID, Due: v.Due, At: v.Done}
	if v.State == sla.Waived {
		p.row.At = ended
	}
	if means == maybe {
		p.row.State, p.row.Reason = Unknown, missing(field)
		return true
	}
	p.row.State, p.row.Reason = p.verdict(v, r, began, how)
	return true
}

// judge returns the verdict of the clock, which is used again.
func (p *promiseRun) judge(r *Record, s *Subject) *sla.Verdict {
	p.kase = sla.Case{ID: r.ID, Log: r.Events}
	if p.due != nil {
		if at, ok := p.due.get(p.x, r, s); ok {
			p.field[0] = sla.Field{Name: promiseCode, On: at.day}
			if at.day.IsZero() {
				p.field[0].At = at.at
			}
			p.kase.Fields = p.field[:]
		}
	}
	p.verdicts = p.clock.Evaluate(p.verdicts[:0], &p.kase, p.x.asOf)
	return &p.verdicts[0]
}

// ended returns when the case was done, else when it was first cancelled or excused and by which event; the zero time while it is open.
func (p *promiseRun) ended(v *sla.Verdict, log []flow.Event) (time.Time, string) {
	if v.State != sla.Waived && !v.Done.IsZero() {
		return v.Done, ""
	}
	names := p.ends
	if v.Reason == sla.Excused {
		names = names[p.waived:]
	}
	at, how := firstOf(log, names, p.x.asOf)
	if !v.Done.IsZero() {
		at = v.Done
	}
	return at, how
}

// firstOf returns the first event of some names that has happened, and when; the zero time if there is none.
func firstOf(log []flow.Event, names []string, asOf time.Time) (time.Time, string) {
	var at time.Time
	first := ""
	for _, name := range names {
		for i := range log {
			e := &log[i]
			if e.Name == name && !e.At.After(asOf) && (first == "" || e.At.Before(at)) {
				at, first = e.At, name
			}
		}
	}
	return at, first
}

// verdict says what the verdict of the clock means for the clause.
func (p *promiseRun) verdict(v *sla.Verdict, r *Record, began time.Time, how string) (State, Reason) {
	if v.State == sla.Met && p.isOver(v, v.Done) || v.State == sla.Running && p.isOver(v, p.x.asOf) {
		return p.late(v, began)
	}
	switch v.State {
	case sla.Met:
		return Met, Reason{}
	case sla.Running, sla.Paused:
		return Pending, Reason{NotDue, []string{p.by(v)}}
	case sla.Waived:
		return Waived, Reason{ExcusedBy, []string{how}}
	case sla.Breached:
		return p.late(v, began)
	case sla.Unknown:
	}
	return p.unknown(v, r)
}

// isOver reports whether an instant is that at which the day is over through which a case could be done: it belongs to the next.
func (p *promiseRun) isOver(v *sla.Verdict, at time.Time) bool { return p.isByDay() && at.Equal(v.Due) }

// isByDay reports whether the case can be done through the end of a day.
func (p *promiseRun) isByDay() bool {
	if p.due != nil {
		return len(p.kase.Fields) > 0 && !p.field[0].On.IsZero()
	}
	return p.inDays
}

// by writes by when a case is due: an instant, or the last day.
func (p *promiseRun) by(v *sla.Verdict) string {
	if p.isByDay() && isMidnight(v.Due.In(p.x.zone)) {
		return dayOf(v.Due.Add(-1), p.x.zone).String()
	}
	return p.x.stamp(v.Due)
}

// late is the verdict on a case that is beyond its limit. One that was not done is unknown where what happened up to then is not
// all known.
func (p *promiseRun) late(v *sla.Verdict, began time.Time) (State, Reason) {
	if v.Done.IsZero() && !p.x.isComplete(p.of, began, v.Due) {
		return Unknown, Reason{NotComplete, []string{p.of}}
	}
	if v.Done.IsZero() {
		return Breached, Reason{OverLimit, []string{p.by(v)}}
	}
	return Breached, Reason{OverLimit, []string{p.by(v), p.x.stamp(v.Done)}}
}

// unknown is the verdict where the clock cannot judge.
func (p *promiseRun) unknown(v *sla.Verdict, r *Record) (State, Reason) {
	switch v.Reason {
	case sla.FieldMissing:
		return Unknown, Reason{FieldMissing, []string{p.due.address()}}
	case sla.YearUnknown:
		return Unknown, Reason{YearUnknown, []string{v.Missing}}
	case sla.NotStarted:
		return p.notStarted(r)
	case sla.NoLimit, sla.LimitOpen, sla.Reversed, sla.OutOfRange, sla.Excused, sla.WasCancelled, sla.Undated:
	}
	return Unknown, Reason{BadRow, []string{v.Missing}}
}

// notStarted is the verdict on a case whose clock has not started. Where the case is open and has come less far, nothing is due yet: a visit
// promised a day after the repair, of a repair that is not done. But where the promise is kept already, where nothing has happened, and where the deadline stands, the
// event is missing and the record is bad.
func (p *promiseRun) notStarted(r *Record) (State, Reason) {
	_, done := firstOf(r.Events, []string{p.to}, p.x.asOf)
	if p.due == nil && done == "" && len(r.Events) > 0 {
		return Pending, Reason{NotDue, []string{p.from}}
	}
	return Unknown, Reason{BadRow, []string{p.from}}
}
