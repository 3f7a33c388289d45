package standard_test

import (
	"slices"
	"strings"
	"time"

	"github.com/wuyekit/wuye/property/civil"
	"github.com/wuyekit/wuye/property/schedule"
	"github.com/wuyekit/wuye/property/standard"
)

// slowCases calls each case of a kind that "where" means.
func (w *slowWorld) slowCases(of, from string, where []standard.Condition, ends func(r *standard.Record) time.Time, each func(r *standard.Record, f slowFacts) slowRow) []slowRow {
	var out []slowRow
	for _, r := range w.records([]string{of}, "", "", w.asOf) {
		f := slowFacts{w: w, record: &r, subject: w.subjectOf(w.of[of], r.Subject)}
		t := f.all(where)
		if t.is == "false" || !w.caseInPeriod(&r, from, ends) {
			continue
		}
		row := each(&r, f)
		row.subject = r.Subject
		if t.is == "unknown" {
			row.state, row.code, row.codes = standard.Unknown, t.code, nil
		}
		out = append(out, row)
	}
	return out
}

// caseInPeriod says whether a case touches the period: from its first event to its last, or on where it is still open.
func (w *slowWorld) caseInPeriod(r *standard.Record, from string, ended func(r *standard.Record) time.Time) bool {
	first, last := w.first(r), ended(r)
	if begins := w.times(r, from); len(begins) > 0 {
		first = begins[0]
	}
	if first.IsZero() {
		return len(r.Events) == 0
	}
	return first.Before(w.end) && (last.IsZero() || !last.Before(w.start))
}

// first returns when the first event of a case was, zero if there is none yet.
func (w *slowWorld) first(r *standard.Record) time.Time {
	first := time.Time{}
	for _, e := range r.Events {
		if !e.At.After(w.asOf) && (first.IsZero() || e.At.Before(first)) {
			first = e.At
		}
	}
	return first
}

func slowEarlier(a, b time.Time) time.Time {
	if b.Before(a) {
		return b
	}
	return a
}

func slowLater(a, b time.Time) time.Time {
	if b.Before(a) {
		return a
	}
	return b
}

// times returns when an event of a case was, up to what is asked about, earliest first.
func (w *slowWorld) times(r *standard.Record, names ...string) []time.Time {
	var out []time.Time
	for _, e := range r.Events {
		if slices.Contains(names, e.Name) && !e.At.After(w.asOf) {
			out = append(out, e.At)
		}
	}
	slices.SortFunc(out, time.Time.Compare)
	return out
}

func (w *slowWorld) promise(p *standard.Promise) []slowRow {
	ended := func(r *standard.Record) time.Time {
		begun := w.times(r, p.From)
		if off := w.times(r, p.Waived...); len(off) > 0 {
			w.open = w.open || len(w.times(r, p.To)) > 0 || len(begun) == 0 || off[0].Before(begun[0]) // excused, and dealt with or not begun
			return off[0]
		}
		for _, at := range w.times(r, p.To) {
			if p.From == "" || len(begun) > 0 && !at.Before(begun[0]) {
				return at
			}
		}
		if off := w.times(r, p.Cancelled...); len(off) > 0 {
			return off[0]
		}
		return time.Time{}
	}
	return w.slowCases(p.Of, p.From, p.Where, ended, func(r *standard.Record, f slowFacts) slowRow {
		limit := p.Limit
		if name, ok := strings.CutPrefix(limit, "$"); ok {
			limit = w.params[name]
		}
		if len(w.times(r, p.Waived...)) > 0 {
			return slowRow{state: standard.Waived, code: standard.ExcusedBy}
		}
		var last, from time.Time
		if p.From != "" {
			begun := w.times(r, p.From)
			if len(begun) == 0 {
				w.open = w.open || len(w.times(r, p.Cancelled...)) > 0 // ended before it began
				return slowRow{state: standard.Unknown, code: standard.BadRow}
			}
			from = begun[0]
		}
		if p.Due != "" {
			due, ok := f.term(p.Due)
			if !ok {
				return slowRow{state: standard.Unknown, code: standard.FieldMissing, codes: []standard.Code{standard.BadRow}}
			}
			last = due.at
			if due.day {
				last = slowDayEnd(due.at).Add(1)
			}
		} else {
			last = slowLast(from.In(w.zone), limit)
		}
		return w.promised(r, p, from, last)
	})
}

