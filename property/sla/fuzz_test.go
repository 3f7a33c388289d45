package sla_test

import (
	"encoding/json"
	"math"
	"math/big"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/wuyekit/wuye/property/flow"
	"github.com/wuyekit/wuye/property/invalid"
	"github.com/wuyekit/wuye/property/sla"
)

// FuzzPromise reads a promise and a case, and judges: no panic, one verdict a milestone, each of which can be written
// and read, and explanations that follow from what they say.
func FuzzPromise(f *testing.F) {
	for _, p := range sla.Profiles() {
		data, err := json.Marshal(p)
		require.NoError(f, err)
		f.Add(data, []byte(`{"id": "1", "category": "urgent", "fields": [{"name": "agreedAt", "at": "2026-11-02T10:00:00+08:00"},
			{"name": "examOn", "on": "2026-06-07"}, {"name": "dueOn", "on": "2026-01-10"}],
			"log": [{"seq": 1, "at": "2026-11-02T09:00:00+08:00", "name": "reported"}, {"seq": 2, "at": "2026-11-02T09:30:00.5Z", "name": "arrived"}]}`), int64(1793600000))
	}
	f.Add([]byte(`{"code": "a", "calendar": "hours", "guess": true, "stops": [{"code": "s", "from": "p", "reasons": ["r"], "until": ["q"], "atMost": "PT1H"}],
		"cancelled": ["c"], "waived": ["w"], "reopened": ["o"], "milestones": [
		{"code": "m", "from": "f", "fromField": "x", "to": "t", "stops": ["s"], "reopening": "paused",
		 "limits": [{"categories": ["k"], "span": "5wd", "in": "working", "calendar": "office", "ends": "work", "rest": "days", "firstDay": true},
		            {"span": "PT8H", "in": "working", "calendar": "night"}, {"span": "P2000000000D", "in": "wall"}],
		 "due": {"field": "y", "before": "P1M", "exclusive": true},
		 "levels": [{"code": "a", "before": "P1D", "within": "office"}, {"code": "b", "percent": 50}, {"code": "c", "after": "2wd"}]}]}`),
		[]byte(`{"id": "1", "log": [{"seq": 3, "at": "9999-12-31T23:00:00Z", "name": "f"}, {"seq": 1, "at": "0001-01-01T00:00:01Z", "name": "p", "reason": "r"}]}`), int64(253402300799))
	known := calendars(f)
	f.Fuzz(func(t *testing.T, promise, kase []byte, now int64) {
		p, err := invalid.Decode[sla.Promise](promise, "promise")
		if err != nil {
			return
		}
		c, err := sla.Compile(p, known)
		if err != nil {
			return
		}
		k, err := invalid.Decode[sla.Case](kase, "case")
		if err != nil {
			return
		}
		at := time.Unix(now%253402300799, 0)
		began := time.Now()
		verdicts := c.Evaluate(nil, &k, at)
		require.Len(t, verdicts, len(p.Milestones))
		notices := c.AppendNotices(nil, &k, at)
		for _, n := range notices {
			_, err := json.Marshal(n)
			require.NoError(t, err)
		}
		for i, v := range verdicts {
			checkVerdict(t, v)
			step, ok := c.Why(&k, p.Milestones[i].Code, at)
			require.True(t, ok)
			require.NoError(t, step.Check())
			_, err := c.AppendStretches(nil, &k, p.Milestones[i].Code, at)
			_ = err // what a calendar does not know
		}
		require.Less(t, time.Since(began), 5*time.Second)
	})
}

// checkVerdict checks what holds of any verdict.
func checkVerdict(t *testing.T, v sla.Verdict) {
	t.Helper()
	data, err := json.Marshal(v)
	require.NoError(t, err)
	read, err := invalid.Decode[sla.Verdict](data, "verdict")
	require.NoError(t, err, string(data))
	again, err := json.Marshal(read)
	require.NoError(t, err)
	require.Equal(t, string(data), string(again))
	switch v.State {
	case sla.Unknown:
		require.NotZero(t, v.Reason)
		require.NotEmpty(t, v.Missing)
	case sla.Waived:
		require.Contains(t, []sla.Reason{sla.Excused, sla.WasCancelled}, v.Reason)
	case sla.Met, sla.Breached, sla.Running, sla.Paused:
		require.Zero(t, v.Reason)
		require.False(t, v.Due.IsZero())
		require.Equal(t, v.State == sla.Breached, v.At.After(v.Due))
	}
}

