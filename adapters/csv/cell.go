package csv

import "strings"

// appendText appends a text cell: quoted where it must be, and with a leading apostrophe
// where a spreadsheet would take it for a formula (= + - @ and their full-width forms, tab,
// carriage return). The reader of this package takes the apostrophe off again.
func appendText(dst []byte, s string) []byte {
	if isPlain(s) {
		return append(dst, s...)
	}
	return appendAwkward(dst, s)
}

// isPlain reports whether the text can stand in a cell as it is.
func isPlain(s string) bool {
	if s == "" {
		return true
	}
	switch s[0] {
	case '=', '+', '-', '@', '\'', ' ', '\t', 0xEF: // 0xEF begins ＝ ＋ － ＠ and their neighbours
		return false
	}
	for i := range len(s) {
		if c := s[i]; c == ',' || c == '"' || c == '\n' || c == '\r' {
			return false
		}
	}
	return true
}

func appendAwkward(dst []byte, s string) []byte {
	if looksLikeFormula(s) {
		s = "'" + s
	}
	if !strings.ContainsAny(s, ",\"\r\n") && strings.TrimSpace(s) == s {
		return append(dst, s...)
	}
	dst = append(dst, '"')
	dst = append(dst, strings.ReplaceAll(s, `"`, `""`)...)
	return append(dst, '"')
}

// looksLikeFormula reports whether a spreadsheet might run the text, or whether the reader
// would take an apostrophe off that belongs to it.
func looksLikeFormula(s string) bool {
	rest := strings.TrimLeft(s, "'")
	if rest == "" {
		return false
	}
	if strings.ContainsRune("=+-@\t\r", rune(rest[0])) {
		return true
	}
	for _, wide := range []string{"＝", "＋", "－", "＠"} {
		if strings.HasPrefix(rest, wide) {
			return true
		}
	}
	return false
}
