package standard_test

import (
	"math/big"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/wuyekit/wuye/property/standard"
)

// slowWorld is evidence and a standard, judged in the plainest way that the words of the standard allow.
type slowWorld struct {
	tb     testing.TB
	s      standard.Standard
	e      *standard.Evidence
	of     map[string]string // the kind of subjects of a kind of records
	zone   *time.Location
	asOf   time.Time
	start  time.Time
	end    time.Time
	now    time.Time // the earlier of asOf and end
	params map[string]string
	orders map[string][]string
	// open says that something came up that the words of the standard leave open.
	open bool
}

// slowRow is one thing that was judged.
type slowRow struct {
	subject string
	state   standard.State
	code    standard.Code
	// codes are others that the words allow as well.
	codes []standard.Code
	moved bool
}

// slowPart is what a part comes to.
type slowPart struct {
	state standard.State
	codes []standard.Code
	rows  []slowRow
	// estate says that the rows are of no subject; loose that those that are met are not counted.
	estate, loose bool
}

func newSlowWorld(tb testing.TB, s standard.Standard, v standard.Vocabulary, e *standard.Evidence) *slowWorld {
	tb.Helper()
	zone, err := time.LoadLocation(e.Zone)
	require.NoError(tb, err)
	w := &slowWorld{
		tb: tb, s: s, e: e, of: map[string]string{}, zone: zone, asOf: e.AsOf, start: e.Start.In(zone), end: e.End.In(zone),
		params: map[string]string{}, orders: map[string][]string{},
	}
	w.now = w.end
	if w.asOf.Before(w.end) {
		w.now = w.asOf
	}
	for _, k := range v.Kinds {
		w.of[k.Code] = k.Of
	}
	for _, p := range s.Params {
		w.params[p.Name] = p.Value
	}
	for _, o := range s.Orders {
		w.orders[o.Name] = o.Grades
	}
	return w
}

// complete says whether everything of a kind is there from an instant to another: it walks on as long as some span covers where it is.
func (w *slowWorld) complete(kind string, from, to time.Time) bool {
	for at := from; at.Before(to); {
		next := at
		for _, c := range w.e.Complete {
			if (c.Kind == kind || c.Kind == "*") && !c.From.In(w.zone).After(at) && c.To.In(w.zone).After(next) {
				next = c.To.In(w.zone)
			}
		}
		if !next.After(at) {
			return false
		}
		at = next
	}
	return true
}

func (w *slowWorld) allComplete(kinds []string, from, to time.Time) bool {
	for _, k := range kinds {
		if !w.complete(k, from, to) {
			return false
		}
	}
	return true
}

// subjects returns those of a kind, and the estate as one without a name where there is no kind.
func (w *slowWorld) subjects(kind string) []standard.Subject {
	if kind == "" {
		return []standard.Subject{{}}
	}
	var out []standard.Subject
	for _, s := range w.e.Subjects {
		if s.Kind == kind {
			out = append(out, s)
		}
	}
	return out
}

// population calls each subject of a kind that "where" means; where it does not say, a row is unknown.
func (w *slowWorld) population(kind string, where []standard.Condition, each func(s *standard.Subject) []slowRow) []slowRow {
	var out []slowRow
	for _, s := range w.subjects(kind) {
		t := (slowFacts{w: w, subject: &s, own: s.Fields}).all(where)
		switch t.is {
		case "true":
			out = append(out, each(&s)...)
		case "unknown":
			out = append(out, slowRow{subject: s.ID, state: standard.Unknown, code: t.code})
		}
	}
	return out
}

// records returns those of kinds about a subject that have begun by an instant, earliest first; every one where there is no kind of subjects.
func (w *slowWorld) records(kinds []string, per, subject string, by time.Time) []standard.Record {
	var out []standard.Record
	for _, r := range w.e.Records {
		if slices.Contains(kinds, r.Kind) && (per == "" || r.Subject == subject) && !r.At.After(by) {
			out = append(out, r)
		}
	}
	slices.SortStableFunc(out, func(a, b standard.Record) int { return a.At.Compare(b.At) })
	return out
}

// subjectOf returns the subject of a record of a kind.
func (w *slowWorld) subjectOf(kind, id string) *standard.Subject {
	for i := range w.e.Subjects {
		if w.e.Subjects[i].Kind == kind && w.e.Subjects[i].ID == id {
			return &w.e.Subjects[i]
		}
	}
	return nil
}

