package civil

import (
	"strconv"
	"time"

	"github.com/wuyekit/wuye/property/invalid"
)

const layout = "YYYY-MM-DD"

// Parse reads a date written exactly YYYY-MM-DD, of the years 0001 to 9999.
//
// Errors: [ErrDate] if it is written otherwise; [ErrNoSuchDay] if there is no
// such day, 2026-02-29; [ErrDateRange] for the year 0000 and for 0001-01-01.
func Parse(s string) (Date, error) {
	y, m, d, ok := digits(s)
	if !ok {
		return 0, invalid.Value(ErrDate, invalid.Quote(s))
	}
	return New(y, time.Month(m), d)
}

// MustParse is [Parse] for literals; it panics where Parse returns an error.
func MustParse(s string) Date {
	d, err := Parse(s)
	if err != nil {
		panic(err)
	}
	return d
}

// digits takes a text of the form YYYY-MM-DD apart.
func digits(s string) (year, month, day int, ok bool) {
	if len(s) != len(layout) || s[4] != '-' || s[7] != '-' {
		return 0, 0, 0, false
	}
	y, okYear := number(s[0:4])
	m, okMonth := number(s[5:7])
	d, okDay := number(s[8:10])
	return int(y), int(m), int(d), okYear && okMonth && okDay
}

// number reads a text of digits only, and is exact up to 18 of them.
func number(s string) (n int64, ok bool) {
	for _, c := range []byte(s) {
		if c < '0' || c > '9' {
			return 0, false
		}
		n = n*10 + int64(c-'0')
	}
	return n, s != ""
}

// Append appends the date as YYYY-MM-DD, and nothing if it is unset. Years
// beyond 9999 have more digits, years before 0 a minus.
func (d Date) Append(dst []byte) []byte {
	if d == 0 {
		return dst
	}
	y, m, day := toCivil(d)
	if y < 0 || y > maxYear {
		dst = appendFarYear(dst, y)
	} else {
		dst = append(dst, tens(y/100), ones(y/100), tens(y%100), ones(y%100))
	}
	return append(dst, '-', tens(int(m)), ones(int(m)), '-', tens(day), ones(day))
}

// tens and ones are the digits of a number from 0 to 99.
func tens(n int) byte { return '0' + uint8(n)/10 }

func ones(n int) byte { return '0' + uint8(n)%10 }

func appendFarYear(dst []byte, y int) []byte {
	if y < 0 {
		dst, y = append(dst, '-'), -y
		for limit := 1000; y < limit && limit > 1; limit /= 10 {
			dst = append(dst, '0')
		}
	}
	return strconv.AppendInt(dst, int64(y), 10)
}

// String returns the date as YYYY-MM-DD, "" if it is unset.
func (d Date) String() string {
	if d == 0 {
		return ""
	}
	var buf [24]byte
	return string(d.Append(buf[:0]))
}

// AppendText appends the date as a document has it.
//
// Errors: [ErrUnset] for the zero date; a field that may be unset is tagged
// omitzero. [ErrDateRange] for a date that [Parse] would not read again.
func (d Date) AppendText(dst []byte) ([]byte, error) {
	switch {
	case d == 0:
		return dst, invalid.Value(ErrUnset)
	case d < 0 || d > maxDate:
		return dst, invalid.Value(ErrDateRange, d.String())
	}
	return d.Append(dst), nil
}

// MarshalText returns the date as a document has it. Errors: as
// [Date.AppendText].
func (d Date) MarshalText() ([]byte, error) {
	text, err := d.AppendText(make([]byte, 0, len(layout)))
	if err != nil {
		return nil, err
	}
	return text, nil
}

// UnmarshalText reads a date as [Parse] does. After an error the date is as it
// was.
func (d *Date) UnmarshalText(text []byte) error {
	parsed, err := Parse(string(text))
	if err != nil {
		return err
	}
	*d = parsed
	return nil
}
