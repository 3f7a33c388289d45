// Package csv reads the estate, its meters, its cases, its scoring sheets and the evidence for its standards out of the tables that other systems and people
// write: as they are, with their own headers, encodings and words.
//
//	m, err := invalid.Decode[csv.Mapping](mappingFile, "mapping")
//	im, err := csv.Read(tableFile, m, csv.Options{AsOf: civil.MustParse("2026-11-01")})
//	b := property.NewBuilder(community)
//	im.AddTo(b)
//	register, err := b.Build()
//
// A [Mapping] is a document that says which column becomes which field; the page
// MAPPING.md explains it. Without one the package's own headers are recognised, in
// English and Chinese; [OwnMapping] returns what that means, to start from.
//
// Nothing is lost in silence: every row is good, bad or ignored, [Import] counts all
// three and says why, cell by cell. Nothing is guessed either: 1/11/2026 is not a date
// here, 1,23 is not a number, and an empty cell is not 0.
package csv
