package invalid

import (
	"errors"
	"fmt"
	"strings"

	"golang.org/x/text/language"
	"golang.org/x/text/message"
	"golang.org/x/text/message/catalog"
)

// RuleError is a rule a document can break: a permanent identifier and the
// English sentence that says what is wrong, written "id: sentence". Arguments
// stand in the sentence as %[1]s, %[2]s and so on, and are always text.
//
// It is a constant, compares with ==, and matches with errors.Is. An identifier is
// retired, never used again for another rule.
type RuleError string

// ID returns the permanent identifier, "billing/no-price". It is also the key of the
// rule's message in every catalogue.
func (r RuleError) ID() string {
	id, _, _ := strings.Cut(string(r), ": ")
	return id
}

// English returns the sentence, with its verbs, or "" for a rule read back from
// JSON, which keeps the identifier only.
func (r RuleError) English() string {
	_, sentence, _ := strings.Cut(string(r), ": ")
	return sentence
}

// Error returns the identifier.
func (r RuleError) Error() string { return r.ID() }

// Is reports whether target is the same rule, whatever its sentence.
func (r RuleError) Is(target error) bool {
	t, ok := target.(RuleError)
	return ok && t.ID() == r.ID()
}

// MarshalText returns the identifier.
func (r RuleError) MarshalText() ([]byte, error) { return []byte(r.ID()), nil }

// FieldError is one problem: where, which rule, and with which values.
type FieldError struct {
	// Path is the place in JSON names, "lines[2].period.end"; empty for the
	// value as a whole.
	Path string `json:"path"`
	// Rule is the broken rule; its identifier is the key of the message.
	Rule RuleError `json:"rule"`
	// Args fill the rule's message in order.
	Args []string `json:"args,omitempty"`
}

// Value returns a problem of a single value, without a path: what parsers of
// value types return.
func Value(rule RuleError, args ...string) error {
	return &FieldError{Rule: rule, Args: args}
}

// Error returns the English message with its place in front.
func (e *FieldError) Error() string {
	if e.Path == "" {
		return e.sentence()
	}
	return e.Path + ": " + e.sentence()
}

func (e *FieldError) sentence() string {
	if s := e.Rule.English(); s != "" {
		return fmt.Sprintf(s, anys(e.Args)...)
	}
	return strings.TrimSpace(e.Rule.ID() + " " + strings.Join(e.Args, " "))
}

// Text returns the message in the printer's language, without the path. The
// printer's catalogue must hold the messages of the package that owns the rule;
// without them the text is English.
func (e *FieldError) Text(p *message.Printer) string {
	fallback := e.Rule.English()
	if fallback == "" {
		fallback = e.sentence()
	}
	args := anys(e.Args)
	for i, a := range e.Args {
		args[i] = inWords(p, a)
	}
	return p.Sprintf(message.Key(e.Rule.ID(), fallback), args...)
}

// inWords returns an argument in the printer's language if it is a word, or begins with what kind of value it is.
func inWords(p *message.Printer, arg string) string {
	if isWord(arg) {
		return p.Sprintf(message.Key(wordKey+arg, arg))
	}
	for _, kind := range []string{haveText, haveNumber} {
		if value, ok := strings.CutPrefix(arg, kind+" "); ok {
			return p.Sprintf(message.Key(wordKey+kind, kind)) + " " + value
		}
	}
	return arg
}

// wordKey begins the keys of words that stand as arguments in messages.
const wordKey = "word/"

// isWord reports whether an argument may be a word of the library, "unit", that catalogues
// translate: plain English words, the first beginning small.
func isWord(s string) bool {
	for i, c := range []byte(s) {
		if (c < 'a' || c > 'z') && (i == 0 || c != ' ' && (c < 'A' || c > 'Z')) {
			return false
		}
	}
	return s != ""
}

// RegisterWords adds the Chinese of words that stand as arguments in messages: the kinds of
// documents, the words of enumerations.
func RegisterWords(b *catalog.Builder, zh map[string]string) error {
	var errs []error
	for word, text := range zh {
		errs = append(errs, b.SetString(language.Chinese, wordKey+word, text))
	}
	return errors.Join(errs...)
}

// Unwrap returns the rule, so that errors.Is finds it.
func (e *FieldError) Unwrap() error { return e.Rule }

func anys(args []string) []any {
	out := make([]any, len(args))
	for i, a := range args {
		out[i] = a
	}
	return out
}

// Keyed is a text with a permanent key and an English wording: a [RuleError], or
// a label of package explain.
type Keyed interface {
	ID() string
	English() string
}

// Translation is the Chinese wording of a keyed text.
type Translation struct {
	Text Keyed
	ZH   string
}

// Register adds texts in English and Chinese to a catalogue. The Messages function
// of every package calls it with the package's own table.
func Register(b *catalog.Builder, texts []Translation) error {
	var errs []error
	for _, t := range texts {
		errs = append(errs,
			b.SetString(language.English, t.Text.ID(), t.Text.English()),
			b.SetString(language.Chinese, t.Text.ID(), t.ZH))
	}
	return errors.Join(errs...)
}
