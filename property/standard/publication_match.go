package standard

import (
	"slices"
	"time"

	"github.com/wuyekit/wuye/property/civil"
)

// publicationFound is what was found for a publication that is due.
type publicationFound struct {
	first   []*Publication // at each place the first
	missing []Medium
	vague   string // the field that one lacks which may belong to it
}

// match finds the publications of a row.
func (s *publicationSight) match(i *PublicationItem, d *publicationDue) publicationFound {
	var out publicationFound
	if i.Due.Every != nil && i.Due.Every.In == 0 || i.Due.Within != nil && d.event == nil {
		return out // for nothing that is known
	}
	places := make([]*Publication, len(i.Where))
	for _, p := range s.byItem[i.Code] {
		belongs, lacks := s.belongs(i, d, p)
		if belongs && len(i.Where) > 0 && p.Place == 0 {
			belongs, lacks = false, "place"
		}
		if !belongs {
			if lacks != "" && out.vague == "" {
				out.vague = lacks
			}
			continue
		}
		if len(i.Where) == 0 && len(out.first) == 0 {
			out.first = append(out.first, p)
		}
		if j := slices.Index(i.Where, p.Place); j >= 0 && places[j] == nil {
			places[j] = p
		}
	}
	for j, p := range places {
		if p == nil {
			out.missing = append(out.missing, i.Where[j])
			continue
		}
		out.first = append(out.first, p)
	}
	return out
}

// belongs reports whether a publication is that of a row; if that is not known, it names what is lacking.
func (s *publicationSight) belongs(i *PublicationItem, d *publicationDue, p *Publication) (yes bool, lacks string) {
	named := p.Period != (civil.Period{})
	on := dayOf(p.At, s.zone)
	switch {
	case i.Due.Once != nil:
		return true, ""
	case i.Due.Within != nil && p.Event != "":
		return p.Event == d.event.ID, ""
	case i.Due.Within != nil && !p.At.Before(d.event.At):
		return false, "event"
	case i.Due.Within != nil:
		return false, ""
	case named:
		return p.Period == d.period, ""
	case i.Due.Every == nil || i.Due.Every.During:
		return d.period.Contains(on), ""
	case on >= d.period.Start:
		return false, "period"
	}
	return false, ""
}

// display says whether the publications stayed up long enough: the worst of them.
func (s *publicationSight) display(i *PublicationItem, list []*Publication) Display {
	if !i.Standing && i.Shown.IsZero() {
		return 0
	}
	worst := DisplayEnough
	for _, p := range list {
		worst = max(worst, s.stays(i, p))
	}
	return worst
}

// stays judges one publication. A length of days is counted from its instant on the clock to the same.
func (s *publicationSight) stays(i *PublicationItem, p *Publication) Display {
	down := !p.Until.IsZero() && !p.Until.After(s.asOf)
	if i.Standing {
		if down {
			return DisplayShort
		}
		return DisplayEnough
	}
	until, known := s.shownUntil(i.Shown, p.At)
	switch {
	case !known:
		return DisplayUnknown
	case !p.Until.IsZero() && p.Until.Before(until):
		return DisplayShort
	case s.asOf.Before(until):
		return DisplayRunning
	}
	return DisplayEnough
}

// shownUntil returns until when something must stay, false if that depends on holidays that are not known.
func (s *publicationSight) shownUntil(length civil.Span, at time.Time) (time.Time, bool) {
	if n := length.Workdays(); n > 0 {
		at = at.In(s.zone)
		day, err := s.calendar.AddDays(dayOf(at, s.zone), n)
		y, m, d := day.Date()
		return time.Date(y, m, d, at.Hour(), at.Minute(), at.Second(), at.Nanosecond(), s.zone), err == nil
	}
	t := term{shift: length}
	return t.moved(scalar{typ: Instant, at: at}, s.zone).at, true
}
