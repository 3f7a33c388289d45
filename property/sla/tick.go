package sla

import (
	"math"
	"time"
)

// tick is an instant without a location, 16 bytes. The zero value is unset.
type tick struct {
	sec  int64 // Unix seconds
	nano int32
	set  bool
}

func tickOf(t time.Time) tick { return tick{t.Unix(), int32(t.Nanosecond()), true} }

// time returns the instant on the clocks of a location, the zero time if it is unset.
func (t tick) time(zone *time.Location) time.Time {
	if !t.set {
		return time.Time{}
	}
	return time.Unix(t.sec, int64(t.nano)).In(zone)
}

func (t tick) before(u tick) bool { return t.sec < u.sec || t.sec == u.sec && t.nano < u.nano }

// since returns how long t is after u, and false if that does not fit into a Duration.
func (t tick) since(u tick) (time.Duration, bool) {
	const most = math.MaxInt64/int64(time.Second) - 1
	sec := t.sec - u.sec
	if sec > most || sec < -most {
		return 0, false
	}
	return time.Duration(sec*int64(time.Second) + int64(t.nano-u.nano)), true
}

// add returns the instant some time later.
func (t tick) add(d time.Duration) tick {
	nano := int64(t.nano) + int64(d%time.Second)
	sec := t.sec + int64(d/time.Second)
	switch {
	case nano < 0:
		sec, nano = sec-1, nano+int64(time.Second)
	case nano >= int64(time.Second):
		sec, nano = sec+1, nano-int64(time.Second)
	}
	return tick{sec, int32(nano), t.set}
}

func earlier(a, b tick) tick {
	if b.before(a) {
		return b
	}
	return a
}

func later(a, b tick) tick {
	if a.before(b) {
		return b
	}
	return a
}
