package billing

import (
	"slices"

	"github.com/wuyekit/wuye/property/invalid"
	"github.com/wuyekit/wuye/property/money"
)

// Diff returns the lines that correct what was issued for one unit to what a fresh run comes to
// (冲销与补计). Issued are all lines of the unit and time that were issued so far, corrections
// included; fresh are those of the run. Their order does not matter.
//
// A line that is no longer right is taken back whole, by a line with its stored amounts negated, and
// charged again as the fresh run has it; see [Line.Revision]. Nothing issued is changed, and where
// nothing is wrong nothing is returned: issued together with the result differs from fresh in
// nothing. A source of a price that is stated otherwise is no difference.
//
// Errors: an [*invalid.Error] for lines of several units, a line issued twice or corrected without
// its issue, and a line that appears twice in the fresh run.
func Diff(issued, fresh []Line) ([]Line, error) {
	var l invalid.List
	standing := current(&l, issued)
	want := map[string]*Line{}
	l.Enter("fresh")
	for i := range fresh {
		line := &fresh[i]
		if want[line.key()] != nil || line.Revision != 0 {
			l.At(i).Add(ErrLineTwice, line.ID())
		}
		want[line.key()] = line
	}
	l.Leave()
	checkOneUnit(&l, issued, fresh)
	for key, line := range want {
		have := standing[key]
		if again := have.line == nil || !sameCharge(have.line, line); again && have.issues >= maxIssues-1 {
			l.Add(ErrTooOften, key)
		}
	}
	if err := l.Err("lines"); err != nil {
		return nil, err
	}
	var out []Line
	for key, have := range standing {
		line := want[key]
		if have.line != nil && (line == nil || !sameCharge(have.line, line)) {
			out = append(out, have.line.reversal())
		}
	}
	for key, line := range want {
		have := standing[key]
		if have.line != nil && sameCharge(have.line, line) {
			continue
		}
		again := *line
		if have.issues > 0 {
			again.Revision = int16(have.issues + 1)
		}
		out = append(out, again)
	}
	slices.SortFunc(out, func(a, b Line) int {
		if d := a.compare(&b); d != 0 {
			return d
		}
		return int(a.Revision) - int(b.Revision)
	})
	return out, nil
}

// issue is how a line stands: how often it was issued, and its last issue unless that was taken
// back.
type issue struct {
	issues int
	line   *Line
}

// maxIssues bounds how often one line can be issued.
const maxIssues = 1<<15 - 1

// current returns how the issued lines stand, by key, and reports those that make no sense together.
func current(l *invalid.List, issued []Line) map[string]issue {
	out := map[string]issue{}
	back := map[string]int{}
	l.Enter("issued")
	defer l.Leave()
	ids := map[string]bool{}
	for i := range issued {
		line := &issued[i]
		if ids[line.ID()] || line.Revision == 1 || line.Revision <= -maxIssues || line.Revision == maxIssues {
			l.At(i).Add(ErrLineTwice, line.ID())
		}
		ids[line.ID()] = true
		key, n := line.key(), int(line.Revision)
		if n < 0 {
			back[key] = max(back[key], -n)
			continue
		}
		if have := out[key]; max(n, 1) > have.issues {
			out[key] = issue{max(n, 1), line}
		}
	}
	for i := range issued {
		line := &issued[i]
		if of := line.Corrects(); of != "" && !ids[of] {
			l.At(i).Add(ErrNotIssued, line.ID(), of)
		}
		if line.Revision > 1 {
			back := *line
			back.Revision = -max(line.Revision-1, 1)
			if !ids[back.ID()] {
				l.At(i).Add(ErrNotIssued, line.ID(), back.ID())
			}
		}
	}
	for key, n := range back {
		if have := out[key]; n >= have.issues {
			out[key] = issue{max(n, have.issues), nil}
		}
	}
	return out
}

// Standing returns the lines that hold of all that were issued for one unit: what was neither
// taken back nor is a taking back, as first issued.
//
// Errors: as [Diff].
func Standing(issued []Line) ([]Line, error) {
	var l invalid.List
	standing := current(&l, issued)
	checkOneUnit(&l, issued, nil)
	if err := l.Err("lines"); err != nil {
		return nil, err
	}
	var out []Line
	for _, have := range standing {
		if have.line != nil {
			line := *have.line
			line.Revision = 0
			out = append(out, line)
		}
	}
	slices.SortFunc(out, func(a, b Line) int { return a.compare(&b) })
	return out, nil
}

