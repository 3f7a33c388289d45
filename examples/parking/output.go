package main

import (
	"encoding/csv"
	"errors"
	"strconv"
	"strings"

	"golang.org/x/text/message"

	"github.com/wuyekit/wuye/billing/parking"
	"github.com/wuyekit/wuye/examples/internal/cli"
	"github.com/wuyekit/wuye/property/money"
)

// feesHeader is the first row of fees.csv: one row for each row of stays.csv, in its order. line is where it
// stands there, state is priced, open (still inside, priced as of the end of the day) or rejected; a rejected row
// has no figures but a problem, in the language of the report. Times are on the wall clock of the car park. minutes are
// those of the stay: free, passed (inside a pass) and charged add up to them, but for minutes after a payment that
// was in time. amount is the fee; due is still to be paid, excess was paid too much. Numbers are plain decimals
// with a point. A text that a spreadsheet would take for a formula has an apostrophe before it.
const feesHeader = "line,card,tariff,plate,class,entered_at,until,state,minutes,free,passed,charged,amount,paid,due,excess,currency,exempt,problem"

// write writes fees.csv into a folder, if one is named, and returns its path.
func (d *day) write(dir string, p *message.Printer) (string, error) {
	if dir == "" {
		return "", nil
	}
	f, err := cli.Create(dir, "fees.csv")
	if err != nil {
		return "", err
	}
	w := csv.NewWriter(f)
	err = w.Write(strings.Split(feesHeader, ","))
	for _, r := range d.rows {
		err = errors.Join(err, w.Write(r.feeCells(p)))
	}
	w.Flush()
	return f.Name(), errors.Join(err, w.Error(), f.Close())
}

func (r row) feeCells(p *message.Printer) []string {
	out := []string{strconv.Itoa(r.line), safe(r.cells[0]), safe(r.cells[1]), safe(r.cells[2]), safe(r.cells[3])}
	if r.err != nil {
		out = append(out, safe(r.cells[4]), safe(r.cells[5]), string(rejected))
		return append(append(out, make([]string, 10)...), safe(reason(r.err, p)))
	}
	f := r.fee
	c := count(f)
	const layout = "2006-01-02 15:04:05"
	out = append(out, f.EnteredAt.Format(layout), f.Until.Format(layout), string(r.state()), strconv.Itoa(f.Minutes),
		strconv.Itoa(c.free), strconv.Itoa(c.passed), strconv.Itoa(c.charged))
	for _, a := range []money.Amount{f.Amount, f.Paid, f.Due, f.Excess} {
		out = append(out, number(a))
	}
	return append(out, f.Amount.Currency().String(), safe(f.Exempt), "")
}

// minutes are those of a fee's parts.
type minutes struct{ free, passed, charged int }

func count(f parking.Fee) minutes {
	var out minutes
	for _, s := range f.Spans {
		for _, p := range s.Parts {
			out.free += p.Free
			out.passed += p.Passed
			out.charged += p.Charged
		}
	}
	return out
}

func number(a money.Amount) string { return string(a.AppendNumber(nil)) }

// safe guards a text against being taken for a formula.
func safe(text string) string {
	if text != "" && strings.ContainsAny(text[:1], "=+-@\t\r") {
		return "'" + text
	}
	return text
}
