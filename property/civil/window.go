package civil

import (
	"strings"

	"github.com/wuyekit/wuye/property/invalid"
)

// Window is a part of the day on a wall clock (时段), half-open: at its opening time it is
// open, at its closing time it is not. One that closes earlier than it opens closes on the next
// day: 22:00/06:00 is a night, and belongs to the day it opens on.
//
// It is a value of 4 bytes: comparable with ==, a map key, safe to share. The zero value means
// unset. Its text is "09:00/12:00"; the whole day is "00:00/24:00".
type Window struct{ open, close TimeOfDay }

// NewWindow returns the window between two times of the clock. A closing time of 00:00 is the end
// of the day, 24:00.
//
// Errors: [invalid.ErrRequired] for an unset time; [ErrWindowOpen] if it opens at 24:00;
// [ErrWindowEmpty] if it closes at the time it opens.
func NewWindow(open, end TimeOfDay) (Window, error) {
	switch {
	case open.IsZero():
		return Window{}, invalid.Value(invalid.ErrRequired, "open")
	case end.IsZero():
		return Window{}, invalid.Value(invalid.ErrRequired, "close")
	case open.IsEnd():
		return Window{}, invalid.Value(ErrWindowOpen)
	case open == end:
		return Window{}, invalid.Value(ErrWindowEmpty, open.String())
	case end.Minute() == 0:
		end = TimeOfMinute(DayMinutes)
	}
	return Window{open, end}, nil
}

// ParseWindow reads a window written exactly hh:mm/hh:mm, "13:30/18:00".
//
// Errors: [ErrWindow] if it is written otherwise; [ErrWindowOpen] and [ErrWindowEmpty] as
// [NewWindow].
func ParseWindow(s string) (Window, error) {
	first, last, ok := strings.Cut(s, "/")
	open, errOpen := ParseTimeOfDay(first)
	end, errEnd := ParseTimeOfDay(last)
	if !ok || errOpen != nil || errEnd != nil {
		return Window{}, invalid.Value(ErrWindow, invalid.Quote(s))
	}
	return NewWindow(open, end)
}

// MustParseWindow is [ParseWindow] for literals; it panics where ParseWindow returns an error.
func MustParseWindow(s string) Window {
	w, err := ParseWindow(s)
	if err != nil {
		panic(err)
	}
	return w
}

// IsZero reports whether the window is unset.
func (w Window) IsZero() bool { return w == Window{} }

// Open returns when the window opens.
func (w Window) Open() TimeOfDay { return w.open }

// Close returns when the window closes; see [Window.Overnight] for the day.
func (w Window) Close() TimeOfDay { return w.close }

// Overnight reports whether the window closes on the day after the one it opens on.
func (w Window) Overnight() bool { return w.close.Minute() < w.open.Minute() }

// Minutes returns when the window opens and closes, in minutes on the clock since 00:00 of the day
// it opens on: 22:00/06:00 gives 1320 and 1800. An unset window gives two zeros.
func (w Window) Minutes() (open, end int) {
	open, end = w.open.Minute(), w.close.Minute()
	if w.Overnight() {
		end += DayMinutes
	}
	return open, end
}

// Contains reports whether a time of the clock lies in the window, on whichever of its days. 24:00
// is the 00:00 of the next day.
func (w Window) Contains(t TimeOfDay) bool {
	if t.IsZero() || w.IsZero() {
		return false
	}
	at := t.Minute() % DayMinutes
	open, end := w.Minutes()
	return open <= at && at < end || at+DayMinutes < end
}

// Append appends the window as hh:mm/hh:mm, and nothing if it is unset.
func (w Window) Append(dst []byte) []byte {
	if w.IsZero() {
		return dst
	}
	return w.close.Append(append(w.open.Append(dst), '/'))
}

// String returns the window as hh:mm/hh:mm, "" if it is unset.
func (w Window) String() string { return string(w.Append(nil)) }

// AppendText appends the window as a document has it. Errors: [ErrUnset].
func (w Window) AppendText(dst []byte) ([]byte, error) {
	if w.IsZero() {
		return dst, invalid.Value(ErrUnset)
	}
	return w.Append(dst), nil
}

// MarshalText returns the window as a document has it. Errors: [ErrUnset].
func (w Window) MarshalText() ([]byte, error) {
	text, err := w.AppendText(nil)
	if err != nil {
		return nil, err
	}
	return text, nil
}

// UnmarshalText reads a window as [ParseWindow] does. After an error the window is as it was.
func (w *Window) UnmarshalText(text []byte) error {
	parsed, err := ParseWindow(string(text))
	if err != nil {
		return err
	}
	*w = parsed
	return nil
}
