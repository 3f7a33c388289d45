package explain

import (
	"math/big"
	"strings"

	"golang.org/x/text/currency"
)

// shownPlaces is how many decimals of a fraction are shown.
const shownPlaces = 6

const (
	secondsPerMinute = 60
	minutesPerHour   = 60
)

// result writes the result of a step for people.
func (t *tree) result(s *Step) string {
	v := s.Value
	switch {
	case v.Text == "":
		return phraseNothing.in(t.p)
	case s.Op == OpCompare && v == Value{Text: "true"}:
		return phraseHolds.in(t.p)
	case s.Op == OpCompare && v == Value{Text: "false"}:
		return phraseFails.in(t.p)
	}
	n, ok := Number(v.Text)
	if !ok || !strings.Contains(v.Text, "/") {
		return t.plain(v, s.stepPlaces())
	}
	return phraseFraction.in(t.p, withUnit(n.FloatString(shownPlaces), v.Unit), fraction(n, v.Unit))
}

// operand writes a value inside a calculation: exact, and short. A fraction is
// put in brackets where a sign of division stands beside it.
func (t *tree) operand(v Value, bracket bool) string {
	n, ok := Number(v.Text)
	if !ok || !strings.Contains(v.Text, "/") {
		return t.plain(v, 0)
	}
	text := fraction(n, v.Unit)
	if bracket {
		text = "(" + text + ")"
	}
	return withUnit(text, v.Unit)
}

// plain writes a figure that is no fraction, or a text: with so many decimals at least, or as
// people write an instant or a length of time.
func (t *tree) plain(v Value, places int) string {
	if v.Unit == "" {
		if shown, ok := shownInstant(v.Text); ok {
			return shown
		}
	}
	if shown, ok := t.length(v); ok {
		return shown
	}
	return withUnit(padded(v.Text, max(moneyPlaces(v.Unit), places)), v.Unit)
}

// multiple writes what a result is a multiple of, with the decimals that were asked for.
func (t *tree) multiple(step, unit string) string {
	if shown, ok := t.length(Value{step, unit}); ok {
		return shown
	}
	return withUnit(step, unit)
}

// length writes whole seconds as hours, minutes and seconds, those of them that are not zero;
// false for less than a minute and for any other figure.
func (t *tree) length(v Value) (string, bool) {
	n, ok := Number(v.Text)
	if !ok || v.Unit != second || !n.IsInt() {
		return "", false
	}
	whole := new(big.Int).Abs(n.Num())
	if whole.Cmp(big.NewInt(secondsPerMinute)) < 0 {
		return "", false
	}
	minutes, seconds := whole.QuoRem(whole, big.NewInt(secondsPerMinute), new(big.Int))
	hours, minutes := new(big.Int).QuoRem(minutes, big.NewInt(minutesPerHour), new(big.Int))
	var parts []string
	for _, part := range []struct {
		n      *big.Int
		phrase Label
	}{{hours, phraseHours}, {minutes, phraseMinutes}, {seconds, phraseSeconds}} {
		if part.n.Sign() != 0 {
			parts = append(parts, part.phrase.in(t.p, part.n.String()))
		}
	}
	return either(n.Sign() < 0, "-", "") + strings.Join(parts, " "), true
}

// fraction writes a fraction: of bare numbers, days among days, as it is, 19/30; of a
// quantity or money as it is met in a bill.
func fraction(n *big.Rat, unit string) string {
	if unit == "" {
		return n.String()
	}
	return overWhole(n)
}

// overWhole writes a fraction the way it is met in a bill: twos and fives of the
// denominator go into the decimals above the line, 188013/1550 is 3760.26/31.
func overWhole(n *big.Rat) string {
	under := new(big.Int).Set(n.Denom())
	for _, prime := range []int64{2, 5} {
		p, rest := big.NewInt(prime), new(big.Int)
		for {
			q, _ := new(big.Int).QuoRem(under, p, rest)
			if rest.Sign() != 0 {
				break
			}
			under = q
		}
	}
	over := new(big.Rat).Mul(n, new(big.Rat).SetInt(under))
	places, _ := over.FloatPrec()
	return over.FloatString(places) + "/" + under.String()
}

// padded adds zeros to a decimal until it has so many places.
func padded(text string, places int) string {
	if _, ok := Number(text); !ok || places <= 0 {
		return text
	}
	_, fraction, pointed := strings.Cut(text, ".")
	if !pointed {
		text += "."
	}
	return text + strings.Repeat("0", max(0, places-len(fraction)))
}

// moneyPlaces returns the decimals of money: those of the currency that is the
// unit or stands above its slash, 0 where there is none.
func moneyPlaces(text string) int {
	u, err := ParseUnit(text)
	if err != nil || len(u.over) != 1 || strings.ToUpper(u.over[0]) != u.over[0] {
		return 0
	}
	c, err := currency.ParseISO(u.over[0])
	if err != nil {
		return 0
	}
	places, _ := currency.Standard.Rounding(c)
	return places
}

// stepPlaces returns the decimals that the step of a rounding or a split has.
func (s *Step) stepPlaces() int {
	step := ""
	switch {
	case s.Rounding != nil:
		step = s.Rounding.Step
	case s.Allocation != nil:
		step = s.Allocation.Step
	}
	if _, ok := Number(step); !ok {
		return 0
	}
	_, fraction, _ := strings.Cut(step, ".")
	return len(fraction)
}

func withUnit(text, unit string) string {
	if unit == "" {
		return text
	}
	return text + " " + unit
}
