package standard

import (
	"slices"
	"time"

	"github.com/wuyekit/wuye/property/civil"
	"github.com/wuyekit/wuye/property/schedule"
)

// partDays is how long the parts are in which rounds of hours and minutes are judged, so that few rows are in memory.
const partDays = 92

// parts judges a subject in all the time asked about.
func (s *series) parts() bool {
	end := s.to()
	for from := s.from; ; {
		to := end
		if s.plan.shape == ruleShape || s.plan.shape == quotaShape && s.plan.unit == schedule.Hour {
			to = earliest(end, from.AddDate(0, 0, partDays))
		}
		if !s.stretch(from, to) {
			return false
		}
		if !to.Before(end) {
			return true
		}
		from = to
	}
}

// to returns where judging ends: with the period, or with a span of the subject that has begun in it, goes on beyond it and
// is not over.
func (s *series) to() time.Time {
	if s.plan.shape != spanShape {
		return s.x.end
	}
	zone := s.x.zone
	start, end := instantOf(s.evidence.Fields[0], zone), instantOf(s.evidence.Fields[1], zone)
	if start.Before(s.x.end) && end.After(s.x.end) && end.After(s.x.asOf) {
		return end
	}
	return s.x.end
}

// watches judges a gap of hours in the windows of each day, which begin it anew.
func (s *series) watches() bool {
	all := s.evidence.Records
	s.watch = true
	last := min(dayOf(s.x.end.Add(-1), s.x.zone), dayOf(s.x.asOf, s.x.zone))
	for d := dayOf(s.x.start, s.x.zone) - 1; d <= last; d++ {
		if !s.plan.onDay(d) {
			continue
		}
		for _, w := range s.plan.windows {
			open, end := w.Minutes()
			from := latest((d.Midnight() + civil.Moment(open)).In(s.x.zone), s.x.start)
			to := earliest((d.Midnight() + civil.Moment(end)).In(s.x.zone), s.x.end)
			if !from.Before(to) || !from.Before(s.x.asOf) {
				continue
			}
			i, _ := slices.BinarySearchFunc(all, from, compareAt)
			k, _ := slices.BinarySearchFunc(all, to, compareAt)
			s.evidence.Records, s.evidence.Since = all[i:k], from
			if !s.stretch(from, to) {
				return false
			}
		}
	}
	s.evidence.Records = all
	return true
}

func compareAt(r schedule.Record, t time.Time) int { return r.At.Compare(t) }

func latest(a, b time.Time) time.Time {
	if a.Before(b) {
		return b
	}
	return a
}

func earliest(a, b time.Time) time.Time {
	if a.Before(b) {
		return a
	}
	return b
}
