package main

import (
	"iter"
	"strconv"

	"github.com/wuyekit/wuye/property"
	"github.com/wuyekit/wuye/property/civil"
)

// portfolio is what is generated: everything else follows from these three.
type portfolio struct {
	size  int // units
	seed  uint64
	month civil.Period // the month that is billed, in which people move and prices change
}

// block is a building with what is in it.
type block struct {
	building property.Building
	lots     []lot // in the order of their units' codes
}

// lot is a unit with the people who hold it and what happens to it in the month.
type lot struct {
	unit      property.Unit
	layout    int // position in layouts; -1 for what is no dwelling
	story     story
	parties   []property.Party // those not seen before
	tenancies []property.Tenancy
}

// community returns the portfolio as one management area with its zones.
func (p portfolio) community() property.Community {
	c := property.Community{Code: "portfolio", Name: "百万户组合", Region: "31"}
	for i, name := range zones() {
		c.Zones = append(c.Zones, property.Zone{Code: zoneCode(i), Name: name})
	}
	return c
}

// developers returns those who built the zones and pay for what is not handed over.
func (p portfolio) developers() []property.Party {
	out := make([]property.Party, len(zones()))
	for i, name := range zones() {
		out[i] = property.Party{Code: developerOf(zoneCode(i)), Name: name + "置业有限公司", Developer: true}
	}
	return out
}

// blocks yields the buildings in the order of their codes; the last is cut where the
// portfolio has its size.
func (p portfolio) blocks() iter.Seq[block] {
	return func(yield func(block) bool) {
		persons := 0
		for i, made := 0, 0; made < p.size; i++ {
			g := site{portfolio: p, dice: diceFor(p.seed, i), zone: zoneCode(made * len(zones()) / p.size), persons: persons}
			g.build(i)
			g.lots = g.lots[:min(len(g.lots), p.size-made)]
			made += len(g.lots)
			persons = g.persons
			if !yield(g.block) {
				return
			}
		}
	}
}

// site is where one building is put up.
type site struct {
	portfolio
	*dice
	block
	zone    string
	persons int      // parties so far, over all buildings
	owners  []string // of the building's units, who may buy a parking space
}

// build puts up a tower of flats or, once in twelve times, an office block.
func (g *site) build(n int) {
	g.building = property.Building{Code: g.zone + pad(n, 5), Zone: g.zone, Basements: 2}
	if g.below(12) == 0 {
		g.offices()
		return
	}
	g.tower()
}

// tower builds flats from the second floor, a garage, and shops on the ground floor (底商).
func (g *site) tower() {
	entrances, doors := g.between(1, 2), g.between(2, 4)
	g.building.Floors, g.building.Lifts = g.between(18, 33), 2*entrances
	g.building.Name = strconv.Itoa(g.below(60)+1) + " 号楼"
	yield := g.between(74, 81)
	for e := range entrances {
		plan := make([]door, doors)
		for i := range plan {
			plan[i] = g.door(yield)
		}
		for floor := 2; floor <= g.building.Floors; floor++ {
			for i, d := range plan {
				g.flat(e+1, floor, i+1, d)
			}
		}
	}
	g.garage(len(g.lots) * g.between(40, 70) / 100)
	g.shops(g.between(0, 10))
}

func (g *site) flat(entrance, floor, number int, d door) {
	no := strconv.Itoa(entrance)
	g.put(property.Unit{
		Code: g.building.Code + "-" + no + "-" + pad(floor, 2) + pad(number, 2), Entrance: no,
		Floor: floor, Use: property.Dwelling, Areas: d.areas,
	}, d.layout)
}

// offices builds an office block over shops and a garage.
func (g *site) offices() {
	g.building.Floors, g.building.Lifts = g.between(12, 30), 6
	g.building.Name = "商务楼"
	perFloor, yield := g.between(5, 9), g.between(66, 74)
	for floor := 2; floor <= g.building.Floors; floor++ {
		for i := range perFloor {
			g.put(property.Unit{
				Code: g.building.Code + "-O-" + pad(floor, 2) + pad(i+1, 2), Floor: floor,
				Use: property.Office, Areas: g.areas(80, 420, yield),
			}, -1)
		}
	}
	g.garage(g.between(30, 90))
	g.shops(g.between(6, 12))
}

// garage builds parking spaces below ground. They are charged by the space and need no area.
func (g *site) garage(spaces int) {
	for i := range spaces {
		floor := -1
		if i >= spaces/2 {
			floor = -2
		}
		g.put(property.Unit{Code: g.building.Code + "-P-" + pad(i+1, 4), Floor: floor, Use: property.Parking}, -1)
	}
}

func (g *site) shops(n int) {
	for i := range n {
		g.put(property.Unit{
			Code: g.building.Code + "-S-" + pad(i+1, 4), Floor: 1,
			Use: property.Shop, Areas: g.areas(25, 260, 78),
		}, -1)
	}
}

// put adds a unit and its people.
func (g *site) put(u property.Unit, layout int) {
	u.Building = g.building.Code
	l := lot{unit: u, layout: layout, story: g.story(u.Use)}
	g.populate(&l)
	g.lots = append(g.lots, l)
}
