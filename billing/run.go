package billing

import (
	"cmp"
	"errors"
	"iter"
	"slices"
	"strings"

	"github.com/wuyekit/wuye/property"
	"github.com/wuyekit/wuye/property/civil"
	"github.com/wuyekit/wuye/property/invalid"
	"github.com/wuyekit/wuye/property/money"
)

// Period returns the time the run bills.
func (run *Run) Period() civil.Period { return run.period }

// Book returns the tariffs the run was prepared with.
func (run *Run) Book() Book { return deepCopy(run.book) }

// Register returns the estate the run was prepared with.
func (run *Run) Register() *property.Register { return run.reg }

// Len returns the number of units; [Run.Bills] takes ranges of 0 to it.
func (run *Run) Len() property.Ref { return property.Ref(run.reg.Len()) }

// Bills yields the bills of the units from lo up to, but not including, hi in canonical
// order. A unit without a charge yields none; one whose payer changes yields several, in
// the order of their first days. Ranges that cut the whole, one after the other, yield
// the same bills as the whole. The bills belong to the caller; those of neighbouring units
// share memory that is let go together, which matters to who keeps a few of many.
//
// Errors: an error speaks of one unit, whose bill is held: it names the unit and its
// problems and has neither lines nor a total. The run goes on after it.
func (run *Run) Bills(lo, hi property.Ref) iter.Seq2[Bill, error] {
	return func(yield func(Bill, error) bool) {
		g := gatherer{run: run, cursor: run.Cursor()}
		for u := max(lo, 0); u < min(hi, run.Len()); u++ {
			if !g.unit(u, yield) {
				return
			}
		}
	}
}

// gatherer makes bills of lines. It cuts their slices from slabs, since a million small
// allocations cost more than the bills.
type gatherer struct {
	run    *Run
	cursor *Cursor
	order  []firstDay
	copied []Line
	bills  []Bill           // of one unit
	answer []property.Payer // of the lines of one bill
	// heldCosts are those that the unit shares.
	heldCosts []string
	slabs     struct {
		lines   []Line
		holders []property.Holder
		codes   []string
	}
}

// slab is how many elements are allocated at once.
const slab = 1024

// firstDay is the first day of a payer.
type firstDay struct {
	payer property.Payer
	day   civil.Date
	key   string
}

// unit yields the bills of one unit; false to stop.
func (g *gatherer) unit(u property.Ref, yield func(Bill, error) bool) bool {
	slabLines := &g.slabs.lines
	if cap(*slabLines)-len(*slabLines) < slab/8 {
		*slabLines = make([]Line, 0, slab)
	}
	from := len(*slabLines)
	out, err := g.cursor.AppendLines(*slabLines, u)
	if err != nil {
		return yield(g.held(u, err), err)
	}
	lines := out[from:len(out):len(out)]
	*slabLines = out
	g.heldCosts = g.run.heldCosts(u)
	if len(lines) == 0 && len(g.heldCosts) > 0 {
		err := invalid.Value(ErrCostHeld, strings.Join(g.heldCosts, ", "))
		return yield(g.held(u, err), err)
	}
	if len(lines) == 0 {
		return true
	}
	payers := g.cursor.payers
	for _, p := range payers[1:] {
		if !p.PaidBySame(payers[0]) {
			return g.byPayer(u, lines, payers, yield)
		}
	}
	return yield(g.bill(u, lines, payers))
}

func (g *gatherer) held(u property.Ref, err error) Bill {
	return Bill{Unit: g.run.reg.Code(u), Period: g.run.period, Held: problemsOf(err)}
}

// problemsOf returns the problems an error lists.
func problemsOf(err error) []*invalid.FieldError {
	var all *invalid.Error
	var single *invalid.FieldError
	switch {
	case errors.As(err, &all):
		return all.Fields
	case errors.As(err, &single):
		return []*invalid.FieldError{single}
	}
	return nil
}

