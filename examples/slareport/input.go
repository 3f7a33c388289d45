package main

import (
	"cmp"
	"embed"
	"io/fs"
	"os"
	"time"
	_ "time/tzdata" // calendars name zones; not every system has them

	"github.com/wuyekit/wuye/adapters/csv"
	"github.com/wuyekit/wuye/examples/internal/cli"
	"github.com/wuyekit/wuye/property/civil"
	"github.com/wuyekit/wuye/property/invalid"
	"github.com/wuyekit/wuye/property/worktime"
)

//go:embed data
var data embed.FS

// builtinDay is the last day of the built-in log.
const builtinDay = "2026-10-14"

// hoursCode is what promises call the calendar of -calendar by.
const hoursCode = "hours"

// input is a log and what it is judged by.
type input struct {
	log       *csv.Import
	service   service
	calendar  *worktime.Calendar // that of -calendar
	calendars map[string]*worktime.Calendar
	zone      *time.Location
	asOf      time.Time
	latest    bool       // asOf is the latest instant of the log
	day       civil.Date // asOf is the end of the day; unset: it is not
}

// source reads a file that a flag names, or else one of the folder.
func source(files fs.FS, path, name string) ([]byte, string, error) {
	if path != "" {
		text, err := cli.ReadFile(path)
		return text, path, err
	}
	text, err := fs.ReadFile(files, name)
	return text, name, err
}

func document[T any](files fs.FS, path, name string) (T, error) {
	text, what, err := source(files, path, name)
	if err != nil {
		var none T
		return none, err
	}
	return invalid.Decode[T](text, what)
}

func (o options) load() (*input, error) {
	if err := o.check(); err != nil {
		return nil, err
	}
	files, err := fs.Sub(data, "data")
	if err != nil {
		return nil, err
	}
	if o.Data != "" {
		files = os.DirFS(o.Data)
	}
	mapping, err := o.mapping(files)
	if err != nil {
		return nil, err
	}
	in := &input{}
	if in.service, err = document[service](files, o.promises, "promises.json"); err != nil {
		return nil, err
	}
	if err := in.findCalendar(files, o.calendar, mapping.Format.Zone); err != nil {
		return nil, err
	}
	in.zone = in.calendar.Location()
	text, _, err := source(files, o.requests, "log.csv")
	if err != nil {
		return nil, err
	}
	in.log, err = csv.Read(text, mapping, csv.Options{})
	if err != nil && len(in.log.Bad) == 0 {
		return nil, err // not of single rows
	}
	return in, in.setInstant(o)
}

// check reports flags that do not go together.
func (o options) check() error {
	switch {
	case o.requests == "" && o.Mapping != "":
		return invalid.Value(errNeeds, "-mapping", "-requests")
	case o.requests != "" && o.Data != "":
		return invalid.Value(errEither, "-requests", "-data")
	case o.requests != "" && o.promises == "":
		return invalid.Value(errNeeds, "-requests", "-promises")
	case o.requests != "" && o.calendar == "":
		return invalid.Value(errNeeds, "-requests", "-calendar")
	}
	return nil
}

func (o options) mapping(files fs.FS) (csv.Mapping, error) {
	m := csv.Mapping{Kind: csv.Cases}
	if o.requests == "" || o.Mapping != "" {
		var err error
		if m, err = document[csv.Mapping](files, o.Mapping, "mapping.json"); err != nil {
			return m, err
		}
	}
	if m.Kind != csv.Cases && m.Kind != csv.Events {
		return m, invalid.Value(errKind, cmp.Or(m.Kind, csv.Units).String())
	}
	m.Format.Zone = cmp.Or(o.zone, m.Format.Zone)
	return m, nil
}

// findCalendar makes the calendar that a flag names, and those that have names of their own.
func (in *input) findCalendar(files fs.FS, name, zone string) error {
	in.calendars = map[string]*worktime.Calendar{}
	for _, t := range builtinCalendars(cmp.Or(zone, "UTC")) {
		c, err := worktime.New(t, time.LoadLocation, worktime.China())
		if err != nil {
			return err
		}
		in.calendars[t.Code] = c
	}
	in.calendar = in.calendars[name]
	if in.calendar == nil {
		t, err := document[worktime.Timetable](files, name, "calendar.json")
		if err != nil {
			return err
		}
		if in.calendar, err = worktime.New(t, time.LoadLocation, worktime.China()); err != nil {
			return err
		}
		in.calendars[t.Code] = in.calendar
	}
	in.calendars[hoursCode] = in.calendar
	return nil
}

// builtinCalendars are those that -calendar knows by name.
func builtinCalendars(zone string) []worktime.Timetable {
	weekdays := []worktime.Weekday{worktime.Monday, worktime.Tuesday, worktime.Wednesday, worktime.Thursday, worktime.Friday}
	everyDay := append(weekdays[:len(weekdays):len(weekdays)], worktime.Saturday, worktime.Sunday)
	windows := func(texts ...string) []civil.Window {
		out := make([]civil.Window, len(texts))
		for i, s := range texts {
			out[i] = civil.MustParseWindow(s)
		}
		return out
	}
	return []worktime.Timetable{
		{Code: "allhours", Zone: zone, Hours: []worktime.Hours{{Days: everyDay, Windows: windows("00:00/24:00")}}},
		{Code: "office", Zone: zone, Hours: []worktime.Hours{{Days: weekdays, Windows: windows("09:00/18:00")}}},
		{
			Code: "china", Zone: "Asia/Shanghai", Holidays: "cn", MakeUp: worktime.Monday,
			Hours: []worktime.Hours{{Days: weekdays, Windows: windows("09:00/12:00", "13:00/18:00")}},
		},
	}
}

// setInstant reads -asof: an instant, or a day, which is judged at its end.
func (in *input) setInstant(o options) error {
	text := o.AsOf
	if text == "" && o.requests == "" && o.Data == "" {
		text = builtinDay
	}
	if text == "" {
		in.asOf, in.latest = latestOf(in.log.Cases), true
		if in.asOf.IsZero() {
			return invalid.Value(errNoInstant)
		}
		return nil
	}
	if day, err := civil.Parse(text); err == nil {
		in.asOf, in.day = day.AddDays(1).In(in.zone), day
		return nil
	}
	at, err := time.Parse(time.RFC3339, text)
	if err != nil {
		return invalid.Value(errAsOf, invalid.Quote(text))
	}
	in.asOf = at
	return nil
}

// latestOf returns the latest instant of a log.
func latestOf(cases []csv.Case) time.Time {
	var latest time.Time
	for _, c := range cases {
		for _, e := range c.Log {
			if e.At.After(latest) {
				latest = e.At
			}
		}
	}
	return latest
}
