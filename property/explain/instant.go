package explain

import (
	"strings"
	"time"
)

// The seconds from 1970-01-01 at which the years 1 and 9999 begin and end, on a clock at UTC.
const (
	firstSecond = -62_135_596_800
	lastSecond  = 253_402_300_799
)

// The shortest and the longest text of an instant.
const (
	shortestInstant = len("2026-09-20T08:00:00Z")
	longestInstant  = len("2026-09-20T16:00:00.123456789+08:00")
)

// nanosecondDigits is how many decimals of a second count.
const nanosecondDigits = 9

const secondsPerDay = 24 * 60 * 60

// parseInstant reads an instant in RFC 3339: a capital T and Z, at most nine decimals, the years
// 1 to 9999 by its own clock. It keeps the offset as a number: the zone of the machine has no say
// in what follows.
func parseInstant(text string) (time.Time, bool) {
	if !looksInstant(text) {
		return time.Time{}, false
	}
	t, err := time.ParseInLocation(time.RFC3339, text, time.UTC)
	_, offset := t.Zone()
	ok := err == nil && t.Year() >= 1 && -secondsPerDay < offset && offset < secondsPerDay
	return t, ok
}

// looksInstant refuses what [time.ParseInLocation] would read although it is not RFC 3339: an hour
// of one digit, a comma before the fraction, 60 minutes of offset; and decimals that it would drop
// without a word.
func looksInstant(text string) bool {
	if len(text) < shortestInstant || len(text) > longestInstant {
		return false
	}
	_, fraction, _ := strings.Cut(text, ".")
	return text[len("2026-09-20T08")] == ':' &&
		!strings.Contains(text, ",") &&
		!strings.HasSuffix(text, ":60") &&
		strings.IndexAny(fraction, "Z+-") <= nanosecondDigits
}

// sameInstant reports whether two texts are one instant, each in an offset of its own.
func sameInstant(a, b string) bool {
	t, okT := parseInstant(a)
	u, okU := parseInstant(b)
	return okT && okU && t.Equal(u)
}

// instantText returns the one text of an instant in its own offset.
func instantText(t time.Time) string { return t.Format(time.RFC3339Nano) }

// shownInstant writes an instant for people, "2026-09-20 16:00 +08:00", with as much of the
// second as there is; false for any other text.
func shownInstant(text string) (string, bool) {
	t, ok := parseInstant(text)
	if !ok {
		return "", false
	}
	layout := "2006-01-02 15:04 -07:00"
	if t.Second() != 0 || t.Nanosecond() != 0 {
		layout = "2006-01-02 15:04:05.999999999 -07:00"
	}
	return t.Format(layout), true
}
