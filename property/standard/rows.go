package standard

// targets returns what an address names: a clause, a part, or what an alias is answered by.
func (r *Rules) targets(address string) []target {
	for i := range r.aliases {
		if r.aliases[i].doc.ID == address {
			return r.aliases[i].of
		}
	}
	if t, ok := r.directory.find(r.clauses, address); ok {
		return []target{t}
	}
	return nil
}

// judgeRead judges the clauses whose counts a clause reads.
func (x *run) judgeRead(i int) {
	for _, p := range x.rules.clauses[i].parts {
		for _, address := range p.need.counts {
			t, ok := x.rules.directory.find(x.rules.clauses, address)
			if !ok || x.verdicts[t.clause].Clause != "" {
				continue
			}
			x.judgeRead(t.clause)
			x.verdicts[t.clause] = x.clause(&x.rules.clauses[t.clause])
		}
	}
}

// yieldRows yields the rows of a clause, or of a part of it.
func (x *run) yieldRows(t target, yield func(Row) bool) bool {
	k := &x.rules.clauses[t.clause]
	if _, _, decided := x.before(k); decided || !x.rules.doc.chooses(k.doc) {
		return true
	}
	for i := range k.parts {
		p := &k.parts[i]
		if t.part >= 0 && t.part != i || len(p.unset) > 0 {
			continue
		}
		if _, _, decided := x.whenState(p.when); decided {
			continue
		}
		more := true
		p.judge.rows(x, func(row *Row) bool {
			out := *row
			out.Reason = row.Reason.clone()
			more = yield(out)
			return more
		})
		if !more {
			return false
		}
	}
	return true
}
