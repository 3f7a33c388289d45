package meter

import (
	"errors"
	"slices"

	"golang.org/x/text/message/catalog"

	"github.com/wuyekit/wuye/property/explain"
	"github.com/wuyekit/wuye/property/invalid"
)

// The rules of meters.
const (
	// ErrCode is a text that cannot identify anything.
	ErrCode invalid.RuleError = "meter/code: %[1]s cannot be a code"
	// ErrMeterTwice is a code that two meters have.
	ErrMeterTwice invalid.RuleError = "meter/meter-twice: meter %[1]s is given twice"
	// ErrMeasures is a unit that no usage is counted in.
	ErrMeasures invalid.RuleError = "meter/measures: %[1]s is not a unit that a usage is counted in, like kWh"
	// ErrParent is a master meter that does not exist.
	ErrParent invalid.RuleError = "meter/parent: there is no master meter %[1]s"
	// ErrParentUnit is a master meter that measures in another unit.
	ErrParentUnit invalid.RuleError = "meter/parent-unit: the meter measures %[1]s, but its master meter %[2]s measures %[3]s"
	// ErrParentLoop is a meter that stands behind itself.
	ErrParentLoop invalid.RuleError = "meter/parent-loop: meter %[1]s stands behind itself"
	// ErrTooMany is a list beyond the limit.
	ErrTooMany invalid.RuleError = "meter/too-many: %[1]s are more than %[2]s"
	// ErrOpening is an opening usage on another day than that the records begin.
	ErrOpening invalid.RuleError = "meter/opening: the opening usage is of %[1]s, but the records begin on %[2]s, when the first device was installed"
	// ErrUsedUnit is an opening usage in another unit than the meter's.
	ErrUsedUnit invalid.RuleError = "meter/used-unit: the opening usage is %[1]s, but the meter measures %[2]s"

	// ErrRemoved is a device removed before it counted a day.
	ErrRemoved invalid.RuleError = "meter/removed: removed on %[1]s, which is not after %[2]s, when it was installed"
	// ErrStillInPlace is a device installed while the one before it was not removed.
	ErrStillInPlace invalid.RuleError = "meter/still-in-place: installed on %[1]s, but the device before it was not removed"
	// ErrDeviceGap is a time between two devices when nothing was counted.
	ErrDeviceGap invalid.RuleError = "meter/device-gap: the device before it was removed on %[1]s, but this one was installed only on %[2]s"
	// ErrDeviceOverlap is a device installed before the one before it was removed.
	ErrDeviceOverlap invalid.RuleError = "meter/device-overlap: installed on %[1]s, but the device before it was removed only on %[2]s"
	// ErrVerifyBy is a verification that ended before it was made.
	ErrVerifyBy invalid.RuleError = "meter/verify-by: the verification is good until %[1]s, which is before %[2]s, when it was made"
	// ErrDigits is a register with more digits than there are.
	ErrDigits invalid.RuleError = "meter/digits: a register of %[1]s digits has more than %[2]s"
	// ErrNotRemoved is a final value of a device that is in place.
	ErrNotRemoved invalid.RuleError = "meter/not-removed: there is a final value %[1]s, but no day of removal"
	// ErrFinal is a device removed without a final value.
	ErrFinal invalid.RuleError = "meter/final: a device of meter %[1]s was removed on %[2]s, but there is no final value; give a final value of 0 as a reading at the opening of that day"
	// ErrRegisters is a device with bands and a value of no band.
	ErrRegisters invalid.RuleError = "meter/registers: give the start and final values either of the device or of its registers"
	// ErrBandTwice is a band that two registers have.
	ErrBandTwice invalid.RuleError = "meter/band-twice: band %[1]s is given twice"
	// ErrOtherBands is a device that has other bands than the first one.
	ErrOtherBands invalid.RuleError = "meter/other-bands: the bands are not those of the meter's first device; what is read in other bands is another meter"

	// ErrNegativeValue is a number below 0 where none can be.
	ErrNegativeValue invalid.RuleError = "meter/negative-value: %[1]s is negative"
	// ErrPlain is a unit where a bare number is needed.
	ErrPlain invalid.RuleError = "meter/plain: %[1]s has a unit; what a register shows is a bare number"
	// ErrValueDigits is a value that the register has not enough digits for.
	ErrValueDigits invalid.RuleError = "meter/value-digits: %[1]s has more than the register's %[2]s digits"
)

