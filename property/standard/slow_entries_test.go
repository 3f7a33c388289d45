package standard_test

import (
	"strconv"
	"time"

	"github.com/wuyekit/wuye/property/flow"
	"github.com/wuyekit/wuye/property/standard"
)

func slowRecordCase(g *slowSetup) slowCase {
	rule := standard.RecordRule{Of: "entry", Where: g.entryConditions(2), Must: g.entryConditions(2)}
	if len(rule.Must) == 0 {
		rule.Must = []standard.Condition{{Field: "people", Is: standard.AtLeast, Value: "2"}}
	}
	if g.oneIn(3) {
		rule.Waiver = "waiver"
	}
	if g.oneIn(3) {
		rule = standard.RecordRule{Of: "leave", Per: "lift", Must: []standard.Condition{
			{Field: "span", Is: standard.Outside, Value: slowPick(g.slowDice, "@subject.on/@subject.on+P2D", "@subject.on-P1D/@subject.on")},
		}}
		if g.oneIn(2) {
			rule.Where = []standard.Condition{{Field: "group", Is: standard.NotEqual, Value: "x"}, {Field: "subject.level", Is: standard.AtMost, Value: "2"}}
		}
	}
	e := g.evidence()
	e.Subjects = g.lifts()
	for range g.n(7) {
		r := g.record(rule.Of, 3)
		if g.oneIn(2) {
			r.Until = r.At.Add(slowPick(g.slowDice, time.Minute, time.Hour, 24*time.Hour, 48*time.Hour))
		}
		if r.Kind == "leave" {
			if g.oneIn(2) {
				r.Subject = slowPick(g.slowDice, "", "staff-1")
			}
			r.Fields = g.field(nil, "group", "x", "y")
		} else {
			r.Fields = g.entryFields()
		}
		e.Records = append(e.Records, r)
	}
	e.Complete = g.complete(rule.Of, "lift")
	return slowCase{slowStandard(standard.Measure{Record: &rule}), e}
}

func (g *slowSetup) entryFields() []standard.Field {
	f := g.field(nil, "people", "1", "2", "2.0", "3")
	f = g.field(f, "limit", "2", "3")
	f = g.field(f, "role", "guard", "guest")
	f = g.field(f, "grade", "1", "2", "3")
	f = g.field(f, "day", "2025-01-07", "2025-01-08", "2025-01-31")
	f = g.field(f, "inside", "true", "false")
	if g.oneIn(3) {
		f = append(f, standard.Field{Name: "waiver", Value: "why"})
	}
	if !g.oneIn(5) {
		f = append(f, standard.Field{Name: "papers", Values: []string{"pass", "card", "ticket"}[:1+g.n(3)]})
	}
	return f
}

// entryConditions rolls conditions of every comparison.
func (g *slowSetup) entryConditions(n int) []standard.Condition {
	size := []standard.Comparison{standard.Equal, standard.NotEqual, standard.Less, standard.AtMost, standard.Greater, standard.AtLeast}
	var out []standard.Condition
	for range g.n(n + 1) {
		is := slowPick(g.slowDice, size...)
		out = append(out, slowPick(
			g.slowDice,
			standard.Condition{Field: "people", Is: is, Value: slowPick(g.slowDice, "2", "@limit", "$two", "@subject.level", "@estate.size")},
			standard.Condition{Field: "role", Is: slowPick(g.slowDice, standard.In, standard.NotIn), Values: []string{"guard", "cook"}},
			standard.Condition{Field: "grade", Is: slowPick(g.slowDice, size[2:]...), Value: slowPick(g.slowDice, "2", "3"), Order: "grades"},
			standard.Condition{Field: "grade", Is: slowPick(g.slowDice, size[:2]...), Value: "2"},
			standard.Condition{Field: "papers", Is: standard.Has, Values: []string{"pass", "card"}},
			standard.Condition{Field: slowPick(g.slowDice, "papers", "waiver", "role"), Is: slowPick(g.slowDice, standard.IsSet, standard.IsUnset)},
			standard.Condition{Field: "day", Is: is, Value: slowPick(g.slowDice, "2025-01-07", "@subject.on", "@subject.on-P1D", "@subject.on+P1M")},
			standard.Condition{Field: "inside", Is: slowPick(g.slowDice, standard.Equal, standard.NotEqual), Value: "true"},
			standard.Condition{Field: "span", Is: slowPick(g.slowDice, standard.Inside, standard.Outside), Value: slowPick(g.slowDice, "22:00/06:00", "07:00/09:00,17:00/20:00", "$peak")},
			standard.Condition{Field: "estate.tank", Is: standard.Equal, Value: "true"},
		))
	}
	return out
}

func (g *slowSetup) repair(events []flow.Event) standard.Record {
	r := standard.Record{ID: g.id(), Kind: "repair", Subject: "L" + strconv.Itoa(1+g.n(3)), Events: events}
	r.Fields = g.field(nil, "class", "urgent", "other")
	r.Fields = g.field(r.Fields, "agreedAt", g.at().Format(time.RFC3339))
	r.Fields = g.field(r.Fields, "agreedOn", g.at().Format("2006-01-02"))
	return r
}
