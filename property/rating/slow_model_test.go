package rating_test

import (
	"math/big"
	"slices"

	"github.com/wuyekit/wuye/property/civil"
	"github.com/wuyekit/wuye/property/metric"
	"github.com/wuyekit/wuye/property/rating"
)

// slowItem is what an item comes to by the model; every number is its text, "-" for none.
type slowItem struct {
	Item, Absent, Points, Of, Taken string
}

type slowSection struct {
	Section, Raw, RawOf, Points, Of string
	Applicable                      int
}

// slowResult is what a sheet comes to by the model, in the words that it is compared by.
type slowResult struct {
	State                               rating.State
	Missing                             []string
	Items                               []slowItem
	Sections                            []slowSection
	Applicable                          int
	Points, Raw, RawOf, Bonus, Deducted string
	Exact, Score, Band                  string
	Stages, Vetoes                      []string
	Nullified                           bool
}

// slowJudged is an item while it is judged.
type slowJudged struct {
	item         *rating.Item
	absent       string
	unknown      bool
	points, full *big.Rat // points is nothing if it does not count
	taken        *big.Rat
}

type slowRater struct {
	rubric *rating.Rubric
	sheet  *rating.Sheet
	judged map[string]*slowJudged
	shares map[string]*big.Rat // of sections
}

// slowRate scores a sheet by the words of the documents, one rule after the other.
func slowRate(rubric *rating.Rubric, sheet *rating.Sheet) slowResult {
	r := &slowRater{rubric, sheet, map[string]*slowJudged{}, map[string]*big.Rat{}}
	res := slowResult{Points: "-", Raw: "-", RawOf: "-", Bonus: "-", Deducted: "-", Exact: "-", Score: "-"}
	for s := range rubric.Sections {
		r.judgeSection(&rubric.Sections[s])
	}
	raw, rawOf, points, bonus := new(big.Rat), new(big.Rat), new(big.Rat), new(big.Rat)
	counts, hasBonus := false, false
	for s := range rubric.Sections {
		sec := &rubric.Sections[s]
		out, p, of := r.section(sec)
		res.Sections = append(res.Sections, out)
		if sec.Bonus {
			hasBonus = true
			bonus = slowAdd(bonus, p)
			continue
		}
		res.Applicable += out.Applicable
		if p != nil {
			counts = true
			raw, rawOf = slowAdd(raw, p), slowAdd(rawOf, of)
		}
	}
	var missing []string
	for _, sec := range rubric.Sections {
		for _, item := range sec.Items {
			j := r.judged[item.Code]
			if j.unknown {
				missing = append(missing, r.missing(&item)...)
			}
			out := slowItem{item.Code, j.absent, slowText(j.points), "-", slowText(j.taken)}
			if j.points != nil {
				out.Of = slowText(j.full)
				if !sec.Bonus {
					points = slowAdd(points, j.points)
				}
			}
			res.Items = append(res.Items, out)
		}
	}
	known := len(missing) == 0
	var exact *big.Rat
	if hasBonus {
		bonus = slowMin(bonus, slowRat(rubric.BonusCap))
		res.Bonus = slowText(bonus)
	}
	if counts { // of what is known, where something is missing
		res.Points, res.Raw, res.RawOf = slowText(points), slowText(raw), slowText(rawOf)
	}
	applies := res.Applicable > 0 // an item that is absent does not apply, whatever it is awarded
	if known && applies {
		exact = slowAdd(slowMul(slowRat(rubric.OutOf), slowQuo(raw, rawOf)), bonus)
		floor := slowOr(rubric.Floor, 0)
		off := slowMin(r.take(rubric.Deductions, "", nil), slowRat(rubric.DeductionCap))
		off = slowMin(off, slowMax(slowSub(exact, floor), new(big.Rat)))
		if len(rubric.Deductions) > 0 {
			res.Deducted = slowText(off)
		}
		exact = slowMin(slowMax(slowSub(exact, off), floor), slowRat(rubric.Ceiling))
		res.Exact = slowText(exact)
	}
	r.outcome(&res, exact, missing, applies)
	return res
}

