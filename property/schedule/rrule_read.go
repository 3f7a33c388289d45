package schedule

import (
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/wuyekit/wuye/property/civil"
	"github.com/wuyekit/wuye/property/invalid"
)

// ParseRRule reads a recurrence rule of RFC 5545 and returns a duty in force from its start on: From, To, and the rule of its
// Demand; code and calendar are the caller's. The zone is that in which an UNTIL in UTC is read; nil is UTC.
//
// Read are FREQ of minutes and longer, INTERVAL, UNTIL, BYMONTH, BYMONTHDAY from −28, BYYEARDAY of years, BYDAY, BYHOUR,
// BYMINUTE, BYSECOND=0, BYSETPOS of weeks and longer, WKST where it changes nothing or is Monday, and SKIP of RFC 7529. A
// start that the rule does not match is no occurrence, and a day that a month does not have is left out unless SKIP says
// otherwise, as the RFC has it. Where a clock is changed this package's rules hold: a time that the clock jumps over is due
// at the jump.
//
// Errors: an *[invalid.Error] with every problem, each at the name of its part: [ErrRRuleText], [ErrRRuleValue], [ErrRRulePart] for
// COUNT and BYWEEKNO, [ErrRRuleFits], [ErrRRuleCut], and what [Duty.Check] reports of the rule.
func ParseRRule(text RRule, zone *time.Location) (Duty, error) {
	in := rruleReader{start: text.Start, allDay: text.AllDay, zone: zone, values: map[string]string{}}
	if zone == nil {
		in.zone = time.UTC
	}
	if text.Start.IsZero() {
		in.l.At("DTSTART").Add(invalid.ErrRequired, "DTSTART")
	}
	in.split(text.Text)
	if in.l.Len() > 0 {
		return Duty{}, in.l.Err("rrule")
	}
	d := in.read()
	if in.l.Len() == 0 {
		d.Demand.Rule.check(&in.l, &d)
	}
	if err := in.l.Err("rrule"); err != nil {
		return Duty{}, err
	}
	return d, nil
}

// rruleReader is a rule that is being read.
type rruleReader struct {
	l      invalid.List
	start  civil.Moment
	allDay bool
	zone   *time.Location
	values map[string]string
	freq   string
	times  []int // of the day, in order
}

// split takes the parts of the text apart.
func (in *rruleReader) split(text string) {
	text = strings.TrimPrefix(strings.ToUpper(strings.TrimSpace(text)), "RRULE:")
	for part := range strings.SplitSeq(text, ";") {
		name, value, ok := strings.Cut(part, "=")
		switch _, twice := in.values[name]; {
		case !ok || name == "" || value == "" || twice:
			in.l.Add(ErrRRuleText, invalid.Quote(part))
		case !slices.Contains(rruleParts(), name):
			in.l.At(name).Add(ErrRRulePart, invalid.Quote(name))
		default:
			in.values[name] = value
		}
	}
}

func rruleParts() []string {
	return []string{
		"FREQ", "INTERVAL", "UNTIL", "BYMONTH", "BYMONTHDAY", "BYYEARDAY", "BYDAY", "BYHOUR", "BYMINUTE", "BYSECOND", "BYSETPOS",
		"WKST", "SKIP", "RSCALE",
	}
}

func (in *rruleReader) has(name string) bool { return in.values[name] != "" }

// refuse reports a part that is there and not read beside the frequency.
func (in *rruleReader) refuse(name string, when bool) {
	if when && in.has(name) {
		in.l.At(name).Add(ErrRRuleFits, name, in.freq)
	}
}

func (in *rruleReader) bad(name, value string) {
	in.l.At(name).Add(ErrRRuleValue, invalid.Quote(value), name)
}

// numbers reads a list of numbers.
func (in *rruleReader) numbers(name string, low, high int) []int {
	if !in.has(name) {
		return nil
	}
	var out []int
	for text := range strings.SplitSeq(in.values[name], ",") {
		n, err := strconv.Atoi(text)
		switch {
		case err != nil || n < low || n > high || n == 0 && low < 0:
			in.bad(name, text)
		case !slices.Contains(out, n):
			out = append(out, n)
		}
	}
	return out
}

func (in *rruleReader) one(name string, unset, low, high int) int {
	numbers := in.numbers(name, low, high)
	if len(numbers) > 1 {
		in.bad(name, in.values[name])
	}
	if len(numbers) == 0 {
		return unset
	}
	return numbers[0]
}

func (in *rruleReader) read() Duty {
	in.freq = in.values["FREQ"]
	unit := unitOf(in.freq)
	if unit == 0 {
		in.bad("FREQ", in.freq)
		return Duty{}
	}
	r := &Rule{Every: unit, Interval: in.one("INTERVAL", 0, 1, maxInterval)}
	in.readDays(r)
	in.readTimes(r)
	in.readPick(r)
	in.readWeekStart(r)
	in.readSkip(r)
	d := Duty{From: in.start.Date(), Demand: Demand{Rule: r}}
	in.readStart(&d, r)
	in.readUntil(&d, r)
	return d
}

