package rating_test

import (
	"math/big"
	"slices"

	"github.com/wuyekit/wuye/property/rating"
)

// outcome decides the state, the score and the band.
func (r *slowRater) outcome(res *slowResult, exact *big.Rat, missing []string, applies bool) {
	hits, open := slowVetoes(r.rubric.Vetoes, r.sheet.Events)
	does := func(e rating.Effect) bool {
		return slices.ContainsFunc(hits, func(v rating.Veto) bool { return v.Effect == e })
	}
	for _, v := range hits {
		res.Vetoes = append(res.Vetoes, v.Code)
	}
	worst := slowWorst(r.rubric.Bands, hits)
	unmarked := len(missing) > 0
	for _, o := range open {
		if slowCould(o.veto, does, r.rubric.Bands, worst) {
			missing = append(missing, o.names...)
		}
	}
	switch {
	case does(rating.Exclude):
		res.State, res.Missing = rating.Excluded, missing
		return
	case !applies && !unmarked:
		res.State, res.Missing = rating.NothingApplies, missing
		return
	case len(missing) > 0:
		res.State, res.Missing = rating.Unknown, missing
		return
	}
	res.State = rating.Rated
	score := exact
	res.Stages = slowStages(exact, r.rubric.Rounding)
	for _, s := range r.rubric.Rounding {
		score = slowRound(score, s)
	}
	on := exact
	if r.rubric.BandsOn == rating.OnRounded {
		on = score
	}
	if does(rating.Nullify) {
		score, on, res.Nullified, res.Stages = new(big.Rat), new(big.Rat), true, nil // nothing was rounded to make it 0
	}
	res.Score = slowText(score)
	res.Band, res.Missing = slowBandOf(r.rubric.Bands[max(worst, 0):], on, r.sheet.Facts, r.meets)
}

// meets reports whether a minimum is reached; what does not count needs nothing.
func (r *slowRater) meets(n rating.Need) bool {
	share := r.shares[n.Section]
	if n.Item != "" {
		j := r.judged[n.Item]
		if j.points == nil || j.absent == "notApplicable" {
			return true
		}
		share = slowQuo(j.points, j.full)
	}
	return share == nil || share.Cmp(slowRat(n.AtLeast)) >= 0
}

// slowBandOf returns the first band that holds, or what it waits for.
func slowBandOf(bands []rating.Band, on *big.Rat, facts []rating.Fact, meets func(rating.Need) bool) (string, []string) {
	for _, b := range bands {
		if b.From.IsSet() && on.Cmp(slowRat(b.From)) < 0 || b.Above.IsSet() && on.Cmp(slowRat(b.Above)) <= 0 {
			continue
		}
		holds := !slices.ContainsFunc(b.Needs, func(n rating.Need) bool { return !meets(n) })
		var unknown []string
		for i, name := range slices.Concat(b.When, b.Unless) {
			is, stated := slowFact(facts, name)
			switch {
			case !stated:
				unknown = append(unknown, name)
			case is != (i < len(b.When)):
				holds = false
			}
		}
		if holds && len(unknown) > 0 {
			slices.Sort(unknown)
			return "", slices.Compact(unknown)
		}
		if holds {
			return b.Code, nil
		}
	}
	return "", nil
}

func slowFact(facts []rating.Fact, name string) (is, stated bool) {
	for _, f := range facts {
		if f.Name == name {
			return f.Is, true
		}
	}
	return false, false
}

// slowOpen is a veto that may have taken effect, and the names of what is missing.
type slowOpen struct {
	veto  rating.Veto
	names []string
}

// slowVetoes returns the vetoes that took effect, and those of which that is not known.
func slowVetoes(vetoes []rating.Veto, events []rating.Event) (hits []rating.Veto, open []slowOpen) {
	for _, v := range vetoes {
		sure := 0
		maybe := 0
		var names []string
		for _, e := range events {
			if e.Veto != v.Code {
				continue
			}
			var unknown []string
			denied := false
			for _, need := range v.Needs {
				is, stated := slowFact(e.Facts, need)
				if !stated {
					unknown = append(unknown, v.Code+"/"+need+"/"+e.ID)
				}
				denied = denied || stated && !is
			}
			switch {
			case denied:
			case len(unknown) > 0:
				maybe++
				names = append(names, unknown...)
			default:
				sure++
			}
		}
		least := max(v.AtLeast, 1)
		switch {
		case v.Open && v.AtLeast == 0 && sure+maybe > 0:
			open = append(open, slowOpen{v, append(names, v.Code+"/atLeast")})
		case v.Open && v.AtLeast == 0:
		case sure >= least:
			hits = append(hits, v)
		case sure+maybe >= least:
			open = append(open, slowOpen{v, names})
		}
	}
	return hits, open
}

// slowWorst returns the first row of bands that limits leave; −1 without a limit.
func slowWorst(bands []rating.Band, hits []rating.Veto) int {
	worst := -1
	for _, v := range hits {
		if v.Effect == rating.Limit {
			worst = max(worst, slowRow(bands, v.Band))
		}
	}
	return worst
}

func slowRow(bands []rating.Band, code string) int {
	return slices.IndexFunc(bands, func(b rating.Band) bool { return b.Code == code })
}

// slowCould reports whether an open veto could do more than those that took effect.
func slowCould(v rating.Veto, does func(rating.Effect) bool, bands []rating.Band, worst int) bool {
	switch {
	case does(rating.Exclude):
		return false
	case v.Effect == rating.Exclude:
		return true
	case does(rating.Nullify):
		return false
	}
	return v.Effect == rating.Nullify || slowRow(bands, v.Band) > worst
}
