package standard

import (
	"time"

	"github.com/wuyekit/wuye/property/civil"
	"github.com/wuyekit/wuye/property/invalid"
)

// checklistJudge judges the sheets of every subject of a kind, and what was found beside them.
type checklistJudge struct {
	sheet, per string
	where      conditions
	items      []string
	use        Use
	maxAge     civil.Span
	findings   bool // the vocabulary declares them
}

// A finding is a record of this kind, about the same subject as the sheet; this field of it is the code of the item that it breaks.
const (
	findingKind = "finding"
	findingItem = "item"
)

func (c *compiler) checklist(d *Checklist) *checklistJudge {
	kind := c.records("sheet", d.Sheet)
	subject := c.subjects(d.Per)
	c.fits("sheet", kind, subject)
	j := checklistJudge{sheet: d.Sheet, per: d.Per, use: d.Use}
	j.where = c.conditions("where", d.Where, nil, subject)
	j.items = c.checklistItems(d.Items, kind)
	useWords().Check(c.list, "use", uint8(d.Use))
	if d.Use == 0 {
		c.at("use").Add(invalid.ErrRequired, "use")
	}
	j.maxAge = c.length("maxAge", d.MaxAge)
	if j.maxAge.Workdays() > 0 {
		c.at("maxAge").Add(ErrAge, invalid.Quote(d.MaxAge))
	}
	j.findings = c.findings()
	return &j
}

// checklistItems returns the codes of the items, and reports those that sheets of the kind cannot have.
func (c *compiler) checklistItems(items []Item, kind *Kind) []string {
	if len(items) == 0 {
		c.at("items").Add(ErrFew, "1")
	}
	seen, known := make(map[string]bool, len(items)), kind.itemSet()
	var out []string
	for i := range items {
		code := items[i].Code
		place := c.list.At("items", i, "code")
		switch {
		case code == "":
			place.Add(invalid.ErrRequired, "code")
		case seen[code]:
			place.Add(ErrTwice, invalid.Quote(code))
		case kind != nil && len(kind.Items) > 0 && !known[code]:
			place.Add(ErrItem, invalid.Quote(code), invalid.Quote(kind.Code))
		case kind != nil:
			c.need.Items = append(c.need.Items, kind.Code+"."+code)
		}
		seen[code] = true
		out = append(out, code)
	}
	return out
}

// findings reports whether there are records that say what was found, and notes that they are read.
func (c *compiler) findings() bool {
	kind := c.words.kinds[findingKind]
	field := kind.field(findingItem)
	if field == nil || kind.Subject {
		return false
	}
	if field.Type != Text {
		c.list.Add(ErrNoText, invalid.Quote(findingItem), invalid.Quote(findingKind))
	}
	c.records("", findingKind)
	c.need.Fields = appendNew(c.need.Fields, findingKind+"."+findingItem)
	return true
}

func (j *checklistJudge) rows(x *run, yield func(*Row) bool) {
	c := checking{checklistJudge: j, x: x, yield: yield, now: x.now()}
	x.population(j.per, c.subject)
}

// now returns the instant up to which the period is judged: that of the evidence, or the end of the period before it.
func (x *run) now() time.Time {
	if x.end.Before(x.asOf) {
		return x.end
	}
	return x.asOf
}

// about returns the records of a kind about a subject, by time; about the estate are all, whatever part of it they name.
func (x *run) about(kind string, s *Subject) []entry {
	if s == nil {
		return x.all(kind)
	}
	return x.of(kind, s.ID)
}

// lasts returns how long something of an instant lasts: in days and months through the end of the last day, in hours to the instant.
func (x *run) lasts(at time.Time, length civil.Span) time.Time {
	if last, ok := length.AddTo(dayOf(at, x.zone)); ok {
		return (last + 1).In(x.zone)
	}
	t := term{shift: length}
	return t.moved(scalar{typ: Instant, at: at}, x.zone).at
}
