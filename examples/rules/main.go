// Command rules lists the 658 rules that the library is asked to carry: what each says, where it is carried, and whether
// that is proved. The list comes first and the totals by kind and package last.
//
//	go run ./examples/rules
//	go run ./examples/rules -prefix KPI -proved no -lang en
//	go run ./examples/rules -package rating -kind scheme
//	go run ./examples/rules -search 化粪池
//	go run ./examples/rules -id KPI-29
//	go run ./examples/rules -json -out out
//
// The source is one table, internal/rules/rules.csv; a test of the library checks that no rule is missing or there twice,
// and that every home and proof it names is there.
//
// # States
//
// A rule is proved if it has a home and a test or worked example that fails when the rule is broken; built if it has a home
// and no test of its own; worked if an example of it, or of a part of it, passes on an engine that will carry it, but
// nothing is shipped under its name; and not yet otherwise. A note is a principle or slogan in which there is nothing to compute. A
// rule whose home is other rules is as far as the least far of them. -proved yes chooses the proved, -proved no the
// built, worked and not yet.
//
// # The file
//
// -out writes rules.csv, UTF-8, a row a chosen rule. package is the folder that owns the rule, or will; profile is the part of
// the sources; home and proof are references divided by blanks, empty where there are none. The form of references is that
// of internal/rules. -json prints the chosen rules as an array with the same facts.
package main

import (
	"bytes"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"

	"golang.org/x/text/message"

	"github.com/wuyekit/wuye/examples/internal/cli"
	"github.com/wuyekit/wuye/internal/rules"
)

func main() { cli.Main(run) }

// options are the program's flags.
type options struct {
	cli.Flags
	wanted
	json bool
}

func parse(args []string, screen io.Writer) (options, error) {
	var o options
	set := flag.NewFlagSet("rules", flag.ContinueOnError)
	set.SetOutput(screen)
	set.StringVar(&o.prefix, "prefix", "", "letters of the IDs: PROP, BILL, MAINT, SEC, CLEAN, KPI, CS, STAFF, EMER, ARCH or EVENT")
	set.StringVar(&o.pkg, "package", "", "folder that owns the rules, or its last part: rating, billing/parking")
	set.StringVar(&o.kind, "kind", "", "clause, alias, type, transition, formula, scheme, catalogue or note; or what it is finer: duty, enum …")
	set.StringVar(&o.proved, "proved", "", "yes, or no; default: both, and notes")
	set.StringVar(&o.search, "search", "", "text in the ID, the sentences, the notes, the home or the proof, in any case")
	set.StringVar(&o.id, "id", "", "ID of one rule, which is shown in full")
	set.BoolVar(&o.json, "json", false, "print JSON")
	set.StringVar(&o.Lang, "lang", "zh", "language of the report: zh or en")
	set.StringVar(&o.Out, "out", "", "folder to write rules.csv to")
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
	table, err := rules.Load()
	if err != nil {
		return fmt.Errorf("the table of rules: %w", err)
	}
	chosen, err := o.choose(table)
	if err != nil {
		return err
	}
	name, err := writeFile(o.Out, chosen)
	if err != nil {
		return err
	}
	var text bytes.Buffer
	if o.json {
		err = writeJSON(&text, chosen)
	} else {
		newReport(p, o.Lang, &text).write(chosen, o.id != "", name)
	}
	_, written := text.WriteTo(out)
	return errors.Join(err, written)
}
