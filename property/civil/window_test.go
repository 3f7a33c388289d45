package civil_test

import (
	"encoding"
	"encoding/json"
	"fmt"
	"strings"
	"testing"
	"unsafe"

	"github.com/stretchr/testify/require"

	"github.com/wuyekit/wuye/property/civil"
	"github.com/wuyekit/wuye/property/invalid"
)

var (
	_ encoding.TextAppender    = civil.Window{}
	_ encoding.TextMarshaler   = civil.Window{}
	_ encoding.TextUnmarshaler = (*civil.Window)(nil)
)

func TestParseWindow(t *testing.T) {
	tests := []struct {
		text, want string // want: as it is written again, unless as read
		overnight  bool
		open, end  int
	}{
		{text: "09:00/12:00", open: 540, end: 720},
		{text: "13:30/18:00", open: 810, end: 1080},
		{text: "22:00/06:00", overnight: true, open: 1320, end: 1800},
		{text: "00:00/24:00", open: 0, end: 1440},
		{text: "23:59/24:00", open: 1439, end: 1440},
		{text: "18:00/00:00", want: "18:00/24:00", open: 1080, end: 1440},
		{text: "00:01/00:00", want: "00:01/24:00", open: 1, end: 1440},
		{text: "12:00/11:59", overnight: true, open: 720, end: 2159},
		{text: "23:59/00:01", overnight: true, open: 1439, end: 1441},
	}
	for _, tt := range tests {
		t.Run(tt.text, func(t *testing.T) {
			w, err := civil.ParseWindow(tt.text)
			require.NoError(t, err)
			want := tt.text
			if tt.want != "" {
				want = tt.want
			}
			require.Equal(t, want, w.String())
			require.Equal(t, want, w.Open().String()+"/"+w.Close().String())
			require.Equal(t, tt.overnight, w.Overnight())
			open, end := w.Minutes()
			require.Equal(t, []int{tt.open, tt.end}, []int{open, end})
			require.False(t, w.IsZero())
			require.True(t, w == civil.MustParseWindow(want), "one part of the day is one value")
		})
	}
}

func TestParseWindowRefuses(t *testing.T) {
	tests := []struct {
		text string
		want error
	}{
		{"", civil.ErrWindow},
		{"/", civil.ErrWindow},
		{"09:00", civil.ErrWindow},
		{"09:00/", civil.ErrWindow},
		{"/12:00", civil.ErrWindow},
		{"9:00/12:00", civil.ErrWindow},
		{"09:00-12:00", civil.ErrWindow},
		{"09:00–12:00", civil.ErrWindow},
		{"09:00/12:00/13:00", civil.ErrWindow},
		{"09:00 / 12:00", civil.ErrWindow},
		{"09:00/24:01", civil.ErrWindow},
		{"25:00/26:00", civil.ErrWindow},
		{"24:00/06:00", civil.ErrWindowOpen},
		{"24:00/24:00", civil.ErrWindowOpen},
		{"24:00/00:00", civil.ErrWindowOpen},
		{"00:00/00:00", civil.ErrWindowEmpty},
		{"08:00/08:00", civil.ErrWindowEmpty},
	}
	for _, tt := range tests {
		w, err := civil.ParseWindow(tt.text)
		require.ErrorIs(t, err, tt.want, tt.text)
		require.True(t, w.IsZero(), tt.text)
		require.Panics(t, func() { civil.MustParseWindow(tt.text) })
	}
}

func TestNewWindow(t *testing.T) {
	eight, midnight := civil.MustParseTimeOfDay("08:00"), civil.MustParseTimeOfDay("00:00")
	w, err := civil.NewWindow(eight, midnight)
	require.NoError(t, err)
	require.Equal(t, "08:00/24:00", w.String())
	for _, tt := range []struct {
		open, end civil.TimeOfDay
		field     string
	}{{civil.TimeOfDay{}, eight, "open"}, {eight, civil.TimeOfDay{}, "close"}, {civil.TimeOfDay{}, civil.TimeOfDay{}, "open"}} {
		w, err = civil.NewWindow(tt.open, tt.end)
		require.ErrorIs(t, err, invalid.ErrRequired)
		require.ErrorContains(t, err, tt.field)
		require.True(t, w.IsZero())
	}
	require.EqualValues(t, 4, unsafe.Sizeof(w), "a window is 4 bytes")
}

// lit returns the minutes of the clock at which a window is open, by walking from its opening to
// its closing.
func lit(open, end int) (on [24 * 60]bool) {
	for m := open; ; {
		on[m] = true
		if m = (m + 1) % len(on); m == end%len(on) {
			return on
		}
	}
}

