package csv

import (
	"errors"
	"strconv"
	"strings"

	"github.com/wuyekit/wuye/property/invalid"
)

// Refused places what rating says is wrong with a sheet at the cells of its row, each with the value as it was understood.
// What belongs to no column is of the row as a whole; an error that is not a list of problems is none of them, and
// returns nothing.
func (im *Import) Refused(s *Sheet, err error) []BadCell {
	var e *invalid.Error
	if !errors.As(err, &e) {
		return nil
	}
	out := make([]BadCell, len(e.Fields))
	for i, f := range e.Fields {
		out[i] = BadCell{Line: s.Line, Problem: f}
		names, value := s.field(f.Path)
		for _, name := range names {
			if c, ok := im.columns[name]; ok {
				out[i].Column, out[i].Header, out[i].Value = c.index+1, c.header, value
			}
		}
	}
	return out
}

// column is where a field of a table of sheets stands.
type column struct {
	index  int
	header string
}

// noteColumns remembers the columns of a table of sheets, for [Import.Refused].
func (r *reader) noteColumns() {
	if r.kind != Sheets {
		return
	}
	r.im.columns = make(map[string]column, len(r.bindings))
	for i := range r.bindings {
		if b := &r.bindings[i]; b.column >= 0 {
			r.im.columns[b.field.name] = column{b.column, r.table.header(b.column)}
		}
	}
}

// field returns the names that the field of a path of the sheet may have, and its value.
func (s *Sheet) field(path string) (names []string, value string) {
	list, rest, listed := strings.Cut(path, "[")
	digits, _, _ := strings.Cut(rest, "]")
	i, err := strconv.Atoi(digits)
	if listed && err != nil {
		return nil, ""
	}
	switch {
	case list == "marks" && i < len(s.Marks):
		m := s.Marks[i]
		name := joinPart(m.Item, m.Part)
		if m.NotApplicable {
			return []string{levelPrefix + name, figurePrefix + name}, NotApplicable
		}
		return []string{levelPrefix + name, figurePrefix + name}, m.Level + m.Figure.String()
	case list == "findings" && i < len(s.Findings):
		f := s.Findings[i]
		return []string{countPrefix + f.Item + "/" + f.Kind, countPrefix + joinPart(f.Item, f.Kind)}, strconv.Itoa(f.Count)
	case list == "facts" && i < len(s.Facts):
		return []string{factPrefix + s.Facts[i].Name}, strconv.FormatBool(s.Facts[i].Is)
	default:
		return []string{"sheet." + path}, s.text(path)
	}
}

// text returns the text of a plain field.
func (s *Sheet) text(path string) string {
	switch path {
	case "id":
		return s.ID
	case "rubric":
		return s.Rubric
	case "version":
		return s.Version
	case "project":
		return s.Project
	case "on":
		return s.On.String()
	case "rater":
		return s.Rater
	case "source":
		return s.Source
	default:
		return ""
	}
}

// joinPart is the reverse of cutPart.
func joinPart(item, part string) string {
	if part == "" {
		return item
	}
	return item + "/" + part
}
