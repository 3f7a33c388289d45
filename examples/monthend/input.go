package main

import (
	"bytes"
	"fmt"
	"path/filepath"
	"strconv"
	"strings"

	"golang.org/x/text/message"

	"github.com/wuyekit/wuye/adapters/csv"
	"github.com/wuyekit/wuye/billing"
	"github.com/wuyekit/wuye/examples/estate"
	"github.com/wuyekit/wuye/examples/internal/cli"
	"github.com/wuyekit/wuye/property"
	"github.com/wuyekit/wuye/property/civil"
	"github.com/wuyekit/wuye/property/invalid"
)

// load reads what is to be billed: the built-in estate, a folder like it, or a foreign
// file of units with its mapping. Files named by flags take the place of the estate's.
func load(o options, month civil.Period, p *message.Printer, out *bytes.Buffer) (estate.Estate, error) {
	asOf := month.Start
	if o.AsOf != "" {
		var err error
		if asOf, err = civil.Parse(o.AsOf); err != nil {
			return estate.Estate{}, fmt.Errorf("-asof: %w", err)
		}
	}
	in, err := loadEstate(o, asOf, p, out)
	if err != nil {
		return in, err
	}
	if o.tariffs != "" {
		if in.Book, err = readDocument[billing.Book](o.tariffs); err != nil {
			return in, err
		}
	}
	if o.facts != "" {
		in.Facts, err = readDocument[billing.Facts](o.facts)
	}
	return in, err
}

func loadEstate(o options, asOf civil.Date, p *message.Printer, out *bytes.Buffer) (estate.Estate, error) {
	if o.units != "" {
		return loadForeign(o, asOf, p, out)
	}
	files, err := estate.Open(o.Data)
	if err != nil {
		return estate.Estate{}, fmt.Errorf("-data %s: %w", o.Data, err)
	}
	return estate.Load(files, asOf)
}

func readDocument[T any](path string) (T, error) {
	data, err := cli.ReadFile(path)
	if err != nil {
		var zero T
		return zero, err
	}
	return invalid.Decode[T](data, path)
}

func loadForeign(o options, asOf civil.Date, p *message.Printer, out *bytes.Buffer) (estate.Estate, error) {
	var in estate.Estate
	mapping, err := readDocument[csv.Mapping](o.Mapping)
	if err != nil {
		return in, err
	}
	tariffs := o.tariffs
	if tariffs == "" {
		tariffs = cli.Beside(o.Mapping, ".mapping.json", ".tariffs.json")
	}
	if in.Book, err = readDocument[billing.Book](tariffs); err != nil {
		if o.tariffs == "" {
			err = fmt.Errorf("%s: %w", p.Sprintf(keyOf(textBeside)), err)
		}
		return in, err
	}
	if c := mapping.Currency; !c.IsZero() && c != in.Book.Currency {
		return in, invalid.Value(errCurrencies, o.Mapping, c.String(), in.Book.Currency.String())
	}
	in.Register, err = readUnits(o, mapping, asOf, p, out)
	return in, err
}

func readUnits(o options, m csv.Mapping, asOf civil.Date, p *message.Printer, out *bytes.Buffer) (*property.Register, error) {
	text, err := cli.ReadFile(o.units)
	if err != nil {
		return nil, err
	}
	im, err := csv.Read(text, m, csv.Options{AsOf: asOf})
	if err != nil && im.BadRows == 0 {
		return nil, fmt.Errorf("%s: %w", o.units, err)
	}
	if err != nil {
		tellBad(im, p, out)
		if !o.goodRows {
			return nil, fmt.Errorf("%s: %s", o.units, p.Sprintf(keyOf(textBadHint)))
		}
		fmt.Fprintln(out, p.Sprintf(keyOf(textSkippedOf), strconv.Itoa(im.BadRows)))
	}
	if len(im.Ignored) > 0 {
		fmt.Fprintln(out, p.Sprintf(keyOf(textIgnored), strconv.Itoa(len(im.Ignored))))
	}
	if len(im.Unused) > 0 && len(m.Fields) == 0 { // a mapping with fields says which columns it wants
		fmt.Fprintln(out, p.Sprintf(keyOf(textUnread), strings.Join(im.Unused, ", ")))
	}
	community := property.Community{Code: filepath.Base(o.units)}
	if m.Community != nil {
		community = *m.Community
	}
	b := property.NewBuilder(community)
	im.AddTo(b)
	return b.Build()
}

// tellBad lists the cells that cannot be read.
func tellBad(im *csv.Import, p *message.Printer, out *bytes.Buffer) {
	fmt.Fprintln(out, p.Sprintf(keyOf(textBad), strconv.Itoa(im.BadRows), strconv.Itoa(im.Rows)))
	const shown = 100
	for _, c := range im.Bad[:min(shown, len(im.Bad))] {
		fmt.Fprintln(out, " ", c.Text(p))
	}
	if more := len(im.Bad) - shown; more > 0 {
		fmt.Fprintln(out, " ", p.Sprintf(keyOf(textMoreBad), strconv.Itoa(more)))
	}
}
