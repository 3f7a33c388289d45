package rating

import (
	"slices"

	"github.com/wuyekit/wuye/property/invalid"
	"github.com/wuyekit/wuye/property/metric"
)

// Gap returns what the year of a project misses to a band: by its code, or "" for the next better one than it has (距上一星级还差多少). The
// points are of the year's score; facts are those of the project, [Project.Facts].
//
// Errors: [ErrNoScore] for a standing that is neither rated nor excluded by a veto; [ErrNoBand]; [ErrNoBetter]; [ErrScoreRange].
func (c *Contest) Gap(s *Standing, facts []Fact, band string) (Gap, error) {
	if !s.Exact.IsSet() || s.State != Rated && s.State != Excluded {
		return Gap{}, invalid.Value(ErrNoScore, invalid.Quote(s.Project), s.State.String())
	}
	a := aim{
		bands: c.doc.Bands, vetoes: c.doc.Vetoes, facts: factsOf(facts), exact: s.Exact,
		floor: metric.MustParseFigure("0"), share: func(Need) Score { return Score{} },
	}
	for _, h := range s.Vetoes {
		if !slices.Contains(a.hits, h.Veto) {
			a.hits = append(a.hits, h.Veto)
		}
	}
	if c.doc.BandsOn == OnRounded {
		a.rounding = c.doc.Rounding
	}
	g := Gap{Project: s.Project, Year: s.Year, Scheme: s.Scheme, Version: s.Version, Exact: s.Exact, Band: s.Band}
	_, err := a.gap(&g, band)
	return g, err
}
