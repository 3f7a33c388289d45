package finding

import (
	"errors"
	"slices"

	"github.com/wuyekit/wuye/property/civil"
	"github.com/wuyekit/wuye/property/worktime"
)

// lastDay returns the last day of a limit that runs from a day.
//
// Errors: those of [worktime.Calendar.AddDays] and [worktime.Calendar.Rest].
func (t Limit) lastDay(from civil.Date, c *worktime.Calendar) (civil.Date, error) {
	last, err := t.end(from, c)
	if err != nil {
		return 0, err
	}
	return c.Rest(last, t.Rest)
}

// end is lastDay without regard to days of rest.
func (t Limit) end(from civil.Date, c *worktime.Calendar) (civil.Date, error) {
	count := t.Within.Workdays()
	if count > 0 {
		if t.FirstDay {
			working, err := c.IsWorkingDay(from)
			if err != nil {
				return 0, err
			}
			if working {
				count--
			}
		}
		return c.AddDays(from, count)
	}
	last, ok := t.Within.AddTo(from)
	if !ok {
		return 0, ErrDays // cannot be: Check refused it
	}
	if t.FirstDay && (t.Within.Days() > 0 || last.Day() >= from.Day()) {
		last-- // but where no day corresponds, the last of the month is the last day
	}
	return last, nil
}

// limitOf returns the number of the first limit that applies to a case, −1 if none does.
func (r *Rules) limitOf(c *Case) int {
	return slices.IndexFunc(r.doc.Limits, func(t Limit) bool { return applies(t.Kinds, t.Severities, c) })
}

// due sets the deadline of a round: the one that its event gives, else that of the limit that applies. What is missing is named
// instead.
//
// Errors: what the calendar cannot count.
func (f *follower) due(round *Round) (missing string, err error) {
	if i, ok := f.dues[round.Seq]; ok {
		set := f.of.Annexes[i].Due
		if set < round.Issued {
			f.list.At("annexes", i, "due").Add(ErrDueBefore, set.String(), round.Issued.String())
		}
		round.OriginalDue, round.Due = set, set
		return "", nil
	}
	if f.limit < 0 || f.rules.doc.Limits[f.limit].Within.IsZero() {
		return numbered("due", round.Seq), nil
	}
	t := f.rules.doc.Limits[f.limit]
	last, err := t.lastDay(round.Issued, f.rules.limits[f.limit])
	var unknown *worktime.UnknownYearError
	if errors.As(err, &unknown) {
		return numbered("holidays", int64(unknown.Year)), nil
	}
	if err != nil {
		return "", err
	}
	round.OriginalDue, round.Due = last, last
	round.Limit, round.Within = f.limit+1, t.Within
	return "", nil
}
