package main

import (
	"bytes"
	"cmp"
	"errors"
	"fmt"
	"strconv"
	"strings"

	"golang.org/x/text/message"

	"github.com/wuyekit/wuye/examples/internal/cli"
	"github.com/wuyekit/wuye/property/explain"
	"github.com/wuyekit/wuye/property/invalid"
	"github.com/wuyekit/wuye/property/money"
)

// report writes a day.
type report struct {
	*day
	cli.Page
}

func newReport(d *day, p *message.Printer, out *bytes.Buffer) *report {
	return &report{d, cli.Page{P: p, Out: out}}
}

func (r *report) write(chosen *row, written string) error {
	done, open, bad := r.of(priced), r.of(inside), r.of(rejected)
	r.Say(textTitle, r.lot.Name, r.asOf.String())
	r.Say(textRows, strconv.Itoa(len(r.rows)), strconv.Itoa(len(done)), strconv.Itoa(len(open)), strconv.Itoa(len(bad)))
	err := errors.Join(r.byClass(done), r.byTariff(done))
	r.open(open)
	r.rejected(bad)
	if chosen != nil {
		r.explain(*chosen)
	}
	fmt.Fprintln(r.Out)
	if written == "" {
		r.Say(textUnwritten)
	} else {
		r.Say(textWritten, written)
	}
	return err
}

// sums are the figures of some stays.
type sums struct {
	stays, exempt, free, minutes int
	fee, paid, due, excess       money.Sum
}

func (s *sums) add(r row) {
	f := r.fee
	s.stays++
	s.minutes += f.Minutes
	switch {
	case f.Exempt != "":
		s.exempt++
	case f.Amount.Sign() == 0:
		s.free++
	}
	s.fee.Add(f.Amount)
	s.paid.Add(f.Paid)
	s.due.Add(f.Due)
	s.excess.Add(f.Excess)
}

// cells are the columns of a table after the name.
func (s *sums) cells() ([]string, error) {
	out := []string{strconv.Itoa(s.stays), strconv.Itoa(s.exempt), strconv.Itoa(s.free), strconv.Itoa(s.minutes)}
	var failed error
	for _, sum := range []*money.Sum{&s.fee, &s.paid, &s.due, &s.excess} {
		total, err := sum.Total()
		failed = errors.Join(failed, err)
		out = append(out, number(total))
	}
	return out, failed
}

// table writes a table of stays by a key, in the order of the keys, with a total.
func (r *report) table(first explain.Label, keys []string, names map[string]string, key func(row) string, rows []row) error {
	by, all := map[string]*sums{}, &sums{}
	for _, x := range rows {
		if by[key(x)] == nil {
			by[key(x)] = &sums{}
		}
		by[key(x)].add(x)
		all.add(x)
	}
	t := cli.Table{Right: []bool{false, true, true, true, true, true, true, true, true}}
	t.Add(r.Fill(first), r.Fill(textStays), r.Fill(textExemptStays), r.Fill(textFreeStays), r.Fill(textMinutes),
		r.Fill(textFee), r.Fill(textPaid), r.Fill(textDue), r.Fill(textExcess))
	var failed error
	for _, k := range keys {
		if by[k] == nil {
			continue
		}
		cells, err := by[k].cells()
		failed = errors.Join(failed, err)
		t.Add(append([]string{names[k]}, cells...)...)
	}
	cells, err := all.cells()
	t.Add(append([]string{r.Fill(textTotal)}, cells...)...)
	r.Out.WriteString(t.String())
	return errors.Join(failed, err)
}

func (r *report) byClass(rows []row) error {
	r.Section(textByClass)
	keys, names := []string{""}, map[string]string{"": r.Fill(textOrdinary)}
	for _, t := range r.lot.Tariffs {
		for _, c := range t.Classes {
			if names[c.Code] == "" {
				keys = append(keys, c.Code)
				names[c.Code] = cmp.Or(c.Name, c.Code)
			}
		}
	}
	return r.table(textClass, keys, names, func(x row) string { return x.fee.Class }, rows)
}

func (r *report) byTariff(rows []row) error {
	r.Section(textByTariff)
	var keys []string
	names := map[string]string{}
	for _, t := range r.lot.Tariffs {
		keys = append(keys, t.Code)
		names[t.Code] = cmp.Or(t.Name, t.Code)
	}
	return r.table(textTariff, keys, names, func(x row) string { return x.tariff }, rows)
}

// open lists the vehicles inside.
func (r *report) open(rows []row) {
	r.Section(textOpen, strconv.Itoa(len(rows)))
	t := cli.Table{Right: []bool{false, false, false, false, true, true}}
	for _, x := range rows {
		f := x.fee
		t.Add(f.Card, f.Plate, f.Tariff, f.EnteredAt.Format("2006-01-02 15:04"), strconv.Itoa(f.Minutes), number(f.Due))
	}
	r.Out.WriteString(t.String())
}

// rejected lists the rows without a fee.
func (r *report) rejected(rows []row) {
	r.Section(textRejected, strconv.Itoa(len(rows)))
	t := cli.Table{Right: []bool{true}}
	for _, x := range rows {
		t.Add(strconv.Itoa(x.line), x.cells[0], reason(x.err, r.P))
	}
	r.Out.WriteString(t.String())
}

// reason tells an error in one line, in the printer's language.
func reason(err error, p *message.Printer) string {
	var all *invalid.Error
	var one *invalid.FieldError
	switch {
	case errors.As(err, &all):
		var out []string
		for _, f := range all.Fields {
			out = append(out, f.Text(p))
		}
		return strings.Join(out, "; ")
	case errors.As(err, &one):
		return one.Text(p)
	default:
		return err.Error()
	}
}

// explain writes the sentence at the barrier and the derivation of one stay.
func (r *report) explain(x row) {
	r.Section(textExplain, x.cells[0])
	if x.err != nil {
		fmt.Fprintln(r.Out, " ", reason(x.err, r.P))
		return
	}
	fmt.Fprintln(r.Out, " ", x.fee.Announce(r.P))
	why := x.fee.Why()
	if x.fee.Paid.Sign() > 0 {
		why = x.fee.WhyDue()
	}
	r.Out.WriteString(explain.Text(r.P, why))
}
