package flow

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/wuyekit/wuye/property/invalid"
)

const (
	maxStates      = 100
	maxTransitions = 400
	maxReasons     = 200
	maxCode        = 128 // bytes
)

// Check reports every problem of the table, as [Compile] does.
func (t Table) Check(l *invalid.List) {
	checkCode(l, "code", t.Code)
	small := checkCount(l, "states", len(t.States), maxStates)
	small = checkCount(l, "transitions", len(t.Transitions), maxTransitions) && small
	small = checkCount(l, "reasons", len(t.Reasons), maxReasons) && small

	n := names{states: t.checkStates(l), reasons: t.checkReasons(l)}
	t.checkInitial(l, n)
	if len(t.Transitions) == 0 {
		l.At("transitions").Add(invalid.ErrRequired, "transitions")
	}
	l.Enter("transitions")
	for i, tr := range t.Transitions {
		l.EnterIndex(i)
		n.check(l, tr, t.States)
		l.Leave()
	}
	l.Leave()
	if small {
		newGraph(t, n.states).check(l)
		t.checkParted(l, n)
	}
}

// names are the codes that a table declares, each with its place.
type names struct{ states, reasons map[string]int }

func (t Table) checkStates(l *invalid.List) map[string]int {
	if len(t.States) == 0 {
		l.At("states").Add(invalid.ErrRequired, "states")
	}
	at := map[string]int{}
	l.Enter("states")
	for i, s := range t.States {
		l.EnterIndex(i)
		declare(l, at, s.Code, i)
		l.Leave()
	}
	l.Leave()
	return at
}

func (t Table) checkReasons(l *invalid.List) map[string]int {
	at := map[string]int{}
	l.Enter("reasons")
	for i, r := range t.Reasons {
		l.EnterIndex(i)
		declare(l, at, r.Code, i)
		l.Leave()
	}
	l.Leave()
	return at
}

func (t Table) checkInitial(l *invalid.List, n names) {
	s, ok := n.states[t.Initial]
	switch {
	case t.Initial == "":
		l.At("initial").Add(invalid.ErrRequired, "initial")
	case !ok:
		l.At("initial").Add(ErrState, invalid.Quote(t.Initial))
	case t.States[s].Final:
		l.At("initial").Add(ErrInitialFinal, invalid.Quote(t.Initial))
	}
}

// check reports the problems of one transition by itself.
func (n names) check(l *invalid.List, t Transition, states []State) {
	checkCode(l, "event", t.Event)
	n.checkFrom(l, t, states)
	switch {
	case t.Stays == (t.To != ""):
		l.Add(ErrTarget)
	case !t.Stays && !n.hasState(t.To):
		l.At("to").Add(ErrState, invalid.Quote(t.To))
	}
	checkDistinct(l, "guards", t.Guards)
	n.checkReason(l, t)
}

func (n names) checkFrom(l *invalid.List, t Transition, states []State) {
	if t.FromAny == (len(t.From) > 0) {
		l.Add(ErrOrigin)
	}
	checkDistinct(l, "from", t.From)
	l.Enter("from")
	for i, code := range t.From {
		if code == "" {
			continue
		}
		l.EnterIndex(i)
		if s, ok := n.states[code]; !ok {
			l.Add(ErrState, invalid.Quote(code))
		} else if states[s].Final {
			l.Add(ErrAfterFinal, invalid.Quote(t.Event), invalid.Quote(code))
		}
		l.Leave()
	}
	l.Leave()
}

func (n names) checkReason(l *invalid.List, t Transition) {
	reasonRuleWords().Check(l, "reason", uint8(t.Reason))
	switch {
	case t.Reason == 0 && len(t.Reasons) > 0:
		l.At("reason").Add(invalid.ErrRequired, "reason")
	case t.Reason != 0 && len(t.Reasons) == 0 && len(n.reasons) == 0:
		l.At("reasons").Add(invalid.ErrRequired, "reasons")
	}
	checkDistinct(l, "reasons", t.Reasons)
	for i, code := range t.Reasons {
		if _, ok := n.reasons[code]; !ok && code != "" {
			l.At("reasons", i).Add(ErrNoReason, invalid.Quote(code))
		}
	}
}

func (n names) hasState(code string) bool {
	_, ok := n.states[code]
	return ok
}

// declare notes a code at its first place, and reports one that cannot be a code or was declared before.
func declare(l *invalid.List, at map[string]int, code string, i int) {
	checkCode(l, "code", code)
	if _, ok := at[code]; ok {
		l.At("code").Add(ErrTwice, invalid.Quote(code))
		return
	}
	if code != "" {
		at[code] = i
	}
}

func checkDistinct(l *invalid.List, field string, codes []string) {
	seen := make(map[string]bool, len(codes))
	l.Enter(field)
	for i, code := range codes {
		l.EnterIndex(i)
		switch {
		case code == "":
			l.Add(invalid.ErrRequired, field)
		case seen[code]:
			l.Add(ErrTwice, invalid.Quote(code))
		}
		seen[code] = true
		l.Leave()
	}
	l.Leave()
}

func checkCount(l *invalid.List, field string, n, limit int) bool {
	if n > limit {
		l.At(field).Add(ErrTooMany, strconv.Itoa(n), strconv.Itoa(limit))
	}
	return n <= limit
}

// checkCode reports a code that cannot name anything: empty, too long, with blanks at an end or with what nobody sees.
func checkCode(l *invalid.List, field, code string) {
	visible := func(r rune) bool { return unicode.IsGraphic(r) && r != utf8.RuneError }
	switch {
	case code == "":
		l.At(field).Add(invalid.ErrRequired, field)
	case len(code) > maxCode, strings.TrimSpace(code) != code,
		strings.ContainsFunc(code, func(r rune) bool { return !visible(r) }):
		l.At(field).Add(ErrCode, invalid.Quote(code))
	}
}
