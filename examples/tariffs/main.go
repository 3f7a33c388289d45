// Command tariffs prints what an estate charges before it charges it: the price list as it must
// be made public, the days on which each fee is due, what a unit and the estate will pay in the
// next twelve months, and what paying ahead would cost, month by month, and bring back.
//
//	go run ./examples/tariffs
//	go run ./examples/tariffs -asof 2026-11-16 -unit T1-2301 -lang en -out out
package main

import (
	"bytes"
	"cmp"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"

	"golang.org/x/text/message"

	"github.com/wuyekit/wuye/billing"
	"github.com/wuyekit/wuye/examples/estate"
	"github.com/wuyekit/wuye/examples/internal/cli"
	"github.com/wuyekit/wuye/property"
	"github.com/wuyekit/wuye/property/civil"
	"github.com/wuyekit/wuye/property/invalid"
)

func main() { cli.Main(run) }

// options are the program's flags.
type options struct {
	cli.Flags
	unit    string
	tariffs string
	facts   string
	start   string
	months  int
	ended   string
}

func parse(args []string, screen io.Writer) (options, error) {
	var o options
	set := flag.NewFlagSet("tariffs", flag.ContinueOnError)
	set.SetOutput(screen)
	o.Add(set)
	set.StringVar(&o.unit, "unit", "", "code of the unit to estimate; default: the first with the most offers for paying ahead")
	set.StringVar(&o.tariffs, "tariffs", "", "tariffs (JSON); default: the estate's")
	set.StringVar(&o.facts, "facts", "", "policies, vacancies, prepayments … (JSON); default: the estate's")
	set.StringVar(&o.start, "start", "", "first month paid ahead, YYYY-MM; default: the month after -asof")
	set.IntVar(&o.months, "months", 0, "length of the offer that is shown month by month; default: the longest")
	set.StringVar(&o.ended, "ended", "", "first day no longer served, of the refund, YYYY-MM-DD; default: ten days into the second half")
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
	if o.Mapping != "" {
		return errors.New("-mapping is for files of units; put them into a folder for -data")
	}
	q, err := o.question()
	if err != nil {
		return err
	}
	if q.in, err = o.load(q.asOf); err != nil {
		return err
	}
	var text bytes.Buffer
	err = answer(q, p, &text)
	_, written := text.WriteTo(out)
	return errors.Join(err, written)
}

// question is what the program is asked: the flags read, and the estate.
type question struct {
	in     estate.Estate
	asOf   civil.Date
	year   civil.Period // twelve months from the month of asOf on
	start  civil.Date   // first day paid ahead
	ended  civil.Date   // zero: the program's own choice
	unit   string
	months int
	out    string
}

func (o options) question() (question, error) {
	q := question{unit: o.unit, months: o.months, out: o.Out}
	var err error
	if q.asOf, err = civil.Parse(cmp.Or(o.AsOf, "2026-11-01")); err != nil {
		return q, fmt.Errorf("-asof: %w", err)
	}
	first := q.asOf.MonthStart()
	q.year = civil.Period{Start: first, End: civil.MonthsFrom(first, 12)}
	q.start = civil.MonthsFrom(first, 1)
	if o.start != "" {
		month, err := civil.ParseMonth(o.start)
		if err != nil {
			return q, fmt.Errorf("-start: %w", err)
		}
		q.start = month.Start
	}
	if o.ended != "" {
		if q.ended, err = civil.Parse(o.ended); err != nil {
			return q, fmt.Errorf("-ended: %w", err)
		}
	}
	return q, nil
}

// load reads the estate, and the tariffs and facts that flags put in the place of its own.
func (o options) load(asOf civil.Date) (estate.Estate, error) {
	files, err := estate.Open(o.Data)
	if err != nil {
		return estate.Estate{}, fmt.Errorf("-data %s: %w", o.Data, err)
	}
	in, err := estate.Load(files, asOf)
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

func readDocument[T any](path string) (T, error) {
	data, err := cli.ReadFile(path)
	if err != nil {
		var zero T
		return zero, err
	}
	return invalid.Decode[T](data, path)
}

// answer does the work and writes the report and the files.
func answer(q question, p *message.Printer, out *bytes.Buffer) error {
	year, err := billing.Prepare(q.in.Register, q.in.Book, q.in.Facts, q.year)
	if err != nil {
		return err
	}
	r := newReport(q, p, out)
	unit, err := q.chosen()
	if err != nil {
		return err
	}
	prices, dues := q.in.Book.PriceList(q.asOf), q.in.Book.Dues(q.year)
	r.title()
	r.notice(prices)
	r.calendar(dues)
	estimates, err := r.estimates(year, unit)
	if err != nil {
		return err
	}
	if err := r.prepayments(unit); err != nil {
		return err
	}
	names, err := writeFiles(q, prices, dues, estimates)
	if err != nil {
		return err
	}
	r.written(names)
	return nil
}

// chosen returns the unit asked for, or the first that has the most offers for paying ahead.
func (q question) chosen() (property.Ref, error) {
	if q.unit != "" {
		u, ok := q.in.Register.Find(q.unit)
		if !ok {
			return u, invalid.Value(billing.ErrNoUnit, q.unit)
		}
		return u, nil
	}
	if q.in.Register.Len() == 0 {
		return 0, errors.New("the estate has no units")
	}
	offers := q.offering()
	best, most := property.Ref(0), 0
	for u := range property.Ref(q.in.Register.Len()) {
		n := 0
		for _, o := range offers {
			if o.units.Has(u) {
				n += len(o.Reliefs.Prepayment.Offers)
			}
		}
		if n > most {
			best, most = u, n
		}
	}
	return best, nil
}
