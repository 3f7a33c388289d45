package csv

import (
	"strconv"
	"strings"

	"github.com/wuyekit/wuye/property/invalid"
)

// Ignored is a row that was left out on purpose.
type Ignored struct {
	// Line is where the row begins, from 1.
	Line int `json:"line"`
	// Why says what it was taken for.
	Why *invalid.FieldError `json:"why"`
}

// test is a condition that knows its column.
type test struct {
	Condition
	at    int
	key   string // what the cell is compared with
	prior *invalid.FieldError
}

// meets reports whether the row meets the condition. A row that does not reach the
// column has an empty cell there.
func (t *test) meets(r *row) bool {
	have := ""
	if t.at < len(r.cells) {
		have = headerKey(r.cells[t.at].text)
	}
	switch {
	case t.Empty:
		return have == ""
	case t.StartsWith != "":
		return strings.HasPrefix(have, t.key)
	default:
		return have == t.key
	}
}

// sieve decides which rows are data.
type sieve struct {
	blank, stop *invalid.FieldError
	tests       []test
	stopAt      *test
	stopped     bool
}

// sift returns why a row is to be ignored, nil if it is data.
func (s *sieve) sift(r *row) *invalid.FieldError {
	if s.stopAt != nil && !s.stopped {
		s.stopped = s.stopAt.meets(r)
	}
	if s.stopped {
		return s.stop
	}
	if r.isBlank() {
		return s.blank
	}
	for i := range s.tests {
		if s.tests[i].meets(r) {
			return s.tests[i].prior
		}
	}
	return nil
}

// sieve finds the columns of the format's conditions.
func (t *table) sieve(f Format, l *invalid.List) *sieve {
	s := &sieve{
		blank: &invalid.FieldError{Rule: ErrBlank},
		stop:  &invalid.FieldError{Rule: ErrAfterStop},
	}
	for i, c := range f.IgnoreRows {
		why := &invalid.FieldError{Rule: ErrMeetsRule, Args: []string{strconv.Itoa(i)}}
		s.tests = append(s.tests, t.test(c, why, l.At("format", "ignoreRows", i, "column")))
	}
	if f.StopAt != nil {
		stop := t.test(*f.StopAt, s.stop, l.At("format", "stopAt", "column"))
		s.stopAt = &stop
	}
	return s
}

func (t *table) test(c Condition, why *invalid.FieldError, place invalid.Place) test {
	out := test{Condition: c, at: c.Position - 1, key: headerKey(c.Equals + c.StartsWith), prior: why}
	if c.Column == "" {
		return out
	}
	at, err := t.find(c.Column)
	place.Take(err)
	if at < 0 && err == nil {
		place.Add(ErrNoColumn, invalid.Quote(c.Column), strconv.Itoa(t.line), t.known())
	}
	out.at = max(at, 0)
	return out
}
