package sla_test

import (
	"fmt"
	"math/rand/v2"
	"time"

	"github.com/wuyekit/wuye/property/civil"
	"github.com/wuyekit/wuye/property/flow"
	"github.com/wuyekit/wuye/property/sla"
	"github.com/wuyekit/wuye/property/worktime"
)

// random makes promises and cases up.
type random struct{ *rand.Rand }

func newRandom(seed uint64) random { return random{rand.New(rand.NewPCG(seed, 7))} }

func pick[T any](r random, list ...T) T { return list[r.IntN(len(list))] }

func (r random) maybe(percent int) bool { return r.IntN(100) < percent }

// promise makes one up that names the calendars of these tests; far: one whose limits cannot go around the
// holidays of a year.
func (r random) promise(far bool) sla.Promise {
	p := sla.Promise{
		Code: "random", Calendar: pick(r, "office", "hours", "plain", "night", "york"),
		Cancelled: []string{"cancelled"}, Waived: []string{"waived"}, Reopened: []string{"reopened"},
		Guess: r.maybe(30),
		Stops: []sla.Stop{
			{Code: "owner", From: "paused", Reasons: []string{"owner"}, Until: []string{"resumed"}},
			{Code: "any", From: "paused", Until: []string{"resumed", "resolved"}},
			{Code: "hold", From: "held", Reasons: []string{"owner", "parts"}, Until: []string{"released", "resumed"}},
		},
	}
	if far {
		p.Calendar = pick(r, "office", "office", "plain")
	}
	if r.maybe(50) {
		p.Stops[r.IntN(3)].AtMost = civil.MustParseSpan(fmt.Sprintf("PT%dM", pick(r, 30, 60, 600, 3000)))
	}
	for i := range 1 + r.IntN(3) {
		p.Milestones = append(p.Milestones, r.milestone(fmt.Sprint("m", i), far))
	}
	return p
}

func (r random) milestone(code string, far bool) sla.Milestone {
	m := sla.Milestone{
		Code: code, From: "reported", To: pick(r, "arrived", "resolved"),
		Reopening: pick(r, sla.ReopenIgnored, sla.ReopenRuns, sla.ReopenPaused, sla.ReopenRestarts),
	}
	for _, s := range []string{"owner", "any", "hold"} {
		if r.maybe(50) {
			m.Stops = append(m.Stops, s)
		}
	}
	if r.maybe(15) {
		m.FromField = "agreedAt"
	}
	for range r.IntN(3) {
		t := r.limit(far)
		t.Categories = pick(r, nil, []string{"urgent"}, []string{"minor", "urgent"})
		m.Limits = append(m.Limits, t)
	}
	if len(m.Limits) == 0 || r.maybe(15) {
		m.Due = r.deadline(far)
		if len(m.Limits) == 0 && r.maybe(50) {
			m.From = ""
		}
	}
	return m
}

func (r random) limit(far bool) sla.Limit {
	t := sla.Limit{In: pick(r, sla.Wall, sla.Working)}
	if r.maybe(30) && !far {
		t.Calendar = pick(r, "office", "hours", "plain", "night", "york")
	}
	span := ""
	switch n := r.IntN(12); {
	case n == 0:
		return t // left open
	case n < 7:
		span = fmt.Sprintf("PT%dM", pick(r, 1, 30, 60, 180, 240, 450, 451, 960, 1+r.IntN(2000)))
	default:
		span = pick(r, "P1D", "P2D", "P7D", "P1M", "P1M3D", "1wd", "2wd", "5wd")
		if far {
			t.In, span = sla.Wall, pick(r, "1wd", "2wd", "5wd")
		}
		t.FirstDay = r.maybe(30)
		t.Ends = pick(r, 0, sla.EndOfDay, sla.EndOfWork, sla.SameTime)
		if !far {
			t.Rest = pick(r, 0, worktime.RestStays, worktime.RestDays, worktime.RestDaysBefore)
		}
	}
	t.Span = civil.MustParseSpan(span)
	return t
}

func (r random) deadline(far bool) *sla.Deadline {
	d := &sla.Deadline{Field: pick(r, "agreedAt", "dueOn")}
	switch move := pick(r, "", "", "PT2H", "P1D", "P3D", "2wd"); {
	case move == "" || far:
	case r.maybe(50):
		d.Before = civil.MustParseSpan(move)
	default:
		d.After = civil.MustParseSpan(move)
	}
	switch r.IntN(3) {
	case 0:
		d.Exclusive = true
	case 1:
		d.Ends = pick(r, 0, sla.EndOfDay, sla.EndOfWork)
	}
	if far {
		d.Ends = 0
	} else {
		d.Rest = pick(r, 0, worktime.RestDays, worktime.RestDaysBefore)
	}
	return d
}

// kase makes a case up, and says when about it began. Half of its minutes are round, so that much happens at the same time.
func (r random) kase(m *model) (k sla.Case, first int) {
	day := func() int { return r.IntN(24 * 60) }
	first = (10 + r.IntN(14)) * 24 * 60
	if r.maybe(50) {
		first += 9 * 60
	} else {
		first += day()
	}
	minute := func() int {
		if r.maybe(50) {
			return first + r.IntN(48)*30
		}
		return first + r.IntN(5*24*60)
	}
	k = sla.Case{ID: "1", Category: pick(r, "urgent", "minor", "minor", "other")}
	add := func(i int, name string) {
		k.Log = append(k.Log, flow.Event{Seq: int64(len(k.Log) + 1), At: m.instant(i), Name: name, Reason: pick(r, "", "owner", "parts")})
	}
	if r.maybe(95) {
		add(first, "reported")
	}
	for range r.IntN(6) {
		add(minute(), pick(r, "paused", "paused", "held"))
		if r.maybe(70) {
			add(minute(), pick(r, "resumed", "released"))
		}
	}
	for _, e := range []struct {
		name    string
		percent int
	}{{"arrived", 50}, {"resolved", 60}, {"reopened", 25}, {"resolved", 20}, {"cancelled", 15}, {"reopened", 10}, {"waived", 4}, {"note", 20}} {
		if r.maybe(e.percent) {
			add(minute(), e.name)
		}
	}
	if r.maybe(8) {
		add(first-r.IntN(3*60), pick(r, "arrived", "resolved", "paused", "resumed", "cancelled"))
	}
	r.Shuffle(len(k.Log), func(i, j int) { k.Log[i], k.Log[j] = k.Log[j], k.Log[i] })
	if r.maybe(60) {
		k.Fields = append(k.Fields, r.field(m, "agreedAt", minute()))
	}
	if r.maybe(60) {
		k.Fields = append(k.Fields, r.field(m, "dueOn", minute()))
	}
	return k, first
}

func (r random) field(m *model, name string, i int) sla.Field {
	if r.maybe(50) {
		return sla.Field{Name: name, At: m.instant(i)}
	}
	return sla.Field{Name: name, On: civil.Of(m.instant(i).In(time.FixedZone("", 8*60*60)))}
}
