package explain

import (
	"strconv"
	"strings"
	"unicode"

	"golang.org/x/text/message"
)

// Text returns the derivation as an indented tree in the printer's language, one
// step a line, each line ended by a newline: what it is, the result with its unit,
// how it follows, and the source in brackets. Operands that are all given stand in
// the line; those of them with a label or a source have a line of their own as
// well. A decimal that does not end is shown to 6 places, with its exact fraction;
// money is shown with the places of its currency, a minute or more in whole seconds
// as "8 h 30 min", and an instant as "2026-09-20 16:00 +08:00", in its own offset.
//
// The printer needs the messages of this package and of those that own the
// labels, see [NewPrinter]; a label it does not know is English. A tree of more
// than 64 levels or 100,000 steps is cut off there.
func Text(p *message.Printer, s Step) string {
	t := tree{p: p, left: maxSteps}
	t.draw(&s, "", "", 1)
	return t.out.String()
}

type tree struct {
	p    *message.Printer
	out  strings.Builder
	left int
}

// draw writes a step behind branch, and what is below it behind indent.
func (t *tree) draw(s *Step, branch, indent string, depth int) {
	if t.left--; t.left < 0 || depth > maxDepth {
		return
	}
	how, inline := t.how(s)
	t.line(branch, t.sentence(s, how, inline))
	below := visible(s, inline)
	for i, in := range below {
		last := i == len(below)-1 && s.Omitted == 0
		t.draw(in, indent+either(last, "└ ", "├ "), indent+either(last, "   ", "│  "), depth+1)
	}
	if s.Omitted > 0 {
		t.line(indent+"└ ", phraseOmitted.in(t.p, strconv.Itoa(s.Omitted)))
	}
}

// line writes one line, with nothing in it that would break the tree.
func (t *tree) line(branch, text string) {
	t.out.WriteString(branch)
	t.out.WriteString(strings.Map(func(r rune) rune {
		if unicode.IsControl(r) || unicode.Is(unicode.Cf, r) {
			return ' '
		}
		return r
	}, text))
	t.out.WriteByte('\n')
}

// sentence joins the parts of a line.
func (t *tree) sentence(s *Step, how string, inline bool) string {
	text := phraseHead.in(t.p, t.name(s), t.result(s))
	switch {
	case how == "":
	case inline:
		text = phraseEquals.in(t.p, text, how)
	default:
		text = phraseBy.in(t.p, text, how)
	}
	if s.Source != "" {
		text = phraseSource.in(t.p, text, s.Source)
	}
	return text
}

// name returns the label, or the operation where there is none.
func (t *tree) name(s *Step) string {
	if s.Label.ID() == "" {
		return t.opWord(s.Op)
	}
	return s.Label.in(t.p, s.Args...)
}

func (t *tree) opWord(o Op) string {
	words := []Label{
		"", wordGiven, wordSum, wordProduct, wordRatio, wordRound,
		wordAllocate, wordPick, wordClamp, wordCompare, wordCount,
		wordShift,
	}
	if o == 0 || int(o) >= len(words) {
		return o.String()
	}
	return words[o].in(t.p)
}

// visible returns the inputs that have a line: all of them, except bare figures
// that stand in the line of the step already.
func visible(s *Step, inline bool) []*Step {
	var out []*Step
	for i := range s.Inputs {
		in := &s.Inputs[i]
		if bare := in.Op == OpGiven && in.Label.ID() == "" && in.Source == ""; !bare || !inline {
			out = append(out, in)
		}
	}
	return out
}

func either(yes bool, a, b string) string {
	if yes {
		return a
	}
	return b
}
