package schedule

import (
	"slices"
	"time"

	"github.com/shopspring/decimal"

	"github.com/wuyekit/wuye/property/civil"
)

// share is a period of a quota, or a slot in it (定额期间).
type share struct {
	key        string
	first, end civil.Date // the days of the period, half-open
	start, to  time.Time  // in which records count
	cut        bool
	silent     bool // outside the time asked about: only its records are of interest
}

// judgeQuota judges the periods of a quota.
func (j *judging) judgeQuota(q *Quota) {
	if q.Span != nil {
		j.judgeAnchored(q)
		return
	}
	first, last := civil.Of(j.from.In(j.zone)), civil.Of(j.to.Add(-1).In(j.zone))
	if q.In == Hour {
		j.judgeHours(q, first, last)
		return
	}
	first, last = max(first-1, j.doc.From), min(last+1, j.lastDay())
	for d := q.In.begin(first); d <= last; d = q.In.next(d) {
		j.judgePeriod(q, d)
	}
}

// lastDay returns the last day on which the duty is in force, of those that are counted.
func (s *Schedule) lastDay() civil.Date {
	if s.doc.To.IsZero() {
		return civil.MustNew(9998, time.December, 31)
	}
	return s.doc.To
}

// judgePeriod judges a period of days, or the slots of a day.
func (j *judging) judgePeriod(q *Quota, first civil.Date) {
	p := share{first: first, end: q.In.next(first)}
	if !j.brief {
		p.key = j.doc.Code + "/" + q.In.name(first)
	}
	p.start, p.to = p.first.In(j.zone), p.end.In(j.zone)
	p.silent = !p.start.Before(j.to) || !p.to.After(j.from)
	p.cut = p.start.Before(j.from)
	owed, whole := j.inForce(p.first, p.end)
	if !owed {
		return
	}
	p.cut = p.cut || !whole
	if len(q.Slots) == 0 {
		j.judgeShare(q, &p)
		return
	}
	for _, s := range q.Slots {
		open, end := s.Window.Minutes()
		part := p
		part.key = j.key(part.key, "/", s.Code)
		midnight := first.Midnight()
		part.start, part.to = (midnight + civil.Moment(open)).In(j.zone), (midnight + civil.Moment(end)).In(j.zone)
		j.judgeShare(q, &part)
	}
}

// judgeHours judges the hours of the clock on some days. An hour that the clock shows twice is one, one that it leaves
// out is none.
func (j *judging) judgeHours(q *Quota, first, last civil.Date) {
	for d := max(first, j.doc.From); d <= min(last, j.lastDay()); d++ {
		if owed, _ := j.inForce(d, d+1); !owed {
			continue
		}
		for hour := range 24 {
			at := d.Midnight() + civil.Moment(60*hour)
			p := share{first: d, end: d + 1, start: at.In(j.zone), to: (at + 60).In(j.zone)}
			if !j.brief {
				p.key = j.doc.Code + "/" + at.String()
			}
			if !p.start.Before(p.to) || !p.to.After(j.from) || !p.start.Before(j.to) {
				continue
			}
			p.cut = p.start.Before(j.from)
			j.judgeShare(q, &p)
		}
	}
}

// judgeAnchored judges a span that begins with a field of the subject, in the time asked about in which it ends.
func (j *judging) judgeAnchored(q *Quota) {
	p := share{key: j.key(j.doc.Code, "/", q.Span.From)}
	start, ok := j.evidence.field(q.Span.From)
	if !ok {
		j.unknown(p.key, FieldMissing, q.Span.From)
		return
	}
	p.start, p.first = start.start(j.zone), start.day(j.zone)
	if p.first < j.doc.From || p.first > j.lastDay() {
		return // not in force
	}
	if q.Span.To != "" {
		end, ok := j.evidence.field(q.Span.To)
		if !ok {
			j.unknown(p.key, FieldMissing, q.Span.To)
			return
		}
		p.to = end.start(j.zone)
	} else {
		begin := p.start.In(j.zone)
		if !isHours(q.Span.Length) {
			begin = p.first.In(j.zone)
		}
		end, err := j.moved(deadline{at: begin}, q.Span.Length, 1)
		if err != nil {
			reason, missing := reasonOf(err)
			j.unknown(p.key, reason, missing)
			return
		}
		p.to = end.at
	}
	p.end = civil.Of(p.to.Add(-1).In(j.zone)) + 1
	p.silent = !deadline{p.to, true}.last().Before(j.to) || deadline{p.to, true}.last().Before(j.from)
	j.judgeShare(q, &p)
}

