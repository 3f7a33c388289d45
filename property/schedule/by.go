package schedule

import (
	"errors"
	"time"

	"github.com/wuyekit/wuye/property/invalid"
)

// DueBy returns when a demand by a day or an instant is due for a subject, and when it was before its anchor
// became known too late (到期). Day is true where both are the ends of days.
//
// Errors: [ErrNotBy] for another demand; [ErrFieldMissing] with the name of the field that the subject lacks;
// [worktime.UnknownYearError]; [ErrInstant].
func (s *Schedule) DueBy(e *Evidence) (due, original time.Time, day bool, err error) {
	b := s.doc.Demand.By
	if b == nil {
		return due, original, false, invalid.Value(ErrNotBy, invalid.Quote(s.doc.Code))
	}
	first, err := s.byAnchor(b, e)
	if err != nil {
		return due, original, false, err
	}
	now, _, err := s.byKnown(b, e, first)
	return now.at, first.at, now.end, err
}

// byAnchor returns when a demand is due by its anchor.
func (s *Schedule) byAnchor(b *By, e *Evidence) (deadline, error) {
	f, ok := e.field(b.Anchor)
	if !ok {
		return deadline{}, missing(b.Anchor)
	}
	zone := s.calendar.Location()
	span, sign := b.After, 1
	if !b.Before.IsZero() {
		span, sign = b.Before, -1
	}
	if f.At.IsZero() && isHours(span) && !span.IsZero() {
		return deadline{}, missing(b.Anchor) // hours before what?
	}
	due := deadline{at: f.At.In(zone)}
	if f.At.IsZero() || !isHours(span) {
		due = dayEnd(f.day(zone), zone)
	}
	due, err := s.moved(due, span, sign)
	if err == nil && b.Rest != 0 {
		due, err = s.rest(due, b)
	}
	if b.Exclusive {
		due = deadline{due.day(zone).In(zone), true}
	}
	return due, err
}

// rest moves a deadline off a day of rest.
func (s *Schedule) rest(due deadline, b *By) (deadline, error) {
	zone := s.calendar.Location()
	day := due.day(zone)
	to, err := s.calendar.Rest(day, b.Rest)
	switch {
	case err != nil || to == day:
		return due, err
	case due.end:
		return dayEnd(to, zone), nil
	}
	return deadline{at: onClock(to, due.at.In(zone))}, nil
}

// byKnown returns a deadline moved because its anchor became known only after it, and whether that is so. Without a
// length for a late start it stays.
func (s *Schedule) byKnown(b *By, e *Evidence, due deadline) (to deadline, late bool, err error) {
	if b.Known == "" {
		return due, false, nil
	}
	f, ok := e.field(b.Known)
	switch {
	case !ok && b.LateStart.IsZero():
		return due, false, nil // it stays, whenever that was
	case !ok:
		return due, false, missing(b.Known)
	}
	zone := s.calendar.Location()
	known := deadline{at: f.start(zone).In(zone)}
	if !due.passed(known.at) {
		return due, false, nil
	}
	if b.LateStart.IsZero() {
		return due, true, nil
	}
	if !isHours(b.LateStart) {
		known = dayEnd(f.day(zone), zone)
	}
	to, err = s.moved(known, b.LateStart, 1)
	return to, true, err
}

func missing(field string) error { return invalid.Value(ErrFieldMissing, field) }

// fieldOf returns the name of the field that an error says is missing.
func fieldOf(err error) string {
	var problem *invalid.FieldError
	if errors.As(err, &problem) && problem.Rule == ErrFieldMissing {
		return problem.Args[0]
	}
	return ""
}

// judgeBy judges a demand by a day or an instant.
func (j *judging) judgeBy(b *By) {
	r := Row{Key: j.key(j.doc.Code, "/", b.Anchor)}
	first, err := j.byAnchor(b, j.evidence)
	var due, start, end deadline
	unsure := ""
	if err == nil {
		due, r.LateStart, err = j.byKnown(b, j.evidence, first)
		if unsure = fieldOf(err); unsure != "" {
			err = nil // it can only be due later than this
		}
	}
	if err == nil {
		end, err = j.moved(due, j.doc.Late, 1)
	}
	if err == nil && !j.doc.Early.IsZero() {
		start, err = j.moved(first.opens(j.zone), j.doc.Early, -1)
	}
	if err == nil && b.OnDay {
		start = deadline{at: first.day(j.zone).In(j.zone)}
	}
	switch day := first.day(j.zone); {
	case err != nil:
		r.Reason, r.Missing = byReason(err)
		j.add(&r)
		return
	case day < j.doc.From || !j.doc.To.IsZero() && day > j.doc.To:
		return // not in force
	}
	if r.LateStart {
		r.Reason = LateKnown
		if !due.at.Equal(first.at) {
			r.OriginalDue = first.at
		}
	}
	r.Start = start.at
	r.set(due, end)
	j.judgeWindow(&r, due, end)
	if unsure != "" && r.State != OnTime && r.State != Pending {
		r.State, r.Reason, r.Missing = Unknown, FieldMissing, unsure
	}
	j.addDue(&r, due)
}

// byReason says why a due is not known, by the field that is missing or else as [reasonOf] does.
func byReason(err error) (Reason, string) {
	if f := fieldOf(err); f != "" {
		return FieldMissing, f
	}
	return reasonOf(err)
}

// judgeWindow judges what is due once, by the nearest record in its window or the first after it.
func (j *judging) judgeWindow(r *Row, due, end deadline) {
	opens := r.Start
	if opens.IsZero() {
		opens = j.doc.From.In(j.zone)
	}
	lo := 0
	if !r.Start.IsZero() {
		lo = j.recordsFrom(r.Start)
	}
	best := -1
	for i := lo; i < len(j.records) && !end.passed(j.records[i].At); i++ {
		if best < 0 || j.distance(due, i) < j.distance(due, best) {
			best = i
		}
	}
	state := OnTime
	if best < 0 {
		state = Late
		best = j.firstAfter(end)
	}
	switch {
	case j.excused(opens, end):
		r.State, r.Reason = Excused, InExcuse
	case best < 0:
		r.settle(end, j.asOf)
	default:
		j.serve(r, best)
		r.State = state
	}
}

func (j *judging) distance(due deadline, i int) time.Duration {
	s := slot{due: due}
	return s.distance(j.records[i].At, due.opens(j.zone).at)
}

// firstAfter returns the first record for which a deadline has passed, −1 if there is none.
func (j *judging) firstAfter(end deadline) int {
	i := j.recordsFrom(end.at)
	for i < len(j.records) && !end.passed(j.records[i].At) {
		i++
	}
	if i == len(j.records) {
		return -1
	}
	return i
}

// addDue adds a row if it is due in the time asked about, or was due before and not done when that began.
func (j *judging) addDue(r *Row, due deadline) {
	if due.within(j.from, j.to, j.zone) {
		j.add(r)
		return
	}
	isOpen := r.State == Missed || r.State == Unknown || r.State == Late && !r.At.Before(j.from)
	if due.opens(j.zone).at.Before(j.from) && isOpen {
		r.Carried = true
		j.add(r)
	}
}
