// Command portfolio bills a million units. It generates a portfolio of buildings from a
// seed, bills a month of it, and proves that a run cut into ranges, computed side by side
// and joined in order, gives the same bytes as a run in one piece. It ends with what was
// billed, how fast, and in how much memory.
//
//	go run ./examples/portfolio
//	go run ./examples/portfolio -units 100000 -seed 7 -cuts 1000 -lang en
//	go run ./examples/portfolio -out out
//
// With -out it writes lines.csv and bills.csv, some 320 and 120 MB for a million units.
package main

import (
	"bytes"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"time"

	"golang.org/x/text/message"

	"github.com/wuyekit/wuye/billing"
	"github.com/wuyekit/wuye/examples/internal/cli"
	"github.com/wuyekit/wuye/property/civil"
)

func main() { cli.Main(run) }

// options are the program's flags.
type options struct {
	cli.Flags
	units  int
	seed   uint64
	period string
	cuts   int
}

func parse(args []string, screen io.Writer) (options, error) {
	var o options
	set := flag.NewFlagSet("portfolio", flag.ContinueOnError)
	set.SetOutput(screen)
	o.Add(set)
	set.IntVar(&o.units, "units", 1_000_000, "units to generate")
	set.Uint64Var(&o.seed, "seed", 1, "what the portfolio follows from: the same seed, the same portfolio")
	set.StringVar(&o.period, "period", "2026-11", "month to bill, YYYY-MM")
	set.IntVar(&o.cuts, "cuts", 64, "ranges that the run is cut into for the proof; each is in memory until its turn")
	return o, cli.Parse(set, args)
}

func run(args []string, out io.Writer, screen *os.File) error {
	o, err := parse(args, screen)
	if err != nil {
		return err
	}
	return o.Tell(messages, func(p *message.Printer) error { return o.run(p, out, screen) })
}

func (o options) run(p *message.Printer, out io.Writer, screen *os.File) error {
	if err := o.check(); err != nil {
		return err
	}
	month, err := civil.ParseMonth(o.period)
	if err != nil {
		return fmt.Errorf("-period: %w", err)
	}
	var text bytes.Buffer
	err = o.bill(portfolio{o.units, o.seed, month}, p, &text, screen)
	_, written := text.WriteTo(out)
	return errors.Join(err, written)
}

// maxUnits bounds what is generated: five digits number the buildings of a portfolio.
const maxUnits = 5_000_000

// check refuses flags that cannot be met or would do nothing.
func (o options) check() error {
	switch {
	case o.Data != "" || o.Mapping != "" || o.AsOf != "":
		return errors.New("-data, -mapping and -asof do nothing here: the portfolio is generated")
	case o.units < 1 || o.units > maxUnits:
		return fmt.Errorf("-units %d: want 1 to %d", o.units, maxUnits)
	case o.cuts < 2 || o.cuts > maxUnits:
		return fmt.Errorf("-cuts %d: want 2 to %d", o.cuts, maxUnits)
	}
	return nil
}

// result is everything the report tells.
type result struct {
	portfolio
	loaded
	survey     *survey
	alone      time.Duration // billing and nothing else
	whole, cut written
	cuts       int
	bills      string // SHA-256 of bills.csv
	system     uint64
	files      []string
}

// bill generates, bills, proves and reports.
func (o options) bill(of portfolio, p *message.Printer, out *bytes.Buffer, screen *os.File) error {
	r := result{portfolio: of, cuts: o.cuts}
	add, finish := cli.Progress(screen, of.size, p.Sprintf(keyOf(textGenerating)))
	var err error
	if r.loaded, err = of.load(add); err != nil {
		return err
	}
	finish()
	prepared, err := billing.Prepare(r.register, book(of.month), r.facts, of.month)
	if err != nil {
		return err
	}
	f, err := create(o.Out, p)
	if err != nil {
		return err
	}
	add, finish = cli.Progress(screen, 4*of.size, p.Sprintf(keyOf(textBilling)))
	if err := errors.Join(r.passes(prepared, f, add), f.close()); err != nil {
		return err
	}
	finish()
	r.files, r.system = f.names(), fromSystem()
	if err := r.write(p, out); err != nil {
		return err
	}
	return r.verify()
}

// passes goes over the run four times: billing alone, writing in one range, writing in
// several, and reading the bills for the report.
func (r *result) passes(run *billing.Run, f *files, add func(int)) error {
	start := time.Now()
	for range billed(run, 0, run.Len()) {
	}
	r.alone = time.Since(start)
	add(r.size)
	var err error
	if r.whole, err = writeWhole(run, f, add); err != nil {
		return err
	}
	r.bills = f.bills.digest()
	if r.cut, err = writeCut(run, r.cuts, add); err != nil {
		return err
	}
	r.survey, err = look(run, add)
	return err
}

// verify returns an error if the ranges do not give the bytes of the whole, or the bills do
// not show what was planted.
func (r *result) verify() error {
	if err := prove(r.whole, r.cut); err != nil {
		return err
	}
	if r.survey.stories != r.planted.stories || r.survey.repriced != r.planted.repriced {
		return errors.New("the bills do not show what the generator planted; the report compares them")
	}
	return nil
}
