package rating

import (
	"github.com/wuyekit/wuye/property/invalid"
)

// Rules score sheets by a rubric. They are made by [Compile], never change, and may be shared.
//
// Everything that an item can come to is known when they are made, as whole numbers of one unit, so that a sheet is scored by
// adding; only what deductions leave is computed for each sheet.
type Rules struct {
	doc      Rubric
	items    []item
	byItem   map[string]int
	sections []section
	// blanks and blankSections are what a result begins with.
	blanks        []ItemResult
	blankSections []SectionResult
	taken         kinds // deductions of the whole sheet
	bands         []bandRow
	vetoes        map[string]int
	bandOf        map[string]int // the best row of a band
	bonus         bool           // there is a bonus section

	outOf, floor, ceiling  Score
	bonusCap, deductionCap Score

	// unit and pointUnit are how many of the units of [outcome] are 1.
	unit, pointUnit int64
}

// section is a compiled [Section].
type section struct {
	*Section
	weight, floor, limit, deductionCap Score
}

// kinds are compiled deductions.
type kinds struct {
	list   []Deduction
	most   []Score
	byCode map[string]int
}

// Compile makes rules of a rubric, of which it keeps a copy.
//
// Errors: an [*invalid.Error] with every problem, as [Rubric.Check] finds them, and [ErrTooFine].
func Compile(r Rubric) (*Rules, error) {
	var l invalid.List
	r.Check(&l)
	if err := l.Err("rubric " + r.Code); err != nil {
		return nil, err
	}
	c := &Rules{doc: r.clone(), byItem: map[string]int{}, vetoes: map[string]int{}, bandOf: map[string]int{}, unit: 1, pointUnit: 1}
	c.compileLimits()
	c.compileSections()
	if !c.scale() {
		l.Add(ErrTooFine)
		return nil, l.Err("rubric " + r.Code)
	}
	c.compileBands()
	return c, nil
}

// Rubric returns the document that the rules were made of.
func (r *Rules) Rubric() Rubric { return r.doc.clone() }

func (r *Rules) compileLimits() {
	d := &r.doc
	r.outOf, r.floor, r.ceiling = ScoreOf(d.OutOf), ScoreOf(d.Floor), ScoreOf(d.Ceiling)
	if !r.floor.IsSet() {
		r.floor = whole(0)
	}
	r.bonusCap, r.deductionCap = ScoreOf(d.BonusCap), ScoreOf(d.DeductionCap)
	r.taken = compileKinds(d.Deductions)
	for i, v := range d.Vetoes {
		r.vetoes[v.Code] = i
	}
}

func compileKinds(list []Deduction) kinds {
	k := kinds{list, make([]Score, len(list)), make(map[string]int, len(list))}
	for i, d := range list {
		k.most[i] = ScoreOf(d.Most)
		k.byCode[d.Code] = i
	}
	return k
}

func (r *Rules) compileSections() {
	scales := make(map[string]*Scale, len(r.doc.Scales))
	for i := range r.doc.Scales {
		scales[r.doc.Scales[i].Code] = &r.doc.Scales[i]
	}
	var e exact
	for i := range r.doc.Sections {
		s := &r.doc.Sections[i]
		r.bonus = r.bonus || s.Bonus
		r.sections = append(r.sections, section{s, ScoreOf(s.Weight), ScoreOf(s.Floor), ScoreOf(s.Cap), ScoreOf(s.DeductionCap)})
		r.blankSections = append(r.blankSections, SectionResult{Section: s.Code, Bonus: s.Bonus, Weight: s.Weight, Floor: s.Floor, Cap: s.Cap})
		for k := range s.Items {
			r.byItem[s.Items[k].Code] = len(r.items)
			r.items = append(r.items, e.compileItem(&s.Items[k], i, s.Bonus, r.doc.Method, scales))
			it := &r.items[len(r.items)-1]
			r.blanks = append(r.blanks, ItemResult{Section: s.Code, Item: it.code, Bonus: it.bonus, Weight: it.weight})
		}
	}
	if e.tooLarge {
		r.unit = 0 // scale refuses it
	}
}

// scale turns what items can come to into whole numbers of common units, and reports whether that and all sums of it fit.
func (r *Rules) scale() bool {
	if r.unit == 0 {
		return false
	}
	var e exact
	for i := range r.items {
		it := &r.items[i]
		for o := range it.outcomes() {
			_, den := e.times(o.points, it.factor).parts()
			r.unit = e.common(r.unit, den)
			_, den = o.points.parts()
			r.pointUnit = e.common(r.pointUnit, den)
		}
	}
	var worth, value int64
	for i := range r.items {
		it := &r.items[i]
		for o := range it.outcomes() {
			num, den := e.times(o.points, it.factor).parts()
			o.worth = e.mul(num, r.unit/den)
			num, den = o.points.parts()
			o.value = e.mul(num, r.pointUnit/den)
		}
		worth, value = e.add(worth, it.full.worth), e.add(value, it.full.value)
	}
	return !e.tooLarge
}

func (r *Rules) compileBands() {
	sections := make(map[string]int, len(r.sections))
	for i, s := range r.sections {
		sections[s.Code] = i
	}
	for i := range r.doc.Bands {
		b := &r.doc.Bands[i]
		row := bandRow{Band: b, edge: b.threshold()}
		if _, listed := r.bandOf[b.Code]; !listed {
			r.bandOf[b.Code] = i
		}
		for _, n := range b.Needs {
			need := needed{item: -1, atLeast: ScoreOf(n.AtLeast)}
			if n.Item != "" {
				need.item = r.byItem[n.Item]
			} else {
				need.section = sections[n.Section]
			}
			row.needs = append(row.needs, need)
		}
		r.bands = append(r.bands, row)
	}
}
