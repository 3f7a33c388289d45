package billing

import (
	"slices"
	"strconv"

	"github.com/wuyekit/wuye/property"
	"github.com/wuyekit/wuye/property/civil"
	"github.com/wuyekit/wuye/property/measure"
	"github.com/wuyekit/wuye/property/money"
)

// charge is one unit × one tariff × one charge month.
type charge struct {
	t      *tariff
	u      property.Ref
	about  *about
	period civil.Period
	month  *month
}

// piece is a stretch of days of one charge, with the step its tax is from.
type piece struct {
	period   civil.Period
	quantity measure.Quantity
	price    money.Price
	factor   money.Rate
	source   string
	payer    property.Payer
	step     *step
	cuts     int        // of the month up to it
	tenancy  civil.Date // start of the tenancy of an agreed price
	void     bool       // without a price: only who pays counts
	prepaid  *prepaid
	part     part            // of the month's price
	worked   *worked         // of a formula
	method   ProrationMethod // of a part that is not its days
}

// continues reports whether q goes on where p ends, with nothing changed.
func (p *piece) continues(q *piece) bool {
	if p.void || q.void {
		return p.void && q.void && p.period.End == q.period.Start && p.payer == q.payer
	}
	return p.period.End == q.period.Start && p.quantity == q.quantity && p.payer == q.payer &&
		p.price == q.price && p.factor == q.factor && (p.prepaid != nil || p.step.rate == q.step.rate) &&
		p.worked.equal(q.worked) && p.cuts == q.cuts && p.tenancy == q.tenancy && p.prepaid == q.prepaid
}

// parts appends the lines of a charge that something changes in.
func (c *Cursor) parts(dst []Line, ch *charge) []Line {
	c.pieces = c.pieces[:0]
	c.collectDays(ch)
	at := ch.period.Start
	for i := range ch.month.steps {
		s := &ch.month.steps[i]
		c.voids(ch, civil.Period{Start: at, End: s.period.Start})
		if !c.cut(ch, s) {
			return dst
		}
		at = s.period.End
	}
	c.voids(ch, civil.Period{Start: at, End: ch.period.End})
	c.prorate(ch)
	of := commonOf(c.pieces)
	before, charged := Exact{}, int64(0)
	chain := ratChain{}
	for i := range c.pieces {
		p := &c.pieces[i]
		if p.prepaid != nil {
			dst = c.instalment(dst, ch, p)
			continue
		}
		num := p.part.num * (of / p.part.den)
		if p.worked != nil {
			if dst = c.formulaPiece(dst, ch, p, num, of, &chain); c.held {
				return dst
			}
			continue
		}
		exact, ok1 := product(uint64(p.quantity.Units()), uint64(p.price.Micro()), uint64(p.factor.Micro()), uint32(num))
		sum, ok2 := before.plus(exact)
		total, err := ch.t.round(sum, of)
		if !ok1 || !ok2 || err != nil {
			c.hold(ErrAmountTooLarge, ch.t.code, p.period.Start.String())
			return dst
		}
		dst = append(dst, p.step.line)
		line := &dst[len(dst)-1]
		line.Period, line.Proration = p.period, p.method
		line.Facts.Product = Product{
			Quantity: p.quantity, Price: p.price, Days: uint32(num), Of: uint32(of),
			Factor: p.factor, Source: p.source, Before: before,
		}
		c.payers = append(c.payers, p.payer)
		c.put(line, &p.step.taxed, c.run.reg.PayerKey(p.payer), total-charged)
		before, charged = sum, total
	}
	return dst
}

// instalment appends the line of a stretch that was paid ahead.
func (c *Cursor) instalment(dst []Line, ch *charge, p *piece) []Line {
	facts := &Instalment{
		Total: p.prepaid.Total, Net: p.prepaid.net, Source: p.prepaid.Source,
		Month: uint16(monthsBetween(p.prepaid.Period.Start, ch.period.Start) + 1), Months: uint16(p.prepaid.months),
		Before: uint16(p.period.Start.DaysSince(ch.period.Start)), Days: uint16(p.period.Days()), Of: uint16(ch.period.Days()),
	}
	gross, net, err := facts.Amounts()
	dst = append(dst, p.step.line)
	line := &dst[len(dst)-1]
	line.Period = p.period
	line.Facts = LineFacts{Instalment: facts}
	line.TaxRate = p.prepaid.rate
	line.Rounding = c.run.leastRounding()
	line.Unit, line.Payer = c.code, c.run.reg.PayerKey(p.payer)
	line.Amount, line.Net, line.Tax = gross, net, c.run.nothing
	if err == nil {
		line.Tax, err = line.instalmentTax()
	}
	if err != nil {
		c.hold(ErrAmountTooLarge, ch.t.code, p.period.Start.String())
		return dst[:len(dst)-1]
	}
	c.payers = append(c.payers, p.payer)
	c.count(line)
	return dst
}

