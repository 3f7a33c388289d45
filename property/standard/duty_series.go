package standard

import (
	"slices"
	"time"

	"github.com/wuyekit/wuye/property/schedule"
)

// series is the judging of a duty, one subject after the other in the same memory.
type series struct {
	*dutyJudge
	x     *run
	yield func(*Row) bool
	// from is where judging begins: with the period, or with that of the quota which the period cuts.
	from time.Time
	// watch says that a part of the day is judged by itself.
	watch bool

	subject  *Subject
	evidence schedule.Evidence
	unsure   []unsure
	all      []schedule.Record // those that count and those of which that is not known
	// desk judges the records that count, otherDesk with those of which that is not known.
	desk, otherDesk schedule.Desk
	rows, other     []schedule.Row
	row             Row
}

// unsure is a record of which it is not known whether it counts, for a field that it lacks.
type unsure struct {
	record schedule.Record
	field  string
}

func newSeries(j *dutyJudge, x *run, yield func(*Row) bool) *series {
	s := series{dutyJudge: j, x: x, yield: yield, from: x.start}
	if j.plan.shape == quotaShape && x.isJudgeable() {
		s.from = s.begin()
	}
	return &s
}

// begin returns when the quota period begins that the start of the evaluated period cuts, if everything that happened in it
// is here; else that start.
func (s *series) begin() time.Time {
	at := s.x.start.In(s.x.zone)
	var first, next time.Time
	if s.plan.unit == schedule.Hour {
		past := time.Duration(at.Minute())*time.Minute + time.Duration(at.Second())*time.Second + time.Duration(at.Nanosecond())
		first = at.Add(-past)
		next = first.Add(time.Hour)
	} else {
		a, b := beginOf(s.plan.unit, dayOf(at, s.x.zone))
		first, next = a.In(s.x.zone), b.In(s.x.zone)
	}
	if _, whole := s.complete(first, next); !whole {
		return s.x.start
	}
	return first
}

// complete reports whether all acts of a stretch of time are here, and if not the first kind of which not.
func (s *series) complete(from, to time.Time) (lacks string, whole bool) {
	for i := range s.acts {
		if kind := s.acts[i].kind; !s.x.isComplete(kind, from, to) {
			return kind, false
		}
	}
	return "", true
}

// judge judges one subject; it returns false to stop.
func (s *series) judge(subject *Subject) bool {
	s.subject = subject
	if !s.x.isJudgeable() {
		return s.unknown("", Reason{BadRow, []string{s.when(s.x.end, false)}})
	}
	switch t, field := s.where.hold(s.x, nil, subject); t {
	case no:
		return true
	case maybe:
		return s.unknown("", missing(field))
	case yes:
	}
	e := &s.evidence
	e.Subject, e.Since = idOf(subject), time.Time{}
	e.Fields, e.Spans, e.Records, e.Readings = e.Fields[:0], e.Spans[:0], e.Records[:0], e.Readings[:0]
	s.unsure = s.unsure[:0]
	if why, ok := s.anchors(); !ok {
		return s.unknown("", why)
	}
	for i := range s.acts {
		if r, ok := s.gather(&s.acts[i]); !ok {
			return s.unknown(r.ID, Reason{BadRow, []string{r.ID}})
		}
	}
	if len(s.acts) > 1 || s.per == "" {
		slices.SortStableFunc(e.Records, byTime)
	}
	if s.plan.shape == runningShape {
		s.readings()
	}
	if s.plan.shape == gapShape && len(s.plan.windows) > 0 && isHours(s.plan.max) {
		return s.watches()
	}
	return s.parts()
}

func instantOf(f schedule.Field, zone *time.Location) time.Time {
	if f.At.IsZero() {
		return f.On.In(zone)
	}
	return f.At
}

// anchors reads what the plan hangs on; it is false, with the reason, where that is missing.
func (s *series) anchors() (Reason, bool) {
	e, p := &s.evidence, &s.plan
	switch p.shape {
	case byShape:
		if why, ok := s.field(dueField, &p.due); !ok {
			return why, false
		}
		if p.known.known {
			s.field(knownField, &p.known) // the schedule says what follows where it is missing
		}
	case spanShape, everyShape:
		for i, name := range [...]string{spanStart, spanEnd} {
			if why, ok := s.field(name, &p.ends[i]); !ok {
				return why, false
			}
		}
		start, end := instantOf(e.Fields[0], s.x.zone), instantOf(e.Fields[1], s.x.zone)
		if !start.Before(end) {
			return Reason{BadRow, []string{idOf(s.subject)}}, false
		}
		if p.shape == everyShape {
			if int(end.Sub(start)/time.Second)/p.step > maxTicks {
				return Reason{BadRow, []string{idOf(s.subject)}}, false
			}
			e.Spans = append(e.Spans, schedule.NamedSpan{Name: insideSpan, Start: start, End: end})
		}
	case quotaShape, gapShape, ruleShape, runningShape:
	}
	if p.shape.isChain() {
		e.Since = s.x.start
	}
	return Reason{}, true
}

// maxTicks bounds the ticks in a span of a subject.
const maxTicks = 100_000

// field reads a day or an instant into the evidence.
func (s *series) field(name string, t *term) (Reason, bool) {
	v, ok := t.get(s.x, nil, s.subject)
	f := schedule.Field{Name: name, On: v.day}
	if v.day.IsZero() {
		f.At = v.at
	}
	if !ok || f.On.IsZero() && f.At.IsZero() {
		return missing(t.address()), false
	}
	if !isCounted(instantOf(f, s.x.zone)) {
		return Reason{BadRow, []string{t.address()}}, false
	}
	s.evidence.Fields = append(s.evidence.Fields, f)
	return Reason{}, true
}

// isJudgeable reports whether the period is of years that are counted with.
func (x *run) isJudgeable() bool { return isCounted(x.start) && isCounted(x.end) && isCounted(x.asOf) }

// isCounted reports whether an instant is in the years that are counted with.
func isCounted(t time.Time) bool {
	const year2, year9999 = -62104060800, 253370764800 // seconds from 1970 to the beginnings of the years 2 and 9999
	return year2 < t.Unix() && t.Unix() < year9999
}
