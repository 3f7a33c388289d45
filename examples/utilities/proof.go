package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"slices"

	"github.com/wuyekit/wuye/billing"
	"github.com/wuyekit/wuye/examples/internal/cli"
	"github.com/wuyekit/wuye/property/civil"
	"github.com/wuyekit/wuye/property/explain"
	"github.com/wuyekit/wuye/property/measure"
	"github.com/wuyekit/wuye/property/money"
)

// proof is two ways to one figure.
type proof struct {
	what        explain.Label
	args        []any
	left, right string
}

func (p proof) holds() bool { return p.left == p.right }

// failed returns an error for each proof that does not hold.
func failed(proofs []proof) error {
	var errs []error
	for _, p := range proofs {
		if !p.holds() {
			errs = append(errs, fmt.Errorf("%s: %s ≠ %s", p.what.ID(), p.left, p.right))
		}
	}
	return errors.Join(errs...)
}

// prove computes the sums of the year a second time.
//
// Errors: a figure that differs, by its key; its proof is then left out.
func (y *year) prove(unit string) ([]proof, error) {
	fees, err1 := y.proveFees()
	shares, err2 := y.proveShares()
	billed, err3 := y.proveShareLines()
	whole, err4 := y.proveYear(unit)
	usage, err5 := y.proveUsage()
	all := slices.Concat([]proof{fees, shares, billed}, whole, []proof{usage})
	all = slices.DeleteFunc(all, func(p proof) bool { return p.what == "" })
	return all, errors.Join(err1, err2, err3, err4, err5)
}

// total is a sum as text.
func total(s *money.Sum) (string, error) {
	a, err := s.Total()
	return cli.Grouped(a), err
}

func (y *year) sum() money.Sum {
	var s money.Sum
	s.Add(money.New(0, y.in.Book.Currency))
	return s
}

// proveFees: the months' tables come to what the bills come to.
func (y *year) proveFees() (proof, error) {
	fees, bills, n := y.sum(), y.sum(), 0
	var errs []error
	for i := range y.months {
		table, err := y.byFee(i)
		errs = append(errs, err)
		for _, s := range table {
			if s.lines > 0 {
				amount, err := s.amount.Total()
				errs = append(errs, err)
				fees.Add(amount)
			}
		}
		for _, b := range y.months[i].bills {
			bills.Add(b.Total)
			n++
		}
	}
	left, err1 := total(&fees)
	right, err2 := total(&bills)
	return proof{textProofFees, []any{cli.Count(n)}, left, right}, errors.Join(append(errs, err1, err2)...)
}

// proveShares: the shares of every cost and what nobody is charged come to the cost.
func (y *year) proveShares() (proof, error) {
	shares, costs, n := y.sum(), y.sum(), 0
	var errs []error
	for i := range y.months {
		for _, s := range y.months[i].statements {
			if len(s.Held) > 0 {
				continue
			}
			sum, err := sumOfShares(s)
			if err == nil {
				sum, err = sum.Add(s.Amount.With(s.Absorbed.Minor()))
			}
			if err == nil && sum != s.Amount {
				err = fmt.Errorf("%s: %s ≠ %s", s.Cost, sum, s.Amount)
			}
			errs = append(errs, err)
			shares.Add(sum)
			costs.Add(s.Amount)
			n++
		}
	}
	left, err1 := total(&shares)
	right, err2 := total(&costs)
	return proof{textProofShares, []any{cli.Count(n)}, left, right}, errors.Join(append(errs, err1, err2)...)
}

// proveShareLines: what the bills charge of costs, and the shares of the units held in the month, come to
// all shares.
func (y *year) proveShareLines() (proof, error) {
	lines, shares, held := y.sum(), y.sum(), y.sum()
	for i := range y.months {
		m := &y.months[i]
		for l := range m.lines() {
			if l.Facts.Share != nil {
				lines.Add(l.Net)
				lines.Add(l.Tax)
			}
		}
		for _, s := range m.statements {
			for _, u := range s.Shares {
				shares.Add(u.Share)
				if m.holds(u.Unit) != nil {
					held.Add(u.Share)
				}
			}
		}
	}
	left, err := held.Total()
	lines.Add(left)
	sum, err1 := total(&lines)
	right, err2 := total(&shares)
	return proof{textProofShareLines, []any{cli.Grouped(left)}, sum, right}, errors.Join(err, err1, err2)
}

