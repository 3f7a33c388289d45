package parking

import (
	"github.com/wuyekit/wuye/property/invalid"
)

// minutesPerDay is how many minutes a day without a change of the clocks has.
const minutesPerDay = 24 * 60

// TimeOfDay is a time on the wall clock (时刻), 00:00 to 23:59. It is a value, comparable with
// ==; zero is unset, which is not 00:00.
type TimeOfDay struct{ n uint16 } // minutes since midnight, and one

// ParseTimeOfDay reads a time written exactly HH:MM, "07:00".
//
// Errors: [ErrTime].
func ParseTimeOfDay(text string) (TimeOfDay, error) {
	bad := len(text) != 5 || text[2] != ':'
	for i := 0; i < len(text) && !bad; i++ {
		bad = i != 2 && (text[i] < '0' || text[i] > '9')
	}
	if !bad {
		hour, minute := int(text[0]-'0')*10+int(text[1]-'0'), int(text[3]-'0')*10+int(text[4]-'0')
		if hour < 24 && minute < 60 {
			return TimeOfDay{uint16(hour*60 + minute + 1)}, nil
		}
	}
	return TimeOfDay{}, invalid.Value(ErrTime, invalid.Quote(text))
}

// MustParseTimeOfDay is [ParseTimeOfDay] for literals; it panics where that fails.
func MustParseTimeOfDay(text string) TimeOfDay {
	t, err := ParseTimeOfDay(text)
	if err != nil {
		panic(err)
	}
	return t
}

// IsZero reports whether the time is unset.
func (t TimeOfDay) IsZero() bool { return t.n == 0 }

// Minute returns the minutes since 00:00 on the wall clock; 0 where the time is unset.
func (t TimeOfDay) Minute() int { return max(int(t.n)-1, 0) }

// AppendText appends HH:MM, nothing where the time is unset.
func (t TimeOfDay) AppendText(b []byte) ([]byte, error) {
	if t.IsZero() {
		return b, nil
	}
	hour, minute := t.Minute()/60, t.Minute()%60
	return append(b, byte('0'+hour/10), byte('0'+hour%10), ':', byte('0'+minute/10), byte('0'+minute%10)), nil
}

// String returns HH:MM, "" where the time is unset.
func (t TimeOfDay) String() string {
	b, err := t.AppendText(nil)
	if err != nil {
		return ""
	}
	return string(b)
}

// MarshalText returns HH:MM.
//
// Errors: [ErrTime] where the time is unset.
func (t TimeOfDay) MarshalText() ([]byte, error) {
	if t.IsZero() {
		return nil, invalid.Value(ErrTime, invalid.Quote(""))
	}
	return t.AppendText(nil)
}

// UnmarshalText reads HH:MM.
//
// Errors: [ErrTime].
func (t *TimeOfDay) UnmarshalText(text []byte) error {
	parsed, err := ParseTimeOfDay(string(text))
	if err != nil {
		return err
	}
	*t = parsed
	return nil
}

// Window is a time of each day (时段), from inclusive to exclusive. It may cross midnight:
// 21:00 to 07:00 is the night.
type Window struct {
	// From is when the window begins.
	From TimeOfDay `json:"from"`
	// To is when it ends; 00:00 is midnight.
	To TimeOfDay `json:"to"`
}

// Check reports times that are unset, and a window without any time.
func (w Window) Check(l *invalid.List) {
	if w.From.IsZero() {
		l.At("from").Add(invalid.ErrRequired, "from")
	}
	if w.To.IsZero() {
		l.At("to").Add(invalid.ErrRequired, "to")
	}
	if !w.From.IsZero() && w.From == w.To {
		l.At("to").Add(ErrWindowEmpty, w.From.String())
	}
}

// String returns "21:00–07:00".
func (w Window) String() string { return w.From.String() + "–" + w.To.String() }
