package main

import (
	"cmp"
	"embed"
	"fmt"
	"io/fs"
	"os"
	"time"
	_ "time/tzdata" // calendars name zones; not every system has them

	"github.com/wuyekit/wuye/examples/internal/cli"
	"github.com/wuyekit/wuye/property/civil"
	"github.com/wuyekit/wuye/property/invalid"
	"github.com/wuyekit/wuye/property/metric"
	"github.com/wuyekit/wuye/property/standard"
	"github.com/wuyekit/wuye/property/worktime"
)

//go:embed data
var data embed.FS

// input is a contract and what is known of a period.
type input struct {
	rules    *standard.Rules
	words    standard.Vocabulary
	zone     *time.Location
	evidence standard.Evidence
	tables   []table
}

// timetables is calendars.json.
type timetables struct {
	Calendars []worktime.Timetable `json:"calendars"`
}

// Check reports every problem of the calendars.
func (t timetables) Check(l *invalid.List) {
	for i, c := range t.Calendars {
		l.Enter("calendars")
		l.EnterIndex(i)
		c.Check(l)
		l.Leave()
		l.Leave()
	}
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
	in := &input{words: standard.SharedVocabulary()}
	if err := in.compile(files, o); err != nil {
		return nil, err
	}
	if in.evidence, err = document[standard.Evidence](files, o.evidence, "evidence.json"); err != nil {
		return nil, err
	}
	if err := in.readTables(files, o); err != nil {
		return nil, err
	}
	return in, in.narrow(o)
}

// check reports flags that do not go together.
func (o options) check() error {
	switch {
	case o.Mapping != "" && o.records == "":
		return invalid.Value(errNeeds, "-mapping", "-records")
	case o.records != "" && o.evidence == "" && o.Data == "":
		return invalid.Value(errNeeds, "-records", "-evidence")
	}
	return nil
}

// compile reads the standard, the vocabulary and the calendars.
func (in *input) compile(files fs.FS, o options) error {
	s, err := document[standard.Standard](files, o.standard, "standard.json")
	if err != nil {
		return err
	}
	if o.vocabulary != "" || hasFile(files, "vocabulary.json") {
		if in.words, err = document[standard.Vocabulary](files, o.vocabulary, "vocabulary.json"); err != nil {
			return err
		}
	}
	hours, err := document[timetables](files, o.calendars, "calendars.json")
	if err != nil {
		return err
	}
	calendars := map[string]*worktime.Calendar{}
	for _, t := range hours.Calendars {
		if calendars[t.Code], err = worktime.New(t, time.LoadLocation, worktime.China()); err != nil {
			return err
		}
	}
	metrics, err := metric.Compile(metric.China())
	if err != nil {
		return err
	}
	if in.rules, err = standard.Compile(s, in.words, calendars, metrics); err != nil {
		return err
	}
	in.zone = calendars[s.Calendar].Location()
	return nil
}

func hasFile(files fs.FS, name string) bool {
	_, err := fs.Stat(files, name)
	return err == nil
}

// document reads a file that a flag names, or else one of the folder.
func document[T any](files fs.FS, path, name string) (T, error) {
	text, err := source(files, path, name)
	if err != nil {
		var none T
		return none, err
	}
	return invalid.Decode[T](text, cmp.Or(path, name))
}

func source(files fs.FS, path, name string) ([]byte, error) {
	if path != "" {
		return cli.ReadFile(path)
	}
	text, err := fs.ReadFile(files, name)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	return text, nil
}

// narrow cuts the evidence down to -month, and sets the instant that is judged at.
func (in *input) narrow(o options) error {
	e := &in.evidence
	start, end := e.Start, e.End
	if o.month != "" {
		month, err := civil.ParseMonth(o.month)
		if err != nil {
			return invalid.Value(errMonth, invalid.Quote(o.month))
		}
		start, end = standard.OnDay(month.Start), standard.OnDay(month.End)
	}
	in.cut(start, end)
	switch day, err := civil.Parse(o.AsOf); {
	case o.AsOf == "" && e.AsOf.IsZero():
		e.AsOf = e.End.In(in.zone)
	case o.AsOf == "":
	case err == nil:
		e.AsOf = day.AddDays(1).In(in.zone)
	default:
		if e.AsOf, err = time.Parse(time.RFC3339, o.AsOf); err != nil {
			return invalid.Value(errAsOf, invalid.Quote(o.AsOf))
		}
	}
	return nil
}

// cut makes a period that of the evidence, and leaves it the figures of that period: of each the one that is of exactly it, or else one that
// overlaps it, whose clause then says that it is of another. A figure without a period is of that which the evidence had.
func (in *input) cut(start, end standard.Point) {
	e := &in.evidence
	from, to := start.In(in.zone), end.In(in.zone)
	type key struct{ figure, subject string }
	at := map[key]int{}
	var left []standard.Figure
	for _, f := range e.Figures {
		if f.Start.IsZero() {
			f.Start, f.End = e.Start, e.End
		}
		if !f.Start.In(in.zone).Before(to) || !from.Before(f.End.In(in.zone)) {
			continue
		}
		switch i, have := at[key{f.Figure, f.Subject}]; {
		case !have:
			at[key{f.Figure, f.Subject}], left = len(left), append(left, f)
		case f.Start.In(in.zone).Equal(from) && f.End.In(in.zone).Equal(to):
			left[i] = f
		}
	}
	e.Start, e.End, e.Figures = start, end, left
}
