package estate_test

import (
	"encoding/csv"
	"errors"
	"io/fs"
	"testing"
	"testing/fstest"

	"github.com/stretchr/testify/require"

	"github.com/wuyekit/wuye/examples/estate"
	"github.com/wuyekit/wuye/property"
	"github.com/wuyekit/wuye/property/civil"
	"github.com/wuyekit/wuye/property/invalid"
	"github.com/wuyekit/wuye/property/measure"
)

func load(t *testing.T) estate.Estate {
	t.Helper()
	e, err := estate.Load(estate.Files(), civil.MustParse("2026-11-01"))
	require.NoError(t, err)
	return e
}

// TestTheTower holds the facts of rules PROP-01 and PROP-02: more than 40,000 m², 28 floors,
// 8 lifts, half of it a mall that the contract leaves out.
func TestTheTower(t *testing.T) {
	reg := load(t).Register
	var tower property.Building
	for b := range reg.Buildings() {
		if b.Code == "T1" {
			tower = b
		}
	}
	require.Equal(t, []int{28, 8}, []int{tower.Floors, tower.Lifts})
	require.Equal(t, 1, tower.GrossArea.Cmp(measure.MustParseArea("40000")))
	for contract := range reg.Contracts() {
		managed, err := tower.ManagedArea(contract.Scope)
		require.NoError(t, err)
		require.Equal(t, "20400.00 m2", managed.String())

		// By its units the part comes to 22 floors of 927.27 m², less T1-1205, whose 136.20 m²
		// nobody has surveyed yet, on a day before T1-1503 grew.
		byUnits, err := reg.ManagedArea(contract.Scope, civil.MustParse("2026-11-01"))
		require.ErrorIs(t, err, property.ErrNoArea)
		require.ErrorContains(t, err, "T1-1205")
		require.Equal(t, "20263.74 m2", byUnits.String())
	}
}

// TestZones: rule PROP-65.
func TestZones(t *testing.T) {
	var codes []string
	for _, z := range load(t).Register.Community().Zones {
		codes = append(codes, z.Code)
	}
	require.Equal(t, []string{"TOWER", "SOUTH", "NORTH", "MID"}, codes)
}

// TestHandover: rule PROP-47. Of 176 flats 6 are unsold; of the 170 sold 3 are not claimed at
// all and 2 only in mid-month.
func TestHandover(t *testing.T) {
	reg := load(t).Register
	flats := property.Scope{Uses: []property.Use{property.Dwelling}}
	require.Equal(t, property.Ratio{Part: 165, Of: 170}, reg.HandoverRate(flats, civil.MustParse("2026-11-01")))
	require.Equal(t, property.Ratio{Part: 167, Of: 170}, reg.HandoverRate(flats, civil.MustParse("2026-11-16")))
}

// TestOfficeOccupancy: rule PROP-10. Of 12 offices, six of each size, one is used by the
// manager itself, one is free, two are sold and the rest let; a merger ends one lease on
// the 20th.
func TestOfficeOccupancy(t *testing.T) {
	reg := load(t).Register
	offices := property.Scope{Uses: []property.Use{property.Office}}
	before, err := reg.Occupancy(offices, civil.MustParse("2026-11-20"))
	require.NoError(t, err)
	after, err := reg.Occupancy(offices, civil.MustParse("2026-11-21"))
	require.NoError(t, err)
	require.Equal(t, "90.7%", before.Rate().Percent(), "2383.30 of 2628.56 m²")
	require.Equal(t, "476.66 m2", before.Sold.String())
	require.Equal(t, "231.40 m2", before.SelfUsed.String())
	less, err := before.Leased.Sub(after.Leased)
	require.NoError(t, err)
	require.Equal(t, "245.26 m2", less.String(), "the merger")
}

// TestCSVAgreesWithTheRegister counts the rows of the files in another way.
func TestCSVAgreesWithTheRegister(t *testing.T) {
	reg := load(t).Register
	f, err := estate.Files().Open("units.csv")
	require.NoError(t, err)
	rows, err := csv.NewReader(f).ReadAll()
	require.NoError(t, err)
	codes := map[string]bool{}
	for _, row := range rows[1:] {
		codes[row[0]] = true
	}
	require.Len(t, codes, reg.Len())
	require.Len(t, rows[1:], reg.Len()+1, "T1-1503 has two rows, one for each area")
}

func TestLoadNamesTheFile(t *testing.T) {
	broken := fstest.MapFS{}
	require.NoError(t, fs.WalkDir(estate.Files(), ".", func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := fs.ReadFile(estate.Files(), path)
		broken[path] = &fstest.MapFile{Data: data}
		return err
	}))
	good := broken["units.csv"]
	for _, tt := range []struct{ file, data, want string }{
		{"units.csv", "房号,用途,年份\nA,住宅,1999\n", "nothing reads the columns 年份"},
		{"units.csv", "房号,用途,建筑面积\nA,住宅,一百\n", "units.csv"},
		{"tariffs.json", `{"currency":"CNY"}`, "tariffs.json"},
		{"facts.json", `{"hold":[]}`, "facts.json"},
		{"community.json", `{}`, "community.json"},
	} {
		kept := broken[tt.file]
		broken[tt.file] = &fstest.MapFile{Data: []byte(tt.data)}
		_, err := estate.Load(broken, civil.MustParse("2026-11-01"))
		require.ErrorContains(t, err, tt.want)
		broken[tt.file] = kept
	}
	facts := broken["facts.json"]
	delete(broken, "facts.json")
	without, err := estate.Load(broken, civil.MustParse("2026-11-01"))
	require.NoError(t, err)
	require.Empty(t, without.Facts)
	broken["facts.json"] = facts
	delete(broken, "units.csv")
	_, err = estate.Load(broken, civil.MustParse("2026-11-01"))
	require.True(t, errors.Is(err, fs.ErrNotExist))
	broken["units.csv"] = good
	_, err = estate.Load(broken, civil.MustParse("2026-11-01"))
	require.NoError(t, err)
	var problems *invalid.Error
	require.False(t, errors.As(err, &problems))
}
