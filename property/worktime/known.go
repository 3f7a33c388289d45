package worktime

import (
	"strconv"
	"time"

	"golang.org/x/text/message"

	"github.com/wuyekit/wuye/property/civil"
	"github.com/wuyekit/wuye/property/invalid"
)

// UnknownYearError says that an answer depends on the holidays of a year that the calendar's table
// does not have. The answer beside it is a guess, see [Calendar]. It
// unwraps to [ErrUnknownYear].
type UnknownYearError struct {
	// Calendar and Table are their codes.
	Calendar, Table string
	// Year is the first year that is not known.
	Year int
}

// Error returns the English message.
func (e *UnknownYearError) Error() string { return e.problem().Error() }

// Text returns the message in the printer's language.
func (e *UnknownYearError) Text(p *message.Printer) string { return e.problem().Text(p) }

// Unwrap returns the rule with its arguments.
func (e *UnknownYearError) Unwrap() error { return e.problem() }

func (e *UnknownYearError) problem() *invalid.FieldError {
	return &invalid.FieldError{Rule: ErrUnknownYear, Args: []string{e.Calendar, strconv.Itoa(e.Year), e.Table}}
}

// knownDays are days whose holidays are known, half-open.
type knownDays struct{ start, end civil.Date }

func yearDays(year int) knownDays {
	return knownDays{civil.Month(year, time.January).Start, civil.Month(year+1, time.January).Start}
}

// entries returns what the table says of each day, after all its overlays.
func (h Holidays) entries() map[civil.Date]HolidayDay {
	entries := map[civil.Date]HolidayDay{}
	for _, n := range h.Notices {
		for _, day := range n.Days {
			for d := day.From; d <= max(day.From, day.To); d++ {
				if day.Kind == DayOrdinary {
					delete(entries, d)
				} else {
					entries[d] = day
				}
			}
		}
	}
	return entries
}

// joined returns the stretches with those that touch as one.
func joined(known []knownDays) []knownDays {
	var out []knownDays
	for _, k := range known {
		if n := len(out); n > 0 && out[n-1].end == k.start {
			out[n-1].end = k.end
			continue
		}
		out = append(out, k)
	}
	return out
}

// knownHours returns nil if the hours of all the days are known, those of a night that reaches into the first
// too.
func (c *Calendar) knownHours(first, last civil.Date) error {
	if c.overnight {
		first--
	}
	return c.Known(first, last)
}

// Known returns nil if the holidays of all the days are known, from the first to the last, else an
// [UnknownYearError] with the first year that is not.
func (c *Calendar) Known(first, last civil.Date) error {
	if c.doc.Holidays == "" {
		return nil
	}
	for _, k := range c.known {
		if first < k.start {
			break
		}
		if first < k.end {
			if last < k.end {
				return nil
			}
			first = k.end
		}
	}
	return &UnknownYearError{Calendar: c.doc.Code, Table: c.doc.Holidays, Year: first.Year()}
}
