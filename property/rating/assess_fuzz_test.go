package rating_test

import (
	"encoding/json"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/wuyekit/wuye/property/civil"
	"github.com/wuyekit/wuye/property/invalid"
	"github.com/wuyekit/wuye/property/rating"
)

// FuzzAssess: no scheme and no year make it panic; what it says is sorted, complete, and explains itself before and after it
// was stored.
func FuzzAssess(f *testing.F) {
	add := func(s rating.Scheme, y rating.Year) {
		scheme, err := json.Marshal(s)
		require.NoError(f, err)
		year, err := json.Marshal(y)
		require.NoError(f, err)
		f.Add(scheme, year)
	}
	add(kpiScheme(), kpiBest(kpiEvent("e", "lift", "majorImpact"), kpiEvent("f", "media", "-verified")))
	add(kpiScheme(), kpiYear(kpiQuarters("84.1", "84.8", "95.5", "1258/15"), kpiQuarters("80.8", "")))
	group := kpiScheme()
	group.Tiers[0].Mean, group.Tiers[1].Gate.Any, group.Bars = rating.GroupMean, true, 100
	group.Vetoes[0].Effect, group.Vetoes[1].Effect, group.Vetoes[1].Band = rating.Nullify, rating.Limit, "3"
	y := kpiBest(kpiEvent("e", "lift", "majorImpact"))
	y.Projects[0].Group = "north"
	y.Revocations = []rating.Revocation{{Project: "P", Year: 1, Reason: "x"}}
	add(group, y)
	f.Fuzz(func(t *testing.T, schemeJSON, yearJSON []byte) {
		scheme, err := invalid.Decode[rating.Scheme](schemeJSON, "scheme")
		if err != nil {
			return
		}
		c, err := rating.CompileScheme(scheme, nil)
		if err != nil {
			return
		}
		year := halfRead[rating.Year](yearJSON) // Assess refuses what is wrong
		standings, err := c.Assess(year)
		if err != nil {
			require.Nil(t, standings)
			return
		}
		require.Len(t, standings, len(year.Projects))
		for i := range standings {
			s := &standings[i]
			require.False(t, i > 0 && standings[i-1].Project >= s.Project)
			requireExplained(t, s)
			requireStored(t, *s)
			c.Credit(*s, civil.MustParse("2025-01-01"))
		}
	})
}

// FuzzStandingWhy: no stored standing makes its derivations panic.
func FuzzStandingWhy(f *testing.F) {
	f.Add([]byte(`{"scheme":"s","year":2024,"project":"P","state":"rated","tiers":[{"tier":"a","weight":"1","rounds":[{"nth":1,"counts":true}]}],"score":"1/3"}`))
	f.Add([]byte(`{"scheme":"s","year":2024,"project":"P","state":"excluded","exact":"5","vetoes":[{"veto":"v","project":"Q","effect":"zero"}]}`))
	f.Fuzz(func(t *testing.T, data []byte) {
		s := halfRead[rating.Standing](data)
		why, band := s.Why(), s.WhyBand()
		if why.Check() == nil && s.State == rating.Rated && why.Value.Text != s.Score.String() && s.Score.IsSet() {
			t.Fatalf("why says %s, the score is %s", why.Value.Text, s.Score)
		}
		if band.Check() == nil && s.State == rating.Rated && s.Band != "" && band.Value.Text != s.Band {
			t.Fatalf("why says %s, the band is %s", band.Value.Text, s.Band)
		}
	})
}

// halfRead returns what can be read of a document, whatever is wrong with the rest.
func halfRead[T any](data []byte) T {
	doc, err := invalid.Decode[T](data, "document")
	if err != nil {
		return doc
	}
	return doc
}
