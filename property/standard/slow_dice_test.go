package standard_test

import (
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/wuyekit/wuye/property/flow"
	"github.com/wuyekit/wuye/property/metric"
	"github.com/wuyekit/wuye/property/standard"
)

// slowDice decides what is generated.
type slowDice struct{ rng *rand.Rand }

func slowSeed(seed uint64) *slowDice { return &slowDice{rand.New(rand.NewPCG(seed, 8))} }

// n returns a number from 0 to below k.
func (d *slowDice) n(k int) int { return d.rng.IntN(k) }

// oneIn reports whether something happens that happens once in k times.
func (d *slowDice) oneIn(k int) bool { return d.n(k) == 0 }

func slowPick[T any](d *slowDice, of ...T) T { return of[d.n(len(of))] }

func slowJSON(tb testing.TB, v any) string {
	tb.Helper()
	text, err := json.Marshal(v)
	require.NoError(tb, err)
	return string(text)
}

// slowSetup is what a case is rolled in: a period, an instant, and how fine its times are.
type slowSetup struct {
	*slowDice
	tb         testing.TB
	start, end time.Time
	asOf       time.Time
	// grain is the least distance between a time and an edge.
	grain time.Duration
	ids   int
}

// slowRoll rolls a period and the instant at which it is judged: often on an edge.
func slowRoll(tb testing.TB, d *slowDice, grain time.Duration, spans ...string) *slowSetup {
	tb.Helper()
	g := &slowSetup{slowDice: d, tb: tb, grain: grain}
	span := slowPick(d, spans...)
	g.start, g.end = clockAt(tb, span[:16]), clockAt(tb, span[17:])
	length := g.end.Sub(g.start)
	within := time.Duration(d.n(int(length/grain))) * grain
	g.asOf = slowPick(d, g.end, g.end, g.end.Add(grain), g.end.Add(-grain), g.start.Add(within), g.start.Add(within), g.end.Add(72*time.Hour), g.start.Add(length/2))
	return g
}

// at rolls a time: on an edge, beside one, or anywhere near the period.
func (g *slowSetup) at(edges ...time.Time) time.Time {
	edges = append(edges, g.start, g.end, g.asOf)
	e := slowPick(g.slowDice, edges...)
	if g.oneIn(2) {
		return e.Add(time.Duration(g.n(3)-1) * g.grain)
	}
	length := g.end.Sub(g.start)
	return g.start.Add(-length / 8).Add(time.Duration(g.n(int(length*5/4/g.grain))) * g.grain)
}

func (g *slowSetup) id() string {
	g.ids++
	return fmt.Sprintf("r%02d", g.ids)
}

func (g *slowSetup) record(kind string, subjects int) standard.Record {
	return standard.Record{ID: g.id(), Kind: kind, Subject: fmt.Sprintf("L%d", 1+g.n(subjects)), At: g.at()}
}

// field adds a field now and then left out.
func (g *slowSetup) field(to []standard.Field, name string, values ...string) []standard.Field {
	if g.oneIn(8) {
		return to
	}
	return append(to, standard.Field{Name: name, Value: slowPick(g.slowDice, values...)})
}

func (g *slowSetup) lift(n int, fields ...standard.Field) standard.Subject {
	return standard.Subject{Kind: "lift", ID: fmt.Sprintf("L%d", n), Fields: fields}
}

func (g *slowSetup) events(n int, names ...string) []flow.Event {
	var out []flow.Event
	last := g.at()
	for i := range n {
		if g.oneIn(4) {
			last = g.at()
		}
		out = append(out, flow.Event{Seq: int64(i + 1), At: last, Name: slowPick(g.slowDice, names...)})
		last = last.Add(slowPick(g.slowDice, 0, time.Second, 599*time.Second, 10*time.Minute, time.Hour, time.Hour+time.Second, 24*time.Hour))
	}
	return out
}

// complete rolls what is said to be here: all, nothing, pieces that touch and pieces that do not.
func (g *slowSetup) complete(kinds ...string) []standard.Complete {
	var out []standard.Complete
	before, after := g.start.AddDate(0, 0, -40), g.end.AddDate(0, 0, 40)
	span := func(kind string, from, to time.Time) {
		if from.Before(to) {
			out = append(out, standard.Complete{Kind: kind, From: standard.AtInstant(from), To: standard.AtInstant(to)})
		}
	}
	for _, k := range kinds {
		if g.oneIn(8) {
			k = "*"
		}
		mid := g.start.Add(time.Duration(g.n(int(g.end.Sub(g.start)/g.grain))) * g.grain)
		switch g.n(9) {
		case 0:
		case 1:
			span(k, mid, after)
			span(k, before, mid)
		case 2:
			span(k, before, mid)
			span(k, mid.Add(g.grain), after)
		case 3:
			span(k, before, mid)
			span(k, mid.Add(-g.grain), after)
		case 4:
			span(k, g.start, g.end)
		case 5:
			span(k, g.start, g.asOf)
		default:
			span(k, before, after)
		}
	}
	return out
}

func (g *slowSetup) evidence() standard.Evidence {
	e := standard.Evidence{AsOf: g.asOf, Zone: "Asia/Shanghai", Start: standard.AtInstant(g.start), End: standard.AtInstant(g.end)}
	if g.oneIn(2) {
		e.Estate = append(e.Estate, standard.Field{Name: "tank", Value: slowPick(g.slowDice, "true", "true", "false")})
	}
	if !g.oneIn(3) {
		e.Estate = append(e.Estate, standard.Field{Name: "size", Value: slowPick(g.slowDice, "9.99", "10", "10.01")})
	}
	return e
}

func (g *slowSetup) figure(code, subject string, values ...string) []standard.Figure {
	if g.oneIn(8) {
		return nil
	}
	return []standard.Figure{{Figure: code, Subject: subject, Value: metric.MustParseFigure(slowPick(g.slowDice, values...))}}
}

// standardOf makes a standard of one measure or more.
func slowStandard(measures ...standard.Measure) standard.Standard {
	c := standard.Clause{ID: "T-1", Profile: "p", Text: metric.Name{EN: "x"}, Measures: measures}
	return standard.Standard{
		ID: "slow", Version: "1", Calendar: "office", Clauses: []standard.Clause{c},
		Orders: []standard.Order{{Name: "grades", Grades: []string{"3", "2", "1"}}},
	}
}
