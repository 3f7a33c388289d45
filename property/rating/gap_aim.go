package rating

import (
	"slices"
	"strings"

	"github.com/wuyekit/wuye/property/invalid"
	"github.com/wuyekit/wuye/property/metric"
)

// aim is what decides a band, of a sheet or of a year.
type aim struct {
	bands          []Band
	vetoes         []Veto
	facts          map[string]bool
	hits           []string // the codes of vetoes that took effect
	missing        []string // what is not known of other vetoes
	exact          Score
	floor, ceiling metric.Figure
	rounding       []metric.Rounding // the stages before the bands
	share          func(Need) Score
}

// gap completes a gap, and returns the ways to the band or to a better one.
func (a aim) gap(g *Gap, band string) ([]Way, error) {
	last, err := a.row(g.Band, band)
	if err != nil {
		return nil, err
	}
	g.Wanted = a.bands[last].Code
	best := a.first(g.Wanted)
	g.Reached = g.Band != "" && a.first(g.Band) <= best
	var ways []Way
	for i, b := range a.bands {
		if i > last || a.first(b.Code) > best {
			continue
		}
		way, err := a.way(i)
		if err != nil {
			return nil, err
		}
		ways = append(ways, way)
		if b.Code == g.Wanted {
			g.Ways = append(g.Ways, way)
		}
	}
	return ways, nil
}

// row returns the last row of the band that is asked for.
func (a aim) row(have, band string) (int, error) {
	switch {
	case band == "" && have == "":
		band = a.worst()
	case band == "":
		if better := a.first(have) - 1; better >= 0 {
			band = a.bands[better].Code
		}
	case a.first(band) < 0:
		return 0, invalid.Value(ErrNoBand, invalid.Quote(band), a.codes())
	}
	if band == "" {
		return 0, invalid.Value(ErrNoBetter, invalid.Quote(have))
	}
	last := 0
	for i, b := range a.bands {
		if b.Code == band {
			last = i
		}
	}
	return last, nil
}

func (a aim) worst() string {
	if len(a.bands) == 0 {
		return ""
	}
	return a.bands[len(a.bands)-1].Code
}

// first returns the best row of a band; −1 if there is none.
func (a aim) first(code string) int {
	return slices.IndexFunc(a.bands, func(b Band) bool { return b.Code == code })
}

func (a aim) codes() string {
	var codes []string
	for _, b := range a.bands {
		if !slices.Contains(codes, b.Code) {
			codes = append(codes, b.Code)
		}
	}
	return strings.Join(codes, ", ")
}

// way returns what is missing to a row.
//
// Errors: [ErrScoreRange].
func (a aim) way(row int) (Way, error) {
	b := a.bands[row]
	w := Way{Row: row + 1, Band: b.Code, Short: whole(0)}
	limited, possible := a.edge(b)
	if limited.at != nil {
		edge, err := ScoreOfRat(limited.at)
		if err != nil {
			return Way{}, err
		}
		var e exact
		w.Edge, w.Above = edge, limited.open
		if w.Short = greatest(e.minus(edge, a.exact), whole(0)); e.tooLarge {
			return Way{}, invalid.Value(ErrScoreRange, "the gap to "+invalid.Quote(b.Code))
		}
	}
	if !possible {
		w.Obstacles = append(w.Obstacles, Obstacle{Kind: HurdleCeiling})
	}
	w.Obstacles = slices.Concat(w.Obstacles, a.needs(b), a.conditions(b), a.vetoed(row))
	return w, nil
}

// edge returns the edge that the score before its limits must reach, without a number if every one does; and whether the ceiling
// lets any score reach it.
func (a aim) edge(b Band) (limited edge, possible bool) {
	e, ok := edgeOf(b)
	if !ok {
		return edge{}, true
	}
	e = e.before(a.rounding)
	if e.reached(a.floor.Decimal().Rat()) {
		return edge{}, true
	}
	return e, !a.ceiling.IsSet() || e.reached(a.ceiling.Decimal().Rat())
}

// needs returns the minimum standards of a row that are not reached.
func (a aim) needs(b Band) []Obstacle {
	var out []Obstacle
	for _, n := range b.Needs {
		share := a.share(n)
		if share.IsSet() && share.Compare(ScoreOf(n.AtLeast)) < 0 {
			out = append(out, Obstacle{HurdleNeed, n.Item + n.Section, share, n.AtLeast})
		}
	}
	return out
}

// conditions returns the facts that a row asks for and that are otherwise or not known.
func (a aim) conditions(b Band) []Obstacle {
	var out []Obstacle
	check := func(names []string, want bool) {
		for _, name := range names {
			is, stated := a.facts[name]
			switch {
			case !stated:
				out = append(out, Obstacle{Kind: HurdleMissing, Name: name})
			case is != want:
				out = append(out, Obstacle{Kind: HurdleFact, Name: name})
			}
		}
	}
	check(b.When, true)
	check(b.Unless, false)
	return out
}

// vetoed returns the vetoes that bar a row, and what is missing to know whether others do.
func (a aim) vetoed(row int) []Obstacle {
	var out []Obstacle
	for _, v := range a.vetoes {
		if slices.Contains(a.hits, v.Code) && (v.Effect != Limit || a.first(v.Band) > row) {
			out = append(out, Obstacle{Kind: HurdleVeto, Name: v.Code})
		}
	}
	for _, name := range a.missing {
		out = append(out, Obstacle{Kind: HurdleMissing, Name: name})
	}
	return out
}
