package main

import (
	"bytes"
	"cmp"
	"fmt"
	"strings"

	"golang.org/x/text/message"

	"github.com/wuyekit/wuye/examples/internal/cli"
	"github.com/wuyekit/wuye/property/civil"
)

// report writes the answer.
type report struct {
	question
	cli.Page
	currency string
	fees     map[string]string // the tariffs' names
}

func newReport(q question, p *message.Printer, out *bytes.Buffer) *report {
	r := &report{question: q, Page: cli.Page{P: p, Out: out}, currency: q.in.Book.Currency.String(), fees: map[string]string{}}
	for _, t := range q.in.Book.Tariffs {
		r.fees[t.Code] = t.Name
	}
	return r
}

// fee returns the name of a tariff, or its code where it has none.
func (r *report) fee(code string) string { return cmp.Or(r.fees[code], code) }

func (r *report) title() {
	c := r.in.Register.Community()
	r.Say(textTitle, cmp.Or(c.Name, c.Code), r.asOf.String())
}

func (r *report) written(names []string) {
	fmt.Fprintln(r.Out)
	if len(names) == 0 {
		r.Say(textUnwritten)
		return
	}
	r.Say(textWritten, strings.Join(names, ", "))
}

// days writes a period with its last day.
func (r *report) days(p civil.Period) string {
	return r.Fill(textDays, p.Start.String(), p.Last().String())
}

// list joins names.
func (r *report) list(names []string) string { return strings.Join(names, r.Fill(textComma)) }
