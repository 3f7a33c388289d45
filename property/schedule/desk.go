package schedule

import "time"

// Desk judges the evidence of many subjects, one after the other, in memory that it uses again (评判台): thousands of lifts, each by its
// duties. The zero Desk is ready. It must not be used by two at once.
type Desk struct{ judging judging }

// Judge says what [Schedule.Judge] does, of evidence that is known to be in order: it checks nothing. Its rows have no Key, those of a
// quota that is reached no Have, and the report no Asides, which are only counted. The report is valid until the next call.
//
// Evidence that [Evidence.Check] finds wrong, or no time to judge, gives a report that means nothing.
func (d *Desk) Judge(s *Schedule, e *Evidence, from, to, asOf time.Time) Report {
	d.judging.brief = true
	d.judging.begin(s, e, from, to, asOf, d.judging.report.Rows[:0])
	d.judging.run()
	return d.judging.report
}

// begin makes ready for a subject, keeping the memory of the one before.
func (j *judging) begin(s *Schedule, e *Evidence, from, to, asOf time.Time, dst []Row) {
	j.Schedule, j.evidence, j.from, j.to, j.asOf, j.zone = s, e, from, to, asOf, s.calendar.Location()
	j.report = Report{Duty: s.doc.Code, Subject: e.Subject, Rows: dst}
	j.records, j.aside, j.serves = j.records[:0], j.aside[:0], j.serves[:0]
	j.excuses, j.meters = joined(e.Excuses), nil
	j.gather()
}

// run judges.
func (j *judging) run() {
	switch m := &j.doc.Demand; {
	case m.Rule != nil:
		j.judgeRule()
	case m.Quota != nil:
		j.judgeQuota(m.Quota)
	case m.By != nil:
		j.judgeBy(m.By)
	default:
		j.judgeChain()
	}
	j.setAside()
}

// key returns what names a row, unless rows have no names here.
func (j *judging) key(parts ...string) string {
	if j.brief {
		return ""
	}
	text := ""
	for _, p := range parts {
		text += p
	}
	return text
}
