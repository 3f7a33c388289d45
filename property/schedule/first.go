package schedule

// firstTerm returns the term of whichever demand comes first. What one of them does not know makes the whole uncertain,
// unless another is overdue already.
func (j *judging) firstTerm(f *First, l *link) term {
	var first term
	var reason Reason
	var missing string
	for i := range f.Of {
		t := j.term(&f.Of[i], l)
		if t.reason != 0 && reason == 0 {
			reason, missing = t.reason, t.missing
		}
		if t.isEarlier(&first) {
			first = t
		}
	}
	first.reason, first.missing = reason, missing
	return first
}
