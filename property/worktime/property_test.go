package worktime_test

import (
	"errors"
	"testing"
	"time"

	"github.com/wuyekit/wuye/property/worktime"
)

// laws checks what holds of every calendar, without knowing what the right answer is. An answer that cannot
// be given ends the law it is asked for; a guess has to obey them all.
type laws struct {
	t *testing.T
	c *worktime.Calendar
}

func (l laws) usable(err error) bool {
	l.t.Helper()
	if unknownYear(err) >= 0 {
		return true
	}
	if !errors.Is(err, worktime.ErrRange) && !errors.Is(err, worktime.ErrNeverOpens) && !errors.Is(err, worktime.ErrNeverCloses) {
		l.t.Fatalf("not an error of an answer: %v", err)
	}
	return false
}

func (l laws) between(a, b time.Time) time.Duration {
	l.t.Helper()
	d, err := l.c.Between(a, b)
	if !l.usable(err) {
		l.t.Fatalf("between %v and %v: %v", a, b, err)
	}
	return d
}

func (l laws) isOpen(at time.Time) bool {
	l.t.Helper()
	open, err := l.c.IsOpen(at)
	if !l.usable(err) {
		l.t.Fatalf("open at %v: %v", at, err)
	}
	return open
}

func (l laws) add(t time.Time, d time.Duration) (time.Time, bool) {
	l.t.Helper()
	at, err := l.c.Add(t, d)
	return at, l.usable(err)
}

// inverse: t ≤ u.
func (l laws) inverse(t, u time.Time) {
	l.t.Helper()
	w := l.between(t, u)
	if back := l.between(u, t); back != -w || w < 0 || w > u.Sub(t) {
		l.t.Fatalf("%v to %v is %v, and back %v", t, u, w, back)
	}
	if w == 0 {
		return
	}
	at, ok := l.add(t, w)
	if !ok || at.After(u) || l.isOpen(u.Add(-1)) != at.Equal(u) {
		l.t.Fatalf("between %v and %v is %v, which leads to %v (%t)", t, u, w, at, ok)
	}
	at, ok = l.add(u, -w)
	if !ok || at.Before(t) || l.isOpen(t) != at.Equal(t) {
		l.t.Fatalf("between %v and %v is %v, back to %v (%t)", t, u, w, at, ok)
	}
}

// parts: t ≤ u.
func (l laws) parts(t, u time.Time) {
	l.t.Helper()
	mid := t.Add(u.Sub(t) / 3)
	if whole, sum := l.between(t, u), l.between(t, mid)+l.between(mid, u); whole != sum {
		l.t.Fatalf("%v to %v is %v, in parts at %v %v", t, u, whole, mid, sum)
	}
	stretches, err := l.c.AppendStretches(nil, t, u)
	l.usable(err)
	var sum time.Duration
	last := t
	for i, s := range stretches {
		if !s.Start.Before(s.End) || s.Start.Before(last) || i > 0 && s.Start.Equal(last) || s.End.After(u) {
			l.t.Fatalf("stretch %d of %v", i, stretches)
		}
		last, sum = s.End, sum+s.Length()
	}
	if sum != l.between(t, u) {
		l.t.Fatalf("%v to %v is %v, the stretches are %v", t, u, l.between(t, u), sum)
	}
}

// sums: d1 and d2 positive.
func (l laws) sums(t time.Time, d1, d2 time.Duration) {
	l.t.Helper()
	for _, sign := range []time.Duration{1, -1} {
		first, ok1 := l.add(t, sign*d1)
		both, ok2 := l.add(t, sign*(d1+d2))
		if !ok1 || !ok2 {
			continue
		}
		if second, ok := l.add(first, sign*d2); !ok || !second.Equal(both) {
			l.t.Fatalf("%v %v %v: %v, then %v (%t), at once %v", t, sign*d1, sign*d2, first, second, ok, both)
		}
		if sign > 0 && (!t.Before(first) || !first.Before(both)) || sign < 0 && (!t.After(first) || !first.After(both)) {
			l.t.Fatalf("%v %v %v: %v, %v", t, sign*d1, sign*d2, first, both)
		}
		if d := l.between(t, both); d != sign*(d1+d2) {
			l.t.Fatalf("%v %v: %v, but between is %v", t, sign*(d1+d2), both, d)
		}
	}
}

