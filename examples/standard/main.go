// Command standard judges a month of a property's work by a service contract, clause by clause: met, breached, not due yet, waived,
// not applicable, or unknown and what is missing. It says why, shows the three worst clauses, and derives any verdict.
//
//	go run ./examples/standard
//	go run ./examples/standard -explain SEC-02/perHour -lang en -out out
//	go run ./examples/standard -standard my.standard.json -evidence my.evidence.json -records my.records.csv -mapping my.mapping.json -month 2026-03
//
// The built-in contract is one of 27 clauses for the estate of examples/estate, data/standard.json: clauses that the library ships, with the
// contract's own figures for what their sources leave open, and some that it leaves open too. What happened in March 2026 stands in the
// tables beside it; data/planted.csv says what was done wrong in them, and the verdict finds that and nothing else.
//
// # The folder
//
// A folder of -data holds
//
//   - standard.json, the contract; -standard FILE takes its place;
//   - calendars.json, the calendars that it names; -calendars FILE takes its place;
//   - vocabulary.json, the names that contract and evidence share; without it those that the library ships; -vocabulary FILE takes its place;
//   - evidence.json, the period, the estate, and what is complete; -evidence FILE takes the place of it and of all tables;
//   - tables NAME.csv: subjects*.csv and figures*.csv are what they are called, planted.csv is not read, others are records. With a
//     NAME.mapping.json beside it a table is read by that mapping, else by its own headers, see adapters/csv/MAPPING.md.
//
// A row that cannot be read is listed, and the completeness of its kind falls: what seems to be missing may be what it says.
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
	standard   string
	calendars  string
	vocabulary string
	evidence   string
	records    string
	month      string
	explain    string
}

func parse(args []string, screen io.Writer) (options, error) {
	var o options
	set := flag.NewFlagSet("standard", flag.ContinueOnError)
	set.SetOutput(screen)
	o.Add(set)
	set.Lookup("data").Usage = "folder with a contract and its evidence like examples/standard/data; default: the built-in one"
	set.Lookup("asof").Usage = "instant (RFC 3339) or day (its end) as of which is judged; default: that of the evidence, or the end of its period"
	set.Lookup("mapping").Usage = "mapping of the columns of -records, see adapters/csv/MAPPING.md; default: our own headers"
	set.StringVar(&o.standard, "standard", "", "file with a service standard like examples/standard/data/standard.json")
	set.StringVar(&o.calendars, "calendars", "", "file with the calendars that the standard names, like examples/standard/data/calendars.json")
	set.StringVar(&o.vocabulary, "vocabulary", "", "file with the names that standard and evidence share; default: those that the library ships")
	set.StringVar(&o.evidence, "evidence", "", "file with evidence like examples/standard/data/evidence.json, instead of that of the folder and its tables")
	set.StringVar(&o.records, "records", "", "table of records; needs -evidence or -data")
	set.StringVar(&o.month, "month", "", "month that is judged, YYYY-MM; default: the period of the evidence")
	set.StringVar(&o.explain, "explain", "", "clause, part or alias whose verdict is derived, like SEC-02 or SEC-02/perHour")
	return o, cli.Parse(set, args)
}

func run(args []string, out io.Writer, screen *os.File) error {
	o, err := parse(args, screen)
	if err != nil {
		return err
	}
	return o.Tell(messages, func(p *message.Printer) error { return o.run(p, out) })
}

func (o options) run(p *message.Printer, out io.Writer) error {
	in, err := o.load()
	if err != nil {
		return err
	}
	j, err := judge(in)
	if err != nil {
		return err
	}
	var text bytes.Buffer
	r := newReport(j, p, o.Lang, &text)
	written, err := r.writeFiles(o.Out)
	if err != nil {
		return err
	}
	err = r.write(o.explain, written)
	_, failed := text.WriteTo(out)
	return errors.Join(err, failed)
}
