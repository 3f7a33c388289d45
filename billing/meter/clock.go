package meter

import (
	"iter"
	"strconv"

	"github.com/wuyekit/wuye/property/invalid"
	"github.com/wuyekit/wuye/property/measure"
)

// Clock is a [TimeOfUse] compiled: it knows the band of every minute of the day. It does not change,
// and any number of goroutines may read it.
type Clock struct {
	bands   []string
	minutes []uint16 // by minute of the day: the number of its band plus 1
}

// Compile checks the windows and returns them as a clock.
//
// Errors: an [*invalid.Error] with every problem.
func (t TimeOfUse) Compile() (*Clock, error) {
	var l invalid.List
	bands, minutes := t.minutes(&l)
	if err := l.Err("time of use"); err != nil {
		return nil, err
	}
	return &Clock{bands, minutes}, nil
}

// Band returns the band of a minute of the day, 0 to 1439; "" for any other number.
func (c *Clock) Band(minute int) string {
	if minute < 0 || minute >= len(c.minutes) {
		return ""
	}
	return c.bands[c.minutes[minute]-1]
}

// BandUsage is what was used in a band.
type BandUsage struct {
	// Band is the name of the band.
	Band string `json:"band"`
	// Usage is what was used in it.
	Usage measure.Quantity `json:"usage"`
}

// Split adds up loads (负荷), each given with the minute of the day in which it begins, by band. It
// returns every band, in the order of the windows; without loads their usage is 0 of no unit.
//
// Errors: [ErrMinute] for a minute that no day has; those of [measure.Quantity.Add] where the loads
// have different units or a sum does not fit.
func (c *Clock) Split(loads iter.Seq2[int, measure.Quantity]) ([]BandUsage, error) {
	sums := make([]measure.Quantity, len(c.bands))
	first := true
	for minute, load := range loads {
		if minute < 0 || minute >= len(c.minutes) {
			return nil, invalid.Value(ErrMinute, strconv.Itoa(minute))
		}
		if first {
			first = false
			for i := range sums {
				sums[i] = measure.NewQuantity(0, load.Unit())
			}
		}
		sum, err := sums[c.minutes[minute]-1].Add(load)
		if err != nil {
			return nil, err
		}
		sums[c.minutes[minute]-1] = sum
	}
	out := make([]BandUsage, len(sums))
	for i, sum := range sums {
		out[i] = BandUsage{c.bands[i], sum}
	}
	return out, nil
}
