package estate

import (
	"strconv"
	"strings"

	"golang.org/x/text/message"

	"github.com/wuyekit/wuye/adapters/csv"
	"github.com/wuyekit/wuye/property/invalid"
)

// BadTableError is a table of the estate with rows that cannot be read.
type BadTableError struct {
	// File is the table.
	File string
	// Bad are its bad cells, in the order of the file.
	Bad []csv.BadCell
	err error
}

// Error lists the first cells in English.
func (t *BadTableError) Error() string { return t.File + ": " + t.err.Error() }

// Unwrap returns the error of the table's reader.
func (t *BadTableError) Unwrap() error { return t.err }

// Text lists the first [invalid.Kept] cells in the printer's language, places too, one a line. The printer's
// catalogue must hold the messages of adapters/csv and of the packages that own the rules.
func (t *BadTableError) Text(p *message.Printer) string {
	say := func(rule invalid.RuleError, args ...string) string {
		return (&invalid.FieldError{Rule: rule, Args: args}).Text(p)
	}
	out := []string{say(invalid.ErrProblems, t.File, strconv.Itoa(len(t.Bad)))}
	for _, c := range t.Bad[:min(invalid.Kept, len(t.Bad))] {
		out = append(out, "  "+c.Text(p))
	}
	if more := len(t.Bad) - invalid.Kept; more > 0 {
		out = append(out, "  "+say(invalid.ErrMore, strconv.Itoa(more)))
	}
	return strings.Join(out, "\n")
}
