package csv

import (
	"slices"
	"strconv"
	"strings"

	"github.com/wuyekit/wuye/property/civil"
	"github.com/wuyekit/wuye/property/invalid"
	"github.com/wuyekit/wuye/property/metric"
	"github.com/wuyekit/wuye/property/rating"
)

// Sheet is a scoring sheet of a table of sheets (评分表), its marks in the order of the columns from left to right. An empty
// cell is no mark.
type Sheet struct {
	rating.Sheet
	// Line is where its row begins, from 1.
	Line int
}

// NotApplicable is what a table of sheets says of an item that does not apply, in any column of a level or figure. Files
// have their own words for it, which the mapping translates: {"N/A": "notApplicable"}.
const NotApplicable = "notApplicable"

const (
	levelPrefix  = "level."
	figurePrefix = "figure."
	countPrefix  = "count."
	factPrefix   = "fact."
)

func sheetFields() []field {
	return []field{
		codeField("sheet.id", func(d *draft) *string { return &d.sheet.ID }).must(),
		codeField("sheet.rubric", func(d *draft) *string { return &d.sheet.Rubric }),
		codeField("sheet.version", func(d *draft) *string { return &d.sheet.Version }),
		codeField("sheet.project", func(d *draft) *string { return &d.sheet.Project }),
		dateField("sheet.on", func(d *draft) *civil.Date { return &d.sheet.On }),
		nameField("sheet.rater", func(d *draft) *string { return &d.sheet.Rater }),
		codeField("sheet.source", func(d *draft) *string { return &d.sheet.Source }),
	}
}

// sheetField returns the field of a name that only the mapping knows: level.ITEM, figure.ITEM, count.ITEM/KIND, fact.NAME.
func sheetField(k Kind, name string) (field, bool) {
	if k != Sheets {
		return field{}, false
	}
	if item, ok := strings.CutPrefix(name, levelPrefix); ok {
		return levelField(name, item), item != ""
	}
	if item, ok := strings.CutPrefix(name, figurePrefix); ok {
		item, part := cutPart(item)
		return figureField(name, item, part), item != ""
	}
	if item, ok := strings.CutPrefix(name, countPrefix); ok {
		item, kind := cutPart(item)
		return findingsField(name, item, kind), item != "" || kind != ""
	}
	fact, ok := strings.CutPrefix(name, factPrefix)
	return factField(name, fact), ok && fact != ""
}

// cutPart cuts "satisfaction/rework" at its last stroke.
func cutPart(name string) (item, part string) {
	if i := strings.LastIndexByte(name, '/'); i >= 0 {
		return name[:i], name[i+1:]
	}
	return name, ""
}

// levelField is a mark by a level of the item's scale, or by pass and fail.
func levelField(name, item string) field {
	return field{
		name: name, width: foldCodes,
		set: func(d *draft, s string) error {
			d.mark(rating.Mark{Item: item, Level: s})
			return nil
		},
		setAbsent: func(d *draft) { d.mark(rating.Mark{Item: item, NotApplicable: true}) },
	}
}

// figureField is a mark by a figure: what was measured, or points.
func figureField(name, item, part string) field {
	return field{
		name: name, width: foldAll, number: true,
		set: func(d *draft, s string) error {
			figure, err := metric.ParseFigure(s)
			d.mark(rating.Mark{Item: item, Part: part, Figure: figure})
			return err
		},
		setAbsent: func(d *draft) { d.mark(rating.Mark{Item: item, Part: part, NotApplicable: true}) },
	}
}

// findingsField is how many findings of a kind there are; 0 is none.
func findingsField(name, item, kind string) field {
	return field{name: name, width: foldAll, number: true, set: func(d *draft, s string) error {
		n, err := parseCount(s)
		if err == nil && n < 0 {
			err = invalid.Value(invalid.ErrNumber, invalid.Quote(s), "0", strconv.Itoa(maxCount))
		}
		if n > 0 {
			d.sheet.Findings = append(d.sheet.Findings, rating.Finding{Item: item, Kind: kind, Count: n})
		}
		return err
	}}
}

// maxCount is the largest count that a cell holds.
const maxCount = 1<<31 - 1

// factField is a fact that bands ask for: true or false; an empty cell leaves it unknown.
func factField(name, fact string) field {
	return field{name: name, width: foldAll, set: func(d *draft, s string) error {
		is, err := parseYes(s)
		d.sheet.Facts = append(d.sheet.Facts, rating.Fact{Name: fact, Is: is})
		return err
	}}
}

func (d *draft) mark(m rating.Mark) { d.sheet.Marks = append(d.sheet.Marks, m) }

// isSheetCell reports whether a field is a mark or a finding.
func isSheetCell(name string) bool {
	return slices.ContainsFunc([]string{levelPrefix, figurePrefix, countPrefix}, func(p string) bool { return strings.HasPrefix(name, p) })
}

// checkMarks reports that a table of sheets marks nothing, and items that two fields mark.
func checkMarks(l *invalid.List, names []string) {
	if !slices.ContainsFunc(names, isSheetCell) {
		l.Add(ErrNoMarks)
	}
	for _, name := range names {
		item, ok := strings.CutPrefix(name, levelPrefix)
		if figure := figurePrefix + item; ok && slices.Contains(names, figure) {
			l.At(name).Add(invalid.ErrChoice, name+", "+figure, name+", "+figure)
		}
	}
}

// takeSheet takes a row of sheets. Whether its marks fit their items is seen when it is rated.
func (r *reader) takeSheet() {
	d := &r.draft.sheet
	if d.ID == "" {
		r.badField("sheet.id", invalid.ErrRequired, "sheet.id")
	} else if p, twice := r.sheets[d.ID]; twice {
		r.badField("sheet.id", ErrTwice, "sheet", invalid.Quote(d.ID), strconv.Itoa(p.line))
	}
	if r.failed() {
		return
	}
	r.sheets[d.ID] = place{len(r.im.Sheets), r.row.line}
	r.im.Sheets = append(r.im.Sheets, Sheet{*d, r.row.line})
}
