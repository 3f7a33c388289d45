package estate_test

import (
	"io/fs"
	"testing"
	"testing/fstest"

	"github.com/stretchr/testify/require"

	"github.com/wuyekit/wuye/billing/meter"
	"github.com/wuyekit/wuye/examples/estate"
	"github.com/wuyekit/wuye/property/civil"
	"github.com/wuyekit/wuye/property/invalid"
	"github.com/wuyekit/wuye/property/measure"
)

// TestReadings: every field of a reading has its column.
func TestReadings(t *testing.T) {
	got, err := estate.Readings([]byte("\ufeff"+estate.ReadingsHeader+"\n"+
		"E-1,2026-01-25,true,peak,99.5,estimated,true,\"right, as the tenant says\",张敏,a.jpg\n"+
		"W-1,2026-01-31,,,0,remote,,,,\n"), "readings.csv")
	require.NoError(t, err)
	want := []meter.Reading{
		{
			Meter: "E-1", On: civil.MustParse("2026-01-25"), Opening: true, Band: "peak", Value: measure.MustParseQuantity("99.5"),
			Source: meter.Estimated, RolledOver: true, Accepted: "right, as the tenant says", Reader: "张敏", Photo: "a.jpg",
		},
		{Meter: "W-1", On: civil.MustParse("2026-01-31"), Value: measure.MustParseQuantity("0"), Source: meter.Remote},
	}
	require.Equal(t, want, got)
}

// TestReadingsSaysWhere: every cell that cannot be read is named by its line, all at once.
func TestReadingsSaysWhere(t *testing.T) {
	_, err := estate.Readings([]byte(estate.ReadingsHeader+"\n"+
		"E-1,2026-02-30,,,1,manual,,,,\n"+
		"E-1,2026-03-25,,,1,manual,,,,\n"+
		"E-1,2026-04-25,ja,,1e3,guessed,nein,,,\n"), "readings.csv")
	var all *invalid.Error
	require.ErrorAs(t, err, &all)
	var paths []string
	for _, f := range all.Fields {
		paths = append(paths, f.Path)
	}
	require.Equal(t, []string{"line[2].on", "line[4].opening", "line[4].value", "line[4].source", "line[4].rolled_over"}, paths)

	for _, text := range []string{"", "meter,on\nE-1,2026-01-25\n", estate.ReadingsHeader + "\nE-1,2026-01-25\n", estate.ReadingsHeader + "\n\"E"} {
		_, err := estate.Readings([]byte(text), "readings.csv")
		require.ErrorContains(t, err, "readings.csv", text)
	}
}

// TestLoadUtilities: the folder takes the place of the estate's own tariffs and facts but for its policies, and a
// file that is missing or wrong is named.
func TestLoadUtilities(t *testing.T) {
	in, err := estate.LoadUtilities(estate.Files(), civil.MustParse("2026-01-01"))
	require.NoError(t, err)
	own := load(t)
	require.Equal(t, own.Facts.Policies, in.Facts.Policies)
	require.Equal(t, own.Register.Len(), in.Register.Len())
	require.Empty(t, in.Facts.Holds, "those of the service fee")
	require.Len(t, in.Facts.Meters, 39)
	require.Len(t, in.Facts.Readings, 515)
	require.Len(t, in.Facts.Costs, 39)

	for _, name := range []string{"tariffs.json", "terms.json", "meters.json", "costs.json", "readings.csv"} {
		for _, data := range [][]byte{nil, []byte(`{"nothing": 1}`)} {
			files := copied(t)
			delete(files, "utilities/"+name)
			if data != nil {
				files["utilities/"+name] = &fstest.MapFile{Data: data}
			}
			_, err := estate.LoadUtilities(files, civil.MustParse("2026-01-01"))
			require.ErrorContains(t, err, name)
		}
	}
}

func copied(t *testing.T) fstest.MapFS {
	t.Helper()
	out := fstest.MapFS{}
	require.NoError(t, fs.WalkDir(estate.Files(), ".", func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := fs.ReadFile(estate.Files(), path)
		out[path] = &fstest.MapFile{Data: data}
		return err
	}))
	return out
}
