package main

import (
	"cmp"
	"embed"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"slices"

	"github.com/wuyekit/wuye/property/civil"
	"github.com/wuyekit/wuye/property/invalid"
	"github.com/wuyekit/wuye/property/rating"
)

//go:embed data
var data embed.FS

// builtinDay is the day that the built-in year is told on.
const builtinDay = "2026-01-31"

// inspection is one round of a tier with its full sheets. It is a document.
type inspection struct {
	Tier   string         `json:"tier"`
	Nth    int            `json:"nth"`
	Sheets []rating.Sheet `json:"sheets"`
}

// Check reports what can be said without the rubric and the scheme.
func (n inspection) Check(l *invalid.List) {
	if n.Tier == "" {
		l.At("tier").Add(invalid.ErrRequired, "tier")
	}
	l.Enter("sheets")
	for i, s := range n.Sheets {
		l.EnterIndex(i)
		s.Check(l)
		if s.Project == "" {
			l.At("project").Add(invalid.ErrRequired, "project")
		}
		l.Leave()
	}
	l.Leave()
}

// district is a year of a district as it was read.
type district struct {
	scheme      rating.Scheme
	contest     *rating.Contest
	rubric      rating.Rubric
	rules       *rating.Rules
	year        rating.Year
	inspections []inspection
	posting     rating.Posting
	asOf        civil.Date
}

// load reads the year of a folder.
func (o options) load() (*district, error) {
	files, err := fs.Sub(data, "data")
	if err != nil {
		return nil, err
	}
	if o.Data != "" {
		files = os.DirFS(o.Data)
	}
	d := &district{}
	if err := d.documents(files); err != nil {
		return nil, err
	}
	if d.rules, err = rating.Compile(d.rubric); err != nil {
		return nil, err
	}
	if d.contest, err = rating.CompileScheme(d.scheme, nil); err != nil {
		return nil, err
	}
	return d, d.setDay(o)
}

// documents reads every document of the folder, and tells the problems of all.
func (d *district) documents(files fs.FS) error {
	names, err := fs.Glob(files, "sheets-*.json")
	if err != nil {
		return err
	}
	d.inspections = make([]inspection, len(names))
	problems := []error{
		read(files, "scheme.json", &d.scheme), read(files, "rubric.json", &d.rubric), read(files, "year.json", &d.year),
		read(files, "posting.json", &d.posting),
	}
	for i, name := range names {
		problems = append(problems, read(files, name, &d.inspections[i]))
	}
	return errors.Join(problems...)
}

// read reads a document of a folder.
func read[T any](files fs.FS, name string, doc *T) error {
	text, err := fs.ReadFile(files, name)
	if err != nil {
		return err
	}
	*doc, err = invalid.Decode[T](text, name)
	return err
}

// setDay reads -asof; without it, it is the last day that the posting speaks of.
func (d *district) setDay(o options) error {
	text := o.AsOf
	if text == "" && o.Data == "" {
		text = builtinDay
	}
	if text == "" {
		d.asOf = d.lastDay()
		return nil
	}
	var err error
	if d.asOf, err = civil.Parse(text); err != nil {
		return invalid.Value(errAsOf, invalid.Quote(text))
	}
	return nil
}

// project returns the project of a code.
func (d *district) project(code string) *rating.Project {
	i := slices.IndexFunc(d.year.Projects, func(p rating.Project) bool { return p.Code == code })
	if i < 0 {
		return &rating.Project{Code: code}
	}
	return &d.year.Projects[i]
}

// projectName returns code and name of a project: "JY 锦园国际公寓".
func (d *district) projectName(code string) string {
	name := d.project(code).Name
	if name == "" {
		return code
	}
	return code + " " + name
}

// round names the round of a tier: "district/2".
func (n *inspection) round() string { return fmt.Sprintf("%s/%d", n.Tier, n.Nth) }

// item returns the item of a code, one without a name for none.
func (d *district) item(code string) rating.Item {
	for _, s := range d.rubric.Sections {
		for _, i := range s.Items {
			if i.Code == code {
				return i
			}
		}
	}
	return rating.Item{Code: code}
}

// veto returns the veto of a code.
func (d *district) veto(code string) rating.Veto {
	i := slices.IndexFunc(d.scheme.Vetoes, func(v rating.Veto) bool { return v.Code == code })
	if i < 0 {
		return rating.Veto{Code: code}
	}
	return d.scheme.Vetoes[i]
}

// band returns the band of a code.
func (d *district) band(code string) rating.Band {
	i := slices.IndexFunc(d.scheme.Bands, func(b rating.Band) bool { return b.Code == code })
	if i < 0 {
		return rating.Band{Code: code}
	}
	return d.scheme.Bands[i]
}

// least returns how many events a veto takes.
func least(v rating.Veto) int { return cmp.Or(v.AtLeast, 1) }
