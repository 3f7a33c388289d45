package sla_test

import (
	"cmp"
	"slices"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/wuyekit/wuye/property/civil"
	"github.com/wuyekit/wuye/property/flow"
	"github.com/wuyekit/wuye/property/sla"
	"github.com/wuyekit/wuye/property/worktime"
)

// model judges by going through time minute by minute. It knows of a calendar only which minutes are open and
// which days are working days, and nothing of lengths.
type model struct {
	from  time.Time // minute 0
	cals  map[string]*minutes
	final int // the first minute beyond
}

// minutes are what a calendar answers for each minute of a model.
type minutes struct {
	open    []bool
	day     []civil.Date // that the calendar's clock shows
	clock   []int        // and its minute of the day
	working map[civil.Date]bool
	known   int // the first minute of which nothing is known
}

func newModel(calendars map[string]*worktime.Calendar, from time.Time, days int) *model {
	m := &model{from: from, cals: map[string]*minutes{}, final: days * 24 * 60}
	for code, c := range calendars {
		x := &minutes{working: map[civil.Date]bool{}, known: m.final}
		for i := range m.final {
			at := from.Add(time.Duration(i) * time.Minute).In(c.Location())
			open, err := c.IsOpen(at)
			if err != nil {
				x.known = min(x.known, i)
			}
			day := civil.Of(at)
			x.open, x.day, x.clock = append(x.open, open), append(x.day, day), append(x.clock, at.Hour()*60+at.Minute())
			if _, asked := x.working[day]; !asked {
				working, err := c.IsWorkingDay(day)
				x.working[day] = working
				if err != nil {
					x.known = min(x.known, i)
				}
			}
		}
		m.cals[code] = x
	}
	return m
}

func (m *model) index(t time.Time) int   { return int(t.Sub(m.from) / time.Minute) }
func (m *model) instant(i int) time.Time { return m.from.Add(time.Duration(i) * time.Minute) }
func (x *minutes) first(d civil.Date) int {
	return slices.IndexFunc(x.day, func(o civil.Date) bool { return o >= d })
}

// seen is what the model finds of a verdict; instants are minutes, −1: none.
type seen struct {
	state                 sla.State
	reason                sla.Reason
	missing               string
	start, done, at       int
	due, original         int
	counted, paused, wall int
	guessed               bool
}

// judge judges a milestone of a case at a minute.
func (m *model) judge(p *sla.Promise, ms *sla.Milestone, k *sla.Case, now int) seen {
	log := slices.DeleteFunc(slices.Clone(k.Log), func(e flow.Event) bool { return m.index(e.At) > now })
	slices.SortStableFunc(log, func(a, b flow.Event) int {
		return cmp.Or(a.At.Compare(b.At), cmp.Compare(a.Seq, b.Seq))
	})
	s := m.course(p, ms, k, log, now)
	if s.seen.state != sla.Unknown || s.seen.reason != 0 {
		return s.seen
	}
	v := &s.seen
	stands := m.stands(p, ms, log)
	end := max(v.at, v.start)
	still := func(i int) bool { return i < end && (stands[i] || s.closed[i]) }
	field, fixed := sla.Field{}, false
	if ms.Due != nil {
		field, fixed = fieldOf(k, ms.Due.Field)
	}
	if v.start >= 0 {
		v.wall = end - v.start
	}
	if fixed {
		v.due = m.fixed(p, ms.Due, field)
		v.original, v.counted = v.due, v.wall
	} else {
		t, reason, missing := limitOf(ms, k)
		if reason != 0 {
			*v = seen{reason: reason, missing: missing, start: v.start, done: v.done, at: v.at, due: -1, original: -1}
			return *v
		}
		m.count(v, t, m.calendar(p, t), end, still)
		if v.reason != 0 {
			if !p.Guess {
				v.due, v.original, v.counted, v.paused = -1, -1, 0, 0
				return *v
			}
			v.reason, v.missing, v.guessed = 0, "", true
		}
	}
	switch {
	case v.at > v.due:
		v.state = sla.Breached
	case v.done >= 0:
		v.state = sla.Met
	case s.ended >= 0:
		v.state, v.reason = sla.Waived, sla.WasCancelled
	case stands[v.at] && !fixed:
		v.state = sla.Paused
	default:
		v.state = sla.Running
	}
	return *v
}

