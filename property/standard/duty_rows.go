package standard

import (
	"slices"
	"time"

	"github.com/wuyekit/wuye/property/civil"
	"github.com/wuyekit/wuye/property/schedule"
)

// stretch judges a subject in some time, and yields its rows.
func (s *series) stretch(from, to time.Time) bool {
	report := s.desk.Judge(s.schedule, &s.evidence, from, to, s.x.asOf)
	s.rows = report.Rows
	s.x.extra += report.Counts.Extra
	if len(s.unsure) > 0 {
		s.judgeOther(from, to)
	}
	open := false // the time since the last act has a row
	for i := range s.rows {
		r := &s.rows[i]
		open = open || r.Record == "" || !r.At.Before(to) // what came after it ends its last gap
		if s.plan.shape == quotaShape && s.plan.isSome() && !s.owes(r) {
			continue
		}
		if !s.put(r, i) {
			return false
		}
	}
	if open || !s.plan.shape.isChain() {
		return true
	}
	return s.putOpen(from, to)
}

// judgeOther judges with the records too of which it is not known whether they count.
func (s *series) judgeOther(from, to time.Time) {
	sure := s.evidence.Records
	s.all = append(s.all[:0], sure...)
	for _, u := range s.unsure {
		if !s.watch || !u.record.At.Before(from) && u.record.At.Before(to) {
			s.all = append(s.all, u.record)
		}
	}
	s.evidence.Records = s.all
	s.other = s.otherDesk.Judge(s.schedule, &s.evidence, from, to, s.x.asOf).Rows
	s.evidence.Records = sure
}

// isSome reports whether not every period of a quota is owed.
func (p *dutyPlan) isSome() bool { return len(p.days) > 0 || p.unit == schedule.Hour && p.isNarrow() }

func (s *series) owes(r *schedule.Row) bool {
	return s.plan.owes(civil.MomentOf(r.Start.In(s.x.zone)), civil.MomentOf(r.End.In(s.x.zone)))
}

// put yields a row of the schedule as one of the standard.
func (s *series) put(r *schedule.Row, i int) bool {
	if r.Carried && s.plan.shape == byShape {
		if _, whole := s.complete(r.Start, r.End); !whole {
			return true // it was due before the period, and whether it was done then is not known
		}
	}
	row := &s.row
	*row = Row{Subject: idOf(s.subject), Record: r.Record, Due: r.Due, OriginalDue: r.OriginalDue, At: r.At}
	s.state(row, r)
	if len(s.unsure) > 0 && r.State != schedule.OnTime && r.State != schedule.Unknown && s.hangs(r, i) {
		row.State, row.Reason = Unknown, s.lacking(r)
	}
	return s.yield(row)
}

// state gives a row its state and its reason.
func (s *series) state(row *Row, r *schedule.Row) {
	switch r.State {
	case schedule.OnTime:
		row.State = Met
		if r.LateStart && !r.OriginalDue.IsZero() {
			row.Reason = Reason{LateStart, []string{s.when(r.OriginalDue, r.Day), s.due(r)}}
		}
	case schedule.Pending:
		row.State, row.Reason = Pending, Reason{NotDue, []string{s.due(r)}}
		if s.plan.shape.isChain() && !s.x.asOf.Before(s.x.start) {
			row.State, row.Reason = Met, Reason{} // no gap is too long so far
		}
	case schedule.Late, schedule.Missed:
		s.breach(row, r)
	case schedule.Excused:
		row.State, row.Reason = Waived, Reason{Code: ExcusedBy}
	case schedule.Partial:
		row.State, row.Reason = NotApplicable, Reason{PartialPeriod, []string{s.period(r)}}
	case schedule.Unknown:
		row.State, row.Reason = Unknown, s.unknownReason(row, r)
	}
}

