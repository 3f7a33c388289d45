package schedule

import (
	"time"

	"github.com/wuyekit/wuye/property/civil"
	"github.com/wuyekit/wuye/property/worktime"
)

// Occurrence is one time that something is due (应做一次). What is due some time on a day is due at the day's end.
type Occurrence struct {
	// On is the day it belongs to: that of the series, before a day of rest moves it; for a round of a night, the day on
	// which the night begins.
	On civil.Date
	// At is what the clock of the series shows, and names it for good: [Schedule.Key]. Where a day of rest moved it, or a
	// clock that is changed does not show it, Due is later or earlier.
	At civil.Moment
	// Due is when it is due.
	Due time.Time
	// Day is true for one that is due some time on its day: Due is then the day's end.
	Day bool
}

// Schedule is a compiled [Duty]. It never changes and may be shared.
type Schedule struct {
	doc      Duty
	calendar *worktime.Calendar
	rule     *rule // of a duty with a rule
	want     int   // of a quota of records
}
