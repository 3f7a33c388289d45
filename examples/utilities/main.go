// Command utilities bills a year of an estate's meters and shared costs, month by month: electricity
// by yearly tiers and by time of use, water by tiers with more for large households, corridor lights,
// lifts, tank and leakage shared by area, floor, household and usage, a pump fee by formula, a
// shop's lease with a base year and a cap, and a season of heating. Its readings have what readings have: a device replaced, a
// register that passed its last digit, estimates put right, a reading that is missing, digits the
// wrong way round, a leak. It prints what each month comes to and what it holds back and why, the
// statements of shared costs, losses and alarms, and one unit's year.
//
//	go run ./examples/utilities
//	go run ./examples/utilities -unit S1-008 -explain -lang en -out out
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
	"github.com/wuyekit/wuye/property/civil"
	"github.com/wuyekit/wuye/property/invalid"
)

func main() { cli.Main(run) }

// options are the program's flags.
type options struct {
	cli.Flags
	unit    string
	explain bool
}

func parse(args []string, screen io.Writer) (options, error) {
	var o options
	set := flag.NewFlagSet("utilities", flag.ContinueOnError)
	set.SetOutput(screen)
	o.Add(set)
	set.StringVar(&o.unit, "unit", "", "code of the unit whose year is told line by line; default: the one with the most events")
	set.BoolVar(&o.explain, "explain", false, "derive every line of that unit, and its usage from the readings")
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
	asOf, err := civil.Parse(cmp.Or(o.AsOf, "2026-12-31"))
	if err != nil {
		return fmt.Errorf("-asof: %w", err)
	}
	months := monthsUntil(asOf)
	if months.Days() < 1 {
		return fmt.Errorf("-asof %s: no month of the year has ended", asOf)
	}
	in, err := o.load(months.Start)
	if err != nil {
		return err
	}
	if _, ok := in.Register.Find(o.unit); o.unit != "" && !ok {
		return invalid.Value(billing.ErrNoUnit, o.unit)
	}
	var text bytes.Buffer
	err = o.answer(in, months, asOf, p, &text)
	_, written := text.WriteTo(out)
	return errors.Join(err, written)
}

// monthsUntil returns the months of a day's year that have ended by the day.
func monthsUntil(asOf civil.Date) civil.Period {
	return civil.Period{Start: civil.MustNew(asOf.Year(), 1, 1), End: asOf.AddDays(1).MonthStart()}
}

func (o options) load(asOf civil.Date) (estate.Estate, error) {
	files, err := estate.Open(o.Data)
	if err != nil {
		return estate.Estate{}, fmt.Errorf("-data %s: %w", o.Data, err)
	}
	return estate.LoadUtilities(files, asOf)
}

// answer bills the months and writes the report and the files. A check that fails is an error; the
// report and the files are written all the same.
func (o options) answer(in estate.Estate, months civil.Period, asOf civil.Date, p *message.Printer, out *bytes.Buffer) error {
	y, err := billYear(in, months)
	if err != nil {
		return err
	}
	found := y.findings(asOf)
	r := newReport(y, p, out)
	r.title(asOf)
	for i := range y.months {
		if err := r.month(i); err != nil {
			return err
		}
	}
	if err := r.statements(); err != nil {
		return err
	}
	r.losses()
	r.alarms(found)
	unit := cmp.Or(o.unit, y.mostEvents(found))
	if err := r.unit(unit, o.explain); err != nil {
		return err
	}
	proofs, unproved := y.prove(unit)
	r.proofs(proofs)
	names, err := writeFiles(o.Out, y, found, p)
	if err != nil {
		return err
	}
	r.written(names)
	return errors.Join(unproved, failed(proofs))
}
