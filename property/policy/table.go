package policy

import (
	"cmp"
	"slices"
	"strconv"

	"github.com/shopspring/decimal"

	"github.com/wuyekit/wuye/property/civil"
	"github.com/wuyekit/wuye/property/invalid"
)

// Table answers what is set for a place on a day. It never changes, so that any
// number of goroutines may share it; a nil table is an empty one. What it answers
// does not depend on the order of the rows it was made from.
type Table struct {
	rows map[subject][]Row // by From; of one subject no two hold on a day
}

// subject is what the rows that replace each other in time have in common.
type subject struct{ region, key string }

// Compile makes a table of rows, which it does not keep.
//
// Errors: every problem at once, at its place [i]: [ErrRegion] and
// [ErrRegionPadded], [invalid.ErrRequired] for a key, value or source,
// [ErrReversed], and [ErrOverlap] for two rows of one region and key that hold
// on the same day.
func Compile(rows []Row) (*Table, error) {
	var l invalid.List
	check(&l, rows)
	if err := l.Err("policy"); err != nil {
		return nil, err
	}
	t := &Table{rows: map[subject][]Row{}}
	for _, r := range rows {
		s := subject{r.Region, r.Key}
		t.rows[s] = append(t.rows[s], r)
	}
	for _, group := range t.rows {
		slices.SortFunc(group, func(a, b Row) int { return a.From.Compare(b.From) })
	}
	return t, nil
}

// Lookup returns the row in force on a business date for a region: of its rows and
// those of the places around it, that of the longest prefix. A padded code, 330100,
// is the place as well. It returns false if no row is in force, and for an unset
// date.
func (t *Table) Lookup(region, key string, on civil.Date) (Row, bool) {
	if t == nil || on.IsZero() {
		return Row{}, false
	}
	for n := min(len(region), regionDigits); n >= 0; n-- {
		group := t.rows[subject{region[:n], key}]
		for i := len(group) - 1; i >= 0; i-- {
			if group[i].holds(on) {
				return group[i], true
			}
		}
	}
	return Row{}, false
}

// Decimal returns the value in force as a number, and the row it stands in.
//
// Errors: [ErrNoRow] if none is in force; [ErrNotNumber] if the value, which is
// in the returned row, is not a plain decimal number.
func (t *Table) Decimal(region, key string, on civil.Date) (decimal.Decimal, Row, error) {
	row, ok := t.Lookup(region, key, on)
	if !ok {
		return decimal.Decimal{}, Row{}, invalid.Value(ErrNoRow, invalid.Quote(key), invalid.Quote(region), day(on))
	}
	value, err := invalid.ParseDecimal(row.Value)
	if err != nil {
		return decimal.Decimal{}, row,
			invalid.Value(ErrNotNumber, invalid.Quote(key), invalid.Quote(region), day(on), invalid.Quote(row.Value))
	}
	return value, row, nil
}

// Changes appends the days inside a period on which another row comes into force
// for the region, or the last one ends, in order. The period's own start and end
// are not inside; between two neighbours of the result [Table.Lookup] answers the
// same row.
func (t *Table) Changes(dst []civil.Date, region, key string, p civil.Period) []civil.Date {
	if t == nil {
		return dst
	}
	known := len(dst)
	for n := min(len(region), regionDigits); n >= 0; n-- {
		for _, r := range t.rows[subject{region[:n], key}] {
			dst = appendInside(dst, r.From, p)
			if !r.To.IsZero() {
				dst = appendInside(dst, r.To.AddDays(1), p)
			}
		}
	}
	found := dst[known:]
	slices.Sort(found)
	found = slices.Compact(found)
	found = slices.DeleteFunc(found, func(d civil.Date) bool {
		before, okBefore := t.Lookup(region, key, d.AddDays(-1))
		after, okAfter := t.Lookup(region, key, d)
		return before == after && okBefore == okAfter
	})
	return dst[:known+len(found)]
}

func appendInside(dst []civil.Date, d civil.Date, p civil.Period) []civil.Date {
	if !d.IsZero() && d > p.Start && p.Contains(d) {
		return append(dst, d)
	}
	return dst
}

// check reports every problem of the rows, row by row.
func check(l *invalid.List, rows []Row) {
	clashes := overlaps(rows)
	for i, r := range rows {
		l.EnterIndex(i)
		r.check(l)
		for len(clashes) > 0 && clashes[0].row == i {
			l.Add(ErrOverlap, "rows["+strconv.Itoa(clashes[0].with)+"]")
			clashes = clashes[1:]
		}
		l.Leave()
	}
}

// clash is a row and an earlier one that hold on the same day.
type clash struct{ row, with int }

// overlaps pairs every row that holds on a day of another with one such, in the
// order of the rows. Reversed rows hold on no day.
func overlaps(rows []Row) []clash {
	groups := map[subject][]int{}
	for i, r := range rows {
		if !r.reversed() {
			s := subject{r.Region, r.Key}
			groups[s] = append(groups[s], i)
		}
	}
	var out []clash
	for _, group := range groups {
		slices.SortStableFunc(group, func(i, j int) int { return rows[i].From.Compare(rows[j].From) })
		longest := group[0] // the row that holds longest of those before
		for _, i := range group[1:] {
			if end := rows[longest].To; end.IsZero() || rows[i].From <= end {
				out = append(out, clash{max(i, longest), min(i, longest)})
			}
			if end := rows[longest].To; !end.IsZero() && (rows[i].To.IsZero() || rows[i].To > end) {
				longest = i
			}
		}
	}
	slices.SortFunc(out, func(a, b clash) int {
		return cmp.Or(cmp.Compare(a.row, b.row), cmp.Compare(a.with, b.with))
	})
	return out
}
