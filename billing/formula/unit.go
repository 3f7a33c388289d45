package formula

import (
	"slices"
	"strings"
	"unicode"
)

// maxUnit bounds a unit, in bytes of its text. Package explain bears twice as much.
const maxUnit = 100

// unit is a product of words over another, both sorted, nothing left to cancel: the units of
// package explain.
type unit struct {
	over, under []string
}

// parseUnit reads the unit of a name or a wanted one.
func parseUnit(text string) (unit, bool) {
	if text == "" {
		return unit{}, true
	}
	over, under, slash := strings.Cut(text, "/")
	u := unit{over: strings.Split(over, "·")}
	if slash {
		u.under = strings.Split(under, "·")
		if over == "1" {
			u.over = nil
		}
	}
	for _, word := range slices.Concat(u.over, u.under) {
		if !isUnitWord(word) {
			return unit{}, false
		}
	}
	return u.cancelled(), len(text) <= maxUnit
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

func (u unit) times(v unit) unit {
	return unit{slices.Concat(u.over, v.over), slices.Concat(u.under, v.under)}.cancelled()
}

func (u unit) per(v unit) unit { return u.times(unit{v.under, v.over}) }

// cancelled sorts both sides and strikes out what stands on both.
func (u unit) cancelled() unit {
	slices.Sort(u.over)
	slices.Sort(u.under)
	var out unit
	i, j := 0, 0
	for i < len(u.over) && j < len(u.under) {
		switch c := strings.Compare(u.over[i], u.under[j]); {
		case c < 0:
			out.over = append(out.over, u.over[i])
			i++
		case c > 0:
			out.under = append(out.under, u.under[j])
			j++
		default:
			i, j = i+1, j+1
		}
	}
	out.over = append(out.over, u.over[i:]...)
	out.under = append(out.under, u.under[j:]...)
	return out
}

func (u unit) equal(v unit) bool {
	return slices.Equal(u.over, v.over) && slices.Equal(u.under, v.under)
}

// plain reports whether it is the unit of a plain number.
func (u unit) plain() bool { return len(u.over)+len(u.under) == 0 }

// currency reports whether it is one, by its looks: three capitals.
func (u unit) currency() bool {
	if len(u.over) != 1 || len(u.under) > 0 || len(u.over[0]) != 3 {
		return false
	}
	return !strings.ContainsFunc(u.over[0], func(r rune) bool { return r < 'A' || r > 'Z' })
}

func (u unit) words() []string { return slices.Concat(u.over, u.under) }

// String returns the one text of a unit, empty for none.
func (u unit) String() string {
	over := strings.Join(u.over, "·")
	if len(u.under) == 0 {
		return over
	}
	if over == "" {
		over = "1"
	}
	return over + "/" + strings.Join(u.under, "·")
}

// show writes a unit for a message, "1" for that of a plain number.
func (u unit) show() string {
	if u.plain() {
		return "1"
	}
	return show([]rune(u.String()))
}
