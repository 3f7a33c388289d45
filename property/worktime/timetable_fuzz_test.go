package worktime_test

import (
	"encoding/json"
	"errors"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"github.com/stretchr/testify/require"

	"github.com/wuyekit/wuye/property/civil"
	"github.com/wuyekit/wuye/property/invalid"
	"github.com/wuyekit/wuye/property/worktime"
)

func documents() []string {
	return []string{
		`{"code":"a","zone":"Asia/Shanghai","hours":[{"days":["mon","sun"],"windows":["22:00/06:00","08:00/12:00"]}],"holidays":"cn","makeUp":"mon"}`,
		`{"code":"a","zone":"America/New_York","hours":[{"days":["wed"],"shifts":["n"],"season":"11-15/03-15","from":"2020-01-01"}],` +
			`"shifts":[{"code":"n","window":"23:00/02:30"}],"overrides":[{"from":"2024-03-10","as":"wed"},{"from":"2025-01-01","to":"2025-02-01","closed":true}]}`,
		`{"code":"a","zone":"UTC","hours":[{"days":["sun"],"windows":["00:00/00:01"],"season":"02-29/02-29"}],"overrides":[{"from":"9000-01-01","windows":["01:00/02:00"]}]}`,
	}
}

type questions map[string]func() error

// patient asks, and waits only so long for each answer: longer than any takes, so that a busy machine is no
// fault, and shorter than a search without an end.
type patient struct {
	t     *testing.T
	limit time.Duration
}

func (p patient) all(at time.Time, list questions) {
	p.t.Helper()
	for name, ask := range list {
		start := time.Now()
		err := ask()
		if took := time.Since(start); took > p.limit {
			p.t.Fatalf("%s of %v took %v", name, at, took)
		}
		known := unknownYear(err) >= 0 || errors.Is(err, worktime.ErrRange) ||
			errors.Is(err, worktime.ErrNeverOpens) || errors.Is(err, worktime.ErrNeverCloses)
		require.True(p.t, known, "%s of %v: %v", name, at, err)
	}
}

func nearQuestions(c *worktime.Calendar, at time.Time) questions {
	day := civil.Of(at.UTC())
	return questions{
		"between":      func() error { _, err := c.Between(at, at.Add(90*24*time.Hour)); return err },
		"stretches":    func() error { _, err := c.AppendStretches(nil, at, at.Add(90*24*time.Hour)); return err },
		"add":          func() error { _, err := c.Add(at, 10*time.Minute); return err },
		"back":         func() error { _, err := c.Add(at, -10*time.Minute); return err },
		"open":         func() error { _, err := c.IsOpen(at); return err },
		"next open":    func() error { _, err := c.NextOpen(at); return err },
		"next close":   func() error { _, err := c.NextClose(at); return err },
		"shifts at":    func() error { _, err := c.ShiftsAt(at); return err },
		"shifts on":    func() error { _, err := c.ShiftsOn(day); return err },
		"working":      func() error { _, err := c.IsWorkingDay(day); return err },
		"day":          func() error { _, err := c.Day(day); return err },
		"closing":      func() error { _, err := c.Closing(day); return err },
		"rest":         func() error { _, err := c.Rest(day, worktime.RestDays); return err },
		"holidays":     func() error { _, err := c.Rest(day, worktime.RestHolidays); return err },
		"add days":     func() error { _, err := c.AddDays(day, 250); return err },
		"back days":    func() error { _, err := c.AddDays(day, -250); return err },
		"working days": func() error { _, err := c.WorkingDays(civil.Period{Start: day, End: day + 365}); return err },
	}
}

func farQuestions(c *worktime.Calendar, at time.Time) questions {
	const years290 = 290 * 365 * 24 * time.Hour
	day := civil.Of(at.UTC())
	return questions{
		"between years":    func() error { _, err := c.Between(at, at.Add(years290)); return err },
		"years before":     func() error { _, err := c.Between(at, at.Add(-years290)); return err },
		"add years":        func() error { _, err := c.Add(at, years290); return err },
		"back years":       func() error { _, err := c.Add(at, -years290); return err },
		"add most":         func() error { _, err := c.Add(at, 1<<63-1); return err },
		"back most":        func() error { _, err := c.Add(at, -1<<63); return err },
		"add 100,000 days": func() error { _, err := c.AddDays(day, 100_000); return err },
		"back 100,000":     func() error { _, err := c.AddDays(day, -100_000); return err },
		"all working days": func() error { _, err := c.WorkingDays(civil.Period{Start: 1, End: 3_652_059}); return err },
	}
}

// TestFarQuestions: the longest searches end, with an answer or an error that says why there is none.
func TestFarQuestions(t *testing.T) {
	for _, text := range documents() {
		doc, err := invalid.Decode[worktime.Timetable]([]byte(text), "document")
		require.NoError(t, err)
		c := calendarOf(t, doc)
		for _, year := range []int{2, 1970, 2026, 9998} {
			at := time.Date(year, 6, 1, 0, 0, 0, 1, time.UTC)
			patient{t, 5 * time.Second}.all(at, nearQuestions(c, at))
		}
		at := time.Date(2026, 6, 1, 0, 0, 0, 1, time.UTC)
		patient{t, 10 * time.Second}.all(at, farQuestions(c, at))
	}
}

// FuzzTimetable: no document panics or keeps a program busy, and what is accepted is written as it was read.
func FuzzTimetable(f *testing.F) {
	for _, text := range documents() {
		f.Add(text, int64(1_700_000_000))
	}
	f.Add(`{"code":"a","zone":"+05:45","hours":[{"days":["mon"],"windows":[],"shifts":["n"]}],"shifts":[{"code":"n","window":"09:00/17:00"}],"overrides":[]}`, int64(511))
	f.Fuzz(func(t *testing.T, text string, sec int64) {
		doc, err := invalid.Decode[worktime.Timetable]([]byte(text), "fuzz")
		if len(text) > 3000 {
			return // the time grows with the number of hours
		}
		c, newErr := worktime.New(doc, findZone, worktime.China())
		if err != nil || newErr != nil {
			return // what could be read of a broken text may be a timetable all the same
		}
		data, err := json.Marshal(c.Timetable())
		if err != nil {
			t.Fatal(err)
		}
		back, err := invalid.Decode[worktime.Timetable](data, "written")
		if diff := cmp.Diff(c.Timetable(), back, sameValues(), cmpopts.EquateEmpty()); err != nil || diff != "" {
			t.Fatalf("%v\n%s", err, diff)
		}
		at := time.Unix(sec%300_000_000_000, 1)
		patient{t, 5 * time.Second}.all(at, nearQuestions(c, at))
		if sec%256 == 255 { // they take too long for every round
			patient{t, 10 * time.Second}.all(at, farQuestions(c, at))
		}
	})
}
