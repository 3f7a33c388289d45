package explain

import (
	"errors"

	"golang.org/x/text/language"
	"golang.org/x/text/message"
	"golang.org/x/text/message/catalog"
)

// NewPrinter returns a printer of the language nearest to tag, with the texts of
// this package and those that the given functions register: the Messages functions
// of the packages whose labels and rules are to be shown. A language that is not
// registered is English. There is no state outside the printer.
//
// Errors: those of the functions, joined.
func NewPrinter(tag language.Tag, messages ...func(*catalog.Builder) error) (*message.Printer, error) {
	b := catalog.NewBuilder(catalog.Fallback(language.English))
	err := Messages(b)
	for _, register := range messages {
		err = errors.Join(err, register(b))
	}
	if err != nil {
		return nil, err
	}
	_, i, _ := b.Matcher().Match(tag)
	return message.NewPrinter(b.Languages()[i], message.Catalog(b)), nil
}
