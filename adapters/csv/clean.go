package csv

import (
	"strings"
	"unicode/utf8"
)

// clean returns a cell's text without the blanks around it, full-width and
// non-breaking ones included, and without the apostrophe that keeps a spreadsheet
// from taking it for a formula: exactly what appendText puts there.
func clean(s string) string {
	s = strings.TrimSpace(s)
	if s != "" && s[0] == '\'' && looksLikeFormula(s) {
		return s[1:]
	}
	return s
}

// fold returns s with every full-width character that ASCII has (全角) as in ASCII:
// for numbers, dates, words and headers.
func fold(s string) string {
	return foldIf(s, func(rune) bool { return true })
}

// foldCode folds what stands in codes: digits, letters, hyphen and parentheses. A full
// stop or comma between codes of other systems keeps its width.
func foldCode(s string) string {
	return foldIf(s, func(r rune) bool {
		return r >= '0' && r <= '9' || r >= 'A' && r <= 'Z' || r >= 'a' && r <= 'z' ||
			r == '-' || r == '(' || r == ')'
	})
}

// foldIf folds the full-width characters whose ASCII form is wanted.
func foldIf(s string, wanted func(ascii rune) bool) string {
	if isASCII(s) {
		return s
	}
	return strings.Map(func(r rune) rune {
		switch {
		case r >= '！' && r <= '～' && wanted(r-'！'+'!'):
			return r - '！' + '!'
		case r == '\u3000' || r == '\u00a0':
			return ' '
		default:
			return r
		}
	}, s)
}

func isASCII(s string) bool {
	for i := range len(s) {
		if s[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}

// headerKey returns what two headers have in common if they are the same to a
// reader: width, case and blanks do not count.
func headerKey(s string) string {
	return strings.ToLower(strings.Join(strings.Fields(fold(clean(s))), " "))
}
