package standard

import (
	"strings"

	"github.com/wuyekit/wuye/property/invalid"
)

func required(l *invalid.List, field, value string) {
	if value == "" {
		l.At(field).Add(invalid.ErrRequired, field)
	}
}

// unique reports entries of a list without a name, and with one that stands before.
func unique(l *invalid.List, list string, n int, name func(i int) (field, value string)) {
	seen := make(map[string]bool, n)
	for i := range n {
		field, value := name(i)
		switch {
		case value == "":
			l.At(list, i, field).Add(invalid.ErrRequired, field)
		case seen[value]:
			l.At(list, i, field).Add(ErrTwice, invalid.Quote(value))
		}
		seen[value] = true
	}
}

// distinct reports texts of a list that are empty or stand before.
func distinct(l *invalid.List, list []string, place ...any) {
	seen := make(map[string]bool, len(list))
	for i, text := range list {
		if text == "" || seen[text] {
			l.At(append(place, i)...).Add(ErrTwice, invalid.Quote(text))
		}
		seen[text] = true
	}
}

// named reports a name with a character that means something else where the name is used, and the star, which is every kind.
func named(l *invalid.List, name, not string, place ...any) {
	if name == "*" || strings.ContainsAny(name, not) {
		l.At(place...).Add(ErrID, invalid.Quote(name))
	}
}