// inPeriod says whether a record touches the period: an instant lies in it, a span shares time with it, and one without a day is always.
func (w *slowWorld) inPeriod(r *standard.Record) bool {
	if r.At.IsZero() && r.Until.IsZero() {
		return true
	}
	if r.Until.IsZero() {
		return !r.At.Before(w.start) && r.At.Before(w.end)
	}
	return r.At.Before(w.end) && r.Until.After(w.start)
}

// judge judges a part, as the clause's own conditions do not decide it.
func (w *slowWorld) judge(m *standard.Measure) slowPart {
	if t := (slowFacts{w: w}).all(m.When); t.is != "true" {
		return slowDecided(t)
	}
	if w.reads(m) {
		return slowPart{state: standard.Unknown, codes: []standard.Code{standard.ParamUnset}}
	}
	var rows []slowRow
	var need []string
	share := ""
	switch {
	case m.Duty != nil:
		rows, need, share = w.duty(m.Duty), append(slices.Clone(m.Duty.Acts), m.Duty.Per), m.Duty.Share
	case m.Promise != nil:
		rows, need, share = w.promise(m.Promise), []string{m.Promise.Of}, m.Promise.Share
	case m.Threshold != nil:
		rows, need = w.threshold(m.Threshold), []string{m.Threshold.Per}
	case m.Checklist != nil:
		rows, need = w.checklist(m.Checklist), []string{m.Checklist.Sheet, "finding", m.Checklist.Per}
	case m.Presence != nil:
		rows, need = w.presence(m.Presence), append(slices.Clone(m.Presence.Documents), m.Presence.Per)
	case m.Ordering != nil:
		rows, need = w.ordering(m.Ordering), []string{m.Ordering.Of}
	case m.Cover != nil:
		rows, need = w.cover(m.Cover), []string{m.Cover.Source, m.Cover.Per}
	default:
		rows, need = w.recordRule(m.Record), []string{m.Record.Of, m.Record.Per}
	}
	need = slices.DeleteFunc(need, func(k string) bool { return k == "" })
	p := w.join(rows, need, share)
	p.estate = m.Checklist != nil && m.Checklist.Per == ""
	p.loose = m.Duty != nil && m.Duty.Plan.Gap != nil
	return p
}

func slowDecided(t slowTruth) slowPart {
	if t.is == "false" {
		return slowPart{state: standard.NotApplicable, codes: []standard.Code{standard.WhenFalse}}
	}
	return slowPart{state: standard.Unknown, codes: []standard.Code{t.code}}
}

// reads says whether a measure reads a parameter without a value: its text names it.
func (w *slowWorld) reads(m *standard.Measure) bool {
	text := slowJSON(w.tb, m)
	for name, value := range w.params {
		if value == "" && strings.Contains(text, `"$`+name+`"`) {
			return true
		}
	}
	return false
}

// join makes one verdict of rows.
func (w *slowWorld) join(rows []slowRow, need []string, share string) slowPart {
	n := map[standard.State]int{}
	for _, r := range rows {
		n[r.state]++
	}
	state := standard.NotApplicable
	for _, s := range []standard.State{standard.Waived, standard.Met, standard.Pending, standard.Unknown, standard.Breached} {
		if n[s] > 0 {
			state = s
		}
	}
	if judged := n[standard.Met] + n[standard.Breached] + n[standard.Pending] + n[standard.Unknown]; share != "" && judged > 0 {
		state = w.shared(share, n, judged)
	}
	w.open = w.open || w.now.Before(w.start) // it is asked about before it begins
	p := slowPart{state: state, rows: rows}
	for _, r := range rows {
		if r.state == state {
			p.codes = append(append(p.codes, r.code), r.codes...)
		}
	}
	if len(rows) == 0 {
		p.codes = []standard.Code{standard.NoRows}
	}
	// Of a share what is not here could make up for what is broken; of all it could not.
	decided := state == standard.Unknown || state == standard.Breached && (share == "" || share == "100%")
	if !decided && !w.allComplete(need, w.start, w.now) {
		p.state, p.codes = standard.Unknown, []standard.Code{standard.NotComplete}
	}
	return p
}

// shared holds the share of the rows that apply against what is asked for; what is open may still be met.
func (w *slowWorld) shared(share string, n map[standard.State]int, judged int) standard.State {
	asked, _ := (slowFacts{w: w}).term(share)
	open := n[standard.Pending] + n[standard.Unknown]
	met := int64(n[standard.Met])
	if big.NewRat(met, int64(judged)).Cmp(asked.num) >= 0 {
		return standard.Met
	}
	if big.NewRat(met+int64(open), int64(judged)).Cmp(asked.num) < 0 {
		return standard.Breached
	}
	if n[standard.Unknown] > 0 {
		return standard.Unknown
	}
	return standard.Pending
}
