package rating

import (
	"cmp"
	"math/big"
	"slices"

	"github.com/wuyekit/wuye/property/invalid"
	"github.com/wuyekit/wuye/property/metric"
)

// Ranking says how scores become ranks and relative bands (排名办法). It is a document; [Rank] applies it.
//
// What it gives is a rank and a band and never more: to be last of a ranking is a place, not a reason to dismiss.
type Ranking struct {
	// Ties says which ranks equal scores have.
	Ties Ties `json:"ties"`
	// Bands are the relative bands, the first that an entry is in is its own.
	Bands []RelativeBand `json:"bands,omitempty"`
}

// RelativeBand is the best or the worst part of a ranking (相对等次): the bottom 2.5 %, the best ten.
//
// Of n ranked entries it is meant for the k at its end: Count, or Share × n as a whole number by Part. The score of the k-th is the
// cut; entries that are better (at the top) or worse (at the bottom) than the cut are in. Those at the cut are in too if the k
// take them all; otherwise AtCut decides for all of them alike.
type RelativeBand struct {
	Code string      `json:"code"`
	Name metric.Name `json:"name,omitzero"`
	// End is where it is counted from.
	End End `json:"end"`
	// Share is the part of the entries, above 0 and at most 1, and Count their number: exactly one of them.
	Share metric.Figure `json:"share,omitzero"`
	Count int           `json:"count,omitempty"`
	// Part says what a part of an entry counts, where Share × n is not whole: [Started], or unset, takes 89.6 as 90, and [Full] as
	// 89. [Exact] is refused.
	Part Part `json:"part,omitempty"`
	// AtCut says what becomes of equal scores at the cut.
	AtCut AtCut `json:"atCut"`
}

// Entry is one that is ranked: a project with its year's score, a sheet.
type Entry struct {
	ID    string `json:"id"`
	Score Score  `json:"score,omitzero"`
}

// Place is where an entry stands (名次).
type Place struct {
	ID    string `json:"id"`
	Score Score  `json:"score,omitzero"`
	// Rank is from 1, the highest score; 0: without a score there is none.
	Rank int `json:"rank,omitempty"`
	// Tied is how many others have the same score.
	Tied int `json:"tied,omitempty"`
	// Below is the share of the ranked entries whose score is lower, 0 to 1.
	Below Score `json:"below,omitzero"`
	// Band is the first relative band that it is in.
	Band string `json:"band,omitempty"`
}

// Rank returns where every entry stands, the highest score first and equal scores by ID. Entries without a score have no rank and
// no band, count for no share, and stand last.
//
// Errors: every problem of the ranking and of the entries: [ErrTwice] for an ID that two of them have.
func Rank(entries []Entry, how Ranking) ([]Place, error) {
	if err := checkRank(entries, how); err != nil {
		return nil, err
	}
	places := rankedPlaces(entries)
	scored := len(places)
	for scored > 0 && !places[scored-1].Score.IsSet() {
		scored--
	}
	giveRanks(places[:scored], how.Ties)
	for _, c := range cuts(places[:scored], how.Bands) {
		giveBand(places[:scored], c)
	}
	return places, nil
}

// rankedPlaces returns the entries in the order of a ranking.
func rankedPlaces(entries []Entry) []Place {
	places := make([]Place, len(entries))
	for i, e := range entries {
		places[i] = Place{ID: e.ID, Score: e.Score}
	}
	slices.SortStableFunc(places, func(a, b Place) int {
		return cmp.Or(b.Score.Compare(a.Score), cmp.Compare(a.ID, b.ID))
	})
	return places
}

// giveRanks sets what depends on ties; the places are in order and have scores.
func giveRanks(places []Place, ties Ties) {
	group := 0
	for from := 0; from < len(places); group++ {
		to := from + 1
		for to < len(places) && places[to].Score == places[from].Score {
			to++
		}
		for i := from; i < to; i++ {
			places[i].Rank = rankOf(ties, i, from, group)
			places[i].Tied = to - from - 1
			places[i].Below = fraction(int64(len(places)-to), int64(len(places)))
		}
		from = to
	}
}

