// Command starrating rates a district's estates for a year: the league table with ranks and stars, vetoes and why, the public
// notice with its objections, what each project needs for the next star and which items would bring it, entries in the
// credit file; it derives any project down to the findings that took points. It also rates scoring sheets of others, in bulk.
//
//	go run ./examples/starrating
//	go run ./examples/starrating -asof 2026-01-20 -explain FL -lang en -out out
//	go run ./examples/starrating -rubric examples/starrating/toronto-pre2023.rubric.json \
//	  -sheets ../shared/data/toronto-rentsafe/evaluations-pre2023.csv -mapping examples/starrating/toronto.mapping.json -out out
//
// The built-in year is 2025: 16 estates of 5 companies in 4 communities. Communities score each quarter by a method of
// their own (KPI-58), 40 %; the district scores each half year with full sheets, 60 %, those that were reported with 80 points.
// Results were posted on 12 January 2026. One finding fell by an objection, and a star with it; another objection came late.
// The scheme is that of the source with the district's choices, which scheme.json says in its note; the points
// of rubric.json are ours, for the annex with the real ones is missing.
//
// # Sheets of others
//
// The file has one row a sheet, one column an item; a mapping of kind sheets says which, see adapters/csv/MAPPING.md. Cells
// that cannot be read and marks that the rubric refuses are listed with line, column, value and reason, and their
// sheets left out; the rest is rated. A sheet without an applicable item is not rated, which is not 0.
//
// Of the 11,760 sheets of Toronto (RentSafeTO to 2022) one has no mark at all: _id 8364, which the city publishes as score 0,
// "Building Audit". Here it has no score.
package main

import (
	"bytes"
	"errors"
	"flag"
	"io"
	"os"

	"golang.org/x/text/message"

	"github.com/wuyekit/wuye/examples/internal/cli"
)

func main() { cli.Main(run) }

// options are the program's flags.
type options struct {
	cli.Flags
	rubric  string
	sheets  string
	explain string
}

func parse(args []string, screen io.Writer) (options, error) {
	var o options
	set := flag.NewFlagSet("starrating", flag.ContinueOnError)
	set.SetOutput(screen)
	o.Add(set)
	set.Lookup("data").Usage = "folder with a district's year (scheme.json, rubric.json, year.json, sheets-*.json, posting.json); default: the built-in one"
	set.Lookup("mapping").Usage = "mapping of the columns of -sheets, of kind sheets, see adapters/csv/MAPPING.md; default: our own headers"
	set.Lookup("asof").Usage = "day, YYYY-MM-DD, by whose end objections are decided; default: 2026-01-31 for the built-in year, else that of the last fact of the posting"
	set.StringVar(&o.rubric, "rubric", "", "file with a rubric that -sheets are rated by")
	set.StringVar(&o.sheets, "sheets", "", "file with scoring sheets of others, one row each; needs -rubric")
	set.StringVar(&o.explain, "explain", "", "code of a project, or ID of a sheet of -sheets, that is derived")
	return o, cli.Parse(set, args)
}

func run(args []string, out io.Writer, screen *os.File) error {
	o, err := parse(args, screen)
	if err != nil {
		return err
	}
	return o.Tell(messages, func(p *message.Printer) error {
		page := cli.Page{P: p, Out: new(bytes.Buffer)}
		told := o.check()
		switch {
		case told != nil:
		case o.sheets != "":
			told = o.rateSheets(page, screen)
		default:
			told = o.rateDistrict(page)
		}
		_, failed := page.Out.WriteTo(out)
		return errors.Join(told, failed)
	})
}
