package rating

import (
	"github.com/wuyekit/wuye/property/civil"
	"github.com/wuyekit/wuye/property/invalid"
	"github.com/wuyekit/wuye/property/worktime"
)

// End returns the last day of a notice that is posted on a day (公示截止日): seven days from 1 July end on 8 July, and on 7 July
// where the day of posting counts as the first. An objection on the last day is in time. The calendar may be nil where the
// notice names none.
//
// Errors: [ErrCalendarNeeded]; those of [worktime.Calendar.AddDays] and [worktime.Calendar.Rest], of which
// [worktime.UnknownYearError] comes with the guess.
func (n Notice) End(posted civil.Date, calendar *worktime.Calendar) (civil.Date, error) {
	switch {
	case posted.IsZero():
		return 0, invalid.Value(invalid.ErrRequired, "posted")
	case n.Days.IsZero():
		return 0, invalid.Value(invalid.ErrRequired, "days")
	}
	last, unsure, err := daysAfter(posted, n.Days, n.FirstDay, calendar)
	if err != nil || n.Rest == 0 || n.Rest == worktime.RestStays {
		return last, firstError(err, unsure)
	}
	if calendar == nil {
		return 0, invalid.Value(ErrCalendarNeeded)
	}
	last, err = calendar.Rest(last, n.Rest)
	return last, firstError(unsure, err)
}

// AnswerBy returns the last day for deciding on an objection, whose day does not count; unset if the notice says nothing of
// it (异议处理期限).
//
// Errors: as [Notice.End].
func (n Notice) AnswerBy(objected civil.Date, calendar *worktime.Calendar) (civil.Date, error) {
	if n.Answer.IsZero() {
		return 0, nil
	}
	last, unsure, err := daysAfter(objected, n.Answer, false, calendar)
	return last, firstError(err, unsure)
}

// daysAfter returns the last day of a length that runs from a day; the first day of it is the day itself or the day after it. Unsure
// is an error with which there is a guess.
func daysAfter(from civil.Date, length civil.Span, firstDay bool, calendar *worktime.Calendar) (last civil.Date, unsure, err error) {
	count := length.Workdays()
	if count == 0 {
		last, ok := length.AddTo(from)
		if !ok {
			return 0, nil, invalid.Value(ErrNoticeSpan, length.String())
		}
		if firstDay && (length.Days() > 0 || last.Day() >= from.Day()) {
			last-- // but where no day corresponds, the last of the month is the last day
		}
		return last, nil, nil
	}
	if calendar == nil {
		return 0, nil, invalid.Value(ErrCalendarNeeded)
	}
	if firstDay {
		working, err := calendar.IsWorkingDay(from)
		if unsure, err = apart(err); err != nil {
			return 0, nil, err
		}
		if working {
			count--
		}
	}
	last, err = calendar.AddDays(from, count)
	guess, err := apart(err)
	return last, firstError(unsure, guess), err
}

// apart tells an error with which there is a guess from others.
func apart(err error) (unsure, other error) {
	if _, ok := unknownYear(err); ok {
		return err, nil
	}
	return nil, err
}

func firstError(errs ...error) error {
	for _, err := range errs {
		if err != nil {
			return err
		}
	}
	return nil
}

// NoticeEnd returns the last day of the scheme's notice that is posted on a day.
//
// Errors: [ErrNoNotice]; those of [Notice.End].
func (c *Contest) NoticeEnd(posted civil.Date) (civil.Date, error) {
	if c.doc.Notice == nil {
		return 0, invalid.Value(ErrNoNotice, invalid.Quote(c.doc.Code))
	}
	return c.doc.Notice.End(posted, c.calendar)
}

// PostingAt returns where a posting of the scheme stands on a day, as [Posting.At] does.
//
// Errors: [ErrNoNotice]; [ErrOtherPosting] for a posting of another scheme; those of [Posting.At].
func (c *Contest) PostingAt(p *Posting, asOf civil.Date) (PostingStatus, error) {
	switch {
	case c.doc.Notice == nil:
		return PostingStatus{}, invalid.Value(ErrNoNotice, invalid.Quote(c.doc.Code))
	case p.Scheme != c.doc.Code || p.Version != "" && p.Version != c.doc.Version:
		return PostingStatus{}, invalid.Value(ErrOtherPosting, invalid.Quote(p.ID), invalid.Quote(p.Scheme+" "+p.Version), invalid.Quote(c.doc.Code+" "+c.doc.Version))
	}
	return p.At(*c.doc.Notice, c.calendar, asOf)
}