// breach says what was not done or too late; where something may have been done that is not here, that is not known.
func (s *series) breach(row *Row, r *schedule.Row) {
	row.State = Breached
	from, to := r.Start, r.End
	if from.IsZero() {
		from = earliest(s.x.start, r.Due)
	}
	if kind, whole := s.complete(from, to); !whole {
		row.State, row.Reason = Unknown, Reason{NotComplete, []string{kind}}
		return
	}
	switch s.plan.shape {
	case gapShape, runningShape:
		end := r.At
		if end.IsZero() {
			end = s.x.asOf
		}
		row.Reason = Reason{GapTooLong, []string{s.when(r.Start, false), s.when(end, false), s.due(r)}}
	case quotaShape, spanShape:
		row.Reason = Reason{Short, []string{r.Have.String(), r.Want.String(), s.period(r)}}
	case everyShape, byShape, ruleShape:
		row.Reason = Reason{Missed, []string{s.due(r)}}
		if r.State == schedule.Late {
			row.Reason = Reason{TooLate, []string{s.due(r), s.when(r.At, false)}}
		}
	}
}

// unknownReason names the fact that a row lacks.
func (s *series) unknownReason(row *Row, r *schedule.Row) Reason {
	switch r.Reason {
	case schedule.YearUnknown:
		return Reason{YearUnknown, []string{r.Missing}}
	case schedule.FigureMissing:
		row.Record = r.Missing
		return missing(s.plan.figure)
	case schedule.FieldMissing:
		if r.Missing == knownField {
			return missing(s.plan.known.address())
		}
		return missing(s.plan.due.address())
	case schedule.NoReading, schedule.IntervalUnset:
		return missing(r.Missing)
	case schedule.ReadingBack, schedule.OutOfRange, schedule.LateKnown, schedule.InExcuse, schedule.Cut:
	}
	return Reason{BadRow, []string{r.Missing}}
}

// hangs reports whether a row would be another if the records counted of which that is not known.
func (s *series) hangs(r *schedule.Row, i int) bool {
	if !s.plan.shape.isChain() {
		return i < len(s.other) && s.other[i].State != r.State
	}
	if r.State == schedule.Pending {
		return false
	}
	// A gap is too long for certain if one of those is that it falls into.
	return !slices.ContainsFunc(s.other, func(o schedule.Row) bool {
		return (o.State == schedule.Late || o.State == schedule.Missed) && !o.Start.Before(r.Start) &&
			(r.At.IsZero() || !o.At.IsZero() && !o.At.After(r.At))
	})
}

// lacking names the field for which it is not known whether a record counts in the time of a row.
func (s *series) lacking(r *schedule.Row) Reason {
	field := s.unsure[0].field
	for _, u := range s.unsure {
		if !u.record.At.Before(r.Start) && !u.record.At.After(r.End) {
			field = u.field
			break
		}
	}
	return missing(field)
}

// putOpen yields the time since the last act, which is not too long as yet.
func (s *series) putOpen(from, to time.Time) bool {
	until := earliest(s.x.asOf, to.Add(-1))
	day := dayOf(until, s.x.zone)
	if _, in := s.plan.season.Containing(day); !in && !s.plan.season.IsZero() || until.Before(from) {
		return true
	}
	s.row = Row{Subject: idOf(s.subject), State: Met}
	return s.yield(&s.row)
}

// unknown yields a row of which something is missing.
func (s *series) unknown(record string, why Reason) bool {
	s.row = Row{Subject: idOf(s.subject), Record: record, State: Unknown, Reason: why}
	return s.yield(&s.row)
}

// due writes when a row is due: a day, or an instant.
func (s *series) due(r *schedule.Row) string { return s.when(r.Due, r.Day) }

// period writes the period of a quota: its first and its last day, or the instants between which it lies.
func (s *series) period(r *schedule.Row) string {
	start, end := r.Start.In(s.x.zone), r.Due.In(s.x.zone)
	if isMidnight(start) && isMidnight(end) {
		return civil.Of(start).String() + "/" + s.due(r)
	}
	return s.when(start, false) + "/" + s.when(end, false)
}

func isMidnight(t time.Time) bool {
	return t.Hour()+t.Minute()+t.Second()+t.Nanosecond() == 0
}

// when writes an instant, or the day that it ends.
func (s *series) when(t time.Time, day bool) string {
	if t.IsZero() {
		return ""
	}
	t = t.In(s.x.zone)
	if day && isMidnight(t) {
		return civil.Of(t.Add(-1)).String()
	}
	return t.Format(time.RFC3339)
}
