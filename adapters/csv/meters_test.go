package csv_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/wuyekit/wuye/adapters/csv"
	"github.com/wuyekit/wuye/billing/meter"
	"github.com/wuyekit/wuye/property/invalid"
	"github.com/wuyekit/wuye/property/measure"
)

// A sheet of meters as an estate keeps it: the second device of E-0101 stands above the first.
func TestMetersFile(t *testing.T) {
	im, err := csv.Read([]byte("表号,种类,房号,计量单位,总表,出厂编号,安装日期,起码,拆表日期,止码,倍率,位数,检定有效期\n"+
		"E-0101,electricity,1-0101,度,E-1,B2,2026-06-15,3,,,,5,2034-06-14\n"+
		"E-0101,electricity,1-0101,度,E-1,B1,2020/1/1,0,2026-06-15,48213,,5,\n"+
		"E-1,electricity,,千瓦时,,M1,2020-01-01,120.5,,,40,6,\n"), csv.Mapping{Kind: csv.Meters}, csv.Options{})
	require.NoError(t, err)
	q := measure.MustParseQuantity
	kWh := measure.MustParseUnit("kWh")
	want := []meter.Meter{
		{Code: "E-0101", Kind: "electricity", Unit: "1-0101", Measures: kWh, Parent: "E-1", Devices: []meter.Device{
			{Serial: "B1", Installed: day("2020-01-01"), Removed: day("2026-06-15"), Final: q("48213"), Digits: 5},
			{Serial: "B2", Installed: day("2026-06-15"), Start: q("3"), Digits: 5, VerifyBy: day("2034-06-14")},
		}},
		{Code: "E-1", Kind: "electricity", Measures: kWh, Devices: []meter.Device{
			{Serial: "M1", Installed: day("2020-01-01"), Start: q("120.5"), Multiplier: q("40"), Digits: 6},
		}},
	}
	require.Equal(t, want, im.Meters)
	readings, err := csv.Read([]byte("表号,抄表日期,读数,抄表方式\nE-0101,2026-06-30,\"1,234.5\",远传\nE-1,20260630,０,\nE-1,2026.7.31,95,估抄\n"),
		csv.Mapping{Kind: csv.Readings}, csv.Options{})
	require.NoError(t, err)
	require.Equal(t, []meter.Reading{
		{Meter: "E-0101", On: day("2026-06-30"), Value: q("1234.5"), Source: meter.Remote},
		{Meter: "E-1", On: day("2026-06-30"), Value: q("0"), Source: meter.Manual},
		{Meter: "E-1", On: day("2026-07-31"), Value: q("95"), Source: meter.Estimated},
	}, readings.Readings)
}

func TestBadReadings(t *testing.T) {
	im, err := csv.Read([]byte("meter,on,value,rolledOver\nE1,2026-06-30,,\nE1,2026-06-30,12,maybe\nE1,2026-06-30,12,\nE1,2026-06-30,13,\n,2026-06-30,13,\n"),
		csv.Mapping{Kind: csv.Readings}, csv.Options{})
	require.Error(t, err)
	var got []string
	for _, b := range im.Bad {
		got = append(got, b.Problem.Path+" "+b.Problem.Rule.ID())
	}
	require.Equal(t, []string{"value invalid/required", "rolledOver invalid/word", "on csv/twice", "meter invalid/required"}, got)
	require.Len(t, im.Readings, 1)
	require.Equal(t, im.Rows, im.Good+im.BadRows+len(im.Ignored))
}

func TestMeterRowsThatDiffer(t *testing.T) {
	_, err := csv.Read([]byte("meter,kind,measures,installed,unit\nE1,water,m3,2020-01-01,1-01\nE1,water,m3,2026-01-01,1-02\n"),
		csv.Mapping{Kind: csv.Meters}, csv.Options{})
	require.ErrorIs(t, err, csv.ErrConflict)
	_, err = csv.Read([]byte("meter,kind,measures,installed,externalId.gis\nE1,water,m3,2020-01-01,7\n"), csv.Mapping{Kind: csv.Meters}, csv.Options{})
	require.NoError(t, err)
	_, err = csv.Read([]byte("meter,kind,measures,installed\nE1,water,m3,2020-01-01\n"),
		csv.Mapping{Kind: csv.Meters, Fields: map[string]csv.Source{"externalId.gis": {Column: "meter"}}}, csv.Options{})
	require.ErrorIs(t, err, csv.ErrNoField)
	require.NotErrorIs(t, err, invalid.ErrChoice)
}
