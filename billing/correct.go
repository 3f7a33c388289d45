package billing

import (
	"cmp"
	"math"
	"slices"
	"strings"

	"github.com/wuyekit/wuye/property/invalid"
	"github.com/wuyekit/wuye/property/money"
)

// Correct returns the bills that correct what was issued for one unit and run to what a fresh run
// comes to: one a payer, with the lines that [Diff] gives; none where nothing is wrong. Issued are
// all bills of the unit and period so far, corrections included. What is taken back is credited to
// whoever it was billed to, with the payers and liable parties of that bill. The first bill of a unit
// that had none, or was held, is no correction. Who answers for a line is no figure: where only that
// changed, nothing is corrected. What was issued of a shared cost that the fresh run holds stands.
//
// Errors: an [*invalid.Error] for bills of several units or periods, for a held fresh bill, which has
// nothing to compare with, and as [Diff].
func Correct(issued, fresh []Bill) ([]Bill, error) {
	var l invalid.List
	number, billed := uint16(0), false
	payers := map[string]Bill{}
	gather := func(bills []Bill, name string) []Line {
		var lines []Line
		for i, b := range bills {
			if b.Unit != first(issued, fresh).Unit || b.Period != first(issued, fresh).Period {
				l.At(name, i).Add(ErrUnits, first(issued, fresh).ID(), b.ID())
			}
			if b.IsHeld() && name == "fresh" {
				l.At(name, i).Add(ErrHeldFresh, b.ID())
			}
			number = max(number, b.Correction)
			billed = billed || name == "issued" && len(b.Lines) > 0
			payers[b.Payer] = b.with(payers[b.Payer].Liable)
			lines = append(lines, b.Lines...)
		}
		return lines
	}
	was := gather(issued, "issued")
	now := gather(fresh, "fresh")
	was = slices.DeleteFunc(was, func(l Line) bool { return l.Facts.Share != nil && heldCost(fresh, l.Facts.Share.Cost) })
	lines, err := Diff(was, now)
	l.Take(err)
	if err := l.Err("bills"); err != nil || len(lines) == 0 {
		return nil, err
	}
	if billed {
		if number == math.MaxUint16 {
			return nil, invalid.Value(ErrTooOften, first(issued, fresh).ID())
		}
		number++
	}
	return correction(lines, payers, number)
}

// heldCost reports whether a fresh bill says that a cost is held: what was issued of it stands until
// it is known again.
func heldCost(fresh []Bill, code string) bool {
	return slices.ContainsFunc(fresh, func(b Bill) bool { return slices.Contains(b.HeldCosts, code) })
}

// with returns the bill with the liable parties of an earlier one before its own.
func (b Bill) with(liable []string) Bill {
	b.Liable = slices.Clone(b.Liable)
	for _, code := range liable {
		if !slices.Contains(b.Liable, code) {
			b.Liable = append(b.Liable, code)
		}
	}
	return b
}

// first returns the bill whose unit and period all must have.
func first(lists ...[]Bill) Bill {
	for _, bills := range lists {
		if len(bills) > 0 {
			return bills[0]
		}
	}
	return Bill{}
}

// correction makes one bill a payer of correcting lines.
func correction(lines []Line, payers map[string]Bill, number uint16) ([]Bill, error) {
	var out []Bill
	var l invalid.List
	for _, line := range lines {
		i := slices.IndexFunc(out, func(b Bill) bool { return b.Payer == line.Payer })
		if i < 0 {
			known := payers[line.Payer]
			i = len(out)
			out = append(out, Bill{
				Unit: line.Unit, Period: known.Period, Payer: line.Payer, Correction: number,
				Payers: slices.Clone(known.Payers), Liable: slices.Clone(known.Liable),
			})
		}
		out[i].Lines = append(out[i].Lines, line)
	}
	slices.SortFunc(out, func(a, b Bill) int {
		return cmp.Or(a.Lines[0].Period.Start.Compare(b.Lines[0].Period.Start), strings.Compare(a.Payer, b.Payer))
	})
	for i := range out {
		l.Take(out[i].add())
	}
	return out, l.Err("bills")
}

// Split divides the bill's total between its joint payers by their shares (按份分摊), in the order of
// the payers. The parts add up to the total: by largest remainder, ties by party code.
//
// Errors: those of [money.Allocate]; a bill without payers has no parts.
func (b Bill) Split() ([]money.Amount, error) {
	common := int64(1)
	for _, h := range b.Payers {
		if _, den := h.Share.Fraction(); den > 0 {
			common = common / int64(gcd(uint64(common), uint64(den))) * den
		}
		if common > 1<<40 {
			return nil, invalid.Value(ErrShares, b.Payer)
		}
	}
	parts := make([]money.Part, len(b.Payers))
	for i, h := range b.Payers {
		parts[i] = money.Part{Key: h.Party, Weight: common} // alone, or equal parts
		if num, den := h.Share.Fraction(); den > 0 {
			parts[i].Weight = num * (common / den)
		}
	}
	return money.Allocate(b.Total, parts)
}
