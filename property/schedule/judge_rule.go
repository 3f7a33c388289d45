package schedule

import (
	"slices"
	"time"
)

// judgeRule judges the occurrences of a rule, and those around the time asked about as far as a record could serve one
// of either.
func (j *judging) judgeRule() {
	var slots []slot
	if j.rule.isInside() {
		slots = j.inside()
	} else {
		slots = j.around()
	}
	j.serveSlots(slots)
	judged := 0
	for i := range slots {
		if s := &slots[i]; s.due.within(j.from, j.to, j.zone) {
			j.addSlot(s)
			if s.err != nil {
				judged++
			}
		}
	}
	if err := j.known(j.from, j.to); err != nil && judged == 0 {
		reason, missing := reasonOf(err)
		j.unknown(j.doc.Code+"/unknown/"+missing, reason, missing)
	}
}

// known returns why the occurrences between two instants are not certain.
func (j *judging) known(from, to time.Time) error {
	if j.rule.isInside() {
		return nil
	}
	return j.Known(from, to.Add(-1)) // to itself is not asked about
}

// slotOf returns an occurrence with its window.
func (j *judging) slotOf(o Occurrence) slot {
	s := slot{due: deadline{o.Due, o.Day}, key: o, record: -1}
	s.start = s.due.opens(j.zone).at
	s.end, s.err = j.moved(s.due, j.doc.Late, 1)
	if start, err := j.moved(deadline{at: s.start}, j.doc.Early, -1); err == nil {
		s.start = start.at
	} else {
		s.err = err
	}
	return s
}

// windows returns the occurrences of some time with their windows. One that is due later opens and ends no earlier,
// wherever months and working days of different lengths lead.
func (j *judging) windows(occurrences []Occurrence) []slot {
	j.slots = slices.Grow(j.slots[:0], len(occurrences))[:len(occurrences)]
	slots := j.slots
	for i, o := range occurrences {
		slots[i] = j.slotOf(o)
		if i > 0 && slots[i].end.at.Before(slots[i-1].end.at) {
			slots[i].end = slots[i-1].end
		}
	}
	for i := len(slots) - 2; i >= 0; i-- {
		if slots[i+1].start.Before(slots[i].start) {
			slots[i].start = slots[i+1].start
		}
	}
	for i := range slots {
		s := &slots[i]
		s.excused = j.excused(s.start, s.end)
	}
	return slots
}

// inside returns the rounds in all spans of the subject that the rule is about.
func (j *judging) inside() []slot {
	name := j.rule.Steps.Inside
	all := j.occurrences[:0]
	some := false
	for _, span := range j.evidence.Spans {
		if span.Name != name {
			continue
		}
		some = true
		all = slices.AppendSeq(all, j.OccurrencesIn(span))
	}
	j.occurrences = all
	if !some {
		j.unknown(j.doc.Code+"/"+name, FieldMissing, name)
	}
	slices.SortStableFunc(all, func(a, b Occurrence) int { return a.Due.Compare(b.Due) })
	slots := j.windows(all)
	if j.doc.Days > AllDays {
		for i := range slots {
			slots[i].err = j.calendar.Known(slots[i].key.On, slots[i].key.On)
		}
	}
	return slots
}

const (
	firstReach = 2  // days to look around the time asked about
	maxRest    = 61 // days by which days of rest move an occurrence, and one
)

// around returns the slots of the time asked about, and before and after them so many that no record could serve one of
// these and one beyond.
func (j *judging) around() []slot {
	begin := j.doc.From.AddDays(-maxRest).In(j.zone)
	var slots []slot
	for back, ahead := firstReach, firstReach; ; {
		lo, hi := j.from.AddDate(0, 0, -back), j.to.AddDate(0, 0, ahead)
		j.occurrences = j.Append(j.occurrences[:0], lo, hi)
		slots = j.windows(j.occurrences)
		left, right := j.isCutBefore(slots), j.isCutAfter(slots)
		if !left && lo.After(begin) && isCounted(lo) {
			back *= 2
		} else {
			left = true
		}
		if !right && isCounted(hi) && j.isInForce(hi) {
			ahead *= 2
		} else {
			right = true
		}
		if left && right {
			break
		}
	}
	j.mark(slots)
	return slots
}

// isInForce reports whether something can be due at an instant or later.
func (j *judging) isInForce(t time.Time) bool {
	return j.doc.To.IsZero() || t.Before(j.doc.To.AddDays(maxRest).In(j.zone))
}

// mark notes the slots that are guesses, where any is.
func (j *judging) mark(slots []slot) {
	if len(slots) == 0 {
		return
	}
	last := &slots[len(slots)-1]
	if j.Known(slots[0].due.opens(j.zone).at, last.due.last().Add(1)) == nil {
		return
	}
	for i := range slots {
		if s := &slots[i]; s.err == nil {
			at := s.due.opens(j.zone).at
			s.err = j.Known(at, at.Add(1))
		}
	}
}

// isCutBefore reports whether the slots reach back to one whose window no record joins to an earlier one, and that is due
// before the time asked about.
func (j *judging) isCutBefore(slots []slot) bool {
	for i := 1; i < len(slots) && slots[i].due.opens(j.zone).at.Before(j.from); i++ {
		if !j.joins(&slots[i-1], &slots[i]) {
			return true
		}
	}
	return false
}

// isCutAfter reports whether the slots reach on to one whose window opens after the time asked about, and that no record
// joins to the one before.
func (j *judging) isCutAfter(slots []slot) bool {
	for i := len(slots) - 1; i > 0 && !slots[i].start.Before(j.to); i-- {
		if !j.joins(&slots[i-1], &slots[i]) {
			return true
		}
	}
	return false
}

// joins reports whether a record lies in the windows of two slots, and so perhaps in those of slots further away.
func (j *judging) joins(a, b *slot) bool {
	i := j.recordsFrom(b.start)
	return i < len(j.records) && !a.end.passed(j.records[i].At)
}

// serveSlots gives slots that are neither excused nor unknown their records.
func (j *judging) serveSlots(slots []slot) {
	active := j.active[:0]
	for i := range slots {
		if slots[i].isActive() {
			active = append(active, &slots[i])
		}
	}
	j.active = active
	if len(active) == 0 {
		return
	}
	first := j.recordsFrom(active[0].start)
	j.pairing.match(active, j.records[first:], first, j.zone)
	for i := range slots {
		s := &slots[i]
		if s.isActive() && s.record < 0 {
			s.record = j.lateFor(slots, i)
		}
		if s.record >= 0 {
			j.serves[s.record] = true
		}
	}
}

func (s *slot) isActive() bool { return s.err == nil && !s.excused }

// lateFor returns the first record after the window of a slot and before the next, −1 if there is none.
func (j *judging) lateFor(slots []slot, i int) int {
	r := j.firstAfter(slots[i].end)
	if r >= 0 && i+1 < len(slots) && !j.records[r].At.Before(slots[i+1].start) {
		return -1
	}
	return r
}

func (j *judging) addSlot(s *slot) {
	r := Row{Start: s.start}
	if !j.brief {
		r.Key = j.Key(s.key)
	}
	r.set(s.due, s.end)
	switch {
	case s.err != nil:
		r.Reason, r.Missing = reasonOf(s.err)
	case s.excused:
		r.State, r.Reason = Excused, InExcuse
	case s.record < 0:
		r.settle(s.end, j.asOf)
	default:
		j.serve(&r, s.record)
		r.State = OnTime
		if s.end.passed(r.At) {
			r.State = Late
		}
	}
	j.add(&r)
}
