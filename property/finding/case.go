package finding

import (
	"cmp"
	"slices"
	"strconv"

	"github.com/wuyekit/wuye/property/civil"
	"github.com/wuyekit/wuye/property/flow"
	"github.com/wuyekit/wuye/property/invalid"
)

// maxRepeats bounds how often something was found before.
const maxRepeats = 1000

// Case is one finding and what became of it (检查发现、不合格项). It is a document.
type Case struct {
	// ID names it.
	ID string `json:"id"`
	// Kind is the code of what was found and Severity how bad it is: "major"; they choose deadlines and penalties.
	Kind     string `json:"kind,omitempty"`
	Severity string `json:"severity,omitempty"`
	// Project and Place say where, Note what, and Owner who corrects it.
	Project string `json:"project,omitempty"`
	Place   string `json:"place,omitempty"`
	Note    string `json:"note,omitempty"`
	Owner   string `json:"owner,omitempty"`
	// Clause is what it breaks.
	Clause string `json:"clause,omitempty"`
	// Repeats is how often it was found before without being corrected, under other IDs (屡查屡犯).
	Repeats int `json:"repeats,omitempty"`
	// Log is what happened, by the table [Lifecycle], in any order: it is read by its numbers.
	Log []flow.Event `json:"log,omitempty"`
	// Annexes are what belongs to the events.
	Annexes []Annex `json:"annexes,omitempty"`
}

// Annex is what belongs to an event (附件): a deadline, evidence.
type Annex struct {
	// Seq is the number of the event.
	Seq int64 `json:"seq"`
	// Due is the deadline that the event sets, its last day: of issued and failed instead of the policy's, of extended always.
	Due civil.Date `json:"due,omitzero"`
	// Evidence are references to papers and pictures.
	Evidence []string `json:"evidence,omitempty"`
}

// Check reports every problem of the case by itself: a missing ID, events that cannot be read or do not follow [Lifecycle], and
// annexes without an event, twice, or with a deadline where none belongs.
func (c Case) Check(l *invalid.List) {
	m, err := flow.Compile(Lifecycle())
	l.Take(err)
	if err == nil {
		c.check(l, m)
	}
}

func (c Case) check(l *invalid.List, m *flow.Machine) {
	required(l, "id", c.ID)
	if c.Repeats < 0 || c.Repeats > maxRepeats {
		l.At("repeats").Add(ErrRepeats, strconv.Itoa(c.Repeats), strconv.Itoa(maxRepeats))
	}
	checkLog(l, m, c.Log)
	c.checkAnnexes(l)
}

// checkLog reports the problems of each event, and if there are none, that of the log as a whole.
func checkLog(l *invalid.List, m *flow.Machine, log []flow.Event) {
	l.Enter("log")
	defer l.Leave()
	before := l.Len()
	for i, e := range log {
		l.EnterIndex(i)
		e.Check(l)
		l.Leave()
	}
	if l.Len() > before {
		return
	}
	_, err := m.Replay(inOrder(log))
	l.Take(err)
}

func (c Case) checkAnnexes(l *invalid.List) {
	names := make(map[int64]string, len(c.Log))
	for _, e := range c.Log {
		names[e.Seq] = e.Name
	}
	dues, seen := map[int64]bool{}, map[int64]bool{}
	l.Enter("annexes")
	for i, a := range c.Annexes {
		l.EnterIndex(i)
		a.check(l, names)
		if seen[a.Seq] {
			l.At("seq").Add(ErrTwice, strconv.FormatInt(a.Seq, 10))
		}
		seen[a.Seq] = true
		dues[a.Seq] = dues[a.Seq] || !a.Due.IsZero()
		l.Leave()
	}
	l.Leave()
	for i, e := range c.Log {
		if e.Name == EventExtended && !dues[e.Seq] {
			l.At("log", i).Add(ErrNoDue, strconv.FormatInt(e.Seq, 10))
		}
	}
}

func (a Annex) check(l *invalid.List, names map[int64]string) {
	name, ok := names[a.Seq]
	switch {
	case !ok:
		l.At("seq").Add(ErrNoEvent, strconv.FormatInt(a.Seq, 10))
	case !a.Due.IsZero() && name != EventIssued && name != EventFailed && name != EventExtended:
		l.At("due").Add(ErrSetsNoDue, invalid.Quote(name))
	}
	for i, ref := range a.Evidence {
		if ref == "" {
			l.At("evidence", i).Add(invalid.ErrRequired, "evidence")
		}
	}
}

// inOrder returns the events by their numbers; the log stays as it is.
func inOrder(log []flow.Event) []flow.Event {
	out := slices.Clone(log)
	slices.SortStableFunc(out, func(a, b flow.Event) int { return cmp.Compare(a.Seq, b.Seq) })
	return out
}
