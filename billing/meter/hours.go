package meter

import (
	"slices"
	"strconv"

	"github.com/wuyekit/wuye/property/invalid"
)

// TimeOfUse says which hours of the day belong to which band (峰谷时段). Its windows cover the day
// exactly once.
type TimeOfUse struct {
	// Bands are the windows; a band may have several.
	Bands []BandHours `json:"bands"`
}

// BandHours is a window of the day that belongs to a band.
type BandHours struct {
	// Band is the name of the band: "peak".
	Band string `json:"band"`
	// From is when the window begins, "08:00".
	From string `json:"from"`
	// To is when it ends, up to "24:00". An end before the beginning is on the next day.
	To string `json:"to"`
}

const (
	minutesPerDay = 24 * 60
	maxWindows    = minutesPerDay
)

// window is minutes of the day from lo until hi.
type window struct{ lo, hi int }

// Check reports windows that are none, overlap, or leave a part of the day out.
func (t TimeOfUse) Check(l *invalid.List) { t.minutes(l) }

// minutes returns the band of every minute of the day, as its number in bands plus 1.
func (t TimeOfUse) minutes(l *invalid.List) (bands []string, minutes []uint16) {
	minutes = make([]uint16, minutesPerDay)
	if n := len(t.Bands); n > maxWindows {
		l.At("bands").Add(ErrTooMany, strconv.Itoa(n), strconv.Itoa(maxWindows))
		return nil, minutes
	}
	before := l.Len()
	l.Enter("bands")
	for i, b := range t.Bands {
		l.EnterIndex(i)
		checkCode(l, "band", b.Band, true)
		n := slices.Index(bands, b.Band)
		if n < 0 {
			n = len(bands)
			bands = append(bands, b.Band)
		}
		b.cover(l, minutes, uint16(n)+1)
		l.Leave()
	}
	l.Leave()
	if l.Len() == before {
		checkGaps(l, minutes)
	}
	return bands, minutes
}

// cover marks the minutes of a window, and reports the first that is marked already.
func (b BandHours) cover(l *invalid.List, minutes []uint16, mark uint16) {
	from, okFrom := minuteOf(b.From)
	to, okTo := minuteOf(b.To)
	if !okFrom || from == minutesPerDay {
		l.At("from").Add(ErrClock, invalid.Quote(b.From))
	}
	if !okTo {
		l.At("to").Add(ErrClock, invalid.Quote(b.To))
	}
	if !okFrom || !okTo || from == minutesPerDay {
		return
	}
	if from == to {
		l.At("to").Add(ErrHours, b.From, b.To)
		return
	}
	parts := []window{{from, to}}
	if to < from {
		parts = []window{{from, minutesPerDay}, {0, to}}
	}
	for _, w := range parts {
		for m := w.lo; m < w.hi; m++ {
			if minutes[m] != 0 {
				l.Add(ErrHoursOverlap, b.From, b.To, clockText(m))
				return
			}
			minutes[m] = mark
		}
	}
}

// checkGaps reports every stretch of the day without a band.
func checkGaps(l *invalid.List, minutes []uint16) {
	for m := 0; m < minutesPerDay; m++ {
		if minutes[m] != 0 {
			continue
		}
		from := m
		for m < minutesPerDay && minutes[m] == 0 {
			m++
		}
		l.At("bands").Add(ErrHoursGap, clockText(from), clockText(m))
	}
}

// minuteOf reads a time of day written exactly HH:MM, "00:00" to "24:00".
func minuteOf(text string) (int, bool) {
	if len(text) != len("00:00") || text[2] != ':' {
		return 0, false
	}
	n := 0
	for i, c := range []byte(text) {
		if i == 2 {
			continue
		}
		if c < '0' || c > '9' {
			return 0, false
		}
		n = n*10 + int(c-'0')
	}
	hour, minute := n/100, n%100
	m := hour*60 + minute
	return m, minute < 60 && m <= minutesPerDay
}

// clockText writes a minute of the day as HH:MM.
func clockText(minute int) string {
	digits := func(n int) string { return string([]byte{'0' + byte(n/10), '0' + byte(n%10)}) }
	return digits(minute/60) + ":" + digits(minute%60)
}
