package meter

import (
	"slices"
	"strconv"

	"github.com/wuyekit/wuye/property/invalid"
)

// maxDigits is the widest register: 10¹⁴ in ten-thousandths fits 64 bits.
const maxDigits = 14

// check reports what is wrong with the device by itself.
func (d *Device) check(l *invalid.List) {
	checkCode(l, "serial", d.Serial, false)
	checkDate(l, "installed", d.Installed, true)
	checkDate(l, "removed", d.Removed, false)
	checkDate(l, "verified", d.Verified, false)
	checkDate(l, "verifyBy", d.VerifyBy, false)
	if !d.Removed.IsZero() && d.Removed <= d.Installed {
		l.At("removed").Add(ErrRemoved, d.Removed.String(), d.Installed.String())
	}
	if !d.VerifyBy.IsZero() && d.VerifyBy < d.Verified {
		l.At("verifyBy").Add(ErrVerifyBy, d.VerifyBy.String(), d.Verified.String())
	}
	if d.Digits > maxDigits {
		l.At("digits").Add(ErrDigits, strconv.Itoa(int(d.Digits)), strconv.Itoa(maxDigits))
	}
	checkPlain(l, "multiplier", d.Multiplier)
	d.checkValues(l)
}

// checkValues reports what is wrong with the start and final values.
func (d *Device) checkValues(l *invalid.List) {
	wrap := d.wrap()
	whole := Register{Start: d.Start, Final: d.Final}
	if len(d.Registers) == 0 {
		whole.check(l, d, wrap)
		return
	}
	if whole != (Register{}) {
		l.At("registers").Add(ErrRegisters)
	}
	if n := len(d.Registers); n > maxRegisters {
		l.At("registers").Add(ErrTooMany, strconv.Itoa(n), strconv.Itoa(maxRegisters))
		return
	}
	l.Enter("registers")
	defer l.Leave()
	for i, r := range d.Registers {
		l.EnterIndex(i)
		checkCode(l, "band", r.Band, true)
		if slices.ContainsFunc(d.Registers[:i], func(s Register) bool { return s.Band == r.Band }) {
			l.At("band").Add(ErrBandTwice, strconv.Quote(r.Band))
		}
		r.check(l, d, wrap)
		l.Leave()
	}
}

func (r Register) check(l *invalid.List, d *Device, wrap int64) {
	checkRegister(l, "start", r.Start, wrap)
	checkRegister(l, "final", r.Final, wrap)
	if d.Removed.IsZero() && !r.Final.IsZero() {
		l.At("final").Add(ErrNotRemoved, r.Final.String())
	}
}

// checkAfter reports a device that does not go on from the one before it.
func (d *Device) checkAfter(l *invalid.List, before, first *Device) {
	switch {
	case before.Removed.IsZero():
		l.At("installed").Add(ErrStillInPlace, d.Installed.String())
	case d.Installed > before.Removed:
		l.At("installed").Add(ErrDeviceGap, before.Removed.String(), d.Installed.String())
	case d.Installed < before.Removed:
		l.At("installed").Add(ErrDeviceOverlap, d.Installed.String(), before.Removed.String())
	}
	if !sameBands(d, first) {
		l.At("registers").Add(ErrOtherBands)
	}
}