// promised judges a case by its last instant.
func (w *slowWorld) promised(r *standard.Record, p *standard.Promise, from, last time.Time) slowRow {
	ended := w.times(r, p.To)
	if i := slices.IndexFunc(ended, func(at time.Time) bool { return !at.Before(from) }); i > 0 {
		ended = ended[i:] // an end before the beginning is no end where there is another
	}
	w.open = w.open || last.Before(from) // due before it began
	off := w.times(r, p.Cancelled...)
	w.open = w.open || len(off) > 0 && (len(w.times(r, p.To)) > 0 || off[0].Before(from)) // cancelled, and dealt with or not begun
	switch {
	case len(off) > 0 && len(ended) == 0 && !off[0].After(last):
		return slowRow{state: standard.Waived, code: standard.ExcusedBy}
	case len(ended) > 0 && ended[0].Before(from):
		return slowRow{state: standard.Unknown, code: standard.BadRow}
	case len(ended) > 0 && !ended[0].After(last):
		return slowRow{state: standard.Met}
	case len(ended) > 0:
		return slowRow{state: standard.Breached, code: standard.OverLimit}
	case !w.asOf.After(last):
		return slowRow{state: standard.Pending, code: standard.NotDue}
	case !w.complete(r.Kind, from, slowLater(from.Add(1), last)):
		return slowRow{state: standard.Unknown, code: standard.NotComplete}
	}
	return slowRow{state: standard.Breached, code: standard.OverLimit}
}

func (w *slowWorld) recordRule(rule *standard.RecordRule) []slowRow {
	var out []slowRow
	for _, r := range w.records([]string{rule.Of}, "", "", w.end) {
		// A span that is still to come is a plan, and is judged; an act that is still to come has not happened.
		if !w.inPeriod(&r) || r.Until.IsZero() && r.At.After(w.asOf) {
			continue
		}
		kind := w.of[rule.Of]
		if rule.Per != "" {
			kind = rule.Per
		}
		subjects := []*standard.Subject{w.subjectOf(kind, r.Subject)}
		if rule.Per != "" && subjects[0] == nil {
			subjects = nil
			for _, s := range w.subjects(rule.Per) {
				subjects = append(subjects, &s)
			}
		}
		for _, s := range subjects {
			out = append(out, w.ruled(rule, &r, s)...)
		}
	}
	return out
}

// ruled judges a record, with a subject where there is one.
func (w *slowWorld) ruled(rule *standard.RecordRule, r *standard.Record, s *standard.Subject) []slowRow {
	f := slowFacts{w: w, record: r, subject: s}
	row := slowRow{subject: r.Subject}
	if s != nil {
		row.subject = s.ID
	}
	where, must := f.all(rule.Where), f.all(rule.Must)
	waiver, _ := f.get(rule.Waiver)
	switch {
	case where.is == "false":
		return nil
	case where.is == "unknown":
		row.state, row.code = standard.Unknown, where.code
	case must.is == "true":
		row.state = standard.Met
	case must.is == "false" && waiver.text != "":
		row.state, row.code = standard.Waived, standard.ExcusedBy
	case must.is == "false":
		row.state, row.code = standard.Breached, standard.ConditionFalse
	default:
		row.state, row.code = standard.Unknown, must.code
	}
	return []slowRow{row}
}

// ordering says in which state a case is; which of several faults is named is left open.
func (w *slowWorld) ordering(o *standard.Ordering) []slowRow {
	names := []string{o.Closed}
	for _, s := range o.Steps {
		names = append(append(names, s.Name), s.Any...)
	}
	ended := func(r *standard.Record) time.Time {
		_, _, open := w.faults(o, r)
		if all := w.times(r, names...); !open || o.Closed != "" && len(w.times(r, o.Closed)) > 0 {
			return all[len(all)-1]
		}
		return time.Time{}
	}
	return w.slowCases(o.Of, "", o.Where, ended, func(r *standard.Record, _ slowFacts) slowRow {
		wrong, missing, open := w.faults(o, r)
		surely := slices.ContainsFunc(missing, func(by time.Time) bool { return w.complete(r.Kind, w.first(r), slowEarlier(by.Add(1), w.asOf)) })
		all := []standard.Code{
			standard.StepMissing, standard.TooSoon, standard.Repeated, standard.OverLimit, standard.StepOrder,
		}
		w.open = w.open || slices.ContainsFunc(missing, w.asOf.Equal) // what was before this instant may be here
		switch {
		case wrong:
			return slowRow{state: standard.Breached, code: standard.StepOrder, codes: all}
		case surely:
			return slowRow{state: standard.Breached, code: standard.StepMissing, codes: all}
		case len(missing) > 0:
			return slowRow{state: standard.Unknown, code: standard.NotComplete}
		case open:
			return slowRow{state: standard.Pending, code: standard.NotDue}
		}
		return slowRow{state: standard.Met}
	})
}

