package meter

import (
	"slices"

	"github.com/wuyekit/wuye/property/civil"
	"github.com/wuyekit/wuye/property/invalid"
)

// resolve checks each reading and finds the register and the device it is of.
func (c *compiler) resolve() {
	c.targets = make([]target, len(c.readings))
	c.list.Enter("readings")
	defer c.list.Leave()
	last := int32(0)
	var spoiled []int32
	for i := range c.readings {
		c.list.EnterIndex(i)
		rd := &c.readings[i]
		before := c.list.Len()
		rd.check(&c.list)
		number, ok := c.number(rd.Meter, last)
		if !ok && rd.Meter != "" {
			c.list.At("meter").Add(ErrUnknownMeter, invalid.Quote(rd.Meter))
		}
		c.targets[i].column = -1
		if ok {
			last = number
			if t, ok := c.target(rd, number); ok && c.list.Len() == before {
				c.targets[i] = t
			}
			if c.list.Len() > before {
				spoiled = append(spoiled, number)
			}
		}
		c.list.Leave()
	}
	for _, number := range spoiled { // only now: every reading is checked with its meter
		c.bad[number] = true
	}
}

// number finds a meter in the document. Readings come meter by meter or tour by tour: it is mostly
// the last one again or the next.
func (c *compiler) number(code string, last int32) (int32, bool) {
	for i := last; i < last+2 && int(i) < len(c.meters); i++ {
		if c.meters[i].Code == code {
			return i, true
		}
	}
	r, ok := c.log.find[code]
	if !ok {
		return 0, false
	}
	return c.order[r], true
}

// target returns where a reading of a meter belongs; false if nowhere.
func (c *compiler) target(rd *Reading, number int32) (target, bool) {
	r := c.refs[number]
	m := &c.log.meters[r]
	band := slices.Index(c.log.bands[c.log.bandsOf[r]], rd.Band)
	if band < 0 {
		c.list.At("band").Add(ErrUnknownBand, m.Code, invalid.Quote(rd.Band))
	}
	if c.bad[number] || rd.On.IsZero() {
		return target{}, false
	}
	k, ok := m.deviceAt(rd.boundary())
	if !ok {
		c.list.At("on").Add(ErrOutside, m.Code, rd.On.String())
		return target{}, false
	}
	rd.checkFor(&c.list, &m.Devices[k])
	return target{c.log.columns[r] + int32(band), uint16(k)}, band >= 0
}

// deviceAt returns the device whose register a boundary is of: on a day of replacement the old one.
func (m *Meter) deviceAt(boundary civil.Date) (int, bool) {
	if boundary < m.Devices[0].Installed {
		return 0, false
	}
	for k := range m.Devices {
		if removed := m.Devices[k].Removed; removed.IsZero() || boundary <= removed {
			return k, true
		}
	}
	return 0, false
}

// place puts every boundary into its column, in the order of the documents.
func (c *compiler) place() {
	l := &c.log
	l.bounds = make([]int, l.columns[len(l.meters)]+1)
	c.each(func(column int32, _ entry) { l.bounds[column+1]++ })
	for i := range l.bounds[1:] {
		l.bounds[i+1] += l.bounds[i]
	}
	l.entries = make([]entry, l.bounds[len(l.bounds)-1])
	next := slices.Clone(l.bounds)
	c.each(func(column int32, e entry) {
		l.entries[next[column]] = e
		next[column]++
	})
}

// each visits the boundaries of all devices and readings without a problem.
func (c *compiler) each(visit func(column int32, e entry)) {
	for r := range c.log.meters {
		if c.bad[c.order[r]] {
			continue
		}
		m := &c.log.meters[r]
		for n, band := range c.log.bands[c.log.bandsOf[r]] {
			for k := range m.Devices {
				d := &m.Devices[k]
				e := entry{device: uint16(k), reading: -1, source: Manual}
				start, final, _ := d.register(band)
				e.day, e.value = int32(d.Installed), start.Units()
				visit(c.log.columns[r]+int32(n), e)
				if !final.IsZero() {
					e.day, e.value = int32(d.Removed), final.Units()
					visit(c.log.columns[r]+int32(n), e)
				}
			}
		}
	}
	for i := range c.readings {
		if t := c.targets[i]; t.column >= 0 {
			visit(t.column, c.readings[i].entry(i, t.device))
		}
	}
}

// entry returns the boundary that a reading is.
func (r *Reading) entry(number int, device uint16) entry {
	e := entry{
		value: r.Value.Units(), day: int32(r.boundary()), reading: int32(number), device: device, source: r.Source,
	}
	if r.RolledOver {
		e.marks |= saysRolled
	}
	if r.Accepted != "" {
		e.marks |= saysAccepted
	}
	return e
}
