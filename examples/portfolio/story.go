package main

import (
	"github.com/wuyekit/wuye/property"
	"github.com/wuyekit/wuye/property/civil"
)

// story is what is the matter with a unit in the month. The generator plants it, and the
// bills alone must show it again; see [storyOf].
type story uint8

// Stories. Those from unmeasured on hold the unit's bill.
const (
	settled          story = iota // the owner holds it all month
	let                           // a tenant pays all month, all fees or one
	letMidMonth                   // a tenant comes after the first day
	resold                        // an owner follows another after the first day
	handedOver                    // the developer hands it over after the first day
	unsold                        // the developer pays all month
	unmeasured                    // nobody knows its area
	unmeasuredInside              // nobody knows its internal area
	nobody                        // neither owner nor developer is recorded
	disputed                      // its bill is held back on purpose
	stories                       // how many there are
)

// isHeld reports whether the unit's bill is held.
func (s story) isHeld() bool { return s >= unmeasured }

// story throws what happens to a unit, in parts of 10,000.
func (d *dice) story(use property.Use) story {
	chances := [stories]int{let: 1600, letMidMonth: 90, resold: 60, handedOver: 40, unsold: 400, unmeasured: 6, nobody: 5, disputed: 7}
	roll, out := d.below(10_000), settled
	for s, chance := range chances {
		if 0 <= roll && roll < chance {
			out = story(s)
		}
		roll -= chance
	}
	switch {
	case out == unmeasured && use == property.Parking:
		return settled // no fee asks for its area
	case out == unmeasured && use != property.Dwelling:
		return unmeasuredInside
	default:
		return out
	}
}

// populate gives the unit its owners and tenants, past and present.
func (g *site) populate(l *lot) {
	developer := developerOf(g.zone)
	switch l.story {
	case unsold:
		l.unit.DefaultPayer = developer
	case nobody:
	case handedOver:
		sold := g.before(60, 400)
		l.unit.DefaultPayer, l.unit.SoldOn, l.unit.DeliveredOn = developer, sold, g.midMonth()
		g.own(l, g.owner(l), civil.Period{Start: sold})
	case resold:
		day := g.midMonth()
		g.own(l, g.owner(l), civil.Period{Start: g.before(800, 6000), End: day})
		g.own(l, g.person(l), civil.Period{Start: day})
	case let, letMidMonth:
		g.hold(l)
		g.letNow(l)
	case settled, disputed:
		g.hold(l)
	case unmeasured:
		l.unit.Areas = nil
		g.hold(l)
	case unmeasuredInside:
		gross := l.unit.Areas[0].Value.Gross
		l.unit.Areas = civil.Always(property.Areas{Gross: gross})
		g.hold(l)
	case stories:
	}
}

// hold gives the unit an owner of some years, some an owner and a tenant before that.
func (g *site) hold(l *lot) {
	since := g.before(900, 6000)
	if g.percent(22) {
		earlier := since.AddDays(-g.between(400, 3000))
		g.own(l, g.person(l), civil.Period{Start: earlier, End: since})
	}
	g.own(l, g.owner(l), civil.Period{Start: since})
	if g.percent(16) {
		start := since.AddDays(30)
		g.lease(l, civil.Period{Start: start, End: start.AddDays(g.between(180, 365))})
	}
}

// letNow lets the unit for two years over the month, from before it or from a day inside.
func (g *site) letNow(l *lot) {
	start := g.before(0, 365)
	if l.story == letMidMonth {
		start = g.midMonth()
	}
	g.lease(l, civil.Period{Start: start, End: start.AddMonths(24)})
}

// own adds an ownership; one flat in five hundred belongs to a couple.
func (g *site) own(l *lot, owner string, term civil.Period) {
	holders := []property.Holder{{Party: owner}}
	if l.unit.Use == property.Dwelling && g.below(500) == 0 {
		holders = append(holders, property.Holder{Party: g.person(l)})
	}
	l.tenancies = append(l.tenancies, property.Tenancy{Unit: l.unit.Code, Kind: property.Ownership, Holders: holders, Term: term})
}

// lease adds a lease. The tenant pays every fee or, of some flats, only the waste fee.
func (g *site) lease(l *lot, term civil.Period) {
	pays := []string{property.AllFees}
	if l.unit.Use == property.Dwelling && g.percent(30) {
		pays = []string{wasteFee}
	}
	l.tenancies = append(l.tenancies, property.Tenancy{
		Unit: l.unit.Code, Kind: property.Lease, Holders: []property.Holder{{Party: g.person(l)}}, Term: term, Pays: pays,
	})
}

// owner returns who owns the unit: of a parking space mostly an owner of the building.
func (g *site) owner(l *lot) string {
	if l.unit.Use == property.Parking && len(g.owners) > 0 && g.percent(85) {
		return g.owners[g.below(len(g.owners))]
	}
	code := g.person(l)
	g.owners = append(g.owners, code)
	return code
}

// person returns someone new: a company for shops and offices.
func (g *site) person(l *lot) string {
	g.persons++
	p := property.Party{Code: "P" + pad(g.persons, 7)}
	if l.unit.Use == property.Shop || l.unit.Use == property.Office {
		p.Name = companyName(g.dice)
	} else {
		p.Name = personName(g.dice)
	}
	l.parties = append(l.parties, p)
	return p.Code
}

// before returns a day that many days before the month, from lo to hi.
func (g *site) before(lo, hi int) civil.Date { return g.month.Start.AddDays(-g.between(lo, hi)) }

// midMonth returns a day after the month's first.
func (g *site) midMonth() civil.Date { return g.month.Start.AddDays(g.between(1, g.month.Days()-1)) }
