package standard_test

import (
	"slices"
	"strings"
	"time"

	"github.com/wuyekit/wuye/property/civil"
	"github.com/wuyekit/wuye/property/standard"
)

// slowDay rolls a day about the edges of the periods.
func slowDay(d *slowDice) civil.Date {
	return civil.MustParse(slowPick(d, "2024-12-31", "2025-01-01", "2025-01-05", "2025-01-06", "2025-01-19", "2025-01-20", "2025-01-31", "2025-02-01"))
}

// when rolls conditions on the estate and on parameters.
func (g *slowSetup) when() []standard.Condition {
	return slowPick(
		g.slowDice, nil, nil, nil,
		[]standard.Condition{{Field: "estate.tank", Is: standard.Equal, Value: "true"}},
		[]standard.Condition{{Field: "$policy", Is: standard.Equal, Value: "a"}},
		[]standard.Condition{{Field: "estate.tank", Is: standard.NotEqual, Value: "true"}, {Field: "estate.size", Is: standard.AtLeast, Value: "10"}},
		[]standard.Condition{{Field: "estate.size", Is: standard.IsSet}, {Field: "$policy", Is: standard.NotEqual, Value: "b"}},
	)
}

func (g *slowSetup) smallRule() *standard.RecordRule {
	return &standard.RecordRule{Of: "entry", Must: []standard.Condition{
		{Field: "people", Is: slowPick(g.slowDice, standard.AtLeast, standard.Less, standard.NotEqual), Value: slowPick(g.slowDice, "1", "3", "$two")},
	}}
}

// clauses judges all clauses, their parts by their address, and the aliases.
func (w *slowWorld) clauses() map[string]slowPart {
	out := map[string]slowPart{}
	for _, c := range w.s.Clauses {
		if len(w.s.Profiles) > 0 && !slices.Contains(w.s.Profiles, c.Profile) {
			continue
		}
		if p, decided := w.before(&c); decided {
			out[c.ID] = p
			continue
		}
		var parts []slowPart
		in := w.within(&c)
		for _, m := range c.Measures {
			p := in.judge(&m)
			out[c.ID+"/"+m.Part] = p
			parts = append(parts, p)
		}
		out[c.ID] = slowTogether(parts)
		w.open = w.open || in.open
	}
	for _, a := range w.s.Aliases {
		var of []slowPart
		for _, address := range a.Of {
			p, ok := out[address]
			if !ok {
				id, _, _ := strings.Cut(address, "/")
				p = out[id]
			}
			p.codes = append(slices.Clone(p.codes), standard.OfClause)
			of = append(of, p)
		}
		out[a.ID] = slowTogether(of)
	}
	return out
}

// span returns the first and the last day on which a clause binds; none is unset.
func (w *slowWorld) span(c *standard.Clause) (from, to civil.Date) {
	from = w.s.From
	if from.IsZero() || !c.From.IsZero() && from.Before(c.From) {
		from = c.From
	}
	return from, c.To
}

// within returns the world of the part of the period in which a clause binds.
func (w *slowWorld) within(c *standard.Clause) *slowWorld {
	out := *w
	from, to := w.span(c)
	if !from.IsZero() {
		out.start = slowLater(out.start, w.day(from, 0))
	}
	if !to.IsZero() {
		out.end = slowEarlier(out.end, w.day(to, 1))
	}
	out.now = slowEarlier(out.end, out.asOf)
	return &out
}

// before says what decides a clause before its measures do.
func (w *slowWorld) before(c *standard.Clause) (slowPart, bool) {
	from, to := w.span(c)
	binds := (from.IsZero() || w.day(from, 0).Before(w.end)) && (to.IsZero() || w.day(to, 1).After(w.start)) && (from.IsZero() || to.IsZero() || !to.Before(from))
	t := (slowFacts{w: w}).all(c.When)
	switch {
	case c.Off:
		return slowPart{state: standard.NotApplicable, codes: []standard.Code{standard.IsOff}}, true
	case !binds:
		return slowPart{state: standard.NotApplicable, codes: []standard.Code{standard.NotInForce}}, true
	case t.is != "true":
		return slowDecided(t), true
	}
	return slowPart{}, false
}

func (w *slowWorld) day(d civil.Date, next int) time.Time {
	y, m, day := d.Date()
	return time.Date(y, m, day+next, 0, 0, 0, 0, w.zone)
}

// slowTogether joins parts: breached, unknown, pending, met, waived, not applicable.
func slowTogether(of []slowPart) slowPart {
	for _, s := range []standard.State{standard.Breached, standard.Unknown, standard.Pending, standard.Met, standard.Waived, standard.NotApplicable} {
		var codes []standard.Code
		found := false
		for _, p := range of {
			if p.state == s {
				found = true
				codes = append(codes, p.codes...)
			}
		}
		if found {
			return slowPart{state: s, codes: codes}
		}
	}
	return slowPart{state: standard.NotApplicable}
}
