package standard

// During returns the same evidence for another period (换一期间), half-open: of a year's records those of one month can be judged. Everything
// stays, because what was before counts for the gaps, the cases and the sheets of the period: subjects, records, statements of
// completeness, and AsOf, until which the period is judged. A figure without a period was of that of e, and now says so; one
// that is of the new period stands beside it.
//
// The result has the lists of e but for the figures; neither is to be changed while the other is in use.
func (e Evidence) During(start, end Point) Evidence {
	list := e.Figures
	e.Figures = make([]Figure, len(list))
	for i, f := range list {
		if f.Start.IsZero() && f.End.IsZero() {
			f.Start, f.End = e.Start, e.End
		}
		e.Figures[i] = f
	}
	e.Start, e.End = start, end
	return e
}
