package csv_test

import (
	"bytes"
	stdcsv "encoding/csv"
	"encoding/json"
	"math/big"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/wuyekit/wuye/adapters/csv"
	"github.com/wuyekit/wuye/property"
	"github.com/wuyekit/wuye/property/invalid"
	"github.com/wuyekit/wuye/property/measure"
)

// foreign returns a file that nobody here wrote; the test is skipped where there are
// none.
func foreign(tb testing.TB, name string) []byte {
	tb.Helper()
	dir := os.Getenv("WUYE_DATA")
	if dir == "" {
		dir = filepath.Join("..", "..", "..", "shared", "data")
	}
	data, err := os.ReadFile(filepath.Join(dir, filepath.FromSlash(name)))
	if os.IsNotExist(err) {
		tb.Skipf("no real data: %s is not in %s; set WUYE_DATA", name, dir)
	}
	require.NoError(tb, err)
	return data
}

func mapping(tb testing.TB, text string) csv.Mapping {
	tb.Helper()
	m, err := invalid.Decode[csv.Mapping]([]byte(text), "mapping")
	require.NoError(tb, err)
	return m
}

func mappingFile(tb testing.TB, path ...string) csv.Mapping {
	tb.Helper()
	text, err := os.ReadFile(filepath.Join(path...))
	require.NoError(tb, err)
	return mapping(tb, string(text))
}

func seattleMapping(tb testing.TB) csv.Mapping {
	tb.Helper()
	return mappingFile(tb, "testdata", "seattle.mapping.json")
}

func register(tb testing.TB, im *csv.Import) *property.Register {
	tb.Helper()
	b := property.NewBuilder(property.Community{Code: "test"})
	im.AddTo(b)
	r, err := b.Build()
	require.NoError(tb, err)
	return r
}

func TestSeattle(t *testing.T) {
	data := foreign(t, "seattle-benchmarking/2016_Building_Energy_Benchmarking.csv")
	im, err := csv.Read(data, seattleMapping(t), csv.Options{})
	require.NoError(t, err)
	require.Equal(t, [4]int{3376, 3376, 0, 0}, [4]int{im.Rows, im.Good, im.BadRows, len(im.Ignored)})
	require.Len(t, im.Units, 3376)
	require.Len(t, im.Parties, 3376)
	require.Equal(t, csv.UTF8, im.Encoding)
	require.Contains(t, im.Unused, "Electricity(kWh)")

	mayflower := im.Units[0]
	require.Equal(t, "1", mayflower.Code)
	require.Equal(t, property.Use("hotel"), mayflower.Use)
	require.Equal(t, "OSE-1", mayflower.DefaultPayer)
	require.Equal(t, measure.MustParseArea("8215.7874"), mayflower.Areas[0].Value.Gross, "88,434 ft² × 0.09290304 = 8215.78743936")
	require.Equal(t, property.Party{Code: "OSE-1", Name: "Mayflower park hotel"}, im.Parties[0])

	total := int64(0)
	for _, u := range im.Units {
		total += u.Areas[0].Value.Gross.Units()
	}
	require.Equal(t, seattleArea(t, data), total)
	register(t, im)
}

// The example bills the same file by a mapping of its own.
func TestSeattleExample(t *testing.T) {
	data := foreign(t, "seattle-benchmarking/2016_Building_Energy_Benchmarking.csv")
	im, err := csv.Read(data, mappingFile(t, "..", "..", "examples", "monthend", "seattle.mapping.json"), csv.Options{})
	require.NoError(t, err)
	require.Equal(t, 3376, im.Good)
	register(t, im)
}

