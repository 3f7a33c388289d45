// Command parking prices a day of stays in a car park: what each class of vehicle paid, what each tariff
// brought in, who is still inside, which rows were refused and why, and how the fee of one stay came about.
//
//	go run ./examples/parking
//	go run ./examples/parking -explain K0006 -lang en -out out
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

	"github.com/wuyekit/wuye/examples/internal/cli"
	"github.com/wuyekit/wuye/property/civil"
)

func main() { cli.Main(run) }

// options are the program's flags.
type options struct {
	cli.Flags
	explain string
}

func parse(args []string, screen io.Writer) (options, error) {
	var o options
	set := flag.NewFlagSet("parking", flag.ContinueOnError)
	set.SetOutput(screen)
	o.Add(set)
	set.Lookup("data").Usage = "folder with a car park (lot.json, stays.csv); default: the built-in day"
	set.Lookup("asof").Usage = "day at the end of which vehicles inside are priced, YYYY-MM-DD (default 2026-11-16)"
	set.StringVar(&o.explain, "explain", "", "card of the stay whose fee is explained; default: the one with the most parts")
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
		return errors.New("-mapping is for files of units; stays.csv has the columns " + staysHeader)
	}
	asOf, err := civil.Parse(cmp.Or(o.AsOf, "2026-11-16"))
	if err != nil {
		return fmt.Errorf("-asof: %w", err)
	}
	files, err := open(o.Data)
	if err != nil {
		return fmt.Errorf("-data %s: %w", o.Data, err)
	}
	day, err := load(files, asOf)
	if err != nil {
		return err
	}
	chosen, err := day.choose(o.explain)
	if err != nil {
		return err
	}
	written, err := day.write(o.Out, p)
	if err != nil {
		return err
	}
	var text bytes.Buffer
	err = newReport(day, p, &text).write(chosen, written)
	_, failed := text.WriteTo(out)
	return errors.Join(err, failed)
}