// FuzzLength reads lengths; what it reads is what a slow exact reader reads, and is written as it is read.
func FuzzLength(f *testing.F) {
	for _, s := range []string{"PT41H20M", "PT0S", "-PT5M", "PT0.5S", "PT", "P1D", "PT1H1H", "PT1M1H", "PT.5S", "PT1.S", "PT0.1234567891S", "PT2562047H47M16.854775807S", "-PT2562047H47M16.854775808S", "PT2562047H47M16.854775808S", "PT99999999999999999999H", "PT1.5H", "--PT1S", "PT+1S", "PT1_0S"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		n, err := sla.ParseLength(s)
		want, ok := slowLength(s)
		require.Equal(t, ok, err == nil, "%q: %v", s, err)
		if err != nil {
			require.ErrorIs(t, err, sla.ErrLength)
			require.Zero(t, n)
			return
		}
		require.Equal(t, want, int64(n), "%q", s)
		again, err := sla.ParseLength(n.String())
		require.NoError(t, err)
		require.Equal(t, n, again)
	})
}

// slowLength reads a length exactly, letter by letter.
func slowLength(s string) (int64, bool) {
	rest, negative := strings.CutPrefix(s, "-")
	rest, ok := strings.CutPrefix(rest, "PT")
	if !ok || rest == "" {
		return 0, false
	}
	sum, units := new(big.Int), "HMS"
	nanos := map[byte]int64{'H': 3600e9, 'M': 60e9, 'S': 1e9}
	for rest != "" {
		i := strings.IndexFunc(rest, func(r rune) bool { return (r < '0' || r > '9') && r != '.' })
		if i < 1 || i >= len(rest) {
			return 0, false
		}
		at := strings.IndexByte(units, rest[i])
		if at < 0 {
			return 0, false
		}
		number, unit := rest[:i], units[at]
		rest, units = rest[i+1:], units[at+1:]
		whole, part, fraction := strings.Cut(number, ".")
		if whole == "" || len(whole) > 19 || fraction && (unit != 'S' || part == "" || len(part) > 9 || strings.Contains(part, ".")) {
			return 0, false
		}
		n, _ := new(big.Int).SetString(whole, 10)
		sum.Add(sum, n.Mul(n, big.NewInt(nanos[unit])))
		if fraction {
			n, _ := new(big.Int).SetString(part+strings.Repeat("0", 9-len(part)), 10)
			sum.Add(sum, n)
		}
	}
	if negative {
		sum.Neg(sum)
	}
	return sum.Int64(), sum.IsInt64()
}

// TestLength prints and reads the ends of what can be said.
func TestLength(t *testing.T) {
	for text, n := range map[string]sla.Length{
		"PT0S": 0, "PT0.000000001S": 1, "-PT0.000000001S": -1, "PT1S": 1e9, "PT1M": 60e9, "PT1H": 3600e9, "PT1H0.5S": 3600e9 + 5e8,
		"PT41H20M": 148800e9, "-PT5M": -300e9, "PT59M59.999999999S": 3600e9 - 1, "PT24H": 86400e9,
		"PT2562047H47M16.854775807S": math.MaxInt64, "-PT2562047H47M16.854775808S": math.MinInt64,
	} {
		require.Equal(t, text, n.String())
		read, err := sla.ParseLength(text)
		require.NoError(t, err, text)
		require.Equal(t, n, read)
		require.Equal(t, time.Duration(n), n.Duration())
		var got sla.Length
		require.NoError(t, got.UnmarshalText([]byte(text)))
		require.Equal(t, n, got)
		data, err := n.MarshalText()
		require.NoError(t, err)
		require.Equal(t, text, string(data))
		data, err = n.AppendText([]byte("="))
		require.NoError(t, err)
		require.Equal(t, "="+text, string(data))
	}
	got := sla.Length(5)
	require.ErrorIs(t, got.UnmarshalText([]byte("5 minutes")), sla.ErrLength)
	require.Equal(t, sla.Length(5), got)
	require.Panics(t, func() { sla.MustParseLength("PT") })
}

// TestManyEvents: a long log, last first, costs no more than a moment.
func TestManyEvents(t *testing.T) {
	p := repair("PT400H", sla.Working, "plain")
	k := &sla.Case{ID: "1"}
	start := at("2026-01-05 09:00")
	for i := range 5000 {
		name := []string{"resumed", "paused"}[i%2]
		k.Log = append(k.Log, flow.Event{At: start.Add(time.Duration(10000-i) * time.Minute), Name: name})
	}
	k.Log = append(k.Log, flow.Event{At: start, Name: "reported"})
	began := time.Now()
	v := compile(t, p).Evaluate(nil, k, start.Add(30*24*time.Hour))[0]
	require.Less(t, time.Since(began), 10*time.Second)
	require.Equal(t, sla.MustParseLength("PT41H40M"), v.Paused) // 2,500 minutes
}
