package invalid

import (
	"errors"
	"fmt"
	"strconv"
	"strings"

	"golang.org/x/text/message"
)

// Kept is how many problems of one document are kept; further ones are counted.
const Kept = 100

// List gathers the problems of one document. The zero value is ready. It is
// not safe for use by several goroutines.
type List struct {
	path   []step
	fields []*FieldError
	more   int
}

// step is a name or, where the name is empty, an index.
type step struct {
	name  string
	index int
}

// Enter goes down to a named field.
func (l *List) Enter(name string) { l.path = append(l.path, step{name: name}) }

// EnterIndex goes down to an element.
func (l *List) EnterIndex(i int) { l.path = append(l.path, step{index: i}) }

// Leave goes up by one Enter or EnterIndex.
func (l *List) Leave() { l.path = l.path[:len(l.path)-1] }

// Place is somewhere in the document being checked.
type Place struct {
	list *List
	path string
}

// At returns a place below the current one. A segment is a field's JSON name or
// an element's index (int).
func (l *List) At(segments ...any) Place {
	return Place{l, l.render(segments)}
}

// Add reports that the current place breaks a rule.
func (l *List) Add(rule RuleError, args ...string) { l.At().Add(rule, args...) }

// Add reports that the place breaks a rule.
func (p Place) Add(rule RuleError, args ...string) {
	p.list.add(&FieldError{Path: p.path, Rule: rule, Args: args})
}

// Take reports an error that a parser or a check returned as a problem of this
// place. Problems inside an [*Error] keep their own paths below it. A nil error
// adds nothing.
func (p Place) Take(err error) {
	if err == nil {
		return
	}
	var many *Error
	var one *FieldError
	switch {
	case errors.As(err, &many):
		for _, f := range many.Fields {
			p.list.add(&FieldError{Path: join(p.path, f.Path), Rule: f.Rule, Args: f.Args})
		}
		p.list.more += many.More
	case errors.As(err, &one):
		p.list.add(&FieldError{Path: join(p.path, one.Path), Rule: one.Rule, Args: one.Args})
	default:
		p.Add(ErrValue, err.Error())
	}
}

// Take reports an error as a problem of the current place.
func (l *List) Take(err error) { l.At().Take(err) }

func (l *List) add(f *FieldError) {
	if len(l.fields) >= Kept {
		l.more++
		return
	}
	l.fields = append(l.fields, f)
}

// Len returns how many problems were reported so far, kept or only counted.
func (l *List) Len() int { return len(l.fields) + l.more }

// Err returns all problems as one error, an [*Error], or nil if there are none.
// What names the document, "tariff pm".
func (l *List) Err(what string) error {
	if l.Len() == 0 {
		return nil
	}
	return &Error{What: what, Fields: l.fields, More: l.more}
}

func (l *List) render(segments []any) string {
	var b []byte
	for _, s := range l.path {
		b = s.append(b)
	}
	for _, s := range segments {
		switch s := s.(type) {
		case int:
			b = step{index: s}.append(b)
		case string:
			b = step{name: s}.append(b)
		default:
			b = step{name: fmt.Sprint(s)}.append(b)
		}
	}
	return string(b)
}

func (s step) append(b []byte) []byte {
	if s.name == "" {
		b = append(b, '[')
		b = strconv.AppendInt(b, int64(s.index), 10)
		return append(b, ']')
	}
	if len(b) > 0 {
		b = append(b, '.')
	}
	return append(b, s.name...)
}

func join(a, b string) string {
	switch {
	case a == "":
		return b
	case b == "":
		return a
	case b[0] == '[':
		return a + b
	default:
		return a + "." + b
	}
}

// Error is a document's problems, in the order they were found.
type Error struct {
	// What names the document.
	What string `json:"what"`
	// Fields are the first [Kept] problems.
	Fields []*FieldError `json:"problems"`
	// More counts the problems beyond those kept.
	More int `json:"more,omitempty"`
}

// Error lists the problems in English, one a line.
func (e *Error) Error() string {
	var b strings.Builder
	n := len(e.Fields) + e.More
	fmt.Fprintf(&b, "%s: %d problem", e.What, n)
	if n != 1 {
		b.WriteByte('s')
	}
	for _, f := range e.Fields {
		b.WriteString("\n  ")
		b.WriteString(f.Error())
	}
	if e.More > 0 {
		fmt.Fprintf(&b, "\n  and %d more", e.More)
	}
	return b.String()
}

// Text lists the problems in the printer's language, one a line. The printer's catalogue must
// hold the messages of the packages that own the rules.
func (e *Error) Text(p *message.Printer) string {
	line := func(rule RuleError, args ...string) string {
		return (&FieldError{Rule: rule, Args: args}).Text(p)
	}
	out := []string{line(ErrProblems, e.What, strconv.Itoa(len(e.Fields)+e.More))}
	for _, f := range e.Fields {
		text := f.Text(p)
		if f.Path != "" {
			text = f.Path + ": " + text
		}
		out = append(out, "  "+text)
	}
	if e.More > 0 {
		out = append(out, "  "+line(ErrMore, strconv.Itoa(e.More)))
	}
	return strings.Join(out, "\n")
}

// Unwrap returns the kept problems, so that errors.Is and errors.As reach each.
func (e *Error) Unwrap() []error {
	out := make([]error, len(e.Fields))
	for i, f := range e.Fields {
		out[i] = f
	}
	return out
}