// monotone: t ≤ u.
func (l laws) monotone(t, u time.Time, d time.Duration) {
	l.t.Helper()
	for _, d := range []time.Duration{d, -d} {
		a, ok1 := l.add(t, d)
		b, ok2 := l.add(u, d)
		if ok1 && ok2 && a.After(b) {
			l.t.Fatalf("%v: %v leads to %v, but %v to %v", d, t, a, u, b)
		}
	}
}

func (l laws) edges(t time.Time) {
	l.t.Helper()
	open, err := l.c.NextOpen(t)
	if !l.usable(err) {
		return
	}
	again, err := l.c.NextOpen(open)
	if !l.usable(err) || !again.Equal(open) || open.Before(t) || !l.isOpen(open) {
		l.t.Fatalf("from %v opens %v (open %t), from there %v, %v", t, open, l.isOpen(open), again, err)
	}
	if l.isOpen(t) != open.Equal(t) || !open.Equal(t) && l.between(t, open) != 0 {
		l.t.Fatalf("%v open %t, opens %v", t, l.isOpen(t), open)
	}
	end, err := l.c.NextClose(t)
	if !l.usable(err) {
		return
	}
	if !end.After(open) || l.isOpen(end) || !l.isOpen(end.Add(-1)) || l.between(open, end) != end.Sub(open) {
		l.t.Fatalf("from %v opens %v, closes %v", t, open, end)
	}
}

func (l laws) all(t, u time.Time, d1, d2 time.Duration) {
	l.t.Helper()
	if u.Before(t) {
		t, u = u, t
	}
	l.inverse(t, u)
	l.parts(t, u)
	l.sums(t, d1, d2)
	l.monotone(t, u, d1)
	l.edges(t)
	l.edges(u)
}

// FuzzBetweenAdd: working time between instants and instants after working time are each other's inverse, for any
// timetable, anywhere from 1900 to 2100.
func FuzzBetweenAdd(f *testing.F) {
	for seed := range int64(12) {
		f.Add(uint64(seed), seed*300_000_001-900_000_000, int64(7_000_001)*seed, int64(8*time.Hour), int64(time.Hour)+seed)
	}
	f.Add(uint64(99), int64(631_152_000), int64(86_400), int64(1), int64(1)) // 1990, where the table begins
	f.Add(uint64(98), int64(2_840_140_800), int64(10), int64(time.Hour), int64(90*24*time.Hour))
	f.Fuzz(func(t *testing.T, seed uint64, sec, span, d1, d2 int64) {
		const years200 = 200 * 366 * 86_400
		r := newRandom(seed)
		from := time.Unix(-2_208_988_800+abs(sec)%years200, r.Int64N(3)*333_333_333)
		to := from.Add(time.Duration(abs(span)%(2*366*86_400))*time.Second + time.Duration(r.IntN(2)))
		doc := r.timetable(from.Year())
		var tables []worktime.Holidays
		if doc.Holidays != "" {
			tables = []worktime.Holidays{r.table(from.Year())}
		}
		c, err := worktime.New(doc, findZone, tables...)
		if err != nil {
			return // made up so that it never opens
		}
		const year = int64(366 * 24 * time.Hour)
		laws{t, c}.all(from, to, 1+time.Duration(abs(d1)%year), 1+time.Duration(abs(d2)%year))
	})
}

func abs(n int64) int64 {
	if n < 0 {
		return -(n + 1)
	}
	return n
}
