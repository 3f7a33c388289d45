package main

import (
	"cmp"
	"embed"
	"errors"
	"fmt"
	"slices"
	"strconv"
	"time"
	_ "time/tzdata" // calendars name zones; not every system has them

	"github.com/wuyekit/wuye/examples/estate"
	"github.com/wuyekit/wuye/examples/internal/cli"
	"github.com/wuyekit/wuye/property/civil"
	"github.com/wuyekit/wuye/property/invalid"
	"github.com/wuyekit/wuye/property/schedule"
	"github.com/wuyekit/wuye/property/worktime"
)

//go:embed data/duties.json data/records.csv
var data embed.FS

// builtinMonth is that of the built-in records.
const builtinMonth = "2026-11"

// input is a month of records and what they are judged by.
type input struct {
	program   program
	calendars map[string]*worktime.Calendar
	zone      *time.Location
	month     civil.Period
	from, to  time.Time
	asOf      time.Time
	subjects  []subject // the estate first, which has no code
	log       log
}

func (o options) load() (*input, error) {
	switch {
	case o.Mapping != "":
		return nil, errors.New("-mapping is not for records; see go doc ./examples/dutyplan for their columns")
	case o.records != "" && o.month == "":
		return nil, invalid.Value(errNeeds, "-records", "-month")
	}
	in := &input{calendars: map[string]*worktime.Calendar{}}
	text, name, err := source(o.duties, "data/duties.json")
	if err != nil {
		return nil, err
	}
	if in.program, err = invalid.Decode[program](text, name); err != nil {
		return nil, err
	}
	for _, t := range in.program.Calendars {
		c, err := worktime.New(t, time.LoadLocation, worktime.China())
		if err != nil {
			return nil, fmt.Errorf("%s: %w", name, err)
		}
		in.calendars[t.Code] = c
	}
	in.zone = in.calendars[in.program.Calendars[0].Code].Location()
	if err := in.setMonth(cmp.Or(o.month, builtinMonth), o.AsOf); err != nil {
		return nil, err
	}
	if err := in.setSubjects(o.Data); err != nil {
		return nil, err
	}
	if text, name, err = source(o.records, "data/records.csv"); err != nil {
		return nil, err
	}
	in.log, err = in.read(text, name)
	return in, err
}

// source reads a file that a flag names, or else a built-in one.
func source(path, builtin string) (text []byte, name string, err error) {
	if path != "" {
		text, err = cli.ReadFile(path)
		return text, path, err
	}
	text, err = data.ReadFile(builtin)
	return text, builtin, err
}

// setMonth reads -month, and -asof: an instant, or a day, at whose end is judged.
func (in *input) setMonth(month, asOf string) error {
	var err error
	if in.month, err = civil.ParseMonth(month); err != nil {
		return invalid.Value(errMonth, invalid.Quote(month))
	}
	in.from, in.to = in.month.Start.In(in.zone), in.month.End.In(in.zone)
	in.asOf = in.to
	if asOf == "" {
		return nil
	}
	if day, err := civil.Parse(asOf); err == nil {
		in.asOf = day.AddDays(1).In(in.zone)
		return nil
	}
	in.asOf, err = time.Parse(time.RFC3339, asOf)
	if err != nil {
		return invalid.Value(errAsOf, invalid.Quote(asOf))
	}
	return nil
}

// setSubjects makes the list of subjects: the estate, its buildings and their lifts, and those of the duties.
func (in *input) setSubjects(dir string) error {
	files, err := estate.Open(dir)
	if err != nil {
		return err
	}
	site, err := estate.Load(files, in.month.Start)
	if err != nil {
		return err
	}
	in.subjects = []subject{{}}
	for b := range site.Register.Buildings() {
		in.subjects = append(in.subjects, subject{Code: b.Code, Kind: "building", Name: b.Name})
		for n := range b.Lifts {
			in.subjects = append(in.subjects, subject{Code: b.Code + "-L" + strconv.Itoa(n+1), Kind: "lift", Name: b.Name})
		}
	}
	for _, s := range in.program.Subjects {
		if have := in.subject(s.Code); have != nil {
			have.Kind, have.Name = cmp.Or(s.Kind, have.Kind), cmp.Or(s.Name, have.Name)
			have.Fields, have.Spans = s.Fields, s.Spans
			continue
		}
		in.subjects = append(in.subjects, s)
	}
	return in.checkSubjects()
}

// checkSubjects reports subjects that have no kind and are not of the estate, and duties and plans that are for nobody.
func (in *input) checkSubjects() error {
	var l invalid.List
	for i, s := range in.program.Subjects {
		if have := in.subject(s.Code); have != nil && have.Kind == "" {
			l.At("subjects", i).Add(errNoKind, invalid.Quote(s.Code))
		}
	}
	for i, a := range in.program.Duties {
		if len(in.of(a.For, nil)) == 0 {
			l.At("duties", i, "for").Add(errNobody, invalid.Quote(a.For))
		}
		for k, code := range a.Only {
			if s := in.subject(code); s == nil || s.Kind != a.For {
				l.At("duties", i, "only", k).Add(errSubject, invalid.Quote(code))
			}
		}
	}
	for i, c := range in.program.Plans {
		if len(in.of(c.For, nil)) == 0 {
			l.At("plans", i, "for").Add(errNobody, invalid.Quote(c.For))
		}
	}
	return l.Err("duties")
}

// subject returns the subject of a code, nil for none.
func (in *input) subject(code string) *subject {
	i := slices.IndexFunc(in.subjects, func(s subject) bool { return s.Code == code })
	if i < 0 {
		return nil
	}
	return &in.subjects[i]
}

// of returns the subjects of a kind, of which only some where any are named.
func (in *input) of(kind string, only []string) []*subject {
	var out []*subject
	for i := range in.subjects {
		s := &in.subjects[i]
		if s.Kind == kind && (len(only) == 0 || slices.Contains(only, s.Code)) {
			out = append(out, s)
		}
	}
	return out
}

// evidence returns what is known of a subject.
func (in *input) evidence(s *subject) *schedule.Evidence {
	e := in.log.evidence[s.Code]
	e.Subject, e.Fields, e.Spans = s.Code, s.Fields, s.Spans
	return &e
}

// local returns an instant on the clock of the first calendar.
func (in *input) local(t time.Time) time.Time { return t.In(in.zone) }
