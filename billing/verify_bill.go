package billing

import (
	"slices"
	"strconv"

	"github.com/wuyekit/wuye/property"
	"github.com/wuyekit/wuye/property/civil"
	"github.com/wuyekit/wuye/property/invalid"
	"github.com/wuyekit/wuye/property/money"
)

// Verify computes a bill again from the facts its lines keep, and needs nothing else: no
// register, no tariff, no run. It returns nil if every figure follows.
//
// Errors: an [*invalid.Error] listing every figure that does not, by its place in the
// bill's JSON.
func Verify(b Bill) error {
	var l invalid.List
	if b.IsHeld() {
		if len(b.Lines) > 0 || b.Total != (money.Amount{}) || b.Net != (money.Amount{}) || b.Tax != (money.Amount{}) {
			l.Add(ErrHeldLines)
		}
		return l.Err("bill " + b.ID())
	}
	if len(b.Lines) == 0 {
		l.Add(ErrNoLines)
		return l.Err("bill " + b.ID())
	}
	b.verifyPayers(&l)
	b.verifyLines(&l)
	sums := b
	if err := sums.add(); err != nil {
		l.Take(err)
	} else {
		checkAmount(&l, "net", ErrBillSum, b.Net, sums.Net)
		checkAmount(&l, "tax", ErrBillSum, b.Tax, sums.Tax)
		checkAmount(&l, "total", ErrBillSum, b.Total, sums.Total)
	}
	return l.Err("bill " + b.ID())
}

// verifyPayers checks that the key names the payers and that they answer for the bill.
func (b Bill) verifyPayers(l *invalid.List) {
	key := property.HoldersKey(b.Payers)
	for _, h := range b.Payers {
		if !slices.Contains(b.Liable, h.Party) {
			key = ""
		}
	}
	if key != b.Payer {
		l.At("payers").Add(ErrPayers, strconv.Quote(b.Payer), strconv.Quote(key))
	}
}

// verifyLines checks each line by itself and with the others of the bill.
func (b Bill) verifyLines(l *invalid.List) {
	charged := map[string]civil.Date{} // by charge: the day after the last one charged
	seen := map[string]bool{}
	var before Line
	l.Enter("lines")
	defer l.Leave()
	for i, line := range b.Lines {
		l.EnterIndex(i)
		line.verify(l)
		if again := b.twice(line, charged) || seen[line.ID()]; again {
			l.Add(ErrLineTwice, line.ID())
		}
		seen[line.ID()] = true
		if line.Revision >= 0 {
			line.verifyChain(l, before)
			before = line
		}
		b.verifyAmong(l, i)
		if line.Unit != b.Unit || line.Payer != b.Payer || !b.covers(line) || (b.Correction == 0) != (line.Revision == 0) && line.Revision != 0 {
			l.Add(ErrForeignLine, line.ID())
		}
		l.Leave()
	}
}

// twice reports whether a line charges days that its charge was charged for before, and notes
// them. What is taken back charges nothing.
func (b Bill) twice(line Line, charged map[string]civil.Date) bool {
	if line.Revision < 0 || line.Facts.Total != nil {
		return false
	}
	charge := line.ChargeID()
	if line.Period.Start.Before(charged[charge]) {
		return true
	}
	charged[charge] = line.Period.End
	return false
}

// covers reports whether a line can be billed in the bill's time: inside it, or up to a cycle
// before it in arrears and after it in advance.
func (b Bill) covers(line Line) bool {
	if !line.Season.IsZero() {
		return b.coversSeason(line)
	}
	period := b.Period
	switch f := line.Facts; {
	case f.Metered != nil: // the reading may be from any day of the cycle
		if line.Every != 0 {
			period.Start = period.Start.AddMonths(-line.Every.Months())
		}
		return period.Contains(f.Metered.Charge.Last())
	case f.Share != nil: // the days before and behind the line are the cost's
		return period.Contains(line.Period.Start.AddDays(int(f.Share.Of) - int(f.Share.Before) - 1))
	}
	switch line.Timing {
	case Arrears:
		period.Start = period.Start.AddMonths(-line.Every.Months())
	case Advance:
		period.End = period.End.AddMonths(line.Every.Months())
	}
	return period.Contains(line.Period.Start) && period.Contains(line.Period.Last())
}

// verifyAmong checks the facts of the i-th line that other lines of the bill decide.
func (b Bill) verifyAmong(l *invalid.List, i int) {
	line := b.Lines[i]
	switch f := line.Facts; {
	case f.Percent != nil && b.Correction == 0:
		var base money.Sum
		for k := range b.Lines {
			if f.Percent.takes(&line, &b.Lines[k]) {
				base.Add(b.Lines[k].Amount)
			}
		}
		if sum, err := base.Total(); err != nil || sum != f.Percent.Base {
			l.At("facts", "percent", "base").Add(ErrPercentBase, f.Percent.Base.String(), sum.String())
		}
	case f.Total != nil && b.Correction == 0:
		b.verifyTotal(l, i)
	}
}

// verifyTotal checks the line that rounds the total against all others.
func (b Bill) verifyTotal(l *invalid.List, i int) {
	line := b.Lines[i]
	others := slices.Delete(slices.Clone(b.Lines), i, i+1)
	rounder, ok := line.Rounding.rounder(line.Amount.Currency())
	if !ok {
		return // said of the line itself
	}
	t := totals{line.Tariff, line.Facts.Total.Of, rounder, line.Rounding}
	if len(others) == 0 || slices.ContainsFunc(others, func(o Line) bool { return o.Facts.Total != nil }) {
		l.At("facts", "total").Add(ErrTotalLine)
		return
	}
	want, needed, err := t.line(others, b.Period)
	if err != nil || !needed || *want.Facts.Total != *line.Facts.Total {
		l.At("facts", "total").Add(ErrTotalLine)
	}
}
