package parking

import (
	"github.com/wuyekit/wuye/property/civil"
	"github.com/wuyekit/wuye/property/invalid"
)

// minutesPerDay is how many minutes a day without a change of the clocks has.
const minutesPerDay = civil.DayMinutes

// Window is a time of each day (时段), from inclusive to exclusive. It may cross midnight:
// 21:00 to 07:00 is the night.
type Window struct {
	// From is when the window begins.
	From civil.TimeOfDay `json:"from"`
	// To is when it ends; 00:00 is midnight, which is not written 24:00 here.
	To civil.TimeOfDay `json:"to"`
}

// Check reports times that are unset or 24:00, and a window without any time.
func (w Window) Check(l *invalid.List) {
	checkTime(l, "from", w.From)
	checkTime(l, "to", w.To)
	if isTime(w.From) && w.From == w.To {
		l.At("to").Add(ErrWindowEmpty, w.From.String())
	}
}

func checkTime(l *invalid.List, field string, t civil.TimeOfDay) {
	switch {
	case t.IsZero():
		l.At(field).Add(invalid.ErrRequired, field)
	case t.IsEnd():
		l.At(field).Add(ErrTime, invalid.Quote(t.String()))
	}
}

// isTime reports whether a time may bound a window: midnight has one name only.
func isTime(t civil.TimeOfDay) bool { return !t.IsZero() && !t.IsEnd() }

// String returns "21:00–07:00".
func (w Window) String() string { return w.From.String() + "–" + w.To.String() }
