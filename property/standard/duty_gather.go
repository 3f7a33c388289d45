package standard

import (
	"strings"

	"github.com/wuyekit/wuye/property/civil"
	"github.com/wuyekit/wuye/property/metric"
	"github.com/wuyekit/wuye/property/schedule"
)

// gather takes the records of a kind of act; it is false at one without an instant, or with less than nothing to add up.
func (s *series) gather(a *askedKind) (*Record, bool) {
	list := s.x.all(a.kind)
	if s.subject != nil {
		list = s.x.of(a.kind, s.subject.ID)
	}
	for _, e := range list {
		r := e.record
		if !isCounted(r.At) {
			return r, false
		}
		if r.At.After(s.x.asOf) || s.plan.isNarrow() && !s.plan.counts(civil.MomentOf(r.At.In(s.x.zone))) {
			continue
		}
		subject := s.subject
		if a.of != "" {
			subject = s.x.named(a.of, r.Subject)
		}
		t, field := a.with.hold(s.x, r, subject)
		if t == no {
			continue
		}
		out, ok := s.record(r)
		switch {
		case !ok:
			return r, false
		case t == maybe:
			s.unsure = append(s.unsure, unsure{out, field})
		default:
			s.evidence.Records = append(s.evidence.Records, out)
		}
	}
	return nil, true
}

// isNarrow reports whether records count only at some times of the day, or on some days of the week.
func (p *dutyPlan) isNarrow() bool { return len(p.windows)+len(p.on) > 0 }

// record makes a record of the schedule, with the figure that the plan reads if it has one; it is false for one below 0.
func (s *series) record(r *Record) (schedule.Record, bool) {
	out := schedule.Record{ID: r.ID, Kind: dutyCode, At: r.At}
	if s.plan.figure == "" {
		return out, true
	}
	n, ok := number(r, s.plan.figure)
	if ok {
		out.Figures = []schedule.Figure{{Name: s.plan.figure, Value: n.Decimal()}}
	}
	return out, n.Sign() >= 0
}

// number reads a number of a record.
func number(r *Record, field string) (metric.Figure, bool) {
	i := fieldIndex(r.Fields, field)
	if i < 0 || r.Fields[i].Value == "" {
		return metric.Figure{}, false
	}
	n, err := parseShare(r.Fields[i].Value)
	return n, err == nil
}

// readings takes what the counter showed, from the records of all kinds that have it.
func (s *series) readings() {
	for _, kind := range s.plan.meters {
		list := s.x.all(kind)
		if s.subject != nil {
			list = s.x.of(kind, s.subject.ID)
		}
		for _, e := range list {
			if n, ok := number(e.record, s.plan.figure); ok && isCounted(e.record.At) {
				s.evidence.Readings = append(s.evidence.Readings, schedule.Reading{Meter: s.plan.figure, At: e.record.At, Value: n.Decimal()})
			}
		}
	}
}

func byTime(a, b schedule.Record) int {
	if n := a.At.Compare(b.At); n != 0 {
		return n
	}
	return strings.Compare(a.ID, b.ID)
}
