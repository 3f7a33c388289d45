package main

import (
	"cmp"
	"embed"
	"path/filepath"
	"time"

	"github.com/wuyekit/wuye/examples/internal/cli"
	"github.com/wuyekit/wuye/property/civil"
	"github.com/wuyekit/wuye/property/invalid"
	"github.com/wuyekit/wuye/property/schedule"
	"github.com/wuyekit/wuye/property/worktime"
)

//go:embed data
var data embed.FS

// dutyFile is duties.json.
type dutyFile struct {
	Calendars []worktime.Timetable `json:"calendars"`
	Duties    []assigned           `json:"duties"`
	Plans     []planned            `json:"plans,omitempty"`
	Posts     *schedule.Posts      `json:"posts,omitempty"`
}

// assigned is a duty and those whom or what it is owed to.
type assigned struct {
	Subjects []string      `json:"subjects"`
	Duty     schedule.Duty `json:"duty"`
}

// planned is a plan and the event it is for.
type planned struct {
	Subject string        `json:"subject"`
	Level   string        `json:"level,omitempty"`
	Plan    schedule.Plan `json:"plan"`
}

// recordFile is records.json.
type recordFile struct {
	Evidence []schedule.Evidence `json:"evidence"`
	Sheet    schedule.Sheet      `json:"sheet,omitzero"`
}

// Check reports the problems of the evidence, and subjects that stand there twice.
func (r recordFile) Check(l *invalid.List) {
	seen := map[string]bool{}
	l.Enter("evidence")
	for i, e := range r.Evidence {
		l.EnterIndex(i)
		e.Check(l)
		if seen[e.Subject] {
			l.At("subject").Add(schedule.ErrTwice, invalid.Quote(e.Subject))
		}
		seen[e.Subject] = true
		l.Leave()
	}
	l.Leave()
}

// input is everything that is judged.
type input struct {
	duties    dutyFile
	records   recordFile
	calendars map[string]*worktime.Calendar
	month     civil.Period
	zone      *time.Location
	asOf      time.Time
}

func (o options) load() (*input, error) {
	in := &input{calendars: map[string]*worktime.Calendar{}}
	var err error
	if in.duties, err = decode[dutyFile](o.Data, o.duties, "duties.json"); err != nil {
		return nil, err
	}
	if in.records, err = decode[recordFile](o.Data, o.records, "records.json"); err != nil {
		return nil, err
	}
	var l invalid.List
	for i, doc := range in.duties.Calendars {
		c, err := worktime.New(doc, time.LoadLocation, worktime.China())
		l.At("calendars", i).Take(err)
		if err == nil {
			in.calendars[doc.Code] = c
			in.zone = cmp.Or(in.zone, c.Location())
		}
	}
	if in.zone == nil && l.Len() == 0 {
		l.At("calendars").Add(invalid.ErrRequired, "calendars")
	}
	if err := l.Err("duties.json"); err != nil {
		return nil, err
	}
	if in.month, err = civil.ParseMonth(o.month); err != nil {
		return nil, err
	}
	return in, in.at(o.AsOf)
}

// at sets the instant that is judged at.
func (in *input) at(text string) error {
	in.asOf = in.month.End.In(in.zone)
	if text == "" {
		return nil
	}
	if at, err := time.Parse(time.RFC3339, text); err == nil {
		in.asOf = at
		return nil
	}
	d, err := civil.Parse(text)
	if err != nil {
		return err
	}
	in.asOf = (d + 1).In(in.zone)
	return nil
}

// decode reads a file: the one that is named, that of the folder, or the built-in one.
func decode[T any](folder, named, name string) (T, error) {
	path := named
	if path == "" && folder != "" {
		path = filepath.Join(folder, name)
	}
	text, err := data.ReadFile("data/" + name)
	if path != "" {
		text, err = cli.ReadFile(path)
	}
	if err != nil {
		var none T
		return none, err
	}
	return invalid.Decode[T](text, cmp.Or(path, name))
}

// evidenceOf returns what is known of a subject; of one without records, nothing.
func (in *input) evidenceOf(subject string) *schedule.Evidence {
	for i := range in.records.Evidence {
		if in.records.Evidence[i].Subject == subject {
			return &in.records.Evidence[i]
		}
	}
	return &schedule.Evidence{Subject: subject}
}
