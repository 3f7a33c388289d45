package standard

import "github.com/wuyekit/wuye/property/metric"

// Vocabulary declares the names that clauses and evidence share (证据词汇表): a misspelt one would be unknown for ever. It is a
// document.
type Vocabulary struct {
	Code string `json:"code"`
	// Kinds are those of records and subjects.
	Kinds []Kind `json:"kinds"`
	// Figures are what is counted; those of the metrics given to [Compile] are known too, as "metric.term".
	Figures []Term `json:"figures,omitempty"`
	// Estate are the fields of the estate.
	Estate []FieldType `json:"estate,omitempty"`
}

// Kind is a kind of records or of subjects (类别).
type Kind struct {
	Code string      `json:"code"`
	Name metric.Name `json:"name"`
	// Subject marks a kind of subjects; others are kinds of records.
	Subject bool `json:"subject,omitempty"`
	// Of is the kind of subjects that a record of this kind names; empty: any, or none.
	Of     string      `json:"of,omitempty"`
	Fields []FieldType `json:"fields,omitempty"`
	// Events are the names that the events of a case may have.
	Events []Term `json:"events,omitempty"`
	// Items are the codes that the items of a sheet may have; none: any.
	Items []Term `json:"items,omitempty"`
}

// FieldType is a field and the type of its values.
type FieldType struct {
	Name  string      `json:"name"`
	Title metric.Name `json:"title,omitzero"`
	Type  ValueType   `json:"type"`
	// Values are the words that a text may be; none: any. Grades name their order instead.
	Values []string `json:"values,omitempty"`
	Order  string   `json:"order,omitempty"`
}

// Term is a code and what it stands for.
type Term struct {
	Code string      `json:"code"`
	Name metric.Name `json:"name,omitzero"`
}
