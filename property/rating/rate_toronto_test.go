package rating_test

import (
	"encoding/csv"
	"os"
	"path/filepath"
	"strconv"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/wuyekit/wuye/property/rating"
)

// torontoRubric is the sheet of RentSafeTO to 2022: items from 1 to 5, what does not apply left out, half up to a whole
// number, and bands on that.
func torontoRubric(codes []string) rating.Rubric {
	scale := rating.Scale{Code: "five", OutOf: pts("5")}
	for i := range 6 {
		scale.Levels = append(scale.Levels, rating.Level{Code: strconv.Itoa(i), Value: pts(strconv.Itoa(i))})
	}
	r := rating.Rubric{
		Code: "toronto-pre2023", Method: rating.ByWeights, OutOf: pts("100"), NotApplicable: rating.Renormalise, Unmarked: rating.Renormalise,
		Scales: []rating.Scale{scale}, Sections: []rating.Section{{Code: "all"}}, BandsOn: rating.OnRounded,
	}
	r.Rounding = append(r.Rounding, halfUp("1"))
	for _, code := range codes {
		r.Sections[0].Items = append(r.Sections[0].Items, byScale(code, "5", "five"))
	}
	r.Bands = []rating.Band{
		{Code: "Evaluation needs to be conducted in 3 years", From: pts("86")},
		{Code: "Evaluation needs to be conducted in 2 years", From: pts("66")},
		{Code: "Evaluation needs to be conducted in 1 year", From: pts("51")},
		{Code: "Building Audit"},
	}
	return r
}

// torontoRows reads what the city published; the test is skipped where it is not.
func torontoRows(tb testing.TB) [][]string {
	tb.Helper()
	dir := os.Getenv("WUYE_DATA")
	if dir == "" {
		dir = filepath.Join("..", "..", "..", "shared", "data")
	}
	path := filepath.Join(dir, "toronto-rentsafe", "evaluations-pre2023.csv")
	data, err := os.Open(path)
	if os.IsNotExist(err) {
		tb.Skipf("no real data: %s is not there; set WUYE_DATA", path)
	}
	require.NoError(tb, err)
	rows, err := csv.NewReader(data).ReadAll()
	require.NoError(tb, err)
	require.NoError(tb, data.Close())
	return rows
}

const (
	torontoScore, torontoOutcome, torontoAreas = 12, 13, 14
	torontoFirst, torontoEnd                   = 15, 35
)

// TestRateToronto: every score and every outcome that the city published, 11,759 of them; the one sheet without an item that
// applies is not rated, which is not 0.
func TestRateToronto(t *testing.T) {
	rows := torontoRows(t)
	items := rows[0][torontoFirst:torontoEnd]
	rules := compileRubric(t, torontoRubric(items))
	rated, outcomes := 0, map[string]int{}
	var out rating.Result
	for _, row := range rows[1:] {
		s := rating.Sheet{ID: row[0]}
		sum, applicable := 0, 0
		for i, code := range items {
			if value := row[torontoFirst+i]; value == "N/A" {
				s.Marks = append(s.Marks, notApplicable(code))
			} else if value != "" {
				s.Marks = append(s.Marks, leveled(code, value))
				n, err := strconv.Atoi(value)
				require.NoError(t, err)
				sum, applicable = sum+n, applicable+1
			}
		}
		require.NoError(t, rules.RateInto(&out, &s))
		require.Equal(t, applicable, out.Applicable, row[0])
		if out.State == rating.NothingApplies {
			require.Equal(t, "8364", row[0])
			require.Equal(t, "0", row[torontoScore], "the city published 0, of no area")
			require.Equal(t, "0", row[torontoAreas])
			require.False(t, out.Score.IsSet())
			continue
		}
		rated++
		outcomes[out.Band]++
		require.Equal(t, row[torontoScore], out.Score.String(), "sheet %s", row[0])
		require.Equal(t, row[torontoOutcome], out.Band, "sheet %s", row[0])
		require.Equal(t, row[torontoAreas], strconv.Itoa(out.Applicable), "sheet %s", row[0])
		require.Equal(t, strconv.Itoa(sum), out.Points.String(), "sheet %s", row[0])
	}
	require.Equal(t, 11759, rated)
	require.Equal(t, []int{1628, 7396, 2619, 117 - 1}, []int{
		outcomes["Evaluation needs to be conducted in 3 years"], outcomes["Evaluation needs to be conducted in 2 years"],
		outcomes["Evaluation needs to be conducted in 1 year"], outcomes["Building Audit"],
	})
}
