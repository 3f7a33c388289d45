package rating_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/stretchr/testify/require"

	"github.com/wuyekit/wuye/property/civil"
	"github.com/wuyekit/wuye/property/money"
	"github.com/wuyekit/wuye/property/rating"
)

// TestCredit: KPI-20. The result stays in the credit file for two years from the day it was awarded, and five stars may apply for titles.
func TestCredit(t *testing.T) {
	scheme := kpiScheme()
	scheme.CreditLasts = civil.MustParseSpan("P2Y")
	scheme.Rewards = []rating.Reward{{Band: "5", Amount: money.MustParse("20000.00 CNY"), Titles: []string{"cityRedFlag", "excellentEstate"}}}
	c := kpiContest(t, scheme)
	awarded := civil.MustParse("2025-02-28")
	s := kpiAssess(t, scheme, kpiBest())
	require.Equal(t, "20000.00 CNY", s.Reward.Amount.String())
	require.Empty(t, cmp.Diff(rating.CreditEntry{
		Enterprise: "E", Project: "P", Scheme: "stars", Year: 2024, State: rating.Rated, Band: "5", Titles: []string{"cityRedFlag", "excellentEstate"},
		Period: civil.Period{Start: awarded, End: civil.MustParse("2027-02-28")},
	}, c.Credit(s, awarded)))

	y := kpiBest(kpiEvent("a", "lift", "majorImpact"), kpiEvent("b", "media", "majorImpact", "verified", "responsible"))
	y.Revocations = []rating.Revocation{{Project: "P", Year: 2024, Reason: "cheated"}}
	s = kpiAssess(t, scheme, y)
	require.Nil(t, s.Reward)
	require.Empty(t, cmp.Diff(rating.CreditEntry{
		Enterprise: "E", Project: "P", Scheme: "stars", Year: 2024, State: rating.Revoked, Vetoes: []string{"lift", "media"}, Reason: "cheated",
		Period: civil.Period{Start: awarded, End: civil.MustParse("2027-02-28")},
	}, c.Credit(s, awarded)))

	four := kpiAssess(t, scheme, kpiYear(kpiQuarters("88", "88", "88", "88"), kpiQuarters("88", "88")))
	require.Nil(t, four.Reward, "no reward is named for four stars")
	forGood := kpiContest(t, kpiScheme()).Credit(four, awarded)
	require.True(t, forGood.Period.IsOpen())
	require.Empty(t, forGood.Titles)
}

// TestCreditOwnsItsTitles: a standing and an entry share nothing with the contest.
func TestCreditOwnsItsTitles(t *testing.T) {
	scheme := kpiScheme()
	scheme.Rewards = []rating.Reward{{Band: "5", Titles: []string{"cityRedFlag"}}}
	c := kpiContest(t, scheme)
	first, err := c.Assess(kpiBest())
	require.NoError(t, err)
	entry := c.Credit(first[0], civil.MustParse("2025-01-01"))
	first[0].Reward.Titles[0], first[0].Edge.Code = "spoilt", "spoilt"
	require.Equal(t, []string{"cityRedFlag"}, entry.Titles)
	again, err := c.Assess(kpiBest())
	require.NoError(t, err)
	require.Equal(t, "cityRedFlag", again[0].Reward.Titles[0])
	require.Equal(t, "5", again[0].Edge.Code)
}
