package estate

import (
	"bytes"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"path"
	"slices"
	"strings"

	"golang.org/x/text/message/catalog"

	"github.com/wuyekit/wuye/billing"
	"github.com/wuyekit/wuye/billing/meter"
	"github.com/wuyekit/wuye/property/civil"
	"github.com/wuyekit/wuye/property/invalid"
	"github.com/wuyekit/wuye/property/measure"
)

// ReadingsHeader is the first row of readings.csv, with the names of [meter.Reading]: the meter's code;
// the day, YYYY-MM-DD; opening, true where the value is that at the start of the day, else it is
// that at its end; the time-of-use band, empty where the meter has none; the value, a plain decimal;
// manual, remote or estimated; rolled_over, true where the register passed its last digit; why an
// implausible value is right; who read it; where a picture is found.
const ReadingsHeader = "meter,on,opening,band,value,source,rolled_over,accepted,reader,photo"

// LoadUtilities reads an estate with what its meters and shared costs are billed by, in place of its
// own tariffs and facts. Its folder utilities has tariffs.json; terms.json, the facts of leases, persons and
// values; meters.json; costs.json; and readings.csv. The policies are the estate's, and more in
// terms.json. The prices of the built-in estate are those of Beijing, where tiers go by the year.
//
// Errors: those of a file name it and list every problem in it.
func LoadUtilities(files fs.FS, asOf civil.Date) (Estate, error) {
	out, err := Load(files, asOf)
	if err != nil {
		return out, err
	}
	const folder = "utilities"
	if out.Book, err = document[billing.Book](files, path.Join(folder, "tariffs.json")); err != nil {
		return out, err
	}
	policies := out.Facts.Policies
	if out.Facts, err = document[billing.Facts](files, path.Join(folder, "terms.json")); err != nil {
		return out, err
	}
	out.Facts.Policies = slices.Concat(policies, out.Facts.Policies)
	meters, err1 := document[meterFile](files, path.Join(folder, "meters.json"))
	costs, err2 := document[costFile](files, path.Join(folder, "costs.json"))
	readings, err3 := readingsOf(files, path.Join(folder, "readings.csv"))
	out.Facts.Meters = slices.Concat(out.Facts.Meters, meters.Meters)
	out.Facts.Costs = slices.Concat(out.Facts.Costs, costs.Costs)
	out.Facts.Readings = slices.Concat(out.Facts.Readings, readings)
	return out, errors.Join(err1, err2, err3)
}

// meterFile is meters.json.
type meterFile struct {
	Meters []meter.Meter `json:"meters"`
}

// costFile is costs.json.
type costFile struct {
	Costs []billing.Cost `json:"costs"`
}

func readingsOf(files fs.FS, name string) ([]meter.Reading, error) {
	data, err := fs.ReadFile(files, name)
	if err != nil {
		return nil, err
	}
	return Readings(data, name)
}

// Readings reads a file with [ReadingsHeader].
//
// Errors: an [*invalid.Error] named what, with every cell that cannot be read by its line.
func Readings(data []byte, what string) ([]meter.Reading, error) {
	r := csv.NewReader(bytes.NewReader(data))
	r.ReuseRecord = true
	header, err := r.Read()
	if err != nil && !errors.Is(err, io.EOF) {
		return nil, fmt.Errorf("%s: %w", what, err)
	}
	if got := strings.TrimPrefix(strings.Join(header, ","), "\ufeff"); got != ReadingsHeader {
		return nil, fmt.Errorf("%s: the first row is %q, want %q", what, got, ReadingsHeader)
	}
	var out []meter.Reading
	var l invalid.List
	for {
		row, err := r.Read()
		if errors.Is(err, io.EOF) {
			return out, l.Err(what)
		}
		if err != nil {
			return nil, fmt.Errorf("%s: %w", what, err)
		}
		line, _ := r.FieldPos(0)
		l.Enter("line")
		l.EnterIndex(line)
		out = append(out, reading(&l, row))
		l.Leave()
		l.Leave()
	}
}

// reading reads a row, and reports the cells that cannot be read.
func reading(l *invalid.List, row []string) meter.Reading {
	out := meter.Reading{Meter: row[0], Band: row[3], Accepted: row[7], Reader: row[8], Photo: row[9]}
	var err error
	out.On, err = civil.Parse(row[1])
	l.At("on").Take(err)
	out.Opening = isTrue(l, "opening", row[2])
	out.Value, err = measure.ParseQuantity(row[4])
	l.At("value").Take(err)
	l.At("source").Take(out.Source.UnmarshalText([]byte(row[5])))
	out.RolledOver = isTrue(l, "rolled_over", row[6])
	return out
}

// isTrue reads a cell that is true or empty.
func isTrue(l *invalid.List, column, text string) bool {
	if text != "" && text != "true" {
		l.At(column).Add(errTrue, invalid.Quote(text))
	}
	return text == "true"
}

// errTrue is a cell that says neither yes nor nothing.
const errTrue invalid.RuleError = "estate/true: %[1]s is neither true nor empty"

// UtilitiesMessages adds what is said of the files of [LoadUtilities] to a catalogue.
func UtilitiesMessages(b *catalog.Builder) error {
	return invalid.Register(b, []invalid.Translation{{Text: errTrue, ZH: "%[1]s 既不是 true 也不是空"}})
}