// inForce reports whether the duty is in force on any of some days, and whether it is on all, apart from the sort of the
// days.
func (s *Schedule) inForce(first, end civil.Date) (some, all bool) {
	lo, hi := max(first, s.doc.From), min(end, s.lastDay()+1)
	if lo >= hi {
		return false, false
	}
	all = lo == first && hi == end
	if s.doc.Season.IsZero() {
		return true, all
	}
	for d := lo; d < hi; d++ {
		if _, in := s.doc.Season.Containing(d); in {
			some = true
		} else {
			all = false
		}
	}
	return some, all && some
}

// counts reports whether records of a day count: the duty is in force on it, and it is of the sort.
func (s *Schedule) counts(d civil.Date) (bool, error) {
	if some, _ := s.inForce(d, d+1); !some {
		return false, nil
	}
	if s.doc.Days <= AllDays {
		return true, nil
	}
	working, err := s.calendar.IsWorkingDay(d)
	return working == (s.doc.Days == WorkingDays), err
}

// sorts reports whether any day of a period is of the sort.
func (j *judging) sorts(p *share) (bool, error) {
	if j.doc.Days <= AllDays {
		return true, nil
	}
	some := false
	for d := p.first; d < p.end; d++ {
		counts, err := j.counts(d)
		if err != nil {
			return false, err
		}
		some = some || counts
	}
	return some, nil
}

// judgeShare counts the records of a period, and judges it.
func (j *judging) judgeShare(q *Quota, p *share) {
	r := Row{Key: p.key, Start: p.start, Want: q.AtLeast}
	r.set(deadline{p.to, true}, deadline{p.to, true})
	some, err := j.sorts(p)
	switch {
	case err != nil:
		r.Reason, r.Missing = reasonOf(err)
	case !some:
		return
	default:
		j.fill(q, p, &r)
	}
	if !p.silent {
		j.add(&r)
	}
}

// fill counts the records of a period, in the order of time until the quota is reached, and gives its state.
func (j *judging) fill(q *Quota, p *share, r *Row) {
	excused := j.excused(p.start, deadline{p.to, true})
	t := tally{Quota: q, want: j.want}
	for i := j.recordsFrom(p.start); i < len(j.records) && j.records[i].At.Before(p.to) && !excused; i++ {
		if counts, err := j.counts(p.dayOf(j.records[i].At, j.zone)); err != nil || !counts {
			continue // err is reported of the period
		}
		reached := t.isReached()
		if !t.add(j.records[i]) && !reached {
			r.Reason, r.Missing = FigureMissing, j.records[i].ID
		}
		if reached && q.Sum == "" {
			continue // extra
		}
		j.serves[i] = true
		if !reached && t.isReached() {
			j.serve(r, i)
		}
	}
	reached := t.isReached()
	switch {
	case excused:
		r.State, r.Reason, r.Missing = Excused, InExcuse, ""
	case p.cut:
		r.State, r.Reason, r.Missing = Partial, Cut, ""
	case reached:
		r.State, r.Reason, r.Missing = OnTime, 0, ""
	case r.Reason == 0:
		r.settle(deadline{p.to, true}, j.asOf)
	}
	if !j.brief || r.State != OnTime {
		r.Have = t.have()
	}
}

// dayOf returns the day that an instant of a period belongs to: that of a slot on which it opens.
func (p *share) dayOf(t time.Time, zone *time.Location) civil.Date {
	return min(civil.Of(t.In(zone)), p.end-1)
}

// figure returns what a record adds to the quota, false if it does not say.
func (q *Quota) figure(r *Record) (decimal.Decimal, bool) {
	if q.Sum == "" {
		return decimal.NewFromInt(1), true
	}
	i := slices.IndexFunc(r.Figures, func(f Figure) bool { return f.Name == q.Sum })
	if i < 0 {
		return decimal.Decimal{}, false
	}
	return r.Figures[i].Value, true
}