// faults looks at every step: what was done wrongly, by when what is missing should have come, and whether something is still to come.
func (w *slowWorld) faults(o *standard.Ordering, r *standard.Record) (wrong bool, missing []time.Time, open bool) {
	first := map[string]time.Time{}
	for _, s := range o.Steps {
		if times := w.times(r, append(slices.Clone(s.Any), s.Name)...); len(times) > 0 {
			first[slowStepName(s)] = times[0]
		}
	}
	var closed []time.Time
	if o.Closed != "" {
		closed = w.times(r, o.Closed)
		w.open = w.open || len(closed) > 1 // which of them ends the case
	}
	for i, s := range o.Steps {
		at, done := first[slowStepName(s)]
		if !done {
			if s.Optional {
				continue
			}
			open = true
			missing = append(missing, closed...)
			for _, b := range slowBefore(o, i) {
				if p, ok := first[b]; ok && s.Max != "" && w.asOf.After(slowLast(p.In(w.zone), s.Max)) {
					missing = append(missing, slowDue(p.In(w.zone), s.Max))
				}
			}
			continue
		}
		last := w.times(r, append(slices.Clone(s.Any), s.Name)...)
		wrong = wrong || len(closed) > 0 && last[len(last)-1].After(closed[0])
		for _, b := range slowBefore(o, i) {
			p, ok := first[b]
			if !ok {
				missing = append(missing, at)
				continue
			}
			wrong = wrong || at.Before(p)
			wrong = wrong || s.Min != "" && at.Before(slowLeast(p.In(w.zone), s.Min))
			wrong = wrong || s.Max != "" && at.After(slowLast(p.In(w.zone), s.Max))
		}
		wrong = wrong || w.repeats(r, s) || s.NotBefore != "" && at.In(w.zone).Format("15:04") < s.NotBefore
	}
	return wrong, missing, open
}

// slowLast returns the last instant that is in time for an event: of days and months the 24:00 of their day.
func slowLast(at time.Time, length string) time.Time {
	if civil.MustParseSpan(length).IsCivil() {
		return slowDue(at, length).Add(1)
	}
	return slowDue(at, length)
}

// slowLeast returns the first instant that is far enough from another: of days and months the beginning of the day.
func slowLeast(at time.Time, length string) time.Time {
	if civil.MustParseSpan(length).IsCivil() {
		return slowUnitStart(schedule.Day, slowMove(at, 1, length), 0)
	}
	return slowMove(at, 1, length)
}

// repeats says whether a step was repeated too often or too soon.
func (w *slowWorld) repeats(r *standard.Record, s standard.Step) bool {
	times := w.times(r, append(slices.Clone(s.Any), s.Name)...)
	if s.AtMost != "" && len(times) > int(s.AtMost[0]-'0') {
		return true
	}
	for i := range times {
		if s.Apart != "" && i > 0 && times[i].Before(slowMove(times[i-1].In(w.zone), 1, s.Apart)) {
			return true
		}
	}
	return false
}

func slowStepName(s standard.Step) string {
	if s.Name != "" {
		return s.Name
	}
	return strings.Join(s.Any, "|")
}

// slowBefore returns the steps that a step comes after: those that it names, or the one before it that is not optional.
func slowBefore(o *standard.Ordering, i int) []string {
	s := o.Steps[i]
	if s.Free || i == 0 {
		return nil
	}
	if len(s.After) > 0 {
		return s.After
	}
	return []string{slowStepName(o.Steps[i-1])}
}
