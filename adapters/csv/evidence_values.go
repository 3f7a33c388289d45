package csv

import (
	"slices"
	"strings"
	"time"
	"unicode/utf8"

	"github.com/wuyekit/wuye/property/civil"
	"github.com/wuyekit/wuye/property/invalid"
	"github.com/wuyekit/wuye/property/standard"
)

// kindNamed finds the kind of a row in the vocabulary, and reports one that is not declared, or is of subjects where records
// stand. Without a vocabulary it is nil.
func (r *reader) kindNamed(name, code string, subject bool) *standard.Kind {
	if code == "" {
		r.badField(name, invalid.ErrRequired, name)
		return nil
	}
	if r.words == nil {
		return nil
	}
	i := slices.IndexFunc(r.words.Kinds, func(k standard.Kind) bool { return k.Code == code })
	switch {
	case i < 0:
		r.badField(name, standard.ErrKind, invalid.Quote(code))
		return nil
	case subject && !r.words.Kinds[i].Subject:
		r.badField(name, standard.ErrNoSubjects, invalid.Quote(code))
		return nil
	case !subject && r.words.Kinds[i].Subject:
		r.badField(name, standard.ErrNoRecords, invalid.Quote(code))
		return nil
	}
	return &r.words.Kinds[i]
}

// typed returns the field of a cell, written as its type is. It is false where the cell is bad.
func (r *reader) typed(kind *standard.Kind, c openCell) (standard.Field, bool) {
	f := standard.Field{Name: strings.TrimPrefix(c.name, fieldPrefix), Value: c.text, Values: c.words}
	if kind == nil {
		return f, true
	}
	i := slices.IndexFunc(kind.Fields, func(t standard.FieldType) bool { return t.Name == f.Name })
	if i < 0 {
		r.badField(c.name, standard.ErrField, invalid.Quote(f.Name), invalid.Quote(kind.Code))
		return f, false
	}
	t := &kind.Fields[i]
	if t.Type == standard.List && len(f.Values) == 0 {
		f.Value, f.Values = "", cutWords(c.text)
	}
	var err error
	switch {
	case t.Type == standard.List:
		err = inWords(t, f.Values...)
	case len(f.Values) > 0:
		err = invalid.Value(standard.ErrListOnly, invalid.Quote(f.Name))
	default:
		f.Value, err = r.value(c.text, t)
	}
	if err != nil {
		r.badText(c.name, err)
	}
	return f, err == nil
}

// value writes a text as values of a type are written.
func (r *reader) value(text string, t *standard.FieldType) (string, error) {
	switch t.Type {
	case standard.Number:
		number, percent := strings.CutSuffix(fold(text), "%")
		number, err := parseNumber(number)
		if percent {
			number += "%"
		}
		return number, err
	case standard.Boolean:
		text = fold(text)
		if ours, ok := ownWords("developer")[strings.ToLower(text)]; ok {
			text = ours
		}
		_, err := parseYes(text)
		return strings.ToLower(text), err
	case standard.Day:
		on, err := parseDate(fold(text), r.clock.serials)
		if err != nil {
			return "", err
		}
		return on.String(), nil
	case standard.Instant:
		return r.point(fold(text))
	case standard.Clock:
		minute, part, ok := parseTime(fold(text))
		if !ok || part != 0 {
			_, err := civil.ParseTimeOfDay(text)
			return text, err
		}
		return civil.TimeOfMinute(minute).String(), nil
	case standard.Length:
		_, err := civil.ParseSpan(text)
		return text, err
	case standard.Text, standard.List:
	}
	return text, inWords(t, text)
}

// point writes an instant or a day.
func (r *reader) point(text string) (string, error) {
	w, err := r.clock.parse(text)
	if err != nil {
		return "", err
	}
	if !w.hasTime {
		return w.day.String(), nil
	}
	at, unclear, err := r.clock.instant(text)
	if err != nil {
		return "", err
	}
	r.draft.count(unclear)
	return at.Format(time.RFC3339Nano), nil
}

// inWords reports a word that is none of those that the field may be.
func inWords(t *standard.FieldType, words ...string) error {
	for _, w := range words {
		if len(t.Values) > 0 && !slices.Contains(t.Values, w) {
			return invalid.Value(standard.ErrWordOf, invalid.Quote(w), invalid.Quote(t.Name), strings.Join(t.Values, ", "))
		}
	}
	return nil
}

// cutWords cuts a list at the characters that part lists.
func cutWords(text string) []string {
	var out []string
	for text != "" {
		word, rest := text, ""
		if i := strings.IndexAny(text, listSigns); i >= 0 {
			_, size := utf8.DecodeRuneInString(text[i:])
			word, rest = text[:i], text[i+size:]
		}
		out, text = append(out, clean(word)), rest
	}
	return out
}

// listSigns part lists of codes.
const listSigns = "、；;,，"

// cutEvent returns the name of an event from that of its column.
func cutEvent(name string) (string, bool) { return strings.CutPrefix(name, eventPrefix) }

// badText reports what is wrong with the cell of a field that the file has.
func (r *reader) badText(name string, err error) {
	for i := range r.bindings {
		if r.bindings[i].field.name == name {
			r.badCell(&r.bindings[i], err)
			return
		}
	}
}