// judgeSection judges the items of a section, and lets its limit of deductions give back what is beyond it: "the items before in
// the rubric are the first to lose".
func (r *slowRater) judgeSection(sec *rating.Section) {
	left := slowRat(sec.DeductionCap)
	for i := range sec.Items {
		item := &sec.Items[i]
		j := r.judge(item, sec.Bonus)
		r.judged[item.Code] = j
		if j.taken == nil || left == nil {
			continue
		}
		taken := slowMin(j.taken, left)
		left = slowSub(left, taken)
		j.points, j.taken = slowSub(j.full, taken), taken
	}
}

func (r *slowRater) marksOf(code string) []rating.Mark {
	var out []rating.Mark
	for _, m := range r.sheet.Marks {
		if m.Item == code {
			out = append(out, m)
		}
	}
	return out
}

func (r *slowRater) judge(item *rating.Item, bonus bool) *slowJudged {
	j := &slowJudged{item: item, full: slowOr(item.Points, 1)}
	marks := r.marksOf(item.Code)
	d := item.Mark.Deductions
	switch {
	case len(marks) > 0 && marks[0].NotApplicable:
		j.absent = "notApplicable"
		r.absence(j, r.rubric.NotApplicable, bonus)
	case d == nil && len(marks) == 0, d != nil && len(marks) < len(d.Shortfalls):
		j.absent = "unmarked"
		r.absence(j, r.rubric.Unmarked, bonus)
	case d != nil:
		j.taken = slowMin(r.itemTakes(item, marks, j.full), slowSub(j.full, slowOr(item.Floor, 0)))
		j.points = slowSub(j.full, j.taken)
	default:
		j.points = slowMax(r.marked(item, marks[0], j.full), slowOr(item.Floor, 0))
	}
	return j
}

// missing names an item without a mark, or the parts of it that have none.
func (r *slowRater) missing(item *rating.Item) []string {
	d := item.Mark.Deductions
	if d == nil || len(d.Shortfalls) < 2 {
		return []string{item.Code}
	}
	var out []string
	for _, s := range d.Shortfalls {
		if !slices.ContainsFunc(r.marksOf(item.Code), func(m rating.Mark) bool { return m.Part == s.Code }) {
			out = append(out, item.Code+"/"+s.Code)
		}
	}
	return out
}

func (r *slowRater) absence(j *slowJudged, what rating.Absence, bonus bool) {
	switch {
	case bonus, what == rating.Zero:
		j.points = new(big.Rat)
	case what == rating.Award:
		j.points = j.full
	case what == rating.Renormalise:
	default:
		j.unknown = true
	}
}

// marked returns what a mark comes to before the floor of the item.
func (r *slowRater) marked(item *rating.Item, m rating.Mark, full *big.Rat) *big.Rat {
	switch k := item.Mark; {
	case k.Pass != nil:
		if m.Level == "pass" {
			return full
		}
		return new(big.Rat)
	case k.Points != nil:
		return slowRat(m.Figure)
	case k.Steps != nil:
		for _, s := range k.Steps.Steps {
			c := slowRat(m.Figure).Cmp(slowRat(s.At))
			if k.Steps.Better == metric.LowerIsBetter {
				c = -c
			}
			if c >= 0 {
				return slowRat(s.Points)
			}
		}
		return new(big.Rat)
	}
	for _, s := range r.rubric.Scales {
		for _, level := range s.Levels {
			if s.Code == item.Mark.Scale.Of && level.Code == m.Level {
				return slowMul(full, slowQuo(slowRat(level.Value), slowRat(s.OutOf)))
			}
		}
	}
	return nil
}

// itemTakes returns what findings and shortfalls take off an item within the limits of its kinds and its cap.
func (r *slowRater) itemTakes(item *rating.Item, marks []rating.Mark, full *big.Rat) *big.Rat {
	d := item.Mark.Deductions
	total := r.take(d.Kinds, item.Code, full)
	for _, s := range d.Shortfalls {
		for _, m := range marks {
			if m.Part == s.Code || len(d.Shortfalls) == 1 {
				total = slowAdd(total, slowShort(s, slowRat(m.Figure)))
			}
		}
	}
	return slowMin(total, slowRat(d.Cap))
}

