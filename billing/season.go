package billing

import (
	"github.com/wuyekit/wuye/property/civil"
	"github.com/wuyekit/wuye/property/explain"
	"github.com/wuyekit/wuye/property/invalid"
)

// Season is the part of each year that a tariff charges at once (采暖季): a charge is one unit × one
// season, with leap days.
type Season struct {
	// From and To are its first and last day, both inclusive: "11-15" and "03-15". A season that
	// ends before the day it begins on ends in the next year.
	From civil.MonthDay `json:"from"`
	To   civil.MonthDay `json:"to"`
	// Bill is the day whose run bills the season, if it is not the first or the last: in advance
	// the last such day before the season or its first, in arrears the first after it or its last.
	// "10-01" bills a heating season in October.
	Bill civil.MonthDay `json:"bill,omitzero"`
}

func (s *Season) check(l *invalid.List) {
	if s == nil {
		return
	}
	l.Enter("season")
	defer l.Leave()
	if s.From.IsZero() {
		l.At("from").Add(invalid.ErrRequired, "from")
	}
	if s.To.IsZero() {
		l.At("to").Add(invalid.ErrRequired, "to")
	}
	if !s.From.IsZero() && !s.To.IsZero() {
		_, err := civil.NewSeason(s.From, s.To)
		l.Take(err)
	}
}

// season returns the cycle's season, unset if it has none. It passed its check.
func (c *Cycle) season() civil.Season {
	if c == nil || c.Season == nil {
		return civil.Season{}
	}
	s, err := civil.NewSeason(c.Season.From, c.Season.To)
	if err != nil {
		return civil.Season{}
	}
	return s
}

// checkSeason reports terms that speak of months where the tariff is charged by the season.
func (t Tariff) checkSeason(l *invalid.List) {
	if t.Cycle == nil || t.Cycle.Season == nil {
		return
	}
	refuse := func(in, field string) { l.At(in, field).Add(ErrNotWith, field, "season") }
	if t.Cycle.Every != 0 {
		refuse("cycle", "every")
	}
	if !t.Cycle.Anchor.IsZero() {
		refuse("cycle", "anchor")
	}
	if kind := t.Basis.Kind(); kind != "" && !t.Basis.seasonal() {
		l.At("cycle", "season").Add(ErrNotWith, "season", kind)
	}
	if t.Reliefs != nil && t.Reliefs.Prepayment != nil {
		refuse("reliefs", "prepayment")
	}
	if t.Proration.HandoverPolicy != "" {
		refuse("proration", "handoverPolicy")
	}
	t.Proration.checkSeason(l)
}

// checkSeason reports methods that only months have.
func (p Proration) checkSeason(l *invalid.List) {
	if !p.Method.ofSeasons() {
		l.At("proration", "method").Add(ErrSeasonProration, p.Method.String())
	}
	if !p.Exit.ofSeasons() {
		l.At("proration", "exit").Add(ErrSeasonProration, p.Exit.String())
	}
	if !p.Handover.ofSeasons() {
		l.At("proration", "handover").Add(ErrSeasonProration, p.Handover.String())
	}
}

// ofSeasons reports whether a part of a season can be charged by the method.
func (m ProrationMethod) ofSeasons() bool { return m == 0 || m == ActualDays || m == WholeMonth }

// seasonal reports whether what the basis charges by can be charged by the season.
func (b Basis) seasonal() bool {
	return b.Area != nil || b.Fixed != nil || b.PerSpace != nil || b.FloorTable != nil || b.Percent != nil || b.Formula != nil ||
		b.Agreed != nil && !b.Agreed.FromStart
}

// seasons calls visit with the seasons for which pick gives a day inside the period, in order.
func (r rhythm) seasons(p civil.Period, pick func(civil.Period) civil.Date, visit func(civil.Period)) {
	years := 2 + maxDueDays/365
	for year := p.Start.Year() - years; year <= p.End.Year()+years; year++ {
		if c := r.season.In(year); p.Contains(pick(c)) {
			visit(c)
		}
	}
}

// seasonBilledOn is the day whose run bills a season.
func (r rhythm) seasonBilledOn(season civil.Period) civil.Date {
	switch {
	case r.timing == Advance && r.bill.IsZero():
		return season.Start
	case r.timing == Advance:
		if on := r.bill.In(season.Start.Year()); on <= season.Start {
			return on
		}
		return r.bill.In(season.Start.Year() - 1)
	case r.bill.IsZero():
		return season.Last()
	}
	if on := r.bill.In(season.Last().Year()); on >= season.Last() {
		return on
	}
	return r.bill.In(season.Last().Year() + 1)
}

// season returns the season the line is in; no days if its days lie in none.
func (l *Line) season() civil.Period {
	p, ok := l.Season.Containing(l.Period.Start)
	if !ok {
		return civil.Period{}
	}
	return p
}

// verifySeason checks that a line of a season has nothing that only months have.
func (l Line) verifySeason(list *invalid.List) {
	if l.Season.IsZero() {
		return
	}
	if f := l.Facts; f.Product.IsZero() && f.Percent == nil && f.Formula == nil {
		list.At("season").Add(ErrNotWith, "season", f.Kind())
	}
	if l.Anchor != 0 || l.Every != 0 {
		list.At("season").Add(ErrLineCycle)
	}
	if !l.Proration.ofSeasons() {
		list.At("proration").Add(ErrSeasonProration, l.Proration.String())
	}
}

// coversSeason reports whether a line's season can be billed in the bill's time: in arrears within a
// year from its last day on, in advance within a year up to its first. Which day of that year it is,
// the tariff says and the line does not.
func (b Bill) coversSeason(line Line) bool {
	season := line.month()
	if season.Days() == 0 {
		return false
	}
	billed := civil.Period{Start: season.Last(), End: season.Last().AddMonths(12)}
	if line.Timing == Advance {
		billed = civil.Period{Start: season.Start.AddMonths(-12).AddDays(1), End: season.Start.AddDays(1)}
	}
	return billed.Overlaps(b.Period)
}

// spanLabels are what a derivation calls the whole that a line is a part of.
type spanLabels struct{ price, days, of, whole, begun explain.Label }

func (l *Line) spanLabels() spanLabels {
	if l.Season.IsZero() {
		return spanLabels{labelPrice, labelDays, labelMonth, labelPartWhole, labelWholeMonth}
	}
	return spanLabels{labelSeasonPrice, labelSeasonPart, labelSeasonDays, labelSeasonWhole, labelSeasonBegun}
}
