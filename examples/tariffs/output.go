package main

import (
	"encoding/csv"
	"errors"
	"strconv"
	"strings"

	"github.com/wuyekit/wuye/billing"
	"github.com/wuyekit/wuye/examples/internal/cli"
	"github.com/wuyekit/wuye/property/civil"
)

// The first rows of the files that -out writes. Dates are YYYY-MM-DD; from and to are both days that
// count. Numbers are plain decimals with a point; empty is not 0. A text that a spreadsheet would
// take for a formula has an apostrophe before it.
const (
	// priceHeader is that of pricelist.csv: one row a price in force on the day asked for, of a table
	// of floors one a range. A price is per unit of the basis and month, or season; of a percentage it is the
	// part; what is agreed or quoted has none. published_on is empty where the price was not made
	// public by the day. next_price and next_from are the price that follows, cap is the highest
	// price allowed. What is quoted has no cycle: every, timing and due_days are empty.
	// every is a word, or the first and last day of a season, 11-15/03-15.
	priceHeader = "tariff,name,basis,floor_from,floor_to,price,floor_step,currency,class,from,to,published_on,source," +
		"next_price,next_from,cap,cap_source,approver,approved_on,every,timing,due_days,special"
	// dueHeader is that of due.csv: one row a fee and cycle to be paid in the year, by day. The run that
	// holds billed_on bills it.
	dueHeader = "due_on,tariff,name,from,to,billed_on"
	// estimateHeader is that of estimate.csv: what one unit, or with an empty unit the whole estate,
	// comes to in the time by fee.
	estimateHeader = "unit,tariff,name,from,to,lines,net,tax,total,currency"
)

// writeFiles writes the files of -out and returns their paths.
func writeFiles(q question, prices []billing.ListedPrice, dues []billing.Due, estimates []estimated) ([]string, error) {
	if q.out == "" {
		return nil, nil
	}
	sums, err := estimateRows(q, estimates)
	if err != nil {
		return nil, err
	}
	var names []string
	for _, file := range []struct {
		name, header string
		rows         [][]string
	}{
		{"pricelist.csv", priceHeader, priceRows(q, prices)}, {"due.csv", dueHeader, dueRows(dues)}, {"estimate.csv", estimateHeader, sums},
	} {
		name, err := writeTable(q.out, file.name, file.header, file.rows)
		if err != nil {
			return nil, err
		}
		names = append(names, name)
	}
	return names, nil
}

func writeTable(dir, name, header string, rows [][]string) (string, error) {
	f, err := cli.Create(dir, name)
	if err != nil {
		return "", err
	}
	w := csv.NewWriter(f)
	err = w.Write(strings.Split(header, ","))
	for _, row := range rows {
		err = errors.Join(err, w.Write(row))
	}
	w.Flush()
	return f.Name(), errors.Join(err, w.Error(), f.Close())
}

// safe guards a text against being taken for a formula.
func safe(text string) string {
	if text != "" && strings.ContainsAny(text[:1], "=+-@\t\r") {
		return "'" + text
	}
	return text
}

// day writes a date, nothing for none.
func day(d civil.Date) string {
	if d.IsZero() {
		return ""
	}
	return d.String()
}

func priceRows(q question, prices []billing.ListedPrice) [][]string {
	var out [][]string
	for _, p := range prices {
		nextPrice, nextFrom, limit, limitSource := "", "", "", ""
		if p.Next != nil {
			nextFrom = day(p.Next.From)
			if len(p.Next.Value.Floors) == 0 {
				nextPrice = money2(p.Next.Value.Price.String())
			}
		}
		if p.Limit != nil {
			limit, limitSource = money2(p.Limit.Cap().String()), p.Limit.Source
		}
		published := ""
		if p.Published {
			published = day(p.Since)
		}
		class := ""
		if p.Class != 0 {
			class = p.Class.String()
		}
		every, timing, due := p.Every.String(), p.Timing.String(), strconv.Itoa(p.DueDays)
		if s := p.Season; s != nil {
			every = s.From.String() + "/" + s.To.String()
		}
		if p.Basis == "quoted" {
			every, timing, due = "", "", "" // each on its day
		}
		for _, cells := range priceCells(p) {
			out = append(out, append(append([]string{safe(p.Tariff), safe(p.Name), p.Basis}, cells...),
				q.in.Book.Currency.String(), class, day(p.From), day(p.Until), published, safe(p.Rate.Source), nextPrice, nextFrom,
				limit, safe(limitSource), safe(p.Approver), day(p.ApprovedOn), every, timing, due,
				strconv.FormatBool(p.Special)))
		}
	}
	return out
}

// priceCells returns the cells from floor_from to floor_step, a row for each range of floors.
func priceCells(p billing.ListedPrice) [][]string {
	switch {
	case p.Basis == "agreed" || p.Basis == "quoted":
		return [][]string{{"", "", "", ""}}
	case len(p.Rate.Floors) == 0:
		return [][]string{{"", "", money2(p.Rate.Price.String()), ""}}
	}
	var out [][]string
	for _, f := range p.Rate.Floors {
		out = append(out, []string{strconv.Itoa(f.Floors.From), strconv.Itoa(f.Floors.To), money2(f.Price.String()), money2(f.Step.String())})
	}
	return out
}

func dueRows(dues []billing.Due) [][]string {
	var out [][]string
	for _, d := range dues {
		out = append(out, []string{
			day(d.On), safe(d.Tariff), safe(d.Name), day(d.Period.Start), day(d.Period.Last()), day(d.BilledOn),
		})
	}
	return out
}

func estimateRows(q question, estimates []estimated) ([][]string, error) {
	names := map[string]string{}
	for _, t := range q.in.Book.Tariffs {
		names[t.Code] = t.Name
	}
	var out [][]string
	for _, e := range estimates {
		for _, s := range e.Tariffs {
			total, err := s.Net.Add(s.Tax)
			if err != nil {
				return nil, err
			}
			out = append(out, []string{
				safe(e.unit), safe(s.Tariff), safe(names[s.Tariff]), day(e.Period.Start), day(e.Period.Last()), strconv.Itoa(s.Lines),
				string(s.Net.AppendNumber(nil)), string(s.Tax.AppendNumber(nil)), string(total.AppendNumber(nil)), total.Currency().String(),
			})
		}
	}
	return out, nil
}
