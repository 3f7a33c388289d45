package rating

import (
	"cmp"
	"slices"
)

// maxElsewhere bounds how many vetoes from other projects of its enterprise a standing names.
const maxElsewhere = 20

// verdict is what the events of a project come to for a veto.
type verdict struct {
	veto    int
	project string
	hits    []VetoHit // those that took effect
	missing []string  // what is not stated, where that decides
}

// verdicts are those of a year.
type verdicts struct {
	own map[string][]verdict // by project, by the order of the vetoes
	// shared are those of enterprises, each veto with all its hits, as many as are named and one more.
	shared map[string][]verdict
}

type eventAt struct {
	project string
	veto    int
}

// verdicts judges the events of a year.
func (c *Contest) verdicts(y *Year, projects []candidate) verdicts {
	events := map[eventAt][]*Event{}
	for i := range y.Events {
		e := &y.Events[i]
		at := eventAt{e.Project, c.vetoOf[e.Veto]}
		events[at] = append(events[at], e)
	}
	out := verdicts{own: map[string][]verdict{}, shared: map[string][]verdict{}}
	if len(events) == 0 {
		return out
	}
	for i := range projects { // by code, so that enterprises have them by code too
		p := &projects[i]
		for k := range c.doc.Vetoes {
			v := c.doc.Vetoes[k].judge(events[eventAt{p.Code, k}], p.Code)
			v.veto = k
			if len(v.hits)+len(v.missing) == 0 {
				continue
			}
			out.own[p.Code] = append(out.own[p.Code], v)
			if c.doc.Vetoes[k].Scope == OfEnterprise && p.Enterprise != "" {
				out.shared[p.Enterprise] = append(out.shared[p.Enterprise], v)
			}
		}
	}
	for enterprise, list := range out.shared {
		out.shared[enterprise] = shorten(list)
	}
	return out
}

// shorten returns the verdicts of an enterprise by veto, of each as many as may be named and one more, which may be the project's
// own.
func shorten(list []verdict) []verdict {
	slices.SortStableFunc(list, func(a, b verdict) int { return cmp.Compare(a.veto, b.veto) })
	kinds := 0
	for i, v := range list {
		if i == 0 || v.veto != list[i-1].veto {
			kinds++
		}
	}
	keep := max(1, maxElsewhere/kinds) + 1
	var out []verdict
	hits, open := 0, 0
	for i, v := range list {
		if i == 0 || v.veto != list[i-1].veto {
			hits, open = 0, 0
		}
		n := &open
		if len(v.hits) > 0 {
			n = &hits
		}
		if *n++; *n <= keep {
			out = append(out, v)
		}
	}
	return out
}

// of returns the verdicts on a project by veto, its own before those of its enterprise; what a veto that took effect leaves open
// does not matter.
func (v verdicts) of(p *candidate) []verdict {
	own, shared := v.own[p.Code], v.shared[p.Enterprise]
	out := slices.Grow([]verdict(nil), len(own)+len(shared))
	out = append(out, own...)
	for _, s := range shared {
		if s.project != p.Code {
			out = append(out, s)
		}
	}
	slices.SortStableFunc(out, func(a, b verdict) int { return cmp.Compare(a.veto, b.veto) })
	for from := 0; from < len(out); {
		to := from + 1
		for to < len(out) && out[to].veto == out[from].veto {
			to++
		}
		settle(out[from:to])
		from = to
	}
	return out
}

// settle forgets what is missing for a veto that took effect.
func settle(of []verdict) {
	if !slices.ContainsFunc(of, func(v verdict) bool { return len(v.hits) > 0 }) {
		return
	}
	for i := range of {
		of[i].missing = nil
	}
}

// ruling is what several verdicts come to together.
type ruling struct {
	// effect is the strongest of the vetoes that took effect, 0 if none did, and from the best row of the bands that they leave.
	effect Effect
	from   int
	// open names what is not stated where a veto could do more than that.
	open []string
}

// rule returns what the verdicts on something come to; bandOf has the first row of each band.
func rule(vetoes []Veto, bandOf map[string]int, verdicts []verdict) ruling {
	var out ruling
	for _, v := range verdicts {
		if len(v.hits) == 0 {
			continue
		}
		doc := &vetoes[v.veto]
		if out.effect == 0 || doc.Effect < out.effect {
			out.effect = doc.Effect
		}
		if doc.Effect == Limit {
			out.from = max(out.from, bandOf[doc.Band])
		}
	}
	named := map[string]bool{} // "complaints/atLeast" may be missing of several projects of an enterprise
	for _, v := range verdicts {
		doc := &vetoes[v.veto]
		lower := doc.Effect == Limit && out.effect == Limit && bandOf[doc.Band] > out.from
		if out.effect == 0 || doc.Effect < out.effect || lower {
			for _, name := range v.missing {
				if !named[name] {
					out.open = append(out.open, name)
				}
				named[name] = true
			}
		}
	}
	return out
}

// judge returns what the events of one project come to.
func (v Veto) judge(events []*Event, project string) verdict {
	out := verdict{project: project}
	var names, missing []string
	full, undecided := 0, 0
	slices.SortFunc(events, compareEvents)
	for _, e := range events {
		lacks, applies := v.lacks(e)
		switch {
		case !applies:
		case len(lacks) == 0:
			full++
			names = append(names, e.names()...)
		default:
			undecided++
			missing = append(missing, lacks...)
		}
	}
	slices.Sort(missing)
	missing = slices.Compact(missing)
	switch {
	case full+undecided == 0:
	case v.Open && v.AtLeast == 0:
		out.missing = append(missing, v.Code+"/atLeast")
	case full >= v.least():
		out.hits = []VetoHit{{Veto: v.Code, Events: names, Project: project, Effect: v.Effect, Band: v.Band}}
	case full+undecided >= v.least():
		out.missing = missing
	}
	return out
}

// lacks names the facts that an event does not state, and reports false if one is not so.
func (v Veto) lacks(e *Event) (names []string, applies bool) {
	if len(v.Needs) == 0 {
		return nil, true
	}
	facts := factsOf(e.Facts)
	for _, need := range v.Needs {
		is, stated := facts[need]
		switch {
		case !stated:
			names = append(names, e.path(v.Code+"/"+need))
		case !is:
			return nil, false
		}
	}
	return names, true
}

func compareEvents(a, b *Event) int { return cmp.Or(cmp.Compare(a.ID, b.ID), a.On.Compare(b.On)) }

// names returns the name of an event if it has one: its ID, or its day.
func (e *Event) names() []string {
	switch {
	case e.ID != "":
		return []string{e.ID}
	case !e.On.IsZero():
		return []string{e.On.String()}
	}
	return nil
}

// path returns a path that ends with the name of the event.
func (e *Event) path(path string) string {
	for _, name := range e.names() {
		path += "/" + name
	}
	return path
}
