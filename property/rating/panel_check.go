package rating

import (
	"strconv"

	"github.com/wuyekit/wuye/property/invalid"
)

const (
	maxSources = 100
	maxVotes   = 10_000
	// maxTrim is beyond any panel, and twice as much is still a number.
	maxTrim = 1_000_000
)

// Check reports every problem of the panel.
func (p Panel) Check(l *invalid.List) {
	required(l, "code", p.Code)
	if len(p.Sources) == 0 {
		l.At("sources").Add(invalid.ErrRequired, "sources")
	}
	checkMost(l, "sources", len(p.Sources), maxSources)
	codes := map[string]bool{}
	eachItem(l, "sources", p.Sources, func(s Source) {
		unique(l, codes, s.Code)
		s.check(l)
	})
	checkAbsence(l, p.Missing)
	checkRounding(l, p.Rounding)
}

func (s Source) check(l *invalid.List) {
	checkWeight(l, s.Weight)
	checkCount(l, "trim", s.Trim)
	checkCount(l, "atLeast", s.AtLeast)
}

// checkCount reports a number of scores that no panel has.
func checkCount(l *invalid.List, field string, n int) {
	switch {
	case n < 0:
		l.At(field).Add(ErrNegative, strconv.Itoa(n))
	case n > maxTrim:
		l.At(field).Add(ErrTooMany, strconv.Itoa(n), strconv.Itoa(maxTrim))
	}
}

// checkAbsence reports a rule for scores that are missing, but for [Award], which would make them up.
func checkAbsence(l *invalid.List, a Absence) {
	absenceWords().Check(l, "missing", uint8(a))
	if a == Award {
		l.At("missing").Add(ErrAward)
	}
}

// checkVotes reports every problem of the votes and returns them by source.
func (p Panel) checkVotes(l *invalid.List, votes []Vote) map[string][]Vote {
	by := make(map[string][]Vote, len(p.Sources))
	for _, s := range p.Sources {
		by[s.Code] = nil
	}
	checkMost(l, "votes", len(votes), maxVotes)
	raters := map[[2]string]bool{}
	eachItem(l, "votes", votes, func(v Vote) {
		checkScore(l, v.Score)
		known, ok := by[v.Source]
		if !ok {
			unknown(l, "source", v.Source)
			return
		}
		by[v.Source] = append(known, v)
		who := [2]string{v.Source, v.Rater}
		if v.Rater != "" && raters[who] {
			l.At("rater").Add(ErrTwice, invalid.Quote(v.Rater))
		}
		raters[who] = true
	})
	return by
}
