package standard

import "slices"

// Need is what a part of a clause reads (所需证据), so that an integrator sees what to supply.
type Need struct {
	Clause  string `json:"clause"`
	Profile string `json:"profile,omitempty"`
	Part    string `json:"part,omitempty"`
	// Measure is which of the eight it is.
	Measure string `json:"measure"`
	// Subjects and Records are kinds; Fields are "kind.field" and "estate.field", Events "kind.event", Items "kind.item".
	Subjects []string `json:"subjects,omitempty"`
	Records  []string `json:"records,omitempty"`
	Fields   []string `json:"fields,omitempty"`
	Events   []string `json:"events,omitempty"`
	Items    []string `json:"items,omitempty"`
	// Figures are codes of figures; Params the parameters it reads, and Unset those of them that have no value.
	Figures []string `json:"figures,omitempty"`
	Params  []string `json:"params,omitempty"`
	Unset   []string `json:"unset,omitempty"`
}

// reads is what a part reads, as it is compiled.
type reads struct {
	Need
	// complete are the kinds that must be complete for it to be met.
	complete []string
	// counts are the addresses of clauses and parts whose counts it reads.
	counts []string
}

func (n reads) clone() reads {
	return reads{Need: n.Need.clone(), complete: slices.Clone(n.complete), counts: slices.Clone(n.counts)}
}

func (n Need) clone() Need {
	for _, list := range []*[]string{&n.Subjects, &n.Records, &n.Fields, &n.Events, &n.Items, &n.Figures, &n.Params, &n.Unset} {
		*list = slices.Clone(*list)
	}
	return n
}

// Needs lists what each part of each clause reads, in the order of the standard (需求清单): the kinds, fields, events, items and
// figures that an integrator has to supply, and the parameters.
func (r *Rules) Needs() []Need {
	open := map[string]bool{}
	for _, p := range r.doc.Params {
		open[p.Name] = p.Value == ""
	}
	var out []Need
	for i := range r.clauses {
		k := &r.clauses[i]
		for j := range k.parts {
			n := k.parts[j].need.Need.clone()
			n.Clause, n.Profile, n.Measure = k.doc.ID, k.doc.Profile, k.parts[j].doc.Kind()
			for _, p := range n.Params {
				if open[p] {
					n.Unset = append(n.Unset, p)
				}
			}
			out = append(out, n)
		}
	}
	return out
}

// Unset lists the parameters that have no value, in the order of the standard.
func (r *Rules) Unset() []Param {
	var out []Param
	for _, p := range r.doc.Params {
		if p.Value == "" {
			out = append(out, p)
		}
	}
	return out
}
