package standard

import (
	"strconv"
	"time"

	"github.com/wuyekit/wuye/property/civil"
	"github.com/wuyekit/wuye/property/schedule"
)

// watching is the judging of posts, one subject after the other in the same memory.
type watching struct {
	*coverJudge
	x     *run
	yield func(*Row) bool

	subject *Subject
	manned  *manned // nil until it is asked for
	// from and to are when the posts must be manned.
	from, to time.Time
	sure     []shift  // that count
	unsure   []shift  // of which that is not known
	fields   []string // that those lack
	levels   []level
	others   []level // with those of which it is not known whether they count
	edges    []edge
	both     []shift
	row      Row
}

// judge judges the posts of one subject; it returns false to stop.
func (w *watching) judge(subject *Subject) bool {
	w.subject = subject
	switch t, field := w.where.hold(w.x, nil, subject); t {
	case no:
		return true
	case maybe:
		return w.unknown(missing(field))
	case yes:
	}
	if !w.x.isJudgeable() {
		return w.unknown(Reason{BadRow, []string{w.clock(w.x.end)}})
	}
	if why, ok := w.span(); !ok {
		return w.unknown(why)
	}
	if !w.from.Before(w.to) {
		return true
	}
	w.gather()
	for i := range w.posts {
		if !w.post(i) {
			return false
		}
	}
	return true
}

// span reads when the posts must be manned, as far as it lies in the period; it is false, with the reason, where that is
// not known.
func (w *watching) span() (Reason, bool) {
	w.from, w.to = w.x.start, w.x.end
	if !w.isSpan {
		return Reason{}, true
	}
	var ends [2]time.Time
	for i := range w.ends {
		v, ok := w.ends[i].get(w.x, nil, w.subject)
		if !ok || v.at.IsZero() {
			return missing(w.ends[i].address()), false
		}
		ends[i] = v.at
	}
	if !ends[0].Before(ends[1]) {
		return Reason{BadRow, []string{idOf(w.subject)}}, false
	}
	w.from, w.to = latest(ends[0], w.from), earliest(ends[1], w.to)
	return Reason{}, true
}

// post judges one post, day by day.
func (w *watching) post(i int) bool {
	p := &w.posts[i]
	need, ok := p.people.get(w.x, nil, w.subject)
	switch {
	case !ok:
		return w.unknown(missing(p.people.address()))
	case !need.num.IsSet() || !need.num.IsWhole() || need.num.Sign() < 0:
		return w.unknown(Reason{BadRow, []string{p.people.address()}})
	case need.num.Sign() == 0:
		return true // nobody is needed
	}
	want := int(need.num.Decimal().IntPart())
	w.place(i)
	last := dayOf(w.to.Add(-1), w.x.zone)
	for d := dayOf(w.from, w.x.zone) - 1; d <= last; d++ {
		for _, window := range w.windows {
			open, end := window.Minutes()
			from := latest((d.Midnight() + civil.Moment(open)).In(w.x.zone), w.from)
			to := earliest((d.Midnight() + civil.Moment(end)).In(w.x.zone), w.to)
			if from.Before(to) && !w.window(i, d, from, to, want) {
				return false
			}
		}
	}
	return true
}

// window judges a post in a window of a day; it returns false to stop.
func (w *watching) window(i int, d civil.Date, from, to time.Time, want int) bool {
	if w.days == schedule.WorkingDays || w.days == schedule.RestDays {
		working, err := w.x.rules.calendar.IsWorkingDay(d)
		if err != nil {
			return w.unknown(Reason{YearUnknown, []string{strconv.Itoa(d.Year())}})
		}
		if working != (w.days == schedule.WorkingDays) {
			return true
		}
	}
	w.row = Row{Subject: idOf(w.subject), Due: from, State: Met}
	judged := to
	if !w.planned {
		judged = earliest(to, w.x.asOf)
	}
	switch {
	case w.isShort(i, from, judged, want):
	case judged.Before(to):
		w.row.State, w.row.Reason = Pending, Reason{NotDue, []string{w.clock(to)}}
	}
	return w.yield(&w.row)
}

// isShort reports whether people are missing from a post, or may be, and then says so in the row.
func (w *watching) isShort(i int, from, to time.Time, want int) bool {
	levels := w.levels
	g := firstGap(levels, from, to, want)
	if g.n == 0 {
		return false
	}
	if len(w.unsure) > 0 {
		levels = w.others
		if g = firstGap(levels, from, to, want); g.n == 0 {
			w.row.State, w.row.Reason = Unknown, missing(w.fields[0])
			return true
		}
	}
	n := g.n
	for g.n > 0 && !w.x.isComplete(w.source, g.from, g.to) {
		g = firstGap(levels, g.to, to, want)
	}
	if g.n == 0 {
		w.row.State, w.row.Reason = Unknown, Reason{NotComplete, []string{w.source}}
		return true
	}
	w.row.State = Breached
	w.row.Reason = Reason{Uncovered, []string{
		w.posts[i].code, w.clock(g.from), w.clock(g.to), strconv.Itoa(g.have), strconv.Itoa(want), strconv.Itoa(n),
	}}
	return true
}

func (w *watching) clock(t time.Time) string { return t.In(w.x.zone).Format(time.RFC3339) }

// unknown yields a row of which something is missing.
func (w *watching) unknown(why Reason) bool {
	w.row = Row{Subject: idOf(w.subject), State: Unknown, Reason: why}
	return w.yield(&w.row)
}
