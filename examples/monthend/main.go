// Command monthend bills a month: it reads an estate and its tariffs, bills every unit,
// writes bills.csv and lines.csv, and ends with a report that says what came out and why.
//
//	go run ./examples/monthend
//	go run ./examples/monthend -period 2026-11 -explain T1-0803 -lang en -out out
//	go run ./examples/monthend -units FILE.csv -mapping FILE.mapping.json -out out
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
	"github.com/wuyekit/wuye/property"
	"github.com/wuyekit/wuye/property/civil"
	"github.com/wuyekit/wuye/property/invalid"
)

func main() { cli.Main(run) }

// options are the program's flags.
type options struct {
	cli.Flags
	period   string
	units    string
	tariffs  string
	facts    string
	explain  string
	goodRows bool
}

func parse(args []string, screen io.Writer) (options, error) {
	var o options
	set := flag.NewFlagSet("monthend", flag.ContinueOnError)
	set.SetOutput(screen)
	o.Add(set)
	set.StringVar(&o.period, "period", "2026-11", "month to bill, YYYY-MM")
	set.StringVar(&o.units, "units", "", "CSV file of units of another system; needs -mapping")
	set.StringVar(&o.tariffs, "tariffs", "", "tariffs (JSON); default: the estate's, or NAME.tariffs.json beside NAME.mapping.json")
	set.StringVar(&o.facts, "facts", "", "policies, holds, vacancies, gifts, prepayments and claims (JSON); default: the estate's, none with -units")
	set.StringVar(&o.explain, "explain", "", "code of the unit whose bills are explained; default: the most interesting bill")
	set.BoolVar(&o.goodRows, "good-rows", false, "bill the readable rows of -units even if others cannot be read")
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
	err = monthend(o, month, p, &text, screen)
	_, written := text.WriteTo(out)
	return errors.Join(err, written)
}

// check refuses flags that would do nothing.
func (o options) check() error {
	switch {
	case (o.units == "") != (o.Mapping == ""):
		return invalid.Value(errTogether)
	case o.units != "" && o.Data != "":
		return invalid.Value(errEither)
	case o.goodRows && o.units == "":
		return invalid.Value(errGoodRows)
	}
	return nil
}

// monthend does the work and writes the report.
func monthend(o options, month civil.Period, p *message.Printer, out *bytes.Buffer, screen *os.File) error {
	in, err := load(o, month, p, out)
	if err != nil {
		return err
	}
	prepared, err := billing.Prepare(in.Register, in.Book, in.Facts, month)
	if err != nil {
		return err
	}
	return bill(o, prepared, p, out, screen)
}

// bill runs the month and reports it.
func bill(o options, run *billing.Run, p *message.Printer, out *bytes.Buffer, screen *os.File) error {
	if o.explain != "" {
		if _, ok := run.Register().Find(o.explain); !ok {
			return invalid.Value(billing.ErrNoUnit, o.explain)
		}
	}
	files, err := create(o.Out, p)
	if err != nil {
		return err
	}
	r := newReport(run, p, o.explain)
	add, finish := cli.Progress(screen, int(run.Len()), p.Sprintf(keyOf(textBilling)))
	const chunk = 4096 // units billed between two steps of the bar
	for lo := property.Ref(0); lo < run.Len(); lo += chunk {
		bills, errs, took := billChunk(run, lo, lo+chunk)
		r.took += took
		for i, b := range bills {
			r.add(b, errs[i])
			if err := files.write(b); err != nil {
				return err
			}
		}
		add(int(min(chunk, run.Len()-lo)))
	}
	finish()
	if err := files.close(); err != nil {
		return err
	}
	if err := r.verify(); err != nil {
		return err
	}
	return r.write(out, files.names())
}

// billChunk bills a range of units and says how long that took, without what the report
// does with the bills.
func billChunk(run *billing.Run, lo, hi property.Ref) (bills []billing.Bill, errs []error, took time.Duration) {
	start := time.Now()
	for b, err := range run.Bills(lo, hi) {
		bills, errs = append(bills, b), append(errs, err)
	}
	return bills, errs, time.Since(start)
}