// leastRounding is the rounding to the least unit of the currency.
func (run *Run) leastRounding() LineRounding {
	r, _ := lineRounding(money.HalfUp(), run.currency)
	return r
}

// collectDays collects the days on which anything about the charge may change, in order.
func (c *Cursor) collectDays(ch *charge) {
	c.days = append(c.days[:0], c.changes...)
	for i := range ch.month.cuts {
		c.days = append(c.days, ch.month.cuts[i].on)
	}
	c.days = ch.about.appendChanges(c.days)
	if ch.t.ofAgreed && ch.t.cap != nil {
		c.days = ch.t.cap.Limits.AppendChanges(c.days, ch.period)
	}
	c.days = append(c.days, ch.month.changes...)
	if ch.t.vacancy != nil {
		c.days = c.appendVacancyChanges(c.days, ch.month)
	}
	if ch.t.names != nil {
		c.days = c.run.values.appendChanges(c.days, ch.u)
		c.days = c.run.headcounts[ch.u].AppendChanges(c.days, ch.period)
	}
	if ch.about != nil && ch.t.suspension != nil {
		c.days = ch.about.appendSuspensionDays(c.days, ch.t.code)
	}
	if ch.about != nil && ch.t.heatFault != nil {
		c.days = ch.about.appendFaultDays(c.days, ch.t.code)
	}
	if ch.t.gift > 0 {
		c.days = append(c.days, c.giftEnd(ch))
	}
	if len(c.days) > len(c.changes) {
		slices.Sort(c.days)
	}
}

// giftEnd is the day after the months that the tariff gives to the unit.
func (c *Cursor) giftEnd(ch *charge) civil.Date {
	delivered := c.run.reg.DeliveredOn(ch.u)
	if delivered.IsZero() {
		return delivered
	}
	return civil.MonthsFrom(delivered, ch.t.gift)
}

// cut adds the stretches of one step, cut where something may change; neighbours in which
// nothing differs are one. It stops at the first that cannot be charged.
func (c *Cursor) cut(ch *charge, s *step) bool {
	start := s.period.Start
	for i := 0; ; i++ {
		end := s.period.End
		if i < len(c.days) {
			if c.days[i] <= start {
				continue
			}
			end = min(end, c.days[i])
		}
		if !c.addPiece(ch, s, civil.Period{Start: start, End: end}) {
			return false
		}
		if end == s.period.End {
			return true
		}
		start = end
	}
}

// voids adds the stretches of days without a price on which somebody would pay, where the proration
// asks for who was there: a price that begins or ends is no entry and no exit.
func (c *Cursor) voids(ch *charge, p civil.Period) {
	if p.Start >= p.End || ch.month.usual() {
		return
	}
	start := p.Start
	for i := 0; start < p.End; i++ {
		end := p.End
		if i < len(c.days) {
			if c.days[i] <= start {
				continue
			}
			end = min(end, c.days[i])
		}
		if fresh, there := c.there(ch, start); there && c.claimed(ch, start) {
			fresh.period = civil.Period{Start: start, End: end}
			if n := len(c.pieces) - 1; n >= 0 && c.pieces[n].continues(&fresh) {
				c.pieces[n].period.End = end
			} else {
				c.pieces = append(c.pieces, fresh)
			}
		}
		start = end
	}
}

// there returns who would pay on a day without a price.
func (c *Cursor) there(ch *charge, on civil.Date) (piece, bool) {
	if t := ch.t; t.ofAgreed {
		at, known := t.agreed.At(ch.u, on)
		known = known && (t.byStart == nil || startDayOf(at.Term.Start, t.byStart.months) == *t.byStart)
		return piece{payer: at.Payer, tenancy: at.Term.Start, void: true}, known
	}
	payer := c.payer(ch.t, ch.u, on)
	return piece{payer: payer.payer, void: true}, payer.known
}

// claimed reports whether the handover does not keep the tariff from charging the unit on a day.
func (c *Cursor) claimed(ch *charge, on civil.Date) bool {
	return !ch.t.claimed || c.run.reg.Handover(ch.u, on) == property.Claimed
}

