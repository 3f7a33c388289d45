package main

import (
	"fmt"
	"math/big"
	"slices"
	"strconv"
	"strings"

	"golang.org/x/text/message"

	"github.com/wuyekit/wuye/adapters/csv"
	"github.com/wuyekit/wuye/examples/internal/cli"
	"github.com/wuyekit/wuye/property/explain"
	"github.com/wuyekit/wuye/property/sla"
)

// most bounds the list of bad rows; bad.csv has all.
const most = 20

// worst writes the promises broken by most.
func (r *report) worst() {
	const five = 5
	r.Section(textWorst)
	t := cli.Table{Right: []bool{false, false, false, false, false, true}}
	r.titles(&t, textCase, textGroup, textMilestone, textDue, textDone, textLate)
	for _, x := range r.judgement.worst(five) {
		done := r.Fill(textNotDone)
		if !x.v.Done.IsZero() {
			done = r.clock(x.v.Done)
		}
		t.Add(x.of.ID, x.of.Group, r.milestone(x.v.Milestone), r.clock(x.v.Due), done, hours(-x.v.Margin()))
	}
	r.table(&t)
}

// warnings writes how often each level was reached, and for how many cases that are not done.
func (r *report) warnings() {
	type key struct{ milestone, level string }
	type count struct{ reached, open int }
	counts, order := map[key]*count{}, []key(nil)
	for i := range r.cases {
		k := &r.cases[i]
		for _, n := range k.notices {
			at := key{n.Milestone, n.Level}
			if counts[at] == nil {
				counts[at], order = &count{}, append(order, at)
			}
			if !n.Reached {
				continue
			}
			counts[at].reached++
			v := k.verdicts[slices.IndexFunc(k.verdicts, func(v sla.Verdict) bool { return v.Milestone == n.Milestone })]
			if v.Done.IsZero() && v.State != sla.Waived {
				counts[at].open++
			}
		}
	}
	if len(order) == 0 {
		return
	}
	r.Section(textWarnings)
	t := cli.Table{Right: []bool{false, false, true, true}}
	r.titles(&t, textMilestone, textLevel, textReached, textStillOpen)
	for _, at := range order {
		t.Add(r.milestone(at.milestone), at.level, cli.Count(counts[at].reached), cli.Count(counts[at].open))
	}
	r.table(&t)
}

// bonusMalus writes what each scheme comes to.
func (r *report) bonusMalus() error {
	if len(r.service.BonusMalus) == 0 {
		return nil
	}
	r.Section(textBonusMalus)
	t := cli.Table{Right: []bool{false, false, true, true, true, true}}
	r.titles(&t, textScheme, textMilestone, textScored, textBonus, textMalus, textSum)
	for i, b := range r.service.BonusMalus {
		cases, bonus, malus := 0, new(big.Rat), new(big.Rat)
		for _, s := range r.scores {
			if s.scheme != i {
				continue
			}
			n, ok := explain.Number(s.step.Value.Text)
			if !ok {
				return fmt.Errorf("%s: %s: %s is no number", b.Code, s.of.ID, s.step.Value.Text)
			}
			cases++
			if n.Sign() < 0 {
				malus.Add(malus, n)
			} else {
				bonus.Add(bonus, n)
			}
		}
		value := func(n *big.Rat) string { return explain.Exact(n.Num(), n.Denom(), "").Text + " " + b.In }
		t.Add(b.Code, r.milestone(b.Milestone), cli.Count(cases), value(bonus), value(malus), value(new(big.Rat).Add(bonus, malus)))
	}
	r.table(&t)
	return nil
}

// unknown writes how many verdicts are unknown for what, and the first cases that a fact is missing of.
func (r *report) unknown() {
	type key struct{ milestone, text string }
	counts, order := map[key][]string{}, []key(nil)
	total := 0
	for i := range r.cases {
		for _, v := range r.cases[i].verdicts {
			if v.State != sla.Unknown {
				continue
			}
			total++
			at := key{v.Milestone, reasonText(v, r.P)}
			if counts[at] == nil {
				order = append(order, at)
			}
			counts[at] = append(counts[at], r.cases[i].ID)
		}
	}
	r.Section(textUnknowns, cli.Count(total))
	t := cli.Table{Right: []bool{false, false, true, false}}
	for _, at := range order {
		const some = 4
		ids := counts[at]
		shown := strings.Join(ids[:min(some, len(ids))], " ")
		if len(ids) > some {
			shown += " …"
		}
		t.Add(r.milestone(at.milestone), at.text, cli.Count(len(ids)), shown)
	}
	r.table(&t)
}

// bad writes the rows that are wrong, each with its number.
func (r *report) bad() {
	var lines []string
	for _, b := range r.log.Bad {
		lines = append(lines, b.Text(r.P))
	}
	for _, c := range r.incomplete {
		lines = append(lines, incompleteText(c, r.P))
	}
	for i := range r.cases {
		for _, v := range r.cases[i].verdicts {
			if v.Reason.IsBad() {
				lines = append(lines, r.Fill(textBadVerdict, strconv.Itoa(r.cases[i].Line), r.cases[i].ID, r.milestone(v.Milestone), reasonText(v, r.P)))
			}
		}
	}
	r.Section(textBad, cli.Count(len(lines)))
	for _, line := range lines[:min(most, len(lines))] {
		fmt.Fprintln(r.Out, " ", line)
	}
	if n := len(lines) - most; n > 0 {
		r.Say(textMore, cli.Count(n))
	}
}

// incompleteText says why a case cannot be judged.
func incompleteText(c *csv.Case, p *message.Printer) string {
	lines := make([]string, len(c.Incomplete))
	for i, n := range c.Incomplete {
		lines[i] = strconv.Itoa(n)
	}
	return cli.Page{P: p}.Fill(textIncomplete, c.ID, strings.Join(lines, ", "))
}
