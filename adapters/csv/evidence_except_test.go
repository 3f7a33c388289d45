package csv_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/wuyekit/wuye/adapters/csv"
	"github.com/wuyekit/wuye/property/standard"
)

// A bad row takes the completeness of its kind away, and gives none to a kind that was excepted before.
func TestDoubtfulKindsExcept(t *testing.T) {
	im, err := csv.Read([]byte("id,kind,subject,at\na,patrol,,noon\n"), csv.Mapping{Kind: csv.Records}, csv.Options{Vocabulary: words(t)})
	require.Error(t, err)
	e := standard.Evidence{Complete: []standard.Complete{{
		Kind: "*", Except: []string{"repair", "sheet"}, From: standard.MustParsePoint("2026-03-01"), To: standard.MustParsePoint("2026-04-01"),
	}}}
	im.AddEvidence(&e)
	var left []string
	for _, c := range e.Complete {
		require.Empty(t, c.Except)
		left = append(left, c.Kind)
	}
	require.Equal(t, []string{"lift", "permit"}, left)
}
