package main

import (
	"strconv"

	"github.com/wuyekit/wuye/billing"
	"github.com/wuyekit/wuye/examples/internal/cli"
	"github.com/wuyekit/wuye/property/civil"
)

// dueTogether is what is to be paid on one day for one time.
type dueTogether struct {
	on     civil.Date
	period civil.Period
	fees   string
	many   bool // more fees than read well in a row of a table
}

// calendar writes the days on which fees are to be paid. Long lists of fees that come again stand
// below the table, once.
func (r *report) calendar(dues []billing.Due) {
	r.Section(textCalendar, r.days(r.year))
	rows := r.together(dues)
	times, sets := map[string]int{}, map[string]string{}
	for _, row := range rows {
		times[row.fees]++
	}
	var legend []string
	t := cli.Table{}
	t.Add(r.Fill(textDueOn), r.Fill(textPaidFor), r.Fill(textFees))
	for _, row := range rows {
		fees := row.fees
		if row.many && times[fees] > 1 {
			if sets[fees] == "" {
				sets[fees] = strconv.Itoa(len(sets) + 1)
				legend = append(legend, r.Fill(textSetIs, sets[fees], fees))
			}
			fees = r.Fill(textSet, sets[fees])
		}
		t.Add(row.on.String(), r.days(row.period), fees)
	}
	r.Out.WriteString(t.String())
	for _, line := range legend {
		r.Out.WriteString(line + "\n")
	}
	r.ownDays()
}

// together joins what is due on the same day for the same time, in the order of the first of each.
func (r *report) together(dues []billing.Due) []dueTogether {
	type key struct {
		on     civil.Date
		period civil.Period
	}
	var order []key
	names := map[key][]string{}
	for _, d := range dues {
		k := key{d.On, d.Period}
		if names[k] == nil {
			order = append(order, k)
		}
		names[k] = append(names[k], r.fee(d.Tariff))
	}
	const few = 2
	out := make([]dueTogether, len(order))
	for i, k := range order {
		out[i] = dueTogether{k.on, k.period, r.list(names[k]), len(names[k]) > few}
	}
	return out
}

// ownDays names the fees that have no common days: each lease has its own, and so has what is quoted.
func (r *report) ownDays() {
	var own []string
	for _, tariff := range r.in.Book.Tariffs {
		b := tariff.Basis
		if tariff.State == billing.InForce && (b.Quoted != nil || b.Agreed != nil && b.Agreed.FromStart) {
			own = append(own, r.fee(tariff.Code))
		}
	}
	if len(own) > 0 {
		r.Say(textOwnDays, r.list(own))
	}
}
