package main

import (
	"bytes"
	"cmp"
	"fmt"
	"strconv"
	"strings"

	"golang.org/x/text/message"

	"github.com/wuyekit/wuye/property/civil"
	"github.com/wuyekit/wuye/property/explain"
	"github.com/wuyekit/wuye/property/money"
)

// report writes the answer.
type report struct {
	question
	p        *message.Printer
	out      *bytes.Buffer
	currency string
	fees     map[string]string // the tariffs' names
}

func newReport(q question, p *message.Printer, out *bytes.Buffer) *report {
	r := &report{question: q, p: p, out: out, currency: q.in.Book.Currency.String(), fees: map[string]string{}}
	for _, t := range q.in.Book.Tariffs {
		r.fees[t.Code] = t.Name
	}
	return r
}

// fee returns the name of a tariff, or its code where it has none.
func (r *report) fee(code string) string { return cmp.Or(r.fees[code], code) }

// fill returns a text of the report with its arguments.
func (r *report) fill(l explain.Label, args ...any) string {
	return r.p.Sprintf(message.Key(l.ID(), l.English()), args...)
}

func (r *report) say(l explain.Label, args ...any) { fmt.Fprintln(r.out, r.fill(l, args...)) }

// section begins a part of the report.
func (r *report) section(l explain.Label, args ...any) {
	fmt.Fprintln(r.out)
	r.say(l, args...)
}

func (r *report) title() {
	c := r.in.Register.Community()
	r.say(textTitle, cmp.Or(c.Name, c.Code), r.asOf.String())
}

func (r *report) written(names []string) {
	fmt.Fprintln(r.out)
	if len(names) == 0 {
		r.say(textUnwritten)
		return
	}
	r.say(textWritten, strings.Join(names, ", "))
}

// days writes a period with its last day.
func (r *report) days(p civil.Period) string {
	return r.fill(textDays, p.Start.String(), p.Last().String())
}

// list joins names.
func (r *report) list(names []string) string { return strings.Join(names, r.fill(textComma)) }

// count writes a number with thousands separators.
func count(n int) string { return group(strconv.Itoa(n)) }

// grouped writes an amount with thousands separators and its currency.
func grouped(a money.Amount) string {
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
