package billing

import (
	"math"
	"slices"
	"strconv"

	"github.com/wuyekit/wuye/property"
	"github.com/wuyekit/wuye/property/civil"
	"github.com/wuyekit/wuye/property/invalid"
	"github.com/wuyekit/wuye/property/measure"
	"github.com/wuyekit/wuye/property/money"
)

// Cursor computes the lines of one unit after another without allocating. Each goroutine
// uses its own, from [Run.Cursor].
type Cursor struct {
	run     *Run
	from    int          // where the unit's lines begin
	changes []civil.Date // of the unit in the month
	days    []civil.Date // on which a charge may change
	now     charge       // being cut into pieces
	pieces  []piece
	spare   []piece // to build the next pieces in
	shares  []share
	paid    []paidStretch
	usages  []usagePiece
	credits []credit
	payers  []property.Payer // of the lines appended last, line by line
	// vacancies of the unit; stretches are those the register shows.
	vacancies []vacancy
	stretches []civil.Period
	starts    [][]startDay // of the unit's tenancies, by tariff with months from each start
	list      invalid.List
	held      bool
	sum       uint64    // of what the unit's lines come to
	rows      []lineRow // of several months, while they are sorted
	areas     areaCache
	code      string       // of the unit
	paying    []payerCache // by class of tariffs
}

// areaCache is the unit's area on the day it was last asked for.
type areaCache struct {
	unit  property.Ref
	on    civil.Date
	areas property.Areas
	known bool
}

// payerCache is the payer of a class of tariffs on the day last asked for.
type payerCache struct {
	unit  property.Ref
	on    civil.Date
	payer property.Payer
	key   string
	known bool
}

// Cursor returns a new cursor.
func (run *Run) Cursor() *Cursor {
	c := &Cursor{
		run: run, areas: areaCache{unit: -1}, paying: make([]payerCache, run.classes), starts: make([][]startDay, len(run.fromStart)),
	}
	for i := range c.paying {
		c.paying[i].unit = -1
	}
	return c
}

// payer returns who pays a tariff on a day.
func (c *Cursor) payer(t *tariff, u property.Ref, on civil.Date) *payerCache {
	p := &c.paying[t.class]
	if p.unit != u || p.on != on {
		p.unit, p.on = u, on
		if p.payer, p.known = t.payers.At(u, on); p.known {
			p.key = c.run.reg.PayerKey(p.payer)
		}
	}
	return p
}

// AppendLines appends the unit's lines to dst, by tariff and start. It allocates nothing but what
// dst needs to grow, and the facts of lines that are no product of a price. The rounding of totals
// is a line of the bill and not among them.
//
// Errors: an [*invalid.Error] naming every problem of the unit; dst is then returned as it
// was.
func (c *Cursor) AppendLines(dst []Line, u property.Ref) ([]Line, error) {
	run := c.run
	from := len(dst)
	if u < 0 || u >= run.Len() {
		return dst, invalid.Value(ErrNoUnit, strconv.Itoa(int(u)))
	}
	c.payers = c.payers[:0]
	c.from = from
	c.held, c.sum = false, 0
	c.code = run.reg.Code(u)
	if reason, ok := run.holds[u]; ok && run.charges(u) {
		c.hold(ErrHeld, reason)
	}
	var a *about
	if len(run.about) > 0 {
		a = run.about[u]
	}
	c.loadVacancies(a, u)
	c.loadStarts(u)
	for m, p := range run.months {
		dst = c.month(dst, m, u, a, p)
	}
	if a != nil {
		dst = c.claims(dst, u, a)
	}
	dst = c.metered(dst, u)
	dst = c.shared(dst, u)
	if c.held {
		return dst[:from], c.problems(u)
	}
	if !run.inOrder || a != nil && len(a.claims) > 0 {
		c.sort(dst[from:])
	}
	return dst, nil
}

// month appends the unit's lines of one charge month.
func (c *Cursor) month(dst []Line, m int, u property.Ref, a *about, p civil.Period) []Line {
	run := c.run
	from := len(dst)
	known, unchanged := false, false
	for i := range run.work[m] {
		w := &run.work[m][i]
		if !w.t.selected.Has(u) || w.t.byStart != nil && !slices.Contains(c.starts[w.t.startSet], *w.t.byStart) {
			continue
		}
		if !known {
			c.changes = run.reg.AppendChanges(c.changes[:0], u, p)
			known, unchanged = true, a == nil && len(c.changes) == 0
		}
		switch {
		case unchanged && w.whole != nil && (w.month.handovers[0].method != NextMonth || run.reg.DeliveredOn(u) != p.Start):
			dst = c.whole(dst, w.t, u, w.whole)
		case w.t.percent != nil:
			dst = c.percents(dst, from, u, w.t, w.month)
		default:
			c.now = charge{w.t, u, a, p, w.month}
			dst = c.parts(dst, &c.now)
		}
	}
	return dst
}

// sort puts the lines in the order of their tariffs, days and claims, and their payers with them.
func (c *Cursor) sort(lines []Line) {
	c.rows = c.rows[:0]
	for i := range lines {
		c.rows = append(c.rows, lineRow{lines[i], c.payers[i]})
	}
	slices.SortStableFunc(c.rows, func(x, y lineRow) int { return x.line.compare(&y.line) })
	for i := range c.rows {
		lines[i], c.payers[i] = c.rows[i].line, c.rows[i].payer
	}
}