func slowShort(s rating.Shortfall, figure *big.Rat) *big.Rat {
	gap := slowSub(slowRat(s.Target), figure)
	if s.Better == metric.LowerIsBetter {
		gap.Neg(gap)
	}
	if gap.Sign() <= 0 {
		return new(big.Rat)
	}
	units := slowQuo(gap, slowRat(s.Each))
	if s.Part == rating.Full {
		units = slowFloor(units)
	} else if s.Part != rating.Exact {
		units = slowCeil(units)
	}
	return slowMin(slowMul(units, slowRat(s.Take)), slowRat(s.Most))
}

// take returns what findings at a place take off by their kinds, each within its most.
func (r *slowRater) take(kinds []rating.Deduction, item string, full *big.Rat) *big.Rat {
	total := new(big.Rat)
	for _, k := range kinds {
		sum := new(big.Rat)
		for _, f := range r.sheet.Findings {
			if f.Item != item || f.Kind != k.Code && (f.Kind != "" || len(kinds) != 1) || r.expired(k, f) {
				continue
			}
			each := slowRat(k.Take)
			if k.All {
				each = full
			}
			sum = slowAdd(sum, slowMul(slowMul(each, big.NewRat(int64(max(f.Count, 1)), 1)), r.factor(f)))
		}
		total = slowAdd(total, slowMin(sum, slowRat(k.Most)))
	}
	return total
}

func (r *slowRater) factor(f rating.Finding) *big.Rat {
	out := big.NewRat(1, 1)
	repeat := r.rubric.Repeat
	if !repeat.Factor.IsSet() || f.Repeats == 0 {
		return out
	}
	times := 1
	if repeat.EachTime {
		times = f.Repeats
	}
	for range times {
		out = slowMul(out, slowRat(repeat.Factor))
	}
	return slowMin(out, slowRat(repeat.Most))
}

// expired counts the days themselves: it counts on every day before the end.
func (r *slowRater) expired(k rating.Deduction, f rating.Finding) bool {
	if k.Lasts.IsZero() {
		return false
	}
	on := f.On
	if on.IsZero() {
		on = r.sheet.On
	}
	end := slowAfter(on, k.Lasts)
	if k.UntilCorrected {
		if f.Corrected.IsZero() {
			return false
		}
		end = max(end, f.Corrected)
	}
	return r.sheet.On >= end
}

// slowAfter adds months, to the last day of a month that is too short, and then days.
func slowAfter(on civil.Date, s civil.Span) civil.Date {
	year, month, day := on.Date()
	for range s.Months() {
		if month++; month > 12 {
			year, month = year+1, 1
		}
	}
	first := civil.MustNew(year, month, 1)
	return first.AddDays(min(day, first.DaysInMonth()) - 1 + s.Days())
}

// section returns what a section comes to, and what it adds of what it might; nothing if nothing counts.
func (r *slowRater) section(sec *rating.Section) (out slowSection, points, of *big.Rat) {
	out = slowSection{Section: sec.Code, Raw: "-", RawOf: "-", Points: "-", Of: "-"}
	weights := r.rubric.Method == rating.ByWeights && !sec.Bonus
	raw, rawOf, counts := new(big.Rat), new(big.Rat), false
	for _, item := range sec.Items {
		j := r.judged[item.Code]
		if j.absent == "" {
			out.Applicable++
		}
		if j.points == nil {
			continue
		}
		counts = true
		p, f := j.points, j.full
		if weights {
			w := slowOr(item.Weight, 1)
			p, f = slowMul(w, slowQuo(p, f)), w
		}
		raw, rawOf = slowAdd(raw, p), slowAdd(rawOf, f)
	}
	if !counts {
		return out, nil, nil
	}
	points, of = raw, rawOf
	switch {
	case !weights:
		of = slowMin(rawOf, slowRat(sec.Cap)) // a floor above it asks for no more than all
		points = slowMin(slowMax(raw, slowRat(sec.Floor)), of)
	case sec.Weight.IsSet():
		of = slowRat(sec.Weight)
		points = slowMul(of, slowQuo(raw, rawOf))
	}
	if slices.ContainsFunc(sec.Items, func(i rating.Item) bool { return r.judged[i.Code].absent != "notApplicable" }) {
		r.shares[sec.Code] = slowQuo(points, of)
	}
	out.Raw, out.RawOf, out.Points, out.Of = slowText(raw), slowText(rawOf), slowText(points), slowText(of)
	return out, points, of
}
