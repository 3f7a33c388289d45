package formula

import (
	"slices"
	"strings"
	"unicode"

	"github.com/wuyekit/wuye/property/explain"
)

// maxUnit bounds a unit, in bytes of its text. Package explain bears twice as much.
const maxUnit = 100

// unit is a unit of package explain, of words that a formula can write.
type unit struct{ explain.Unit }

// parseUnit reads the unit of a name or a wanted one.
func parseUnit(text string) (unit, bool) {
	u, err := explain.ParseUnit(text)
	if err != nil || len(text) > maxUnit {
		return unit{}, false
	}
	for _, word := range (unit{u}).words() {
		if !isUnitWord(word) {
			return unit{}, false
		}
	}
	return unit{u}, true
}

func isUnitWord(word string) bool {
	for i, r := range word {
		if !isUnitRune(r, i == 0) {
			return false
		}
	}
	return word != "" && word == halfWidths(word)
}

// isUnitRune reports whether a character can stand in a unit's word.
func isUnitRune(r rune, first bool) bool {
	return unicode.IsLetter(r) || strings.ContainsRune("²³㎡㎥¥$€£℃°", r) || !first && isNamePart(r)
}

// wordUnit returns the unit of one word, or one over it.
func wordUnit(word string, under bool) unit {
	if under {
		return unit{explain.NewUnit(nil, []string{word})}
	}
	return unit{explain.NewUnit([]string{word}, nil)}
}

func (u unit) times(v unit) unit { return unit{u.Times(v.Unit)} }

func (u unit) per(v unit) unit { return unit{u.Per(v.Unit)} }

func (u unit) equal(v unit) bool { return u.Equal(v.Unit) }

// plain reports whether it is the unit of a plain number.
func (u unit) plain() bool { return u.IsZero() }

// currency reports whether it is one, by its looks: three capitals.
func (u unit) currency() bool {
	over, under := u.Words()
	if len(over) != 1 || len(under) > 0 || len(over[0]) != 3 {
		return false
	}
	return !strings.ContainsFunc(over[0], func(r rune) bool { return r < 'A' || r > 'Z' })
}

func (u unit) words() []string {
	over, under := u.Words()
	return slices.Concat(over, under)
}

// show writes a unit for a message, "1" for that of a plain number.
func (u unit) show() string {
	if u.plain() {
		return "1"
	}
	return show([]rune(u.String()))
}
