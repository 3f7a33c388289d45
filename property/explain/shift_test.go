package explain_test

import (
	"fmt"
	"math/big"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/wuyekit/wuye/property/explain"
)

func TestShift(t *testing.T) {
	huge := strings.Repeat("9", 190)
	tests := []struct {
		name    string
		from    string
		lengths []string
		want    string
	}{
		{"working time over a night", "2026-09-20T16:00:00+08:00", []string{"16200", "50400"}, "2026-09-21T10:30:00+08:00"},
		{"by nothing", "2026-09-20T16:00:00+08:00", []string{"0"}, "2026-09-20T16:00:00+08:00"},
		{"back", "2026-09-20T00:00:00+08:00", []string{"-1"}, "2026-09-19T23:59:59+08:00"},
		{"over a leap day", "2028-02-28T12:00:00Z", []string{"86400", "86400"}, "2028-03-01T12:00:00Z"},
		{"no leap day in 1900", "1900-02-28T12:00:00Z", []string{"86400"}, "1900-03-01T12:00:00Z"},
		{"before 1970", "1969-12-31T23:59:59.5Z", []string{"-0.75"}, "1969-12-31T23:59:58.75Z"},
		{"to the nanosecond", "2026-09-20T16:00:00.999999999+08:00", []string{"0.000000001"}, "2026-09-20T16:00:01+08:00"},
		{"half hour of offset", "2026-09-20T16:00:00-03:30", []string{"36000"}, "2026-09-21T02:00:00-03:30"},
		// New York put its clocks on at 2026-03-08 02:00; a text has one offset, which stays.
		{"a change of the clocks", "2026-03-08T01:00:00-05:00", []string{"7200"}, "2026-03-08T03:00:00-05:00"},
		{"zero offset is Z", "2026-09-20T16:00:00+00:00", []string{"60"}, "2026-09-20T16:01:00Z"},
		{"zeros of a fraction", "2026-09-20T16:00:00.500Z", []string{"60"}, "2026-09-20T16:01:00.5Z"},
		{"more than a time.Duration", "0001-01-01T00:00:00Z", []string{"315537897599.999999999"}, "9999-12-31T23:59:59.999999999Z"},
		{"far away and back", "2026-09-20T16:00:00Z", []string{huge, "60", "-" + huge}, "2026-09-20T16:01:00Z"},
		{"last second of its own offset", "9999-12-31T23:59:58-12:00", []string{"1"}, "9999-12-31T23:59:59-12:00"},
		{"first second of its own offset", "0001-01-01T00:00:01+14:00", []string{"-1"}, "0001-01-01T00:00:00+14:00"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got := explain.Shift(labelDue, word(tt.from), seconds(tt.lengths...)...)
			if want := (explain.Value{Text: tt.want}); got.Value != want {
				t.Errorf("Shift(%s, %v) = %v, want %v", tt.from, tt.lengths, got.Value, want)
			}
			require.NoError(t, got.Check())
		})
	}
}

func seconds(texts ...string) []explain.Step {
	out := make([]explain.Step, len(texts))
	for i, text := range texts {
		out[i] = num(text, "s")
	}
	return out
}

// TestShiftIgnoresTheMachine: in a zone of the machine with summer time, an offset that the zone
// has is not taken for the zone.
func TestShiftIgnoresTheMachine(t *testing.T) {
	zone, err := time.LoadLocation("Europe/Berlin")
	require.NoError(t, err)
	local := time.Local
	t.Cleanup(func() { time.Local = local })
	time.Local = zone
	got := explain.Shift("", word("2026-03-29T01:00:00+01:00"), num("7200", "s"))
	require.Equal(t, "2026-03-29T03:00:00+01:00", got.Value.Text)
}

// TestShiftInAnyOffset: the engine stores the instant as it writes instants.
func TestShiftInAnyOffset(t *testing.T) {
	due := explain.Shift("", word("2026-09-20T16:00:00+08:00"), num("5400", "s"))
	for _, text := range []string{"2026-09-20T17:30:00+08:00", "2026-09-20T09:30:00Z", "2026-09-20T09:30:00.000+00:00", "2026-09-21T00:30:00+15:00"} {
		require.NoError(t, due.As(explain.Value{Text: text}).Check(), text)
	}
	for _, text := range []string{"2026-09-20T17:30:00Z", "2026-09-20T17:30:00.000000001+08:00", "2026-09-20T17:30:00", "2026-09-20", "5400", ""} {
		require.ErrorIs(t, due.As(explain.Value{Text: text}).Check(), explain.ErrResult, text)
	}
	again := explain.Pick("", 0, due).As(explain.Value{Text: "2026-09-20T09:30:00Z"})
	require.NoError(t, again.Check(), "picked, in another offset")
}

func ExampleShift() {
	received := explain.Given("", explain.Value{Text: "2026-09-20T16:00:00+08:00"})
	working, night := num("16200", "s"), num("50400", "s")
	due := explain.Shift("", received, working, night)
	fmt.Println(due.Value.Text)
	fmt.Println(due.As(explain.Value{Text: "2026-09-21T02:30:00Z"}).Check())
	// Output:
	// 2026-09-21T10:30:00+08:00
	// <nil>
}

// lastDay is 9999-12-31, counted in days from 0001-01-01.
const lastDay = 3_652_058

// dayText is the slow model of the calendar: it takes away whole years, then whole months.
func dayText(day int64) string {
	year, month := int64(1), 0
	for day >= 365+leap(year) {
		day -= 365 + leap(year)
		year++
	}
	months := []int64{31, 28 + leap(year), 31, 30, 31, 30, 31, 31, 30, 31, 30, 31}
	for day >= months[month] {
		day -= months[month]
		month++
	}
	return fmt.Sprintf("%04d-%02d-%02d", year, month+1, day+1)
}

