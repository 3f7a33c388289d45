package rating

import (
	"slices"

	"github.com/wuyekit/wuye/property/invalid"
)

// Rate scores a sheet.
//
// Units: points of the rubric's OutOf.
// Rounding: by the rubric's stages, on the final score only; everything before is exact.
// Errors: an [*invalid.Error] with every problem of the sheet at its path, among them what [Sheet.Check] reports; then there is no
// result. What is not known is no error but the state of the result, which names it.
func (r *Rules) Rate(s *Sheet) (Result, error) {
	var out Result
	err := r.RateInto(&out, s)
	return out, err
}

// RateInto is [Rules.Rate] into a result whose slices are used again: what it held before, and every copy of it, is lost. After
// the first sheets a sheet without findings, events and facts costs no memory.
func (r *Rules) RateInto(dst *Result, s *Sheet) error {
	w := rater{rules: r, sheet: s, dst: dst}
	w.begin()
	if !s.isPlain() {
		w.problems = new(invalid.List)
		s.Check(w.problems)
	}
	w.checkHead()
	w.readMarks()
	w.readFindings()
	if w.fits() {
		w.judgeItems()
		w.score()
		w.settle()
	}
	if w.exact.tooLarge {
		w.at().Add(ErrTooLarge)
	}
	if !w.fits() {
		*dst = Result{Items: dst.Items[:0], Sections: dst.Sections[:0], Stages: dst.Stages[:0], Missing: dst.Missing[:0]}
		return w.problems.Err("sheet " + s.ID)
	}
	return nil
}

// someSections is how many sections are scored without asking for memory.
const someSections = 16

// rater is what is known of a sheet while it is rated.
type rater struct {
	rules    *Rules
	sheet    *Sheet
	dst      *Result
	problems *invalid.List // nil while there is none
	exact    exact
	marked   int // items that have what they come to, or do not count
	found    []found
	unjudged bool // an item cannot be judged, and the rubric does not say what then
	few      [someSections]subtotal
	many     []subtotal // instead, where there are more sections
}

// at returns a place of the sheet, to report a problem there.
func (w *rater) at(segments ...any) invalid.Place {
	if w.problems == nil {
		w.problems = new(invalid.List)
	}
	return w.problems.At(segments...)
}

// fits reports whether no problem was found.
func (w *rater) fits() bool { return w.problems == nil || w.problems.Len() == 0 }

// subtotal is what the items of a section come to so far.
type subtotal struct {
	// worth and of are sums in 1/[Rules.unit], value one of points in 1/[Rules.pointUnit].
	worth, of, value int64
	// lessWorth and lessValue are what deductions take off these sums.
	lessWorth, lessValue Score
	judged               int
	there                int // judged, or counted though nobody marked it
}

// begin fills in what the rubric alone says.
func (w *rater) begin() {
	r, dst, s := w.rules, w.dst, w.sheet
	items, sections := dst.Items, append(dst.Sections[:0], r.blankSections...)
	if cap(items) < len(r.blanks) {
		items = slices.Clone(r.blanks)
	} else {
		items = items[:len(r.blanks)]
		for i := range items {
			deductions := items[i].Deductions[:0]
			items[i] = r.blanks[i]
			items[i].Deductions = deductions
		}
	}
	*dst = Result{
		Sheet: s.ID, Project: s.Project, On: s.On, Rubric: r.doc.Code, Version: r.doc.Version,
		Method: r.doc.Method, OutOf: r.doc.OutOf, BonusCap: r.doc.BonusCap, Floor: r.doc.Floor, Ceiling: r.doc.Ceiling, BandsOn: r.doc.BandsOn,
		Items: items, Sections: sections, Missing: dst.Missing[:0], Stages: slices.Grow(dst.Stages[:0], len(r.doc.Rounding)),
		Deductions: dst.Deductions[:0], Vetoes: dst.Vetoes[:0],
	}
	if len(r.sections) > someSections {
		w.many = make([]subtotal, len(r.sections))
	}
}

// sum returns what the items of a section come to so far.
func (w *rater) sum(section int) *subtotal {
	if w.many != nil {
		return &w.many[section]
	}
	return &w.few[section]
}