// lineRow is a line with its payer.
type lineRow struct {
	line  Line
	payer property.Payer
}

// charges reports whether a tariff applies to the unit and has a price in the run's time, or
// a claim is made.
func (run *Run) charges(u property.Ref) bool {
	if a := run.about[u]; a != nil && len(a.claims) > 0 || len(run.sharesOf(u)) > 0 || run.hasMeter(u) {
		return true
	}
	return slices.ContainsFunc(run.tariffs, func(t tariff) bool {
		priced := slices.ContainsFunc(t.months, func(m month) bool { return len(m.steps) > 0 })
		return priced && t.selected.Has(u)
	})
}

// whole appends the one line of a charge that nothing changes in all month.
func (c *Cursor) whole(dst []Line, t *tariff, u property.Ref, s *step) []Line {
	quantity, ok1 := c.quantity(t, u, s.period.Start)
	payer := c.payer(t, u, s.period.Start)
	if !ok1 || !payer.known {
		c.explainMissing(t, s.period.Start, ok1, payer.known)
		return dst
	}
	minor, ok := t.wholeAmount(quantity, s.price)
	if !ok {
		of := s.line.Facts.Product.Of
		exact, fits := product(uint64(quantity.Units()), uint64(s.price.Micro()), one, of)
		var err error
		if minor, err = t.round(exact, uint64(of)); err != nil || !fits {
			c.hold(ErrAmountTooLarge, t.code, s.period.Start.String())
			return dst
		}
	}
	dst = append(dst, s.line)
	c.payers = append(c.payers, payer.payer)
	line := &dst[len(dst)-1]
	line.Facts.Product.Quantity = quantity
	c.put(line, &s.taxed, payer.key, minor)
	return dst
}

// wholeAmount rounds quantity × price where the plain rounding and 64 bits suffice.
func (t *tariff) wholeAmount(quantity measure.Quantity, price money.Price) (int64, bool) {
	return simpleAmount(uint64(quantity.Units()), uint64(price.Micro()), t.simple)
}

// round returns exact ÷ of, rounded, in least units.
func (t *tariff) round(exact Exact, of uint64) (int64, error) {
	return exact.round(t.rounder, t.scale, of)
}

// quantity returns what the tariff multiplies its price with on a day.
func (c *Cursor) quantity(t *tariff, u property.Ref, on civil.Date) (measure.Quantity, bool) {
	if t.spaces {
		return measure.NewQuantity(int64(c.run.reg.Spaces(u))*t.quantity.Units(), t.quantity.Unit()), true
	}
	if t.area == 0 {
		return t.quantity, true
	}
	if c.areas.unit != u || c.areas.on != on {
		areas, known := c.run.reg.Areas(u, on)
		c.areas = areaCache{u, on, areas, known}
	}
	area := c.areas.areas.Gross
	if t.area == InternalArea {
		area = c.areas.areas.Internal
	}
	return area.Quantity(), c.areas.known && !area.IsZero()
}

// put completes a line made of its step's template.
func (c *Cursor) put(l *Line, taxed *divider, payer string, minor int64) {
	zero := c.run.nothing
	l.Unit = c.code
	l.Payer = payer
	l.Amount = zero.With(minor)
	switch {
	case l.TaxMode == 0:
		l.Net, l.Tax = l.Amount, zero
	case l.TaxMode == TaxInclusive && 0 <= minor && minor < plainTax:
		net := int64(taxed.halfUp(uint64(minor) * one))
		l.Net, l.Tax = zero.With(net), zero.With(minor-net)
	default:
		var err error
		if l.Net, l.Tax, err = l.TaxMode.split(l.Amount, l.TaxRate); err != nil {
			c.hold(ErrAmountTooLarge, l.Tariff, l.Period.Start.String())
		}
	}
	c.count(l)
}

// count adds a line to the unit's sum, a negative one by its size: an actual reading can give back what
// an estimate charged. So every sum of some of its lines fits if that of all of them does.
func (c *Cursor) count(l *Line) {
	if c.sum += size(l.Net); c.sum <= math.MaxInt64 {
		c.sum += size(l.Tax)
	}
	if c.sum > math.MaxInt64 {
		c.hold(ErrSumTooLarge, l.Tariff, l.Period.Start.String())
		c.sum = 0
	}
}

// size returns an amount without its sign; that of a run is far from the least one.
func size(a money.Amount) uint64 {
	n := a.Minor()
	if n < 0 {
		n = -n
	}
	return uint64(n)
}

// plainTax is below what 63 bits hold of millionths: 92 billion of a currency's hundredths.
const plainTax = 9_000_000_000_000

// hold notes a problem of the unit.
func (c *Cursor) hold(rule invalid.RuleError, args ...string) {
	if !c.held {
		c.list, c.held = invalid.List{}, true
	}
	c.list.Add(rule, args...)
}

func (c *Cursor) explainMissing(t *tariff, on civil.Date, quantity, payer bool) {
	if !quantity {
		rule := ErrUnitArea
		if t.area == InternalArea {
			rule = ErrUnitInternalArea
		}
		c.hold(rule, on.String(), t.code)
	}
	if !payer {
		c.hold(ErrNoPayer, on.String(), t.code)
	}
}

func (c *Cursor) problems(u property.Ref) error {
	return c.list.Err("unit " + c.run.reg.Code(u))
}
