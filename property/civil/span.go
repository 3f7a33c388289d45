package civil

import (
	"math"
	"strconv"
	"strings"

	"github.com/wuyekit/wuye/property/invalid"
)

// Span is a length of time as contracts write it (期限): ISO 8601 "P1M", "P7D",
// "PT30M", "P1DT12H", or working days (工作日) "5wd".
//
// Months, days and working days are civil, hours and shorter are exact seconds;
// none is turned into another: P1D is not PT24H, P1M is not P30D. Years are 12
// months and weeks 7 days.
//
// It is a value: comparable with ==, never negative. The zero value means unset;
// a length of zero cannot be written.
type Span struct {
	months, days, workdays, seconds int32
}

// maxPart bounds each part: 68 years of seconds.
const maxPart = math.MaxInt32

// ParseSpan reads a length: P, then years Y, months M, weeks W and days D, then T
// and hours H, minutes M and seconds S, each a whole number, in this order, at
// least one of them; or a whole number and wd.
//
// Errors: [ErrSpan] if it is written otherwise, negative or with a fraction;
// [ErrSpanZero] for a length of zero; [ErrSpanRange] if a part does not fit.
func ParseSpan(s string) (Span, error) {
	var span Span
	p := spanParser{rest: s}
	if count, ok := strings.CutSuffix(s, "wd"); ok {
		p.rest = ""
		p.add(&span.workdays, count, 1)
	} else {
		p.iso(&span)
	}
	switch {
	case p.malformed || p.rest != "":
		return Span{}, invalid.Value(ErrSpan, invalid.Quote(s))
	case p.tooLong:
		return Span{}, invalid.Value(ErrSpanRange, invalid.Quote(s))
	case span.IsZero():
		return Span{}, invalid.Value(ErrSpanZero, invalid.Quote(s))
	}
	return span, nil
}

// MustParseSpan is [ParseSpan] for literals; it panics where ParseSpan returns an
// error.
func MustParseSpan(s string) Span {
	span, err := ParseSpan(s)
	if err != nil {
		panic(err)
	}
	return span
}

type spanParser struct {
	rest               string
	malformed, tooLong bool
}

func (p *spanParser) iso(span *Span) {
	if !p.skip("P") {
		p.malformed = true
		return
	}
	some := p.part('Y', &span.months, 12)
	some = p.part('M', &span.months, 1) || some
	some = p.part('W', &span.days, 7) || some
	some = p.part('D', &span.days, 1) || some
	if p.skip("T") {
		some = p.part('H', &span.seconds, 3600)
		some = p.part('M', &span.seconds, 60) || some
		some = p.part('S', &span.seconds, 1) || some
	}
	p.malformed = p.malformed || !some
}

func (p *spanParser) skip(prefix string) bool {
	rest, ok := strings.CutPrefix(p.rest, prefix)
	p.rest = rest
	return ok
}

// part reads "12D" if the rest begins with digits and then the letter, and
// reports whether it did.
func (p *spanParser) part(letter byte, sum *int32, unit int64) bool {
	n := 0
	for n < len(p.rest) && '0' <= p.rest[n] && p.rest[n] <= '9' {
		n++
	}
	if n == 0 || n == len(p.rest) || p.rest[n] != letter {
		return false
	}
	p.add(sum, p.rest[:n], unit)
	p.rest = p.rest[n+1:]
	return true
}

// add adds a count of units to a part of the span.
func (p *spanParser) add(sum *int32, count string, unit int64) {
	n, ok := number(count)
	if !ok {
		p.malformed = true
		return
	}
	const digits = 10 // of maxPart
	total := int64(*sum) + n*unit
	if len(count) > digits || total > maxPart {
		p.tooLong = true
		return
	}
	*sum = int32(total)
}

// Months returns the months, a year being 12.
func (s Span) Months() int { return int(s.months) }

// Days returns the calendar days, a week being 7, without those of Months.
func (s Span) Days() int { return int(s.days) }

// Workdays returns the working days.
func (s Span) Workdays() int { return int(s.workdays) }

// Seconds returns the exact part: hours, minutes and seconds, in seconds.
func (s Span) Seconds() int { return int(s.seconds) }

// IsZero reports whether the span is unset.
func (s Span) IsZero() bool { return s == Span{} }

// IsCivil reports whether the span has neither working days nor a time part, so
// that it leads from a date to a date.
func (s Span) IsCivil() bool { return s.workdays == 0 && s.seconds == 0 }

// AddTo returns the date the span after d: its months first, clamped to the end
// of a short month, then its days. It returns false if the span is not
// [Span.IsCivil].
func (s Span) AddTo(d Date) (Date, bool) {
	if !s.IsCivil() {
		return 0, false
	}
	return d.AddMonths(int(s.months)).AddDays(int(s.days)), true
}

// SubtractFrom returns the date the span before d, months first as in
// [Span.AddTo], and false if the span is not [Span.IsCivil]. It does not undo
// AddTo: one month after 31 Jan is 28 Feb, one month before that 28 Jan.
func (s Span) SubtractFrom(d Date) (Date, bool) {
	if !s.IsCivil() {
		return 0, false
	}
	return d.AddMonths(-int(s.months)).AddDays(-int(s.days)), true
}

// Append appends the span in canonical form: years and months, days, hours,
// minutes and seconds, without weeks; nothing if it is unset.
func (s Span) Append(dst []byte) []byte {
	switch {
	case s.IsZero():
		return dst
	case s.workdays != 0:
		return append(strconv.AppendInt(dst, int64(s.workdays), 10), "wd"...)
	}
	dst = append(dst, 'P')
	dst = appendPart(dst, s.months/12, 'Y')
	dst = appendPart(dst, s.months%12, 'M')
	dst = appendPart(dst, s.days, 'D')
	if s.seconds == 0 {
		return dst
	}
	dst = append(dst, 'T')
	dst = appendPart(dst, s.seconds/3600, 'H')
	dst = appendPart(dst, s.seconds/60%60, 'M')
	return appendPart(dst, s.seconds%60, 'S')
}

func appendPart(dst []byte, n int32, letter byte) []byte {
	if n == 0 {
		return dst
	}
	return append(strconv.AppendInt(dst, int64(n), 10), letter)
}

// String returns the span in canonical form, "" if it is unset.
func (s Span) String() string { return string(s.Append(nil)) }

// AppendText appends the span as a document has it. Errors: [ErrUnset] for the
// zero span; a field that may be unset is tagged omitzero.
func (s Span) AppendText(dst []byte) ([]byte, error) {
	if s.IsZero() {
		return dst, invalid.Value(ErrUnset)
	}
	return s.Append(dst), nil
}

// MarshalText returns the span as a document has it. Errors: as
// [Span.AppendText].
func (s Span) MarshalText() ([]byte, error) {
	if s.IsZero() {
		return nil, invalid.Value(ErrUnset)
	}
	return s.Append(nil), nil
}

// UnmarshalText reads a span as [ParseSpan] does. After an error the span is as
// it was.
func (s *Span) UnmarshalText(text []byte) error {
	parsed, err := ParseSpan(string(text))
	if err != nil {
		return err
	}
	*s = parsed
	return nil
}
