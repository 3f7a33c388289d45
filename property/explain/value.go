package explain

import (
	"math/big"
	"strings"
	"time"
)

// maxDigits is the length beyond which a number is not computed with.
const maxDigits = 200

// maxBits bounds what stands between the inputs and the result of one step.
const maxBits = 2048

// Value is an exact figure with its unit, or a text such as a date or a code. The
// zero value is no result.
type Value struct {
	// Text is the figure: a decimal with no digit too many ("250.684", "-0.5",
	// "12"); where the decimal does not end, a fraction in lowest terms ("15/31"); or
	// any other text, which can be given, picked and compared; an instant
	// ("2026-09-20T16:00:00+08:00") can be shifted as well.
	Text string `json:"value"`
	// Unit is a product of words joined by "·", over another after a slash:
	// "CNY", "m2", "CNY/m2", "kWh·d", "1/d"; empty for a plain number. A word has no
	// blank and does not begin with a digit.
	Unit string `json:"unit,omitempty"`
}

// Exact returns num/den as a value: the decimal if it ends, else the fraction.
// It is Value{} where den is zero, a number is missing, or the text would be
// longer than 200 digits. It reads its arguments only.
func Exact(num, den *big.Int, unit string) Value {
	if num == nil || den == nil || den.Sign() == 0 || num.BitLen() > maxBits || den.BitLen() > maxBits {
		return Value{}
	}
	text, ok := canonical(new(big.Rat).SetFrac(num, den))
	if !ok {
		return Value{}
	}
	return Value{text, unit}
}

// Decimal returns a plain decimal as a value, without the zeros it does not
// need: "2.80" becomes "2.8". It is Value{} where text is not an optional minus,
// digits, and after a point at least one digit, at most 200 digits in all.
func Decimal(text, unit string) Value {
	if !plainDecimal(text) {
		return Value{}
	}
	r, ok := new(big.Rat).SetString(text)
	if !ok {
		return Value{}
	}
	short, ok := canonical(r)
	if !ok {
		return Value{}
	}
	return Value{short, unit}
}

// Number reads the text of a [Value] as an exact number. It reports false for
// any text but the one form a number has: "2.80", "1e3", "+1", "4/2" and "007" are
// not numbers.
func Number(text string) (*big.Rat, bool) {
	num, den, fraction := strings.Cut(text, "/")
	if !plainDecimal(num) || fraction && !plainDigits(den) || len(text) > maxDigits+2 {
		return nil, false
	}
	if fraction && (strings.Contains(num, ".") || den[0] == '0') {
		return nil, false
	}
	r, ok := new(big.Rat).SetString(text)
	if !ok {
		return nil, false
	}
	if same, fits := canonical(r); !fits || same != text {
		return nil, false
	}
	return r, true
}

// canonical returns the one text of a number; false if it is too long.
func canonical(r *big.Rat) (string, bool) {
	if r.Num().BitLen() > maxBits || r.Denom().BitLen() > maxBits {
		return "", false
	}
	text := r.RatString()
	if places, ends := r.FloatPrec(); ends {
		if places > maxDigits {
			return "", false
		}
		text = r.FloatString(places)
	}
	return text, digits(text) <= maxDigits
}

func plainDecimal(text string) bool {
	whole, fraction, pointed := strings.Cut(strings.TrimPrefix(text, "-"), ".")
	return plainDigits(whole) && (!pointed || plainDigits(fraction)) &&
		len(whole)+len(fraction) <= maxDigits
}

func plainDigits(text string) bool {
	return text != "" && digits(text) == len(text)
}

func digits(text string) int {
	n := 0
	for i := range len(text) {
		if '0' <= text[i] && text[i] <= '9' {
			n++
		}
	}
	return n
}

// shorten cuts a text of foreign input to what a message can show.
func shorten(text string) string {
	const limit = 60
	short := []rune(text[:min(len(text), 4*limit)])
	if len(short) <= limit && len(text) <= 4*limit {
		return text
	}
	return string(short[:min(len(short), limit)]) + "…"
}

// show writes a value for a message.
func (v Value) show() string {
	switch {
	case v.Text == "":
		return "?"
	case v.Unit == "":
		return shorten(v.Text)
	default:
		return shorten(v.Text) + " " + shorten(v.Unit)
	}
}

// Instant returns an instant as a value (时刻): RFC 3339 on its own clock, in UTC where the offset of that
// clock cannot be written, as that of local mean time.
func Instant(t time.Time) Value {
	if _, offset := t.Zone(); offset%60 != 0 {
		t = t.UTC()
	}
	return Value{Text: instantText(t)}
}

// Seconds returns a length of time as a value in seconds, "s" (时长), exact to the nanosecond.
func Seconds(d time.Duration) Value {
	return Exact(big.NewInt(int64(d)), big.NewInt(int64(time.Second)), second)
}

// Clock returns what the clock of an instant shows, for the words of a label: "2026-09-18 16:00", with seconds where
// they are not zero.
func Clock(t time.Time) string {
	layout := "2006-01-02 15:04"
	if t.Nanosecond() != 0 {
		layout += ":05.999999999"
	} else if t.Second() != 0 {
		layout += ":05"
	}
	return t.Format(layout)
}
