package standard

import (
	"slices"

	"github.com/wuyekit/wuye/property/invalid"
)

// askedKind is a kind of records that counts: the acts of a duty, the documents that must exist.
type askedKind struct {
	kind string
	of   string // the kind of subjects whose fields the conditions may read, where it is asked of the estate
	with conditions
}

// askedKinds compiles the kinds of a list, each with the conditions that a record must satisfy to count.
func (c *compiler) askedKinds(field string, codes []string, with []Condition, per string, subject *Kind) []askedKind {
	if len(codes) == 0 {
		c.at(field).Add(ErrFew, "1")
	}
	var out []askedKind
	for i, code := range codes {
		var kind *Kind
		c.within(field, i, func() {
			kind = c.records("", code)
			c.fits("", kind, subject)
			if slices.Contains(codes[:i], code) {
				c.at("").Add(ErrTwice, invalid.Quote(code))
			}
		})
		if kind == nil {
			continue
		}
		one, of := askedKind{kind: code}, subject
		if per == "" {
			of = c.ofKind(kind)
			one.of = kindCode(of)
		}
		one.with = c.conditions("with", with, kind, of)
		out = append(out, one)
	}
	return out
}