// proveYear: the year billed in one run has the lines of the months, of the units that were never held.
func (y *year) proveYear(unit string) ([]proof, error) {
	whole, err := billing.Prepare(y.in.Register, y.in.Book, y.in.Facts, y.period)
	if err != nil {
		return nil, err
	}
	once, months := tally{}, tally{}
	for b, err := range whole.Bills(0, whole.Len()) {
		switch {
		case y.isHeld(b.Unit):
		case err != nil:
			return nil, err
		default:
			once.add(b)
		}
	}
	for i := range y.months {
		for _, b := range y.months[i].bills {
			if !y.isHeld(b.Unit) {
				months.add(b)
			}
		}
	}
	if err := once.compare(months); err != nil {
		return nil, err
	}
	out, err := y.equal(textProofYear, []any{cli.Count(len(once))}, once, months, "")
	if err != nil || y.isHeld(unit) {
		return []proof{out}, err
	}
	own, err := y.equal(textProofUnit, []any{unit}, once, months, unit)
	return []proof{out, own}, err
}

// equal compares what two tallies come to, of one unit or of all.
func (y *year) equal(what explain.Label, args []any, a, b tally, unit string) (proof, error) {
	left, err1 := a.total(y.sum(), unit)
	right, err2 := b.total(y.sum(), unit)
	return proof{what, args, left, right}, errors.Join(err1, err2)
}

// tally is lines by their keys.
type tally map[string]billing.Line

func (t tally) add(b billing.Bill) {
	for _, l := range b.Lines {
		t[l.ID()] = l
	}
}

func (t tally) total(sum money.Sum, unit string) (string, error) {
	for _, l := range t {
		if unit == "" || l.Unit == unit {
			sum.Add(l.Net)
			sum.Add(l.Tax)
		}
	}
	return total(&sum)
}

// compare returns an error for the first line that only one of two has, or that differs.
func (t tally) compare(u tally) error {
	for id, l := range t {
		other, ok := u[id]
		if !ok {
			return fmt.Errorf("%s is billed in the year, but in no month", id)
		}
		a, err1 := json.Marshal(l)
		b, err2 := json.Marshal(other)
		if err := errors.Join(err1, err2); err != nil {
			return err
		}
		if !bytes.Equal(a, b) {
			return fmt.Errorf("%s: in the year %s, in its month %s", id, a, b)
		}
	}
	for id := range u {
		if _, ok := t[id]; !ok {
			return fmt.Errorf("%s is billed in a month, but not in the year", id)
		}
	}
	return nil
}

// proveUsage: what the meters of units are charged in all months is what their registers moved in the
// days charged.
func (y *year) proveUsage() (proof, error) {
	billed, charges := map[string]int64{}, map[string][]civil.Period{}
	for i := range y.months {
		for l := range y.months[i].lines() {
			if m := l.Facts.Metered; m != nil {
				billed[m.Meter] += y.net(i, l)
				charges[m.Meter] = append(charges[m.Meter], m.Charge)
			}
		}
	}
	left, right := int64(0), int64(0)
	for code, periods := range charges {
		slices.SortFunc(periods, func(a, b civil.Period) int { return a.Start.Compare(b.Start) })
		periods = unionOf(periods)
		moved, err := y.moved(code, periods)
		if err != nil {
			return proof{}, err
		}
		if billed[code] != moved {
			return proof{}, fmt.Errorf("meter %s: charged %d, moved %d ten-thousandths", code, billed[code], moved)
		}
		left, right = left+billed[code], right+moved
	}
	return proof{textProofUsage, []any{cli.Count(len(charges))}, plainNumber(left), plainNumber(right)}, nil
}

// moved returns what a meter counted on some days, by what was known when the last were charged.
func (y *year) moved(code string, periods []civil.Period) (int64, error) {
	r, _ := y.log.Find(code)
	sum := int64(0)
	for _, p := range periods {
		for _, band := range y.log.Bands(r) {
			q, err := y.log.Quantity(r, band, p, periods[len(periods)-1].End)
			if err != nil {
				return 0, err
			}
			sum += q.Units()
		}
	}
	return sum, nil
}

// plainNumber writes a number of ten-thousandths.
func plainNumber(n int64) string { return measure.NewQuantity(n, measure.Unit{}).String() }

// proofs writes the proofs.
func (r *report) proofs(list []proof) {
	r.Section(textChecks)
	for _, p := range list {
		label := textHolds
		if !p.holds() {
			label = textFails
		}
		r.Say(label, r.Fill(p.what, p.args...), p.left, p.right)
	}
	r.Say(textVerified)
}

// unionOf merges periods that touch or overlap; they come in order of their first days.
func unionOf(periods []civil.Period) []civil.Period {
	var out []civil.Period
	for _, p := range periods {
		if n := len(out) - 1; n >= 0 && p.Start <= out[n].End {
			out[n].End = max(out[n].End, p.End)
			continue
		}
		out = append(out, p)
	}
	return out
}
