package standard

import (
	"slices"
	"strings"
	"time"

	"golang.org/x/text/message"

	"github.com/wuyekit/wuye/property/explain"
	"github.com/wuyekit/wuye/property/metric"
)

// Say returns a reason as a sentence for people (原因说明), in the printer's language: as [Reason.Text], but instants as the clock of the
// standard's calendar shows them, "2026-03-12 15:00", and kinds, fields, events, items, figures and parameters by the names that the vocabulary,
// the metrics and the standard have for them. What has no name, or two names, keeps its code.
func (r *Rules) Say(p *message.Printer, why Reason) string {
	t := r.teller(p)
	label, args := why.Label()
	return inWords(p, label, t.operands(label, args)...)
}

// Told returns a derivation in words for people (判定依据说明), in the printer's language: states by their words, and what reasons and
// figures name as [Rules.Say] does. Shown with [explain.Text] it is what a reader is given; it follows from its inputs as the other
// does, but its results are words, "breached" or 未达标, and not those of documents.
func (r *Rules) Told(p *message.Printer, s explain.Step) explain.Step {
	t := r.teller(p)
	return t.step(s)
}

// teller says codes in a language.
type teller struct {
	rules *Rules
	p     *message.Printer
	zone  *time.Location
	zh    bool
}

func (r *Rules) teller(p *message.Printer) teller {
	return teller{rules: r, p: p, zone: r.calendar.Location(), zh: inWords(p, labelLanguage) != labelLanguage.English()}
}

// step tells a step and its inputs.
func (t *teller) step(s explain.Step) explain.Step {
	s.Args = t.operands(s.Label, s.Args)
	if state, ok := stateOf(s.Value); ok {
		s.Value.Text = state.Text(t.p)
	}
	s.Inputs = each(s.Inputs, func(in *explain.Step) { *in = t.step(*in) })
	return s
}

func stateOf(v explain.Value) (State, bool) {
	i := slices.Index(stateWords(), v.Text)
	return State(max(i, 0)), i >= 0 && v.Unit == "" //nolint:gosec // an index of a short list
}

// operands tells what stands in a label.
func (t *teller) operands(label explain.Label, args []string) []string {
	out := slices.Clone(args)
	if label.ID() == labelWith.ID() && len(out) > 0 {
		out[0] = t.plain(out[0])
	}
	roles := rolesOf(label.ID())
	for i := range out {
		role := roleNone
		if i < len(roles) {
			role = roles[i]
		}
		out[i] = t.operand(role, out[i])
	}
	return out
}

// plain tells how a code is said without its operands.
func (t *teller) plain(english string) string {
	for _, s := range sayings() {
		if s.plain.English() == english {
			return inWords(t.p, s.plain)
		}
	}
	return english
}

// operand tells an operand, or several with commas between them.
func (t *teller) operand(r role, text string) string {
	const comma = ", "
	list := strings.Split(text, comma)
	for i := range list {
		list[i] = t.word(r, list[i])
	}
	if t.zh && r != roleNone {
		return strings.Join(list, "、")
	}
	return strings.Join(list, comma)
}

// word tells an instant, two of them, or a code by its name.
func (t *teller) word(r role, text string) string {
	from, to, two := strings.Cut(text, "/")
	if a, ok := t.clock(from); ok {
		if b, isTime := t.clock(to); two && isTime {
			return a + " – " + b
		}
		return a
	}
	if name := t.in(t.rules.name(r, text)); name != "" {
		return name
	}
	switch {
	case r == roleNone || r == roleKind:
	case text == "at":
		return inWords(t.p, saidAt)
	case text == "span":
		return inWords(t.p, saidSpan)
	}
	return text
}

// clock is what the clock of the calendar shows at an instant; a day stays as it is.
func (t *teller) clock(text string) (string, bool) {
	p, err := ParsePoint(text)
	switch {
	case err != nil:
		return "", false
	case !p.day.IsZero():
		return text, true
	}
	return explain.Clock(p.at.In(t.zone)), true
}

// in returns a name in the language, or in the other where it has none.
func (t *teller) in(n metric.Name) string {
	if t.zh && n.ZH != "" || n.EN == "" {
		return n.ZH
	}
	return n.EN
}
