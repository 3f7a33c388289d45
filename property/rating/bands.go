package rating

// bandRow is a compiled [Band].
type bandRow struct {
	*Band
	edge  threshold
	needs []needed
}

// needed is a compiled [Need]; item is −1 where it is of a section.
type needed struct {
	item, section int
	atLeast       Score
}

// findBand finds the first band that holds, from a row on. Where that depends on a fact that is not stated, there is none, and the
// fact is named.
func (w *rater) findBand(from int) {
	if from >= len(w.rules.bands) {
		return
	}
	dst, looked := w.dst, w.dst.judged()
	var facts map[string]bool
	if len(w.sheet.Facts) > 0 {
		facts = factsOf(w.sheet.Facts)
	}
	for i := range w.rules.bands[from:] {
		row := &w.rules.bands[from+i]
		if !row.edge.holds(looked) || !w.meets(row.needs) {
			continue
		}
		holds, missing := row.given(facts)
		if !holds {
			continue
		}
		if dst.Missing = append(dst.Missing, missing...); len(missing) == 0 {
			dst.Edge = row.clone()
			dst.Band = dst.Edge.Code
		}
		return
	}
}

// judged returns the score that the bands look at.
func (r *Result) judged() Score {
	if r.BandsOn == OnRounded || r.Nullified {
		return r.Score
	}
	return r.Exact
}

// applies reports whether a minimum can be asked of an item: it counts, and not because what does not apply is given points.
func (i *ItemResult) applies() bool { return i.Points.IsSet() && i.Absent != absentNotApplicable }

// meets reports whether all minimum standards are met. What does not apply needs nothing.
func (w *rater) meets(needs []needed) bool {
	for _, n := range needs {
		points, of := w.dst.Sections[max(n.section, 0)].Points, w.dst.Sections[max(n.section, 0)].Of
		if n.item >= 0 {
			out := &w.dst.Items[n.item]
			if points, of = out.Points, out.Of; out.Absent == absentNotApplicable {
				continue
			}
		} else if w.sum(n.section).there == 0 {
			continue
		}
		if of.IsSet() && points.Compare(w.exact.times(of, n.atLeast)) < 0 {
			return false
		}
	}
	return true
}