// byPayer yields one bill a payer, the payer of the earliest day first. It sorts the lines,
// which stay in their slab, by payer.
func (g *gatherer) byPayer(u property.Ref, lines []Line, payers []property.Payer, yield func(Bill, error) bool) bool {
	g.order = g.order[:0]
	for i, p := range payers {
		k := slices.IndexFunc(g.order, func(f firstDay) bool { return f.payer.PaidBySame(p) })
		if k < 0 {
			g.order = append(g.order, firstDay{p, lines[i].Period.Start, lines[i].Payer})
			continue
		}
		g.order[k].day = min(g.order[k].day, lines[i].Period.Start)
	}
	slices.SortFunc(g.order, func(x, y firstDay) int {
		return cmp.Or(cmp.Compare(x.day, y.day), cmp.Compare(x.key, y.key))
	})
	g.copied, g.bills = append(g.copied[:0], lines...), g.bills[:0]
	at := 0
	for _, f := range g.order {
		from := at
		g.answer = g.answer[:0]
		for i, p := range payers {
			if p.PaidBySame(f.payer) {
				lines[at] = g.copied[i]
				g.answer = append(g.answer, p)
				at++
			}
		}
		b, err := g.bill(u, lines[from:at:at], g.answer)
		if err != nil {
			return yield(b, err) // all of the unit is held
		}
		g.bills = append(g.bills, b)
	}
	for _, b := range g.bills {
		if !yield(b, nil) {
			return false
		}
	}
	return true
}

// bill makes one bill of lines that belong to it. Their payers are the same parties; who
// answers for it with them may differ from line to line.
func (g *gatherer) bill(u property.Ref, lines []Line, payers []property.Payer) (Bill, error) {
	b := Bill{Unit: lines[0].Unit, Period: g.run.period, Payer: lines[0].Payer, Lines: lines, HeldCosts: slices.Clone(g.heldCosts)}
	b.Payers = cutSlab(&g.slabs.holders, func(s []property.Holder) []property.Holder {
		return g.run.reg.AppendHolders(s, payers[0])
	})
	b.Liable = cutSlab(&g.slabs.codes, func(s []string) []string { return g.appendLiable(s, payers) })
	if t := g.run.totals; t != nil {
		line, needed, err := t.line(lines, g.run.period)
		if err != nil {
			err = invalid.Value(ErrSumTooLarge, t.code, g.run.period.Start.String())
			return g.held(u, err), err
		}
		if needed {
			b.Lines = append(slices.Clip(lines), line) // the lines of others follow in the slab
		}
	}
	b.addUp(g.run.nothing)
	return b, nil
}

// appendLiable appends everyone who answers for one of the payers, each once.
func (g *gatherer) appendLiable(s []string, payers []property.Payer) []string {
	from := len(s)
	for i, p := range payers {
		if i > 0 && p == payers[i-1] {
			continue
		}
		at := len(s)
		s = g.run.reg.AppendLiable(s, p)
		fresh := s[at:]
		s = s[:at]
		for _, code := range fresh {
			if !slices.Contains(s[from:], code) {
				s = append(s, code)
			}
		}
	}
	return s
}

// cutSlab appends to a slab and returns what was appended as a slice of its own.
func cutSlab[T any](s *[]T, grow func([]T) []T) []T {
	if cap(*s)-len(*s) < slab/16 {
		*s = make([]T, 0, slab)
	}
	from := len(*s)
	*s = grow(*s)
	return (*s)[from:len(*s):len(*s)]
}

// add sets the bill's totals to the sums of its lines.
func (b *Bill) add() error {
	var net, tax money.Sum
	for i := range b.Lines {
		net.Add(b.Lines[i].Net)
		tax.Add(b.Lines[i].Tax)
	}
	var err1, err2, err3 error
	b.Net, err1 = net.Total()
	b.Tax, err2 = tax.Total()
	b.Total, err3 = b.Net.Add(b.Tax)
	return errors.Join(err1, err2, err3)
}

// addUp is add for the lines of a run: of one currency, and the cursor saw to it that they
// do not overflow.
func (b *Bill) addUp(zero money.Amount) {
	net, tax := int64(0), int64(0)
	for i := range b.Lines {
		net += b.Lines[i].Net.Minor()
		tax += b.Lines[i].Tax.Minor()
	}
	b.Net, b.Tax, b.Total = zero.With(net), zero.With(tax), zero.With(net+tax)
}