// The rules of readings and usages.
const (
	// ErrUnknownMeter is a reading of a meter that does not exist.
	ErrUnknownMeter invalid.RuleError = "meter/unknown-meter: there is no meter %[1]s"
	// ErrUnknownBand is a band that the meter does not have.
	ErrUnknownBand invalid.RuleError = "meter/unknown-band: meter %[1]s has no band %[2]s"
	// ErrOutside is a reading on a day when no device was in place.
	ErrOutside invalid.RuleError = "meter/outside: meter %[1]s had no device in place on %[2]s"
	// ErrRollover is a register said to have rolled over whose digits are not known.
	ErrRollover invalid.RuleError = "meter/rollover: the register of meter %[1]s is said to have rolled over, but its digits are not given"
	// ErrReadingTwice is a boundary with two readings.
	ErrReadingTwice invalid.RuleError = "meter/reading-twice: meter %[1]s has another reading at the start of %[2]s: %[3]s and %[4]s"

	// ErrNoMeter is a number that is none of the log's meters.
	ErrNoMeter invalid.RuleError = "meter/no-meter: there is no such meter"
	// ErrDays is a period that is not a stretch of days.
	ErrDays invalid.RuleError = "meter/days: %[1]s is not a stretch of days with an end"
	// ErrBeforeFirst is a day before the first that is known of.
	ErrBeforeFirst invalid.RuleError = "meter/before-first: meter %[1]s: nothing is known before %[2]s, but the days from %[3]s on are asked for"
	// ErrNoReading is a day from which on there is no reading.
	ErrNoReading invalid.RuleError = "meter/no-reading: meter %[1]s: there is no reading from %[2]s on, but the days up to %[3]s are asked for"
	// ErrNegative is a register that shows less than before and did not roll over.
	ErrNegative invalid.RuleError = "meter/negative: meter %[1]s showed %[2]s at the start of %[3]s, and %[4]s at the start of %[5]s, which is less"
	// ErrNotRolled is a register said to have rolled over that shows no less than before.
	ErrNotRolled invalid.RuleError = "meter/not-rolled: meter %[1]s is said to have rolled over, but showed %[2]s at the start of %[3]s, and %[4]s at the start of %[5]s, which is no less"
	// ErrInexact is a usage that cannot be held exactly.
	ErrInexact invalid.RuleError = "meter/inexact: meter %[1]s: the usage from %[2]s at the start of %[3]s to %[4]s at the start of %[5]s, times the multiplier, is too large or has more than 4 decimals"
	// ErrTooLarge is a sum of usages that does not fit.
	ErrTooLarge invalid.RuleError = "meter/too-large: meter %[1]s: the usage from %[2]s to %[3]s is too large"

	// ErrMaxTimes is a limit that limits nothing.
	ErrMaxTimes invalid.RuleError = "meter/max-times: %[1]s times is more than %[2]s times"
	// ErrZero is no usage where there should be some.
	ErrZero invalid.RuleError = "meter/zero: meter %[1]s shows no usage from %[2]s to %[3]s"
	// ErrPerDay is a usage beyond the daily limit.
	ErrPerDay invalid.RuleError = "meter/per-day: meter %[1]s: %[2]s from %[3]s to %[4]s are more than %[5]s a day"
	// ErrTimes is a usage far beyond what was used before.
	ErrTimes invalid.RuleError = "meter/times: meter %[1]s: %[2]s from %[3]s to %[4]s are a day more than %[5]s times what was used before: %[6]s in %[7]s days"
	// ErrUnverified is a reading of a device whose verification was not good on its day.
	ErrUnverified invalid.RuleError = "meter/unverified: meter %[1]s: the verification of device %[2]s was not good on %[3]s"

	// ErrRange is a segment that did not roll over as it says.
	ErrRange invalid.RuleError = "meter/range: a register that begins at 0 again at %[1]s does not go from %[2]s to %[3]s that way"
	// ErrUsage is a segment whose usage does not follow.
	ErrUsage invalid.RuleError = "meter/usage-wrong: a usage of %[1]s does not follow from %[2]s to %[3]s, times %[4]s"
	// ErrLost is a loss that is not the difference.
	ErrLost invalid.RuleError = "meter/lost-wrong: a loss of %[1]s is not %[2]s less %[3]s"
)

