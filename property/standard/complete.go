package standard

import (
	"slices"

	"github.com/wuyekit/wuye/property/invalid"
)

// check reports a statement on a kind that is not declared, exceptions where none belong, and a span that is none.
func (c *Complete) check(l *invalid.List, k *evidenceCheck) {
	if c.Kind != "*" && k.words.kinds[c.Kind] == nil {
		l.At("kind").Add(ErrKind, invalid.Quote(c.Kind))
	}
	if c.Kind != "*" && len(c.Except) > 0 {
		l.At("except").Add(ErrExcept, invalid.Quote(c.Kind))
	}
	for i, kind := range c.Except {
		switch {
		case k.words.kinds[kind] == nil:
			l.At("except", i).Add(ErrKind, invalid.Quote(kind))
		case slices.Contains(c.Except[:i], kind):
			l.At("except", i).Add(ErrTwice, invalid.Quote(kind))
		}
	}
	checkSpan(l, "to", c.From, c.To, k.zone)
}

// every returns the stretches of the statements on every kind that do not except this one.
func (x *run) every(kind string) []stretch {
	var out []stretch
	for i := range x.evidence.Complete {
		if c := &x.evidence.Complete[i]; c.Kind == "*" && !slices.Contains(c.Except, kind) {
			out = append(out, stretch{c.From.In(x.zone), c.To.In(x.zone)})
		}
	}
	return out
}
