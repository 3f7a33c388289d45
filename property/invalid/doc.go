// Package invalid reports what is wrong with a document: every problem at
// once, each with the place it stands at, the rule it breaks and the values
// that break it.
//
// Documents are read with [Decode], which accepts exactly what the document
// type says and nothing else. Checks of a document gather their problems in a
// [List]; nothing is formatted while nothing is wrong:
//
//	var l invalid.List
//	l.Enter("lines")
//	for i, line := range bill.Lines {
//		if line.Days < 0 {
//			l.At(i, "days").Add(ErrNegative, strconv.Itoa(line.Days))
//		}
//	}
//	l.Leave()
//	return l.Err("bill")
//
// A caller finds one rule among many with errors.Is(err, pkg.ErrRule) and all
// problems with errors.As into an [*Error].
package invalid