// addPiece adds a stretch unless it is not charged; false if it cannot be charged.
func (c *Cursor) addPiece(ch *charge, s *step, p civil.Period) bool {
	t, on := ch.t, p.Start
	if !c.claimed(ch, on) {
		return true
	}
	fresh := piece{period: p, price: s.price, source: s.source, factor: money.One(), step: s}
	charged, ok := c.agreed(ch, &fresh)
	if !charged || !ok {
		return ok
	}
	if t.floors {
		floor := c.run.reg.Floor(ch.u)
		if fresh.price, ok = s.priceOf(floor); !ok {
			c.hold(ErrNoFloorPrice, t.code, strconv.Itoa(floor))
			return false
		}
	}
	quantity, ok1 := c.quantity(t, ch.u, on)
	if t.spaces && quantity.Sign() == 0 {
		return true
	}
	ok2 := t.ofAgreed
	if !ok2 {
		payer := c.payer(t, ch.u, on)
		fresh.payer, ok2 = payer.payer, payer.known
	}
	if !ok1 || !ok2 {
		c.explainMissing(t, on, ok1, ok2)
		return false
	}
	fresh.quantity = quantity
	fresh.cuts = ch.month.partAt(ch.u, on)
	fresh.prepaid = ch.about.prepaidOn(t.code, on)
	c.relieve(ch, &fresh)
	if fresh.prepaid != nil { // what was paid ahead does not depend on these
		fresh.quantity, fresh.price, fresh.factor, fresh.source = measure.Quantity{}, money.Price{}, money.One(), ""
	}
	if fresh.prepaid == nil && !c.workOut(ch, &fresh) {
		return false
	}
	if n := len(c.pieces) - 1; n >= 0 && c.pieces[n].continues(&fresh) {
		c.pieces[n].period.End = p.End
		return true
	}
	c.pieces = append(c.pieces, fresh)
	return true
}

// agreed sets the price and payer that a tenancy agreed. It returns whether the stretch is charged
// at all, and whether it can be.
func (c *Cursor) agreed(ch *charge, p *piece) (charged, ok bool) {
	t := ch.t
	if !t.ofAgreed {
		return true, true
	}
	at, known := t.agreed.At(ch.u, p.period.Start)
	if !known && t.agreed.Err(ch.u, p.period.Start) != nil {
		c.hold(ErrAmountTooLarge, t.code, p.period.Start.String())
		return true, false
	}
	if !known || t.byStart != nil && startDayOf(at.Term.Start, t.byStart.months) != *t.byStart {
		return false, true
	}
	p.price, p.source, p.payer, p.tenancy = at.Price, at.Source, at.Payer, at.Term.Start
	if at.Free {
		p.factor = money.Rate{}
	}
	if limit, ok := t.cap.capOn(p.period.Start); ok && !t.cap.allows(limit, at.Price.Decimal()) {
		c.hold(ErrAgreedOverCeiling, t.code, at.Price.String(), limit.Cap().String(), p.period.Start.String())
		return true, false
	}
	return true, true
}

// relieve lowers the factor by the reliefs of the day.
func (c *Cursor) relieve(ch *charge, p *piece) {
	on := p.period.Start
	given := ch.about.gives(ch.t.code, on)
	if ch.t.gift > 0 && on < c.giftEnd(ch) && on >= c.run.reg.DeliveredOn(ch.u) {
		given = true
	}
	switch {
	case given:
		p.factor = money.Rate{}
	case !p.factor.IsZero():
		p.factor = c.remaining(ch, on)
	}
}

// remaining returns the part of a charge that vacancies, stops and faults leave on a day: their product,
// rounded to a millionth, half up.
func (c *Cursor) remaining(ch *charge, on civil.Date) money.Rate {
	vacancy := money.One()
	if ch.t.vacancy != nil {
		vacancy = c.vacancyOn(ch.t, ch.month, on)
	}
	if ch.t.suspension == nil && ch.t.heatFault == nil {
		return vacancy
	}
	product := uint64(vacancy.Micro()) * uint64(ch.suspended(on).Micro()) * ch.faulty(on) // at most 10¹⁸
	rate, err := money.NewRate(int64((product + one*one/2) / (one * one)))
	if err != nil {
		return vacancy // it is not negative
	}
	return rate
}

// priceOf returns the price of a floor.
func (s *step) priceOf(floor int) (money.Price, bool) {
	for _, f := range s.floors {
		if f.floor == floor {
			return f.price, true
		}
	}
	return money.Price{}, false
}
