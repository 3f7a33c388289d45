package meter_test

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/wuyekit/wuye/billing/meter"
	"github.com/wuyekit/wuye/property/civil"
	"github.com/wuyekit/wuye/property/invalid"
	"github.com/wuyekit/wuye/property/measure"
)

func on(text string) civil.Date { return civil.MustParse(text) }

func q(text string) measure.Quantity { return measure.MustParseQuantity(text) }

// days are the days from the first until the day before the second.
func days(start, end string) civil.Period { return civil.Period{Start: on(start), End: on(end)} }

// single is a meter E of one device that was installed on 2026-01-01.
func single(change func(d *meter.Device)) meter.Meter {
	d := meter.Device{Serial: "A", Installed: on("2026-01-01"), Digits: 5}
	if change != nil {
		change(&d)
	}
	return meter.Meter{Code: "E", Kind: "electricity", Measures: measure.MustParseUnit("kWh"), Devices: []meter.Device{d}}
}

// read is a reading of meter E at the end of a day.
func read(day, value string) meter.Reading {
	return meter.Reading{Meter: "E", On: on(day), Value: q(value), Source: meter.Manual}
}

// guess is an estimate of meter E at the end of a day.
func guess(day, value string) meter.Reading {
	r := read(day, value)
	r.Source = meter.Estimated
	return r
}

// opening makes a reading one of the start of its day.
func opening(r meter.Reading) meter.Reading {
	r.Opening = true
	return r
}

func compile(tb testing.TB, m meter.Meter, readings ...meter.Reading) *meter.Log {
	tb.Helper()
	log, err := meter.Compile([]meter.Meter{m}, readings)
	require.NoError(tb, err)
	return log
}

// always is a day on which everything is known.
func always() civil.Date { return on("2099-01-01") }

// problems lists rules and paths: "readings[0].value meter/plain 3 kWh".
func problems(err error) []string {
	var list *invalid.Error
	if !errors.As(err, &list) {
		return nil
	}
	var out []string
	for _, f := range list.Fields {
		out = append(out, strings.TrimSpace(strings.Join(append([]string{f.Path, f.Rule.ID()}, f.Args...), " ")))
	}
	return out
}

// monthly is the calendar month that a boundary closes.
func monthly(boundary civil.Date) civil.Period {
	last := boundary.AddDays(-1)
	return civil.Period{Start: last.MonthStart(), End: last.NextMonth()}
}

// foreign returns a file that nobody here wrote; the test is skipped where there are none.
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
