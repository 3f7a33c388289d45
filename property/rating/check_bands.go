package rating

import (
	"cmp"
	"slices"
	"strconv"

	"github.com/wuyekit/wuye/property/invalid"
)

// The rules of bands and vetoes.
const (
	// ErrEdges is a band with two edges.
	ErrEdges invalid.RuleError = "rating/edges: a band begins at a score or above it, not both"
	// ErrHidden is a band that no score reaches.
	ErrHidden invalid.RuleError = "rating/hidden: this row is never reached; row %[1]s before it holds for every score that it holds for. Put the best first"
	// ErrVetoBand is a band of a veto that limits none, or none of one that does.
	ErrVetoBand invalid.RuleError = "rating/veto-band: the effect limit, and no other, names the best band that it leaves"
)

const (
	maxBands  = 100
	maxVetoes = 64
	maxFacts  = 64
)

// checkBands reports every problem of a list of bands, but for their needs, and returns their codes.
func checkBands(l *invalid.List, bands []Band) map[string]bool {
	checkMost(l, "bands", len(bands), maxBands)
	codes := map[string]bool{}
	lowest, row := threshold{}, -1 // of the rows without conditions so far
	for i, b := range bands {
		l.Enter("bands")
		l.EnterIndex(i)
		b.check(l)
		e := b.threshold()
		switch {
		case row >= 0 && lowest.compare(e) <= 0:
			l.Add(ErrHidden, strconv.Itoa(row+1))
		case len(b.Needs)+len(b.When)+len(b.Unless) == 0:
			lowest, row = e, i
		}
		codes[b.Code] = true
		l.Leave()
		l.Leave()
	}
	return codes
}

func (b Band) check(l *invalid.List) {
	required(l, "code", b.Code)
	if b.From.IsSet() && b.Above.IsSet() {
		l.At("above").Add(ErrEdges)
	}
	checkMost(l, "when", len(b.When), maxFacts)
	checkNames(l, "when", b.When)
	checkMost(l, "unless", len(b.Unless), maxFacts)
	checkNames(l, "unless", b.Unless)
	for i, name := range b.Unless {
		if slices.Contains(b.When, name) { // it would have to be true and false
			l.At("unless", i).Add(ErrTwice, invalid.Quote(name))
		}
	}
}

// threshold is where a band begins; without a score it holds for every one.
type threshold struct {
	at        Score
	exclusive bool
}

func (b Band) threshold() threshold {
	if b.Above.IsSet() {
		return threshold{ScoreOf(b.Above), true}
	}
	return threshold{ScoreOf(b.From), false}
}

// compare orders edges by how little they ask.
func (t threshold) compare(f threshold) int {
	if c := t.at.Compare(f.at); c != 0 || t.exclusive == f.exclusive {
		return c
	}
	if t.exclusive {
		return 1
	}
	return -1
}

// holds reports whether a score is on the band's side of the edge.
func (t threshold) holds(s Score) bool {
	if t.exclusive {
		return s.Compare(t.at) > 0
	}
	return s.Compare(t.at) >= 0
}

// checkVetoes reports every problem of a list of vetoes.
func checkVetoes(l *invalid.List, vetoes []Veto, bands map[string]bool) {
	checkMost(l, "vetoes", len(vetoes), maxVetoes)
	codes := map[string]bool{}
	eachItem(l, "vetoes", vetoes, func(v Veto) {
		unique(l, codes, v.Code)
		v.check(l, bands)
	})
}

func (v Veto) check(l *invalid.List, bands map[string]bool) {
	checkMost(l, "needs", len(v.Needs), maxFacts)
	checkNames(l, "needs", v.Needs)
	if v.AtLeast < 0 {
		l.At("atLeast").Add(ErrNegative, strconv.Itoa(v.AtLeast))
	}
	if v.Effect == 0 {
		l.At("effect").Add(invalid.ErrRequired, "effect")
	}
	effectWords().Check(l, "effect", uint8(v.Effect))
	scopeWords().Check(l, "scope", uint8(v.Scope))
	switch {
	case (v.Band != "") != (v.Effect == Limit):
		l.At("band").Add(ErrVetoBand)
	case v.Band != "" && !bands[v.Band]:
		l.At("band").Add(ErrUnknown, invalid.Quote(v.Band))
	}
}

// least returns how many events the veto takes.
func (v Veto) least() int { return cmp.Or(v.AtLeast, 1) }
