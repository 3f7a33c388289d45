package explain

import (
	"fmt"
	"strings"

	"golang.org/x/text/message"
)

// Label says in words what a step is (名目): a permanent identifier and the
// English wording, written "id: wording". Arguments stand in the wording as %[1]s,
// %[2]s and so on, and are always text. The zero value says nothing; [Text] then
// shows the operation.
//
// It is a constant of the package that derives the figure, whose Messages function
// registers it.
type Label string

// ID returns the permanent identifier, "billing/fee", which is the key of the
// wording in every catalogue.
func (l Label) ID() string {
	id, _, _ := strings.Cut(string(l), ": ")
	return id
}

// English returns the wording, with its verbs, or "" for a label read back from a
// document, which keeps the identifier only.
func (l Label) English() string {
	_, wording, _ := strings.Cut(string(l), ": ")
	return wording
}

// AppendText appends the identifier.
func (l Label) AppendText(b []byte) ([]byte, error) { return append(b, l.ID()...), nil }

// MarshalText returns the identifier.
func (l Label) MarshalText() ([]byte, error) { return l.AppendText(nil) }

// UnmarshalText keeps the identifier.
func (l *Label) UnmarshalText(text []byte) error {
	*l = Label(Label(text).ID())
	return nil
}

// in returns the wording in the printer's language: the catalogue's, else the
// English one, else the identifier with its arguments.
func (l Label) in(p *message.Printer, args ...string) string {
	fallback := l.English()
	if fallback == "" {
		plain := strings.TrimSpace(fmt.Sprint(l.ID(), " ", strings.Join(args, " ")))
		fallback = strings.ReplaceAll(plain, "%", "%%")
	}
	filled := make([]any, len(args))
	for i, a := range args {
		filled[i] = a
	}
	return p.Sprintf(message.Key(l.ID(), fallback), filled...)
}