func (in *rruleReader) readDays(r *Rule) {
	months := r.Every.monthsOf() > 0
	in.refuse("BYMONTHDAY", r.Every == Week)
	in.refuse("BYYEARDAY", r.Every != Year)
	r.Months = in.numbers("BYMONTH", 1, monthsPerYear)
	r.MonthDays = in.numbers("BYMONTHDAY", minMonthDay, maxMonthDay)
	r.YearDays = in.numbers("BYYEARDAY", -maxYearDay, maxYearDay)
	if r.Every == Year && len(r.Months) == 0 && len(r.MonthDays) > 0 {
		r.Months = []int{1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12}
	}
	if !in.has("BYDAY") {
		return
	}
	numbered := false
	for text := range strings.SplitSeq(in.values["BYDAY"], ",") {
		w, ok := readWeekday(text)
		if !ok {
			in.bad("BYDAY", text)
		} else if !slices.Contains(r.Weekdays, w) {
			r.Weekdays = append(r.Weekdays, w)
		}
		numbered = numbered || w.N != 0
	}
	in.refuse("BYDAY", numbered && (!months || r.Every == Year && !in.has("BYMONTH") && (in.has("BYMONTHDAY") || in.has("BYYEARDAY"))))
}

// readWeekday reads "MO", "2TU", "-1FR".
func readWeekday(text string) (WeekdayOf, bool) {
	if len(text) < 2 { //nolint:mnd // two letters
		return WeekdayOf{}, false
	}
	number, name := text[:len(text)-2], text[len(text)-2:]
	w := WeekdayOf{Day: weekdayNamed(name)}
	if number != "" {
		n, err := strconv.Atoi(number)
		if err != nil || n == 0 || n < -maxOfYear || n > maxOfYear {
			return WeekdayOf{}, false
		}
		w.N = n
	}
	return w, w.Day != 0
}

func (in *rruleReader) readTimes(r *Rule) {
	minute := in.start.Minute()
	exact := r.Every == Hour || r.Every == Minute
	in.refuse("BYHOUR", in.allDay || exact)
	in.refuse("BYMINUTE", in.allDay || r.Every == Minute)
	in.refuse("FREQ", in.allDay && exact)
	if in.has("BYSECOND") && in.values["BYSECOND"] != "0" {
		in.bad("BYSECOND", in.values["BYSECOND"])
	}
	hours, minutes := in.numbers("BYHOUR", 0, 23), in.numbers("BYMINUTE", 0, 59) //nolint:mnd // of the clock
	if r.Every == Hour && in.has("BYMINUTE") && !slices.Equal(minutes, []int{minute % minutesPerHour}) {
		in.refuse("BYMINUTE", true)
	}
	if in.allDay {
		in.times = []int{0}
		return
	}
	if len(hours) == 0 {
		hours = []int{minute / minutesPerHour}
	}
	if len(minutes) == 0 {
		minutes = []int{minute % minutesPerHour}
	}
	for _, h := range hours {
		for _, m := range minutes {
			in.times = append(in.times, h*minutesPerHour+m)
		}
	}
	slices.Sort(in.times)
	for _, t := range in.times {
		r.Times = append(r.Times, civil.TimeOfMinute(t))
	}
}

// readPick reads BYSETPOS, which counts times; it is read where it takes whole days.
func (in *rruleReader) readPick(r *Rule) {
	in.refuse("BYSETPOS", r.Every < Week || len(r.MonthDays)+len(r.YearDays)+len(r.Weekdays)+len(r.Months) == 0)
	most := maxPick * max(len(in.times), 1)
	positions := in.numbers("BYSETPOS", -most, most)
	for _, p := range positions {
		day, of := daysOf(p, len(in.times))
		for _, q := range of {
			if !slices.Contains(positions, q) {
				in.refuse("BYSETPOS", true)
				return
			}
		}
		if !slices.Contains(r.Pick, day) {
			r.Pick = append(r.Pick, day)
		}
	}
}

// daysOf returns the number of the day that a position is of, where each day has so many times, and all its positions.
func daysOf(position, times int) (day int, positions []int) {
	if position < 0 {
		day, positions = daysOf(-position, times)
		for i := range positions {
			positions[i] = -positions[i]
		}
		return -day, positions
	}
	day = (position + times - 1) / times
	for i := range times {
		positions = append(positions, (day-1)*times+i+1)
	}
	return day, positions
}

func (in *rruleReader) readWeekStart(r *Rule) {
	if !in.has("WKST") {
		return
	}
	if weekdayNamed(in.values["WKST"]) == 0 {
		in.bad("WKST", in.values["WKST"])
	}
	in.refuse("WKST", in.values["WKST"] != "MO" && r.Every == Week && (r.Interval > 1 || len(r.Pick) > 0))
}

func (in *rruleReader) readSkip(r *Rule) {
	if in.has("RSCALE") && in.values["RSCALE"] != "GREGORIAN" {
		in.bad("RSCALE", in.values["RSCALE"])
	}
	short := ShortSkip
	switch in.values["SKIP"] {
	case "", "OMIT":
	case "BACKWARD":
		short = ShortLast
	case "FORWARD":
		short = ShortNext
	default:
		in.bad("SKIP", in.values["SKIP"])
	}
	if r.Every.monthsOf() > 0 {
		r.ShortMonth = short
	}
}
