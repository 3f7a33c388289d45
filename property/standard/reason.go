package standard

import (
	"slices"
	"strings"

	"golang.org/x/text/message"

	"github.com/wuyekit/wuye/property/explain"
)

// Label returns the reason in words, with the arguments of the label (原因说明): the label of the code, as fully as its operands allow.
// A reason without a code has no label.
func (r Reason) Label() (label explain.Label, args []string) {
	all := sayings()
	if r.Code == 0 || int(r.Code) >= len(all) {
		return "", nil
	}
	if label, args := r.otherwise(); label != "" {
		return label, args
	}
	switch s, n := all[r.Code], len(r.Args); {
	case r.Code == ValueOff && n == s.operands && r.Args[2] == "": // no ratio
		return becauseFigure, []string{r.Args[0], r.Args[1], r.Args[4], r.Args[5]}
	case n == 0:
		return s.plain, nil
	case s.operands == 0 || n < s.operands:
		return labelWith, []string{s.plain.English(), strings.Join(r.Args, ", ")}
	case r.Code == PartialPeriod && n == 3: // a figure, and the period that it is of
		return becauseOtherPeriod, slices.Clone(r.Args)
	default:
		last := s.operands - 1
		return s.full, append(slices.Clone(r.Args[:last]), strings.Join(r.Args[last:], ", "))
	}
}

// Text returns the reason as a sentence in the printer's language, "" for one without a code. The printer needs the messages of this
// package; without them the sentence is English.
func (r Reason) Text(p *message.Printer) string {
	label, args := r.Label()
	if label == labelWith {
		args[0] = inWords(p, sayings()[r.Code].plain)
	}
	return inWords(p, label, args...)
}

// Label returns the word of the state as a label.
func (s State) Label() explain.Label {
	labels := [...]explain.Label{labelUnknown, labelMet, labelBreached, labelPending, labelWaived, labelNotApplicable}
	if int(s) >= len(labels) {
		return ""
	}
	return labels[s]
}

// Text returns the word of the state in the printer's language (判定用语).
func (s State) Text(p *message.Printer) string {
	if s.Label() == "" {
		return s.String()
	}
	return inWords(p, s.Label())
}

// inWords says a label in the printer's language.
func inWords(p *message.Printer, label explain.Label, args ...string) string {
	if label == "" {
		return ""
	}
	filled := make([]any, len(args))
	for i, a := range args {
		filled[i] = a
	}
	return p.Sprintf(message.Key(label.ID(), label.English()), filled...)
}

// said is how a code is said: without its operands, and with so many of them.
type said struct {
	plain    explain.Label
	full     explain.Label
	operands int
}

// sayings returns how every code is said, at the index of the code.
func sayings() []said {
	return []said{
		{},
		{saidParamUnset, becauseParamUnset, 1},
		{saidFieldMissing, becauseFieldMissing, 1},
		{saidFigureMissing, becauseFigureMissing, 1},
		{saidNotComplete, becauseNotComplete, 1},
		{plain: saidNoRows},
		{saidPartialPeriod, becausePartialPeriod, 1},
		{saidShort, becauseShort, 3},
		{saidGapTooLong, becauseGapTooLong, 3},
		{saidMissed, becauseMissed, 1},
		{saidTooLate, becauseTooLate, 2},
		{saidLateStart, becauseLateStart, 2},
		{saidOverLimit, becauseOverLimit, 2},
		{saidValueOff, becauseValueOff, 6},
		{saidBaseZero, becauseBaseZero, 1},
		{saidItemFailed, becauseItemFailed, 1},
		{saidNoSheet, becauseNoSheet, 1},
		{saidSheetStale, becauseSheetStale, 1},
		{saidAbsent, becauseAbsent, 1},
		{saidExpired, becauseExpired, 2},
		{saidTooMany, becauseTooMany, 3},
		{saidStepOrder, becauseStepOrder, 2},
		{saidStepMissing, becauseStepMissing, 1},
		{saidTooSoon, becauseTooSoon, 2},
		{saidRepeated, becauseRepeated, 1},
		{saidUncovered, becauseUncovered, 6},
		{saidConditionFalse, becauseConditionFalse, 1},
		{saidNotDue, becauseNotDue, 1},
		{saidExcusedBy, becauseExcusedBy, 1},
		{saidWhenFalse, becauseWhenFalse, 1},
		{plain: saidIsOff},
		{plain: saidNotInForce},
		{saidYearUnknown, becauseYearUnknown, 1},
		{saidBadRow, becauseBadRow, 1},
		{saidOfClause, becauseOfClause, 1},
	}
}
