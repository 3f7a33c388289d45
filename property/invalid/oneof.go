package invalid

import (
	"reflect"
	"strings"
)

// OneOf checks that exactly one choice of a one-of document is made, reports at
// the list's current place if not, and returns the JSON name of the choice, or
// "" if there is not exactly one.
//
// The choices are the fields of the struct: a pointer is chosen when it is not
// nil, any other field when it is not its zero value.
func OneOf(l *List, choice any) string {
	v := reflect.Indirect(reflect.ValueOf(choice))
	if v.Kind() != reflect.Struct {
		l.Add(ErrChoice, "", v.Kind().String())
		return ""
	}
	var all, set []string
	for i := range v.NumField() {
		name := jsonName(v.Type().Field(i))
		if name == "" {
			continue
		}
		all = append(all, name)
		if !v.Field(i).IsZero() {
			set = append(set, name)
		}
	}
	switch len(set) {
	case 1:
		return set[0]
	case 0:
		l.Add(ErrChoice, strings.Join(all, ", "), "nothing")
	default:
		l.Add(ErrChoice, strings.Join(all, ", "), strings.Join(set, ", "))
	}
	return ""
}
