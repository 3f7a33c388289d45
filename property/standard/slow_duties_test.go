package standard_test

import (
	"time"

	"github.com/stretchr/testify/require"

	"github.com/wuyekit/wuye/property/schedule"
	"github.com/wuyekit/wuye/property/standard"
	"github.com/wuyekit/wuye/property/worktime"
)

// slowWhere rolls conditions on a lift.
func (g *slowSetup) where() []standard.Condition {
	switch g.n(4) {
	case 0:
		return []standard.Condition{{Field: "level", Is: slowPick(g.slowDice, standard.Equal, standard.NotEqual, standard.Less, standard.AtLeast), Value: "2"}}
	case 1:
		return []standard.Condition{
			{Field: "grade", Is: slowPick(g.slowDice, standard.AtLeast, standard.Less), Value: "2", Order: "grades"},
			{Field: "level", Is: slowPick(g.slowDice, standard.IsSet, standard.IsUnset, standard.Greater), Value: ""},
		}
	}
	return nil
}

// lifts rolls a population, now and then an empty one.
func (g *slowSetup) lifts() []standard.Subject {
	var out []standard.Subject
	for i := range slowPick(g.slowDice, 0, 1, 1, 2, 3) {
		f := g.field(nil, "level", "1", "2", "3", "2.0")
		f = g.field(f, "grade", "1", "2", "3")
		f = g.field(f, "people", "0", "1", "2")
		on := g.at()
		f = g.field(f, "on", on.Format("2006-01-02"))
		f = g.field(f, "knownOn", on.AddDate(0, 0, g.n(6)-4).Format("2006-01-02"))
		from := g.at()
		f = g.field(f, "at", from.Format(time.RFC3339))
		f = g.field(f, "from", from.Format(time.RFC3339))
		f = g.field(f, "to", from.Add(time.Duration(1+g.n(20))*30*time.Minute).Format(time.RFC3339))
		out = append(out, g.lift(i+1, f...))
	}
	return out
}

// fixed mends conditions that compare with something.
func slowFixed(of []standard.Condition) []standard.Condition {
	for i := range of {
		if of[i].Is == standard.Greater && of[i].Value == "" {
			of[i].Value = "1"
		}
	}
	return of
}

// slowCase is a standard and evidence for it.
type slowCase struct {
	s standard.Standard
	e standard.Evidence
}

const (
	slowMonth   = "2025-01-01 00:00/2025-02-01 00:00"
	slowTwoWeek = "2025-01-06 00:00/2025-01-20 00:00"
	slowDays    = "2025-01-24 00:00/2025-01-29 00:00"
	slowOddDays = "2025-01-07 10:30/2025-01-09 23:00"
	slowHours   = "2025-01-06 00:00/2025-01-06 05:00"
)

func (g *slowSetup) acts(e *standard.Evidence, n int, also ...time.Time) {
	for range g.n(n) {
		r := g.record(slowPick(g.slowDice, "check", "check", "check", "bigCheck", "noise"), 3)
		r.At = g.at(also...)
		if r.Kind != "noise" {
			r.Fields = g.field(g.field(nil, "planned", "true", "true", "false"), "hours", "0.5", "1", "2", "1.25")
		}
		e.Records = append(e.Records, r)
	}
}

// slowDuty rolls a duty of the shape that is asked for.
func slowRollDuty(g *slowSetup, plan standard.Plan) standard.Duty {
	d := standard.Duty{Acts: []string{"check"}, Per: "lift", Where: slowFixed(g.where()), Plan: plan}
	if g.oneIn(4) {
		d.Acts = append(d.Acts, "bigCheck")
	}
	if g.oneIn(3) {
		d.With = []standard.Condition{{Field: "planned", Is: standard.Equal, Value: "true"}}
	}
	if g.oneIn(5) {
		d.Per, d.Where = "", nil
	}
	if g.oneIn(3) {
		d.Share = slowPick(g.slowDice, "50%", "66.7%", "100%", "25%")
	}
	return d
}

func (g *slowSetup) dutyCase(d standard.Duty, records int, also ...time.Time) slowCase {
	e := g.evidence()
	e.Subjects = g.lifts()
	for _, s := range e.Subjects {
		for _, f := range s.Fields {
			if at, err := time.Parse(time.RFC3339, f.Value); err == nil {
				also = append(also, at, at.Add(time.Hour))
			} else if at, err := time.ParseInLocation("2006-01-02", f.Value, g.start.Location()); err == nil {
				also = append(also, at, at.AddDate(0, 0, 1))
			}
		}
	}
	g.acts(&e, records, also...)
	e.Complete = g.complete("check", "bigCheck", "lift")
	return slowCase{slowStandard(standard.Measure{Duty: &d}), e}
}