func checkOneUnit(l *invalid.List, lists ...[]Line) {
	unit, set := "", false
	for _, lines := range lists {
		for i := range lines {
			if set && lines[i].Unit != unit {
				l.Add(ErrUnits, unit, lines[i].Unit)
				return
			}
			unit, set = lines[i].Unit, true
		}
	}
}

// sameCharge reports whether two lines charge the same for the same reasons.
func sameCharge(a, b *Line) bool {
	x, y := *a, *b
	x.Revision, y.Revision = 0, 0
	x.Facts.Product.Source, y.Facts.Product.Source = "", ""
	f, g := x.Facts, y.Facts
	x.Facts, y.Facts = LineFacts{Product: x.Facts.Product}, LineFacts{Product: y.Facts.Product}
	return x == y && samePercent(f.Percent, g.Percent) && sameInstalment(f.Instalment, g.Instalment) &&
		sameQuoted(f.Quoted, g.Quoted) && equal(f.Total, g.Total) &&
		sameMetered(f.Metered, g.Metered) && sameShare(f.Share, g.Share) && sameFormula(f.Formula, g.Formula)
}

// sameMetered compares what was used and what it cost: how the readings show it makes no difference.
func sameMetered(a, b *Metered) bool {
	if a == nil || b == nil {
		return a == b
	}
	return a.Meter == b.Meter && a.Charge == b.Charge && a.Usage == b.Usage && a.Used == b.Used && a.Before == b.Before &&
		a.Estimated == b.Estimated && slices.EqualFunc(a.Parts, b.Parts, func(p, q UsagePart) bool {
		return p.Tier == q.Tier && p.Band == q.Band && p.Quantity == q.Quantity && p.UpTo == q.UpTo && p.Price == q.Price &&
			slices.Equal(p.Components, q.Components)
	})
}

func sameShare(a, b *Share) bool {
	if a == nil || b == nil {
		return a == b
	}
	return a.Cost == b.Cost && a.Total == b.Total && a.Share == b.Share && a.Before == b.Before && a.Days == b.Days && a.Of == b.Of &&
		sameTerms(a.Terms, b.Terms)
}

func sameTerms(a, b *SharedTerms) bool {
	if a == nil || b == nil {
		return a == b
	}
	return a.Base == b.Base && a.Owner == b.Owner && equal(a.Cap, b.Cap)
}

func sameFormula(a, b *Formula) bool {
	if a == nil || b == nil {
		return a == b
	}
	return a.Working.Text == b.Working.Text && a.Price == b.Price && a.Days == b.Days && a.Of == b.Of && a.Factor == b.Factor &&
		a.Before == b.Before && slices.EqualFunc(a.Working.Bindings, b.Working.Bindings, func(p, q Binding) bool {
		return p.Name == q.Name && p.Value == q.Value
	})
}

// equal reports whether both are set to the same or neither is.
func equal[T comparable](a, b *T) bool { return a == b || a != nil && b != nil && *a == *b }

func samePercent(a, b *Percent) bool {
	if a == nil || b == nil {
		return a == b
	}
	return slices.Equal(a.Of, b.Of) && a.Base == b.Base && a.Rate == b.Rate && a.Before == b.Before
}

func sameInstalment(a, b *Instalment) bool {
	if a == nil || b == nil {
		return a == b
	}
	x, y := *a, *b
	x.Source, y.Source = "", ""
	return x == y
}

func sameQuoted(a, b *Quoted) bool {
	if a == nil || b == nil {
		return a == b
	}
	return a.Claim == b.Claim && slices.Equal(a.Items, b.Items)
}

// reversal returns the line that takes this one back.
func (l Line) reversal() Line {
	out := l.negated()
	out.Revision = int16(-max(int(l.Revision), 1))
	return out
}

// negated returns the line with its amounts negated. A line of a run is never so small that it
// cannot be.
func (l Line) negated() Line {
	for _, a := range []*money.Amount{&l.Amount, &l.Net, &l.Tax} {
		if minus, err := a.Neg(); err == nil {
			*a = minus
		}
	}
	return l
}
