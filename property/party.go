package property

import (
	"strconv"
	"strings"

	"github.com/wuyekit/wuye/property/invalid"
)

// Party is a person or organisation that holds, occupies or pays for units:
// owner (业主), tenant (承租人), developer (建设单位).
type Party struct {
	// Code identifies the party.
	Code string `json:"code"`
	// Name is shown to people.
	Name string `json:"name,omitempty"`
	// Developer says that the party is the developer (建设单位).
	Developer bool `json:"developer,omitempty"`
	// ExternalIDs are its codes in other systems.
	ExternalIDs ExternalIDs `json:"externalIds,omitempty"`
}

// Check reports every problem of the document.
func (p Party) Check(l *invalid.List) {
	checkCode(l, "code", p.Code)
	if len(p.ExternalIDs) > 0 {
		checkExternal(l, p.ExternalIDs)
	}
}

// Share is a party's exact part of a joint holding (份额), greater than 0 and at
// most 1. It is a value, comparable with ==, in lowest terms; zero means unset.
type Share struct{ num, den uint32 }

// maxShare bounds numerator and denominator, so that sums stay exact.
const maxShare = 1_000_000

// NewShare returns the share num/den.
//
// Errors: [ErrShare] unless 0 < num ≤ den ≤ 1,000,000.
func NewShare(num, den int) (Share, error) {
	if num <= 0 || den < num || den > maxShare {
		return Share{}, invalid.Value(ErrShare, strconv.Itoa(num)+"/"+strconv.Itoa(den))
	}
	g := gcd(int64(num), int64(den))
	return Share{uint32(int64(num) / g), uint32(int64(den) / g)}, nil
}

// WholeShare is the share of a sole holder.
func WholeShare() Share { return Share{1, 1} }

// ParseShare reads "1/3", "1" or a percentage of at most four decimals, "33.33%".
//
// Errors: [ErrShare].
func ParseShare(text string) (Share, error) {
	num, den := cutFraction(text)
	s, err := NewShare(num, den)
	if err != nil {
		return Share{}, invalid.Value(ErrShare, strconv.Quote(text))
	}
	return s, nil
}

// cutFraction reads a share's text; 0, 0 if it is none.
func cutFraction(text string) (num, den int) {
	if percent, ok := strings.CutSuffix(text, "%"); ok {
		d, err := invalid.ParseDecimal(percent)
		if err != nil || d.Exponent() < -4 || len(percent) > len("100.0000") {
			return 0, 0
		}
		return int(d.Shift(4).IntPart()), maxShare
	}
	a, b, ok := strings.Cut(text, "/")
	if !ok {
		b = "1"
	}
	n, err1 := strconv.ParseUint(a, 10, 31)
	d, err2 := strconv.ParseUint(b, 10, 31)
	if err1 != nil || err2 != nil {
		return 0, 0
	}
	return int(n), int(d)
}

// MustParseShare is [ParseShare] for literals; it panics where ParseShare fails.
func MustParseShare(text string) Share {
	s, err := ParseShare(text)
	if err != nil {
		panic(err)
	}
	return s
}

// Fraction returns numerator and denominator in lowest terms; 0, 0 when unset.
func (s Share) Fraction() (num, den int64) { return int64(s.num), int64(s.den) }

// IsZero reports whether the share is unset.
func (s Share) IsZero() bool { return s == Share{} }

// String returns "1/3", "1" for the whole, "" when unset.
func (s Share) String() string { return string(s.append(nil)) }

// AppendText appends what [Share.String] returns.
//
// Errors: [ErrShare] when unset.
func (s Share) AppendText(dst []byte) ([]byte, error) {
	if s.IsZero() {
		return dst, invalid.Value(ErrShare, strconv.Quote(""))
	}
	return s.append(dst), nil
}

func (s Share) append(dst []byte) []byte {
	if s.IsZero() {
		return dst
	}
	dst = strconv.AppendUint(dst, uint64(s.num), 10)
	if s.den == 1 {
		return dst
	}
	return strconv.AppendUint(append(dst, '/'), uint64(s.den), 10)
}

// MarshalText returns the share's text.
//
// Errors: [ErrShare] when unset.
func (s Share) MarshalText() ([]byte, error) { return s.AppendText(nil) }

// UnmarshalText reads a share as ParseShare does.
func (s *Share) UnmarshalText(text []byte) error {
	v, err := ParseShare(string(text))
	if err != nil {
		return err
	}
	*s = v
	return nil
}

func gcd(a, b int64) int64 {
	for b != 0 {
		a, b = b, a%b
	}
	return a
}

// sumsToOne reports whether the shares add up to exactly one.
func sumsToOne(holders []Holder) bool {
	num, den := int64(0), int64(1)
	for _, h := range holders {
		n, d := h.Share.Fraction()
		if d == 0 {
			return false
		}
		g := gcd(den, d)
		if den/g > (1<<31)/d { // denominators that no deed has
			return false
		}
		num, den = num*(d/g)+n*(den/g), den/g*d
		g = gcd(num, den)
		num, den = num/g, den/g
	}
	return num == den
}