// checkHead checks that the sheet is of this rubric and its days.
func (w *rater) checkHead() {
	s, d := w.sheet, &w.rules.doc
	if s.Rubric != "" && s.Rubric != d.Code {
		w.at("rubric").Add(ErrOther, invalid.Quote(d.Code), invalid.Quote(s.Rubric))
	}
	if s.Version != "" && s.Version != d.Version {
		w.at("version").Add(ErrOther, invalid.Quote(d.Version), invalid.Quote(s.Version))
	}
	switch dated := !d.From.IsZero() || !d.To.IsZero(); {
	case !dated:
	case s.On.IsZero():
		w.at("on").Add(invalid.ErrRequired, "on")
	case s.On.Before(d.From) || !d.To.IsZero() && s.On.After(d.To):
		w.at("on").Add(ErrNotFor, s.On.String(), d.From.String(), d.To.String())
	}
	for i := range s.Events {
		e := &s.Events[i]
		if _, listed := w.rules.vetoes[e.Veto]; !listed && e.Veto != "" {
			w.at("events", i, "veto").Add(ErrUnknown, invalid.Quote(e.Veto))
		}
	}
}

// count adds an outcome of an item to its section.
func (w *rater) count(it *item, out *ItemResult, o *outcome) {
	t := w.sum(it.section)
	out.Points, out.Of = o.points, it.full.points
	t.worth += o.worth
	t.value += o.value
	t.of += it.full.worth
}

// judge adds the outcome of an item that was judged.
func (w *rater) judge(it *item, out *ItemResult, o *outcome) {
	w.marked++
	w.count(it, out, o)
	t := w.sum(it.section)
	t.judged++
	t.there++
}

// absent is for an item that does not apply, or that cannot be judged.
func (w *rater) absent(it *item, out *ItemResult, why string, policy Absence) {
	out.Absent = why
	w.marked++
	if it.bonus {
		policy = Zero
	}
	if why == absentUnmarked && policy != Renormalise {
		w.sum(it.section).there++
	}
	switch policy {
	case Award:
		w.count(it, out, &it.full)
	case Zero:
		w.count(it, out, &it.none)
	case Renormalise:
	}
}

const (
	absentNotApplicable = "notApplicable"
	absentUnmarked      = "unmarked"
)

// judgeItems gives every item that has no mark its points: those of deductions what was found leaves, others what the rubric
// says of them.
func (w *rater) judgeItems() {
	if w.marked == len(w.rules.items) {
		return
	}
	var left room
	for i := range w.rules.items {
		it, out := &w.rules.items[i], &w.dst.Items[i]
		if i == 0 || it.section != w.rules.items[i-1].section {
			left = room{w.rules.sections[it.section].deductionCap, BoundSection}
		}
		switch {
		case out.Absent != "" || out.Of.IsSet():
		case it.kind == onDeductions && len(it.shortfalls) == measured(out):
			w.judgeDeductions(i, &left)
		default:
			w.unmarked(i)
		}
	}
}

// unmarked is for an item that has no mark, or not all of its figures.
func (w *rater) unmarked(i int) {
	it, out, policy := &w.rules.items[i], &w.dst.Items[i], w.rules.doc.Unmarked
	if !it.bonus && policy == 0 {
		w.unjudged = true
		w.missing(it, out)
		return
	}
	if it.Required {
		w.at("marks").Add(ErrRequiredItem, invalid.Quote(it.Code))
	}
	for _, f := range w.foundIn(i) {
		w.at("findings", f.at, "item").Add(ErrNotJudged, invalid.Quote(it.Code))
	}
	w.absent(it, out, absentUnmarked, policy)
}

// missing names an item without a mark, and of several figures those that are missing.
func (w *rater) missing(it *item, out *ItemResult) {
	out.Absent = absentUnmarked
	if len(it.shortfalls) < 2 {
		w.dst.Missing = append(w.dst.Missing, it.Code)
		return
	}
	for k := range it.shortfalls {
		if part := it.shortfalls[k].Code; !isMeasured(out, part) {
			w.dst.Missing = append(w.dst.Missing, it.Code+"/"+part)
		}
	}
}