// happened is what happened to a milestone, beside what is seen of it.
type happened struct {
	seen   seen
	ended  int
	closed []bool // the minutes that it was closed and that count as stopped
}

// course goes through the log of a milestone. A result other than unknown without a reason is final.
func (m *model) course(p *sla.Promise, ms *sla.Milestone, k *sla.Case, log []flow.Event, now int) happened {
	h := happened{seen: seen{start: -1, done: -1, due: -1, original: -1}, ended: -1, closed: make([]bool, m.final)}
	v := &h.seen
	appointed, early, excused := false, -1, false
	if f, ok := fieldOf(k, ms.FromField); ok && ms.FromField != "" {
		appointed, v.start = true, m.fieldStart(p, f)
	}
	for _, e := range log {
		i := m.index(e.At)
		if e.Name == ms.From && v.start < 0 {
			v.start = i
			if early == i {
				v.done, early = i, -1
			}
		}
		if e.Name == ms.To && v.done < 0 {
			switch {
			case v.start >= 0 || ms.From == "" || appointed:
				v.done, early = i, -1
			default:
				early = i
			}
		}
		if slices.Contains(p.Waived, e.Name) {
			excused = true
		}
		if slices.Contains(p.Cancelled, e.Name) && h.ended < 0 {
			h.ended = i
		}
		if slices.Contains(p.Reopened, e.Name) {
			h.reopen(ms.Reopening, i)
		}
	}
	if v.done >= 0 && h.ended < v.done {
		h.ended = -1
	}
	v.at = now
	if v.done >= 0 {
		v.at = v.done
	} else if h.ended >= 0 {
		v.at = h.ended
	}
	fixed := false
	if ms.Due != nil {
		_, fixed = fieldOf(k, ms.Due.Field)
	}
	switch {
	case early >= 0 && v.start >= 0:
		v.reason, v.missing = sla.Reversed, ms.To
	case excused:
		v.state, v.reason = sla.Waived, sla.Excused
	case v.start < 0 && (ms.From != "" || !fixed):
		switch {
		case h.ended >= 0:
			v.state, v.reason = sla.Waived, sla.WasCancelled
		case ms.From == "":
			v.reason, v.missing = sla.FieldMissing, ms.Due.Field
		default:
			v.reason, v.missing = sla.NotStarted, ms.From
		}
	}
	return h
}

// reopen opens a case again that was done or cancelled.
func (h *happened) reopen(how sla.Reopening, i int) {
	v := &h.seen
	over, cancelled := v.done, h.ended
	h.ended = -1
	if over < 0 && cancelled >= 0 && (how == sla.ReopenPaused || how == sla.ReopenRestarts) && v.start >= 0 {
		over = cancelled
	}
	if over < 0 || how == sla.ReopenIgnored {
		return
	}
	v.done = -1
	for j := over; j < i && how == sla.ReopenPaused; j++ {
		h.closed[j] = true
	}
	if how == sla.ReopenRestarts {
		clear(h.closed)
		v.start = i
	}
}

// stands goes through the minutes and notes in which of them a stop of the milestone stands.
func (m *model) stands(p *sla.Promise, ms *sla.Milestone, log []flow.Event) []bool {
	stands := make([]bool, m.final)
	for _, code := range ms.Stops {
		s := p.Stops[slices.IndexFunc(p.Stops, func(s sla.Stop) bool { return s.Code == code })]
		since, next := -1, 0
		for i := range m.final {
			if over := s.AtMost.Seconds() / 60; over > 0 && since >= 0 && i-since >= over {
				since = -1
			}
			for ; next < len(log) && m.index(log[next].At) == i; next++ {
				switch e := log[next]; {
				case since >= 0 && slices.Contains(s.Until, e.Name):
					since = -1
				case since < 0 && e.Name == s.From && (len(s.Reasons) == 0 || slices.Contains(s.Reasons, e.Reason)):
					since = i
				}
			}
			stands[i] = stands[i] || since >= 0
		}
	}
	return stands
}

