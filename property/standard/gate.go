package standard

import (
	"slices"

	"github.com/wuyekit/wuye/property/invalid"
)

// Check judges one record that is not stored yet by the clause or part at an address: may this person be let in? It uses the measure
// record alone, with the subject and the fields of the estate that its conditions read; either may be missing, and what depends on it
// is unknown (许可把关). A record that no part means is not applicable, as is every one while the clause is off or not in force on the day
// of the record.
//
// Errors: [ErrTarget]; [ErrNoGate] for a clause that judges no single records of its kind; an *[invalid.Error] with every problem of the
// record, the subject and the fields, [ErrOtherSubject] for a subject that the record is not about among them.
func (r *Rules) Check(address string, rec Record, subject *Subject, estate []Field) (Verdict, error) {
	t, ok := r.directory.find(r.clauses, address)
	if !ok {
		return Verdict{}, invalid.Value(ErrTarget, invalid.Quote(address))
	}
	e := Evidence{Estate: estate, Records: []Record{rec}, AsOf: rec.when()}
	if subject != nil {
		e.Subjects = []Subject{*subject}
	}
	if err := r.checkProposed(&e); err != nil {
		return Verdict{}, err
	}
	x := run{rules: r, evidence: &e, zone: r.calendar.Location(), asOf: e.AsOf}
	x.indexSubjects()
	return x.gate(&r.clauses[t.clause], t.part, &e.Records[0], subject)
}

// checkProposed reports every problem of a record that is proposed, and of what it comes with.
func (r *Rules) checkProposed(e *Evidence) error {
	var l invalid.List
	k := evidenceCheck{list: &l, rules: r, words: r.words, zone: r.calendar.Location()}
	k.fields("estate", "estate", e.Estate, nil, r.words.estate)
	k.subjects(e.Subjects)
	k.records(e.Records)
	rec := &e.Records[0]
	kind := r.words.kinds[rec.Kind]
	for _, s := range e.Subjects {
		if kind != nil && s.Kind == kind.Of && rec.Subject != "" && s.ID != rec.Subject {
			l.At("subjects", 0, "id").Add(ErrOtherSubject, invalid.Quote(rec.Subject), invalid.Quote(s.ID))
		}
	}
	return l.Err("record " + rec.ID)
}

// gate judges a record by the parts of a clause, or by one of them.
func (x *run) gate(k *clause, only int, rec *Record, subject *Subject) (Verdict, error) {
	v := Verdict{Clause: k.doc.ID, Profile: k.doc.Profile}
	var parts []*part
	for i := range k.parts {
		if m := k.parts[i].doc.Record; m != nil && m.Of == rec.Kind && (only < 0 || only == i) {
			parts = append(parts, &k.parts[i])
		}
	}
	if len(parts) == 0 {
		return Verdict{}, invalid.Value(ErrNoGate, invalid.Quote(k.doc.ID), invalid.Quote(rec.Kind))
	}
	if s, why, ok := x.beforeGate(k); ok {
		v.State, v.Reason = s, why
		return v, nil
	}
	for _, p := range parts {
		v.Parts = append(v.Parts, x.gatePart(p, rec, subject))
	}
	v.State, v.Reason = joinParts(v.Parts)
	return v, nil
}

// beforeGate decides a clause that judges no records now. A record without an instant is of any day.
func (x *run) beforeGate(k *clause) (State, Reason, bool) {
	if k.doc.Off {
		return NotApplicable, Reason{Code: IsOff}, true
	}
	day, from := dayOf(x.asOf, x.zone), max(k.doc.From, x.rules.doc.From)
	if !x.asOf.IsZero() && (day < from || !k.doc.To.IsZero() && day > k.doc.To) {
		return NotApplicable, Reason{Code: NotInForce}, true
	}
	return x.whenState(k.when)
}

func (x *run) gatePart(p *part, rec *Record, subject *Subject) PartVerdict {
	v := PartVerdict{Part: p.doc.Part}
	if s, why, ok := x.whenState(p.when); ok {
		v.State, v.Reason = s, why
		return v
	}
	j, ok := p.judge.(*recordJudge)
	if !ok {
		v.State, v.Reason = Unknown, Reason{ParamUnset, slices.Clone(p.unset)}
		return v
	}
	if subject != nil && subject.Kind != j.subject {
		subject = nil
	}
	var row Row
	if !j.one(x, rec, subject, &row) {
		v.State, v.Reason = NotApplicable, Reason{Code: NoRows}
		return v
	}
	v.Counts.add(&row)
	v.State, v.Reason = row.State, row.Reason.clone()
	return v
}