// rankOf returns the rank of place i, whose score begins at place first and is the group-th that differs.
func rankOf(ties Ties, i, first, group int) int {
	switch ties {
	case DenseRank:
		return group + 1
	case OrdinalRank:
		return i + 1
	case CompetitionRank:
	}
	return first + 1
}

// giveBand sets the band of those within a cut that have none yet.
func giveBand(places []Place, c Cut) {
	part := places[:c.Entries]
	if c.End == FromBottom {
		part = places[len(places)-c.Entries:]
	}
	for i := range part {
		if part[i].Band == "" {
			part[i].Band = c.Band
		}
	}
}

// Cut is where a relative band ends (分界).
type Cut struct {
	Band string `json:"band"`
	End  End    `json:"end"`
	// Of is how many entries are ranked, and Meant how many of them the band is for.
	Of    int `json:"of"`
	Meant int `json:"meant"`
	// Score is that of the last that it is meant for; unset if it is for none.
	Score Score `json:"score,omitzero"`
	// Entries is how many are in by the rule for equal scores, and AtCut how many have the score of the cut.
	Entries int `json:"entries"`
	AtCut   int `json:"atCut,omitempty"`
}

// Cuts returns where each relative band of a ranking ends, in the order of its bands.
//
// Errors: as [Rank].
func Cuts(entries []Entry, how Ranking) ([]Cut, error) {
	if err := checkRank(entries, how); err != nil {
		return nil, err
	}
	places := rankedPlaces(entries)
	places = slices.DeleteFunc(places, func(p Place) bool { return !p.Score.IsSet() })
	return cuts(places, how.Bands), nil
}

func cuts(places []Place, bands []RelativeBand) []Cut {
	out := make([]Cut, 0, len(bands))
	for _, b := range bands {
		out = append(out, b.cut(places))
	}
	return out
}

// cut returns where the band ends among places that are in order and have scores.
func (b RelativeBand) cut(places []Place) Cut {
	c := Cut{Band: b.Code, End: b.End, Of: len(places), Meant: b.meant(len(places))}
	if c.Meant == 0 {
		return c
	}
	at := func(i int) Score { // the score of the i-th from the end of the band
		if b.End == FromBottom {
			i = len(places) - 1 - i
		}
		return places[i].Score
	}
	c.Score = at(c.Meant - 1)
	first, end := c.Meant-1, c.Meant
	for first > 0 && at(first-1) == c.Score {
		first--
	}
	for end < len(places) && at(end) == c.Score {
		end++
	}
	c.AtCut, c.Entries = end-first, end
	if end > c.Meant && b.AtCut == CutExcludes {
		c.Entries = first
	}
	return c
}

// meant returns for how many of n entries the band is.
func (b RelativeBand) meant(n int) int {
	if !b.Share.IsSet() {
		return min(b.Count, n)
	}
	share := new(big.Rat).Mul(b.Share.Decimal().Rat(), big.NewRat(int64(n), 1))
	whole, rest := new(big.Int).QuoRem(share.Num(), share.Denom(), new(big.Int))
	if rest.Sign() > 0 && b.Part != Full {
		whole.Add(whole, big.NewInt(1))
	}
	return int(whole.Int64()) // a share is at most 1
}

// checkRank reports the problems of a ranking and of what it is applied to.
func checkRank(entries []Entry, how Ranking) error {
	var l invalid.List
	how.Check(&l)
	used := make(map[string]bool, len(entries))
	for i, e := range entries {
		if used[e.ID] {
			l.At("entries", i, "id").Add(ErrTwice, invalid.Quote(e.ID))
		}
		used[e.ID] = true
	}
	return l.Err("ranking")
}
