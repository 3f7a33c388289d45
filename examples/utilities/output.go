package main

import (
	"encoding/csv"
	"errors"
	"io"
	"os"
	"strconv"
	"strings"

	"golang.org/x/text/message"

	wuyecsv "github.com/wuyekit/wuye/adapters/csv"
	"github.com/wuyekit/wuye/billing"
	"github.com/wuyekit/wuye/examples/internal/cli"
	"github.com/wuyekit/wuye/property/civil"
)

// The files beside bills.csv and lines.csv, which are those of adapters/csv, of all months one after
// the other. They are UTF-8 with one row per line. Dates are YYYY-MM-DD, and a to column is the last
// day, inclusive; billed_in is a month, YYYY-MM. Numbers are plain decimals with a point; empty is not 0. A
// text that a spreadsheet would take for a formula has an apostrophe before it.
const (
	// statementsHeader is that of statements.csv: one row a unit's share of a cost, with what the cost
	// comes to in every row. usage and price are empty where the cost was given as an amount, price also
	// where there are several. weight is the unit's, of all that of all units; several parts are
	// joined with " + ", each as part × weight. A cost that is held has one row without a unit, an
	// amount and a share, and its reasons.
	statementsHeader = "cost,tariff,from,to,usage,price,amount,currency,unit,weight,share,absorbed,held"
	// usageHeader is that of usage.csv: one row a tier or band of a metered line. from and to are the
	// line's days, charge_from and charge_to those between the readings. used_before is what the tiers had
	// before the line. In a line that takes the place of estimates replaced is what they had been
	// charged for, in its first row, and estimated is yes in a line that is charged on one.
	usageHeader = "line_id,billed_in,meter,kind,unit,tariff,from,to,charge_from,charge_to,tier,band,quantity,measure,price,used_before,replaced,estimated"
	// findingsHeader is that of findings.csv: one row for what was found about a meter.
	findingsHeader = "month,kind,meter,unit"
)

// writeFiles writes the files of -out and returns their paths.
func writeFiles(dir string, y *year, found []finding, p *message.Printer) ([]string, error) {
	if dir == "" {
		return nil, nil
	}
	var names []string
	for _, f := range []struct {
		name  string
		write func(io.Writer) error
	}{
		{"bills.csv", func(w io.Writer) error { return y.writeBills(w, p) }},
		{"lines.csv", y.writeLines},
		{"statements.csv", func(w io.Writer) error { return writeRows(w, statementsHeader, y.statementRows(p)) }},
		{"usage.csv", func(w io.Writer) error { return writeRows(w, usageHeader, y.usageRows()) }},
		{"findings.csv", func(w io.Writer) error { return writeRows(w, findingsHeader, y.findingRows(found)) }},
	} {
		file, err := cli.Create(dir, f.name)
		if err != nil {
			return nil, err
		}
		if err := closed(file, f.write(file)); err != nil {
			return nil, err
		}
		names = append(names, file.Name())
	}
	return names, nil
}

func closed(f *os.File, err error) error { return errors.Join(err, f.Close()) }

func (y *year) writeBills(out io.Writer, p *message.Printer) error {
	w := wuyecsv.NewBillWriter(out, p)
	var errs []error
	for i := range y.months {
		for _, list := range [][]billing.Bill{y.months[i].bills, y.months[i].held} {
			for _, b := range list {
				errs = append(errs, w.Write(b))
			}
		}
	}
	return errors.Join(append(errs, w.Flush())...)
}

func (y *year) writeLines(out io.Writer) error {
	w := wuyecsv.NewLineWriter(out)
	var errs []error
	for i := range y.months {
		for _, b := range y.months[i].bills {
			errs = append(errs, w.Write(b.Lines))
		}
	}
	return errors.Join(append(errs, w.Flush())...)
}

func writeRows(out io.Writer, header string, rows [][]string) error {
	w := csv.NewWriter(out)
	err := w.Write(strings.Split(header, ","))
	for _, row := range rows {
		err = errors.Join(err, w.Write(row))
	}
	w.Flush()
	return errors.Join(err, w.Error())
}

// safe guards a text against being taken for a formula.
func safe(text string) string {
	if text != "" && strings.ContainsAny(text[:1], "=+-@\t\r") {
		return "'" + text
	}
	return text
}

// fromTo returns the cells of a period.
func fromTo(p civil.Period) []string { return []string{p.Start.String(), p.Last().String()} }

func (y *year) statementRows(p *message.Printer) [][]string {
	var out [][]string
	for i := range y.months {
		for _, s := range y.months[i].statements {
			head := append([]string{safe(s.Cost), safe(s.Tariff)}, fromTo(s.Period)...)
			used, price := usageAndPrice(s)
			currency := s.Amount.Currency().String()
			if len(s.Held) > 0 {
				reasons := make([]string, len(s.Held))
				for k, f := range s.Held {
					reasons[k] = f.Text(p)
				}
				out = append(out, append(head, used, price, "", currency, "", "", "", "", strings.Join(reasons, "; ")))
				continue
			}
			head = append(head, used, price, string(s.Amount.AppendNumber(nil)), currency)
			absorbed := string(s.Amount.With(s.Absorbed.Minor()).AppendNumber(nil))
			for _, u := range s.Shares {
				out = append(out, append(head[:len(head):len(head)],
					safe(u.Unit), weights(u.Weights), string(u.Share.AppendNumber(nil)), absorbed, ""))
			}
		}
	}
	return out
}

func (y *year) usageRows() [][]string {
	var out [][]string
	for i := range y.months {
		for l := range y.months[i].lines() {
			if l.Facts.Metered != nil {
				out = append(out, y.usageOf(i, l)...)
			}
		}
	}
	return out
}

// usageOf returns the rows of a metered line.
func (y *year) usageOf(at int, l *billing.Line) [][]string {
	m := l.Facts.Metered
	kind := ""
	if r, ok := y.log.Find(m.Meter); ok {
		kind = y.log.Kind(r)
	}
	replaced, estimate := "", ""
	if q := y.replaced(at, l); q.Sign() != 0 {
		replaced = string(q.AppendNumber(nil))
	}
	if estimated(m) {
		estimate = "yes"
	}
	var out [][]string
	for _, p := range m.Parts {
		row := []string{safe(l.ID()), monthName(y.months[at].period.Start), safe(m.Meter), safe(kind), safe(l.Unit), safe(l.Tariff)}
		row = append(append(row, fromTo(l.Period)...), fromTo(m.Charge)...)
		tier := ""
		if p.Tier > 0 {
			tier = strconv.Itoa(int(p.Tier))
		}
		out = append(out, append(row, tier, safe(p.Band), string(p.Quantity.AppendNumber(nil)), p.Quantity.Unit().String(), p.Price.String(),
			string(m.Used.AppendNumber(nil)), replaced, estimate))
		replaced = ""
	}
	return out
}

func (y *year) findingRows(found []finding) [][]string {
	out := make([][]string, len(found))
	for i, f := range found {
		unit := ""
		if r, ok := y.log.Find(f.Meter); ok {
			unit = y.log.Unit(r)
		}
		out[i] = []string{f.Month, f.Kind, safe(f.Meter), safe(unit)}
	}
	return out
}
