package sla

import (
	"math"
	"strconv"
	"strings"
	"time"

	"github.com/wuyekit/wuye/property/invalid"
)

// Length is a measured length of time (时长), in nanoseconds: how long a clock has run, how much is
// left. Unlike a [civil.Span] it may be zero or negative.
//
// It is a value: comparable with ==, ordered with <. Its text is in hours, minutes and seconds, never in
// days: "PT41H20M", "PT0S", "-PT5M", "PT0.5S".
type Length time.Duration

// Duration returns the length as the standard library has it.
func (n Length) Duration() time.Duration { return time.Duration(n) }

// Append appends the text of the length.
func (n Length) Append(dst []byte) []byte {
	rest := uint64(n)
	if n < 0 {
		dst = append(dst, '-')
		rest = -rest
	}
	dst = append(dst, 'P', 'T')
	hours, minutes, nanos := rest/uint64(time.Hour), rest/uint64(time.Minute)%60, rest%uint64(time.Minute)
	if hours > 0 {
		dst = append(strconv.AppendUint(dst, hours, 10), 'H')
	}
	if minutes > 0 {
		dst = append(strconv.AppendUint(dst, minutes, 10), 'M')
	}
	if nanos == 0 && rest > 0 {
		return dst
	}
	dst = strconv.AppendUint(dst, nanos/uint64(time.Second), 10)
	if part := nanos % uint64(time.Second); part > 0 {
		digits := strconv.FormatUint(uint64(time.Second)+part, 10)
		dst = append(append(dst, '.'), strings.TrimRight(digits[1:], "0")...)
	}
	return append(dst, 'S')
}

// String returns the text of the length.
func (n Length) String() string { return string(n.Append(nil)) }

// AppendText appends the text of the length.
func (n Length) AppendText(dst []byte) ([]byte, error) { return n.Append(dst), nil }

// MarshalText returns the text of the length.
func (n Length) MarshalText() ([]byte, error) { return n.Append(nil), nil }

// ParseLength reads a length: an optional minus, PT, then hours H, minutes M and seconds S, each a
// whole number but the seconds, which may have up to nine decimals.
//
// Errors: [ErrLength].
func ParseLength(s string) (Length, error) {
	text, negative := strings.CutPrefix(s, "-")
	rest, ok := strings.CutPrefix(text, "PT")
	most := uint64(math.MaxInt64)
	if negative {
		most++
	}
	var total uint64
	some := false
	for _, unit := range []struct {
		letter string
		nanos  uint64
	}{{"H", uint64(time.Hour)}, {"M", uint64(time.Minute)}, {"S", uint64(time.Second)}} {
		number, after, found := strings.Cut(rest, unit.letter)
		if !found {
			continue
		}
		rest, some = after, true
		whole, part, fraction := strings.Cut(number, ".")
		n, okWhole := digits(whole, 19)
		high := n > (most-total)/unit.nanos
		ok = ok && okWhole && !high && (!fraction || unit.letter == "S")
		if !ok {
			break
		}
		total += n * unit.nanos
		if fraction {
			n, okPart := digits((part + "000000000")[:max(9, len(part))], 9)
			ok = ok && okPart && part != "" && n <= most-total
			total += n
		}
	}
	if !ok || !some || rest != "" {
		return 0, invalid.Value(ErrLength, invalid.Quote(s))
	}
	if negative {
		return -Length(total), nil
	}
	return Length(total), nil
}

// digits reads a number of at most so many digits.
func digits(s string, most int) (uint64, bool) {
	if s == "" || len(s) > most {
		return 0, false
	}
	n, err := strconv.ParseUint(s, 10, 64)
	return n, err == nil
}

// MustParseLength is [ParseLength] for literals; it panics where ParseLength returns an error.
func MustParseLength(s string) Length {
	n, err := ParseLength(s)
	if err != nil {
		panic(err)
	}
	return n
}

// UnmarshalText reads a length as [ParseLength] does. After an error the length is as it was.
func (n *Length) UnmarshalText(text []byte) error {
	parsed, err := ParseLength(string(text))
	if err != nil {
		return err
	}
	*n = parsed
	return nil
}
