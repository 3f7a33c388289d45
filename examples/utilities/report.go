package main

import (
	"bytes"
	"cmp"
	"fmt"
	"slices"
	"strings"

	"golang.org/x/text/message"

	"github.com/wuyekit/wuye/billing"
	"github.com/wuyekit/wuye/examples/internal/cli"
	"github.com/wuyekit/wuye/property/civil"
	"github.com/wuyekit/wuye/property/explain"
	"github.com/wuyekit/wuye/property/invalid"
)

// report writes what a year came to.
type report struct {
	*year
	cli.Page
	fees map[string]string // the tariffs' names
}

func newReport(y *year, p *message.Printer, out *bytes.Buffer) *report {
	r := &report{year: y, Page: cli.Page{P: p, Out: out}, fees: map[string]string{}}
	for _, t := range y.in.Book.Tariffs {
		r.fees[t.Code] = t.Name
	}
	return r
}

// fee returns the name of a tariff, or its code where it has none.
func (r *report) fee(code string) string { return cmp.Or(r.fees[code], code) }

// head adds the head of a table.
func (r *report) head(t *cli.Table, labels ...explain.Label) {
	cells := make([]string, len(labels))
	for i, l := range labels {
		cells[i] = r.Fill(l)
	}
	t.Add(cells...)
}

func (r *report) table(t *cli.Table) { r.Out.WriteString(t.String()) }

func (r *report) title(asOf civil.Date) {
	c := r.in.Register.Community()
	r.Say(textTitle, cmp.Or(c.Name, c.Code), r.period.Start.String(), r.period.Last().String())
	units := map[string]bool{}
	for _, m := range r.in.Facts.Meters {
		units[m.Unit] = true
	}
	delete(units, "")
	read := 0
	for _, x := range r.in.Facts.Readings {
		if x.On <= asOf {
			read++
		}
	}
	r.Say(textCounts, cli.Count(len(r.in.Facts.Meters)), cli.Count(len(units)), cli.Count(read), cli.Count(len(r.in.Facts.Costs)), asOf.String())
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

// reasons writes why a unit or cost is held.
func (r *report) reasons(problems []*invalid.FieldError) string {
	out := make([]string, len(problems))
	for i, f := range problems {
		out[i] = f.Text(r.P)
	}
	return strings.Join(out, r.Fill(textSemicolon))
}

// payer names the parties of a bill.
func (r *report) payer(b *billing.Bill) string {
	out := make([]string, len(b.Payers))
	for i, h := range b.Payers {
		out[i] = h.Party
		if party, ok := r.in.Register.Party(h.Party); ok && party.Name != "" {
			out[i] += " " + party.Name
		}
	}
	return strings.Join(out, r.Fill(textComma))
}

// named puts the tariffs' names for their codes.
func (r *report) named(s explain.Step) explain.Step {
	inputs := make([]explain.Step, len(s.Inputs))
	for i, in := range s.Inputs {
		inputs[i] = r.named(in)
	}
	s.Inputs = inputs
	if s.Label.ID() == "billing/line" && len(s.Args) > 0 {
		s.Args = slices.Clone(s.Args)
		s.Args[0] = r.fee(s.Args[0])
	}
	return s
}