// fieldOf is a field of a case.
func fieldOf(k *sla.Case, name string) (sla.Field, bool) {
	i := slices.IndexFunc(k.Fields, func(f sla.Field) bool { return f.Name == name })
	if i < 0 {
		return sla.Field{}, false
	}
	return k.Fields[i], true
}

// fieldStart is the minute at which a clock starts that a field starts.
func (m *model) fieldStart(p *sla.Promise, f sla.Field) int {
	if f.On.IsZero() {
		return m.index(f.At)
	}
	return m.cals[p.Calendar].first(f.On)
}

// limitOf is the limit that applies, or why none does.
func limitOf(ms *sla.Milestone, k *sla.Case) (*sla.Limit, sla.Reason, string) {
	for i, t := range ms.Limits {
		if len(t.Categories) > 0 && !slices.Contains(t.Categories, k.Category) {
			continue
		}
		if t.Span.IsZero() {
			return nil, sla.LimitOpen, ms.Code
		}
		return &ms.Limits[i], 0, ""
	}
	if ms.Due != nil {
		return nil, sla.FieldMissing, ms.Due.Field
	}
	return nil, sla.NoLimit, k.Category
}

func (m *model) calendar(p *sla.Promise, t *sla.Limit) *minutes {
	return m.cals[cmp.Or(t.Calendar, p.Calendar)]
}

// TestModel compares verdicts with those of the model over random promises and cases.
func TestModel(t *testing.T) {
	known := calendars(t)
	models := []*model{
		newModel(known, at("2026-02-02 00:00"), 100), // Spring Festival with make-up days; summer time from 8 March
		newModel(known, at("2026-12-07 00:00"), 80),  // the holidays of 2027 are not known
	}
	states, reasons := map[sla.State]int{}, map[sla.Reason]int{}
	const rounds = 600
	for seed := range uint64(rounds) {
		r := newRandom(seed)
		m := models[r.IntN(len(models))]
		p := r.promise(m == models[1])
		clock, err := sla.Compile(p, known)
		require.NoError(t, err, "%+v", p)
		k, first := r.kase(m)
		now := first - 60 + r.IntN(6*24*60)
		for range 2 {
			verdicts := clock.Evaluate(nil, &k, m.instant(now))
			require.Len(t, verdicts, len(p.Milestones))
			for i, v := range verdicts {
				want := m.judge(&p, &p.Milestones[i], &k, now)
				m.compare(t, seed, &p, &k, i, v, want)
				states[want.state]++
				reasons[want.reason]++
			}
			now += r.IntN(4 * 24 * 60)
		}
	}
	for state := sla.Unknown; state <= sla.Waived; state++ {
		require.Greater(t, states[state], rounds/50, state.String())
	}
	for reason := sla.NotStarted; reason <= sla.WasCancelled; reason++ {
		if reason != sla.OutOfRange {
			require.Greater(t, reasons[reason], rounds/200, reason.String())
		}
	}
}

// compare fails where a verdict is not what the model has seen.
func (m *model) compare(t *testing.T, seed uint64, p *sla.Promise, k *sla.Case, i int, v sla.Verdict, want seen) {
	t.Helper()
	got := seen{
		state: v.State, reason: v.Reason, missing: v.Missing, guessed: v.Guessed,
		start: m.whole(v.Start), done: m.whole(v.Done), at: m.whole(v.At), due: m.whole(v.Due), original: m.whole(v.OriginalDue),
		counted: int(v.Counted.Duration() / time.Minute), paused: int(v.Paused.Duration() / time.Minute), wall: int(v.Wall.Duration() / time.Minute),
	}
	if want.state == sla.Unknown {
		got.wall, want.wall = 0, 0
	}
	require.Equal(t, want, got, "seed %d, from %v, milestone %+v\npromise %+v\ncase %+v", seed, m.from, p.Milestones[i], *p, *k)
}

// whole is the minute of an instant, which is one, −1 for none.
func (m *model) whole(t time.Time) int {
	switch {
	case t.IsZero():
		return -1
	case t.Sub(m.from)%time.Minute != 0:
		return -2
	}
	return m.index(t)
}
