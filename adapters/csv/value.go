package csv

import (
	"strings"
	"unicode/utf8"

	"github.com/wuyekit/wuye/property/invalid"
	"github.com/wuyekit/wuye/property/sla"
)

// read takes the binding's field out of the row into the draft.
func (b *binding) read(r *row, d *draft) error {
	text, err := b.text(r)
	if err != nil {
		return err
	}
	if b.field.setList != nil && (b.field.set == nil || b.source.Split != "") {
		return b.readList(text, d)
	}
	if text, err = b.translate(text); err != nil || text == "" {
		return err
	}
	return b.put(text, d)
}

// text returns what the cells say, cleaned.
func (b *binding) text(r *row) (string, error) {
	switch {
	case b.source.Constant != "":
		return b.source.Constant, nil
	case b.parts != nil:
		return b.compose(r)
	default:
		return r.text(b.column), nil
	}
}

// text returns the cleaned text of a cell, "" behind the last.
func (r *row) text(column int) string {
	if column < 0 || column >= len(r.cells) {
		return ""
	}
	return clean(r.cells[column].text)
}

// compose puts a template's text together; it is empty where every cell is.
func (b *binding) compose(r *row) (string, error) {
	var out []byte
	var empty string // the piece that has no text
	filled := false
	for _, p := range b.parts {
		if !p.isCell() {
			out = append(out, p.text...)
			continue
		}
		text := r.text(p.at)
		filled = filled || text != ""
		if text == "" && !p.optional {
			empty = p.name()
		}
		out = append(out, text...)
	}
	switch {
	case !filled:
		return "", nil
	case empty != "":
		return "", invalid.Value(ErrEmptyPart, invalid.Quote(empty), invalid.Quote(b.source.Template))
	default:
		return string(out), nil
	}
}

// translate folds a text and looks it up; an empty one becomes the default.
func (b *binding) translate(text string) (string, error) {
	if text == "" {
		return b.source.Default, nil
	}
	if b.values == nil {
		return b.field.width.fold(text), nil
	}
	if ours, ok := b.values[fold(text)]; ok {
		return ours, nil
	}
	switch {
	case b.source.Otherwise != nil:
		return *b.source.Otherwise, nil
	case b.source.Keep:
		return b.field.width.fold(text), nil
	default:
		return "", invalid.Value(ErrUnknownValue, invalid.Quote(text))
	}
}

func (b *binding) put(text string, d *draft) error {
	switch {
	case b.field.setAbsent != nil && text == NotApplicable:
		b.field.setAbsent(d)
		return nil
	case b.field.setDate != nil:
		on, err := parseDate(text, b.clock.serials)
		if err != nil {
			return err
		}
		b.field.setDate(d, on)
		return nil
	case b.field.setInstant != nil:
		at, unclear, err := b.clock.instant(text)
		if err != nil {
			return err
		}
		d.count(unclear)
		b.field.setInstant(d, at)
		return nil
	case b.field.setTime != nil:
		return b.putTime(text, d)
	case b.field.rate && !b.scaling && strings.HasSuffix(text, "%"):
		return b.field.set(d, text)
	case b.field.number:
		number, err := parseNumber(text)
		if err == nil && b.field.rate {
			err = checkBareRate(number, b.scaling)
		}
		if err == nil && b.scaling {
			number, err = scale(number, b.source.Multiply, b.source.Round)
		}
		if err != nil {
			return err
		}
		return b.field.set(d, number)
	default:
		return b.field.set(d, text)
	}
}

// putTime puts an instant or a day: a text without a time is a day.
func (b *binding) putTime(text string, d *draft) error {
	w, err := b.clock.parse(text)
	switch {
	case err != nil:
		return err
	case !w.hasTime:
		b.field.setTime(d, sla.Field{On: w.day})
		return nil
	}
	at, unclear, err := b.clock.instant(text)
	if err != nil {
		return err
	}
	d.count(unclear)
	b.field.setTime(d, sla.Field{At: at})
	return nil
}

// count counts an instant that is unclear.
func (d *draft) count(unclear bool) {
	if unclear {
		d.kase.unclear++
	}
}

// readList splits a text, translates each element and leaves empty ones at the end out.
func (b *binding) readList(text string, d *draft) error {
	if text == "" {
		text = b.source.Default
	}
	if text == "" {
		return nil
	}
	var list []string
	for text != "" {
		element, rest := text, ""
		if i := strings.IndexAny(text, b.split); i >= 0 {
			_, size := utf8.DecodeRuneInString(text[i:])
			element, rest = text[:i], text[i+size:]
		}
		ours, err := b.translate(clean(element))
		if err != nil {
			return err
		}
		list = append(list, ours)
		text = rest
	}
	return b.field.setList(d, list)
}
