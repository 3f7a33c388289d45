package finding

import (
	"slices"
	"strconv"

	"github.com/wuyekit/wuye/property/civil"
	"github.com/wuyekit/wuye/property/flow"
	"github.com/wuyekit/wuye/property/invalid"
)

// Status returns where a case stands on a day (截至某日的整改情况). The log is read by its numbers, up to the first event that had
// not happened by the end of that day in the zone of the policy's calendar: what was written behind it had not either. So the status
// of a day never changes by what happens later.
//
// Errors: an *[invalid.Error] with every problem of the case: what [Case.Check] reports, [ErrDueBefore], [ErrNotLater], and
// what cannot be counted: [ErrGrowth], amounts and days out of range.
func (r *Rules) Status(c *Case, asOf civil.Date) (Status, error) {
	var l invalid.List
	c.check(&l, r.machine)
	if asOf.IsZero() {
		l.At("asOf").Add(invalid.ErrRequired, "asOf")
	}
	f := follower{rules: r, of: c, list: &l, asOf: asOf, dues: make(map[int64]int, len(c.Annexes))}
	if l.Len() == 0 {
		f.follow()
	}
	if err := l.Err("case " + c.ID); err != nil {
		return Status{}, err
	}
	return f.out, nil
}

// follower reads the log of a case.
type follower struct {
	rules *Rules
	of    *Case
	list  *invalid.List
	asOf  civil.Date
	dues  map[int64]int // the annex that sets a deadline, by the number of the event
	lacks []string      // by round: what its deadline lacks
	limit int           // the limit that applies, −1 if none does
	costs []Penalty     // the penalties that apply, one a trigger at most
	out   Status
}

func (f *follower) follow() {
	f.out = Status{Case: f.of.ID, Policy: f.rules.doc.Code, AsOf: f.asOf, State: NotIssued, Timing: Pending, Repeats: f.of.Repeats}
	for i, a := range f.of.Annexes {
		if !a.Due.IsZero() {
			f.dues[a.Seq] = i
		}
	}
	f.limit, f.costs = f.rules.limitOf(f.of), f.rules.costsOf(f.of)
	log := inOrder(f.of.Log)
	n := slices.IndexFunc(log, func(e flow.Event) bool { return f.day(e) > f.asOf })
	if n >= 0 {
		f.out.Ahead = len(log) - n
		log = log[:n]
	}
	for i := range log {
		f.take(&log[i])
	}
	f.judge()
	f.charge()
}

// day returns the day of an event in the calendar's zone.
func (f *follower) day(e flow.Event) civil.Date {
	return civil.Of(e.At.In(f.rules.calendar.Location()))
}

// take follows one event, which the table allows.
func (f *follower) take(e *flow.Event) {
	on, s := f.day(*e), &f.out
	switch e.Name {
	case EventIssued:
		s.Issued = on
		f.issue(e, on)
	case EventCorrected:
		f.last().Corrected, f.last().Ended = on, on
		s.State, s.Corrected = Corrected, on
	case EventPassed:
		if last := f.last(); last.Ended.IsZero() {
			last.Corrected, last.Ended, s.Corrected = on, on, on
		}
		s.State, s.Ended = Closed, on
	case EventFailed:
		if last := f.last(); last.Ended.IsZero() {
			last.Ended = on
		}
		s.Corrected = 0
		s.Repeats++
		f.issue(e, on)
	case EventExtended:
		f.extend(e, on)
	case EventWaived:
		s.State = Waived
		f.end(on)
	case EventWithdrawn:
		s.State = Withdrawn
		f.end(on)
	}
}

// last returns the present round; there is one in every state but the first.
func (f *follower) last() *Round { return &f.out.Rounds[len(f.out.Rounds)-1] }

// issue begins a round.
func (f *follower) issue(e *flow.Event, on civil.Date) {
	round := Round{Seq: e.Seq, Repeats: f.out.Repeats, Issued: on}
	missing, err := f.due(&round)
	f.list.At("log").Take(err)
	f.lacks = append(f.lacks, missing)
	f.out.Rounds = append(f.out.Rounds, round)
	f.out.State = Open
}

// extend moves the present deadline.
func (f *follower) extend(e *flow.Event, on civil.Date) {
	last, i := f.last(), f.dues[e.Seq]
	to := f.of.Annexes[i].Due
	switch {
	case to < on:
		f.list.At("annexes", i, "due").Add(ErrDueBefore, to.String(), on.String())
	case to <= last.Due:
		f.list.At("annexes", i, "due").Add(ErrNotLater, to.String(), last.Due.String())
	}
	last.Due = to
	last.Extensions++
	f.out.Extensions++
}

// end ends the case without a correction.
func (f *follower) end(on civil.Date) {
	f.out.Ended = on
	if len(f.out.Rounds) > 0 && f.last().Ended.IsZero() {
		f.last().Ended = on
	}
}

// missing notes something that is not known, once.
func (f *follower) missing(name string) {
	if name != "" && !slices.Contains(f.out.Missing, name) {
		f.out.Missing = append(f.out.Missing, name)
	}
}

func numbered(name string, seq int64) string { return name + "/" + strconv.FormatInt(seq, 10) }
