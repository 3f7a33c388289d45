package standard

import "slices"

// report judges every clause.
func (x *run) report() Report {
	r := x.rules
	out := Report{Standard: r.doc.ID, Version: r.doc.Version, AsOf: x.asOf, Start: x.start, End: x.end}
	for _, i := range r.order {
		x.verdicts[i] = x.clause(&r.clauses[i])
	}
	for i := range r.clauses {
		if r.doc.chooses(r.clauses[i].doc) {
			out.Clauses = append(out.Clauses, x.verdicts[i])
		}
	}
	for i := range r.aliases {
		if v, ok := x.alias(&r.aliases[i]); ok {
			out.Clauses = append(out.Clauses, v)
		}
	}
	return out
}

// clause judges a clause.
func (x *run) clause(k *clause) Verdict {
	v := Verdict{Clause: k.doc.ID, Profile: k.doc.Profile}
	if s, why, ok := x.before(k); ok {
		v.State, v.Reason = s, why
		return v
	}
	for i := range k.parts {
		v.Parts = append(v.Parts, x.part(&k.parts[i]))
	}
	v.State, v.Reason = joinParts(v.Parts)
	return v
}

// before decides a clause that is not measured at all: it is off, not in force, or its conditions do not hold. Otherwise the run is
// of that part of the period in which the clause binds.
func (x *run) before(k *clause) (State, Reason, bool) {
	if k.doc.Off {
		return NotApplicable, Reason{Code: IsOff}, true
	}
	if !x.bind(k.doc) {
		return NotApplicable, Reason{Code: NotInForce}, true
	}
	return x.whenState(k.when)
}

// bind narrows the period to the days on which a clause binds, and reports whether there are any.
func (x *run) bind(c *Clause) bool {
	x.start, x.end = x.evidence.Start.In(x.zone), x.evidence.End.In(x.zone)
	if from := max(c.From, x.rules.doc.From); !from.IsZero() && from.In(x.zone).After(x.start) {
		x.start = from.In(x.zone)
	}
	if end := (c.To + 1).In(x.zone); !c.To.IsZero() && end.Before(x.end) {
		x.end = end
	}
	return x.start.Before(x.end)
}

// whenState decides by conditions on the estate and on parameters.
func (x *run) whenState(when conditions) (State, Reason, bool) {
	switch t, field := when.hold(x, nil, nil); t {
	case no:
		return NotApplicable, Reason{WhenFalse, []string{field}}, true
	case maybe:
		return Unknown, missing(field), true
	case yes:
	}
	return Unknown, Reason{}, false
}

// missing is the reason of a fact that is not there: a parameter or a field.
func missing(field string) Reason {
	if field != "" && field[0] == '$' {
		return Reason{ParamUnset, []string{field[1:]}}
	}
	return Reason{FieldMissing, []string{field}}
}

// part judges a measure: its rows joined, and completeness where they are met.
func (x *run) part(p *part) PartVerdict {
	v := PartVerdict{Part: p.doc.Part}
	if s, why, ok := x.whenState(p.when); ok {
		v.State, v.Reason = s, why
		return v
	}
	if len(p.unset) > 0 {
		v.State, v.Reason = Unknown, Reason{ParamUnset, p.unset}.clone()
		return v
	}
	var reasons [NotApplicable + 1]Reason
	p.judge.rows(x, func(r *Row) bool {
		v.Counts.add(r)
		if first := &reasons[r.State]; first.Code == 0 && r.Reason.Code != 0 {
			*first = r.Reason.clone()
		}
		return true
	})
	v.Counts.Extra, x.extra = x.extra, 0
	v.State, v.Reason = x.joinRows(p, &v.Counts, &reasons)
	return v
}

// joinRows joins the rows of a part, by its share or by precedence. Only rows that are breached, or that lack something themselves, say
// what they say whatever else there is; of the others, and of a share, it takes all rows to be sure.
func (x *run) joinRows(p *part, n *Counts, reasons *[NotApplicable + 1]Reason) (State, Reason) {
	state, whole := n.joined(), true
	reason := reasons[state]
	if j, ok := p.judge.(joiner); ok {
		if s, byShare := j.join(n); byShare {
			state, reason, whole = s, reasons[s], j.isWhole()
		}
	}
	lacking := x.lacking(p)
	switch {
	case state == Unknown && n.Total > 0 && reason.Code == NotComplete:
		for _, kind := range reason.Args {
			lacking = appendNew(lacking, kind)
		}
		return state, Reason{NotComplete, lacking}
	case state == Unknown && n.Total > 0, state == Breached && whole:
		return state, reason
	case len(lacking) > 0:
		return Unknown, Reason{NotComplete, lacking}
	case n.Total == 0:
		return NotApplicable, Reason{Code: NoRows}
	}
	return state, reason
}

// lacking returns the kinds that the part needs whole and that are not.
func (x *run) lacking(p *part) []string {
	var out []string
	for _, kind := range p.kinds {
		if !x.whole(kind) {
			out = append(out, kind)
		}
	}
	return out
}

// alias joins the verdicts of what it answers to; it is false where none of them is judged.
func (x *run) alias(a *alias) (Verdict, bool) {
	v := Verdict{Clause: a.doc.ID, Of: slices.Clone(a.doc.Of)}
	some := false
	var parts []PartVerdict
	for _, t := range a.of {
		k := &x.verdicts[t.clause]
		if !x.rules.doc.chooses(x.rules.clauses[t.clause].doc) {
			continue
		}
		some, v.Profile = true, k.Profile
		if t.part >= 0 && t.part < len(k.Parts) {
			parts = append(parts, k.Parts[t.part])
			continue
		}
		parts = append(parts, PartVerdict{State: k.State, Reason: k.Reason})
	}
	v.State, v.Reason = joinParts(parts)
	return v, some
}

// joinParts joins verdicts by precedence: breached, unknown, pending, met, waived, not applicable.
func joinParts(parts []PartVerdict) (State, Reason) {
	var n Counts
	for i := range parts {
		n.count(parts[i].State)
	}
	state := n.joined()
	for i := range parts {
		if parts[i].State == state {
			return state, parts[i].Reason
		}
	}
	return state, Reason{}
}
