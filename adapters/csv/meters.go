package csv

import (
	"encoding"
	"slices"
	"strconv"

	"github.com/wuyekit/wuye/billing/meter"
	"github.com/wuyekit/wuye/property/civil"
	"github.com/wuyekit/wuye/property/invalid"
	"github.com/wuyekit/wuye/property/measure"
)

func meterFields() []field {
	return []field{
		codeField("meter", func(d *draft) *string { return &d.meter.Code }).must(),
		codeField("kind", func(d *draft) *string { return &d.meter.Kind }).must(),
		codeField("unit", func(d *draft) *string { return &d.meter.Unit }),
		wordField("measures", func(d *draft) encoding.TextUnmarshaler { return &d.meter.Measures }).must(),
		codeField("parent", func(d *draft) *string { return &d.meter.Parent }),
		codeField("serial", func(d *draft) *string { return &d.device.Serial }),
		dateField("installed", func(d *draft) *civil.Date { return &d.device.Installed }).must(),
		quantityField("start", func(d *draft) *measure.Quantity { return &d.device.Start }),
		dateField("removed", func(d *draft) *civil.Date { return &d.device.Removed }),
		quantityField("final", func(d *draft) *measure.Quantity { return &d.device.Final }),
		quantityField("multiplier", func(d *draft) *measure.Quantity { return &d.device.Multiplier }),
		{name: "digits", width: foldAll, number: true, set: setDigits},
		dateField("verified", func(d *draft) *civil.Date { return &d.device.Verified }),
		dateField("verifyBy", func(d *draft) *civil.Date { return &d.device.VerifyBy }),
	}
}

func readingFields() []field {
	return []field{
		codeField("meter", func(d *draft) *string { return &d.reading.Meter }).must(),
		dateField("on", func(d *draft) *civil.Date { return &d.reading.On }).must(),
		{name: "opening", width: foldAll, set: setYes(func(d *draft) *bool { return &d.reading.Opening })},
		nameField("band", func(d *draft) *string { return &d.reading.Band }),
		readValue("value").must(),
		wordField("source", func(d *draft) encoding.TextUnmarshaler { return &d.reading.Source }),
		{name: "rolledOver", width: foldAll, set: setYes(func(d *draft) *bool { return &d.reading.RolledOver })},
		nameField("accepted", func(d *draft) *string { return &d.reading.Accepted }),
		nameField("reader", func(d *draft) *string { return &d.reading.Reader }),
		nameField("photo", func(d *draft) *string { return &d.reading.Photo }),
	}
}

// readValue is the field of what a register showed; an empty cell is no reading, not 0.
func readValue(name string) field {
	f := quantityField(name, func(d *draft) *measure.Quantity { return &d.reading.Value })
	set := f.set
	f.set = func(d *draft, s string) error {
		d.hasValue = true
		return set(d, s)
	}
	return f
}

func quantityField(name string, at func(*draft) *measure.Quantity) field {
	return field{name: name, width: foldAll, number: true, set: func(d *draft, s string) (err error) {
		*at(d), err = measure.ParseQuantity(s)
		return err
	}}
}

func setDigits(d *draft, s string) error {
	n, err := parseCount(s)
	if err != nil || n > 255 {
		return invalid.Value(ErrNumber, invalid.Quote(s))
	}
	d.device.Digits = uint8(n)
	return nil
}

func setYes(at func(*draft) *bool) func(*draft, string) error {
	return func(d *draft, s string) (err error) {
		*at(d), err = parseYes(s)
		return err
	}
}

// takeReading takes a row of readings. Whether a reading fits its meter is seen when both are
// compiled.
func (r *reader) takeReading() {
	d := r.draft.reading
	if d.Source == 0 {
		d.Source = meter.Manual
	}
	switch {
	case d.Meter == "":
		r.badField("meter", invalid.ErrRequired, "meter")
	case d.On.IsZero():
		r.badField("on", invalid.ErrRequired, "on")
	case !r.draft.hasValue:
		r.badField("value", invalid.ErrRequired, "value")
	}
	key := reading{d.Meter, d.Band, d.On, d.Opening}
	if line, twice := r.readings[key]; twice {
		r.badField("on", ErrTwice, d.Meter, d.On.String(), strconv.Itoa(line))
	}
	if !r.failed() {
		r.readings[key] = r.row.line
		r.im.Readings = append(r.im.Readings, d)
	}
}

// reading names a reading.
type reading struct {
	meter, band string
	on          civil.Date
	opening     bool
}

// takeMeter takes a row of meters: a device. Rows of one meter are its devices, in order.
func (r *reader) takeMeter() {
	d, device := r.draft.meter, r.draft.device
	switch {
	case d.Code == "":
		r.badField("meter", invalid.ErrRequired, "meter")
	case d.Kind == "":
		r.badField("kind", invalid.ErrRequired, "kind")
	case d.Measures == measure.Unit{}:
		r.badField("measures", invalid.ErrRequired, "measures")
	case device.Installed.IsZero():
		r.badField("installed", invalid.ErrRequired, "installed")
	}
	at, again := r.meters[d.Code]
	if again {
		r.checkSameMeter(r.im.Meters[at.index], d, at.line)
	}
	if r.failed() {
		return
	}
	if again {
		have := &r.im.Meters[at.index]
		have.Devices = append(have.Devices, device)
		slices.SortStableFunc(have.Devices, func(a, b meter.Device) int { return a.Installed.Compare(b.Installed) })
		return
	}
	r.meters[d.Code] = place{len(r.im.Meters), r.row.line}
	d.Devices = []meter.Device{device}
	r.im.Meters = append(r.im.Meters, d)
}

// checkSameMeter reports facts of a meter that an earlier row says otherwise.
func (r *reader) checkSameMeter(have, d meter.Meter, line int) {
	for _, f := range []struct{ name, have, now string }{
		{"kind", have.Kind, d.Kind},
		{"unit", have.Unit, d.Unit},
		{"parent", have.Parent, d.Parent},
		{"measures", have.Measures.String(), d.Measures.String()},
	} {
		if f.have != f.now {
			r.badField(f.name, ErrConflict, f.name, d.Code, invalid.Quote(f.now), invalid.Quote(f.have), strconv.Itoa(line))
		}
	}
}
