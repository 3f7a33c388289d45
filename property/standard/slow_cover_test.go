package standard_test

import (
	"strconv"
	"strings"
	"time"

	"github.com/wuyekit/wuye/property/schedule"
	"github.com/wuyekit/wuye/property/standard"
)

func (w *slowWorld) cover(c *standard.Cover) []slowRow {
	return w.population(c.Per, c.Where, func(s *standard.Subject) []slowRow {
		f := slowFacts{w: w, subject: s}
		from, to := w.start, w.end
		if len(c.Span) > 0 {
			a, ok := f.term(c.Span[0])
			b, ok2 := f.term(c.Span[1])
			if !ok || !ok2 {
				return []slowRow{{subject: s.ID, state: standard.Unknown, code: standard.FieldMissing}}
			}
			if a.at.After(from) {
				from = a.at
			}
			if b.at.Before(to) {
				to = b.at
			}
		}
		var out []slowRow
		for _, p := range c.Posts {
			people, ok := f.term(p.People)
			if !ok {
				out = append(out, slowRow{subject: s.ID, state: standard.Unknown, code: standard.FieldMissing})
				continue
			}
			n := int(people.num.Num().Int64())
			out = append(out, w.watches(c, s, p.Post, n, from, to)...)
		}
		return out
	})
}

// watches has a row for each day, or for the window that opens on it, minute by minute.
func (w *slowWorld) watches(c *standard.Cover, s *standard.Subject, post string, people int, from, to time.Time) []slowRow {
	var out []slowRow
	if people == 0 {
		return nil
	}
	for day := slowUnitStart(schedule.Day, from, -1); day.Before(to); day = slowUnitStart(schedule.Day, day, 1) {
		if c.Days == schedule.WorkingDays && !slowWorks(day) {
			continue
		}
		a, b := day, slowUnitStart(schedule.Day, day, 1)
		if opens, closes, ok := strings.Cut(c.Window, "/"); ok {
			a, b = slowClock(day, opens), slowClock(day, closes)
			if opens >= closes {
				b = b.AddDate(0, 0, 1)
			}
		}
		if a.Before(from) {
			a = from
		}
		if to.Before(b) {
			b = to
		}
		if a.Before(b) {
			out = append(out, w.watch(c, s, post, people, a, b))
		}
	}
	return out
}

func (w *slowWorld) watch(c *standard.Cover, s *standard.Subject, post string, people int, from, to time.Time) slowRow {
	row := slowRow{subject: s.ID}
	until := to
	if !c.Planned && w.asOf.Before(to) {
		until = w.asOf
	}
	short, surely, here, gone := false, false, false, false
	for at := from; at.Before(until); at = at.Add(time.Minute) {
		sure, most := w.there(c, s, post, at)
		short, surely = short || sure < people, surely || most < people
		if most < people {
			complete := w.complete(c.Source, at, at.Add(time.Minute))
			here, gone = here || complete, gone || !complete
		}
	}
	// Of a stretch that is too thinly manned and only partly here the words do not say whether that decides.
	w.open = w.open || here && gone
	switch {
	case short && !surely:
		row.state, row.code = standard.Unknown, standard.FieldMissing
	case short && !here:
		row.state, row.code = standard.Unknown, standard.NotComplete
	case short:
		row.state, row.code = standard.Breached, standard.Uncovered
	case until.Before(to):
		row.state, row.code = standard.Pending, standard.NotDue
	default:
		row.state = standard.Met
	}
	return row
}

// there counts the people at a post in a minute, and how many they may be at most.
func (w *slowWorld) there(c *standard.Cover, s *standard.Subject, post string, at time.Time) (sure, most int) {
	by := w.asOf
	if c.Planned {
		by = w.end
	}
	who, maybe := map[string]bool{}, map[string]bool{}
	for _, r := range w.records([]string{c.Source}, c.Per, s.ID, by) {
		f := slowFacts{w: w, record: &r, subject: s}
		named, ok := f.get("post")
		t := f.all(c.With)
		if r.At.After(at) || !r.Until.IsZero() && !at.Before(r.Until) || ok && named.text != post || t.is == "false" {
			continue
		}
		name := r.Actor
		if name == "" {
			name = "#" + strconv.Quote(r.ID)
		}
		maybe[name] = true
		if ok && t.is == "true" {
			who[name] = true
		}
	}
	return len(who), len(maybe)
}
