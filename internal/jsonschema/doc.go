// Package jsonschema writes the JSON Schema (draft 2020-12) of a document type, so
// that a golden file shows every change of a document and another language can
// check its files. Only tests import it.
//
//	schema, err := jsonschema.Generate("https://wuyekit.github.io/schemas/tariff.json",
//		billing.Tariff{}, jsonschema.Options{Sources: map[string]string{"github.com/wuyekit/wuye": "."}})
//
// It describes what invalid.Decode reads: exact names, no unknown fields, decimal
// terms as text or number, values by their text. What the document's own Check
// refuses beyond that, a schema cannot say.
package jsonschema
