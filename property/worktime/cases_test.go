package worktime_test

import (
	"encoding/json"
	"os"
	"path/filepath"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/wuyekit/wuye/property/civil"
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
	Due []struct {
		Calendar string         `json:"calendar"`
		Start    time.Time      `json:"start"`
		Minutes  int            `json:"minutes"`
		Pauses   [][2]time.Time `json:"pauses"`
		Due      time.Time      `json:"due"`
		Why      string         `json:"why"`
	} `json:"due"`
	Spans []struct {
		Calendar       string    `json:"calendar"`
		Start          time.Time `json:"start"`
		End            time.Time `json:"end"`
		WorkingMinutes int       `json:"workingMinutes"`
	} `json:"spans"`
}

// TestCases runs the due times and spans that a minute-by-minute counter worked out. Due times with
// pauses are those of package sla.
func TestCases(t *testing.T) {
	data, err := os.ReadFile(filepath.Join(dataFolder(), "working-time-cases.json"))
	if err != nil {
		t.Skipf("no real data (%v): set WUYE_DATA", err)
	}
	var file caseFile
	require.NoError(t, json.Unmarshal(data, &file))
	calendars := map[string]*worktime.Calendar{}
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
		calendar, err := worktime.New(doc, time.LoadLocation, worktime.China())
		require.NoError(t, err)
		calendars[code] = calendar
	}
	require.Len(t, file.Due, 130)
	require.Len(t, file.Spans, 60)
	for i, c := range file.Due {
		if len(c.Pauses) > 0 {
			continue
		}
		got, err := calendars[c.Calendar].Add(c.Start, time.Duration(c.Minutes)*time.Minute)
		require.NoError(t, err)
		require.True(t, got.Equal(c.Due), "due %d (%s): %v + %d min = %v, want %v", i, c.Why, c.Start, c.Minutes, got, c.Due)
	}
	for i, c := range file.Spans {
		got, err := calendars[c.Calendar].Between(c.Start, c.End)
		require.NoError(t, err)
		require.Equal(t, time.Duration(c.WorkingMinutes)*time.Minute, got, "span %d: %+v", i, c)
	}
}
