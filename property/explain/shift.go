package explain

import (
	"math/big"
	"time"

	"github.com/wuyekit/wuye/property/invalid"
)

// second is the unit of a length of time.
const second = "s"

// nanoseconds is how many there are in a second.
const nanoseconds = 1_000_000_000

// shift moves an instant in whole nanoseconds of any size; only where it ends up is bounded.
func (s Step) shift() (Value, error) {
	from := s.Inputs[0].Value
	start, ok := parseInstant(from.Text)
	if !ok || from.Unit != "" {
		return Value{}, invalid.Value(ErrInstant, from.show())
	}
	at := new(big.Int).Mul(big.NewInt(start.Unix()), big.NewInt(nanoseconds))
	at.Add(at, big.NewInt(int64(start.Nanosecond())))
	for _, in := range s.Inputs[1:] {
		length, err := in.length()
		if err != nil {
			return Value{}, err
		}
		at.Add(at, length)
	}
	end, ok := instantAt(at, start)
	if !ok {
		return Value{}, invalid.Value(ErrYears, from.show())
	}
	return Value{Text: instantText(end)}, nil
}

// length reads the result of a step as a length of time, in nanoseconds.
func (s Step) length() (*big.Int, error) {
	n, err := s.number()
	if err != nil {
		return nil, err
	}
	u, err := ParseUnit(s.Value.Unit)
	if err != nil {
		return nil, err
	}
	n.Mul(n, new(big.Rat).SetInt64(nanoseconds))
	if u.String() != second || !n.IsInt() {
		return nil, invalid.Value(ErrLength, s.Value.show())
	}
	return n.Num(), nil
}

// instantAt returns the instant so many nanoseconds after 1970-01-01 at UTC, in the offset of
// another; false where its year, in that offset, is not one of 1 to 9999.
func instantAt(at *big.Int, like time.Time) (time.Time, bool) {
	seconds, rest := new(big.Int).DivMod(at, big.NewInt(nanoseconds), new(big.Int))
	if !seconds.IsInt64() {
		return time.Time{}, false
	}
	_, offset := like.Zone()
	// The offset goes to the bounds: added to the seconds, it could pass the end of int64.
	sec, ahead := seconds.Int64(), int64(offset)
	if sec < firstSecond-ahead || sec > lastSecond-ahead {
		return time.Time{}, false
	}
	return time.Unix(sec, rest.Int64()).In(like.Location()), true
}
