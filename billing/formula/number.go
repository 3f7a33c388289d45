package formula

import (
	"math/big"
	"strconv"
	"strings"

	"github.com/wuyekit/wuye/property/explain"
)

// maxDigits bounds a number.
const maxDigits = 40

// number is a number of a formula, never below zero.
type number struct {
	value *big.Rat
	text  string // the shortest decimal
	unit  unit   // written behind it
	fixed bool   // it has a unit written behind it, or is a percentage
}

// number reads a number with what belongs to it: a percent sign or a unit.
func (s *lexer) number() {
	start := s.at
	for s.at < len(s.in) && (isDigit(s.in[s.at]) || s.in[s.at] == '.') {
		s.at++
	}
	digits := string(s.in[start:s.at])
	if s.thousands(start, digits) {
		return
	}
	end := s.at
	var n number
	if i := s.blanks(s.at); i < len(s.in) && s.in[i] == '%' {
		s.at = i + 1
		n.fixed = true
		end = s.at
	} else {
		n.unit, n.fixed = s.unit()
	}
	percent := end != start+len(digits)
	if !n.read(digits, percent) {
		s.add(start+1, ErrNumber, show(s.typed[start:end]), strconv.Itoa(maxDigits))
	}
	s.token(token{kind: tokenNumber, number: &n}, start)
}

// read takes the value; false if the text is not a plain decimal.
func (n *number) read(digits string, percent bool) bool {
	n.value = new(big.Rat)
	v := explain.Decimal(digits, "")
	zeros := len(digits) > 1 && digits[0] == '0' && digits[1] != '.'
	if v.Text == "" || zeros {
		return false
	}
	if percent {
		digits = v.Text
		whole, ok := new(big.Rat).SetString(digits)
		if !ok {
			return false
		}
		whole.Quo(whole, big.NewRat(100, 1))
		v = explain.Exact(whole.Num(), whole.Denom(), "")
	}
	value, ok := explain.Number(v.Text)
	if !ok {
		return false
	}
	n.value, n.text = value, v.Text
	return max(len(digits)-strings.Count(digits, "."), len(v.Text)-strings.Count(v.Text, ".")) <= maxDigits
}

// thousands reports and skips digits that a comma groups, 1,000. It would be two numbers.
func (s *lexer) thousands(start int, digits string) bool {
	if len(digits) > 3 || strings.Contains(digits, ".") {
		return false
	}
	grouped := false
	for s.peek(0) == ',' && isDigit(s.peek(1)) && isDigit(s.peek(2)) && isDigit(s.peek(3)) && !isDigit(s.peek(4)) {
		s.at += 4
		grouped = true
	}
	if grouped {
		s.add(start+1, ErrThousands, show(s.typed[start:s.at]))
		s.token(token{kind: tokenNumber, number: &number{value: new(big.Rat)}}, start)
	}
	return grouped
}

// unit reads the unit behind a number, as far as its words are known; false if there is none.
func (s *lexer) unit() (unit, bool) {
	var u unit
	i := s.blanks(s.at)
	if i+1 < len(s.in) && s.in[i] == '1' && s.in[i+1] == '/' {
		if word, end, ok := s.unitWord(i + 2); ok {
			s.at = end
			return s.restOfUnit(wordUnit(word, true), true), true
		}
		return u, false
	}
	word, end, ok := s.unitWord(i)
	if !ok {
		s.unknownUnit(i, end)
		return u, false
	}
	s.at = end
	return s.restOfUnit(wordUnit(word, false), false), true
}

// unknownUnit reports and skips a word behind a number that is neither a unit nor a name.
func (s *lexer) unknownUnit(start, end int) {
	word := string(s.in[start:end])
	_, name := s.words.variable(word)
	_, function := functionOf(fold(word))
	if start == end || name || function {
		return
	}
	s.add(start+1, ErrUnknownUnit, show(s.typed[start:end]))
	s.at = end
}

// restOfUnit reads on over each slash or dot that a unit's word follows.
func (s *lexer) restOfUnit(u unit, under bool) unit {
	for {
		i := s.blanks(s.at)
		if i >= len(s.in) || s.in[i] != '/' && s.in[i] != '·' {
			break
		}
		word, end, ok := s.unitWord(s.blanks(i + 1))
		if !ok {
			break
		}
		under = under || s.in[i] == '/'
		u = u.times(wordUnit(word, under))
		s.at = end
	}
	return u
}

// unitWord returns the unit's word that begins at an index, and where the word there ends.
func (s *lexer) unitWord(start int) (word string, end int, ok bool) {
	for end = start; end < len(s.in) && isUnitRune(s.in[end], end == start); end++ {
		continue
	}
	word, ok = s.words.unitWord(string(s.in[start:end]))
	return word, end, ok && end > start
}
