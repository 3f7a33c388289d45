package meter

import (
	"iter"

	"github.com/wuyekit/wuye/property/civil"
)

// Verification is a device whose verification has run out or runs out (到期检定).
type Verification struct {
	// Meter is the code of the meter.
	Meter string `json:"meter"`
	// Serial is the number on the device.
	Serial string `json:"serial,omitempty"`
	// Due is the last day its verification is good for.
	Due civil.Date `json:"due"`
}

// Verifications returns the devices in place on a day whose verification is good until that day at
// most, in the order of the meters' codes. Devices without such a date are not among them.
func (l *Log) Verifications(on civil.Date) iter.Seq[Verification] {
	return func(yield func(Verification) bool) {
		for i := range l.meters {
			for k := range l.meters[i].Devices {
				d := &l.meters[i].Devices[k]
				inPlace := civil.Period{Start: d.Installed, End: d.Removed}.Contains(on)
				if inPlace && !d.VerifyBy.IsZero() && d.VerifyBy <= on &&
					!yield(Verification{l.meters[i].Code, d.Serial, d.VerifyBy}) {
					return
				}
			}
		}
	}
}
