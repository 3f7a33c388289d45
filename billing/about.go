package billing

import (
	"slices"
	"strconv"

	"github.com/wuyekit/wuye/property"
	"github.com/wuyekit/wuye/property/civil"
	"github.com/wuyekit/wuye/property/invalid"
	"github.com/wuyekit/wuye/property/money"
	"github.com/wuyekit/wuye/property/policy"
)

// about is what the facts of a run say about one unit.
type about struct {
	vacancies   []Vacancy
	gifts       []Gift
	suspensions []Suspension
	cold        []coldDays
	outages     []outage // of a tariff, no two that meet
	prepaid     []*prepaid
	claims      []*claim
}

// prepaid is a prepayment compiled.
type prepaid struct {
	Prepayment
	tariff string
	months int
	net    money.Amount
	rate   money.Rate // of the tax
	ended  civil.Date // first day not served
}

// served is the time that is really served.
func (p *prepaid) served() civil.Period { return civil.Period{Start: p.Period.Start, End: p.ended} }

// claim is a claim compiled.
type claim struct {
	line  Line
	taxed divider
	payer property.Payer
	party bool // whether payer is the claim's own
	tariff
}

// aboutUnits compiles the facts by unit and reports what does not fit the estate or the book.
func (run *Run) aboutUnits(l *invalid.List, policies *policy.Table) {
	run.about = map[property.Ref]*about{}
	l.Enter("facts")
	defer l.Leave()
	eachFact(run, l, "vacancies", run.facts.Vacancies, func(v Vacancy) string { return v.Unit }, func(a *about, v Vacancy) {
		a.vacancies = append(a.vacancies, v)
	})
	eachFact(run, l, "gifts", run.facts.Gifts, func(g Gift) string { return g.Unit }, func(a *about, g Gift) {
		a.gifts = append(a.gifts, g)
		for k, code := range g.Tariffs {
			i := run.book.find(code)
			if i < 0 {
				l.At("tariffs", k).Add(ErrNoTariff, code)
			} else if b := run.book.Tariffs[i].Basis; b.Metered != nil || b.Shared != nil {
				l.At("tariffs", k).Add(ErrNotWith, "gift", b.Kind())
			}
		}
	})
	eachFact(run, l, "prepayments", run.facts.Prepayments, func(p Prepayment) string { return p.Unit }, func(a *about, p Prepayment) {
		if c := run.prepaid(l, p, a.prepaid, policies); c != nil {
			a.prepaid = append(a.prepaid, c)
		}
	})
	eachFact(run, l, "claims", run.facts.Claims, func(c Claim) string { return c.Unit }, func(a *about, c Claim) {
		if compiled := run.claim(l, c, policies); compiled != nil {
			a.claims = append(a.claims, compiled)
		}
	})
	run.suspensions(l)
	run.heatFaults(l)
	for _, a := range run.about { // what is said of a held unit does not depend on their order
		slices.SortFunc(a.claims, func(x, y *claim) int { return x.line.compare(&y.line) })
	}
}

// eachFact visits the facts of one kind with what is known of their unit so far.
func eachFact[T any](run *Run, l *invalid.List, field string, list []T, unit func(T) string, visit func(*about, T)) {
	l.Enter(field)
	defer l.Leave()
	for i, fact := range list {
		l.EnterIndex(i)
		if u, ok := run.reg.Find(unit(fact)); ok {
			a := run.about[u]
			if a == nil {
				a = &about{}
				run.about[u] = a
			}
			visit(a, fact)
		} else {
			l.At("unit").Add(ErrNoUnit, unit(fact))
		}
		l.Leave()
	}
}

// prepaid compiles a prepayment, nil if something is wrong with it.
func (run *Run) prepaid(l *invalid.List, p Prepayment, others []*prepaid, policies *policy.Table) *prepaid {
	i := run.book.find(p.Tariff)
	if i < 0 || run.book.Tariffs[i].State != InForce {
		l.At("tariff").Add(ErrNoTariff, p.Tariff)
		return nil
	}
	t := run.book.Tariffs[i]
	before := l.Len()
	if b := t.Basis; b.Agreed != nil || b.Percent != nil || b.Formula != nil || !b.byMonth() {
		l.At("tariff").Add(ErrNotPrepaid, p.Tariff, b.Kind())
	}
	if !t.Cycle.season().IsZero() {
		l.At("tariff").Add(ErrNotPrepaid, p.Tariff, "season")
	}
	if anchor := t.Cycle.rhythm().anchorDay(); p.anchor() != max(anchor, 1) {
		l.At("period").Add(ErrPrepaidPeriod, p.Period.String())
	}
	if p.Total.Currency() != run.currency {
		l.At("total").Add(ErrCurrency, p.Total.String(), run.currency.String())
	}
	out := &prepaid{Prepayment: p, tariff: p.Tariff, months: p.months(), net: p.Total, ended: p.Period.End}
	if !p.Ended.IsZero() {
		out.ended = p.Ended
	}
	for _, o := range others {
		if o.tariff == p.Tariff && o.served().Overlaps(out.served()) {
			l.At("period").Add(ErrPrepaidTwice, p.Tariff, p.Unit)
		}
	}
	if r := t.Reliefs; r != nil && r.Prepayment != nil && r.Prepayment.MaxMonths > 0 && out.months > r.Prepayment.MaxMonths {
		l.At("period").Add(ErrPrepaidTooLong, strconv.Itoa(out.months), strconv.Itoa(r.Prepayment.MaxMonths))
	}
	run.taxPrepaid(l, out, run.taxOf(t.Code, t.Tax, policies), t.Tax.mode())
	if l.Len() == before {
		run.checkServed(l, out, t)
	}
	if l.Len() > before {
		return nil
	}
	return out
}

