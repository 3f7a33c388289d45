package explain

import (
	"slices"
	"strings"
	"unicode"

	"github.com/wuyekit/wuye/property/invalid"
)

// maxUnit is the length, in bytes, beyond which a unit is refused.
const maxUnit = 200

// Unit is the unit of a [Value]: a product of words over another, both sorted, nothing left to
// cancel. The zero Unit is that of a plain number.
type Unit struct {
	over, under []string
}

// NewUnit returns the product of some words over that of others.
func NewUnit(over, under []string) Unit { return Unit{over, under}.Times(Unit{}) }

// ParseUnit reads the unit of a value, "CNY/m2", empty for none.
//
// Errors: [ErrUnit].
func ParseUnit(text string) (Unit, error) {
	if text == "" {
		return Unit{}, nil
	}
	over, under, slash := strings.Cut(text, "/")
	u := Unit{over: strings.Split(over, "·")}
	if slash {
		u.under = strings.Split(under, "·")
		if over == "1" {
			u.over = nil
		}
	}
	if len(text) > maxUnit || !areWords(u.over) || !areWords(u.under) {
		return Unit{}, invalid.Value(ErrUnit, shorten(text))
	}
	return u.cancelled(), nil
}

func areWords(words []string) bool {
	for _, w := range words {
		bad := strings.ContainsFunc(w, func(r rune) bool {
			return r == '/' || unicode.IsSpace(r) || !unicode.IsGraphic(r) || r == unicode.ReplacementChar
		})
		if w == "" || bad || '0' <= w[0] && w[0] <= '9' {
			return false
		}
	}
	return true
}

// Times returns the unit of a product.
func (u Unit) Times(v Unit) Unit {
	return Unit{slices.Concat(u.over, v.over), slices.Concat(u.under, v.under)}.cancelled()
}

// Per returns the unit of a quotient.
func (u Unit) Per(v Unit) Unit { return u.Times(Unit{v.under, v.over}) }

// cancelled sorts both sides and strikes out what stands on both.
func (u Unit) cancelled() Unit {
	slices.Sort(u.over)
	slices.Sort(u.under)
	var out Unit
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

// size returns about how long the unit's text is.
func (u Unit) size() int {
	n := 0
	for _, w := range slices.Concat(u.over, u.under) {
		n += len(w) + len("·")
	}
	return n
}

// Words returns the words of both sides.
func (u Unit) Words() (over, under []string) { return slices.Clone(u.over), slices.Clone(u.under) }

// IsZero reports whether it is the unit of a plain number.
func (u Unit) IsZero() bool { return len(u.over)+len(u.under) == 0 }

// Equal reports whether both are the same unit.
func (u Unit) Equal(v Unit) bool {
	return slices.Equal(u.over, v.over) && slices.Equal(u.under, v.under)
}

// String returns the one text of a unit, empty for none.
func (u Unit) String() string {
	over := strings.Join(u.over, "·")
	if len(u.under) == 0 {
		return over
	}
	if over == "" {
		over = "1"
	}
	return over + "/" + strings.Join(u.under, "·")
}

// sameUnit returns the unit of the first step after making sure that all have it.
func sameUnit(steps []Step) (string, error) {
	var first string
	for i, s := range steps {
		u, err := ParseUnit(s.Value.Unit)
		if err != nil {
			return "", err
		}
		if i == 0 {
			first = u.String()
		} else if u.String() != first {
			return "", invalid.Value(ErrUnits, unitWord(first), unitWord(u.String()))
		}
	}
	return first, nil
}

// unitWord makes a unit visible in a message when there is none.
func unitWord(unit string) string {
	if unit == "" {
		return "1"
	}
	return shorten(unit)
}
