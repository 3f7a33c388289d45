// Command dutyplan expands the duties of a month, holds the records of the month against them, and says what was
// missed, late, extra, or not manned.
//
//	go run ./examples/dutyplan -lang en -out out
//	go run ./examples/dutyplan -month 2026-09 -duties duties.json -records records.json -explain nightRound/2026-09-11T22:00
//
// The built-in month is September 2026 of the examples' estate: duties by the clock, by quota, by greatest gap, by a day, by running
// hours, a countdown plan and two posts. Its records are made by the program's tests, which plant faults and
// list them apart; what the program finds equals that list.
//
// A file of duties is like data/duties.json: calendars, duties with their subjects, plans with theirs, posts. A file of records is
// like data/records.json: the evidence of each subject, and the sheet of who was at which post. -asof is the instant or
// day at whose end is judged, by default the end of the month. -out writes verdicts.csv, summary.csv, occurrences.csv,
// tasks.csv and gaps.csv.
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
	month, duties, records, explain string
}

func parse(args []string, screen io.Writer) (options, error) {
	var o options
	set := flag.NewFlagSet("dutyplan", flag.ContinueOnError)
	set.SetOutput(screen)
	o.Add(set)
	set.Lookup("data").Usage = "folder with duties.json and records.json; default: the built-in month"
	set.Lookup("mapping").Usage = "not used: duties and records are documents of this library"
	set.Lookup("asof").Usage = "instant (RFC 3339) or day (its end) that is judged at; default: the end of the month"
	set.StringVar(&o.month, "month", "2026-09", "month that is judged, YYYY-MM")
	set.StringVar(&o.duties, "duties", "", "file with duties, like examples/dutyplan/data/duties.json")
	set.StringVar(&o.records, "records", "", "file with records, like examples/dutyplan/data/records.json")
	set.StringVar(&o.explain, "explain", "", "key of something due, or code of a task, that is derived: nightRound/2026-09-11T22:00")
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
	m, err := judge(in)
	if err != nil {
		return err
	}
	var text bytes.Buffer
	r := report{Page: cli.Page{P: p, Out: &text}, month: m}
	r.write()
	if o.explain != "" {
		if err := r.explain(o.explain); err != nil {
			return err
		}
	}
	written, err := writeFiles(o.Out, m)
	if err != nil {
		return err
	}
	r.files(written)
	_, failed := text.WriteTo(out)
	return errors.Join(failed)
}
