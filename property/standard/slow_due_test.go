package standard_test

import (
	"cmp"
	"maps"
	"slices"
	"strings"
	"time"

	"github.com/wuyekit/wuye/property/civil"
	"github.com/wuyekit/wuye/property/schedule"
	"github.com/wuyekit/wuye/property/standard"
)

func (w *slowWorld) gap(d *standard.Duty, s *standard.Subject) []slowRow {
	limit := d.Plan.Gap.Max
	if p, ok := strings.CutPrefix(limit, "$"); ok {
		limit = w.params[p]
	}
	var out []slowRow
	last, now, open := w.start, w.asOf, false
	for _, a := range w.acts(d, s) {
		if a.at.Before(w.start) {
			// Of a record of which it is not known whether it counts the words do not say whether the time begins with it.
			last, open = a.at, !a.sure
			continue
		}
		if !a.sure {
			continue
		}
		if !a.at.Before(w.end) {
			now = a.at // the first one after the period ends the last stretch of it
			break
		}
		out = append(out, w.gapRow(d, s, last, a.at, limit))
		last = a.at
	}
	w.open = w.open || open
	if w.dueLater(last, limit) {
		return append(out, slowRow{subject: s.ID, state: standard.Met}) // due in a later period
	}
	return append(out, w.gapRow(d, s, last, now, limit))
}

// dueLater says whether what is due a length after an instant is due in a later period.
func (w *slowWorld) dueLater(from time.Time, limit string) bool {
	due := slowDue(from, limit)
	if civil.MustParseSpan(limit).IsCivil() {
		due = slowUnitStart(schedule.Day, due, 0)
	}
	return !due.Before(w.end)
}

// gapRow judges what lies between two records, or between one and the end.
func (w *slowWorld) gapRow(d *standard.Duty, s *standard.Subject, from, to time.Time, limit string) slowRow {
	row := slowRow{subject: s.ID, state: standard.Met}
	if !to.After(slowDue(from, limit)) {
		return row
	}
	// One of those of which it is not known whether they count may lie between them.
	between := w.acts(d, s)
	between = slices.DeleteFunc(between, func(a slowAct) bool { return !a.at.After(from) || !a.at.Before(to) })
	last, kept := from, true
	for _, a := range between {
		kept = kept && !a.at.After(slowDue(last, limit))
		last = a.at
	}
	kept = kept && (w.dueLater(last, limit) || !to.After(slowDue(last, limit)))
	switch {
	case kept:
		row.state, row.code = standard.Unknown, standard.FieldMissing
	case !w.allComplete(d.Acts, from, slowDue(from, limit).Add(1)):
		row.state, row.code = standard.Unknown, standard.NotComplete
	default:
		row.state, row.code = standard.Breached, standard.GapTooLong
	}
	return row
}

func (w *slowWorld) by(d *standard.Duty, s *standard.Subject) []slowRow {
	f := slowFacts{w: w, subject: s}
	row, blind := slowRow{subject: s.ID}, false
	due, ok := f.term(d.Plan.By.Due)
	if !ok {
		return []slowRow{{subject: s.ID, state: standard.Unknown, code: standard.FieldMissing}}
	}
	last := due.at
	if due.day {
		last = slowDayEnd(due.at)
	}
	if d.Plan.By.Known != "" {
		known, ok := f.term(d.Plan.By.Known)
		blind = !ok && d.LateStart != ""
		if ok && known.at.After(last) && d.LateStart != "" {
			row.moved = true
			last = slowMove(known.at, 1, d.LateStart)
			if known.day {
				last = slowDayEnd(last)
			}
		}
	}
	first := time.Time{}
	if d.Early != "" {
		first = slowMove(due.at, -1, d.Early)
	}
	on := last
	if due.day {
		on = slowUnitStart(schedule.Day, last, 0)
	}
	if !on.Before(w.end) || on.Before(w.start) {
		// Whether what was due before the period and is still open is judged in it, the words do not say.
		w.open = w.open || on.Before(w.start) && d.Early != ""
		return nil
	}
	if d.Late != "" {
		last = slowMove(last, 1, d.Late)
	}
	row = w.byRow(d, s, row, first, last)
	if blind && row.state != standard.Met && row.state != standard.Pending {
		row.state, row.code = standard.Unknown, standard.FieldMissing
	}
	return []slowRow{row}
}

