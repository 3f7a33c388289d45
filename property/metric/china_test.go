package metric_test

import (
	"encoding/json"
	"regexp"
	"strings"
	"testing"
	"unicode"

	"github.com/google/go-cmp/cmp"
	"github.com/stretchr/testify/require"

	"github.com/wuyekit/wuye/property/invalid"
	"github.com/wuyekit/wuye/property/metric"
)

// TestChinaIsInBothLanguages: every metric and every term has a name in Chinese and one in English.
func TestChinaIsInBothLanguages(t *testing.T) {
	han := func(r rune) bool { return unicode.Is(unicode.Han, r) }
	check := func(n metric.Name, of string) {
		require.True(t, strings.ContainsFunc(n.ZH, han), of)
		require.NotEmpty(t, n.EN, of)
		require.False(t, strings.ContainsFunc(n.EN, han), of)
	}
	seen := map[metric.Name]string{}
	for d := range china(t).All() {
		check(d.Name, d.Code)
		require.Empty(t, seen[d.Name], "%s has the name of another", d.Code)
		seen[d.Name] = d.Code
		check(d.Counts.Name, d.Code)
		for _, b := range d.Bases {
			check(b.Name, d.Code)
		}
		require.Regexp(t, regexp.MustCompile(`^[a-z][a-zA-Z]+$`), d.Code)
	}
	require.GreaterOrEqual(t, len(seen), 40)
}

// TestChinaHasTheApartmentTargets: 4 of service, 3 of security, 5 of repairs, 2 of cleaning, 3 of greening are the 17 of
// KPI-36, with the figures of KPI-28 to KPI-35.
func TestChinaHasTheApartmentTargets(t *testing.T) {
	got := map[string]string{}
	for d := range china(t).All() {
		for _, target := range d.Targets {
			if target.Scale == "001-12" {
				got[d.Code] = target.Is.String() + " " + target.Value.String()
			}
		}
	}
	want := map[string]string{
		"serviceSatisfaction": "atLeast 0.99", "complaintRate": "atMost 0.01", "collection": "atLeast 0.98", "returnVisit": "exactly 1",
		"majorAccidents": "exactly 0", "generalAccidents": "atMost 0.001", "securitySatisfaction": "atLeast 0.99",
		"repairTimeliness": "exactly 1", "repairPass": "exactly 1", "equipmentSoundness": "exactly 1", "repairVisit": "exactly 1",
		"repairSatisfaction": "atLeast 0.99",
		"cleaningPass":       "exactly 1", "cleaningSatisfaction": "atLeast 0.99",
		"plantSurvival": "exactly 1", "greeningPass": "exactly 1", "greeningSatisfaction": "atLeast 0.99",
	}
	require.Empty(t, cmp.Diff(want, got))
	require.Len(t, got, 17)
}

// TestChinaLeavesOpenWhatTheSourcesLeaveOpen: a base that no source names is the caller's to say, and a masked
// target is none (KPI-37, KPI-39).
func TestChinaLeavesOpenWhatTheSourcesLeaveOpen(t *testing.T) {
	set := china(t)
	for _, code := range []string{"complaintRate", "generalAccidents", "serviceSatisfaction", "repairPass"} {
		d, ok := set.Definition(code)
		require.True(t, ok, code)
		require.GreaterOrEqual(t, len(d.Bases), 2, code)
		_, err := set.Value(counted(code, "1", "1000"))
		require.ErrorIs(t, err, metric.ErrBaseOpen, code)
	}
	for _, code := range []string{"complaintHandling", "recordAccuracy"} {
		d, ok := set.Definition(code)
		require.True(t, ok, code)
		require.Empty(t, d.Targets, code)
	}
}

// TestChinaNamesItsRules: every source names a rule or an example; two are trade usage, and say so.
func TestChinaNamesItsRules(t *testing.T) {
	rule := regexp.MustCompile(`\b(PROP|BILL|MAINT|SEC|CLEAN|KPI|STAFF)-[0-9]+\b|\bEX-[0-9]+\b|DOMAIN-CN [0-9]+(\.[0-9]+)?`)
	usage := 0
	for d := range china(t).All() {
		if d.Source == "行业惯例" {
			usage++
		} else {
			require.Regexp(t, rule, d.Source, d.Code)
		}
		for _, target := range d.Targets {
			require.Regexp(t, rule, target.Source, d.Code)
			require.True(t, target.Scale == "" || strings.HasPrefix(target.Scale, "00"), target.Scale)
		}
	}
	require.Equal(t, 2, usage)
}

func TestChinaRoundTrip(t *testing.T) {
	c := metric.China()
	text, err := json.Marshal(c)
	require.NoError(t, err)
	back, err := invalid.Decode[metric.Catalogue](text, "china")
	require.NoError(t, err)
	require.Equal(t, c, back)
	c.Metrics[0].Code = "changed"
	require.NotEqual(t, c, metric.China(), "each call gives one of its own")
}
