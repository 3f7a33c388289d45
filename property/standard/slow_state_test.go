package standard_test

import (
	"math/big"
	"slices"
	"strings"
	"time"

	"github.com/wuyekit/wuye/property/schedule"
	"github.com/wuyekit/wuye/property/standard"
)

func (w *slowWorld) threshold(t *standard.Threshold) []slowRow {
	return w.population(t.Per, t.Where, func(s *standard.Subject) []slowRow {
		var out []slowRow
		for _, l := range t.Limits {
			row := w.limit(t, l, s)
			row.subject = s.ID
			out = append(out, row)
		}
		return out
	})
}

// figure returns a figure of a subject, and whether it is of the period that is asked for.
func (w *slowWorld) figure(t *standard.Threshold, code, subject string) (value *big.Rat, whole bool) {
	for _, f := range w.e.Figures {
		if f.Figure != code || f.Subject != subject {
			continue
		}
		start, end := w.start, w.end
		if !f.Start.IsZero() {
			start, end = f.Start.In(w.zone), f.End.In(w.zone)
		}
		value = f.Value.Decimal().Rat()
		if t.Over != 0 {
			first := start.Before(w.end) && w.start.Before(end) && start.Day() == 1 && start.Equal(slowUnitStart(schedule.Day, start, 0))
			return value, first && end.Equal(start.AddDate(0, t.Over.Months(), 0)) && (int(start.Month())-1)%t.Over.Months() == 0
		}
		return value, start.Equal(w.start) && end.Equal(w.end)
	}
	return nil, true
}

func (w *slowWorld) limit(t *standard.Threshold, l standard.Limit, s *standard.Subject) slowRow {
	names := []string{l.Figure}
	if l.OutOf != "" {
		names = append(names, l.OutOf)
	}
	asked := (*big.Rat)(nil)
	if name, ok := strings.CutPrefix(l.Value, "@"); ok {
		names = append(names, name)
	} else {
		v, _ := (slowFacts{w: w}).term(l.Value)
		asked = v.num
	}
	var values []*big.Rat
	partial, absent, baseZero := false, false, false
	for i, n := range names {
		v, whole := w.figure(t, n, s.ID)
		values = append(values, v)
		absent, partial = absent || v == nil, partial || !whole
		baseZero = baseZero || i == 1 && l.OutOf != "" && v != nil && v.Sign() == 0
	}
	switch {
	case absent, partial:
		return slowRow{state: standard.Unknown, code: standard.FigureMissing, codes: []standard.Code{standard.PartialPeriod}}
	case baseZero:
		return slowRow{state: standard.NotApplicable, code: standard.BaseZero}
	}
	got := values[0]
	if l.OutOf != "" {
		got = new(big.Rat).Quo(got, values[1])
	}
	if asked == nil {
		asked = values[len(values)-1]
	}
	if slowHolds(l.Is, got.Cmp(asked)) {
		return slowRow{state: standard.Met}
	}
	return slowRow{state: standard.Breached, code: standard.ValueOff}
}

func (w *slowWorld) checklist(c *standard.Checklist) []slowRow {
	return w.population(c.Per, c.Where, func(s *standard.Subject) []slowRow {
		var out []slowRow
		for _, r := range w.records([]string{"finding"}, c.Per, s.ID, w.asOf) {
			if w.inPeriod(&r) {
				out = append(out, w.found(c, &r)...)
			}
		}
		var sheets []standard.Record
		latest := (*standard.Record)(nil)
		for _, r := range w.records([]string{c.Sheet}, c.Per, s.ID, w.asOf) {
			if r.At.Before(w.end) {
				latest = &r
			}
			if w.inPeriod(&r) {
				sheets = append(sheets, r)
			}
		}
		stale := c.MaxAge != "" && latest != nil && w.now.After(slowMove(latest.At.In(w.zone), 1, c.MaxAge))
		if len(sheets) == 0 && c.Use == standard.UseLatest && c.MaxAge != "" && latest != nil && !stale {
			sheets = []standard.Record{*latest}
			if !w.complete(c.Sheet, latest.At, w.start) {
				out = append(out, slowRow{subject: s.ID, state: standard.Unknown, code: standard.NotComplete})
				return out
			}
		}
		if len(sheets) > 0 && c.Use == standard.UseLatest {
			sheets = slowWorstSheet(c, sheets)
		}
		none := standard.Code(0)
		if len(sheets) == 0 {
			none = standard.NoSheet
		}
		if stale {
			none = standard.SheetStale
		}
		if none != 0 {
			out = append(out, slowRow{subject: s.ID, state: standard.Unknown, code: none, codes: []standard.Code{standard.NoSheet, standard.SheetStale}})
		}
		if c.Use == standard.UseEvery || !stale {
			for _, r := range sheets {
				row := slowSheet(c, &r)
				row.subject = r.Subject
				out = append(out, row)
			}
		}
		return out
	})
}

// slowWorstSheet returns the worst of the sheets that were made when the last was: one that fails before one that lacks an item, that before one in
// order, and one of which nothing applies at the end.
func slowWorstSheet(c *standard.Checklist, sheets []standard.Record) []standard.Record {
	last := sheets[len(sheets)-1].At
	for _, state := range []standard.State{standard.Breached, standard.Unknown, standard.Met} {
		for i := range sheets {
			if sheets[i].At.Equal(last) && slowSheet(c, &sheets[i]).state == state {
				return sheets[i : i+1]
			}
		}
	}
	return sheets[len(sheets)-1:]
}

