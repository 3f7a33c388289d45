package standard

// Proof is evidence with the verdict that is expected (条款验证). The package standardtest runs the proofs of a standard, and moves each of
// its limits to see one of them fail.
type Proof struct {
	// Name is unique in the clause.
	Name string `json:"name"`
	// Like is the name of a proof before it whose evidence and parameters it begins with.
	Like string `json:"like,omitempty"`
	// Params are values of parameters; those that are not named are as in the standard.
	Params []Param `json:"params,omitempty"`
	// Evidence is what is known; of a proof like another it is added to that: figures and fields of the same name, subjects and records of the same
	// ID replace those that were there, and a period or an instant that is set does.
	Evidence Evidence `json:"evidence,omitzero"`
	// Incomplete takes the completeness of kinds away, "*" of all.
	Incomplete []string `json:"incomplete,omitempty"`
	// Without takes subjects, records, figures and fields of the estate away, by ID or name.
	Without []string `json:"without,omitempty"`
	// State is the verdict that is expected of the clause, and Code its reason.
	State State `json:"state"`
	Code  Code  `json:"code,omitempty"`
	// Parts are those expected of parts; others are not looked at.
	Parts []PartProof `json:"parts,omitempty"`
}

// PartProof is the verdict expected of a part.
type PartProof struct {
	Part  string `json:"part"`
	State State  `json:"state"`
	Code  Code   `json:"code,omitempty"`
}
