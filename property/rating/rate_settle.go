package rating

// settle says whether there is a score, rounds it, and finds the outcome.
func (w *rater) settle() {
	dst := w.dst
	vetoes := w.judgeVetoes()
	switch {
	case vetoes.effect == Exclude:
		dst.State = Excluded
	case w.unjudged:
		dst.State = Unknown
	case dst.Applicable == 0:
		dst.State = NothingApplies
	case len(vetoes.open) > 0:
		dst.State = Unknown
	default:
		dst.State = Rated
	}
	if vetoes.effect != Exclude {
		dst.Missing = append(dst.Missing, vetoes.open...)
	}
	if dst.State != Rated {
		return
	}
	if vetoes.effect == Nullify {
		dst.Nullified, dst.Score = true, whole(0)
	} else {
		w.round()
	}
	w.findBand(vetoes.from)
}

// round rounds the exact score, stage by stage.
func (w *rater) round() {
	dst := w.dst
	dst.Score = dst.Exact
	for _, r := range w.rules.doc.Rounding {
		dst.Score = w.exact.round(dst.Score, r)
		dst.Stages = append(dst.Stages, StageResult{r, dst.Score})
	}
}

// judgeVetoes returns what the events of the sheet come to together.
func (w *rater) judgeVetoes() ruling {
	if len(w.sheet.Events) == 0 {
		return ruling{}
	}
	verdicts := make([]verdict, len(w.rules.doc.Vetoes))
	events := make([][]*Event, len(verdicts))
	for i := range w.sheet.Events {
		e := &w.sheet.Events[i]
		k := w.rules.vetoes[e.Veto]
		events[k] = append(events[k], e)
	}
	for i, v := range w.rules.doc.Vetoes {
		verdicts[i] = v.judge(events[i], w.sheet.Project)
		verdicts[i].veto = i
		if len(verdicts[i].hits) > 0 {
			w.dst.Vetoes = append(w.dst.Vetoes, v.Code)
		}
	}
	return rule(w.rules.doc.Vetoes, w.rules.bandOf, verdicts)
}
