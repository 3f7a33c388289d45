package standard

import "github.com/wuyekit/wuye/property/invalid"

// recordJudge judges every record of a kind by conditions.
type recordJudge struct {
	of, per string
	own     bool   // the records name the subjects themselves
	subject string // the kind of subject whose fields conditions may read
	where   conditions
	must    conditions
	waiver  string
}

func (c *compiler) record(d *RecordRule) *recordJudge {
	kind := c.records("of", d.Of)
	j := recordJudge{of: d.Of, per: d.Per, waiver: d.Waiver}
	subject := c.subjects(d.Per)
	if d.Per == "" {
		subject = c.ofKind(kind)
	} else if kind != nil {
		j.own = kind.Of == d.Per
	}
	j.subject = kindCode(subject)
	j.where = c.conditions("where", d.Where, kind, subject)
	j.must = c.conditions("must", d.Must, kind, subject)
	if len(d.Must) == 0 {
		c.at("must").Add(ErrFew, "1")
	}
	if j.where.readSubject() || j.must.readSubject() {
		c.need.Subjects = appendNew(c.need.Subjects, j.subject)
	}
	c.waiver(d.Waiver, kind)
	return &j
}

// waiver reports a field that records of the kind cannot have.
func (c *compiler) waiver(field string, kind *Kind) {
	switch {
	case field == "" || kind == nil:
	case kind.field(field) == nil:
		c.at("waiver").Add(ErrField, invalid.Quote(field), invalid.Quote(kind.Code))
	default:
		c.need.Fields = appendNew(c.need.Fields, kind.Code+"."+field)
	}
}

// readSubject reports whether one of the conditions reads a field of the subject.
func (cs conditions) readSubject() bool {
	for i := range cs {
		if cs[i].left.from == fromSubject {
			return true
		}
		for _, list := range [...][]term{cs[i].right, cs[i].span} {
			for j := range list {
				if list[j].from == fromSubject {
					return true
				}
			}
		}
	}
	return false
}

func (j *recordJudge) rows(x *run, yield func(*Row) bool) {
	var row Row
	for _, e := range x.all(j.of) {
		if !j.means(x, e.record) {
			continue
		}
		if !j.pairs(x, e.record, func(s *Subject) bool { return !j.one(x, e.record, s, &row) || yield(&row) }) {
			return
		}
	}
}

// means reports whether a record belongs to the period; a case without an instant of its own does by its first event.
func (j *recordJudge) means(x *run, r *Record) bool {
	if !r.At.IsZero() || len(r.Events) == 0 {
		return x.within(r)
	}
	began := r.when()
	return !began.Before(x.start) && began.Before(x.end) && !began.After(x.asOf)
}

// pairs yields the subjects that a record is judged with: the one that it names; with per each, if it names none of them.
func (j *recordJudge) pairs(x *run, r *Record, yield func(*Subject) bool) bool {
	s := x.named(j.subject, r.Subject)
	if j.per == "" || s != nil || j.own && r.Subject != "" {
		return yield(s)
	}
	for _, each := range x.subjects[j.per] {
		if !yield(each) {
			return false
		}
	}
	return true
}

// one judges a record with a subject, nil where it names none that is known; it is false for a record that is not meant.
func (j *recordJudge) one(x *run, r *Record, s *Subject, row *Row) bool {
	*row = Row{Subject: idOf(s), Record: r.ID, At: r.At}
	if s == nil {
		row.Subject = r.Subject
	}
	switch t, field := j.where.hold(x, r, s); t {
	case no:
		return false
	case maybe:
		row.State, row.Reason = Unknown, missing(field)
		return true
	case yes:
	}
	switch t, field := j.must.hold(x, r, s); {
	case t == yes:
		row.State = Met
	case t == maybe:
		row.State, row.Reason = Unknown, missing(field)
	case j.waiver != "" && isFilled(r.Fields, j.waiver):
		row.State, row.Reason = Waived, Reason{ExcusedBy, []string{j.waiver}}
	default:
		row.State, row.Reason = Breached, Reason{ConditionFalse, []string{field}}
	}
	return true
}

func isFilled(fields []Field, name string) bool {
	i := fieldIndex(fields, name)
	return i >= 0 && (fields[i].Value != "" || len(fields[i].Values) > 0)
}
