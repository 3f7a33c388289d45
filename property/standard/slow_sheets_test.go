package standard_test

import (
	"time"

	"github.com/wuyekit/wuye/property/metric"
	"github.com/wuyekit/wuye/property/schedule"
	"github.com/wuyekit/wuye/property/standard"
)

func slowPromiseCase(g *slowSetup) slowCase {
	p := standard.Promise{Of: "repair", From: "reported", To: "arrived", Limit: slowPick(g.slowDice, "PT1H", "PT10M", "P1D", "P1M", "PT24H")}
	if g.oneIn(3) {
		p.Limit, p.Due = "", slowPick(g.slowDice, "@agreedAt", "@agreedOn")
	}
	if g.oneIn(2) {
		p.Where = []standard.Condition{{Field: "class", Is: slowPick(g.slowDice, standard.Equal, standard.NotEqual), Value: "urgent"}}
	}
	if g.oneIn(3) {
		p.Where = append(p.Where, standard.Condition{Field: "subject.level", Is: standard.AtLeast, Value: "2"})
	}
	if g.oneIn(3) {
		p.Share = slowPick(g.slowDice, "50%", "75%")
	}
	names := []string{"reported", "arrived"}
	if p.Limit != "" && g.oneIn(4) {
		p.Cancelled, p.Waived = []string{"cancelled"}, []string{"excused"}
		names = append(names, "cancelled", "reported", "arrived", "excused")
	}
	e := g.evidence()
	e.Subjects = g.lifts()
	for range g.n(6) {
		e.Records = append(e.Records, g.repair(g.events(1+g.n(3), names...)))
	}
	e.Complete = g.complete("repair", "lift")
	return slowCase{slowStandard(standard.Measure{Promise: &p}), e}
}

func slowOrderingCase(g *slowSetup) slowCase {
	o := standard.Ordering{Of: "repair", Steps: []standard.Step{{Name: "reported"}, {Name: "arrived"}, {Name: "done"}}}
	if g.oneIn(2) {
		o.Closed = "closed"
	}
	s := &o.Steps[1]
	switch g.n(8) {
	case 0:
		s.Min = slowPick(g.slowDice, "PT10M", "P1D")
	case 1:
		s.Max = slowPick(g.slowDice, "PT10M", "PT1H", "P1D")
	case 2:
		s.AtMost, s.Apart = "2", "PT10M"
	case 3:
		s.NotBefore = "07:10"
	case 4:
		o.Steps[2].Free = true
	case 5:
		*s = standard.Step{Any: []string{"arrived", "paused"}}
	case 6:
		s.Optional = true
		o.Steps[2].After = []string{"reported", "arrived"}
	}
	e := g.evidence()
	for range g.n(6) {
		names := slowPick(g.slowDice, []string{"reported", "arrived", "done"}, []string{"reported", "arrived", "done", "closed"}, []string{"reported", "arrived", "paused", "done"})
		events := g.events(1+g.n(4), names...)
		if g.oneIn(2) {
			for i := range events {
				events[i].Name = names[min(i, len(names)-1)]
			}
		}
		e.Records = append(e.Records, g.repair(events))
	}
	e.Complete = g.complete("repair", "repair")
	return slowCase{slowStandard(standard.Measure{Ordering: &o}), e}
}

func slowThresholdCase(g *slowSetup) slowCase {
	t := standard.Threshold{Per: slowPick(g.slowDice, "", "lift"), Over: slowPick(g.slowDice, 0, 0, metric.Monthly, metric.Quarterly)}
	is := []standard.Comparison{standard.Equal, standard.NotEqual, standard.Less, standard.AtMost, standard.Greater, standard.AtLeast}
	for range 1 + g.n(2) {
		l := standard.Limit{Figure: "good", Is: slowPick(g.slowDice, is...), Value: slowPick(g.slowDice, "98", "97.999999", "@plan")}
		if g.oneIn(2) {
			l.OutOf, l.Value = "all", slowPick(g.slowDice, "98%", "33.3%", "1")
		}
		t.Limits = append(t.Limits, l)
	}
	if t.Per != "" {
		t.Where = slowFixed(g.where())
	}
	e := g.evidence()
	e.Subjects = g.lifts()
	for _, s := range append(e.Subjects, standard.Subject{}) {
		for _, code := range []string{"good", "all", "plan"} {
			f := g.figure(code, s.ID, "98", "97.999999", "100", "0", "300", "99.9", "98.000001")
			if len(f) > 0 && g.oneIn(6) {
				m := time.Month(slowPick(g.slowDice, 1, 1, 2))
				f[0].Start = standard.AtInstant(time.Date(2025, m, 1, 0, 0, 0, 0, g.start.Location()))
				f[0].End = standard.AtInstant(time.Date(2025, m+1, 1, 0, 0, g.n(2), 0, g.start.Location()))
			}
			e.Figures = append(e.Figures, f...)
		}
	}
	e.Complete = g.complete("lift")
	return slowCase{slowStandard(standard.Measure{Threshold: &t}), e}
}

