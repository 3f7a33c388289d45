package main

import (
	"strings"

	"github.com/wuyekit/wuye/billing"
	"github.com/wuyekit/wuye/examples/internal/cli"
	"github.com/wuyekit/wuye/property/explain"
	"github.com/wuyekit/wuye/property/money"
)

// statements writes what must be published of shared costs: all in one table, and of the last of
// each tariff what every unit shares.
func (r *report) statements() error {
	r.Section(textStatements)
	t := cli.Table{Right: []bool{false, false, true, true, true, true, true}}
	r.head(&t, textCost, textTime, textUsage, textPrice, textAmount, textUnits, textShares)
	last := map[string]billing.Statement{}
	var codes []string
	for i := range r.months {
		for _, s := range r.months[i].statements {
			if err := r.statement(&t, s); err != nil {
				return err
			}
			if len(s.Held) > 0 {
				continue
			}
			if _, ok := last[s.Tariff]; !ok {
				codes = append(codes, s.Tariff)
			}
			last[s.Tariff] = s
		}
	}
	r.table(&t)
	for _, code := range codes {
		r.shares(last[code])
	}
	return nil
}

// statement adds a cost to the table; one that is held has no amount.
func (r *report) statement(t *cli.Table, s billing.Statement) error {
	if len(s.Held) > 0 {
		used := ""
		if s.Loss != nil {
			used = s.Loss.Lost.String()
		}
		t.Add(s.Cost, r.days(s.Period), used, "", r.Fill(textHeldWord), "0", "")
		return nil
	}
	shares, err := sumOfShares(s)
	if err != nil {
		return err
	}
	used, price := usageAndPrice(s)
	t.Add(s.Cost, r.days(s.Period), used, price, cli.Grouped(s.Amount), cli.Count(len(s.Shares)), cli.Grouped(shares))
	return nil
}

// sumOfShares returns what the units of a statement share together.
func sumOfShares(s billing.Statement) (money.Amount, error) {
	var sum money.Sum
	sum.Add(s.Amount.With(0))
	for _, u := range s.Shares {
		sum.Add(u.Share)
	}
	return sum.Total()
}

// usageAndPrice returns what was used and at which price; no price where there are several.
func usageAndPrice(s billing.Statement) (used, price string) {
	if q, ok := s.Usage(); ok {
		used = q.String()
	}
	if len(s.Parts) == 1 {
		price = s.Parts[0].Price.String()
	}
	return used, price
}

// shares writes what every unit shares of a cost.
func (r *report) shares(s billing.Statement) {
	const shown = 20
	r.Section(textSharesOf, r.fee(s.Tariff), s.Cost, cli.Grouped(s.Amount), cli.Count(len(s.Shares)))
	r.Out.WriteString(indented(explain.Text(r.P, s.Why())))
	t := cli.Table{Right: []bool{false, true, true}}
	r.head(&t, textUnit, textWeight, textShare)
	for _, u := range s.Shares[:min(shown, len(s.Shares))] {
		t.Add(u.Unit, weights(u.Weights), cli.Grouped(u.Share))
	}
	r.table(&t)
	if more := len(s.Shares) - shown; more > 0 {
		r.Say(textMoreShares, cli.Count(more))
	}
}

// weights writes what a unit weighs of all.
func weights(list []billing.Weighted) string {
	out := make([]string, len(list))
	for i, w := range list {
		out[i] = value(w.Weight) + " / " + value(w.Of)
		if len(list) > 1 {
			out[i] = w.Part.String() + " × " + out[i]
		}
	}
	return strings.Join(out, " + ")
}

func value(v explain.Value) string { return strings.TrimSpace(v.Text + " " + v.Unit) }

// indented moves lines two columns in.
func indented(text string) string {
	return "  " + strings.ReplaceAll(strings.TrimSuffix(text, "\n"), "\n", "\n  ") + "\n"
}
