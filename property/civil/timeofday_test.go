package civil_test

import (
	"encoding"
	"encoding/json"
	"fmt"
	"slices"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/wuyekit/wuye/property/civil"
)

var (
	_ encoding.TextAppender    = civil.TimeOfDay{}
	_ encoding.TextMarshaler   = civil.TimeOfDay{}
	_ encoding.TextUnmarshaler = (*civil.TimeOfDay)(nil)
)

func TestParseTimeOfDay(t *testing.T) {
	tests := []struct {
		text   string
		minute int
	}{
		{"00:00", 0}, {"00:01", 1}, {"07:00", 420}, {"08:30", 510}, {"12:00", 720}, {"19:59", 1199}, {"23:59", 1439}, {"24:00", 1440},
	}
	for _, tt := range tests {
		got, err := civil.ParseTimeOfDay(tt.text)
		require.NoError(t, err)
		require.Equal(t, tt.minute, got.Minute(), tt.text)
		require.Equal(t, tt.text, got.String())
		require.Equal(t, tt.minute == 1440, got.IsEnd(), tt.text)
		require.False(t, got.IsZero(), tt.text)
		require.True(t, got == civil.MustParseTimeOfDay(tt.text), "equal texts are equal under ==")
	}
	for _, text := range []string{
		"", ":", "8:30", "08:3", "0830", "08.30", "08:30:00", " 8:30", "08:30 ", "08:60", "24:01", "24:59", "25:00", "99:99",
		"+8:30", "-1:00", "08:-1", "0x:00", "１2:00", "08:３", "上午8点",
	} {
		got, err := civil.ParseTimeOfDay(text)
		require.ErrorIs(t, err, civil.ErrTimeOfDay, text)
		require.True(t, got.IsZero(), text)
		require.Panics(t, func() { civil.MustParseTimeOfDay(text) })
	}
}

// TestTimeOfMinute goes through every minute of the day in order.
func TestTimeOfMinute(t *testing.T) {
	var last civil.TimeOfDay
	for minute := range 24*60 + 1 {
		got := civil.TimeOfMinute(minute)
		require.Equal(t, fmt.Sprintf("%02d:%02d", minute/60, minute%60), got.String())
		require.Equal(t, minute, got.Minute())
		require.Equal(t, got, civil.MustParseTimeOfDay(got.String()))
		require.Equal(t, 1, got.Compare(last), "%v is later than %v, and any time than the unset one", got, last)
		require.Equal(t, -1, last.Compare(got))
		require.Zero(t, got.Compare(got))
		last = got
	}
	for _, minute := range []int{-1, 1441, 1440 + 1<<16, -1 << 62} {
		require.True(t, civil.TimeOfMinute(minute).IsZero(), minute)
	}
}

func TestTimeOfDayUnset(t *testing.T) {
	var unset civil.TimeOfDay
	require.True(t, unset.IsZero())
	require.False(t, unset.IsEnd())
	require.Zero(t, unset.Minute())
	require.Empty(t, unset.String())
	require.NotEqual(t, civil.MustParseTimeOfDay("00:00"), unset)
	for _, write := range []func() ([]byte, error){unset.MarshalText, func() ([]byte, error) { return unset.AppendText(nil) }} {
		_, err := write()
		require.ErrorIs(t, err, civil.ErrUnset)
	}
}

func TestTimeOfDayJSON(t *testing.T) {
	type shop struct {
		Opens  civil.TimeOfDay                     `json:"opens"`
		Closes civil.TimeOfDay                     `json:"closes,omitzero"`
		Bells  map[civil.TimeOfDay]civil.TimeOfDay `json:"bells,omitempty"`
	}
	one := shop{Opens: civil.MustParseTimeOfDay("00:00")}
	text, err := json.Marshal(one)
	require.NoError(t, err)
	require.JSONEq(t, `{"opens":"00:00"}`, string(text))

	one.Closes = civil.MustParseTimeOfDay("24:00")
	one.Bells = map[civil.TimeOfDay]civil.TimeOfDay{civil.MustParseTimeOfDay("08:00"): civil.MustParseTimeOfDay("08:05")}
	text, err = json.Marshal(one)
	require.NoError(t, err)
	require.JSONEq(t, `{"opens":"00:00","closes":"24:00","bells":{"08:00":"08:05"}}`, string(text))
	var back shop
	require.NoError(t, json.Unmarshal(text, &back))
	require.Equal(t, one, back)

	_, err = json.Marshal(shop{})
	require.ErrorIs(t, err, civil.ErrUnset)

	kept := civil.MustParseTimeOfDay("09:15")
	require.ErrorIs(t, kept.UnmarshalText([]byte("9:15")), civil.ErrTimeOfDay)
	require.Equal(t, "09:15", kept.String(), "after an error the time is as it was")

	into := append(make([]byte, 0, 16), "at "...)
	into, err = kept.AppendText(into)
	require.NoError(t, err)
	require.Equal(t, "at 09:15", string(into))
}

func TestTimeOfDaySorts(t *testing.T) {
	var times []civil.TimeOfDay
	for _, text := range []string{"24:00", "13:05", "00:00", "09:30"} {
		times = append(times, civil.MustParseTimeOfDay(text))
	}
	times = append(times, civil.TimeOfDay{})
	slices.SortFunc(times, civil.TimeOfDay.Compare)
	require.Equal(t, "[ 00:00 09:30 13:05 24:00]", fmt.Sprint(times))
}

// clockMinute reads a time as package time does; 24:00 is known to this package only.
func clockMinute(text string) (int, bool) {
	if text == "24:00" {
		return 1440, true
	}
	at, err := time.Parse("15:04", text)
	return at.Hour()*60 + at.Minute(), err == nil && len(text) == 5
}

func FuzzParseTimeOfDay(f *testing.F) {
	for _, seed := range []string{"00:00", "07:30", "23:59", "24:00", "24:01", "7:00", "07:60", "07-00", "", "0７:00", "07:00\n"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		got, err := civil.ParseTimeOfDay(text)
		minute, ok := clockMinute(text)
		if !ok {
			require.ErrorIs(t, err, civil.ErrTimeOfDay)
			require.True(t, got.IsZero())
			return
		}
		require.NoError(t, err)
		require.Equal(t, minute, got.Minute())
		require.Equal(t, text, got.String())
		data, err := json.Marshal(got)
		require.NoError(t, err)
		require.Equal(t, `"`+text+`"`, string(data))
		var back civil.TimeOfDay
		require.NoError(t, json.Unmarshal(data, &back))
		require.Equal(t, got, back)
	})
}
