package formula

import (
	"strconv"
	"unicode"
	"unicode/utf8"

	"github.com/wuyekit/wuye/property/invalid"
)

// tokenKind is the kind of a token; signs are their own, in ASCII.
type tokenKind rune

const (
	tokenEnd      tokenKind = 0
	tokenNumber   tokenKind = '0'
	tokenName     tokenKind = 'a'
	tokenFunction tokenKind = 'f'
)

// token is a word or sign of a formula.
type token struct {
	kind     tokenKind
	pos, end int     // characters of the text, from 1; end is the next one
	variable int     // of a name
	function op      // of a function
	number   *number // of a number
}

// lexer cuts a text into tokens and reports every word and sign that cannot be.
type lexer struct {
	*problems
	words  *vocabulary
	typed  []rune
	in     []rune // the same in ordinary widths
	at     int    // index into both
	tokens []token
	open   []int // indices of parentheses not closed yet
}

// scan returns the tokens of a text, the last of which is the end.
func scan(text string, words *vocabulary, p *problems) []token {
	s := lexer{problems: p, words: words, typed: []rune(text)}
	for _, r := range s.typed {
		s.in = append(s.in, halfWidth(r))
	}
	for s.at < len(s.in) {
		s.next()
	}
	for _, i := range s.open {
		s.add(i+1, ErrUnclosed, string(s.typed[i]))
	}
	s.token(token{kind: tokenEnd}, s.at)
	return s.tokens
}

// next reads what stands at the current place.
func (s *lexer) next() {
	start, r := s.at, s.in[s.at]
	switch {
	case r == ' ':
		s.at++
	case isDigit(r) || r == '.' && isDigit(s.peek(1)):
		s.number()
	case unicode.IsLetter(r):
		s.name()
	case r == '+' || r == '-' || r == '*' || r == '/' || r == ',':
		s.sign(r)
	case r == '·':
		s.sign('*')
	case r == '(' || r == '[':
		s.open = append(s.open, start)
		s.sign('(')
	case r == ')' || r == ']':
		s.close(r)
	default:
		s.at++
		s.add(start+1, ErrCharacter, showRune(s.typed[start]))
	}
}

// close reads a closing parenthesis, which fits the last one opened.
func (s *lexer) close(r rune) {
	want := '('
	if r == ']' {
		want = '['
	}
	if n := len(s.open); n > 0 && s.in[s.open[n-1]] == want {
		s.open = s.open[:n-1]
	} else {
		s.add(s.at+1, ErrUnopened, string(s.typed[s.at]))
	}
	s.sign(')')
}

func (s *lexer) sign(r rune) {
	s.at++
	s.token(token{kind: tokenKind(r)}, s.at-1)
}

// token appends a token that begins at an index and ends here.
func (s *lexer) token(t token, start int) {
	t.pos, t.end = start+1, s.at+1
	s.tokens = append(s.tokens, t)
}

// name reads a name or a function.
func (s *lexer) name() {
	start := s.at
	for s.at < len(s.in) && isNamePart(s.in[s.at]) {
		s.at++
	}
	word := string(s.in[start:s.at])
	if i, ok := s.words.variable(word); ok {
		s.token(token{kind: tokenName, variable: i}, start)
		return
	}
	if f, ok := functionOf(fold(word)); ok {
		s.token(token{kind: tokenFunction, function: f}, start)
		return
	}
	s.add(start+1, ErrUnknownName, show(s.typed[start:s.at]))
	if s.words.lettersOnly(word) {
		s.add(start+2, ErrMissingOperator, string(s.typed[start]), string(s.typed[start+1]))
	}
}

// peek returns a character further on, 0 behind the end.
func (s *lexer) peek(n int) rune {
	if s.at+n >= len(s.in) {
		return 0
	}
	return s.in[s.at+n]
}

// blanks returns the index of the next character from i on that is not blank.
func (s *lexer) blanks(i int) int {
	for i < len(s.in) && s.in[i] == ' ' {
		i++
	}
	return i
}

func isDigit(r rune) bool { return '0' <= r && r <= '9' }

// show writes a word of the text for a message.
func show(word []rune) string {
	const limit = 30
	if len(word) > limit {
		return string(word[:limit]) + "…"
	}
	return string(word)
}

// showRune writes one character for a message; what cannot be seen is escaped.
func showRune(r rune) string {
	if r == utf8.RuneError || !unicode.IsGraphic(r) {
		return strconv.QuoteRuneToASCII(r)
	}
	return invalid.Quote(string(r))
}
