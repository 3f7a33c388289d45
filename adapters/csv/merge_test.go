package csv_test

import (
	"bytes"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/wuyekit/wuye/adapters/csv"
	"github.com/wuyekit/wuye/property"
)

// The same file twice changes nothing; three changed rows are three changes.
func TestMergeReportsExactlyWhatChanged(t *testing.T) {
	data := foreign(t, "seattle-benchmarking/2016_Building_Energy_Benchmarking.csv")
	read := func(data []byte) *property.Register {
		im, err := csv.Read(data, seattleMapping(t), csv.Options{})
		require.NoError(t, err)
		return register(t, im)
	}
	old := read(data)
	_, changes, err := property.Merge(old, read(data), day("2026-11-01"))
	require.NoError(t, err)
	require.Empty(t, changes.List)
	require.Equal(t, 1+3376+3376, changes.Unchanged, "the community, units and parties")

	for was, is := range map[string]string{
		`"88,434",0,"88,434",Hotel`:                    `"88,434",0,"88,435",Hotel`,
		`2,2016,NonResidential,Hotel,Paramount Hotel`:  `2,2016,NonResidential,Large Office,Paramount Hotel`,
		`3,2016,NonResidential,Hotel,5673-The Westin `: `3,2016,NonResidential,Hotel,The Westin `,
	} {
		require.Contains(t, string(data), was)
		data = bytes.Replace(data, []byte(was), []byte(is), 1)
	}
	_, changes, err = property.Merge(old, read(data), day("2026-11-01"))
	require.NoError(t, err)
	require.ElementsMatch(t, []property.Change{
		{Kind: property.Changed, Document: "unit", Code: "1", Fields: []string{"areas"}},
		{Kind: property.Changed, Document: "unit", Code: "2", Fields: []string{"use"}},
		{Kind: property.Changed, Document: "party", Code: "OSE-3", Fields: []string{"name"}},
	}, changes.List)
}
