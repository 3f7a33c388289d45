package schedule

import (
	"strings"

	"github.com/wuyekit/wuye/property/civil"
	"github.com/wuyekit/wuye/property/worktime"
)

// RRule is a series as calendars exchange it (重复规则): the recurrence rule of RFC 5545 and the start that it needs.
type RRule struct {
	// Start is its DTSTART, on the clock of the zone.
	Start civil.Moment `json:"start"`
	// AllDay says that the start is a day, without a time.
	AllDay bool `json:"allDay,omitempty"`
	// Text is the rule: "FREQ=WEEKLY;BYDAY=MO,WE".
	Text string `json:"text"`
}

// The forms of dates and times in RFC 5545.
const (
	rruleDate  = "20060102"
	rruleLocal = "20060102T150405"
	rruleUTC   = "20060102T150405Z"
)

// frequency returns the word of RFC 5545 for a unit, "" for one that it does not have.
func (u Unit) frequency() string {
	switch u {
	case Minute:
		return "MINUTELY"
	case Hour:
		return "HOURLY"
	case Day:
		return "DAILY"
	case Week:
		return "WEEKLY"
	case Month:
		return "MONTHLY"
	case Year:
		return "YEARLY"
	case Quarter, HalfYear:
	}
	return ""
}

func unitOf(frequency string) Unit {
	for u := Minute; u <= Year; u++ {
		if frequency != "" && u.frequency() == frequency {
			return u
		}
	}
	return 0
}

const rruleDays = "MOTUWETHFRSASU"

func rruleDay(w worktime.Weekday) string {
	i := 2 * int(w-worktime.Monday)
	return rruleDays[i : i+2]
}

func weekdayNamed(name string) worktime.Weekday {
	i := strings.Index(rruleDays, name)
	if len(name) != 2 || i < 0 || i%2 != 0 { //nolint:mnd // two letters each
		return 0
	}
	return worktime.Monday + worktime.Weekday(i/2)
}
