package billing

import (
	"cmp"
	"errors"
	"slices"
	"strings"

	"github.com/wuyekit/wuye/property"
	"github.com/wuyekit/wuye/property/civil"
	"github.com/wuyekit/wuye/property/invalid"
	"github.com/wuyekit/wuye/property/money"
)

// Estimate is what a run comes to for one unit or many (费用测算), without the bills.
type Estimate struct {
	// Period is the time of the run.
	Period civil.Period `json:"period"`
	// Billed, Held and OutOfScope count units; together they are all units asked for.
	Billed     int `json:"billed"`
	Held       int `json:"held"`
	OutOfScope int `json:"outOfScope"`
	// HeldCosts are the codes of shared costs that are held: nobody is charged for them.
	HeldCosts []string `json:"heldCosts,omitempty"`
	// Lines is how many lines there are.
	Lines int `json:"lines"`
	// Net, Tax and Total are the sums of the bills.
	Net   money.Amount `json:"net"`
	Tax   money.Amount `json:"tax"`
	Total money.Amount `json:"total"`
	// Tariffs are the sums by tariff, in the order of codes.
	Tariffs []TariffSum `json:"tariffs,omitempty"`
}

// TariffSum is what one tariff comes to.
type TariffSum struct {
	Tariff string       `json:"tariff"`
	Lines  int          `json:"lines"`
	Net    money.Amount `json:"net"`
	Tax    money.Amount `json:"tax"`
}

// Estimate returns what the units from lo up to, but not including, hi come to: [Run.Len] units for the
// whole estate, u to u + 1 for one.
//
// Errors: an [*invalid.Error] naming the units held and why, at most 100 problems kept; the estimate of
// the others is returned all the same. [ErrTotalTooLarge] for sums of more than 18 digits.
func (run *Run) Estimate(lo, hi property.Ref) (Estimate, error) {
	e := estimator{sums: map[string]*tariffSum{}}
	out := Estimate{Period: run.period, HeldCosts: run.HeldCosts()}
	lo, hi = max(lo, 0), min(hi, run.Len())
	last := property.Ref(-1)
	var l invalid.List
	for b, err := range run.Bills(lo, hi) {
		u, _ := run.reg.Find(b.Unit)
		if u != last {
			out.Billed++
			last = u
		}
		if err != nil {
			out.Billed--
			out.Held++
			l.Enter("units")
			l.At(b.Unit).Take(err)
			l.Leave()
			continue
		}
		e.add(b)
	}
	out.OutOfScope = max(int(hi-lo), 0) - out.Billed - out.Held
	err := e.finish(&out, run.nothing)
	return out, errors.Join(err, l.Err("estimate"))
}

type estimator struct {
	lines    int
	net, tax money.Sum
	sums     map[string]*tariffSum
}

type tariffSum struct {
	lines    int
	net, tax money.Sum
}

func (e *estimator) add(b Bill) {
	e.net.Add(b.Net)
	e.tax.Add(b.Tax)
	e.lines += len(b.Lines)
	for i := range b.Lines {
		l := &b.Lines[i]
		s := e.sums[l.Tariff]
		if s == nil {
			s = &tariffSum{}
			e.sums[l.Tariff] = s
		}
		s.lines++
		s.net.Add(l.Net)
		s.tax.Add(l.Tax)
	}
}

func (e *estimator) finish(out *Estimate, zero money.Amount) error {
	out.Lines = e.lines
	e.net.Add(zero)
	e.tax.Add(zero)
	var err1, err2, err3 error
	out.Net, err1 = e.net.Total()
	out.Tax, err2 = e.tax.Total()
	out.Total, err3 = out.Net.Add(out.Tax)
	errs := []error{err1, err2, err3}
	for code, s := range e.sums {
		row := TariffSum{Tariff: code, Lines: s.lines}
		row.Net, err1 = s.net.Total()
		row.Tax, err2 = s.tax.Total()
		errs = append(errs, err1, err2)
		out.Tariffs = append(out.Tariffs, row)
	}
	slices.SortFunc(out.Tariffs, func(a, b TariffSum) int { return strings.Compare(a.Tariff, b.Tariff) })
	if cmp.Or(errs...) != nil {
		return invalid.Value(ErrTotalTooLarge, out.Period.String())
	}
	return nil
}
