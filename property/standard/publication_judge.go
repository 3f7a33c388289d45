package standard

import (
	"slices"
	"strings"
	"time"

	"github.com/wuyekit/wuye/property/civil"
	"github.com/wuyekit/wuye/property/invalid"
)

// PublicationReport is what became of the publications that were due in some time (公示情况).
type PublicationReport struct {
	// Rows are in the order of the items, each by their dues.
	Rows []PublicationRow `json:"rows"`
	// Extra are the IDs of publications that serve none of them: earlier or later ones, those repeated, those of no period that there is.
	Extra []string `json:"extra,omitempty"`
}

// PublicationRow is one publication that was due.
type PublicationRow struct {
	// Item is its code; Period the period that it is for, or Event the ID of the event that it follows.
	Item   string       `json:"item"`
	Period civil.Period `json:"period,omitzero"`
	Event  string       `json:"event,omitempty"`
	// Due is the last day, DueAt the instant instead where hours are counted; neither is set where it had to be there already, or
	// where that is not known.
	Due   civil.Date `json:"due,omitzero"`
	DueAt time.Time  `json:"dueAt,omitzero"`
	// On is the day on which it was published, and At the instant: at the last of its places. Unset where one is missing.
	On civil.Date `json:"on,omitzero"`
	At time.Time  `json:"at,omitzero"`
	// Served are the IDs of the publications, one for each place, and Missing the places where it is not.
	Served  []string `json:"served,omitempty"`
	Missing []Medium `json:"missing,omitempty"`
	// State is what became of it, and Reason why that is unknown.
	State  PublicationState `json:"state"`
	Reason Reason           `json:"reason,omitzero"`
	// Display says whether it stayed up long enough, at each of its places.
	Display Display `json:"display,omitempty"`
	// AsOf is the instant that was asked about.
	AsOf time.Time `json:"asOf"`
}

// Evaluate returns what was due in a period by an instant, and what became of it (公示检查). Publications after that instant are not
// looked at.
//
// What was published serves one row: for a period the one of the period that it names; during a period, or by a day of the year, without a name that
// in which it was; after an event the one that it names. At each place the first publication counts.
//
// Errors: an *[invalid.Error] with every problem of the log and of the period, which is at most a hundred years long.
func (r *PublicationRegister) Evaluate(log PublicationLog, period civil.Period, asOf time.Time) (PublicationReport, error) {
	var l invalid.List
	checkAsked(&l, period, asOf)
	log.check(&l, r)
	if err := l.Err("publications " + r.doc.Code); err != nil {
		return PublicationReport{}, err
	}
	s := r.sight(&log, period, asOf)
	out := PublicationReport{}
	for i := range r.doc.Items {
		item := &r.doc.Items[i]
		for _, due := range s.dues(item) {
			out.Rows = append(out.Rows, s.row(item, &due))
		}
	}
	for _, p := range s.published {
		if !s.used[p.ID] {
			out.Extra = append(out.Extra, p.ID)
		}
	}
	return out, nil
}

// Overdue returns the rows that should have been published and are not, in their order.
func (r PublicationReport) Overdue() []PublicationRow {
	return slices.DeleteFunc(slices.Clone(r.Rows), func(row PublicationRow) bool { return row.State != PublicationOverdue })
}

func checkAsked(l *invalid.List, p civil.Period, asOf time.Time) {
	const longest = 100 * 12
	l.Enter("period")
	p.Check(l)
	switch {
	case p.IsOpen():
		l.At("end").Add(invalid.ErrRequired, "end")
	case p.End > p.Start.AddMonths(longest):
		l.At("end").Add(ErrFar, p.String(), "100")
	}
	l.Leave()
	if asOf.IsZero() {
		l.At("asOf").Add(invalid.ErrRequired, "asOf")
	}
}

// publicationSight is one evaluation of a register.
type publicationSight struct {
	*PublicationRegister
	log       *PublicationLog
	period    civil.Period
	asOf      time.Time
	zone      *time.Location
	run       run            // what is complete
	published []*Publication // those that have happened, by time and ID
	byItem    map[string][]*Publication
	used      map[string]bool
}

func (r *PublicationRegister) sight(log *PublicationLog, period civil.Period, asOf time.Time) *publicationSight {
	s := publicationSight{
		PublicationRegister: r, log: log, period: period, asOf: asOf, zone: r.calendar.Location(), byItem: map[string][]*Publication{}, used: map[string]bool{},
	}
	s.run = run{zone: s.zone, asOf: asOf, evidence: &Evidence{Complete: log.Complete}}
	s.run.indexComplete()
	for i := range log.Published {
		if p := &log.Published[i]; !p.At.After(asOf) {
			s.published = append(s.published, p)
		}
	}
	slices.SortFunc(s.published, func(a, b *Publication) int {
		if n := a.At.Compare(b.At); n != 0 {
			return n
		}
		return strings.Compare(a.ID, b.ID)
	})
	for _, p := range s.published {
		s.byItem[p.Item] = append(s.byItem[p.Item], p)
	}
	return &s
}

// row judges one publication that is due.
func (s *publicationSight) row(i *PublicationItem, d *publicationDue) PublicationRow {
	row := PublicationRow{Item: i.Code, Period: d.period, Due: d.day, DueAt: d.at, AsOf: s.asOf}
	if d.event != nil {
		row.Event = d.event.ID
	}
	found := s.match(i, d)
	for _, p := range found.first {
		row.Served = append(row.Served, p.ID)
		s.used[p.ID] = true
		if p.At.After(row.At) {
			row.At = p.At
		}
	}
	row.Missing = found.missing
	if len(found.first) == 0 || len(found.missing) > 0 {
		row.At = time.Time{}
	} else {
		row.On, row.Display = dayOf(row.At, s.zone), s.display(i, found.first)
	}
	row.State, row.Reason = s.state(i, d, &row, found.vague)
	if d.why.Code != 0 {
		row.Due, row.DueAt = 0, time.Time{}
	}
	return row
}

// state decides a row by what was found; vague is the field that a publication lacks which may belong to it.
func (s *publicationSight) state(i *PublicationItem, d *publicationDue, row *PublicationRow, vague string) (PublicationState, Reason) {
	switch {
	case d.why.Code != 0:
		return PublicationUnknown, d.why
	case !row.At.IsZero() && d.inTime(row.At, s.zone):
		return PublicationMet, Reason{}
	case vague != "":
		return PublicationUnknown, missing(vague)
	case !row.At.IsZero():
		return PublicationLate, Reason{}
	}
	by, hasDue := d.instant(s.zone)
	if hasDue && d.inTime(s.asOf, s.zone) {
		return PublicationPending, Reason{}
	}
	from := d.period.Start.In(s.zone)
	switch {
	case d.event != nil:
		from = d.event.At
	case d.period.Start.IsZero(): // once for all: it is not there now
		from, by = s.asOf, s.asOf
	}
	if !s.run.isComplete(i.Code, from, by) {
		return PublicationUnknown, Reason{NotComplete, []string{i.Code}}
	}
	return PublicationOverdue, Reason{}
}