// The rules of hours.
const (
	// ErrClock is 24:00 where a window begins.
	ErrClock invalid.RuleError = "meter/clock: %[1]s is not a time of day like 08:00; 24:00 only ends a window"
	// ErrHours is a window without a minute.
	ErrHours invalid.RuleError = "meter/hours: from %[1]s to %[2]s is no time; the whole day is 00:00 to 24:00"
	// ErrHoursOverlap is a minute that belongs to two windows.
	ErrHoursOverlap invalid.RuleError = "meter/hours-overlap: the window from %[1]s to %[2]s and an earlier one both have %[3]s"
	// ErrHoursGap is a part of the day without a band.
	ErrHoursGap invalid.RuleError = "meter/hours-gap: no band has the time from %[1]s to %[2]s"
	// ErrMinute is a number that is no minute of the day.
	ErrMinute invalid.RuleError = "meter/minute: %[1]s is not a minute of the day, 0 to 1439"
)

// What the steps of a usage are.
const (
	labelUsage      explain.Label = "meter/usage: usage from %[1]s to %[2]s"
	labelUsageBand  explain.Label = "meter/usage-band: usage from %[1]s to %[2]s, %[3]s"
	labelMoved      explain.Label = "meter/moved: what the register moved"
	labelTo         explain.Label = "meter/to: register at the start of %[1]s"
	labelFrom       explain.Label = "meter/from: less the register at the start of %[1]s"
	labelRange      explain.Label = "meter/turned: the register began at 0 again at"
	labelMultiplier explain.Label = "meter/multiplier: multiplier"
	labelUntil      explain.Label = "meter/until: used up to %[1]s, rounded"
	labelSpread     explain.Label = "meter/spread: by days"
	labelDays       explain.Label = "meter/day-count: days"
	labelPart       explain.Label = "meter/part: used from %[1]s to %[2]s"
	labelLess       explain.Label = "meter/less: less what was used before"
	labelMinus      explain.Label = "meter/minus: to subtract"
	labelNone       explain.Label = "meter/none: nothing of it is in %[1]s"
	labelLost       explain.Label = "meter/lost: loss behind meter %[1]s from %[2]s to %[3]s"
	labelMaster     explain.Label = "meter/master: usage of master meter %[1]s"
	labelSubs       explain.Label = "meter/subs: less the usage of the meters behind it"
)

// Messages adds the package's texts in English and Chinese to a catalogue.
func Messages(b *catalog.Builder) error {
	texts := slices.Concat(meterTexts(), usageTexts(), stepTexts())
	return errors.Join(invalid.Register(b, texts), invalid.RegisterWords(b, words()))
}

// words are the words that messages hold as arguments.
func words() map[string]string {
	return map[string]string{
		"meters": "表计", "limits": "合理性限值", "time of use": "峰谷时段",
		Manual.String(): "人工抄表", Remote.String(): "远传", Estimated.String(): "估抄",
		Read.String(): "已抄", Unread.String(): "漏抄", Absent.String(): "未装表",
	}
}
