package standard

import (
	"slices"
	"strings"

	"github.com/wuyekit/wuye/property/invalid"
)

// Check reports every problem that the standard has in itself; what it names and does not declare, [Compile] reports.
func (s Standard) Check(l *invalid.List) {
	required(l, "id", s.ID)
	required(l, "version", s.Version)
	required(l, "calendar", s.Calendar)
	unique(l, "params", len(s.Params), func(i int) (string, string) { return "name", s.Params[i].Name })
	for i, p := range s.Params {
		named(l, p.Name, "/ ", "params", i, "name")
	}
	unique(l, "orders", len(s.Orders), func(i int) (string, string) { return "name", s.Orders[i].Name })
	for i := range s.Orders {
		s.Orders[i].check(l, i)
	}
	for i, p := range s.Profiles {
		if !slices.ContainsFunc(s.Clauses, func(c Clause) bool { return c.Profile == p }) {
			l.At("profiles", i).Add(ErrProfile, invalid.Quote(p))
		}
	}
	for i := range s.Relations {
		s.Relations[i].check(l, i)
	}
	s.checkIDs(l)
	for i := range s.Clauses {
		l.Enter("clauses")
		l.EnterIndex(i)
		s.Clauses[i].check(l)
		l.Leave()
		l.Leave()
	}
}

// checkIDs reports IDs that stand twice, as clauses or aliases, and aliases of other profiles than one.
func (s *Standard) checkIDs(l *invalid.List) {
	profiles := make(map[string]string, len(s.Clauses))
	for i := range s.Clauses {
		id := s.Clauses[i].ID
		if _, twice := profiles[id]; twice {
			l.At("clauses", i, "id").Add(ErrTwice, invalid.Quote(id))
		}
		profiles[id] = s.Clauses[i].Profile
	}
	unique(l, "aliases", len(s.Aliases), func(i int) (string, string) { return "id", s.Aliases[i].ID })
	for i := range s.Aliases {
		if _, clause := profiles[s.Aliases[i].ID]; clause {
			l.At("aliases", i, "id").Add(ErrTwice, invalid.Quote(s.Aliases[i].ID))
		}
		s.Aliases[i].check(l, i, profiles)
	}
}

func (a *Alias) check(l *invalid.List, i int, profiles map[string]string) {
	named(l, a.ID, "/. ", "aliases", i, "id")
	if len(a.Of) == 0 {
		l.At("aliases", i, "of").Add(invalid.ErrRequired, "of")
	}
	first := ""
	seen := make(map[string]bool, len(a.Of))
	for j, of := range a.Of {
		if seen[of] {
			l.At("aliases", i, "of", j).Add(ErrTwice, invalid.Quote(of))
		}
		seen[of] = true
		id, _, _ := strings.Cut(of, "/")
		switch profile := profiles[id]; {
		case profile == "":
		case first == "":
			first = profile
		case first != profile:
			l.At("aliases", i, "of", j).Add(ErrProfiles, invalid.Quote(of), invalid.Quote(profile), invalid.Quote(first))
		}
	}
}

func (o *Order) check(l *invalid.List, i int) {
	if len(o.Grades) < 2 {
		l.At("orders", i, "grades").Add(ErrFew, "2")
	}
	distinct(l, o.Grades, "orders", i, "grades")
}

func (r *Relation) check(l *invalid.List, i int) {
	if len(r.Clauses) < 2 {
		l.At("relations", i, "clauses").Add(ErrFew, "2")
	}
	distinct(l, r.Clauses, "relations", i, "clauses")
	l.Enter("relations")
	l.EnterIndex(i)
	relationKindWords().Check(l, "kind", uint8(r.Kind))
	if r.Kind == 0 {
		l.At("kind").Add(invalid.ErrRequired, "kind")
	}
	l.Leave()
	l.Leave()
}

func (c *Clause) check(l *invalid.List) {
	required(l, "id", c.ID)
	named(l, c.ID, "/. ", "id")
	required(l, "profile", c.Profile)
	if c.Text.ZH == "" && c.Text.EN == "" {
		l.At("text").Add(invalid.ErrRequired, "text")
	}
	if !c.To.IsZero() && c.To < c.From {
		l.At("to").Add(ErrReversed, c.From.String(), c.To.String())
	}
	checkConditions(l, "when", c.When)
	if len(c.Measures) == 0 {
		l.At("measures").Add(invalid.ErrRequired, "measures")
	}
	seen := make(map[string]bool, len(c.Measures))
	for i := range c.Measures {
		l.Enter("measures")
		l.EnterIndex(i)
		c.Measures[i].check(l, len(c.Measures) > 1)
		l.Leave()
		l.Leave()
		if part := c.Measures[i].Part; part != "" && seen[part] {
			l.At("measures", i, "part").Add(ErrTwice, invalid.Quote(part))
		}
		seen[c.Measures[i].Part] = true
	}
	c.checkProofs(l)
}

// checkProofs reports proofs of one name, and proofs like one that does not stand before them.
func (c *Clause) checkProofs(l *invalid.List) {
	unique(l, "proofs", len(c.Proofs), func(i int) (string, string) { return "name", c.Proofs[i].Name })
	before := make(map[string]bool, len(c.Proofs))
	for i := range c.Proofs {
		p := &c.Proofs[i]
		if p.Like != "" && !before[p.Like] {
			l.At("proofs", i, "like").Add(ErrLike, invalid.Quote(p.Like))
		}
		before[p.Name] = true
		if p.State > NotApplicable {
			l.At("proofs", i, "state").Add(invalid.ErrWord, p.State.String(), strings.Join(stateWords(), ", "))
		}
	}
}

// choice is the one-of of a measure.
type choice struct {
	Duty      *Duty       `json:"duty"`
	Promise   *Promise    `json:"promise"`
	Threshold *Threshold  `json:"threshold"`
	Checklist *Checklist  `json:"checklist"`
	Presence  *Presence   `json:"presence"`
	Ordering  *Ordering   `json:"ordering"`
	Cover     *Cover      `json:"cover"`
	Record    *RecordRule `json:"record"`
}

func (m *Measure) choice() choice {
	return choice{m.Duty, m.Promise, m.Threshold, m.Checklist, m.Presence, m.Ordering, m.Cover, m.Record}
}

// Kind returns which of the eight measures it is: "duty"; "" if none or several are given.
func (m *Measure) Kind() string {
	var l invalid.List
	return invalid.OneOf(&l, m.choice())
}
