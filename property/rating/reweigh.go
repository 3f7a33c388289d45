package rating

import (
	"slices"

	"github.com/wuyekit/wuye/property/invalid"
	"github.com/wuyekit/wuye/property/metric"
)

// ErrReweigh is a change of weight that is not exactly one.
const ErrReweigh invalid.RuleError = "rating/reweigh: a change is of an item or a section, and gives an item a weight or points, a section a weight"

// Weight is another weight or number of points of an item, or another weight of a section (调整权重).
type Weight struct {
	Item    string        `json:"item,omitempty"`
	Section string        `json:"section,omitempty"`
	Weight  metric.Figure `json:"weight,omitzero"`
	Points  metric.Figure `json:"points,omitzero"`
}

func (w Weight) check(l *invalid.List) {
	one := (w.Item == "") != (w.Section == "") && w.Weight.IsSet() != w.Points.IsSet()
	if !one || w.Section != "" && w.Points.IsSet() {
		l.Add(ErrReweigh)
	}
}

// Reweigh returns what would become of sheets if items or sections were worth something else: those whose state, score or band
// would be another, in the order of the list (权重敏感性).
//
// By points the changes must keep the sum: what one item gets another gives. Points that sections only state for a check follow by
// themselves; steps and deductions of an item stay what they are.
//
// Errors: the problems of the changes, "changes[1].item"; of the rubric that comes out; of the sheets, "sheets[3].marks[0]".
func (r *Rules) Reweigh(sheets []Sheet, changes []Weight) ([]Shift, error) {
	rubric, err := r.reweighed(changes)
	if err != nil {
		return nil, err
	}
	before, err := anyDay(r.Rubric())
	if err != nil {
		return nil, err
	}
	after, err := anyDay(rubric)
	if err != nil {
		return nil, err
	}
	var l invalid.List
	var out []Shift
	for i := range sheets {
		s, err := shiftBetween(before, after, unnamed(sheets[i]), i+1)
		if err != nil {
			l.At("sheets", i).Take(err)
		} else if s.Moved() {
			out = append(out, s)
		}
	}
	if err := l.Err("sheets"); err != nil {
		return nil, err
	}
	return out, nil
}

// shiftBetween rates a sheet twice.
func shiftBetween(before, after *Rules, sheet Sheet, row int) (Shift, error) {
	x, err := before.Rate(&sheet)
	if err != nil {
		return Shift{}, err
	}
	y, err := after.Rate(&sheet)
	if err != nil {
		return Shift{}, err
	}
	return shiftOf(row, &x, &y)
}

// reweighed returns the rubric with the changes made.
func (r *Rules) reweighed(changes []Weight) (Rubric, error) {
	rubric := r.Rubric()
	var l invalid.List
	used := map[Weight]bool{}
	eachItem(&l, "changes", changes, func(w Weight) {
		w.check(&l)
		if place := (Weight{Item: w.Item, Section: w.Section}); used[place] {
			l.Add(ErrTwice, invalid.Quote(w.Item+w.Section))
		} else {
			used[place] = true
		}
		if !rubric.reweigh(w) {
			l.Add(ErrUnknown, invalid.Quote(w.Item+w.Section))
		}
	})
	return rubric, l.Err("changes of weight")
}

// reweigh makes a change; false if there is no such item or section.
func (r *Rubric) reweigh(w Weight) bool {
	if w.Section != "" {
		i := slices.IndexFunc(r.Sections, func(s Section) bool { return s.Code == w.Section })
		if i >= 0 {
			r.Sections[i].Weight = w.Weight
		}
		return i >= 0
	}
	for i := range r.Sections {
		s := &r.Sections[i]
		for j := range s.Items {
			if s.Items[j].Code != w.Item {
				continue
			}
			if w.Weight.IsSet() {
				s.Items[j].Weight = w.Weight
			} else {
				s.Items[j].Points, s.Points = w.Points, metric.Figure{}
			}
			return true
		}
	}
	return false
}
