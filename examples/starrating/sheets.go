package main

import (
	"cmp"
	"errors"
	"fmt"
	"os"
	"slices"
	"strconv"

	"github.com/wuyekit/wuye/adapters/csv"
	"github.com/wuyekit/wuye/examples/internal/cli"
	"github.com/wuyekit/wuye/property/explain"
	"github.com/wuyekit/wuye/property/invalid"
	"github.com/wuyekit/wuye/property/rating"
)

// bulk is sheets of others, rated.
type bulk struct {
	rubric rating.Rubric
	rules  *rating.Rules
	table  *csv.Import
	scores []scored
	bad    []csv.BadCell // cells that cannot be read, then marks that the rubric refuses
	left   int           // sheets that were not rated for a refused mark
}

// scored is what scores.csv says of a sheet.
type scored struct {
	sheet, project string
	state          rating.State
	score, raw     rating.Score
	outcome        string
	applicable     int
	missing        []string
}

func scoredOf(r *rating.Result) scored {
	return scored{r.Sheet, r.Project, r.State, r.Score, r.Points, r.Band, r.Applicable, slices.Clone(r.Missing)}
}

// check reports flags that do not go together.
func (o options) check() error {
	switch {
	case o.sheets != "" && o.rubric == "":
		return invalid.Value(errNeeds, "-sheets", "-rubric")
	case o.sheets == "" && o.rubric != "":
		return invalid.Value(errNeeds, "-rubric", "-sheets")
	case o.sheets == "" && o.Mapping != "":
		return invalid.Value(errNeeds, "-mapping", "-sheets")
	case o.sheets != "" && o.Data != "":
		return invalid.Value(errEither, "-sheets", "-data")
	case o.sheets != "" && o.AsOf != "":
		return invalid.Value(errEither, "-sheets", "-asof")
	}
	return nil
}

// readFile reads a document that a flag names.
func readFile[T any](path string) (T, error) {
	text, err := cli.ReadFile(path)
	if err != nil {
		var none T
		return none, err
	}
	return invalid.Decode[T](text, path)
}

// loadSheets reads the rubric, the mapping and the sheets.
func (o options) loadSheets() (*bulk, error) {
	b := &bulk{}
	var err error
	if b.rubric, err = readFile[rating.Rubric](o.rubric); err != nil {
		return nil, err
	}
	if b.rules, err = rating.Compile(b.rubric); err != nil {
		return nil, err
	}
	mapping := csv.Mapping{Kind: csv.Sheets}
	if o.Mapping != "" {
		if mapping, err = readFile[csv.Mapping](o.Mapping); err != nil {
			return nil, err
		}
	}
	if mapping.Kind != csv.Sheets {
		return nil, invalid.Value(errKind, cmp.Or(mapping.Kind, csv.Units).String())
	}
	text, err := cli.ReadFile(o.sheets)
	if err != nil {
		return nil, err
	}
	b.table, err = csv.Read(text, mapping, csv.Options{})
	if err != nil && len(b.table.Bad) == 0 {
		return nil, fmt.Errorf("%s: %w", o.sheets, err) // not of single rows
	}
	b.bad = b.table.Bad
	return b, nil
}

// rate rates every sheet; one that the rubric refuses is bad.
func (b *bulk) rate(screen *os.File) error {
	add, finish := cli.Progress(screen, len(b.table.Sheets), b.rubric.Code)
	defer finish()
	const step = 1000
	var r rating.Result
	b.scores = make([]scored, 0, len(b.table.Sheets))
	for i := range b.table.Sheets {
		s := &b.table.Sheets[i]
		if i%step == step-1 {
			add(step)
		}
		err := b.rules.RateInto(&r, &s.Sheet)
		if err == nil {
			b.scores = append(b.scores, scoredOf(&r))
			continue
		}
		refused := b.table.Refused(s, err)
		if len(refused) == 0 {
			return fmt.Errorf("%s: %w", s.ID, err)
		}
		b.bad = append(b.bad, refused...)
		b.left++
	}
	return nil
}

// rateSheets rates sheets of others and reports on them.
func (o options) rateSheets(page cli.Page, screen *os.File) error {
	b, err := o.loadSheets()
	if err != nil {
		return err
	}
	if err := b.rate(screen); err != nil {
		return err
	}
	why, err := b.derive(o.explain)
	if err != nil {
		return err
	}
	written, err := b.write(o.Out, page.P)
	if err != nil {
		return err
	}
	r := report{Page: page, lang: o.Lang}
	r.bulk(b)
	if err := r.derivations(why, &b.rubric); err != nil {
		return err
	}
	r.written(written)
	return nil
}

// derive returns the derivations of the sheet of an ID; none for none.
func (b *bulk) derive(id string) ([]explain.Step, error) {
	if id == "" {
		return nil, nil
	}
	i := slices.IndexFunc(b.table.Sheets, func(s csv.Sheet) bool { return s.ID == id })
	if i < 0 {
		return nil, invalid.Value(errNoSheet, invalid.Quote(id))
	}
	result, err := b.rules.Rate(&b.table.Sheets[i].Sheet)
	if err != nil {
		return nil, err
	}
	return resultWhy(&result), nil
}

// resultWhy derives band and score of a result, or says why it has none.
func resultWhy(r *rating.Result) []explain.Step {
	if r.Band != "" {
		return []explain.Step{r.WhyBand()} // which has the score in it
	}
	return []explain.Step{r.Why()}
}

// write writes the files of -out and returns their paths.
func (b *bulk) write(dir string, p printer) ([]string, error) {
	if dir == "" {
		return nil, nil
	}
	rows := make([][]string, len(b.scores))
	for i := range b.scores {
		rows[i] = b.scores[i].row()
	}
	scores, err := cli.WriteTable(dir, "scores.csv", scoresHeader, rows)
	bad, failed := cli.WriteTable(dir, "bad.csv", badHeader, badRows(b.bad, p))
	return []string{scores, bad}, errors.Join(err, failed)
}

func badRows(cells []csv.BadCell, p printer) [][]string {
	out := make([][]string, len(cells))
	for i, c := range cells {
		column := ""
		if c.Column > 0 {
			column = strconv.Itoa(c.Column)
		}
		out[i] = []string{strconv.Itoa(c.Line), column, cli.Safe(c.Header), cli.Safe(c.Value), c.Problem.Rule.ID(), cli.Safe(c.Problem.Text(p))}
	}
	return out
}
