package explain_test

import (
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/wuyekit/wuye/property/explain"
)

func TestSeconds(t *testing.T) {
	for want, d := range map[string]time.Duration{
		"0": 0, "1800": 30 * time.Minute, "-90": -90 * time.Second, "0.5": 500 * time.Millisecond,
		"-1.5": -1500 * time.Millisecond, "-0.000000001": -1, "9223372036.854775807": 1<<63 - 1, "-9223372036.854775808": -1 << 63,
	} {
		require.Equal(t, explain.Value{Text: want, Unit: "s"}, explain.Seconds(d))
	}
}

// TestInstant: what is shifted by nothing is the same instant, whatever the offset of its clock was.
func TestInstant(t *testing.T) {
	shanghai, err := time.LoadLocation("Asia/Shanghai")
	require.NoError(t, err)
	for _, tt := range []struct {
		at          time.Time
		text, clock string
	}{
		{time.Date(2026, 9, 18, 16, 0, 0, 0, shanghai), "2026-09-18T16:00:00+08:00", "2026-09-18 16:00"},
		{time.Date(2026, 9, 18, 16, 0, 7, 500_000_000, time.UTC), "2026-09-18T16:00:07.5Z", "2026-09-18 16:00:07.5"},
		{time.Date(1900, 1, 1, 12, 0, 0, 0, shanghai), "1900-01-01T03:54:17Z", "1900-01-01 12:00"}, // local mean time, 8:05:43
	} {
		require.Equal(t, explain.Value{Text: tt.text}, explain.Instant(tt.at))
		require.Equal(t, tt.clock, explain.Clock(tt.at))
		moved := explain.Shift("", explain.Given("", explain.Instant(tt.at)), explain.Given("", explain.Seconds(0)))
		require.NoError(t, moved.As(explain.Instant(tt.at)).Check())
	}
}