func slowChecklistCase(g *slowSetup) slowCase {
	c := standard.Checklist{Sheet: "sheet", Per: slowPick(g.slowDice, "lift", "lift", ""), Items: []standard.Item{{Code: "a"}, {Code: "b"}}, Use: slowPick(g.slowDice, standard.UseLatest, standard.UseEvery)}
	if c.Per != "" {
		c.Where = slowFixed(g.where())
	}
	c.MaxAge = slowPick(g.slowDice, "", "", "PT48H", "PT1H")
	e := g.evidence()
	e.Subjects = g.lifts()
	for range g.n(8) {
		r := g.record(slowPick(g.slowDice, "sheet", "sheet", "sheet", "finding", "noise"), 3)
		switch r.Kind {
		case "sheet":
			r.At = g.at(g.asOf.Add(-48*time.Hour), g.end.Add(-48*time.Hour))
			if n := len(e.Records); n > 0 && g.oneIn(3) {
				r.At, r.Subject = e.Records[n-1].At, e.Records[n-1].Subject
			}
			for _, code := range []string{"c", "b", "a"} {
				if !g.oneIn(9) {
					r.Items = append(r.Items, standard.Mark{Code: code, Result: slowPick(g.slowDice, standard.Pass, standard.Pass, standard.Pass, standard.NA, standard.Fail)})
				}
			}
		case "finding":
			r.Fields = g.field(nil, "item", "a", "b", "c", "c", "c")
			if g.oneIn(3) {
				r.Until = r.At.Add(slowPick(g.slowDice, time.Second, 24*time.Hour))
			}
		}
		e.Records = append(e.Records, r)
	}
	e.Complete = g.complete("sheet", "finding", "lift")
	return slowCase{slowStandard(standard.Measure{Checklist: &c}), e}
}

func slowPresenceCase(g *slowSetup) slowCase {
	p := standard.Presence{Documents: []string{"permit", "test"}[:1+g.n(2)], Per: slowPick(g.slowDice, "lift", "lift", ""), Valid: slowPick(g.slowDice, 0, standard.AsOf, standard.AllThrough)}
	if p.Per != "" {
		p.Where = slowFixed(g.where())
	}
	if g.oneIn(3) {
		p.With = []standard.Condition{{Field: "copies", Is: standard.AtLeast, Value: "2"}}
	}
	if g.oneIn(3) {
		p.AtLeast = slowPick(g.slowDice, "1", "2")
	}
	if g.oneIn(3) {
		p.AtMost = slowPick(g.slowDice, "2", "3")
	}
	e := g.evidence()
	e.Subjects = g.lifts()
	for range g.n(12) {
		r := g.record(slowPick(g.slowDice, "permit", "permit", "test", "noise"), 2)
		r.At = g.at().Add(-time.Duration(g.n(2)) * 20 * 24 * time.Hour)
		if r.Kind != "noise" {
			r.Fields = g.field(nil, "copies", "1", "2", "2", "2")
		}
		if g.oneIn(2) {
			if until := g.at().Add(time.Duration(g.n(2)) * 20 * 24 * time.Hour); until.After(r.At) {
				r.Until = until
			}
		}
		e.Records = append(e.Records, r)
	}
	e.Complete = g.complete("permit", "test", "lift")
	return slowCase{slowStandard(standard.Measure{Presence: &p}), e}
}

func slowCoverCase(g *slowSetup) slowCase {
	c := standard.Cover{
		Per: slowPick(g.slowDice, "lift", "lift", ""), Source: "shift", Window: slowPick(g.slowDice, "", "08:00/17:00", "22:00/06:00"), Planned: g.oneIn(4),
		Posts: []standard.Post{{Post: "gate", People: "1"}, {Post: "desk", People: slowPick(g.slowDice, "2", "1")}}[:1+g.n(2)],
	}
	if c.Per != "" {
		c.Where = slowFixed(g.where())
		if g.oneIn(3) {
			c.Posts[0].People = "@subject.people"
		}
		if g.oneIn(3) {
			c.Span = []string{"@subject.from", "@subject.to"}
		}
	}
	if g.oneIn(4) {
		c.With = []standard.Condition{{Field: "fit", Is: standard.Equal, Value: "true"}}
	}
	if g.oneIn(4) {
		c.Days = schedule.WorkingDays
	}
	e := g.evidence()
	e.Subjects = g.lifts()
	day := slowUnitStart(schedule.Day, g.start, 1)
	for range g.n(16) {
		r := g.record("shift", 2)
		r.Actor = slowPick(g.slowDice, "Li", "Wang", "Zhao", "Li")
		r.At = g.at(day, day.Add(-2*time.Hour), day.Add(6*time.Hour), day.Add(8*time.Hour))
		r.Until = r.At.Add(time.Duration(1+g.n(5)) * 8 * time.Hour)
		if n := len(e.Records); n > 0 && g.oneIn(2) {
			r.At, r.Subject = e.Records[n-1].Until, e.Records[n-1].Subject
			if g.oneIn(4) {
				r.At = r.At.Add(g.grain)
			}
			r.Until = r.At.Add(time.Duration(1+g.n(5)) * 8 * time.Hour)
		}
		r.Fields = g.field(g.field(nil, "post", "gate", "gate", "desk"), "fit", "true", "true", "true", "false")
		e.Records = append(e.Records, r)
	}
	e.Complete = g.complete("shift", "shift", "lift")
	return slowCase{slowStandard(standard.Measure{Cover: &c}), e}
}
