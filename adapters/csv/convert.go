package csv

import (
	"math"
	"strconv"
	"strings"
	"time"

	"github.com/shopspring/decimal"

	"github.com/wuyekit/wuye/property/civil"
	"github.com/wuyekit/wuye/property/invalid"
)

// parseNumber returns a number as the values of this module write it: without
// thousands separators and without zeros at the end of its decimals.
//
// Errors: [ErrNumber]; separators must stand before groups of three digits.
func parseNumber(s string) (string, error) {
	digits := strings.TrimPrefix(s, "-")
	whole, fraction, pointed := strings.Cut(digits, ".")
	if pointed && fraction == "" || !isDigits(fraction) {
		return "", invalid.Value(ErrNumber, invalid.Quote(s))
	}
	plain, ok := ungroup(whole)
	if !ok {
		return "", invalid.Value(ErrNumber, invalid.Quote(s))
	}
	fraction = strings.TrimRight(fraction, "0")
	if len(plain) == len(whole) && !pointed {
		return s, nil
	}
	if fraction != "" {
		plain += "." + fraction
	}
	return s[:len(s)-len(digits)] + plain, nil
}

// ungroup takes the separators out of a whole number.
func ungroup(s string) (string, bool) {
	first, rest, grouped := strings.Cut(s, ",")
	if !grouped {
		return s, s != "" && isDigits(s)
	}
	if first == "" || len(first) > 3 || !isDigits(first) {
		return "", false
	}
	for group := range strings.SplitSeq(rest, ",") {
		if len(group) != 3 || !isDigits(group) {
			return "", false
		}
	}
	return strings.ReplaceAll(s, ",", ""), true
}

func isDigits(s string) bool {
	for i := range len(s) {
		if s[i] < '0' || s[i] > '9' {
			return false
		}
	}
	return true
}

// scale multiplies a number and rounds it half away from zero to a multiple of the
// step; a zero factor or step leaves it as it is.
func scale(number string, factor, step decimal.Decimal) (string, error) {
	d, err := invalid.ParseDecimal(number)
	if err != nil {
		return "", invalid.Value(ErrNumber, invalid.Quote(number))
	}
	if !factor.IsZero() {
		d = d.Mul(factor)
	}
	if !step.IsZero() {
		d = d.DivRound(step, 0).Mul(step)
	}
	return parseNumber(d.String())
}

// parseCount reads a whole number; 12.0 is one.
func parseCount(s string) (int, error) {
	plain, err := parseNumber(s)
	if err != nil {
		return 0, err
	}
	n, err := strconv.ParseInt(plain, 10, 32)
	if err != nil {
		return 0, invalid.Value(invalid.ErrNumber, invalid.Quote(s), strconv.Itoa(math.MinInt32), strconv.Itoa(math.MaxInt32))
	}
	return int(n), nil
}

// parseFloor reads a floor: a whole number, after B, 地下 or 负 one below ground, with
// F, 层 or 楼 behind it or not.
func parseFloor(s string) (int, error) {
	digits, below := s, false
	for _, suffix := range []string{"层", "楼", "F", "f"} {
		digits = strings.TrimSuffix(digits, suffix)
	}
	for _, prefix := range []string{"地下", "负", "B", "b"} {
		if rest, ok := strings.CutPrefix(digits, prefix); ok {
			digits, below = rest, true
			break
		}
	}
	n, err := parseCount(digits)
	if err != nil || below && n <= 0 {
		return 0, invalid.Value(ErrFloor, invalid.Quote(s))
	}
	if below {
		return -n, nil
	}
	return n, nil
}

// parseDate reads a date in one of the forms that files have, and as a serial number of
// Excel where serials are expected. A time of midnight behind it is dropped, any other
// is refused.
//
// Errors: [ErrDate], [civil.ErrNoSuchDay], [civil.ErrDateRange].
func parseDate(s string, serials bool) (civil.Date, error) {
	day := strings.TrimSpace(cutMidnight(s))
	if isDigits(day) && day != "" {
		return digitsDate(s, day, serials)
	}
	y, m, d, ok := dateParts(day)
	if !ok {
		return 0, invalid.Value(ErrDate, invalid.Quote(s))
	}
	return civil.New(y, time.Month(m), d)
}

// digitsDate reads 20261101 and, where wanted, 46327.
func digitsDate(s, digits string, serials bool) (civil.Date, error) {
	n, err := strconv.Atoi(digits)
	switch {
	case err == nil && len(digits) == 8:
		return civil.New(n/10000, time.Month(n/100%100), n%100)
	case err == nil && serials && len(digits) < 8:
		return excelDate(s, n)
	default:
		return 0, invalid.Value(ErrDate, invalid.Quote(s))
	}
}

// excelDate returns the day of an Excel serial: 1 is 1900-01-01, and 60 is 29 February
// 1900, which there was not.
func excelDate(s string, serial int) (civil.Date, error) {
	base := civil.MustNew(1899, time.December, 30)
	if serial < 60 {
		base = base.AddDays(1)
	}
	d := base.AddDays(serial)
	if serial < 1 || serial == 60 || d.Year() > 9999 {
		return 0, invalid.Value(ErrDate, invalid.Quote(s))
	}
	return d, nil
}

// cutMidnight drops a time of 00:00, with seconds or not.
func cutMidnight(s string) string {
	i := strings.IndexAny(s, " T")
	if i < 0 || strings.Trim(s[i+1:], "0:.") != "" || !strings.Contains(s[i+1:], "0:00") {
		return s
	}
	return s[:i]
}

// dateParts reads year, month and day between - / . or 年 月 日.
func dateParts(s string) (y, m, d int, ok bool) {
	if len(s) < 8 || !isDigits(s[:4]) {
		return 0, 0, 0, false
	}
	rest, separator := s[5:], s[4:5]
	if han, ok := strings.CutPrefix(s[4:], "年"); ok {
		rest, separator = strings.TrimSuffix(strings.TrimSuffix(han, "日"), "号"), "月"
	} else if strings.IndexByte("-/.", s[4]) < 0 {
		return 0, 0, 0, false
	}
	month, day, cut := strings.Cut(rest, separator)
	y, err := strconv.Atoi(s[:4])
	m, okMonth := shortNumber(month)
	d, okDay := shortNumber(day)
	return y, m, d, cut && err == nil && okMonth && okDay
}

// shortNumber reads one or two digits.
func shortNumber(s string) (int, bool) {
	if s == "" || len(s) > 2 || !isDigits(s) {
		return 0, false
	}
	n, err := strconv.Atoi(s)
	return n, err == nil
}

// parseYes reads true or false; other words stand in the mapping's values.
func parseYes(s string) (bool, error) {
	switch strings.ToLower(s) {
	case "true":
		return true, nil
	case "false":
		return false, nil
	default:
		return false, invalid.Value(invalid.ErrWord, invalid.Quote(s), "true, false")
	}
}
