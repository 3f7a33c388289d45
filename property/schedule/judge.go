package schedule

import (
	"cmp"
	"slices"
	"time"

	"github.com/wuyekit/wuye/property/civil"
	"github.com/wuyekit/wuye/property/invalid"
)

// Judge says what became of everything that was due from from on and before to, as far as the evidence goes at the
// instant asOf (评判). Rows are appended to dst; the report's counts are of those that are new.
//
// What is due comes from the duty alone, never from the records. A record serves at most one thing that is due: of
// all that could meet the pair that is nearest in time does, and of equally near ones the earliest. Records are judged by
// when they were done, however late they arrive, and in whatever order they are given; those after asOf have not happened.
//
//   - An occurrence of a rule is on time within its window, from Early before it is due to Late after, late if it is done
//     after that and before the next window begins, and missed otherwise.
//   - A quota is met as soon as it is reached. A period belongs to the time in which it begins, and is judged by its end,
//     pending until then; one that began before the time asked about, or that the duty's days or its season cut, is
//     counted and not judged.
//   - A gap belongs to the time in which it ends: with a record, or by growing too long. One that was too long before the time
//     asked about and is not ended yet is carried into it. So is a demand by a day that is overdue.
//   - An occurrence or a period whose window lies wholly in an excuse is excused, and no record serves it; what is excused
//     in part is owed in full. The due of a gap or a usage that falls in an excuse moves to the excuse's end.
//
// Errors: an *[invalid.Error] with every problem of the evidence, [ErrAsked] if to is not after from, and [ErrInstant].
func (s *Schedule) Judge(dst []Row, e *Evidence, from, to, asOf time.Time) (Report, error) {
	if err := checkAsked(e, from, to, asOf); err != nil {
		return Report{Rows: dst}, err
	}
	var j judging
	j.begin(s, e, from, to, asOf, dst)
	j.run()
	return j.report, nil
}

func checkAsked(e *Evidence, from, to, asOf time.Time) error {
	var l invalid.List
	e.Check(&l)
	for _, asked := range []struct {
		name string
		at   time.Time
	}{{"from", from}, {"to", to}, {"asOf", asOf}} {
		checkInstant(l.At(asked.name), asked.name, asked.at)
	}
	if !from.Before(to) {
		l.At("to").Add(ErrAsked, from.Format(time.RFC3339), to.Format(time.RFC3339))
	}
	return l.Err("evidence " + e.Subject)
}

// judging is one call of [Schedule.Judge].
type judging struct {
	*Schedule
	evidence       *Evidence
	from, to, asOf time.Time
	zone           *time.Location
	records        []*Record // that can serve, by time and ID
	serves         []bool    // the record serves something, within the time asked about or not
	aside          []*Record // of the duty's kinds, that cannot serve
	excuses        []Excuse  // by time, those that touch as one
	meters         map[string][]Reading
	report         Report
	// brief leaves out what a [Desk] does.
	brief bool
	// Memory that is used again.
	periods     []civil.Period
	occurrences []Occurrence
	slots       []slot
	active      []*slot
	pairing     pairing
}

// gather sorts out the records of the duty's kinds.
func (j *judging) gather() {
	planned := j.doc.Demand.planned()
	for i := range j.evidence.Records {
		r := &j.evidence.Records[i]
		switch {
		case r.At.After(j.asOf) || !j.acts(r.Kind):
		case r.Voluntary || planned && r.Unplanned:
			j.aside = append(j.aside, r)
		default:
			j.records = append(j.records, r)
		}
	}
	if !slices.IsSortedFunc(j.records, byTime) {
		slices.SortFunc(j.records, byTime)
	}
	j.serves = slices.Grow(j.serves[:0], len(j.records))[:len(j.records)]
	clear(j.serves)
}

func byTime(a, b *Record) int {
	if n := a.At.Compare(b.At); n != 0 {
		return n
	}
	return cmp.Compare(a.ID, b.ID)
}

// acts reports whether records of a kind fulfil the duty.
func (s *Schedule) acts(kind string) bool {
	if len(s.doc.Acts) == 0 {
		return kind == s.doc.Code
	}
	return slices.Contains(s.doc.Acts, kind)
}

// planned reports whether only records that were planned count. Of several demands of which the first holds one
// that says so is enough: a record fulfils all of them or none.
func (d *Demand) planned() bool {
	if d.First != nil {
		return slices.ContainsFunc(d.First.Of, func(of Demand) bool { return of.planned() })
	}
	return d.Gap != nil && d.Gap.Planned
}

// recordsFrom returns the index of the first record that can serve at an instant or after it.
func (j *judging) recordsFrom(t time.Time) int {
	i, _ := slices.BinarySearchFunc(j.records, t, func(r *Record, t time.Time) int { return r.At.Compare(t) })
	return i
}

func (j *judging) add(r *Row) {
	j.report.Rows = append(j.report.Rows, *r)
	j.report.Counts.add(r)
}

// serve notes that a record serves a row.
func (j *judging) serve(r *Row, i int) {
	r.Record, r.At = j.records[i].ID, j.records[i].At
	j.serves[i] = true
}

// setAside lists the records within the time asked about that serve nothing.
func (j *judging) setAside() {
	for i, r := range j.records {
		if !j.serves[i] {
			j.aside = append(j.aside, r)
		}
	}
	if !j.brief {
		slices.SortFunc(j.aside, byTime)
	}
	for _, r := range j.aside {
		switch {
		case r.At.Before(j.from) || !r.At.Before(j.to):
			continue
		case r.Voluntary:
			j.report.Counts.Voluntary++
		default:
			j.report.Counts.Extra++
		}
		if !j.brief {
			j.report.Asides = append(j.report.Asides, Aside{Record: r.ID, At: r.At, Voluntary: r.Voluntary})
		}
	}
}

// unknown adds a row that cannot be judged.
func (j *judging) unknown(key string, reason Reason, missing string) {
	if j.brief {
		key = ""
	}
	j.add(&Row{Key: key, Reason: reason, Missing: missing})
}

// field returns a field of the subject by its name.
func (e *Evidence) field(name string) (Field, bool) {
	for _, f := range e.Fields {
		if f.Name == name {
			return f, true
		}
	}
	return Field{}, false
}

// start returns the field as an instant: a day begins at 00:00.
func (f Field) start(zone *time.Location) time.Time {
	if f.At.IsZero() {
		return f.On.In(zone)
	}
	return f.At
}

// day returns the day of the field.
func (f Field) day(zone *time.Location) civil.Date {
	if f.At.IsZero() {
		return f.On
	}
	return civil.Of(f.At.In(zone))
}
