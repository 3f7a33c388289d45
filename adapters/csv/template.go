package csv

import (
	"strconv"
	"strings"

	"github.com/wuyekit/wuye/property/invalid"
)

// part is a piece of a template: a text, or a cell by header or position.
type part struct {
	text     string
	column   string
	position int  // from 1; 0: none
	optional bool // the cell may be empty
	at       int  // index of the column, once the file is known
}

func (p part) isCell() bool { return p.column != "" || p.position > 0 }

// name returns the header, or the position behind #.
func (p part) name() string {
	if p.column != "" {
		return p.column
	}
	return "#" + strconv.Itoa(p.position)
}

// parseTemplate cuts "{楼号}-{#3?}" into its parts.
//
// Errors: [ErrTemplate] for braces that do not match or hold nothing, and for a
// template without any.
func parseTemplate(s string) ([]part, error) {
	bad := func() ([]part, error) { return nil, invalid.Value(ErrTemplate, invalid.Quote(s)) }
	var out []part
	cells := 0
	for rest := s; rest != ""; {
		text, after, open := strings.Cut(rest, "{")
		if strings.Contains(text, "}") {
			return bad()
		}
		if text != "" {
			out = append(out, part{text: text})
		}
		if !open {
			break
		}
		name, behind, closed := strings.Cut(after, "}")
		p, ok := parseCell(name)
		if !closed || !ok {
			return bad()
		}
		out = append(out, p)
		cells++
		rest = behind
	}
	if cells == 0 {
		return bad()
	}
	return out, nil
}

// parseCell reads what stands between braces.
func parseCell(s string) (part, bool) {
	name, optional := strings.CutSuffix(s, "?")
	digits, numbered := strings.CutPrefix(name, "#")
	if !numbered {
		return part{column: name, optional: optional}, headerKey(name) != "" && !strings.Contains(name, "{")
	}
	n, err := strconv.Atoi(digits)
	return part{position: n, optional: optional}, err == nil && n > 0 && n <= maxPosition && isDigits(digits)
}
