package parking

import (
	"strconv"

	"github.com/wuyekit/wuye/property/civil"
	"github.com/wuyekit/wuye/property/invalid"
)

// MonthlyPass lets one vehicle park without further charge (月租车, 月卡). What it costs is a
// [PassPrice].
type MonthlyPass struct {
	// Plate is the vehicle, as stays write it.
	Plate string `json:"plate"`
	// Class is the class that the stay must have. Unset: any.
	Class string `json:"class,omitempty"`
	// Period is when it holds, from the first midnight to the last on the wall clock; without
	// an end until further notice. A night that crosses either midnight is cut there.
	Period civil.Period `json:"period"`
	// Windows are the times of day it holds, nights only for example. Unset: always.
	Windows []Window `json:"windows,omitempty"`
}

// Check reports every problem of the pass.
func (p MonthlyPass) Check(l *invalid.List) {
	if p.Plate == "" {
		l.At("plate").Add(invalid.ErrRequired, "plate")
	}
	l.Enter("period")
	p.Period.Check(l)
	l.Leave()
	l.Enter("windows")
	defer l.Leave()
	if len(p.Windows) > maxRates {
		l.Add(ErrTooMany, strconv.Itoa(len(p.Windows)), strconv.Itoa(maxRates))
		return
	}
	for i, w := range p.Windows {
		l.EnterIndex(i)
		w.Check(l)
		l.Leave()
	}
}

// fits reports whether the pass is for the vehicle of a stay.
func (p MonthlyPass) fits(s ShortStay) bool {
	return p.Plate == s.Plate && (p.Class == "" || p.Class == s.Class)
}