// seattleArea adds the areas up by another way: encoding/csv, big integers and the
// rounding written out. A square foot is 0.09290304 m², so ten-thousandths of a
// square metre are feet × 9290304 / 10000.
func seattleArea(t *testing.T, data []byte) int64 {
	t.Helper()
	rows, err := stdcsv.NewReader(bytes.NewReader(bytes.TrimPrefix(data, []byte("\xef\xbb\xbf")))).ReadAll()
	require.NoError(t, err)
	column := -1
	for i, h := range rows[0] {
		if h == "PropertyGFABuilding(s)" {
			column = i
		}
	}
	total := new(big.Int)
	for _, row := range rows[1:] {
		feet, ok := new(big.Int).SetString(strings.ReplaceAll(row[column], ",", ""), 10)
		require.True(t, ok, row[column])
		feet.Mul(feet, big.NewInt(9290304)).Add(feet, big.NewInt(5000))
		total.Add(total, feet.Div(feet, big.NewInt(10000)))
	}
	return total.Int64()
}

func TestBuildingDataGenome(t *testing.T) {
	data := foreign(t, "bdg1/meta_open.csv")
	require.NotContains(t, string(data), "\n", "lines end in CR alone")
	im, err := csv.Read(data, mapping(t, `{"fields": {
		"unit.code": {"column": "uid"},
		"unit.use": {"column": "primaryspaceusage", "values": {
			"Office": "office", "Dormitory": "dwelling", "Primary/Secondary Classroom": "school",
			"College Classroom": "school", "College Laboratory": "laboratory"}},
		"unit.area": {"column": "sqm", "round": "0.0001"}
	}}`), csv.Options{})
	require.NoError(t, err)
	require.Equal(t, 507, im.Good)
	require.Equal(t, measure.MustParseArea("9804.0536"), im.Units[0].Areas[0].Value.Gross, "9804.05359")
	register(t, im)
}

func TestGenomeWithoutRounding(t *testing.T) {
	data := foreign(t, "bdg1/meta_open.csv")
	im, err := csv.Read(data, mapping(t, `{"fields": {
		"unit.code": {"column": "uid"}, "unit.use": {"constant": "office"}, "unit.area": {"column": "sqm"}}}`), csv.Options{})
	require.ErrorIs(t, err, measure.ErrAreaScale, "nothing is rounded unless said")
	require.Equal(t, 507, im.Good+im.BadRows)
	require.Equal(t, csv.BadCell{
		Line: 2, Column: 13, Header: "sqm", Value: "9804.05359",
		Problem: &invalid.FieldError{Path: "unit.area", Rule: measure.ErrAreaScale, Args: []string{"9804.05359"}},
	}, im.Bad[0])
}

func TestTorontoBuildings(t *testing.T) {
	data := foreign(t, "toronto-rentsafe/registrations.csv")
	im, err := csv.Read(data, mapping(t, `{"kind": "buildings", "fields": {
		"code": {"column": "RSN"}, "name": {"column": "SITE_ADDRESS"}, "zone": {"template": "ward {WARD}"},
		"floors": {"column": "CONFIRMED_STOREYS"}, "lifts": {"column": "NO_OF_ELEVATORS"}}}`), csv.Options{})
	require.NoError(t, err)
	require.Len(t, im.Buildings, 3611)
	require.Equal(t, property.Building{Code: "4153437", Name: "181-183  GERRARD ST E", Zone: "ward 13", Floors: 4}, im.Buildings[0])
	lifts := 0
	for _, b := range im.Buildings {
		lifts += b.Lifts
	}
	require.Equal(t, torontoLifts(t, data), lifts)
}

func torontoLifts(t *testing.T, data []byte) int {
	t.Helper()
	rows, err := stdcsv.NewReader(bytes.NewReader(data)).ReadAll()
	require.NoError(t, err)
	sum := new(big.Int)
	for _, row := range rows[1:] {
		for i, h := range rows[0] {
			if n, ok := new(big.Int).SetString(row[i], 10); ok && h == "NO_OF_ELEVATORS" {
				sum.Add(sum, n)
			}
		}
	}
	return int(sum.Int64())
}

// A mapping survives its own codec.
func TestMappingRoundTrip(t *testing.T) {
	for _, m := range []csv.Mapping{seattleMapping(t), csv.OwnMapping(csv.Units), csv.OwnMapping(csv.Tenancies)} {
		text, err := json.Marshal(m)
		require.NoError(t, err)
		require.Equal(t, m, mapping(t, string(text)))
	}
}
