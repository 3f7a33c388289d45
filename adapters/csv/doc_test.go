package csv_test

import (
	"os"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/wuyekit/wuye/adapters/csv"
)

// The page names every field and every header of its own, and its example is one.
func TestMappingPage(t *testing.T) {
	file, err := os.ReadFile("MAPPING.md")
	require.NoError(t, err)
	page := string(file)
	_, rest, ok := strings.Cut(page, "```json\n")
	require.True(t, ok)
	example, _, ok := strings.Cut(rest, "```")
	require.True(t, ok)
	mapping(t, example)
	for _, k := range []csv.Kind{csv.Units, csv.Buildings, csv.Parties, csv.Tenancies, csv.Meters, csv.Readings, csv.Cases, csv.Events, csv.Sheets, csv.Records, csv.Subjects, csv.Figures} {
		for name, s := range csv.OwnMapping(k).Fields {
			require.Contains(t, page, "`"+name+"`", "%s", k)
			if k != csv.Units {
				continue
			}
			for _, h := range s.Columns {
				plain, _, _ := strings.Cut(h, "(")
				require.Contains(t, page, plain, "header of %s", name)
			}
		}
	}
}
