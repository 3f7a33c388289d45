package meter

import (
	"cmp"
	"slices"
	"strconv"

	"github.com/wuyekit/wuye/property/invalid"
	"github.com/wuyekit/wuye/property/measure"
)

// fold sorts every column, makes one of each reading that repeats what a device says, and reports
// boundaries with two readings and devices without a final value.
func (c *compiler) fold() {
	l := &c.log
	kept := l.entries[:0]
	start := 0 // of the column among what was placed
	for r := range l.meters {
		for n := range l.columnsOf(Ref(r)) {
			column := int(l.columns[r]) + n
			end := l.bounds[column+1]
			placed := l.entries[start:end]
			if !slices.IsSortedFunc(placed, inTime) {
				slices.SortFunc(placed, inTime)
			}
			l.bounds[column] = len(kept)
			kept = c.keep(kept, placed)
			c.checkFinals(Ref(r), n, kept[l.bounds[column]:])
			start = end
		}
	}
	l.bounds[len(l.bounds)-1] = len(kept)
	l.entries = kept
}

// inTime orders boundaries by day, then by device, what the device says before what readings say.
func inTime(a, b entry) int {
	if a.day != b.day {
		return cmp.Compare(a.day, b.day)
	}
	return cmp.Or(cmp.Compare(a.device, b.device), cmp.Compare(a.reading, b.reading))
}

// keep appends the boundaries of a column to those kept, each once.
func (c *compiler) keep(kept, column []entry) []entry {
	first := len(kept)
	for _, e := range column {
		n := len(kept) - 1
		if n < first || kept[n].day != e.day || kept[n].device != e.device {
			kept = append(kept, e)
			continue
		}
		same := &kept[n]
		if same.reading >= 0 || same.value != e.value || e.source == Estimated {
			c.reportTwice(same, e)
			continue
		}
		same.reading, same.source, same.marks = e.reading, e.source, e.marks
	}
	return kept
}

func (c *compiler) reportTwice(first *entry, second entry) {
	rd := &c.readings[second.reading]
	c.list.At("readings", int(second.reading), "value").Add(
		ErrReadingTwice, invalid.Quote(rd.Meter), rd.boundary().String(), number(first.value), number(second.value))
}

// checkFinals reports the devices of a column that were removed without a final value.
func (c *compiler) checkFinals(r Ref, band int, column []entry) {
	if c.bad[c.order[r]] {
		return
	}
	m := &c.log.meters[r]
	for k := range m.Devices {
		d := &m.Devices[k]
		if d.Removed.IsZero() || slices.ContainsFunc(column, func(e entry) bool {
			return int(e.device) == k && e.at() == d.Removed && e.source != Estimated
		}) {
			continue
		}
		place := c.list.At("meters", int(c.order[r]), "devices", k, "final")
		if _, _, i := d.register(c.log.bands[c.log.bandsOf[r]][band]); i >= 0 {
			place = c.list.At("meters", int(c.order[r]), "devices", k, "registers", i, "final")
		}
		place.Add(ErrFinal, strconv.Quote(m.Code), d.Removed.String())
	}
}

// number writes a bare number of ten-thousandths.
func number(n int64) string { return measure.NewQuantity(n, measure.Unit{}).String() }
