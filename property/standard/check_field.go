package standard

import (
	"slices"
	"strings"

	"github.com/wuyekit/wuye/property/invalid"
)

// fields checks the fields of a kind, or of the estate.
func (k *evidenceCheck) fields(place, owner string, fields []Field, kind *Kind, declared map[string]*FieldType) {
	seen := repeated{}
	for i := range fields {
		f := &fields[i]
		if seen.has(i, f.Name, func(j int) string { return fields[j].Name }) {
			k.list.At(place, i, "name").Add(ErrTwice, invalid.Quote(f.Name))
		}
		t := declared[f.Name]
		if declared == nil {
			if kind == nil {
				continue
			}
			t = kind.field(f.Name)
		}
		if t == nil {
			k.list.At(place, i, "name").Add(ErrField, invalid.Quote(f.Name), invalid.Quote(owner))
			continue
		}
		k.value(place, i, f, t)
	}
}

// value reports a value that is not of its type; a list may be given as several values, or as one with commas.
func (k *evidenceCheck) value(place string, i int, f *Field, t *FieldType) {
	if len(f.Values) > 0 && (t.Type != List || f.Value != "") {
		k.list.At(place, i, "values").Add(ErrListOnly, invalid.Quote(f.Name))
		return
	}
	if f.Value == "" && len(f.Values) == 0 {
		return
	}
	switch t.Type {
	case Text:
		k.word(place, i, f.Value, t)
	case List:
		words := f.Values
		if len(words) == 0 && len(t.Values) > 0 {
			words = strings.Split(f.Value, ",")
		}
		for _, w := range words {
			k.word(place, i, w, t)
		}
	case Number, Boolean, Day, Instant, Clock, Length:
		if _, err := parseScalar(f.Value, t.Type, k.zone); err != nil {
			k.list.At(place, i, "value").Take(err)
		}
	}
}

// word reports a text that is none of those that the field may be, or no grade of its order.
func (k *evidenceCheck) word(place string, i int, word string, t *FieldType) {
	if len(t.Values) > 0 && !slices.Contains(t.Values, word) {
		k.list.At(place, i, "value").Add(ErrWordOf, invalid.Quote(word), invalid.Quote(t.Name), strings.Join(t.Values, ", "))
	}
	if t.Order == "" {
		return
	}
	for _, o := range k.rules.doc.Orders {
		if o.Name == t.Order && !slices.Contains(o.Grades, word) {
			k.list.At(place, i, "value").Add(ErrGrades, invalid.Quote(word), invalid.Quote(t.Name), strings.Join(o.Grades, ", "))
		}
	}
}