func slowQuotaCase(g *slowSetup) slowCase {
	q := standard.Quota{AtLeast: slowPick(g.slowDice, "1", "1", "2"), In: slowPick(g.slowDice, schedule.Day, schedule.Day, schedule.Week, schedule.Month)}
	p := standard.Plan{Quota: &q}
	if g.end.Sub(g.start) < 12*time.Hour {
		q.In = schedule.Hour
	}
	switch g.n(6) {
	case 0:
		if q.In == schedule.Day {
			q.Slots = []string{"06:00/10:00", "22:00/02:00"}[:1+g.n(2)]
		}
	case 1:
		q.Sum, q.AtLeast = "hours", slowPick(g.slowDice, "1", "1.5", "2.25")
	case 2:
		if q.In == schedule.Day {
			p.Days = schedule.WorkingDays
		}
	case 3:
		if len(q.Slots) == 0 && q.In >= schedule.Day {
			p.Window = "08:00/17:00"
			if q.In == schedule.Day {
				p.Window = slowPick(g.slowDice, "08:00/17:00", "22:00/06:00")
			}
		}
	case 4:
		if q.In == schedule.Week {
			p.On = []worktime.Weekday{worktime.Monday, worktime.Thursday}
		}
	}
	midnight := g.start.AddDate(0, 0, 2)
	return g.dutyCase(slowRollDuty(g, p), 14, midnight, midnight.Add(6*time.Hour), midnight.Add(10*time.Hour), midnight.Add(22*time.Hour), midnight.Add(26*time.Hour))
}

func slowSpanCase(g *slowSetup) slowCase {
	span := slowPick(g.slowDice, []string{"@subject.on", "@subject.on+P3D"}, []string{"@subject.from", "@subject.to"}, []string{"@subject.on-P1M", "@subject.on"})
	d := slowRollDuty(g, standard.Plan{Quota: &standard.Quota{AtLeast: slowPick(g.slowDice, "1", "2"), Span: span}})
	d.Per = "lift"
	return g.dutyCase(d, 10)
}

func slowGapCase(g *slowSetup) slowCase {
	d := slowRollDuty(g, standard.Plan{Gap: &standard.Gap{Max: slowPick(g.slowDice, "P2D", "P5D", "PT48H", "PT1H", "P1M", "P10D")}})
	if d.Share != "" {
		d.Share = "100%" // how many rows are met is left open
	}
	return g.dutyCase(d, 10, g.start.Add(48*time.Hour), g.start.AddDate(0, 0, 3))
}

func slowByCase(g *slowSetup) slowCase {
	due := slowPick(g.slowDice, "@subject.on", "@subject.on-P2D", "@subject.on+P1D", "@subject.at", "@subject.at+PT1H")
	d := slowRollDuty(g, standard.Plan{By: &standard.By{Due: due}})
	d.Per = "lift"
	if due[9] == 'o' {
		if g.oneIn(2) {
			d.Plan.By.Known = "@subject.knownOn"
			if g.oneIn(2) {
				d.LateStart = slowPick(g.slowDice, "P1D", "P2D")
			}
		}
		d.Early = slowPick(g.slowDice, "", "", "P1D", "PT0S")
		d.Late = slowPick(g.slowDice, "", "", "P1D")
	} else {
		d.Early = slowPick(g.slowDice, "", "PT2H")
		d.Late = slowPick(g.slowDice, "", "PT30M")
	}
	return g.dutyCase(d, 8)
}

func slowEveryCase(g *slowSetup) slowCase {
	d := slowRollDuty(g, standard.Plan{Every: &standard.Every{Step: slowPick(g.slowDice, "PT1H", "PT30M"), Inside: []string{"@subject.from", "@subject.to"}}})
	d.Per, d.With, d.Early, d.Late = "lift", nil, slowPick(g.slowDice, "PT2M", "PT10M"), slowPick(g.slowDice, "PT5M", "PT20M")
	c := g.dutyCase(d, 4)
	for _, s := range c.e.Subjects {
		for _, f := range s.Fields {
			if f.Name != "from" {
				continue
			}
			from, err := time.Parse(time.RFC3339, f.Value)
			require.NoError(g.tb, err)
			for k := range 12 {
				tick := from.Add(time.Duration(k) * 30 * time.Minute)
				if g.oneIn(3) {
					at := tick.Add(slowPick(g.slowDice, 0, -2*time.Minute, -2*time.Minute-time.Second, 5*time.Minute, 5*time.Minute+time.Second, 20*time.Minute, 20*time.Minute+time.Second, -10*time.Minute))
					c.e.Records = append(c.e.Records, standard.Record{ID: g.id(), Kind: "check", Subject: s.ID, At: at})
				}
			}
		}
	}
	return c
}
