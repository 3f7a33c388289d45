package civil

import (
	"cmp"

	"github.com/wuyekit/wuye/property/invalid"
)

// TimeOfDay is a time that a wall clock shows every day (时刻), 00:00 to 24:00. The last is the
// end of the day and stands only where something ends.
//
// It is a value: comparable with ==, a map key, safe to share. The zero value means unset, which is
// not 00:00. Its text is "08:30".
type TimeOfDay struct{ n uint16 } // minutes since midnight, and one

const timeLayout = "hh:mm"

// ParseTimeOfDay reads a time written exactly hh:mm, "00:00" to "24:00".
//
// Errors: [ErrTimeOfDay].
func ParseTimeOfDay(s string) (TimeOfDay, error) {
	if len(s) == len(timeLayout) && s[2] == ':' {
		hour, okHour := number(s[:2])
		minute, okMinute := number(s[3:])
		if at := hour*60 + minute; okHour && okMinute && minute < 60 && at <= DayMinutes {
			return TimeOfDay{uint16(at) + 1}, nil
		}
	}
	return TimeOfDay{}, invalid.Value(ErrTimeOfDay, invalid.Quote(s))
}

// MustParseTimeOfDay is [ParseTimeOfDay] for literals; it panics where ParseTimeOfDay returns an
// error.
func MustParseTimeOfDay(s string) TimeOfDay {
	t, err := ParseTimeOfDay(s)
	if err != nil {
		panic(err)
	}
	return t
}

// TimeOfMinute returns the time that is some minutes after 00:00 on the clock, and the unset time
// for a minute outside 0 to [DayMinutes].
func TimeOfMinute(minute int) TimeOfDay {
	if minute < 0 || minute > DayMinutes {
		return TimeOfDay{}
	}
	return TimeOfDay{uint16(minute) + 1}
}

// IsZero reports whether the time is unset.
func (t TimeOfDay) IsZero() bool { return t.n == 0 }

// IsEnd reports whether the time is 24:00.
func (t TimeOfDay) IsEnd() bool { return t.n == DayMinutes+1 }

// Minute returns the minutes since 00:00 on the clock, [DayMinutes] for 24:00; 0 if the time is
// unset.
func (t TimeOfDay) Minute() int { return max(int(t.n)-1, 0) }

// Compare returns −1 if t is earlier than u, 0 if they are equal, 1 if later.
func (t TimeOfDay) Compare(u TimeOfDay) int { return cmp.Compare(t.n, u.n) }

// Append appends the time as hh:mm, and nothing if it is unset.
func (t TimeOfDay) Append(dst []byte) []byte {
	if t.IsZero() {
		return dst
	}
	hour, minute := t.Minute()/60, t.Minute()%60
	return append(dst, tens(hour), ones(hour), ':', tens(minute), ones(minute))
}

// String returns the time as hh:mm, "" if it is unset.
func (t TimeOfDay) String() string { return string(t.Append(nil)) }

// AppendText appends the time as a document has it. Errors: [ErrUnset].
func (t TimeOfDay) AppendText(dst []byte) ([]byte, error) {
	if t.IsZero() {
		return dst, invalid.Value(ErrUnset)
	}
	return t.Append(dst), nil
}

// MarshalText returns the time as a document has it. Errors: [ErrUnset].
func (t TimeOfDay) MarshalText() ([]byte, error) {
	text, err := t.AppendText(nil)
	if err != nil {
		return nil, err
	}
	return text, nil
}

// UnmarshalText reads a time as [ParseTimeOfDay] does. After an error the time is as it was.
func (t *TimeOfDay) UnmarshalText(text []byte) error {
	parsed, err := ParseTimeOfDay(string(text))
	if err != nil {
		return err
	}
	*t = parsed
	return nil
}