// byRow looks for a record from an instant to another.
func (w *slowWorld) byRow(d *standard.Duty, s *standard.Subject, row slowRow, first, last time.Time) slowRow {
	done, late, maybe, unsure := false, false, false, false
	for _, a := range w.acts(d, s) {
		switch {
		case a.at.Before(first):
		case a.at.After(last):
			late, unsure = late || a.sure, unsure || !a.sure
		case a.sure:
			done = true
		default:
			maybe = true
		}
	}
	since := w.start
	if !first.IsZero() {
		since = first
	}
	// A late one that may not count leaves open whether it is late or missed.
	unsure = unsure && !late
	switch {
	case done:
		row.state = standard.Met
		if row.moved {
			row.code = standard.LateStart
		}
	case maybe || unsure && w.asOf.After(last):
		row.state, row.code = standard.Unknown, standard.FieldMissing
	case !w.asOf.After(last):
		row.state, row.code = standard.Pending, standard.NotDue
	case !w.allComplete(d.Acts, since, last.Add(1)):
		row.state, row.code = standard.Unknown, standard.NotComplete
	case late:
		row.state, row.code = standard.Breached, standard.TooLate
	default:
		row.state, row.code = standard.Breached, standard.Missed
	}
	return row
}

// every matches ticks and records, nearest first, then earliest.
func (w *slowWorld) every(d *standard.Duty, s *standard.Subject) []slowRow {
	f := slowFacts{w: w, subject: s}
	from, ok := f.term(d.Plan.Every.Inside[0])
	to, ok2 := f.term(d.Plan.Every.Inside[1])
	if !ok || !ok2 {
		return []slowRow{{subject: s.ID, state: standard.Unknown, code: standard.FieldMissing}}
	}
	var ticks []time.Time
	for at := slowMove(from.at, 1, d.Plan.Every.Step); at.Before(to.at); at = slowMove(at, 1, d.Plan.Every.Step) {
		ticks = append(ticks, at)
	}
	acts := w.acts(d, s)
	served, late := slowMatch(d, ticks, acts)
	var out []slowRow
	for i, tick := range ticks {
		if tick.Before(w.start) || !tick.Before(w.end) {
			continue
		}
		last := slowMove(tick, 1, d.Late)
		row := slowRow{subject: s.ID}
		switch {
		case served[i]:
			row.state = standard.Met
		case !w.asOf.After(last):
			row.state, row.code = standard.Pending, standard.NotDue
		case !w.allComplete(d.Acts, slowMove(tick, -1, d.Early), last.Add(1)):
			row.state, row.code = standard.Unknown, standard.NotComplete
		case late[i]:
			row.state, row.code, row.codes = standard.Breached, standard.TooLate, []standard.Code{standard.Missed}
		default:
			row.state, row.code, row.codes = standard.Breached, standard.Missed, []standard.Code{standard.TooLate}
		}
		out = append(out, row)
	}
	return out
}

// slowMatch says which ticks are served by a record of their own within what is early and late.
func slowMatch(d *standard.Duty, ticks []time.Time, acts []slowAct) (served, late map[int]bool) {
	inTime := func(tick, at time.Time) bool {
		return !at.Before(slowMove(tick, -1, d.Early)) && !at.After(slowMove(tick, 1, d.Late))
	}
	after := func(tick, at time.Time) bool {
		next := slowMove(tick, 1, d.Plan.Every.Step)
		return at.After(slowMove(tick, 1, d.Late)) && (at.Before(slowMove(next, -1, d.Early)) || tick.Equal(ticks[len(ticks)-1]))
	}
	served, late = map[int]bool{}, map[int]bool{}
	used := map[int]bool{}
	slowPair(ticks, acts, used, served, inTime)
	taken := maps.Clone(served)
	slowPair(ticks, acts, used, taken, after)
	for i := range taken {
		late[i] = !served[i]
	}
	return served, late
}

// slowPair gives each tick a record that fits it and is not used.
func slowPair(ticks []time.Time, acts []slowAct, used, served map[int]bool, fits func(tick, at time.Time) bool) {
	type pair struct {
		tick, act int
		apart     time.Duration
	}
	var pairs []pair
	for i, tick := range ticks {
		for j, a := range acts {
			if a.sure && fits(tick, a.at) {
				pairs = append(pairs, pair{i, j, a.at.Sub(tick).Abs()})
			}
		}
	}
	slices.SortStableFunc(pairs, func(a, b pair) int {
		return cmp.Or(cmp.Compare(a.apart, b.apart), a.tick-b.tick, a.act-b.act)
	})
	for _, p := range pairs {
		if !served[p.tick] && !used[p.act] {
			served[p.tick], used[p.act] = true, true
		}
	}
}
