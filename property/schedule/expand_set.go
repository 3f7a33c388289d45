package schedule

import (
	"math/bits"

	"github.com/wuyekit/wuye/property/civil"
	"github.com/wuyekit/wuye/property/worktime"
)

const wordBits = 64

// daySet is some of the days of a period, a year at most and the day after it, by their distance from its first.
type daySet [6]uint64

func (s *daySet) add(i int) { s[i/wordBits] |= 1 << (i % wordBits) }

func (s *daySet) remove(i int) { s[i/wordBits] &^= 1 << (i % wordBits) }

// fill adds the days from one until before another.
func (s *daySet) fill(from, to int) {
	for i := from; i < to; i++ {
		s.add(i)
	}
}

// keep removes all days that another set does not have.
func (s *daySet) keep(other daySet) {
	for i := range s {
		s[i] &= other[i]
	}
}

// next returns the first day that is not before i, −1 if there is none.
func (s *daySet) next(i int) int {
	for w := i / wordBits; w < len(s); w++ {
		word := s[w]
		if w == i/wordBits {
			word &= ^uint64(0) << (i % wordBits)
		}
		if word != 0 {
			return w*wordBits + bits.TrailingZeros64(word)
		}
	}
	return -1
}

// pick returns the n-th days of the set for each of the numbers, from 1; −1 is the last.
func (s *daySet) pick(numbers []int) daySet {
	var out daySet
	size := 0
	for _, word := range s {
		size += bits.OnesCount64(word)
	}
	for i, n := s.next(0), 1; i >= 0; i, n = s.next(i+1), n+1 {
		for _, want := range numbers {
			if want == n || want == n-size-1 {
				out.add(i)
			}
		}
	}
	return out
}

// addNumbered adds the n-th day of the week of a stretch that begins at a day and lies at an offset.
func (s *daySet) addNumbered(w WeekdayOf, start civil.Date, offset, length int) {
	first := (int(w.Day-worktime.Monday) - weekdayOf(start) + daysPerWeek) % daysPerWeek
	count := (length - first + daysPerWeek - 1) / daysPerWeek
	n := w.N - 1
	if w.N < 0 {
		n = count + w.N
	}
	if i := offset + first + n*daysPerWeek; n >= 0 && n < count && i < len(s)*wordBits {
		s.add(i)
	}
}
