package main

import (
	"runtime"
	"time"

	"github.com/wuyekit/wuye/billing"
	"github.com/wuyekit/wuye/property"
)

// loaded is the portfolio as a register, with what the generator knows about it.
type loaded struct {
	register *property.Register
	facts    billing.Facts
	planted  planted
	took     time.Duration
	live     uint64 // bytes the register takes
}

// planted is what the generator put into the portfolio.
type planted struct {
	units     map[property.Use]int
	tenancies int
	buildings int
	layouts   []plan
	stories   [stories]int
	repriced  int // dwellings in the zone whose price changes, but those held
}

// plan is how many dwellings have a layout, and their area in 0.0001 m².
type plan struct {
	layout
	dwellings, measured int
	area                int64
}

// load generates the portfolio into a register; add is told of every building's units.
func (p portfolio) load(add func(int)) (loaded, error) {
	before, start := heapInUse(), time.Now()
	out := loaded{planted: newPlanted()}
	b := property.NewBuilder(p.community())
	for _, d := range p.developers() {
		b.Party(d)
	}
	for k := range p.blocks() {
		b.Building(k.building)
		for _, l := range k.lots {
			put(b, l)
			out.planted.note(l, k.building.Zone == zoneCode(repriced))
			if l.story == disputed {
				out.facts.Holds = append(out.facts.Holds, billing.Hold{Unit: l.unit.Code, Reason: "渗水索赔协商中"})
			}
		}
		out.planted.buildings++
		add(len(k.lots))
	}
	var err error
	if out.register, err = b.Build(); err != nil {
		return loaded{}, err
	}
	out.took = time.Since(start)
	after := heapInUse()
	out.live = after - min(before, after)
	return out, nil
}

// put adds a unit and its people to the register.
func put(b *property.Builder, l lot) {
	b.Unit(l.unit)
	for _, d := range l.parties {
		b.Party(d)
	}
	for _, d := range l.tenancies {
		b.Tenancy(d)
	}
}

func newPlanted() planted {
	out := planted{units: map[property.Use]int{}}
	for _, l := range layouts() {
		out.layouts = append(out.layouts, plan{layout: l})
	}
	return out
}

// note counts a unit.
func (p *planted) note(l lot, repriced bool) {
	p.units[l.unit.Use]++
	p.tenancies += len(l.tenancies)
	p.stories[l.story]++
	if repriced && l.unit.Use == property.Dwelling && !l.story.isHeld() {
		p.repriced++
	}
	if l.layout < 0 {
		return
	}
	of := &p.layouts[l.layout]
	of.dwellings++
	if len(l.unit.Areas) > 0 {
		of.measured++
		of.area += l.unit.Areas[0].Value.Gross.Units()
	}
}

// heapInUse returns the bytes of what is alive.
func heapInUse() uint64 {
	runtime.GC()
	runtime.GC()
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return m.HeapAlloc
}

// fromSystem returns the bytes the program has taken from the system in all.
func fromSystem() uint64 {
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return m.Sys
}
