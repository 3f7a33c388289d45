// Package cli is what the example programs share: their flags, their language, tables
// that line up in Chinese too, and a progress bar.
package cli

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"github.com/schollz/progressbar/v3"
	"golang.org/x/term"
	"golang.org/x/text/language"
	"golang.org/x/text/message"
	"golang.org/x/text/message/catalog"
	"golang.org/x/text/width"

	"github.com/wuyekit/wuye/adapters/csv"
	"github.com/wuyekit/wuye/billing"
	"github.com/wuyekit/wuye/billing/formula"
	"github.com/wuyekit/wuye/billing/meter"
	"github.com/wuyekit/wuye/property"
	"github.com/wuyekit/wuye/property/civil"
	"github.com/wuyekit/wuye/property/explain"
	"github.com/wuyekit/wuye/property/invalid"
	"github.com/wuyekit/wuye/property/measure"
	"github.com/wuyekit/wuye/property/money"
	"github.com/wuyekit/wuye/property/policy"
)

// Flags are the flags every example has.
type Flags struct {
	// Data is a folder with an estate like examples/estate/data; empty: the built-in one.
	Data string
	// Mapping is a file that says what the columns of a foreign file mean.
	Mapping string
	// AsOf is the day the input speaks of, YYYY-MM-DD; empty: the program's own choice.
	AsOf string
	// Lang is zh or en.
	Lang string
	// Out is the folder that files are written to; empty: none are.
	Out string
}

// Add declares the flags.
func (f *Flags) Add(set *flag.FlagSet) {
	set.StringVar(&f.Data, "data", "", "folder with an estate (community.json, units.csv, parties.csv, tenancies.csv, tariffs.json, facts.json); default: the built-in estate")
	set.StringVar(&f.Mapping, "mapping", "", "mapping of a foreign file's columns, see adapters/csv/MAPPING.md")
	set.StringVar(&f.AsOf, "asof", "", "day the input speaks of, YYYY-MM-DD")
	set.StringVar(&f.Lang, "lang", "zh", "language of the report: zh or en")
	set.StringVar(&f.Out, "out", "", "folder to write files to")
}

// Tag returns the language asked for.
func (f *Flags) Tag() (language.Tag, error) {
	switch f.Lang {
	case "zh":
		return language.Chinese, nil
	case "en":
		return language.English, nil
	default:
		return language.Tag{}, fmt.Errorf("-lang %s: want zh or en", f.Lang)
	}
}

// Printer returns a printer in the language asked for, with the messages of every package
// and those of the program.
func (f *Flags) Printer(own func(*catalog.Builder) error) (*message.Printer, error) {
	tag, err := f.Tag()
	if err != nil {
		return nil, err
	}
	return explain.NewPrinter(tag, invalid.Messages, civil.Messages, money.Messages, measure.Messages, policy.Messages,
		property.Messages, formula.Messages, meter.Messages, billing.Messages, csv.Messages, messages, own)
}

// errNoFile is a file that is not there.
const errNoFile invalid.RuleError = "cli/no-file: %[1]s: no such file"

func messages(b *catalog.Builder) error {
	return invalid.Register(b, []invalid.Translation{{Text: errNoFile, ZH: "%[1]s：没有这个文件"}})
}

// Tell runs a program with a printer in the language asked for; its errors are told in that language.
func (f *Flags) Tell(own func(*catalog.Builder) error, run func(*message.Printer) error) error {
	p, err := f.Printer(own)
	if err != nil {
		return err
	}
	return Localized(run(p), p)
}

// Localized returns an error whose problems are told in the printer's language: the first of those it
// wraps that can be, an [*invalid.Error], a single problem, or a table of the estate.
func Localized(err error, p *message.Printer) error {
	var told interface {
		error
		Text(p *message.Printer) string
	}
	if !errors.As(err, &told) {
		return err
	}
	return localized{err, strings.Replace(err.Error(), told.Error(), told.Text(p), 1)}
}

type localized struct {
	error
	text string
}

func (l localized) Error() string { return l.text }
func (l localized) Unwrap() error { return l.error }

// Main runs a program: it prints an error, and exits with 2 for flags that cannot be parsed, 1
// for other errors.
func Main(run func(args []string, out io.Writer, screen *os.File) error) {
	err := run(os.Args[1:], os.Stdout, os.Stderr)
	switch {
	case err == nil, errors.Is(err, flag.ErrHelp):
	case errors.Is(err, ErrUsage):
		os.Exit(2)
	default:
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

// ErrUsage is returned for flags that were already explained to the user.
var ErrUsage = errors.New("usage")

// Parse parses the arguments; what is left over is an error.
func Parse(set *flag.FlagSet, args []string) error {
	if err := set.Parse(args); err != nil {
		if errors.Is(err, flag.ErrHelp) {
			return err
		}
		return ErrUsage
	}
	if set.NArg() > 0 {
		set.Usage()
		return fmt.Errorf("unexpected argument %q", set.Arg(0))
	}
	return nil
}

// Create opens a file of the output folder for writing, making the folder if need be.
func Create(dir, name string) (*os.File, error) {
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return nil, err
	}
	return os.Create(filepath.Join(dir, name))
}

// Beside returns the path of a file beside another: NAME.tariffs.json beside
// NAME.mapping.json.
func Beside(path, ending, other string) string {
	return strings.TrimSuffix(path, ending) + other
}

// ReadFile reads a file; an error names it.
func ReadFile(path string) ([]byte, error) {
	data, err := os.ReadFile(path)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, invalid.Value(errNoFile, path)
	}
	return data, err
}

// Progress returns a function to call with how much more is done. On a terminal it draws a
// bar for work that is long; elsewhere it does nothing.
func Progress(screen *os.File, total int, what string) (add func(int), finish func()) {
	const long = 100_000
	if total < long || screen == nil || !term.IsTerminal(int(screen.Fd())) {
		return func(int) {}, func() {}
	}
	bar := progressbar.NewOptions(total, progressbar.OptionSetWriter(screen), progressbar.OptionSetDescription(what),
		progressbar.OptionShowCount(), progressbar.OptionThrottle(100_000_000), progressbar.OptionClearOnFinish())
	//nolint:errcheck // a bar that cannot be drawn is no failure
	return func(n int) { _ = bar.Add(n) }, func() { _ = bar.Finish() }
}

// Table is rows of cells that line up; a cell of a column marked so is flush right.
type Table struct {
	// Right marks the columns that are flush right.
	Right []bool
	rows  [][]string
}

// Add adds a row.
func (t *Table) Add(cells ...string) { t.rows = append(t.rows, cells) }

// String returns the table as lines, two blanks in front and between columns.
func (t *Table) String() string {
	var out strings.Builder
	var widths []int
	for _, row := range t.rows {
		for i, c := range row {
			if i == len(widths) {
				widths = append(widths, 0)
			}
			widths[i] = max(widths[i], Width(c))
		}
	}
	for _, row := range t.rows {
		var line strings.Builder
		for i, c := range row {
			pad := strings.Repeat(" ", widths[i]-Width(c))
			line.WriteString("  ")
			if i < len(t.Right) && t.Right[i] {
				line.WriteString(pad + c)
			} else {
				line.WriteString(c + pad)
			}
		}
		out.WriteString(strings.TrimRight(line.String(), " ") + "\n")
	}
	return out.String()
}

// Width returns how many columns of a terminal the text takes.
func Width(s string) int {
	n := 0
	for _, r := range s {
		kind := width.LookupRune(r).Kind()
		n++
		if kind == width.EastAsianWide || kind == width.EastAsianFullwidth {
			n++
		}
	}
	return n
}
