package main

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"

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
// file of units with its mapping.
func load(o options, month civil.Period, p *message.Printer, out *bytes.Buffer) (estate.Estate, error) {
	if o.units != "" || o.Mapping != "" {
		return loadForeign(o, month, p, out)
	}
	files := estate.Files()
	if o.Data != "" {
		files = os.DirFS(o.Data)
		if _, err := fs.Stat(files, "community.json"); err != nil {
			return estate.Estate{}, fmt.Errorf("-data %s: %w", o.Data, err)
		}
	}
	in, err := estate.Load(files)
	if err != nil || o.tariffs == "" {
		return in, err
	}
	in.Book, err = readBook(o.tariffs)
	return in, err
}

func readBook(path string) (billing.Book, error) {
	data, err := cli.ReadFile(path)
	if err != nil {
		return billing.Book{}, err
	}
	return invalid.Decode[billing.Book](data, path)
}

func loadForeign(o options, month civil.Period, p *message.Printer, out *bytes.Buffer) (estate.Estate, error) {
	var in estate.Estate
	if o.units == "" || o.Mapping == "" {
		return in, errors.New("-units and -mapping go together")
	}
	text, err := cli.ReadFile(o.Mapping)
	if err != nil {
		return in, err
	}
	mapping, err := invalid.Decode[csv.Mapping](text, o.Mapping)
	if err != nil {
		return in, err
	}
	if o.tariffs == "" {
		o.tariffs = cli.Beside(o.Mapping, ".tariffs.json")
	}
	if in.Book, err = readBook(o.tariffs); err != nil {
		return in, err
	}
	in.Register, err = readUnits(o, mapping, month, p, out)
	return in, err
}

func readUnits(o options, m csv.Mapping, month civil.Period, p *message.Printer, out *bytes.Buffer) (*property.Register, error) {
	asOf := month.Start
	var err error
	if o.AsOf != "" {
		if asOf, err = civil.Parse(o.AsOf); err != nil {
			return nil, fmt.Errorf("-asof: %w", err)
		}
	}
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
		fmt.Fprintln(out, " ", c.Text(p), strconv.Quote(c.Value))
	}
	if more := len(im.Bad) - shown; more > 0 {
		fmt.Fprintln(out, " ", p.Sprintf(keyOf(textMoreBad), strconv.Itoa(more)))
	}
}
