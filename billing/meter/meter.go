package meter

import (
	"github.com/wuyekit/wuye/property/civil"
	"github.com/wuyekit/wuye/property/measure"
)

// Meter is a place where something is measured (计量点): a flat's water, the lifts' electricity. Its
// devices follow one another; it stays the same meter when a device is replaced.
type Meter struct {
	// Code identifies the meter.
	Code string `json:"code"`
	// Kind is what is measured (能源种类), any code: "electricity", "water".
	Kind string `json:"kind"`
	// Unit is the property unit whose use it measures; unset: a common meter (公共表).
	Unit string `json:"unit,omitempty"`
	// Measures is what a usage is counted in: kWh, m3.
	Measures measure.Unit `json:"measures"`
	// Parent is the code of the master meter (总表) that this one stands behind.
	Parent string `json:"parent,omitempty"`
	// Devices are the devices in the order they were installed, without a gap.
	Devices []Device `json:"devices"`
	// Opening is what had been used when the records begin.
	Opening *Opening `json:"opening,omitempty"`
}

// Device is one counter that was in place for some time (表具). Its registers show bare numbers; only
// times the multiplier are they a usage.
type Device struct {
	// Serial is the number on the device (表号).
	Serial string `json:"serial,omitempty"`
	// Installed is the first day the device counts, from its start. The day it was removed the one
	// before it did so.
	Installed civil.Date `json:"installed"`
	// Start is what the register showed at the start of that day (起码). Unset: 0.
	Start measure.Quantity `json:"start,omitzero"`
	// Removed is the first day the device no longer counts. Unset: it is in place.
	Removed civil.Date `json:"removed,omitzero"`
	// Final is what the register showed at the start of that day (止码). A final value of 0 is given
	// as a reading at the opening of that day.
	Final measure.Quantity `json:"final,omitzero"`
	// Multiplier is what the register is multiplied by (倍率), a plain number. Unset: 1.
	Multiplier measure.Quantity `json:"multiplier,omitzero"`
	// Digits is how many whole digits the register has: with 5 it goes from 99999 to 0. Unset: not
	// known, and it never rolls over. At most 14.
	Digits uint8 `json:"digits,omitzero"`
	// Registers are the registers by time-of-use band (分时), instead of Start and Final. All devices
	// of a meter have the same bands: what is read in other bands is another meter.
	Registers []Register `json:"registers,omitempty"`
	// Verified is the day of the last verification (检定).
	Verified civil.Date `json:"verified,omitzero"`
	// VerifyBy is the last day the verification is good for (检定有效期).
	VerifyBy civil.Date `json:"verifyBy,omitzero"`
}

// Register counts one time-of-use band of a device (分时示数).
type Register struct {
	// Band is the name of the band: "peak", "flat", "valley".
	Band string `json:"band"`
	// Start is what it showed at the start of the day of installation. Unset: 0.
	Start measure.Quantity `json:"start,omitzero"`
	// Final is what it showed at the start of the day of removal, as [Device.Final].
	Final measure.Quantity `json:"final,omitzero"`
}

// Opening is what was used before the records begin inside a year of tiers (期初累计用量).
type Opening struct {
	// On is the day the records begin: the day the first device was installed.
	On civil.Date `json:"on"`
	// Used is what was used since the tiers of the year began, a plain number or of the meter's unit.
	Used measure.Quantity `json:"used"`
}

// multiplier returns the multiplier in ten-thousandths.
func (d *Device) multiplier() int64 {
	if d.Multiplier.IsZero() {
		return perOne
	}
	return d.Multiplier.Units()
}

// wrap returns where the register begins at 0 again, in ten-thousandths; 0 if that is not known.
func (d *Device) wrap() int64 { return wrapOf(d.Digits) }

// register returns the start and final value of a band, and where they stand in the document.
func (d *Device) register(band string) (start, final measure.Quantity, at int) {
	for i, r := range d.Registers {
		if r.Band == band {
			return r.Start, r.Final, i
		}
	}
	return d.Start, d.Final, -1
}

// bands returns the bands of the device, in the order of its registers.
func (d *Device) bands() []string {
	out := make([]string, len(d.Registers))
	for i, r := range d.Registers {
		out[i] = r.Band
	}
	return out
}

// inPlace returns the time the meter counts, open if it still does.
func (m *Meter) inPlace() civil.Period {
	return civil.Period{Start: m.Devices[0].Installed, End: m.Devices[len(m.Devices)-1].Removed}
}
