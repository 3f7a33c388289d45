package meter

import (
	"slices"
	"strconv"

	"github.com/wuyekit/wuye/property/civil"
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
	// From is when the window begins, 08:00.
	From civil.TimeOfDay `json:"from"`
	// To is when it ends, up to 24:00. An end before the beginning is on the next day.
	To civil.TimeOfDay `json:"to"`
}

const maxWindows = civil.DayMinutes

// window is minutes of the day from lo until hi.
type window struct{ lo, hi int }

// Check reports windows that are none, overlap, or leave a part of the day out.
func (t TimeOfUse) Check(l *invalid.List) { t.minutes(l) }

// minutes returns the band of every minute of the day, as its number in bands plus 1.
func (t TimeOfUse) minutes(l *invalid.List) (bands []string, minutes []uint16) {
	minutes = make([]uint16, civil.DayMinutes)
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
	if !b.checkTimes(l) {
		return
	}
	from, to := b.From.Minute(), b.To.Minute()
	parts := []window{{from, to}}
	if to < from {
		parts = []window{{from, civil.DayMinutes}, {0, to}}
	}
	for _, w := range parts {
		for m := w.lo; m < w.hi; m++ {
			if minutes[m] != 0 {
				l.Add(ErrHoursOverlap, b.From.String(), b.To.String(), civil.TimeOfMinute(m).String())
				return
			}
			minutes[m] = mark
		}
	}
}

// checkTimes reports what is wrong with the times; false if anything is.
func (b BandHours) checkTimes(l *invalid.List) bool {
	before := l.Len()
	if b.From.IsZero() {
		l.At("from").Add(invalid.ErrRequired, "from")
	}
	if b.To.IsZero() {
		l.At("to").Add(invalid.ErrRequired, "to")
	}
	if b.From.IsEnd() {
		l.At("from").Add(ErrClock, invalid.Quote(b.From.String()))
	} else if !b.To.IsZero() && b.From == b.To {
		l.At("to").Add(ErrHours, b.From.String(), b.To.String())
	}
	return l.Len() == before
}

// checkGaps reports every stretch of the day without a band.
func checkGaps(l *invalid.List, minutes []uint16) {
	for m := 0; m < civil.DayMinutes; m++ {
		if minutes[m] != 0 {
			continue
		}
		from := m
		for m < civil.DayMinutes && minutes[m] == 0 {
			m++
		}
		l.At("bands").Add(ErrHoursGap, civil.TimeOfMinute(from).String(), civil.TimeOfMinute(m).String())
	}
}
