package billing

import (
	"cmp"
	"slices"

	"github.com/wuyekit/wuye/property/civil"
	"github.com/wuyekit/wuye/property/invalid"
	"github.com/wuyekit/wuye/property/policy"
)

// coldDays are days of low temperature of one unit.
type coldDays struct {
	tariff string
	period civil.Period
	micro  int64 // millionths of °C
}

// outage is a time without heat of one unit.
type outage struct {
	tariff   string
	from, to civil.Moment
}

// joinedOutages returns the outages in order, those of a tariff that meet or overlap as one.
func joinedOutages(list []outage) []outage {
	slices.SortFunc(list, func(x, y outage) int {
		return cmp.Or(cmp.Compare(x.tariff, y.tariff), x.from.Compare(y.from))
	})
	out := list[:0]
	for _, o := range list {
		if n := len(out) - 1; n >= 0 && out[n].tariff == o.tariff && o.from <= out[n].to {
			out[n].to = max(out[n].to, o.to)
			continue
		}
		out = append(out, o)
	}
	return out
}

// appendFaultDays appends the days on which faults of the tariff begin or end.
func (a *about) appendFaultDays(dst []civil.Date, code string) []civil.Date {
	for i := range a.cold {
		if c := &a.cold[i]; c.tariff == code {
			dst = append(dst, c.period.Start, c.period.End)
		}
	}
	for i := range a.outages {
		if o := &a.outages[i]; o.tariff == code { // its first and last day are in part without heat
			first, last := o.from.Date(), o.to.Date()
			dst = append(dst, first, first.AddDays(1), last, last.AddDays(1))
		}
	}
	return dst
}

// faulty returns the part of a charge, in millionths, that faults leave on a day.
func (ch *charge) faulty(on civil.Date) uint64 {
	left := int64(one)
	if ch.t.heatFault == nil || ch.about == nil {
		return uint64(left)
	}
	terms := &heatTerms{}
	for i := range ch.month.heat {
		if h := &ch.month.heat[i]; h.from <= on {
			terms = h
		}
	}
	for i := range ch.about.cold {
		if c := &ch.about.cold[i]; c.tariff == ch.t.code && c.period.Contains(on) {
			left = min(left, one-terms.rebate(c.micro))
		}
	}
	if terms.outages {
		minutes := int64(ch.about.stopped(ch.t.code, on, terms.hours))
		left = min(left, ((civil.DayMinutes-minutes)*2*one+civil.DayMinutes)/(2*civil.DayMinutes))
	}
	return uint64(left)
}

// rebate returns what is given back of a day of a temperature, in millionths.
func (h *heatTerms) rebate(micro int64) int64 {
	for _, b := range h.bands {
		if micro < b.below {
			return b.rebate
		}
	}
	return 0
}

// stopped counts the minutes of a day that outages of more than so many hours left without heat.
func (a *about) stopped(code string, on civil.Date, hours int) int {
	minutes := 0
	for i := range a.outages {
		o := &a.outages[i]
		if o.tariff != code || o.to.MinutesSince(o.from) <= hours*60 {
			continue
		}
		from, to := max(o.from, on.Midnight()), min(o.to, on.AddDays(1).Midnight())
		minutes += max(to.MinutesSince(from), 0)
	}
	return minutes
}

// setHeating compiles what stops and faults leave of a month or season.
func (m *month) setHeating(l *invalid.List, t *tariff, policies *policy.Table, region string, p civil.Period) {
	var err error
	if t.suspension != nil {
		m.suspension, err = t.suspension.terms(policies, region, p.Start)
		l.At("reliefs", "suspension").Take(err)
	}
	if t.heatFault != nil {
		var changes []civil.Date
		m.heat, changes, err = t.heatFault.terms(policies, region, p)
		l.At("reliefs", "heatFault").Take(err)
		m.changes = append(m.changes, changes...)
	}
}
