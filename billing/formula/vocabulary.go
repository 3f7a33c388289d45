package formula

import (
	"strings"
	"unicode"
)

// vocabulary is every word that a formula may use.
type vocabulary struct {
	vars  []Variable
	units []unit // of the variables
	want  []unit

	exact  map[string]int // spelling → variable
	folded map[string]int // the same, whatever the case

	unitExact  map[string]string // spelling → word of a unit
	unitFolded map[string]string
}

func newVocabulary(vars []Variable) *vocabulary {
	v := &vocabulary{
		vars: vars, units: make([]unit, len(vars)),
		exact: map[string]int{}, folded: map[string]int{},
		unitExact: map[string]string{}, unitFolded: map[string]string{},
	}
	for _, row := range unitWords() {
		for _, spelling := range row {
			v.unitExact[spelling], v.unitFolded[fold(spelling)] = row[0], row[0]
		}
	}
	return v
}

// unitWords lists the units that every formula knows, each with its other spellings behind it.
func unitWords() [][]string {
	return [][]string{
		{"kWh", "度", "千瓦时"},
		{"m3", "m³", "㎥", "立方米", "立方", "方", "吨"},
		{"m2", "m²", "㎡", "平方米", "平方", "平米", "平"},
		{"CNY", "元", "¥"},
		{"m", "米"},
	}
}

// isStandardUnit reports whether every formula knows the word.
func isStandardUnit(word string) bool {
	for _, row := range unitWords() {
		if row[0] == word {
			return true
		}
	}
	return false
}

// learn adds the words of a declared unit; each means itself.
func (v *vocabulary) learn(u unit) {
	for _, word := range u.words() {
		v.unitExact[word], v.unitFolded[fold(word)] = word, word
	}
}

// variable returns which variable a word names.
func (v *vocabulary) variable(word string) (int, bool) {
	if i, ok := v.exact[word]; ok {
		return i, true
	}
	i, ok := v.folded[fold(word)]
	return i, ok
}

// unitWord returns which unit a word behind a number is: false for a name and for a word that is neither.
func (v *vocabulary) unitWord(word string) (string, bool) {
	if _, name := v.exact[word]; name {
		return "", false
	}
	if u, ok := v.unitExact[word]; ok {
		return u, true
	}
	if _, name := v.folded[fold(word)]; name {
		return "", false
	}
	u, ok := v.unitFolded[fold(word)]
	return u, ok
}

// lettersOnly reports whether a word is several declared names of one letter run together.
func (v *vocabulary) lettersOnly(word string) bool {
	n := 0
	for _, r := range word {
		if _, ok := v.variable(string(r)); !ok {
			return false
		}
		n++
	}
	return n > 1
}

// functionOf returns the function a folded word stands for.
func functionOf(word string) (op, bool) {
	switch word {
	case fold("min"), "最小", "最小值":
		return opMin, true
	case fold("max"), "最大", "最大值":
		return opMax, true
	case fold("ceil"), "向上取整":
		return opCeil, true
	case fold("floor"), "向下取整":
		return opFloor, true
	case fold("round"), "四舍五入":
		return opRound, true
	}
	return 0, false
}

// halfWidth returns the ordinary form of a full-width character.
func halfWidth(r rune) rune {
	switch {
	case '！' <= r && r <= '～':
		return r - '！' + '!'
	case unicode.IsSpace(r):
		return ' '
	}
	switch r {
	case '￥':
		return '¥'
	case '−':
		return '-'
	case '×':
		return '*'
	case '÷':
		return '/'
	case '【':
		return '['
	case '】':
		return ']'
	}
	return r
}

func halfWidths(s string) string { return strings.Map(halfWidth, s) }

// fold makes words that differ in width and case only the same.
func fold(s string) string {
	return strings.Map(func(r rune) rune {
		r = halfWidth(r)
		least := r
		for next := unicode.SimpleFold(r); next != r; next = unicode.SimpleFold(next) {
			least = min(least, next)
		}
		return least
	}, s)
}