func TestWindowContains(t *testing.T) {
	for _, text := range []string{
		"09:00/12:00", "22:00/06:00", "00:00/24:00", "00:00/00:01", "23:59/24:00", "23:59/00:01", "12:00/11:59", "18:00/00:00", "00:01/00:00",
	} {
		w := civil.MustParseWindow(text)
		on := lit(w.Open().Minute(), w.Close().Minute())
		for minute := range on {
			require.Equal(t, on[minute], w.Contains(civil.TimeOfMinute(minute)), "%s at %s", text, civil.TimeOfMinute(minute))
		}
		require.Equal(t, on[0], w.Contains(civil.MustParseTimeOfDay("24:00")), text)
		require.False(t, w.Contains(civil.TimeOfDay{}), text)
	}
	night := civil.MustParseWindow("22:00/06:00")
	for at, want := range map[string]bool{
		"21:59": false, "22:00": true, "23:59": true, "24:00": true, "00:00": true, "05:59": true, "06:00": false, "12:00": false,
	} {
		require.Equal(t, want, night.Contains(civil.MustParseTimeOfDay(at)), at)
	}
}

func TestWindowUnset(t *testing.T) {
	var unset civil.Window
	require.True(t, unset.IsZero())
	require.Empty(t, unset.String())
	require.False(t, unset.Overnight())
	open, end := unset.Minutes()
	require.Zero(t, open+end)
	require.True(t, unset.Open().IsZero())
	require.True(t, unset.Close().IsZero())
	require.False(t, unset.Contains(civil.MustParseTimeOfDay("00:00")))
	for _, write := range []func() ([]byte, error){unset.MarshalText, func() ([]byte, error) { return unset.AppendText(nil) }} {
		_, err := write()
		require.ErrorIs(t, err, civil.ErrUnset)
	}
}

func TestWindowJSON(t *testing.T) {
	type week struct {
		Hours []civil.Window `json:"hours"`
		Quiet civil.Window   `json:"quiet,omitzero"`
	}
	one := week{Hours: []civil.Window{civil.MustParseWindow("09:00/12:00"), civil.MustParseWindow("13:30/18:00")}}
	text, err := json.Marshal(one)
	require.NoError(t, err)
	require.JSONEq(t, `{"hours":["09:00/12:00","13:30/18:00"]}`, string(text))
	var back week
	require.NoError(t, json.Unmarshal(text, &back))
	require.Equal(t, one, back)
	_, err = json.Marshal(week{Hours: make([]civil.Window, 1)})
	require.ErrorIs(t, err, civil.ErrUnset)

	kept := one.Hours[0]
	require.ErrorIs(t, kept.UnmarshalText([]byte("08:00/08:00")), civil.ErrWindowEmpty)
	require.Equal(t, "09:00/12:00", kept.String(), "after an error the window is as it was")
}

func ExampleParseWindow() {
	guard, err := civil.ParseWindow("22:00/06:00")
	if err != nil {
		fmt.Println(err)
		return
	}
	open, end := guard.Minutes()
	fmt.Println(guard.Overnight(), end-open, "minutes")
	fmt.Println(guard.Contains(civil.MustParseTimeOfDay("05:30")), guard.Contains(civil.MustParseTimeOfDay("06:00")))
	// Output:
	// true 480 minutes
	// true false
}

// FuzzParseWindow: a text is a window where both halves are times and it is not empty, and a window
// is open for exactly the minutes from its opening on.
func FuzzParseWindow(f *testing.F) {
	for _, seed := range []string{
		"09:00/12:00", "22:00/06:00", "00:00/24:00", "18:00/00:00", "00:00/00:00", "24:00/06:00", "24:00/24:00", "09:00", "", "/", "9:00/12:00", "23:59/00:01/",
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		w, err := civil.ParseWindow(text)
		halves := strings.SplitN(text+"//", "/", 3)
		open, okOpen := clockMinute(halves[0])
		end, okEnd := clockMinute(halves[1])
		if !okOpen || !okEnd || len(text) != 11 || open == 1440 || open == end {
			require.Error(t, err, text)
			require.True(t, w.IsZero())
			return
		}
		require.NoError(t, err, text)
		if text[6:] == "00:00" {
			text = text[:6] + "24:00"
		}
		require.Equal(t, text, w.String())
		require.Equal(t, w, civil.MustParseWindow(w.String()))
		data, err := json.Marshal(w)
		require.NoError(t, err)
		var back civil.Window
		require.NoError(t, json.Unmarshal(data, &back))
		require.Equal(t, w, back)

		on, long := lit(open, end), 0
		for minute := range on {
			if on[minute] {
				long++
			}
			if got := w.Contains(civil.TimeOfMinute(minute)); got != on[minute] {
				t.Fatalf("%s contains %s: %v", w, civil.TimeOfMinute(minute), got)
			}
		}
		first, last := w.Minutes()
		require.Equal(t, open, first)
		require.Equal(t, long, last-first)
		require.Equal(t, w.Overnight(), last > 1440)
	})
}
