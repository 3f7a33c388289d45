package standard

// Stray is a record about a subject that the evidence does not have (无主记录): "p1" where the population has "P1". What is asked of each
// subject does not count it, and may be judged as missing; what is asked of each record or case does.
type Stray struct {
	// Record is the ID of the record, and Kind its kind.
	Record string `json:"record"`
	Kind   string `json:"kind"`
	// Subject is what it names, and Of the kind of subjects that has none of that ID.
	Subject string `json:"subject"`
	Of      string `json:"of"`
}

// Strays lists the records that name a subject which is not there, in the order of the evidence: those of kinds of which the vocabulary
// says what they are about, where there are some of those. Look at it before a verdict that something is missing is believed (无主记录清单).
func (r *Rules) Strays(e *Evidence) []Stray {
	have, some := make(map[kindID]bool, len(e.Subjects)), map[string]bool{}
	for i := range e.Subjects {
		have[kindID{e.Subjects[i].Kind, e.Subjects[i].ID}] = true
		some[e.Subjects[i].Kind] = true
	}
	var out []Stray
	for i := range e.Records {
		rec := &e.Records[i]
		kind := r.words.kinds[rec.Kind]
		if kind == nil || kind.Of == "" || rec.Subject == "" || !some[kind.Of] || have[kindID{kind.Of, rec.Subject}] {
			continue
		}
		out = append(out, Stray{rec.ID, rec.Kind, rec.Subject, kind.Of})
	}
	return out
}
