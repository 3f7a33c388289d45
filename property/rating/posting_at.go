package rating

import (
	"errors"
	"slices"
	"strconv"

	"github.com/wuyekit/wuye/property/civil"
	"github.com/wuyekit/wuye/property/invalid"
	"github.com/wuyekit/wuye/property/worktime"
)

// PostingStatus is where a posting stands on a day (公示进展). It is a document.
type PostingStatus struct {
	// Posting is its ID, and AsOf the day: what happened on it counts.
	Posting string     `json:"posting"`
	AsOf    civil.Date `json:"asOf"`
	// State says where it stands, and Missing names what is not known: "holidays/2027".
	State   PostingState `json:"state"`
	Missing []string     `json:"missing,omitempty"`
	// Ends is the last day of the notice, unset while not known.
	Ends civil.Date `json:"ends,omitzero"`
	// Objections are those that have come, in the order of the posting, and Open the IDs of those in time that are not
	// decided.
	Objections []ObjectionStatus `json:"objections,omitempty"`
	Open       []string          `json:"open,omitempty"`
	// Final is the first day on which the results are final, and Outcome what became of them.
	Final   civil.Date     `json:"final,omitzero"`
	Outcome PostingOutcome `json:"outcome,omitempty"`
}

// ObjectionStatus is where an objection stands.
type ObjectionStatus struct {
	Objection string `json:"objection"`
	// Late says that it came after the notice; it then keeps nothing open.
	Late bool `json:"late,omitempty"`
	// AnswerBy is the last day for deciding, unset if there is none or it is not known. Overdue says that it was decided after
	// it, or is not decided and it has passed.
	AnswerBy civil.Date `json:"answerBy,omitzero"`
	Overdue  bool       `json:"overdue,omitempty"`
	// Decided is the day of the decision and Ruling what it was, both unset before it.
	Decided civil.Date `json:"decided,omitzero"`
	Ruling  Ruling     `json:"ruling,omitempty"`
}

// At returns where the posting stands on a day by a notice, with the calendar that the notice names, nil if it names none. What
// happened after that day has not happened.
//
// Errors: an *[invalid.Error] with every problem of the posting and the notice, and of days that cannot be counted.
func (p *Posting) At(n Notice, calendar *worktime.Calendar, asOf civil.Date) (PostingStatus, error) {
	var l invalid.List
	p.Check(&l)
	l.Enter("notice")
	n.check(&l)
	l.Leave()
	if asOf.IsZero() {
		l.At("asOf").Add(invalid.ErrRequired, "asOf")
	}
	f := postingAt{of: p, notice: n, calendar: calendar, list: &l}
	f.out = PostingStatus{Posting: p.ID, AsOf: asOf, State: Draft}
	if l.Len() == 0 {
		f.read()
	}
	if err := l.Err("posting " + p.ID); err != nil {
		return PostingStatus{}, err
	}
	return f.out, nil
}

// postingAt reads a posting as of a day.
type postingAt struct {
	of       *Posting
	notice   Notice
	calendar *worktime.Calendar
	list     *invalid.List
	out      PostingStatus
}

func (f *postingAt) read() {
	p, s := f.of, &f.out
	if p.Posted.IsZero() || p.Posted > s.AsOf {
		return
	}
	ends, err := f.notice.End(p.Posted, f.calendar)
	if f.sure(err) {
		s.Ends = ends
	}
	decisions := make(map[string]*Decision, len(p.Decisions))
	for i := range p.Decisions {
		if d := &p.Decisions[i]; d.On <= s.AsOf {
			decisions[d.Objection] = d
		}
	}
	for i := range p.Objections {
		if o := &p.Objections[i]; o.On <= s.AsOf {
			f.add(o, decisions[o.ID])
		}
	}
	f.conclude()
}

// add notes an objection and what was decided on it, nil if nothing was.
func (f *postingAt) add(o *Objection, d *Decision) {
	s := &f.out
	out := ObjectionStatus{Objection: o.ID, Late: !s.Ends.IsZero() && o.On > s.Ends}
	by, err := f.notice.AnswerBy(o.On, f.calendar)
	if f.sure(err) {
		out.AnswerBy = by
	}
	asked := s.AsOf
	if d != nil {
		out.Decided, out.Ruling, asked = d.On, d.Ruling, d.On
	} else if !out.Late {
		s.Open = append(s.Open, o.ID)
	}
	out.Overdue = !out.AnswerBy.IsZero() && asked > out.AnswerBy
	s.Objections = append(s.Objections, out)
}

// sure reports whether a day is known. One that depends on a year whose holidays are not is missing; any other error is a
// problem.
func (f *postingAt) sure(err error) bool {
	if year, ok := unknownYear(err); ok {
		if name := "holidays/" + strconv.Itoa(year); !slices.Contains(f.out.Missing, name) {
			f.out.Missing = append(f.out.Missing, name)
		}
		return false
	}
	f.list.At("notice").Take(err)
	return err == nil
}

// unknownYear returns the year whose holidays an error says are not known.
func unknownYear(err error) (int, bool) {
	var unknown *worktime.UnknownYearError
	if errors.As(err, &unknown) {
		return unknown.Year, true
	}
	return 0, false
}

// conclude says where the posting stands by its objections.
func (f *postingAt) conclude() {
	s := &f.out
	switch {
	case s.Ends.IsZero():
		s.State = PostingUnknown
	case len(s.Open) > 0:
		s.State = Objected
	case s.AsOf <= s.Ends:
		s.State = Posted
	default:
		s.State = Final
		s.Final, s.Outcome = s.final(), s.outcome()
	}
}

// final returns the first day after the notice on which nothing was open.
func (s *PostingStatus) final() civil.Date {
	day := s.Ends + 1
	for _, o := range s.Objections {
		if !o.Late {
			day = max(day, o.Decided)
		}
	}
	return day
}

// outcome returns what became of results that are final. One late objection that was upheld changes them too.
func (s *PostingStatus) outcome() PostingOutcome {
	out := Unopposed
	for _, o := range s.Objections {
		switch {
		case o.Ruling == Upheld:
			return Changed
		case !o.Late:
			out = Confirmed
		}
	}
	return out
}
