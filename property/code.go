package property

import (
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/wuyekit/wuye/property/invalid"
)

// maxCode is the longest code, in bytes.
const maxCode = 128

// Use is what a unit serves as (用途), an open list: a register takes any code,
// the constants name the common ones.
type Use string

// Common uses.
const (
	Dwelling Use = "dwelling" // 住宅
	Shop     Use = "shop"     // 商铺
	Office   Use = "office"   // 写字楼
	Parking  Use = "parking"  // 车位
	Yard     Use = "yard"     // 院落
	Mall     Use = "mall"     // 商场
)

// checkCode reports a code that cannot identify anything: empty, too long, with
// blanks at an end or invisible characters inside.
func checkCode(l *invalid.List, field, code string) {
	switch {
	case code == "":
		l.At(field).Add(invalid.ErrRequired, field)
	case !validCode(code):
		l.At(field).Add(ErrCode, strconv.Quote(code))
	}
}

// checkCodeOrNone is checkCode for a field that may be left out.
func checkCodeOrNone(l *invalid.List, field, code string) {
	if code != "" {
		checkCode(l, field, code)
	}
}

// IsCode reports whether a text can identify something: a unit, a party, a fee. It is 1 to 128
// bytes of UTF-8 with nothing invisible and no blank at an end.
func IsCode(code string) bool { return code != "" && validCode(code) }

func validCode(code string) bool {
	if len(code) > maxCode || !utf8.ValidString(code) || code != strings.TrimSpace(code) {
		return false
	}
	for _, r := range code {
		if !unicode.IsPrint(r) {
			return false
		}
	}
	return true
}

// maxRange bounds the codes one list expands to.
const maxRange = 10000

// ParseCodes expands a list of building or unit codes as people write it: codes
// separated by comma, 、, ； or a line break, and ranges "E1–E4" of numbered codes with
// a common prefix, written with a hyphen, dash, ~ or 至; a trailing 栋, 幢 or 号楼 is
// dropped. A range counts upwards and keeps the width of a zero-padded number. Nothing
// between two separators is passed over.
//
// Errors: [ErrCodeRange] for a range that is none and for more than 10,000 codes,
// [ErrCode] for an invalid code and for a list without any, [ErrCodeTwice] for a code
// that occurs twice; all of them at once, by the position of the element.
// Source: rule PROP-45.
func ParseCodes(text string) ([]string, error) {
	var l invalid.List
	var out []string
	seen, expanded := map[string]bool{}, 0
	parts := strings.FieldsFunc(text, func(r rune) bool { return strings.ContainsRune(",，、;；\n", r) })
	parts = slices.DeleteFunc(parts, func(s string) bool { return strings.TrimSpace(s) == "" })
	if len(parts) == 0 {
		l.Add(ErrCode, strconv.Quote(text))
	}
	for i, part := range parts {
		codes, err := expandRange(strings.TrimSpace(part))
		l.At(i).Take(err)
		if expanded += len(codes); expanded > maxRange {
			l.At(i).Add(ErrCodeRange, strconv.Quote(part))
			break
		}
		for _, c := range codes {
			if seen[c] {
				l.At(i).Add(ErrCodeTwice, c)
				continue
			}
			seen[c] = true
			out = append(out, c)
		}
	}
	if err := l.Err("codes"); err != nil {
		return nil, err
	}
	return out, nil
}

// trimBuilding drops the word for a building behind its code.
func trimBuilding(s string) string {
	s = strings.TrimSpace(s)
	for _, word := range []string{"号楼", "栋", "幢"} {
		if code, ok := strings.CutSuffix(s, word); ok {
			return strings.TrimSpace(code)
		}
	}
	return s
}

// expandRange returns the codes of one element: itself, or those of a range.
func expandRange(s string) ([]string, error) {
	from, to, ok := cutRange(s)
	if !ok {
		if s = trimBuilding(s); s == "" || !validCode(s) {
			return nil, invalid.Value(ErrCode, strconv.Quote(s))
		}
		return []string{s}, nil
	}
	prefix, low, width := splitNumber(trimBuilding(from))
	prefixTo, high, widthTo := splitNumber(trimBuilding(to))
	if prefixTo == "" {
		prefixTo = prefix
	}
	bad := low < 0 || high < low || high-low >= maxRange || prefix != prefixTo ||
		widthTo > 0 && widthTo != width
	if bad || !validCode(padded(prefix, low, width)) || !validCode(padded(prefix, high, width)) {
		return nil, invalid.Value(ErrCodeRange, strconv.Quote(s))
	}
	out := make([]string, 0, high-low+1)
	for n := low; n <= high; n++ {
		out = append(out, padded(prefix, n, width))
	}
	return out, nil
}

func padded(prefix string, n, width int) string {
	digits := strconv.Itoa(n)
	return prefix + strings.Repeat("0", max(0, width-len(digits))) + digits
}

// cutRange splits at the sign of a range. 至 is one behind a number only, since names
// of buildings hold it. A plain hyphen is one only between two codes that end in a number
// and share what stands before it, letters or the word for a building: "E1-E4" and
// "1栋-4栋" are ranges, "1-0803" and "1栋-0803" are codes.
func cutRange(s string) (from, to string, ok bool) {
	for _, sign := range []string{"——", "–", "—", "~", "～"} {
		if from, to, ok = strings.Cut(s, sign); ok {
			return from, to, true
		}
	}
	if from, to, ok = strings.Cut(s, "至"); ok {
		_, n, _ := splitNumber(trimBuilding(from))
		return from, to, n >= 0
	}
	if from, to, ok = strings.Cut(s, "-"); !ok {
		from, to, ok = strings.Cut(s, "－")
	}
	a, n, _ := splitNumber(trimBuilding(from))
	b, m, _ := splitNumber(trimBuilding(to))
	words := trimBuilding(from) != strings.TrimSpace(from) && trimBuilding(to) != strings.TrimSpace(to)
	return from, to, ok && n >= 0 && m >= 0 && a == b && (a != "" || words)
}

// splitNumber cuts the digits off the end; n is -1 where there are none or too many,
// width is 0 unless the number begins with a zero.
func splitNumber(s string) (prefix string, n, width int) {
	i := len(s)
	for i > 0 && s[i-1] >= '0' && s[i-1] <= '9' {
		i--
	}
	n, err := strconv.Atoi(s[i:])
	if err != nil {
		return s, -1, 0
	}
	if s[i] == '0' {
		width = len(s) - i
	}
	return s[:i], n, width
}
