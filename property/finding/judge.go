package finding

import "github.com/wuyekit/wuye/property/civil"

// judge says of each round how its deadline was kept, and of the case what follows.
func (f *follower) judge() {
	s := &f.out
	for i := range s.Rounds {
		f.judgeRound(&s.Rounds[i], i == len(s.Rounds)-1)
		s.OverdueDays += s.Rounds[i].OverdueDays
		if s.Rounds[i].Timing == Undecided {
			f.missing(f.lacks[i])
		}
	}
	if len(s.Rounds) == 0 {
		if s.State == Withdrawn {
			s.Timing = NotJudged
		}
		return
	}
	s.OriginalDue, s.Due = s.Rounds[0].OriginalDue, f.last().Due
	s.Timing = together(s.Rounds)
	if s.State == Open {
		s.State = stateOf(f.last().Timing)
	}
}

// judgeRound compares the deadline of a round with the day on which it ended, or that is asked about.
func (f *follower) judgeRound(r *Round, last bool) {
	r.Asked = r.Ended
	if r.Ended.IsZero() {
		r.Asked = f.asOf
	}
	switch {
	case f.out.State == Withdrawn || last && f.out.State == Waived:
		r.Timing = NotJudged
	case r.Due.IsZero():
		r.Timing = Undecided
	case r.Asked > r.Due:
		r.Timing, r.OverdueDays = Late, r.Asked.DaysSince(r.Due)
	case r.Ended.IsZero():
		r.Timing = Pending
	case r.Corrected.IsZero():
		r.Timing = NotJudged
	default:
		r.Timing = InTime
	}
}

// stateOf returns the state of a case that is to be corrected.
func stateOf(t Timing) State {
	switch t {
	case Late:
		return Overdue
	case Pending:
		return Open
	case Undecided, InTime, NotJudged:
	}
	return Unknown
}

// together returns the timing of a case: late if one deadline was not kept, else undecided if one is not known, else that of the
// last that is judged.
func together(rounds []Round) Timing {
	out, undecided := NotJudged, false
	for _, r := range rounds {
		switch r.Timing {
		case Late:
			return Late
		case Undecided:
			undecided = true
		case Pending, InTime:
			out = r.Timing
		case NotJudged:
		}
	}
	if undecided {
		return Undecided
	}
	return out
}

// overdueOn returns the first day of a round on which it was overdue.
func (r *Round) overdueOn() civil.Date { return r.Due + 1 }