// taxPrepaid sets the tax rate of a prepayment and what was paid before tax.
func (run *Run) taxPrepaid(l *invalid.List, p *prepaid, tax taxTable, mode TaxMode) {
	var err error
	if p.TaxOn.IsZero() {
		p.rate, err = tax.constant(p.served())
	} else {
		p.rate, err = tax.at(p.TaxOn)
	}
	l.At("period").Take(err)
	if err == nil && mode == TaxInclusive {
		p.net, _, err = money.TaxWithin(p.Total, p.rate)
		l.At("total").Take(err)
	}
}

// checkServed reports a prepayment that goes on, in the time of the run, when its tariff no longer
// charges: it must say that it ended.
func (run *Run) checkServed(l *invalid.List, p *prepaid, t Tariff) {
	both, ok := p.served().Intersect(run.period)
	if !ok || p.served().Days() <= 0 {
		return
	}
	charter := run.book.versionsOf(t.Charter)
	days := charter.AppendChanges(t.Prices.AppendChanges([]civil.Date{both.Start}, both), both)
	for _, on := range days {
		_, priced := t.Prices.At(on)
		version, known := charter.At(on)
		if !priced || t.Charter != nil && (!known || version != t.Charter.Version) {
			l.At("ended").Add(ErrPrepaidPrice, p.tariff, on.String())
			return
		}
	}
}

// claim compiles a claim, nil if it is not of the run's time or something is wrong with it.
func (run *Run) claim(l *invalid.List, c Claim, policies *policy.Table) *claim {
	before := l.Len()
	if run.book.Totals != nil && c.Tariff == run.book.Totals.code() {
		l.At("tariff").Add(ErrNotQuoted, c.Tariff)
		return nil
	}
	t := Tariff{Code: c.Tariff, Tax: c.Tax}
	if i := run.book.find(c.Tariff); i >= 0 {
		t = run.book.Tariffs[i]
		if t.Basis.Quoted == nil || t.State != InForce {
			l.At("tariff").Add(ErrNotQuoted, c.Tariff)
			return nil
		}
		if t.Special && c.On.Before(t.Basis.Quoted.PublishedOn) {
			l.At("on").Add(ErrUnpublished, t.Basis.Quoted.PublishedOn.String(), c.On.String())
		}
		if u, ok := run.reg.Find(c.Unit); ok && !run.reg.Select(t.AppliesTo).Has(u) {
			l.At("unit").Add(ErrNotApplied, c.Tariff, c.Unit)
		}
		if c.Tax != nil {
			t.Tax = c.Tax
		}
	}
	if !run.period.Contains(c.On) {
		return nil
	}
	rounder, err := t.Rounding.Compile(run.currency)
	l.Take(err)
	rounding, _ := lineRounding(rounder, run.currency)
	tax := run.taxOf(c.Tariff, t.Tax, policies)
	rate, err := tax.at(c.On)
	l.At("tax").Take(err)
	facts, err := c.quoted()
	l.At("items").Take(err)
	out := &claim{taxed: newDivider(one + uint64(rate.Micro()))}
	out.tariff = tariff{
		code: c.Tariff, payers: run.reg.Payers(c.Tariff, t.Payer), rounder: rounder,
		scale: pow10(exactDigits - run.currency.Digits()),
	}
	out.line = Line{
		Tariff: c.Tariff, Period: civil.Period{Start: c.On, End: c.On.AddDays(1)}, Facts: LineFacts{Quoted: facts},
		Rounding: rounding, TaxMode: t.Tax.mode(), TaxRate: rate,
	}
	if c.Payer != "" {
		if out.payer, out.party = run.reg.PartyPayer(c.Payer); !out.party {
			l.At("payer").Add(ErrNoParty, c.Payer)
		}
	}
	if l.Len() > before {
		return nil
	}
	return out
}

// gives reports whether a gift frees the unit from a tariff on a day.
func (a *about) gives(code string, on civil.Date) bool {
	return a != nil && slices.ContainsFunc(a.gifts, func(g Gift) bool {
		return g.Period.Contains(on) && (len(g.Tariffs) == 0 || slices.Contains(g.Tariffs, code))
	})
}

// prepaidOn returns the prepayment of a tariff that serves a day, nil if none does.
func (a *about) prepaidOn(code string, on civil.Date) *prepaid {
	if a == nil {
		return nil
	}
	for _, p := range a.prepaid {
		if p.tariff == code && p.Period.Contains(on) && on < p.ended {
			return p
		}
	}
	return nil
}

// appendChanges appends the days on which what is known of the unit may change.
func (a *about) appendChanges(dst []civil.Date) []civil.Date {
	if a == nil {
		return dst
	}
	for _, g := range a.gifts {
		dst = append(dst, g.Period.Start, g.Period.End)
	}
	for _, p := range a.prepaid {
		dst = append(dst, p.Period.Start, p.ended)
	}
	return dst
}
