package sla_test

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strconv"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/wuyekit/wuye/property/civil"
	"github.com/wuyekit/wuye/property/flow"
	"github.com/wuyekit/wuye/property/sla"
	"github.com/wuyekit/wuye/property/worktime"
)

// dataFolder returns where the real data lie.
func dataFolder() string {
	if dir := os.Getenv("WUYE_DATA"); dir != "" {
		return dir
	}
	return filepath.Join("..", "..", "..", "shared", "data")
}

type caseFile struct {
	Calendars map[string]struct {
		TZ      string      `json:"tz"`
		CN      bool        `json:"cn"`
		Windows [][2]string `json:"windows"`
		Days    []int       `json:"days"`
	} `json:"calendars"`
	Due []dueCase `json:"due"`
}

type dueCase struct {
	Calendar string         `json:"calendar"`
	Start    time.Time      `json:"start"`
	Minutes  int            `json:"minutes"`
	Pauses   [][2]time.Time `json:"pauses"`
	Due      time.Time      `json:"due"`
	Why      string         `json:"why"`
}

// TestCases runs the due times that a minute-by-minute counter worked out, those with pauses too.
func TestCases(t *testing.T) {
	data, err := os.ReadFile(filepath.Join(dataFolder(), "working-time-cases.json"))
	if err != nil {
		t.Skipf("no real data (%v): set WUYE_DATA", err)
	}
	var file caseFile
	require.NoError(t, json.Unmarshal(data, &file))
	known := map[string]*worktime.Calendar{}
	for code, c := range file.Calendars {
		doc := worktime.Timetable{Code: code, Zone: c.TZ, Hours: []worktime.Hours{{}}}
		for _, d := range c.Days {
			doc.Hours[0].Days = append(doc.Hours[0].Days, worktime.Weekday(d+1))
		}
		for _, w := range c.Windows {
			doc.Hours[0].Windows = append(doc.Hours[0].Windows, civil.MustParseWindow(w[0]+"/"+w[1]))
		}
		if c.CN {
			doc.Holidays, doc.MakeUp = "cn", worktime.Monday
		}
		known[code], err = worktime.New(doc, time.LoadLocation, worktime.China())
		require.NoError(t, err)
	}
	require.Len(t, file.Due, 130)
	zero, paused := 0, 0
	for i, c := range file.Due {
		if c.Minutes == 0 {
			zero++ // a limit of zero cannot be written
			_, err := civil.ParseSpan("PT0M")
			require.ErrorIs(t, err, civil.ErrSpanZero)
			continue
		}
		if len(c.Pauses) > 0 {
			paused++
		}
		c.check(t, i, known)
	}
	require.Equal(t, 1, zero)
	require.Equal(t, 54, paused)
}

// check judges a case with the pauses in its log, long after and at the instant.
func (c dueCase) check(t *testing.T, i int, known map[string]*worktime.Calendar) {
	t.Helper()
	p := repair("PT"+strconv.Itoa(c.Minutes)+"M", sla.Working, c.Calendar)
	clock, err := sla.Compile(p, known)
	require.NoError(t, err)
	k := &sla.Case{ID: strconv.Itoa(i), Log: []flow.Event{{At: c.Start, Name: "reported"}}}
	for _, pause := range c.Pauses {
		k.Log = append(k.Log, flow.Event{At: pause[0], Name: "paused"}, flow.Event{At: pause[1], Name: "resumed"})
	}
	// Not so late that the holidays of 2027, which are not known, come into it.
	late := c.Due.Add(20 * 24 * time.Hour)
	if last := time.Date(2026, 12, 31, 15, 0, 0, 0, time.UTC); late.After(last) {
		late = last
	}
	for _, now := range []time.Time{late, c.Due.Add(time.Nanosecond)} {
		v := clock.Evaluate(nil, k, now)[0]
		require.True(t, v.Due.Equal(c.Due), "due %d (%s): %+v: %v, want %v", i, c.Why, c, v.Due, c.Due)
		require.Equal(t, sla.Breached, v.State, "due %d: %+v", i, v)
	}
	v := clock.Evaluate(nil, k, c.Due)[0]
	require.True(t, v.Due.Equal(c.Due), "due %d at the instant: %+v", i, v)
	require.NotEqual(t, sla.Breached, v.State, "due %d: on the instant is in time", i)
	if len(c.Pauses) == 0 {
		require.Equal(t, v.Due, v.OriginalDue)
	}
}
