package meter

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"github.com/wuyekit/wuye/property/invalid"
)

// Compile checks meters and their readings and puts them in order. The documents may come in any
// order and are not kept.
//
// A usage that cannot be computed, because a register shows less than before, is not a problem here
// but an error of that usage: one bad reading does not keep the others from being billed.
//
// Errors: an [*invalid.Error] with every problem of the documents and its path,
// "meters[3].devices[1].installed", "readings[7].value".
func Compile(meters []Meter, readings []Reading) (*Log, error) {
	c := compiler{meters: meters, readings: readings, bad: make([]bool, len(meters))}
	c.checkMeters()
	c.checkParents()
	c.arrange()
	c.resolve()
	c.place()
	c.fold()
	if err := c.list.Err("meters"); err != nil {
		return nil, err
	}
	c.log.units = newChains(c.log.meters, func(m *Meter) string { return m.Unit })
	c.log.children = newChains(c.log.meters, func(m *Meter) string { return m.Parent })
	return &c.log, nil
}

// compiler is a log in the making.
type compiler struct {
	meters   []Meter
	readings []Reading
	list     invalid.List
	bad      []bool   // by number in the document: a meter with a problem
	refs     []Ref    // number in the document → ref
	order    []int32  // ref → number in the document
	targets  []target // by reading
	log      Log
}

// target is where a reading belongs.
type target struct {
	column int32 // −1: nowhere
	device uint16
}

// checkMeters checks each meter and finds codes given twice.
func (c *compiler) checkMeters() {
	c.log.find = make(map[string]Ref, len(c.meters)) // numbers in the document until they are arranged
	c.list.Enter("meters")
	defer c.list.Leave()
	for i := range c.meters {
		m := &c.meters[i]
		before := c.list.Len()
		c.list.EnterIndex(i)
		m.check(&c.list)
		if _, twice := c.log.find[m.Code]; twice {
			c.list.At("code").Add(ErrMeterTwice, invalid.Quote(m.Code))
		} else {
			c.log.find[m.Code] = Ref(i)
		}
		c.list.Leave()
		c.bad[i] = c.list.Len() > before
	}
}

// arrange gives every meter its place in the order of the codes, and its columns.
func (c *compiler) arrange() {
	c.order = make([]int32, len(c.meters))
	for i := range c.order {
		c.order[i] = int32(i)
	}
	byCode := func(a, b int32) int {
		return cmp.Or(strings.Compare(c.meters[a].Code, c.meters[b].Code), cmp.Compare(a, b))
	}
	sorted := slices.IsSortedFunc(c.order, byCode)
	if !sorted {
		slices.SortFunc(c.order, byCode)
	}
	c.refs = make([]Ref, len(c.meters))
	for r, i := range c.order {
		c.refs[i] = Ref(r)
		if !sorted {
			c.log.find[c.meters[i].Code] = Ref(r)
		}
	}
	c.copyMeters()
	c.arrangeBands()
}

// copyMeters copies the documents into the log, so that it does not change with them.
func (c *compiler) copyMeters() {
	devices, registers := 0, 0
	for i := range c.meters {
		devices += len(c.meters[i].Devices)
		for k := range c.meters[i].Devices {
			registers += len(c.meters[i].Devices[k].Registers)
		}
	}
	allDevices, allRegisters := make([]Device, 0, devices), make([]Register, 0, registers)
	c.log.meters = make([]Meter, len(c.meters))
	for r, i := range c.order {
		m := c.meters[i]
		n := len(allDevices)
		allDevices = append(allDevices, m.Devices...)
		m.Devices = allDevices[n:len(allDevices):len(allDevices)]
		for k := range m.Devices {
			n := len(allRegisters)
			allRegisters = append(allRegisters, m.Devices[k].Registers...)
			m.Devices[k].Registers = allRegisters[n:len(allRegisters):len(allRegisters)]
		}
		if m.Opening != nil {
			o := *m.Opening
			m.Opening = &o
		}
		c.log.meters[r] = m
	}
}

// arrangeBands finds the different sets of bands and numbers the columns.
func (c *compiler) arrangeBands() {
	l := &c.log
	l.bands = [][]string{{""}}
	sets := map[string]int32{"": 0}
	l.bandsOf, l.columns = make([]int32, len(l.meters)), make([]int32, len(l.meters)+1)
	for r := range l.meters {
		m := &l.meters[r]
		set := int32(0)
		if len(m.Devices) > 0 && len(m.Devices[0].Registers) > 0 {
			bands := m.Devices[0].bands()
			key := bandsKey(bands)
			known, ok := sets[key]
			if !ok {
				known = int32(len(l.bands))
				sets[key], l.bands = known, append(l.bands, slices.Clip(bands))
			}
			set = known
		}
		l.bandsOf[r] = set
		l.columns[r+1] = l.columns[r] + int32(len(l.bands[set]))
	}
}

// bandsKey returns a text that is different for different lists of bands.
func bandsKey(bands []string) string {
	var key []byte
	for _, b := range bands {
		key = strconv.AppendQuote(key, b)
	}
	return string(key)
}
