// Package measure holds areas and other measured quantities as exact, small
// values: [Area] in ten-thousandths of a square metre and [Quantity] in
// ten-thousandths of its [Unit].
//
//	flat, err := measure.ParseArea("89.53")
//	if err != nil {
//		return err
//	}
//	managed, err := total.Add(flat) // overflow is an error, never a wrong figure
//
// Every value is comparable with ==, has no pointers, and has one canonical
// text, so that equal values are equal in maps, files and hashes.
package measure
