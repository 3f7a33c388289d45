package schedule

import (
	"time"

	"github.com/wuyekit/wuye/property/civil"
)

// link is one gap of a chain: the time from a record, or from the first day, to the next (间隔).
type link struct {
	start time.Time
	since *Record // that it begins with; nil: the first day
	begin civil.Date
	limit civil.Date // the day from which the duty is not in force any more
}

// term is when the next act is due, as far as that is known.
type term struct {
	due     deadline
	isDue   bool // else never so far
	was     deadline
	moved   bool // due was moved from was by an excuse
	reason  Reason
	missing string // with a reason: not known for sure
}

// judgeChain judges gaps, usages, and whichever comes first: each record that counts begins the time anew.
func (j *judging) judgeChain() {
	for _, p := range j.stretches() {
		j.judgeStretch(p)
	}
}

// stretches returns the days on which the duty is in force without a break, as far as there is something to judge.
func (j *judging) stretches() []civil.Period {
	horizon := j.to
	if j.asOf.After(horizon) {
		horizon = j.asOf
	}
	whole := civil.Period{Start: j.doc.From, End: min(civil.Of(horizon.In(j.zone)), j.lastDay()) + 1}
	end := j.lastDay() + 1
	if whole.Start >= whole.End {
		return nil
	}
	if j.doc.Season.IsZero() {
		j.periods = append(j.periods[:0], civil.Period{Start: j.doc.From, End: end})
		return j.periods
	}
	out := j.periods[:0]
	for year := whole.Start.Year() - 1; year <= whole.End.Year(); year++ {
		p := j.doc.Season.In(year)
		p.Start, p.End = max(p.Start, j.doc.From), min(p.End, end)
		if p.Start < p.End && p.Start < whole.End {
			out = append(out, p)
		}
	}
	j.periods = out
	return out
}

// judgeStretch judges the gaps of days on which the duty is in force.
func (j *judging) judgeStretch(p civil.Period) {
	end := p.End.In(j.zone)
	l := link{start: p.Start.In(j.zone), begin: p.Start, limit: p.End}
	if since := j.evidence.Since; since.After(l.start) {
		if !since.Before(end) {
			return // nobody was told
		}
		j.skip(&l, since)
	}
	first := j.recordsFrom(l.start)
	if l.since != nil {
		first = j.recordsFrom(j.evidence.Since)
	}
	for i := first; i < len(j.records) && j.records[i].At.Before(end); i++ {
		j.judgeLink(&l, i)
		l.start, l.since = j.records[i].At, j.records[i]
	}
	if l.start.Before(j.to) {
		j.judgeLink(&l, -1)
	}
}

// skip begins a chain with the last record before an instant, or with the instant. The records before serve, in gaps that
// nobody asks about.
func (j *judging) skip(l *link, since time.Time) {
	first := j.recordsFrom(l.start)
	n := j.recordsFrom(since)
	for i := first; i < n; i++ {
		j.serves[i] = true
		l.start, l.since = j.records[i].At, j.records[i]
	}
	if l.since == nil {
		l.start, l.begin = since, civil.Of(since.In(j.zone))
	}
}

// judgeLink judges a gap that ends with a record, or with −1 has not ended.
func (j *judging) judgeLink(l *link, i int) {
	t := j.term(&j.doc.Demand, l)
	r := Row{Start: l.start, State: Pending}
	if !j.brief {
		r.Key = l.key(j.doc.Code)
	}
	end := j.enter(&r, &t)
	switch {
	case i >= 0:
		j.serve(&r, i)
		r.State = OnTime
		if t.isDue && end.passed(r.At) {
			r.State = Late
		}
	case j.isOver(l, &t):
		return
	case t.isDue:
		j.settleLink(&r, &t, end)
	}
	if t.reason != 0 && r.State != Late && r.State != Missed {
		r.State, r.Reason, r.Missing = Unknown, t.reason, t.missing
	}
	j.addLink(l, &r, &t)
}

// enter puts a term in a row, and returns the end of its window.
func (j *judging) enter(r *Row, t *term) deadline {
	if !t.isDue {
		return deadline{}
	}
	end, err := j.moved(t.due, j.doc.Late, 1)
	if err != nil {
		t.isDue = false
		t.reason, t.missing = reasonOf(err)
		return end
	}
	r.set(t.due, end)
	if t.moved {
		r.Reason, r.OriginalDue = InExcuse, t.was.at
	}
	return end
}

// isOver reports whether the duty is not in force any more when a gap without a record would grow too long.
func (j *judging) isOver(l *link, t *term) bool {
	limit := l.limit.In(j.zone)
	if t.isDue {
		return !t.due.last().Before(limit)
	}
	return t.reason == 0 && !j.asOf.Before(limit)
}

// settleLink gives the state of a gap that has not ended.
func (j *judging) settleLink(r *Row, t *term, end deadline) {
	r.settle(end, j.asOf)
	if r.State == Pending && t.moved && t.was.passed(j.asOf) {
		r.State = Excused
	}
}

// addLink adds a gap if it ends in the time asked about, or grew too long before and had not ended when that
// began.
func (j *judging) addLink(l *link, r *Row, t *term) {
	ended := !l.limit.In(j.zone).After(j.from) // what was missed before is not carried any more
	switch r.State {
	case OnTime:
		if !r.At.Before(j.from) && r.At.Before(j.to) {
			j.add(r)
		}
	case Unknown:
		if r.At.IsZero() || !r.At.Before(j.from) && r.Start.Before(j.to) {
			j.add(r)
		}
	case Excused:
		if t.was.opens(j.zone).at.Before(j.to) {
			j.add(r)
		}
	case Pending, Late, Missed, Partial:
		switch {
		case !t.isDue:
			j.add(r)
		case !ended || t.due.within(j.from, j.to, j.zone):
			j.addDue(r, t.due)
		}
	}
}

// key names a gap by the record that it follows, or by its first day.
func (l *link) key(code string) string {
	if l.since != nil {
		return code + "/after/" + l.since.ID
	}
	return code + "/from/" + l.begin.String()
}

// term returns when the next act is due by a demand, with a due in an excuse moved to its end.
func (j *judging) term(m *Demand, l *link) term {
	var t term
	switch {
	case m.Gap != nil:
		t = j.gapTerm(m.Gap, l)
	case m.Usage != nil:
		t = j.usageTerm(m.Usage, l)
	case m.First != nil:
		return j.firstTerm(m.First, l)
	}
	if t.isDue {
		t.was = t.due
		t.due, t.moved = j.afterExcuse(t.due)
	}
	return t
}

// gapTerm returns when a gap has its longest length: by days at the end of a day, by hours to the second.
func (j *judging) gapTerm(g *Gap, l *link) term {
	if g.Max.IsZero() {
		return term{reason: IntervalUnset, missing: "max"}
	}
	from := deadline{at: l.start.In(j.zone)}
	if !isHours(g.Max) {
		from = dayEnd(from.day(j.zone), j.zone)
	}
	due, err := j.moved(from, g.Max, 1)
	if err != nil {
		reason, missing := reasonOf(err)
		return term{reason: reason, missing: missing}
	}
	return term{due: due, isDue: true}
}
