package sla

import (
	"slices"
	"time"

	"github.com/wuyekit/wuye/property/invalid"
)

// StretchKind says what a stretch of time was to a limit. Its zero is unset.
type StretchKind uint8

const (
	// Counted time counts towards the limit (计时).
	Counted StretchKind = iota + 1
	// Stopped time is that for which the clock stood still (暂停).
	Stopped
	// Closed time lies outside the hours of the calendar (非工作时间).
	Closed
)

func stretchWords() invalid.Words { return invalid.Words{"counted", "stopped", "closed"} }

// String returns the word, or "StretchKind(9)" for a number that is none.
func (k StretchKind) String() string { return stretchWords().Of("StretchKind", uint8(k)) }

// MarshalText returns the word. Errors: [invalid.ErrWord].
func (k StretchKind) MarshalText() ([]byte, error) { return stretchWords().Marshal(uint8(k)) }

// UnmarshalText reads a word. Errors: [invalid.ErrWord].
func (k *StretchKind) UnmarshalText(text []byte) error {
	return stretchWords().Unmarshal(text, (*uint8)(k))
}

// Stretch is a part of the time of a milestone, half-open.
type Stretch struct {
	// Kind is what the time was.
	Kind StretchKind `json:"kind"`
	// Start is when it began, End when it was over.
	Start time.Time `json:"start"`
	End   time.Time `json:"end"`
}

// Length returns how long the stretch is around the clock.
func (s Stretch) Length() Length { return Length(s.End.Sub(s.Start)) }

// AppendStretches appends the time of a milestone of a case from its start to the later of its deadline
// and [Verdict.At], in order and without a gap. It appends nothing where the verdict is unknown or
// waived before its clock started.
//
// Errors: [ErrMilestone]; what the calendar does not know, see [worktime.UnknownYearError].
func (c *Clock) AppendStretches(dst []Stretch, k *Case, code string, now time.Time) ([]Stretch, error) {
	i := slices.IndexFunc(c.milestones, func(m milestone) bool { return m.Code == code })
	if i < 0 {
		return dst, invalid.Value(ErrMilestone, invalid.Quote(code))
	}
	m := &c.milestones[i]
	var b buffers
	r := c.play(&b, k.Log, now)
	var v Verdict
	c.judge(&v, m, k, &r, now)
	if v.Start.IsZero() || v.Due.IsZero() {
		return dst, nil
	}
	s := c.situation(m, k, &r, &v)
	return s.stretches(dst, later(s.due, tickOf(v.At)), c.calendar.Location())
}

// stretches appends the time from the start to an instant.
func (s *situation) stretches(dst []Stretch, to tick, zone *time.Location) ([]Stretch, error) {
	cursor := s.start
	for _, p := range s.pauses {
		if !p.from.before(to) {
			break
		}
		var err error
		if dst, err = s.going(dst, cursor, p.from, zone); err != nil {
			return dst, err
		}
		cursor = earlier(p.to, to)
		dst = append(dst, Stretch{Stopped, p.from.time(zone), cursor.time(zone)})
	}
	return s.going(dst, cursor, to, zone)
}

// going appends the time between two instants in which the clock did not stand still.
func (s *situation) going(dst []Stretch, start, end tick, zone *time.Location) ([]Stretch, error) {
	if !start.before(end) {
		return dst, nil
	}
	from, to := start.time(zone), end.time(zone)
	if s.limit == nil || s.limit.In == Wall {
		return append(dst, Stretch{Counted, from, to}), nil
	}
	open, err := s.limit.calendar.AppendStretches(nil, from, to)
	if err != nil && !isUnknownYear(err) {
		return dst, err
	}
	for _, o := range open {
		if from.Before(o.Start) {
			dst = append(dst, Stretch{Closed, from, o.Start.In(zone)})
		}
		dst = append(dst, Stretch{Counted, o.Start.In(zone), o.End.In(zone)})
		from = o.End.In(zone)
	}
	if from.Before(to) {
		dst = append(dst, Stretch{Closed, from, to})
	}
	return dst, nil
}
