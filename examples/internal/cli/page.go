package cli

import (
	"bytes"
	"fmt"
	"strconv"
	"strings"

	"golang.org/x/text/message"

	"github.com/wuyekit/wuye/property/explain"
	"github.com/wuyekit/wuye/property/money"
)

// Page is a report while it is written: in one language, to one buffer.
type Page struct {
	P   *message.Printer
	Out *bytes.Buffer
}

// Fill returns a text of the report with its arguments.
func (g Page) Fill(l explain.Label, args ...any) string {
	return g.P.Sprintf(message.Key(l.ID(), l.English()), args...)
}

// Say writes a text and a line end.
func (g Page) Say(l explain.Label, args ...any) { fmt.Fprintln(g.Out, g.Fill(l, args...)) }

// Section begins a part of the report.
func (g Page) Section(l explain.Label, args ...any) {
	fmt.Fprintln(g.Out)
	g.Say(l, args...)
}

// Count writes a number with thousands separators.
func Count(n int) string { return group(strconv.Itoa(n)) }

// Grouped writes an amount with thousands separators and its currency.
func Grouped(a money.Amount) string {
	whole, fraction, pointed := strings.Cut(string(a.AppendNumber(nil)), ".")
	if pointed {
		fraction = "." + fraction
	}
	return group(whole) + fraction + " " + a.Currency().String()
}

func group(digits string) string {
	sign, digits := digits[:len(digits)-len(strings.TrimLeft(digits, "-"))], strings.TrimLeft(digits, "-")
	for i := len(digits) - 3; i > 0; i -= 3 {
		digits = digits[:i] + "," + digits[i:]
	}
	return sign + digits
}