func leap(year int64) int64 {
	if year%4 == 0 && year%100 != 0 || year%400 == 0 {
		return 1
	}
	return 0
}

const dayNanoseconds = 24 * 60 * 60 * 1_000_000_000

// clockText writes so many nanoseconds after the beginning of the year 1, as a clock with an offset
// of so many minutes counts them; "" outside the years 1 to 9999.
func clockText(at *big.Int, offset int) string {
	day, rest := new(big.Int).DivMod(at, big.NewInt(dayNanoseconds), new(big.Int))
	if !day.IsInt64() || day.Int64() < 0 || day.Int64() > lastDay {
		return ""
	}
	n := rest.Int64()
	fraction := strings.TrimRight(fmt.Sprintf(".%09d", n%1_000_000_000), ".0")
	n /= 1_000_000_000
	zone := "Z"
	if offset != 0 {
		zone = fmt.Sprintf("+%02d:%02d", offset/60, offset%60)
		if offset < 0 {
			zone = fmt.Sprintf("-%02d:%02d", -offset/60, -offset%60)
		}
	}
	return fmt.Sprintf("%sT%02d:%02d:%02d%s%s", dayText(day.Int64()), n/3600, n/60%60, n%60, fraction, zone)
}

// lengthText writes nanoseconds as seconds.
func lengthText(n *big.Int) string {
	whole, rest := new(big.Int).QuoRem(new(big.Int).Abs(n), big.NewInt(1_000_000_000), new(big.Int))
	sign := ""
	if n.Sign() < 0 {
		sign = "-"
	}
	return fmt.Sprintf("%s%s.%09d", sign, whole, rest)
}

func FuzzShift(f *testing.F) {
	require.Equal(f, "9999-12-31", dayText(lastDay))
	f.Add(uint32(739_878), uint64(57_600_000_000_000), int16(480), int64(16_200), int64(0), int64(1))
	f.Add(uint32(0), uint64(0), int16(0), int64(-1), int64(0), int64(0))
	f.Add(uint32(3_652_058), uint64(dayNanoseconds-1), int16(-720), int64(0), int64(1), int64(1<<62))
	f.Add(uint32(719_162), uint64(1), int16(-210), int64(-1<<63), int64(1<<62), int64(-1<<63))
	f.Fuzz(func(t *testing.T, day uint32, clock uint64, minutes int16, whole, part, factor int64) {
		offset := int(minutes) % (24 * 60)
		at := new(big.Int).SetUint64(clock % dayNanoseconds)
		at.Add(at, new(big.Int).Mul(big.NewInt(int64(day)%(lastDay+1)), big.NewInt(dayNanoseconds)))
		start := clockText(at, offset)
		lengths := []*big.Int{
			new(big.Int).Mul(big.NewInt(whole), big.NewInt(1_000_000_000)),
			big.NewInt(part),
			new(big.Int).Mul(big.NewInt(part), big.NewInt(factor)),
		}
		var steps []explain.Step
		for _, l := range lengths {
			steps = append(steps, num(lengthText(l), "s"))
			at.Add(at, l)
		}
		got := explain.Shift("", word(start), steps...)
		if want := clockText(at, offset); got.Value != (explain.Value{Text: want}) {
			t.Fatalf("Shift(%s, %v ns) = %v, want %q", start, lengths, got.Value, want)
		}
		if got.Value.Text == "" {
			require.ErrorIs(t, got.Check(), explain.ErrYears)
			return
		}
		require.NoError(t, got.Check())
		require.NoError(t, explain.Shift("", word(start), explain.Sum("", steps...)).As(got.Value).Check(), "one length or its parts")
		wrong := clockText(new(big.Int).Xor(at, big.NewInt(1)), offset)
		require.ErrorIs(t, got.As(explain.Value{Text: wrong}).Check(), explain.ErrResult, "a nanosecond off")
	})
}

func FuzzShiftText(f *testing.F) {
	for _, from := range []string{"2026-09-20T16:00:00+08:00", "2026-09-20T08:00:00.123456789Z", "2026-9-20T8:00:00Z", "2026-09-20", "", "0000-01-01T00:00:00Z", "2026-09-20T16:00:00+24:00", "2026-09-20T16:00:00,5Z"} {
		f.Add(from, "30600", "s")
	}
	f.Add("9999-12-31T23:59:59Z", "1", "s")
	f.Add("2026-09-20T16:00:00Z", "1/3", "s")
	f.Add("2026-09-20T16:00:00Z", "-0.000000001", "s·m/m")
	p := printer(f, "zh")
	f.Fuzz(func(t *testing.T, from, length, unit string) {
		by := explain.Given("", explain.Value{Text: length, Unit: unit})
		there := explain.Shift("", word(from), by)
		require.NotEmpty(t, explain.Text(p, there))
		if there.Value == (explain.Value{}) {
			require.Error(t, there.Check())
			return
		}
		require.NoError(t, there.Check())
		start, err := time.Parse(time.RFC3339Nano, from)
		require.NoError(t, err)
		end, err := time.Parse(time.RFC3339Nano, there.Value.Text)
		require.NoError(t, err)
		_, offset := start.Zone()
		_, same := end.Zone()
		require.Equal(t, offset, same)
		n, ok := explain.Number(length)
		require.True(t, ok)
		require.Equal(t, n.Sign(), end.Compare(start), "the sign of the length")

		back := explain.Shift("", there, explain.Product("", by, num("-1", "")))
		require.NoError(t, back.As(explain.Value{Text: from}).Check(), "there and back")
		require.Equal(t, "true", explain.Compare("", back, "=", word(from)).Value.Text)
	})
}