// found judges a finding: one of an item of the list breaches.
func (w *slowWorld) found(c *standard.Checklist, r *standard.Record) []slowRow {
	item, ok := (slowFacts{w: w, record: r}).get("item")
	if !ok || item.text == "" {
		return []slowRow{{subject: r.Subject, state: standard.Unknown, code: standard.FieldMissing}}
	}
	if slices.ContainsFunc(c.Items, func(i standard.Item) bool { return i.Code == item.text }) {
		return []slowRow{{subject: r.Subject, state: standard.Breached, code: standard.ItemFailed}}
	}
	return nil
}

func slowSheet(c *standard.Checklist, r *standard.Record) slowRow {
	n := map[standard.Outcome]int{}
	for _, item := range c.Items {
		result := standard.Outcome(0)
		for _, m := range r.Items {
			if m.Code == item.Code {
				result = m.Result
			}
		}
		n[result]++
	}
	switch {
	case n[standard.Fail] > 0:
		return slowRow{state: standard.Breached, code: standard.ItemFailed}
	case n[0] > 0:
		return slowRow{state: standard.Unknown, code: standard.FieldMissing}
	case n[standard.Pass] == 0:
		return slowRow{state: standard.NotApplicable, code: standard.NoRows}
	}
	return slowRow{state: standard.Met}
}

func (w *slowWorld) presence(p *standard.Presence) []slowRow {
	return w.population(p.Per, p.Where, func(s *standard.Subject) []slowRow {
		var out []slowRow
		for _, kind := range p.Documents {
			row := w.present(p, kind, s)
			row.subject = s.ID
			out = append(out, row)
		}
		return out
	})
}

// present counts the documents at the instants that matter: an hour at a time for the period.
func (w *slowWorld) present(p *standard.Presence, kind string, s *standard.Subject) slowRow {
	least, most := 1, 99
	if p.AtLeast != "" {
		least = int(p.AtLeast[0] - '0')
	}
	if p.AtMost != "" {
		most = int(p.AtMost[0] - '0')
	}
	var docs, maybe []standard.Record
	for _, r := range w.records([]string{kind}, p.Per, s.ID, w.asOf) {
		if p.Valid == 0 && !r.At.Before(w.end) {
			continue
		}
		switch t := (slowFacts{w: w, record: &r, subject: s}).all(p.With); t.is {
		case "true":
			docs, maybe = append(docs, r), append(maybe, r)
		case "unknown":
			maybe = append(maybe, r)
		}
	}
	if !w.asOf.After(w.start) {
		w.open = true // nothing of the period has passed
	}
	fewest, highest := w.held(p, docs, "")
	couldLeast, couldMost := w.held(p, maybe, "")
	surely, _ := w.held(p, maybe, kind)
	complete := w.complete(kind, w.start, w.now)
	if p.Valid == standard.AsOf {
		complete = w.completeAt(kind, w.asOf)
	}
	faults := []standard.Code{standard.Absent, standard.Expired, standard.Short}
	switch {
	case highest > most:
		return slowRow{state: standard.Breached, code: standard.TooMany, codes: faults}
	case surely < least:
		return slowRow{state: standard.Breached, code: standard.Absent, codes: faults}
	case couldMost > most, fewest < least && couldLeast >= least:
		return slowRow{state: standard.Unknown, code: standard.FieldMissing, codes: []standard.Code{standard.NotComplete}}
	case fewest < least && !complete, p.AtMost != "" && !complete:
		return slowRow{state: standard.Unknown, code: standard.NotComplete, codes: []standard.Code{standard.FieldMissing}}
	case fewest < least:
		return slowRow{state: standard.Breached, code: standard.Absent, codes: faults}
	}
	return slowRow{state: standard.Met}
}

// held returns the least and the greatest number of documents in force: for the period an hour at a time, and where a kind is given only in
// those in which everything of it is here.
func (w *slowWorld) held(p *standard.Presence, docs []standard.Record, kind string) (least, most int) {
	count := func(at time.Time) int {
		n := 0
		for _, d := range docs {
			if !d.At.After(at) && (d.Until.IsZero() || at.Before(d.Until)) {
				n++
			}
		}
		return n
	}
	switch p.Valid {
	case standard.AsOf:
		if kind != "" && !w.completeAt(kind, w.asOf) {
			return 99, 0
		}
		return count(w.asOf), count(w.asOf)
	case standard.AllThrough:
		least, most = 99, 0
		for at := w.start; at.Before(w.now); at = at.Add(time.Hour) {
			if kind != "" && !w.complete(kind, at, at.Add(time.Hour)) {
				continue
			}
			least, most = min(least, count(at)), max(most, count(at))
		}
		return least, most
	default:
		if kind != "" && !w.complete(kind, w.start, w.now) {
			return 99, 0
		}
		return len(docs), len(docs)
	}
}

// completeAt says whether everything of a kind that there is at an instant is here: up to it, or from it on.
func (w *slowWorld) completeAt(kind string, at time.Time) bool {
	return w.complete(kind, at.Add(-time.Second), at) || w.complete(kind, at, at.Add(time.Second))
}
