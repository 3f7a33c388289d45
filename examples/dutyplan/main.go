// Command dutyplan says what became of the duties of a month: patrols, sweeping, upkeep, drills, training, countdowns and
// manned posts, each on time, late, missed, not due yet, excused or unknown and why. It lists the misses with when and
// where, the gaps at posts, what is due next, and derives any verdict.
//
//	go run ./examples/dutyplan
//	go run ./examples/dutyplan -explain lift-upkeep -lang en -out out
//	go run ./examples/dutyplan -month 2026-12 -duties my.duties.json -records my.records.csv
//
// The built-in month is November 2026 at the estate of examples/estate: its buildings and lifts, and the points, roads,
// tanks and teams that data/duties.json adds. Each duty there names the rule it stands for; where the rule leaves a time open,
// the duty says that it is the contract's, or says nothing and stays unknown. data/records.csv is a month of
// records made for it, and data/planted.csv the faults in them: the verdict finds these, and no others.
//
// # The records
//
// A file of -records has a row a fact, under the header
//
//	what,id,subject,kind,start,end,recorded,actor,figure,value,mark,reason
//
// where what is one of
//
//   - record: an act of a kind, done at start, written down at recorded if that was later, by actor; mark is voluntary or
//     unplanned; figure and value are what quotas add up;
//   - reading: what the counter named by kind showed at start;
//   - excuse: a stretch of time for which a subject owed nothing, and the reason;
//   - attendance: the actor was at the post named by kind from start to end; without an end, still is.
//
// An empty subject is the estate. Times are 2026-11-05 02:13 on the clock of the first calendar of the duties, or RFC
// 3339. A row that cannot be read is listed and counts nowhere.
//
// # Which month
//
// What is due in the month is judged in it. A week, quarter or year belongs to the month in which it ends; until then it
// stands under what is due next, with what was done so far. (Package schedule judges it where it begins; a report of a
// month that is over wants whole weeks.)
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
	month   string
	duties  string
	records string
	explain string
}

func parse(args []string, screen io.Writer) (options, error) {
	var o options
	set := flag.NewFlagSet("dutyplan", flag.ContinueOnError)
	set.SetOutput(screen)
	o.Add(set)
	set.Lookup("asof").Usage = "instant (RFC 3339) or day (its end) as of which is judged; default: the end of the month"
	set.Lookup("mapping").Usage = "not used here; -records describes its columns"
	set.StringVar(&o.month, "month", "", "month that is judged, YYYY-MM; default: 2026-11, that of the built-in records")
	set.StringVar(&o.duties, "duties", "", "file with duties, posts and plans like examples/dutyplan/data/duties.json; default: the built-in ones")
	set.StringVar(&o.records, "records", "", "file with records like examples/dutyplan/data/records.csv; needs -month; default: the built-in ones")
	set.StringVar(&o.explain, "explain", "", "key of verdicts to derive, like night-round/2026-11-09T02:00, or what it begins with")
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
	chosen, err := j.find(o.explain)
	if err != nil {
		return err
	}
	written, err := writeFiles(o.Out, j, p)
	if err != nil {
		return err
	}
	var text bytes.Buffer
	err = newReport(j, p, o.Lang, &text).write(chosen, written)
	_, failed := text.WriteTo(out)
	return errors.Join(err, failed)
}
