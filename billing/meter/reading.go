package meter

import (
	"strconv"

	"github.com/wuyekit/wuye/property/civil"
	"github.com/wuyekit/wuye/property/invalid"
	"github.com/wuyekit/wuye/property/measure"
)

// Reading is what a register showed on a day (抄表记录).
//
// On the day a device replaces another, an opening reading is of the old device and any other
// reading of the new one. A reading at the very boundary where a device starts or ends repeats what
// the device says and must show the same; there it says that the final value is accepted or rolled
// over.
type Reading struct {
	// Meter is the code of the meter.
	Meter string `json:"meter"`
	// On is the day of the reading.
	On civil.Date `json:"on"`
	// Opening is said where the value is that at the start of the day. Else it is that at its end.
	Opening bool `json:"opening,omitempty"`
	// Band is the register, of a meter with time-of-use bands.
	Band string `json:"band,omitempty"`
	// Value is what the register showed, a plain number.
	Value measure.Quantity `json:"value"`
	// Source is how the value came about.
	Source Source `json:"source"`
	// RolledOver says that the register passed its last digit since the actual reading before (翻转).
	RolledOver bool `json:"rolledOver,omitempty"`
	// Accepted is why a value beyond the limits is right; it is then not held.
	Accepted string `json:"accepted,omitempty"`
	// Reader is who read it.
	Reader string `json:"reader,omitempty"`
	// Photo is where a picture of the register is found.
	Photo string `json:"photo,omitempty"`
}

// boundary returns the day at whose start the register shows the value.
func (r *Reading) boundary() civil.Date {
	if r.Opening {
		return r.On
	}
	return r.On.AddDays(1)
}

// check reports what is wrong with the reading by itself.
func (r *Reading) check(l *invalid.List) {
	if r.Meter == "" {
		l.At("meter").Add(invalid.ErrRequired, "meter")
	}
	checkDate(l, "on", r.On, true)
	checkRegister(l, "value", r.Value, 0)
	if r.Source == 0 {
		l.At("source").Add(invalid.ErrRequired, "source")
	}
	sourceWords().Check(l, "source", uint8(r.Source))
}

// checkFor reports what is wrong with the reading for the device it is of.
func (r *Reading) checkFor(l *invalid.List, d *Device) {
	wrap := d.wrap()
	if wrap == 0 && r.RolledOver {
		l.At("rolledOver").Add(ErrRollover, r.Meter)
	}
	if wrap > 0 && r.Value.Units() >= wrap {
		l.At("value").Add(ErrValueDigits, r.Value.String(), strconv.Itoa(int(d.Digits)))
	}
}

// Source is how the value of a reading came about (抄表方式); zero is unset.
type Source uint8

// Sources.
const (
	// Manual is a value somebody read (人工抄表).
	Manual Source = iota + 1
	// Remote is a value the device sent (远传).
	Remote
	// Estimated is a value nobody saw (估抄). Once an actual one after it is known it counts no more.
	Estimated
)

func sourceWords() invalid.Words { return invalid.Words{"manual", "remote", "estimated"} }

// String returns the word of the source.
func (s Source) String() string { return sourceWords().Of("Source", uint8(s)) }

// MarshalText returns the word of the source.
func (s Source) MarshalText() ([]byte, error) { return sourceWords().Marshal(uint8(s)) }

// UnmarshalText reads the word of a source.
func (s *Source) UnmarshalText(text []byte) error { return sourceWords().Unmarshal(text, (*uint8)(s)) }
