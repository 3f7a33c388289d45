package schedule

import "time"

// Key returns the name of an occurrence, which it keeps whatever becomes of the plan: the duty's code and what the clock of
// the series shows, "patrol/2026-03-01T08:00", or the day alone, "mop/2026-03-01". Where a clock that is set back shows an
// hour of the series twice, the second has its offset from UTC behind it: "round/2026-11-01T01:00-05:00".
func (s *Schedule) Key(o Occurrence) string { return string(s.AppendKey(nil, o)) }

// AppendKey appends what [Schedule.Key] returns.
func (s *Schedule) AppendKey(dst []byte, o Occurrence) []byte {
	dst = append(append(dst, s.doc.Code...), '/')
	if o.Day {
		return o.On.Append(dst)
	}
	dst = o.At.Append(dst)
	if r := s.rule; r == nil || !r.isExact() && !r.isInside() {
		return dst
	}
	if zone := s.calendar.Location(); o.Due.Sub(o.At.In(zone)) >= time.Minute {
		dst = o.Due.In(zone).AppendFormat(dst, "-07:00")
	}
	return dst
}
