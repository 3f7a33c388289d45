package meter

import (
	"github.com/wuyekit/wuye/property/civil"
	"github.com/wuyekit/wuye/property/measure"
)

// Log is what is known of many meters: their devices and all their readings, in columns of time. It
// does not change, and any number of goroutines may read it. [Compile] makes one.
//
// A [Ref] that is none of the log's is a meter without a code, readings or usage.
type Log struct {
	meters []Meter        // by code
	find   map[string]Ref // by code

	bands   [][]string // the different sets of bands; the first is that of meters without
	bandsOf []int32    // by meter: its set of bands
	columns []int32    // by meter: its first column, one for each band; and how many there are
	bounds  []int      // by column: where its entries begin; and how many there are
	entries []entry

	units    chains // the meters of a property unit
	children chains // the meters behind a master meter
}

// Ref is a meter of a log: its number in the order of the codes, from 0.
type Ref int32

// entry is a boundary: at the start of a day a register of a device showed a value.
type entry struct {
	value   int64 // in ten-thousandths
	day     int32
	reading int32  // its number in the document; −1: a start or final value of the device
	device  uint16 // its number in the meter
	source  Source
	marks   marks
}

// marks are what a reading says about itself.
type marks uint8

const (
	saysRolled   marks = 1 << iota // rolled over
	saysAccepted                   // accepted
)

func (e *entry) at() civil.Date { return civil.Date(e.day) }

// Len returns how many meters there are.
func (l *Log) Len() int { return len(l.meters) }

// Find returns the meter of a code.
func (l *Log) Find(code string) (Ref, bool) {
	r, ok := l.find[code]
	return r, ok
}

func (l *Log) has(r Ref) bool { return r >= 0 && int(r) < len(l.meters) }

// Meter returns a copy of the meter's document.
func (l *Log) Meter(r Ref) Meter {
	if !l.has(r) {
		return Meter{}
	}
	return l.meters[r].Clone()
}

// Code returns the code of the meter.
func (l *Log) Code(r Ref) string {
	if !l.has(r) {
		return ""
	}
	return l.meters[r].Code
}

// Kind returns what the meter measures.
func (l *Log) Kind(r Ref) string {
	if !l.has(r) {
		return ""
	}
	return l.meters[r].Kind
}

// Unit returns the code of the property unit whose use it measures, "" of a common meter.
func (l *Log) Unit(r Ref) string {
	if !l.has(r) {
		return ""
	}
	return l.meters[r].Unit
}

// Measures returns what the meter's usage is counted in.
func (l *Log) Measures(r Ref) measure.Unit {
	if !l.has(r) {
		return measure.Unit{}
	}
	return l.meters[r].Measures
}

// Bands returns the meter's time-of-use bands in the order of its document; "" alone where it has
// none. The slice is the log's own and is only read.
func (l *Log) Bands(r Ref) []string {
	if !l.has(r) {
		return nil
	}
	return l.bands[l.bandsOf[r]]
}

// First returns the first day that is known of: that on which the first device was installed.
func (l *Log) First(r Ref) civil.Date {
	if !l.has(r) {
		return 0
	}
	return l.meters[r].Devices[0].Installed
}

// Opening returns what was used before the meter's records begin; false if that is not given.
func (l *Log) Opening(r Ref) (Opening, bool) {
	if !l.has(r) || l.meters[r].Opening == nil {
		return Opening{}, false
	}
	return *l.meters[r].Opening, true
}

// column returns the boundaries of a register in order of time.
func (l *Log) column(r Ref, band int) []entry {
	c := int(l.columns[r]) + band
	return l.entries[l.bounds[c]:l.bounds[c+1]]
}

// columnsOf returns how many registers a meter has.
func (l *Log) columnsOf(r Ref) int { return int(l.columns[r+1] - l.columns[r]) }
